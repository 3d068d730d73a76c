package lesson_test

import (
	"strings"
	"testing"

	"vigil/content"
	"vigil/content/lesson"
)

// mostWords is how many a stop may say: what a class reads on a wall at 8 m.
const mostWords = 50

// The lessons that Vigil comes with are as a teacher would want them.
func TestBundledLessons(t *testing.T) {
	a := bundled(t)
	for _, l := range a.Lessons {
		t.Run(l.ID, func(t *testing.T) {
			for _, f := range lesson.Sound(a, l) {
				t.Errorf("%s at stop %d", f.Fault, f.Stop+1)
			}
			for _, c := range lesson.Changed(a, l) {
				t.Errorf("%s: %s has changed, or is gone (%t)", c.Stop.ID, c.Route, c.Gone)
			}
			if l.MadeOn != a.Version {
				t.Errorf("made on version %q of the archive, which is %q", l.MadeOn, a.Version)
			}
			if l.Ages.From == 0 || len(l.Cases) == 0 || len(l.Stops) < 2 {
				t.Errorf("for ages %q, of histories %q, with %d stops", l.Ages, l.Cases, len(l.Stops))
			}
			minutesComeOut(t, l)
			for _, s := range l.Stops {
				stopIsWhole(t, a, s)
			}
		})
	}
}

// minutesComeOut holds a lesson to be 45 minutes long, and 20 in its short session, which
// keeps how it begins and how it ends.
func minutesComeOut(t *testing.T, l *content.Lesson) {
	t.Helper()
	whole, short := 0, 0
	for _, s := range l.Stops {
		whole, short = whole+s.Minutes, short+s.Short
	}
	if l.Minutes != 45 || whole != 45 || l.Short != 20 || short != 20 {
		t.Errorf("%d minutes, its stops %d; the short session %d, its stops %d", l.Minutes, whole, l.Short, short)
	}
	steps := lesson.For(l, l.Ages, 20).Steps
	if len(steps) == 0 || steps[0].Stop != l.Stops[0] || steps[len(steps)-1].Stop != l.Stops[len(l.Stops)-1] {
		t.Error("the short session does not begin and end as the lesson does")
	}
}

// stopIsWhole asks of a stop for what a class and an educator need, in every language
// that the lesson is told in.
func stopIsWhole(t *testing.T, a *content.Archive, s *content.Stop) {
	t.Helper()
	if n := len(s.Questions); n < 1 || n > 2 {
		t.Errorf("%s asks %d questions", s.ID, n)
	}
	own := s.Words[a.Original]
	for _, r := range s.Routes {
		if e := eventAt(a, r); e != nil && e.Kind == "violence" && len(own.Note) == 0 {
			t.Errorf("%s shows %s and says nothing before", s.ID, r)
		}
	}
	for lang, w := range s.Words {
		if n := len(strings.Fields(w.Text.Plain())); n == 0 || n > mostWords {
			t.Errorf("%s in %s says %d words", s.ID, lang, n)
		}
		if (len(w.Note) > 0) != (len(own.Note) > 0) {
			t.Errorf("%s in %s has not the note that it has in %s", s.ID, lang, a.Original)
		}
		if e := s.Educator[lang]; len(e.Text) == 0 || len(e.Note) == 0 {
			t.Errorf("%s in %s does not say why, or has no notes for the educator", s.ID, lang)
		}
		for _, q := range s.Questions {
			if !strings.ContainsAny(q.Words[lang].Title, "?؟") {
				t.Errorf("%s in %s asks %q", s.ID, lang, q.Words[lang].Title)
			}
		}
	}
}

func eventAt(a *content.Archive, address string) *content.Event {
	for _, e := range a.Events() {
		if e.Route() == address {
			return e
		}
	}
	return nil
}
