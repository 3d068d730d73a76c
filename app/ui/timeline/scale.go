// Package timeline draws events on an axis of time that a hand can move: pan by
// dragging, zoom from a century to a day, a label wherever there is room for
// it, the more important event first. Screens say what the events are; where
// and how they are drawn is decided here.
//
// Time is measured in days since 1 January 1970, UTC. Places along the axis are
// measured from the side where lines begin, so that a right-to-left page is the
// mirror of a left-to-right one.
package timeline

import (
	"time"

	"vigil/content"
)

const secondsADay = 86400

func dayOf(t time.Time) float64 { return float64(t.Unix()) / secondsADay }

func timeOf(day float64) time.Time { return time.Unix(int64(day*secondsADay), 0).UTC() }

// step is a distance between ticks: so many days, months or years, one of them.
type step struct{ days, months, years int }

var steps = []step{
	{days: 1}, {days: 2}, {days: 7}, {months: 1}, {months: 2}, {months: 6},
	{years: 1}, {years: 2}, {years: 5}, {years: 10}, {years: 20}, {years: 50}, {years: 100}, {years: 500}, {years: 1000}, {years: 2000}, {years: 5000},
}

// length is about how long a step is, in days.
func (s step) length() float64 {
	return float64(s.days) + float64(s.months)*30.4 + float64(s.years)*365.2
}

// begin is the last tick at or before a time.
func (s step) begin(t time.Time) time.Time {
	switch {
	case s.years > 0:
		return time.Date(beginYear(t.Year(), s.years), 1, 1, 0, 0, 0, 0, time.UTC)
	case s.months > 0:
		return time.Date(t.Year(), time.Month(floor(int(t.Month())-1, s.months)+1), 1, 0, 0, 0, 0, time.UTC)
	case s.days == 7: // weeks begin on Monday (ISO 8601)
		monday := (int(t.Weekday()) + 6) % 7
		return time.Date(t.Year(), t.Month(), t.Day()-monday, 0, 0, 0, 0, time.UTC)
	default:
		day := floor(int(dayOf(t)), s.days)
		return timeOf(float64(day))
	}
}

// beginYear is the last year at or before one that is round in the count people
// know: 200, 100 and 1 BCE, 1, 100 and 200.
func beginYear(year, by int) int {
	if year > 0 {
		return max(1, floor(year, by))
	}
	return 1 + floor(year-1, by)
}

func floor(n, by int) int {
	m := n % by
	if m < 0 {
		m += by
	}
	return n - m
}

func (s step) next(t time.Time) time.Time {
	next := t.AddDate(s.years, s.months, s.days)
	if s.years > 0 {
		return s.begin(next)
	}
	return next
}

// date is what a tick stands for: a day, a month or a year.
func (s step) date(t time.Time) content.Date {
	m := content.Moment{Year: t.Year(), Precision: content.Year}
	switch {
	case s.months > 0:
		m.Month, m.Precision = int(t.Month()), content.Month
	case s.days > 0:
		m.Month, m.Day, m.Precision = int(t.Month()), t.Day(), content.Day
	}
	return content.Date{EDTF: m.EDTF(), From: m, To: m}
}

// tick is a mark on the scale.
type tick struct {
	day  float64
	date content.Date
}

// stepFor is the finest step whose ticks are at least gap px apart.
func stepFor(perDay, gap float64) step {
	for _, s := range steps {
		if s.length()*perDay >= gap {
			return s
		}
	}
	return steps[len(steps)-1]
}

// mostTicks bounds a scale, whatever is asked for.
const mostTicks = 400

// ticks lists the marks of the scale between two days, at least gap px apart.
func ticks(from, to, perDay, gap float64) []tick {
	s := stepFor(perDay, gap)
	var out []tick
	for t := s.begin(timeOf(from)); dayOf(t) <= to && len(out) < mostTicks; t = s.next(t) {
		if t.Year() >= content.FirstYear && t.Year() <= content.LastYear {
			out = append(out, tick{dayOf(t), s.date(t)})
		}
	}
	return out
}

// stretch is the time that an event takes on the axis, in days.
type stretch struct {
	from, to  float64
	soft      [2]float64 // how far either end is uncertain, in days
	open      [2]bool    // goes on beyond, or nobody knows where it ends
	point     bool       // one day, known
	imprecise bool       // somewhere within, known no closer than a month
	uncertain bool
}

// stretchOf reads where a date lies.
func stretchOf(d content.Date) stretch {
	s := stretch{from: dayOf(d.Earliest()), to: dayOf(d.Latest())}
	for i, m := range []content.Moment{d.From, d.To} {
		s.open[i] = m.Open || m.Unknown
		if m.Approximate || m.Uncertain {
			s.soft[i], s.uncertain = softness(m), true
		}
	}
	if !d.IsSpan() {
		s.point = d.From.Precision == content.Day && !s.uncertain
		s.imprecise = d.From.Precision != content.Day
	}
	return s
}

// softness is how far, in days, a doubtful end is drawn fading on either side.
func softness(m content.Moment) float64 {
	switch m.Precision {
	case content.Century:
		return 365.2 * 25
	case content.Decade:
		return 365.2 * 3
	case content.Year:
		return 120
	case content.Season:
		return 30
	case content.Month:
		return 12
	default:
		return 4
	}
}
