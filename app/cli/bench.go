package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"vigil/app/typeset"
	"vigil/assets"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/search"
	"vigil/content/search/trial"
)

// bench measures this program on this machine: what needs no display always,
// what needs a window where there is a display. Names say what and unit.
func bench(ctx context.Context, env Env, args []string) (int, error) {
	fs := env.flags("vigil bench", "[--json] [--memory [--rounds FLINGS,PAGES,SEARCHES]] [--records N,..]")
	asJSON := fs.Bool("json", false, "one JSON object instead of lines")
	records := fs.String("records", "", "measure search alone, on archives of so many made-up `records`, such as 1000,10000,100000")
	memory := fs.Bool("memory", false, "measure the memory of a window in long use, alone")
	rounds := fs.String("rounds", usualRounds, "with --memory: so many flings of a timeline, pages and searches")
	if err := parse(fs, args, 0); err != nil {
		return misuse, err
	}
	out := map[string]float64{}
	if *memory {
		n, err := readRounds(*rounds)
		if err != nil {
			return misuse, err
		}
		if err := measureMemory(ctx, env, out, n); err != nil {
			return found, err
		}
		return good, report(env, out, *asJSON)
	}
	if *records != "" {
		sizes, err := sizes(*records)
		if err != nil {
			return misuse, err
		}
		if err := measureTrials(ctx, out, sizes); err != nil {
			return found, err
		}
		return good, report(env, out, *asJSON)
	}
	data, err := os.MkdirTemp("", "vigil-bench-")
	if err != nil {
		return found, fmt.Errorf("make a folder for the index: %w", err)
	}
	defer os.RemoveAll(data)
	measureLayout(out)
	if err := measureSearch(ctx, out, data); err != nil {
		return found, err
	}
	if err := measureWindow(ctx, env, out, data); err != nil {
		fmt.Fprintln(env.Err, "vigil: nothing measured in a window: "+oneLine(err.Error()))
	}
	return good, report(env, out, *asJSON)
}

func report(env Env, out map[string]float64, asJSON bool) error {
	// What could not be measured has no number, and JSON none for that.
	maps.DeleteFunc(out, func(_ string, v float64) bool { return math.IsNaN(v) })
	if asJSON {
		if err := json.NewEncoder(env.Out).Encode(out); err != nil {
			return fmt.Errorf("write the measurements: %w", err)
		}
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(out)) {
		fmt.Fprintf(env.Out, "%-28s %10.2f\n", name, out[name])
	}
	return nil
}

// percentile is that part, 0 to 1, of some times, in ms.
func percentile(times []time.Duration, part float64) float64 {
	if len(times) == 0 {
		return math.NaN()
	}
	sorted := slices.Clone(times)
	slices.Sort(sorted)
	i := min(int(math.Ceil(part*float64(len(sorted))))-1, len(sorted)-1)
	return float64(sorted[max(i, 0)].Microseconds()) / 1000
}

func timed(n int, do func()) []time.Duration {
	out := make([]time.Duration, 0, n)
	for range n {
		begin := time.Now()
		do()
		out = append(out, time.Since(begin))
	}
	return out
}

// measureLayout sets a thousand words of the bundled archive.
func measureLayout(out map[string]float64) {
	files := content.Bundled()
	var a *content.Archive
	out["archive_load_ms"] = percentile(timed(5, func() { a = authoring.Load(context.Background(), files).Archive }), 0.5)
	words := thousandWords(a)
	setter := typeset.New(assets.Fonts())
	p := typeset.Paragraph{Spans: []typeset.Span{{Text: words, Style: typeset.Style{Family: typeset.Serif, Size: 28}}}}
	setter.Layout(p, 800)
	out["layout_1000_words_ms"] = percentile(timed(9, func() { setter.Layout(p, 800) }), 0.5)
}

func thousandWords(a *content.Archive) string {
	var words []byte
	n := 0
	for _, e := range a.Events() {
		w, _ := e.Words.In(a.Original)
		for _, word := range splitWords(w.Text.Plain()) {
			words = append(append(words, word...), ' ')
			if n++; n == 1000 {
				return string(words)
			}
		}
	}
	return string(words)
}

// measureSearch types the names of the archive's people and places letter by
// letter.
func measureSearch(ctx context.Context, out map[string]float64, data string) error {
	a := authoring.Load(ctx, content.Bundled()).Archive
	begin := time.Now()
	s, err := search.Open(ctx, data, a)
	if err != nil {
		return fmt.Errorf("build the index: %w", err)
	}
	out["index_build_ms"] = float64(time.Since(begin).Milliseconds())
	defer func() {
		if err := s.Close(); err != nil {
			slog.Warn("close the index", "err", err)
		}
	}()
	var times []time.Duration
	for _, name := range names(a) {
		for i := range name {
			if i == 0 || i > 24 {
				continue
			}
			begin := time.Now()
			if _, err := s.Search(ctx, search.Query{Words: name[:i], Lang: a.Original, Limit: 30}); err != nil {
				return fmt.Errorf("search: %w", err)
			}
			times = append(times, time.Since(begin))
		}
	}
	out["engine_p50_ms"], out["engine_p95_ms"] = percentile(times, 0.5), percentile(times, 0.95)
	return nil
}

// sizes reads numbers of records.
func sizes(list string) ([]int, error) {
	var out []int
	for part := range strings.SplitSeq(list, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(part))
		if err != nil || n < trial.Fewest || n > trial.Most {
			return nil, misused{fmt.Errorf("--records takes numbers from %d to %d, not %q", trial.Fewest, trial.Most, part)}
		}
		out = append(out, n)
	}
	return out, nil
}

// measureTrials builds, opens and asks the index of made-up archives.
func measureTrials(ctx context.Context, out map[string]float64, sizes []int) error {
	for _, n := range sizes {
		a := trial.Archive(n)
		r, err := trial.Measure(ctx, trial.Own{}, a, trial.Keys(a))
		if err != nil {
			return fmt.Errorf("measure search on %d records: %w", n, err)
		}
		size := strconv.Itoa(n)
		if n%1000 == 0 {
			size = strconv.Itoa(n/1000) + "k"
		}
		out["index_"+size+"_build_ms"], out["index_"+size+"_mb"], out["index_"+size+"_open_ms"] = r.Build, r.Size, r.Open
		out["engine_"+size+"_mb"] = r.Memory
		out["engine_"+size+"_p50_ms"], out["engine_"+size+"_p95_ms"], out["engine_"+size+"_p99_ms"] = r.P50, r.P95, r.P99
	}
	return nil
}

func names(a *content.Archive) []string {
	var out []string
	for _, p := range a.People {
		out = append(out, p.Name)
	}
	for _, p := range a.Places {
		out = append(out, p.Name)
	}
	return out
}
