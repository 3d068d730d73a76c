package search_test

import (
	"context"
	_ "embed"
	"slices"
	"strings"
	"testing"

	"vigil/content"
	"vigil/content/search"
	"vigil/i18n"
)

//go:embed testdata/queries.tsv
var queries string

// The least that a table of what visitors type must reach: the mean of one over
// the place of the first good answer, and the part whose good answer is among
// the first three.
const (
	leastMRR     = 0.85
	leastSuccess = 0.9
)

// TestQueries asks what visitors of eight languages type, with their mistakes, and
// looks where the answer stands.
func TestQueries(t *testing.T) {
	catalogue, err := i18n.Load()
	if err != nil {
		t.Fatal(err)
	}
	reader := catalogue.Reader(search.Fold)
	bundledEngines(t, func(t *testing.T, s *search.Searcher) {
		var sum, success float64
		n := 0
		for _, line := range strings.Split(strings.TrimSpace(queries), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			words, rest, _ := strings.Cut(line, "\t")
			lang, want, ok := strings.Cut(rest, "\t")
			if !ok {
				t.Fatalf("the line %q has no three parts", line)
			}
			n++
			period, beside := reader.Period(words, content.Lang(lang))
			hits, err := s.Search(context.Background(), search.Query{Words: words, Lang: content.Lang(lang), Limit: 10, Period: period, Beside: beside})
			if err != nil {
				t.Fatalf("%q: %v", words, err)
			}
			place := slices.IndexFunc(hits, func(h search.Hit) bool { return slices.Contains(strings.Split(want, "|"), h.Route) })
			if place >= 0 {
				sum += 1 / float64(place+1)
			}
			if place >= 0 && place < 3 {
				success++
			} else {
				t.Logf("%q in %s: the answer stands at %d of %d", words, lang, place+1, len(hits))
			}
		}
		t.Logf("%d queries: MRR %.3f, success@3 %.3f", n, sum/float64(n), success/float64(n))
		if n < 120 || sum/float64(n) < leastMRR || success/float64(n) < leastSuccess {
			t.Errorf("%d queries: MRR %.3f, success@3 %.3f; want 120, %.2f and %.2f", n, sum/float64(n), success/float64(n), leastMRR, leastSuccess)
		}
	})
}
