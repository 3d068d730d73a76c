package timeline

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"vigil/content"
)

// seeds is how many random timelines are laid out.
const seeds = 1_500

// scene is a random timeline: boxes of every importance in a few lanes, many of
// them close together, some of them stretches, and a view of it from a century to a day.
func scene(seed uint64) ([]box, scope) {
	r := rand.New(rand.NewPCG(seed, 17))
	var s scope
	for range 1 + r.IntN(4) {
		s.depth = append(s.depth, 30+r.Float64()*400)
	}
	middle := (r.Float64() - 0.6) * 40_000
	spread := []float64{3, 400, 10_000, 60_000}[r.IntN(4)]
	var boxes []box
	for range r.IntN(60) {
		from := float64(int(middle + r.NormFloat64()*spread))
		wide := 60 + r.Float64()*400
		b := box{lane: r.IntN(len(s.depth)), importance: 1 + r.IntN(4), from: from, to: from + 1, shapes: []shape{{wide, 64, 2}, {wide * 0.7, 89, 3}}}
		if r.IntN(4) == 0 {
			b.to += r.Float64() * spread
		}
		boxes = append(boxes, b)
	}
	s.perDay, s.step, s.effort = []float64{0.03, 0.3, 3, 30, 900}[r.IntN(5)], 64, laterEffort
	s.from = middle*s.perDay - 600
	s.to, s.chosen = s.from+1200, -1
	return boxes, s
}

func byDay(boxes []box) []int {
	out := make([]int, len(boxes))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(i, j int) int { return cmp.Compare(boxes[i].from, boxes[j].from) })
	return out
}

func laid(boxes []box, s scope) *plan { return arrange(boxes, orderOf(boxes), byDay(boxes), nil, s) }

// No label lies on another, no line crosses words or another line, and what is in view
// stays in it.
func TestPlan(t *testing.T) {
	for seed := range uint64(seeds) {
		boxes, s := scene(seed)
		p := laid(boxes, s)
		for i, a := range p.spots {
			lane := boxes[a.item].lane
			if a.top < p.fans[lane] || a.bottom() > s.depth[lane]+1e-6 {
				t.Fatalf("seed %d: a label from %.0f to %.0f in a lane of %.0f", seed, a.top, a.bottom(), s.depth[lane])
			}
			if a.line < a.u-1e-6 || a.line > a.u+a.width+1e-6 {
				t.Fatalf("seed %d: a label from %.1f, %.1f wide, beside its line at %.1f", seed, a.u, a.width, a.line)
			}
			if in := s.holds(boxes[a.item]); in && (a.u < s.from-1e-6 || a.u+a.width > s.to+1e-6) || !in && a.u < s.to && a.u+a.width > s.from {
				t.Fatalf("seed %d: in view %v, the label from %.1f, %.1f wide", seed, in, a.u-s.from, a.width)
			}
			for _, b := range p.spots[i+1:] {
				if boxes[b.item].lane != lane {
					continue
				}
				if a.u < b.u+b.width-1e-6 && b.u < a.u+a.width-1e-6 && a.top < b.bottom() && b.top < a.bottom() {
					t.Fatalf("seed %d: two labels overlap: %+v and %+v", seed, a, b)
				}
				if (a.mark-b.mark)*(a.line-b.line) < -1e-6 {
					t.Fatalf("seed %d: the lines of %+v and %+v cross", seed, a, b)
				}
			}
			for _, b := range p.spots {
				if a.item != b.item && boxes[b.item].lane == lane && b.top < a.top && a.line > b.u+edge && a.line < b.u+b.width-edge {
					t.Fatalf("seed %d: the line to %+v crosses %+v", seed, a, b)
				}
			}
		}
	}
}

// Everything in view is shown or counted, once, in view; counts can be told apart.
func TestAllIsCounted(t *testing.T) {
	for seed := range uint64(seeds) {
		boxes, s := scene(seed)
		p := laid(boxes, s)
		told := map[int]int{}
		for _, at := range p.spots {
			told[at.item]++
		}
		for i, c := range p.crowds {
			for _, item := range c.items {
				told[item]++
				if s.holds(boxes[item]) && (c.u < s.from || c.u > s.to) || boxes[item].lane != c.lane {
					t.Fatalf("seed %d: %d is counted at %.0f, %+v", seed, item, c.u-s.from, boxes[item])
				}
			}
			for _, d := range p.crowds[i+1:] {
				if s.zone(c.from) == 0 && s.zone(d.from) == 0 && c.lane == d.lane && math.Abs(c.u-d.u) < touch-1e-6 {
					t.Fatalf("seed %d: counts at %.0f and %.0f", seed, c.u, d.u)
				}
			}
		}
		for i := range boxes {
			if told[i] != 1 && s.near(boxes[i]) || told[i] > 1 {
				t.Fatalf("seed %d: %d is told %d times", seed, i, told[i])
			}
		}
	}
}

// However near together they are, all labels of importance 1 are shown where there is
// room for them beneath one another.
func TestLeadsAreShown(t *testing.T) {
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 5))
		var boxes []box
		for range 1 + r.IntN(10) {
			day := math.Floor(r.Float64() * []float64{2, 100, 1000}[r.IntN(3)])
			wide := 100 + r.Float64()*300
			boxes = append(boxes, box{importance: 1, from: day, to: day + 1, shapes: []shape{{wide, 64, 2}, {wide * 0.7, 89, 3}}})
		}
		for range 20 {
			boxes = append(boxes, box{importance: 2, from: r.Float64() * 1000, to: 1001, shapes: []shape{{200, 64, 2}}})
		}
		s := scope{chosen: -1, perDay: 1, from: 0, to: 1000, step: 64, effort: firstEffort, depth: []float64{10*64 + fanHigh}}
		p := laid(boxes, s)
		for i, b := range boxes {
			if b.importance == 1 && !contains(p, i) {
				t.Fatalf("seed %d: %+v is not shown", seed, b)
			}
		}
	}
}

// Coming closer never hides the first of all.
func TestFurtherIn(t *testing.T) {
	for seed := range uint64(500) {
		boxes, s := scene(seed)
		if len(boxes) == 0 {
			continue
		}
		first := orderOf(boxes)[0]
		s.depth[boxes[first].lane] = max(s.depth[boxes[first].lane], 130)
		for range 6 {
			s.from = boxes[first].from*s.perDay - 600
			s.to = s.from + 1200
			if !contains(laid(boxes, s), first) {
				t.Fatalf("seed %d: the first of all is hidden at %g px a day", seed, s.perDay)
			}
			s.perDay *= 3
		}
	}
}

// Places that must be so far apart keep their order and their stretch.
func TestParted(t *testing.T) {
	for seed := range uint64(1000) {
		r := rand.New(rand.NewPCG(seed, 6))
		var places []float64
		for range 1 + r.IntN(12) {
			places = append(places, r.Float64()*600)
		}
		slices.Sort(places)
		gap := r.Float64() * 600 / float64(len(places))
		got := parted(places, gap, 0, 600)
		for i, at := range got {
			if at < -1e-9 || at > 600+1e-9 || i > 0 && at-got[i-1] < gap-1e-9 {
				t.Fatalf("seed %d: %v apart by %.1f are %v", seed, places, gap, got)
			}
		}
	}
	if got := parted([]float64{100, 300, 500}, 50, 0, 600); !slices.Equal(got, []float64{100, 300, 500}) {
		t.Errorf("what is far enough apart is moved to %v", got)
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
// there is room for; the others are counted there.
func TestOneDay(t *testing.T) {
	for _, perDay := range []float64{0.5, 20, 700} {
		var boxes []box
		for i := range 5 {
			boxes = append(boxes, box{importance: 2, from: 9000, to: 9001, shapes: []shape{{180 + float64(40*i), 64, 2}}})
		}
		s := scope{chosen: -1, perDay: perDay, from: 9000*perDay - 100, to: 9000*perDay + 240, step: 64, effort: firstEffort, depth: []float64{4 * 64}}
		p := laid(boxes, s)
		lines := map[float64]bool{}
		for _, at := range p.spots {
			lines[at.line] = true
		}
		if len(p.spots) != 3 || len(lines) != 1 || len(p.crowds) != 1 || len(p.crowds[0].items) != 2 {
			t.Errorf("at %g px a day %d labels hang on %d lines, counted are %+v", perDay, len(p.spots), len(lines), p.crowds)
		}
	}
}

// Bars of one lane that are open at once lie beneath one another, as many as there is
// room for.
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
	sub, depth := beneath(items, stretches, starts, 2)
	for i := range 9 {
		if sub[i] != min(i, mostSub-1) {
			t.Errorf("bar %d lies in row %d", i, sub[i])
		}
	}
	if sub[9] != 0 || sub[10] != 0 || depth[0] != mostSub || depth[1] != 1 {
		t.Errorf("rows %v, depth %v", sub, depth)
	}
}
