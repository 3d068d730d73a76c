package picture_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"vigil/content/picture"
)

// onPaper is what the standard library makes of a file, on white.
func onPaper(t *testing.T, data []byte) *image.RGBA {
	t.Helper()
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	out := image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, img, img.Bounds().Min, draw.Over)
	return out
}

// same reports by how much two pictures differ at most, and on average.
func differ(a, b *image.RGBA) (most int, mean float64) {
	if a.Rect.Size() != b.Rect.Size() {
		return 255, 255
	}
	for i := range a.Pix {
		d := int(a.Pix[i]) - int(b.Pix[i])
		d = max(d, -d)
		most = max(most, d)
		mean += float64(d)
	}
	return most, mean / float64(len(a.Pix))
}

// Read by rows, a picture is what it is when read whole.
func TestReadByRows(t *testing.T) {
	files := map[string][]byte{"restarts": restarting()}
	names, err := filepath.Glob("testdata/*.*g")
	if err != nil || len(names) < 11 {
		t.Fatalf("%d pictures, %v", len(names), err)
	}
	for _, name := range names {
		if files[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	for _, kind := range pngKinds {
		files[kind.name()] = kind.file(83, 61)
	}
	for name, data := range files {
		t.Run(name, func(t *testing.T) {
			p, err := open(data)
			if err != nil {
				t.Fatal(err)
			}
			got, err := p.Read(t.Context(), 1000)
			if err != nil {
				t.Fatal(err)
			}
			if most, mean := differ(got, onPaper(t, data)); most > 4 || mean > 0.6 {
				t.Errorf("differs by %d, %.2f on average", most, mean)
			}
		})
	}
}

// pngKind is a PNG's samples: bits each, colour type, and what is clear.
type pngKind struct {
	depth, colour byte
	palette       int
	clear         []byte
}

var pngKinds = []pngKind{
	{depth: 1}, {depth: 2}, {depth: 4}, {depth: 8}, {depth: 16},
	{depth: 8, colour: 2}, {depth: 16, colour: 2},
	{depth: 1, colour: 3, palette: 2}, {depth: 2, colour: 3, palette: 3}, {depth: 4, colour: 3, palette: 16}, {depth: 8, colour: 3, palette: 256},
	{depth: 8, colour: 4}, {depth: 16, colour: 4}, {depth: 8, colour: 6}, {depth: 16, colour: 6},
	{depth: 8, colour: 3, palette: 256, clear: []byte{0, 128, 255, 7}}, {depth: 4, clear: []byte{0, 9}}, {depth: 16, clear: []byte{1, 2}},
	{depth: 8, colour: 2, clear: []byte{0, 1, 0, 2, 0, 3}},
}

func (k pngKind) name() string {
	return fmt.Sprintf("PNG of type %d, %d bits, %d clear", k.colour, k.depth, len(k.clear))
}

// file has random samples under every filter in turn.
func (k pngKind) file(width, height int) []byte {
	random := rand.New(rand.NewPCG(1, uint64(k.depth)))
	samples := map[byte]int{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[k.colour]
	head := binary.BigEndian.AppendUint32(nil, uint32(width))
	head = append(binary.BigEndian.AppendUint32(head, uint32(height)), k.depth, k.colour, 0, 0, 0)
	out := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", head)...)
	if k.palette > 0 {
		colours := make([]byte, 3*k.palette)
		for i := range colours {
			colours[i] = byte(random.Uint32())
		}
		out = append(out, chunk("PLTE", colours)...)
	}
	if k.clear != nil {
		out = append(out, chunk("tRNS", k.clear)...)
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	row := make([]byte, 1+(width*samples*int(k.depth)+7)/8)
	for y := range height {
		for i := range row {
			row[i] = byte(random.Uint32())
		}
		if row[0] = byte(y % 5); k.palette == 3 { // no sample may name a colour that is none
			row[0] = 0
			for i := range row[1:] {
				row[1+i] &= 0x55
			}
		}
		z.Write(row)
	}
	z.Close()
	half := packed.Len() / 2
	out = append(out, chunk("IDAT", packed.Bytes()[:half])...)
	out = append(out, chunk("IDAT", packed.Bytes()[half:])...)
	return append(out, chunk("IEND", nil)...)
}

func chunk(name string, body []byte) []byte {
	out := binary.BigEndian.AppendUint32(nil, uint32(len(body)))
	out = append(append(out, name...), body...)
	return binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[4:]))
}

// restarting is a grey JPEG of flat blocks, each between two restarts: what
// scanners write. It is made of a JPEG of one block, whose bits are said again and again.
func restarting() []byte {
	var one bytes.Buffer
	img := image.NewGray(image.Rect(0, 0, 8, 8))
	draw.Draw(img, img.Rect, image.NewUniform(color.Gray{Y: 200}), image.Point{}, draw.Src)
	img.SetGray(3, 4, color.Gray{Y: 20})
	if err := jpeg.Encode(&one, img, nil); err != nil {
		panic(err)
	}
	data := one.Bytes()
	frame := bytes.Index(data, []byte{0xff, 0xc0})
	binary.BigEndian.PutUint16(data[frame+5:], 24)
	binary.BigEndian.PutUint16(data[frame+7:], 40)
	scan := bytes.Index(data, []byte{0xff, 0xda})
	bits := scan + 2 + int(binary.BigEndian.Uint16(data[scan+2:]))
	block := bytes.Clone(data[bits : len(data)-2])
	out := append(bytes.Clone(data[:scan]), 0xff, 0xdd, 0, 4, 0, 1)
	out = append(append(out, data[scan:bits]...), block...)
	for i := range 14 {
		out = append(append(out, 0xff, 0xd0+byte(i%8)), block...)
	}
	return append(out, 0xff, 0xd9)
}

// Whatever is cut off a file, what is left of it is an error or a picture of its
// size, never less.
func TestCutAnywhere(t *testing.T) {
	names, err := filepath.Glob("testdata/*.*g")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for cut := 0; cut < len(data); cut += 37 {
			p, err := open(data[:cut])
			if err == nil {
				_, err = p.Read(t.Context(), 64)
			}
			if cut < len(data)*9/10 && err == nil {
				t.Errorf("%s cut at %d of %d is shown", name, cut, len(data))
			}
			if err != nil && !errors.Is(err, picture.ErrDamaged) && !errors.Is(err, picture.ErrNone) {
				t.Errorf("%s cut at %d: %v", name, cut, err)
			}
		}
	}
}

// A picture that can only be read whole and takes too much for that is refused by
// its head; the same by rows is not.
func TestWholeIsBounded(t *testing.T) {
	grow := func(name string, mark byte) []byte {
		data, err := os.ReadFile("testdata/" + name)
		if err != nil {
			t.Fatal(err)
		}
		frame := bytes.Index(data, []byte{0xff, mark})
		binary.BigEndian.PutUint16(data[frame+5:], 7900)
		binary.BigEndian.PutUint16(data[frame+7:], 8000)
		return data
	}
	interlaced, err := os.ReadFile("testdata/interlaced.png")
	if err != nil {
		t.Fatal(err)
	}
	head := append([]byte(nil), interlaced[16:29]...)
	binary.BigEndian.PutUint32(head, 8000)
	binary.BigEndian.PutUint32(head[4:], 7900)
	head[8], head[9] = 8, 6
	interlaced = append(append(interlaced[:8:8], chunk("IHDR", head)...), interlaced[33:]...)
	for name, data := range map[string][]byte{"progressive": grow("progressive.jpg", 0xc2), "CMYK": grow("cmyk.jpg", 0xc0), "interlaced": interlaced} {
		if _, err := open(data); !errors.Is(err, picture.ErrTooLarge) {
			t.Errorf("%s of 63 million px: %v", name, err)
		}
	}
	if _, err := open(grow("444.jpg", 0xc0)); err != nil {
		t.Errorf("by rows: %v", err)
	}
}
