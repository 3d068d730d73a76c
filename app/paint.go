package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"vigil/app/cli"
	"vigil/app/kiosk"
	"vigil/app/ui/timeline"
	"vigil/content"
)

// rounds is how often the walk of paint goes through the kiosk.
const rounds = 5

// walked is one of every kind of page, each opened as a tap opens it.
var walked = []string{
	"attract", "home", "case/bosnia", "case/bosnia/timeline", "timeline", "case/bosnia/map", "event/bosnia/srebrenica-falls", "case/bosnia/essay",
	"case/bosnia/figures", "case/bosnia/findings", "people", "person/hasan-nuhanovic", "places", "glossary",
	"speeches", "speech/power-2010", "search?q=srebrenica", "lessons", "lesson/a-word-becomes-law", "selection", "place/srebrenica",
	"organisation/icty", "sources", "about", "languages", "pause",
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
	w := walk{done: done, rest: rest}
	w.plan()
	if err := run(ctx, k, true, w.painted); err != nil {
		return nil, err
	}
	if len(w.steps) > 0 {
		return nil, errUnpainted
	}
	out := map[string]float64{
		"axis_leads_readable_percent": w.axes.leads(), "axis_told_percent": w.axes.told(),
		"axis_elided_count": float64(w.axes.all.Elided), "axis_uncounted_hidden": float64(w.axes.all.Hidden()),
		"tap_p50_ms": part(w.taps, 0.5), "tap_p95_ms": part(w.taps, 0.95),
		"key_to_paint_p50_ms": part(w.keys, 0.5), "key_to_paint_p95_ms": part(w.keys, 0.95),
		"empty_frame_ms": part(w.empty, 0.5), "empty_frame_p95_ms": part(w.empty, 0.95),
	}
	for address, times := range w.screens {
		out["tap_"+named(address)+"_p95_ms"] = part(times, 0.95)
	}
	maps.Copy(out, w.axes.each)
	for _, n := range timelines {
		out["timeline_"+n.name+"_frame_ms"] = part(w.pans[n.name], 0.5)
		out["timeline_"+n.name+"_frame_p95_ms"] = part(w.pans[n.name], 0.95)
		out["timeline_"+n.name+"_zoom_ms"] = part(w.zooms[n.name], 0.5)
		out["timeline_"+n.name+"_zoom_p95_ms"] = part(w.zooms[n.name], 0.95)
	}
	return out, nil
}

// named is a route as part of a measurement's name.
func named(address string) string {
	page, _, _ := strings.Cut(address, "?")
	return strings.NewReplacer("/", "_", "-", "_").Replace(page)
}

// drag moves the time axis of a page sideways.
func drag(o fyne.CanvasObject, by float32) {
	if axis := timeline.Find(o); axis != nil {
		axis.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(by, 0)})
	}
}

// zoom brings the time axis of a page closer, at once.
func zoom(o fyne.CanvasObject, by float64) {
	if axis := timeline.Find(o); axis != nil {
		axis.Zoom(by, 0.5)
	}
}

// timelines are the sizes of timeline that are panned and zoomed.
var timelines = []struct {
	name   string
	events int
}{{"60", 60}, {"1k", 1000}, {"10k", 10_000}}

// frames is how often each is moved, in each of so many rounds.
const (
	frames      = 24
	frameRounds = 3
)

// generated is an archive with a case study of so many events for each size,
// spread over a century as history is: much in a few years.
func generated(a *content.Archive) *content.Archive {
	out := *a
	out.Cases = slices.Clone(a.Cases)
	for _, n := range timelines {
		r := rand.New(rand.NewPCG(7, uint64(n.events)))
		c := &content.Case{ID: "generated-" + n.name, Order: 9, Words: content.Text{a.Original: {Title: "Generated " + n.name}}}
		for i := range n.events {
			year := 1940 + int(r.NormFloat64()*4)
			if r.IntN(3) == 0 {
				year = 1900 + r.IntN(100)
			}
			date, err := content.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, 1+r.IntN(12), 1+r.IntN(28)))
			if err != nil {
				continue
			}
			c.Events = append(c.Events, &content.Event{
				ID: fmt.Sprintf("e%d", i), Owner: c.ID, Date: date, Kind: content.EventKinds[r.IntN(len(content.EventKinds))], Importance: 1 + r.IntN(4),
				Words: content.Text{a.Original: {Title: fmt.Sprintf("An event of some length, number %d", i)}},
			})
		}
		slices.SortStableFunc(c.Events, func(x, y *content.Event) int {
			if x.Date.Before(y.Date) {
				return -1
			}
			return 1
		})
		out.Cases = append(out.Cases, c)
	}
	out.Index()
	return &out
}

// step is one thing done and waited for.
type step struct {
	do      func(*kiosk.Shell)
	results bool                // wait until the page has changed by itself
	until   func() bool         // wait until this is so; may be nil
	note    func(time.Duration) // keeps what it took
}

// walk is what is still to be measured, and what has been.
type walk struct {
	steps      []step
	taps, keys []time.Duration
	empty      []time.Duration
	pans       map[string][]time.Duration
	zooms      map[string][]time.Duration
	screens    map[string][]time.Duration // from tap to paint, by route
	begin      time.Time
	changes    int
	waiting    bool
	rest       time.Duration // between two steps, so that what is painted after a page does not count for the next
	axes       axes
	done       context.CancelFunc
}

func (w *walk) plan() {
	w.screens = map[string][]time.Duration{}
	w.pans, w.zooms = map[string][]time.Duration{}, map[string][]time.Duration{}
	for range rounds {
		for _, address := range walked {
			w.steps = append(w.steps, step{do: func(s *kiosk.Shell) { s.Go(address) }, note: func(took time.Duration) {
				w.taps = append(w.taps, took)
				w.screens[address] = append(w.screens[address], took)
			}})
		}
	}
	w.steps = append(w.steps, step{do: func(s *kiosk.Shell) { s.Go("search") }, note: unmeasured})
	for _, r := range typed {
		w.steps = append(w.steps, step{do: func(s *kiosk.Shell) { s.Screen().Focus.TypedRune(r) }, results: true, note: func(took time.Duration) { w.keys = append(w.keys, took) }})
	}
	w.steps = append(w.steps, step{do: w.axes.measure, note: unmeasured})
	for range frameRounds {
		w.planFrames()
	}
}

// planFrames moves an empty page and each timeline in turn, so that what else the
// machine does falls on all of them.
func (w *walk) planFrames() {
	w.steps = append(w.steps, step{do: func(s *kiosk.Shell) { s.Go("place/nowhere") }, note: unmeasured})
	for range frames {
		w.steps = append(w.steps, step{do: (*kiosk.Shell).Repaint, note: func(took time.Duration) { w.empty = append(w.empty, took) }})
	}
	for _, n := range timelines {
		w.steps = append(w.steps, step{do: func(s *kiosk.Shell) {
			if s.Archive().Case("generated-"+n.name) == nil {
				world := s.World()
				world.Archive = generated(world.Archive)
				s.Show(world, false)
			}
			s.Go("case/generated-" + n.name + "/timeline?at=1940-01-01&days=20000")
		}, note: unmeasured})
		for i := range frames {
			by := float32(-14)
			if i >= frames/2 {
				by = -by
			}
			w.steps = append(w.steps, step{do: func(s *kiosk.Shell) { drag(s.Screen().Body, by); s.Repaint() }, note: func(took time.Duration) { w.pans[n.name] = append(w.pans[n.name], took) }})
		}
		for i := range frames / 3 {
			by := 1.8
			if i >= frames/6 {
				by = 1 / by
			}
			w.steps = append(w.steps, step{do: func(s *kiosk.Shell) { zoom(s.Screen().Body, by); s.Repaint() }, note: func(took time.Duration) { w.zooms[n.name] = append(w.zooms[n.name], took) }})
		}
	}
}

// painted notes the time of the step that was waited for and begins the next
// one, once the window has come to rest.
func (w *walk) painted(shell *kiosk.Shell, _ string) {
	if w.waiting {
		now := w.steps[0]
		if now.results && shell.Changes() == w.changes || now.until != nil && !now.until() {
			return
		}
		now.note(time.Since(w.begin))
		w.steps, w.waiting = w.steps[1:], false
	} else if !w.begin.IsZero() {
		return
	}
	if len(w.steps) == 0 {
		w.done()
		return
	}
	w.begin = time.Now()
	if w.rest == 0 {
		w.next(shell)
		return
	}
	time.AfterFunc(w.rest, func() { fyne.Do(func() { w.next(shell) }) })
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
const lost = 30 * time.Second

// rest is how long the window rests between two measured steps.
const rest = 120 * time.Millisecond

// part is that part, 0 to 1, of some times, in ms.
func part(times []time.Duration, part float64) float64 {
	sorted := slices.Clone(times)
	slices.Sort(sorted)
	return float64(sorted[int(part*float64(len(sorted)-1))].Microseconds()) / 1000
}
