package authoring

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"vigil/content"
)

func (a *assembler) allCases() {
	for _, dir := range a.folders("cases/") {
		sheet := a.cases[dir]
		if sheet == nil {
			a.lost(dir+"/case.yaml", "this folder has no case.yaml")
			sheet = blankAt[rawCase](dir + "/case.yaml")
		}
		a.folder.Archive.Cases = append(a.folder.Archive.Cases, a.oneCase(dir, sheet))
	}
	slices.SortStableFunc(a.folder.Archive.Cases, func(x, y *content.Case) int {
		return cmp.Or(cmp.Compare(x.Order, y.Order), cmp.Compare(x.ID, y.ID))
	})
}

// folders lists the case studies' or the speeches' folders in which any file was found.
func (a *assembler) folders(under string) []string {
	dirs := map[string]bool{}
	for _, j := range a.all {
		if dir := path.Dir(j.file.name); path.Dir(dir)+"/" == under {
			dirs[dir] = true
		}
	}
	return slices.Sorted(maps.Keys(dirs))
}

func (a *assembler) oneCase(dir string, sheet *sheet[rawCase]) *content.Case {
	id, base := path.Base(dir), dir+"/case"
	a.note("case/"+id, id, sheet.source, &sheet.raw.node)
	c := &content.Case{ID: id, Order: sheet.raw.Order, Span: sheet.raw.Span, Words: a.text(base, "case", "case/"+id), Caution: a.text(base, "caution", "caution/"+id), Essay: a.essay(dir), Media: sheet.raw.Media, Countries: sheet.raw.Countries, Uncautioned: sheet.raw.Caution == content.NoCaution, Facts: factsReview(sheet.raw.Review, sheet.raw.Reviewer, sheet.raw.Reviewed)}
	if b := sheet.raw.Map; b != nil {
		c.Beyond = b.Beyond
		c.Map = content.Bounds{West: b.West, South: b.South, East: b.East, North: b.North}
	}
	if sheet.raw.has("countries") && c.Countries == nil {
		c.Countries = []string{}
	}
	for _, r := range sheet.raw.Figures {
		key := "figure/" + id + "/" + r.ID
		for _, count := range []string{"low", "high"} {
			if r.Unit != "percent" && r.has(count) && r.understood(count) {
				sheet.source.whole(r.at(count, -1))
			}
		}
		if a.note(key, r.ID, sheet.source, &r.node) {
			c.Figures = append(c.Figures, &content.Figure{
				ID: r.ID, Low: r.Low, High: r.High, Unit: r.Unit, Year: r.Year, Counts: r.Counts, AtLeast: r.AtLeast, Sources: r.Sources,
				Verified: content.Verified(r.Verified), Words: a.text(base, "figure-"+r.ID, key),
			})
		}
	}
	for _, r := range sheet.raw.Findings {
		key := "finding/" + id + "/" + r.ID
		if a.note(key, r.ID, sheet.source, &r.node) {
			c.Findings = append(c.Findings, &content.Finding{
				ID: r.ID, Body: r.Body, Date: r.Date, Undated: r.Undated, Follows: r.Follows, AppealOf: r.AppealOf, Citation: r.Citation, About: r.About,
				Outcomes: a.outcomes(base, id, r, sheet.source), Sources: r.Sources,
				Verified: content.Verified(r.Verified), Words: a.text(base, "finding-"+r.ID, key),
			})
		}
	}
	for i, q := range sheet.raw.Questions {
		key := "question/" + id + "/" + q
		if a.note(key, q, sheet.source, &node{position: sheet.raw.at("questions", i)}) {
			c.Questions = append(c.Questions, &content.Question{ID: q, Words: a.text(base, "question-"+q, key)})
		}
	}
	c.Events = a.timeline(dir, id)
	return c
}

// outcomes reads what a finding says of each charge. One without an id is known
// by its number among the finding's, from 1.
func (a *assembler) outcomes(base, owner string, finding *rawFinding, from *source) []*content.Outcome {
	var out []*content.Outcome
	for i, r := range finding.Outcomes {
		key := "outcome/" + owner + "/" + cmp.Or(r.ID, finding.ID+"."+strconv.Itoa(i+1))
		if !a.note(key, cmp.Or(r.ID, "outcome"), from, &r.node) {
			continue
		}
		o := &content.Outcome{
			ID: r.ID, Person: r.Person, Organisation: r.Organisation, State: r.State, Name: strings.TrimSpace(r.Name),
			Result: content.Result(r.Outcome), Charges: r.Charges,
		}
		if r.ID != "" {
			o.Words = a.text(base, "outcome-"+r.ID, key)
		}
		out = append(out, o)
	}
	return out
}

func (a *assembler) essay(dir string) content.Text {
	text := content.Text{}
	for _, e := range a.essays[dir] {
		if e.document == nil {
			continue
		}
		text[content.Lang(e.lang)] = e.words
		a.folder.places["essay/"+path.Base(dir)+"@"+e.lang] = place{e.name, &e.head.node}
	}
	return text
}

// timeline reads the events of a case study or a speech, in order of time.
func (a *assembler) timeline(dir, owner string) []*content.Event {
	sheet := a.timelines[dir]
	if sheet == nil {
		return nil
	}
	var events []*content.Event
	for _, r := range sheet.raw.Events {
		key := "event/" + owner + "/" + r.ID
		if a.note(key, r.ID, sheet.source, &r.node) {
			events = append(events, &content.Event{
				ID: r.ID, Owner: owner, Date: r.Date, Place: r.Place, Kind: r.Kind, Importance: r.Importance, People: r.People,
				Cases: r.Cases, Media: r.Media, Sources: r.Sources, Verified: content.Verified(r.Verified), Words: a.text(dir+"/timeline", r.ID, key),
			})
		}
	}
	slices.SortStableFunc(events, func(x, y *content.Event) int { return inTime(x.Date, y.Date) })
	return events
}

// inTime orders dates as a timeline shows them.
func inTime(x, y content.Date) int {
	switch {
	case x.Before(y):
		return -1
	case y.Before(x):
		return 1
	}
	return 0
}
