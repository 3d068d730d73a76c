package timeline_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/ui/timeline"
	"vigil/content"
)

// history is so many events, most of them in a few years.
func history(n int) []timeline.Item {
	r := rand.New(rand.NewPCG(7, uint64(n)))
	var out []timeline.Item
	for i := range n {
		year := 1940 + int(r.NormFloat64()*4)
		if r.IntN(3) == 0 {
			year = 1900 + r.IntN(100)
		}
		date, err := content.ParseDate(fmt.Sprintf("%04d-%02d-%02d", year, 1+r.IntN(12), 1+r.IntN(28)))
		if err != nil {
			panic(err)
		}
		out = append(out, timeline.Item{
			ID: fmt.Sprint("event/x/e", i), Date: date, Lane: r.IntN(6), Importance: 1 + r.IntN(4),
			Title: "What happened on the day of number " + fmt.Sprint(i), When: "11 July", Year: "1995", Spoken: fmt.Sprint("number ", i),
		})
	}
	return out
}

// BenchmarkZoom is what a step of the wheel costs before anything is painted.
func BenchmarkZoom(b *testing.B) {
	for _, n := range []int{60, 1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			a := axis(false, history(n), 6, nil)
			a.Resize(fyne.NewSize(1250, 700))
			for i := range b.N {
				a.Zoom([]float64{1.2, 1.2, 1.2, 1 / 1.2, 1 / 1.2, 1 / 1.2}[i%6], 0.5)
			}
		})
	}
}

// BenchmarkOpen is what it costs to lay an axis out.
func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{60, 1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			all := history(n)
			for range b.N {
				axis(false, all, 6, nil).Resize(fyne.NewSize(1250, 700))
			}
		})
	}
}
