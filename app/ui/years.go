package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Years draws how many of something there are in each year of a history, large
// enough for a hall. It can be filled in from the first year on. It carries no
// words: what stands beside it says the same.
type Years struct {
	widget.BaseWidget
	look    Look
	ink     color.NRGBA
	counts  []int
	shown   int // of the years, from the first
	drawing *yearsDrawing
}

// Years makes the drawing of a row of counts, all of them shown.
func (l Look) Years(ink color.NRGBA, counts []int) *Years {
	y := &Years{look: l, ink: ink, counts: counts, shown: len(counts)}
	y.ExtendBaseWidget(y)
	return y
}

// Fill shows the years up to a part of the whole, 0 to 1. It reports whether that
// has changed anything that is seen.
func (y *Years) Fill(part float32) bool {
	to := int(min(max(part, 0), 1)*float32(len(y.counts)) + 0.5)
	from := min(y.shown, to)
	changed := false
	for _, n := range y.counts[from:max(y.shown, to)] {
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

// CreateRenderer draws a stroke for each year that has any.
func (y *Years) CreateRenderer() fyne.WidgetRenderer {
	d := &yearsDrawing{y: y, base: canvas.NewRectangle(y.look.Palette.Rule)}
	for i, n := range y.counts {
		d.most = max(d.most, n)
		if n > 0 {
			d.at = append(d.at, i)
			d.strokes = append(d.strokes, canvas.NewRectangle(y.ink))
		}
	}
	y.drawing = d
	d.fill()
	return d
}

type yearsDrawing struct {
	y       *Years
	base    *canvas.Rectangle
	strokes []*canvas.Rectangle
	at      []int // the year of each stroke
	most    int
}

// fill hides the years that are still to come.
func (d *yearsDrawing) fill() {
	for i, s := range d.strokes {
		if hidden := d.at[i] >= d.y.shown; hidden != s.Hidden {
			s.Hidden = hidden
			canvas.Refresh(s)
		}
	}
}

// widestYear is the widest that the stroke of a year gets, px at 1x.
const widestYear = 40

func (d *yearsDrawing) Layout(size fyne.Size) {
	place(d.base, d.y.look.RTL, size.Width, 0, size.Height-Hair, size.Width, Hair)
	step := size.Width / float32(max(len(d.y.counts), 1))
	for i, s := range d.strokes {
		high := float32(d.y.counts[d.at[i]]) / float32(d.most) * (size.Height - Hair)
		wide := max(Hair, min(step*0.7, widestYear))
		place(s, d.y.look.RTL, size.Width, float32(d.at[i])*step+(step-wide)/2, size.Height-Hair-high, wide, high)
	}
}

func (d *yearsDrawing) MinSize() fyne.Size { return d.y.MinSize() }
func (d *yearsDrawing) Refresh()           { d.Layout(d.y.Size()) }
func (d *yearsDrawing) Destroy()           {}

func (d *yearsDrawing) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{d.base}
	for _, s := range d.strokes {
		out = append(out, s)
	}
	return out
}
