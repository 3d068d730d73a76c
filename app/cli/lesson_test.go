package cli_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// words is text as it is compared: without what turns directions or breaks lines.
func words(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u00ad' || unicode.Is(unicode.Cf, r):
			return -1
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(norm.NFC.String(s)), " ")
}

// pdfWords is what pdftotext takes out of a sheet.
func pdfWords(t *testing.T, file string) string {
	t.Helper()
	path, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Fatal("there is no pdftotext: build/test installs it (poppler-utils)")
	}
	out, err := exec.Command(path, file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return words(string(out))
}

// mostInPieces is how many lines of a sheet in Arabic or Hebrew pdftotext may give back in
// pieces: it takes the direction of a whole page from most of its letters, and a line that
// begins with a name in the other script for two (see findings/poppler-direction-is-of-the-page.sh).
const mostInPieces = 2

// inPieces reports whether all words of a line are on a sheet, in whatever order.
func inPieces(printed, line string) bool {
	for word := range strings.FieldsSeq(line) {
		if !strings.Contains(printed, strings.Trim(word, ",.?!؟،:")) {
			return false
		}
	}
	return true
}

// What the kiosk says of a lesson stands on the learner's sheet, in the same words and
// the same order, in every script.
func TestHandoutSaysWhatTheKioskShows(t *testing.T) {
	for _, lang := range []string{"en", "bs", "ar", "he"} {
		t.Run(lang, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "sheet.pdf")
			if o := run("lesson", "warnings-choices-voices", "--lang", lang, "--handout", file); o.code != good || o.err != "" {
				t.Fatalf("exit code %d: %s", o.code, o.err)
			}
			printed, shown := pdfWords(t, file), run("show", "--lang", lang, "lesson/warnings-choices-voices").out
			rest, found, inStops := printed, 0, false
			var pieces []string
			for line := range strings.Lines(shown) {
				line = strings.TrimSpace(line)
				title := strings.HasPrefix(line, "## ")
				inStops = inStops || title
				if goal, item := strings.CutPrefix(line, "• "); item {
					line = goal
				} else if !title && (!inStops || strings.HasPrefix(line, "→") || len(strings.Fields(line)) < 8) {
					continue
				}
				want := words(strings.TrimPrefix(line, "## "))
				_, after, ok := strings.Cut(rest, want)
				switch {
				case ok:
					rest = after
					found++
				case strings.Contains(printed, want): // a note, which a sheet carries to its beginning
				case (lang == "ar" || lang == "he") && inPieces(printed, want):
					pieces = append(pieces, want)
				default:
					t.Errorf("not on the sheet, or not in its place: %s", want)
				}
			}
			if len(pieces) > mostInPieces {
				t.Errorf("%d lines come in pieces: %q", len(pieces), pieces)
			}
			if found < 11 { // five stops, each with a title and a task, and the end
				t.Errorf("only %d lines were compared", found)
			}
			for _, page := range []string{"rwanda", "nishimwe"} {
				if strings.Contains(printed, "case/"+page) || strings.Contains(printed, "speech/"+page) {
					t.Errorf("an address of the kiosk is on paper: %s", page)
				}
			}
		})
	}
}

func TestLessonList(t *testing.T) {
	o := run("lesson")
	if o.code != good || o.err != "" {
		t.Fatalf("exit code %d: %s", o.code, o.err)
	}
	for _, l := range archive().Lessons {
		if !strings.Contains(o.out, l.ID) || !strings.Contains(o.out, l.Words["en"].Title) {
			t.Errorf("%s is not listed:\n%s", l.ID, o.out)
		}
	}
	var all []struct {
		ID, Title string
		Minutes   int
		Languages []string
	}
	if o := run("lesson", "--json", "--lang", "fr"); json.Unmarshal([]byte(o.out), &all) != nil || len(all) != len(archive().Lessons) {
		t.Fatalf("not one JSON array of all lessons: %s%s", o.out, o.err)
	}
	for _, l := range all {
		if want := archive().Lesson(l.ID); l.Title != want.Words["fr"].Title || l.Minutes != want.Minutes || len(l.Languages) == 0 {
			t.Errorf("%+v", l)
		}
	}
}

func TestHandoutAsks(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "sheet.pdf")
	tests := []struct {
		name string
		args []string
		code int
		says []string
	}{
		{"no lesson", []string{"--handout", file}, misuse, []string{"vigil lesson"}},
		{"no file", []string{"a-word-becomes-law"}, misuse, []string{"--handout"}},
		{"an unknown lesson", []string{"nothing-of-this-name", "--handout", file}, misuse, []string{"a-word-becomes-law", "from-vow-to-practice"}},
		{"a slip", []string{"a-wrod-becomes-law", "--handout", file}, misuse, []string{"did you mean a-word-becomes-law"}},
		{"an unknown language", []string{"a-word-becomes-law", "--handout", file, "--lang", "xx"}, misuse, []string{"xx", "bs"}},
		{"three languages", []string{"a-word-becomes-law", "--handout", file, "--lang", "en,fr,de"}, misuse, []string{"--lang"}},
		{"an unknown sheet", []string{"a-word-becomes-law", "--handout", file, "--sheet", "pupil"}, misuse, []string{"learner", "educator"}},
		{"an unknown paper", []string{"a-word-becomes-law", "--handout", file, "--paper", "a3"}, misuse, []string{"a4", "letter"}},
		{"too little time", []string{"a-word-becomes-law", "--handout", file, "--minutes", "3"}, misuse, []string{"10", "120"}},
		{"ages backwards", []string{"a-word-becomes-law", "--handout", file, "--ages", "18-15"}, misuse, []string{"15-18"}},
		{"two lessons", []string{"a-word-becomes-law", "from-vow-to-practice", "--handout", file}, misuse, []string{"at most one"}},
		{"no archive", []string{"a-word-becomes-law", "--handout", file, "--archive", filepath.Join(dir, "none")}, misuse, []string{"none"}},
		{"no folder", []string{"a-word-becomes-law", "--handout", filepath.Join(dir, "none", "sheet.pdf")}, found, []string{"sheet.pdf"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			o := run(append([]string{"lesson"}, tt.args...)...)
			if o.code != tt.code || !o.complains() {
				t.Fatalf("exit code %d, %q", o.code, o.err)
			}
			for _, part := range tt.says {
				if !strings.Contains(o.err, part) {
					t.Errorf("%q does not say %q", o.err, part)
				}
			}
		})
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

// A file is written whole, over one of that name, with nothing beside it; the output
// has the same bytes.
func TestHandoutIsWrittenWhole(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "sheet.pdf")
	if err := os.WriteFile(file, []byte("older"), 0o600); err != nil {
		t.Fatal(err)
	}
	if o := run("lesson", "a-word-becomes-law", "--handout", file, "--paper", "letter", "--sheet", "educator", "--lang", "fr,ar", "--minutes", "30", "--ages", "15-18"); o.code != good || o.err != "" || o.out != "" {
		t.Fatalf("exit code %d: %s%s", o.code, o.out, o.err)
	}
	written, err := os.ReadFile(file)
	if err != nil || !bytes.HasPrefix(written, []byte("%PDF-")) {
		t.Fatalf("not a PDF: %v, %.20q", err, written)
	}
	if all, _ := os.ReadDir(dir); len(all) != 1 {
		t.Errorf("left behind: %v", all)
	}
	o := run("lesson", "a-word-becomes-law", "--handout", "-", "--paper", "letter", "--sheet", "educator", "--lang", "fr,ar", "--minutes", "30", "--ages", "15-18")
	if o.code != good || o.out != string(written) {
		t.Errorf("exit code %d: the output is not what is written to a file", o.code)
	}
}
