package timeline

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
)

// zoomStep is how much closer one of two taps comes.
const zoomStep = 1.6

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
	if a.hand.Drag(ev) {
		a.set(a.begin+float64(a.later(ev.Dragged.DX))/a.perDay, a.perDay)
	}
}

// DragEnd lets the axis glide on, or taps where a finger only trembled.
func (a *Axis) DragEnd() {
	at, tap, speed := a.hand.Lift()
	switch {
	case tap:
		a.Tapped(&fyne.PointEvent{Position: at})
	case a.look.Still || speed.DX == 0:
		a.moved()
	default:
		start := a.begin
		a.hand.Glide(speed, func(way fyne.Delta) { a.set(start+float64(a.later(way.DX))/a.perDay, a.perDay) }, a.moved)
	}
}

// comeTime is how long the axis takes to come closer or go further.
const comeTime = 180 * time.Millisecond

// Come is Zoom, seen to move: none where the visitor has asked for less movement.
func (a *Axis) Come(factor, around float64) {
	per := min(max(a.perDay*factor, a.slowest()), a.closest())
	from, _ := a.View()
	x := around * float64(a.wide())
	begin := from + x/a.perDay - x/per
	a.glideTo(begin, begin+float64(a.wide())/per)
}

// glideTo moves the view to another, so that what both show is seen to grow.
func (a *Axis) glideTo(from, to float64) {
	a.stop()
	begin, end := a.View()
	was, will := end-begin, to-from
	if a.look.Still || was <= 0 || will <= 0 {
		a.Look(from, to)
		a.moved()
		return
	}
	a.hand.Move(comeTime, fyne.AnimationEaseInOut, func(done float32) {
		if done == 1 {
			a.Look(from, to)
			a.moved()
			return
		}
		wide := was * math.Pow(will/was, float64(done))
		part := float64(done)
		if was != will {
			part = (wide - was) / (will - was)
		}
		a.set(begin+(from-begin)*part, float64(a.wide())/wide)
	})
}

func (a *Axis) stop() { a.hand.Stop() }

// Scrolled zooms around the pointer with the wheel, and pans sideways.
func (a *Axis) Scrolled(ev *fyne.ScrollEvent) {
	if a.size.Width <= 0 {
		return
	}
	if math.Abs(float64(ev.Scrolled.DX)) > math.Abs(float64(ev.Scrolled.DY)) {
		a.Pan(float64(a.later(ev.Scrolled.DX) / a.wide()))
		return
	}
	a.Zoom(math.Pow(1.01, float64(ev.Scrolled.DY)), a.part(ev.Position))
}

// part is a place on the screen as a part of the width of time from where lines
// begin.
func (a *Axis) part(at fyne.Position) float64 { return float64(a.along(at) / a.wide()) }

// Tapped chooses what is under the finger, or opens a crowd; a second tap at the same
// place zooms in there.
func (a *Axis) Tapped(ev *fyne.PointEvent) {
	a.stop()
	if a.hand.Twice(ev.Position) {
		a.Come(zoomStep*zoomStep, a.part(ev.Position))
		return
	}
	switch item, c := a.at(ev.Position); {
	case item >= 0:
		a.choose(item)
	case c != nil:
		a.open(*c)
	}
}

// open shows what was only counted, and comes so near that it parts.
func (a *Axis) open(c crowd) {
	if a.cfg.OnCrowd != nil {
		a.cfg.OnCrowd(c.items)
	}
	from, to := a.boxes[c.items[0]].from, a.boxes[c.items[0]].from
	for _, i := range c.items {
		from, to = min(from, a.boxes[i].from), max(to, a.boxes[i].from)
	}
	const room = 0.25 // on either side, of what is shown
	width := max((to-from)*(1+2*room), leastOpened)
	if begin, end := a.View(); width < end-begin {
		a.glideTo((from+to)/2-width/2, (from+to)/2+width/2)
	}
}

// leastOpened is the least that is shown of a crowd that was opened, days.
const leastOpened = 10
