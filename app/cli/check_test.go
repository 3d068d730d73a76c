package cli_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// mistake is one thing wrong with a copy of the bundled archive.
type mistake struct {
	name string
	make func(t *testing.T, dir string) (file string, line int) // where it is then
	says string                                                 // part of what is said of it
}

// changed puts one text for another in a file and returns the line where it
// stands.
func changed(file, old, new string) func(*testing.T, string) (string, int) {
	return func(t *testing.T, dir string) (string, int) {
		t.Helper()
		text := read(t, dir, file)
		before, after, ok := strings.Cut(text, old)
		if !ok {
			t.Fatalf("%s does not hold %q", file, old)
		}
		write(t, dir, file, before+new+after)
		return file, 1 + strings.Count(before, "\n") + strings.Count(new, "\n")
	}
}

// added puts a text at the end of a file and returns its first line.
func added(file, words string) func(*testing.T, string) (string, int) {
	return func(t *testing.T, dir string) (string, int) {
		t.Helper()
		text := strings.TrimRight(read(t, dir, file), "\n") + "\n"
		write(t, dir, file, text+words)
		return file, 1 + strings.Count(text, "\n")
	}
}

func read(t *testing.T, dir, file string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, file))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func write(t *testing.T, dir, file, text string) {
	t.Helper()
	name := filepath.Join(dir, file)
	if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// french is a file of words; what stands in it instead touches no other file.
const french = "people.fr.yaml"

var mistakes = []mistake{
	{"a bad id", added("sources.yaml", "  - id: Bad_Id\n    author: A\n    title: T\n    kind: book\n    seen: false\n"), `"Bad_Id" is not an id`},
	{"a bad date", changed("cases/bosnia/timeline.yaml", `date: "19`, `date: "1995-13-11-19`), "not a date"},
	{"a missing source", changed("cases/bosnia/timeline.yaml", "sources: [", "sources: [no-such-source-anywhere, "), `no source "no-such-source-anywhere"`},
	{"an altered word of the speech", func(t *testing.T, dir string) (string, int) {
		changed("speeches/power-2010/text.en.md", "we governments must make", "we governments should make")(t, dir)
		return "speeches/power-2010/text.en.md", 1
	}, "altered since they were sealed"},
	{"an altered quotation", func(t *testing.T, dir string) (string, int) {
		file, line := changed("quotations.en.yaml", "Signals must be sent", "Signals should be sent")(t, dir)
		return file, line - 1 // it is the text that is wrong, which begins a line before its words
	}, "word for word"},
	{"an unknown key", added("archive.yaml", "publsher: x\n"), `did you mean "publisher"?`},
	{"a letter that turns others", changed("people.en.yaml", "role: ", "role: \u202e"), "U+202E"},
	{"a file that is far too large", func(t *testing.T, dir string) (string, int) {
		write(t, dir, french, "")
		if err := os.Truncate(filepath.Join(dir, french), 100<<20); err != nil {
			t.Fatal(err)
		}
		return french, 0
	}, ""},
	{"a link out of the folder", func(t *testing.T, dir string) (string, int) {
		if runtime.GOOS == "windows" {
			t.Skip("links need rights there")
		}
		secret := filepath.Join(t.TempDir(), "secret.yaml")
		if err := os.WriteFile(secret, []byte("words: {hidden: {title: top secret}}\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		write(t, dir, french, "")
		if err := os.Remove(filepath.Join(dir, french)); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink(secret, filepath.Join(dir, french)); err != nil {
			t.Fatal(err)
		}
		return french, 0
	}, "link"},
	{"a YAML bomb", func(t *testing.T, dir string) (string, int) {
		bomb := "a: &a [x, x, x, x, x, x, x, x, x]\n"
		for c := 'b'; c < 'k'; c++ {
			bomb += fmt.Sprintf("%c: &%c [%s]\n", c, c, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*%c, ", c-1), 9), ", "))
		}
		write(t, dir, french, bomb)
		return french, 1
	}, "anchor"},
	{"a file that is none of the format", func(t *testing.T, dir string) (string, int) {
		write(t, dir, "run.exe", "MZ")
		return "run.exe", 0
	}, ""},
	{"a file that is no text", func(t *testing.T, dir string) (string, int) {
		write(t, dir, french, "words:\n  x: \xff\xfe\n")
		return french, 2
	}, "UTF-8"},
}

// problem is a problem as scripts read it.
type problem struct {
	File     string `json:"file"`
	Line     int    `json:"line"`
	Col      int    `json:"col"`
	Rule     string `json:"rule"`
	Severity string `json:"severity"`
	Message  string `json:"message"`
	Mend     string `json:"mend"`
}

func TestCheckNamesEachMistake(t *testing.T) {
	for _, m := range mistakes {
		t.Run(m.name, func(t *testing.T) {
			dir := copied(t)
			file, line := m.make(t, dir)
			checkJSON(t, dir, file, line, m.says)
		})
	}
}

// A problem is a line for people as it is an object for scripts.
func TestCheckSaysItInALine(t *testing.T) {
	dir := copied(t)
	m := mistakes[0]
	file, line := m.make(t, dir)
	o := run("check", dir)
	if o.code != found || o.err != "" {
		t.Errorf("exit code %d, error %q", o.code, o.err)
	}
	lines := strings.Split(strings.TrimSuffix(o.out, "\n"), "\n")
	if want := fmt.Sprintf("%s:%d:", file, line); len(lines) != 1 || !strings.HasPrefix(lines[0], want) || !strings.Contains(lines[0], m.says) {
		t.Errorf("says\n%s\nwant %s ... %s", o.out, want, m.says)
	}
}

// checkJSON asks for one problem, there, that says so.
func checkJSON(t *testing.T, dir, file string, line int, says string) {
	t.Helper()
	o := run("check", dir, "--json")
	if o.code != found || o.err != "" {
		t.Errorf("exit code %d, error %q", o.code, o.err)
	}
	if strings.Contains(o.out, "top secret") {
		t.Error("tells what lies outside of the folder")
	}
	var problems []problem
	decoder := json.NewDecoder(strings.NewReader(o.out))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&problems); err != nil {
		t.Fatalf("%v: %.200s", err, o.out)
	}
	if decoder.More() {
		t.Error("more than one document")
	}
	// What was translated from the words that were altered is stale, and says so.
	problems = slices.DeleteFunc(problems, func(p problem) bool { return p.Rule == "stale" })
	if len(problems) != 1 {
		t.Fatalf("%d problems, want one:\n%s", len(problems), o.out)
	}
	p := problems[0]
	if p.File != file || p.Line != line || p.Rule == "" || p.Severity != "error" || p.Message == "" || p.Mend == "" {
		t.Errorf("%+v", p)
	}
	if !strings.Contains(p.Message+p.Mend, says) {
		t.Errorf("says %q\nwant %q", p.Message, says)
	}
}

func TestCheckOfTheBundledArchive(t *testing.T) {
	const dir = "../../content/archive"
	if o := run("check", dir); o.code != good || o.out != "" || o.err != "" {
		t.Errorf("exit code %d:\n%s%s", o.code, o.out, o.err)
	}
	if o := run("check", "--json", dir); o.code != good || strings.TrimSpace(o.out) != "[]" {
		t.Errorf("exit code %d: %s", o.code, o.out)
	}
}

// A warning is told and does not fail a check.
func TestCheckWarns(t *testing.T) {
	dir := copied(t)
	file, _ := changed("archive.en.yaml", "title: ", "title: A new ")(t, dir)
	if _, err := os.Stat(filepath.Join(dir, "archive.fr.yaml")); err != nil {
		t.Skip("nothing was translated from it")
	}
	o := run("check", dir)
	if o.code != good || !strings.Contains(o.out, "warning") || !strings.Contains(o.out, "archive.fr.yaml:") {
		t.Errorf("%s changed under its translation: exit code %d:\n%s", file, o.code, o.out)
	}
}

func TestCheckOfManyMistakes(t *testing.T) {
	dir := copied(t)
	var want []string
	for _, m := range mistakes[:7] {
		file, _ := m.make(t, dir)
		want = append(want, file)
	}
	o := run("check", dir)
	if o.code != found {
		t.Errorf("exit code %d", o.code)
	}
	var files []string
	for line := range strings.Lines(o.out) {
		file, _, _ := strings.Cut(line, ":")
		files = append(files, file)
	}
	if !slices.IsSorted(files) {
		t.Errorf("not in the order of files: %v", files)
	}
	for _, file := range want {
		if !slices.Contains(files, file) {
			t.Errorf("nothing is said of %s", file)
		}
	}
}

func TestCheckOfAnEmptyFolder(t *testing.T) {
	if o := run("check", t.TempDir()); o.code != found || !strings.Contains(o.out, "vigil new") {
		t.Errorf("exit code %d: %s%s", o.code, o.out, o.err)
	}
}
