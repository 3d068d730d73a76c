package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Anchored is one thing in a Scroll: an anchor that a route's fragment may
// name, and the free space above it, px at 1x.
type Anchored struct {
	Object fyne.CanvasObject
	Anchor string
	Above  float32
	Found  bool // has words that were searched for
}

// Scroll shows a column of things that a finger drags, with a threshold, so
// that a trembling tap is still a tap, and inertia. Only what is near the
// viewport is laid out and in the tree; the heights of the rest are guessed
// until they come near, and what is being read stays where it is when a guess
// above it was wrong.
type Scroll struct {
	widget.BaseWidget
	look    Look
	items   []*Anchored
	heights []float32
	known   []bool
	tops    []float32
	whole   float32 // height of the column
	offset  float32 // of the viewport's top from the column's
	wanted  string  // anchor to go to once the size is known
	seeking bool    // the first thing found is to be in view once the size is known
	spot    Spot    // or place
	hand    Hand
	show    func() // moves what is shown to where it belongs; set once there is a renderer
	shown   map[fyne.CanvasObject]bool

	Most    float32 // no thing is wider, px at 1x; 0 is no limit
	Bottom  float32 // free space after the last thing
	OnMoved func()
}

// Of what is in view.
const (
	ahead    = 480  // how far beyond the viewport things are made ready
	pagePart = 0.85 // of the viewport that a page button moves
)

var (
	_ fyne.Draggable  = (*Scroll)(nil)
	_ fyne.Scrollable = (*Scroll)(nil)
)

// Scroll makes a column of things.
func (l Look) Scroll(items ...*Anchored) *Scroll {
	s := &Scroll{look: l, items: items, Bottom: Large}
	s.heights, s.known, s.tops = make([]float32, len(items)), make([]bool, len(items)), make([]float32, len(items))
	s.ExtendBaseWidget(s)
	return s
}

// MinSize is small: a Scroll takes what it is given.
func (s *Scroll) MinSize() fyne.Size { return fyne.NewSize(Touch, Touch) }

// Resize forgets the heights that another width had.
func (s *Scroll) Resize(size fyne.Size) {
	if size.Width != s.Size().Width {
		clear(s.known)
		for i, item := range s.items {
			s.heights[i] = Estimate(item.Object, s.inner(size.Width))
		}
	}
	s.BaseWidget.Resize(size)
	s.settle()
}

// GoTo brings the thing of that anchor to the top of the viewport.
func (s *Scroll) GoTo(anchor string) {
	s.wanted = anchor
	if s.Size().Height > 0 {
		s.settle()
	}
}

// GoToFound brings the first thing found into view, where the top of the column
// does not show it already.
func (s *Scroll) GoToFound() {
	s.seeking = true
	if s.Size().Height > 0 {
		s.settle()
	}
}

// Held reports whether a finger is moving the column.
func (s *Scroll) Held() bool { return s.hand.Held() }

// Offset is how far the column has been scrolled, px at 1x.
func (s *Scroll) Offset() float32 { return s.offset }

// MoveTo scrolls to an offset.
func (s *Scroll) MoveTo(offset float32) {
	s.offset = offset
	s.settle()
	if s.OnMoved != nil {
		s.OnMoved()
	}
}

// settle moves things without refreshing them: a refresh would throw away every
// texture on the screen, sixty times a second.
func (s *Scroll) settle() {
	s.arrange()
	if s.show != nil {
		s.show()
	}
}

// Page moves by most of a viewport: 1 down, -1 up.
func (s *Scroll) Page(direction float32) {
	s.stop()
	by := direction * s.Size().Height * pagePart
	// What is further above than was made ready is only guessed: it is measured
	// on the way, or a page would be too long or too short.
	for ; by < -ahead; by += ahead {
		s.offset -= ahead
		s.arrange()
	}
	s.MoveTo(s.offset + by)
	s.align(s.offset - by)
}

// align moves back to the beginning of what a page has cut at the top, where that
// is near: a line cut in two cannot be read.
func (s *Scroll) align(before float32) {
	if len(s.items) == 0 || s.offset >= s.furthest() {
		return
	}
	i := s.firstBelow(s.offset)
	if cut := s.offset - s.tops[i]; cut > 0 && cut < s.Size().Height*0.3 && (s.tops[i] > before+1 || before > s.offset) {
		s.MoveTo(s.tops[i])
	}
}

// More reports whether there is anything above and below the viewport.
func (s *Scroll) More() (above, below bool) {
	return s.offset > 1, s.offset < s.furthest()-1
}

// TopAnchor is the anchor of the first thing that is wholly in view, or "".
func (s *Scroll) TopAnchor() string {
	for i, item := range s.items {
		if s.tops[i]+s.heights[i]/2 >= s.offset && item.Anchor != "" {
			return item.Anchor
		}
	}
	return ""
}

// thumbRoom is kept free of things for the line that shows where one is.
const thumbRoom = 24

func (s *Scroll) inner(width float32) float32 {
	width -= thumbRoom
	if s.Most > 0 {
		return min(width, s.Most)
	}
	return width
}

func (s *Scroll) furthest() float32 { return max(0, s.whole-s.Size().Height) }

// arrange settles heights and offset. The first thing in view holds its place
// while the guesses around it turn into heights.
func (s *Scroll) arrange() {
	size := s.Size()
	if size.Height <= 0 || len(s.items) == 0 {
		return
	}
	s.stackUp()
	first := s.begin()
	held := s.tops[first] - s.offset
	for i := first; i < len(s.items) && s.tops[i] < s.offset+size.Height+ahead; i++ {
		s.measure(i)
		s.stackUp()
	}
	for i := first - 1; i >= 0 && s.tops[i]+s.heights[i] > s.tops[first]-held-ahead; i-- {
		s.measure(i)
		s.stackUp()
	}
	s.offset = min(max(s.tops[first]-held, 0), s.furthest())
}

// begin is the thing that holds its place: what was asked for, or the first in
// view.
func (s *Scroll) begin() int {
	if s.seeking {
		s.seeking = false
		if i := slices.IndexFunc(s.items, func(a *Anchored) bool { return a.Found }); i >= 0 && s.tops[i]+Huge > s.Size().Height {
			s.offset = s.tops[i] - Huge
			return i
		}
	}
	if i := s.indexOf(s.wanted); i >= 0 {
		s.wanted, s.spot = "", Spot{}
		s.offset = s.tops[i]
		return i
	}
	if s.spot == (Spot{}) || len(s.items) == 0 {
		return s.firstBelow(s.offset)
	}
	return s.beginAt(s.spot)
}

func (s *Scroll) indexOf(anchor string) int {
	for i, item := range s.items {
		if anchor != "" && item.Anchor == anchor {
			return i
		}
	}
	return -1
}

func (s *Scroll) measure(i int) {
	if !s.known[i] {
		s.heights[i] = HeightAt(s.items[i].Object, s.inner(s.Size().Width))
		s.known[i] = true
	}
}

func (s *Scroll) stackUp() {
	var y float32
	for i, item := range s.items {
		y += item.Above
		s.tops[i] = y
		y += s.heights[i]
	}
	s.whole = y + s.Bottom
}

func (s *Scroll) firstBelow(offset float32) int {
	for i := range s.items {
		if s.tops[i]+s.heights[i] > offset {
			return i
		}
	}
	return len(s.items) - 1
}

// near is what is close enough to the viewport to be in the tree.
func (s *Scroll) near() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	height := s.Size().Height
	for i, item := range s.items {
		if s.known[i] && s.tops[i]+s.heights[i] > s.offset-ahead/2 && s.tops[i] < s.offset+height+ahead/2 {
			out = append(out, item.Object)
		}
	}
	return out
}

// Grown hears that something in the column needs another height than it had.
func (s *Scroll) Grown() {
	clear(s.known)
	s.settle()
	s.Refresh()
	if s.OnMoved != nil {
		s.OnMoved()
	}
}

// Fill replaces everything in the column and goes to its top.
func (s *Scroll) Fill(items []*Anchored) {
	s.stop()
	for _, item := range s.items {
		Drop(item.Object)
	}
	s.items = items
	s.heights, s.known, s.tops = make([]float32, len(items)), make([]bool, len(items)), make([]float32, len(items))
	for i, item := range items {
		s.heights[i] = Estimate(item.Object, s.inner(s.Size().Width))
	}
	s.offset, s.whole = 0, 0
	s.settle()
	s.Refresh()
}
