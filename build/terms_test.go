package build

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/goccy/go-yaml"
)

// agreed is one entry of terms/LANGUAGE.yaml: the words that a language of the
// archive and the interface has agreed on, and those that it does not use.
//
//   - say: négation
//     not: [déni, dénis]                 # small letters, whole words; * at an end stands for any letters
//     why: the law's word
//     in: [archive, interface]           # both where nothing is said
//     except: [glossary.fr.yaml]         # ends of paths of files that may have it, for instance to explain it
type agreed struct {
	Say    string
	Not    []string
	Why    string
	In     []string
	Except []string
}

// worded is a file of words, in small letters, white space collapsed.
type worded struct{ path, where, text string }

func TestTermsAreThoseAgreedOn(t *testing.T) {
	lists, err := filepath.Glob("terms/*.yaml")
	if err != nil || len(lists) < 8 {
		t.Fatalf("%d lists of terms, %v; every language has one", len(lists), err)
	}
	for _, list := range lists {
		lang := strings.TrimSuffix(filepath.Base(list), ".yaml")
		t.Run(lang, func(t *testing.T) {
			data, err := os.ReadFile(list)
			if err != nil {
				t.Fatal(err)
			}
			var terms []agreed
			if err := yaml.UnmarshalWithOptions(data, &terms, yaml.DisallowUnknownField()); err != nil {
				t.Fatal(err)
			}
			files := wordsIn(t, lang)
			for _, term := range terms {
				if term.Say == "" || len(term.Not) == 0 || term.Why == "" {
					t.Errorf("an entry lacks what to say, what not, or why: %+v", term)
				}
				for _, pattern := range term.Not {
					term.search(t, pattern, files)
				}
			}
		})
	}
}

func (term agreed) search(t *testing.T, pattern string, files []worded) {
	t.Helper()
	exp, letters := term.compile(pattern), strings.ToLower(strings.Trim(pattern, "*"))
	for _, f := range files {
		if !strings.Contains(f.text, letters) {
			continue
		}
		if len(term.In) > 0 && !slices.Contains(term.In, f.where) || slices.ContainsFunc(term.Except, func(end string) bool { return strings.HasSuffix(f.path, end) }) {
			continue
		}
		if at := exp.FindStringIndex(f.text); at != nil {
			t.Errorf("%s has %q; say %q: %s", f.path, around(f.text, at), term.Say, term.Why)
		}
	}
}

// compile finds a pattern as whole words.
func (term agreed) compile(pattern string) *regexp.Regexp {
	const edge = `(?:^|$|[^\pL\pM])`
	before, after := edge, edge
	if strings.HasPrefix(pattern, "*") {
		before = ""
	}
	if strings.HasSuffix(pattern, "*") {
		after = ""
	}
	return regexp.MustCompile(before + regexp.QuoteMeta(strings.ToLower(strings.Trim(pattern, "*"))) + after)
}

func around(text string, at []int) string {
	from, to := max(at[0]-40, 0), min(at[1]+40, len(text))
	return strings.ToValidUTF8(text[from:to], "")
}

// wordsIn reads the catalogue and the archive's files of a language. Words spoken
// by others, and quotations, are theirs.
func wordsIn(t *testing.T, lang string) []worded {
	t.Helper()
	files := []worded{read(t, filepath.Join("..", "i18n", "active."+lang+".toml"), "interface")}
	root := filepath.Join("..", "content", "archive")
	err := filepath.WalkDir(root, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name := entry.Name()
		if strings.HasPrefix(name, "text.") || strings.HasPrefix(name, "quotations.") || !strings.HasSuffix(name, "."+lang+".yaml") && !strings.HasSuffix(name, "."+lang+".md") {
			return nil
		}
		files = append(files, read(t, path, "archive"))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// What no visitor sees: comments, keys, which may be ids, and the addresses of links.
var (
	comment = regexp.MustCompile(`(?m)^\s*#.*$`)
	key     = regexp.MustCompile(`(?m)^\s*[a-z0-9_-]+:(\s|$)`)
	address = regexp.MustCompile(`\]\([a-z0-9/?=&#.-]*\)`)
)

func read(t *testing.T, path, where string) worded {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	if !strings.HasSuffix(path, ".md") {
		text = key.ReplaceAllString(comment.ReplaceAllString(text, ""), " ")
	}
	text = address.ReplaceAllString(text, "]")
	isolates := func(r rune) rune {
		if r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return unicode.ToLower(r)
	}
	return worded{filepath.ToSlash(path), where, strings.Join(strings.Fields(strings.Map(isolates, text)), " ")}
}

func TestPatternsOfTerms(t *testing.T) {
	for _, test := range []struct {
		pattern, text string
		found         bool
	}{
		{"déni", "un déni de justice", true},
		{"déni", "dénigrer", false},
		{"négationnis*", "des négationnistes", true},
		{"*الغجر", "والغجر", true},
		{"الغجر", "والغجر", false},
		{"tribes", "the tribes.", true},
		{"dva dana", "dva dana", true},
		{"inter-ethnic", "an inter-ethnic war", true},
		{"5%", "about 5%", true},
	} {
		if got := (agreed{}).compile(test.pattern).MatchString(test.text); got != test.found {
			t.Errorf("%q in %q: %v", test.pattern, test.text, got)
		}
	}
}
