package i18n_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"vigil/content"
	"vigil/i18n"
)

func load(t testing.TB) *i18n.Catalogue {
	t.Helper()
	c, err := i18n.Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestDatesInWords(t *testing.T) {
	c := load(t)
	for _, test := range []struct{ edtf, en, fr, ar string }{
		{"1995-07-11", "11 July 1995", "11 juillet 1995", "١١ يوليو ١٩٩٥"},
		{"1992-05-01", "1 May 1992", "1er mai 1992", "١ مايو ١٩٩٢"},
		{"1990-11", "November 1990", "novembre 1990", "نوفمبر ١٩٩٠"},
		{"1992", "1992", "1992", "١٩٩٢"},
		{"1954~", "about 1954", "vers 1954", "نحو ١٩٥٤"},
		{"1954?", "perhaps 1954", "peut-être 1954", "ربما ١٩٥٤"},
		{"1995-07-11?", "perhaps 11 July 1995", "peut-être 11 juillet 1995", "ربما ١١ يوليو ١٩٩٥"},
		{"1992-04-08/1992-04-10", "8–10 April 1992", "8–10 avril 1992", "٨–١٠ أبريل ١٩٩٢"},
		{"1992-05-24/1992-08-30", "24 May to 30 August 1992", "24 mai – 30 août 1992", "٢٤ مايو – ٣٠ أغسطس ١٩٩٢"},
		{"1992-04/1993-02", "April 1992 to February 1993", "avril 1992 – février 1993", "أبريل ١٩٩٢ – فبراير ١٩٩٣"},
		{"1992-05/1992-12", "May to December 1992", "mai – décembre 1992", "مايو – ديسمبر ١٩٩٢"},
		{"2003/..", "since 2003", "depuis 2003", "منذ ٢٠٠٣"},
		{"../1990", "until 1990", "jusqu’à 1990", "حتى ١٩٩٠"},
		{"1990/", "from 1990, end unknown", "à partir de 1990, fin inconnue", "من ١٩٩٠، والنهاية غير معروفة"},
		{"199X", "the 1990s", "années 1990", "عقد ١٩٩٠"},
		{"1992-22", "summer 1992", "été 1992", "صيف ١٩٩٢"},
		{"", "", "", ""},
	} {
		d, err := content.ParseDate(test.edtf)
		if err != nil {
			t.Fatal(err)
		}
		for lang, want := range map[content.Lang]string{"en": test.en, "fr": test.fr, "ar": test.ar} {
			if got := c.Locale(lang).Date(d); got != want {
				t.Errorf("%s in %s: %q, want %q", test.edtf, lang, got, want)
			}
		}
	}
}

func TestNumbersAndLists(t *testing.T) {
	c := load(t)
	for _, test := range []struct {
		lang       content.Lang
		number     string
		list, name string
		rtl        bool
	}{
		{"en", "8,372", "A, B and C", "English", false},
		{"fr", "8\u00a0372", "A, B et C", "Français", false},
		{"ar", "٨٬٣٧٢", "A، B وC", "العربية", true},
	} {
		l := c.Locale(test.lang)
		if got := l.Number(8372); got != test.number {
			t.Errorf("%s: %q, want %q", test.lang, got, test.number)
		}
		if got := l.List([]string{"A", "B", "C"}); got != test.list {
			t.Errorf("%s: %q, want %q", test.lang, got, test.list)
		}
		if l.Name() != test.name || l.RTL() != test.rtl {
			t.Errorf("%s: name %q, right to left %v", test.lang, l.Name(), l.RTL())
		}
	}
	if got := c.Locale("xx").Lang(); got != "en" {
		t.Errorf("an unknown language gives %q", got)
	}
}

func TestCountsHaveEveryPlural(t *testing.T) {
	ar := load(t).Locale("ar")
	for n, want := range map[int]string{0: "لا أحداث", 1: "حدث واحد", 2: "حدثان", 3: "٣ أحداث", 11: "١١ حدثًا", 60: "٦٠ حدثًا", 100: "١٠٠ حدث"} {
		if got := ar.Count("case.events", n, nil); got != want {
			t.Errorf("%d: %q, want %q", n, got, want)
		}
	}
}

// A Latin name in an Arabic sentence must not disturb its order.
func TestNamesAreIsolatedInRightToLeftText(t *testing.T) {
	c := load(t)
	values := map[string]string{"name": "Đorđević"}
	if got := c.Locale("ar").SayWith("search.why.alias", values); !strings.Contains(got, "\u2068Đorđević\u2069") {
		t.Errorf("not isolated: %q", got)
	}
	if got := c.Locale("en").SayWith("search.why.alias", values); got != "also written Đorđević" {
		t.Errorf("%q", got)
	}
}

// forms are the plural forms that CLDR gives each language.
var forms = map[string][]string{
	"en": {"one", "other"},
	"fr": {"many", "one", "other"},
	"ar": {"few", "many", "one", "other", "two", "zero"},
}

func TestCataloguesAreComplete(t *testing.T) {
	english := messages(t, "active.en.toml")
	names, err := filepath.Glob("active.*.toml")
	if err != nil || len(names) < 3 {
		t.Fatalf("find the catalogues: %v", err)
	}
	for _, name := range names {
		lang := strings.Split(name, ".")[1]
		have := messages(t, name)
		for id, want := range english {
			got, ok := have[id]
			if !ok {
				t.Errorf("%s lacks %s", name, id)
				continue
			}
			if len(want) > 0 && !slices.Equal(got, forms[lang]) {
				t.Errorf("%s: %s has the plural forms %v, wants %v", name, id, got, forms[lang])
			}
		}
		for id := range have {
			if _, ok := english[id]; !ok {
				t.Errorf("%s has %s, which English has not", name, id)
			}
		}
	}
}

// messages maps each id of a catalogue to its plural forms, if it has any.
func messages(t *testing.T, name string) map[string][]string {
	t.Helper()
	type node map[string]toml.Primitive
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	meta, err := toml.Decode(string(data), &node{})
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range meta.Keys() {
		if meta.Type(key...) != "String" {
			continue
		}
		last := key[len(key)-1]
		id := strings.Join(key, ".")
		if slices.Contains(forms["ar"], last) {
			id = strings.Join(key[:len(key)-1], ".")
			out[id] = append(out[id], last)
			slices.Sort(out[id])
			continue
		}
		out[id] = nil
	}
	return out
}

// Every id that the program says is in the English catalogue; an id that ends
// in a dot is completed by a value, and something must begin with it.
func TestEveryIDIsKnown(t *testing.T) {
	english := messages(t, "active.en.toml")
	call := regexp.MustCompile(`(?:Say|SayWith|Count|say)\((?:[^"()]*(?:\(\))?, )?"([a-z.-]+)"|"((?:nav|home|about|event|person|place)\.[a-z]+)"`)
	found := 0
	err := filepath.WalkDir("../app", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		for _, m := range call.FindAllStringSubmatch(string(source), -1) {
			found++
			if id := m[1] + m[2]; !known(english, id) {
				t.Errorf("%s says %q, which is in no catalogue", path, id)
			}
		}
		return nil
	})
	if err != nil || found < 50 {
		t.Fatalf("%d ids were found: %v", found, err)
	}
}

func known(english map[string][]string, id string) bool {
	if _, ok := english[id]; ok {
		return true
	}
	for have := range english {
		if strings.HasSuffix(id, ".") && strings.HasPrefix(have, id) {
			return true
		}
	}
	return false
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := i18n.Load(); err != nil {
			b.Fatal(err)
		}
	}
}
