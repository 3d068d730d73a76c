package screen_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2/test"

	"vigil/app/screen"
	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/assets"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/route"
	"vigil/content/search"
	"vigil/i18n"
)

func TestMain(m *testing.M) {
	test.NewApp()
	os.Exit(m.Run())
}

// The archive, the words and the fonts are read once for all tests.
var (
	bundled = sync.OnceValue(func() *content.Archive {
		return authoring.Load(context.Background(), content.Bundled()).Archive
	})
	catalogue = sync.OnceValue(func() *i18n.Catalogue {
		c, err := i18n.Load()
		if err != nil {
			panic(err)
		}
		return c
	})
	setter = sync.OnceValue(func() *typeset.Setter { return typeset.New(assets.Fonts()) })
	scan   = sync.OnceValue(func() screen.Finder { return scanner{search.Scan(bundled())} })
)

var languages = []content.Lang{"en", "fr", "ar"}

// scanner is a plain scan, which is always ready.
type scanner struct{ *search.Searcher }

func (scanner) Ready() bool { return true }

// deps are what a screen gets, over the bundled archive and with nobody
// listening.
func deps(t testing.TB, lang content.Lang) screen.Deps {
	t.Helper()
	c := catalogue()
	var locales []*i18n.Locale
	for _, l := range c.Languages() {
		locales = append(locales, c.Locale(l))
	}
	locale := c.Locale(lang)
	return screen.Deps{
		World: screen.World{
			Archive: bundled(), Languages: locales, Finder: scan(),
			Load: ui.LoadNow(func(err error) { t.Errorf("load: %v", err) }),
		},
		View: screen.View{
			Locale: locale, Look: ui.Look{Setter: setter(), Palette: ui.Dark(), Text: 1, RTL: locale.RTL(), Lang: string(lang)},
		},
		Deeds: screen.Deeds{
			Go: func(string) {}, Replace: func(string) {}, Note: func(string) {}, Speak: func(content.Lang) {}, Changed: func() {},
		},
	}
}

func build(t testing.TB, d screen.Deps, address string) *screen.Screen {
	t.Helper()
	r, err := route.Parse(address)
	if err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	return screen.Build(context.Background(), d, r)
}

// everywhere is the route of every page that an archive has, and of some that
// parameters make.
func everywhere(a *content.Archive) []string {
	out := slices.DeleteFunc(screen.Everywhere(a), func(address string) bool { return address == "place/nowhere" })
	out = append(out, "search?q=zzzzzz")
	for _, c := range a.Cases {
		out = append(out, "case/"+c.ID+"/timeline?view=list&show=lead")
	}
	return out
}

// some is a part of everywhere: every kind of page, and of the kinds with very
// many pages the first and then one in eleven.
func some(a *content.Archive) []string {
	seen := map[string]int{}
	return slices.DeleteFunc(everywhere(a), func(address string) bool {
		kind, rest, _ := strings.Cut(address, "/")
		switch kind {
		case "event":
			owner, _, _ := strings.Cut(rest, "/")
			kind += "/" + owner
		case "person", "place", "organisation", "term", "speech":
		default:
			return false
		}
		seen[kind]++
		return seen[kind] > 3 && seen[kind]%11 != 0 && address != "speech/power-2010"
	})
}

// nameIn is what a person, place or body is called in a language.
func nameIn(d screen.Deps, t content.Text, own string, names []string) string {
	lang := d.Locale.Lang()
	if w := t[lang]; w.Title != "" {
		return w.Title
	}
	for _, n := range names {
		if !d.Locale.Writes(own) && d.Locale.Writes(n) {
			return n
		}
	}
	if w, _ := t.In(lang, d.Archive.Original); w.Title != "" {
		return w.Title
	}
	return own
}

// words are all that a reading order says, one thing a line.
func words(items []voice.Item) string {
	var s strings.Builder
	for _, i := range items {
		s.WriteString(i.Text)
		s.WriteByte('\n')
	}
	return s.String()
}

// bare drops the marks that isolate directions, which are not seen.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, s)
}

func position(items []voice.Item, is func(voice.Item) bool) int {
	for i, item := range items {
		if is(item) {
			return i
		}
	}
	return -1
}
