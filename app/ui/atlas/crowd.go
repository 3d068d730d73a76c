package atlas

import (
	"cmp"
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
)

// dotSize is the diameter of a mark, px at 1x.
const dotSize = 16

// crowdSize is the diameter of the ring that stands for several marks, px at 1x.
func (c *chart) crowdSize() float32 { return max(36, c.look.Px(ui.Caption)*1.7) }

// radius of what is drawn for so many marks, px at 1x.
func (c *chart) radius(n int) float32 {
	if n > 1 {
		return c.crowdSize() / 2
	}
	return dotSize / 2
}

// air is what stays between two spots, px at 1x.
const air = 4

// gather joins the marks that would lie on one another at this scale; the chosen one
// and those before others lead.
func (c *chart) gather() {
	groups := make([]group, len(c.cfg.Marks))
	for i, k := range c.cfg.Marks {
		x, y := c.p.at(k.Lon, k.Lat)
		groups[i] = group{[]int{i}, float64(x), float64(y)}
	}
	if !c.alone {
		groups = joined(groups, c.radius)
	}
	c.spots = c.spots[:0]
	for _, g := range groups {
		s := spot{marks: g.marks}
		slices.SortStableFunc(s.marks, func(a, b int) int { return cmp.Compare(rank(c.cfg.Marks[a]), rank(c.cfg.Marks[b])) })
		lon, lat := c.p.degrees(g.x, g.y)
		if len(g.marks) == 1 {
			lon, lat = c.cfg.Marks[g.marks[0]].Lon, c.cfg.Marks[g.marks[0]].Lat
		}
		s.x, s.y = lon, lat
		c.spots = append(c.spots, s)
	}
}

// rank puts the chosen mark first.
func rank(k Mark) int {
	if k.Chosen {
		return 0
	}
	return 1
}

// group is some marks and their middle, px at 1x.
type group struct {
	marks []int
	x, y  float64
}

// joined joins groups until none lies on another. Only neighbours on a grid are
// compared, for there may be many.
func joined(groups []group, radius func(n int) float32) []group {
	wide := float64(2*radius(2) + air)
	type cell struct{ x, y int }
	at := func(g group) cell { return cell{int(math.Floor(g.x / wide)), int(math.Floor(g.y / wide))} }
	for {
		grid := map[cell][]int{}
		var out []group
		met := func(g group) int {
			home := at(g)
			for dx := -1; dx <= 1; dx++ {
				for dy := -1; dy <= 1; dy++ {
					for _, n := range grid[cell{home.x + dx, home.y + dy}] {
						o := out[n]
						if math.Hypot(o.x-g.x, o.y-g.y) < float64(radius(len(o.marks))+radius(len(g.marks))+air) {
							return n
						}
					}
				}
			}
			return -1
		}
		for _, g := range groups {
			n := met(g)
			if n < 0 {
				grid[at(g)] = append(grid[at(g)], len(out))
				out = append(out, g)
				continue
			}
			o := out[n]
			a, b := float64(len(o.marks)), float64(len(g.marks))
			whole := group{append(slices.Clone(o.marks), g.marks...), (o.x*a + g.x*b) / (a + b), (o.y*a + g.y*b) / (a + b)}
			grid[at(o)] = slices.DeleteFunc(grid[at(o)], func(i int) bool { return i == n })
			grid[at(whole)] = append(grid[at(whole)], n)
			out[n] = whole
		}
		if len(out) == len(groups) {
			return out
		}
		groups = out
	}
}

// spread is how far the farthest two of some marks lie from one another, px at 1x.
func (c *chart) spread(marks []int) float64 {
	var left, top, right, bottom float64
	for n, i := range marks {
		x, y := c.p.at(c.cfg.Marks[i].Lon, c.cfg.Marks[i].Lat)
		if n == 0 {
			left, top, right, bottom = float64(x), float64(y), float64(x), float64(y)
		}
		left, top = min(left, float64(x)), min(top, float64(y))
		right, bottom = max(right, float64(x)), max(bottom, float64(y))
	}
	return math.Hypot(right-left, bottom-top)
}

// boxOf is what a spot covers, px at 1x.
func (c *chart) boxOf(s spot, at fyne.Position) box {
	r := c.radius(len(s.marks))
	for _, i := range s.marks {
		if c.cfg.Marks[i].Chosen {
			r += dotSize / 2
		}
	}
	return box{at.X - r, at.Y - r, at.X + r, at.Y + r}
}
