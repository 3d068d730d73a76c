package sheet

import (
	"vigil/app/paper"
)

// Band is what stands side by side. The first lines of letters of its blocks stand on
// one line.
type Band struct {
	Above  float32 // room above, but at the top of a page
	Rule   bool    // a rule lies above, in the middle of that room
	Next   bool    // stays on the page of what comes next
	Blocks []Block
}

// baseline is the lowest of the blocks' first lines.
func (b Band) baseline() float32 {
	var low float32
	for _, c := range b.Blocks {
		low = max(low, c.baseline())
	}
	return low
}

// drop is how much lower a block stands, so that the first lines of letters meet.
func (b Band) drop(c Block) float32 {
	if base := c.baseline(); base > 0 {
		return b.baseline() - base
	}
	return 0
}

func (b Band) height() float32 {
	var h float32
	for _, c := range b.Blocks {
		h = max(h, b.drop(c)+c.height())
	}
	return h
}

// split parts a band where a page ends. Each block stands whole above or is parted
// itself; where one can be neither, the band is not parted.
func (b Band) split(room float32) (head, tail Band, ok bool) {
	head, tail = b, Band{Next: b.Next}
	head.Blocks = nil
	for _, c := range b.Blocks {
		drop := b.drop(c)
		if drop+c.height() <= room {
			head.Blocks = append(head.Blocks, c)
			continue
		}
		above, below := c.split(room - drop)
		if above == nil {
			return Band{}, b, false
		}
		head.Blocks = append(head.Blocks, above)
		tail.Blocks = append(tail.Blocks, below)
	}
	if len(tail.Blocks) > 1 {
		for _, c := range tail.Blocks {
			if t, words := c.(*Text); words {
				t.apart()
			}
		}
	}
	return head, tail, len(tail.Blocks) > 0
}

// apart makes the rest of a paragraph one of its own: of two that are parted at once
// only one could be the rest of what was placed last.
func (t *Text) apart() { t.role = paper.Paragraph }

// least is how much room a band needs to begin on a page.
func (b Band) least() float32 {
	var h float32
	for _, c := range b.Blocks {
		h = max(h, b.drop(c)+c.least())
	}
	return h
}

// Add places bands one below the other, from page to page.
func (s *Sheet) Add(bands ...Band) {
	for i := 0; i < len(bands); {
		last := i
		for bands[last].Next && last < len(bands)-1 {
			last++
		}
		s.chain(bands[i : last+1])
		i = last + 1
	}
}

// chain places bands that stay together, at least as far as the last one's beginning.
func (s *Sheet) chain(bands []Band) {
	need := s.above(bands[0])
	for i, b := range bands {
		if i > 0 {
			need += b.Above
		}
		if i == len(bands)-1 {
			need += b.least()
		} else {
			need += b.height()
		}
	}
	if need > s.left() && !s.fresh() {
		s.turn()
	}
	for _, b := range bands {
		s.place(b)
	}
}

// above is the room above a band, which falls away at the top of a page.
func (s *Sheet) above(b Band) float32 {
	if s.fresh() {
		return 0
	}
	return b.Above
}

// Keep places bands on one page where they fit on one.
func (s *Sheet) Keep(bands ...Band) {
	var whole float32
	for i, b := range bands {
		if i > 0 || !s.fresh() {
			whole += b.Above
		}
		whole += b.height()
	}
	if whole > s.left() && whole-bands[0].Above <= s.Depth() && !s.fresh() {
		s.fill()
		s.turn()
	}
	s.Add(bands...)
}

// most is how many lines to write on are added at the foot of a page.
const most = 8

// fill adds lines to write on where a page ends with such and has room left.
func (s *Sheet) fill() {
	if r, ok := s.last.(ruled); ok {
		r.lines = min(int(s.left()/writing), most)
		r.draw(s.page(), s.y)
	}
}

// place draws a band, and what of it the page has no room for on the next.
func (s *Sheet) place(b Band) {
	for {
		room := s.left() - s.above(b)
		if b.height() <= room {
			s.draw(b)
			return
		}
		head, tail, ok := b.split(room)
		switch {
		case ok:
			s.draw(head)
			s.turn()
			b = tail
		case s.fresh():
			s.draw(b) // higher than a page: there is no better place
			return
		default:
			s.turn()
		}
	}
}

func (s *Sheet) draw(b Band) {
	above := s.above(b)
	if b.Rule && above > 0 {
		in, y := s.Whole(), s.y+above/2
		s.page().Line(in.X, y, in.X+in.Width, y, paper.Paint{Stroke: Rule, Width: Hair})
	}
	s.y += above
	for _, c := range b.Blocks {
		c.draw(s.page(), s.y+b.drop(c))
		s.last = c
	}
	s.y += b.height()
}
