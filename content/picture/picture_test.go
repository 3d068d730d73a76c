package picture_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"vigil/content/picture"
)

// corner is a picture of 60 by 40 px that is white in its upper left corner alone.
func corner() image.Image {
	img := image.NewGray(image.Rect(0, 0, 60, 40))
	for y := range 10 {
		for x := range 10 {
			img.SetGray(x, y, color.Gray{Y: 255})
		}
	}
	return img
}

func asJPEG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 100}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asPNG(t testing.TB, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// exif is a TIFF structure that holds an orientation alone.
func exif(order binary.ByteOrder, turn uint16) []byte {
	b := []byte("MM\x00*")
	if order == binary.ByteOrder(binary.LittleEndian) {
		b = []byte("II*\x00")
	}
	add := func(v any) { b, _ = binary.Append(b, order, v) }
	add(uint32(8))
	add(uint16(1))
	add(uint16(274))
	add(uint16(3))
	add(uint32(1))
	add(turn)
	add(uint16(0))
	add(uint32(0))
	return b
}

// heldJPEG says in a JPEG's head how the camera was held.
func heldJPEG(data, exif []byte) []byte {
	body := append([]byte("Exif\x00\x00"), exif...)
	head := binary.BigEndian.AppendUint16([]byte{0xff, 0xd8, 0xff, 0xe1}, uint16(len(body)+2))
	return append(append(head, body...), data[2:]...)
}

// heldPNG says it in a PNG's eXIf chunk, right behind its first.
func heldPNG(data, exif []byte) []byte {
	const first = 8 + 25
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(exif)))
	chunk = append(append(chunk, "eXIf"...), exif...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return append(append(append([]byte{}, data[:first]...), chunk...), data[first:]...)
}

func open(data []byte) (*picture.Picture, error) {
	return picture.Open(fstest.MapFS{"media/x.jpg": &fstest.MapFile{Data: data}}, "media/x.jpg")
}

func measure(data []byte) (image.Point, error) {
	return picture.Measure(fstest.MapFS{"media/x.jpg": &fstest.MapFile{Data: data}}, "media/x.jpg")
}

// As the camera was held, the white corner is seen where it belongs.
func TestTurned(t *testing.T) {
	corners := map[uint16]image.Point{1: {2, 2}, 2: {57, 2}, 3: {57, 37}, 4: {2, 37}, 5: {2, 2}, 6: {37, 2}, 7: {37, 57}, 8: {2, 57}}
	for turn, want := range corners {
		for name, data := range map[string][]byte{
			"JPEG": heldJPEG(asJPEG(t, corner()), exif(binary.BigEndian, turn)), "JPEG of Intel": heldJPEG(asJPEG(t, corner()), exif(binary.LittleEndian, turn)),
			"PNG": heldPNG(asPNG(t, corner()), exif(binary.BigEndian, turn)),
		} {
			p, err := open(data)
			if err != nil {
				t.Fatal(err)
			}
			img, err := p.Read(t.Context(), 1600)
			if err != nil {
				t.Fatal(err)
			}
			if size := img.Bounds().Size(); size != image.Pt(p.Width, p.Height) || (turn >= 5) != (size == image.Pt(40, 60)) {
				t.Errorf("%s held %d is %v, said to be %d by %d", name, turn, size, p.Width, p.Height)
			}
			if got := img.RGBAAt(want.X, want.Y); got.R < 200 {
				t.Errorf("%s held %d: at %v is %v", name, turn, want, got)
			}
		}
	}
	if p, err := open(heldJPEG(asJPEG(t, corner()), exif(binary.BigEndian, 9))); err != nil || p.Width != 60 {
		t.Errorf("an orientation that is none: %v, %v", p, err)
	}
}

func TestRefused(t *testing.T) {
	whole := asJPEG(t, corner())
	wide := asPNG(t, image.NewGray(image.Rect(0, 0, 17000, 2)))
	many := asPNG(t, image.NewGray(image.Rect(0, 0, 9000, 9000)))
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"text": {[]byte("not a picture"), picture.ErrNone}, "empty": {nil, picture.ErrNone}, "too wide": {wide, picture.ErrTooLarge},
		"too many px": {many, picture.ErrTooLarge}, "cut off": {whole[:len(whole)*3/5], picture.ErrDamaged}, "cut in the head": {whole[:30], picture.ErrDamaged},
		"a PNG cut off": {asPNG(t, corner())[:60], picture.ErrDamaged},
	} {
		p, err := open(c.data)
		if err == nil {
			_, err = p.Read(t.Context(), 100)
		}
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := picture.Open(fstest.MapFS{}, "media/x.jpg"); err == nil {
		t.Error("a picture that is not there is opened")
	}
}

func TestMadeSmaller(t *testing.T) {
	p, err := open(asJPEG(t, image.NewGray(image.Rect(0, 0, 900, 30))))
	if err != nil {
		t.Fatal(err)
	}
	img, err := p.Read(t.Context(), 300)
	if err != nil || img.Bounds().Size() != image.Pt(300, 10) {
		t.Errorf("%v, %v", img.Bounds(), err)
	}
}

func FuzzPicture(f *testing.F) {
	f.Add(heldJPEG(asJPEG(f, corner()), exif(binary.BigEndian, 6)))
	f.Add(heldPNG(asPNG(f, corner()), exif(binary.LittleEndian, 3)))
	f.Add([]byte("GIF89a"))
	f.Add(restarting())
	for _, kind := range pngKinds {
		f.Add(kind.file(20, 6))
	}
	names, _ := filepath.Glob("testdata/*.*g")
	for _, name := range names {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := open(data)
		if err != nil {
			return
		}
		if p.Width*p.Height > 1<<22 {
			return // within the limits, but a fuzzer has no time for it
		}
		if img, err := p.Read(t.Context(), 64); err == nil && img.Bounds().Empty() {
			t.Error("a picture of nothing")
		}
		if deep, err := p.Deep(t.Context()); err == nil && deep.Size(0) != image.Pt(p.Width, p.Height) {
			t.Error("a picture of another size")
		}
	})
}
