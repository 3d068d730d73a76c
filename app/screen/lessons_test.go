package screen_test

import (
	"slices"
	"strings"
	"testing"

	"vigil/content"
)

// A lesson's page asks its questions and says what to know before a stop's pages are
// opened; nothing on it is written for the educator alone.
func TestLessonsAskAndKeepNotesPrivate(t *testing.T) {
	for _, lang := range languages {
		d := deps(t, lang)
		for _, l := range d.Archive.Lessons {
			said := bare(words(build(t, d, "lesson/"+l.ID).Outline()))
			says := func(part string) bool { return part != "" && strings.Contains(said, bare(part)) }
			private := []content.Words{{Note: in(d.Archive, l.Words, lang).Note}}
			for _, s := range l.Stops {
				for _, q := range s.Questions {
					if title := in(d.Archive, q.Words, lang).Title; !says(title) {
						t.Errorf("%s in %s does not ask %q", l.ID, lang, title)
					}
				}
				if note := in(d.Archive, s.Words, lang).Note; len(note) > 0 && !says(note[0].Plain()) {
					t.Errorf("%s in %s does not say before %s: %s", l.ID, lang, s.ID, note[0].Plain())
				}
				private = append(private, in(d.Archive, s.Educator, lang))
			}
			for _, w := range private {
				for _, b := range slices.Concat(w.Text, w.Note) {
					if says(b.Plain()) {
						t.Errorf("%s in %s shows a private note: %s", l.ID, lang, b.Plain())
					}
				}
			}
		}
	}
}

// in is the words that a page in a language shows.
func in(a *content.Archive, t content.Text, lang content.Lang) content.Words {
	w, _ := t.In(lang, a.Original)
	return w
}
