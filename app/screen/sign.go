package screen

import (
	"vigil/content"
	"vigil/content/route"
	"vigil/content/search"
)

// Sign is what a page is called where it is listed.
type Sign struct {
	Title string
	Lang  content.Lang // of the title
	Under string       // a quieter line beneath it, or ""
}

// SignOf is how the page of a route is called, and whether the archive has such a page.
// Others than visitors' screens list pages too.
func SignOf(deps Deps, address string) (Sign, bool) { return deps.page().sign(address) }

// SignOfHit is how a search calls what it has found, and why it was found.
func SignOfHit(deps Deps, h search.Hit) Sign {
	d := deps.page()
	title, lang := d.titleOf(h)
	if title == h.Also {
		h.Also, h.Why = "", search.WhyName
	}
	return Sign{title, lang, d.joined(dot, d.kindOf(h), d.under(h), d.Locale.Date(h.Date), d.why(h), d.otherLanguage(h.Lang))}
}

func (d page) sign(address string) (Sign, bool) {
	r, err := route.Parse(address)
	if err != nil {
		return Sign{}, false
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
			return Sign{w.Title, lang, under}, true
		}
	case route.Event:
		if e := d.Archive.Event(id, r.ID(1)); e != nil {
			w, lang := d.named(e.Words, e.ID)
			return Sign{w.Title, lang, d.Locale.Date(e.Date)}, true
		}
	case route.Speech:
		if s := d.Archive.Speech(id); s != nil {
			return d.speechSign(s, r.Anchor), true
		}
	case route.Person:
		if p := d.Archive.Person(id); p != nil {
			name, lang := d.name(p.Words, p.Name, p.Names)
			w, _ := d.words(p.Words)
			return Sign{name, lang, w.Role}, true
		}
	case route.Medium:
		if m := d.Archive.Medium(id); m != nil {
			w, lang := d.named(m.Words, id)
			return Sign{w.Title, lang, w.Note.Plain()}, true
		}
	default:
		return d.lookedUp(r)
	}
	return Sign{}, false
}

// speechSign is the sign of a speech, or of one paragraph of it.
func (d page) speechSign(s *content.Speech, paragraph string) Sign {
	w, lang := d.named(s.Words, s.ID)
	for _, p := range s.Paragraphs {
		if part, in := d.words(p.Words); p.ID == paragraph && part.Title != "" {
			return Sign{part.Title, in, d.joined(dot, w.Title, d.Locale.Date(s.Date))}
		}
	}
	return Sign{w.Title, lang, d.byline(s)}
}

// lookedUp is the sign of what is looked up: places, bodies, terms.
func (d page) lookedUp(r route.Route) (Sign, bool) {
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
		return Sign{}, false
	}
	name, lang := d.name(words, otherwise, names)
	return Sign{name, lang, d.Locale.Say(kind)}, true
}
