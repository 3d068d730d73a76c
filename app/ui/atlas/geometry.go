package atlas

import (
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"math"
	"sync"

	"github.com/peterstace/simplefeatures/geom"
	"golang.org/x/image/vector"

	"vigil/content"
)

// Land is the geometry that maps are drawn from, near for a part of a continent and
// far for more. It stays as it is stored; a map reads the polygons that it shows. It
// may be shared.
type Land struct {
	near, far func() ([]polygon, error)
}

// polygon is land or a country, as it is stored, and the degrees that it lies within.
type polygon struct {
	twkb   []byte
	within content.Bounds
}

// NewLand makes a Land of polygons in Tiny Well-known Binary with a bounding box,
// each behind its length (a uvarint), none of which crosses 180°.
func NewLand(near, far []byte) *Land {
	return &Land{
		near: sync.OnceValues(func() ([]polygon, error) { return list(near) }),
		far:  sync.OnceValues(func() ([]polygon, error) { return list(far) }),
	}
}

// farWindow is from how many degrees on a map is drawn of the far geometry.
const farWindow = 70

func (l *Land) polygons(b content.Bounds) ([]polygon, error) {
	if b.East-b.West > farWindow {
		return l.far()
	}
	return l.near()
}

var errDamaged = errors.New("the map's geometry is damaged")

// list finds where each polygon is stored and where on the earth it lies.
func list(data []byte) ([]polygon, error) {
	if len(data) == 0 {
		return nil, errDamaged
	}
	var out []polygon
	for len(data) > 0 {
		size, n := binary.Uvarint(data)
		if n <= 0 || size > uint64(len(data)-n) {
			return nil, errDamaged
		}
		one := data[n : n+int(size)]
		data = data[n+int(size):]
		envelope, err := geom.UnmarshalTWKBEnvelope(one)
		if err != nil {
			return nil, fmt.Errorf("read the map's geometry: %w", err)
		}
		low, high, ok := envelope.MinMaxXYs()
		if !ok {
			return nil, errDamaged
		}
		out = append(out, polygon{one, content.Bounds{West: low.X, South: low.Y, East: high.X, North: high.Y}})
	}
	return out, nil
}

// meets lists by how many degrees a polygon is moved to lie in a window: none, or
// around the earth once.
func (p polygon) meets(b content.Bounds) []float64 {
	var out []float64
	if p.within.South > b.North || p.within.North < b.South {
		return nil
	}
	for _, turn := range []float64{-360, 0, 360} {
		if p.within.West+turn <= b.East && p.within.East+turn >= b.West {
			out = append(out, turn)
		}
	}
	return out
}

// rings are a polygon's outlines: degrees east and north.
func (p polygon) rings() ([]geom.Sequence, error) {
	g, err := geom.UnmarshalTWKB(p.twkb, geom.NoValidate{})
	if err != nil {
		return nil, fmt.Errorf("read a polygon of the map: %w", err)
	}
	shape, ok := g.AsPolygon()
	if !ok {
		return nil, errDamaged
	}
	out := []geom.Sequence{shape.ExteriorRing().Coordinates()}
	for i := range shape.NumInteriorRings() {
		out = append(out, shape.InteriorRingN(i).Coordinates())
	}
	return out, nil
}

// Any reports whether there is land in a part of the earth.
func (l *Land) Any(b content.Bounds) (bool, error) {
	b = b.Unrolled()
	// Small enough to be quick; an island of a hundredth of the window is found.
	const side = 256
	p := stretch(b, side, side)
	img, err := draw(l, b, p, side, side, colours{land: color.NRGBA{A: 255}}, 0)
	for i := 3; i < len(img.Pix); i += 4 {
		if img.Pix[i] > 0 {
			return true, err
		}
	}
	return false, err
}

// projection turns degrees into px: Mercator's, which keeps shapes.
type projection struct {
	bounds       content.Bounds // unrolled
	west, north  float64        // radians, Mercator's units
	across, down float64        // px a radian
	left, top    float64        // px
}

func mercator(lat float64) float64 {
	return math.Log(math.Tan(math.Pi/4 + min(max(lat, -85), 85)*math.Pi/360))
}

// project fits bounds into a size, px, in its middle.
func project(b content.Bounds, width, height float64) projection {
	b = b.Unrolled()
	wide, high := (b.East-b.West)*math.Pi/180, mercator(b.North)-mercator(b.South)
	p := projection{bounds: b, west: b.West * math.Pi / 180, north: mercator(b.North)}
	p.across = min(width/wide, height/high)
	p.down = p.across
	p.left, p.top = (width-wide*p.across)/2, (height-high*p.down)/2
	return p
}

// stretch fills a size, px, with bounds, whatever that makes of shapes.
func stretch(b content.Bounds, width, height float64) projection {
	wide, high := (b.East-b.West)*math.Pi/180, mercator(b.North)-mercator(b.South)
	return projection{bounds: b, west: b.West * math.Pi / 180, north: mercator(b.North), across: width / wide, down: height / high}
}

// at is where a place lies, px.
func (p projection) at(lon, lat float64) (x, y float32) { return p.point(p.bounds.Along(lon), lat) }

// point is where a point lies whose longitude is counted as that of the bounds, px.
func (p projection) point(lon, lat float64) (x, y float32) {
	return float32(p.left + (lon*math.Pi/180-p.west)*p.across), float32(p.top + (p.north-mercator(lat))*p.down)
}

// shown is all that a picture of a size, px, shows: the bounds and what lies beside
// them.
func (p projection) shown(width, height int) content.Bounds {
	lon := func(x float64) float64 { return (p.west + (x-p.left)/p.across) * 180 / math.Pi }
	lat := func(y float64) float64 {
		return math.Atan(math.Sinh(p.north-(y-p.top)/p.down)) * 180 / math.Pi
	}
	return content.Bounds{West: lon(0), East: lon(float64(width)), North: lat(0), South: lat(float64(height))}
}

// colours of a map.
type colours struct{ sea, land, border color.NRGBA }

// draw paints land and borders, px; a stroke of 0 paints land alone. What could not
// be read is left out, and the error says why.
func draw(l *Land, b content.Bounds, p projection, width, height int, c colours, stroke float32) (*image.NRGBA, error) {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	fill(img, c.sea)
	all, err := l.polygons(b)
	shown := p.shown(width, height)
	land, borders := vector.NewRasterizer(width, height), vector.NewRasterizer(width, height)
	for _, one := range all {
		turns := one.meets(shown)
		if len(turns) == 0 {
			continue
		}
		rings, failed := one.rings()
		err = errors.Join(err, failed)
		for _, turn := range turns {
			for _, r := range rings {
				points := projected(r, turn, p)
				trace(land, points)
				if stroke > 0 {
					outline(borders, points, stroke)
				}
			}
		}
	}
	land.Draw(img, img.Bounds(), image.NewUniform(c.land), image.Point{})
	borders.Draw(img, img.Bounds(), image.NewUniform(c.border), image.Point{})
	return img, err
}

func fill(img *image.NRGBA, c color.NRGBA) {
	for i := 0; i < len(img.Pix); i += 4 {
		img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = c.R, c.G, c.B, c.A
	}
}

type point struct {
	x, y float32
	cut  bool // lies on 180°, where land was cut in two and no border runs
}

// projected is a ring in px, moved by so many degrees.
func projected(r geom.Sequence, turn float64, p projection) []point {
	points := make([]point, r.Length())
	for i := range points {
		at := r.GetXY(i)
		x, y := p.point(at.X+turn, at.Y)
		points[i] = point{x, y, math.Abs(at.X) >= 179.999 || at.Y <= -89.9}
	}
	return points
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

// outline strokes a ring, a quadrangle a side. Sides of one direction only are
// laid, so that overlaps at the corners add up instead of cancelling out.
func outline(z *vector.Rasterizer, points []point, wide float32) {
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		if a.cut && b.cut {
			continue
		}
		dx, dy := b.x-a.x, b.y-a.y
		length := float32(math.Hypot(float64(dx), float64(dy)))
		if length == 0 {
			continue
		}
		nx, ny := -dy/length*wide/2, dx/length*wide/2
		z.MoveTo(a.x+nx, a.y+ny)
		z.LineTo(b.x+nx, b.y+ny)
		z.LineTo(b.x-nx, b.y-ny)
		z.LineTo(a.x-nx, a.y-ny)
		z.ClosePath()
	}
}
