package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"vigil/app/ui"
)

// drawn are the rectangles of a drawing at a size, the last the most telling.
func drawn(t *testing.T, w fyne.Widget, width float32) []*canvas.Rectangle {
	t.Helper()
	r := test.WidgetRenderer(w)
	w.Resize(fyne.NewSize(width, w.MinSize().Height))
	r.Layout(w.Size())
	var out []*canvas.Rectangle
	for _, o := range r.Objects() {
		if rect, ok := o.(*canvas.Rectangle); ok {
			out = append(out, rect)
		}
	}
	return out
}

// A range lies on its scale by its numbers, and in right-to-left pages mirrored.
func TestRange(t *testing.T) {
	for _, test := range []struct{ low, high, most, from, to float64 }{
		{250, 500, 1000, 250, 500}, {0, 1000, 1000, 0, 1000}, {500, 500, 1000, 494, 506}, {1000, 0, 1000, 988, 1000}, {0, 0, 1000, 0, 12},
	} {
		for _, rtl := range []bool{false, true} {
			look := ui.Look{Palette: ui.Dark(), RTL: rtl}
			all := drawn(t, look.Range(ui.Dark().Ink, test.low, test.high, test.most, false), 1000)
			span := all[len(all)-1]
			from, to := float64(span.Position().X), float64(span.Position().X+span.Size().Width)
			if rtl {
				from, to = 1000-to, 1000-from
			}
			if from < test.from-1 || from > test.from+1 || to < test.to-1 || to > test.to+1 {
				t.Errorf("%v, rtl %v: from %g to %g", test, rtl, from, to)
			}
		}
	}
}

// What was not read on a page is drawn as an outline.
func TestSoftRange(t *testing.T) {
	look := ui.Look{Palette: ui.Dark()}
	hard := drawn(t, look.Range(ui.Dark().Ink, 1, 2, 3, false), 300)
	soft := drawn(t, look.Range(ui.Dark().Ink, 1, 2, 3, true), 300)
	if h, s := hard[len(hard)-1], soft[len(soft)-1]; h.StrokeWidth != 0 || s.StrokeWidth == 0 || h.FillColor == s.FillColor {
		t.Error("a number from memory looks like one from a page")
	}
}

// Each step that is not empty has a stroke, as high as its share of the highest.
func TestDensity(t *testing.T) {
	all := drawn(t, ui.Look{Palette: ui.Dark()}.Density(ui.Dark().Ink, []int{2, 0, 4, 0, 1}), 500)
	strokes := all[1:]
	if len(strokes) != 3 {
		t.Fatalf("%d strokes for three steps with something in them", len(strokes))
	}
	if a, b := strokes[0].Size().Height*2, strokes[1].Size().Height; a != b {
		t.Errorf("two are %g high, four %g", a/2, b)
	}
	if !(strokes[0].Position().X < strokes[1].Position().X && strokes[1].Position().X < strokes[2].Position().X) {
		t.Error("the strokes are not in order")
	}
}
