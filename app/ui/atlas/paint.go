package atlas

import (
	"errors"
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"

	"vigil/app/ui"
	"vigil/content"
)

// colours of a map.
type colours struct{ sea, land, set, border color.NRGBA }

// coloursOf are those of a theme: land a little off the ground of the screen, the
// countries that are set apart a little further.
func coloursOf(p ui.Palette) colours {
	return colours{sea: p.Ground, land: p.Pressed, set: mixed(p.Pressed, p.Soft, 0.16), border: mixed(p.Rule, p.Faint, 0.3)}
}

// mixed is a colour on its way to another, from 0 to 1.
func mixed(a, b color.NRGBA, part float32) color.NRGBA {
	m := func(a, b uint8) uint8 { return uint8(float32(a) + (float32(b)-float32(a))*part + 0.5) }
	return color.NRGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), 255}
}

// ground is the part of the land that a map has read so far, and what it paints with.
type ground struct {
	land  *Land // nil draws water and places alone
	near  kept  // near, by their place in the land
	wide  bool  // only the far geometry is used
	z     vector.Rasterizer
	mask  *image.Alpha
	sheet *image.RGBA // see paper
	parts [layers]paths
}

// detail is where the near geometry shows more than the far one, px a degree.
const detail = 30

// shapes gives what a window shows, each turned around the earth to lie in it. What
// cannot be read is left out, and the error says why.
func (g *ground) shapes(window content.Bounds, per float64, each func(s shape, turn float64)) error {
	if g.land == nil {
		return nil
	}
	far := g.wide || per*math.Pi/180 < detail
	list := g.land.near
	if far {
		list = g.land.far
	}
	all, err := list()
	for i, one := range all {
		turns := one.meets(window)
		if len(turns) == 0 {
			continue
		}
		s, failed := g.shape(i, one, far)
		err = errors.Join(err, failed)
		for _, turn := range turns {
			each(s, turn)
		}
	}
	return err
}

// shape is a polygon, read once: the far ones for all maps, the near ones for this.
func (g *ground) shape(i int, one polygon, far bool) (shape, error) {
	if far {
		return g.land.wide.shape(i, one)
	}
	return g.near.shape(i, one)
}

// paper is the picture that every tile is painted on: a painter has taken one away
// before it asks for the next.
func (g *ground) paper(w, h int) *image.RGBA {
	if g.sheet == nil || g.sheet.Rect.Dx() != w || g.sheet.Rect.Dy() != h {
		g.sheet = image.NewRGBA(image.Rect(0, 0, w, h))
	}
	return g.sheet
}

// The layers of a picture, the lowest first. Lakes lie on the borders that run through
// them.
const (
	landLayer = iota
	setLayer
	borderLayer
	lakeLayer
	shoreLayer
	layers
)

// paths are the outlines of one layer, one after the other.
type paths struct {
	points []point
	ends   []int
}

func (p *paths) add(points ...point) {
	p.points = append(p.points, points...)
	p.ends = append(p.ends, len(p.points))
}

// paint draws land, the countries set apart, borders and lakes, px; a stroke of 0 paints
// no borders. What could not be read is left out, and the error says why.
func (g *ground) paint(img *image.RGBA, p projection, set []string, c colours, stroke float32) error {
	size := img.Bounds().Size()
	flood(img, c.sea)
	edge := stroke + 2
	view := box{-edge, -edge, float32(size.X) + edge, float32(size.Y) + edge}
	window := p.cut(float64(-edge), float64(-edge), 1).shown(float64(size.X)+2*float64(edge), float64(size.Y)+2*float64(edge))
	all := &g.parts
	for i := range all {
		all[i].points, all[i].ends = all[i].points[:0], all[i].ends[:0]
	}
	var points []point
	err := g.shapes(window, p.per, func(s shape, turn float64) {
		turned := p.turned(turn)
		fill, line := &all[landLayer], &all[borderLayer]
		switch {
		case s.country == lake:
			fill, line = &all[lakeLayer], &all[shoreLayer]
		case contains(set, s.country):
			fill = &all[setLayer]
		}
		for _, r := range s.rings {
			points = turned.points(r, points[:0])
			if stroke > 0 {
				outline(line, points, stroke, view)
			}
			if inner := clip(points, view.left, view.top, view.right, view.bottom); len(inner) > 2 {
				fill.add(inner...)
			}
		}
	})
	for i, ink := range [layers]color.NRGBA{c.land, c.set, c.border, c.sea, c.border} {
		if len(all[i].ends) > 0 {
			lay(img, g.cover(all[i], size), ink)
		}
	}
	return err
}

// cover is how much of each px outlines cover; it is valid until the next is asked for.
func (g *ground) cover(p paths, size image.Point) *image.Alpha {
	g.z.Reset(size.X, size.Y)
	g.z.DrawOp = draw.Src
	from := 0
	for _, end := range p.ends {
		trace(&g.z, p.points[from:end])
		from = end
	}
	if g.mask == nil || g.mask.Rect.Size() != size {
		g.mask = image.NewAlpha(image.Rectangle{Max: size})
	}
	g.z.Draw(g.mask, g.mask.Rect, image.Opaque, image.Point{})
	return g.mask
}

func flood(img *image.RGBA, c color.NRGBA) {
	for n := copy(img.Pix, []uint8{c.R, c.G, c.B, 255}); n < len(img.Pix); n *= 2 {
		copy(img.Pix[n:], img.Pix[:n])
	}
}

// lay colours an opaque picture where a mask covers it: mostly wholly or not at all.
func lay(img *image.RGBA, mask *image.Alpha, c color.NRGBA) {
	for i, m := range mask.Pix {
		if m == 0 {
			continue
		}
		px := img.Pix[4*i : 4*i+4 : 4*i+4]
		if m == 255 {
			px[0], px[1], px[2] = c.R, c.G, c.B
			continue
		}
		over := func(below, above uint8) uint8 {
			return uint8((uint32(below)*uint32(255-m) + uint32(above)*uint32(m) + 127) / 255)
		}
		px[0], px[1], px[2] = over(px[0], c.R), over(px[1], c.G), over(px[2], c.B)
	}
}

func contains(set []string, code string) bool {
	for _, s := range set {
		if s == code {
			return true
		}
	}
	return false
}

func trace(z *vector.Rasterizer, points []point) {
	for i, p := range points {
		if i == 0 {
			z.MoveTo(p.x, p.y)
			continue
		}
		z.LineTo(p.x, p.y)
	}
	z.ClosePath()
}

// outline strokes a ring, a quadrangle a side, within a view. Sides of one direction only
// are laid, so that overlaps at the corners add up instead of cancelling out.
func outline(to *paths, points []point, wide float32, view box) {
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		if a.cut && b.cut {
			continue
		}
		if a.x < view.left && b.x < view.left || a.x > view.right && b.x > view.right || a.y < view.top && b.y < view.top || a.y > view.bottom && b.y > view.bottom {
			continue
		}
		a, b, ok := within(a, b, view.left, view.top, view.right, view.bottom)
		if !ok {
			continue
		}
		dx, dy := b.x-a.x, b.y-a.y
		length := float32(math.Hypot(float64(dx), float64(dy)))
		if length == 0 {
			continue
		}
		nx, ny := -dy/length*wide/2, dx/length*wide/2
		to.add(point{x: a.x + nx, y: a.y + ny}, point{x: b.x + nx, y: b.y + ny}, point{x: b.x - nx, y: b.y - ny}, point{x: a.x - nx, y: a.y - ny})
	}
}
