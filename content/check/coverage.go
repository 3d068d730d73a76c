package check

import (
	"strings"

	"vigil/content"
	"vigil/content/authoring"
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
}

// Coverage counts, for each part of an archive and each language that it
// offers, how far its words are there. Only what has words in its original
// language counts.
func Coverage(f *authoring.Folder) []Part {
	var parts []Part
	at := map[string]int{}
	for _, w := range wordings(f.Archive) {
		original, ok := w.words[w.original]
		if !ok || original.Title == "" && original.Role == "" && len(original.Text) == 0 && len(original.Note) == 0 {
			continue
		}
		name := partOf(f.Archive, w.key)
		i, known := at[name]
		if !known {
			i = len(parts)
			at[name] = i
			parts = append(parts, Part{name, map[content.Lang]Count{}})
		}
		for _, lang := range f.Archive.Languages {
			parts[i].Langs[lang] = parts[i].Langs[lang].plus(state(w.words, lang, w.original, original.Hash))
		}
	}
	return parts
}

// Total sums what is counted in one language.
func Total(parts []Part, lang content.Lang) Count {
	var all Count
	for _, p := range parts {
		all = all.plus(p.Langs[lang])
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
	case "organisation", "place", "quotation":
		return kind + "s"
	case "term":
		return "glossary"
	case "case", "essay", "figure", "finding", "question", "event", "speech", "why", "audience", "outline", "paragraph", "text":
		if a.Case(owner) != nil {
			return "cases/" + owner
		}
		if s := a.Speech(owner); s != nil && len(s.Paragraphs) == 0 {
			return "speeches"
		}
		return "speeches/" + owner
	case "lesson", "reflection", "stop":
		return "lessons"
	default:
		return kind
	}
}
