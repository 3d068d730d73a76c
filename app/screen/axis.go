package screen

import (
	"image/color"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigil/app/ui"
	"vigil/app/ui/timeline"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
)

// axisPage is a page with a time axis while it is open: what is on it, and what
// has been chosen, which stands beside it.
type axisPage struct {
	d        page
	r        route.Route
	axis     *timeline.Axis
	overview *timeline.Overview
	items    []timeline.Item
	beside   *ui.Scroll
	foot     *fyne.Container
}

// parameters of a page with an axis
const (
	atParam      = "at"      // the day in the middle of the view, or that a list begins at
	daysParam    = "days"    // how many are in view
	eventParam   = "event"   // the route of what is chosen
	withoutParam = "without" // lanes not shown
	viewParam    = "view"    // "list" for the list
)

// axisOf makes the page of an axis with its lanes. Filters are the lanes that can
// be left out, by their ids.
func (d page) axisOf(r route.Route, title string, head []fyne.CanvasObject, lanes []timeline.Lane, items []timeline.Item, span content.Date, summary string) *Screen {
	p := &axisPage{d: d, r: r, items: items}
	first, last := firstView(span, items)
	p.axis = timeline.New(d.Look, timeline.Config{
		Lanes: lanes, Items: items, Tick: d.Locale.Date, Digits: d.Locale.Digits, Summary: summary, Whole: last - first,
		OnSelect: func(item int) { p.choose(item) }, OnMoved: func() { p.moved() },
	})
	p.overview = timeline.NewOverview(p.axis)
	p.beside = d.Look.Scroll()
	p.foot = container.NewStack()
	p.lookAt(first, last)
	foot := d.Look.Row(ui.Tiny, 1,
		d.Look.Touch(ui.IconMinus, d.Locale.Say("timeline.further"), func() { p.zoom(1 / zoomBy) }),
		p.overview,
		d.Look.Touch(ui.IconPlus, d.Locale.Say("timeline.closer"), func() { p.zoom(zoomBy) }))
	s := &Screen{Title: title, Body: d.Look.Dock(ui.Stack(0, head...), p.axis, foot, d.Look.Above(p.beside, p.foot))}
	s.Zoom = func(by int) { p.zoom(math.Pow(zoomBy, float64(by))) }
	s.Page = func(direction float32) { p.axis.Pan(float64(direction) * 0.8) }
	p.choose(slices.IndexFunc(items, func(e timeline.Item) bool { return e.ID == r.Get(eventParam) }))
	return s
}

// zoomBy is what a button does.
const zoomBy = 1.8

func (p *axisPage) zoom(by float64) { p.axis.Zoom(by, 0.5) }

// firstView is a span with some of what came before and after, in days since
// 1970; two noughts where there is no span, or nothing of what is told lies in it. A
// history that goes on is shown to its latest event.
func firstView(span content.Date, items []timeline.Item) (from, to float64) {
	if span.IsZero() {
		return 0, 0
	}
	day := func(t time.Time) float64 { return float64(t.Unix()) / 86400 }
	from, to = day(span.Earliest()), day(span.Latest())
	before, after := 0.25, 0.4
	if span.To.Open {
		before, after = 0.04, 0.04
		for _, e := range items {
			to = max(to, day(e.Date.Latest()))
		}
	}
	within := func(e timeline.Item) bool { return day(e.Date.Earliest()) < to && day(e.Date.Latest()) > from }
	if !slices.ContainsFunc(items, within) {
		return 0, 0
	}
	return from - (to-from)*before, to + (to-from)*after
}

// lookAt goes to the stretch of time that the route asks for, or to the first
// view.
func (p *axisPage) lookAt(first, last float64) {
	date, err := content.ParseDate(p.r.Get(atParam))
	if err != nil || date.IsZero() {
		if last > first {
			p.axis.Look(first, last)
		}
		return
	}
	days, err := strconv.ParseFloat(p.r.Get(daysParam), 64)
	if err != nil || days <= 0 || math.IsNaN(days) || math.IsInf(days, 0) {
		days = 3 * 365
	}
	middle := float64(date.Earliest().Unix()) / 86400
	p.axis.Look(middle-days/2, middle+days/2)
}

// moved notes where the view has come to rest, so that coming back finds it.
func (p *axisPage) moved() {
	p.overview.Follow()
	from, to := p.axis.View()
	middle := time.Unix(int64((from+to)/2*86400), 0).UTC()
	if middle.Year() < content.FirstYear || middle.Year() > content.LastYear {
		return
	}
	at := content.Moment{Year: middle.Year(), Month: int(middle.Month()), Day: middle.Day(), Precision: content.Day}
	p.r = p.r.With(atParam, at.EDTF()).With(daysParam, strconv.FormatFloat(to-from, 'f', 1, 64))
	p.d.Note(p.r.String())
}

// choose shows an item beside the axis; -1 shows how to begin.
func (p *axisPage) choose(item int) {
	d := p.d
	p.axis.Select(item)
	if item < 0 {
		p.beside.Fill([]*ui.Anchored{one(0, d.say(ui.Type{Size: ui.Body, Serif: true, Ink: d.Look.Palette.Soft}, "timeline.hint"))})
		ui.Swap(p.foot, d.Look.Row(0, -1, d.Look.Button("", d.Locale.Say("case.begin"), true,
			voice.Item{Role: voice.Button, Text: d.Locale.Say("case.begin")}, func() { p.pick(p.first()) })))
		return
	}
	p.r = p.r.With(eventParam, p.items[item].ID)
	p.beside.Fill(d.chosen(p.items[item].ID))
	ui.Swap(p.foot, d.Look.Grid(2, ui.Small, 0,
		p.stepButton("event.previous", ui.IconBack, p.axis.Step(item, -1)), p.stepButton("event.next", ui.IconNext, p.axis.Step(item, 1))))
	p.moved()
	d.Changed()
}

func (p *axisPage) pick(item int) {
	if item >= 0 {
		p.choose(item)
	}
}

// first is the earliest of the most important.
func (p *axisPage) first() int {
	best := -1
	for i := p.axis.First(); i >= 0; i = p.axis.Step(i, 1) {
		if best < 0 || p.items[i].Importance < p.items[best].Importance {
			best = i
		}
	}
	return best
}

func (p *axisPage) stepButton(id string, icon ui.Icon, to int) fyne.CanvasObject {
	if to < 0 {
		return ui.Gap(1)
	}
	label := p.d.Locale.Say(id)
	return p.d.Look.Button(icon, label, false, voice.Item{Role: voice.Button, Text: label}, func() { p.pick(to) })
}

// chosen is what stands beside the axis of one thing on it.
func (d page) chosen(address string) []*ui.Anchored {
	r, err := route.Parse(address)
	if err != nil {
		return nil
	}
	head := ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 2, Leading: 1.25}
	when := ui.Type{Size: ui.Label, Ink: d.Look.Palette.Accent}
	if e := d.Archive.Event(r.ID(0), r.ID(1)); r.Kind == route.Event && e != nil {
		w, lang := d.named(e.Words, e.ID)
		out := []*ui.Anchored{one(0, d.Look.Words(when, d.Locale.Date(e.Date))), one(ui.Tiny, d.Look.Named(head, lang, w.Title)),
			one(ui.Tiny, d.Look.Words(d.label(), d.Locale.Say("kind."+e.Kind)+d.at(e)))}
		text := d.small(w.Text, lang, ui.Label, d.Look.Palette.Ink)
		lead(text, ui.Small)
		out = append(append(out, text...), below(ui.Small, d.draft(wording{w, lang})...)...)
		return append(out, one(ui.Small, d.row(d.Locale.Say("timeline.open"), d.Locale.Lang(), "", address)))
	}
	if sp := d.Archive.Speech(r.ID(0)); r.Kind == route.Speech && sp != nil {
		w, lang := d.named(sp.Words, sp.ID)
		out := []*ui.Anchored{one(0, d.Look.Words(when, d.Locale.Date(sp.Date))), one(ui.Tiny, d.Look.Named(head, lang, w.Title)),
			one(ui.Tiny, d.Look.Words(d.label(), d.byline(sp)))}
		text := d.small(w.Text, lang, ui.Label, d.Look.Palette.Ink)
		lead(text, ui.Small)
		out = append(append(out, text...), below(ui.Small, d.draft(wording{w, lang})...)...)
		return append(out, one(ui.Small, d.row(d.Locale.Say("timeline.open"), d.Locale.Lang(), "", address)))
	}
	return nil
}

// eventItem is an event as it lies on an axis.
func (d page) eventItem(e *content.Event, lane int) timeline.Item {
	w, lang := d.named(e.Words, e.ID)
	return timeline.Item{
		ID: e.Route(), Date: e.Date, Lane: lane, Importance: e.Importance, Title: w.Title, When: d.Locale.DateShort(e.Date), Year: d.Locale.Year(e.Date), Lang: lang,
		Spoken: d.Locale.Date(e.Date) + ": " + w.Title,
	}
}

func (d page) speechItem(sp *content.Speech, lane int) timeline.Item {
	w, lang := d.named(sp.Words, sp.ID)
	importance := 3
	if len(sp.Paragraphs) > 0 {
		importance = 1
	}
	return timeline.Item{
		ID: "speech/" + sp.ID, Date: sp.Date, Lane: lane, Importance: importance, Title: w.Title, When: d.Locale.DateShort(sp.Date), Year: d.Locale.Year(sp.Date), Lang: lang,
		Spoken: d.Locale.Date(sp.Date) + ": " + w.Title,
	}
}

// speechesOn are the speeches that a case study's timeline carries where they were given.
func (d page) speechesOn(c *content.Case) []*content.Speech {
	var out []*content.Speech
	for _, sp := range d.Archive.Speeches {
		if slices.Contains(sp.Cases, c.ID) && !sp.Date.IsZero() {
			out = append(out, sp)
		}
	}
	return out
}

// laneKinds are the kinds of events that share a lane, in the order of the lanes.
var laneKinds = [][]string{{"background", "political"}, {"warning-sign"}, {"violence"}, {"response"}, {"law"}, {"justice"}, {"memory"}}

// caseAxis is the timeline of a case study on its axis: a lane for each kind of
// event, and one for the speeches that concern it.
func (d page) caseAxis(c *content.Case, r route.Route) *Screen {
	without := strings.Split(r.Get(withoutParam), ",")
	ink := d.Look.Palette.Thread(c.Order)
	var lanes []timeline.Lane
	var items []timeline.Item
	var filters []fyne.CanvasObject
	lane := func(id, name string, ink color.NRGBA, fill func(lane int)) {
		off := slices.Contains(without, id)
		filters = append(filters, d.choice(name, !off, func() { d.Replace(toggled(r, without, id, off)) }))
		if !off {
			lanes = append(lanes, timeline.Lane{Name: name, Ink: ink})
			fill(len(lanes) - 1)
		}
	}
	for _, kinds := range laneKinds {
		on := func(e *content.Event) bool { return slices.Contains(kinds, e.Kind) }
		if !slices.ContainsFunc(c.Events, on) {
			continue
		}
		var names []string
		for _, kind := range kinds {
			if slices.ContainsFunc(c.Events, func(e *content.Event) bool { return e.Kind == kind }) {
				names = append(names, d.Locale.Say("kind."+kind))
			}
		}
		lane(kinds[0], strings.Join(names, " · "), ink, func(n int) {
			for _, e := range c.Events {
				if on(e) {
					items = append(items, d.eventItem(e, n))
				}
			}
		})
	}
	if speeches := d.speechesOn(c); len(speeches) > 0 {
		lane("speeches", d.Locale.Say("home.speeches"), d.Look.Palette.Soft, func(n int) {
			for _, sp := range speeches {
				items = append(items, d.speechItem(sp, n))
			}
		})
	}
	w, lang := d.named(c.Words, c.ID)
	head := []fyne.CanvasObject{
		d.Look.Row(ui.Mid, 1, d.Look.Thread(ink), d.Look.Named(ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 1, Leading: 1.2}, lang, w.Title),
			d.viewChoice(r, false)),
		d.Look.Wrap(0, filters...),
	}
	return d.axisOf(r, d.Locale.Say("case.timeline"), head, lanes, items, c.Span, d.densitySaid(c.Events))
}

// viewChoice leads from the axis to the list of the same, and back.
func (d page) viewChoice(r route.Route, list bool) fyne.CanvasObject {
	return d.Look.Row(0, -1,
		d.choice(d.Locale.Say("timeline.axis"), !list, func() { d.Replace(r.With(viewParam, "axis").String()) }),
		d.choice(d.Locale.Say("timeline.list"), list, func() { d.Replace(r.With(viewParam, "list").String()) }))
}

// toggled is a route with one lane left out, or shown again.
func toggled(r route.Route, without []string, id string, off bool) string {
	without = slices.DeleteFunc(slices.Clone(without), func(s string) bool { return s == "" || s == id })
	if !off {
		without = append(without, id)
	}
	return r.With(withoutParam, strings.Join(without, ",")).String()
}

// calendar sets several case studies beneath one another on one calendar, what
// was done to prevent beneath them, with the caution that it compares what led
// to them and was done, not what was suffered.
func (d page) calendar(r route.Route) *Screen {
	if d.listed(r) {
		return d.calendarList(r)
	}
	without := strings.Split(r.Get(withoutParam), ",")
	var lanes []timeline.Lane
	var items []timeline.Item
	var events []*content.Event
	var filters []fyne.CanvasObject
	for _, c := range d.Archive.Cases {
		w, _ := d.named(c.Words, c.ID)
		off := slices.Contains(without, c.ID)
		filters = append(filters, d.choice(w.Title, !off, func() { d.Replace(toggled(r, without, c.ID, off)) }))
		if off {
			continue
		}
		lanes = append(lanes, timeline.Lane{Name: w.Title, Ink: d.Look.Palette.Thread(c.Order)})
		for _, e := range c.Events {
			items = append(items, d.eventItem(e, len(lanes)-1))
		}
		events = append(events, c.Events...)
	}
	off := slices.Contains(without, "speeches")
	filters = append(filters, d.choice(d.Locale.Say("home.speeches"), !off, func() { d.Replace(toggled(r, without, "speeches", off)) }))
	if !off && len(d.Archive.Speeches) > 0 {
		lanes = append(lanes, timeline.Lane{Name: d.Locale.Say("home.speeches"), Ink: d.Look.Palette.Soft})
		for _, sp := range d.Archive.Speeches {
			if !sp.Date.IsZero() {
				items = append(items, d.speechItem(sp, len(lanes)-1))
			}
		}
	}
	title := d.Locale.Say("timeline.title")
	head := []fyne.CanvasObject{
		d.Look.Row(ui.Mid, 0, d.Look.Words(ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 1, Leading: 1.2}, d.Locale.Say("timeline.together")),
			d.viewChoice(r, false)),
		d.say(d.caption(), "timeline.caution"),
		d.Look.Wrap(0, filters...),
	}
	return d.axisOf(r, title, head, lanes, items, content.Date{}, d.densitySaid(events))
}

// listed reports whether a timeline is shown as a list: where it was asked for,
// or where letters are so large on a low screen that an axis would have no room.
func (d page) listed(r route.Route) bool {
	view := r.Get(viewParam)
	return view == "list" || view != "axis" && d.Look.Narrow && !d.Look.Portrait && d.Look.Text > 1.25
}

// calendarList is the same as a list by year, each event with its history.
func (d page) calendarList(r route.Route) *Screen {
	var events []*content.Event
	for _, c := range d.Archive.Cases {
		events = append(events, c.Events...)
	}
	slices.SortStableFunc(events, func(a, b *content.Event) int {
		switch {
		case a.Date.Before(b.Date):
			return -1
		case b.Date.Before(a.Date):
			return 1
		}
		return 0
	})
	items, years := d.byYear(events)
	s := &Screen{}
	beside := []*ui.Anchored{
		one(0, d.Look.Words(d.heading(), d.Locale.Say("timeline.together"))), one(ui.Small, d.say(d.caption(), "timeline.caution")),
		one(ui.Large, d.viewChoice(r, true)),
		one(ui.Mid, d.yearIndex(years, func(year int) { s.Main.GoTo(yearAnchor(year)) })),
	}
	*s = *d.pages(d.Locale.Say("timeline.title"), beside, items)
	s.Main.Most = 0
	return s
}
