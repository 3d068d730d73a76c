package search_test

import (
	"context"
	"os"
	"sync"
	"testing"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/search"
)

// bundled is the archive that the kiosk carries, with the two ways to search it.
// It is opened once: every test asks it the same and none changes it.
var bundled = sync.OnceValue(func() (b struct {
	archive *content.Archive
	scan    *search.Searcher
	index   *search.Searcher
	err     error
}) {
	b.archive = authoring.Load(context.Background(), content.Bundled()).Archive
	b.scan = search.Scan(b.archive)
	dir, err := os.MkdirTemp("", "vigil-search-test-")
	if err != nil {
		b.err = err
		return b
	}
	b.index, b.err = search.Open(context.Background(), dir, b.archive)
	_ = os.RemoveAll(dir) // what is open stays readable; where it does not, the folder is left
	return b
})

// bundledEngines checks both ways to search the bundled archive.
func bundledEngines(t *testing.T, check func(t *testing.T, s *search.Searcher)) {
	t.Helper()
	b := bundled()
	if b.err != nil {
		t.Fatal(b.err)
	}
	t.Run("scan", func(t *testing.T) { check(t, b.scan) })
	t.Run("index", func(t *testing.T) { check(t, b.index) })
}

func TestBundled(t *testing.T) {
	tests := []struct{ words, route string }{
		{"Milosevic", "person/slobodan-milosevic"},
		{"Milošević", "person/slobodan-milosevic"},
		{"Милошевић", "person/slobodan-milosevic"},
		{"Srebrenica", "place/srebrenica"},
		{"Сребреница", "place/srebrenica"},
	}
	bundledEngines(t, func(t *testing.T, s *search.Searcher) {
		for _, lang := range bundled().archive.Languages {
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
	a := bundled().archive
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
