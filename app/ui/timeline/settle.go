package timeline

// arrange gives the labels their places for what is in view.
func (a *Axis) arrange() {
	depth := make([]float64, len(a.lanes))
	for i, l := range a.lanes {
		depth[i] = float64(l.depth)
	}
	u := a.begin * a.perDay
	s := scope{perDay: a.perDay, from: u, to: u + float64(a.wide()), step: float64(a.pitch()), depth: depth, effort: laterEffort, chosen: a.selected}
	if s.own = a.whole(); s.own {
		s.effort = firstEffort
	}
	a.sharpen(s)
	for range mostArranged {
		a.plan = arrange(a.boxes, a.order, a.starts, a.unfit, s)
		if a.tells() {
			return
		}
	}
}

// mostArranged bounds how often labels are arranged anew without those that had too
// little room.
const mostArranged = 4

// tells reports whether all titles in view tell what they are about; it notes those
// that do not, and are only counted then.
func (a *Axis) tells() bool {
	all := true
	for _, s := range a.plan.between(a.plan.from, a.plan.to) {
		if l := a.labelOf(s); !l.tells(a.cfg.Items[s.item].Title) && s.mark >= a.plan.from && s.mark <= a.plan.to {
			a.unfit[s.item] = true
			all = false
		}
	}
	return all
}

// settle arranges the labels for a view that has come to rest: while a hand pans
// none moves.
func (a *Axis) settle() {
	if a.plan == nil || a.plan.from == a.begin*a.perDay {
		return
	}
	a.arrange()
	if a.show != nil {
		a.show(true)
	}
}
