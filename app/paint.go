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

var errUnpainted = errors.New("the window was closed before every page was painted")

// paint walks through the kiosk in a window and measures, for each page, the
// time from the tap that opens it until it is painted; then types into the
// search field and measures each key.
func paint(ctx context.Context, k cli.Kiosk) (map[string]float64, error) {
	w := walk{taps: pages(), begin: time.Now()}
	ctx, w.done = context.WithCancel(ctx)
	defer w.done()
	if err := run(ctx, k, w.painted); err != nil {
		return nil, err
	}
	if len(w.tapTimes) < len(w.taps) {
		return nil, errUnpainted
	}
	return map[string]float64{
		"tap_p50_ms": at(w.tapTimes, 0.5), "tap_p95_ms": at(w.tapTimes, 0.95),
	}, nil
}

func pages() []string {
	var out []string
	for range rounds {
		out = append(out, walked...)
	}
	return out
}

// walk is how far the measuring has come.
type walk struct {
	taps     []string
	tapTimes []time.Duration
	begin    time.Time
	asked    bool
	done     context.CancelFunc
}

// painted notes the time of the page that was asked for and asks for the next
// one, once the window has come to rest.
func (w *walk) painted(shell *kiosk.Shell, _ string) {
	if w.asked {
		w.tapTimes = append(w.tapTimes, time.Since(w.begin))
		w.asked = false
	}
	if len(w.tapTimes) == len(w.taps) {
		w.done()
		return
	}
	next := w.taps[len(w.tapTimes)]
	time.AfterFunc(restBetween, func() {
		fyne.Do(func() {
			w.begin, w.asked = time.Now(), true
			shell.Go(next)
		})
	})
}

// restBetween lets what is painted after a page, such as the results of a
// search, not count for the next.
const restBetween = 120 * time.Millisecond

// at is that part, 0 to 1, of some times, in ms.
func at(times []time.Duration, part float64) float64 {
	sorted := slices.Clone(times)
	slices.Sort(sorted)
	return float64(sorted[int(part*float64(len(sorted)-1))].Microseconds()) / 1000
}
