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

// ground is the part of the land that a map has read so far.
type ground struct {
	land *Land
	read [2]map[int]shape // near and far, by their place in the land
}

// detail is where the near geometry shows more than the far one, px a degree.
const detail = 30

// shapes gives what a window shows, each turned around the earth to lie in it. What
// cannot be read is left out, and the error says why.
func (g *ground) shapes(window content.Bounds, per float64, each func(s shape, turn float64)) error {
	n, list := 0, g.land.near
	if per*math.Pi/180 < detail {
		n, list = 1, g.land.far
	}
	if g.read[n] == nil {
		g.read[n] = map[int]shape{}
	}
	all, err := list()
	for i, one := range all {
		turns := one.meets(window)
		if len(turns) == 0 {
			continue
		}
		s, known := g.read[n][i]
		if !known {
			var failed error
			s, failed = one.shape()
			err = errors.Join(err, failed)
			g.read[n][i] = s
		}
		for _, turn := range turns {
			each(s, turn)
		}
	}
	return err
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

// paint draws land, the countries set apart, borders and lakes, px; a stroke of 0 paints
// no borders. What could not be read is left out, and the error says why.
func (g *ground) paint(img *image.RGBA, p projection, set []string, c colours, stroke float32) error {
	size := img.Bounds().Size()
	draw.Draw(img, img.Bounds(), image.NewUniform(c.sea), image.Point{}, draw.Src)
	edge := stroke + 2
	right, bottom := float32(size.X)+edge, float32(size.Y)+edge
	window := p.cut(float64(-edge), float64(-edge), 1).shown(float64(size.X)+2*float64(edge), float64(size.Y)+2*float64(edge))
	var all [layers]*vector.Rasterizer
	on := func(i int) *vector.Rasterizer {
		if all[i] == nil {
			all[i] = vector.NewRasterizer(size.X, size.Y)
		}
		return all[i]
	}
	var points []point
	err := g.shapes(window, p.per, func(s shape, turn float64) {
		turned := p.turned(turn)
		ink, edges := landLayer, borderLayer
		switch {
		case s.country == lake:
			ink, edges = lakeLayer, shoreLayer
		case contains(set, s.country):
			ink = setLayer
		}
		for _, r := range s.rings {
			points = turned.points(r, points[:0])
			if stroke > 0 {
				outline(func() *vector.Rasterizer { return on(edges) }, points, stroke, -edge, -edge, right, bottom)
			}
			if inner := clip(points, -edge, -edge, right, bottom); len(inner) > 2 {
				trace(on(ink), inner)
			}
		}
	})
	for i, ink := range [layers]color.NRGBA{c.land, c.set, c.border, c.sea, c.border} {
		if all[i] != nil {
			all[i].Draw(img, img.Bounds(), image.NewUniform(ink), image.Point{})
		}
	}
	return err
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

// outline strokes a ring, a quadrangle a side, within a rectangle. Sides of one
// direction only are laid, so that overlaps at the corners add up instead of
// cancelling out.
func outline(on func() *vector.Rasterizer, points []point, wide, left, top, right, bottom float32) {
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		if a.cut && b.cut {
			continue
		}
		if a.x < left && b.x < left || a.x > right && b.x > right || a.y < top && b.y < top || a.y > bottom && b.y > bottom {
			continue
		}
		a, b, ok := within(a, b, left, top, right, bottom)
		if !ok {
			continue
		}
		dx, dy := b.x-a.x, b.y-a.y
		length := float32(math.Hypot(float64(dx), float64(dy)))
		if length == 0 {
			continue
		}
		nx, ny := -dy/length*wide/2, dx/length*wide/2
		z := on()
		z.MoveTo(a.x+nx, a.y+ny)
		z.LineTo(b.x+nx, b.y+ny)
		z.LineTo(b.x-nx, b.y-ny)
		z.LineTo(a.x-nx, a.y-ny)
		z.ClosePath()
	}
}
