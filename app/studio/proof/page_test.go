package proof_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"vigil/app/studio/proof"
	"vigil/content/authoring"
	"vigil/content/check"
	"vigil/content/route"
)

func TestList(t *testing.T) {
	d := newDesk(t)
	d.put(facts, "2004-04-19", "yesterday")
	d.put("people.en.yaml", "role:", "rle:")
	d.put("speeches/power-2010/speech.yaml", "speaker:", "speker:")
	e := d.last()
	tests := []struct{ page, first string }{
		{"event/bosnia/krstic-judged", facts},
		{"case/bosnia/timeline?view=list", facts},
		{"people", "people.en.yaml"},
		{"speech/power-2010#p2", "speeches/power-2010/"},
	}
	for _, tt := range tests {
		list := e.List(tt.page)
		if len(list) != len(e.Problems) || !list[0].Here || !strings.HasPrefix(list[0].File, tt.first) {
			t.Errorf("on %s the first is %v, of this page %v", tt.page, list[0].Problem, list[0].Here)
		}
		if !slices.IsSortedFunc(list, func(a, b proof.Listed) int { return rank(a) - rank(b) }) {
			t.Errorf("on %s they are in no order: %v", tt.page, list)
		}
	}
	for _, l := range e.List("pause") {
		if l.Here {
			t.Errorf("%v is about a page that says nothing of it", l.Problem)
		}
	}
}

func rank(l proof.Listed) int {
	n := 0
	if !l.Here {
		n += 2
	}
	if l.Severity == "warning" {
		n++
	}
	return n
}

// FuzzList names files and lines that no archive has: a mistake leads to a page or nowhere.
func FuzzList(f *testing.F) {
	for _, file := range []string{"", ".", "people.yaml", "cases/bosnia/timeline.en.yaml", "cases//x", "cases/Bosnia/essay.md", "lessons/..yaml", "media/a b.yaml", "speeches/\x00/y", "archive"} {
		f.Add(file, 3)
	}
	p := proof.New(os.DirFS("../../../content/authoring/testdata/good"), func() check.Tools { return check.Tools{} })
	var e proof.Edition
	p.Read(context.Background(), "en", func(last proof.Edition) { e = last })
	f.Fuzz(func(t *testing.T, file string, line int) {
		e := e
		e.Problems = []authoring.Problem{{File: file, Line: line}}
		for _, page := range []string{"home", file} {
			l := e.List(page)[0]
			if _, err := route.Parse(l.Address); l.Address != "" && err != nil {
				t.Errorf("%q, line %d leads to %q: %v", file, line, l.Address, err)
			}
		}
	})
}

func TestAddress(t *testing.T) {
	tests := []struct{ file, old, now, want string }{
		{facts, "2004-04-19", "yesterday", "event/bosnia/krstic-judged"},
		{facts, "events:", "events: [", "case/bosnia/timeline"},
		{words, "    title: Srebrenica is taken", "    titel: Srebrenica", "event/bosnia/srebrenica-falls"},
		{words, "    title: Srebrenica is taken", "    title: \"Srebrenica", "event/bosnia/srebrenica-falls"},
		{"cases/bosnia/essay.en.md", "##", "<b>##</b>", "case/bosnia/essay"},
		{"people.yaml", "names:", "nmes:", "person/hasan-nuhanovic"},
		{"archive.yaml", "original: en", "original: [en", "home"},
		{"speeches/power-2010/speech.yaml", "speaker:", "speker:", "speech/power-2010"},
	}
	for _, tt := range tests {
		t.Run(tt.file, func(t *testing.T) {
			d := newDesk(t)
			d.read()
			d.put(tt.file, tt.old, tt.now)
			for _, l := range d.last().List("pause") {
				if l.File == tt.file && l.Severity == "error" {
					if l.Address != tt.want {
						t.Errorf("%v is about %q, want %q", l.Problem, l.Address, tt.want)
					}
					if !strings.HasPrefix(l.Place(), tt.file+":") {
						t.Errorf("its place is %q", l.Place())
					}
					return
				}
			}
			t.Error("nothing is told")
		})
	}
}
