package authoring

import "vigil/content"

// charges are the crimes and breaches of law that a finding may name.
var charges = []string{
	"genocide", "conspiracy-to-commit-genocide", "aiding-genocide", "complicity-in-genocide",
	"failure-to-prevent-genocide", "failure-to-punish-genocide", "incitement-to-genocide",
	"preparation-of-genocide", "genocide-denial", "violation-of-the-genocide-convention",
	"crimes-against-humanity", "complicity-in-crimes-against-humanity", "extermination", "aiding-extermination",
	"persecution", "deportation", "forcible-transfer", "enslavement", "murder", "attempted-murder",
	"accessory-to-murder", "concealing-murder", "fatal-assault", "unlawful-killing",
	"participation-in-killings", "torture", "rape", "inhumane-acts", "outrages-upon-personal-dignity",
	"hostage-taking", "war-crimes", "attack-on-civilians", "terror-against-civilians", "pillage",
	"destruction-of-property", "wanton-destruction", "crimes-against-peace", "conspiracy",
	"crimes-against-the-jewish-people", "membership-in-a-criminal-organisation", "membership-in-a-hostile-organisation", "criminal-organisation",
	"failure-to-prevent-crimes-of-subordinates", "failure-to-arrest", "failure-to-protect",
	"unlawful-handing-over", "discrimination", "terrorism", "incitement-to-hatred",
	"glorification-of-war-criminals", "paragraph-175",
}

func outcomes() []string {
	out := make([]string, len(content.Results))
	for i, r := range content.Results {
		out[i] = string(r)
	}
	return out
}

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
	case "outcome":
		return outcomes()
	case "body":
		return content.BodyKinds
	case "status":
		return []string{"verbatim", "translated", "reported"}
	case "unit":
		return content.Units
	case "rights":
		return content.Rights
	case "show":
		return []string{content.Asked, content.OnSight}
	case "review":
		return []string{string(content.Draft), string(content.Reviewed)}
	case "caution":
		return []string{content.NoCaution}
	case "verified":
		return []string{string(content.OnPage), string(content.FromMemory)}
	}
	return nil
}
