package atlas

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
)

// zoomStep is how much closer one of two taps comes.
const zoomStep = 1.6

var (
	_ fyne.Draggable  = (*Map)(nil)
	_ fyne.Scrollable = (*Map)(nil)
	_ fyne.Tappable   = (*Map)(nil)
)

// Dragged moves the map with the finger.
func (m *Map) Dragged(ev *fyne.DragEvent) {
	if m.hand.Drag(ev) {
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
	at, tap, speed := m.hand.Lift()
	switch {
	case tap:
		m.Tapped(&fyne.PointEvent{Position: at})
	case m.look.Still || speed == (fyne.Delta{}):
		m.halt()
	default:
		x, y := m.p.middle(float64(m.size.Width), float64(m.size.Height))
		m.hand.Glide(speed, func(way fyne.Delta) { m.set(x-float64(way.DX)/m.p.per, y+float64(way.DY)/m.p.per, m.p.per) }, m.halt)
	}
}

func (m *Map) stop() { m.hand.Stop() }

// Scrolled comes closer and goes further around the pointer with the wheel.
func (m *Map) Scrolled(ev *fyne.ScrollEvent) {
	m.ZoomAt(math.Pow(1.01, float64(ev.Scrolled.DY)), ev.Position)
}

// Tapped opens what is under the finger; a second tap where nothing is comes closer
// there.
func (m *Map) Tapped(ev *fyne.PointEvent) {
	m.stop()
	second := m.hand.Twice(ev.Position)
	if in := m.calm.corner; !in.empty() && in.holds(box{ev.Position.X, ev.Position.Y, ev.Position.X, ev.Position.Y}) {
		m.goAround()
		return
	}
	if second {
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
