package kiosk

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"vigil/app/ui"
)

// frame lays out the shell: the ground behind everything, the screen, and the
// bar along the bottom edge, within everyone's reach.
type frame struct{ shell *Shell }

func (f frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.shell.resized(size)
	objects[0].Resize(size)
	objects[1].Resize(fyne.NewSize(size.Width, size.Height-ui.BarHeight))
	objects[2].Move(fyne.NewPos(0, size.Height-ui.BarHeight))
	objects[2].Resize(fyne.NewSize(size.Width, ui.BarHeight))
}

func (frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 480) }

// ground is the colour of the room and of the bar.
type ground struct {
	object   *fyne.Container
	room     *canvas.Rectangle
	bar      *canvas.Rectangle
	division *canvas.Rectangle
}

func newGround() *ground {
	g := &ground{room: canvas.NewRectangle(color.Black), bar: canvas.NewRectangle(color.Black), division: canvas.NewRectangle(color.Black)}
	g.object = container.New(groundLayout{}, g.room, g.bar, g.division)
	return g
}

func (g *ground) ink(p ui.Palette) {
	g.room.FillColor, g.bar.FillColor, g.division.FillColor = p.Ground, p.Ground, p.Rule
	g.object.Refresh()
}

type groundLayout struct{}

func (groundLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	objects[1].Move(fyne.NewPos(0, size.Height-ui.BarHeight))
	objects[1].Resize(fyne.NewSize(size.Width, ui.BarHeight))
	objects[2].Move(fyne.NewPos(0, size.Height-ui.BarHeight))
	objects[2].Resize(fyne.NewSize(size.Width, 1))
}

func (groundLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }
