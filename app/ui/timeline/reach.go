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
			Act: func() { a.choose(i) }, Reveal: func() { a.bring(i) },
		})
	}
	return out
}

// placeOf is where an item can be touched: its label in view, or nothing.
func (a *Axis) placeOf(item int) (fyne.Position, fyne.Size) {
	if a.plan == nil {
		return fyne.Position{}, fyne.Size{}
	}
	if n, ok := a.plan.byItem[item]; ok {
		at, size := a.where(a.plan.spots[n])
		if at.X >= 0 && at.X+size.Width <= a.size.Width {
			return at, size
		}
	}
	return fyne.Position{}, fyne.Size{}
}

// where a label can be touched, with the track above the first row.
func (a *Axis) where(s spot) (fyne.Position, fyne.Size) {
	b := a.boxes[s.item]
	half := (a.pitch() - a.labelHeight) / 2 // of the room between rows, so that a finger has enough
	top, height := a.labelTop(b.lane, s.row)-half, a.pitch()
	if s.row == 0 {
		top, height = a.laneTop(b.lane), max(a.labelHeight+a.track+half, ui.Touch)
	}
	x := float32(s.u - a.begin*a.perDay)
	if a.look.RTL {
		x = a.size.Width - x - float32(b.width)
	}
	return fyne.NewPos(x, top), fyne.NewSize(float32(b.width), height)
}

// at finds what a finger means: the label under it, or the nearest mark.
func (a *Axis) at(p fyne.Position) int {
	if a.plan == nil {
		return -1
	}
	u := a.begin * a.perDay
	for _, s := range a.plan.between(u-float64(a.size.Width), u+float64(a.size.Width)) {
		at, size := a.where(s)
		if p.X >= at.X && p.X < at.X+size.Width && p.Y >= at.Y && p.Y < at.Y+size.Height {
			return s.item
		}
	}
	x := p.X
	if a.look.RTL {
		x = a.size.Width - x
	}
	here := (u + float64(x)) / a.perDay
	lane := 0
	for lane+1 < a.drawn() && p.Y >= a.laneTop(lane+1) {
		lane++
	}
	best, least := -1, float64(reach)/a.perDay
	near := a.reaching(u+float64(x)-reach, u+float64(x)+reach)
	for _, i := range near {
		if a.boxes[i].lane != lane {
			continue
		}
		s := a.stretches[i]
		away := max(s.from-here, here-max(s.to-1, s.from), 0)
		if away < least || away == least && best >= 0 && a.cfg.Items[i].Importance < a.cfg.Items[best].Importance {
			best, least = i, away
		}
	}
	return best
}

// reach is how far from a mark a finger may tap, px at 1x.
const reach = 36
