package ui

import "fyne.io/fyne/v2"

// Dragged implements fyne.Draggable.
func (s *Scroll) Dragged(ev *fyne.DragEvent) {
	if s.hand.Drag(ev) {
		s.MoveTo(s.offset - ev.Dragged.DY)
	}
}

// DragEnd lets the column glide on, or taps what is under a finger that only
// trembled.
func (s *Scroll) DragEnd() {
	at, tap, speed := s.hand.Lift()
	switch {
	case tap:
		tapAt(s, at)
	case speed.DY > slowest || speed.DY < -slowest:
		start := s.offset
		s.hand.Glide(speed, func(way fyne.Delta) { s.MoveTo(start - way.DY) }, nil)
	}
}

func (s *Scroll) stop() { s.hand.Stop() }

// Scrolled follows a wheel.
func (s *Scroll) Scrolled(ev *fyne.ScrollEvent) {
	s.stop()
	s.MoveTo(s.offset - ev.Scrolled.DY)
}

// tapAt taps the deepest thing under a point of an object.
func tapAt(o fyne.CanvasObject, at fyne.Position) bool {
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *Scroll:
		children = o.near()
	case *fyne.Container:
		children = o.Objects
	}
	for i := len(children) - 1; i >= 0; i-- {
		c := children[i]
		inner := at.Subtract(c.Position())
		size := c.Size()
		if c.Visible() && inner.X >= 0 && inner.Y >= 0 && inner.X < size.Width && inner.Y < size.Height && tapAt(c, inner) {
			return true
		}
	}
	if t, ok := o.(fyne.Tappable); ok {
		t.Tapped(&fyne.PointEvent{Position: at})
		return true
	}
	return false
}
