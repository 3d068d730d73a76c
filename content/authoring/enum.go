package authoring

import "vigil/content"

// charges are the crimes and breaches of law that a finding may name.
var charges = []string{"genocide", "conspiracy-to-commit-genocide", "aiding-genocide", "failure-to-prevent-genocide", "extermination", "persecution", "crimes-against-humanity", "war-crimes", "torture", "rape"}

// words lists what may stand behind a key whose tag names an enumeration.
func words(enum string) []string {
	switch enum {
	case "source":
		return content.SourceKinds
	case "group":
		return content.Groups
	case "event":
		return content.EventKinds
	case "charge":
		return charges
	case "status":
		return []string{"verbatim", "translated", "reported"}
	case "unit":
		return []string{"people", "days", "buildings"}
	case "rights":
		return []string{"public-domain-us-gov", "summary-only"}
	case "review":
		return []string{string(content.Draft), string(content.Reviewed)}
	case "verified":
		return []string{string(content.OnPage), string(content.FromMemory)}
	}
	return nil
}
