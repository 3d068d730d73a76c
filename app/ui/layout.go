package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Fyne asks a thing for its least size; text has a height only at a width.
// Everything here can say how high it is at one.

// tall is a widget whose height follows its width.
type tall interface{ HeightAt(width float32) float32 }

// measure is HeightAt or Estimate.
type measure func(o fyne.CanvasObject, width float32) float32

// flow is a layout whose height follows its width; how high its things are it
// asks the measure.
type flow interface {
	fyne.Layout
	heightAt(objects []fyne.CanvasObject, width float32, of measure) float32
}

// guesser is a thing that can guess its height without laying out.
type guesser interface{ Estimate(width float32) float32 }

// HeightAt is the height that a thing needs at a width, px at 1x.
func HeightAt(o fyne.CanvasObject, width float32) float32 {
	switch o := o.(type) {
	case tall:
		return o.HeightAt(width)
	case *fyne.Container:
		if f, ok := o.Layout.(flow); ok {
			return f.heightAt(o.Objects, width, HeightAt)
		}
	}
	return o.MinSize().Height
}

// Estimate guesses HeightAt cheaply where the thing can.
func Estimate(o fyne.CanvasObject, width float32) float32 {
	switch o := o.(type) {
	case guesser:
		return o.Estimate(width)
	case *fyne.Container:
		if f, ok := o.Layout.(flow); ok {
			return f.heightAt(o.Objects, width, Estimate)
		}
	}
	return HeightAt(o, width)
}

// place gives an object its place in a row that may run from right to left:
// x counts from the side where lines begin.
func place(o fyne.CanvasObject, rtl bool, whole, x, y, width, height float32) {
	if rtl {
		x = whole - x - width
	}
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

// Stack puts things below one another, each as wide as the stack.
func Stack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(stack{gap}, present(objects)...)
}

// Rearrange lays out what containers hold, the outer first, and refreshes
// nothing: a refresh throws away the texture of everything within.
func Rearrange(containers ...*fyne.Container) {
	for _, c := range containers {
		c.Layout.Layout(c.Objects, c.Size())
	}
}

// present drops the absent, so that a screen may say "this, if there is any".
func present(objects []fyne.CanvasObject) []fyne.CanvasObject {
	out := objects[:0:0]
	for _, o := range objects {
		if o != nil {
			out = append(out, o)
		}
	}
	return out
}

type stack struct{ gap float32 }

func (s stack) heightAt(objects []fyne.CanvasObject, width float32, of measure) float32 {
	var y float32
	for i, o := range objects {
		if i > 0 {
			y += s.gap
		}
		y += of(o, width)
	}
	return y
}

func (s stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var y float32
	for _, o := range objects {
		h := HeightAt(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + s.gap
	}
}

func (s stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		m := o.MinSize()
		size.Width = max(size.Width, m.Width)
		size.Height += m.Height
		if i > 0 {
			size.Height += s.gap
		}
	}
	return size
}

// Row puts things beside one another from where lines begin, each at its
// natural width and in the middle of the height. The one numbered fill takes
// the rest of the width; -1 fills nothing.
func (l Look) Row(gap float32, fill int, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(row{gap, fill, l.RTL}, objects...)
}

type row struct {
	gap  float32
	fill int
	rtl  bool
}

func (r row) widths(objects []fyne.CanvasObject, width float32) []float32 {
	out := make([]float32, len(objects))
	rest := width - r.gap*float32(max(len(objects)-1, 0))
	for i, o := range objects {
		if i != r.fill {
			out[i] = min(o.MinSize().Width, max(rest, 0))
			rest -= out[i]
		}
	}
	if r.fill >= 0 && r.fill < len(out) {
		out[r.fill] = max(rest, 0)
	}
	return out
}

func (r row) heightAt(objects []fyne.CanvasObject, width float32, of measure) float32 {
	var h float32
	for i, w := range r.widths(objects, width) {
		h = max(h, of(objects[i], w))
	}
	return h
}

func (r row) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	for i, w := range r.widths(objects, size.Width) {
		h := HeightAt(objects[i], w)
		place(objects[i], r.rtl, size.Width, x, (size.Height-h)/2, w, h)
		x += w + r.gap
	}
}

func (r row) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		m := o.MinSize()
		size.Width += m.Width
		if i > 0 {
			size.Width += r.gap
		}
		size.Height = max(size.Height, m.Height)
	}
	return size
}

// Columns puts things beside one another in parts of the width, their tops in
// line.
func (l Look) Columns(gap float32, parts []float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(columns{gap, parts, l.RTL, false}, objects...)
}

// Grid puts things in n columns of equal width, rows as high as their highest,
// with space across and down between them.
func (l Look) Grid(n int, across, down float32, objects ...fyne.CanvasObject) *fyne.Container {
	rows := []fyne.CanvasObject{}
	parts := make([]float32, n)
	for i := range parts {
		parts[i] = 1
	}
	for from := 0; from < len(objects); from += n {
		rows = append(rows, container.New(columns{across, parts, l.RTL, true}, objects[from:min(from+n, len(objects))]...))
	}
	return Stack(down, rows...)
}

// Flow puts things of one kind in as many columns as fit, each as wide as the
// widest of them needs.
func (l Look) Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return container.New(cells{gap, l.RTL}, objects...)
}

type cells struct {
	gap float32
	rtl bool
}

// across is how many fit, and how wide and high each is.
func (c cells) across(objects []fyne.CanvasObject, width float32, of measure) (n int, w, h float32) {
	var widest float32
	for _, o := range objects {
		widest = max(widest, o.MinSize().Width)
	}
	n = max(1, int((width+c.gap)/(widest+c.gap)))
	w = (width - c.gap*float32(n-1)) / float32(n)
	for _, o := range objects {
		h = max(h, of(o, w))
	}
	return n, w, h
}

func (c cells) heightAt(objects []fyne.CanvasObject, width float32, of measure) float32 {
	n, _, h := c.across(objects, width, of)
	rows := (len(objects) + n - 1) / n
	return max(0, float32(rows)*(h+c.gap)-c.gap)
}

func (c cells) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	n, w, h := c.across(objects, size.Width, HeightAt)
	for i, o := range objects {
		place(o, c.rtl, size.Width, float32(i%n)*(w+c.gap), float32(i/n)*(h+c.gap), w, h)
	}
}

func (c cells) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

type columns struct {
	gap   float32
	parts []float32
	rtl   bool
	even  bool // all as high as the highest
}

func (c columns) widths(width float32) []float32 {
	var whole float32
	for _, p := range c.parts {
		whole += p
	}
	free := width - c.gap*float32(len(c.parts)-1)
	out := make([]float32, len(c.parts))
	for i, p := range c.parts {
		out[i] = max(free*p/whole, 0)
	}
	return out
}

func (c columns) heightAt(objects []fyne.CanvasObject, width float32, of measure) float32 {
	var h float32
	widths := c.widths(width)
	for i, o := range objects {
		h = max(h, of(o, widths[i]))
	}
	return h
}

func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var x float32
	widths := c.widths(size.Width)
	for i, o := range objects {
		h := size.Height
		if !c.even {
			h = HeightAt(o, widths[i])
		}
		place(o, c.rtl, size.Width, x, 0, widths[i], h)
		x += widths[i] + c.gap
	}
}

func (c columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return row{c.gap, -1, c.rtl}.MinSize(objects)
}

// Pad leaves free space around a thing; begin is the side where lines begin.
func (l Look) Pad(top, end, bottom, begin float32, o fyne.CanvasObject) *fyne.Container {
	left, right := begin, end
	if l.RTL {
		left, right = end, begin
	}
	return container.New(pad{top, right, bottom, left}, o)
}

// Within keeps a thing from growing wider than most; it stands where lines
// begin.
func (l Look) Within(most float32, o fyne.CanvasObject) *fyne.Container {
	return container.New(within{most, l.RTL}, o)
}

type pad struct{ top, right, bottom, left float32 }

func (p pad) heightAt(objects []fyne.CanvasObject, width float32, of measure) float32 {
	return of(objects[0], width-p.left-p.right) + p.top + p.bottom
}

func (p pad) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(p.left, p.top))
	objects[0].Resize(fyne.NewSize(size.Width-p.left-p.right, size.Height-p.top-p.bottom))
}

func (p pad) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(p.left+p.right, p.top+p.bottom)
}

type within struct {
	most float32
	rtl  bool
}

func (w within) heightAt(objects []fyne.CanvasObject, width float32, of measure) float32 {
	return of(objects[0], min(width, w.most))
}

func (w within) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], w.rtl, size.Width, 0, 0, min(size.Width, w.most), size.Height)
}

func (w within) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Middle sets a thing in the middle of the height it is given.
func Middle(o fyne.CanvasObject) *fyne.Container { return container.New(middle{}, o) }

type middle struct{}

func (middle) heightAt(objects []fyne.CanvasObject, width float32, of measure) float32 {
	return of(objects[0], width)
}

func (middle) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := HeightAt(objects[0], size.Width)
	objects[0].Move(fyne.NewPos(0, max(0, (size.Height-h)/2)))
	objects[0].Resize(fyne.NewSize(size.Width, h))
}

func (middle) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
