package content

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a screen shows to a hall that has not asked for anything is held to more
// than a page that somebody has opened: it accuses nobody, and no perpetrator is
// named or quoted on it. The rules stand here because the screen that chooses and
// the check of what a curator has listed must not differ.

// MostScenes bounds what an archive may list for the attract screen: an hour of it
// is more than anybody sees, and each entry is looked at before each scene.
const MostScenes = 200

// NamesPerpetrator returns a perpetrator whom an event is tied to, whom its words
// lead to or whom its title or its place names, in any language, or nil.
func (a *Archive) NamesPerpetrator(e *Event) *Person {
	for _, id := range e.People {
		if p := a.Person(id); p != nil && p.Accused() {
			return p
		}
	}
	for _, w := range e.Words {
		for _, link := range w.Links() {
			id, person := strings.CutPrefix(link, "person/")
			if p := a.Person(id); person && p != nil && p.Accused() {
				return p
			}
		}
	}
	if p := a.Accuses(e.Words, func(w Words) string { return w.Title }); p != nil {
		return p
	}
	return a.PerpetratorAt(e.Place)
}

// Accuses returns a perpetrator whom a part of some words names, in any language, or
// nil.
func (a *Archive) Accuses(t Text, part func(Words) string) *Person {
	for _, w := range t {
		if p := a.PerpetratorIn(part(w)); p != nil {
			return p
		}
	}
	return nil
}

// PerpetratorAt returns a perpetrator whom a place is named after, or nil; place is
// its id.
func (a *Archive) PerpetratorAt(place string) *Person {
	at := a.Place(place)
	if at == nil {
		return nil
	}
	for _, name := range append([]string{at.Name}, at.Names...) {
		if p := a.PerpetratorIn(name); p != nil {
			return p
		}
	}
	return a.Accuses(at.Words, func(w Words) string { return w.Title })
}

// PerpetratorIn returns a perpetrator whose name, or last name, occurs in a text of
// any language, or nil. Rather one text too many is held to name somebody: a last
// name may be another's, and is found where a language bends it, by up to so many
// letters behind it; one of less than four letters is found where it stands alone.
func (a *Archive) PerpetratorIn(text string) *Person {
	text = strings.ToLower(text)
	for _, p := range a.index.perpetrators {
		if slices.ContainsFunc(p.spellings, func(name string) bool { return named(text, name) }) {
			return p.person
		}
	}
	return nil
}

// mostBent is how many letters a language puts behind a name.
const mostBent = 4

// named reports whether a name occurs in a text, both in small letters, not in the
// middle of a word. In scripts that write short words and what follows them as one,
// letters may stand before it.
func named(text, name string) bool {
	bent := mostBent
	if utf8.RuneCountInString(name) < shortest {
		bent = 0
	}
	first, _ := utf8.DecodeRuneInString(name)
	joins := unicode.In(first, unicode.Arabic, unicode.Hebrew)
	for from := 0; ; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			return false
		}
		at += from
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		behind := text[at+len(name):]
		letters := strings.IndexFunc(behind, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
		if letters < 0 {
			letters = len(behind)
		}
		if (joins || at == 0 || !unicode.IsLetter(before)) && utf8.RuneCountInString(behind[:letters]) <= bent {
			return true
		}
		from = at + len(name)
	}
}

// perpetrator is a person with all ways to name him or her, in small letters.
type perpetrator struct {
	person    *Person
	spellings []string
}

func perpetrators(people []*Person) []perpetrator {
	var out []perpetrator
	for _, p := range people {
		if p.Accused() {
			out = append(out, perpetrator{p, p.spellings()})
		}
	}
	return out
}

// shortest is how many letters a last name has to have to be found where it is bent, and
// least to be looked for alone.
const (
	shortest = 4
	least    = 2
)

// spellings are the ways in which a person is named, in small letters: whole, and
// the last name alone.
func (p *Person) spellings() []string {
	names := append([]string{p.Name}, p.Names...)
	for _, w := range p.Words {
		names = append(names, w.Title)
	}
	var out []string
	for _, name := range names {
		parts := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' })
		if len(parts) == 0 {
			continue
		}
		out = append(out, strings.ToLower(name))
		if last := parts[len(parts)-1]; utf8.RuneCountInString(last) >= least {
			out = append(out, last)
		}
	}
	return out
}

// Sentence returns what a speech's address means as a sentence of its own: the
// quotation of that id, the first from the paragraph of that id, or without an
// anchor the first of the speech; nil where there is none.
func (a *Archive) Sentence(speech, anchor string) *Quotation {
	s := a.Speech(speech)
	if s == nil {
		return nil
	}
	for _, q := range a.Quotations {
		if q.Speech == speech && (anchor == "" || q.ID == anchor || s.holds(anchor, q)) {
			return q
		}
	}
	return nil
}

// holds reports whether a quotation is from the paragraph of that id.
func (s *Speech) holds(paragraph string, q *Quotation) bool {
	said := q.Words[s.Language].Text.Plain()
	return said != "" && slices.ContainsFunc(s.Paragraphs, func(p *SpeechParagraph) bool {
		return p.ID == paragraph && strings.Contains(p.Text[s.Language].Text.Plain(), said)
	})
}
