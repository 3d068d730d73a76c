package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"vigil/app/ui"
	"vigil/app/ui/text"
	"vigil/app/voice"
)

func item(words string) voice.Item { return voice.Item{Role: voice.Button, Text: words} }

func TestTouchableActs(t *testing.T) {
	tests := []struct {
		name string
		do   func(*ui.Touchable)
		acts int
		felt int
	}{
		{"a tap", func(b *ui.Touchable) { b.Tapped(&fyne.PointEvent{}) }, 1, 0},
		{"a finger put down", func(b *ui.Touchable) { b.MouseDown(nil) }, 0, 1},
		{"a finger lifted", func(b *ui.Touchable) { b.MouseDown(nil); b.MouseUp(nil) }, 0, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			acts, felt := 0, 0
			l := look(false)
			l.Felt = func() { felt++ }
			b := l.Touchable(ui.Surface{}, item("x"), func() { acts++ }, &fake{})
			tt.do(b)
			if acts != tt.acts || felt != tt.felt {
				t.Errorf("acted %d times, felt %d; want %d and %d", acts, felt, tt.acts, tt.felt)
			}
		})
	}
}

func TestTouchableShowsTheFinger(t *testing.T) {
	p := ui.Dark()
	b := look(false).Touchable(ui.Surface{Fill: p.Ground, Pressed: p.Pressed}, item("x"), func() {}, &fake{})
	rectangles := func() []*canvas.Rectangle {
		var out []*canvas.Rectangle
		for _, o := range test.WidgetRenderer(b).Objects() {
			if r, ok := o.(*canvas.Rectangle); ok {
				out = append(out, r)
			}
		}
		return out
	}
	fills := func() bool {
		for _, r := range rectangles() {
			if r.FillColor == p.Pressed {
				return true
			}
		}
		return false
	}
	if fills() {
		t.Error("shows a finger from the beginning")
	}
	b.MouseDown(nil)
	if !fills() {
		t.Error("does not show the finger")
	}
	b.MouseUp(nil)
	if fills() {
		t.Error("shows a finger that is gone")
	}
}

func TestTouchableIsNeverTooSmall(t *testing.T) {
	l := look(false)
	tests := []struct {
		name string
		o    fyne.CanvasObject
	}{
		{"nothing inside", l.Touchable(ui.Surface{}, item("x"), func() {}, &fake{})},
		{"something small inside", l.Touchable(ui.Surface{}, item("x"), func() {}, &fake{min: fyne.NewSize(8, 8)})},
		{"a word", l.Button("", "i", false, item("i"), func() {})},
		{"a word and an icon", l.Button(ui.IconHome, "Home", true, item("Home"), func() {})},
		{"a control of the bar", l.Control(ui.IconHome, "Home", ui.Caption, item("Home"), func() {})},
		{"a box with a field", l.Box(text.NewField(setter, l.Style(ui.Type{Size: ui.Lead}), l.Palette.Faint, "Search", l.Direction()))},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if h := ui.HeightAt(tt.o, 300); h < ui.Touch {
				t.Errorf("%g high", h)
			}
			if _, field := tt.o.(*fyne.Container); field {
				return // a field takes the width of its page
			}
			if min := tt.o.MinSize(); min.Width < ui.Touch || min.Height < ui.Touch {
				t.Errorf("at least %v", min)
			}
		})
	}
}

func TestTargets(t *testing.T) {
	l := look(false)
	button := func(name string) *ui.Touchable {
		return l.Touchable(ui.Surface{}, item(name), func() {}, &fake{height: fixed(100)})
	}
	hidden := button("hidden")
	hidden.Hide()
	s := l.Scroll(
		&ui.Anchored{Object: ui.Stack(0, button("first"), &fake{height: fixed(300)})}, &ui.Anchored{Object: button("second"), Above: 20},
		&ui.Anchored{Object: hidden}, &ui.Anchored{Object: &fake{height: fixed(200)}}, &ui.Anchored{Object: button("below the edge")})
	test.WidgetRenderer(s)
	beside := button("beside")
	page := container.NewWithoutLayout(s, beside)
	page.Resize(fyne.NewSize(1000, 600))
	s.Move(fyne.NewPos(50, 40))
	s.Resize(fyne.NewSize(500, 600))
	beside.Move(fyne.NewPos(600, 10))
	beside.Resize(fyne.NewSize(100, 80))
	type at struct {
		name string
		at   fyne.Position
		size fyne.Size
	}
	want := []at{
		{"first", fyne.NewPos(50, 40), fyne.NewSize(476, 100)},
		{"second", fyne.NewPos(50, 460), fyne.NewSize(476, 100)},
		{"beside", fyne.NewPos(600, 10), fyne.NewSize(100, 80)},
	}
	got := ui.Targets(page)
	if len(got) != len(want) {
		t.Fatalf("%d targets: %v", len(got), got)
	}
	for i, w := range want {
		if g := got[i]; g.Item.Text != w.name || g.At != w.at || g.Size != w.size {
			t.Errorf("%v, want %v", g, w)
		}
	}
}
