package search_test

import (
	"slices"
	"testing"
	"time"
)

// durations are single measurements, for the percentiles that a mean hides.
type durations []time.Duration

func (d *durations) measure(do func()) {
	start := time.Now()
	do()
	*d = append(*d, time.Since(start))
}

func (d durations) report(b *testing.B) {
	slices.Sort(d)
	for name, p := range map[string]int{"p50-ms": 50, "p95-ms": 95, "p99-ms": 99} {
		b.ReportMetric(float64(d[(len(d)-1)*p/100])/float64(time.Millisecond), name)
	}
}
