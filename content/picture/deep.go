package picture

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/jpeg"
)

// The sizes of a picture that is looked at closely.
const (
	TileSide = 256 // px of a tile's sides, but at the right and lower edge

	leastSide  = 1024     // px of the coarsest level, at most
	mostStored = 64 << 20 // bytes of all tiles
)

// Deep is a picture cut into tiles, at its own size and at each half of it, so that
// whoever looks closely needs only what is in view. The tiles are held as JPEG: of
// 64 million px that is some 20 MiB, and never more than 64.
type Deep struct {
	levels []level
	turn   int
}

// level is a picture at one size, as it is stored; the first is its own size.
type level struct {
	size   image.Point
	across int // tiles
	tiles  [][]byte
}

// Tile is one of a level: where it lies on the picture as it is seen, px of that
// level.
type Tile struct {
	Level, Index int
	At           image.Rectangle
}

// Deep reads a picture for looking at closely. While it reads it holds 256 rows of
// it, beside what it is made of. Errors are those of Read.
func (p *Picture) Deep(ctx context.Context) (*Deep, error) {
	c := &cutter{}
	band := c.band(p.stored)
	if err := p.each(ctx, func(_ int, row []byte) { band.add(row) }); err != nil {
		return nil, err
	}
	if c.err != nil {
		return nil, fmt.Errorf("keep a tile: %w", c.err)
	}
	d := &Deep{turn: p.turn}
	for b := band; b != nil; b = b.half {
		d.levels = append(d.levels, b.level)
	}
	return d, nil
}

// Levels is how many sizes there are, the picture's own first, each half the one
// before.
func (d *Deep) Levels() int { return len(d.levels) }

// Size is a level's, as it is seen, px.
func (d *Deep) Size(level int) image.Point { return d.seen(d.levels[level].size) }

func (d *Deep) seen(size image.Point) image.Point {
	if d.turn >= 5 {
		return image.Pt(size.Y, size.X)
	}
	return size
}

// In lists the tiles of a level that are part of what is seen there.
func (d *Deep) In(n int, view image.Rectangle) []Tile {
	l := d.levels[n]
	view = view.Intersect(image.Rectangle{Max: d.seen(l.size)})
	if view.Empty() {
		return nil
	}
	stored := storedRect(view, l.size, d.turn)
	var out []Tile
	for y := stored.Min.Y / TileSide; y <= (stored.Max.Y-1)/TileSide; y++ {
		for x := stored.Min.X / TileSide; x <= (stored.Max.X-1)/TileSide; x++ {
			r := image.Rect(x, y, x+1, y+1)
			r.Min, r.Max = r.Min.Mul(TileSide), r.Max.Mul(TileSide)
			out = append(out, Tile{n, y*l.across + x, seenRect(r.Intersect(image.Rectangle{Max: l.size}), l.size, d.turn)})
		}
	}
	return out
}

// Tile is the picture of a tile, turned as it is to be seen.
func (d *Deep) Tile(t Tile) (*image.RGBA, error) {
	img, err := jpeg.Decode(bytes.NewReader(d.levels[t.Level].tiles[t.Index]))
	if err != nil {
		return nil, fmt.Errorf("read tile %d of level %d: %w", t.Index, t.Level, err)
	}
	size := img.Bounds().Size()
	out := image.NewRGBA(image.Rectangle{Max: size})
	w := newWhole(img)
	for y := range size.Y {
		if err := w.next(out.Pix[y*out.Stride : (y+1)*out.Stride]); err != nil {
			return nil, err
		}
	}
	return turned(out, d.turn), nil
}

// cutter keeps the tiles of all levels.
type cutter struct {
	stored int
	err    error
}

// band is a level while its rows pass.
type band struct {
	level
	c     *cutter
	half  *band       // the next level; nil of the last
	pix   *image.RGBA // a row of tiles
	y     int
	small []byte // a row of the next level
}

func (c *cutter) band(size image.Point) *band {
	b := &band{level: level{size: size, across: (size.X + TileSide - 1) / TileSide}, c: c}
	if max(size.X, size.Y) > leastSide {
		next := image.Pt((size.X+1)/2, (size.Y+1)/2)
		b.half, b.small = c.band(next), make([]byte, 4*next.X)
	}
	b.pix = image.NewRGBA(image.Rect(0, 0, size.X, min(TileSide, size.Y)))
	return b
}

// add takes the next row of a level.
func (b *band) add(row []byte) {
	at := b.y % TileSide
	copy(b.pix.Pix[at*b.pix.Stride:], row)
	b.y++
	end := b.y == b.size.Y
	if b.half != nil && (b.y%2 == 0 || end) {
		above := row
		if b.y%2 == 0 {
			above = b.pix.Pix[(at-1)*b.pix.Stride : at*b.pix.Stride]
		}
		halve(above, row, b.small)
		b.half.add(b.small)
	}
	if b.y%TileSide == 0 || end {
		b.cut(at + 1)
	}
}

// cut keeps a row of tiles of that height.
func (b *band) cut(high int) {
	for x := 0; x < b.size.X && b.c.err == nil; x += TileSide {
		tile := b.pix.SubImage(image.Rect(x, 0, min(x+TileSide, b.size.X), high))
		var out bytes.Buffer
		b.c.err = jpeg.Encode(&out, tile, &jpeg.Options{Quality: b.c.quality()})
		b.tiles = append(b.tiles, bytes.Clone(out.Bytes()))
		b.c.stored += out.Len()
	}
}

// quality falls where a picture is so full of grain that its tiles take much.
func (c *cutter) quality() int {
	switch {
	case c.stored < mostStored/2:
		return 88
	case c.stored < mostStored*3/4:
		return 50
	default:
		return 15
	}
}

// halve makes one row of two, each px the mean of four.
func halve(above, below, out []byte) {
	last := len(above) - 4
	for x := 0; x < len(out); x += 4 {
		left, right := 2*x, min(2*x+4, last)
		for n := range 3 {
			out[x+n] = byte((int(above[left+n]) + int(above[right+n]) + int(below[left+n]) + int(below[right+n]) + 2) / 4)
		}
		out[x+3] = 255
	}
}

// seenRect is where a part of a stored picture is seen.
func seenRect(r image.Rectangle, size image.Point, turn int) image.Rectangle {
	ax, ay := seen(r.Min.X, r.Min.Y, size.X, size.Y, turn)
	bx, by := seen(r.Max.X-1, r.Max.Y-1, size.X, size.Y, turn)
	return image.Rect(min(ax, bx), min(ay, by), max(ax, bx)+1, max(ay, by)+1)
}

// storedRect is where what is seen of a picture is stored.
func storedRect(r image.Rectangle, size image.Point, turn int) image.Rectangle {
	back := turn
	if turn >= 5 {
		size = image.Pt(size.Y, size.X)
	}
	switch turn { // a quarter one way is undone by one the other way
	case 6:
		back = 8
	case 8:
		back = 6
	}
	return seenRect(r, size, back)
}
