package screen

import (
	"vigil/app/ui"
	"vigil/content"
	"vigil/content/route"
)

// signpost is a row that leads to a route by the name of what is there, or nil
// where nothing is.
func (d page) signpost(address string) *ui.Touchable {
	r, err := route.Parse(address)
	if err != nil {
		return nil
	}
	id := r.ID(0)
	switch r.Kind {
	case route.Case:
		if c := d.Archive.Case(id); c != nil {
			w, lang := d.named(c.Words, id)
			under := d.Locale.Date(c.Span)
			if part := r.ID(1); part != "" {
				under = d.Locale.Say("case." + part)
			}
			return d.row(w.Title, lang, under, address)
		}
	case route.Event:
		if e := d.Archive.Event(id, r.ID(1)); e != nil {
			w, lang := d.named(e.Words, e.ID)
			return d.row(w.Title, lang, d.Locale.Date(e.Date), address)
		}
	case route.Speech:
		if s := d.Archive.Speech(id); s != nil {
			w, lang := d.named(s.Words, id)
			for _, p := range s.Paragraphs {
				if part, in := d.words(p.Words); p.ID == r.Anchor && part.Title != "" {
					return d.row(part.Title, in, d.joined(dot, w.Title, d.Locale.Date(s.Date)), address)
				}
			}
			return d.row(w.Title, lang, d.byline(s), address)
		}
	case route.Person:
		if p := d.Archive.Person(id); p != nil {
			name, lang := d.name(p.Words, p.Name, p.Names)
			w, _ := d.words(p.Words)
			return d.row(name, lang, w.Role, address)
		}
	case route.Medium:
		if m := d.Archive.Medium(id); m != nil {
			w, lang := d.named(m.Words, id)
			return d.row(w.Title, lang, w.Note.Plain(), address)
		}
	default:
		return d.looked(r, address)
	}
	return nil
}

// looked is the signpost of what is looked up: places, bodies, terms.
func (d page) looked(r route.Route, address string) *ui.Touchable {
	id := r.ID(0)
	var words content.Text
	var otherwise, kind string
	var names []string
	switch r.Kind {
	case route.Place:
		if p := d.Archive.Place(id); p != nil {
			words, otherwise, names, kind = p.Words, p.Name, p.Names, "type.place"
		}
	case route.Organisation:
		if o := d.Archive.Organisation(id); o != nil {
			words, otherwise, names, kind = o.Words, o.Name, o.Names, "type.organisation"
		}
	case route.Term:
		if t := d.Archive.Term(id); t != nil {
			words, otherwise, names, kind = t.Words, id, nil, "type.term"
		}
	}
	if kind == "" {
		return nil
	}
	name, lang := d.name(words, otherwise, names)
	return d.row(name, lang, d.Locale.Say(kind), address)
}
