package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Range draws one stated number, or the span between two, by its position on a
// scale from nought to Most, so that statements below one another can be
// compared. It carries no words: the statement beside it says the same.
type Range struct {
	widget.BaseWidget
	look            Look
	ink             color.NRGBA
	low, high, most float64
	soft            bool
}

// Range makes the drawing of a statement. Soft is for what was not read on a
// page: it is drawn as an outline.
func (l Look) Range(ink color.NRGBA, low, high, most float64, soft bool) *Range {
	r := &Range{look: l, ink: ink, low: low, high: max(low, high), most: most, soft: soft}
	r.ExtendBaseWidget(r)
	return r
}

// rangeHeight and mark are how high a Range and what it marks are, px at 1x.
const (
	rangeHeight float32 = 28
	mark        float32 = 12
)

// MinSize is a line's height.
func (r *Range) MinSize() fyne.Size { return fyne.NewSize(Touch, rangeHeight) }

// CreateRenderer draws the scale and the span on it.
func (r *Range) CreateRenderer() fyne.WidgetRenderer {
	scale, span := canvas.NewRectangle(r.look.Palette.Rule), canvas.NewRectangle(r.ink)
	span.CornerRadius = mark / 2
	if r.soft {
		span.FillColor, span.StrokeColor, span.StrokeWidth = r.look.Palette.Ground, r.ink, Hair
	}
	return &rangeDrawing{r: r, scale: scale, span: span, nought: canvas.NewRectangle(r.look.Palette.Rule)}
}

type rangeDrawing struct {
	r                   *Range
	scale, span, nought *canvas.Rectangle
}

func (d *rangeDrawing) Layout(size fyne.Size) {
	middle, rtl := size.Height/2, d.r.look.RTL
	place(d.scale, rtl, size.Width, 0, middle-0.5, size.Width, 1)
	place(d.nought, rtl, size.Width, 0, middle-mark/2, Hair, mark)
	if d.r.most <= 0 {
		d.span.Hide()
		return
	}
	from, to := float32(d.r.low/d.r.most)*size.Width, float32(d.r.high/d.r.most)*size.Width
	if to-from < mark {
		from, to = (from+to-mark)/2, (from+to+mark)/2
	}
	from = min(max(from, 0), size.Width-mark)
	to = min(max(to, from+mark), size.Width)
	place(d.span, rtl, size.Width, from, middle-mark/2, to-from, mark)
}

func (d *rangeDrawing) MinSize() fyne.Size { return d.r.MinSize() }
func (d *rangeDrawing) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.scale, d.nought, d.span}
}
func (d *rangeDrawing) Refresh() { d.Layout(d.r.Size()) }
func (d *rangeDrawing) Destroy() {}

// Density draws how many of something there are in each of a row of equal
// steps, such as the events of each year.
type Density struct {
	widget.BaseWidget
	look  Look
	ink   color.NRGBA
	steps []int
}

// Density makes the drawing of a row of counts.
func (l Look) Density(ink color.NRGBA, steps []int) *Density {
	d := &Density{look: l, ink: ink, steps: steps}
	d.ExtendBaseWidget(d)
	return d
}

const densityHeight float32 = 56

// MinSize is the height of the strip.
func (d *Density) MinSize() fyne.Size { return fyne.NewSize(Touch, densityHeight) }

// CreateRenderer draws a stroke for each step that is not empty.
func (d *Density) CreateRenderer() fyne.WidgetRenderer {
	out := &densityDrawing{d: d, base: canvas.NewRectangle(d.look.Palette.Rule)}
	for i, n := range d.steps {
		if n > 0 {
			out.at = append(out.at, i)
			out.strokes = append(out.strokes, canvas.NewRectangle(d.ink))
		}
	}
	return out
}

type densityDrawing struct {
	d       *Density
	base    *canvas.Rectangle
	strokes []fyne.CanvasObject
	at      []int
}

func (r *densityDrawing) Layout(size fyne.Size) {
	most := 0
	for _, n := range r.d.steps {
		most = max(most, n)
	}
	place(r.base, r.d.look.RTL, size.Width, 0, size.Height-1, size.Width, 1)
	step := size.Width / float32(max(len(r.d.steps), 1))
	for i, s := range r.strokes {
		h := float32(r.d.steps[r.at[i]]) / float32(most) * (size.Height - 1)
		wide := max(Hair, min(step*0.7, Tiny))
		place(s, r.d.look.RTL, size.Width, float32(r.at[i])*step+(step-wide)/2, size.Height-1-h, wide, h)
	}
}

func (r *densityDrawing) MinSize() fyne.Size { return r.d.MinSize() }
func (r *densityDrawing) Objects() []fyne.CanvasObject {
	return append([]fyne.CanvasObject{r.base}, r.strokes...)
}
func (r *densityDrawing) Refresh() { r.Layout(r.d.Size()) }
func (r *densityDrawing) Destroy() {}
