package atlas

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/assets"
	"vigil/content"
)

func words() Words {
	return Words{
		Summary: "map", Country: func(code string) string { return "Country " + code }, Water: func(id string) string { return "Water " + id },
		Distance: func(km float64) string { return fmt.Sprintf("%g km", km) }, Number: func(n int) string { return fmt.Sprint(n) },
	}
}

// scattered are marks somewhere around a part of the earth, some on one another.
func scattered(r *rand.Rand, b content.Bounds, n int) []Mark {
	var out []Mark
	for i := range n {
		k := Mark{
			Lon: b.West - 2 + r.Float64()*(b.East-b.West+4), Lat: b.South - 1 + r.Float64()*(b.North-b.South+2), Lang: "en",
			Name: strings.Repeat("Name ", 1+r.IntN(6)), Approximate: r.IntN(3) == 0, Turn: n - i, Route: fmt.Sprint("place/", i), Open: func() {},
		}
		if i > 0 && r.IntN(4) == 0 {
			k.Lon, k.Lat = out[i-1].Lon+0.003+r.Float64()*0.02, out[i-1].Lat
		}
		k.Chosen = i == n/2
		out = append(out, k)
	}
	return out
}

// Wherever the map is moved: no name lies on another name, on a mark, on the scale bar
// or on the small map; what is in view has its name wholly in view.
func TestNothingLiesOnAName(t *testing.T) {
	land := NewLand(assets.Land())
	parts := []content.Bounds{balkans, {West: 28.6, South: -3, East: 31.2, North: -0.9}, {West: -1, South: 40, East: 33.5, North: 57.5}, {West: 170, South: -25, East: -170, North: -10}}
	sizes := []fyne.Size{{Width: 1240, Height: 840}, {Width: 960, Height: 700}, {Width: 420, Height: 230}, {Width: 70, Height: 70}}
	r := rand.New(rand.NewPCG(1, 2))
	for run := range 32 {
		look := MustLook()
		look.RTL, look.Text, look.Still = run%2 == 1, float32(1+run%3)/2+0.5, true
		b := parts[run%len(parts)].Unrolled()
		m := New(land, look, Config{Bounds: b, Countries: []string{"BA", "RW"}, Marks: scattered(r, b, r.IntN(60)), Words: words()})
		m.Resize(sizes[run/len(parts)%len(sizes)])
		for range 3 {
			sound(t, m)
			m.ZoomAt(math.Exp(r.Float64()*4-1.6), fyne.NewPos(r.Float32()*m.size.Width, r.Float32()*m.size.Height))
			m.Pan(r.Float64()-0.5, r.Float64()-0.5)
		}
		sound(t, m)
	}
}

func sound(t *testing.T, m *Map) {
	t.Helper()
	var taken []box
	for i, s := range m.spots {
		at := m.calm.spots[i]
		half := m.radius(len(s.marks))
		b := box{at.X - half, at.Y - half, at.X + half, at.Y + half}
		if len(s.marks) > 1 {
			for _, o := range taken {
				if b.grown(-0.5).meets(o.grown(-0.5)) && math.Hypot(float64(b.left+half-(o.left+o.right)/2), float64(b.top+half-(o.top+o.bottom)/2)) < float64(half) {
					t.Errorf("%v: a crowd at %v lies on the mark at %v", m.size, b, o)
				}
			}
		}
		taken = append(taken, b)
	}
	if s := m.calm.scale; !s.empty() {
		if !m.view().holds(s.bar) {
			t.Errorf("%v: the scale bar is at %v", m.size, s.bar)
		}
		taken = append(taken, s.box)
	}
	if in := m.calm.corner; !in.empty() {
		if !m.view().holds(in.box) {
			t.Errorf("%v: the small map is at %v", m.size, in.box)
		}
		taken = append(taken, in.box)
		for i, l := range in.labels {
			for _, o := range in.labels[:i] {
				if l.meets(o.box) {
					t.Errorf("%v: on the small map %v lies on %v", m.size, l.box, o.box)
				}
			}
		}
	}
	for _, l := range m.calm.labels {
		if meetsAny(l.box, taken) {
			t.Errorf("%v: the name at %v lies on something", m.size, l.box)
		}
		if l.meets(m.view()) && !m.view().holds(l.box) {
			t.Errorf("%v: the name at %v is cut off", m.size, l.box)
		}
		taken = append(taken, l.box)
	}
	held := map[int]bool{}
	for _, s := range m.spots {
		for _, i := range s.marks {
			if held[i] {
				t.Errorf("mark %d is drawn twice", i)
			}
			held[i] = true
		}
	}
	if len(held) != len(m.cfg.Marks) {
		t.Errorf("%d of %d marks are drawn", len(held), len(m.cfg.Marks))
	}
}

// What a view of the world's parts names.
func TestNamesStandOnWhatTheyName(t *testing.T) {
	land := NewLand(assets.Land())
	for _, test := range []struct {
		b            content.Bounds
		want, absent []string
	}{
		{balkans, []string{"country/BA", "country/HR", "water/adriatic"}, []string{"country/PL", "water/baltic", "water/mediterranean"}},
		{content.Bounds{West: 28.6, South: -3, East: 31.2, North: -0.9}, []string{"country/RW", "country/TZ", "water/kivu"}, []string{"water/victoria"}},
		{content.Bounds{West: -1, South: 40, East: 33.5, North: 57.5}, []string{"country/PL", "country/FR", "water/black", "water/north"}, []string{"country/SM", "water/atlantic"}},
		{content.Bounds{West: 29, South: -6, East: 37, North: 2}, []string{"country/TZ", "water/victoria"}, nil},
		{content.Bounds{West: 30, South: 12, East: 48, North: 26}, []string{"country/SD", "country/SA", "water/red"}, nil},
		{content.Bounds{West: 150, South: -50, East: -150, North: 10}, []string{"water/pacific"}, nil},
	} {
		m := New(land, MustLook(), Config{Bounds: test.b, Words: words()})
		m.Resize(fyne.NewSize(1240, 840))
		found := map[string]box{}
		for _, l := range m.calm.labels {
			for key, v := range m.names.views {
				if v == l.view {
					found[key] = l.box
				}
			}
		}
		for _, key := range test.want {
			if _, ok := found[key]; !ok {
				t.Errorf("%v does not name %s", test.b, key)
			}
		}
		for _, key := range test.absent {
			if _, ok := found[key]; ok {
				t.Errorf("%v names %s", test.b, key)
			}
		}
		for key, b := range found {
			code, country := strings.CutPrefix(key, "country/")
			lon, lat := m.p.degrees(float64(b.left+b.right)/2, float64(b.top+b.bottom)/2)
			got, err := land.Country(lon, lat)
			if country && (err != nil || got != code) {
				t.Errorf("the name of %s stands in %q, %v", code, got, err)
			}
		}
	}
}

// A crowd that is touched parts; what nothing parts is told.
func TestCrowd(t *testing.T) {
	opened, told := 0, 0
	open := func() { opened++ }
	m := New(NewLand(assets.Land()), MustLook(), Config{Bounds: balkans, Words: words(), OnCrowd: func(marks []Mark) { told = len(marks) }, Marks: []Mark{
		{Lat: 43.8563, Lon: 18.4131, Open: open}, {Lat: 43.8594, Lon: 18.4219, Open: open}, {Lat: 43.8594, Lon: 18.4219, Open: open}, {Lat: 44.5, Lon: 17, Open: open},
	}})
	m.Resize(fyne.NewSize(1000, 800))
	if len(m.spots) != 2 {
		t.Fatalf("%d spots at first", len(m.spots))
	}
	tap := func(lon, lat float64) {
		m.hand = ui.Hand{}
		x, y := m.p.at(lon, lat)
		m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, y)})
	}
	tap(18.419, 43.858)
	if len(m.spots) != 3 || opened > 0 {
		t.Fatalf("%d spots, %d opened after a touch", len(m.spots), opened)
	}
	tap(18.4131, 43.8563)
	if opened != 1 {
		t.Error("the mark that has parted does not open")
	}
	tap(18.4219, 43.8594)
	if told != 2 {
		t.Errorf("%d places are told where two lie on one another", told)
	}
}

// A hand or a button cannot lead away from the places, nor closer than there is
// anything to see.
func TestLimits(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	m := New(NewLand(assets.Land()), MustLook(), Config{Bounds: balkans, Marks: []Mark{{Lat: 52.09, Lon: 4.28}, {Lat: 40.7, Lon: -74}}})
	m.Resize(fyne.NewSize(1000, 800))
	for range 300 {
		switch r.IntN(3) {
		case 0:
			m.Zoom(math.Exp(r.Float64()*6 - 3))
		case 1:
			m.Pan(r.Float64()*8-4, r.Float64()*8-4)
		default:
			m.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(r.Float32()*4000-2000, r.Float32()*4000-2000)})
			m.hand = ui.Hand{}
		}
		lon, lat, wide, ok := m.View()
		if !ok || lon < -80 || lon > 25 || lat < 35 || lat > 60 || wide < closest*0.999 || wide > 130 {
			t.Fatalf("the view is %g degrees around %g, %g", wide, lat, lon)
		}
	}
	m.Zoom(1e-9)
	if _, further := m.More(); further {
		t.Error("there is something further than the furthest")
	}
	for _, k := range m.cfg.Marks {
		if at := m.where(spot{x: k.Lon, y: k.Lat}); !m.view().grown(1).holds(box{at.X, at.Y, at.X, at.Y}) {
			t.Errorf("the mark at %g, %g is at %v in the furthest view", k.Lon, k.Lat, at)
		}
	}
}

// Keys and a voice reach every place, in the order of their turns, and what they have
// brought into view can be touched there.
func TestStops(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	m := New(NewLand(assets.Land()), MustLook(), Config{Bounds: balkans, Words: words(), Marks: scattered(r, balkans, 30)})
	m.Resize(fyne.NewSize(1000, 800))
	stops := m.Stops()
	if len(stops) != 31 || stops[0].Item.Text != "map" {
		t.Fatalf("%d stops", len(stops))
	}
	for i := 1; i <= 30; i++ {
		if want := fmt.Sprint("place/", 30-i); stops[i].Item.Action != want {
			t.Errorf("stop %d leads to %s, not %s", i, stops[i].Item.Action, want)
		}
		stops[i].Reveal()
		now := m.Stops()[i]
		if now.Size.Width < 64 || now.Size.Height < 64 {
			t.Errorf("place %d is %v large after it was brought into view", i, now.Size)
			continue
		}
		n, other := m.nearest(now.At.AddXY(now.Size.Width/2, now.Size.Height/2))
		if n < 0 || other >= 0 || m.cfg.Marks[m.spots[n].marks[0]].Route != now.Item.Action {
			t.Errorf("a touch of place %d opens another", i)
		}
	}
}

func TestScale(t *testing.T) {
	for most, want := range map[float64]float64{170: 100, 99: 50, 20: 20, 5.1: 5, 0.9: 0.5, 1: 1, 0: 0, math.Inf(1): 0, 1999: 1000} {
		if got := round(most); math.Abs(got-want) > want*1e-9 {
			t.Errorf("the bar for at most %g km is %g", most, got)
		}
	}
	// From Sarajevo to Tuzla it is 78 km.
	p := project(balkans, 1000, 800)
	x1, y1 := p.at(18.4131, 43.8563)
	x2, y2 := p.at(18.6671, 44.5384)
	if km := math.Hypot(float64(x2-x1), float64(y2-y1)) * p.kilometres(800); math.Abs(km-78) > 2 {
		t.Errorf("from Sarajevo to Tuzla %g km", km)
	}
}

// A locator shows its marks wherever they are, across 180° too, and some of what is
// around them.
func TestLocator(t *testing.T) {
	land := NewLand(assets.Land())
	r := rand.New(rand.NewPCG(7, 8))
	for run := range 60 {
		var marks []Mark
		middle := r.Float64()*360 - 180
		for range 1 + r.IntN(5) {
			lon := math.Mod(middle+r.Float64()*20*float64(run%4)+540, 360) - 180
			marks = append(marks, Mark{Lon: lon, Lat: r.Float64()*120 - 60, Name: "Name", Lang: "en"})
		}
		k := NewLocator(land, MustLook(), Locate{Marks: marks, Words: words()})
		k.Resize(fyne.NewSize(420, k.HeightAt(420)))
		for _, m := range marks {
			x, y := k.p.at(m.Lon, m.Lat)
			if x < dotSize/2 || y < dotSize/2 || x > 420-dotSize/2 || y > k.size.Height-dotSize/2 {
				t.Errorf("%v: a mark is at %g, %g of %v", marks, x, y, k.size)
			}
		}
		shown := k.p.shown(float64(k.size.Width), float64(k.size.Height))
		if shown.East-shown.West < leastWindow*0.99 {
			t.Errorf("a locator shows %g degrees", shown.East-shown.West)
		}
		if len(k.Stops()) != len(marks)+1 {
			t.Errorf("%d stops for %d marks", len(k.Stops()), len(marks))
		}
	}
	if NewLocator(land, MustLook(), Locate{}) != nil {
		t.Error("a locator of nothing")
	}
}

// The line of a water runs on water, and no line goes around the earth.
func TestWaters(t *testing.T) {
	land := NewLand(assets.Land())
	lakes := map[string]bool{}
	for i, w := range waters {
		if i > 0 && waters[i-1].id == "nicaragua" {
			break
		}
		lakes[w.id] = true
	}
	for _, w := range waters {
		for i, at := range w.line {
			if i > 0 && math.Abs(at[0]-w.line[i-1][0]) > 130 {
				t.Errorf("%s: from %v to %v", w.id, w.line[i-1], at)
			}
			lon := math.Mod(at[0]+540, 360) - 180
			if code, err := land.Country(lon, at[1]); !lakes[w.id] && (code != "" || err != nil) {
				t.Errorf("%s: %v lies in %s, %v", w.id, at, code, err)
			}
		}
	}
}

// Tiles lie edge to edge wherever the map has been moved.
func TestTilesMeet(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	m := New(NewLand(assets.Land()), MustLook(), Config{Bounds: content.Bounds{West: -10, South: -8, East: 10, North: 8}, Words: words()})
	d := m.CreateRenderer().(*drawing)
	m.Resize(fyne.NewSize(901, 701)) // begins half a px from a tile
	for run := range 200 {
		if run > 0 {
			m.shift(float64(r.IntN(900))/2-225, float64(r.IntN(900))/2-225)
		}
		at := map[fyne.Position]bool{}
		var left, top float32
		for _, o := range d.tiles.Objects {
			at[o.Position()] = true
			left, top = min(left, o.Position().X), min(top, o.Position().Y)
		}
		for x := left; x < 901; x += tileSize {
			for y := top; y < 701; y += tileSize {
				if !at[fyne.NewPos(x, y)] {
					t.Fatalf("no tile lies at %g, %g", x, y)
				}
			}
		}
	}
}

// Keys that go through the places leave the map as near as the visitor had it, wherever
// that shows the place by itself.
func TestKeysKeepTheScale(t *testing.T) {
	m := New(NewLand(assets.Land()), MustLook(), Config{Bounds: balkans, Words: words(), Marks: []Mark{
		{Lat: 43.8563, Lon: 18.4131, Turn: 1}, {Lat: 43.8594, Lon: 18.4219, Turn: 2}, {Lat: 44.5384, Lon: 18.6671, Turn: 3},
	}})
	m.Resize(fyne.NewSize(1000, 800))
	m.Zoom(1.3)
	own := m.p.per
	m.Stops()[1].Reveal()
	if len(m.spots) != 3 || m.p.per <= own {
		t.Errorf("%d spots after a place in a crowd was brought into view", len(m.spots))
	}
	m.Stops()[3].Reveal()
	if m.p.per != own {
		t.Errorf("the map is %g times as near as it was", m.p.per/own)
	}
}

// A finger between two marks brings them apart; one on a mark opens it. What can be
// touched for sure never lies on one another.
func TestFingerBetweenMarks(t *testing.T) {
	opened := 0
	m := New(NewLand(assets.Land()), MustLook(), Config{Bounds: balkans, Words: words(), Marks: []Mark{
		{Lat: 43.9, Lon: 18.0, Open: func() { opened++ }}, {Lat: 43.9, Lon: 18.22, Open: func() { opened++ }},
	}})
	m.Resize(fyne.NewSize(1000, 800))
	if len(m.spots) != 2 {
		t.Fatalf("%d spots", len(m.spots))
	}
	per := m.p.per
	x, y := m.p.at(18.11, 43.9)
	m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, y)})
	if opened != 0 || m.p.per <= per {
		t.Errorf("%d opened by a finger between two", opened)
	}
	m.hand = ui.Hand{} // some time later
	x, y = m.p.at(18.22, 43.9)
	m.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, y)})
	if opened != 1 {
		t.Errorf("%d opened by a finger on one", opened)
	}
	r := rand.New(rand.NewPCG(11, 12))
	m = New(NewLand(assets.Land()), MustLook(), Config{Bounds: balkans, Words: words(), Marks: scattered(r, balkans, 40)})
	m.With(nil, nil)
	m.Resize(fyne.NewSize(1000, 800))
	for _, stop := range m.Stops()[1:] {
		stop.Reveal()
		taken := []box{m.controlBox()}
		for _, s := range m.Stops()[1:] {
			b := box{s.At.X, s.At.Y, s.At.X + s.Size.Width, s.At.Y + s.Size.Height}
			if !b.empty() && meetsAny(b, taken) {
				t.Fatalf("%s at %v lies on another", s.Item.Action, b)
			}
			if !b.empty() {
				taken = append(taken, b)
			}
		}
	}
}
