package cli_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"vigil/app/cli"
	"vigil/content/authoring"
	contentcheck "vigil/content/check"
)

// obstacle is an obstacle as scripts read it.
type obstacle struct {
	problem
	Who  string `json:"who"`
	Lang string `json:"lang"`
}

// placedLine is a line of a report: file, line, column, what and mend, and the rule.
var placedLine = regexp.MustCompile(`^[^:\s]+:\d+:\d+: .+ \[[a-z0-9-]+\]$`)

func lines(text string) []string { return strings.Split(strings.TrimSuffix(text, "\n"), "\n") }

// The bundled archive is a draft: much stands between it and its opening, and each
// group counts its lines.
func TestPublish(t *testing.T) {
	o := run("check", "--publish", "../../content/archive")
	if o.code != found || o.err != "" {
		t.Fatalf("exit code %d, %s", o.code, o.err)
	}
	all := lines(o.out)
	heading := regexp.MustCompile(`^(curator|reviewer of the facts|reviewer of the words in [a-z]+): (\d+)$`)
	n, groups := 0, 0
	for _, line := range all[:len(all)-1] {
		switch {
		case heading.MatchString(line):
			groups++
		case placedLine.MatchString(line):
			n++
		case line != "":
			t.Errorf("%q is no line of a report", line)
		}
	}
	if last := all[len(all)-1]; groups != 10 || !strings.HasPrefix(last, "Left between this archive and its opening: for the curator ") || !strings.Contains(last, " in en, ") {
		t.Errorf("%d groups, and at the end %q", groups, last)
	}
	var list []obstacle
	j := run("check", "--publish", "--json", "../../content/archive")
	if err := json.Unmarshal([]byte(j.out), &list); err != nil || j.code != found || len(list) != n {
		t.Fatalf("exit code %d, %d in JSON and %d in lines: %v", j.code, len(list), n, err)
	}
	for _, o := range list {
		if o.Who == "" || o.Mend == "" || o.Rule == "" || strings.Contains(o.File, ".fr.") != (o.Lang == "fr") {
			t.Errorf("%+v", o)
		}
	}
}

// Whoever begins from a new archive is told each line of it that nobody has replaced.
func TestWhatNewWroteIsUnwritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "archive")
	if o := run("new", dir, "--lang", "en,fr"); o.code != good {
		t.Fatal(o.err)
	}
	o := run("check", "--publish", dir)
	for _, line := range cli.Unwritten() {
		if !strings.Contains(o.out, "nobody has written this yet: "+authoring.Quote(line)) {
			t.Errorf("%q is not told", line)
		}
	}
	if strings.Contains(o.out, "Before you read") || strings.Contains(o.out, "What came before") {
		t.Error("what may stand is told")
	}
}

// Of one language only what concerns it is told.
func TestPublishOneLanguage(t *testing.T) {
	o := run("check", "--publish", "--lang", "fr", small)
	if o.code != found || !strings.Contains(o.out, "translator into fr: ") || strings.Contains(o.out, "curator") || !strings.Contains(o.out, "Left between the words in fr and the opening: for the ") {
		t.Errorf("exit code %d: %s%s", o.code, o.out, o.err)
	}
}

// A reviser is told what to look at first, in steps with their counts.
func TestCheckOneLanguage(t *testing.T) {
	dir := copied(t)
	changed("archive.en.yaml", "title: ", "title: A new ")(t, dir)
	o := run("check", "--lang", "fr", dir)
	if o.code != good || !strings.HasPrefix(o.out, "1. stale: the original has changed since: 1\narchive.fr.yaml:") || !strings.Contains(o.out, "\n2. drafts of what a visitor meets first: ") {
		t.Errorf("exit code %d: %.600s", o.code, o.out)
	}
	for _, line := range lines(o.out) {
		if !placedLine.MatchString(line) && line != "" && (line[0] < '1' || line[0] > '9') {
			t.Errorf("%q is no line of a report", line)
		}
	}
	var list []problem
	if err := json.Unmarshal([]byte(run("check", "--json", "--lang", "fr", dir).out), &list); err != nil || len(list) == 0 || list[0].Rule != "stale" {
		t.Errorf("%v: %v", list, err)
	}
	if o := run("check", "--lang", "xx", dir); o.code != misuse || !strings.Contains(o.err, "en, fr") {
		t.Errorf("exit code %d: %s", o.code, o.err)
	}
}

func TestExplain(t *testing.T) {
	rules := contentcheck.Explained()
	list := run("check", "--explain")
	if list.code != good || list.err != "" {
		t.Errorf("exit code %d: %s", list.code, list.err)
	}
	for _, r := range rules {
		if !strings.Contains(list.out, "  "+r.Rule+" ") {
			t.Errorf("%s is not listed", r.Rule)
		}
		o := run("check", "--explain", r.Rule)
		if o.code != good || !strings.HasPrefix(o.out, r.Rule+": ") || !strings.Contains(o.out, r.Why) || !strings.Contains(o.out, "Right") && !strings.Contains(o.out, "no example here") {
			t.Errorf("exit code %d: %s%s", o.code, o.out, o.err)
		}
	}
	tests := []struct {
		args []string
		code int
		says string
	}{
		{[]string{"--explain=bad-id"}, good, "bad-id: "},
		{[]string{"bad-id", "--explain"}, good, "bad-id: "},
		{[]string{"--explain", "qotation"}, misuse, `"quotation"`},
		{[]string{"--explain", "nothing-like-any-of-them"}, misuse, "lists all"},
		{[]string{"--explain", "bad-id", "date"}, misuse, "one word"},
	}
	for _, tt := range tests {
		if o := run(slices.Concat([]string{"check"}, tt.args)...); o.code != tt.code || !strings.Contains(o.out+o.err, tt.says) {
			t.Errorf("%v: exit code %d: %s%s", tt.args, o.code, o.out, o.err)
		}
	}
}

// Lessons that stand alone are no archive: nothing of them is opened or translated.
func TestLessonsAloneAreNotPublished(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "lessons"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, flag := range []string{"--publish", "--lang=fr"} {
		if o := run("check", flag, dir); o.code != misuse || !strings.Contains(o.err, "lessons alone") {
			t.Errorf("%s: exit code %d: %s%s", flag, o.code, o.out, o.err)
		}
	}
}
