package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// papers are what people read of the program besides its own help.
var papers = []string{"../../README.md", "../../content/README.md"}

// pictures are those of the handbook.
const pictures = "../../content/handbook"

var (
	typed   = regexp.MustCompile(`(?m)^    (vigil(?: .*)?)$|` + "`(vigil [^`]*)`")
	flagged = regexp.MustCompile(`(?:^|[\s\[|])(--?[a-z]+)\b`)
	shown   = regexp.MustCompile(`!\[[^\]]*\]\(([^)]+)\)`)
	inside  = regexp.MustCompile(`\]\(#([^)]+)\)`)
	headed  = regexp.MustCompile(`(?m)^#+ (.+)$`)
	named   = regexp.MustCompile("(?m)^\\| [^|]+ \\| `([a-z-]+)` \\| [^|]+ \\|$")
)

func paper(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// commandLines are the command lines of a text: lines of its code blocks, and what stands
// between backquotes.
func commandLines(text string) []string {
	var lines []string
	for _, m := range typed.FindAllStringSubmatch(text, -1) {
		lines = append(lines, m[1]+m[2])
	}
	return lines
}

// asks is the command that a command line is of, such as "translate export"; "" is the
// kiosk.
func asks(line string) []string {
	words := strings.Fields(line)[1:]
	if len(words) == 0 || strings.HasPrefix(words[0], "-") || strings.HasPrefix(words[0], "[") {
		return nil
	}
	if len(words) > 1 && (words[0] == "translate" || words[0] == "import" && words[1] == "template") && !strings.HasPrefix(words[1], "-") {
		return words[:2]
	}
	return words[:1]
}

func flagsOf(line string) []string {
	var flags []string
	for _, m := range flagged.FindAllStringSubmatch(line, -1) {
		flags = append(flags, "-"+strings.TrimLeft(m[1], "-"))
	}
	return flags
}

func TestPapersNameCommandsAndFlagsThatExist(t *testing.T) {
	for _, file := range papers {
		lines := commandLines(paper(t, file))
		if len(lines) < 20 {
			t.Errorf("%s names %d command lines", file, len(lines))
		}
		for _, line := range lines {
			command := asks(line)
			o := run(append(slices.Clone(command), "--help")...)
			if o.code != 0 || command != nil && !strings.HasPrefix(o.out, "usage: vigil "+command[0]) {
				t.Errorf("%s: %q: there is no such command: %s", file, line, o.err)
				continue
			}
			for _, f := range flagsOf(line) {
				if f != "-help" && !strings.Contains(o.out, "\n  "+f+" ") && !strings.Contains(o.out, "\n  "+f+"\n") {
					t.Errorf("%s: %q: there is no %s", file, line, f)
				}
			}
		}
	}
}

func TestPapersNameFormatsThatExist(t *testing.T) {
	for _, file := range papers {
		for _, line := range commandLines(paper(t, file)) {
			words := strings.Fields(line)
			if len(words) < 3 || words[1] != "import" && words[1] != "export" || words[2] == "FORMAT" || words[2] == "template" {
				continue
			}
			_, list, _ := strings.Cut(run(words[1], "--help").out, "Formats: ")
			list, _, _ = strings.Cut(list, ".")
			if !slices.Contains(strings.Split(list, ", "), words[2]) {
				t.Errorf("%s: %q: the formats are %s", file, line, list)
			}
		}
	}
}

func TestReadmeListsEveryCommandWithItsFlags(t *testing.T) {
	lists := map[string]string{}
	for _, line := range commandLines(paper(t, papers[0])) {
		if command := asks(line); command != nil {
			lists[command[0]] += line + "\n"
		}
	}
	for line := range strings.Lines(run("--help").out) {
		usage, found := strings.CutPrefix(line, "  vigil ")
		if !found {
			continue
		}
		name, _, _ := strings.Cut(usage, " ")
		for _, f := range flagsOf(usage) {
			if !slices.Contains(flagsOf(lists[name]), f) {
				t.Errorf("README.md lists of vigil %s not %s", name, f)
			}
		}
	}
}

func TestPapersShowPicturesThatAreThere(t *testing.T) {
	var all []string
	for _, file := range papers {
		for _, m := range shown.FindAllStringSubmatch(paper(t, file), -1) {
			name := filepath.Join(filepath.Dir(file), m[1])
			all = append(all, filepath.Base(name))
			if _, err := os.Stat(name); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
	}
	there, err := os.ReadDir(pictures)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range there {
		if info, err := entry.Info(); err != nil || info.Size() > 150_000 {
			t.Errorf("%s is larger than a picture of a page should be (%v)", entry.Name(), err)
		}
		if !slices.Contains(all, entry.Name()) {
			t.Errorf("%s is shown nowhere", entry.Name())
		}
	}
}

func TestPapersLeadToPartsThatAreThere(t *testing.T) {
	drop := regexp.MustCompile(`[^\p{L}\p{N} -]`)
	for _, file := range papers {
		text := paper(t, file)
		var parts []string
		for _, m := range headed.FindAllStringSubmatch(text, -1) {
			parts = append(parts, strings.ReplaceAll(strings.ToLower(drop.ReplaceAllString(m[1], "")), " ", "-"))
		}
		for _, m := range inside.FindAllStringSubmatch(text, -1) {
			if !slices.Contains(parts, m[1]) {
				t.Errorf("%s leads to #%s, which is not there", file, m[1])
			}
		}
	}
}

func TestEveryRuleIsExplained(t *testing.T) {
	var rules []string
	for line := range strings.Lines(run("check", "--explain").out) {
		if rest, found := strings.CutPrefix(line, "  "); found {
			rules = append(rules, strings.Fields(rest)[0])
		}
	}
	if len(rules) < 50 {
		t.Fatalf("%d rules are listed", len(rules))
	}
	for _, rule := range rules {
		if o := run("check", "--explain", rule); o.code != 0 || !strings.HasPrefix(o.out, rule+": ") {
			t.Errorf("--explain %s: %d %s%s", rule, o.code, o.out, o.err)
		}
	}
	_, last, _ := strings.Cut(paper(t, papers[1]), "## 9. ")
	last, _, _ = strings.Cut(last, "\n# ")
	told := named.FindAllStringSubmatch(last, -1)
	if len(told) < 10 {
		t.Errorf("the handbook mends %d mistakes", len(told))
	}
	for _, m := range told {
		if !slices.Contains(rules, m[1]) {
			t.Errorf("the handbook names the rule %q, which is none", m[1])
		}
	}
}

// What the handbook says of a list whose headings are not the template's.
func TestImportOfNothingBeginsNothing(t *testing.T) {
	dir := t.TempDir()
	list := filepath.Join(dir, "list.csv")
	if err := os.WriteFile(list, []byte("Wetter;Laune\nheiter;gut\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	o := run("import", "csv", list, filepath.Join(dir, "exhibit"))
	if o.code == 0 {
		t.Errorf("exit code 0: %s", o.out)
	}
	if _, err := os.Stat(filepath.Join(dir, "exhibit")); err == nil {
		t.Errorf("a folder was begun: %s", o.out)
	}
}
