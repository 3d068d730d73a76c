package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Years draws what a history tells as a field of small marks, one an event, in
// columns of a year each, on a line on which the history's own years are brighter. It can
// be filled in from the first year on. It carries no words: what stands beside it
// says the same.
type Years struct {
	widget.BaseWidget
	look     Look
	ink      color.NRGBA
	counts   []int // events in each year
	from, to int   // the history's own years, of these; to is not one of them
	shown    int   // of the years, from the first
	drawing  *yearsDrawing
}

// Years makes the drawing, all of it shown.
func (l Look) Years(ink color.NRGBA, counts []int, from, to int) *Years {
	y := &Years{look: l, ink: ink, counts: counts, from: from, to: to, shown: len(counts)}
	y.ExtendBaseWidget(y)
	return y
}

// Fill shows the years up to a part of the whole, 0 to 1. It reports whether that
// has changed anything that is seen.
func (y *Years) Fill(part float32) bool {
	to := int(min(max(part, 0), 1)*float32(len(y.counts)) + 0.5)
	changed := false
	for _, n := range y.counts[min(y.shown, to):max(y.shown, to)] {
		changed = changed || n > 0
	}
	y.shown = to
	if changed && y.drawing != nil {
		y.drawing.fill()
	}
	return changed
}

// MinSize is small: it takes the room that it is given.
func (y *Years) MinSize() fyne.Size { return fyne.NewSize(Touch, Touch) }

// CreateRenderer draws a mark for each event.
func (y *Years) CreateRenderer() fyne.WidgetRenderer {
	d := &yearsDrawing{y: y, base: canvas.NewRectangle(y.look.Palette.Rule), own: canvas.NewRectangle(y.ink)}
	for year, n := range y.counts {
		d.most = max(d.most, n)
		for i := range n {
			d.marks = append(d.marks, yearMark{canvas.NewRectangle(y.ink), year, i})
		}
	}
	y.drawing = d
	d.fill()
	return d
}

type yearsDrawing struct {
	y         *Years
	base, own *canvas.Rectangle
	marks     []yearMark
	most      int // in one year
}

// yearMark is one event: the year it is in, and how many lie under it.
type yearMark struct {
	drawn    *canvas.Rectangle
	year, at int
}

// fill hides the years that are still to come.
func (d *yearsDrawing) fill() {
	for _, m := range d.marks {
		if hidden := m.year >= d.y.shown; hidden != m.drawn.Hidden {
			m.drawn.Hidden = hidden
			canvas.Refresh(m.drawn)
		}
	}
}

// A mark takes so much of its room, is at most so much of the height of the whole,
// and so many times as high as wide.
const (
	markPart    = 0.74
	highestMark = 0.10
	tallestMark = 2.2
)

func (d *yearsDrawing) Layout(size fyne.Size) {
	rtl, line := d.y.look.RTL, size.Height-2*Hair
	step := size.Width / float32(max(len(d.y.counts), 1))
	place(d.base, rtl, size.Width, 0, line, size.Width, Hair)
	place(d.own, rtl, size.Width, float32(d.y.from)*step, line, float32(d.y.to-d.y.from)*step, 2*Hair)
	wide := min(step, size.Height*highestMark)
	high := min(wide*tallestMark, (line-Tiny)/float32(max(d.most, 1)), size.Height*highestMark)
	w, h := max(wide*markPart, Hair), max(high*markPart, Hair)
	for _, m := range d.marks {
		m.drawn.CornerRadius = min(w, h) / 2
		x := (float32(m.year)+0.5)*step - w/2
		place(m.drawn, rtl, size.Width, x, line-Tiny/2-float32(m.at)*high-h, w, h)
	}
}

func (d *yearsDrawing) MinSize() fyne.Size { return d.y.MinSize() }
func (d *yearsDrawing) Refresh()           { d.Layout(d.y.Size()) }
func (d *yearsDrawing) Destroy()           {}

func (d *yearsDrawing) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{d.base, d.own}
	for _, m := range d.marks {
		out = append(out, m.drawn)
	}
	return out
}
