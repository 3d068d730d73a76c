package i18n_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"vigil/content"
)

func mustParse(t *testing.T, edtf string) content.Date {
	t.Helper()
	d, err := content.ParseDate(edtf)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// wellSaid reports whether words were filled in with nothing missing.
func wellSaid(s string) bool {
	return s != "" && s == strings.TrimSpace(s) && !strings.ContainsAny(s, "[]{}<>") && !strings.Contains(s, "  ")
}

// forms are the plural forms that CLDR gives each language.
var forms = map[string][]string{
	"en": {"one", "other"},
	"fr": {"many", "one", "other"},
	"ar": {"few", "many", "one", "other", "two", "zero"},
	"de": {"one", "other"},
	"es": {"many", "one", "other"},
	"bs": {"few", "one", "other"},
	"he": {"one", "other", "two"},
	"rw": {"one", "other"},
}

// message is one message of a catalogue: its text under "other", or one text a
// plural form.
type message map[string]string

func (m message) plural() bool { return len(m) > 1 }

// read flattens a catalogue to its messages by id.
func read(t *testing.T, lang string) map[string]message {
	t.Helper()
	var raw map[string]any
	if _, err := toml.DecodeFile("active."+lang+".toml", &raw); err != nil {
		t.Fatal(err)
	}
	out := map[string]message{}
	flatten(raw, "", out)
	return out
}

func flatten(table map[string]any, prefix string, out map[string]message) {
	for key, value := range table {
		id := prefix + key
		switch value := value.(type) {
		case string:
			out[id] = message{"other": value}
		case map[string]any:
			if _, plural := value["other"]; !plural {
				flatten(value, id+".", out)
				continue
			}
			out[id] = message{}
			for form, text := range value {
				out[id][form], _ = text.(string)
			}
		}
	}
}

// languages lists the catalogues.
func languages(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("active.*.toml")
	if err != nil || len(names) < 3 {
		t.Fatalf("%d catalogues: %v", len(names), err)
	}
	for i, name := range names {
		names[i] = strings.Split(name, ".")[1]
	}
	return names
}

func TestCataloguesAreComplete(t *testing.T) {
	english := read(t, "en")
	for _, lang := range languages(t) {
		have := read(t, lang)
		for id, want := range english {
			got, ok := have[id]
			if !ok && !refines(english, id) {
				t.Errorf("%s lacks %s", lang, id)
			}
			if ok && want.plural() && !slices.Equal(sorted(got), forms[lang]) {
				t.Errorf("%s: %s has the plural forms %v, wants %v", lang, id, sorted(got), forms[lang])
			}
		}
		for id := range have {
			if _, ok := english[id]; !ok && !refines(english, id) {
				t.Errorf("%s has %s, which English has not", lang, id)
			}
		}
	}
}

// refines reports whether an id is a language's own refinement of a date's
// message, or its form after another word, which others need not have.
func refines(english map[string]message, id string) bool {
	if strings.HasPrefix(id, "country.") {
		return true // where CLDR lacks a name, or has another
	}
	if !strings.HasPrefix(id, "date.") {
		return false
	}
	base, bent := strings.CutSuffix(id, "-of")
	if _, ok := english[base]; ok && bent {
		return true
	}
	i := strings.LastIndexByte(base, '-')
	if i < 0 {
		return false
	}
	_, ok := english[base[:i]]
	return ok
}

func sorted(m message) []string {
	var out []string
	for form := range m {
		out = append(out, form)
	}
	slices.Sort(out)
	return out
}

var placeholder = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

// What a translation fills in is what the program gives: the English names, and
// in a date's refinements those at hand there.
func TestTranslationsFillInTheSameNames(t *testing.T) {
	english := read(t, "en")
	for _, lang := range languages(t) {
		for id, m := range read(t, lang) {
			if strings.HasPrefix(id, "date.") {
				continue
			}
			want := names(english[id]["other"])
			for form, text := range m {
				got := names(text)
				if form == "other" && !slices.Equal(got, want) || !subset(got, want) {
					t.Errorf("%s: %s (%s) fills in %v, English %v", lang, id, form, got, want)
				}
			}
		}
	}
}

func names(text string) []string {
	var out []string
	for _, m := range placeholder.FindAllStringSubmatch(text, -1) {
		out = append(out, m[1])
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func subset(part, whole []string) bool {
	return !slices.ContainsFunc(part, func(s string) bool { return !slices.Contains(whole, s) })
}

// Each language's typography: what must not occur in any of its messages.
func TestTypography(t *testing.T) {
	never := map[string]*regexp.Regexp{
		"en": regexp.MustCompile(`['"]|\s[;:!?%]|--`),
		"fr": regexp.MustCompile(`['"]|[^\x{202F}][;!?%]|[^\x{00A0}]:|«[^\x{00A0}]|[^\x{00A0}]»|--`),
		"de": regexp.MustCompile(`['"”]|\s[;:!?]|[^\x{00A0}]%|--`),
		"es": regexp.MustCompile(`['"“”„]|\s[;:!?]|[^\x{00A0}]%|--`),
		"bs": regexp.MustCompile(`['"“]|\s[;:!?]|[^\x{00A0}]%|--`),
		"ar": regexp.MustCompile(`['",;?%0-9]|[A-Za-z]|--`),
		"he": regexp.MustCompile(`['"“„A-Za-z]|\s[;:!?]|-|[\x{0591}-\x{05BD}\x{05C1}-\x{05C7}]`),
		"rw": regexp.MustCompile(`['"„«»]|\s[;:!?%]|--`),
	}
	isolated := regexp.MustCompile(`\x{2068}[^\x{2069}]*\x{2069}`)
	for _, lang := range languages(t) {
		for id, m := range read(t, lang) {
			for _, text := range m {
				bare := isolated.ReplaceAllString(placeholder.ReplaceAllString(text, "…"), "")
				if rule := never[lang]; rule != nil && rule.MatchString(bare) {
					t.Errorf("%s: %s: %q has %q", lang, id, text, rule.FindString(bare))
				}
			}
		}
	}
}

// A draft says so to the next translator.
func TestTranslationsAreMarkedAsDrafts(t *testing.T) {
	for _, lang := range []string{"fr", "de", "es", "bs", "ar", "he", "rw"} {
		data, err := os.ReadFile("active." + lang + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		if head, _, _ := strings.Cut(string(data), "\n"); !strings.Contains(head, "Machine draft: not yet read by a native speaker") {
			t.Errorf("%s begins %q", lang, head)
		}
	}
}

// Whatever number is counted, its form is there.
func TestEveryCountFindsItsForm(t *testing.T) {
	out, c, english := logged(t), load(t), read(t, "en")
	for _, lang := range c.Languages() {
		for id, m := range english {
			for n := 0; n <= 130 && m.plural(); n++ {
				_ = c.Locale(lang).Count(id, n, map[string]string{"number": "n", "query": "q"})
			}
			if m.plural() {
				_ = c.Locale(lang).Count(id, 1_000_000, nil)
			}
		}
	}
	if out.Len() > 0 {
		t.Error(out)
	}
}
