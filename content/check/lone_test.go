package check_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/check"
)

func TestLessonsBroughtAlone(t *testing.T) {
	a := authoring.Load(context.Background(), content.Bundled()).Archive
	facts := func(stop string) string {
		return "ages: \"15-18\"\nminutes: 45\nstops:\n  - id: stop-1\n    minutes: 40\n" + stop
	}
	const words = "review: draft\nwords:\n  lesson:\n    title: A title\n  stop-1:\n    title: A stop\n"
	good := facts("    routes: [person/raphael-lemkin, term/genocide]\n")
	tests := []struct {
		name, id, facts, words string
		rule, mend             string // "" where nothing is wrong
		line                   int
		severity               authoring.Severity
	}{
		{"good", "x", good, words, "", "", 0, ""},
		{"another archive's page", "x", facts("    routes: [person/raphael-lemkin, event/armenia/deportation]\n"), words, "resolve", "take it out", 6, authoring.Error},
		{"a page misspelled", "x", facts("    routes: [person/rafael-lemkin]\n"), words, "resolve", "raphael-lemkin", 6, authoring.Error},
		{"no route", "x", facts("    routes: [\"http://example.org\"]\n"), words, "resolve", "write a route", 6, authoring.Error},
		{"past a content note", "x", facts("    routes: [staff]\n"), words, "resolve", "take this out", 6, authoring.Error},
		{"a link to nowhere", "x", good, words + "    text: \"[x](person/nobody-at-all)\"\n", "resolve", "", 7, authoring.Error},
		{"called as one that there is", a.Lessons[0].ID, good, words, "collides", "another name", 1, authoring.Warning},
		{"no title", "x", good, "words:\n  lesson:\n    role: x\n  stop-1:\n    title: y\n", "title", "title", 1, authoring.Error},
		{"a language that the archive does not speak", "x", good, "", "title", "title", 1, authoring.Error},
		{"ages that cannot be meant", "x", strings.Replace(good, "15-18", "3-200", 1), words, "form", "18+", 1, authoring.Error},
		{"minutes that cannot be meant", "x", strings.Replace(good, "minutes: 45", "minutes: -45", 1), words, "lesson", "1 to 240", 2, authoring.Error},
		{"words of somebody quoted", "x", good, words + "    text: |\n      > Nobody has ever said this here.\n", "block-quotation", "quotations.yaml", 8, authoring.Error},
		{"too long", "x", strings.Replace(good, "minutes: 40", "minutes: 60", 1), words, "lesson", "shorten", 2, authoring.Warning},
		{"changed since", "x", good + "made_on: \"1\"\nseen: {term/genocide: \"000000000000\"}\n", words, "lesson", "builder", 6, authoring.Warning},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			fsys := fstest.MapFS{"lessons/" + tt.id + ".yaml": {Data: []byte(tt.facts)}}
			if tt.words != "" {
				fsys["lessons/"+tt.id+".en.yaml"] = &fstest.MapFile{Data: []byte(tt.words)}
			}
			r := check.Lessons(context.Background(), authoring.LoadLessons(context.Background(), fsys), a)
			if tt.rule == "" {
				if len(r.Problems) > 0 {
					t.Error(r.Problems)
				}
				return
			}
			if !slices.ContainsFunc(r.Problems, func(p authoring.Problem) bool {
				return p.Rule == tt.rule && p.Line == tt.line && p.Severity == tt.severity && strings.Contains(p.Mend, tt.mend)
			}) {
				t.Error(r.Problems)
			}
		})
	}
}

// The bundled lessons, taken out of their archive, are as good as in it.
func TestBundledLessonsAlone(t *testing.T) {
	a := authoring.Load(context.Background(), content.Bundled()).Archive
	r := check.Lessons(context.Background(), authoring.LoadLessons(context.Background(), content.Bundled()), a)
	for _, p := range r.Problems {
		if p.Severity == authoring.Error {
			t.Error(p)
		}
	}
}
