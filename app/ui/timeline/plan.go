package timeline

import (
	"cmp"
	"slices"
)

// box is what a label needs along the axis.
type box struct {
	lane       int
	importance int     // 1 comes first
	from, to   float64 // days of its mark
	shapes     []shape // as its words may be set
	foreign    bool    // its words are in another language than the visitor's
}

// shape is a way to set the words of a label, px at 1x, the room that keeps it from
// others within.
type shape struct {
	width, height float64
	lines         int
}

// spot is a label that has found room.
type spot struct {
	item, shape int
	u, width    float64 // where the label begins, px from day 0
	mark        float64 // where its mark is
	line        float64 // where the line that its words hang on stands; it leans to the mark
	top, height float64 // beneath its lane's track
}

func (s spot) bottom() float64 { return s.top + s.height }

// crowd is what of a lane lies together and has no label: it is counted.
type crowd struct {
	lane     int
	items    []int   // in the order of time
	from, to float64 // of their marks, px from day 0
	u        float64 // the middle of the count
}

// plan says which labels are shown at one zoom, and where. It depends on the view
// only near the view's edges: nothing that is shown moves while a hand pans.
type plan struct {
	scope
	spots  []spot // in the order of the axis
	byItem map[int]int
	crowds []crowd // in the order of the axis
	widest float64
	lean   float64   // how far a line leans, at most
	fans   []float64 // of each lane, the height in which lines lean; 0 where all are upright
}

// scope is what labels are arranged for.
type scope struct {
	perDay   float64
	from, to float64   // the view, px from day 0: labels of what is in it stay in it
	step     float64   // the depth of a label
	depth    []float64 // of each lane, how much room labels have beneath its track
	chosen   int       // gets room before all but those of importance 1, or -1
	effort   int       // how many places are tried in a lane to show all of importance 1
	own      bool      // words in another language get no room, but for those of importance 1
}

// edge is how near another's line may come to the begin of a label, px at 1x.
const edge = labelIndent / 2

// arrange gives room to the labels of boxes: first to all of importance 1 in view, as
// a whole, then to the others in their order. Labels hang beneath one another so that
// no line crosses words: what would stand on the line to another's mark hangs lower.
func arrange(boxes []box, order, starts []int, unfit map[int]bool, s scope) *plan {
	leads := make([][]int, len(s.depth))
	for _, i := range order {
		if b := boxes[i]; b.importance <= 1 && s.holds(b) {
			leads[b.lane] = append(leads[b.lane], i)
		}
	}
	shelves := make([]shelf, len(s.depth))
	for i := range shelves {
		shelves[i], _ = s.seated(boxes, leads[i], s.depth[i])
	}
	if i := s.chosen; i >= 0 && i < len(boxes) && s.holds(boxes[i]) && boxes[i].importance > 1 {
		shelf := &shelves[boxes[i].lane]
		shelf.first(s.variants(boxes[i], i, shelf.fan))
	}
	full := map[place]int{}
	for _, i := range order {
		b := boxes[i]
		if i == s.chosen {
			continue
		}
		if lead := b.importance <= 1; lead && s.holds(b) || !lead && s.own && b.foreign || unfit[i] || !s.near(b) {
			continue
		}
		here := place{b.lane, s.zone(s.at(b))}
		if full[here] > mostRefused {
			continue
		}
		shelf := &shelves[b.lane]
		if shelf.first(s.variants(b, i, shelf.fan)) {
			full[here] = 0
		} else {
			full[here]++
		}
	}
	p := &plan{scope: s, byItem: make(map[int]int)}
	for i := range shelves {
		p.spots = append(p.spots, shelves[i].spots...)
		p.fans = append(p.fans, shelves[i].fan.height())
	}
	slices.SortStableFunc(p.spots, func(a, b spot) int { return cmp.Compare(a.u, b.u) })
	for n, at := range p.spots {
		p.byItem[at.item] = n
		p.widest = max(p.widest, at.width)
		p.lean = max(p.lean, at.mark-at.line, at.line-at.mark)
	}
	p.crowds = s.crowds(boxes, starts, p.byItem)
	return p
}

// mostRefused is after how many labels in a row without room a lane is full.
const mostRefused = 48

// nearViews is how far on either side of the view labels are arranged, in views: so far
// a hand pans before it rests.
const nearViews = 2

// near reports whether a mark is in view, or so near that a hand may pan to it.
func (s scope) near(b box) bool {
	room := nearViews * (s.to - s.from)
	return b.to*s.perDay >= s.from-room && b.from*s.perDay <= s.to+room
}

// orderOf is the order in which labels are given room.
func orderOf(boxes []box) []int {
	out := make([]int, len(boxes))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(a, b int) int {
		return cmp.Or(cmp.Compare(boxes[a].importance, boxes[b].importance), cmp.Compare(boxes[a].from, boxes[b].from))
	})
	return out
}

// holds reports whether any of a mark is in view.
func (s scope) holds(b box) bool { return b.to*s.perDay >= s.from && b.from*s.perDay <= s.to }

// at is where the line to a mark stands: what began before the view is tied to the
// part of it that can be seen.
func (s scope) at(b box) float64 {
	mark := b.from * s.perDay
	if s.holds(b) {
		return min(max(mark, s.from), s.to)
	}
	return mark
}

// stands are where a label may stand: how much of it, of 1, comes before the line to
// its mark. The line runs beside words that begin or end at it; it ends above others.
var stands = [...]float64{0, 1, 0.5, 0.25, 0.75}

// variants lists where a label may stand, the best first, of those of importance 1 in
// view more than of others; in a view that is less wide than the label, over its begin.
func (s scope) variants(b box, item int, f fan) []spot {
	mark, in := s.at(b), s.holds(b)
	ways := stands[:]
	if !in || b.importance > 1 {
		ways = stands[:2]
	}
	line := mark
	if in {
		line = f.at(mark)
	}
	out := make([]spot, 0, len(ways)*len(b.shapes))
	for n, shape := range b.shapes {
		at := spot{item: item, shape: n, mark: mark, line: line, width: shape.width, height: shape.height}
		for _, part := range ways {
			at.u = line - part*shape.width
			if within := at.u >= s.from && at.u+at.width <= s.to; in && within || !in && s.clear(at) {
				out = append(out, at)
			}
		}
	}
	if len(out) == 0 && in && len(b.shapes) > 0 {
		n := len(b.shapes) - 1
		at := spot{item: item, shape: n, mark: mark, line: line, width: b.shapes[n].width, height: b.shapes[n].height}
		at.u = max(min(line, s.to-at.width), s.from)
		out = append(out, at)
	}
	return out
}

// clear reports whether a label that belongs to nothing in view stands wholly beside
// the view.
func (s scope) clear(v spot) bool { return v.u+v.width <= s.from || v.u >= s.to }

// cuts reports whether an edge of the view runs through something.
func (s scope) cuts(u, width float64) bool {
	return u < s.from && u+width > s.from || u < s.to && u+width > s.to
}

// between lists the labels that reach into a stretch of the axis, px from day 0.
func (p *plan) between(from, to float64) []spot {
	from, to = from-p.widest-p.lean, to+p.lean
	i, _ := slices.BinarySearchFunc(p.spots, from, func(s spot, u float64) int { return cmp.Compare(s.u, u) })
	j := i
	for j < len(p.spots) && p.spots[j].u < to {
		j++
	}
	return p.spots[i:j]
}
