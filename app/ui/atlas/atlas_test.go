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
)

func TestMain(m *testing.M) {
	test.NewApp()
	m.Run()
}

func MustLook() ui.Look {
	return ui.Look{Setter: typeset.New(assets.Fonts()), Palette: ui.Dark(), Text: 1, Lang: "en"}
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

// The ground under a place is land, the Adriatic is not, and a border runs
// between two countries.
func TestDraw(t *testing.T) {
	c := colours{color.NRGBA{A: 255}, color.NRGBA{G: 255, A: 255}, color.NRGBA{R: 255, A: 255}}
	p := project(balkans, 1000, 800)
	img, err := draw(NewLand(assets.Land()), balkans, p, 1000, 800, c, 2)
	if err != nil {
		t.Fatal(err)
	}
	at := func(lon, lat float64) color.NRGBA {
		x, y := p.at(lon, lat)
		return img.NRGBAAt(int(x), int(y))
	}
	if got := at(18.4131, 43.8563); got != c.land {
		t.Errorf("Sarajevo stands on %v", got)
	}
	if got := at(15.7, 42.9); got != c.sea {
		t.Errorf("the Adriatic is %v", got)
	}
	borders := 0
	_, y := p.at(18, 44.2)
	for x := range 1000 {
		if img.NRGBAAt(x, int(y)).R > 128 {
			borders++
		}
	}
	if borders < 2 {
		t.Errorf("%d px of border on the way from Croatia to Serbia", borders)
	}
}

func TestNames(t *testing.T) {
	taken := []box{{90, 90, 110, 110}}
	whole := fyne.NewSize(400, 200)
	for _, test := range []struct {
		x, y float32
		want bool
	}{{100, 100, true}, {395, 100, true}, {200, 5, true}} {
		at, ok := free(test.x, test.y, fyne.NewSize(80, 20), whole, taken)
		if ok != test.want || ok && (at.left < 0 || at.right > whole.Width || at.top < 0 || at.bottom > whole.Height || meetsAny(at, taken)) {
			t.Errorf("the name at %g,%g stands at %v, %v", test.x, test.y, at, ok)
		}
	}
	if at, ok := free(50, 50, fyne.NewSize(500, 20), whole, nil); ok {
		t.Errorf("a name wider than the map stands at %v", at)
	}
}

func TestTap(t *testing.T) {
	opened := ""
	m := New(NewLand(assets.Land()), MustLook(), Config{Bounds: balkans, Marks: []Mark{
		{Lat: 43.8563, Lon: 18.4131, Open: func() { opened = "sarajevo" }},
		{Lat: 44.1043, Lon: 19.2972, Open: func() { opened = "srebrenica" }},
	}})
	m.Resize(fyne.NewSize(1000, m.HeightAt(1000)))
	x, y := project(balkans, 1000, float64(m.Size().Height)).at(19.2972, 44.1043)
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
	land := NewLand(assets.Land())
	c := colours{color.NRGBA{A: 255}, color.NRGBA{G: 255, A: 255}, color.NRGBA{R: 255, A: 255}}
	for _, b := range []content.Bounds{
		{West: 11, South: -29, East: 26, North: -15}, {West: 104, South: 11, East: 106, North: 12.5}, {West: -180, South: -80, East: 180, North: 84.5},
		{West: 170, South: 60, East: -165, North: 70}, {West: 170, South: 60, East: 195, North: 70}, {West: 20, South: -60, East: 300, North: 75},
		{West: 177, South: -21, East: -178, North: -15}, {West: -180, South: 50, East: -120, North: 72}, {West: 30, South: 0, East: 55, North: 45},
	} {
		p := project(b, 1200, 900)
		img, err := draw(land, b.Unrolled(), p, 1200, 900, c, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, place := range places {
			if !b.Holds(&content.Place{Lat: place.lat, Lon: place.lon}) {
				continue
			}
			x, y := p.at(place.lon, place.lat)
			if got := img.NRGBAAt(int(x), int(y)); (got == c.land) != place.land {
				t.Errorf("%v: %s is %v", b, place.name, got)
			}
		}
	}
}

// No border runs along 180°, where countries are cut in two.
func TestNoBorderAtTheCut(t *testing.T) {
	b := content.Bounds{West: 170, South: 60, East: -165, North: 70}
	p := project(b, 1000, 900)
	c := colours{color.NRGBA{A: 255}, color.NRGBA{G: 255, A: 255}, color.NRGBA{R: 255, A: 255}}
	img, err := draw(NewLand(assets.Land()), b.Unrolled(), p, 1000, 900, c, 3)
	if err != nil {
		t.Fatal(err)
	}
	x, y := p.at(180, 67.5)
	if got := img.NRGBAAt(int(x), int(y)); got != c.land {
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
	r := &drawing{m: New(NewLand(nil, nil), ui.Look{Palette: ui.Dark()}, Config{Bounds: balkans})}
	if img := r.paint(20, 10); img.Bounds() != image.Rect(0, 0, 20, 10) {
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
		if _, err := NewLand(data, data).Any(b); err != nil {
			return
		}
	})
}
