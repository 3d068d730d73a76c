package atlas

import (
	"math/rand/v2"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"vigil/assets"
	"vigil/content"
)

var europe = content.Bounds{West: -1, South: 40, East: 33.5, North: 57.5}

// painted has those tiles painted that have come into view, as a window would.
func painted(r *drawing, done map[*picture][2]int) {
	for _, t := range r.pictures {
		if at, ok := done[t]; !ok || at != t.at {
			done[t] = t.at
			t.raster.Generator(tileSize, tileSize)
		}
	}
}

func opened(b content.Bounds) (*Map, *drawing) {
	m := New(NewLand(assets.Land()), MustLook(), Config{Bounds: b, Words: words(), Marks: scattered(rand.New(rand.NewPCG(1, 2)), b, 45)})
	r := m.CreateRenderer().(*drawing)
	m.Resize(fyne.NewSize(1920, 900))
	return m, r
}

// A frame while a hand moves a map that fills 1920x1080.
func BenchmarkDrag(b *testing.B) {
	for name, part := range map[string]content.Bounds{"Europe": europe, "Balkans": balkans} {
		b.Run(name, func(b *testing.B) {
			m, r := opened(part)
			done := map[*picture][2]int{}
			painted(r, done)
			i, worst := 0, time.Duration(0)
			for b.Loop() {
				d := float64(12)
				if i/80%2 == 1 {
					d = -12
				}
				i++
				began := time.Now()
				m.shift(d, d/2)
				painted(r, done)
				worst = max(worst, time.Since(began))
			}
			b.ReportMetric(float64(worst.Microseconds()), "worst-us")
		})
	}
}

// A map that has come closer, or is opened: all of it is painted and named.
func BenchmarkZoom(b *testing.B) {
	for name, part := range map[string]content.Bounds{"Europe": europe, "Balkans": balkans} {
		b.Run(name, func(b *testing.B) {
			m, r := opened(part)
			by := 1.3
			for b.Loop() {
				m.Zoom(by)
				painted(r, map[*picture][2]int{})
				by = 1 / by
			}
		})
	}
}

// The names and crowds alone.
func BenchmarkSettle(b *testing.B) {
	m, _ := opened(europe)
	for b.Loop() {
		m.calm = layout{}
		m.rest()
	}
}

// A page's small map, from nothing to painted.
func BenchmarkLocator(b *testing.B) {
	land := NewLand(assets.Land())
	for name, marks := range map[string][]Mark{
		"one":    {{Lat: 44.1, Lon: 19.3, Name: "Srebrenica", Lang: "en", Chosen: true}},
		"Europe": {{Lat: 52.5, Lon: 13.4, Name: "Berlin", Lang: "en"}, {Lat: 48.9, Lon: 2.3, Name: "Paris", Lang: "en"}, {Lat: 56.9, Lon: 24.2, Name: "Riga", Lang: "en"}},
		"earth":  {{Lat: 52.5, Lon: 13.4, Name: "Berlin", Lang: "en"}, {Lat: 40.7, Lon: -74, Name: "New York", Lang: "en"}, {Lat: -1.9, Lon: 30, Name: "Kigali", Lang: "en"}},
	} {
		b.Run(name, func(b *testing.B) {
			look := MustLook()
			for b.Loop() {
				k := NewLocator(land, look, Locate{Marks: marks, Words: words()})
				r := k.CreateRenderer().(*drawing)
				k.Resize(fyne.NewSize(520, LocatorHeight))
				for _, t := range r.pictures {
					t.raster.Generator(520, LocatorHeight)
				}
			}
		})
	}
}
