package main

import (
	"testing"

	"vigil/content/search/trial"
)

// Both engines find the same archive's names, so that the comparison compares.
func TestBothAnswer(t *testing.T) {
	a := trial.Archive(300)
	keys := trial.Keys(a)
	for _, e := range engines {
		r, err := trial.Measure(t.Context(), e.engine, a, keys)
		if err != nil {
			t.Fatalf("%s: %v", e.name, err)
		}
		if r.Answered < 0.95 || r.Size <= 0 || r.P50 <= 0 || r.P99 < r.P50 || r.Records != 300 {
			t.Errorf("%s: %+v", e.name, r)
		}
	}
}

func TestSizesAreBounded(t *testing.T) {
	for _, size := range []string{"", "x", "-1", "10", "100000000000"} {
		if err := run(t.Context(), []string{size}); err == nil {
			t.Errorf("%q is taken for a size", size)
		}
	}
}
