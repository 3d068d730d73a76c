package classroom_test

import (
	"context"
	"image"
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/classroom/session"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/lesson"
)

// leastCapital is how high capitals are on a wall of 1080 px: 21 minutes of arc at 8 m on
// a picture of 1.35 m.
const leastCapital = 40

// The class in the back row can read what is on the wall: its letters are as high as has
// been said, and as high a part of a smaller wall.
func TestLettersForTheBackRow(t *testing.T) {
	for _, size := range []fyne.Size{projector, small} {
		if high := capital(t, size); float32(high) < leastCapital*size.Height/projector.Height-1 || float32(high) > 1.1*leastCapital*size.Height/projector.Height+1 {
			t.Errorf("on %v capitals are %d px high", size, high)
		}
	}
}

// capital is the height of the capitals that the wall is read in, px.
func capital(t *testing.T, size fyne.Size) int {
	t.Helper()
	a := authoring.Load(context.Background(), content.Bundled()).Archive
	l := a.Lesson("a-promise-and-the-names")
	l.Stops[0].Words = content.Text{"en": {Title: "x", Text: content.Line(strings.Repeat("H", 12)), Review: content.Reviewed}}
	l.Stops[0].Routes = nil
	a.Index()
	k := newKiosk(t, a, 1, size)
	k.class.Give(lesson.For(l, lesson.Bands[2], 45), "en")
	k.wall.SetContent(k.stage.Container)
	wall := k.class.WallAt(session.At{}, size)
	k.wall.SetContent(wall)
	k.wall.Resize(size)
	slide := wall.Objects[1].(*fyne.Container)
	words := slide.Objects[1]
	top := slide.Position().Y + words.Position().Y
	k.picture() // the first painting may be without what the canvas has yet to make
	return inked(k.picture(), int(top), int(top+words.Size().Height*0.5))
}

// inked is how many rows of a picture between two heights have ink on them.
func inked(m *image.NRGBA, from, to int) int {
	ground := m.NRGBAAt(0, 0)
	n := 0
	for y := from; y < to; y++ {
		for x := range m.Bounds().Dx() {
			if far(m.NRGBAAt(x, y), ground) {
				n++
				break
			}
		}
	}
	return n
}

// far reports whether a point is inked through, not the shade at a letter's edge.
func far(a, ground color.NRGBA) bool {
	return int(a.R)-int(ground.R) > 90 || int(ground.R)-int(a.R) > 90
}
