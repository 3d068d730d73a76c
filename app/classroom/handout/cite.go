package handout

import (
	"slices"
	"strings"

	"vigil/app/sheet"
	"vigil/app/typeset"
	"vigil/content"
	"vigil/content/route"
)

// cite numbers sources as they are first met, and gives the numbers as they stand after
// what they are cited for: "[1, 4–6]". What is not yet read again in a source has an
// asterisk, which the sources explain.
func (m *maker) cite(t *tongue, sources []string, verified content.Verified) []typeset.Span {
	var numbers []int
	for _, id := range sources {
		if m.Archive.Source(id) == nil {
			continue
		}
		n := slices.Index(m.cited, id)
		if n < 0 {
			n = len(m.cited)
			m.cited = append(m.cited, id)
		}
		if !slices.Contains(numbers, n+1) {
			numbers = append(numbers, n+1)
		}
	}
	mark := ""
	if verified == content.FromMemory {
		mark, m.marked = "*", true
	}
	if len(numbers) == 0 {
		if mark == "" {
			return nil
		}
		return []typeset.Span{sheet.Faded.Span(mark)}
	}
	slices.Sort(numbers)
	return []typeset.Span{sheet.Faded.Span("\u00a0[" + t.runs(numbers) + "]" + mark)}
}

// runs writes numbers, and those that follow one another as a range.
func (t *tongue) runs(numbers []int) string {
	var parts []string
	for i := 0; i < len(numbers); {
		last := i
		for last+1 < len(numbers) && numbers[last+1] == numbers[last]+1 {
			last++
		}
		switch {
		case last > i+1:
			parts = append(parts, t.number(numbers[i])+"\u2060–\u2060"+t.number(numbers[last]))
		default:
			for _, n := range numbers[i : last+1] {
				parts = append(parts, t.number(n))
			}
		}
		i = last + 1
	}
	return strings.Join(parts, t.Say("list.between")+"\u00a0")
}

// shownPage is what a stop's page is called, what is said under its name, and by what
// it is known.
type shownPage struct {
	name     string
	lang     content.Lang
	under    string
	sources  []string
	verified content.Verified
}

// look finds what a page of the kiosk is called; false where there is none.
func (m *maker) look(t *tongue, r route.Route) (shownPage, bool) {
	a, id := m.Archive, r.ID(0)
	switch r.Kind {
	case route.Case:
		if c := a.Case(id); c != nil {
			return m.casePage(t, c, r.ID(1)), true
		}
	case route.Event:
		if e := a.Event(id, r.ID(1)); e != nil {
			w, lang := t.titled(e.Words, e.ID)
			return shownPage{w.Title, lang, t.Date(e.Date), e.Sources, e.Verified}, true
		}
	case route.Speech:
		if s := a.Speech(id); s != nil {
			return m.speechPage(t, s, r.Anchor), true
		}
	case route.Person:
		if p := a.Person(id); p != nil {
			name, lang := t.name(p.Words, p.Name, p.Names)
			w, _ := t.words(p.Words)
			return shownPage{name, lang, w.Role, p.Sources, p.Verified}, true
		}
	case route.Place:
		if p := a.Place(id); p != nil {
			name, lang := t.name(p.Words, p.Name, p.Names)
			return shownPage{name: name, lang: lang, under: t.Country(p.Country), sources: p.Sources}, true
		}
	case route.Organisation:
		if o := a.Organisation(id); o != nil {
			name, lang := t.name(o.Words, o.Name, o.Names)
			return shownPage{name: name, lang: lang, under: t.Say("type.organisation"), sources: o.Sources}, true
		}
	case route.Term:
		if term := a.Term(id); term != nil {
			w, lang := t.titled(term.Words, term.ID)
			return shownPage{w.Title, lang, t.Say("type.term"), term.Sources, term.Verified}, true
		}
	case route.Medium:
		if medium := a.Medium(id); medium != nil {
			w, lang := t.titled(medium.Words, id)
			return shownPage{name: w.Title, lang: lang, under: t.SayWith("media.credit", map[string]string{"credit": medium.Credit}), sources: medium.Sources}, true
		}
	}
	return shownPage{}, false
}

// casePage is a page of a history: its first by the events that tell it.
func (m *maker) casePage(t *tongue, c *content.Case, part string) shownPage {
	w, lang := t.titled(c.Words, c.ID)
	out := shownPage{name: w.Title, lang: lang, under: t.Date(c.Span)}
	if part != "" {
		out.under = t.Say("case." + part)
	}
	add := func(sources []string) { out.sources = append(out.sources, sources...) }
	switch part {
	case "figures":
		for _, f := range c.Figures {
			add(f.Sources)
		}
	case "findings":
		for _, f := range c.Findings {
			add(f.Sources)
		}
	default:
		for _, e := range c.Events {
			if e.Importance == 1 {
				add(e.Sources)
			}
		}
	}
	return out
}

func (m *maker) speechPage(t *tongue, s *content.Speech, anchor string) shownPage {
	w, lang := t.titled(s.Words, s.ID)
	speaker := ""
	if p := m.Archive.Person(s.Speaker); p != nil {
		speaker, _ = t.name(p.Words, p.Name, p.Names)
	}
	out := shownPage{w.Title, lang, t.joined(speaker, t.Date(s.Date)), s.Sources, s.Verified}
	for _, p := range s.Paragraphs {
		if p.ID != anchor || anchor == "" {
			continue
		}
		if part, in := t.words(p.Words); part.Title != "" {
			out.name, out.lang, out.under = part.Title, in, t.joined(w.Title, t.Date(s.Date))
		}
	}
	return out
}
