package lesson

import (
	"slices"

	"vigil/content"
	"vigil/content/route"
)

// Set is the pages among which learners may look around.
type Set struct {
	pages map[string]bool
	Stops [][]string // the pages of each step of the plan
}

// Within is the set of a plan: the pages of its stops, and the people, places, terms,
// pictures and organisations that these lead to by one step, except pictures with a
// content note, which only a stop shows.
func (p Plan) Within(a *content.Archive) Set {
	s := Set{pages: map[string]bool{}}
	for _, step := range p.Steps {
		var pages []string
		for _, r := range routes(step.Stop) {
			if !slices.Contains(pages, r.String()) {
				pages = append(pages, r.String())
			}
			s.pages[r.Page()] = true
			for _, near := range beside(a, r) {
				s.pages[near] = true
			}
		}
		s.Stops = append(s.Stops, pages)
	}
	return s
}

// Has reports whether a page is of the set, whatever its parameters and anchor.
func (s Set) Has(r route.Route) bool { return s.pages[r.Page()] }

// Pages lists the set, in order.
func (s Set) Pages() []string {
	out := make([]string, 0, len(s.pages))
	for p := range s.pages {
		out = append(out, p)
	}
	slices.Sort(out)
	return out
}

// beside lists the pages that a page leads to and that explain it.
func beside(a *content.Archive, r route.Route) []string {
	var out []string
	add := func(kind route.Kind, id string) {
		if id != "" {
			out = append(out, route.To(kind, id).Page())
		}
	}
	var words []content.Text
	switch id := r.ID(0); r.Kind {
	case route.Event:
		if e := a.Event(id, r.ID(1)); e != nil {
			add(route.Place, e.Place)
			for _, p := range e.People {
				add(route.Person, p)
			}
			words = append(words, e.Words)
		}
	case route.Speech:
		if s := a.Speech(id); s != nil {
			add(route.Person, s.Speaker)
			add(route.Place, s.Place)
			words = append(words, s.Words, s.Why)
		}
	case route.Person:
		if p := a.Person(id); p != nil {
			words = append(words, p.Words)
		}
	case route.Term:
		if t := a.Term(id); t != nil {
			for _, see := range t.See {
				add(route.Term, see)
			}
			words = append(words, t.Words)
		}
	case route.Case:
		if c := a.Case(id); c != nil {
			words = append(words, c.Words)
			if r.ID(1) == "essay" {
				words = append(words, c.Essay)
			}
		}
	}
	for _, t := range words {
		for _, w := range t {
			out = append(out, explaining(w.Links())...)
		}
	}
	return out
}

// explaining keeps the links that lead to who and what is spoken of.
func explaining(links []string) []string {
	var out []string
	for _, link := range links {
		r, err := route.Parse(link)
		if err != nil {
			continue
		}
		switch r.Kind {
		case route.Person, route.Place, route.Term, route.Organisation:
			out = append(out, r.Page())
		}
	}
	return out
}
