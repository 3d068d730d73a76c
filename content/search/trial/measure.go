package trial

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"time"

	"vigil/content"
	"vigil/content/search"
)

// Engine is a way to search that can be measured beside another.
type Engine interface {
	// Build makes an index of the archive in an empty folder.
	Build(ctx context.Context, dir string, a *content.Archive) error
	// Open opens it.
	Open(ctx context.Context, dir string, a *content.Archive) (Answering, error)
}

// Answering is an index that is open.
type Answering interface {
	// Answer finds at most that many records, best first, for words of which the
	// last is still being typed, and returns how many it found.
	Answer(ctx context.Context, words string, most int) (int, error)
	Close() error
}

// MostHits is how many hits are asked for at each key, as the kiosk does while
// somebody types.
const MostHits = 60

// Report is what was measured. Times are in ms, sizes in MB of a million bytes.
type Report struct {
	Records       int     // of the archive
	Build         float64 // of the index
	Size          float64 // of the index on disk
	Open          float64 // of the index, with its checks
	Memory        float64 // that the process has more while it answers, NaN where the system does not tell
	P50, P95, P99 float64 // per key typed
	Answered      float64 // share of the keys that found something
}

// Measure builds, opens and asks an engine, in a folder that it makes and
// removes.
func Measure(ctx context.Context, e Engine, a *content.Archive, keys []string) (r Report, err error) {
	dir, err := os.MkdirTemp("", "vigil-trial-")
	if err != nil {
		return r, fmt.Errorf("make a folder for the index: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	begin := time.Now()
	if err := e.Build(ctx, dir, a); err != nil {
		return r, fmt.Errorf("build the index: %w", err)
	}
	r.Records, r.Build = len(a.People)+len(a.Places)+len(a.Events()), ms(time.Since(begin))
	if r.Size, err = size(dir); err != nil {
		return r, fmt.Errorf("measure the index: %w", err)
	}
	before := resident()
	begin = time.Now()
	open, err := e.Open(ctx, dir, a)
	if err != nil {
		return r, fmt.Errorf("open the index: %w", err)
	}
	defer func() { err = errors.Join(err, open.Close()) }()
	r.Open = ms(time.Since(begin))
	var times []float64
	answered := 0
	for _, words := range keys {
		begin := time.Now()
		n, err := open.Answer(ctx, words, MostHits)
		if err != nil {
			return r, fmt.Errorf("ask for %q: %w", words, err)
		}
		times = append(times, ms(time.Since(begin)))
		if n > 0 {
			answered++
		}
	}
	r.Answered = float64(answered) / float64(len(keys))
	r.Memory = max(0, resident()-before)
	slices.Sort(times)
	at := func(part float64) float64 { return times[min(len(times)-1, int(part*float64(len(times))))] }
	r.P50, r.P95, r.P99 = at(0.5), at(0.95), at(0.99)
	return r, nil
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func size(dir string) (float64, error) {
	total := 0.0
	err := filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			total += float64(info.Size()) / 1e6
		}
		return err
	})
	return total, err
}

// resident is the memory that the process holds, in MB.
func resident() float64 {
	runtime.GC()
	debug.FreeOSMemory()
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return math.NaN()
	}
	for line := range bytes.Lines(data) {
		if rest, ok := bytes.CutPrefix(line, []byte("VmRSS:")); ok {
			kb, err := strconv.ParseFloat(string(bytes.TrimSuffix(bytes.TrimSpace(rest), []byte(" kB"))), 64)
			if err == nil {
				return kb * 1024 / 1e6
			}
		}
	}
	return math.NaN()
}

// Own is Vigil's search.
type Own struct{}

// Build implements Engine.
func (Own) Build(ctx context.Context, dir string, a *content.Archive) error {
	s, err := search.Open(ctx, dir, a)
	if err != nil {
		return err
	}
	return s.Close()
}

// Open implements Engine.
func (Own) Open(ctx context.Context, dir string, a *content.Archive) (Answering, error) {
	s, err := search.Open(ctx, dir, a)
	if err != nil {
		return nil, err
	}
	return own{s, a.Original}, nil
}

type own struct {
	*search.Searcher
	lang content.Lang
}

func (o own) Answer(ctx context.Context, words string, most int) (int, error) {
	hits, err := o.Search(ctx, search.Query{Words: words, Lang: o.lang, Limit: most})
	return len(hits), err
}
