package timeline

import (
	"cmp"
	"math"
	"slices"
)

// shelf is the room beneath the track of one lane: labels hang there at the least
// depth at which no line to a mark crosses words.
type shelf struct {
	depth  float64
	spots  []spot // by their lines
	widest float64
	fan    fan // in which lines lean before words hang on them
}

// above reports whether a label must hang above another: where its line would cross
// the other's words, or, of two that would lie on one another, the one that is
// earlier. Two of which each must hang above the other cannot both be shown.
func above(a, b spot) bool {
	onB := b.u+edge < a.line && a.line < b.u+b.width-edge
	onA := a.u+edge < b.line && b.line < a.u+a.width-edge
	switch {
	case onB || onA:
		return onB
	case a.u+a.width <= b.u || b.u+b.width <= a.u:
		return false
	default:
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.item, b.item)) < 0
	}
}

// first shows a label at the first of some places that has room.
func (s *shelf) first(places []spot) bool {
	for _, at := range places {
		if s.add(at) {
			return true
		}
	}
	return false
}

// add hangs a label, and others lower where they must. It changes nothing where one
// would hang too low.
func (s *shelf) add(at spot) bool {
	i, _ := slices.BinarySearchFunc(s.spots, at, func(a, b spot) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.item, b.item))
	})
	widest := s.widest
	s.widest = max(widest, at.width)
	if !s.beneath(&at, i) {
		s.widest = widest
		return false
	}
	s.spots = slices.Insert(s.spots, i, at)
	if s.sink(i) {
		return true
	}
	s.spots = slices.Delete(s.spots, i, i+1)
	s.widest = widest
	return false
}

// beneath finds how low a label must hang that comes before the i-th, and whether that
// is not too low.
func (s *shelf) beneath(at *spot, i int) bool {
	at.top = s.fan.height()
	meets := func(n int) bool {
		if other := s.spots[n]; above(other, *at) {
			at.top = max(at.top, other.bottom())
			return at.bottom() <= s.depth && !above(*at, other)
		}
		return true
	}
	for n := i - 1; n >= 0 && at.line-s.spots[n].line < 2*s.widest; n-- {
		if !meets(n) {
			return false
		}
	}
	for n := i; n < len(s.spots) && s.spots[n].line-at.line < 2*s.widest; n++ {
		if !meets(n) {
			return false
		}
	}
	return at.bottom() <= s.depth
}

// lowered is a label that had to make room, and where it was.
type lowered struct {
	spot int
	top  float64
}

// sink lets all hang lower that one label pushes down; where one would hang too low,
// none does.
func (s *shelf) sink(first int) bool {
	var was []lowered
	for work := []int{first}; len(work) > 0; {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		if s.spots[n].bottom() > s.depth {
			for _, w := range slices.Backward(was) {
				s.spots[w.spot].top = w.top
			}
			return false
		}
		from, to := s.near(n)
		for i := from; i < to; i++ {
			if i != n && s.spots[i].top < s.spots[n].bottom() && above(s.spots[n], s.spots[i]) {
				was = append(was, lowered{i, s.spots[i].top})
				s.spots[i].top = s.spots[n].bottom()
				work = append(work, i)
			}
		}
	}
	return true
}

// near is the stretch of labels that one may meet.
func (s *shelf) near(n int) (from, to int) {
	from, to = n, n+1
	for from > 0 && s.spots[n].line-s.spots[from-1].line < 2*s.widest {
		from--
	}
	for to < len(s.spots) && s.spots[to].line-s.spots[n].line < 2*s.widest {
		to++
	}
	return from, to
}

// tries bounds how long one way is sought to show all of some labels; the efforts, how
// long all ways of a lane are: at first, and while a hand zooms.
const (
	tries       = 500
	firstEffort = 3000
	laterEffort = 800
)

// all shows all labels or none.
func (s *shelf) all(labels [][]spot, left *int) bool {
	if len(labels) == 0 {
		return true
	}
	before, widest := slices.Clone(s.spots), s.widest
	for _, at := range labels[0] {
		if *left--; *left < 0 {
			break
		}
		if s.add(at) {
			if s.all(labels[1:], left) {
				return true
			}
			s.spots, s.widest = append(s.spots[:0], before...), widest
		}
	}
	return false
}

// mostSought is of how many labels a way is sought to show all.
const mostSought = 16

// seated is a shelf with all of some labels that are in view, and whether it has all.
// Where their lines are too near together they lean apart, as little as that needs;
// where that is not enough they hang in columns.
func (s scope) seated(boxes []box, items []int, depth float64) (shelf, bool) {
	left := s.effort
	if out, ok := s.upright(boxes, items, depth, &left); ok {
		out.depth = depth
		return out, true
	}
	if s.roomy(boxes, items, depth) {
		for gap := stepGap; gap <= mostGap && left > 0; gap *= 1.6 {
			out := shelf{depth: depth, fan: s.fanOf(boxes, items, gap)}
			if out.try(s.labels(boxes, items, out.fan), &left) {
				return out, true
			}
		}
		if out, ok := s.inColumns(boxes, items, depth); ok {
			return out, true
		}
	}
	out := shelf{depth: depth}
	all := true
	for _, i := range items {
		all = out.first(s.variants(boxes[i], i, out.fan)) && all
	}
	return out, all
}

// roomy reports whether labels may have room in a depth: they are few enough to seek
// it, and none is too high, nor all together too large.
func (s scope) roomy(boxes []box, items []int, depth float64) bool {
	return len(items) <= mostSought && s.leastDepth(boxes, items) <= depth
}

// leastDepth is a depth under which labels have no room however they are arranged.
func (s scope) leastDepth(boxes []box, items []int) float64 {
	area, high := 0.0, 0.0
	for _, i := range items {
		smallest, lowest := math.Inf(1), math.Inf(1)
		for _, shape := range boxes[i].shapes {
			smallest, lowest = min(smallest, shape.width*shape.height), min(lowest, shape.height)
		}
		area, high = area+smallest, max(high, lowest)
	}
	return max(area/max(s.to-s.from, 1), high)
}

// upright is the least deep shelf with all of some labels on lines that stand upright,
// and whether there is one of at most so much.
func (s scope) upright(boxes []box, items []int, most float64, left *int) (shelf, bool) {
	if len(items) == 0 {
		return shelf{}, true
	}
	if !s.roomy(boxes, items, most) {
		return shelf{}, false
	}
	labels, least := s.labels(boxes, items, nil), s.leastDepth(boxes, items)
	for depth := s.step; depth <= most && *left > 0; depth += s.step / 2 {
		out := shelf{depth: depth}
		if depth >= least-1 && out.try(labels, left) {
			return out, true
		}
	}
	return shelf{}, false
}

// try shows all of some labels or none, within the effort that is left.
func (s *shelf) try(labels [][]spot, left *int) bool {
	part := min(tries, *left)
	before := part
	ok := s.all(labels, &part)
	*left -= before - max(part, 0)
	return ok
}

// labels lists where each of some labels may stand, in the order of their lines.
func (s scope) labels(boxes []box, items []int, f fan) [][]spot {
	out := make([][]spot, 0, len(items))
	for _, i := range items {
		out = append(out, s.variants(boxes[i], i, f))
	}
	slices.SortStableFunc(out, func(a, b []spot) int { return cmp.Compare(a[0].line, b[0].line) })
	return out
}

// need is the least depth at which all of some labels can be shown, and whether there
// is one of at most so much.
func (s scope) need(boxes []box, items []int, most float64) (float64, bool) {
	left := s.effort
	if out, ok := s.upright(boxes, items, most, &left); ok {
		return out.depth, true
	}
	_, ok := s.seated(boxes, items, most)
	return most, ok
}
