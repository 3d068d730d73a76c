package ui_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
)

// shape is a tree of layouts and leaves, from which the same page can be built
// in either direction.
type shape struct {
	kind   string
	gap    float32
	fill   int
	parts  []float32
	pad    [4]float32
	most   float32
	leaf   fake
	inside []shape
}

func randomShape(r *rand.Rand, depth int) shape {
	kinds := []string{"leaf", "stack", "row", "columns", "grid", "flow", "pad", "within", "middle"}
	s := shape{kind: kinds[r.IntN(len(kinds))], gap: float32(r.IntN(9)), fill: -1}
	if depth == 0 {
		s.kind = "leaf"
	}
	n := 1 + r.IntN(3)
	switch s.kind {
	case "flow":
		n = 1 + r.IntN(9)
	case "leaf":
		area := float32(500 + r.IntN(20000))
		s.leaf.min = fyne.NewSize(float32(8+r.IntN(60)), float32(8+r.IntN(60)))
		if r.IntN(2) == 0 {
			s.leaf.height = func(width float32) float32 {
				return 20 * float32(math.Ceil(float64(area/max(width, 1)/20)))
			}
		}
		return s
	case "row":
		s.fill = r.IntN(n+1) - 1
	case "columns", "grid":
		n = 1 + r.IntN(4)
		for range 1 + r.IntN(3) {
			s.parts = append(s.parts, 0.5+2*r.Float32())
		}
		if s.kind == "columns" {
			n = len(s.parts)
		}
	case "pad":
		n = 1
		for i := range s.pad {
			s.pad[i] = float32(r.IntN(9))
		}
	case "within":
		n, s.most = 1, float32(100+r.IntN(900))
	case "middle":
		n = 1
	}
	for range n {
		s.inside = append(s.inside, randomShape(r, depth-1))
	}
	return s
}

// node is a thing of the page that was built, with what is in it.
type node struct {
	kind   string
	object fyne.CanvasObject
	inside []*node
}

func (s shape) build(l ui.Look) *node {
	n := &node{kind: s.kind}
	if s.kind == "leaf" {
		leaf := s.leaf
		n.object = &leaf
		return n
	}
	var objects []fyne.CanvasObject
	for _, inner := range s.inside {
		child := inner.build(l)
		n.inside = append(n.inside, child)
		objects = append(objects, child.object)
	}
	switch s.kind {
	case "stack":
		n.object = ui.Stack(s.gap, objects...)
	case "row":
		n.object = l.Row(s.gap, s.fill, objects...)
	case "columns":
		n.object = l.Columns(s.gap, s.parts, objects...)
	case "grid":
		n.object = l.Grid(len(s.parts), s.gap, s.gap, objects...)
		n.inside = rows(n.object.(*fyne.Container), n.inside, len(s.parts))
	case "flow":
		n.object = l.Flow(s.gap, objects...)
	case "pad":
		n.object = l.Pad(s.pad[0], s.pad[1], s.pad[2], s.pad[3], objects[0])
	case "within":
		n.object = l.Within(s.most, objects[0])
	case "middle":
		n.object = ui.Middle(objects[0])
	}
	return n
}

// rows puts the rows of a grid between it and its cells.
func rows(grid *fyne.Container, cells []*node, across int) []*node {
	var out []*node
	for i, o := range grid.Objects {
		from := i * across
		out = append(out, &node{kind: "gridrow", object: o, inside: cells[from:min(from+across, len(cells))]})
	}
	return out
}

// box is where a thing stands on the page.
type box struct{ x, y, w, h float32 }

func (b box) String() string { return fmt.Sprintf("%gx%g at %g,%g", b.w, b.h, b.x, b.y) }

func (n *node) box(origin fyne.Position) box {
	at := origin.Add(n.object.Position())
	size := n.object.Size()
	return box{at.X, at.Y, size.Width, size.Height}
}

// walk visits a thing and all that is in it, with where the thing stands.
func (n *node) walk(origin fyne.Position, visit func(n *node, at box)) {
	at := n.box(origin)
	visit(n, at)
	for _, child := range n.inside {
		child.walk(fyne.NewPos(at.x, at.y), visit)
	}
}

const whisker = 0.05 // px that rounding may cost

func near(a, b float32) bool { return math.Abs(float64(a-b)) <= whisker }

// eachPage lays random pages out at a random width and the height they ask for.
func eachPage(t *testing.T, check func(t *testing.T, s shape, width float32)) {
	t.Helper()
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 1))
		s := randomShape(r, 4)
		width := float32(600 + r.IntN(1400))
		t.Run(fmt.Sprintf("%d-%s", seed, s.kind), func(t *testing.T) { check(t, s, width) })
	}
}

func (s shape) laidOut(rtl bool, width float32) *node {
	n := s.build(look(rtl))
	n.object.Resize(fyne.NewSize(width, ui.HeightAt(n.object, width)))
	return n
}

func TestRightToLeftIsTheMirror(t *testing.T) {
	eachPage(t, func(t *testing.T, s shape, width float32) {
		var ltr, rtl []box
		s.laidOut(false, width).walk(fyne.NewPos(0, 0), func(_ *node, at box) { ltr = append(ltr, at) })
		s.laidOut(true, width).walk(fyne.NewPos(0, 0), func(_ *node, at box) { rtl = append(rtl, at) })
		for i := range ltr {
			want := box{width - ltr[i].x - ltr[i].w, ltr[i].y, ltr[i].w, ltr[i].h}
			if got := rtl[i]; !near(got.x, want.x) || !near(got.y, want.y) || !near(got.w, want.w) || !near(got.h, want.h) {
				t.Fatalf("thing %d is %s, its mirror is %s and not %s", i, ltr[i], want, got)
			}
		}
	})
}

func TestThingsKeepApartAndInside(t *testing.T) {
	eachPage(t, func(t *testing.T, s shape, width float32) {
		s.laidOut(false, width).walk(fyne.NewPos(0, 0), func(n *node, at box) {
			var others []box
			for _, child := range n.inside {
				b := child.box(fyne.NewPos(at.x, at.y))
				for _, o := range others {
					if b.x < o.x+o.w-whisker && o.x < b.x+b.w-whisker && b.y < o.y+o.h-whisker && o.y < b.y+b.h-whisker {
						t.Fatalf("in a %s %s lies on %s", n.kind, b, o)
					}
				}
				others = append(others, b)
				if n.kind == "row" || at.w < ui.Touch {
					continue // a row may hold more than there is room for, and starve what is last in it
				}
				if b.x < at.x-whisker || b.y < at.y-whisker || b.x+b.w > at.x+at.w+whisker || b.y+b.h > at.y+at.h+whisker {
					t.Fatalf("in a %s of %s %s stands out", n.kind, at, b)
				}
			}
		})
	})
}

// Nothing is cut off: what a thing says of its height is what it gets, or less
// than it gets where it stands beside something higher.
func TestHeightAtIsWhatLayoutUses(t *testing.T) {
	eachPage(t, func(t *testing.T, s shape, width float32) {
		page := s.laidOut(false, width)
		page.walk(fyne.NewPos(0, 0), func(n *node, at box) {
			if want := ui.HeightAt(n.object, at.w); at.h < want-whisker {
				t.Fatalf("a %s is %s and needs %g", n.kind, at, want)
			}
		})
		if len(page.inside) == 0 {
			return
		}
		var lowest float32
		for _, child := range page.inside {
			b := child.box(fyne.NewPos(0, 0))
			lowest = max(lowest, b.y+b.h)
		}
		if page.kind == "pad" {
			lowest += s.pad[2]
		}
		if whole := page.object.Size().Height; !near(lowest, whole) {
			t.Fatalf("a %s asked for %g and used %g", page.kind, whole, lowest)
		}
	})
}

func TestRowFillsWhatIsLeft(t *testing.T) {
	tests := []struct {
		name string
		fill int
		want []float32 // widths
	}{
		{"nothing fills", -1, []float32{40, 60, 30}},
		{"the first fills", 0, []float32{390, 60, 30}},
		{"the middle fills", 1, []float32{40, 410, 30}},
		{"the last fills", 2, []float32{40, 60, 380}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			things := []fyne.CanvasObject{
				&fake{min: fyne.NewSize(40, 20)}, &fake{min: fyne.NewSize(60, 10)}, &fake{min: fyne.NewSize(30, 30)},
			}
			row := look(false).Row(10, tt.fill, things...)
			row.Resize(fyne.NewSize(500, 30))
			for i, o := range things {
				if o.Size().Width != tt.want[i] {
					t.Errorf("thing %d is %g wide, want %g", i, o.Size().Width, tt.want[i])
				}
				if middle := o.Position().Y + o.Size().Height/2; middle != 15 {
					t.Errorf("thing %d has its middle at %g, want 15", i, middle)
				}
			}
		})
	}
}

func TestFlowTakesAsManyAsFit(t *testing.T) {
	tests := []struct {
		name   string
		n      int
		width  float32
		across int
	}{
		{"all fit", 3, 400, 3},
		{"some fit", 7, 350, 3},
		{"just fit", 6, 320, 3},
		{"one too few", 6, 319, 2},
		{"one fits", 4, 150, 1},
		{"none fits", 4, 20, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var things []fyne.CanvasObject
			for range tt.n {
				things = append(things, &fake{min: fyne.NewSize(100, 64)})
			}
			flow := look(false).Flow(10, things...)
			height := ui.HeightAt(flow, tt.width)
			flow.Resize(fyne.NewSize(tt.width, height))
			across := 0
			for _, o := range things {
				if o.Position().Y == 0 {
					across++
				}
			}
			if across != min(tt.across, tt.n) {
				t.Errorf("%d stand beside one another, want %d", across, tt.across)
			}
			if rows := (tt.n + tt.across - 1) / tt.across; height != float32(rows)*74-10 {
				t.Errorf("%g high in %d rows", height, rows)
			}
		})
	}
	if got := ui.HeightAt(look(false).Flow(10), 300); got != 0 {
		t.Errorf("nothing is %g high", got)
	}
}

func TestStackLeavesOutWhatIsAbsent(t *testing.T) {
	a, b := &fake{min: fyne.NewSize(10, 10)}, &fake{min: fyne.NewSize(10, 10)}
	if got := ui.HeightAt(ui.Stack(5, nil, a, nil, b, nil), 100); got != 25 {
		t.Errorf("two things of 10 with 5 between need %g", got)
	}
}

func TestEstimateAsksNothingToLayOut(t *testing.T) {
	leaf := func() *fake { return &fake{guess: 30, height: fixed(100)} }
	l := look(false)
	leaves := []*fake{leaf(), leaf(), leaf(), leaf(), leaf()}
	page := ui.Stack(10,
		l.Pad(1, 2, 3, 4, leaves[0]), l.Columns(5, []float32{1, 2}, leaves[1], leaves[2]), l.Within(90, leaves[3]), ui.Middle(leaves[4]))
	if got := ui.Estimate(page, 400); got != 30+4+10+30+10+30+10+30 {
		t.Errorf("guessed %g", got)
	}
	for i, f := range leaves {
		if f.measured > 0 {
			t.Errorf("thing %d was laid out for a guess", i)
		}
	}
}
