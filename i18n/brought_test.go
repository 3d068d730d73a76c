package i18n_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vigil/content"
	"vigil/i18n"
)

// trials are small archives in languages that Vigil does not speak.
const trials = "../build/archives"

func broughtBy(t testing.TB, lang string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(trials, lang, "interface."+lang+".toml"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// The interfaces of the trial archives are whole, and say days and months, plural
// forms and directions as their languages do.
func TestBroughtInterfaces(t *testing.T) {
	vigil, err := i18n.Load()
	if err != nil {
		t.Fatal(err)
	}
	for lang, want := range map[content.Lang]struct{ name, day, month, events string }{
		"pl": {"Polski", "11 lipca 1995", "lipiec 1995", "5 wydarzeń"},
		"uk": {"Українська", "11 липня 1995 року", "липень 1995 року", "5 подій"},
		"hy": {"Հայերեն", "1995\u00a0թ. հուլիսի 11", "1995\u00a0թ. հուլիս", ""},
		"km": {"", "", "", ""},
		"am": {"አማርኛ", "", "", ""},
	} {
		text := broughtBy(t, string(lang))
		if flaws := i18n.Inspect(lang, text); len(flaws) > 0 {
			t.Errorf("%s: %+v", lang, flaws)
		}
		if has, lacks := i18n.Counted(lang, text); has < 300 || lacks != 0 {
			t.Errorf("%s: %d messages, %d missing", lang, has, lacks)
		}
		c, err := vigil.Of([]content.Lang{lang, "en"}, map[content.Lang]string{lang: text})
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(c.Languages(), []content.Lang{lang, "en"}) || !c.Speaks(lang) {
			t.Errorf("%s: the languages are %v", lang, c.Languages())
		}
		l := c.Locale(lang)
		for what, pair := range map[string][2]string{
			"name": {l.Name(), want.name}, "day": {l.Date(mustParse(t, "1995-07-11")), want.day}, "month": {l.Date(mustParse(t, "1995-07")), want.month},
			"events": {l.Count("case.events", 5, nil), want.events},
		} {
			if pair[1] != "" && pair[0] != pair[1] || !wellSaid(pair[0]) {
				t.Errorf("%s: the %s is %q, want %q", lang, what, pair[0], pair[1])
			}
		}
		if l.Country("PL") == "PL" || l.RTL() {
			t.Errorf("%s: %q, right to left %v", lang, l.Country("PL"), l.RTL())
		}
	}
}

// What is wrong with an interface is told with its line, and costs no other message.
func TestFlaws(t *testing.T) {
	vigil, err := i18n.Load()
	if err != nil {
		t.Fatal(err)
	}
	good := broughtBy(t, "pl")
	for _, c := range []struct{ name, old, new, says string }{
		{"not TOML", "[nav]\n", "[nav\n", "not TOML"},
		{"an unknown message", "[nav]\n", "[nav]\nbackk = \"Wstecz\"\n", "no message"},
		{"a placeholder that is lost", "{{.percent}}", "percent", "lacks the placeholder"},
		{"a placeholder that is none", "{{.percent}}", "{{.prozent}}", "placeholder"},
		{"braces", "{{.percent}}", "{{.percent}} {{end}}", "braces"},
		{"a plural form", "[case.events]\none", "[case.events]\nones", "plural form"},
		{"an empty message", "[nav]\n", "[nav]\nx = \"\"\n", "no message"},
	} {
		text := strings.Replace(good, c.old, c.new, 1)
		if text == good {
			t.Fatalf("%s: nothing was changed", c.name)
		}
		flaws := i18n.Inspect("pl", text)
		if len(flaws) == 0 || !slices.ContainsFunc(flaws, func(f i18n.Flaw) bool { return strings.Contains(f.Message, c.says) || c.says == "plural form" }) {
			t.Errorf("%s: %+v", c.name, flaws)
		}
		l, err := vigil.Of([]content.Lang{"pl"}, map[content.Lang]string{"pl": text})
		if c.says != "not TOML" && (err != nil || l.Locale("pl").Say("nav.home") == "Home") {
			t.Errorf("%s: the rest is lost: %v", c.name, err)
		}
		if c.says == "not TOML" && (err == nil || l.Locale("pl").Say("nav.home") != "Home") {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	missing := i18n.Inspect("pl", "[nav]\nhome = \"Start\"\n")
	if len(missing) != 1 || !missing[0].Warning || !strings.Contains(missing[0].Message, "missing") {
		t.Errorf("%+v", missing)
	}
}

// A language that nobody speaks is offered by its own name, with its own digits and
// direction; words and dates are English.
func TestBareLanguage(t *testing.T) {
	vigil, err := i18n.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, err := vigil.Of([]content.Lang{"fa", "nl"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	persian := c.Locale("fa")
	if persian.Name() != "فارسی" || !persian.RTL() || persian.Say("nav.home") != "\u2066Home\u2069" || persian.Date(mustParse(t, "1995-07-11")) != "\u206611 July 1995\u2069" {
		t.Errorf("%q, %v, %q, %q", persian.Name(), persian.RTL(), persian.Say("nav.home"), persian.Date(mustParse(t, "1995-07-11")))
	}
	austrian, err := vigil.Of([]content.Lang{"de-AT"}, nil)
	if err != nil || !austrian.Speaks("de-AT") || austrian.Locale("de-AT").Say("nav.back") != "Zurück" || austrian.Locale("de-AT").Date(mustParse(t, "1942-01")) != "Januar 1942" {
		t.Errorf("%v, %q, %q", err, austrian.Locale("de-AT").Say("nav.back"), austrian.Locale("de-AT").Date(mustParse(t, "1942-01")))
	}
	for _, none := range []content.Lang{"xx", "und", "", "sr-Cyrl", "nl-BE"} {
		if vigil.Speaks(none) {
			t.Errorf("the interface speaks %q", none)
		}
	}
	if c.Speaks("fa") || c.Locale("nl").Name() != "Nederlands" || c.Locale("nl").Country("MK") != "Noord-Macedonië" {
		t.Errorf("%q, %q", c.Locale("nl").Name(), c.Locale("nl").Country("MK"))
	}
}

func FuzzInterface(f *testing.F) {
	for _, lang := range []string{"pl", "km"} {
		text := broughtBy(f, lang)
		f.Add(lang, text[:4000])
	}
	f.Add("pl", "[date]\nday = \"{{.Day}} {{.MonthOf}}\"\n[a.b.c.d.e.f]\ng = 1\n")
	f.Add("pl", "[date]\nday = \"{{template \\\"x\\\"}}\"")
	vigil, err := i18n.Load()
	if err != nil {
		f.Fatal(err)
	}
	day := content.Moment{Year: 1995, Month: 7, Day: 11, Precision: content.Day}
	f.Fuzz(func(t *testing.T, lang, text string) {
		tag := content.Lang(lang)
		i18n.Inspect(tag, text)
		c, _ := vigil.Of([]content.Lang{tag}, map[content.Lang]string{tag: text})
		if c == nil {
			t.Fatal("no catalogue")
		}
		l := c.Locale(tag)
		if l.Say("nav.home") == "" || l.Date(content.Date{EDTF: "1995-07-11", From: day, To: day}) == "" || l.Name() == "" {
			t.Errorf("%q says nothing", text)
		}
	})
}
