package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Veil dims what is under it and takes every touch that would reach it.
type Veil struct {
	widget.BaseWidget
	ink    color.NRGBA
	tapped func()
}

var (
	_ fyne.Tappable     = (*Veil)(nil)
	_ fyne.Draggable    = (*Veil)(nil)
	_ fyne.Scrollable   = (*Veil)(nil)
	_ desktop.Mouseable = (*Veil)(nil)
)

// Tapped implements fyne.Tappable.
func (v *Veil) Tapped(*fyne.PointEvent) { v.tapped() }

// Dragged implements fyne.Draggable.
func (v *Veil) Dragged(*fyne.DragEvent) {}

// DragEnd implements fyne.Draggable.
func (v *Veil) DragEnd() {}

// Scrolled implements fyne.Scrollable.
func (v *Veil) Scrolled(*fyne.ScrollEvent) {}

// MouseDown implements desktop.Mouseable.
func (v *Veil) MouseDown(*desktop.MouseEvent) {}

// MouseUp implements desktop.Mouseable.
func (v *Veil) MouseUp(*desktop.MouseEvent) {}

// CreateRenderer implements fyne.Widget.
func (v *Veil) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(v.ink))
}

// Over sets a card over the page, as wide as reading needs, low enough for
// every arm. A touch beside it does what away says.
func (l Look) Over(away func(), things ...fyne.CanvasObject) fyne.CanvasObject {
	ink := l.Palette.Ground
	ink.A = 0xD8
	veil := &Veil{ink: ink, tapped: away}
	veil.ExtendBaseWidget(veil)
	ground := canvas.NewRectangle(l.Palette.Raised)
	ground.CornerRadius, ground.StrokeColor, ground.StrokeWidth = 12, l.Palette.Rule, 1
	card := l.Pad(Large, Large, Large, Large, Stack(Mid, things...))
	return container.New(over{l}, veil, ground, card)
}

type over struct{ look Look }

func (o over) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(size)
	width := min(o.look.Measure()+2*Large, size.Width-2*Mid)
	height := min(HeightAt(objects[2], width), size.Height-2*Mid)
	x, y := (size.Width-width)/2, max(Mid, (size.Height-height)*0.6)
	for _, c := range objects[1:] {
		c.Move(fyne.NewPos(x, y))
		c.Resize(fyne.NewSize(width, height))
	}
}

func (over) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }

// Corner is a place without a look that counts taps in quick succession: how
// staff asks for the staff door.
type Corner struct {
	widget.BaseWidget
	tapped func()
}

// NewCorner makes a corner that calls tapped for each tap.
func NewCorner(tapped func()) *Corner {
	c := &Corner{tapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// Tapped implements fyne.Tappable.
func (c *Corner) Tapped(*fyne.PointEvent) { c.tapped() }

// CreateRenderer draws nothing.
func (c *Corner) CreateRenderer() fyne.WidgetRenderer {
	return Unseen{}
}

// Unseen is the renderer of a widget without a look. A transparent rectangle would
// cost as much time as the area it covers.
type Unseen struct{}

// Layout implements fyne.WidgetRenderer.
func (Unseen) Layout(fyne.Size) {}

// MinSize implements fyne.WidgetRenderer.
func (Unseen) MinSize() fyne.Size { return fyne.Size{} }

// Objects implements fyne.WidgetRenderer.
func (Unseen) Objects() []fyne.CanvasObject { return nil }

// Refresh implements fyne.WidgetRenderer.
func (Unseen) Refresh() {}

// Destroy implements fyne.WidgetRenderer.
func (Unseen) Destroy() {}
