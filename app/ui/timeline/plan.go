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
	day        float64 // of its mark; it begins there, or ends there where the axis has no more room
	width      float64 // px at 1x
	foreign    bool    // its words are in another language than the visitor's
	shared     bool    // others have the same day
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
	hidden map[int]int // of a label, how many of its day found no room
	widest float64
}

// cell is the grain in which room is counted, px at 1x; between two labels at
// least one is left free.
const (
	cell       = 4
	bucketSize = 128 // cells
)

// cells is a stretch of a row: what of it is taken, and by what importance the
// rest is kept free although the label did not fit. A cell is free, taken by words,
// or by the lines to one mark, on which the labels of one day hang beneath one another.
type cells struct {
	taken [bucketSize]int32
	lines [bucketSize]uint8 // how many share it
	kept  [bucketSize]uint8
}

// What takes a cell, where it is no line: a line is the cell of its mark, from
// firstLine.
const (
	nothing   int32 = 0
	letters   int32 = 1
	firstLine int32 = 1 << 29
)

type bucket struct{ lane, row, at int }

type room struct {
	buckets map[bucket]*cells
	rows    []int // of each lane
}

// arrange gives room to the labels of boxes, the most important first and the
// earlier of equals; rows says how many each lane has beneath its track, begin and end
// are the days where the axis begins and ends. A label without room keeps its place from those
// less important: nothing is hidden while a less important thing stands where
// it would. Where own is true, words in another language get none.
func arrange(boxes []box, order []int, rows []int, perDay, begin, end float64, own bool) *plan {
	r := room{buckets: map[bucket]*cells{}, rows: rows}
	p := &plan{perDay: perDay, byItem: make(map[int]int)}
	// Once the first have moved up to their marks, others find room beneath them.
	shown := make([]bool, len(boxes))
	for range 2 {
		for _, i := range order {
			b := boxes[i]
			if shown[i] || own && b.foreign {
				continue
			}
			mark := b.day * perDay
			u := mark
			if mark+b.width > end*perDay && mark-b.width >= begin*perDay {
				u = mark - b.width // wholly before its mark, so that the line runs beside its words
			}
			if row, ok := r.find(b, extentOf(b, u, mark)); ok {
				shown[i] = true
				p.spots = append(p.spots, spot{i, row, u, mark})
				p.widest = max(p.widest, b.width)
			}
		}
		slices.SortStableFunc(p.spots, func(a, b spot) int { return cmp.Compare(a.mark, b.mark) })
		r.raise(boxes, p.spots)
	}
	r.inOrder(boxes, p.spots)
	p.hidden = hiddenOf(boxes, p.spots, own)
	slices.SortStableFunc(p.spots, func(a, b spot) int { return cmp.Compare(a.u, b.u) })
	for n, s := range p.spots {
		p.byItem[s.item] = n
	}
	return p
}

// share notes which boxes have their day in common with others.
func share(boxes []box) {
	days := map[float64]int{}
	for _, b := range boxes {
		days[b.day]++
	}
	for i := range boxes {
		boxes[i].shared = days[boxes[i].day] > 1
	}
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

// extent is the room of a label at its place, in cells.
type extent struct{ from, to, line int }

func extentOf(b box, u, mark float64) extent {
	e := extent{int(math.Floor(u / cell)), int(math.Ceil((u+b.width)/cell)) + 1, int(math.Floor(mark / cell))}
	if u < mark {
		e.to = e.line + 1
	}
	return e
}

// find takes the lowest row that has room for a label and, above it, for the
// line that ties it to its mark: what follows in time can then stand above it.
// Where none has, all are kept.
func (r *room) find(b box, e extent) (int, bool) {
	for row := r.rows[b.lane] - 1; row >= 0; row-- {
		if r.fits(b, e, row) {
			r.put(b, e, row)
			return row, true
		}
	}
	for row := range r.rows[b.lane] {
		r.keep(b, row, e.from, e.to)
	}
	return 0, false
}

// raise moves the labels up to their marks as far as there is room, the latest
// first.
func (r *room) raise(boxes []box, spots []spot) {
	for i := len(spots) - 1; i >= 0; i-- {
		s := &spots[i]
		b := boxes[s.item]
		e := extentOf(b, s.u, s.mark)
		r.clear(b, e, s.row)
		for row := range s.row + 1 {
			if r.fits(b, e, row) {
				s.row = row
				break
			}
		}
		r.put(b, e, s.row)
	}
}

// oneDay is what hangs on one line: a lane and a day.
type oneDay struct {
	lane int
	day  float64
}

// inOrder puts the labels of one day, which hang on one line, in the order in which
// they were given, the first on top, where their rows have room for that.
func (r *room) inOrder(boxes []box, spots []spot) {
	days := map[oneDay][]int{}
	for i, s := range spots {
		if !boxes[s.item].shared {
			continue
		}
		key := oneDay{boxes[s.item].lane, boxes[s.item].day}
		days[key] = append(days[key], i)
	}
	for _, group := range days {
		if len(group) > 1 {
			r.sort(boxes, spots, group)
		}
	}
}

func (r *room) sort(boxes []box, spots []spot, group []int) {
	var rows []int
	for _, i := range group {
		rows = append(rows, spots[i].row)
	}
	slices.Sort(rows)
	slices.SortFunc(group, func(i, j int) int {
		a, b := spots[i].item, spots[j].item
		return cmp.Or(cmp.Compare(boxes[a].importance, boxes[b].importance), cmp.Compare(a, b))
	})
	at := func(i int) (box, extent) {
		b := boxes[spots[i].item]
		return b, extentOf(b, spots[i].u, spots[i].mark)
	}
	for _, i := range group {
		b, e := at(i)
		r.clear(b, e, spots[i].row)
	}
	placed := 0
	for n, i := range group {
		b, e := at(i)
		if !r.fits(b, e, rows[n]) {
			break
		}
		r.put(b, e, rows[n])
		placed++
	}
	if placed == len(group) {
		for n, i := range group {
			spots[i].row = rows[n]
		}
		return
	}
	for n, i := range group[:placed] {
		b, e := at(i)
		r.clear(b, e, rows[n])
	}
	for _, i := range group {
		b, e := at(i)
		r.put(b, e, spots[i].row)
	}
}

// hiddenOf counts, at the lowest label of each day, what else was on that day in its
// lane and found no room.
func hiddenOf(boxes []box, spots []spot, own bool) map[int]int {
	all, lowest := map[oneDay]int{}, map[oneDay]spot{}
	for _, b := range boxes {
		if b.shared && (!own || !b.foreign) {
			all[oneDay{b.lane, b.day}]++
		}
	}
	for _, s := range spots {
		if !boxes[s.item].shared {
			continue
		}
		key := oneDay{boxes[s.item].lane, boxes[s.item].day}
		all[key]--
		if low, ok := lowest[key]; !ok || s.row > low.row {
			lowest[key] = s
		}
	}
	out := map[int]int{}
	for key, s := range lowest {
		if all[key] > 0 {
			out[s.item] = all[key]
		}
	}
	return out
}

func (r *room) fits(b box, e extent, row int) bool {
	for above := range row {
		if !r.free(b, above, e.line, e.line+1, e.own()) {
			return false
		}
	}
	return r.free(b, row, e.from, e.to, e.own())
}

// own is what the line to a label's mark takes cells as, where it runs down the
// label's edge; one that crosses its words is nobody's.
func (e extent) own() int32 {
	if e.line != e.from && e.line != e.to-1 {
		return -1
	}
	return firstLine + int32(e.line)
}

// words are the cells of a label but the one for the line at its edge.
func (e extent) words() (from, to int) {
	switch e.line {
	case e.from:
		return e.from + 1, e.to
	case e.to - 1:
		return e.from, e.to - 1
	}
	return e.from, e.to
}

func (r *room) put(b box, e extent, row int) {
	from, to := e.words()
	if from > e.from || to < e.to {
		r.draw(b.lane, row, e)
	}
	r.each(b.lane, row, from, to, func(c *cells, i int) { c.taken[i] = letters })
	for above := range row {
		r.draw(b.lane, above, e)
	}
}

// draw takes a cell for the line to a mark.
func (r *room) draw(lane, row int, e extent) {
	r.each(lane, row, e.line, e.line+1, func(c *cells, i int) {
		c.taken[i] = firstLine + int32(e.line)
		c.lines[i]++
	})
}

func (r *room) clear(b box, e extent, row int) {
	wipe := func(c *cells, i int) {
		if c.lines[i]--; c.lines[i] == 0 {
			c.taken[i] = nothing
		}
	}
	from, to := e.words()
	if from > e.from || to < e.to {
		r.each(b.lane, row, e.line, e.line+1, wipe)
	}
	r.each(b.lane, row, from, to, func(c *cells, i int) { c.taken[i] = nothing })
	for above := range row {
		r.each(b.lane, above, e.line, e.line+1, wipe)
	}
}

// free reports whether a stretch of a row is free, or taken by nothing but own.
func (r *room) free(b box, row, from, to int, own int32) bool {
	for at := floor(from, bucketSize); at < to; at += bucketSize {
		c := r.buckets[bucket{b.lane, row, at}]
		if c == nil {
			continue
		}
		for i := max(from-at, 0); i < min(to-at, bucketSize); i++ {
			if c.taken[i] != nothing && c.taken[i] != own || c.kept[i] != 0 && int(c.kept[i]) < b.importance {
				return false
			}
		}
	}
	return true
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
