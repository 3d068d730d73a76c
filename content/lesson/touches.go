package lesson

import (
	"slices"

	"vigil/content"
	"vigil/content/route"
)

// Note is what one should know before a stop is shown.
type Note struct {
	ID    string       // as pages know it: "caution/CASE", "media/ID", "stop/ID"
	Stops []int        // the plan's steps that it stands before, from 0
	Words content.Text // Title (may be empty), and Text or Note
}

// Touches lists the content notes of all that a plan shows, each once, in the order in
// which they are met: those of the histories, of pictures, and of the stops themselves.
func (p Plan) Touches(a *content.Archive) []Note {
	var notes []Note
	add := func(step int, id string, words content.Text) {
		i := slices.IndexFunc(notes, func(n Note) bool { return n.ID == id })
		if i < 0 {
			notes = append(notes, Note{ID: id, Words: words})
			i = len(notes) - 1
		}
		if !slices.Contains(notes[i].Stops, step) {
			notes[i].Stops = append(notes[i].Stops, step)
		}
	}
	for i, step := range p.Steps {
		if noted(step.Stop.Words) {
			add(i, "stop/"+step.Stop.ID, step.Stop.Words)
		}
		for _, r := range routes(step.Stop) {
			for _, c := range casesOf(a, r) {
				if len(c.Caution) > 0 {
					add(i, "caution/"+c.ID, c.Caution)
				}
			}
			for _, m := range mediaOf(a, r) {
				if noted(m.Words) {
					add(i, "media/"+m.ID, m.Words)
				}
			}
		}
	}
	return notes
}

func noted(words content.Text) bool {
	for _, w := range words {
		if len(w.Note) > 0 {
			return true
		}
	}
	return false
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

// casesOf are the histories that a page is part of.
func casesOf(a *content.Archive, r route.Route) []*content.Case {
	ids := []string{r.ID(0)}
	switch r.Kind {
	case route.Case:
	case route.Event:
		if e := a.Event(r.ID(0), r.ID(1)); e != nil {
			ids = append(ids, e.Cases...)
		}
	default:
		return nil
	}
	var out []*content.Case
	for _, id := range ids {
		if c := a.Case(id); c != nil && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	return out
}

// mediaOf are the pictures that a page shows or tells of.
func mediaOf(a *content.Archive, r route.Route) []*content.Medium {
	var ids []string
	switch r.Kind {
	case route.Medium:
		ids = r.IDs
	case route.Event:
		if e := a.Event(r.ID(0), r.ID(1)); e != nil {
			ids = e.Media
		}
	case route.Case:
		if c := a.Case(r.ID(0)); c != nil && r.ID(1) == "" {
			ids = c.Media
		}
	}
	var out []*content.Medium
	for _, id := range ids {
		if m := a.Medium(id); m != nil {
			out = append(out, m)
		}
	}
	return out
}
