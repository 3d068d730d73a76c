package ui

import (
	"math"

	"fyne.io/fyne/v2"
)

var (
	_ fyne.Draggable  = (*PictureView)(nil)
	_ fyne.Scrollable = (*PictureView)(nil)
	_ fyne.Tappable   = (*PictureView)(nil)
)

// Dragged moves the picture with the finger: it stays where the hand leaves it.
func (v *PictureView) Dragged(ev *fyne.DragEvent) {
	v.settle()
	if !v.hand.Drag(ev) || v.scale == 0 {
		return
	}
	v.at[0] -= float64(ev.Dragged.DX) / v.scale
	v.at[1] -= float64(ev.Dragged.DY) / v.scale
	v.arrange()
}

// DragEnd taps where a finger only trembled.
func (v *PictureView) DragEnd() {
	if at, tap, _ := v.hand.Lift(); tap {
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
	if !v.hand.Twice(ev.Position) {
		return
	}
	to := v.scale * ZoomStep * ZoomStep
	if !v.Closer() {
		to = v.fit()
	}
	v.zoomTo(to, ev.Position)
}
