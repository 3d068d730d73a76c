package handout

import (
	"cmp"
	"image/color"
	"log/slog"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

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
	bounds := m.Land.Around(places).Unrolled()
	c := &chart{m: m, in: in, bounds: bounds, width: in.Width, height: chartHeight(bounds, in.Width)}
	c.at, c.km = m.Land.Project(bounds, float64(c.width), float64(c.height))
	c.label(places)
	drawing := sheet.Drawing{High: c.height, Draw: func(p *paper.Page, y float32) {
		p.Figure(m.spoken(places), func() { c.draw(p, y) })
	}}
	m.sheet.Keep(append(m.heading("handout.places"), sheet.Band{Above: parted, Next: true, Blocks: []sheet.Block{drawing}}, m.legend(c))...)
}

// chartHeight is how high a map is, points: as its part of the earth is, within bounds.
func chartHeight(b content.Bounds, width float32) float32 {
	y := func(lat float64) float64 { return math.Log(math.Tan(math.Pi/4 + lat*math.Pi/360)) }
	ratio := (y(b.North) - y(b.South)) / ((b.East - b.West) * math.Pi / 180)
	return min(max(width*float32(ratio), width*0.42), width*0.62)
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
	width, height float32
	at            func(lon, lat float64) (x, y float32)
	km            float64 // kilometres a point
	spots         []*spot
	taken         []box
}

// spot is one place, or some that lie on one another.
type spot struct {
	places []*content.Place
	x, y   float32
	words  []*sheet.Text
	box    box // of the words
	number int // of its line beneath the map, from 1; 0 where its name stands beside it
}

type box struct{ left, top, right, bottom float32 }

func (b box) meets(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

func (b box) within(width, height float32) bool {
	return b.left >= 2 && b.top >= 2 && b.right <= width-2 && b.bottom <= height-2
}

// together is how near places are that share a name's line, points.
const together = 5

func (s *spot) names(t *tongue) []string {
	var out []string
	for _, p := range s.places {
		name, _ := t.name(p.Words, p.Name, p.Names)
		out = append(out, brief(name))
	}
	return out
}

// briefest is the length of a name, letters, above which it leaves out what stands in
// brackets after it.
const briefest = 20

func brief(name string) string {
	if before, _, more := strings.Cut(name, " ("); more && before != "" && utf8.RuneCountInString(name) > briefest {
		return before
	}
	return name
}

// label gathers places into spots and finds room for their names.
func (c *chart) label(places []*content.Place) {
	for _, p := range places {
		x, y := c.at(p.Lon, p.Lat)
		i := slices.IndexFunc(c.spots, func(s *spot) bool {
			return math.Hypot(float64(s.x-x), float64(s.y-y)) < together
		})
		if i < 0 {
			c.spots = append(c.spots, &spot{x: x, y: y})
			i = len(c.spots) - 1
		}
		c.spots[i].places = append(c.spots[i].places, p)
	}
	c.taken = append(c.taken, c.scaleBox())
	for _, s := range c.spots {
		c.taken = append(c.taken, box{s.x - 3, s.y - 3, s.x + 3, s.y + 3})
	}
	for _, s := range c.spots {
		if len(s.places) < 3 && c.beside(s) {
			continue
		}
		s.number = c.numbered() + 1
		c.tell(s, c.m.tongues[0].number(s.number))
		c.room(s)
	}
}

func (c *chart) numbered() int {
	n := 0
	for _, s := range c.spots {
		n = max(n, s.number)
	}
	return n
}

// beside sets a spot's names beside it, each language's under the other; false where
// there is no room.
func (c *chart) beside(s *spot) bool {
	var lines []string
	for _, t := range c.m.tongues {
		if words := strings.Join(s.names(t), " / "); !slices.Contains(lines, words) {
			lines = append(lines, words)
		}
	}
	c.tell(s, lines...)
	return c.room(s)
}

// tell sets words for a spot.
func (c *chart) tell(s *spot, lines ...string) {
	s.words = nil
	as := sheet.Faded.As(paper.Paragraph)
	as.Ink = sheet.Ink
	as.Leading = 1.25
	for i, words := range lines {
		lang := string(c.m.tongues[min(i, len(c.m.tongues)-1)].lang)
		s.words = append(s.words, c.m.sheet.Words(as, sheet.Column{Width: 220}, lang, words))
	}
}

// room finds a place for a spot's words that meets nothing; false where there is none.
func (c *chart) room(s *spot) bool {
	var wide, high float32
	for _, w := range s.words {
		wide, high = max(wide, w.Wide()), high+w.High()
	}
	for _, away := range []float32{5, 9, 14} {
		for _, at := range [][2]float32{
			{s.x + away, s.y - high/2}, {s.x - away - wide, s.y - high/2}, {s.x - wide/2, s.y - away - high + 2}, {s.x - wide/2, s.y + away - 2},
			{s.x + away*0.7, s.y - away*0.7 - high + 3}, {s.x + away*0.7, s.y + away*0.7 - 3}, {s.x - away*0.7 - wide, s.y - away*0.7 - high + 3}, {s.x - away*0.7 - wide, s.y + away*0.7 - 3},
		} {
			b := box{at[0], at[1], at[0] + wide, at[1] + high}
			if b.within(c.width, c.height) && !slices.ContainsFunc(c.taken, b.meets) {
				s.box = b
				c.taken = append(c.taken, b)
				return true
			}
		}
	}
	s.box = box{s.x + 4, s.y - high/2, s.x + 4 + wide, s.y + high/2}
	return false
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
	t := c.m.tongues[0]
	as := sheet.Tick
	for _, code := range codes {
		b := largest[code]
		words := c.m.sheet.Words(as, sheet.Column{Width: 200}, string(t.Locale.Lang()), t.Country(code))
		wide, high := words.Wide(), words.High()
		middle := [2]float32{(b.left + b.right) / 2, (b.top + b.bottom) / 2}
		at := box{middle[0] - wide/2, middle[1] - high/2, middle[0] + wide/2, middle[1] + high/2}
		if wide > (b.right-b.left)*0.8 || high > b.bottom-b.top || !at.within(c.width, c.height) || slices.ContainsFunc(c.taken, at.meets) {
			continue
		}
		c.taken = append(c.taken, at)
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
