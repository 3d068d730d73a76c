package ui

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
)

type drag struct {
	on       bool
	travel   float32
	velocity float32 // px a second
	last     time.Time
	at       fyne.Position
}

// Dragged implements fyne.Draggable.
func (s *Scroll) Dragged(ev *fyne.DragEvent) {
	s.stop()
	now := time.Now()
	if !s.drag.on {
		s.drag = drag{on: true, at: ev.Position.Subtract(ev.Dragged), last: now}
	}
	s.drag.travel += float32(math.Abs(float64(ev.Dragged.DX))) + float32(math.Abs(float64(ev.Dragged.DY)))
	if dt := float32(now.Sub(s.drag.last).Seconds()); dt > 0 {
		s.drag.velocity = s.drag.velocity*0.6 + (-ev.Dragged.DY/dt)*0.4
	}
	s.drag.last = now
	if s.drag.travel >= tremble {
		s.MoveTo(s.offset - ev.Dragged.DY)
	}
}

// DragEnd lets the column glide on, or taps what is under a finger that only
// trembled.
func (s *Scroll) DragEnd() {
	d := s.drag
	s.drag = drag{}
	if d.travel < tremble {
		tapAt(s, d.at)
		return
	}
	if time.Since(d.last) > 80*time.Millisecond {
		return
	}
	v := min(max(d.velocity, -fastest), fastest)
	if v > slowest || v < -slowest {
		s.glideFrom(v)
	}
}

func (s *Scroll) glideFrom(velocity float32) {
	const decay = 0.32 // seconds in which the speed falls to a third
	start := s.offset
	s.glide = fyne.NewAnimation(glideTime, func(done float32) {
		t := float64(done) * glideTime.Seconds()
		s.MoveTo(start + velocity*decay*float32(1-math.Exp(-t/decay)))
	})
	s.glide.Curve = fyne.AnimationLinear
	s.glide.Start()
}

func (s *Scroll) stop() {
	if s.glide != nil {
		s.glide.Stop()
		s.glide = nil
	}
}

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
