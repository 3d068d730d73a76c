package atlas

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/voice"
)

// Stops gives the map to a reading order that no movement changes: what it is, then each
// place in the order of the marks' turns. A place in a crowd is where the crowd parts; in
// one that nothing parts it is where that lies.
func (m *Map) Stops() []ui.Stop {
	out := m.stops(m.bring)
	for _, s := range m.spots {
		if len(s.marks) < 2 || m.parts(s) {
			continue
		}
		for n, i := range m.turns() {
			if slices.Contains(s.marks, i) {
				out[n+1].At, out[n+1].Size = m.target(s)
			}
		}
	}
	return out
}

// turns are the marks in the order of reading.
func (c *chart) turns() []int {
	order := make([]int, len(c.cfg.Marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(c.cfg.Marks[a].Turn, c.cfg.Marks[b].Turn) })
	return order
}

// stops are the map itself and its places.
func (c *chart) stops(bring func(i int)) []ui.Stop {
	out := []ui.Stop{{Item: voice.Item{Role: voice.Image, Text: c.cfg.Words.Summary}, Size: c.size}}
	lone := make([]int, len(c.cfg.Marks))
	for i := range lone {
		lone[i] = -1
	}
	for n, s := range c.spots {
		if len(s.marks) == 1 {
			lone[s.marks[0]] = n
		}
	}
	for _, i := range c.turns() {
		k := c.cfg.Marks[i]
		stop := ui.Stop{Item: voice.Item{Role: voice.Link, Text: cmp.Or(k.Spoken, k.Name), Action: k.Route, Lang: string(k.Lang)}, Act: k.Open}
		if n := lone[i]; n >= 0 {
			stop.At, stop.Size = c.target(c.spots[n])
		}
		if bring != nil {
			stop.Reveal = func() { bring(i) }
		}
		out = append(out, stop)
	}
	return out
}

// target is where a spot can be touched, or nothing where it is out of view.
func (c *chart) target(s spot) (fyne.Position, fyne.Size) {
	at := c.where(s)
	if at.X < 0 || at.Y < 0 || at.X > c.size.Width || at.Y > c.size.Height {
		return fyne.Position{}, fyne.Size{}
	}
	here := box{at.X - 1, at.Y - 1, at.X + 1, at.Y + 1}
	if in := c.calm.corner; !in.empty() && in.meets(here) || c.controlBox().meets(here) {
		return fyne.Position{}, fyne.Size{}
	}
	return at.SubtractXY(ui.Touch/2, ui.Touch/2), fyne.NewSquareSize(ui.Touch)
}
