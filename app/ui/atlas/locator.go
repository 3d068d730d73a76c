package atlas

import (
	"math"

	"vigil/app/ui"
	"vigil/content"
)

// Locate is what a locator is made from.
type Locate struct {
	Marks     []Mark   // one may be chosen; the first are the first to get their names
	Countries []string // whose ground is set apart, ISO 3166-1
	Words     Words
	Height    float32 // px at 1x; 0 is LocatorHeight at the visitor's text size
}

// LocatorHeight is how high a locator is at 1x text, px at 1x.
const LocatorHeight = 220

// leastWindow is the least that a locator shows from south to north, degrees: so much
// of the neighbourhood that one knows where one is.
const leastWindow = 3

// NewLocator makes the small map at a page's side: where the marks lie, with some of
// their neighbourhood. It has no buttons, is not dragged and is always of one height,
// so that nothing beside it moves; a tap opens the mark that is nearest. Nil where
// there are no marks.
func NewLocator(land *Land, look ui.Look, l Locate) *Map {
	if len(l.Marks) == 0 {
		return nil
	}
	m := New(land, look, Config{Bounds: around(l.Marks), Countries: l.Countries, Marks: l.Marks, Words: l.Words})
	m.height = l.Height
	if m.height <= 0 {
		m.height = LocatorHeight * (1 + (look.Text-1)*0.5)
	}
	return m
}

// around is a part of the earth that holds all marks, with some of what lies beside
// them.
func around(marks []Mark) content.Bounds {
	west, east := shortest(marks)
	south, north := marks[0].Lat, marks[0].Lat
	for _, k := range marks {
		south, north = min(south, k.Lat), max(north, k.Lat)
	}
	wider := func(from, to, least float64) (float64, float64) {
		middle, half := (from+to)/2, max((to-from)*1.5, least)/2
		return middle - half, middle + half
	}
	west, east = wider(west, east, leastWindow)
	south, north = wider(south, north, leastWindow*math.Cos((south+north)/2*math.Pi/180))
	if east-west >= 360 {
		west, east = -180, 180
	}
	return content.Bounds{West: west, South: max(south, -84), East: east, North: min(north, 84)}
}

// shortest is the shortest way from west to east that passes all marks: it may cross
// 180°.
func shortest(marks []Mark) (west, east float64) {
	west, east = marks[0].Lon, marks[0].Lon+360
	for _, from := range marks {
		farthest := from.Lon
		for _, k := range marks {
			farthest = max(farthest, content.Bounds{West: from.Lon}.Along(k.Lon))
		}
		if farthest-from.Lon < east-west {
			west, east = from.Lon, farthest
		}
	}
	return west, east
}
