package main

import (
	"context"
	"errors"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"vigil/app/cli"
	"vigil/app/kiosk"
)

// rounds is how often the walk of paint goes through the kiosk.
const rounds = 5

// walked is one of every kind of page, each opened as a tap opens it.
var walked = []string{
	"home", "case/bosnia", "case/bosnia/timeline", "event/bosnia/srebrenica-falls", "case/bosnia/essay",
	"case/bosnia/figures", "case/bosnia/findings", "people", "person/hasan-nuhanovic", "places", "glossary",
	"speech/power-2010", "search?q=srebrenica", "sources", "languages", "pause",
}

// typed is what is typed into the search field, letter by letter.
const typed = "srebrenica hasan nuhanovic sarajevo haggadah"

var errUnpainted = errors.New("the window was closed before every page was painted")

// paint goes through the kiosk in a window and measures, for each page, the
// time from the tap that opens it until it is painted; then types into the
// search field and measures the time from each key until its results are
// painted.
func paint(ctx context.Context, k cli.Kiosk) (map[string]float64, error) {
	ctx, done := context.WithCancel(ctx)
	defer done()
	w := walk{done: done}
	w.plan()
	if err := run(ctx, k, w.painted); err != nil {
		return nil, err
	}
	if len(w.steps) > 0 {
		return nil, errUnpainted
	}
	return map[string]float64{
		"tap_p50_ms": part(w.taps, 0.5), "tap_p95_ms": part(w.taps, 0.95),
		"key_to_paint_p50_ms": part(w.keys, 0.5), "key_to_paint_p95_ms": part(w.keys, 0.95),
	}, nil
}

// step is one thing done and waited for.
type step struct {
	do      func(*kiosk.Shell)
	results bool // wait until the page has changed by itself
	times   *[]time.Duration
}

// walk is what is still to be measured, and what has been.
type walk struct {
	steps      []step
	taps, keys []time.Duration
	begin      time.Time
	changes    int
	waiting    bool
	done       context.CancelFunc
}

func (w *walk) plan() {
	var unmeasured []time.Duration
	for range rounds {
		for _, address := range walked {
			w.steps = append(w.steps, step{do: func(s *kiosk.Shell) { s.Go(address) }, times: &w.taps})
		}
	}
	w.steps = append(w.steps, step{do: func(s *kiosk.Shell) { s.Go("search") }, times: &unmeasured})
	for _, r := range typed {
		w.steps = append(w.steps, step{do: func(s *kiosk.Shell) { s.Screen().Focus.TypedRune(r) }, results: true, times: &w.keys})
	}
}

// painted notes the time of the step that was waited for and begins the next
// one, once the window has come to rest.
func (w *walk) painted(shell *kiosk.Shell, _ string) {
	if w.waiting {
		now := w.steps[0]
		if now.results && shell.Changes() == w.changes {
			return
		}
		*now.times = append(*now.times, time.Since(w.begin))
		w.steps, w.waiting = w.steps[1:], false
	} else if !w.begin.IsZero() {
		return
	}
	if len(w.steps) == 0 {
		w.done()
		return
	}
	w.begin = time.Now()
	time.AfterFunc(rest, func() { fyne.Do(func() { w.next(shell) }) })
}

func (w *walk) next(shell *kiosk.Shell) {
	w.begin, w.waiting, w.changes = time.Now(), true, shell.Changes()
	left := len(w.steps)
	time.AfterFunc(lost, func() {
		fyne.Do(func() {
			if w.waiting && len(w.steps) == left {
				w.skip(shell)
			}
		})
	})
	w.steps[0].do(shell)
}

// skip goes on from a step whose frame was never told of: the toolkit may draw
// two changes in one frame. It is not measured.
func (w *walk) skip(shell *kiosk.Shell) {
	w.steps, w.waiting = w.steps[1:], false
	if len(w.steps) == 0 {
		w.done()
		return
	}
	w.next(shell)
}

// lost is after how long nobody waits for a frame any more.
const lost = 3 * time.Second

// rest lets what is painted after a page not count for the next.
const rest = 120 * time.Millisecond

// part is that part, 0 to 1, of some times, in ms.
func part(times []time.Duration, part float64) float64 {
	sorted := slices.Clone(times)
	slices.Sort(sorted)
	return float64(sorted[int(part*float64(len(sorted)-1))].Microseconds()) / 1000
}
