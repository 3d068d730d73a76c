package atlas

import (
	"bytes"
	"compress/gzip"
	"image"
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/ui"
	"vigil/assets"
	"vigil/content"
)

func TestMain(m *testing.M) {
	test.NewApp()
	m.Run()
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
	rings, err := NewLand(assets.Countries()).rings()
	if err != nil || len(rings) < 100 {
		t.Fatalf("%d rings, %v", len(rings), err)
	}
	c := colours{color.NRGBA{A: 255}, color.NRGBA{G: 255, A: 255}, color.NRGBA{R: 255, A: 255}}
	p := project(balkans, 1000, 800)
	img := draw(rings, p, 1000, 800, c, 2)
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
	m := New(NewLand(assets.Countries()), ui.Look{Palette: ui.Dark(), Text: 1}, balkans, []Mark{
		{Lat: 43.8563, Lon: 18.4131, Open: func() { opened = "sarajevo" }},
		{Lat: 44.1043, Lon: 19.2972, Open: func() { opened = "srebrenica" }},
	})
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

func TestDamagedLand(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write([]byte(`{"features":[{"geometry":{"type":"Polygon","coordinates":[["x"]]}}]}`)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{nil, []byte("x"), b.Bytes(), b.Bytes()[:20]} {
		if rings, err := NewLand(data).rings(); err == nil {
			t.Errorf("%d bytes give %d rings and no error", len(data), len(rings))
		}
	}
	r := &drawing{m: New(NewLand(nil), ui.Look{Palette: ui.Dark()}, balkans, nil)}
	if img := r.paint(20, 10); img.Bounds() != image.Rect(0, 0, 20, 10) {
		t.Errorf("without land a map of %v is drawn", img.Bounds())
	}
}
