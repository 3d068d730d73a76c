package screen

import (
	"cmp"
	"slices"

	"vigil/app/ui"
	"vigil/content"
	"vigil/content/route"
)

// spread lays a page out whose words are placed in space and time: what places them
// stands beside them, or under them where a window has no room for that.
func (d page) spread(title string, beside, words, placed, rest []*ui.Anchored) *Screen {
	if len(placed) == 0 || !d.Look.Wide {
		lead(placed, ui.Large)
		words = slices.Concat(words, placed, rest)
		if len(beside) == 0 {
			return d.column(title, words)
		}
		return d.pages(title, beside, words)
	}
	placed[0].Above = 0
	column := d.Look.Scroll(append(words, rest...)...)
	column.Most = d.Look.Measure()
	side := d.Look.Scroll(append(beside, d.unsaid()...)...)
	return &Screen{Title: title, Body: d.Look.Spread(side, column, d.Look.Scroll(placed...)), Main: column}
}

// onStrip is an event as it stands on a strip.
func (d page) onStrip(e *content.Event) ui.Moment {
	w, lang := d.named(e.Words, e.ID)
	when := d.Locale.Date(e.Date)
	return ui.Moment{
		Days: daysOf(e.Date), When: when, Title: w.Title, Lang: lang, Soft: inexact(e.Date),
		Item: link(when+": "+w.Title, e.Route()), Act: func() { d.Go(e.Route()) },
	}
}

// inexact reports whether a date is not known to the day.
func inexact(date content.Date) bool {
	m := date.From
	return m.Precision != content.Day || m.Approximate || m.Uncertain || m.Open || m.Unknown
}

// daysOf is when a date begins, in days since 1970, UTC.
func daysOf(date content.Date) float64 { return float64(date.Earliest().Unix()) / 86400 }

// endOf is when it has ended.
func endOf(date content.Date) float64 { return float64(date.Latest().Unix()) / 86400 }

// mostAround is how many events on either side stand around one.
const mostAround = 2

// around is an event among those before and after it in its history, each a door.
func (d page) around(e *content.Event) []ui.Moment {
	events := d.timelineOf(e.Owner)
	at := slices.Index(events, e)
	if at < 0 {
		return nil
	}
	var out []ui.Moment
	for i := max(at-mostAround, 0); i < min(at+mostAround+1, len(events)); i++ {
		m := d.onStrip(events[i])
		if i == at {
			m.Here, m.Act = true, nil
		}
		out = append(out, m)
	}
	return out
}

// eventPlaced places an event: where it was, and what came before and after.
func (d page) eventPlaced(e *content.Event) []*ui.Anchored {
	var out []*ui.Anchored
	if p := d.Archive.Place(e.Place); p != nil {
		out = append(out, d.where(ui.Large, []*content.Place{p}, p.ID)...)
	}
	return append(out, d.line("event.around", d.around(e), e.Owner)...)
}

// personPlaced places a life: what is known of it in time, and where.
func (d page) personPlaced(p *content.Person) []*ui.Anchored {
	events := d.eventsOf(func(e *content.Event) bool { return slices.Contains(e.People, p.ID) })
	var moments []ui.Moment
	for _, e := range events {
		moments = append(moments, d.onStrip(e))
	}
	if len(moments) > 0 {
		moments = slices.Concat(d.lifeMark("person.born", p.Born), moments, d.lifeMark("person.died", p.Died))
		slices.SortStableFunc(moments, func(a, b ui.Moment) int { return cmp.Compare(a.Days, b.Days) })
	}
	return append(d.line("person.line", moments, ""), d.where(ui.Large, d.placesIn(events), "")...)
}

// where is the small map of some places; nothing where there are none.
func (d page) where(above float32, places []*content.Place, chosen string, countries ...string) []*ui.Anchored {
	small := d.locator(places, chosen, countries...)
	if small == nil {
		return nil
	}
	return []*ui.Anchored{one(above, small)}
}

// lifeMark is a birth or a death on a life line.
func (d page) lifeMark(id string, date content.Date) []ui.Moment {
	if date.IsZero() {
		return nil
	}
	when := d.Locale.SayWith(id, map[string]string{"date": d.Locale.Date(date)})
	return []ui.Moment{{Days: daysOf(date), When: when, Soft: inexact(date)}}
}

// eventsOf lists the events of the archive that pass a test, in the order of time.
func (d page) eventsOf(pass func(*content.Event) bool) []*content.Event {
	out := slices.DeleteFunc(slices.Clone(d.Archive.Events()), func(e *content.Event) bool { return !pass(e) })
	slices.SortStableFunc(out, func(a, b *content.Event) int { return cmp.Compare(daysOf(a.Date), daysOf(b.Date)) })
	return out
}

// placesIn lists where events were, each place once.
func (d page) placesIn(events []*content.Event) []*content.Place {
	var out []*content.Place
	for _, e := range events {
		if p := d.Archive.Place(e.Place); p != nil && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// organisationPlaced lists what a body decided, by date, each with its outcomes.
func (d page) organisationPlaced(o *content.Organisation) []*ui.Anchored {
	list := d.Archive.Decisions(func(f *content.Finding) bool { return f.Body == o.ID })
	list = slices.DeleteFunc(list, func(x content.Decision) bool {
		return x.Finding.Body != o.ID || len(d.sayable([]*content.Finding{x.Finding})) == 0
	})
	slices.SortStableFunc(list, func(a, b content.Decision) int { return compareUndatedLast(a.Finding, b.Finding) })
	var moments []ui.Moment
	for _, x := range list {
		m := d.decision(x, func() { d.Go(x.Route()) })
		if n := len(moments); n > 0 && x.Finding.Date.IsZero() {
			m.Days = moments[n-1].Days // it stands last, at no distance
		}
		moments = append(moments, m)
	}
	return d.line("organisation.line", moments, "")
}

// compareUndatedLast orders decisions by their dates, those without one last.
func compareUndatedLast(a, b *content.Finding) int {
	switch {
	case a.Date.IsZero() == b.Date.IsZero():
		return cmp.Compare(daysOf(a.Date), daysOf(b.Date))
	case a.Date.IsZero():
		return 1
	}
	return -1
}

// decision is a decision as it stands on a strip, with what became of which charges.
func (d page) decision(x content.Decision, act func()) ui.Moment {
	w, lang := d.named(x.Finding.Words, x.Finding.ID)
	under := d.brief(x.Finding, "")[1:]
	m := ui.Moment{When: d.decided(x.Finding), Title: w.Title, Lang: lang, Under: under, Act: act, Soft: inexact(x.Finding.Date)}
	if !x.Finding.Date.IsZero() {
		m.Days = daysOf(x.Finding.Date)
	}
	m.Item = link(m.When+": "+w.Title, x.Route())
	return m
}

// casePlaced places a history: its years, and the country that it is about.
func (d page) casePlaced(c *content.Case) []*ui.Anchored {
	out := d.density(c, c.Events)
	led := d.casePlaces(c)
	if len(led) == 0 {
		return out
	}
	return append(out, d.where(ui.Large, led, "", d.Archive.Ground(c)...)...)
}

// speechPlaced is what a speech speaks of, in the order of time, the speech among it.
func (d page) speechPlaced(sp *content.Speech) []*ui.Anchored {
	var events []*content.Event
	add := func(address string) {
		r, err := route.Parse(address)
		if err != nil || r.Kind != route.Event {
			return
		}
		if e := d.Archive.Event(r.ID(0), r.ID(1)); e != nil && !slices.Contains(events, e) {
			events = append(events, e)
		}
	}
	for _, p := range sp.Paragraphs {
		for _, address := range p.Events {
			add(address)
		}
	}
	for _, address := range sp.About {
		add(address)
	}
	if len(events) == 0 {
		return nil
	}
	var moments []ui.Moment
	for _, e := range events {
		moments = append(moments, d.onStrip(e))
	}
	if !sp.Date.IsZero() {
		w, lang := d.named(sp.Words, sp.ID)
		moments = append(moments, ui.Moment{Days: daysOf(sp.Date), When: d.Locale.Date(sp.Date), Title: w.Title, Lang: lang, Here: true, Soft: inexact(sp.Date)})
	}
	slices.SortStableFunc(moments, func(a, b ui.Moment) int { return cmp.Compare(a.Days, b.Days) })
	return d.line("speech.alludes", moments, "")
}

// line is a strip under its heading; nothing where nothing is on it.
func (d page) line(heading string, moments []ui.Moment, owner string) []*ui.Anchored {
	if len(moments) == 0 {
		return nil
	}
	ink := d.Look.Palette.Soft
	if c := d.Archive.Case(owner); c != nil {
		ink = d.Look.Palette.Thread(c.Order)
	}
	return []*ui.Anchored{one(ui.Large, d.say(d.label(), heading)), one(ui.Tiny, d.Look.Strip(ink, moments))}
}

// findingsPlaced are the decisions of a history by date, each leading to where it is
// told on the same page.
func (d page) findingsPlaced(c *content.Case, to func(id string)) []*ui.Anchored {
	list := slices.DeleteFunc(d.sayable(c.Findings), func(f *content.Finding) bool { return f.Date.IsZero() })
	slices.SortStableFunc(list, compareUndatedLast)
	var moments []ui.Moment
	for _, f := range list {
		w, lang := d.named(f.Words, f.ID)
		m := ui.Moment{Days: daysOf(f.Date), When: d.decided(f), Title: w.Title, Lang: lang, Act: func() { to(f.ID) }, Soft: inexact(f.Date)}
		m.Under = []string{d.Locale.Say("standing." + string(d.Archive.Standing(f)))}
		m.Item = link(m.When+": "+w.Title, "case/"+c.ID+"/findings#"+f.ID)
		moments = append(moments, m)
	}
	return d.line("findings.line", moments, c.ID)
}
