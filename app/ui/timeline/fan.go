package timeline

import "slices"

// fan is where lines lean apart whose marks lie too near together for their words: a
// map of places along the axis that keeps their order, so that no two lines cross.
type fan []leaning

// leaning is a mark and where the first and the last line from it stand, px from day 0.
type leaning struct{ mark, first, last float64 }

// Of how lines lean apart, px at 1x.
const (
	stepGap = 24.0
	mostGap = 240.0
	fanHigh = 30.0
)

// height is the room beneath a track in which lines lean.
func (f fan) height() float64 {
	if len(f) == 0 {
		return 0
	}
	return fanHigh
}

// at is where the line from a mark in view stands.
func (f fan) at(mark float64) float64 {
	i, found := slices.BinarySearchFunc(f, mark, func(l leaning, mark float64) int {
		switch {
		case l.mark < mark:
			return -1
		case l.mark > mark:
			return 1
		}
		return 0
	})
	switch {
	case found:
		return f[i].first
	case i == 0 || i == len(f):
		return mark
	}
	a, b := f[i-1], f[i]
	return a.last + (mark-a.mark)/(b.mark-a.mark)*(b.first-a.last)
}

// fanOf leans the lines of some labels apart until they are so far from one another.
func (s scope) fanOf(boxes []box, items []int, gap float64) fan {
	if gap == 0 || len(items) < 2 {
		return nil
	}
	var marks []float64
	for _, i := range items {
		marks = append(marks, s.at(boxes[i]))
	}
	slices.Sort(marks)
	marks = slices.Compact(marks)
	gap = min(gap, (s.to-s.from)/float64(len(marks)))
	var leanings []leaning
	for i, line := range parted(marks, gap, s.from, s.to) {
		leanings = append(leanings, leaning{marks[i], line, line})
	}
	return s.through(leanings)
}

// through is the fan of some leanings in the order of their lines, over the whole view:
// what is at its edges leans as the last there does, so that nothing crosses it.
func (s scope) through(leanings []leaning) fan {
	out, end := fan{{s.from, s.from, s.from}}, leaning{s.to, s.to, s.to}
	for _, l := range leanings {
		last := &out[len(out)-1]
		switch {
		case l.mark >= s.to:
			end.first = min(end.first, l.first)
		case l.mark > last.mark:
			out = append(out, l)
		default:
			last.last = max(last.last, l.last)
		}
	}
	return append(out, end)
}

// parted moves places in order as little as it needs to have them so far apart and
// within a stretch: neighbours too near together are moved as one, to both sides alike.
func parted(places []float64, gap, from, to float64) []float64 {
	type block struct {
		sum float64 // of where each would have the first of them
		n   int
	}
	var blocks []block
	for i, p := range places {
		blocks = append(blocks, block{p - float64(i)*gap, 1})
		for n := len(blocks); n > 1 && blocks[n-2].sum/float64(blocks[n-2].n) > blocks[n-1].sum/float64(blocks[n-1].n); n = len(blocks) {
			blocks[n-2] = block{blocks[n-2].sum + blocks[n-1].sum, blocks[n-2].n + blocks[n-1].n}
			blocks = blocks[:n-1]
		}
	}
	var out []float64
	for _, b := range blocks {
		for range b.n {
			at := b.sum/float64(b.n) + float64(len(out))*gap
			low, high := from+float64(len(out))*gap, to-float64(len(places)-1-len(out))*gap
			out = append(out, max(min(at, high), low))
		}
	}
	return out
}
