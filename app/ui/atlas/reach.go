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
func (m *Map) Stops() []ui.Stop { return m.stops(m.bring) }

// turns are the marks in the order of reading.
func (c *chart) turns() []int {
	order := make([]int, len(c.cfg.Marks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(c.cfg.Marks[a].Turn, c.cfg.Marks[b].Turn) })
	return order
}

// stops are the map itself and its places; none of a small one of which nothing is to be
// said.
func (c *chart) stops(bring func(i int)) []ui.Stop {
	if c.alone && c.cfg.Words.Summary == "" {
		return nil
	}
	out := []ui.Stop{{Item: voice.Item{Role: voice.Image, Text: c.cfg.Words.Summary}, Size: c.size}}
	targets := c.targets()
	for _, i := range c.turns() {
		k := c.cfg.Marks[i]
		stop := ui.Stop{Item: voice.Item{Role: voice.Link, Text: cmp.Or(k.Spoken, k.Name), Action: k.Route, Lang: string(k.Lang)}, Act: k.Open}
		if b := targets[i]; !b.empty() {
			stop.At, stop.Size = fyne.NewPos(b.left, b.top), fyne.NewSize(b.right-b.left, b.bottom-b.top)
		}
		if bring != nil {
			stop.Reveal = func() { bring(i) }
		}
		out = append(out, stop)
	}
	return out
}

// targets are where marks can be touched for sure: none lies on another's. The one that
// keys have brought into view comes first, wherever it is.
func (c *chart) targets() map[int]box {
	out := make(map[int]box, len(c.spots))
	taken := []box{c.controlBox(), c.calm.corner.box}
	add := func(i int, s spot) {
		if b, ok := c.target(s); ok && !meetsAny(b, taken) {
			out[i] = b
			taken = append(taken, b)
		}
	}
	for _, s := range c.spots {
		if c.brought >= 0 && slices.Contains(s.marks, c.brought) {
			add(c.brought, s)
		}
	}
	for _, s := range c.spots {
		if len(s.marks) == 1 && s.marks[0] != c.brought {
			add(s.marks[0], s)
		}
	}
	return out
}

// target is where a spot can be touched; false where it is out of view.
func (c *chart) target(s spot) (box, bool) {
	at := c.where(s)
	x, y := whole(float64(at.X)), whole(float64(at.Y))
	here := box{x, y, x, y}
	return here.grown(ui.Touch / 2), c.view().holds(here)
}
