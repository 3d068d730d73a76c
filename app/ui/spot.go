package ui

// Spot is a place in a column that holds however its things are set: which of
// them is first in view, counted from the last, since a narrow screen puts more
// above them; and how much of it is above the view, 0 to 1. The words of that thing find
// it again where others have come or gone. The zero Spot is the column's top.
type Spot struct {
	FromLast int // 1 is the last thing
	Above    float32
	Words    string // that the thing begins with
}

// Spot is where the column stands.
func (s *Scroll) Spot() Spot {
	if len(s.items) == 0 || s.offset <= 0 {
		return Spot{}
	}
	i := s.firstBelow(s.offset)
	return Spot{len(s.items) - i, (s.offset - s.tops[i]) / max(s.heights[i], 1), s.words(i)}
}

// words are those that a thing of the column begins with.
func (s *Scroll) words(i int) string {
	for stop := range Walk(s.items[i].Object) {
		return stop.Item.Text
	}
	return ""
}

// Return goes to a spot, once the column's size is known. Any but the top comes
// before an anchor that was asked for: the reader has gone on from there.
func (s *Scroll) Return(to Spot) {
	if s.spot = to; to != (Spot{}) {
		s.wanted = ""
	}
	if s.Size().Height > 0 {
		s.settle()
	}
}

// beginAt is the thing that a spot is on, which holds its place.
func (s *Scroll) beginAt(spot Spot) int {
	s.spot = Spot{}
	i := s.again(spot)
	if i < 0 { // the page is shorter than it was
		return s.firstBelow(s.offset)
	}
	s.measure(i)
	s.offset = s.tops[i] + spot.Above*s.heights[i]
	return i
}

// strayed is how many things are taken to have come or gone at most between two looks at
// a column.
const strayed = 60

// again is the thing of a spot in the column as it is now: the nearest with its words
// and, where none has them, the one that stands where it stood.
func (s *Scroll) again(spot Spot) int {
	i := len(s.items) - spot.FromLast
	for by := 0; spot.Words != "" && by <= strayed; by++ {
		for _, at := range []int{i + by, i - by} {
			if at >= 0 && at < len(s.items) && s.words(at) == spot.Words {
				return at
			}
		}
	}
	return i
}
