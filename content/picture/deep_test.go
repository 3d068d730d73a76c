package picture_test

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"
	"runtime"
	"testing"
	"time"

	"vigil/content/picture"
)

// field is a picture whose every part is unlike the others, without grain.
func field(width, height int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetRGBA(x, y, color.RGBA{R: uint8(x * 255 / width), G: uint8(y * 255 / height), B: uint8(128 + 100*math.Sin(float64(x+2*y)/80)), A: 255})
		}
	}
	return img
}

// Joined, the tiles of each level are the picture at that size, however it was held.
func TestTilesAreThePicture(t *testing.T) {
	flat := asPNG(t, field(1301, 700))
	for _, turn := range []uint16{1, 2, 3, 4, 5, 6, 7, 8} {
		p, err := open(heldPNG(flat, exif(binary.BigEndian, turn)))
		if err != nil {
			t.Fatal(err)
		}
		deep, err := p.Deep(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if deep.Levels() != 2 || deep.Size(0) != image.Pt(p.Width, p.Height) {
			t.Fatalf("%d levels, the first %v of %d by %d", deep.Levels(), deep.Size(0), p.Width, p.Height)
		}
		for level := range deep.Levels() {
			size := deep.Size(level)
			joined := image.NewRGBA(image.Rectangle{Max: size})
			for _, tile := range deep.In(level, joined.Rect) {
				img, err := deep.Tile(tile)
				if err != nil {
					t.Fatal(err)
				}
				if img.Rect.Size() != tile.At.Size() {
					t.Fatalf("held %d: a tile at %v is %v", turn, tile.At, img.Rect)
				}
				draw.Draw(joined, tile.At, img, image.Point{}, draw.Src)
			}
			whole, err := p.Read(t.Context(), max(size.X, size.Y))
			if err != nil {
				t.Fatal(err)
			}
			if most, mean := differ(joined, whole); mean > 2 {
				t.Errorf("held %d, level %d differs by %d, %.2f on average", turn, level, most, mean)
			}
		}
	}
}

// Of what is in view no px is without a tile, and no tile is out of view.
func TestTilesCoverTheView(t *testing.T) {
	for _, turn := range []uint16{1, 3, 6, 8, 5} {
		p, err := open(heldJPEG(asJPEG(t, field(1100, 640)), exif(binary.BigEndian, turn)))
		if err != nil {
			t.Fatal(err)
		}
		deep, err := p.Deep(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, view := range []image.Rectangle{image.Rect(0, 0, 1, 1), image.Rect(250, 250, 260, 260), image.Rect(-50, 300, 400, 520), image.Rect(600, 600, 9000, 9000)} {
			in := view.Intersect(image.Rectangle{Max: deep.Size(0)})
			area := 0
			for _, tile := range deep.In(0, view) {
				part := tile.At.Intersect(in)
				if part.Empty() {
					t.Errorf("held %d: the tile at %v is out of %v", turn, tile.At, view)
				}
				area += part.Dx() * part.Dy()
			}
			if area != in.Dx()*in.Dy() {
				t.Errorf("held %d: %d of %d px of %v", turn, area, in.Dx()*in.Dy(), view)
			}
		}
	}
}

// stripe is a grey picture of one row of memory, however high it is.
func stripe(width, height int) *image.Gray {
	img := &image.Gray{Pix: make([]byte, width), Rect: image.Rect(0, 0, width, height)}
	for x := range img.Pix {
		img.Pix[x] = byte(x / 3)
	}
	return img
}

// watched notes the most memory that was in use whenever it was asked.
type watched struct {
	context.Context
	peak *uint64
}

func (w watched) Err() error {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	*w.peak = max(*w.peak, m.HeapAlloc)
	return w.Context.Err()
}

// Pictures take what some rows take, however high they are, and when they are left
// nothing: these are as wide as one of 64 million px, and lower, so as to be soon read.
func TestMemoryIsBounded(t *testing.T) {
	const mostRead, mostDeep, mostLeft = 16 << 20, 48 << 20, 4 << 20
	img := stripe(8000, 2400)
	var asJ, asP bytes.Buffer
	if err := errors.Join(jpeg.Encode(&asJ, img, nil), png.Encode(&asP, img)); err != nil {
		t.Fatal(err)
	}
	used := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	for name, data := range map[string][]byte{"JPEG": asJ.Bytes(), "PNG": asP.Bytes()} {
		before := used()
		var read, deep uint64
		p, err := open(data)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Read(watched{t.Context(), &read}, 1200); err != nil {
			t.Fatal(err)
		}
		used()
		d, err := p.Deep(watched{t.Context(), &deep})
		if err != nil {
			t.Fatal(err)
		}
		held := used() - before
		t.Logf("%s of %d MB: %d MB to read small, %d MB to cut, %d MB held", name, len(data)>>20, (read-before)>>20, (deep-before)>>20, held>>20)
		runtime.KeepAlive(d)
		if read-before > mostRead || deep-before > mostDeep {
			t.Errorf("%s takes %d MB to read and %d MB to cut", name, (read-before)>>20, (deep-before)>>20)
		}
		d, p = nil, nil
		if left := used(); left > before+mostLeft {
			t.Errorf("%s leaves %d MB", name, (left-before)>>20)
		}
	}
}

// ending is a context that ends when it is asked for the so-manieth time.
type ending struct {
	context.Context
	left *int
}

func (e ending) Err() error {
	if *e.left--; *e.left < 0 {
		return context.Canceled
	}
	return nil
}

// Who has gone on is not read for, and keeps nobody waiting.
func TestReadingEnds(t *testing.T) {
	p, err := open(asPNG(t, stripe(600, 4000)))
	if err != nil {
		t.Fatal(err)
	}
	for left := range 4 {
		if _, err := p.Deep(ending{t.Context(), &left}); !errors.Is(err, context.Canceled) {
			t.Errorf("ended after %d: %v", left, err)
		}
	}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := p.Read(gone, 64); !errors.Is(err, context.Canceled) {
		t.Errorf("not begun: %v", err)
	}
	soon, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	if _, err := p.Read(soon, 64); err != nil {
		t.Errorf("the next one: %v", err)
	}
}

func TestSquare(t *testing.T) {
	for _, size := range []image.Point{{900, 300}, {300, 900}, {40, 30}, {1, 700}} {
		p, err := open(asPNG(t, field(size.X, size.Y)))
		if err != nil {
			t.Fatal(err)
		}
		img, err := p.Square(t.Context(), 96)
		want := min(96, size.X, size.Y)
		if err != nil || img.Rect.Size() != image.Pt(want, want) || img.Stride != 4*want {
			t.Errorf("%v: %v, %v", size, img.Rect, err)
		}
	}
}

func TestMeasure(t *testing.T) {
	p, err := measure(heldJPEG(asJPEG(t, corner()), exif(binary.BigEndian, 6)))
	if err != nil || p != image.Pt(40, 60) {
		t.Errorf("%v, %v", p, err)
	}
	noted := asJPEG(t, corner())
	comment := append([]byte{0xff, 0xfe, 0xff, 0xff}, make([]byte, 0xfffd)...)
	for range 20 {
		noted = append(append(noted[:2:2], comment...), noted[2:]...)
	}
	if p, err := measure(noted); err != nil || p != image.Pt(60, 40) {
		t.Errorf("behind much that is noted: %v, %v", p, err)
	}
	if _, err := measure([]byte("text")); !errors.Is(err, picture.ErrNone) {
		t.Error(err)
	}
}
