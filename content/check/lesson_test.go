package check_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content/authoring"
	"vigil/content/check"
)

// class is a lesson of the good archive, and its words.
const (
	class      = "lessons/class.yaml"
	classFacts = `ages: "15-18"
minutes: 30
short: 12
made_on: "2026.1"
stops:
  - id: stop-1
    minutes: 10
    short: 6
    routes: [person/hasan-nuhanovic]
    questions: [why]
  - id: stop-2
    minutes: 10
    routes: [event/bosnia/srebrenica-falls]
  - id: stop-3
    minutes: 10
    short: 6
    from: 16
    routes: [event/bosnia/krstic-judged]
`
	classWords = `review: draft
words:
  lesson:
    title: A lesson
  stop-1:
    title: A life
  question-why:
    title: What do we learn of him?
  educator-stop-1:
    note: Begin slowly.
  stop-2:
    title: A town
    note: The page tells of the fall of Srebrenica.
  stop-3:
    title: A court
`
)

// spoiltLesson is the class with one mistake.
type spoiltLesson struct {
	name      string
	old, new  string
	line, col int // 0 where nothing is wrong
	severity  authoring.Severity
	mend      string // a part of it
}

var spoiltLessons = []spoiltLesson{
	{"nothing", "", "", 0, 0, "", ""},
	{"no minutes", "minutes: 30", "minutes: 0", 2, 10, authoring.Error, "from 1 to 240"},
	{"fewer than none", "minutes: 30", "minutes: -30", 2, 10, authoring.Error, "from 1 to 240"},
	{"as long as can be", "minutes: 30", "minutes: 240", 0, 0, "", ""},
	{"a day", "minutes: 30", "minutes: 241", 2, 10, authoring.Error, "from 1 to 240"},
	{"a short session that is longer", "short: 12", "short: 31", 3, 8, authoring.Error, "from 0 to 30"},
	{"a short session below nothing", "short: 12", "short: -1", 3, 8, authoring.Error, "from 0 to 30"},
	{"a stop below nothing", "    minutes: 10\n    short", "    minutes: -1\n    short", 7, 14, authoring.Error, "from 0 to 120"},
	{"a stop of no minutes", "    minutes: 10\n    short", "    minutes: 0\n    short", 0, 0, "", ""},
	{"a short stop that is too long", "    short: 6\n    routes", "    short: 121\n    routes", 8, 12, authoring.Error, "from 0 to 120"},
	{"an age before birth", "from: 16", "from: -1", 17, 11, authoring.Error, "youngest age"},
	{"an age of nobody", "from: 16", "from: 100", 17, 11, authoring.Error, "youngest age"},

	{"longer than the lesson", "minutes: 30", "minutes: 29", 2, 10, authoring.Warning, "shorten stops, or raise minutes"},
	{"a short session that is too full", "short: 12", "short: 11", 3, 8, authoring.Warning, "leave short out of a stop"},
	{"no life before", "person/hasan-nuhanovic", "person/samantha-power, event/bosnia/krstic-judged", 0, 0, "", ""},
	{"begins with who did it", "person/hasan-nuhanovic", "person/radislav-krstic", 6, 5, authoring.Warning, "begin with a person"},
	{"ends at the worst", "event/bosnia/krstic-judged", "event/bosnia/srebrenica-falls", 14, 5, authoring.Warning, "end with what followed"},
	{"a word without a source", "[event/bosnia/krstic-judged", "[term/r2p, event/bosnia/krstic-judged", 14, 5, authoring.Warning, "add a source to that page"},
	{"a stop for older learners", "from: 16", "from: 19", 14, 5, authoring.Warning, "write from:"},
	{"violence for children", "15-18", "11-18", 11, 5, authoring.Warning, "write from:"},
	{"a stop of nothing", "  - id: stop-2\n", "  - id: stop-4\n    minutes: 0\n  - id: stop-2\n", 11, 5, authoring.Warning, "add routes or questions"},
	{"more than can be seen", "    minutes: 10\n    routes", "    minutes: 1\n    routes: [event/bosnia/krstic-judged, person/hasan-nuhanovic, case/bosnia]\n    # ", 11, 5, authoring.Warning, "raise its minutes"},
	{"a page that has changed", "stops:", "seen: {event/bosnia/srebrenica-falls: \"0a1b2c3d4e5f\"}\nstops:", 14, 13, authoring.Warning, "open the lesson in the builder"},
	{"a page that it does not show has changed", "stops:", "seen: {person/samantha-power: \"0a1b2c3d4e5f\"}\nstops:", 0, 0, "", ""},
}

func (s spoiltLesson) folder(t *testing.T) fstest.MapFS {
	t.Helper()
	if !strings.Contains(classFacts, s.old) {
		t.Fatalf("the class does not hold %q", s.old)
	}
	fsys, words := good(t), classWords
	fsys[class] = &fstest.MapFile{Data: []byte(strings.Replace(classFacts, s.old, s.new, 1))}
	fsys["lessons/class.en.yaml"] = &fstest.MapFile{Data: []byte(words)}
	return fsys
}

func TestLessonRules(t *testing.T) {
	for _, s := range spoiltLessons {
		t.Run(s.name, func(t *testing.T) {
			r := check.Folder(context.Background(), s.folder(t), check.Tools{Glyphs: cyrillic{}})
			var found []authoring.Problem
			for _, p := range r.Problems {
				if p.Rule == "lesson" {
					found = append(found, p)
				}
			}
			if s.line == 0 {
				if len(found) > 0 {
					t.Errorf("something is wrong\n%s", list(r))
				}
				return
			}
			if len(found) > 1 {
				t.Errorf("%d mistakes\n%s", len(found), list(r))
			}
			for _, p := range found {
				if p.File == class && p.Line == s.line && p.Col == s.col && p.Severity == s.severity && strings.Contains(p.Mend, s.mend) {
					return
				}
			}
			t.Errorf("nothing of the kind in %s:%d:%d, but\n%s", class, s.line, s.col, list(r))
		})
	}
}

// A page that is gone is told once, by the rule that asks for every page.
func TestGoneIsToldOnce(t *testing.T) {
	s := spoiltLesson{old: "stops:", new: "seen: {event/bosnia/srebrenica-fell: \"0a1b2c3d4e5f\"}\nstops:"}
	fsys := s.folder(t)
	fsys[class].Data = []byte(strings.Replace(string(fsys[class].Data), "routes: [event/bosnia/srebrenica-falls]", "routes: [event/bosnia/srebrenica-fell]", 1))
	r := check.Folder(context.Background(), fsys, check.Tools{Glyphs: cyrillic{}})
	if len(r.Problems) != 1 || r.Problems[0].Rule != "resolve" || r.Problems[0].File != class {
		t.Errorf("%d problems\n%s", len(r.Problems), list(r))
	}
}

// A lesson is as good in the archive as any record: nothing at all is wrong with the class.
func TestGoodLesson(t *testing.T) {
	if r := check.Folder(context.Background(), spoiltLesson{}.folder(t), check.Tools{Glyphs: cyrillic{}}); len(r.Problems) > 0 {
		t.Error(list(r))
	}
}
