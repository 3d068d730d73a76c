package handout

import (
	"slices"

	"vigil/content"
	"vigil/content/lesson"
	"vigil/content/route"
)

// gathered is what the stops of a plan show and name, each thing once.
type gathered struct {
	moments []moment
	terms   []*content.Term
	people  []*content.Person
	places  []*content.Place
	grounds []string // countries that the map sets apart, ISO 3166-1
}

// moment is something that has a date.
type moment struct {
	route    string
	date     content.Date
	words    content.Text
	id       string
	sources  []string
	verified content.Verified
}

// gather goes through the pages of a plan's stops.
func gather(a *content.Archive, p lesson.Plan) gathered {
	g := gatherer{archive: a, seen: map[string]bool{}}
	for _, step := range p.Steps {
		g.links(step.Stop.Words)
		for _, r := range routes(step.Stop) {
			g.page(r)
		}
	}
	slices.SortStableFunc(g.moments, func(a, b moment) int {
		switch {
		case a.date.Before(b.date):
			return -1
		case b.date.Before(a.date):
			return 1
		}
		return 0
	})
	slices.SortStableFunc(g.people, func(a, b *content.Person) int {
		return slices.Index(content.Groups, a.Group) - slices.Index(content.Groups, b.Group)
	})
	for _, id := range p.Lesson.Cases {
		g.ground(a.Case(id))
	}
	return g.gathered
}

// routes are the stop's pages that can be read as such.
func routes(s *content.Stop) []route.Route {
	var out []route.Route
	for _, address := range s.Routes {
		if r, err := route.Parse(address); err == nil {
			out = append(out, r)
		}
	}
	return out
}

type gatherer struct {
	gathered
	archive *content.Archive
	seen    map[string]bool
}

// first reports whether a page is met for the first time.
func (g *gatherer) first(kind route.Kind, ids ...string) bool {
	key := route.To(kind, ids...).Page()
	if ids[0] == "" || g.seen[key] {
		return false
	}
	g.seen[key] = true
	return true
}

func (g *gatherer) page(r route.Route) {
	switch id := r.ID(0); r.Kind {
	case route.Event:
		g.event(g.archive.Event(id, r.ID(1)))
	case route.Speech:
		g.speech(g.archive.Speech(id))
	case route.Person:
		g.person(id)
	case route.Place:
		g.place(id)
	case route.Term:
		g.term(id)
	case route.Case:
		c := g.archive.Case(id)
		if c == nil || r.ID(1) != "timeline" && r.ID(1) != "map" {
			return
		}
		for _, e := range c.Events {
			if e.Importance == 1 {
				g.event(e)
			}
		}
	}
}

func (g *gatherer) event(e *content.Event) {
	if e == nil || !g.first(route.Event, e.Owner, e.ID) {
		return
	}
	g.moments = append(g.moments, moment{e.Route(), e.Date, e.Words, e.ID, e.Sources, e.Verified})
	g.place(e.Place)
	for _, p := range e.People {
		g.person(p)
	}
	g.links(e.Words)
}

func (g *gatherer) speech(s *content.Speech) {
	if s == nil || !g.first(route.Speech, s.ID) {
		return
	}
	g.moments = append(g.moments, moment{"speech/" + s.ID, s.Date, s.Words, s.ID, s.Sources, s.Verified})
	g.place(s.Place)
	g.person(s.Speaker)
}

func (g *gatherer) person(id string) {
	if p := g.archive.Person(id); p != nil && g.first(route.Person, id) {
		g.people = append(g.people, p)
	}
}

func (g *gatherer) place(id string) {
	if p := g.archive.Place(id); p != nil && g.first(route.Place, id) {
		g.places = append(g.places, p)
	}
}

func (g *gatherer) term(id string) {
	if t := g.archive.Term(id); t != nil && g.first(route.Term, id) {
		g.terms = append(g.terms, t)
	}
}

// links follows words to the terms, people and places that they name, in the archive's
// own language: a translation that lacks a link changes nothing.
func (g *gatherer) links(words content.Text) {
	for _, link := range words[g.archive.Original].Links() {
		r, err := route.Parse(link)
		if err != nil {
			continue
		}
		switch r.Kind {
		case route.Term, route.Person, route.Place:
			g.page(r)
		}
	}
}

// ground sets a history's countries apart where the map shows a place in one of them.
func (g *gatherer) ground(c *content.Case) {
	if c == nil {
		return
	}
	for _, code := range g.archive.Ground(c) {
		here := slices.ContainsFunc(g.places, func(p *content.Place) bool { return p.Country == code })
		if here && !slices.Contains(g.grounds, code) {
			g.grounds = append(g.grounds, code)
		}
	}
}
