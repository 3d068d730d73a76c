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
// pictures and organisations that these lead to by one step. Pictures with a content
// note only a stop shows, and somebody accused only a stop or an event that names them.
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

// beside lists the pages that a page leads to and that explain it. Of somebody accused
// there is one only where the page is an event's: that names who did what.
func beside(a *content.Archive, r route.Route) []string {
	n := &near{a: a, accused: r.Kind == route.Event}
	switch id := r.ID(0); r.Kind {
	case route.Event:
		if e := a.Event(id, r.ID(1)); e != nil {
			n.add(route.Place, e.Place)
			n.add(route.Person, e.People...)
			n.add(route.Medium, e.Media...)
			n.linked(e.Words)
		}
	case route.Speech:
		if s := a.Speech(id); s != nil {
			n.speech(s, r.Anchor)
		}
	case route.Person:
		if p := a.Person(id); p != nil {
			n.linked(p.Words)
		}
	case route.Place:
		if p := a.Place(id); p != nil {
			n.linked(p.Words)
		}
	case route.Organisation:
		if o := a.Organisation(id); o != nil {
			n.linked(o.Words)
		}
	case route.Term:
		if t := a.Term(id); t != nil {
			n.add(route.Term, t.See...)
			n.linked(t.Words)
		}
	case route.Medium:
		if m := a.Medium(id); m != nil {
			n.add(route.Place, m.Place)
			n.add(route.Person, m.People...)
		}
	case route.Case:
		if c := a.Case(id); c != nil {
			n.history(c, r.ID(1))
		}
	}
	return n.pages
}

// near gathers the pages beside one.
type near struct {
	a       *content.Archive
	accused bool // people accused may be among them
	pages   []string
}

func (n *near) speech(s *content.Speech, anchor string) {
	n.add(route.Person, s.Speaker)
	n.add(route.Place, s.Place)
	n.linked(s.Words, s.Why)
	for _, p := range spoken(s, anchor) {
		n.add(route.Person, p.People...)
		n.add(route.Place, p.Places...)
		n.add(route.Term, p.Terms...)
		n.linked(p.Words)
	}
}

func (n *near) history(c *content.Case, part string) {
	switch part {
	case "":
		n.linked(c.Words)
		n.add(route.Medium, c.Media...)
	case "essay":
		n.linked(c.Essay)
	}
}

func (n *near) add(kind route.Kind, ids ...string) {
	for _, id := range ids {
		if id != "" && n.fit(kind, id) {
			n.pages = append(n.pages, route.To(kind, id).Page())
		}
	}
}

// fit reports whether learners may come upon a page by themselves.
func (n *near) fit(kind route.Kind, id string) bool {
	switch kind {
	case route.Person:
		p := n.a.Person(id)
		return n.accused || p == nil || !p.Accused()
	case route.Medium:
		m := n.a.Medium(id)
		return m != nil && !noted(m.Words)
	}
	return true
}

// linked adds what words lead to, of who and what is spoken of, in any language.
func (n *near) linked(texts ...content.Text) {
	for _, t := range texts {
		for _, w := range t {
			for _, link := range w.Links() {
				n.link(link)
			}
		}
	}
}

func (n *near) link(address string) {
	r, err := route.Parse(address)
	if err != nil {
		return
	}
	switch r.Kind {
	case route.Person, route.Place, route.Term, route.Organisation, route.Medium:
		n.add(r.Kind, r.ID(0))
	}
}
