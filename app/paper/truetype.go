package paper

import (
	"encoding/binary"
	"math"

	"github.com/go-text/typesetting/font/opentype"

	"vigil/app/typeset"
)

// part is a glyph of a face within a picture, moved, in units of the face.
type part struct {
	id     typeset.GlyphID
	dx, dy int
}

// dot is a point of a contour as TrueType has it: on the curve or off it.
type dot struct {
	x, y float32
	on   bool
}

// mostDots bounds the points of a picture; the format's own end is 65,535.
const mostDots = 20000

// outline joins the parts of a picture to one, its contours closed.
func (f *fontOf) outline(parts []part) [][]dot {
	var out [][]dot
	room := mostDots
	for _, p := range parts {
		for _, contour := range contours(f.setter.Outline(f.face, p.id)) {
			if room -= len(contour); room < 0 {
				return out
			}
			for i := range contour {
				contour[i].x += float32(p.dx)
				contour[i].y += float32(p.dy)
			}
			out = append(out, contour)
		}
	}
	return out
}

func contours(segments []typeset.Segment) [][]dot {
	var out [][]dot
	var open []dot
	for i := range segments {
		s := &segments[i]
		a := s.Args
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			out = appendContour(out, open)
			open = []dot{{a[0].X, a[0].Y, true}}
		case opentype.SegmentOpLineTo:
			open = append(open, dot{a[0].X, a[0].Y, true})
		case opentype.SegmentOpQuadTo:
			open = append(open, dot{a[0].X, a[0].Y, false}, dot{a[1].X, a[1].Y, true})
		case opentype.SegmentOpCubeTo:
			if len(open) > 0 {
				open = quadratics(open, a)
			}
		}
	}
	return appendContour(out, open)
}

// pieces is how many curves of the second degree stand for one of the third, which is
// what a letter's needs to be within a unit of its face.
const pieces = 4

// quadratics appends a curve of the third degree (of CFF) from the last point on, as
// curves of the second. The control point of each piece is where its tangents meet,
// for which the mean of both ends' is within the same error.
func quadratics(open []dot, a [3]opentype.SegmentPoint) []dot {
	p := [4]opentype.SegmentPoint{{X: open[len(open)-1].x, Y: open[len(open)-1].y}, a[0], a[1], a[2]}
	at := func(t float32, p0, p1, p2, p3 float32) (value, slope float32) {
		u := 1 - t
		return u*u*u*p0 + 3*u*u*t*p1 + 3*u*t*t*p2 + t*t*t*p3, 3*u*u*(p1-p0) + 6*u*t*(p2-p1) + 3*t*t*(p3-p2)
	}
	const step = float32(1) / pieces
	for i := range pieces {
		t := float32(i) * step
		x0, dx0 := at(t, p[0].X, p[1].X, p[2].X, p[3].X)
		y0, dy0 := at(t, p[0].Y, p[1].Y, p[2].Y, p[3].Y)
		x1, dx1 := at(t+step, p[0].X, p[1].X, p[2].X, p[3].X)
		y1, dy1 := at(t+step, p[0].Y, p[1].Y, p[2].Y, p[3].Y)
		control := dot{x: (x0+x1)/2 + (dx0-dx1)*step/4, y: (y0+y1)/2 + (dy0-dy1)*step/4}
		open = append(open, control, dot{x1, y1, true})
	}
	return open
}

// appendContour closes a contour: the last point is the first, and a point halfway
// between two off the curve goes without saying.
func appendContour(all [][]dot, c []dot) [][]dot {
	if n := len(c); n > 1 && c[n-1] == c[0] {
		c = c[:n-1]
	}
	if len(c) < 2 {
		return all
	}
	kept := make([]dot, 0, len(c))
	for i, d := range c {
		before, after := c[(i+len(c)-1)%len(c)], c[(i+1)%len(c)]
		said := d.on && !before.on && !after.on && d.x == (before.x+after.x)/2 && d.y == (before.y+after.y)/2
		if !said {
			kept = append(kept, d)
		}
	}
	return append(all, kept)
}

// box is what a picture covers, in units.
type box struct{ x0, y0, x1, y1 int16 }

func (b box) join(c box) box {
	return box{min(b.x0, c.x0), min(b.y0, c.y0), max(b.x1, c.x1), max(b.y1, c.y1)}
}

func unit(f float32) int16 {
	return int16(min(max(math.Round(float64(f)), math.MinInt16/2), math.MaxInt16/2))
}

// The flags of a point (OpenType, "glyf").
const (
	onCurve  = 0x01
	overlaps = 0x40
)

// simpleGlyph writes a picture as the table glyf has it; a picture without contours
// has no bytes.
func simpleGlyph(all [][]dot) ([]byte, box) {
	if len(all) == 0 {
		return nil, box{}
	}
	b := box{math.MaxInt16, math.MaxInt16, math.MinInt16, math.MinInt16}
	var ends, flags, xs, ys []byte
	var x, y int16
	n := 0
	for _, contour := range all {
		for _, d := range contour {
			px, py := unit(d.x), unit(d.y)
			b = b.join(box{px, py, px, py})
			flag := byte(0)
			if d.on {
				flag = onCurve
			}
			if n == 0 {
				flag |= overlaps
			}
			flags = append(flags, flag)
			xs = binary.BigEndian.AppendUint16(xs, uint16(px-x))
			ys = binary.BigEndian.AppendUint16(ys, uint16(py-y))
			x, y = px, py
			n++
		}
		ends = binary.BigEndian.AppendUint16(ends, uint16(n-1))
	}
	var out []byte
	for _, v := range []int16{int16(len(all)), b.x0, b.y0, b.x1, b.y1} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	out = append(out, ends...)
	out = append(out, 0, 0) // no instructions
	out = append(out, flags...)
	out = append(out, xs...)
	out = append(out, ys...)
	for len(out)%4 != 0 {
		out = append(out, 0)
	}
	return out, b
}

// program is the font as a TrueType file, with the tables that a font within a PDF has
// to have (ISO 32000-1, 9.9), and what all its pictures cover.
func (f *fontOf) program() ([]byte, box) {
	var glyf, loca, hmtx []byte
	all := box{}
	dots, rings := 0, 0
	for i := range f.pictures {
		contours := f.outline(f.pictures[i].parts)
		data, b := simpleGlyph(contours)
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		glyf = append(glyf, data...)
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(f.pictures[i].advance))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(b.x0))
		all = all.join(b)
		n := 0
		for _, c := range contours {
			n += len(c)
		}
		dots, rings = max(dots, n), max(rings, len(contours))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	above, below := f.face.Rise()
	n := uint16(len(f.pictures))
	tables := []opentype.Table{
		{Tag: opentype.MustNewTag("glyf"), Content: glyf},
		{Tag: opentype.MustNewTag("head"), Content: headTable(uint16(f.face.Units()), all)},
		{Tag: opentype.MustNewTag("hhea"), Content: words(1, 0, uint16(unit(above)), uint16(unit(below)), 0, math.MaxInt16, 0, 0, uint16(all.x1), 1, 0, 0, 0, 0, 0, 0, 0, n)},
		{Tag: opentype.MustNewTag("hmtx"), Content: hmtx},
		{Tag: opentype.MustNewTag("loca"), Content: loca},
		{Tag: opentype.MustNewTag("maxp"), Content: words(1, 0, n, uint16(dots), uint16(rings), 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)},
	}
	for i := range tables {
		// WriteTTF neither fills tables up to four bytes nor sums what is over.
		for len(tables[i].Content)%4 != 0 {
			tables[i].Content = append(tables[i].Content, 0)
		}
	}
	return opentype.WriteTTF(tables), all
}

func headTable(units uint16, b box) []byte {
	return words(
		1, 0, 1, 0, 0, 0, // versions; the sum of the whole file, which nothing in a PDF reads
		0x5f0f, 0x3cf5, // the table's mark
		0, units,
		0, 0, 0, 0, 0, 0, 0, 0, // made and changed
		uint16(b.x0), uint16(b.y0), uint16(b.x1), uint16(b.y1),
		0, 3, 2, // style, least size, direction
		1, 0, // loca has 32 bits
	)
}

func words(all ...uint16) []byte {
	var out []byte
	for _, w := range all {
		out = binary.BigEndian.AppendUint16(out, w)
	}
	return out
}
