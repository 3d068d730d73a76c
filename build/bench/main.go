// Bench measures Vigil's search beside SQLite FTS5 on the same archives and the
// same keys, in one run. It is a module of its own, so that SQLite is no
// dependency of Vigil.
//
//	go run -C build/bench . 1000 10000 100000
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strconv"

	"vigil/content/search/trial"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

var engines = []struct {
	name   string
	engine trial.Engine
}{
	{"vigil", trial.Own{}},
	{"fts5", fts5{}},
}

func run(ctx context.Context, sizes []string) error {
	if len(sizes) == 0 {
		sizes = []string{"1000", "10000", "100000"}
	}
	fmt.Printf("%8s  %-6s %10s %9s %9s %10s %8s %8s %8s %9s\n",
		"records", "engine", "build ms", "index MB", "open ms", "memory MB", "p50 ms", "p95 ms", "p99 ms", "answered")
	for _, size := range sizes {
		n, err := strconv.Atoi(size)
		if err != nil || n < trial.Fewest || n > trial.Most {
			return fmt.Errorf("%q is no number of records from %d to %d", size, trial.Fewest, trial.Most)
		}
		a := trial.Archive(n)
		keys := trial.Keys(a)
		for _, e := range engines {
			r, err := trial.Measure(ctx, e.engine, a, keys)
			if err != nil {
				return fmt.Errorf("%s, %d records: %w", e.name, n, err)
			}
			fmt.Printf("%8d  %-6s %10.0f %9.1f %9.0f %10.1f %8.2f %8.2f %8.2f %8.0f%%\n",
				n, e.name, r.Build, r.Size, r.Open, r.Memory, r.P50, r.P95, r.P99, 100*r.Answered)
		}
	}
	return nil
}
