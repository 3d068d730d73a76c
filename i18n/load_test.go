package i18n

import (
	"testing"
	"testing/fstest"
)

func catalogues(byLang map[string]string) fstest.MapFS {
	out := fstest.MapFS{}
	for lang, text := range byLang {
		out["active."+lang+".toml"] = &fstest.MapFile{Data: []byte(text)}
	}
	return out
}

func TestMissingMessageIsSaidInEnglish(t *testing.T) {
	c, err := load(catalogues(map[string]string{
		"en": "[a]\nb = \"English\"\n[a.n]\none = \"{{.Count}} day\"\nother = \"{{.Count}} days\"",
		"ar": "[a]\nb = \"\"",
	}))
	if err != nil {
		t.Fatal(err)
	}
	l := c.Locale("ar")
	if got := l.Say("a.b"); got != "\u2066English\u2069" {
		t.Errorf("an empty message gives %q", got)
	}
	if got := l.Count("a.n", 1, nil); got != "\u2066١ day\u2069" {
		t.Errorf("a missing plural gives %q", got)
	}
}

// A form that is missing gives the text of "other", not a bracket.
func TestMissingPluralFormIsSaidAsOther(t *testing.T) {
	c, err := load(catalogues(map[string]string{
		"en": "[n]\none = \"{{.Count}} day\"\nother = \"{{.Count}} days\"",
		"ar": "[n]\none = \"x\"\nother = \"{{.Count}} y\"",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Locale("ar").Count("n", 2, nil); got != "٢ y" {
		t.Errorf("%q", got)
	}
}

// go-i18n has no plural rule of Kinyarwanda.
func TestKinyarwandaLoads(t *testing.T) {
	c, err := load(catalogues(map[string]string{
		"en": "[n]\none = \"one\"\nother = \"many\"",
		"rw": "[n]\none = \"rimwe\"\nother = \"{{.Count}}\"",
	}))
	if err != nil {
		t.Fatal(err)
	}
	l := c.Locale("rw")
	if l.Lang() != "rw" || l.Count("n", 1, nil) != "rimwe" || l.Count("n", 5, nil) != "5" {
		t.Errorf("%s: %q, %q", l.Lang(), l.Count("n", 1, nil), l.Count("n", 5, nil))
	}
}

func TestBrokenCataloguesAreRefused(t *testing.T) {
	for name, c := range map[string]map[string]string{
		"no English":  {"fr": "a = \"b\""},
		"not TOML":    {"en": "a = "},
		"no language": {"en": "a = \"b\"", "xx": "a = \"b\""},
	} {
		if _, err := load(catalogues(c)); err == nil {
			t.Errorf("%s: read without an error", name)
		}
	}
}
