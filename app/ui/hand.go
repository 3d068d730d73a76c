package ui

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
)

// Hand is what one finger does to a thing that follows it, the same for columns, time
// axes, maps and pictures: it trembles, which is a tap, drags, flicks, and taps twice.
// It also holds the one motion of the thing, which a finger that comes down ends.
type Hand struct {
	on       bool
	travel   float32
	speed    fyne.Delta // px a second
	last     time.Time
	at       fyne.Position // where the finger came down
	motion   *fyne.Animation
	tapped   time.Time
	tappedAt fyne.Position
}

// Of hands, px at 1x and px a second.
const (
	tremble   = 14   // a finger that moved less has tapped
	slowest   = 60   // slower than this there is no inertia
	fastest   = 6000 // no flick is faster
	sameTap   = 36   // between two taps that are one
	glideTime = 1100 * time.Millisecond
	doubleTap = 400 * time.Millisecond
	restTime  = 80 * time.Millisecond // a finger that has been still so long does not flick
)

// Drag notes a movement, and reports whether the finger has moved so far that what is
// under it follows.
func (h *Hand) Drag(ev *fyne.DragEvent) bool {
	h.Stop()
	now := time.Now()
	if !h.on {
		h.on, h.travel, h.speed, h.last, h.at = true, 0, fyne.Delta{}, now, ev.Position.Subtract(ev.Dragged)
	}
	h.travel += float32(math.Abs(float64(ev.Dragged.DX)) + math.Abs(float64(ev.Dragged.DY)))
	if dt := float32(now.Sub(h.last).Seconds()); dt > 0 {
		h.speed = fyne.NewDelta(h.speed.DX*0.6+ev.Dragged.DX/dt*0.4, h.speed.DY*0.6+ev.Dragged.DY/dt*0.4)
	}
	h.last = now
	return h.travel >= tremble
}

// Held reports whether a finger drags.
func (h *Hand) Held() bool { return h.on }

// Lift ends a drag: where the finger came down, whether it only trembled, and else how
// fast it left, px a second; nought where it had come to rest.
func (h *Hand) Lift() (at fyne.Position, tap bool, speed fyne.Delta) {
	at, tap, speed = h.at, h.travel < tremble, h.speed
	h.on, h.travel = false, 0
	pace := float32(math.Hypot(float64(speed.DX), float64(speed.DY)))
	if tap || time.Since(h.last) > restTime || pace < slowest {
		return at, tap, fyne.Delta{}
	}
	slower := min(1, fastest/pace)
	return at, tap, fyne.NewDelta(speed.DX*slower, speed.DY*slower)
}

// Glide goes on at a speed, px a second, slower and slower: move hears how far it has
// come since, px, and rest, which may be nil, that it has ended.
func (h *Hand) Glide(speed fyne.Delta, move func(way fyne.Delta), rest func()) {
	const decay = 0.32 // seconds in which the speed falls to a third
	h.Move(glideTime, fyne.AnimationLinear, func(done float32) {
		part := float32(decay * (1 - math.Exp(-float64(done)*glideTime.Seconds()/decay)))
		move(fyne.NewDelta(speed.DX*part, speed.DY*part))
		if done == 1 && rest != nil {
			rest()
		}
	})
}

// Move runs the one motion of the thing.
func (h *Hand) Move(long time.Duration, curve fyne.AnimationCurve, step func(done float32)) {
	h.Stop()
	h.motion = fyne.NewAnimation(long, step)
	h.motion.Curve = curve
	h.motion.Start()
}

// Stop ends it where it is.
func (h *Hand) Stop() {
	if h.motion != nil {
		h.motion.Stop()
		h.motion = nil
	}
}

// Twice notes a tap, and reports whether it is the second of two at the same place.
func (h *Hand) Twice(at fyne.Position) bool {
	now, d := time.Now(), at.Subtract(h.tappedAt)
	twice := now.Sub(h.tapped) < doubleTap && math.Hypot(float64(d.X), float64(d.Y)) < sameTap
	h.tapped, h.tappedAt = now, at
	if twice {
		h.tapped = time.Time{}
	}
	return twice
}
