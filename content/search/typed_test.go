package search_test

import (
	"math/rand/v2"
	"os"
	"testing"

	"vigil/content"
	"vigil/content/search"
	"vigil/i18n"
)

// TestDatesAsPrinted types what the kiosk says of a date, in every language, and
// asks for the same date: every day, month and season of one year, and what is
// about, perhaps, open, unknown or a span of any two.
func TestDatesAsPrinted(t *testing.T) {
	catalogue, err := i18n.Load()
	if err != nil {
		t.Fatal(err)
	}
	catalogue = withTrials(t, catalogue)
	reader := catalogue.Reader(search.Fold)
	for _, lang := range catalogue.Languages() {
		l := catalogue.Locale(lang)
		for _, d := range manyDates(t) {
			said := l.Date(d)
			got, beside := reader.Period(said, lang)
			if got.From != d.From || got.To != d.To || beside != "" {
				// What one language says of two dates alike is either of them.
				if l.Date(got) == said {
					continue
				}
				t.Errorf("%s: %s is said %q, which is read as %q beside %q", lang, d.EDTF, said, got.EDTF, beside)
			}
		}
	}
}

// withTrials adds the languages of the trial archives, which bring their interfaces.
func withTrials(t *testing.T, c *i18n.Catalogue) *i18n.Catalogue {
	t.Helper()
	languages, interfaces := c.Languages(), map[content.Lang]string{}
	for _, lang := range []content.Lang{"pl", "uk", "hy", "km", "am"} {
		data, err := os.ReadFile("../../build/archives/" + string(lang) + "/interface." + string(lang) + ".toml")
		if err != nil {
			t.Fatal(err)
		}
		languages, interfaces[lang] = append(languages, lang), string(data)
	}
	all, err := c.Of(languages, interfaces)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func manyDates(t *testing.T) []content.Date {
	t.Helper()
	moments := []string{
		"1995", "1994", "2003", "0800", "0045", "199X", "190X", "201X", "19XX", "18XX", "1992-21", "1992-22", "1992-23", "1992-24",
		"-0146", "0000", "-0043-03-15", "-0043-03", "1995-XX", "1995-07-XX", "1900-01-01", "1938-11-09", "1938-11-30",
	}
	for _, month := range []string{"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"} {
		moments = append(moments, "1995-"+month, "1995-"+month+"-01", "1995-"+month+"-28", "1941-"+month+"-11")
	}
	var all []string
	for _, m := range moments {
		for _, doubt := range []string{"", "?", "~", "%"} {
			all = append(all, m+doubt)
		}
		all = append(all, m+"/..", "../"+m, m+"/", "/"+m)
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		pick := func() string {
			return moments[r.IntN(len(moments))] + []string{"", "", "?", "~", "%"}[r.IntN(5)]
		}
		all = append(all, pick()+"/"+pick())
	}
	var out []content.Date
	for _, s := range all {
		if d, err := content.ParseDate(s); err == nil {
			out = append(out, d)
		}
	}
	return out
}

func TestDatesInFigures(t *testing.T) {
	catalogue, err := i18n.Load()
	if err != nil {
		t.Fatal(err)
	}
	reader := catalogue.Reader(search.Fold)
	for _, c := range []struct {
		typed  string
		lang   content.Lang
		want   string
		beside string
	}{
		{"1995-07-11", "en", "1995-07-11", ""},
		{"11.7.1995", "de", "1995-07-11", ""},
		{"11.07.1995.", "bs", "1995-07-11", ""},
		{"11-7-1995", "es", "1995-07-11", ""},
		{"11/7/1995", "fr", "1995-07-11", ""},
		{"7/13/1995", "en", "1995-07-13", ""},
		{"7/1995", "en", "1995-07", ""},
		{"07-1995", "en", "1995-07", ""},
		{"1995-07", "en", "1995-07", ""},
		{"1995/07/11", "en", "1995-07-11", ""},
		{"9.11.1938", "de", "1938-11-09", ""},
		{"١١/٧/١٩٩٥", "ar", "1995-07-11", ""},
		{"۱۹۹۵", "ar", "1995", ""},
		{"১৯৯৫", "en", "1995", ""},
		{"srebrenica 11.7.1995", "en", "1995-07-11", "srebrenica"},
		{"1992–1995", "en", "1992/1995", ""},
		{"1992-95", "en", "1992/1995", ""},
		{"11 ביולי 1995", "he", "1995-07-11", ""},
		{"ב־11 ביולי 1995", "he", "1995-07-11", ""},
		{"ביולי 1995", "he", "1995-07", ""},
		{"11 تموز 1995", "ar", "1995-07-11", ""},
		{"١١ تموز ١٩٩٥", "ar", "1995-07-11", ""},
		{"في يوليو 1995", "ar", "1995-07", ""},
		{"11. јула 1995", "bs", "1995-07-11", ""},
		{"11. srpnja 1995.", "bs", "1995-07-11", ""},
		{"jul 1995", "bs", "1995-07", ""},
		{"Jänner 1942", "de", "1942-01", ""},
		{"le 11 juillet 1995", "fr", "1995-07-11", ""},
		{"11th of July 1995", "en", "1995-07-11", ""},
		{"July 11, 1995", "en", "1995-07-11", ""},
		{"11 de julio de 1995", "es", "1995-07-11", ""},
		{"147 BCE", "en", "-0146", ""},
		{"XXe siècle", "en", "19XX", ""},
		{"11. 7. 1995.", "bs", "1995-07-11", ""},
		{"11-Jul-1995", "en", "1995-07-11", ""},
		{"11 VII 1995", "en", "1995-07-11", ""},
		{"11. bis 12. Juli 1995", "de", "1995-07-11/1995-07-12", ""},
		{"od 11. do 12. jula 1995.", "bs", "1995-07-11/1995-07-12", ""},
		{"מ־11 עד 12 ביולי 1995", "he", "1995-07-11/1995-07-12", ""},
		{"années 90", "fr", "199X", ""},
		{"avril 94", "fr", "1994-04", ""},
		{"April ’94", "en", "1994-04", ""},
		{"July 11", "en", "", "July 11"},
		{"IT-98-33", "en", "", "IT-98-33"},
		{"S/RES/819", "en", "", "S/RES/819"},
		{"32.13.1995", "en", "", "32.13.1995"},
		{"800,000", "en", "", "800,000"},
	} {
		got, beside := reader.Period(c.typed, c.lang)
		if got.EDTF != c.want || beside != c.beside {
			t.Errorf("%q in %s is read as %q beside %q, want %q beside %q", c.typed, c.lang, got.EDTF, beside, c.want, c.beside)
		}
	}
}
