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
	glide := fyne.NewAnimation(comeTime, func(done float32) {
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
	a.hand.glide = glide
	glide.Start()
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
	now, d := time.Now(), ev.Position.Subtract(a.hand.tappedAt)
	if now.Sub(a.hand.tapped) < doubleTap && math.Hypot(float64(d.X), float64(d.Y)) < reach {
		a.hand.tapped = time.Time{}
		a.Come(zoomStep*zoomStep, a.part(ev.Position))
		return
	}
	a.hand.tapped, a.hand.tappedAt = now, ev.Position
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
