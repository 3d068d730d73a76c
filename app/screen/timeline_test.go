package screen_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/ui/timeline"
	"vigil/content"
)

// windows are the screens on which a timeline is judged, px at 1x.
var windows = []fyne.Size{{Width: 1920, Height: 1080}, {Width: 1080, Height: 1920}, {Width: 1366, Height: 768}}

// axisIn is the axis of a page in a window; nil where the page has none.
func axisIn(t *testing.T, lang content.Lang, address string, window fyne.Size, text float32) *timeline.Axis {
	t.Helper()
	d := deps(t, lang)
	d.Look.Text, d.Look.Portrait, d.Look.Low = text, window.Height > window.Width, window.Height < ui.LowBelow
	d.Look.Narrow = d.Look.TooNarrow(window.Width)
	s := build(t, d, address)
	s.Body.Resize(window.SubtractWidthHeight(0, ui.BarHeight))
	return timeline.Find(s.Body)
}

// The first view of each history tells it: every lead event can be read whole, no
// title is cut to nothing, and what has no room is counted.
func TestFirstViewTells(t *testing.T) {
	for _, lang := range []content.Lang{"en", "ar", "bs", "de", "es", "fr", "he", "rw"} {
		for _, c := range bundled().Cases {
			for _, window := range windows {
				for _, text := range []float32{1, 2} {
					name := fmt.Sprintf("%s %s %.0fx%.0f at %.0f %%", lang, c.ID, window.Width, window.Height, text*100)
					axis := axisIn(t, lang, "case/"+c.ID+"/timeline", window, text)
					if axis == nil {
						continue // a list, which tells all
					}
					l := axis.Legible()
					t.Logf("%s: %+v", name, l)
					if l.LeadsWhole != l.Leads || l.Elided > 0 || l.Hidden() > 0 {
						t.Errorf("%s: %d of %d leads, %d elided, %d hidden", name, l.LeadsWhole, l.Leads, l.Elided, l.Hidden())
					}
				}
			}
		}
	}
}
