package check

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/route"
)

// target is a kind of record that others name by id.
type target struct {
	what  string // in a message
	where string // the file or folder where such records are written
	files func(id string) []string
	ids   map[string]bool
}

func targetOf[T any](what, where string, list []*T, id func(*T) string) target {
	t := target{what, where, func(string) []string { return []string{where} }, make(map[string]bool, len(list))}
	for _, v := range list {
		t.ids[id(v)] = true
	}
	return t
}

// one reports an id that names nothing; an id that is not written is for other rules.
func (in *inspection) one(key, id string, t target) {
	if id == "" || t.ids[id] || in.unread(id, t) {
		return
	}
	in.fail(key, "there is no "+t.what+" "+authoring.Quote(id), in.meant(id, t))
}

// unread reports whether a record that is not there may stand in a file that
// could not be read.
func (in *inspection) unread(id string, t target) bool {
	return in.Unread(path.Base(id), t.files(id)...)
}

// each reports the ids of a list that name nothing.
func (in *inspection) each(key, field string, ids []string, t target) {
	before := make(map[string]bool, len(ids))
	for i, id := range ids {
		if before[id] {
			in.warn(fmt.Sprintf("%s#%s/%d", key, field, i), authoring.Quote(id)+" is listed before", "take one of the two out")
		}
		if !t.ids[id] {
			in.one(fmt.Sprintf("%s#%s/%d", key, field, i), id, t)
		}
		before[id] = true
	}
}

// meant is the mend for an id that names nothing.
func (in *inspection) meant(id string, t target) string {
	known := make([]string, 0, len(t.ids))
	for k := range t.ids {
		known = append(known, k)
	}
	slices.Sort(known)
	if near := authoring.Nearest(id, known); near != "" {
		return "did you mean " + authoring.Quote(near) + "?"
	}
	return "add it to " + t.where + ", or take it out here"
}

func resolveRecords(in *inspection) {
	a, t := in.archive, in.targets
	for _, p := range a.People {
		in.each("person/"+p.ID, "sources", p.Sources, t.sources)
	}
	for _, o := range a.Organisations {
		in.each("organisation/"+o.ID, "sources", o.Sources, t.sources)
	}
	for _, p := range a.Places {
		in.each("place/"+p.ID, "sources", p.Sources, t.sources)
	}
	for _, q := range a.Quotations {
		key := "quotation/" + q.ID
		in.one(key+"#speaker", q.Speaker, t.people)
		in.one(key+"#source", q.Source, t.sources)
		in.one(key+"#speech", q.Speech, t.speeches)
	}
	for _, c := range a.Cases {
		in.each("case/"+c.ID, "media", c.Media, t.media)
		for _, f := range c.Figures {
			in.each(figureKey(c, f), "sources", f.Sources, t.sources)
		}
		for _, f := range c.Findings {
			in.resolveFinding(c, f)
		}
	}
	for _, e := range a.Events() {
		in.one(e.Route()+"#place", e.Place, t.places)
		in.each(e.Route(), "people", e.People, t.people)
		in.each(e.Route(), "sources", e.Sources, t.sources)
		in.each(e.Route(), "cases", e.Cases, t.cases)
		in.each(e.Route(), "media", e.Media, t.media)
	}
	for _, term := range a.Terms {
		in.each("term/"+term.ID, "sources", term.Sources, t.sources)
		in.each("term/"+term.ID, "see", term.See, t.terms)
	}
	for _, m := range a.Media {
		in.one("media/"+m.ID+"#place", m.Place, t.places)
		in.each("media/"+m.ID, "people", m.People, t.people)
		in.each("media/"+m.ID, "sources", m.Sources, t.sources)
	}
}

func (in *inspection) resolveFinding(c *content.Case, f *content.Finding) {
	key, t := findingKey(c, f), in.targets
	in.one(key+"#body", f.Body, t.organisations)
	in.routes(key, "about", f.About)
	in.each(key, "sources", f.Sources, t.sources)
	own := targetOf("finding", "case.yaml", c.Findings, func(f *content.Finding) string { return f.ID }).at("cases/" + c.ID + "/case.yaml")
	in.one(key+"#appeal_of", f.AppealOf, own)
	in.one(key+"#follows", f.Follows, own)
	for i, o := range f.Outcomes {
		in.one(outcomeKey(c, f, i)+"#person", o.Person, t.people)
		in.one(outcomeKey(c, f, i)+"#organisation", o.Organisation, t.organisations)
	}
}

func resolveLessons(in *inspection) {
	for _, l := range in.archive.Lessons {
		in.each("lesson/"+l.ID, "cases", l.Cases, in.targets.cases)
		for _, s := range l.Stops {
			in.routes("stop/"+l.ID+"/"+s.ID, "routes", s.Routes)
		}
	}
}

// routes reports the addresses of a list that are none, or lead nowhere.
func (in *inspection) routes(key, field string, list []string) {
	for i, address := range list {
		at := fmt.Sprintf("%s#%s/%d", key, field, i)
		r, err := route.Parse(address)
		if err != nil {
			in.fail(at, err.Error(), "write a route, such as case/bosnia or event/bosnia/srebrenica-falls")
			continue
		}
		if looksPast(r) {
			in.fail(at, past, "write "+authoring.Quote(r.Page()))
		}
		if aside(r) {
			in.fail(at, noPlace, "write the route of a page, or take this out")
		}
		if t, id := in.linked(r); id != "" {
			in.one(at, id, t)
		}
	}
}

// looksPast reports whether a route would show a picture to who has not read what one
// should know before looking.
func looksPast(r route.Route) bool { return r.Kind == route.Medium && r.Get("show") != "" }

// aside reports whether a route leads to what is no place of the archive: the staff
// door, the attract loop, what a visitor has kept.
func aside(r route.Route) bool {
	return slices.Contains([]route.Kind{route.Staff, route.Class, route.Attract, route.Selection, route.Pause}, r.Kind)
}

const noPlace = "this leads to no page of the archive"

const past = "this leads past what one should know before looking at a picture"

func resolveSpeeches(in *inspection) {
	t := in.targets
	for _, s := range in.archive.Speeches {
		key := "speech/" + s.ID
		in.one(key+"#speaker", s.Speaker, t.people)
		in.one(key+"#place", s.Place, t.places)
		in.one(key+"#preface_by", s.PrefaceBy, t.organisations)
		in.each(key, "sources", s.Sources, t.sources)
		in.one(key+"#full_text", s.FullText, t.sources)
		in.each(key, "cases", s.Cases, t.cases)
		in.routes(key, "about", s.About)
		paragraphs := in.spokenParts(s.ID)
		for _, p := range s.Paragraphs {
			key := "paragraph/" + s.ID + "/" + p.ID
			in.each(key, "events", p.Events, t.events)
			in.each(key, "cases", p.Cases, t.cases)
			in.each(key, "people", p.People, t.people)
			in.each(key, "places", p.Places, t.places)
			in.each(key, "terms", p.Terms, t.terms)
		}
		for _, o := range s.Outline {
			in.each("outline/"+s.ID+"/"+o.ID, "paragraphs", o.Paragraphs, paragraphs)
		}
	}
}

// resolveLinks reports the links in running text that lead nowhere.
func resolveLinks(in *inspection) {
	for _, l := range in.Links {
		if looksPast(l.To) {
			in.place(l.File, l.Line, l.Col, authoring.Error, past, "write "+authoring.Quote(l.To.Page()))
		}
		if aside(l.To) {
			in.place(l.File, l.Line, l.Col, authoring.Error, noPlace, "write the route of a page, or take the link out")
		}
		t, id := in.linked(l.To)
		if id == "" || t.ids[id] {
			in.resolveAnchor(l)
			continue
		}
		if in.unread(id, t) {
			continue
		}
		in.place(l.File, l.Line, l.Col, authoring.Error, "the link leads to a "+t.what+" "+authoring.Quote(id)+" that does not exist", in.meant(id, t))
	}
}

// linked is the kind of record that a route leads to, and its id; "" where the
// route names no record.
func (in *inspection) linked(r route.Route) (target, string) {
	switch t := in.targets; r.Kind {
	case route.Case, route.People:
		return t.cases, r.ID(0)
	case route.Event:
		return t.events, "event/" + strings.Join(r.IDs, "/")
	case route.Speech:
		return t.speeches, r.ID(0)
	case route.Person:
		return t.people, r.ID(0)
	case route.Place:
		return t.places, r.ID(0)
	case route.Organisation:
		return t.organisations, r.ID(0)
	case route.Term:
		return t.terms, r.ID(0)
	case route.Sources:
		return t.sources, r.Anchor
	case route.Lesson:
		return t.lessons, r.ID(0)
	case route.Medium:
		return t.media, r.ID(0)
	}
	return target{}, ""
}

// resolveAnchor reports a link to a part of a page that does not exist.
func (in *inspection) resolveAnchor(l authoring.Link) {
	t, id := target{}, l.To.Anchor
	switch {
	case l.To.Kind == route.Case && l.To.ID(1) != "":
		if part := l.To.ID(1); !slices.Contains(route.CaseParts, part) {
			in.place(l.File, l.Line, l.Col, authoring.Error, "a case study has no part "+authoring.Quote(part), "write one of "+strings.Join(route.CaseParts, ", "))
			return
		}
		t = in.casePart(l.To)
	case l.To.Kind == route.Speech:
		t = in.spokenParts(l.To.ID(0))
	}
	if id == "" || t.ids == nil || t.ids[id] || in.unread(id, t) {
		return
	}
	in.place(l.File, l.Line, l.Col, authoring.Error, "the page has no "+t.what+" "+authoring.Quote(id), in.meant(id, t))
}
