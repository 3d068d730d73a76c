package screen

import (
	"math"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigil/app/ui"
	"vigil/app/ui/timeline"
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
		OnSelect: func(item int) { p.choose(item) }, OnCrowd: func(items []int) { p.crowd(items) }, OnOpen: func(item int) { d.Go(items[item].ID) }, OnMoved: func() { p.moved() },
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
	if p.begin(first, last); r.Get(filterParam) != "" && p.compact() || len(items) == 0 {
		p.filters(head.filters)
	}
	return s
}

// head is what stands above the axis; where that would leave the axis too little, what
// can be filtered is behind one button.
func (p *axisPage) head(head axisHead) fyne.CanvasObject {
	d := p.d
	parts, fill := []fyne.CanvasObject{}, 0
	if head.thread != nil && !(d.Look.Low && d.Look.Narrow) {
		parts, fill = append(parts, head.thread), 1
	}
	parts = append(parts, head.name)
	if p.compact() {
		parts = append(parts, d.choice(d.Locale.Say("event.lane"), p.r.Get(filterParam) != "", func() { p.toggleFilters(head.filters) }))
	}
	parts = append(parts, d.viewChoice(p.r, false))
	title := d.Look.Row(ui.Mid, fill, parts...)
	if p.compact() {
		return ui.Stack(0, title)
	}
	return ui.Stack(0, title, head.note, d.Look.Wrap(ui.Tiny, p.chips(head.filters)...))
}

// compact reports whether a window is low for what it shows, or its letters large.
func (p *axisPage) compact() bool {
	return p.d.Look.Low || p.d.Look.Text > 1.25
}

// chips are what can be left out, each with whether it is; the view stays where it is.
func (p *axisPage) chips(all []axisFilter) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, f := range all {
		out = append(out, p.d.filter(f.name, f.many, !f.off, f.ink, func() { p.d.Replace(toggled(p.r, f.id, f.off)) }))
	}
	return out
}

// filters lists beside the axis what it can leave out.
func (p *axisPage) filters(all []axisFilter) {
	p.r = p.r.With(filterParam, "open")
	p.d.Note(p.r.String())
	p.beside.Fill(below(ui.Tiny, p.chips(all)...))
	ui.Swap(p.foot)
	p.d.Changed()
}

// toggleFilters lists what can be left out, or shows again what was beside the axis.
func (p *axisPage) toggleFilters(all []axisFilter) {
	if p.r.Get(filterParam) == "" {
		p.filters(all)
		return
	}
	p.r = p.r.With(filterParam, "")
	p.d.Note(p.r.String())
	if item := p.axis.Selected(); item >= 0 {
		p.show(item)
	}
	p.d.Changed()
}

// zoomBy is what a button does, on an axis as on a map.
const zoomBy = 1.8

func (p *axisPage) zoom(by float64) { p.axis.Come(by, 0.5) }

// firstView is a span with some of what came before and after, in days since
// 1970; two noughts where there is no span, or nothing of what is told lies in it. A
// history that goes on is shown to its latest event.
func firstView(span content.Date, items []timeline.Item) (from, to float64) {
	if span.IsZero() {
		return 0, 0
	}
	from, to = daysOf(span), endOf(span)
	before, after := 0.25, 0.4
	if span.To.Open {
		before, after = 0.04, 0.04
		for _, e := range items {
			to = max(to, endOf(e.Date))
		}
	}
	within := func(e timeline.Item) bool { return daysOf(e.Date) < to && endOf(e.Date) > from }
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
	middle := daysOf(date)
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
