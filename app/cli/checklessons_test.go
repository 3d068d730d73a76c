package cli_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vigil/app/cli"
)

// Lessons that stand alone, as on a stick, are checked against the archive.
func TestCheckOfLessonsAlone(t *testing.T) {
	const words = "words:\n  lesson:\n    title: Of my own\n  stop-1:\n    title: First\n"
	for _, c := range []struct {
		name, facts, want string
		code              int
	}{
		{"whole", "ages: \"15-18\"\nminutes: 5\nstops:\n  - id: stop-1\n    minutes: 5\n    routes: [case/rwanda]\n", "", 0},
		{"a page that is not there", "ages: \"15-18\"\nminutes: 5\nstops:\n  - id: stop-1\n    minutes: 5\n    routes: [case/nowhere]\n", "lessons/mine.yaml:6:14: there is no case study", 1},
		{"no ages", "minutes: 5\nstops:\n  - id: stop-1\n    minutes: 5\n", "ages", 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.Mkdir(filepath.Join(dir, "lessons"), 0o755); err != nil {
				t.Fatal(err)
			}
			for name, data := range map[string]string{"mine.yaml": c.facts, "mine.en.yaml": words} {
				if err := os.WriteFile(filepath.Join(dir, "lessons", name), []byte(data), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			var out, said strings.Builder
			code := cli.Main(context.Background(), cli.Env{Out: &out, Err: &said}, []string{"check", dir})
			if code != c.code || !strings.Contains(out.String(), c.want) || c.code == 0 && out.Len() > 0 {
				t.Errorf("exit %d\n%s%s", code, out.String(), said.String())
			}
		})
	}
}
