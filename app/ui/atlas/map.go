// Package atlas draws maps of a part of the earth with places on it: land, today's
// borders, the countries that a history is about set apart from their neighbours, a
// dot for a place that is known and a ring for one that is known only approximately,
// and the names that have room. A Map can be moved and brought closer; a Locator
// stands still at a page's side.
//
// Marks that would lie on one another are drawn as one ring with their number. No name
// ever lies on another, on a mark or on the scale bar: names of places come first, then
// those of countries, then those of seas and lakes. Land is painted in tiles, so that a
// hand that moves the map moves pictures and has only those painted that come into view.
package atlas

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
)

// Map is a map that a visitor moves and brings closer. Its height is what it is given.
type Map struct {
	chart
	hand  ui.Hand
	moved bool    // from its first view
	own   float64 // px a radian that a hand has chosen; 0 before
	want  *look   // what was asked for before there was a size
}

// New makes a map.
func New(land *Land, look ui.Look, cfg Config) *Map {
	m := &Map{chart: chart{brought: -1, look: look, cfg: cfg, ground: ground{land: land}}}
	m.ExtendBaseWidget(m)
	return m
}

// closest is the least that a map shows from west to east, degrees.
const closest = 0.05

// Resize lays the map out anew: its first view, or around what was in its middle.
func (m *Map) Resize(size fyne.Size) {
	if size != m.size && size.Width > 0 && size.Height > 0 {
		before, per := m.size, m.p.per
		x, y := m.p.middle(float64(before.Width), float64(before.Height))
		m.size = size
		switch {
		case before.Width > 0 && m.moved:
			m.set(x, y, per*float64(size.Width/before.Width))
		case m.want != nil:
			m.wanted()
		default:
			m.first()
		}
		m.calm, m.own = layout{}, m.p.per
		m.rest()
	}
	m.BaseWidget.Resize(size)
}

// first is the view at the beginning.
func (m *Map) first() {
	w, h := float64(m.size.Width), float64(m.size.Height)
	p := project(m.cfg.Bounds, w, h)
	x, y := p.middle(w, h)
	m.set(x, y, p.per)
}

// whole is all that can be looked at.
func (m *Map) whole() content.Bounds {
	b := m.cfg.Bounds.Unrolled()
	all := []Mark{{Lat: b.South, Lon: b.West}, {Lat: b.North, Lon: b.East}}
	if b.East-b.West >= 180 {
		return b
	}
	w := around(append(all, m.cfg.Marks...), 1.1, 0, 0)
	// As it is counted in the first view.
	middle := (w.West + w.East) / 2
	turn := math.Round(((b.West+b.East)/2-middle)/360) * 360
	w.West, w.East = w.West+turn, w.East+turn
	return w
}

// furthest is the least px a radian.
func (m *Map) furthest() float64 {
	w, h := float64(m.size.Width), float64(m.size.Height)
	first := project(m.cfg.Bounds, w, h).per
	return max(min(project(m.whole(), w, h).per, first), min(w/(2*math.Pi), first))
}

// set is the one place that changes the view: what is in its middle, in radians and
// Mercator's units, and how large it is, px a radian.
func (m *Map) set(x, y, per float64) {
	if m.size.Width <= 0 || m.size.Height <= 0 {
		return
	}
	w, h := float64(m.size.Width), float64(m.size.Height)
	per = min(max(per, m.furthest()), w/(closest*math.Pi/180))
	whole := m.whole()
	x = min(max(x, whole.West*math.Pi/180), whole.East*math.Pi/180)
	y = min(max(y, mercator(whole.South)), mercator(whole.North))
	again := per != m.p.per
	m.p = centred(x, y, per, w, h)
	if again {
		m.gather()
		m.settle()
	}
	if m.show != nil {
		m.show()
	}
}

// rest lays the names out for where the view has come to rest.
func (m *Map) rest() {
	if m.calm.p != m.p {
		m.gather()
		m.settle()
	}
	if m.show != nil {
		m.show()
	}
}

func (m *Map) halt() {
	m.moved, m.own = true, m.p.per
	m.rest()
	if m.cfg.OnMoved != nil {
		m.cfg.OnMoved()
	}
}

// Zoom makes everything so many times as large, around the middle.
func (m *Map) Zoom(factor float64) {
	m.ZoomAt(factor, fyne.NewPos(m.size.Width/2, m.size.Height/2))
}

// ZoomAt makes everything so many times as large; what lies at a place on the map, px at
// 1x, stays there.
func (m *Map) ZoomAt(factor float64, at fyne.Position) {
	m.stop()
	w, h := float64(m.size.Width), float64(m.size.Height)
	if w <= 0 || m.p.per <= 0 {
		return
	}
	per := min(max(m.p.per*factor, m.furthest()), w/(closest*math.Pi/180))
	x := m.p.x + float64(at.X)/m.p.per - float64(at.X)/per + w/2/per
	y := m.p.y - float64(at.Y)/m.p.per + float64(at.Y)/per - h/2/per
	m.set(x, y, per)
	m.halt()
}

// Pan moves the view by parts of its width and height, east and south where positive.
func (m *Map) Pan(east, south float64) {
	m.stop()
	w, h := float64(m.size.Width), float64(m.size.Height)
	x, y := m.p.middle(w, h)
	m.set(x+east*w/m.p.per, y-south*h/m.p.per, m.p.per)
	m.halt()
}

// Look shows a part of the earth around a place, degrees, so many degrees wide.
func (m *Map) Look(lon, lat, wide float64) {
	m.stop()
	m.want, m.moved = &look{lon, lat, wide}, true
	if m.size.Width > 0 {
		m.wanted()
		m.halt()
	}
}

// look is what is to be shown, degrees.
type look struct{ lon, lat, wide float64 }

// wanted shows what has been asked for.
func (m *Map) wanted() {
	w := m.want
	m.set(w.lon*math.Pi/180, mercator(w.lat), float64(m.size.Width)/(min(max(w.wide, closest), 360)*math.Pi/180))
}

// View is what is in the middle, degrees, and how many degrees are in view from west
// to east; false before it has a size.
func (m *Map) View() (lon, lat, wide float64, ok bool) {
	if m.size.Width <= 0 || m.p.per <= 0 {
		return 0, 0, 0, false
	}
	lon, lat = m.p.degrees(float64(m.size.Width)/2, float64(m.size.Height)/2)
	return lon, lat, float64(m.size.Width) / m.p.per * 180 / math.Pi, true
}

// More reports whether the map can come closer, and go further.
func (m *Map) More() (closer, further bool) {
	const same = 1.0001
	return m.p.per*same < float64(m.size.Width)/(closest*math.Pi/180), m.p.per > m.furthest()*same
}

// apart is how far marks come from one another where a crowd parts, times what two need
// beside each other.
const apart = 1.5

// nearer is how many times closer a crowd parts.
func (m *Map) nearer(s spot) float64 {
	return max(apart*float64(2*m.radius(2))/max(m.spread(s.marks), 1e-9), zoomStep)
}

// parts reports whether a crowd can be parted.
func (m *Map) parts(s spot) bool {
	return m.nearer(s)*m.p.per <= float64(m.size.Width)/(closest*math.Pi/180)
}

// part opens a crowd: comes so much closer that it parts, or says which places are in it
// where nothing parts them.
func (m *Map) part(s spot) {
	if !m.parts(s) {
		if m.cfg.OnCrowd != nil {
			m.cfg.OnCrowd(m.marksOf(s))
		}
		return
	}
	m.stop()
	m.set(s.x*math.Pi/180, mercator(s.y), m.p.per*m.nearer(s))
	m.halt()
}

func (c *chart) marksOf(s spot) []Mark {
	var out []Mark
	for _, i := range s.marks {
		out = append(out, c.cfg.Marks[i])
	}
	return out
}

// bring shows a mark by itself, from as near as a visitor has come by hand or nearer. The
// view moves only where the mark is not in it.
func (m *Map) bring(i int) {
	if m.size.Width <= 0 {
		return
	}
	m.stop()
	m.brought = i
	own := m.own
	if own > 0 && own != m.p.per {
		x, y := m.p.middle(float64(m.size.Width), float64(m.size.Height))
		m.set(x, y, own)
	}
	for range mostParts {
		s := m.spots[slices.IndexFunc(m.spots, func(s spot) bool { return slices.Contains(s.marks, i) })]
		if !m.clear(s) {
			at := m.where(s)
			lon, lat := m.p.degrees(float64(at.X), float64(at.Y))
			m.set(lon*math.Pi/180, mercator(lat), m.p.per)
			m.rest()
		}
		if len(s.marks) < 2 || !m.parts(s) {
			break
		}
		m.set(s.x*math.Pi/180, mercator(s.y), m.p.per*m.nearer(s))
	}
	own = m.own
	m.halt()
	m.own = own
}

// mostParts bounds how often a crowd is parted to show one of its marks.
const mostParts = 24

// clear reports whether a finger can touch a spot: in view, not at its edge and not
// under the small map.
func (m *Map) clear(s spot) bool {
	at := m.where(s)
	b := box{at.X, at.Y, at.X, at.Y}.grown(ui.Touch / 2)
	return m.view().holds(b) && !m.controlBox().meets(b) && (m.calm.corner.empty() || !m.calm.corner.meets(b))
}
