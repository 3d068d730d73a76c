package screen

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"vigil/app/ui"
	"vigil/content"
	"vigil/content/route"
)

// places lists every place by name.
func (d page) places() *Screen {
	title := d.Locale.Say("home.places")
	items := []*ui.Anchored{}
	places := slices.Clone(d.Archive.Places)
	slices.SortStableFunc(places, func(a, b *content.Place) int {
		return d.Locale.Collate(d.placeName(a), d.placeName(b))
	})
	for _, p := range places {
		name, lang := d.name(p.Words, p.Name, p.Names)
		items = append(items, one(0, d.row(name, lang, d.Locale.Country(p.Country), "place/"+p.ID)))
	}
	return d.pages(title, []*ui.Anchored{one(0, d.Look.Words(d.heading(), title))}, items)
}

// place is one place and what happened there.
func (d page) place(r route.Route) *Screen {
	p := d.Archive.Place(r.ID(0))
	if p == nil {
		return nil
	}
	name, nameLang := d.name(p.Words, p.Name, p.Names)
	beside := []*ui.Anchored{
		one(0, d.Look.Named(d.heading(), nameLang, name)),
		one(ui.Tiny, d.Look.Words(d.soft(), d.Locale.Country(p.Country))),
		one(ui.Large, d.say(d.label(), "place.coordinates")),
		one(0, d.Look.Words(d.soft(), d.coordinates(p))),
	}
	if p.Approximate {
		beside = append(beside, one(0, d.say(d.label(), "place.approximate")))
	}
	beside = append(beside, d.otherNames(name, p.Name, p.Names)...)
	beside = append(beside, d.onMaps(p)...)
	w, lang := d.words(p.Words)
	reading := d.reading(w.Text, lang)
	reading = append(reading, d.aside(w.Note, lang)...)
	reading = append(reading, below(ui.Small, d.draft(wording{w, lang})...)...)
	var taken []string
	for _, m := range d.Archive.Media {
		if m.Place == p.ID {
			taken = append(taken, m.ID)
		}
	}
	reading = append(reading, d.picturesAt(taken)...)
	here := func(e *content.Event) bool { return e.Place == p.ID }
	reading = append(reading, d.eventsWhere("place.events", here)...)
	lead(reading, 0)
	return d.spread(name, beside, reading, d.where(0, []*content.Place{p}, p.ID), d.know(d.placeSources(p, here), ""))
}

// placeSources are a place's own, or those of what happened there.
func (d page) placeSources(p *content.Place, here func(*content.Event) bool) []string {
	if len(p.Sources) > 0 {
		return p.Sources
	}
	var events []*content.Event
	for _, e := range d.Archive.Events() {
		if here(e) {
			events = append(events, e)
		}
	}
	return cited(events)
}

// coordinates are degrees with one letter for the side of the equator and of
// Greenwich, to a hundredth: about a kilometre, which is as exact as a visitor
// can use.
func (d page) coordinates(p *content.Place) string {
	ns, ew := "N", "E"
	if p.Lat < 0 {
		ns = "S"
	}
	if p.Lon < 0 {
		ew = "W"
	}
	return "\u2066" + fmt.Sprintf("%.2f° %s, %.2f° %s", math.Abs(p.Lat), ns, math.Abs(p.Lon), ew) + "\u2069"
}

// organisations lists courts, bodies and institutions.
func (d page) organisations() *Screen {
	title := d.Locale.Say("organisation.title")
	var items []*ui.Anchored
	for _, o := range d.Archive.Organisations {
		name, lang := d.name(o.Words, o.Name, o.Names)
		items = append(items, one(0, d.row(name, lang, o.Acronym, "organisation/"+o.ID)))
	}
	return d.pages(title, []*ui.Anchored{one(0, d.Look.Words(d.heading(), title))}, items)
}

// organisation is one of them.
func (d page) organisation(r route.Route) *Screen {
	o := d.Archive.Organisation(r.ID(0))
	if o == nil {
		return nil
	}
	name, nameLang := d.name(o.Words, o.Name, o.Names)
	beside := []*ui.Anchored{one(0, d.Look.Named(d.heading(), nameLang, name))}
	if o.Acronym != "" {
		beside = append(beside, one(ui.Tiny, d.Look.Named(d.soft(), d.Archive.Original, o.Acronym)))
	}
	beside = append(beside, d.otherNames(name, o.Name, o.Names)...)
	w, lang := d.words(o.Words)
	reading := d.reading(w.Text, lang)
	reading = append(reading, below(ui.Small, d.draft(wording{w, lang})...)...)
	return d.spread(name, beside, reading, d.organisationPlaced(o), d.know(o.Sources, ""))
}

// glossary explains the terms; a term's own route shows the same page at its
// entry.
func (d page) glossary(r route.Route) *Screen {
	title := d.Locale.Say("home.glossary")
	terms := slices.Clone(d.Archive.Terms)
	slices.SortStableFunc(terms, func(a, b *content.Term) int {
		x, _ := d.title(a.Words, a.ID)
		y, _ := d.title(b.Words, b.ID)
		return d.Locale.Collate(unquoted(x), unquoted(y))
	})
	var items []*ui.Anchored
	var all []wording
	for _, t := range terms {
		w, lang := d.named(t.Words, t.ID)
		all = append(all, wording{w, lang})
		items = append(items, d.term(t)...)
	}
	lead(items, 0)
	beside := []*ui.Anchored{one(0, d.Look.Words(d.heading(), title))}
	beside = append(beside, below(ui.Mid, d.draft(all...)...)...)
	s := d.pages(title, append(beside, one(ui.Mid, d.asOf())), items)
	if id := r.ID(0); id != "" {
		if d.Archive.Term(id) == nil {
			return nil
		}
		s.Title, _ = d.title(d.Archive.Term(id).Words, id)
		s.Main.GoTo(id)
	}
	return s
}

// unquoted is a term without the marks that keep a perpetrators' word at a
// distance: it is sorted by its letters.
func unquoted(term string) string {
	return strings.TrimLeft(term, "“”„«»\"'‘’\u202f\u00a0 ")
}

func (d page) term(t *content.Term) []*ui.Anchored {
	w, lang := d.named(t.Words, t.ID)
	head := ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 2}
	out := []*ui.Anchored{{Object: d.Look.Named(head, lang, w.Title), Anchor: t.ID, Above: ui.Large}}
	text := d.reading(w.Text, lang)
	lead(text, ui.Tiny)
	out = append(out, text...)
	if len(t.Names) > 0 {
		names := d.Locale.SayWith("glossary.alsocalled", map[string]string{"names": d.Locale.List(t.Names)})
		out = append(out, one(ui.Tiny, d.Look.Words(d.label(), names)))
	}
	note := d.aside(w.Note, lang)
	lead(note, ui.Tiny)
	out = append(out, note...)
	for i, id := range t.See {
		if other := d.Archive.Term(id); other != nil {
			if i == 0 {
				out = append(out, one(ui.Small, d.say(d.label(), "glossary.see")))
			}
			name, nameLang := d.title(other.Words, id)
			out = append(out, one(0, d.row(name, nameLang, "", "term/"+id)))
		}
	}
	for _, s := range d.bibliography(t.Sources) {
		out = append(out, one(ui.Tiny, d.citation(s)))
	}
	return out
}

// onMaps leads to the maps that show a place.
func (d page) onMaps(p *content.Place) []*ui.Anchored {
	var out []*ui.Anchored
	for _, c := range d.Archive.Cases {
		within, _ := d.placesOf(c)
		if c.Map.IsZero() || !slices.Contains(within, p) {
			continue
		}
		w, lang := d.named(c.Words, c.ID)
		out = append(out, one(0, d.row(w.Title, lang, d.Locale.Say("case.map"), "case/"+c.ID+"/map?place="+p.ID)))
	}
	if len(out) > 0 {
		out = append([]*ui.Anchored{one(ui.Large, d.say(d.label(), "place.onmap"))}, out...)
	}
	return out
}
