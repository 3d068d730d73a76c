package authoring_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content/authoring"
)

// onePlainLine fails where a problem is not safe to print.
func onePlainLine(t *testing.T, problems []authoring.Problem) {
	t.Helper()
	for _, p := range problems {
		s := p.String()
		if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r >= 0x202a && r <= 0x202e }) || p.Mend == "" {
			t.Errorf("%q", s)
		}
	}
}

func FuzzYAML(f *testing.F) {
	for _, b := range mistakes {
		f.Add(b.new)
	}
	for _, c := range hostileYAML {
		f.Add(c.before + strings.Repeat(c.unit, 3) + c.after)
	}
	for _, file := range good(f) {
		f.Add(string(file.Data))
	}
	f.Fuzz(func(t *testing.T, text string) {
		fsys := fstest.MapFS{}
		for _, name := range []string{"archive.yaml", "people.yaml", "people.en.yaml", "cases/c/case.yaml", "cases/c/timeline.yaml", "speeches/s/speech.yaml"} {
			fsys[name] = &fstest.MapFile{Data: []byte(text)}
		}
		onePlainLine(t, authoring.Load(context.Background(), fsys).Problems)
	})
}

func FuzzLoad(f *testing.F) {
	for _, b := range mistakes {
		f.Add(b.file, b.new)
	}
	for name, file := range good(f) {
		f.Add(name, string(file.Data))
	}
	base := good(f)
	f.Fuzz(func(t *testing.T, name, text string) {
		fsys := fstest.MapFS{}
		for name, file := range base {
			fsys[name] = file
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
		folder := authoring.Load(context.Background(), fsys)
		onePlainLine(t, folder.Problems)
		if folder.Archive == nil {
			t.Error("no archive")
		}
	})
}
