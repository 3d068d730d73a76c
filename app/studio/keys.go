package studio

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigil/app/ui"
)

// cursor is the thing that keys act on while they are among the mistakes.
type cursor struct {
	ring *canvas.Rectangle // around it; hidden while the keys are elsewhere
	at   int
	said string // what it says, by which it is found again
}

func newCursor() cursor {
	ring := canvas.NewRectangle(color.Transparent)
	ring.StrokeWidth, ring.CornerRadius = 2, 4
	ring.Hide()
	return cursor{ring: ring}
}

// Enter gives the keys to the mistakes, and shows these where they have been put away.
func (p *Preview) Enter() {
	if p.away {
		p.turn()
	}
	p.cfg.Keys(p.keeper)
	p.cursor.at = 0
	p.step(1) // the first puts the mistakes away again
}

// key acts on a key while the mistakes have them.
func (p *Preview) key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyDown, fyne.KeyTab:
		p.step(1)
	case fyne.KeyUp:
		p.step(-1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if stops := p.stops(); p.cursor.at < len(stops) {
			stops[p.cursor.at].Act()
		}
	case fyne.KeyPageDown:
		p.column.Page(1)
	case fyne.KeyPageUp:
		p.column.Page(-1)
	case fyne.KeyEscape, fyne.KeyF6:
		p.lift()
		p.cfg.Leave()
	}
}

// stops are the things that keys can reach, without the kiosk's.
func (p *Preview) stops() []ui.Stop {
	var out []ui.Stop
	for _, part := range []*fyne.Container{p.line, p.panel} {
		for _, s := range ui.Stops(part) {
			if s.Act != nil && part.Visible() {
				out = append(out, s)
			}
		}
	}
	return out
}

func (p *Preview) step(by int) {
	p.cursor.ring.Show()
	stops := p.stops()
	if p.cursor.at = min(max(p.cursor.at+by, 0), len(stops)-1); p.cursor.at >= 0 {
		p.cursor.said = stops[p.cursor.at].Item.Text
	}
	p.point()
}

// point frames the thing that keys act on, and brings it into view.
func (p *Preview) point() {
	if !p.cursor.ring.Visible() {
		return
	}
	stops := p.stops()
	if i := slices.IndexFunc(stops, func(s ui.Stop) bool { return s.Item.Text == p.cursor.said }); i >= 0 {
		p.cursor.at = i
	}
	if p.cursor.at = min(p.cursor.at, len(stops)-1); p.cursor.at < 0 {
		p.lift()
		return
	}
	stop := stops[p.cursor.at]
	if stop.In != nil {
		stop.In.Bring(stop.Index)
		stop = p.stops()[p.cursor.at]
	}
	p.cursor.ring.StrokeColor = p.look.Palette.Accent
	const room = 8
	p.cursor.ring.Move(stop.At.SubtractXY(room, 0))
	p.cursor.ring.Resize(stop.Size.AddWidthHeight(2*room, 0))
	p.cursor.ring.Refresh()
}

// lift takes the frame away: a hand has come.
func (p *Preview) lift() { p.cursor.ring.Hide() }
