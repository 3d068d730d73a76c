package typeset

import (
	"image"
	"image/color"
	"math"
)

// Draw paints the part of a layout between two heights, px at 1x from its top,
// onto an image of the given scale (device px per px), the upper height at the
// image's top edge. Ink is laid over what is there.
func (s *Setter) Draw(dst *image.RGBA, l *Layout, scale, top, bottom float32) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range l.Lines {
		line := &l.Lines[i]
		// A mark may stand half a line above or below its own line.
		if line.Top+line.Height*1.5 < top || line.Top-line.Height*0.5 > bottom {
			continue
		}
		for j := range line.runs {
			s.drawRun(dst, l, line, &line.runs[j], scale, top)
		}
	}
}

func (s *Setter) drawRun(dst *image.RGBA, l *Layout, line *Line, r *placed, scale, top float32) {
	span := l.spans[r.span]
	base := int(math.Round(float64((line.Baseline - top) * scale)))
	x := (line.X + r.x) * scale
	if span.Link != "" {
		underline(dst, x, r.width*scale, base, span.Style, scale)
	}
	for i := range r.glyphs {
		g := &r.glyphs[i]
		dx := x + float32(g.XOffset)/64*scale
		whole := math.Floor(float64(dx)*quarters) / quarters
		px := math.Floor(whole)
		// A letter that no face has would be a box. vigil check refuses it in an
		// archive; typed by a visitor, it leaves its room empty.
		if g.GlyphID == 0 {
			x += float32(g.Advance) / 64 * scale
			continue
		}
		m := s.masks.get(maskKey{r.face, g.GlyphID, int32(r.size * scale * 64), uint8((whole - px) * quarters)})
		if m.alpha != nil {
			dy := int(math.Round(float64(float32(g.YOffset) / 64 * scale)))
			blend(dst, m, int(px)+m.x, base-dy+m.y, span.Style.Ink)
		}
		x += float32(g.Advance) / 64 * scale
	}
}

// underline is a thin rule under a link, the ink at half strength, so that a
// link is told by more than its colour.
func underline(dst *image.RGBA, x, width float32, base int, style Style, scale float32) {
	ink := style.Ink
	ink.A /= 2
	thick := max(1, int(math.Round(float64(style.Size*scale/18))))
	y := base + int(math.Round(float64(style.Size*scale*0.18)))
	left := int(math.Round(float64(x)))
	fill(dst, image.Rect(left, y, left+int(math.Round(float64(width))), y+thick), ink)
}

func fill(dst *image.RGBA, r image.Rectangle, ink color.NRGBA) {
	r = r.Intersect(dst.Rect)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		row := dst.Pix[dst.PixOffset(r.Min.X, y):]
		for x := range r.Dx() {
			over(row[x*4:x*4+4:x*4+4], ink, 255)
		}
	}
}

func blend(dst *image.RGBA, m mask, x, y int, ink color.NRGBA) {
	b := m.alpha.Rect
	r := b.Add(image.Pt(x, y)).Intersect(dst.Rect)
	for py := r.Min.Y; py < r.Max.Y; py++ {
		src := m.alpha.Pix[(py-y)*m.alpha.Stride+(r.Min.X-x):]
		row := dst.Pix[dst.PixOffset(r.Min.X, py):]
		for i := range r.Dx() {
			if a := src[i]; a != 0 {
				over(row[i*4:i*4+4:i*4+4], ink, a)
			}
		}
	}
}

// over lays ink, seen through a mask of 0 to 255, over a premultiplied pixel.
func over(px []uint8, ink color.NRGBA, cover uint8) {
	a := uint32(ink.A) * uint32(cover) / 255
	keep := 255 - a
	px[0] = uint8((uint32(ink.R)*a + uint32(px[0])*keep + 127) / 255)
	px[1] = uint8((uint32(ink.G)*a + uint32(px[1])*keep + 127) / 255)
	px[2] = uint8((uint32(ink.B)*a + uint32(px[2])*keep + 127) / 255)
	px[3] = uint8((255*a + uint32(px[3])*keep + 127) / 255)
}
