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
	view  *View
	laid  float32
	bands []fyne.CanvasObject
}

func (r *viewRenderer) Layout(size fyne.Size) {
	if r.bands != nil && r.laid == size.Width {
		return
	}
	r.laid = size.Width
	r.view.lay(size.Width)
	r.bands = r.bands[:0]
	for i := range r.view.set {
		r.addBlock(&r.view.set[i], r.view.blocks[i].Marks)
	}
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
	boxes := markBoxes(part, marks)
	top, bottom = top-spill, bottom+spill
	raster := canvas.NewRaster(func(w, h int) image.Image {
		img := image.NewRGBA(image.Rect(0, 0, w, h))
		scale := float32(h) / (bottom - top)
		for _, b := range boxes {
			paintBox(img, b, scale, top)
		}
		// The spill above and below belongs to the neighbours' letters too: only
		// this band's lines are drawn in it.
		r.view.setter.Draw(img, part.Between(top+spill, bottom-spill), scale, top, bottom)
		return img
	})
	raster.ScaleMode = canvas.ImageScalePixels
	raster.Move(at.AddXY(left, top))
	raster.Resize(fyne.NewSize(right-left, bottom-top))
	r.bands = append(r.bands, raster)
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
func (r *viewRenderer) Objects() []fyne.CanvasObject { return r.bands }
func (r *viewRenderer) Destroy()                     {}

func (r *viewRenderer) Refresh() {
	r.bands = nil
	r.Layout(r.view.Size())
	for _, b := range r.bands {
		b.Refresh()
	}
}
