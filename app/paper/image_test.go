package paper_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"vigil/app/paper"
)

func photograph(t *testing.T, img image.Image) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func half() *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, 64, 64))
	for y := range 64 {
		for x := range 64 {
			img.Set(x, y, color.NRGBA{R: uint8(x * 4), G: 30, B: 60, A: 255})
		}
	}
	return img
}

// A picture's notes may say where it was taken and by whom.
func TestJPEGWithoutNotes(t *testing.T) {
	plain := photograph(t, half())
	note := "Exif\x00\x00taken at the house of the witness"
	noted := append([]byte{0xff, 0xd8, 0xff, 0xe1, 0, byte(len(note) + 2)}, note...)
	noted = append(noted, plain[2:]...)
	d := paper.New(setter(), paper.Info{})
	if err := d.Page(paper.A4).JPEG(noted, 50, 50, 100, 100, "A wall"); err != nil {
		t.Fatal(err)
	}
	whole := bytesOf(t, d)
	if bytes.Contains(whole, []byte("witness")) {
		t.Error("the note is in the file")
	}
	if !bytes.Contains(whole, plain) {
		t.Error("the picture is not in the file as it was")
	}
	tool(t, "mutool", "draw", "-q", "-o", save(t, d)+".png", save(t, d))
}

func TestJPEGDamaged(t *testing.T) {
	whole := photograph(t, half())
	d := paper.New(setter(), paper.Info{})
	p := d.Page(paper.A4)
	for _, data := range [][]byte{nil, []byte("GIF89a"), whole[:20], whole[:len(whole)/3][:160]} {
		if err := p.JPEG(data, 0, 0, 9, 9, ""); err == nil {
			t.Errorf("%d damaged bytes without an error", len(data))
		}
	}
	if bytes.Contains(bytesOf(t, d), []byte("/Image")) {
		t.Error("a damaged picture is in the file")
	}
}

func TestImage(t *testing.T) {
	d := paper.New(setter(), paper.Info{})
	p := d.Page(paper.Format{Name: "card", Width: 100, Height: 100})
	left := image.NewNRGBA(image.Rect(0, 0, 2, 1))
	left.Set(0, 0, color.NRGBA{A: 255})
	left.Set(1, 0, color.NRGBA{R: 255, A: 0}) // nothing: the paper
	p.Image(left, 0, 0, 100, 50, "black and paper")
	seen := render(t, save(t, d), 1, 1)[0]
	for _, at := range []struct {
		x, y int
		want uint8
	}{{20, 20, 0}, {80, 20, 255}, {20, 80, 255}} {
		if got := seen.GrayAt(at.x, at.y).Y; got != at.want {
			t.Errorf("at %d, %d the grey is %d, want %d", at.x, at.y, got, at.want)
		}
	}
}
