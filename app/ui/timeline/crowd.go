package timeline

import "vigil/app/ui"

// crowds counts what has no label, lane by lane: what lies so near together that a
// finger could not part it is one crowd. What is in view is counted in view, what is
// far from it not at all.
func (s scope) crowds(boxes []box, starts []int, shown map[int]int) []crowd {
	last := map[place]*crowd{}
	var out []*crowd
	for _, i := range starts {
		b := boxes[i]
		if !s.near(b) {
			continue
		}
		if _, ok := shown[i]; ok {
			continue
		}
		u := s.at(b)
		here := place{b.lane, s.zone(u)}
		if c := last[here]; c != nil && u-c.from <= touch {
			c.items, c.to = append(c.items, i), u
			continue
		}
		c := &crowd{lane: b.lane, items: []int{i}, from: u, to: u}
		last[here] = c
		out = append(out, c)
	}
	return s.apart(out)
}

// place is where crowds are told apart: a lane, before, in or after the view.
type place struct{ lane, zone int }

// zone is -1 before the view, 0 in it, 1 after it.
func (s scope) zone(u float64) int {
	switch {
	case u < s.from:
		return -1
	case u > s.to:
		return 1
	}
	return 0
}

// apart joins crowds whose counts a finger could not tell apart.
func (s scope) apart(crowds []*crowd) []crowd {
	out := make([]crowd, 0, len(crowds))
	last := map[place]int{}
	for _, c := range crowds {
		c.u = s.middle(*c)
		here := place{c.lane, s.zone(c.from)}
		if n, ok := last[here]; ok && c.u-out[n].u < touch {
			out[n].items, out[n].to = append(out[n].items, c.items...), c.to
			out[n].u = s.middle(out[n])
			continue
		}
		last[here] = len(out)
		out = append(out, *c)
	}
	return out
}

// middle is where a count stands: over what it counts, wholly in view where that is.
func (s scope) middle(c crowd) float64 {
	u := (c.from + c.to) / 2
	if s.zone(u) != 0 || s.to-s.from < touch {
		return u
	}
	return min(max(u, s.from+touch/2), s.to-touch/2)
}

// touch is how wide a finger is, px at 1x.
const touch = float64(ui.Touch)
