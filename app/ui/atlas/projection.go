package atlas

import (
	"math"

	"vigil/content"
)

// projection turns degrees into px: Mercator's, which keeps shapes.
type projection struct {
	x, y float64 // of the left top corner: radians east, Mercator's units north
	per  float64 // px a radian
	down float64 // px a unit downwards where that is another number, else 0
	mid  float64 // degrees: a place is shown where it is nearest to this, of all turns around the earth
}

func mercator(lat float64) float64 {
	return math.Log(math.Tan(math.Pi/4 + min(max(lat, -85), 85)*math.Pi/360))
}

func latitude(y float64) float64 { return math.Atan(math.Sinh(y)) * 180 / math.Pi }

// project fits bounds into a size, px, in its middle.
func project(b content.Bounds, width, height float64) projection {
	b = b.Unrolled()
	west, east := b.West*math.Pi/180, b.East*math.Pi/180
	south, north := mercator(b.South), mercator(b.North)
	per := min(width/(east-west), height/(north-south))
	return centred((west+east)/2, (south+north)/2, per, width, height)
}

// centred has a place, in radians and Mercator's units, in the middle of a size, px.
func centred(x, y, per, width, height float64) projection {
	return projection{x: x - width/2/per, y: y + height/2/per, per: per, mid: x * 180 / math.Pi}
}

// middle is what lies in the middle of a size, px, in radians and Mercator's units.
func (p projection) middle(width, height float64) (x, y float64) {
	return p.x + width/2/p.per, p.y - height/2/p.per
}

// at is where a place lies, px.
func (p projection) at(lon, lat float64) (x, y float32) {
	lon = p.mid + math.Mod(lon-p.mid, 360)
	switch {
	case lon-p.mid > 180:
		lon -= 360
	case lon-p.mid <= -180:
		lon += 360
	}
	return p.point(lon, lat)
}

// point is where a point lies whose longitude is counted as that of the map, px.
func (p projection) point(lon, lat float64) (x, y float32) {
	return float32((lon*math.Pi/180 - p.x) * p.per), float32((p.y - mercator(lat)) * p.per)
}

// points are the corners of an outline, px, appended to out; those that would not be
// seen beside the one before are left out.
func (p projection) points(r []vertex, out []point) []point {
	const seen = 0.3 // px
	down := p.down
	if down == 0 {
		down = p.per
	}
	for i, v := range r {
		q := point{float32((float64(v.x) - p.x) * p.per), float32((p.y - float64(v.y)) * down), v.cut}
		if i > 0 && i < len(r)-1 && !v.cut {
			if l := out[len(out)-1]; abs(l.x-q.x) < seen && abs(l.y-q.y) < seen {
				continue
			}
		}
		out = append(out, q)
	}
	return out
}

// shown is all that a picture of a size, px, shows.
func (p projection) shown(width, height float64) content.Bounds {
	return content.Bounds{
		West: p.x * 180 / math.Pi, East: (p.x + width/p.per) * 180 / math.Pi,
		North: latitude(p.y), South: latitude(p.y - height/p.per),
	}
}

// kilometres is how long a px is in the middle of a height, px.
func (p projection) kilometres(height float64) float64 {
	const radius = 6371.0088 // the earth's mean radius (IUGG), km
	return radius * math.Cos(latitude(p.y-height/2/p.per)*math.Pi/180) / p.per
}

// turned is the projection of a part that is moved around the earth by so many
// degrees.
func (p projection) turned(degrees float64) projection {
	p.x -= degrees * math.Pi / 180
	return p
}

// cut is the part of a picture that begins at a place on it, so many times as large.
func (p projection) cut(left, top, scale float64) projection {
	p.x, p.y = p.x+left/p.per, p.y-top/p.per
	p.per *= scale
	return p
}

func abs(f float32) float32 { return max(f, -f) }

// degrees is what lies at a place on the picture, px: degrees east and north.
func (p projection) degrees(x, y float64) (lon, lat float64) {
	return (p.x + x/p.per) * 180 / math.Pi, latitude(p.y - y/p.per)
}
