package kiosk

import (
	"fyne.io/fyne/v2"

	"vigil/app/ui"
)

// frame lays out the shell: the screen, and the bar along the bottom edge, within
// everyone's reach, with a hairline between them.
type frame struct{ shell *Shell }

func (f frame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.shell.resized(size)
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-ui.BarHeight))
	objects[1].Move(fyne.NewPos(0, size.Height-ui.BarHeight))
	objects[1].Resize(fyne.NewSize(size.Width, ui.BarHeight))
	objects[2].Move(fyne.NewPos(0, size.Height-ui.BarHeight))
	objects[2].Resize(fyne.NewSize(size.Width, 1))
}

func (frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 480) }
