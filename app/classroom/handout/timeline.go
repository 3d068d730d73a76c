package handout

import (
	"time"

	"vigil/app/paper"
	"vigil/app/sheet"
	"vigil/app/typeset"
	"vigil/content"
)

// The timeline, points.
const (
	axisAt   float32 = 46 // the axis, from where lines begin, beside labels
	axisRoom float32 = 84 // between the columns of two languages
	between  float32 = 8  // between two events' words
	elbow    float32 = 10 // before an event's words
	most     float32 = 540
)

// timeline is all that the stops show, in order of time: where a thing stands on the
// axis says when it was. It is parted where it is higher than a page.
func (m *maker) timeline() {
	moments := m.told.moments
	if len(moments) == 0 {
		return
	}
	drawn := m.events(moments)
	parts := 1 + int(heights(drawn)/most)
	each := (len(drawn) + parts - 1) / parts
	for i := 0; i < len(drawn); i += each {
		var bands []sheet.Band
		if i == 0 {
			bands = m.heading("handout.time")
		}
		bands = append(bands, sheet.Band{Above: parted, Blocks: []sheet.Block{m.axis(drawn[i:min(i+each, len(drawn))])}})
		if i+each >= len(drawn) {
			bands[len(bands)-1].Next = true
			bands = append(bands, m.small("handout.soft")...)
		}
		m.sheet.Keep(bands...)
	}
}

// heading is a section's name above what takes the whole width.
func (m *maker) heading(id string) []sheet.Band {
	b := sheet.Band{Above: section, Rule: true, Next: true}
	for _, t := range m.tongues {
		b.Blocks = append(b.Blocks, m.own(t, sheet.Label, t.whole, t.Say(id)))
	}
	return []sheet.Band{b}
}

// small is a line of explanation under a drawing.
func (m *maker) small(ids ...string) []sheet.Band {
	b := sheet.Band{Above: apart}
	for _, t := range m.tongues {
		words := ""
		for _, id := range ids {
			words += t.Say(id) + " "
		}
		b.Blocks = append(b.Blocks, m.own(t, sheet.Faded.As(paper.Caption), t.body, words))
	}
	return []sheet.Band{b}
}

// drawnEvent is a moment with its words in each language.
type drawnEvent struct {
	moment
	words []sheet.Stack
	heads []*sheet.Text // the first of each
	high  float32
	top   float32
}

func heights(all []drawnEvent) float32 {
	var h float32
	for _, e := range all {
		h += e.high + between
	}
	return h
}

// columns are where the words of the languages stand, and the axis.
func (m *maker) columns() (words []sheet.Column, axis float32) {
	if !m.both() {
		t := m.tongues[0]
		axis = t.whole.X + axisAt
		if t.whole.RTL {
			axis = t.whole.X + t.whole.Width - axisAt
		}
		return []sheet.Column{t.body}, axis
	}
	for i := range m.tongues {
		c := m.sheet.Half(i, false, axisRoom)
		// Words lean on the axis, whatever their direction.
		c.RTL = c.X < m.sheet.Half(1-i, false, axisRoom).X
		words = append(words, c)
	}
	whole := m.sheet.Whole()
	return words, whole.X + whole.Width/2
}

func (m *maker) events(moments []moment) []drawnEvent {
	columns, _ := m.columns()
	var out []drawnEvent
	for _, k := range moments {
		e := drawnEvent{moment: k}
		for i, t := range m.tongues {
			w, lang := t.titled(k.words, k.id)
			date := m.sheet.Words(sheet.Quiet.As(paper.ListItem), columns[i], string(t.Locale.Lang()), t.Date(k.date))
			stack := sheet.Stack{date}
			if t.elsewhere(lang) {
				stack = append(stack, m.sheet.Words(sheet.Faded.Slanted().As(paper.Continued), columns[i], string(t.Locale.Lang()), t.instead(lang)))
			} else {
				spans := append([]typeset.Span{sheet.Close.Span(w.Title)}, t.foreign(lang)...)
				spans = append(spans, m.cite(t, k.sources, k.verified)...)
				stack = append(stack, m.sheet.Spans(sheet.Close.As(paper.Paragraph), columns[i], string(lang), spans...))
			}
			e.words, e.heads = append(e.words, stack), append(e.heads, date)
			e.high = max(e.high, stack.High())
		}
		out = append(out, e)
	}
	return out
}

// axis draws events beside their axis.
func (m *maker) axis(events []drawnEvent) sheet.Block {
	from, to := reach(events)
	high := min(max(heights(events)*1.25, 180), most+40)
	s := scale{from: from, to: to, top: 6, bottom: high - 6}
	settle(events, s, high)
	columns, at := m.columns()
	return sheet.Drawing{High: high, Draw: func(p *paper.Page, y float32) {
		d := axisDrawing{page: p, scale: s, x: at, y: y, m: m}
		d.line()
		d.ticks(events)
		for _, e := range events {
			d.leads(e, columns)
		}
		for i, lane := range lanes(events, s) {
			d.mark(events[i], lane)
		}
		for _, e := range events {
			for _, stack := range e.words {
				stack.At(p, y+e.top)
			}
		}
	}}
}

// reach is from when to when events go.
func reach(events []drawnEvent) (from, to time.Time) {
	for i, e := range events {
		a, b := e.date.Earliest(), e.date.Latest()
		if i == 0 || a.Before(from) {
			from = a
		}
		if i == 0 || b.After(to) {
			to = b
		}
	}
	if day := 24 * time.Hour; to.Sub(from) < day {
		to = from.Add(day)
	}
	return from, to
}

// scale is where on the axis a time is, points from the drawing's top.
type scale struct {
	from, to    time.Time
	top, bottom float32
}

func (s scale) at(t time.Time) float32 {
	// Seconds: a Duration ends after 292 years.
	whole, part := float64(s.to.Unix()-s.from.Unix()), float64(t.Unix()-s.from.Unix())
	return s.top + float32(min(max(part/whole, 0), 1))*(s.bottom-s.top)
}

// settle places the words of events near to their times, in order, none on another: the
// least that they are moved (the pool of neighbours that would overlap moves as one).
func settle(events []drawnEvent, s scale, high float32) {
	type pool struct {
		first, n int
		top, sum float32 // sum of where each would have the pool begin
		high     float32
	}
	var pools []pool
	for i, e := range events {
		room := e.high + between
		want := s.at(e.date.Earliest()) - e.heads[0].Base() + 3
		p := pool{first: i, n: 1, sum: want, high: room}
		for {
			p.top = min(max(p.sum/float32(p.n), 0), high-p.high+between)
			k := len(pools) - 1
			if k < 0 || pools[k].top+pools[k].high <= p.top {
				break
			}
			// What comes after begins further down within the pool.
			p = pool{first: pools[k].first, n: pools[k].n + p.n, sum: pools[k].sum + p.sum - float32(p.n)*pools[k].high, high: pools[k].high + p.high}
			pools = pools[:k]
		}
		pools = append(pools, p)
	}
	for _, p := range pools {
		y := p.top
		for i := p.first; i < p.first+p.n; i++ {
			events[i].top = y
			y += events[i].high + between
		}
	}
}

// soft reports whether a date is drawn broken: it is not certain, or an end is open.
func soft(d content.Date) bool {
	unsure := func(m content.Moment) bool { return m.Approximate || m.Uncertain || m.Open || m.Unknown }
	return unsure(d.From) || unsure(d.To)
}

// long reports whether a date is drawn as a stretch and not as a point.
func long(d content.Date) bool {
	return d.IsSpan() || d.From.Precision != content.Day
}
