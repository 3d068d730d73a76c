package check

import (
	"vigil/content"
	"vigil/content/route"
)

// targets are all the records that can be named.
type targets struct {
	sources, people, organisations, places, terms, cases, speeches, events target
}

func targetsOf(a *content.Archive) targets {
	return targets{
		sources:       targetOf("source", "sources.yaml", a.Sources, func(v *content.Source) string { return v.ID }),
		people:        targetOf("person", "people.yaml", a.People, func(v *content.Person) string { return v.ID }),
		organisations: targetOf("organisation", "organisations.yaml", a.Organisations, func(v *content.Organisation) string { return v.ID }),
		places:        targetOf("place", "places.yaml", a.Places, func(v *content.Place) string { return v.ID }),
		terms:         targetOf("term", "glossary.yaml", a.Terms, func(v *content.Term) string { return v.ID }),
		cases:         targetOf("case study", "cases", a.Cases, func(v *content.Case) string { return v.ID }),
		speeches:      targetOf("speech", "speeches", a.Speeches, func(v *content.Speech) string { return v.ID }),
		events:        targetOf("event", "the timeline", a.Events(), (*content.Event).Route),
	}
}

// casePart are the anchors of a page of a case study; without ids where the
// page's anchors are not known.
func (in *inspection) casePart(r route.Route) target {
	c := in.archive.Case(r.ID(0))
	switch r.ID(1) {
	case "figures":
		return targetOf("figure", "case.yaml", c.Figures, func(f *content.Figure) string { return f.ID })
	case "findings":
		return targetOf("finding", "case.yaml", c.Findings, func(f *content.Finding) string { return f.ID })
	case "timeline":
		return targetOf("event", "the timeline", c.Events, func(e *content.Event) string { return e.ID })
	case "essay":
		t := target{"part", "the essay", map[string]bool{}}
		words, _ := c.Essay.In(in.archive.Original)
		for _, b := range words.Text {
			t.ids[b.ID] = true
		}
		return t
	}
	return target{}
}

// spokenParts are the anchors of a speech's page.
func (in *inspection) spokenParts(id string) target {
	return targetOf("paragraph", "speech.yaml", in.archive.Speech(id).Paragraphs, func(p *content.SpeechParagraph) string { return p.ID })
}

func figureKey(c *content.Case, f *content.Figure) string { return "figure/" + c.ID + "/" + f.ID }

func findingKey(c *content.Case, f *content.Finding) string { return "finding/" + c.ID + "/" + f.ID }
