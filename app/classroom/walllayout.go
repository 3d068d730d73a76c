package classroom

import (
	"fyne.io/fyne/v2"

	"vigil/app/ui"
)

// wallLayout lays out the ground, what is shown, and the line at the foot.
type wallLayout struct{ frame frame }

func (w wallLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f := w.frame
	objects[0].Resize(size)
	foot := ui.HeightAt(objects[2], size.Width-2*f.margin)
	objects[1].Move(fyne.NewPos(f.margin, f.margin*0.75))
	objects[1].Resize(fyne.NewSize(size.Width-2*f.margin, size.Height-f.margin*1.25-foot))
	objects[2].Move(fyne.NewPos(f.margin, size.Height-f.margin*0.4-foot))
	objects[2].Resize(fyne.NewSize(size.Width-2*f.margin, foot))
}

func (wallLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

// sides sets two languages beside one another, or one under the other where the wall is
// higher than wide. The first stands where its lines begin.
type sides struct {
	frame frame
	rtl   bool
}

func (s sides) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f := s.frame
	for i, o := range objects {
		at := fyne.NewPos(float32(i)*(f.width+ui.Huge), 0)
		switch {
		case f.stands:
			at = fyne.NewPos(0, float32(i)*(f.height+ui.Huge))
		case s.rtl:
			at.X = size.Width - f.width - at.X
		}
		o.Move(at)
		o.Resize(fyne.NewSize(f.width, f.height))
	}
}

func (sides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }

// slideLayout lays out head, text, tail and, beside the first two, a figure.
type slideLayout struct {
	frame  frame
	figure bool
}

func (l slideLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	tail := ui.HeightAt(objects[2], size.Width)
	put := func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	put(objects[2], 0, size.Height-tail, size.Width, tail)
	left, width := float32(0), size.Width
	if l.figure {
		aside := size.Width * figurePart
		width = size.Width - aside - ui.Huge
		x := size.Width - aside
		if l.frame.look.RTL {
			left, x = size.Width-width, 0
		}
		put(objects[3], x, 0, aside, min(ui.HeightAt(objects[3], aside), max(0, size.Height-tail-ui.Large)))
	}
	head := ui.HeightAt(objects[0], width)
	put(objects[0], left, 0, width, head)
	put(objects[1], left, head+ui.Large, width, max(0, size.Height-head-tail-2*ui.Large))
}

func (slideLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 240) }
