package authoring

import "vigil/content"

// charges are the crimes and breaches of law that a finding may name.
var charges = []string{"genocide", "conspiracy-to-commit-genocide", "aiding-genocide", "complicity-in-genocide", "failure-to-prevent-genocide", "incitement-to-genocide", "extermination", "persecution", "deportation", "murder", "torture", "rape", "crimes-against-humanity", "war-crimes", "crimes-against-peace", "crimes-against-the-jewish-people", "membership-in-a-criminal-organisation", "accessory-to-murder", "failure-to-arrest"}

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
		return content.Units
	case "rights":
		return content.Rights
	case "review":
		return []string{string(content.Draft), string(content.Reviewed)}
	case "verified":
		return []string{string(content.OnPage), string(content.FromMemory)}
	}
	return nil
}
