package content

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// What a screen shows to a hall that has not asked for anything is held to more
// than a page that somebody has opened: it accuses nobody, and no perpetrator is
// named or quoted on it. The rules stand here because the screen that chooses and
// the check of what a curator has listed must not differ.

// MostScenes bounds what an archive may list for the attract screen: an hour of it
// is more than anybody sees, and each entry is looked at before each scene.
const MostScenes = 200

// Perpetrator reports whether somebody stands accused or was convicted of what the
// archive tells.
func (p *Person) Perpetrator() bool { return strings.HasPrefix(p.Group, "perpetrator-") }

// NamesPerpetrator returns a perpetrator whom an event is tied to, whom its words
// lead to or whom its title names, in any language, or nil.
func (a *Archive) NamesPerpetrator(e *Event) *Person {
	for _, id := range e.People {
		if p := a.Person(id); p != nil && p.Perpetrator() {
			return p
		}
	}
	for _, w := range e.Words {
		for _, link := range w.Links() {
			id, person := strings.CutPrefix(link, "person/")
			if p := a.Person(id); person && p != nil && p.Perpetrator() {
				return p
			}
		}
		if p := a.PerpetratorIn(w.Title); p != nil {
			return p
		}
	}
	return nil
}

// PerpetratorIn returns a perpetrator whose name, or last name, occurs in a text of
// any language, or nil. Rather one text too many is held to name somebody: a last
// name may be another's, and is found where a language bends it.
func (a *Archive) PerpetratorIn(text string) *Person {
	text = strings.ToLower(text)
	for _, p := range a.index.perpetrators {
		if slices.ContainsFunc(p.spellings, func(name string) bool { return strings.Contains(text, name) }) {
			return p.person
		}
	}
	return nil
}

// perpetrator is a person with all ways to name him or her, in small letters.
type perpetrator struct {
	person    *Person
	spellings []string
}

func perpetrators(people []*Person) []perpetrator {
	var out []perpetrator
	for _, p := range people {
		if p.Perpetrator() {
			out = append(out, perpetrator{p, p.spellings()})
		}
	}
	return out
}

// shortest is how many letters a last name has to have to be looked for alone.
const shortest = 4

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
		if last := parts[len(parts)-1]; utf8.RuneCountInString(last) >= shortest {
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
