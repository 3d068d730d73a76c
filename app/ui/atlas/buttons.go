package atlas

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigil/app/ui"
)

// With puts controls onto the map, in the lower corner where lines end: beneath one
// another, or beside one another on a low map. No name is written beneath them.
func (m *Map) With(controls ...fyne.CanvasObject) fyne.CanvasObject {
	m.controls = len(controls)
	return container.New(corner{m}, append([]fyne.CanvasObject{m}, controls...)...)
}

// low is the height beneath which controls stand beside one another, px at 1x.
const low = 420

// controlBox is what the controls cover, px at 1x.
func (c *chart) controlBox() box {
	if c.controls == 0 || c.size.Width <= 0 {
		return box{}
	}
	n := float32(c.controls)
	along := n*ui.Touch + (n-1)*ui.Tiny
	wide, high := ui.Touch, along
	if c.size.Height < low {
		wide, high = along, ui.Touch
	}
	b := box{c.size.Width - ui.Small - wide, c.size.Height - ui.Small - high, c.size.Width - ui.Small, c.size.Height - ui.Small}
	if c.look.RTL {
		b.left, b.right = ui.Small, ui.Small+wide
	}
	return b
}

// corner is the layout of a map with its controls.
type corner struct{ m *Map }

func (k corner) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	k.m.Resize(size)
	k.m.Move(fyne.NewPos(0, 0))
	b := k.m.controlBox()
	for i, o := range objects[1:] {
		o.Resize(fyne.NewSquareSize(ui.Touch))
		step := float32(i) * (ui.Touch + ui.Tiny)
		switch {
		case k.m.size.Height >= low:
			o.Move(fyne.NewPos(b.left, b.top+step))
		case k.m.look.RTL:
			o.Move(fyne.NewPos(b.right-ui.Touch-step, b.top))
		default:
			o.Move(fyne.NewPos(b.left+step, b.top))
		}
	}
}

func (corner) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(2*ui.Touch, 2*ui.Touch) }
