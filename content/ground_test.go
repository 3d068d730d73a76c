package content_test

import (
	"slices"
	"testing"

	"vigil/content"
)

// The countries that a map sets apart are those that its case study names, or those of
// at least a third of what it shows.
func TestGround(t *testing.T) {
	a := &content.Archive{Places: []*content.Place{
		{ID: "a", Country: "BA", Lat: 44, Lon: 18}, {ID: "b", Country: "RS", Lat: 44, Lon: 20}, {ID: "far", Country: "NL", Lat: 52, Lon: 4},
	}}
	a.Index()
	event := func(place string, importance int) *content.Event {
		return &content.Event{Place: place, Importance: importance}
	}
	shown := content.Bounds{West: 15, South: 42, East: 21, North: 46}
	for name, test := range map[string]struct {
		c    *content.Case
		want []string
	}{
		"named":               {&content.Case{Map: shown, Countries: []string{"HR"}, Events: []*content.Event{event("a", 1)}}, []string{"HR"}},
		"none is named":       {&content.Case{Map: shown, Countries: []string{}, Events: []*content.Event{event("a", 1)}}, nil},
		"a lead event weighs": {&content.Case{Map: shown, Events: []*content.Event{event("a", 1), event("b", 2)}}, []string{"BA"}},
		"two share":           {&content.Case{Map: shown, Events: []*content.Event{event("b", 2), event("a", 2)}}, []string{"BA", "RS"}},
		"beyond the map":      {&content.Case{Map: shown, Events: []*content.Event{event("a", 4), event("far", 1), event("", 1), event("gone", 1)}}, []string{"BA"}},
		"nothing is shown":    {&content.Case{Map: shown}, nil},
	} {
		if got := a.Ground(test.c); !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}
