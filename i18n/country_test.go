package i18n_test

import (
	"slices"
	"testing"

	"vigil/content"
	"vigil/i18n"
)

func TestCountries(t *testing.T) {
	catalogue, err := i18n.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ code, lang, want string }{
		{"MK", "en", "North Macedonia"}, {"MK", "de", "Nordmazedonien"}, {"SZ", "en", "Eswatini"}, {"CZ", "en", "Czechia"}, {"TR", "en", "Türkiye"},
		{"BA", "en", "Bosnia and Herzegovina"}, {"CD", "en", "Democratic Republic of the Congo"}, {"XK", "fr", "Kosovo"},
		{"YUCS", "en", "Yugoslavia"}, {"YUCS", "fr", "Yougoslavie"}, {"SUHH", "de", "Sowjetunion"}, {"CSHH", "bs", "Čehoslovačka"},
		{"DDDE", "es", "República Democrática Alemana"}, {"ZRCD", "fr", "Zaïre"},
	} {
		if got := catalogue.Locale(content.Lang(c.lang)).Country(c.code); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.code, c.lang, got, c.want)
		}
	}
	for code, want := range map[string]bool{"RW": true, "YUCS": true, "YU": false, "CS": false, "EU": false, "UN": false, "ZZ": false, "rw": false, "XYZW": false, "": false} {
		if i18n.IsCountry(code) != want {
			t.Errorf("%q is a country: %v", code, !want)
		}
	}
	if got := i18n.Former("CS"); !slices.Equal(got, []string{"CSHH", "CSXX"}) {
		t.Errorf("CS was %v", got)
	}
	for _, l := range catalogue.Languages() {
		for _, code := range []string{"BA", "RW", "SD", "DE", "PL", "KH", "AM", "ET", "UA", "NA", "MM"} {
			if name := catalogue.Locale(l).Country(code); name == code || name == "" {
				t.Errorf("%s has no name in %s", code, l)
			}
		}
	}
}
