package authoring_test

import (
	"context"
	"os"
	"testing"

	"vigil/content/authoring"
)

func TestRecord(t *testing.T) {
	lines := authoring.Load(context.Background(), os.DirFS("testdata/good")).Lines()
	tests := []struct {
		file string
		line int
		want string
	}{
		{"archive.yaml", 1, "archive"},
		{"archive.yaml", 1000, "archive"},
		{"people.yaml", 1, ""},
		{"people.yaml", 4, "person/hasan-nuhanovic"},
		{"people.en.yaml", 4, "person/hasan-nuhanovic@en"},
		{"cases/bosnia/timeline.yaml", 9, "event/bosnia/srebrenica-falls"},
		{"cases/bosnia/timeline.yaml", 10, "event/bosnia/srebrenica-falls"},
		{"cases/bosnia/timeline.fr.yaml", 5, "event/bosnia/krstic-judged@fr"},
		{"cases/bosnia/case.yaml", 6, "figure/bosnia/srebrenica-killed"},
		{"cases/bosnia/case.yaml", 12, "finding/bosnia/krstic-appeal"},
		{"cases/bosnia/essay.en.md", 12, "essay/bosnia@en"},
		{"speeches/power-2010/text.en.md", 3, "text/power-2010/p2@en"},
		{"cases/bosnia/timeline.yaml", 0, ""},
		{"no/such/file.yaml", 3, ""},
		{"", 0, ""},
	}
	for _, tt := range tests {
		if got := lines.Record(tt.file, tt.line); got != tt.want {
			t.Errorf("%s:%d belongs to %q, want %q", tt.file, tt.line, got, tt.want)
		}
	}
}

// TestRecordIsWhereAtSays holds the two ways to one another.
func TestRecordIsWhereAtSays(t *testing.T) {
	f := authoring.Load(context.Background(), os.DirFS("testdata/good"))
	lines := f.Lines()
	for _, e := range f.Archive.Events() {
		key := e.Route()
		file, line, _ := f.At(key)
		if got := lines.Record(file, line); got != key {
			t.Errorf("%s stands at %s:%d, where %q is said to stand", key, file, line, got)
		}
	}
}
