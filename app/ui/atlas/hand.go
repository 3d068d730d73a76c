package atlas

import (
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"
)

// hand is what a finger is doing.
type hand struct {
	on       bool
	travel   float32
	velocity [2]float32 // px a second that the map is moved, to the right and down
	last     time.Time
	at       fyne.Position
	glide    *fyne.Animation
	tapped   time.Time
	tappedAt fyne.Position
}

// Thresholds of the hand, px at 1x and px a second; as those of the time axis.
const (
	tremble   = 14
	slowestGo = 60
	fastestGo = 5000
	glideTime = 900 * time.Millisecond
	doubleTap = 400 * time.Millisecond
	zoomStep  = 1.6
	sameTap   = 36
)

var (
	_ fyne.Draggable  = (*Map)(nil)
	_ fyne.Scrollable = (*Map)(nil)
	_ fyne.Tappable   = (*Map)(nil)
)

// Dragged moves the map with the finger.
func (m *Map) Dragged(ev *fyne.DragEvent) {
	m.stop()
	h, now := &m.hand, time.Now()
	if !h.on {
		*h = hand{on: true, at: ev.Position.Subtract(ev.Dragged), last: now}
	}
	h.travel += abs(ev.Dragged.DX) + abs(ev.Dragged.DY)
	if dt := float32(now.Sub(h.last).Seconds()); dt > 0 {
		h.velocity[0] = h.velocity[0]*0.6 + ev.Dragged.DX/dt*0.4
		h.velocity[1] = h.velocity[1]*0.6 + ev.Dragged.DY/dt*0.4
	}
	h.last = now
	if h.travel >= tremble {
		m.shift(float64(ev.Dragged.DX), float64(ev.Dragged.DY))
	}
}

// shift moves the picture by so many px at 1x.
func (m *Map) shift(dx, dy float64) {
	if m.p.per <= 0 {
		return
	}
	x, y := m.p.middle(float64(m.size.Width), float64(m.size.Height))
	m.set(x-dx/m.p.per, y+dy/m.p.per, m.p.per)
}

// DragEnd lets the map glide on, or taps where a finger only trembled.
func (m *Map) DragEnd() {
	h := m.hand
	m.hand = hand{tapped: h.tapped, tappedAt: h.tappedAt}
	if h.travel < tremble {
		m.Tapped(&fyne.PointEvent{Position: h.at})
		return
	}
	speed := math.Hypot(float64(h.velocity[0]), float64(h.velocity[1]))
	if m.look.Still || time.Since(h.last) > 80*time.Millisecond || speed < slowestGo {
		m.halt()
		return
	}
	slower := min(1, fastestGo/speed)
	m.glideOn(float64(h.velocity[0])*slower, float64(h.velocity[1])*slower)
}

func (m *Map) glideOn(vx, vy float64) {
	const decay = 0.25 // seconds in which the speed falls to a third
	x, y := m.p.middle(float64(m.size.Width), float64(m.size.Height))
	m.hand.glide = fyne.NewAnimation(glideTime, func(done float32) {
		way := decay * (1 - math.Exp(-float64(done)*glideTime.Seconds()/decay))
		m.set(x-vx*way/m.p.per, y+vy*way/m.p.per, m.p.per)
		if done == 1 {
			m.halt()
		}
	})
	m.hand.glide.Curve = fyne.AnimationLinear
	m.hand.glide.Start()
}

func (m *Map) stop() {
	if m.hand.glide != nil {
		m.hand.glide.Stop()
		m.hand.glide = nil
	}
}

// Scrolled comes closer and goes further around the pointer with the wheel.
func (m *Map) Scrolled(ev *fyne.ScrollEvent) {
	m.ZoomAt(math.Pow(1.01, float64(ev.Scrolled.DY)), ev.Position)
}

// Tapped opens what is under the finger; a second tap where nothing is comes closer
// there.
func (m *Map) Tapped(ev *fyne.PointEvent) {
	m.stop()
	now, d := time.Now(), ev.Position.Subtract(m.hand.tappedAt)
	second := now.Sub(m.hand.tapped) < doubleTap && math.Hypot(float64(d.X), float64(d.Y)) < sameTap
	m.hand.tapped, m.hand.tappedAt = now, ev.Position
	if in := m.calm.corner; !in.empty() && in.holds(box{ev.Position.X, ev.Position.Y, ev.Position.X, ev.Position.Y}) {
		m.goAround()
		return
	}
	if second {
		m.hand.tapped = time.Time{}
		m.ZoomAt(zoomStep*zoomStep, ev.Position)
		return
	}
	m.touch(ev.Position)
}

// touch opens the mark under a finger, or parts a crowd; where a finger may mean one of
// two, the map comes closer so that it need not guess.
func (m *Map) touch(at fyne.Position) {
	i, j := m.nearest(at)
	if i < 0 {
		return
	}
	s := m.spots[i]
	if j >= 0 {
		both := spot{marks: slices.Concat(s.marks, m.spots[j].marks), x: (s.x + m.spots[j].x) / 2, y: (s.y + m.spots[j].y) / 2}
		if m.parts(both) {
			m.part(both)
			return
		}
	}
	if len(s.marks) > 1 {
		m.part(s)
		return
	}
	m.open(s)
}

// goAround shows what the small map shows.
func (m *Map) goAround() {
	b := m.region(m.beyond())
	if b.IsZero() {
		return
	}
	w, h := float64(m.size.Width), float64(m.size.Height)
	p := project(b, w, h)
	x, y := p.middle(w, h)
	m.set(x, y, p.per)
	m.halt()
}

// Drop stops the map and lets go of what it was painted with.
func (m *Map) Drop() {
	m.stop()
	m.chart.Drop()
}
