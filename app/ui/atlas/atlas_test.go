package atlas

import (
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/assets"
	"vigil/content"
	"vigil/i18n"
)

func TestMain(m *testing.M) {
	test.NewApp()
	m.Run()
}

func MustLook() ui.Look {
	return ui.Look{Setter: typeset.New(assets.Fonts()), Palette: ui.Dark(), Text: 1, Lang: "en"}
}

var ink = colours{sea: color.NRGBA{A: 255}, land: color.NRGBA{G: 255, A: 255}, set: color.NRGBA{B: 255, A: 255}, border: color.NRGBA{R: 255, A: 255}}

// drawn is a picture of a part of the earth, and where things lie on it.
func drawn(t *testing.T, b content.Bounds, w, h int, set []string, stroke float32) (projection, func(lon, lat float64) color.NRGBA) {
	t.Helper()
	p := project(b, float64(w), float64(h))
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	g := ground{land: NewLand(assets.Land())}
	if err := g.paint(img, p, set, ink, stroke); err != nil {
		t.Fatal(err)
	}
	return p, func(lon, lat float64) color.NRGBA {
		x, y := p.at(lon, lat)
		return color.NRGBA(img.RGBAAt(int(x), int(y)))
	}
}

var balkans = content.Bounds{West: 15.4, South: 42.5, East: 20.2, North: 45.4}

func TestProjection(t *testing.T) {
	p := project(balkans, 1000, 800)
	left, top := p.at(balkans.West, balkans.North)
	right, bottom := p.at(balkans.East, balkans.South)
	if left < 0 || top < 0 || right > 1000.5 || bottom > 800.5 {
		t.Errorf("the bounds reach from %g,%g to %g,%g, outside the map", left, top, right, bottom)
	}
	if left > 0.5 && top > 0.5 {
		t.Errorf("the bounds begin at %g,%g: they touch no edge", left, top)
	}
	if math.Abs(float64(left+right-1000)) > 1 || math.Abs(float64(top+bottom-800)) > 1 {
		t.Error("the bounds are not in the middle of the map")
	}
	sarajevoX, sarajevoY := p.at(18.4131, 43.8563)
	tuzlaX, tuzlaY := p.at(18.6671, 44.5384)
	if tuzlaX <= sarajevoX || tuzlaY >= sarajevoY {
		t.Error("Tuzla does not lie to the north-east of Sarajevo")
	}
}

// The ground under a place is land, that of a country set apart is its own, the Adriatic
// is sea, and a border runs between two countries.
func TestPaint(t *testing.T) {
	p, at := drawn(t, balkans, 1000, 800, []string{"BA"}, 2)
	if got := at(18.4131, 43.8563); got != ink.set {
		t.Errorf("Sarajevo stands on %v", got)
	}
	if got := at(19.8, 43.8); got != ink.land {
		t.Errorf("Serbia is %v", got)
	}
	if got := at(15.7, 42.9); got != ink.sea {
		t.Errorf("the Adriatic is %v", got)
	}
	borders := 0
	for x := range 1000 {
		lon, _ := p.degrees(float64(x), 0)
		if at(lon, 44.2).R > 128 {
			borders++
		}
	}
	if borders < 2 {
		t.Errorf("%d px of border on the way from Croatia to Serbia", borders)
	}
}

// A lake is water, and no border runs through it.
func TestLake(t *testing.T) {
	b := content.Bounds{West: 28.5, South: -3, East: 31, North: -1}
	_, at := drawn(t, b, 1000, 800, []string{"RW"}, 2)
	if got := at(30.06, -1.94); got != ink.set {
		t.Errorf("Kigali stands on %v", got)
	}
	for lon := 29.05; lon < 29.2; lon += 0.002 {
		if got := at(lon, -1.95); got != ink.sea {
			t.Errorf("Lake Kivu at %g is %v", lon, got)
		}
	}
}

func TestCountryOf(t *testing.T) {
	land := NewLand(assets.Land())
	for want, at := range map[string][2]float64{"BA": {18.41, 43.86}, "RW": {30.06, -1.94}, "SD": {25.35, 13.63}, "XK": {21.16, 42.66}, "": {-40, 20}, "NA": {17.08, -22.56}} {
		if got, err := land.Country(at[0], at[1]); err != nil || got != want {
			t.Errorf("%v lies in %q, %v, not in %q", at, got, err, want)
		}
	}
}

// Every country of the geometry has a name in the interface's words or none at all.
func TestCodes(t *testing.T) {
	for _, list := range []func() ([]polygon, error){NewLand(assets.Land()).near, NewLand(assets.Land()).far} {
		all, err := list()
		if err != nil {
			t.Fatal(err)
		}
		codes := map[string]bool{}
		for _, p := range all {
			codes[p.country] = true
			if p.country != lake && p.country != nowhere && !i18n.IsCountry(p.country) {
				t.Errorf("%q is no country", p.country)
			}
		}
		if len(codes) < 200 {
			t.Errorf("only %d countries", len(codes))
		}
	}
}

func TestTap(t *testing.T) {
	opened := ""
	m := New(NewLand(assets.Land()), MustLook(), Config{Bounds: balkans, Marks: []Mark{
		{Lat: 43.8563, Lon: 18.4131, Open: func() { opened = "sarajevo" }},
		{Lat: 44.1043, Lon: 19.2972, Open: func() { opened = "srebrenica" }},
	}})
	m.Resize(fyne.NewSize(1000, 800))
	x, y := m.p.at(19.2972, 44.1043)
	m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x+10, y-10)})
	if opened != "srebrenica" {
		t.Errorf("a tap beside Srebrenica opens %q", opened)
	}
	opened = ""
	m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(5, 5)})
	if opened != "" {
		t.Errorf("a tap on nothing opens %q", opened)
	}
}

// Wherever a map is, land is land and sea is sea: near and far, across 180°, on the
// whole earth.
func TestTheWholeEarth(t *testing.T) {
	places := []struct {
		name     string
		lon, lat float64
		land     bool
	}{
		{"Windhoek", 17.08, -22.56, true}, {"Phnom Penh", 104.9, 11.56, true}, {"Yerevan", 44.5, 40.2, true}, {"Addis Ababa", 38.7, 9.0, true},
		{"Santiago", -70.6, -33.5, true}, {"Canberra", 149.0, -35.4, true}, {"Chukotka", 178.5, 66.9, true}, {"Chukotka beyond 180°", -175.5, 66.5, true},
		{"Suva's island", 178.0, -17.8, true}, {"the Pacific", -150.0, 30.0, false}, {"the Atlantic", -30.0, 0.0, false}, {"the sea beside Fiji", 179.9, -20.5, false},
		{"the Indian Ocean", 80.0, -20.0, false}, {"the Arctic", 0.0, 84.0, false}, {"the Caspian Sea", 51.0, 42.0, false},
	}
	for _, b := range []content.Bounds{
		{West: 11, South: -29, East: 26, North: -15}, {West: 104, South: 11, East: 106, North: 12.5}, {West: -180, South: -80, East: 180, North: 84.5},
		{West: 170, South: 60, East: -165, North: 70}, {West: 170, South: 60, East: 195, North: 70}, {West: 20, South: -60, East: 300, North: 75},
		{West: 177, South: -21, East: -178, North: -15}, {West: -180, South: 50, East: -120, North: 72}, {West: 30, South: 0, East: 55, North: 45},
	} {
		_, at := drawn(t, b, 1200, 900, nil, 0)
		for _, place := range places {
			if !b.Holds(&content.Place{Lat: place.lat, Lon: place.lon}) {
				continue
			}
			if got := at(place.lon, place.lat); (got == ink.land) != place.land {
				t.Errorf("%v: %s is %v", b, place.name, got)
			}
		}
	}
}

// No border runs along 180°, where countries are cut in two.
func TestNoBorderAtTheCut(t *testing.T) {
	b := content.Bounds{West: 170, South: 60, East: -165, North: 70}
	_, at := drawn(t, b, 1000, 900, nil, 3)
	if got := at(180, 67.5); got != ink.land {
		t.Errorf("at 180° there is %v", got)
	}
}

func TestAnyLand(t *testing.T) {
	land := NewLand(assets.Land())
	for b, want := range map[content.Bounds]bool{
		{West: 104.9, South: 11.4, East: 105, North: 11.5}: true, {West: -40, South: -10, East: -30, North: 0}: true, // the tip of Brazil
		{West: -160, South: 30, East: -150, North: 40}: false, {West: 177, South: -19, East: -178, North: -15}: true,
	} {
		if got, err := land.Any(b); err != nil || got != want {
			t.Errorf("%v has land: %v, %v", b, got, err)
		}
	}
}

func TestDamagedLand(t *testing.T) {
	near, _ := assets.Land()
	for _, data := range [][]byte{nil, []byte("x"), near[:len(near)-1], near[1:], {2, 0xff, 0xff}} {
		if all, err := NewLand(data, data).near(); err == nil {
			t.Errorf("%d bytes give %d polygons and no error", len(data), len(all))
		}
	}
	c := &chart{look: MustLook(), ground: ground{land: NewLand(nil, nil)}}
	if img := c.picture(project(balkans, 20, 10), 20, 10, 1); img.Bounds() != image.Rect(0, 0, 20, 10) {
		t.Errorf("without land a map of %v is drawn", img.Bounds())
	}
}

// FuzzLand: damaged geometry draws a map or says what is wrong; it never panics.
func FuzzLand(f *testing.F) {
	near, far := assets.Land()
	f.Add(far[:2000], 10.0, 20.0)
	f.Add(near[:500], 170.0, 30.0)
	f.Add([]byte{2, 0x63, 0x10}, -180.0, 360.0)
	f.Fuzz(func(t *testing.T, data []byte, west, wide float64) {
		if !(west >= -180 && west <= 180 && wide > 0 && wide <= 360) {
			return
		}
		b := content.Bounds{West: west, South: -60, East: west + wide, North: 70}
		land := NewLand(data, data)
		if _, err := land.Any(b); err != nil {
			return
		}
		g := ground{land: land}
		_ = g.paint(image.NewRGBA(image.Rect(0, 0, 64, 48)), project(b, 64, 48), nil, ink, 1)
	})
}

// On paper places lie on the land of their country, within what is shown, and no outline
// goes far beyond it.
func TestOutlines(t *testing.T) {
	land := NewLand(assets.Land())
	kigali := &content.Place{Name: "Kigali", Country: "RW", Lat: -1.944, Lon: 30.062}
	suva := &content.Place{Name: "Suva", Country: "FJ", Lat: -18.14, Lon: 178.44}
	apia := &content.Place{Name: "Apia", Country: "WS", Lat: -13.83, Lon: -171.76}
	for name, places := range map[string][]*content.Place{"one": {kigali}, "over 180°": {suva, apia}, "far apart": {kigali, apia}} {
		t.Run(name, func(t *testing.T) {
			const width, height = 480, 240
			b := land.Around(places)
			at, km := land.Project(b, width, height)
			if km <= 0 {
				t.Errorf("%g km a point", km)
			}
			for _, p := range places {
				if x, y := at(p.Lon, p.Lat); x < 0 || y < 0 || x > width || y > height {
					t.Errorf("%s lies at %.1f, %.1f", p.Name, x, y)
				}
			}
			x, y := at(places[0].Lon, places[0].Lat)
			on := map[string]bool{}
			err := land.Outlines(b, width, height, func(country string, rings [][][2]float32) {
				inside := false
				for _, r := range rings {
					for i, a := range r {
						if a[0] < -9 || a[1] < -9 || a[0] > width+9 || a[1] > height+9 {
							t.Errorf("%s goes to %v", country, a)
						}
						c := r[(i+1)%len(r)]
						if (a[1] > y) != (c[1] > y) && x < a[0]+(c[0]-a[0])*(y-a[1])/(c[1]-a[1]) {
							inside = !inside
						}
					}
				}
				if inside {
					on[country] = true
				}
			})
			if err != nil || !on[places[0].Country] {
				t.Errorf("%s lies on %v: %v", places[0].Name, on, err)
			}
		})
	}
}
