package check

import (
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/i18n"
)

// Count is how far the words of some records are there in one language.
type Count struct {
	Complete int `json:"complete"` // there, and made from the original as it is now
	Stale    int `json:"stale"`    // made from an original that has changed since
	Draft    int `json:"draft"`    // of the complete: not yet reviewed
	Missing  int `json:"missing"`
}

// All is the number of records.
func (c Count) All() int { return c.Complete + c.Stale + c.Missing }

func (c Count) plus(d Count) Count {
	return Count{c.Complete + d.Complete, c.Stale + d.Stale, c.Draft + d.Draft, c.Missing + d.Missing}
}

// Part is a part of the archive that is translated as a whole, such as
// "cases/bosnia", with its count in each language.
type Part struct {
	Name  string
	Langs map[content.Lang]Count
	Named bool // of records that other parts count: what a case study names, or what it can be begun with
}

// Coverage counts, for each part of an archive and each language that it
// offers, how far its words are there. Only what has words in its original
// language counts.
func Coverage(f *authoring.Folder) []Part {
	t := tally{langs: f.Archive.Languages, at: map[string]int{}}
	named := map[string][]string{}
	for _, c := range f.Archive.Cases {
		for _, route := range c.Named() {
			named[route] = append(named[route], c.ID)
		}
	}
	for _, w := range wordings(f.Archive) {
		original, ok := w.words[w.original]
		if !ok || whole(original) == whole(content.Words{}) {
			continue
		}
		t.count(partOf(f.Archive, w.key), false, w, original.Hash)
		if part := beginning(f.Archive, w.key); part != "" {
			t.count("to begin "+part, true, w, original.Hash)
		}
		for _, id := range named[w.key] {
			t.count("named in cases/"+id, true, w, original.Hash)
		}
	}
	if p, ok := interfacePart(f.Archive); ok {
		t.parts = append(t.parts, p)
	}
	slices.SortStableFunc(t.parts, func(a, b Part) int { return last(a.Named) - last(b.Named) })
	return t.parts
}

// interfacePart counts the messages of the interface in the archive's languages: those
// that Vigil speaks have all. There is no such part where it speaks all of them.
func interfacePart(a *content.Archive) (Part, bool) {
	vigil, err := catalogue()
	if err != nil || !slices.ContainsFunc(a.Languages, func(l content.Lang) bool { return !vigil.Speaks(l) }) {
		return Part{}, false
	}
	p := Part{Name: "interface", Langs: map[content.Lang]Count{}, Named: true}
	for _, lang := range a.Languages {
		text, brought := a.Interfaces[lang]
		has, lacks := i18n.Counted(lang, text)
		switch {
		case vigil.Speaks(lang):
			has, lacks = has+lacks, 0
		case !brought:
			has, lacks = 0, has+lacks
		}
		p.Langs[lang] = Count{Complete: has, Missing: lacks}
	}
	return p, true
}

// beginning is the part that a record belongs to without which a visitor meets
// another language at the first step: a history's page, content note, questions
// and lead events with their people, what the lists of speeches and lessons show.
func beginning(a *content.Archive, key string) string {
	kind, rest, _ := strings.Cut(key, "/")
	owner, id, _ := strings.Cut(rest, "/")
	switch kind {
	case "case", "caution", "question":
		return "cases/" + owner
	case "event":
		if e := a.Event(owner, id); a.Case(owner) != nil && e.Importance == 1 {
			return "cases/" + owner
		}
	case "person":
		if first(a, func(e *content.Event) bool { return slices.Contains(e.People, owner) }, func(s *content.Speech) bool { return s.Speaker == owner }) {
			return "people"
		}
	case "place":
		if first(a, func(e *content.Event) bool { return e.Place == owner }, func(s *content.Speech) bool { return s.Place == owner }) {
			return "places"
		}
	case "speech":
		return "speeches"
	case "lesson", "reflection", "stop", "educator", "asked":
		return "lessons"
	case "quotation":
		return "quotations"
	}
	return ""
}

// first tells whether something is of a lead event, or of a speech.
func first(a *content.Archive, of func(*content.Event) bool, spoken func(*content.Speech) bool) bool {
	for _, c := range a.Cases {
		if slices.ContainsFunc(c.Events, func(e *content.Event) bool { return e.Importance == 1 && of(e) }) {
			return true
		}
	}
	return slices.ContainsFunc(a.Speeches, spoken)
}

func last(b bool) int {
	if b {
		return 1
	}
	return 0
}

// tally counts parts in the order they are met.
type tally struct {
	langs []content.Lang
	parts []Part
	at    map[string]int
}

func (t *tally) count(name string, named bool, w worded, hash string) {
	i, known := t.at[name]
	if !known {
		i = len(t.parts)
		t.at[name] = i
		t.parts = append(t.parts, Part{name, map[content.Lang]Count{}, named})
	}
	for _, lang := range t.langs {
		t.parts[i].Langs[lang] = t.parts[i].Langs[lang].plus(state(w.words, lang, w.original, hash))
	}
}

// Total sums what is counted in one language.
func Total(parts []Part, lang content.Lang) Count {
	var all Count
	for _, p := range parts {
		if !p.Named {
			all = all.plus(p.Langs[lang])
		}
	}
	return all
}

func state(t content.Text, lang, original content.Lang, hash string) Count {
	words, ok := t[lang]
	switch {
	case !ok:
		return Count{Missing: 1}
	case lang != original && words.Of != hash:
		return Count{Stale: 1}
	case words.Review == content.Draft:
		return Count{Complete: 1, Draft: 1}
	}
	return Count{Complete: 1}
}

// partOf is the part of the archive that a record belongs to, by its key. Only a
// speech whose words are there is a part of its own.
func partOf(a *content.Archive, key string) string {
	kind, rest, _ := strings.Cut(key, "/")
	owner, _, _ := strings.Cut(rest, "/")
	switch kind {
	case "person":
		return "people"
	case "organisation", "place":
		return kind + "s"
	case "term":
		return "glossary"
	case "quotation":
		return "quotations"
	case "case", "caution", "essay", "figure", "finding", "outcome", "question", "event", "speech", "why", "audience", "outline", "paragraph":
		if a.Case(owner) != nil {
			return "cases/" + owner
		}
		if s := a.Speech(owner); s != nil && len(s.Paragraphs) == 0 {
			return "speeches"
		}
		return "speeches/" + owner
	case "text":
		return "speeches/" + owner + "/text"
	case "lesson", "reflection", "stop", "educator", "asked":
		return "lessons"
	default:
		return kind
	}
}
