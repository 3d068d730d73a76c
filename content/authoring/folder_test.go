package authoring_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content"
	"vigil/content/authoring"
)

func TestAt(t *testing.T) {
	f := authoring.Load(context.Background(), os.DirFS("testdata/good"))
	for key, want := range map[string]string{
		"archive":                                  "archive.yaml:1:1",
		"source/icrtop-power":                      "sources.yaml:8:5",
		"person/hasan-nuhanovic#names":             "people.yaml:4:12",
		"person/hasan-nuhanovic#names/0":           "people.yaml:4:13",
		"person/hasan-nuhanovic#email":             "people.yaml:2:5",
		"person/hasan-nuhanovic@en#role":           "people.en.yaml:4:11",
		"organisation/icty#name":                   "organisations.yaml:2:22",
		"event/bosnia/srebrenica-falls":            "cases/bosnia/timeline.yaml:9:5",
		"event/bosnia/srebrenica-falls#date":       "cases/bosnia/timeline.yaml:10:11",
		"event/bosnia/krstic-judged@fr":            "cases/bosnia/timeline.fr.yaml:4:3",
		"event/bosnia/krstic-judged@fr#translator": "cases/bosnia/timeline.fr.yaml:1:13",
		"figure/bosnia/srebrenica-killed#high":     "cases/bosnia/case.yaml:6:11",
		"finding/bosnia/krstic-appeal":             "cases/bosnia/case.yaml:12:5",
		"essay/bosnia@en#review":                   "cases/bosnia/essay.en.md:2:9",
		"speech/power-2010#sha256":                 "speeches/power-2010/speech.yaml:10:9",
		"outline/power-2010/o1#paragraphs/1":       "speeches/power-2010/speech.yaml:13:22",
		"paragraph/power-2010/p2#places/0":         "speeches/power-2010/speech.yaml:22:14",
		"text/power-2010/p2@en":                    "speeches/power-2010/text.en.md:3:1",
		"quotation/power-signals":                  "quotations.yaml:2:5",
		"term/r2p@en":                              "glossary.en.yaml:2:3",
		"event/bosnia/nothing":                     ":0:0",
		"":                                         ":0:0",
	} {
		file, line, col := f.At(key)
		if got := fmt.Sprintf("%s:%d:%d", file, line, col); got != want {
			t.Errorf("%s is at %s, want %s", key, got, want)
		}
	}
}

func TestArchive(t *testing.T) {
	a := authoring.Load(context.Background(), os.DirFS("testdata/good")).Archive
	if a.ID != "vigil" || a.Original != "en" || len(a.Languages) != 2 || a.AsOf.EDTF != "2026-11" {
		t.Errorf("%+v", a)
	}
	c := a.Case("bosnia")
	if c == nil || len(c.Events) != 2 || c.Events[0].ID != "srebrenica-falls" {
		t.Fatalf("the events of the case are not in order of time: %+v", c)
	}
	if e := a.Event("bosnia", "krstic-judged"); e.Words["fr"].Title != "L’appel est jugé" || e.Words["fr"].Of != e.Words["en"].Hash {
		t.Errorf("%+v", e.Words)
	}
	if w := c.Essay["en"]; w.Review != content.Reviewed || len(w.Text) != 8 {
		t.Errorf("the essay: %+v", w)
	}
	s := a.Speech("power-2010")
	if len(s.Paragraphs) != 2 || !s.Paragraphs[1].Joins || s.Paragraphs[0].Text["en"].Text.Plain() != "It also sent an important" {
		t.Errorf("the speech: %+v", s.Paragraphs)
	}
	if got := s.Paragraphs[1].Text["en"].Text.Plain(); !strings.Contains(got, "priorities for remembrance") || strings.Contains(got, "\n") {
		t.Errorf("the second paragraph: %q", got)
	}
	if a.Person("hasan-nuhanovic").Words["en"].Review != content.Draft {
		t.Error("a wording that says nothing of review passes for reviewed")
	}
}

// TestSpokenIsNotMarkdown shows that a speech's marks are shown as they stand.
func TestSpokenIsNotMarkdown(t *testing.T) {
	fsys := good(t)
	fsys[spoken] = &fstest.MapFile{Data: []byte("# (...) *What*,\t  [concretely](x)\n\n> 2\u00a0000\r\n")}
	s := authoring.Load(context.Background(), fsys).Archive.Speech("power-2010")
	for i, want := range []string{"# (...) *What*, [concretely](x)", "> 2\u00a0000"} {
		if got := s.Paragraphs[i].Text["en"].Text.Plain(); got != want {
			t.Errorf("paragraph %d is %q, want %q", i+1, got, want)
		}
	}
}

// TestOtherEnds shows that an archive may be checked out with the line ends of
// Windows, and begin its files with a byte order mark, without changing a hash.
func TestOtherEnds(t *testing.T) {
	fsys := good(t)
	for name, file := range fsys {
		fsys[name] = &fstest.MapFile{Data: []byte("\ufeff" + strings.ReplaceAll(string(file.Data), "\n", "\r\n"))}
	}
	f := authoring.Load(context.Background(), fsys)
	if len(f.Problems) > 0 {
		t.Error(list(f.Problems))
	}
	e := f.Archive.Event("bosnia", "krstic-judged")
	if e.Words["fr"].Of != e.Words["en"].Hash {
		t.Error("the hash depends on line ends")
	}
}

func TestHash(t *testing.T) {
	// printf 'The title\n\nThe text.\n\n' | sha256sum
	const want = "98ad6ac712c0"
	if got := authoring.Hash(" The title\n", "", "The text.\n", ""); got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestProblemString(t *testing.T) {
	p := authoring.Problem{File: "a\nb.yaml", Line: 3, Col: 7, Rule: "x", Severity: authoring.Warning, Message: "it is " + authoring.Quote(strings.Repeat("\u202e\x1b", 100)), Mend: "mend\r\nit"}
	got := p.String()
	if !strings.HasPrefix(got, "aU+000Ab.yaml:3:7: warning: it is \"U+202EU+001B") || !strings.HasSuffix(got, "…\": mendU+000DU+000Ait") {
		t.Error(got)
	}
	data, err := json.Marshal(authoring.Problem{File: "a", Severity: authoring.Error})
	if want := `{"file":"a","line":0,"col":0,"rule":"","severity":"error","message":"","mend":""}`; err != nil || string(data) != want {
		t.Errorf("%s, %v", data, err)
	}
}

func TestNearest(t *testing.T) {
	known := []string{"group", "name", "names", "sources"}
	for name, want := range map[string]string{"gruop": "group", "nmae": "name", "anme ": "name", "source": "sources", "x": "", "": "", strings.Repeat("s", 1000): ""} {
		if got := authoring.Nearest(name, known); got != want {
			t.Errorf("%.20q is near %q, want %q", name, got, want)
		}
	}
}

// A part of the languages is read as the whole is, but for the others' words.
func TestLoadIn(t *testing.T) {
	fsys := os.DirFS("testdata/good")
	whole, part := authoring.Load(context.Background(), fsys), authoring.LoadIn(context.Background(), fsys, "ar")
	if len(part.Problems) > 0 || len(part.Archive.Events()) != len(whole.Archive.Events()) {
		t.Fatalf("%d of %d events, %v", len(part.Archive.Events()), len(whole.Archive.Events()), part.Problems)
	}
	french := 0
	for i, e := range whole.Archive.Events() {
		if _, ok := e.Words["fr"]; ok {
			french++
		}
		now := part.Archive.Events()[i].Words
		if _, ok := now["fr"]; ok || now["en"].Hash != e.Words["en"].Hash {
			t.Errorf("%s has words in %v", e.Route(), now)
		}
	}
	if french == 0 {
		t.Error("nothing is in French: nothing was tested")
	}
	if with := authoring.LoadIn(context.Background(), fsys, "fr"); len(with.Passages) <= len(part.Passages) {
		t.Error("French was asked for and is not there")
	}
}
