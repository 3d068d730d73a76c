package search_test

import (
	"fmt"
	"os"
	"strconv"
	"testing"

	"vigil/content/search"
	"vigil/content/search/trial"
)

// records is how many records the benchmarks use; VIGIL_RECORDS=100000 takes
// minutes to build.
func records(b *testing.B) int {
	b.Helper()
	n, err := strconv.Atoi(os.Getenv("VIGIL_RECORDS"))
	if err != nil {
		return 2000
	}
	return n
}

func BenchmarkSearch(b *testing.B) {
	a := trial.Archive(records(b))
	typed := trial.Keys(a)
	b.Run("scan", func(b *testing.B) { benchmarkSearch(b, search.Scan(a), typed) })
	b.Run("index", func(b *testing.B) { benchmarkSearch(b, mustOpen(b, b.TempDir(), a), typed) })
}

func benchmarkSearch(b *testing.B, s *search.Searcher, typed []string) {
	var times durations
	i := 0
	for b.Loop() {
		words := typed[i%len(typed)]
		i++
		times.measure(func() {
			if _, err := s.Search(b.Context(), search.Query{Words: words, Lang: "en", Limit: trial.MostHits}); err != nil {
				b.Fatal(fmt.Errorf("%q: %w", words, err))
			}
		})
	}
	times.report(b)
}

func BenchmarkBuild(b *testing.B) {
	a := trial.Archive(records(b))
	for b.Loop() {
		mustOpen(b, b.TempDir(), a)
	}
}

func BenchmarkOpen(b *testing.B) {
	a, dir := trial.Archive(records(b)), b.TempDir()
	mustOpen(b, dir, a)
	for b.Loop() {
		s, err := search.Open(b.Context(), dir, a)
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkScan(b *testing.B) {
	a := trial.Archive(records(b))
	for b.Loop() {
		search.Scan(a)
	}
}
