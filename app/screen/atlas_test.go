package screen_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/app/voice"
	"vigil/content"
)

// Every water that a map may name has a name in every language.
func TestWatersAreNamed(t *testing.T) {
	for _, lang := range languages {
		d := deps(t, lang)
		names := map[string]string{}
		for _, id := range atlas.Waters() {
			name := d.Locale.Say("map.water." + id)
			if missingMessage.MatchString(name) || names[name] != "" {
				t.Errorf("%s: %s is %q, which is no name or that of %q", lang, id, name, names[name])
			}
			names[name] = id
		}
	}
}

// A map's page leads to every place of its history, on the map and beside it; by keys in
// the order of the history.
func TestMapReachesEveryPlace(t *testing.T) {
	d := deps(t, "en")
	for _, c := range d.Archive.Cases {
		if c.Map.IsZero() {
			continue
		}
		s := build(t, d, "case/"+c.ID+"/map")
		s.Body.Resize(fyne.NewSize(1920, 960))
		times := map[string]int{}
		var first []int
		for _, stop := range ui.Stops(s.Body) {
			id, place := strings.CutPrefix(stop.Item.Action, "place/")
			if !place || stop.Item.Role != voice.Link {
				continue
			}
			if times[id]++; times[id] == 1 && stop.In == nil {
				at := slices.IndexFunc(c.Events, func(e *content.Event) bool { return e.Place == id })
				first = append(first, at)
			}
		}
		if !slices.IsSorted(first) || len(first) == 0 {
			t.Errorf("%s: the places of the map are read in the order of the events %v", c.ID, first)
		}
		for _, e := range c.Events {
			if e.Place != "" && times[e.Place] != 2 {
				t.Errorf("%s: %s can be reached %d times", c.ID, e.Place, times[e.Place])
			}
		}
	}
}

// Coming back to a map finds the view that was left.
func TestMapIsNoted(t *testing.T) {
	d := deps(t, "en")
	noted := ""
	d.Note = func(address string) { noted = address }
	s := build(t, d, "case/bosnia/map?place=srebrenica")
	s.Body.Resize(fyne.NewSize(1920, 960))
	if noted != "" {
		t.Errorf("a map that nobody has moved is noted as %s", noted)
	}
	s.Zoom(2)
	if !strings.Contains(noted, "place=srebrenica") || !strings.Contains(noted, "wide=") {
		t.Fatalf("a map that has come closer is noted as %q", noted)
	}
	before := noted
	again := build(t, d, noted)
	again.Body.Resize(fyne.NewSize(1920, 960))
	again.Zoom(0)
	if noted != before {
		t.Errorf("coming back shows %s, not %s", noted, before)
	}
	for _, broken := range []string{"at=x,y&wide=3", "at=91,500&wide=-1", "at=NaN,NaN&wide=NaN", "at=1&wide=1e300", "at=90,540&wide=540"} {
		s := build(t, d, "case/bosnia/map?"+broken)
		s.Body.Resize(fyne.NewSize(800, 400))
		s.Zoom(1)
	}
}
