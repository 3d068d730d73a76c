package lesson_test

import (
	"slices"
	"strings"
	"testing"

	"vigil/content"
)

// tongues are the languages in which each history needs a lesson: those that most
// educators share, and the one of those whom it happened to, or of the place.
var tongues = map[string][]content.Lang{
	"bosnia":     {"en", "fr", "bs"},
	"rwanda":     {"en", "fr", "rw"},
	"darfur":     {"en", "fr", "ar"},
	"holocaust":  {"en", "fr", "de"},
	"prevention": {"en", "fr"},
}

// Each history has a lesson of its own, of 45 minutes and 20, whole in its languages.
func TestEachHistoryHasALesson(t *testing.T) {
	a := bundled(t)
	for _, c := range a.Cases {
		langs, known := tongues[c.ID]
		if !known {
			t.Errorf("nobody has said in which languages %s needs a lesson", c.ID)
			continue
		}
		var nearly []string
		whole := slices.ContainsFunc(a.Lessons, func(l *content.Lesson) bool {
			if len(l.Cases) == 0 || l.Cases[0] != c.ID {
				return false
			}
			lacks := wanting(l, langs)
			nearly = append(nearly, l.ID+" lacks "+strings.Join(lacks, ", "))
			return len(lacks) == 0
		})
		if !whole {
			t.Errorf("%s has no lesson in %q: %s", c.ID, langs, strings.Join(nearly, "; "))
		}
	}
}

// wanting lists what a lesson lacks to be given in some languages.
func wanting(l *content.Lesson, langs []content.Lang) []string {
	var out []string
	if l.Minutes != 45 || l.Short != 20 {
		out = append(out, "45 minutes and 20")
	}
	for _, lang := range langs {
		lacks := func(what string, t content.Text) {
			if _, ok := t[lang]; !ok {
				out = append(out, what+" in "+string(lang))
			}
		}
		lacks("its title", l.Words)
		lacks("its end", l.Reflect)
		for _, s := range l.Stops {
			lacks(s.ID, s.Words)
			lacks("the notes of "+s.ID, s.Educator)
			for _, q := range s.Questions {
				lacks(q.ID, q.Words)
			}
		}
	}
	return out
}
