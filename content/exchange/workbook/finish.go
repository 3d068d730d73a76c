package workbook

import (
	"io"
	"io/fs"
	"maps"
	"slices"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

func opening(files fs.FS, name string) authoring.Attachment {
	return func() (io.ReadCloser, error) { return files.Open(name) }
}

// finish says what the rows together need.
func (in *intake) finish() {
	for _, id := range sorted(in.begun) {
		in.d.Span(id, in.begun[id])
	}
	in.drafts()
	in.whole()
}

// drafts marks the words that came as not yet read here, where the book does not say who
// read them, and names the translations of which nobody says who made them.
func (in *intake) drafts() {
	for _, name := range in.d.Names() {
		_, lang, ok := worded(name)
		if !ok || in.headed[name] {
			continue
		}
		e := in.d.Find(name)
		var old *authoring.Entry
		if m := in.d.Old.Manuscript; m != nil {
			old = m.Find(name)
		}
		if !e.Has("review") && old == nil {
			e.Set("review", string(content.Draft))
		}
		if content.Lang(lang) != in.original && !e.Has("translator") && (old == nil || !old.Has("translator")) {
			in.d.Once(exchange.Decide, exchange.Place{Sheet: reviewsSheet}, "translator", "nobody says who made the translations of "+lang, "write it into the sheet reviews, a row each: a part such as people, the language, the translator")
		}
	}
}

// whole says what the archive must say of itself.
func (in *intake) whole() {
	head := in.d.Find("archive.yaml")
	if head == nil || !head.Has("languages") && in.d.Old.Original != "" {
		in.d.Whole("")
		return
	}
	// The book lists the languages; words in another one add it.
	list := head.List("languages")
	if list == nil {
		list = []string{string(in.original)}
	}
	for _, name := range in.d.Names() {
		if _, lang, ok := worded(name); ok && !slices.Contains(list, lang) {
			list = append(list, lang)
			in.d.Once(exchange.Altered, exchange.Place{Sheet: "archive"}, "languages", "words came in "+lang+", which the archive did not list, and was added", "")
		}
	}
	head.SetList("languages", slices.Clone(list))
}
