package atlas

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"sync"

	"github.com/peterstace/simplefeatures/geom"
	"vigil/content"
)

// Version and Year are those of Natural Earth whose borders are drawn: what world-atlas
// 2.0.2 carries.
const (
	Version = "4.1"
	Year    = 2018
)

// Land is the geometry that maps are drawn from, near for a part of a continent and
// far for more. It stays as it is stored; a map reads the polygons that it shows. It
// may be shared.
type Land struct {
	near, far func() ([]polygon, error)
	wide      kept
}

// kept are the far shapes that any map has read: they are few, and every map of a part
// of the earth wants the same ones.
type kept struct {
	mu   sync.Mutex
	read map[int]shape
}

func (k *kept) shape(i int, one polygon) (shape, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if s, known := k.read[i]; known {
		return s, nil
	}
	s, err := one.shape()
	if k.read == nil {
		k.read = map[int]shape{}
	}
	k.read[i] = s
	return s, err
}

// polygon is a piece of land or a lake, as it is stored, and the degrees that it lies
// within.
type polygon struct {
	country string // ISO 3166-1 alpha-2, nowhere or lake
	twkb    []byte
	within  content.Bounds
}

// What stands where a country's letters do.
const (
	nowhere = "ZZ" // land whose country has no code
	lake    = "--" // water within land
)

// NewLand makes a Land of polygons as assets.Land gives them.
func NewLand(near, far []byte) *Land {
	return &Land{
		near: sync.OnceValues(func() ([]polygon, error) { return list(near) }),
		far:  sync.OnceValues(func() ([]polygon, error) { return list(far) }),
	}
}

var errDamaged = errors.New("the map's geometry is damaged")

// list finds where each polygon is stored and where on the earth it lies.
func list(data []byte) ([]polygon, error) {
	if len(data) == 0 {
		return nil, errDamaged
	}
	var out []polygon
	for len(data) > 0 {
		if len(data) < 3 || !country(data[:2]) {
			return nil, errDamaged
		}
		code := string(data[:2])
		data = data[2:]
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
		out = append(out, polygon{code, one, content.Bounds{West: low.X, South: low.Y, East: high.X, North: high.Y}})
	}
	return out, nil
}

func country(two []byte) bool {
	return string(two) == lake || two[0] >= 'A' && two[0] <= 'Z' && two[1] >= 'A' && two[1] <= 'Z'
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

// shape is a polygon as it is drawn: its outlines in Mercator's projection, the outer
// first.
type shape struct {
	country string
	rings   [][]vertex
}

// vertex is a corner of an outline.
type vertex struct {
	x, y float32 // radians east, Mercator's units north
	cut  bool    // lies on 180° or at the pole, where land was cut and no border runs
}

// shape reads a polygon.
func (p polygon) shape() (shape, error) {
	g, err := geom.UnmarshalTWKB(p.twkb, geom.NoValidate{})
	if err != nil {
		return shape{}, fmt.Errorf("read a polygon of the map: %w", err)
	}
	area, ok := g.AsPolygon()
	if !ok {
		return shape{}, errDamaged
	}
	out := shape{p.country, [][]vertex{vertices(area.ExteriorRing().Coordinates())}}
	for i := range area.NumInteriorRings() {
		out.rings = append(out.rings, vertices(area.InteriorRingN(i).Coordinates()))
	}
	return out, nil
}

func vertices(r geom.Sequence) []vertex {
	out := make([]vertex, r.Length())
	for i := range out {
		at := r.GetXY(i)
		out[i] = vertex{float32(at.X * math.Pi / 180), float32(mercator(at.Y)), math.Abs(at.X) >= 179.999 || at.Y <= -89.9}
	}
	return out
}

// Any reports whether there is land in a part of the earth.
func (l *Land) Any(b content.Bounds) (bool, error) {
	b = b.Unrolled()
	west, east := b.West*math.Pi/180, b.East*math.Pi/180
	south, north := mercator(b.South), mercator(b.North)
	all, err := l.near()
	for _, one := range all {
		turns := one.meets(b)
		if len(turns) == 0 || one.country == lake {
			continue
		}
		s, failed := one.shape()
		err = errors.Join(err, failed)
		for _, turn := range turns {
			// As px of a picture of the window, a thousand wide and high.
			p := projection{x: west - turn*math.Pi/180, y: north, per: 1000 / (east - west), down: 1000 / (north - south)}
			var area float64
			for i, r := range s.rings {
				a := math.Abs(area2(clip(p.points(r, nil), 0, 0, 1000, 1000)))
				if i > 0 {
					a = -a
				}
				area += a
			}
			if area > 1 {
				return true, err
			}
		}
	}
	return false, err
}

// Country is the country of a place, ISO 3166-1 alpha-2, or "" where there is none.
func (l *Land) Country(lon, lat float64) (string, error) {
	all, err := l.near()
	at := content.Bounds{West: lon, East: lon, South: lat, North: lat}
	p := point{x: float32(lon * math.Pi / 180), y: float32(mercator(lat))}
	for _, one := range all {
		if one.country == lake || one.country == nowhere || len(one.meets(at)) == 0 {
			continue
		}
		s, failed := one.shape()
		err = errors.Join(err, failed)
		if s.holds(p) {
			return one.country, err
		}
	}
	return "", err
}

// holds reports whether a point lies within, by how many sides lie east of it.
func (s shape) holds(p point) bool {
	inside := false
	for _, r := range s.rings {
		for i, a := range r {
			b := r[(i+1)%len(r)]
			if (a.y > p.y) != (b.y > p.y) && p.x < a.x+(b.x-a.x)*(p.y-a.y)/(b.y-a.y) {
				inside = !inside
			}
		}
	}
	return inside
}
