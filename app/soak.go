package main

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"vigil/app/cli"
	"vigil/app/kiosk"
	"vigil/app/screen"
	"vigil/app/ui/timeline"
)

// soak uses the kiosk in a window as an afternoon of visitors does, and reads
// the memory of this process after each kind of use.
func soak(ctx context.Context, k cli.Kiosk, rounds cli.Rounds, memory func() cli.Memory) (map[string]float64, error) {
	ctx, done := context.WithCancel(ctx)
	defer done()
	out := map[string]float64{}
	s := soaking{walk: walk{done: done}, read: func(when string) {
		now := memory()
		out["rss_"+when+"_mb"], out["held_"+when+"_mb"] = now.All, now.Held
	}}
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
	read func(when string)
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
	s.rest("window")
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
	s.rest("after_flings")
	s.pace(visitor)
	for i := range rounds.Pages {
		s.do(func(k *kiosk.Shell) {
			all := screen.Everywhere(k.Archive())
			k.Go(all[i*len(all)/max(rounds.Pages, 1)])
		})
	}
	s.open("home")
	s.rest("after_pages")
	for i := range rounds.Searches {
		s.steps = append(s.steps, step{results: true, note: unmeasured, do: func(k *kiosk.Shell) {
			people := k.Archive().People
			k.Go("search?q=" + people[i%len(people)].ID)
		}})
	}
	s.open("home")
	s.rest("after_searches")
}

func unmeasured(time.Duration) {}

func (s *soaking) do(do func(*kiosk.Shell)) {
	s.steps = append(s.steps, step{do: do, note: unmeasured})
}

func (s *soaking) open(address string) { s.do(func(k *kiosk.Shell) { k.Go(address) }) }

// rest lets the window come to rest, its index read, and reads the memory.
func (s *soaking) rest(when string) {
	read := false
	var after func(k *kiosk.Shell)
	after = func(k *kiosk.Shell) {
		ready := k.Ready()
		time.AfterFunc(settled, func() {
			fyne.Do(func() {
				if !ready {
					after(k)
					return
				}
				s.read(when)
				read = true
				k.Repaint()
			})
		})
	}
	s.steps = append(s.steps, step{do: after, until: func() bool { return read }, note: unmeasured})
}

// letGo ends what drag began.
func letGo(o fyne.CanvasObject) {
	if axis := timeline.Find(o); axis != nil {
		axis.DragEnd()
	}
}
