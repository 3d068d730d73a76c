package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/ui"
)

// Years fill in from the first to the last, and each step says whether it is seen.
func TestYearsFillIn(t *testing.T) {
	for _, rtl := range []bool{false, true} {
		look := ui.Look{Palette: ui.Dark(), Text: 1, RTL: rtl}
		years := look.Years(look.Palette.Accent, []int{1, 0, 0, 3, 2}, 1, 4)
		years.Resize(fyne.NewSize(500, 100))
		shown := func() int {
			n := 0
			for _, o := range test.WidgetRenderer(years).Objects()[2:] {
				if o.Visible() {
					n++
				}
				if o.Position().X < 0 || o.Position().Y < 0 || o.Position().X+o.Size().Width > 500 || o.Position().Y+o.Size().Height > 100 {
					t.Errorf("rtl %v: a mark lies outside, at %v, %v", rtl, o.Position(), o.Size())
				}
			}
			return n
		}
		if shown() != 6 {
			t.Errorf("%d events are shown, want 6", shown())
		}
		for _, step := range []struct {
			part  float32
			shown int
		}{{0, 0}, {0.2, 1}, {0.4, 1}, {0.6, 1}, {0.8, 4}, {1, 6}, {2, 6}, {-1, 0}, {1, 6}} {
			before := shown()
			changed := years.Fill(step.part)
			if shown() != step.shown || changed != (before != step.shown) {
				t.Errorf("rtl %v: at %v, %d of %d are shown, changed %v", rtl, step.part, shown(), step.shown, changed)
			}
		}
	}
}
