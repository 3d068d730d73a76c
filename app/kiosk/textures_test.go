package kiosk_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// mostTextures is how much the pictures of a page may take, bytes: four screens
// of four bytes a px. Without a graphics card that is memory of the process.
const mostTextures = 4 * 1920 * 1080 * 4

// textures is what the pictures in a tree take once they are painted, bytes.
func textures(o fyne.CanvasObject) int {
	if o == nil || !o.Visible() {
		return 0
	}
	sum := 0
	switch o := o.(type) {
	case *canvas.Raster, *canvas.Image:
		sum += int(o.Size().Width) * int(o.Size().Height) * 4
	case *fyne.Container:
		for _, c := range o.Objects {
			sum += textures(c)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			sum += textures(c)
		}
	}
	return sum
}

// However long a page is, what is painted of it is bounded, at its top and when
// it has been read through.
func TestTexturesAreBounded(t *testing.T) {
	for _, size := range []fyne.Size{landscape, portrait} {
		s := newShell(t, size)
		for _, address := range kindsOfPages {
			s.Go(address)
			most := textures(s.Content())
			if main := s.Screen().Main; main != nil {
				for range 12 {
					main.Page(1)
					most = max(most, textures(s.Content()))
				}
			}
			if most > mostTextures {
				t.Errorf("%s at %v holds pictures of %d MB", address, size, most/1e6)
			}
		}
	}
}

// A page that is left lets go of its words.
func TestPagesAreDropped(t *testing.T) {
	s := newShell(t, landscape)
	s.Go("case/bosnia/essay")
	before := s.Screen().Body
	if textures(before) == 0 {
		t.Fatal("the page has no pictures")
	}
	s.Go("home")
	if left := textures(before); left != 0 {
		t.Errorf("the page that was left still holds %d bytes", left)
	}
}
