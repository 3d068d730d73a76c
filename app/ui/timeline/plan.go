package timeline

import (
	"cmp"
	"math"
	"slices"
)

// box is what a label needs along the axis.
type box struct {
	lane       int
	importance int     // 1 comes first
	day        float64 // of its mark; it begins there where there is room before the axis ends
	width      float64 // px at 1x
}

// spot is a label that has found room.
type spot struct {
	item int
	row  int     // beneath its lane's track, from 0
	u    float64 // where the label begins, px from day 0
	mark float64 // where the line to its mark stands
}

// plan says which labels are shown at one zoom, and where. It depends on
// nothing else: panning never changes what is shown.
type plan struct {
	perDay float64
	spots  []spot // in the order of the axis
	byItem map[int]int
	widest float64
}

// cell is the grain in which room is counted, px at 1x; between two labels at
// least one is left free.
const (
	cell       = 4
	bucketSize = 128 // cells
)

// cells is a stretch of a row: what of it is taken, and by what importance the
// rest is kept free although the label did not fit.
type cells struct {
	taken [bucketSize]bool
	kept  [bucketSize]uint8
}

type bucket struct{ lane, row, at int }

type room struct {
	buckets map[bucket]*cells
	rows    []int // of each lane
}

// arrange gives room to the labels of boxes, the most important first and the
// earlier of equals; rows says how many each lane has beneath its track, end is
// the day where the axis ends. A label without room keeps its place from those
// less important: nothing is hidden while a less important thing stands where
// it would.
func arrange(boxes []box, order []int, rows []int, perDay, end float64) *plan {
	r := room{buckets: map[bucket]*cells{}, rows: rows}
	p := &plan{perDay: perDay, byItem: make(map[int]int)}
	for _, i := range order {
		b := boxes[i]
		mark := b.day * perDay
		u := max(min(mark, end*perDay-b.width), mark-b.width)
		if row, ok := r.find(b, u, mark); ok {
			p.spots = append(p.spots, spot{i, row, u, mark})
			p.widest = max(p.widest, b.width)
		}
	}
	slices.SortStableFunc(p.spots, func(a, b spot) int { return cmp.Compare(a.u, b.u) })
	for n, s := range p.spots {
		p.byItem[s.item] = n
	}
	return p
}

// orderOf is the order in which labels are given room.
func orderOf(boxes []box) []int {
	out := make([]int, len(boxes))
	for i := range out {
		out[i] = i
	}
	slices.SortStableFunc(out, func(a, b int) int {
		return cmp.Or(cmp.Compare(boxes[a].importance, boxes[b].importance), cmp.Compare(boxes[a].day, boxes[b].day))
	})
	return out
}

// find takes the first row that has room for a label and, above it, for the
// line that ties it to its mark; where none has, all are kept.
func (r *room) find(b box, u, mark float64) (int, bool) {
	from, to, line := int(math.Floor(u/cell)), int(math.Ceil((u+b.width)/cell))+1, int(math.Floor(mark/cell))
	for row := range r.rows[b.lane] {
		if r.free(b, row, from, to) {
			r.take(b.lane, row, from, to)
			for above := range row {
				r.take(b.lane, above, line, line+1)
			}
			return row, true
		}
		if !r.free(b, row, line, line+1) {
			break // the line to a lower row would cross what stands here
		}
	}
	for row := range r.rows[b.lane] {
		r.keep(b, row, from, to)
	}
	return 0, false
}

func (r *room) free(b box, row, from, to int) bool {
	for at := floor(from, bucketSize); at < to; at += bucketSize {
		c := r.buckets[bucket{b.lane, row, at}]
		if c == nil {
			continue
		}
		for i := max(from-at, 0); i < min(to-at, bucketSize); i++ {
			if c.taken[i] || c.kept[i] != 0 && int(c.kept[i]) < b.importance {
				return false
			}
		}
	}
	return true
}

func (r *room) take(lane, row, from, to int) {
	r.each(lane, row, from, to, func(c *cells, i int) { c.taken[i] = true })
}

func (r *room) keep(b box, row, from, to int) {
	r.each(b.lane, row, from, to, func(c *cells, i int) {
		if c.kept[i] == 0 || int(c.kept[i]) > b.importance {
			c.kept[i] = uint8(min(max(b.importance, 1), math.MaxUint8))
		}
	})
}

func (r *room) each(lane, row, from, to int, do func(*cells, int)) {
	for at := floor(from, bucketSize); at < to; at += bucketSize {
		key := bucket{lane, row, at}
		c := r.buckets[key]
		if c == nil {
			c = &cells{}
			r.buckets[key] = c
		}
		for i := max(from-at, 0); i < min(to-at, bucketSize); i++ {
			do(c, i)
		}
	}
}

// between lists the labels that reach into a stretch of the axis, px from day 0.
func (p *plan) between(from, to float64) []spot {
	i, _ := slices.BinarySearchFunc(p.spots, from-p.widest, func(s spot, u float64) int { return cmp.Compare(s.u, u) })
	j := i
	for j < len(p.spots) && p.spots[j].u < to {
		j++
	}
	return p.spots[i:j]
}
