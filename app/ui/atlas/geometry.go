// Package atlas draws a map of a part of the earth with places on it: land,
// today's borders, a dot for a place that is known and a ring for one that is
// known only approximately.
package atlas

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"sync"

	"golang.org/x/image/vector"

	"vigil/content"
)

// ring is the outline of land or of a hole in it: degrees east and north.
type ring [][2]float64

// Land is the geometry that maps are drawn from. It is read when the first map
// is drawn, and may be shared.
type Land struct {
	rings func() ([]ring, error)
}

// mostGeometry bounds what the compressed geometry may grow to.
const mostGeometry = 32 << 20

// NewLand makes a Land of GeoJSON (RFC 7946) that is compressed with gzip: a
// collection of polygons.
func NewLand(data []byte) *Land {
	return &Land{rings: sync.OnceValues(func() ([]ring, error) { return readRings(data) })}
}

// Read reads the geometry, if nobody has yet: what takes long is best done
// before the first map is asked for.
func (l *Land) Read() error {
	_, err := l.rings()
	return err
}

type feature struct {
	Geometry struct {
		Type        string
		Coordinates json.RawMessage
	}
}

func readRings(data []byte) ([]ring, error) {
	zip, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("open the map's geometry: %w", err)
	}
	var collection struct {
		Features   []feature
		Geometries []struct {
			Type        string
			Coordinates json.RawMessage
		}
	}
	if err := json.NewDecoder(io.LimitReader(zip, mostGeometry)).Decode(&collection); err != nil {
		return nil, fmt.Errorf("read the map's geometry: %w", err)
	}
	var all []ring
	for _, g := range collection.Geometries {
		if all, err = appendRings(all, g.Type, g.Coordinates); err != nil {
			return nil, err
		}
	}
	for _, f := range collection.Features {
		if all, err = appendRings(all, f.Geometry.Type, f.Geometry.Coordinates); err != nil {
			return nil, err
		}
	}
	return all, nil
}

func appendRings(all []ring, kind string, coordinates json.RawMessage) ([]ring, error) {
	var polygons [][]ring
	var err error
	switch kind {
	case "Polygon":
		polygons = make([][]ring, 1)
		err = json.Unmarshal(coordinates, &polygons[0])
	case "MultiPolygon":
		err = json.Unmarshal(coordinates, &polygons)
	}
	if err != nil {
		return nil, fmt.Errorf("read a polygon of the map: %w", err)
	}
	for _, p := range polygons {
		all = append(all, p...)
	}
	return all, nil
}

// projection turns degrees into px: Mercator's, which keeps shapes.
type projection struct {
	west, north, scale float64 // radians, Mercator's units, px a radian
	left, top          float64 // px
}

func mercator(lat float64) float64 {
	return math.Log(math.Tan(math.Pi/4 + min(max(lat, -85), 85)*math.Pi/360))
}

// project fits bounds into a size, px, in its middle.
func project(b content.Bounds, width, height float64) projection {
	wide, high := (b.East-b.West)*math.Pi/180, mercator(b.North)-mercator(b.South)
	p := projection{west: b.West * math.Pi / 180, north: mercator(b.North), scale: min(width/wide, height/high)}
	p.left, p.top = (width-wide*p.scale)/2, (height-high*p.scale)/2
	return p
}

// at is where a point lies, px.
func (p projection) at(lon, lat float64) (x, y float32) {
	return float32(p.left + (lon*math.Pi/180-p.west)*p.scale), float32(p.top + (p.north-mercator(lat))*p.scale)
}

// colours of a map.
type colours struct{ sea, land, border color.NRGBA }

// draw paints land and borders, px.
func draw(rings []ring, p projection, width, height int, c colours, stroke float32) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, width, height))
	fill(img, c.sea)
	land, borders := vector.NewRasterizer(width, height), vector.NewRasterizer(width, height)
	for _, r := range rings {
		points, seen := r.project(p, width, height)
		if !seen {
			continue
		}
		trace(land, points)
		outline(borders, points, stroke)
	}
	land.Draw(img, img.Bounds(), image.NewUniform(c.land), image.Point{})
	borders.Draw(img, img.Bounds(), image.NewUniform(c.border), image.Point{})
	return img
}

func fill(img *image.NRGBA, c color.NRGBA) {
	for i := 0; i < len(img.Pix); i += 4 {
		img.Pix[i], img.Pix[i+1], img.Pix[i+2], img.Pix[i+3] = c.R, c.G, c.B, c.A
	}
}

type point struct{ x, y float32 }

// project returns the ring in px, and whether any of it can be seen.
func (r ring) project(p projection, width, height int) ([]point, bool) {
	points := make([]point, len(r))
	low, high := point{math.MaxFloat32, math.MaxFloat32}, point{-math.MaxFloat32, -math.MaxFloat32}
	for i, at := range r {
		x, y := p.at(at[0], at[1])
		points[i] = point{x, y}
		low, high = point{min(low.x, x), min(low.y, y)}, point{max(high.x, x), max(high.y, y)}
	}
	return points, high.x >= 0 && high.y >= 0 && low.x <= float32(width) && low.y <= float32(height)
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
