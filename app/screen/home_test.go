package screen_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
)

// ways are what home leads to besides the histories.
var ways = []string{"timeline", "people", "places", "speeches", "search", "lessons", "glossary", "organisations", "sources", "about"}

// homeStops are the things of the page of contents, laid out on a screen of a size
// without its bar.
func homeStops(t *testing.T, lang content.Lang, size fyne.Size) []ui.Stop {
	t.Helper()
	d := hall(t, lang, size)
	s := build(t, d, "home")
	s.Body.Resize(size.SubtractWidthHeight(0, ui.BarHeight))
	return ui.Stops(s.Body)
}

// Home shows all histories and all other ways in before anybody scrolls, large and
// upright; on a smaller screen all histories.
func TestHomeShowsAll(t *testing.T) {
	for _, size := range halls[:3] {
		for _, lang := range []content.Lang{"en", "ar", "de", "rw"} {
			var whole []string
			for _, stop := range homeStops(t, lang, size) {
				// The last of a smaller screen may go on below; its name is there.
				room := stop.Size.Height
				if size.Height < 1000 {
					room = min(room, ui.Touch)
				}
				if stop.Act != nil && stop.Size.Height >= ui.Touch && stop.At.Y >= 0 && stop.At.Y+room <= size.Height-ui.BarHeight {
					whole = append(whole, stop.Item.Action)
				}
			}
			want := slices.Clone(ways)
			if size.Height < 1000 {
				want = nil
			}
			for _, c := range bundled().Cases {
				want = append(want, "case/"+c.ID)
			}
			for _, address := range want {
				if !slices.Contains(whole, address) {
					t.Errorf("%v, %s: %s is not in view, only %v", size, lang, address, whole)
				}
			}
		}
	}
}

// The contents are read as they stand: the museum's name, the histories, the other
// ways.
func TestHomeReadsInOrder(t *testing.T) {
	for _, size := range halls {
		for _, lang := range languages {
			stops := homeStops(t, lang, size)
			if name := bundled().Words[lang].Title; stops[0].Item.Text != name {
				t.Errorf("%v, %s: begins with %q", size, lang, stops[0].Item.Text)
			}
			var order []string
			for _, stop := range stops {
				if stop.Act != nil {
					order = append(order, stop.Item.Action)
				}
			}
			var want []string
			for _, c := range bundled().Cases {
				want = append(want, "case/"+c.ID)
			}
			if want = append(want, ways...); !slices.Equal(order, want) {
				t.Errorf("%v, %s: leads to %v", size, lang, order)
			}
		}
	}
}

// The page of languages is the museum's too, and shows all of them at once.
func TestLanguagesUnderTheMuseumsName(t *testing.T) {
	for _, size := range halls {
		d := hall(t, "en", size)
		a := *d.Archive
		a.Words = content.Text{"en": {Title: "Museum of the Hill", Review: content.Reviewed}}
		d.Archive = &a
		s := build(t, d, "languages")
		s.Body.Resize(size.SubtractWidthHeight(0, ui.BarHeight))
		stops, shown := ui.Stops(s.Body), 0
		for _, stop := range stops {
			if strings.HasPrefix(stop.Item.Action, "lang:") && stop.InView() {
				shown++
			}
		}
		if stops[0].Item.Text != "Museum of the Hill" || shown != len(d.Languages) {
			t.Errorf("%v: begins with %q and shows %d languages", size, stops[0].Item.Text, shown)
		}
	}
}
