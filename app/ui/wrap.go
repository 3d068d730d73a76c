package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Wrap puts things beside one another at their natural widths and goes on below
// where the width ends.
func (l Look) Wrap(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(wrap{gap, l.RTL}, objects...)
}

type wrap struct {
	gap float32
	rtl bool
}

// each calls do with where each thing goes, and returns the height of all.
func (w wrap) each(objects []fyne.CanvasObject, width float32, do func(o fyne.CanvasObject, x, y, wide, high float32)) float32 {
	var x, y, row float32
	for _, o := range objects {
		m := o.MinSize()
		wide := min(m.Width, width)
		if x > 0 && x+wide > width {
			x, y, row = 0, y+row+w.gap, 0
		}
		do(o, x, y, wide, m.Height)
		x += wide + w.gap
		row = max(row, m.Height)
	}
	return y + row
}

func (w wrap) heightAt(objects []fyne.CanvasObject, width float32, _ measure) float32 {
	return w.each(objects, width, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}

func (w wrap) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	w.each(objects, size.Width, func(o fyne.CanvasObject, x, y, wide, high float32) {
		place(o, w.rtl, size.Width, x, y, wide, high)
	})
}

func (w wrap) MinSize(objects []fyne.CanvasObject) fyne.Size { return cells{}.MinSize(objects) }

// OneLine sets things side by side, as many as there is room for: the rest is
// not shown.
func (l Look) OneLine(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(oneLine{wrap{gap, l.RTL}}, objects...)
}

type oneLine struct{ wrap }

func (o oneLine) heightAt(objects []fyne.CanvasObject, _ float32, _ measure) float32 {
	var high float32
	for _, object := range objects {
		high = max(high, object.MinSize().Height)
	}
	return high
}

func (o oneLine) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	o.each(objects, size.Width, func(object fyne.CanvasObject, x, y, wide, high float32) {
		if y > 0 {
			object.Hide()
			return
		}
		object.Show()
		place(object, o.rtl, size.Width, x, y, wide, high)
	})
}

func (o oneLine) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, o.heightAt(objects, 0, nil))
}

// Centre sets a thing in the middle of the width, as wide as it needs to be.
func Centre(o fyne.CanvasObject) *fyne.Container { return container.New(centre{}, o) }

type centre struct{}

func (centre) heightAt(objects []fyne.CanvasObject, width float32, of measure) float32 {
	return of(objects[0], min(width, objects[0].MinSize().Width))
}

func (centre) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width, objects[0].MinSize().Width)
	objects[0].Move(fyne.NewPos((size.Width-width)/2, 0))
	objects[0].Resize(fyne.NewSize(width, size.Height))
}

func (centre) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
