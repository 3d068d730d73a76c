package main

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"vigil/app/cli"
	"vigil/app/kiosk"
	"vigil/app/screen"
)

// soak uses the kiosk in a window as an afternoon of visitors does, and reads
// the memory of this process after each kind of use.
func soak(ctx context.Context, k cli.Kiosk, rounds cli.Rounds, memory func() float64) (map[string]float64, error) {
	ctx, done := context.WithCancel(ctx)
	defer done()
	out := map[string]float64{}
	s := soaking{walk: walk{done: done}, read: func(name string) { out[name] = memory() }}
	s.planSoak(rounds)
	if err := run(ctx, k, true, s.painted); err != nil {
		return nil, err
	}
	if len(s.steps) > 0 {
		return nil, errUnpainted
	}
	return out, nil
}

type soaking struct {
	walk
	read func(name string)
}

// settled is how long the window rests before its memory is read, so that what
// is freed behind the frames is free.
const settled = 3 * time.Second

// visitor is how long one looks at a page who only taps on: Fyne keeps for a
// minute what it has painted, and no hand opens more pages in one.
const visitor = 250 * time.Millisecond

// pace is how long the window rests between the steps from here on.
func (s *soaking) pace(rest time.Duration) {
	s.do(func(k *kiosk.Shell) {
		s.walk.rest = rest
		k.Repaint()
	})
}

// fling is how a hand throws the axis: so many moves of so many px, then so many
// frames of the glide before the next hand.
const (
	flingMoves = 4
	flingBy    = 70
	glideFrame = 5
)

func (s *soaking) planSoak(rounds cli.Rounds) {
	s.open("home")
	s.rest("rss_window_mb")
	s.open("case/bosnia/timeline")
	for i := range rounds.Flings {
		by := float32(-flingBy)
		if i/12%2 == 1 {
			by = -by
		}
		for range flingMoves {
			s.do(func(k *kiosk.Shell) { drag(k.Screen().Body, by); k.Repaint() })
		}
		s.do(func(k *kiosk.Shell) { letGo(k.Screen().Body); k.Repaint() })
		for range glideFrame {
			s.do((*kiosk.Shell).Repaint)
		}
	}
	s.open("home")
	s.rest("rss_after_flings_mb")
	s.pace(visitor)
	for i := range rounds.Pages {
		s.do(func(k *kiosk.Shell) {
			all := screen.Everywhere(k.Archive())
			k.Go(all[i*len(all)/max(rounds.Pages, 1)])
		})
	}
	s.open("home")
	s.rest("rss_after_pages_mb")
	for i := range rounds.Searches {
		s.steps = append(s.steps, step{results: true, note: unmeasured, do: func(k *kiosk.Shell) {
			people := k.Archive().People
			k.Go("search?q=" + people[i%len(people)].ID)
		}})
	}
	s.open("home")
	s.rest("rss_after_searches_mb")
}

func unmeasured(time.Duration) {}

func (s *soaking) do(do func(*kiosk.Shell)) {
	s.steps = append(s.steps, step{do: do, note: unmeasured})
}

func (s *soaking) open(address string) { s.do(func(k *kiosk.Shell) { k.Go(address) }) }

// rest lets the window come to rest, its index read, and reads the memory.
func (s *soaking) rest(name string) {
	s.do(func(k *kiosk.Shell) { s.afterRest(k, name) })
}

func (s *soaking) afterRest(k *kiosk.Shell, name string) {
	ready := k.Ready()
	time.AfterFunc(settled, func() {
		fyne.Do(func() {
			if !ready {
				s.afterRest(k, name)
				return
			}
			s.read(name)
			k.Repaint()
		})
	})
}

// letGo ends what drag began.
func letGo(o fyne.CanvasObject) { onAxis(o, func(axis fyne.Draggable) { axis.DragEnd() }) }
