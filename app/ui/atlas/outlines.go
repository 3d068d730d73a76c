package atlas

import (
	"errors"
	"fmt"
	"math"

	"vigil/content"
)

// The land as lines, for what is drawn on paper: nothing here knows a screen.

// Source is whose borders are drawn.
func (l *Land) Source() string { return "Natural Earth " + fmt.Sprintf("%s (%d)", Version, Year) }

// Around is the part of the earth that shows some places and something of their
// neighbourhood, as the small maps beside a page do.
func (l *Land) Around(places []*content.Place) content.Bounds {
	if len(places) == 0 {
		return content.Bounds{}
	}
	marks := make([]Mark, len(places))
	for i, p := range places {
		marks[i] = Mark{Lat: p.Lat, Lon: p.Lon}
	}
	return around(marks, 1.5, leastWindow, leastWindow/2)
}

// Project fits a part of the earth into a size, and says where on it a place lies and
// how many kilometres a unit is in its middle.
func (l *Land) Project(b content.Bounds, width, height float64) (at func(lon, lat float64) (x, y float32), km float64) {
	p := project(b, width, height)
	return p.at, p.kilometres(height)
}

// Outlines gives the land of a part of the earth that is fitted into a size: each piece
// by its country, ISO 3166-1, "" for land that has none and Lake for water within, the
// outer ring first, cut a little outside the size. What cannot be read is left out, and
// the error says why.
func (l *Land) Outlines(b content.Bounds, width, height float64, each func(country string, rings [][][2]float32)) error {
	p := project(b, width, height)
	const edge = 8
	window := p.cut(-edge, -edge, 1).shown(width+2*edge, height+2*edge)
	list, far := l.near, p.per*math.Pi/180 < detail/2
	if far {
		list = l.far
	}
	all, err := list()
	for _, one := range all {
		turns := one.meets(window)
		if len(turns) == 0 {
			continue
		}
		s, failed := one.shape()
		err = errors.Join(err, failed)
		for _, turn := range turns {
			var rings [][][2]float32
			for _, r := range s.rings {
				if cut := clip(p.turned(turn).points(r, nil), -edge, -edge, float32(width)+edge, float32(height)+edge); len(cut) > 2 {
					rings = append(rings, pairs(cut))
				}
			}
			if len(rings) > 0 {
				each(codeOf(s.country), rings)
			}
		}
	}
	return err
}

// Lake is what Outlines calls water within land.
const Lake = lake

func codeOf(country string) string {
	if country == nowhere {
		return ""
	}
	return country
}

func pairs(points []point) [][2]float32 {
	out := make([][2]float32, len(points))
	for i, p := range points {
		out[i] = [2]float32{p.x, p.y}
	}
	return out
}
