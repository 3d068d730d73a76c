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
	bar := float32(ui.BarHeight)
	if bare := f.shell.current != nil && f.shell.current.Bare; bare {
		bar = 0
		objects[1].Hide()
		objects[2].Hide()
	} else {
		objects[1].Show()
		objects[2].Show()
	}
	objects[0].Resize(fyne.NewSize(size.Width, size.Height-bar))
	objects[1].Move(fyne.NewPos(0, size.Height-ui.BarHeight))
	objects[1].Resize(fyne.NewSize(size.Width, ui.BarHeight))
	objects[2].Move(fyne.NewPos(0, size.Height-ui.BarHeight))
	objects[2].Resize(fyne.NewSize(size.Width, 1))
	objects[3].Resize(size)
	objects[5].Resize(fyne.NewSquareSize(cornerSide))
	objects[6].Resize(fyne.NewSquareSize(1))
	objects[7].Resize(size)
}

// cornerSide is where staff knocks, px at 1x: within the margin of every page.
const cornerSide = 48

func (frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(640, 480) }
