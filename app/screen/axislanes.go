package screen

import (
	"image/color"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/ui/timeline"
	"vigil/content"
	"vigil/content/route"
)

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
	var filters []axisFilter
	lane := func(id, name string, many int, ink color.NRGBA, fill func(lane int)) {
		off := slices.Contains(without, id)
		filters = append(filters, axisFilter{id, name, many, off, ink})
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
	filters            []axisFilter
}

// axisFilter is a lane that can be left out.
type axisFilter struct {
	id, name string
	many     int // events
	off      bool
	ink      color.NRGBA
}

// viewChoice leads from the axis to the list of the same, and back.
func (d page) viewChoice(r route.Route, list bool) fyne.CanvasObject {
	return d.Look.Row(0, -1,
		d.choice(d.Locale.Say("timeline.axis"), !list, func() { d.Replace(r.With(viewParam, "axis").String()) }),
		d.choice(d.Locale.Say("timeline.list"), list, func() { d.Replace(r.With(viewParam, "list").String()) }))
}

// toggled is a route with one lane left out, or shown again.
func toggled(r route.Route, id string, off bool) string {
	without := slices.DeleteFunc(strings.Split(r.Get(withoutParam), ","), func(s string) bool { return s == "" || s == id })
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
	var filters []axisFilter
	for _, c := range d.Archive.Cases {
		w, _ := d.named(c.Words, c.ID)
		off := slices.Contains(without, c.ID)
		filters = append(filters, axisFilter{c.ID, w.Title, len(c.Events), off, d.Look.Palette.Thread(c.Order)})
		if off {
			continue
		}
		lanes = append(lanes, timeline.Lane{Name: w.Title, Ink: d.Look.Palette.Thread(c.Order)})
		for _, e := range c.Events {
			items = append(items, d.eventItem(e, len(lanes)-1))
		}
		events = append(events, c.Events...)
	}
	off, many := slices.Contains(without, "speeches"), len(d.Archive.Speeches)
	if many > 0 {
		filters = append(filters, axisFilter{"speeches", d.Locale.Say("home.speeches"), many, off, d.Look.Palette.Soft})
	}
	if !off && many > 0 {
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
