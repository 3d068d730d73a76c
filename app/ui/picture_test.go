package ui_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"math"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content/picture"
)

// deep is a picture that no museum holds, cut into tiles.
func deep(t *testing.T, width, height int) *picture.Deep {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, height))); err != nil {
		t.Fatal(err)
	}
	p, err := picture.Open(fstest.MapFS{"x.png": &fstest.MapFile{Data: b.Bytes()}}, "x.png")
	if err != nil {
		t.Fatal(err)
	}
	d, err := p.Deep(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// viewOf is a view of 1,000 by 600 on a picture of 4,000 by 3,000.
func viewOf(t *testing.T, still bool) *ui.PictureView {
	t.Helper()
	l := look(false)
	l.Still = still
	load := ui.LoadNow(func(err error) { t.Errorf("load: %v", err) })
	v := l.PictureView(4000, 3000, voice.Item{Role: voice.Image, Text: "A field"},
		func(fetch func(context.Context) (func(), error)) { load(t.Context(), fetch) }, nil)
	test.WidgetRenderer(v)
	v.Resize(fyne.NewSize(1000, 600))
	v.Put(image.NewRGBA(image.Rect(0, 0, 400, 300)))
	v.Deepen(deep(t, 4000, 3000))
	return v
}

// images are those in a view.
func images(v *ui.PictureView) []*canvas.Image {
	var out []*canvas.Image
	for _, o := range test.WidgetRenderer(v).Objects() {
		if img, ok := o.(*canvas.Image); ok {
			out = append(out, img)
		}
	}
	return out
}

func about(a, b float64) bool { return math.Abs(a-b) < 0.5 }

func TestPictureViewFits(t *testing.T) {
	v := viewOf(t, true)
	if !about(v.Scale()*3000, 600) || v.Further() || !v.Closer() {
		t.Errorf("at first %.3f", v.Scale())
	}
	v.ZoomBy(-3)
	if !about(v.Scale()*3000, 600) {
		t.Errorf("further than the whole: %.3f", v.Scale())
	}
	v.ZoomBy(40)
	if v.Scale() != 2 || v.Closer() {
		t.Errorf("at the closest %.3f", v.Scale())
	}
	v.Pan(1000, -1000)
	if x, y := v.Middle(); !about(x, 4000-250) || !about(y, 150) {
		t.Errorf("in the corner the middle is %.0f, %.0f", x, y)
	}
	v.Resize(fyne.NewSize(600, 1000))
	v.ZoomBy(-40)
	if x, y := v.Middle(); !about(v.Scale()*4000, 600) || x != 2000 || y != 1500 {
		t.Errorf("the whole of a high view is %.3f around %.0f, %.0f", v.Scale(), x, y)
	}
}

// What is under the pointer stays there while a wheel brings it closer.
func TestPictureViewWheel(t *testing.T) {
	v := viewOf(t, false)
	v.ZoomBy(3)
	at := fyne.NewPos(300, 450)
	under := func() (x, y float64) {
		x, y = v.Middle()
		return x + float64(at.X-500)/v.Scale(), y + float64(at.Y-300)/v.Scale()
	}
	x, y := under()
	before := v.Scale()
	v.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: at}, Scrolled: fyne.NewDelta(0, 20)})
	if nx, ny := under(); !about(x, nx) || !about(y, ny) || v.Scale() <= before {
		t.Errorf("%.1f, %.1f became %.1f, %.1f at %.3f", x, y, nx, ny, v.Scale())
	}
}

// A hand moves the picture with it; one that trembles does not; two taps come closer.
func TestPictureViewHand(t *testing.T) {
	v := viewOf(t, true)
	v.ZoomBy(4)
	x, y := v.Middle()
	drag := func(dx, dy float32) {
		v.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(400, 300)}, Dragged: fyne.NewDelta(dx, dy)})
	}
	drag(4, -4)
	v.DragEnd()
	if nx, ny := v.Middle(); nx != x || ny != y {
		t.Error("it trembles")
	}
	drag(-60, 30)
	v.DragEnd()
	if nx, ny := v.Middle(); !about(nx, x+60/v.Scale()) || !about(ny, y-30/v.Scale()) {
		t.Errorf("the hand leaves it at %.1f, %.1f", nx, ny)
	}
	v.ZoomBy(-40)
	before := v.Scale()
	tap := &fyne.PointEvent{Position: fyne.NewPos(700, 200)}
	v.Tapped(tap)
	if v.Scale() != before {
		t.Error("one tap comes closer")
	}
	v.Tapped(tap)
	if v.Scale() <= before {
		t.Error("two taps come no closer")
	}
}

// Only what is in view is there to be painted, however close, and a hand that moves
// it a little brings little.
func TestPictureViewHoldsWhatIsInView(t *testing.T) {
	v := viewOf(t, true)
	for range 12 {
		px, here := 0, map[*canvas.Image]bool{}
		for _, img := range images(v) {
			size := img.Image.Bounds().Size()
			px += size.X * size.Y
			here[img] = true
			at, end := img.Position(), img.Position().Add(img.Size())
			if end.X < -200 || end.Y < -200 || at.X > 1200 || at.Y > 800 {
				t.Errorf("at %.2f a tile lies at %v", v.Scale(), at)
			}
		}
		if most := 5 * 1000 * 600; px > most {
			t.Errorf("at %.2f %d px are there to be painted, more than %d", v.Scale(), px, most)
		}
		if v.Scale() > 0.3 {
			v.Pan(0.02, 0)
			fresh := 0
			for _, img := range images(v) {
				if !here[img] {
					fresh++
				}
			}
			if fresh > 8 {
				t.Errorf("at %.2f a hand brings %d tiles", v.Scale(), fresh)
			}
		}
		v.ZoomBy(1)
	}
	v.Drop()
	if n := len(images(v)); n != 0 {
		t.Errorf("%d are held of a picture that has been left", n)
	}
}

// The tiles of a view leave no gap between them.
func TestPictureViewHasNoGaps(t *testing.T) {
	v := viewOf(t, true)
	for range 6 {
		v.ZoomBy(1)
		v.Pan(0.13, 0.21)
		area := 0
		for _, img := range images(v) {
			at, end := img.Position(), img.Position().Add(img.Size())
			w, h := min(end.X, 1000)-max(at.X, 0), min(end.Y, 600)-max(at.Y, 0)
			if w > 0 && h > 0 {
				area += int(w) * int(h)
			}
		}
		if area != 1000*600 {
			t.Errorf("at %.3f %d px of 600,000 are covered", v.Scale(), area)
		}
	}
}

// The way back and all that a hand can do are in reach, each large enough, and left
// is left in either direction.
func TestFullPicture(t *testing.T) {
	words := ui.FullWords{Close: "close", Closer: "closer", Further: "further", Left: "left", Right: "right", Up: "up", Down: "down"}
	for _, rtl := range []bool{false, true} {
		for _, size := range []fyne.Size{{Width: 1920, Height: 1080}, {Width: 1080, Height: 1920}, {Width: 800, Height: 480}} {
			l := look(rtl)
			l.Still, l.Portrait = true, size.Height > size.Width
			v := l.PictureView(4000, 3000, voice.Item{Role: voice.Image, Text: "A field"}, func(func(context.Context) (func(), error)) {}, nil)
			shut := false
			full := l.Full(v, words, func() { shut = true }, ui.Gap(0), l.Words(ui.Type{Size: ui.Caption}, "A caption of some length, and a credit of the museum"))
			full.Resize(size)
			at := map[string]ui.Target{}
			for _, target := range ui.Targets(full) {
				at[target.Item.Text] = target
				if target.Size.Width < ui.Touch || target.Size.Height < ui.Touch {
					t.Errorf("%v: %s is %v", size, target.Item.Text, target.Size)
				}
				if end := target.At.Add(target.Size); target.At.X < 0 || target.At.Y < 0 || end.X > size.Width || end.Y > size.Height {
					t.Errorf("%v: %s lies at %v", size, target.Item.Text, target.At)
				}
			}
			if len(at) != 7 {
				t.Fatalf("%v: %d controls", size, len(at))
			}
			if at["left"].At.X >= at["right"].At.X || (at["close"].At.X > size.Width/2) != rtl {
				t.Errorf("%v, from right to left %v: left at %v, right at %v, close at %v", size, rtl, at["left"].At, at["right"].At, at["close"].At)
			}
			press := func(word string) {
				for stop := range ui.Walk(full) {
					if stop.Item.Text == word && stop.Act != nil {
						stop.Act()
					}
				}
			}
			for range 4 {
				press("closer")
			}
			press("right")
			if x, _ := v.Middle(); x <= 2000 {
				t.Errorf("right of the middle is %.0f", x)
			}
			press("left")
			press("up")
			if x, y := v.Middle(); !about(x, 2000) || y > 1500 {
				t.Errorf("back, and up, is %.0f, %.0f", x, y)
			}
			for range 4 {
				press("further")
			}
			press("close")
			if v.Further() || !shut {
				t.Error("it cannot be left")
			}
		}
	}
}

// A picture keeps its room before it comes, and is asked for once.
func TestPictureIsWantedWhenSeen(t *testing.T) {
	l := look(true)
	asked := 0
	p := l.Picture(300, 200, voice.Item{Role: voice.Image, Text: "A field"}, nil).AtMost(150).Wanted(func() { asked++ })
	if p.HeightAt(800) != 150 || p.HeightAt(150) != 100 {
		t.Errorf("%v and %v high", p.HeightAt(800), p.HeightAt(150))
	}
	if test.WidgetRenderer(p); asked != 0 {
		t.Error("asked for before there is a place for it")
	}
	p.Resize(fyne.NewSize(800, 150))
	p.Resize(fyne.NewSize(600, 150))
	if asked != 1 {
		t.Errorf("asked for %d times", asked)
	}
	if stop := p.Stops()[0]; stop.At.X != 600-225 || stop.Size.Width != 225 {
		t.Errorf("where lines begin at the right it lies at %v, %v", stop.At, stop.Size)
	}
}
