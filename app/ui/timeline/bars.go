package timeline

import "math"

// mostSub is how many bars of one lane may lie beneath one another: more would be
// hairs.
const mostSub = 6

// beneath moves a bar down where it would lie on one of its lane that began before
// it. What has no place left lies with the last; that it is there is counted with what
// has no label.
func beneath(items []Item, stretches []stretch, starts []int, lanes int) (sub, depth []int) {
	sub, depth = make([]int, len(items)), make([]int, lanes)
	all := make([][mostSub]float64, lanes)
	for lane := range all {
		for n := range all[lane] {
			all[lane][n] = math.Inf(-1)
		}
	}
	for _, i := range starts {
		s, lane := stretches[i], items[i].Lane
		if s.point || lane < 0 || lane >= lanes {
			continue
		}
		ends := &all[lane]
		n := 0
		for n < mostSub-1 && ends[n] > s.from {
			n++
		}
		sub[i] = n
		ends[n] = max(ends[n], s.to)
		depth[lane] = max(depth[lane], n+1)
	}
	return sub, depth
}
