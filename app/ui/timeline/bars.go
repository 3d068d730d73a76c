package timeline

import (
	"math"
	"slices"
)

// mostSub is how many bars of one lane may lie beneath one another: more would be
// hairs.
const mostSub = 6

// beneath moves a bar down where it would lie on one of its lane that began before
// it. Where there is no place left it is counted at the first such that is hidden.
func beneath(items []Item, stretches []stretch, starts []int, lanes int) (sub, more, depth []int) {
	sub, more, depth = make([]int, len(items)), make([]int, len(items)), make([]int, lanes)
	type lane struct {
		ends   [mostSub]float64
		full   float64 // until when there is no place
		first  int     // that had none
		hiding bool
	}
	all := map[int]*lane{}
	for _, i := range starts {
		s := stretches[i]
		if s.point {
			continue
		}
		l := all[items[i].Lane]
		if l == nil {
			l = &lane{}
			for n := range l.ends {
				l.ends[n] = math.Inf(-1)
			}
			all[items[i].Lane] = l
		}
		n := 0
		for n < mostSub && l.ends[n] > s.from {
			n++
		}
		if n == mostSub {
			if !l.hiding || s.from >= l.full {
				l.first, l.hiding, l.full = i, true, slices.Max(l.ends[:])
			}
			more[l.first]++
			sub[i] = mostSub
			continue
		}
		l.hiding = l.hiding && s.from < l.full
		sub[i] = n
		l.ends[n] = s.to
		if items[i].Lane >= 0 && items[i].Lane < lanes {
			depth[items[i].Lane] = max(depth[items[i].Lane], n+1)
		}
	}
	return sub, more, depth
}
