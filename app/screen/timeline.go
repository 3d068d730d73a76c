package screen

import (
	"math"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
	"vigil/content/route"
)

// timeline is a case study's timeline: on an axis, or as a list by year. The
// parameter "show" of the list is "all" or "lead"; "at" is a date to begin at.
func (d page) timeline(c *content.Case, r route.Route) *Screen {
	if !d.listed(r) {
		return d.caseAxis(c, r)
	}
	all := r.Get("show") != "lead"
	beside := d.caseHead(c, ui.Title)
	beside = append(beside, one(ui.Large, d.viewChoice(r, true)), one(ui.Small, d.Look.Row(0, -1,
		d.choice(d.Locale.Say("timeline.show.all"), all, func() { d.Replace(r.With("show", "").String()) }),
		d.choice(d.Locale.Say("timeline.show.lead"), !all, func() { d.Replace(r.With("show", "lead").String()) }),
	)))
	events := c.Events
	if !all {
		events = leads(c.Events)
	}
	items, years := d.byYear(events)
	s := &Screen{}
	beside = append(beside, d.density(c, c.Events)...)
	beside = append(beside, one(ui.Mid, d.yearIndex(years, func(year int) { s.Main.GoTo(yearAnchor(year)) })))
	*s = *d.pages(d.Locale.Say("case.timeline"), beside, items)
	s.Main.Most = 0
	if at := r.Get(atParam); at != "" {
		if date, err := content.ParseDate(at); err == nil && !date.IsZero() {
			s.Main.GoTo(nearestYear(years, date.Earliest().Year()))
		}
	}
	return s
}

// density draws how the events lie over the years, and says the same.
func (d page) density(c *content.Case, events []*content.Event) []*ui.Anchored {
	if len(events) < 2 {
		return nil
	}
	_, steps := yearsOf(events)
	return []*ui.Anchored{
		one(ui.Large, d.Look.Density(d.Look.Palette.Thread(c.Order), steps)),
		one(ui.Tiny, d.Look.Words(d.label(), d.densitySaid(events))),
	}
}

// yearsOf is the first year in which events begin, and how many do in each from there
// to the last.
func yearsOf(events []*content.Event) (first int, counts []int) {
	if len(events) == 0 {
		return 0, nil
	}
	first, last := math.MaxInt, math.MinInt
	for _, e := range events {
		year := e.Date.Earliest().Year()
		first, last = min(first, year), max(last, year)
	}
	counts = make([]int, last-first+1)
	for _, e := range events {
		counts[e.Date.Earliest().Year()-first]++
	}
	return first, counts
}

// densitySaid says how events lie over the years, and which has most where one has.
func (d page) densitySaid(events []*content.Event) string {
	if len(events) == 0 {
		return d.Locale.Say("case.timeline")
	}
	first, counts := yearsOf(events)
	last, most := first+len(counts)-1, slices.Max(counts)
	at := slices.Index(counts, most)
	if len(events) > 1 && slices.Contains(counts[at+1:], most) {
		years := content.Date{From: content.Moment{Year: first, Precision: content.Year}, To: content.Moment{Year: last, Precision: content.Year}}
		return d.joined(dot, d.Locale.Count("case.events", len(events), nil), d.Locale.Date(years))
	}
	return d.Locale.Count("timeline.density", len(events), map[string]string{
		"first": d.Locale.YearOf(first), "last": d.Locale.YearOf(last), "most": d.Locale.YearOf(first + at),
	})
}

func leads(events []*content.Event) []*content.Event {
	var out []*content.Event
	for _, e := range events {
		if e.Importance == 1 {
			out = append(out, e)
		}
	}
	return out
}

func yearAnchor(year int) string { return "y" + strconv.Itoa(year) }

func nearestYear(years []int, year int) string {
	best := year
	for i, y := range years {
		if i == 0 || abs(y-year) < abs(best-year) {
			best = y
		}
	}
	return yearAnchor(best)
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// byYear puts the year beside the first event of each, in a margin of its own,
// and lists the years.
func (d page) byYear(events []*content.Event) ([]*ui.Anchored, []int) {
	var items []*ui.Anchored
	var years []int
	for _, e := range events {
		year := e.Date.Earliest().Year()
		item := &ui.Anchored{Anchor: "e-" + e.ID}
		margin := ui.Gap(1)
		if len(years) == 0 || years[len(years)-1] != year {
			years = append(years, year)
			item.Anchor = yearAnchor(year)
			if len(years) > 1 {
				item.Above = ui.Large
			}
			margin = d.Look.Pad(ui.Small, 0, 0, 0, d.year(year))
		}
		item.Object = d.Look.Columns(ui.Mid, []float32{1, 4.5}, margin, d.eventRow(e, e.Importance == 1))
		items = append(items, item)
	}
	return items, years
}

func (d page) year(year int) fyne.CanvasObject {
	t := ui.Type{Size: ui.Title, Serif: true, Ink: d.Look.Palette.Faint, Leading: 1.1, Level: 2}
	return d.Look.Words(t, d.Locale.YearOf(year))
}

// yearIndex leads to each year, as many beside one another as fit unbroken.
func (d page) yearIndex(years []int, to func(int)) fyne.CanvasObject {
	var cells []fyne.CanvasObject
	for _, y := range years {
		cells = append(cells, d.choice(d.Locale.YearOf(y), false, func() { to(y) }))
	}
	return d.Look.Flow(ui.Tiny, cells...)
}

// eventRow is one event in a list: its date beside its title. A lead event also
// shows how it begins.
func (d page) eventRow(e *content.Event, lead bool) *ui.Touchable {
	w, lang := d.named(e.Words, e.ID)
	p := d.Look.Palette
	t := ui.Type{Size: ui.Body, Serif: true, Ink: p.Ink, Leading: 1.3}
	if lead {
		t.Size = ui.Lead
	}
	date := d.Look.Words(ui.Type{Size: ui.Caption, Ink: p.Accent, Leading: 1.4}, d.Locale.Date(e.Date))
	parts := []fyne.CanvasObject{date, d.Look.Named(t, lang, w.Title)}
	kind := d.Locale.Say("kind." + e.Kind)
	parts = append(parts, d.Look.Words(d.label(), kind+d.at(e)))
	s := ui.Surface{Fill: p.Ground, Pressed: p.Pressed, Rule: p.Rule}
	inner := d.Look.Pad(ui.Small, ui.Small, ui.Small, 0, ui.Stack(2, parts...))
	spoken := d.Locale.Date(e.Date) + ": " + w.Title + ". " + kind
	return d.Look.Touchable(s, link(spoken, e.Route()), func() { d.Go(e.Route()) }, d.arrow(inner))
}

func (d page) at(e *content.Event) string {
	if place := d.Archive.Place(e.Place); place != nil {
		return dot + d.part(d.placeName(place))
	}
	return ""
}
