package check

import (
	"cmp"
	"path"
	"strconv"

	"vigil/content"
	"vigil/content/route"
)

// targets are all the records that can be named.
type targets struct {
	sources, people, organisations, places, terms, cases, speeches, events, media, lessons target
}

func targetsOf(a *content.Archive) targets {
	return targets{
		sources:       targetOf("source", "sources.yaml", a.Sources, func(v *content.Source) string { return v.ID }),
		people:        targetOf("person", "people.yaml", a.People, func(v *content.Person) string { return v.ID }),
		organisations: targetOf("organisation", "organisations.yaml", a.Organisations, func(v *content.Organisation) string { return v.ID }),
		places:        targetOf("place", "places.yaml", a.Places, func(v *content.Place) string { return v.ID }),
		terms:         targetOf("term", "glossary.yaml", a.Terms, func(v *content.Term) string { return v.ID }),
		cases:         targetOf("case study", "cases", a.Cases, func(v *content.Case) string { return v.ID }).in(caseFile),
		speeches:      targetOf("speech", "speeches", a.Speeches, func(v *content.Speech) string { return v.ID }).in(speechFile),
		media:         targetOf("picture", "media", a.Media, func(v *content.Medium) string { return v.ID }).in(mediaFile),
		lessons:       targetOf("lesson", "lessons", a.Lessons, func(v *content.Lesson) string { return v.ID }).in(lessonFile),
		events:        targetOf("event", "the timeline", a.Events(), (*content.Event).Route).in(timelineFiles),
	}
}

// in names the files where a record would stand.
func (t target) in(files func(id string) []string) target {
	t.files = files
	return t
}

func (t target) at(file string) target {
	return t.in(func(string) []string { return []string{file} })
}

func caseFile(id string) []string { return []string{"cases/" + id + "/case.yaml"} }

func mediaFile(id string) []string { return []string{"media/" + id + ".yaml"} }

func lessonFile(id string) []string { return []string{"lessons/" + id + ".yaml"} }

func speechFile(id string) []string { return []string{"speeches/" + id + "/speech.yaml"} }

// timelineFiles are where an event, by its route, would stand.
func timelineFiles(event string) []string {
	owner := path.Base(path.Dir(event))
	return []string{"cases/" + owner + "/timeline.yaml", "speeches/" + owner + "/timeline.yaml"}
}

// casePart are the anchors of a page of a case study; without ids where the
// page's anchors are not known.
func (in *inspection) casePart(r route.Route) target {
	c := in.archive.Case(r.ID(0))
	file := "cases/" + c.ID + "/case.yaml"
	switch r.ID(1) {
	case "figures":
		return targetOf("figure", "case.yaml", c.Figures, func(f *content.Figure) string { return f.ID }).at(file)
	case "findings":
		return targetOf("finding", "case.yaml", c.Findings, func(f *content.Finding) string { return f.ID }).at(file)
	case "timeline":
		return targetOf("event", "the timeline", c.Events, func(e *content.Event) string { return e.ID }).at("cases/" + c.ID + "/timeline.yaml")
	case "essay":
		t := target{what: "part", where: "the essay", ids: map[string]bool{}}.at("cases/" + c.ID + "/essay." + string(in.archive.Original) + ".md")
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
	return targetOf("paragraph", "speech.yaml", in.archive.Speech(id).Paragraphs, func(p *content.SpeechParagraph) string { return p.ID }).at("speeches/" + id + "/speech.yaml")
}

func figureKey(c *content.Case, f *content.Figure) string { return "figure/" + c.ID + "/" + f.ID }

// outcomeKey is where authoring knows the outcome of that number, from 0.
func outcomeKey(c *content.Case, f *content.Finding, i int) string {
	return "outcome/" + c.ID + "/" + cmp.Or(f.Outcomes[i].ID, f.ID+"."+strconv.Itoa(i+1))
}

func findingKey(c *content.Case, f *content.Finding) string { return "finding/" + c.ID + "/" + f.ID }
