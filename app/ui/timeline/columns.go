package timeline

import (
	"cmp"
	"math"
	"slices"
)

// stepLine is how far apart the lines of labels stand that hang beneath one another in
// a column, px at 1x.
const stepLine = 6.0

// column is a part of the view in which labels hang beneath one another: so many of
// them, and its place along the axis.
type column struct {
	items      []int
	from, wide float64
}

// inColumns is a shelf with all of some labels in columns, as shallow as their widths
// allow: what is left where they have no room near their marks.
func (s scope) inColumns(boxes []box, items []int, depth float64) (shelf, bool) {
	items = slices.Clone(items)
	slices.SortStableFunc(items, func(a, b int) int { return cmp.Compare(s.at(boxes[a]), s.at(boxes[b])) })
	for deep := s.step; deep <= depth-fanHigh; deep += s.step / 4 {
		if columns := pack(boxes, items, deep, s.to-s.from); columns != nil {
			s.settle(boxes, columns)
			return s.hung(boxes, columns, depth)
		}
	}
	return shelf{}, false
}

// pack shares labels among columns in their order, so that together they are the least
// wide; nil where that is wider than there is room.
func pack(boxes []box, items []int, deep, room float64) []column {
	type way struct {
		end, wide float64
		from      int
	}
	best := slices.Repeat([]way{{end: math.Inf(1)}}, len(items)+1)
	best[0] = way{}
	for from := range items {
		for to := from + 1; to <= len(items); to++ {
			wide := least(boxes, items[from:to], deep)
			if math.IsInf(wide, 1) {
				break
			}
			if end := best[from].end + wide; end < best[to].end {
				best[to] = way{end, wide, from}
			}
		}
	}
	if best[len(items)].end > room {
		return nil
	}
	var out []column
	for to := len(items); to > 0; to = best[to].from {
		out = append(out, column{items: items[best[to].from:to], wide: best[to].wide})
	}
	slices.Reverse(out)
	return out
}

// least is how narrow labels beneath one another can be within a depth; infinite where
// they cannot.
func least(boxes []box, items []int, deep float64) float64 {
	best := math.Inf(1)
	for n, i := range items {
		for _, shape := range boxes[i].shapes {
			wide := shape.width + float64(n)*stepLine
			if wide < best && tall(boxes, items, wide) <= deep {
				best = wide
			}
		}
	}
	return best
}

// tall is how high labels are beneath one another in a column of a width; infinite
// where one is wider.
func tall(boxes []box, items []int, wide float64) float64 {
	sum := 0.0
	for n, i := range items {
		shape := fitting(boxes[i], wide-float64(n)*stepLine)
		if shape < 0 {
			return math.Inf(1)
		}
		sum += boxes[i].shapes[shape].height
	}
	return sum
}

// fitting is the first shape of a label that is no wider than so much, or -1.
func fitting(b box, wide float64) int {
	return slices.IndexFunc(b.shapes, func(s shape) bool { return s.width <= wide })
}

// settle gives columns their places: near the marks of what hangs in them, in their
// order, within the view.
func (s scope) settle(boxes []box, columns []column) {
	end := s.from
	for n := range columns {
		c, middle := &columns[n], 0.0
		for _, i := range c.items {
			middle += s.at(boxes[i]) / float64(len(c.items))
		}
		c.from = max(end, middle-c.wide*0.3)
		end = c.from + c.wide
	}
	end = s.to
	for n := len(columns) - 1; n >= 0; n-- {
		columns[n].from = min(columns[n].from, end-columns[n].wide)
		end = columns[n].from
	}
}

// hung hangs labels in their columns, the earliest lowest, its line furthest out.
func (s scope) hung(boxes []box, columns []column, depth float64) (shelf, bool) {
	var spots []spot
	var leanings []leaning
	for _, c := range columns {
		for n, i := range c.items {
			b := boxes[i]
			shape := fitting(b, c.wide-float64(n)*stepLine)
			line := c.from + float64(n)*stepLine
			spots = append(spots, spot{item: i, shape: shape, mark: s.at(b), line: line, u: line, width: b.shapes[shape].width, height: b.shapes[shape].height})
			leanings = append(leanings, leaning{s.at(b), line, line})
		}
	}
	out := shelf{depth: depth, fan: s.through(leanings)}
	for _, at := range slices.Backward(spots) {
		if !out.add(at) {
			return shelf{}, false
		}
	}
	return out, true
}
