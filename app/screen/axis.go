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
	filterParam  = "filter"  // "open" where what can be left out is listed beside the axis
)

// axisOf makes the page of an axis with its lanes.
func (d page) axisOf(r route.Route, head axisHead, lanes []timeline.Lane, items []timeline.Item, span content.Date, summary string) *Screen {
	p := &axisPage{d: d, r: r, items: items}
	first, last := firstView(span, items)
	p.axis = timeline.New(d.Look, timeline.Config{
		Lanes: lanes, Items: items, Tick: d.Locale.Date, Digits: d.Locale.Digits, Summary: summary, From: first, To: last,
		OnSelect: func(item int) { p.choose(item) }, OnCrowd: func(items []int) { p.crowd(items) }, OnMoved: func() { p.moved() },
	})
	p.overview = timeline.NewOverview(p.axis)
	p.beside = d.Look.Scroll()
	p.foot = container.NewStack()
	p.lookAt(first, last)
	foot := d.Look.Row(ui.Tiny, 1,
		d.Look.Touch(ui.IconMinus, d.Locale.Say("timeline.further"), func() { p.zoom(1 / zoomBy) }),
		p.overview,
		d.Look.Touch(ui.IconPlus, d.Locale.Say("timeline.closer"), func() { p.zoom(zoomBy) }))
	s := &Screen{Title: d.Locale.Say("case.timeline"), Body: d.Look.Dock(p.head(head), p.axis, foot, d.Look.Above(p.beside, p.foot))}
	s.Zoom = func(by int) { p.zoom(math.Pow(zoomBy, float64(by))) }
	s.Page = func(direction float32) { p.axis.Pan(float64(direction) * 0.8) }
	if r.Get(filterParam) != "" && p.compact() {
		p.filters(head.filters)
		return s
	}
	p.begin(first, last)
	return s
}

// head is what stands above the axis; where that would leave the axis too little, what
// can be filtered is behind one button.
func (p *axisPage) head(head axisHead) fyne.CanvasObject {
	d := p.d
	parts, fill := []fyne.CanvasObject{}, 0
	if head.thread != nil {
		parts, fill = append(parts, head.thread), 1
	}
	parts = append(parts, head.name)
	if p.compact() {
		parts = append(parts, d.choice(d.Locale.Say("event.lane"), p.r.Get(filterParam) != "", func() { p.filters(head.filters) }))
	}
	parts = append(parts, d.viewChoice(p.r, false))
	title := d.Look.Row(ui.Mid, fill, parts...)
	if p.compact() {
		return ui.Stack(0, title)
	}
	return ui.Stack(0, title, head.note, d.Look.Wrap(ui.Tiny, head.filters...))
}

// compact reports whether a window is low for what it shows, or its letters large.
func (p *axisPage) compact() bool {
	return p.d.Look.Low || p.d.Look.Text > 1.25
}

// filters lists beside the axis what it can leave out.
func (p *axisPage) filters(all []fyne.CanvasObject) {
	p.r = p.r.With(filterParam, "open")
	p.d.Note(p.r.String())
	p.beside.Fill(below(ui.Tiny, all...))
	ui.Swap(p.foot)
	p.d.Changed()
}

// zoomBy is what a button does.
const zoomBy = 1.8

func (p *axisPage) zoom(by float64) { p.axis.Come(by, 0.5) }

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

// begin chooses what the route asks for, or else the first event that tells what is
// in view, with a line that says how to go on.
func (p *axisPage) begin(from, to float64) {
	asked := func(e timeline.Item) bool { return e.ID == p.r.Get(eventParam) }
	if item := slices.IndexFunc(p.items, asked); item >= 0 {
		p.show(item)
		return
	}
	item := p.first(from, to)
	if item < 0 {
		return
	}
	p.show(item, p.d.say(p.d.label(), "timeline.hint"))
}

// choose shows an item beside the axis, and notes it.
func (p *axisPage) choose(item int) {
	p.show(item)
	p.r = p.r.With(eventParam, p.items[item].ID).With(filterParam, "")
	p.moved()
	p.d.Changed()
}

// show puts an item beside the axis, with more beneath it.
func (p *axisPage) show(item int, more ...fyne.CanvasObject) {
	d := p.d
	p.axis.Select(item)
	p.beside.Fill(append(d.chosen(p.items[item].ID), below(ui.Large, more...)...))
	ui.Swap(p.foot, d.Look.Grid(2, ui.Small, 0,
		p.stepButton("event.previous", ui.IconBack, p.axis.Step(item, -1)), p.stepButton("event.next", ui.IconNext, p.axis.Step(item, 1))))
}

// crowd lists beside the axis what was only counted on it.
func (p *axisPage) crowd(items []int) {
	d := p.d
	head := ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 2, Leading: 1.25}
	out := []*ui.Anchored{one(0, d.Look.Words(head, d.Locale.Count("timeline.more", len(items), nil)))}
	for _, i := range items {
		out = append(out, one(0, d.crowdRow(p.items[i], func() { p.choose(i) })))
	}
	p.axis.Select(-1)
	p.beside.Fill(out)
	ui.Swap(p.foot)
	d.Changed()
}

// crowdRow is one event of a crowd: what it is called, beneath its date.
func (d page) crowdRow(e timeline.Item, act func()) fyne.CanvasObject {
	p := d.Look.Palette
	s := ui.Surface{Fill: p.Ground, Pressed: p.Pressed, Rule: p.Rule}
	inner := d.Look.Pad(ui.Small, ui.Small, ui.Small, 0, ui.Stack(2,
		d.Look.Words(ui.Type{Size: ui.Caption, Ink: p.Accent, Leading: 1.4}, d.Locale.Date(e.Date)),
		d.Look.Named(ui.Type{Size: ui.Body, Serif: true, Ink: p.Ink, Leading: 1.3}, e.Lang, e.Title)))
	return d.Look.Touchable(s, voice.Item{Role: voice.Button, Text: e.Spoken}, act, inner)
}

func (p *axisPage) pick(item int) {
	if item >= 0 {
		p.choose(item)
	}
}

// first is the earliest of the most important in a stretch of days, or of all where
// none is in it.
func (p *axisPage) first(from, to float64) int {
	best := -1
	for i := p.axis.First(); i >= 0; i = p.axis.Step(i, 1) {
		if begin := float64(p.items[i].Date.Earliest().Unix()) / 86400; to > from && (begin < from || begin > to) {
			continue
		}
		if best < 0 || p.items[i].Importance < p.items[best].Importance {
			best = i
		}
	}
	if best < 0 {
		return p.axis.First()
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
		out = append(out, one(ui.Small, d.row(d.Locale.Say("timeline.open"), d.Locale.Lang(), "", address)))
		if p := d.Archive.Place(e.Place); p != nil {
			out = append(out, d.where(ui.Mid, []*content.Place{p}, p.ID)...)
		}
		for i, p := range d.inOrder(e.People) {
			above := float32(0)
			if i == 0 {
				above = ui.Small
			}
			out = append(out, one(above, d.personRow(p)))
		}
		return out
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
	lane := func(id, name string, many int, ink color.NRGBA, fill func(lane int)) {
		off := slices.Contains(without, id)
		filters = append(filters, d.filter(name, many, !off, ink, func() { d.Replace(toggled(r, without, id, off)) }))
		if !off {
			lanes = append(lanes, timeline.Lane{Name: name, Ink: ink})
			fill(len(lanes) - 1)
		}
	}
	for _, kinds := range laneKinds {
		on := func(e *content.Event) bool { return slices.Contains(kinds, e.Kind) }
		many := len(slices.DeleteFunc(slices.Clone(c.Events), func(e *content.Event) bool { return !on(e) }))
		if many == 0 {
			continue
		}
		var names []string
		for _, kind := range kinds {
			if slices.ContainsFunc(c.Events, func(e *content.Event) bool { return e.Kind == kind }) {
				names = append(names, d.Locale.Say("kind."+kind))
			}
		}
		lane(kinds[0], strings.Join(names, " · "), many, ink, func(n int) {
			for _, e := range c.Events {
				if on(e) {
					items = append(items, d.eventItem(e, n))
				}
			}
		})
	}
	if speeches := d.speechesOn(c); len(speeches) > 0 {
		lane("speeches", d.Locale.Say("home.speeches"), len(speeches), d.Look.Palette.Soft, func(n int) {
			for _, sp := range speeches {
				items = append(items, d.speechItem(sp, n))
			}
		})
	}
	w, lang := d.named(c.Words, c.ID)
	name := d.Look.Named(ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 1, Leading: 1.2}, lang, w.Title)
	return d.axisOf(r, axisHead{thread: d.Look.Thread(ink), name: name, filters: filters}, lanes, items, c.Span, d.densitySaid(c.Events))
}

// axisHead is what stands above an axis.
type axisHead struct {
	thread, name, note fyne.CanvasObject // nil where there is none
	filters            []fyne.CanvasObject
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
		filters = append(filters, d.filter(w.Title, len(c.Events), !off, d.Look.Palette.Thread(c.Order), func() { d.Replace(toggled(r, without, c.ID, off)) }))
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
	filters = append(filters, d.filter(d.Locale.Say("home.speeches"), len(d.Archive.Speeches), !off, d.Look.Palette.Soft, func() { d.Replace(toggled(r, without, "speeches", off)) }))
	if !off && len(d.Archive.Speeches) > 0 {
		lanes = append(lanes, timeline.Lane{Name: d.Locale.Say("home.speeches"), Ink: d.Look.Palette.Soft})
		for _, sp := range d.Archive.Speeches {
			if !sp.Date.IsZero() {
				items = append(items, d.speechItem(sp, len(lanes)-1))
			}
		}
	}
	name := d.Look.Words(ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 1, Leading: 1.2}, d.Locale.Say("timeline.together"))
	head := axisHead{name: name, note: d.say(d.caption(), "timeline.caution"), filters: filters}
	return d.axisOf(r, head, lanes, items, content.Date{}, d.densitySaid(events))
}

// listed reports whether a timeline is shown as a list: where it was asked for,
// or where letters are so large on a low screen that an axis would have no room.
func (d page) listed(r route.Route) bool {
	view := r.Get(viewParam)
	return view == "list" || view != "axis" && d.Look.Low && !d.Look.Portrait && d.Look.Text > 1.25
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
