package timeline

import (
	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/voice"
)

// Stops gives the axis to a reading order: what it is, then each item in the
// order of time.
func (a *Axis) Stops() []ui.Stop {
	out := []ui.Stop{{Item: voice.Item{Role: voice.Image, Text: a.cfg.Summary}, Size: a.size}}
	for _, i := range a.starts {
		e := a.cfg.Items[i]
		at, size := a.placeOf(i)
		out = append(out, ui.Stop{
			Item: voice.Item{Role: voice.Link, Text: e.Spoken, Action: e.ID, Lang: string(e.Lang)}, At: at, Size: size,
			Act: func() { a.act(i) }, Reveal: func() { a.bring(i) },
		})
	}
	return out
}

// act chooses an item; one that is chosen is opened.
func (a *Axis) act(item int) {
	if item == a.selected && a.cfg.OnOpen != nil {
		a.cfg.OnOpen(item)
		return
	}
	a.choose(item)
}

// placeOf is where an item can be touched: its label in view, of one that keys have
// come to its mark as well, or nothing.
func (a *Axis) placeOf(item int) (fyne.Position, fyne.Size) {
	if a.plan == nil {
		return fyne.Position{}, fyne.Size{}
	}
	if n, ok := a.plan.byItem[item]; ok {
		at, size := a.where(a.plan.spots[n])
		if x := a.along(at); a.look.RTL && x-size.Width >= -1 && x <= a.wide()+1 || !a.look.RTL && x >= -1 && x+size.Width <= a.wide()+1 {
			return at, size
		}
	}
	if item != a.brought || a.plan.zone(a.plan.at(a.boxes[item])) != 0 {
		return fyne.Position{}, fyne.Size{}
	}
	x := a.x(a.plan.at(a.boxes[item]), 0)
	return fyne.NewPos(x-ui.Touch/4, a.laneTop(a.boxes[item].lane)+a.count-4), fyne.NewSize(ui.Touch/2, marksHigh+8)
}

// where a label can be touched.
func (a *Axis) where(s spot) (fyne.Position, fyne.Size) {
	top := a.laneTop(a.boxes[s.item].lane) + a.track + float32(s.top)
	return fyne.NewPos(a.x(s.u, float32(s.width)), top), fyne.NewSize(float32(s.width), float32(s.height))
}

// frameOf is what is around the words of a label.
func (a *Axis) frameOf(s spot) (fyne.Position, fyne.Size) {
	const room = 5
	l := a.labelOf(s)
	wide := l.Inner + 2*room
	from := a.wordsFrom(s, l) - room
	return fyne.NewPos(a.x(from, wide), a.labelTop(a.boxes[s.item].lane, s)-room), fyne.NewSize(wide, l.Height+2*room)
}

// at finds what a finger means: the label or the count under it, or the nearest mark.
func (a *Axis) at(p fyne.Position) (item int, c *crowd) {
	if a.plan == nil || a.along(p) < 0 {
		return -1, nil
	}
	u := a.begin * a.perDay
	for _, s := range a.plan.between(u-float64(a.size.Width), u+float64(a.size.Width)) {
		at, size := a.where(s)
		if p.X >= at.X && p.X < at.X+size.Width && p.Y >= at.Y && p.Y < at.Y+size.Height {
			return s.item, nil
		}
	}
	lane := 0
	for lane+1 < len(a.lanes) && p.Y >= a.laneTop(lane+1) {
		lane++
	}
	here := u + float64(a.along(p))
	if c := a.crowdAt(here, lane); c != nil && p.Y < a.laneTop(lane)+max(a.track, ui.Touch) {
		if i, away := a.nearest(here, lane); i < 0 || away > 0 || !a.labelled(i) || p.Y < a.laneTop(lane)+a.count {
			if len(c.items) == 1 {
				return c.items[0], nil
			}
			return -1, c
		}
	}
	i, _ := a.nearest(here, lane)
	return i, nil
}

func (a *Axis) labelled(item int) bool {
	_, ok := a.plan.byItem[item]
	return ok
}

// crowdAt is the crowd that a finger may mean at a place along the axis, or nil.
func (a *Axis) crowdAt(u float64, lane int) *crowd {
	var best *crowd
	least := float64(ui.Touch) / 2
	for i := range a.plan.crowds {
		c := &a.plan.crowds[i]
		if c.lane != lane {
			continue
		}
		away := min(max(c.u-u, u-c.u), max(c.from-u, u-c.to))
		if away < least {
			best, least = c, away
		}
	}
	return best
}

// nearest is the item whose mark is nearest to a place along a lane, within reach of a
// finger, and how far it is, px; -1 where none is.
func (a *Axis) nearest(u float64, lane int) (item int, away float64) {
	item, least := -1, float64(reach)
	for _, i := range a.reaching(u-reach, u+reach) {
		if a.boxes[i].lane != lane {
			continue
		}
		s := a.stretches[i]
		from, to := s.from*a.perDay, max((s.to-1)*a.perDay, s.from*a.perDay)
		off := max(from-u, u-to, 0)
		if off < least || off == least && item >= 0 && a.cfg.Items[i].Importance < a.cfg.Items[item].Importance {
			item, least = i, off
		}
	}
	return item, least
}

// reach is how far from a mark a finger may tap, px at 1x.
const reach = 36
