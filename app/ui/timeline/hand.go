package timeline

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
)

// hand is what a finger is doing.
type hand struct {
	on       bool
	travel   float32
	velocity float32 // px a second, towards later
	last     time.Time
	at       fyne.Position
	glide    *fyne.Animation
	tapped   time.Time
	tappedAt fyne.Position
}

// Thresholds of the hand, px at 1x and px a second; as those of a scroller.
const (
	tremble   = 14
	slowestGo = 60
	fastestGo = 6000
	glideTime = 1100 * time.Millisecond
	doubleTap = 400 * time.Millisecond
	zoomStep  = 1.6
)

var (
	_ fyne.Draggable  = (*Axis)(nil)
	_ fyne.Scrollable = (*Axis)(nil)
	_ fyne.Tappable   = (*Axis)(nil)
)

// later is a movement on the screen as one towards later.
func (a *Axis) later(dx float32) float32 {
	if a.look.RTL {
		return dx
	}
	return -dx
}

// Dragged pans.
func (a *Axis) Dragged(ev *fyne.DragEvent) {
	a.stop()
	h, now := &a.hand, time.Now()
	if !h.on {
		*h = hand{on: true, at: ev.Position.Subtract(ev.Dragged), last: now}
	}
	h.travel += float32(math.Abs(float64(ev.Dragged.DX))) + float32(math.Abs(float64(ev.Dragged.DY)))
	if dt := float32(now.Sub(h.last).Seconds()); dt > 0 {
		h.velocity = h.velocity*0.6 + a.later(ev.Dragged.DX)/dt*0.4
	}
	h.last = now
	if h.travel >= tremble {
		a.set(a.begin+float64(a.later(ev.Dragged.DX))/a.perDay, a.perDay)
	}
}

// DragEnd lets the axis glide on, or taps where a finger only trembled.
func (a *Axis) DragEnd() {
	h := a.hand
	a.hand = hand{tapped: h.tapped, tappedAt: h.tappedAt}
	if h.travel < tremble {
		a.Tapped(&fyne.PointEvent{Position: h.at})
		return
	}
	v := min(max(h.velocity, -fastestGo), fastestGo)
	if a.look.Still || time.Since(h.last) > 80*time.Millisecond || v < slowestGo && v > -slowestGo {
		a.moved()
		return
	}
	a.glideOn(v)
}

func (a *Axis) glideOn(velocity float32) {
	const decay = 0.32 // seconds in which the speed falls to a third
	start := a.begin
	a.hand.glide = fyne.NewAnimation(glideTime, func(done float32) {
		t := float64(done) * glideTime.Seconds()
		a.set(start+float64(velocity)*decay*(1-math.Exp(-t/decay))/a.perDay, a.perDay)
		if done == 1 {
			a.moved()
		}
	})
	a.hand.glide.Curve = fyne.AnimationLinear
	a.hand.glide.Start()
}

func (a *Axis) stop() {
	if a.hand.glide != nil {
		a.hand.glide.Stop()
		a.hand.glide = nil
	}
}

// Scrolled zooms around the pointer with the wheel, and pans sideways.
func (a *Axis) Scrolled(ev *fyne.ScrollEvent) {
	if a.size.Width <= 0 {
		return
	}
	if math.Abs(float64(ev.Scrolled.DX)) > math.Abs(float64(ev.Scrolled.DY)) {
		a.Pan(float64(a.later(ev.Scrolled.DX) / a.size.Width))
		return
	}
	a.Zoom(math.Pow(1.01, float64(ev.Scrolled.DY)), a.part(ev.Position.X))
}

// part is a place on the screen as a part of the width from where lines begin.
func (a *Axis) part(x float32) float64 {
	if a.look.RTL {
		x = a.size.Width - x
	}
	return float64(x / max(a.size.Width, 1))
}

// Tapped chooses what is under the finger; a second tap at the same place zooms
// in there.
func (a *Axis) Tapped(ev *fyne.PointEvent) {
	a.stop()
	now, d := time.Now(), ev.Position.Subtract(a.hand.tappedAt)
	if now.Sub(a.hand.tapped) < doubleTap && math.Hypot(float64(d.X), float64(d.Y)) < reach {
		a.hand.tapped = time.Time{}
		a.Zoom(zoomStep*zoomStep, a.part(ev.Position.X))
		return
	}
	a.hand.tapped, a.hand.tappedAt = now, ev.Position
	if i := a.at(ev.Position); i >= 0 {
		a.choose(i)
	}
}
