package handout

import (
	"fmt"
	"time"

	"vigil/app/paper"
	"vigil/app/sheet"
	"vigil/content"
)

// axisDrawing draws a part of the timeline.
type axisDrawing struct {
	m     *maker
	page  *paper.Page
	scale scale
	x, y  float32 // of the axis, and of the drawing's top
}

func (d *axisDrawing) at(t time.Time) float32 { return d.y + d.scale.at(t) }

func (d *axisDrawing) line() {
	d.page.Line(d.x, d.y+d.scale.top, d.x, d.y+d.scale.bottom, paper.Paint{Stroke: sheet.Rule, Width: 0.8})
}

// tick is a time that the axis names.
type tick struct {
	at    time.Time
	words string
}

// roomForTick is how far apart ticks are at least, points.
const roomForTick = 17

// times are the years that the axis names; months where it spans but a few years.
func (d *axisDrawing) times(t *tongue) []tick {
	s := d.scale
	years := float64(s.to.Unix()-s.from.Unix()) / (365.25 * 86400)
	per := float64(s.bottom-s.top) / years
	var out []tick
	for _, months := range []int{1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000} {
		if per*float64(months)/12 < roomForTick {
			continue
		}
		for at := first(s.from, months); !at.After(s.to); at = at.AddDate(0, months, 0) {
			if !at.Before(s.from) && len(out) < 200 {
				out = append(out, tick{at, named(t, at, months)})
			}
		}
		return out
	}
	return nil
}

// first is the first time of so many months before a time.
func first(t time.Time, months int) time.Time {
	if months < 12 {
		return time.Date(t.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	}
	years := months / 12
	year := t.Year() / years * years
	if t.Year() < 0 {
		year -= years
	}
	return time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC)
}

func named(t *tongue, at time.Time, months int) string {
	if months >= 12 || at.Month() == time.January {
		return t.YearOf(at.Year())
	}
	date, err := content.ParseDate(fmt.Sprintf("%04d-%02d", at.Year(), at.Month()))
	if err != nil {
		return ""
	}
	return t.DateShort(date)
}

// ticks names times: beside the axis, or on it between two languages, but not where a
// mark is.
func (d *axisDrawing) ticks(events []drawnEvent) {
	t := d.m.tongues[0]
	for _, k := range d.times(t) {
		y := d.at(k.at)
		if d.m.both() {
			d.tickOn(t, k, y, events)
			continue
		}
		to := float32(-4)
		in := sheet.Column{X: d.x - 6 - axisAt + 8, Width: axisAt - 8}
		if t.whole.RTL {
			to, in.X = 4, d.x+6
		}
		in.RTL = t.whole.RTL
		d.page.Line(d.x, y, d.x+to, y, paper.Paint{Stroke: sheet.Rule, Width: 0.8})
		words := d.m.sheet.Ended(sheet.Tick, in, string(t.Locale.Lang()), sheet.Tick.Span(k.words))
		words.At(d.page, in.X, y-words.Base()+2.4)
	}
}

// tickOn sets a year on the axis.
func (d *axisDrawing) tickOn(t *tongue, k tick, y float32, events []drawnEvent) {
	for _, e := range events {
		if a, b := d.at(e.date.Earliest()), d.at(e.date.Latest()); y > a-9 && y < max(b, a+3)+9 {
			return
		}
	}
	words := d.m.sheet.Words(sheet.Tick, sheet.Column{X: d.x, Width: axisRoom - 20}, string(t.Locale.Lang()), k.words)
	wide := words.Wide()
	d.page.Rect(d.x-wide/2-2, y-5, wide+4, 10, paper.Paint{Fill: paperWhite})
	words.At(d.page, d.x-wide/2, y-words.Base()+2.4)
}

// leads draws the hairlines from the axis to an event's words.
func (d *axisDrawing) leads(e drawnEvent, columns []sheet.Column) {
	y := d.at(e.date.Earliest())
	to := d.y + e.top + e.heads[0].Base() - 3
	for _, c := range columns {
		begin, knee, end := d.x+12, c.X-elbow, c.X-4
		if c.X < d.x {
			begin, knee, end = d.x-12, c.X+c.Width+elbow, c.X+c.Width+4
		}
		if !d.m.both() && !c.RTL || c.X > d.x {
			begin = d.x + 12
		}
		d.page.Path([][]paper.Point{{{X: d.x, Y: y}, {X: begin, Y: y}, {X: knee, Y: to}, {X: end, Y: to}}}, false, paper.Paint{Stroke: sheet.Rule, Width: sheet.Hair})
	}
}

// lanes deals stretches of time that overlap out to lanes beside the axis.
func lanes(events []drawnEvent, s scale) []int {
	out := make([]int, len(events))
	var ends [mostLanes]float32
	for i := range ends {
		ends[i] = -1
	}
	for i, e := range events {
		if !long(e.date) {
			continue
		}
		a, b := s.at(e.date.Earliest()), s.at(e.date.Latest())
		if e.date.To.Open {
			b = s.bottom
		}
		for lane := range ends {
			if ends[lane] < a-1 || lane == mostLanes-1 {
				out[i], ends[lane] = lane, b
				break
			}
		}
	}
	return out
}

const (
	mostLanes = 3
	laneWide  = 3.4
)

var paperWhite = rgb(255)

// mark draws a point or a stretch on the axis: broken where it is not certain.
func (d *axisDrawing) mark(e drawnEvent, lane int) {
	a, b := d.at(e.date.Earliest()), d.at(e.date.Latest())
	if !long(e.date) {
		d.point(a, soft(e.date))
		return
	}
	x := d.x + float32(lane)*laneWide
	if d.m.tongues[0].whole.RTL && !d.m.both() {
		x = d.x - float32(lane)*laneWide
	}
	paint := paper.Paint{Stroke: sheet.Ink, Width: 2.2}
	if soft(e.date) {
		paint = paper.Paint{Stroke: sheet.Soft, Width: 1.8, Dash: []float32{1.6, 1.6}}
	}
	if b-a < 4 {
		d.point((a+b)/2, soft(e.date))
		return
	}
	d.page.Line(x, a, x, b, paint)
	if e.date.To.Open {
		d.page.Line(x, b, x, d.y+d.scale.bottom, paper.Paint{Stroke: sheet.Faint, Width: 1.2, Dash: []float32{1.2, 2.4}})
	}
}

func (d *axisDrawing) point(y float32, broken bool) {
	if broken {
		d.page.Circle(d.x, y, 2.5, paper.Paint{Fill: paperWhite, Stroke: sheet.Ink, Width: 0.9, Dash: []float32{1.3, 1.1}})
		return
	}
	d.page.Circle(d.x, y, 2.6, paper.Paint{Fill: sheet.Ink})
}
