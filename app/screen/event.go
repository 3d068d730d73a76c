package screen

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
	"vigil/content/route"
)

// event is one page of a timeline: what happened, where, who was there, and
// how it is known.
func (d page) event(r route.Route) *Screen {
	e := d.Archive.Event(r.ID(0), r.ID(1))
	if e == nil {
		return nil
	}
	w, lang := d.named(e.Words, e.ID)
	story := []*ui.Anchored{
		one(0, d.Look.Words(ui.Type{Size: ui.Label, Ink: d.Look.Palette.Accent}, d.Locale.Date(e.Date))),
		one(ui.Tiny, d.Look.Named(d.heading(), lang, w.Title)),
	}
	text := d.reading(w.Text, lang)
	lead(text, ui.Mid)
	note := d.aside(w.Note, lang)
	lead(note, ui.Mid)
	story = append(append(story, text...), note...)
	story = append(story, d.picturesAt(e.Media)...)
	story = append(story, below(ui.Mid, d.draft(wording{w, lang})...)...)
	known := append(d.decisionsAbout(e.Route()), d.related(e)...)
	known = append(known, d.know(e.Sources, e.Verified)...)
	if !d.Look.Narrow {
		return d.spread(w.Title, append(d.owner(e), d.facts(e)...), story, d.eventPlaced(e), known)
	}
	// In one column what happened comes before what it is tied to.
	story[0].Above = ui.Mid
	whole := append(d.owner(e), story...)
	return d.spread(w.Title, nil, append(whole, d.facts(e)...), d.eventPlaced(e), known)
}

// lead sets the space above the first of some things.
func lead(things []*ui.Anchored, above float32) {
	if len(things) > 0 {
		things[0].Above = above
	}
}

// owner says what history or speech an event belongs to, and leads there.
func (d page) owner(e *content.Event) []*ui.Anchored {
	if c := d.Archive.Case(e.Owner); c != nil {
		w, lang := d.named(c.Words, c.ID)
		return []*ui.Anchored{one(0, d.thread(c)), one(ui.Tiny, d.row(w.Title, lang, d.Locale.Say("case.timeline"), "case/"+c.ID+"/timeline?at="+e.Date.Earliest().Format("2006-01-02")))}
	}
	if sp := d.Archive.Speech(e.Owner); sp != nil {
		w, lang := d.named(sp.Words, sp.ID)
		return []*ui.Anchored{one(0, d.row(w.Title, lang, d.byline(sp), "speech/"+sp.ID))}
	}
	return nil
}

// facts lists what an event is tied to: its kind, place and people.
func (d page) facts(e *content.Event) []*ui.Anchored {
	out := []*ui.Anchored{
		one(ui.Large, d.say(d.label(), "event.lane")),
		one(0, d.say(d.soft(), "kind."+e.Kind)),
	}
	if p := d.Archive.Place(e.Place); p != nil {
		name, lang := d.name(p.Words, p.Name, p.Names)
		out = append(out, one(ui.Mid, d.say(d.label(), "event.place")), one(0, d.row(name, lang, d.Locale.Country(p.Country), "place/"+p.ID)))
	}
	people := d.inOrder(e.People)
	if len(people) > 0 {
		out = append(out, one(ui.Mid, d.say(d.label(), "event.people")))
	}
	for _, p := range people {
		out = append(out, one(0, d.personRow(p)))
	}
	return append(out, d.otherCases("event.cases", e.Cases)...)
}

// otherCases leads to the case studies that something concerns.
func (d page) otherCases(label string, ids []string) []*ui.Anchored {
	var out []*ui.Anchored
	for _, id := range ids {
		c := d.Archive.Case(id)
		if c == nil {
			continue
		}
		if len(out) == 0 {
			out = append(out, one(ui.Mid, d.say(d.label(), label)))
		}
		w, lang := d.named(c.Words, c.ID)
		out = append(out, one(0, d.row(w.Title, lang, d.Locale.Date(c.Span), "case/"+id)))
	}
	return out
}

// inOrder finds people by their ids and puts those it happened to first, those
// convicted of doing it last.
func (d page) inOrder(ids []string) []*content.Person {
	var out []*content.Person
	for _, id := range ids {
		if p := d.Archive.Person(id); p != nil {
			out = append(out, p)
		}
	}
	slices.SortStableFunc(out, func(a, b *content.Person) int {
		return slices.Index(content.Groups, a.Group) - slices.Index(content.Groups, b.Group)
	})
	return out
}

func (d page) personRow(p *content.Person) fyne.CanvasObject {
	name, lang := d.name(p.Words, p.Name, p.Names)
	w, _ := d.words(p.Words)
	return d.rowOf(name, lang, []string{w.Role}, "person/"+p.ID, d.face(p)...)
}

func (d page) timelineOf(owner string) []*content.Event {
	if c := d.Archive.Case(owner); c != nil {
		return c.Events
	}
	if sp := d.Archive.Speech(owner); sp != nil {
		return sp.Events
	}
	return nil
}

// mostRelated is how many related things a page leads to.
const mostRelated = 4

// related leads to the events that share most with one: its place, its people,
// its history; and to the speeches that speak of it.
func (d page) related(e *content.Event) []*ui.Anchored {
	score := map[*content.Event]int{}
	var close []*content.Event
	for _, other := range d.Archive.Events() {
		if other == e || d.Archive.Case(other.Owner) == nil {
			continue
		}
		n := 0
		if e.Place != "" && other.Place == e.Place {
			n += 2
		}
		for _, p := range other.People {
			if slices.Contains(e.People, p) {
				n += 3
			}
		}
		if slices.Contains(other.Cases, e.Owner) || slices.Contains(e.Cases, other.Owner) {
			n++
		}
		if n > 1 {
			score[other] = n
			close = append(close, other)
		}
	}
	slices.SortStableFunc(close, func(a, b *content.Event) int {
		return cmp.Or(score[b]-score[a], a.Importance-b.Importance)
	})
	var out []*ui.Anchored
	for _, sp := range d.Archive.Speeches {
		if slices.Contains(sp.About, e.Route()) {
			out = append(out, one(0, d.signpost("speech/"+sp.ID)))
		}
	}
	for _, other := range close[:min(len(close), mostRelated)] {
		out = append(out, one(0, d.signpost(other.Route())))
	}
	if len(out) > 0 {
		out = append([]*ui.Anchored{one(ui.Huge, d.say(d.section(), "related.title"))}, out...)
	}
	return out
}
