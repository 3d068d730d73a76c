package authoring_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vigil/content/authoring"
)

func TestWired(t *testing.T) {
	const line = "# yaml-language-server: $schema=.schema/people.schema.json"
	for _, c := range []struct{ name, file, before, after string }{
		{"a file", "people.yaml", "people: []\n", line + "\npeople: []\n"},
		{"an empty file", "people.yaml", "", line + "\n"},
		{"remarks", "people.yaml", "# People.\npeople: []\n", line + "\n# People.\npeople: []\n"},
		{"ends of lines as on Windows", "people.yaml", "# People.\r\npeople: []\r\n", line + "\r\n# People.\r\npeople: []\r\n"},
		{"a byte order mark", "people.yaml", "\ufeffpeople: []\n", "\ufeff" + line + "\npeople: []\n"},
		{"wired", "people.yaml", line + "\npeople: []\n", line + "\npeople: []\n"},
		{"wired to another place", "people.yaml", "# People.\n# yaml-language-server: $schema=../.schema/case.schema.json\npeople: []\n", line + "\n# People.\npeople: []\n"},
		{"such words in a text", "people.yaml", "people: []\n# yaml-language-server: $schema=.schema/x\n", line + "\npeople: []\n# yaml-language-server: $schema=.schema/x\n"},
		{"no end of the last line", "people.yaml", "people: []", line + "\npeople: []"},
		{"a folder deeper", "cases/x/timeline.pl.yaml", "words: {}\n", "# yaml-language-server: $schema=../../.schema/timeline.words.schema.json\nwords: {}\n"},
		{"lessons", "lessons/x.en.yaml", "words: {}\n", "# yaml-language-server: $schema=../.schema/lesson.words.schema.json\nwords: {}\n"},
		{"an essay", "cases/x/essay.en.md", "Words.\n", "Words.\n"},
		{"the interface", "interface.pl.toml", "a = 1\n", "a = 1\n"},
		{"a file of no kind", "x.yaml", "a: b\n", "a: b\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			wired := authoring.Wired(c.file, c.before)
			if wired != c.after {
				t.Errorf("wired is\n%q, want\n%q", wired, c.after)
			}
			if again := authoring.Wired(c.file, wired); again != wired {
				t.Errorf("wired twice is\n%q", again)
			}
			if !strings.Contains(c.name, "wired") && !strings.Contains(c.name, "such words") {
				if back := authoring.Unwired(wired); back != c.before {
					t.Errorf("taken out again is\n%q, want\n%q", back, c.before)
				}
			}
		})
	}
}

// An archive is wired and means the same; twice gives the same; taken out again it is what
// it was.
func TestWire(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/good")); err != nil {
		t.Fatal(err)
	}
	sources, err := os.ReadFile(filepath.Join(dir, "sources.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	// A name that looks like a place in the schema is a name.
	write(t, filepath.Join(dir, "sources.yaml"), strings.Replace(string(sources), "author: ICTY Appeals Chamber\n    title: Prosecutor v. Krstić, judgement\n    date: \"2004-04-19\"", "title: \"offered here: source\"", 1))
	before := contents(t, dir)
	changed, err := authoring.Wire(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{".schema/people.schema.json", ".vscode/settings.json", ".vscode/extensions.json", "people.en.yaml", "cases/bosnia/case.yaml"} {
		if !slices.Contains(changed, name) {
			t.Errorf("%s was not changed: %q", name, changed)
		}
	}
	for _, p := range authoring.Load(context.Background(), os.DirFS(dir)).Problems {
		t.Errorf("once wired: %s", p)
	}
	for name := range before {
		if line := authoring.SchemaLine(name); line != "" {
			if _, err := os.Stat(filepath.Join(dir, filepath.Dir(name), filepath.FromSlash(strings.TrimPrefix(line, "# yaml-language-server: $schema=")))); err != nil {
				t.Errorf("%s leads nowhere: %v", name, err)
			}
		}
	}
	wired := contents(t, dir)
	for name, text := range wired {
		if strings.HasPrefix(name, ".schema/") && !json.Valid([]byte(text)) {
			t.Errorf("%s is no JSON", name)
		}
	}
	for name, id := range map[string]string{"timeline": "icty-krstic-aj", "case": "radislav-krstic", "speech": "event/bosnia/srebrenica-falls"} {
		if !strings.Contains(wired[".schema/"+name+".schema.json"], `{"label":"`+id+`",`) {
			t.Errorf("an editor is not offered %s in %s.yaml", id, name)
		}
	}
	if changed, err := authoring.Wire(context.Background(), dir); err != nil || len(changed) > 0 {
		t.Errorf("a second time changes %q, %v", changed, err)
	}
	if !same(wired, contents(t, dir)) {
		t.Error("a second time is another archive")
	}
	if _, err := authoring.Unwire(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	if after := contents(t, dir); !same(before, after) {
		t.Errorf("taken out again it is another archive: %d files, then %d", len(before), len(after))
	}
}

func TestWireLeavesWhatIsNotItsOwn(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/good")); err != nil {
		t.Fatal(err)
	}
	own := filepath.Join(dir, ".vscode", "settings.json")
	write(t, own, "{}\n")
	write(t, filepath.Join(dir, "notes", "people.yaml"), "people: mine\n")
	write(t, filepath.Join(dir, "people.fr.yaml"), "words: \xff\n")
	if _, err := authoring.Wire(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	if _, err := authoring.Unwire(context.Background(), dir); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{own: "{}\n", filepath.Join(dir, "notes", "people.yaml"): "people: mine\n", filepath.Join(dir, "people.fr.yaml"): "words: \xff\n"} {
		if text, err := os.ReadFile(name); err != nil || string(text) != want {
			t.Errorf("%s is %q, %v", name, text, err)
		}
	}

	mine := filepath.Join(dir, ".schema", "speech.schema.json")
	write(t, mine, "{\"type\": \"object\"}\n")
	before := contents(t, dir)
	if _, err := authoring.Wire(context.Background(), dir); err == nil || !strings.Contains(err.Error(), "speech.schema.json") {
		t.Errorf("a schema of somebody else: %v", err)
	}
	if !same(before, contents(t, dir)) {
		t.Error("something was written all the same")
	}
}

func write(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		inside, _ := filepath.Rel(dir, name)
		out[filepath.ToSlash(inside)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func same(a, b map[string]string) bool {
	if len(a) != len(b) {
		return false
	}
	for name, text := range a {
		if b[name] != text {
			return false
		}
	}
	return true
}
