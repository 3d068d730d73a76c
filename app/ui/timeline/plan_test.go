package timeline

import (
	"math/rand/v2"
	"slices"
	"testing"

	"vigil/content"
)

// seeds is how many random timelines are laid out.
const seeds = 10_000

// scene is a random timeline: boxes of every importance in a few lanes, many of
// them close together, and a zoom from a century to a day.
func scene(seed uint64) (boxes []box, rows []int, perDay, end float64) {
	r := rand.New(rand.NewPCG(seed, 17))
	for range 1 + r.IntN(4) {
		rows = append(rows, 1+r.IntN(3))
	}
	middle := (r.Float64() - 0.6) * 40_000
	spread := []float64{3, 400, 10_000, 60_000}[r.IntN(4)]
	for range r.IntN(60) {
		boxes = append(boxes, box{
			lane: r.IntN(len(rows)), importance: 1 + r.IntN(4),
			day: float64(int(middle + r.NormFloat64()*spread)), width: 60 + r.Float64()*400,
		})
	}
	for _, b := range boxes {
		end = max(end, b.day+1)
	}
	return boxes, rows, []float64{0.03, 0.3, 3, 30, 900}[r.IntN(5)], end
}

type shownBox struct {
	spot
	box
}

func laid(boxes []box, rows []int, perDay, end float64) (shown []shownBox, hidden []int) {
	p := arrange(boxes, orderOf(boxes), rows, perDay, -1e9, end, false)
	for i, b := range boxes {
		if n, ok := p.byItem[i]; ok {
			shown = append(shown, shownBox{p.spots[n], b})
		} else {
			hidden = append(hidden, i)
		}
	}
	return shown, hidden
}

func (s shownBox) meets(u, width float64) bool { return s.u < u+width-cell && u < s.u+s.width-cell }

func TestPlan(t *testing.T) {
	for seed := range uint64(seeds) {
		boxes, rows, perDay, end := scene(seed)
		shown, hidden := laid(boxes, rows, perDay, end)
		for i, a := range shown {
			if a.row < 0 || a.row >= rows[a.lane] {
				t.Fatalf("seed %d: a label in row %d of %d", seed, a.row, rows[a.lane])
			}
			if a.u > a.mark || a.mark > a.u+a.width+1e-6 {
				t.Fatalf("seed %d: a label from %.1f, %.1f wide, beside its mark at %.1f", seed, a.u, a.width, a.mark)
			}
			for _, b := range shown[i+1:] {
				if a.lane == b.lane && a.row == b.row && a.meets(b.u, b.width) {
					t.Fatalf("seed %d: two labels overlap: %+v and %+v", seed, a, b)
				}
			}
			for _, b := range shown {
				if a.lane == b.lane && a.row > b.row && a.mark > b.u+labelIndent && a.mark < b.u+b.width-labelIndent {
					t.Fatalf("seed %d: the line to %+v crosses %+v", seed, a, b)
				}
			}
		}
		// Nothing is hidden while a less important thing stands where it would.
		for _, h := range hidden {
			b := boxes[h]
			mark := b.day * perDay
			u := mark
			if mark+b.width > end*perDay {
				u = mark - b.width
			}
			for _, s := range shown {
				if s.lane == b.lane && s.importance > b.importance && s.meets(u, b.width) {
					t.Fatalf("seed %d: %+v is hidden, the less important %+v stands there", seed, b, s)
				}
			}
		}
		if len(boxes) > 0 && len(shown) == 0 {
			t.Fatalf("seed %d: nothing is shown of %d", seed, len(boxes))
		}
	}
}

// TestOrder keeps the order of time in the labels of a row.
func TestOrder(t *testing.T) {
	for seed := range uint64(2000) {
		boxes, rows, perDay, end := scene(seed)
		shown, _ := laid(boxes, rows, perDay, end)
		slices.SortStableFunc(shown, func(a, b shownBox) int { return int(a.u*8) - int(b.u*8) })
		for i := 1; i < len(shown); i++ {
			a, b := shown[i-1], shown[i]
			if a.lane == b.lane && a.row == b.row && a.mark > b.mark+cell {
				t.Fatalf("seed %d: %v stands before %v", seed, a, b)
			}
		}
	}
}

// TestFurtherIn shows the most important first whatever the zoom: coming closer
// never hides the first of all.
func TestFurtherIn(t *testing.T) {
	for seed := range uint64(500) {
		boxes, rows, perDay, end := scene(seed)
		if len(boxes) == 0 {
			continue
		}
		first := orderOf(boxes)[0]
		for range 6 {
			if p := arrange(boxes, orderOf(boxes), rows, perDay, -1e9, end, false); !contains(p, first) {
				t.Fatalf("seed %d: the first of all is hidden at %g px a day", seed, perDay)
			}
			perDay *= 3
		}
	}
}

func contains(p *plan, item int) bool {
	_, ok := p.byItem[item]
	return ok
}

// TestTicks keeps the marks of the scale in order and apart, from a century to a day.
func TestTicks(t *testing.T) {
	for perDay := 0.01; perDay < 2000; perDay *= 1.7 {
		list := ticks(-40_000, -40_000+1900/perDay, perDay, 160)
		if len(list) < 2 && perDay < 1900/4 {
			t.Errorf("%g px a day: %d ticks", perDay, len(list))
		}
		for i := 1; i < len(list); i++ {
			// Months differ in length, and weeks may stand short of a month's end.
			if apart := (list[i].day - list[i-1].day) * perDay; apart < 160*0.85 {
				t.Errorf("%g px a day: two ticks %g px apart", perDay, apart)
			}
		}
		for _, k := range list {
			date, err := content.ParseDate(k.date.EDTF)
			if err != nil || date.From != k.date.From || dayOf(date.Earliest()) != k.day {
				t.Errorf("%g px a day: tick %s at day %g (%v)", perDay, k.date.EDTF, k.day, err)
			}
		}
	}
}

func TestStretch(t *testing.T) {
	for edtf, want := range map[string]struct{ point, soft, openEnd, openBegin bool }{
		"1995-07-11":            {point: true},
		"1995-07-11~":           {soft: true},
		"1992":                  {},
		"1992?":                 {soft: true},
		"1992-04/1995-12":       {},
		"2003/..":               {openEnd: true},
		"../1994":               {openBegin: true},
		"1992-04-05/1996-02-29": {},
	} {
		date, err := content.ParseDate(edtf)
		if err != nil {
			t.Fatal(err)
		}
		s := stretchOf(date)
		if s.point != want.point || s.uncertain != want.soft || s.open[1] != want.openEnd || s.open[0] != want.openBegin || s.to <= s.from {
			t.Errorf("%s: %+v", edtf, s)
		}
	}
}

// The labels of one day hang beneath one another on one line, at any zoom, as many as
// there are rows.
func TestOneDay(t *testing.T) {
	for _, perDay := range []float64{0.01, 0.5, 20, 700} {
		var boxes []box
		for i := range 5 {
			boxes = append(boxes, box{importance: 1 + i/2, day: 9000, width: 180 + float64(40*i)})
		}
		boxes = append(boxes, box{importance: 1, day: 9400, width: 200})
		share(boxes)
		p := arrange(boxes, orderOf(boxes), []int{4}, perDay, -1e9, 12000, false)
		rows := map[int]bool{}
		for _, s := range p.spots {
			if boxes[s.item].day == 9000 {
				rows[s.row] = true
			}
		}
		if more := p.hidden; perDay > 0.5 && (len(more) != 1 || len(p.spots) != 5) {
			t.Errorf("at %g px a day %v are said to be hidden of %d", perDay, more, len(p.spots))
		}
		for _, s := range p.spots {
			if n := p.hidden[s.item]; n > 0 && perDay > 0.5 && (n != 1 || s.row != 3) {
				t.Errorf("at %g px a day the label in row %d says that %d are hidden", perDay, s.row, n)
			}
		}
		// Far away, what is near in time and as important has a row of its own.
		if want := map[bool]int{true: 4, false: 2}[perDay > 0.5]; len(rows) < want {
			t.Errorf("at %g px a day %d rows hold labels of one day", perDay, len(rows))
		}
	}
}

// Bars of one lane that are open at once lie beneath one another; those for which
// there is no place are counted where the first of them begins.
func TestBarsBeneath(t *testing.T) {
	var items []Item
	var stretches []stretch
	var starts []int
	for i := range 9 {
		items = append(items, Item{Lane: 0})
		stretches = append(stretches, stretch{from: float64(i), to: 100 + float64(i)})
		starts = append(starts, i)
	}
	items, stretches, starts = append(items, Item{Lane: 0}, Item{Lane: 1}), append(stretches, stretch{from: 300, to: 400}, stretch{from: 5, to: 6}), append(starts, 10, 9)
	sub, more, depth := beneath(items, stretches, starts, 2)
	for i := range mostSub {
		if sub[i] != i || more[i] != 0 {
			t.Errorf("bar %d lies in row %d", i, sub[i])
		}
	}
	if sub[6] != mostSub || sub[8] != mostSub || more[6] != 3 || more[7] != 0 {
		t.Errorf("rows %v, hidden %v", sub, more)
	}
	if sub[9] != 0 || sub[10] != 0 || depth[0] != mostSub || depth[1] != 1 {
		t.Errorf("rows %v, depth %v", sub, depth)
	}
}
