package content

import (
	"slices"
	"strings"
)

// Links lists the routes that words lead to, each once, in the order of reading.
func (w Words) Links() []string {
	var out []string
	for _, p := range []Prose{w.Text, w.Note} {
		for _, b := range p {
			for _, s := range b.Spans {
				if s.Link != "" && !slices.Contains(out, s.Link) {
					out = append(out, s.Link)
				}
			}
		}
	}
	return out
}

// Named lists the routes of the people, places, bodies and terms that a case
// study's facts and words lead to, each once.
func (c *Case) Named() []string {
	var routes []string
	seen := map[string]bool{}
	add := func(route string) {
		switch kind, id, _ := strings.Cut(route, "/"); kind {
		case "person", "place", "organisation", "term":
			if id != "" && !seen[route] {
				seen[route] = true
				routes = append(routes, route)
			}
		}
	}
	words := []Text{c.Words, c.Essay}
	for _, e := range c.Events {
		add("place/" + e.Place)
		for _, p := range e.People {
			add("person/" + p)
		}
		words = append(words, e.Words)
	}
	for _, f := range c.Findings {
		add("organisation/" + f.Body)
		for _, p := range f.People() {
			add("person/" + p)
		}
		words = append(words, f.Words)
		for _, o := range f.Outcomes {
			add("organisation/" + o.Organisation)
			words = append(words, o.Words)
		}
	}
	for _, f := range c.Figures {
		words = append(words, f.Words)
	}
	for _, t := range words {
		for _, w := range t {
			for _, link := range w.Links() {
				add(link)
			}
		}
	}
	return routes
}
