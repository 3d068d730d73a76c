package search_test

import (
	"os"
	"testing"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/search"
)

// mustBundled reads the archive that the kiosk carries.
func mustBundled(tb testing.TB) *content.Archive {
	tb.Helper()
	const folder = "../archive"
	if _, err := os.Stat(folder + "/archive.yaml"); err != nil {
		tb.Skip("no archive is bundled: ", err)
	}
	return authoring.Load(tb.Context(), os.DirFS(folder)).Archive
}

func TestBundled(t *testing.T) {
	tests := []struct{ words, route string }{
		{"Milosevic", "person/slobodan-milosevic"},
		{"Milošević", "person/slobodan-milosevic"},
		{"Милошевић", "person/slobodan-milosevic"},
		{"Srebrenica", "place/srebrenica"},
		{"Сребреница", "place/srebrenica"},
	}
	a := mustBundled(t)
	engines(t, a, func(t *testing.T, s *search.Searcher) {
		for _, lang := range a.Languages {
			for _, test := range tests {
				hits := mustSearch(t, s, test.words, lang)
				if len(hits) == 0 || hits[0].Route != test.route {
					t.Errorf("%q in %s: %v, want %s first", test.words, lang, routes(hits), test.route)
				}
			}
		}
	})
}

func BenchmarkBundled(b *testing.B) {
	a := mustBundled(b)
	typed := names(a)
	b.Run("scan", func(b *testing.B) { benchmarkSearch(b, search.Scan(a), typed) })
	b.Run("index", func(b *testing.B) { benchmarkSearch(b, mustOpen(b, b.TempDir(), a), typed) })
	b.Run("build", func(b *testing.B) {
		for b.Loop() {
			mustOpen(b, b.TempDir(), a)
		}
	})
}

// names are those of the archive's people, letter by letter.
func names(a *content.Archive) []string {
	var all []string
	for _, p := range a.People {
		letters := []rune(p.Name)
		for n := range min(12, len(letters)) {
			all = append(all, string(letters[:n+1]))
		}
	}
	return all
}
