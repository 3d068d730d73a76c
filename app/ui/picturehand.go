package ui

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
)

// viewHand is what a finger does to a picture.
type viewHand struct {
	on       bool
	travel   float32
	at       fyne.Position
	tapped   time.Time
	tappedAt fyne.Position
	motion   *fyne.Animation
	rest     func() // ends the motion where it leads
}

var (
	_ fyne.Draggable  = (*PictureView)(nil)
	_ fyne.Scrollable = (*PictureView)(nil)
	_ fyne.Tappable   = (*PictureView)(nil)
)

const (
	doubleTap   = 400 * time.Millisecond
	doubleReach = 36 // px at 1x between two taps that are one
)

// Dragged moves the picture with the finger: it stays where the hand leaves it.
func (v *PictureView) Dragged(ev *fyne.DragEvent) {
	v.settle()
	h := &v.hand
	if !h.on {
		h.on, h.travel, h.at = true, 0, ev.Position.Subtract(ev.Dragged)
	}
	h.travel += float32(math.Abs(float64(ev.Dragged.DX))) + float32(math.Abs(float64(ev.Dragged.DY)))
	if h.travel < tremble || v.scale == 0 {
		return
	}
	v.at[0] -= float64(ev.Dragged.DX) / v.scale
	v.at[1] -= float64(ev.Dragged.DY) / v.scale
	v.arrange()
}

// DragEnd taps where a finger only trembled.
func (v *PictureView) DragEnd() {
	trembled, at := v.hand.travel < tremble, v.hand.at
	v.hand.on, v.hand.travel = false, 0
	if trembled {
		v.Tapped(&fyne.PointEvent{Position: at})
	}
}

// Scrolled comes closer around the pointer with the wheel.
func (v *PictureView) Scrolled(ev *fyne.ScrollEvent) {
	if v.scale == 0 {
		return
	}
	v.settle()
	still := v.look.Still
	v.look.Still = true // a wheel is its own motion
	v.zoomTo(v.scale*math.Pow(1.01, float64(ev.Scrolled.DY)), ev.Position)
	v.look.Still = still
}

// Tapped a second time at the same place comes closer there, and from the closest
// goes back to the whole.
func (v *PictureView) Tapped(ev *fyne.PointEvent) {
	now, d := time.Now(), ev.Position.Subtract(v.hand.tappedAt)
	if now.Sub(v.hand.tapped) >= doubleTap || math.Hypot(float64(d.X), float64(d.Y)) >= doubleReach {
		v.hand.tapped, v.hand.tappedAt = now, ev.Position
		return
	}
	v.hand.tapped = time.Time{}
	to := v.scale * ZoomStep * ZoomStep
	if !v.Closer() {
		to = v.fit()
	}
	v.zoomTo(to, ev.Position)
}
