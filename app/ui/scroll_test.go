package ui_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/ui"
)

// viewport is what the scrolls of these tests are shown in.
var viewport = fyne.NewSize(800, 600)

// column is a scroll over fakes.
type column struct {
	*ui.Scroll
	things []*fake
}

// newColumn shows things of a height that are guessed to be another. Each has
// its number for an anchor: "a0", "a1" and on.
func newColumn(n int, height, guess func(i int) float32) column {
	var c column
	var items []*ui.Anchored
	for i := range n {
		f := &fake{name: fmt.Sprint("a", i), height: fixed(height(i)), guess: guess(i)}
		c.things = append(c.things, f)
		items = append(items, &ui.Anchored{Object: f, Anchor: f.name, Above: 8})
	}
	c.Scroll = look(false).Scroll(items...)
	test.WidgetRenderer(c.Scroll)
	c.Resize(viewport)
	return c
}

func all(v float32) func(int) float32 { return func(int) float32 { return v } }

// shown is where things in view stand, px from the viewport's top.
func (c column) shown() map[*fake]float32 {
	out := map[*fake]float32{}
	for _, o := range test.WidgetRenderer(c.Scroll).Objects() {
		f, ok := o.(*fake)
		if ok && f.at.Y+f.size.Height > 0 && f.at.Y < c.Size().Height {
			out[f] = f.at.Y
		}
	}
	return out
}

func (c column) laidOut() int {
	n := 0
	for _, f := range c.things {
		n += min(f.measured, 1)
	}
	return n
}

func TestScrollLaysOutOnlyWhatIsNear(t *testing.T) {
	const height, step = 100, 108
	// A viewport, and what is made ready on either side of it.
	most := int(viewport.Height/step) + 2*(480/step+1) + 2
	tests := []struct {
		name string
		do   func(c column)
	}{
		{"at the top", func(column) {}},
		{"at an anchor", func(c column) { c.GoTo("a500") }},
		{"at the end", func(c column) { c.GoTo("a999") }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := newColumn(1000, all(height), all(60))
			before := c.laidOut()
			tt.do(c)
			if got := c.laidOut(); got > most+before || before > most {
				t.Errorf("%d of 1000 things were laid out, then %d; want at most %d", before, got, most+before)
			}
			if n := len(test.WidgetRenderer(c.Scroll).Objects()); n > most+1 {
				t.Errorf("%d things are in the tree, want at most %d", n, most)
			}
			for _, f := range c.things {
				if f.measured > 1 {
					t.Fatalf("%s was laid out %d times at one width", f.name, f.measured)
				}
			}
		})
	}
}

func TestScrollForgetsTheHeightsOfAnotherWidth(t *testing.T) {
	c := newColumn(10, all(100), all(60))
	c.Resize(fyne.NewSize(400, 600))
	if got := c.things[0].measured; got != 2 {
		t.Errorf("laid out %d times at two widths", got)
	}
	c.Resize(fyne.NewSize(400, 500))
	if got := c.things[0].measured; got != 2 {
		t.Errorf("laid out again at the same width")
	}
}

// What is being read stays where it is though things above turn out to be of
// another height than was guessed.
func TestScrollHoldsWhatIsInView(t *testing.T) {
	guesses := []struct {
		name  string
		guess func(i int) float32
	}{
		{"guessed too small", all(20)},
		{"guessed too large", all(400)},
		{"guessed at random", func(i int) float32 { return float32(10 + (i*7919)%400) }},
	}
	for _, g := range guesses {
		t.Run(g.name, func(t *testing.T) {
			r := rand.New(rand.NewPCG(1, 2))
			c := newColumn(300, func(i int) float32 { return float32(40 + (i*104729)%200) }, g.guess)
			c.GoTo("a150")
			if y := c.shown()[c.things[150]]; y != 0 {
				t.Fatalf("the anchor stands at %g", y)
			}
			for range 400 {
				by := float32(r.IntN(300) - 180)
				was := c.shown()
				if len(was) == 0 {
					t.Fatal("nothing is in view")
				}
				above, below := c.More()
				c.MoveTo(c.Offset() + by)
				if stillAbove, stillBelow := c.More(); !above || !below || !stillAbove || !stillBelow {
					continue // stopped by an end of the column
				}
				for f, y := range c.shown() {
					if before, ok := was[f]; ok && before-y != by {
						t.Fatalf("%s moved by %g instead of %g", f.name, before-y, by)
					}
				}
			}
		})
	}
}

// A page button keeps the last lines of the page before in view, so that no
// line is missed.
func TestPageMissesNothing(t *testing.T) {
	for _, guess := range []float32{30, 100, 300} {
		for _, direction := range []float32{1, -1} {
			t.Run(fmt.Sprintf("guess %g, direction %g", guess, direction), func(t *testing.T) {
				c := newColumn(300, all(100), all(guess))
				const height = 1800 // a screen that stands upright
				c.Resize(fyne.NewSize(800, height))
				c.GoTo("a150")
				for range 4 {
					was := c.shown()
					c.Page(direction)
					kept := false
					for f, y := range c.shown() {
						if before, ok := was[f]; ok {
							kept = true
							if moved := (before - y) * direction; moved < 0.7*height || moved > height {
								t.Errorf("a page moved by %g of %d", moved, height)
							}
						}
					}
					if !kept {
						t.Fatal("nothing of the page before is in view: lines were missed")
					}
				}
			})
		}
	}
}

func TestScrollKeepsToItsEnds(t *testing.T) {
	tests := []struct {
		name  string
		n     int
		to    float32
		above bool
		below bool
	}{
		{"before the beginning", 50, -1000, false, true},
		{"at the beginning", 50, 0, false, true},
		{"in the middle", 50, 2000, true, true},
		{"after the end", 50, 1e6, true, false},
		{"a short column", 2, 500, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := newColumn(tt.n, all(100), all(100))
			c.MoveTo(tt.to)
			if above, below := c.More(); above != tt.above || below != tt.below {
				t.Errorf("more above %v, below %v", above, below)
			}
			if c.Offset() < 0 {
				t.Errorf("offset %g", c.Offset())
			}
			if len(c.shown()) == 0 {
				t.Error("nothing is in view")
			}
		})
	}
	t.Run("the last thing is whole", func(t *testing.T) {
		c := newColumn(50, all(100), all(10))
		for range 60 {
			c.Page(1)
		}
		last := c.things[49]
		if y, ok := c.shown()[last]; !ok || y+100 > viewport.Height {
			t.Errorf("the last thing stands at %g", y)
		}
	})
	t.Run("an empty column", func(*testing.T) {
		c := newColumn(0, all(100), all(100))
		c.MoveTo(100)
		c.Page(1)
		c.GoTo("a1")
	})
}

func TestGoTo(t *testing.T) {
	tests := []struct {
		name   string
		anchor string
		want   string // what stands at the top then
	}{
		{"the first", "a0", "a0"},
		{"far", "a40", "a40"},
		{"unknown", "zz", "a5"},
		{"none", "", "a5"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := newColumn(100, all(100), all(37))
			c.GoTo("a5")
			c.GoTo(tt.anchor)
			for f, y := range c.shown() {
				if f.name == tt.want && y != 0 && f.name != "a0" {
					t.Errorf("%s stands at %g", f.name, y)
				}
			}
			if got := c.TopAnchor(); got != tt.want {
				t.Errorf("at the top is %s, want %s", got, tt.want)
			}
		})
	}
	t.Run("before there is a size", func(t *testing.T) {
		var items []*ui.Anchored
		for i := range 50 {
			items = append(items, &ui.Anchored{Object: &fake{height: fixed(100)}, Anchor: fmt.Sprint("a", i)})
		}
		s := look(false).Scroll(items...)
		s.GoTo("a20")
		s.Resize(viewport)
		if got := s.TopAnchor(); got != "a20" {
			t.Errorf("at the top is %s", got)
		}
	})
}

// What was searched for comes into view, unless the top shows it already.
func TestGoToFound(t *testing.T) {
	for at, want := range map[int]float32{-1: 0, 0: 0, 1: 0, 40: 4000 - ui.Huge} {
		var items []*ui.Anchored
		for i := range 50 {
			items = append(items, &ui.Anchored{Object: &fake{height: fixed(100)}, Found: i == at || i == at+3 && at >= 0})
		}
		s := look(false).Scroll(items...)
		s.GoToFound()
		s.Resize(viewport)
		if got := s.Offset(); got != want {
			t.Errorf("found in %d: at %g, want %g", at, got, want)
		}
	}
}

// A spot is found again in a column whose things have other heights, and more
// before them.
func TestSpot(t *testing.T) {
	was := newColumn(100, all(100), all(70))
	was.GoTo("a40")
	was.MoveTo(was.Offset() + 50) // half of it
	spot := was.Spot()
	tests := []struct {
		name   string
		n      int
		height float32
		want   string
	}{
		{"the same column", 100, 100, "a40"}, {"twice as high", 100, 200, "a40"}, {"half as high", 100, 50, "a40"},
		{"five things more above", 105, 100, "a45"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := newColumn(tt.n, all(tt.height), all(30))
			c.Return(spot)
			for f, y := range c.shown() {
				if f.name == tt.want {
					if y != -tt.height/2 {
						t.Errorf("%s stands at %g, want %g", f.name, y, -tt.height/2)
					}
					return
				}
			}
			t.Errorf("%s is not in view", tt.want)
		})
	}
	t.Run("a column that has become short", func(t *testing.T) {
		c := newColumn(3, all(100), all(30))
		c.Return(spot)
		if c.Offset() != 0 || len(c.shown()) != 3 {
			t.Errorf("offset %g", c.Offset())
		}
	})
	t.Run("the top", func(t *testing.T) {
		if spot := newColumn(50, all(100), all(30)).Spot(); spot != (ui.Spot{}) {
			t.Errorf("the top is %v", spot)
		}
	})
	t.Run("before there is a size, and instead of an anchor", func(t *testing.T) {
		var items []*ui.Anchored
		for i := range 100 {
			items = append(items, &ui.Anchored{Object: &fake{height: fixed(100)}, Anchor: fmt.Sprint("a", i)})
		}
		s := look(false).Scroll(items...)
		s.GoTo("a3")
		s.Return(spot)
		s.Resize(viewport)
		if got := s.TopAnchor(); got != "a40" {
			t.Errorf("at the top is %s", got)
		}
	})
}

// drag moves a finger over the column in steps and lifts it.
func (c column) drag(from fyne.Position, steps ...float32) {
	at := from
	for _, dy := range steps {
		at = at.AddXY(0, dy)
		c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.Delta{DY: dy}})
	}
	c.DragEnd()
}

func TestDrag(t *testing.T) {
	tests := []struct {
		name  string
		steps []float32
		taps  bool
	}{
		{"a tremble of one px", []float32{1}, true},
		{"a tremble up and down", []float32{3, -3, 3, -3}, true},
		{"a tremble of 13", []float32{-6, -7}, true},
		{"a drag of 14", []float32{-7, -7}, false},
		{"a slow drag", []float32{-5, -5, -5, -5, -5, -5, -5, -5}, false},
		{"a drag in one step", []float32{-200}, false},
		{"a drag up and back", []float32{-40, 40}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := newColumn(100, all(100), all(100))
			c.MoveTo(1000)
			was := c.Offset()
			var under *fake
			from := fyne.NewPos(100, 250)
			for f, y := range c.shown() {
				if y <= from.Y && from.Y < y+100 {
					under = f
				}
			}
			c.drag(from, tt.steps...)
			taps := 0
			for _, f := range c.things {
				taps += len(f.tapped)
			}
			if tt.taps {
				if taps != 1 || len(under.tapped) != 1 {
					t.Errorf("%d taps, %d on what was under the finger", taps, len(under.tapped))
				}
				if c.Offset() != was {
					t.Errorf("a tap scrolled by %g", c.Offset()-was)
				}
				return
			}
			if taps != 0 {
				t.Errorf("a drag tapped %d times", taps)
			}
		})
	}
}

func TestDragFollowsTheFinger(t *testing.T) {
	c := newColumn(100, all(100), all(100))
	c.MoveTo(1000)
	var sum float32
	for range 10 {
		c.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(100, 300)}, Dragged: fyne.Delta{DY: -20}})
		sum += 20
	}
	// Up to the threshold nothing moves.
	if moved := c.Offset() - 1000; moved < sum-20 || moved > sum {
		t.Errorf("a drag of %g moved the column by %g", sum, moved)
	}
}

func TestTapReachesWhatIsDeepest(t *testing.T) {
	inner := &fake{height: fixed(100)}
	acted := 0
	row := look(false).Touchable(ui.Surface{}, item("row"), func() { acted++ }, &fake{height: fixed(64)})
	s := look(false).Scroll(
		&ui.Anchored{Object: look(false).Pad(10, 10, 10, 10, ui.Stack(0, inner))}, &ui.Anchored{Object: row})
	test.WidgetRenderer(s)
	s.Resize(viewport)
	c := column{Scroll: s}
	c.drag(fyne.NewPos(30, 50), 2)
	if len(inner.tapped) != 1 || acted != 0 {
		t.Errorf("%d taps of the thing, %d of the row", len(inner.tapped), acted)
	}
	c.drag(fyne.NewPos(30, 150), 2)
	if acted != 1 {
		t.Errorf("the row acted %d times", acted)
	}
	c.drag(fyne.NewPos(30, 500), 2) // nothing is there
	if len(inner.tapped) != 1 || acted != 1 {
		t.Error("a tap on nothing acted")
	}
}

func TestWheel(t *testing.T) {
	c := newColumn(100, all(100), all(100))
	c.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: -120}})
	if c.Offset() != 120 {
		t.Errorf("a wheel moved the column to %g", c.Offset())
	}
}

func TestFill(t *testing.T) {
	c := newColumn(50, all(100), all(100))
	c.MoveTo(3000)
	f := &fake{name: "new", height: fixed(100)}
	c.Fill([]*ui.Anchored{{Object: f, Anchor: "new"}})
	if c.Offset() != 0 {
		t.Errorf("offset %g", c.Offset())
	}
	if shown := c.shown(); len(shown) != 1 || f.size.Height != 100 {
		t.Errorf("%d things in view, the new one %g high", len(shown), f.size.Height)
	}
	c.Fill(nil)
	if len(c.shown()) != 0 {
		t.Error("things in view of an emptied column")
	}
}

func TestScrollMirrors(t *testing.T) {
	place := func(rtl bool) (x, width float32) {
		f := &fake{height: fixed(100)}
		s := look(rtl).Scroll(&ui.Anchored{Object: f})
		s.Most = 500
		test.WidgetRenderer(s)
		s.Resize(viewport)
		return f.at.X, f.size.Width
	}
	left, width := place(false)
	right, mirrored := place(true)
	if width != 500 || mirrored != 500 || left != 0 || right != viewport.Width-500 {
		t.Errorf("at %g (%g wide), mirrored at %g (%g wide)", left, width, right, mirrored)
	}
}

func TestScrollSpeaksOfEverything(t *testing.T) {
	var items []*ui.Anchored
	for i := range 200 {
		items = append(items, &ui.Anchored{Object: look(false).Touchable(ui.Surface{}, item(fmt.Sprint(i)), func() {}, &fake{height: fixed(100)})})
	}
	s := look(false).Scroll(items...)
	s.Resize(viewport)
	outline := ui.Outline(s)
	if len(outline) != 200 {
		t.Fatalf("%d things are spoken of", len(outline))
	}
	for i, o := range outline {
		if o.Text != fmt.Sprint(i) {
			t.Fatalf("thing %d is %q", i, o.Text)
		}
	}
}

// A thing that needs another height than it had is given it, and what is read stays.
func TestGrown(t *testing.T) {
	c := newColumn(20, all(100), all(100))
	moved := 0
	c.OnMoved = func() { moved++ }
	c.things[1].height = fixed(300)
	c.Grown()
	if got := c.things[1].size.Height; got != 300 {
		t.Errorf("%g high, want 300", got)
	}
	if got := c.things[2].at.Y; got != 8+100+8+300+8 {
		t.Errorf("what is beneath stands at %g", got)
	}
	if moved != 1 {
		t.Errorf("was told %d times", moved)
	}
}
