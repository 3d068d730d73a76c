package handout

import (
	"cmp"
	"image/color"
	"log/slog"
	"math"
	"slices"
	"strings"

	"vigil/app/paper"
	"vigil/app/sheet"
	"vigil/content"
)

func rgb(grey uint8) color.NRGBA { return color.NRGBA{grey, grey, grey, 255} }

// The map's inks: land is a breath off the paper, what is set apart a little more.
var (
	landInk   = rgb(240)
	setInk    = rgb(224)
	borderInk = rgb(176)
)

// lake is what Land.Outlines calls water within land.
const lake = "--"

// chart is the map: where what the stops show happened. There is none where no place is
// known or no land.
func (m *maker) chart() {
	places := m.told.places
	if len(places) == 0 || m.Land == nil {
		return
	}
	in := m.sheet.Whole()
	bounds, within, beyond := m.part(places)
	c := &chart{m: m, in: in, bounds: bounds, beyond: beyond, width: in.Width, height: m.chartHeight(bounds, in.Width)}
	c.at, c.km = m.Land.Project(bounds, float64(c.width), float64(c.height))
	c.label(within)
	drawing := sheet.Drawing{High: c.height, Draw: func(p *paper.Page, y float32) {
		p.Figure(m.spoken(within), func() { c.draw(p, y) })
	}}
	m.sheet.Keep(append(m.heading("handout.places"), sheet.Band{Above: parted, Next: true, Blocks: []sheet.Block{drawing}}, m.legend(c))...)
}

// part is what the map shows: the map of one of the lesson's histories, as the kiosk has
// it, where at least half of the places lie on it, or all of them; and the places that
// lie beyond.
func (m *maker) part(places []*content.Place) (bounds content.Bounds, within, beyond []*content.Place) {
	for _, id := range m.Plan.Lesson.Cases {
		c := m.Archive.Case(id)
		if c == nil || c.Map.IsZero() {
			continue
		}
		var here, there []*content.Place
		for _, p := range places {
			if c.Map.Holds(p) {
				here = append(here, p)
			} else {
				there = append(there, p)
			}
		}
		if len(here) >= len(there) && len(here) > len(within) {
			bounds, within, beyond = c.Map, here, there
		}
	}
	if within == nil {
		bounds, within = m.Land.Around(places), places
	}
	return bounds.Unrolled(), within, beyond
}

// The least and most height of a map, of its width, and what stands around it, points.
const (
	flattest    = 0.38
	highest     = 0.62
	aroundChart = section + 2*parted + 50
)

// chartHeight is how high a map is, points: as its part of the earth is, within bounds,
// and as the page has room for.
func (m *maker) chartHeight(b content.Bounds, width float32) float32 {
	y := func(lat float64) float64 { return math.Log(math.Tan(math.Pi/4 + lat*math.Pi/360)) }
	ratio := float32((y(b.North) - y(b.South)) / ((b.East - b.West) * math.Pi / 180))
	high := width * min(max(ratio, flattest), highest)
	if room := m.sheet.Left() - aroundChart; room >= width*flattest {
		return min(high, room)
	}
	return high
}

// spoken says what the map shows, for who has the document read out.
func (m *maker) spoken(places []*content.Place) string {
	t := m.tongues[0]
	var names []string
	for _, p := range places {
		name, _ := t.name(p.Words, p.Name, p.Names)
		names = append(names, name)
	}
	return t.SayWith("map.locator", map[string]string{"names": t.List(names)})
}

// legend says what a ring is, whose borders are drawn, and which places found no room
// for their names.
func (m *maker) legend(c *chart) sheet.Band {
	b := sheet.Band{Above: apart}
	for _, t := range m.tongues {
		var parts []string
		var rest []string
		for _, s := range c.spots {
			if s.number > 0 {
				rest = append(rest, t.number(s.number)+"\u00a0"+t.List(s.names(t)))
			}
		}
		if len(rest) > 0 {
			parts = append(parts, strings.Join(rest, "; ")+".")
		}
		if len(c.beyond) > 0 {
			beyond := spot{places: c.beyond}
			parts = append(parts, t.Say("map.elsewhere")+dot+t.List(beyond.names(t))+".")
		}
		if slices.ContainsFunc(m.told.places, func(p *content.Place) bool { return p.Approximate }) {
			parts = append(parts, t.Say("map.open"))
		}
		parts = append(parts, t.SayWith("map.geometry", map[string]string{"source": m.Land.Source()}))
		b.Blocks = append(b.Blocks, m.own(t, sheet.Faded.As(paper.Caption), t.whole, strings.Join(parts, " ")))
	}
	return b
}

// chart is a map while it is laid out; x and y are points from its left top corner.
type chart struct {
	m             *maker
	in            sheet.Column
	bounds        content.Bounds
	beyond        []*content.Place // what the map does not show
	width, height float32
	at            func(lon, lat float64) (x, y float32)
	km            float64 // kilometres a point
	spots         []*spot
	taken         []box
}

func (c *chart) draw(p *paper.Page, y float32) {
	x := c.in.X
	var found []land
	err := c.m.Land.Outlines(c.bounds, float64(c.width), float64(c.height), func(country string, rings [][][2]float32) {
		found = append(found, land{country, c.rings(rings, x, y)})
	})
	if err != nil {
		slog.Error("draw a map on a handout", "err", err)
	}
	slices.SortStableFunc(found, func(a, b land) int { return cmp.Compare(a.layer(c), b.layer(c)) })
	p.Clip(x, y, c.width, c.height, func() {
		for _, l := range found {
			p.Path(l.rings, true, paper.Paint{Fill: [...]color.NRGBA{landInk, setInk, paperWhite}[l.layer(c)], Stroke: borderInk, Width: 0.4, Round: true})
		}
		c.countries(p, x, y, found)
	})
	p.Rect(x, y, c.width, c.height, paper.Paint{Stroke: sheet.Rule, Width: sheet.Hair})
	for _, s := range c.spots {
		c.dot(p, x+s.x, y+s.y, s)
		at := y + s.box.top
		for _, w := range s.words {
			w.At(p, x+s.box.left, at)
			at += w.High()
		}
	}
	c.scale(p, x, y)
}

type land struct {
	country string
	rings   [][]paper.Point
}

func (l land) layer(c *chart) int {
	switch {
	case l.country == lake:
		return 2
	case slices.Contains(c.m.told.grounds, l.country):
		return 1
	default:
		return 0
	}
}

// seen is the least that an outline moves before it is drawn, points.
const seen = 0.35

func (c *chart) rings(rings [][][2]float32, x, y float32) [][]paper.Point {
	var out [][]paper.Point
	for _, r := range rings {
		var points []paper.Point
		for i, v := range r {
			q := paper.Point{X: x + v[0], Y: y + v[1]}
			if n := len(points); n > 0 && i < len(r)-1 && math.Hypot(float64(points[n-1].X-q.X), float64(points[n-1].Y-q.Y)) < seen {
				continue
			}
			points = append(points, q)
		}
		if len(points) > 2 {
			out = append(out, points)
		}
	}
	return out
}

func (c *chart) dot(p *paper.Page, x, y float32, s *spot) {
	approximate := slices.ContainsFunc(s.places, func(p *content.Place) bool { return !p.Approximate })
	if !approximate {
		p.Circle(x, y, 2.2, paper.Paint{Fill: paperWhite, Stroke: sheet.Ink, Width: 0.8})
		return
	}
	p.Circle(x, y, 2.2, paper.Paint{Fill: sheet.Ink, Stroke: paperWhite, Width: 0.6})
}

// countries names the countries that have room for their names, those set apart first.
func (c *chart) countries(p *paper.Page, x, y float32, found []land) {
	largest := map[string]box{}
	for _, l := range found {
		if l.country == "" || l.country == lake || len(l.rings) == 0 {
			continue
		}
		b := extent(l.rings[0], x, y).cut(c.width, c.height)
		if old, ok := largest[l.country]; !ok || b.area() > old.area() {
			largest[l.country] = b
		}
	}
	codes := make([]string, 0, len(largest))
	for code := range largest {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, func(a, b string) int {
		return cmp.Or(cmp.Compare(rank(c, b), rank(c, a)), cmp.Compare(largest[b].area(), largest[a].area()), cmp.Compare(a, b))
	})
	t, taken := c.m.tongues[0], slices.Clone(c.taken)
	for _, l := range found {
		if l.country == lake {
			taken = append(taken, extent(l.rings[0], x, y))
		}
	}
	as := sheet.Tick
	for _, code := range codes {
		b := largest[code]
		words := c.m.sheet.Words(as, sheet.Column{Width: 200}, string(t.Locale.Lang()), t.Country(code))
		wide, high := words.Wide(), words.High()
		middle := [2]float32{(b.left + b.right) / 2, (b.top + b.bottom) / 2}
		at := box{middle[0] - wide/2, middle[1] - high/2, middle[0] + wide/2, middle[1] + high/2}
		if wide > (b.right-b.left)*0.8 || high > b.bottom-b.top || !at.within(c.width, c.height) || slices.ContainsFunc(taken, at.meets) {
			continue
		}
		taken = append(taken, at)
		words.At(p, x+at.left, y+at.top)
	}
}

func rank(c *chart, code string) int {
	if slices.Contains(c.m.told.grounds, code) {
		return 1
	}
	return 0
}

func extent(points []paper.Point, x, y float32) box {
	b := box{points[0].X - x, points[0].Y - y, points[0].X - x, points[0].Y - y}
	for _, p := range points {
		b.left, b.right = min(b.left, p.X-x), max(b.right, p.X-x)
		b.top, b.bottom = min(b.top, p.Y-y), max(b.bottom, p.Y-y)
	}
	return b
}

func (b box) cut(width, height float32) box {
	return box{max(b.left, 0), max(b.top, 0), min(b.right, width), min(b.bottom, height)}
}

func (b box) area() float32 { return (b.right - b.left) * (b.bottom - b.top) }

// longestBar is the longest that the bar of the scale gets, points.
const longestBar = 90

// bar is how long the scale's bar is, points, and how many kilometres that is.
func (c *chart) bar() (length float32, km float64) {
	most := longestBar * c.km
	if !(most > 0) || math.IsInf(most, 0) {
		return 0, 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(most)))
	km = unit
	for _, n := range []float64{5, 2} {
		if n*unit <= most {
			km = n * unit
			break
		}
	}
	return float32(km / c.km), km
}

func (c *chart) scaleBox() box {
	length, _ := c.bar()
	if c.in.RTL {
		return box{c.width - 10 - max(length, 40), c.height - 24, c.width - 4, c.height - 4}
	}
	return box{4, c.height - 24, 10 + max(length, 40), c.height - 4}
}

func (c *chart) scale(p *paper.Page, x, y float32) {
	length, km := c.bar()
	if length <= 0 {
		return
	}
	t := c.m.tongues[0]
	as := sheet.Tick.As(paper.Paragraph)
	left, base := x+8, y+c.height-8
	column := sheet.Column{X: left, Width: longestBar + 20}
	if c.in.RTL {
		left = x + c.width - 8 - length
		column.X, column.RTL = x+c.width-8-column.Width, true
	}
	paint := paper.Paint{Stroke: sheet.Soft, Width: 0.8}
	p.Path([][]paper.Point{{{X: left, Y: base - 3}, {X: left, Y: base}, {X: left + length, Y: base}, {X: left + length, Y: base - 3}}}, false, paint)
	words := c.m.sheet.Words(as, column, string(t.Locale.Lang()), t.SayWith("map.kilometres", map[string]string{"number": t.Number(km)}))
	words.At(p, column.X, base-5-words.High())
}
