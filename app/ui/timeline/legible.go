package timeline

import (
	"fyne.io/fyne/v2"
)

// Legible says how much of a history an axis tells in its view. It is how the design
// of labels is judged: by what can be read, not by how it looks. Events are those of
// which any day is in view; their titles count where they stand wholly within it.
type Legible struct {
	Leads      int     // events of importance 1
	LeadsWhole int     // of which the whole title can be read
	Events     int     // all
	Read       int     // of which the title, or three words of it, can be read
	Counted    int     // of the others, those in a "+3" that can be touched
	Elided     int     // titles in view that are cut to less than three words
	Used       float64 // part of the axis, 0 to 1, on which words stand
}

// Hidden is how many events in view are neither read nor counted.
func (l Legible) Hidden() int { return max(l.Events-l.Read-l.Counted, 0) }

// Legible measures what can be read at present.
func (a *Axis) Legible() Legible {
	var out Legible
	if a.plan == nil || a.size.Height <= 0 {
		return out
	}
	from, to := a.begin*a.perDay, a.begin*a.perDay+float64(a.wide())
	for i, e := range a.cfg.Items {
		if s := a.stretches[i]; s.to*a.perDay < from || s.from*a.perDay > to {
			continue
		}
		out.Events++
		if e.Importance <= 1 {
			out.Leads++
		}
	}
	area := float32(0)
	for _, s := range a.plan.between(from, to) {
		l := a.labelOf(s)
		begin := a.wordsFrom(s, l)
		if begin < from-1 || begin+float64(l.Inner) > to+1 {
			continue
		}
		e := a.cfg.Items[s.item]
		title := []rune(e.Title)
		area += l.Inner * l.Height
		whole := l.cut == len(title)
		if !l.tells(e.Title) {
			out.Elided++
			continue
		}
		out.Read++
		if whole && e.Importance <= 1 {
			out.LeadsWhole++
		}
	}
	for _, c := range a.plan.crowds {
		if c.u >= from && c.u <= to {
			out.Counted += len(c.items)
		}
	}
	out.Used = float64(area / max(a.size.Width*a.scaleTop(), 1))
	return out
}

// Find is the first axis of a page, or nil.
func Find(o fyne.CanvasObject) *Axis {
	if axis, ok := o.(*Axis); ok {
		return axis
	}
	if c, ok := o.(*fyne.Container); ok {
		for _, child := range c.Objects {
			if axis := Find(child); axis != nil {
				return axis
			}
		}
	}
	return nil
}

// Crowd is where a finger opens the largest crowd in view, px at 1x, and how many
// events are in it; 0 where nothing is only counted.
func Crowd(a *Axis) (at fyne.Position, many int) {
	if a.plan == nil {
		return at, 0
	}
	for _, c := range a.plan.crowds {
		if len(c.items) > many && a.plan.zone(c.u) == 0 {
			at, many = fyne.NewPos(a.x(c.u, 0), a.laneTop(c.lane)+a.count/2), len(c.items)
		}
	}
	return at, many
}
