package typeset

import (
	"image"
	"image/draw"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"
)

// quarters is how many places within a px a glyph may start at.
const quarters = 4

// maskKey names the picture of a glyph. Size is in 64ths of a device px.
type maskKey struct {
	face    *font.Face
	glyph   font.GID
	size    int32
	quarter uint8
}

// mask is how much of each device px a glyph covers; X and Y lead from the
// whole px of its origin to the mask's corner.
type mask struct {
	alpha *image.Alpha
	x, y  int
}

// maskCache remembers glyph pictures. It forgets all of them when it is full:
// a page uses some hundreds, so that is rare, and simpler than ages.
type maskCache struct {
	masks  map[maskKey]mask
	raster vector.Rasterizer
}

const mostMasks = 8192

func newMaskCache() maskCache { return maskCache{masks: map[maskKey]mask{}} }

func (c *maskCache) get(k maskKey) mask {
	if m, ok := c.masks[k]; ok {
		return m
	}
	if len(c.masks) >= mostMasks {
		clear(c.masks)
	}
	m := c.tryDraw(k)
	c.masks[k] = m
	return m
}

// tryDraw draws nothing for an outline that fails, as one of a font that an archive
// brings along may.
func (c *maskCache) tryDraw(k maskKey) (m mask) {
	defer func() {
		if recover() != nil {
			m = mask{}
		}
	}()
	return c.draw(k)
}

// draw rasterises an outline. The outline's y grows upwards, the picture's
// downwards.
func (c *maskCache) draw(k maskKey) mask {
	outline, ok := k.face.GlyphData(k.glyph).(font.GlyphOutline)
	if !ok || len(outline.Segments) == 0 {
		return mask{}
	}
	scale := float32(k.size) / 64 / float32(k.face.Upem())
	shift := float32(k.quarter) / quarters
	box := bounds(outline.Segments, scale, shift)
	if box.Empty() || box.Dx() > maxGlyph || box.Dy() > maxGlyph {
		return mask{}
	}
	c.raster.Reset(box.Dx(), box.Dy())
	c.raster.DrawOp = draw.Src
	at := func(p opentype.SegmentPoint) (float32, float32) {
		return p.X*scale + shift - float32(box.Min.X), -p.Y*scale - float32(box.Min.Y)
	}
	for _, seg := range outline.Segments {
		x0, y0 := at(seg.Args[0])
		x1, y1 := at(seg.Args[1])
		x2, y2 := at(seg.Args[2])
		switch seg.Op {
		case opentype.SegmentOpMoveTo:
			c.raster.ClosePath()
			c.raster.MoveTo(x0, y0)
		case opentype.SegmentOpLineTo:
			c.raster.LineTo(x0, y0)
		case opentype.SegmentOpQuadTo:
			c.raster.QuadTo(x0, y0, x1, y1)
		case opentype.SegmentOpCubeTo:
			c.raster.CubeTo(x0, y0, x1, y1, x2, y2)
		}
	}
	c.raster.ClosePath()
	alpha := image.NewAlpha(image.Rect(0, 0, box.Dx(), box.Dy()))
	c.raster.Draw(alpha, alpha.Bounds(), image.Opaque, image.Point{})
	return mask{alpha, box.Min.X, box.Min.Y}
}

// maxGlyph bounds a glyph's picture, in device px a side.
const maxGlyph = 4096

func bounds(segments []opentype.Segment, scale, shift float32) image.Rectangle {
	minX, minY := float32(math.MaxFloat32), float32(math.MaxFloat32)
	maxX, maxY := -minX, -minY
	for i := range segments {
		for _, p := range segments[i].ArgsSlice() {
			x, y := p.X*scale+shift, -p.Y*scale
			minX, maxX = min(minX, x), max(maxX, x)
			minY, maxY = min(minY, y), max(maxY, y)
		}
	}
	return image.Rect(floor(minX)-1, floor(minY)-1, floor(maxX)+2, floor(maxY)+2)
}

func floor(f float32) int { return int(math.Floor(float64(f))) }
