package authoring_test

import (
	"context"
	"strings"
	"testing"
	"testing/fstest"

	"vigil/content/authoring"
)

// broken is the good archive with one mistake of form.
type broken struct {
	name     string
	file     string
	old, new string // new stands where old stood; without old it is the whole file
	rule     string
	line     int
	col      int
	mend     string // a part of it
}

const (
	people   = "people.yaml"
	english  = "people.en.yaml"
	timeline = "cases/bosnia/timeline.yaml"
	essay    = "cases/bosnia/essay.en.md"
	speech   = "speeches/power-2010/speech.yaml"
	spoken   = "speeches/power-2010/text.en.md"
)

var mistakes = []broken{
	{"an unknown key", people, "group: survivor", "gruop: survivor", "unknown-key", 5, 5, `"group"`},
	{"a key far from any", people, "group: survivor", "group: survivor\n    email: x", "unknown-key", 6, 5, "the keys are id, name"},
	{"a key twice", people, "name: Samantha Power", "name: A\n    name: B", "duplicate-key", 12, 5, "one of them"},
	{"a list for a text", people, "name: Samantha Power", "name: [Samantha Power]", "wrong-type", 11, 11, "a text"},
	{"a text for a list", people, "sources: [icrtop-power]", "sources: icrtop-power", "wrong-type", 13, 14, "a list"},
	{"a map for a text", people, "name: Samantha Power", "name: {a: b}", "wrong-type", 11, 11, "a text"},
	{"a text for a record", people, "  - id: samantha-power\n    name: Samantha Power", "  - samantha\n  - name: Samantha Power", "wrong-type", 10, 5, "a map"},
	{"a number for a text", people, "born: \"1968\"", "born: 1968", "wrong-type", 6, 11, `quotation marks: "1968"`},
	{"a text for a number", timeline, "importance: 2", "importance: two", "wrong-type", 5, 17, "a whole number"},
	{"a fraction for a number", timeline, "importance: 2", "importance: 2.5", "wrong-type", 5, 17, "a whole number"},
	{"a number beyond all", timeline, "importance: 2", "importance: 99999999999999999999", "wrong-type", 5, 17, "a whole number"},
	{"a text for a truth", "sources.yaml", "seen: true", "seen: yes", "wrong-type", 7, 11, "true or false"},
	{"a text for coordinates", "places.yaml", "lat: 44.1061", "lat: 44° N", "wrong-type", 6, 10, "a number"},
	{"infinity", "places.yaml", "lat: 44.1061", "lat: .inf", "wrong-type", 6, 10, "a number"},
	{"an empty item", people, "sources: [icrtop-power]", "sources:\n      -\n      - icrtop-power", "wrong-type", 14, 7, "take it out"},
	{"a missing key", people, "    group: survivor\n", "", "missing-key", 2, 5, "add group"},
	{"a key without value", people, "group: survivor", "group:", "missing-key", 5, 5, "after the colon"},
	{"a bad id", people, "id: samantha-power", "id: Samantha_Power", "bad-id", 10, 9, "small letters"},
	{"a duplicate id", people, "id: samantha-power", "id: hasan-nuhanovic", "duplicate-id", 10, 9, "line 2"},
	{"a bad date", people, "born: \"1968\"", "born: \"68\"", "date", 6, 12, "1995-07-11"},
	{"a date of nothing", timeline, `"1995-07-11"`, `""`, "missing-key", 10, 12, "after the colon"},
	{"a date that is none", timeline, `"1995-07-11"`, `"1995-02-30"`, "date", 10, 12, "1995-07-11"},
	{"a bad language", "archive.yaml", "languages: [en, fr]", "languages: [en, fr, english]", "language", 8, 21, "BCP 47"},
	{"an unusual language", "archive.yaml", "languages: [en, fr]", "languages: [en, fr, sr-cyrl]", "language", 8, 21, "sr-Cyrl"},
	{"the original not first", "archive.yaml", "languages: [en, fr]", "languages: [fr, en]", "original-first", 8, 12, "begin"},
	{"an unknown word", people, "group: survivor", "group: survivors", "unknown-value", 5, 12, `"survivor"`},
	{"a word far from any", people, "group: survivor", "group: x", "unknown-value", 5, 12, "one of victim"},
	{"an unknown charge", "cases/bosnia/case.yaml", "[aiding-genocide]", "[aiding-genocide, genocid]", "unknown-value", 17, 82, `"genocide"`},
	{"thousands with a dot", "cases/bosnia/case.yaml", "low: 7000", "low: 800.000", "count", 5, 10, "write 800000"},
	{"a number with a dot that may be thousands", "cases/bosnia/case.yaml", "high: 8000", "high: 8.372", "count", 6, 11, "write 8372"},
	{"millions with dots", "cases/bosnia/case.yaml", "low: 7000", "low: 1.200.000", "wrong-type", 5, 10, "write 1200000"},
	{"a fraction of people", "cases/bosnia/case.yaml", "low: 7000", "low: 12.5", "count", 5, 10, "whole number"},
	{"an order with a dot", "cases/bosnia/case.yaml", "order: 1\n", "order: 1.000\n", "wrong-type", 1, 8, "write 1000"},
	{"words that are cut", people, "name: Samantha Power", "name: Prisoner #4711", "cut", 11, 20, "quotation marks"},
	{"a title that is cut", english, "role: Survivor and writer", "role: Survivor # and writer", "cut", 4, 20, "quotation marks"},
	{"a title of two lines", english, "role: Survivor and writer", "role: |\n      A\n      B", "one-line", 5, 7, "into text"},
	{"words of nobody", english, "  radislav-krstic:", "  radislaw-krstic:", "unknown-id", 7, 3, `"radislav-krstic"`},
	{"a paragraph's id", speech, "- id: p2", "- id: p3", "paragraph-id", 18, 9, "call it p2"},
	{"a paragraph too many", spoken, "remembrance in", "\n\nremembrance in", "paragraph-count", 6, 1, "empty lines"},

	{"an anchor", people, "name: Samantha Power", "name: &a Samantha Power", "yaml-plain", 11, 11, "in quotes"},
	{"an alias", people, "name: Samantha Power", "name: *a", "yaml-plain", 11, 11, "in quotes"},
	{"a tag", people, "name: Samantha Power", "name: !!str Samantha Power", "yaml-plain", 11, 11, "in quotes"},
	{"a merge key", people, "    name: Samantha Power", "    <<: {name: Samantha Power}", "yaml-plain", 11, 5, "write the text out"},
	{"a complex key", people, "    name: Samantha Power", "    ? name\n    : Samantha Power", "yaml-plain", 11, 5, "write the text out"},
	{"two documents", people, "  - id: samantha-power", "---\n  - id: samantha-power", "yaml-plain", 10, 1, "write the text out"},
	{"no YAML", people, "name: Samantha Power", "name: \"Samantha Power", "yaml", 11, 11, "quotation marks"},
	{"bad indentation", people, "    group: official", "  group: official", "yaml", 12, 3, "indentation"},

	{"a letter that turns the line", people, "name: Samantha Power", "name: Samantha \u202ePower", "letter", 11, 20, "delete"},
	{"the same, escaped", people, "name: Samantha Power", `name: "Samantha \u202ePower"`, "letter", 11, 21, "delete"},
	{"a byte order mark inside", people, "name: Samantha Power", "name: Samantha\ufeff Power", "letter", 11, 19, "delete"},
	{"NUL", people, "name: Samantha Power", "name: Samantha\x00 Power", "letter", 11, 19, "delete"},
	{"not UTF-8", people, "name: Samantha Power", "name: Samantha \xff\xfe", "utf8", 11, 20, "UTF-8"},

	{"HTML", essay, "A paragraph on", "A <b>paragraph</b> on", "html", 9, 3, "without it"},
	{"a block of HTML", essay, "A paragraph on", "<div>\nA paragraph on", "html", 9, 1, "without it"},
	{"code", essay, "*emphasis*", "`emphasis`", "code", 9, 64, "take out"},
	{"a fenced block", essay, "### Later", "```\nx\n```\n", "code", 18, 1, "paragraph"},
	{"an indented block", essay, "### Later", "    x = 1", "code", 18, 5, "margin"},
	{"a picture", essay, "*emphasis*", "![x](person/x)", "image", 9, 64, "take it out"},
	{"a table", essay, "### Later", "a | b\n--|--\nc | d", "table", 18, 1, "a list"},
	{"a line across", essay, "### Later", "---", "rule-line", 18, 1, "##"},
	{"a heading of level 1", essay, "### Later", "# Later", "heading", 18, 1, "##"},
	{"a heading of level 4", essay, "### Later", "#### Later", "heading", 18, 1, "##"},
	{"an address", essay, "*emphasis*", "<https://example.org>", "outside-link", 9, 64, "sources.yaml"},
	{"a bare address", essay, "*emphasis*", "www.example.org", "outside-link", 9, 64, "sources.yaml"},
	{"a link outside", essay, "person/hasan-nuhanovic", "https://example.org", "outside-link", 9, 16, "person/"},
	{"a link to a script", essay, "person/hasan-nuhanovic", "javascript:alert", "outside-link", 9, 16, "person/"},
	{"a link to nowhere", essay, "person/hasan-nuhanovic", "nowhere/x", "link", 9, 16, "case/bosnia"},
	{"a link with a title", essay, "person/hasan-nuhanovic", "person/hasan-nuhanovic \"x\"", "link-title", 9, 16, "take out"},
	{"an entity", essay, "*emphasis*", "&#x202e;", "entity", 9, 64, "the letter"},
	{"a broken line", essay, "*emphasis*", "*emphasis*  ", "line-break", 9, 74, "paragraph"},
	{"two paragraphs in an item", essay, "- another", "- another\n\n  more", "list", 15, 3, "item of its own"},
	{"a heading in a quotation", essay, "> Signals", "> ## x\n>\n> Signals", "block-quotation", 16, 3, "words alone"},
	{"a text that runs together", english, "text: |", "text: >\n      One.\n", "folded", 6, 1, "write |"},
	{"a head without an end", essay, "\"2026-11\"\n---", "\"2026-11\"", "head", 1, 1, "---"},
	{"an unknown key in a head", essay, "review: reviewed", "reviewd: reviewed", "unknown-key", 2, 1, `"review"`},

	{"a file of no kind", "cases/bosnia/essay.en.txt", "", "x", "unknown-file", 0, 0, "essay.en.md"},
	{"a file misspelt", "peple.yaml", "", "x", "unknown-file", 0, 0, `"people.yaml"`},
	{"a folder of no kind", "maps/x.jpg", "", "x", "unknown-file", 0, 0, "cases/ID"},
	{"a folder too deep", "cases/bosnia/old/case.yaml", "", "x", "unknown-file", 0, 0, "remove it"},
	{"a folder that is no id", "cases/Bosnia/case.yaml", "", "x", "unknown-file", 0, 0, "cases"},
	{"a language that is none", "people.xx-yy-zz-q.yaml", "", "words: {}", "language", 0, 0, "BCP 47"},
	{"a language not offered", "people.de.yaml", "", "words:\n  samantha-power:\n    role: x\n", "unoffered-language", 0, 0, "archive.yaml"},
	{"a case without facts", "cases/rwanda/essay.en.md", "", "Words.", "missing-file", 0, 0, "example"},
	{"a speech without facts", "speeches/x/text.en.md", "", "Words.", "missing-file", 0, 0, "example"},
	{"a picture of which nothing is said", "media/x.jpg", "", "x", "no-sidecar", 0, 0, "media/x.yaml"},
	{"a sidecar without its picture", "media/x.yaml", "", "file: y.jpg\ncredit: z\nrights: z\n", "missing-file", 1, 7, "put the file there"},
	{"a picture of no format", "media/x.gif", "", "x", "unknown-file", 0, 0, "remove"},
	{"a lesson without stops", "lessons/x.yaml", "", "ages: \"15\"\nminutes: 5\n", "missing-key", 1, 1, "stops"},
	{"a speech named as a case", "speeches/bosnia/speech.yaml", "", "x: y", "duplicate-id", 1, 1, "rename"},
}

func TestMistakes(t *testing.T) {
	for _, b := range mistakes {
		t.Run(b.name, func(t *testing.T) {
			f := authoring.Load(context.Background(), b.folder(t))
			for _, p := range f.Problems {
				if p.Rule == b.rule && p.Line == b.line && p.Col == b.col && strings.Contains(p.Mend, b.mend) {
					return
				}
			}
			t.Errorf("no %s in %s:%d:%d with %q, but\n%s", b.rule, b.file, b.line, b.col, b.mend, list(f.Problems))
		})
	}
}

// TestFewProblems holds a mistake to the problem it is, and perhaps what follows from it.
func TestFewProblems(t *testing.T) {
	for _, b := range mistakes {
		f := authoring.Load(context.Background(), b.folder(t))
		if n := len(f.Problems); n > 3 && !strings.HasPrefix(b.file, "speeches/bosnia") {
			t.Errorf("%s: %d problems\n%s", b.name, n, list(f.Problems))
		}
		if f.Archive == nil || len(f.Archive.Sources) != 2 {
			t.Errorf("%s: what is good is not shown", b.name)
		}
	}
}

func TestNoArchiveFile(t *testing.T) {
	f := authoring.Load(context.Background(), fstest.MapFS{})
	if len(f.Problems) != 1 || f.Problems[0].Rule != "missing-file" || f.Archive == nil {
		t.Errorf("an empty folder: %s", list(f.Problems))
	}
}

// folder is the good archive, broken.
func (b broken) folder(t *testing.T) fstest.MapFS {
	t.Helper()
	fsys := good(t)
	if b.old == "" {
		fsys[b.file] = &fstest.MapFile{Data: []byte(b.new)}
		return fsys
	}
	text := string(fsys[b.file].Data)
	if !strings.Contains(text, b.old) {
		t.Fatalf("%s does not hold %q", b.file, b.old)
	}
	fsys[b.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, b.old, b.new, 1))}
	return fsys
}

func list(problems []authoring.Problem) string {
	var s strings.Builder
	for _, p := range problems {
		s.WriteString("\t" + p.Rule + " " + p.String() + "\n")
	}
	return s.String()
}
