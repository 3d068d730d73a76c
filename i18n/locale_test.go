package i18n_test

import (
	"bytes"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"

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

// logged collects what is logged until the test ends.
func logged(t *testing.T) *bytes.Buffer {
	t.Helper()
	var out bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&out, nil)))
	t.Cleanup(func() { slog.SetDefault(before) })
	return &out
}

func TestLanguages(t *testing.T) {
	c := load(t)
	if got, want := c.Languages(), []content.Lang{"en", "fr", "de", "es", "bs", "ar", "he", "rw"}; !slices.Equal(got, want) {
		t.Errorf("offered %v, want %v", got, want)
	}
	for _, test := range []struct {
		lang content.Lang
		name string
		rtl  bool
	}{{"en", "English", false}, {"fr", "Français", false}, {"de", "Deutsch", false}, {"es", "Español", false},
		{"bs", "Bosanski", false}, {"ar", "العربية", true}, {"he", "עברית", true}, {"rw", "Ikinyarwanda", false}} {
		l := c.Locale(test.lang)
		if l.Lang() != test.lang || l.Name() != test.name || l.RTL() != test.rtl {
			t.Errorf("%s: %s, %q, right to left %v", test.lang, l.Lang(), l.Name(), l.RTL())
		}
	}
	if got := c.Locale("xx").Lang(); got != "en" {
		t.Errorf("an unknown language gives %q", got)
	}
}

func TestNumbers(t *testing.T) {
	c := load(t)
	for _, test := range []struct {
		lang                                    content.Lang
		small, thousands, tens, millions, digit string
	}{
		{"en", "100", "7,000", "12,500", "1,234,567", "44.1575"},
		{"fr", "100", "7\u00a0000", "12\u00a0500", "1\u00a0234\u00a0567", "44.1575"},
		{"de", "100", "7.000", "12.500", "1.234.567", "44.1575"},
		{"es", "100", "7000", "12.500", "1.234.567", "44.1575"},
		{"bs", "100", "7.000", "12.500", "1.234.567", "44.1575"},
		{"ar", "١٠٠", "٧٬٠٠٠", "١٢٬٥٠٠", "١٬٢٣٤٬٥٦٧", "٤٤.١٥٧٥"},
		{"he", "100", "7,000", "12,500", "1,234,567", "44.1575"},
		{"rw", "100", "7.000", "12.500", "1.234.567", "44.1575"},
	} {
		l := c.Locale(test.lang)
		for n, want := range map[float64]string{100: test.small, 7000: test.thousands, 12500: test.tens, 1234567: test.millions} {
			if got := l.Number(n); got != want {
				t.Errorf("%s: %q, want %q", test.lang, got, want)
			}
		}
		if got := l.Digits("44.1575"); got != test.digit {
			t.Errorf("%s: %q, want %q", test.lang, got, test.digit)
		}
	}
}

func TestListsAndQuotes(t *testing.T) {
	c := load(t)
	three := []string{"A", "B", "C"}
	for _, test := range []struct {
		lang             content.Lang
		list, two, quote string
	}{
		{"en", "A, B and C", "A and B", "“A”"},
		{"fr", "A, B et C", "A et B", "«\u00a0A\u00a0»"},
		{"de", "A, B und C", "A und B", "„A“"},
		{"es", "A, B y C", "A y B", "«A»"},
		{"bs", "A, B i C", "A i B", "„A”"},
		{"ar", "\u2068A\u2069، \u2068B\u2069 و\u2068C\u2069", "\u2068A\u2069 و\u2068B\u2069", "«\u2068A\u2069»"},
		{"he", "\u2068A\u2069, \u2068B\u2069 ו־\u2068C\u2069", "\u2068A\u2069 ו־\u2068B\u2069", "”\u2068A\u2069”"},
		{"rw", "A, B na C", "A na B", "“A”"},
	} {
		l := c.Locale(test.lang)
		if got := l.List(three); got != test.list {
			t.Errorf("%s: %q, want %q", test.lang, got, test.list)
		}
		if got := l.List(three[:2]); got != test.two {
			t.Errorf("%s: %q, want %q", test.lang, got, test.two)
		}
		if l.List(three[:1]) != "A" || l.List(nil) != "" {
			t.Errorf("%s: a list of one or none", test.lang)
		}
		if got := l.Quote("A"); got != test.quote {
			t.Errorf("%s: %q, want %q", test.lang, got, test.quote)
		}
	}
	if three[0] != "A" {
		t.Error("List changed the caller's items")
	}
}

// The word for "and" agrees with the word after it.
func TestLastOfAListAgrees(t *testing.T) {
	c := load(t)
	for _, test := range []struct {
		lang       content.Lang
		last, want string
	}{
		{"es", "tortura", "A y tortura"},
		{"es", "incumplimiento", "A e incumplimiento"},
		{"es", "Írida", "A e Írida"},
		{"es", "historia", "A e historia"},
		{"es", "hielo", "A y hielo"},
		{"rw", "Umuryango", "A n’Umuryango"},
		{"rw", "imfungwa", "A n’imfungwa"},
		{"rw", "ONU", "A n’ONU"},
		{"rw", "Kigali", "A na Kigali"},
		{"en", "incitement", "A and incitement"},
		{"he", "עינויים", "\u2068A\u2069 ו\u2068עינויים\u2069"},
		{"he", "11", "\u2068A\u2069 ו־\u206811\u2069"},
	} {
		if got := c.Locale(test.lang).List([]string{"A", test.last}); got != test.want {
			t.Errorf("%s: %q, want %q", test.lang, got, test.want)
		}
	}
}

func TestCountsTakeTheirPluralForm(t *testing.T) {
	c := load(t)
	for lang, tests := range map[content.Lang]map[int]string{
		"en": {0: "0 events", 1: "1 event", 60: "60 events"},
		"fr": {0: "0 événement", 1: "1 événement", 60: "60 événements", 1_000_000: "1\u00a0000\u00a0000 d’événements"},
		"de": {0: "0 Ereignisse", 1: "1 Ereignis", 60: "60 Ereignisse", 1_000_000: "1.000.000 Ereignisse"},
		"es": {0: "0 acontecimientos", 1: "1 acontecimiento", 60: "60 acontecimientos", 1_000_000: "1.000.000 de acontecimientos"},
		"bs": {0: "0 događaja", 1: "1 događaj", 2: "2 događaja", 11: "11 događaja", 21: "21 događaj", 60: "60 događaja"},
		"ar": {0: "لا أحداث", 1: "حدث واحد", 2: "حدثان", 3: "٣ أحداث", 11: "١١ حدثًا", 60: "٦٠ حدثًا", 100: "١٠٠ حدث"},
		"he": {0: "0 אירועים", 1: "אירוע אחד", 2: "שני אירועים", 60: "60 אירועים", 7000: "7,000 אירועים"},
		"rw": {1: "Ikintu 1 cyabaye", 2: "Ibintu 2 byabaye", 60: "Ibintu 60 byabaye"},
	} {
		for n, want := range tests {
			if got := c.Locale(lang).Count("case.events", n, nil); got != want {
				t.Errorf("%s %d: %q, want %q", lang, n, got, want)
			}
		}
	}
}

// Bosnian has a form for 2 to 4, and one for 11 to 14 as for 5.
func TestBosnianMinutes(t *testing.T) {
	bs := load(t).Locale("bs")
	for n, want := range map[int]string{
		1: "1 minuta čitanja", 2: "2 minute čitanja", 5: "5 minuta čitanja", 12: "12 minuta čitanja",
		21: "21 minuta čitanja", 33: "33 minute čitanja",
	} {
		if got := bs.Count("case.readingtime", n, nil); got != want {
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
	if values["name"] != "Đorđević" {
		t.Error("SayWith changed the caller's values")
	}
}

func TestUnknownMessageIsBracketedAndLoggedOnce(t *testing.T) {
	out := logged(t)
	l := load(t).Locale("fr")
	for range 3 {
		if got := l.Say("nav.nowhere"); got != "[nav.nowhere]" {
			t.Errorf("%q", got)
		}
	}
	if n := strings.Count(out.String(), "nav.nowhere"); n != 1 {
		t.Errorf("logged %d times:\n%s", n, out)
	}
}

func TestCollate(t *testing.T) {
	c := load(t)
	for _, test := range []struct {
		lang  content.Lang
		names []string
	}{
		{"fr", []string{"Abel", "Édouard", "Emmanuel", "Zoé"}},
		{"bs", []string{"Cerska", "Čelebići", "Ćuprija", "Drina", "Đulići", "Sarajevo", "Šid", "Zvornik", "Žepa"}},
		{"ar", []string{"أحمد", "بوسنة", "سربرنيتسا", "يوسف"}},
		{"he", []string{"אנה", "בוסניה", "סרברניצה", "תל אביב"}},
	} {
		l, shuffled := c.Locale(test.lang), slices.Clone(test.names)
		slices.Reverse(shuffled)
		slices.SortFunc(shuffled, l.Collate)
		if !slices.Equal(shuffled, test.names) {
			t.Errorf("%s: %v, want %v", test.lang, shuffled, test.names)
		}
	}
}

// A locale serves the screen, search and speech at once; run with -race.
func TestLocaleIsSafeForConcurrentUse(t *testing.T) {
	l := load(t).Locale("ar")
	d, err := content.ParseDate("1992-04/1993-02")
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 50 {
				_ = l.Collate("أحمد", "يوسف")
				_ = l.Date(d) + l.Number(8372) + l.Count("case.events", 60, nil) + l.Say("nav.home")
			}
		})
	}
	all.Wait()
}
