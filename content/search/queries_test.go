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

// The least that the table of what visitors type must reach, for names and dates and
// for topics and questions: the mean of one over the place of the first good answer,
// and the part whose good answer is among the first three.
var least = map[bool]struct{ mrr, success float64 }{false: {0.95, 0.95}, true: {0.80, 0.80}}

// TestQueries asks what visitors of eight languages type, with their mistakes, and
// looks where the answer stands.
func TestQueries(t *testing.T) {
	catalogue, err := i18n.Load()
	if err != nil {
		t.Fatal(err)
	}
	reader := catalogue.Reader(search.Fold)
	bundledEngines(t, func(t *testing.T, s *search.Searcher) {
		type score struct{ n, sum, success float64 }
		scores := map[bool]*score{false: {}, true: {}}
		for _, line := range strings.Split(strings.TrimSpace(queries), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			columns := append(strings.Split(line, "\t"), "")
			if len(columns) < 4 {
				t.Fatalf("the line %q has no three parts", line)
			}
			words, lang, want := columns[0], content.Lang(columns[1]), strings.Split(columns[2], "|")
			one := scores[columns[3] == "topic"]
			one.n++
			period, beside := reader.Period(words, lang)
			hits, err := s.Search(context.Background(), search.Query{Words: words, Lang: lang, Limit: 10, Period: period, Beside: beside})
			if err != nil {
				t.Fatalf("%q: %v", words, err)
			}
			place := slices.IndexFunc(hits, func(h search.Hit) bool { return slices.Contains(want, h.Route) })
			if place >= 0 {
				one.sum += 1 / float64(place+1)
			}
			if place >= 0 && place < 3 {
				one.success++
			}
			if place != 0 {
				var first []string
				for _, h := range hits[:min(len(hits), 3)] {
					first = append(first, h.Route+" ("+h.Why+")")
				}
				t.Logf("%q in %s: the answer stands at %d of %d: %s", words, lang, place+1, len(hits), strings.Join(first, ", "))
			}
		}
		for topics, s := range scores {
			mrr, success := s.sum/s.n, s.success/s.n
			t.Logf("topics %v: %.0f queries, MRR %.3f, success@3 %.3f", topics, s.n, mrr, success)
			if want := least[topics]; s.n < 60 || mrr < want.mrr || success < want.success {
				t.Errorf("topics %v: %.0f queries, MRR %.3f, success@3 %.3f; want 60, %.2f and %.2f", topics, s.n, mrr, success, want.mrr, want.success)
			}
		}
	})
}
