package screen_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/app/ui/timeline"
	"vigil/assets"
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

// stopsOf are what can be reached on a page, those with something to do.
func stopsOf(s *screen.Screen) []ui.Stop {
	return slices.DeleteFunc(ui.Stops(s.Body), func(stop ui.Stop) bool { return stop.Act == nil })
}

// The first event that tells a history stands beside its timeline from the beginning,
// with its place, its people and the way to the next; what is only counted is listed
// when a finger has touched it, and each of it leads on.
func TestBesideTheAxis(t *testing.T) {
	for _, lang := range []content.Lang{"en", "ar"} {
		d := deps(t, lang)
		d.Land = atlas.NewLand(assets.Land())
		noted := ""
		d.Note = func(address string) { noted = address }
		s := build(t, d, "case/bosnia/timeline")
		s.Body.Resize(fyne.NewSize(1920, 992))
		axis := timeline.Find(s.Body)
		if i := axis.Selected(); i < 0 || noted != "" {
			t.Fatalf("%s: %d is chosen, noted is %q", lang, i, noted)
		}
		heard := func(words string) bool {
			return slices.ContainsFunc(ui.Stops(s.Body), func(stop ui.Stop) bool { return strings.Contains(stop.Item.Text, words) })
		}
		act := func(words string) {
			t.Helper()
			for _, stop := range stopsOf(s) {
				if stop.Item.Text == words {
					stop.Act()
					return
				}
			}
			t.Fatalf("%s: nothing is called %q", lang, words)
		}
		if !heard(d.Locale.Say("timeline.hint")) || !heard(nameIn(d, d.Archive.Place("sarajevo").Words, "Sarajevo", d.Archive.Place("sarajevo").Names)) {
			t.Errorf("%s: neither how to go on nor a place is said", lang)
		}
		first := axis.Selected()
		act(d.Locale.Say("event.next"))
		if axis.Selected() == first || !strings.Contains(noted, "event=") {
			t.Errorf("%s: after the first comes %d, noted is %q", lang, axis.Selected(), noted)
		}
		at, many := timeline.Crowd(axis)
		if many < 2 {
			t.Fatalf("%s: nothing is counted", lang)
		}
		axis.Tapped(&fyne.PointEvent{Position: at})
		if !heard(d.Locale.Count("timeline.more", many, nil)) || axis.Selected() >= 0 {
			t.Errorf("%s: a crowd of %d does not open", lang, many)
		}
		rows := slices.DeleteFunc(stopsOf(s), func(stop ui.Stop) bool { return stop.In == nil })
		if len(rows) != many {
			t.Fatalf("%s: %d of %d are listed", lang, len(rows), many)
		}
		if rows[1].Act(); axis.Selected() < 0 {
			t.Errorf("%s: an event of a crowd is not chosen", lang)
		}
	}
}

// In a low window what can be left out is listed beside the axis when it is asked for.
func TestFiltersInALowWindow(t *testing.T) {
	d := deps(t, "en")
	d.Look.Low = true
	var replaced string
	d.Replace = func(address string) { replaced = address }
	s := build(t, d, "case/bosnia/timeline")
	s.Body.Resize(fyne.NewSize(1366, 680))
	for _, words := range []string{"Kind", "Violence, 31. shown"} {
		found := false
		for _, stop := range stopsOf(s) {
			if stop.Item.Text == words {
				found = true
				stop.Act()
				break
			}
		}
		if !found {
			t.Fatalf("nothing is called %q", words)
		}
	}
	if !strings.Contains(replaced, "without=violence") {
		t.Errorf("it leads to %q", replaced)
	}
}

// What places a page stands beside its words on a wide screen and under them on
// another, and is read after them in both.
func TestPlacedPages(t *testing.T) {
	for address, last := range map[string]string{
		"event/bosnia/srebrenica-falls": "event.around", "person/raphael-lemkin": "person.line", "organisation/icty": "organisation.line", "speech/power-2010": "speech.alludes",
	} {
		for _, wide := range []bool{true, false} {
			d := deps(t, "en")
			d.Land = atlas.NewLand(assets.Land())
			d.Look.Wide, d.Look.Narrow, d.Look.Portrait = wide, !wide, !wide
			s := build(t, d, address)
			s.Body.Resize(fyne.NewSize(1920, 992))
			heading, doors := -1, 0
			for i, stop := range ui.Stops(s.Body) {
				if stop.Item.Text == d.Locale.Say(last) {
					heading = i
				}
				if heading >= 0 && stop.Act != nil && strings.HasPrefix(stop.Item.Action, "event/") || strings.Contains(stop.Item.Action, "/findings#") {
					doors++
				}
			}
			if heading < 0 || doors < 2 {
				t.Errorf("%s, wide %v: %q is at %d, with %d doors", address, wide, d.Locale.Say(last), heading, doors)
			}
		}
	}
}

// What can be left out is opened, closed and opened again as often as a hand likes; the
// view stays where it is when something is left out.
func TestFiltersOpenAndClose(t *testing.T) {
	d := deps(t, "en")
	d.Look.Low = true
	replaced := ""
	d.Replace = func(address string) { replaced = address }
	s := build(t, d, "case/bosnia/timeline")
	s.Body.Resize(fyne.NewSize(1366, 680))
	act := func(words string) bool {
		for _, stop := range stopsOf(s) {
			if stop.Item.Text == words {
				stop.Act()
				return true
			}
		}
		return false
	}
	timeline.Find(s.Body).Zoom(3, 0.5)
	for range 4 {
		if !act(d.Locale.Say("event.lane")) {
			t.Fatal("what can be left out cannot be opened")
		}
		s.Body.Resize(fyne.NewSize(1366, 681))
		s.Body.Resize(fyne.NewSize(1366, 680))
		if s.Body.MinSize().Width <= 0 {
			t.Fatal("the page has no size")
		}
	}
	if !act(d.Locale.Say("event.lane")) || !act("Violence, 31. shown") || !strings.Contains(replaced, "days=") || !strings.Contains(replaced, "filter=open") {
		t.Errorf("leaving something out leads to %q", replaced)
	}
}
