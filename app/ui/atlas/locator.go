package atlas

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
)

// Locate is what a Locator is made from.
type Locate struct {
	Marks     []Mark         // one may be chosen; the first are the first to get their names
	Countries []string       // whose ground is set apart, ISO 3166-1
	Words     Words          // Summary, Country and Water are used
	Height    float32        // px at 1x; 0 is LocatorHeight, more at a larger text size
	Bounds    content.Bounds // what is shown; the marks' neighbourhood where there are none
}

// LocatorHeight is how high a locator is at 1x text, px at 1x.
const LocatorHeight = 220

// leastWindow is the least that a locator shows from west to east, degrees: so much of
// the neighbourhood that one knows where one is.
const leastWindow = 5

// Locator is the small map at a page's side: where its marks lie, with some of their
// neighbourhood. It has no buttons and is not moved, so that a finger that moves the
// page may begin on it; a tap opens the mark that is nearest. It is always of one
// height, so that nothing beside it jumps, and is painted once for each size.
type Locator struct {
	chart
	height float32
}

// NewLocator makes a locator; nil where there are no marks.
func NewLocator(land *Land, look ui.Look, l Locate) *Locator {
	if len(l.Marks) == 0 {
		return nil
	}
	bounds := l.Bounds
	if bounds.IsZero() {
		bounds = around(l.Marks, 1.6, leastWindow, leastWindow/2)
	}
	cfg := Config{Bounds: bounds, Countries: l.Countries, Marks: l.Marks, Words: l.Words}
	cfg.Words.Distance = nil
	k := &Locator{chart: chart{brought: -1, look: look, cfg: cfg, ground: ground{land: land, wide: true}, alone: true}, height: l.Height}
	if k.height <= 0 {
		k.height = LocatorHeight * (1 + (look.Text-1)*0.5)
	}
	k.ExtendBaseWidget(k)
	return k
}

// HeightAt is the same at every width, px at 1x.
func (k *Locator) HeightAt(float32) float32 { return k.height }

// Resize lays the locator out for a size.
func (k *Locator) Resize(size fyne.Size) {
	if size != k.size && size.Width > 0 && size.Height > 0 {
		k.size = size
		k.p = project(k.cfg.Bounds, float64(size.Width), float64(size.Height))
		k.gather()
		k.settle()
		if k.show != nil {
			k.show()
		}
	}
	k.BaseWidget.Resize(size)
}

// Tapped opens the place that is nearest to the finger.
func (k *Locator) Tapped(ev *fyne.PointEvent) {
	if i, _ := k.nearest(ev.Position); i >= 0 {
		k.open(k.spots[i])
	}
}

// Stops gives the locator to a reading order: what it shows, then its places.
func (k *Locator) Stops() []ui.Stop { return k.stops(nil) }

// around is a part of the earth that holds all marks and so many times as much, but at
// least some degrees from west to east and from south to north.
func around(marks []Mark, times, wide, high float64) content.Bounds {
	west, east := shortest(marks)
	south, north := marks[0].Lat, marks[0].Lat
	for _, k := range marks {
		south, north = min(south, k.Lat), max(north, k.Lat)
	}
	larger := func(from, to, least float64) (float64, float64) {
		middle, half := (from+to)/2, max((to-from)*times, least)/2
		return middle - half, middle + half
	}
	flat := math.Cos((south + north) / 2 * math.Pi / 180) // a degree of longitude by one of latitude
	west, east = larger(west, east, wide/max(flat, 0.2))
	south, north = larger(south, north, high)
	if east-west >= 360 {
		middle := (west + east) / 2
		west, east = middle-180, middle+180
	}
	return content.Bounds{West: west, South: max(south, -84), East: east, North: min(north, 84)}
}

// shortest is the shortest way from west to east that passes all marks: it may cross
// 180°.
func shortest(marks []Mark) (west, east float64) {
	lons := make([]float64, len(marks))
	for i, k := range marks {
		lons[i] = math.Mod(math.Mod(k.Lon, 360)+360, 360)
	}
	slices.Sort(lons)
	gap, after := lons[0]+360-lons[len(lons)-1], 0
	for i := 1; i < len(lons); i++ {
		if d := lons[i] - lons[i-1]; d > gap {
			gap, after = d, i
		}
	}
	west = lons[after]
	if west > 180 {
		west -= 360
	}
	return west, west + 360 - gap
}
