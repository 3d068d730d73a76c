package text

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigil/app/typeset"
)

// bandHeight is about how tall one texture is, px at 1x: small enough to be
// made within a frame, large enough that a page needs few.
const bandHeight = 256

// markInk lies under letters that were searched for.
var markInk = color.NRGBA{R: 0xE8, G: 0xB2, B: 0x65, A: 0x50}

// viewRenderer paints a view in bands of whole lines.
type viewRenderer struct {
	view    *View
	laid    float32
	bands   []*band
	objects []fyne.CanvasObject
}

// band is one texture of a view.
type band struct {
	setter      *typeset.Setter
	lines       *typeset.Layout // nil once the band has been dropped
	boxes       []typeset.Box   // of what is marked as found
	top, bottom float32         // of the band in the layout, spill included
	raster      *canvas.Raster
}

// drop lets go of the texture and of the layout: Fyne keeps the band itself, as
// anything that it has painted, for a minute.
func (b *band) drop() {
	b.lines, b.boxes = nil, nil
	canvas.Refresh(b.raster)
}

func (b *band) paint(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	if b.lines == nil {
		return img
	}
	scale := float32(h) / (b.bottom - b.top)
	for _, box := range b.boxes {
		paintBox(img, box, scale, b.top)
	}
	b.setter.Draw(img, b.lines, scale, b.top, b.bottom)
	return img
}

func (r *viewRenderer) Layout(size fyne.Size) {
	if r.bands != nil && r.laid == size.Width {
		return
	}
	r.drop()
	r.laid = size.Width
	r.view.lay(size.Width)
	for i := range r.view.set {
		r.addBlock(&r.view.set[i], r.view.blocks[i].Marks)
	}
}

// drop lets go of all that has been painted.
func (r *viewRenderer) drop() {
	for _, b := range r.bands {
		b.drop()
	}
	r.bands, r.objects = nil, nil
}

func (r *viewRenderer) addBlock(b *setBlock, marks []Range) {
	if b.marker != nil {
		x := float32(0)
		if b.layout.RTL {
			x = r.laid - b.marker.Width
		}
		r.add(b.marker, nil, 0, b.marker.Height, fyne.NewPos(x, b.top))
	}
	lines := b.layout.Lines
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && lines[to].Top+lines[to].Height-lines[from].Top <= bandHeight {
			to++
		}
		top, bottom := lines[from].Top, lines[to-1].Top+lines[to-1].Height
		r.add(b.layout, marks, top, bottom, fyne.NewPos(b.left, b.top))
		from = to
	}
}

// spill is how far letters may reach beyond their line or column: a flourish, a
// stacked mark.
const spill = 8

// add puts a raster for part of a layout. It is only as wide as the lines are.
func (r *viewRenderer) add(l *typeset.Layout, marks []Range, top, bottom float32, at fyne.Position) {
	left, right := l.Width, float32(0)
	for _, line := range l.Lines {
		left, right = min(left, line.X), max(right, line.X+line.Width)
	}
	left, right = float32(math.Floor(float64(left)))-spill, float32(math.Ceil(float64(right)))+spill
	part := l.Shift(-left)
	// The spill above and below belongs to the neighbours' letters too: only
	// this band's lines are drawn in it.
	b := &band{setter: r.view.setter, lines: part.Between(top, bottom), boxes: markBoxes(part, marks), top: top - max(spill, l.Over()), bottom: bottom + spill}
	b.raster = canvas.NewRaster(b.paint)
	b.raster.ScaleMode = canvas.ImageScalePixels
	b.raster.Move(at.AddXY(left, b.top))
	b.raster.Resize(fyne.NewSize(right-left, b.bottom-b.top))
	r.bands, r.objects = append(r.bands, b), append(r.objects, b.raster)
}

func markBoxes(l *typeset.Layout, marks []Range) []typeset.Box {
	var out []typeset.Box
	for _, m := range marks {
		out = append(out, l.Boxes(m.From, m.To)...)
	}
	return out
}

func paintBox(img *image.RGBA, b typeset.Box, scale, top float32) {
	px := func(f float32) int { return int(math.Round(float64(f * scale))) }
	inset := b.Height * 0.12
	area := image.Rect(px(b.X-2), px(b.Y+inset-top), px(b.X+b.Width+2), px(b.Y+b.Height-inset-top))
	draw.Draw(img, area.Intersect(img.Rect), image.NewUniform(markInk), image.Point{}, draw.Over)
}

func (r *viewRenderer) MinSize() fyne.Size           { return r.view.MinSize() }
func (r *viewRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *viewRenderer) Destroy()                     {}

// Refresh has nothing to do but for a new width: the words of a view never change.
func (r *viewRenderer) Refresh() { r.Layout(r.view.Size()) }
