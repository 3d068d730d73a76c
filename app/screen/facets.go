package screen

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content/search"
)

// mostSpans is how many spans of years results can be narrowed to.
const mostSpans = 6

// facet is one respect in which results can be narrowed, or ordered. Its id is
// the route's parameter that holds what is chosen, and ends its message's.
type facet struct {
	id      string
	choices []choice
}

// choice is one value of a facet.
type choice struct {
	value string
	label string
	holds func(search.Hit) bool
}

// kindsOf groups the kinds of results as a visitor does.
var kindsOf = []struct {
	value, label string
	kinds        []string
}{
	{"people", "search.people", []string{search.KindPerson}},
	{"places", "search.places", []string{search.KindPlace}},
	{"events", "search.events", []string{search.KindEvent, search.KindFinding}},
	{"words", "search.words", []string{search.KindTerm, search.KindOrganisation}},
	{"texts", "search.texts", []string{search.KindCase, search.KindSpeech, search.KindEssay, search.KindPassage, search.KindFigure, search.KindLesson}},
}

const orderFacet = "order"

// searchFacets are the parameters of the route that hold what is chosen.
var searchFacets = []string{"kind", "case", "time", "language", orderFacet}

// facets are the respects in which these results differ.
func (d page) facets(hits []search.Hit) []facet {
	kinds := facet{id: "kind"}
	for _, k := range kindsOf {
		kinds.choices = append(kinds.choices, choice{k.value, d.Locale.Say(k.label), func(h search.Hit) bool { return slices.Contains(k.kinds, h.Kind) }})
	}
	cases := facet{id: "case"}
	for _, c := range d.Archive.Cases {
		w, _ := d.words(c.Words)
		cases.choices = append(cases.choices, choice{c.ID, w.Title, func(h search.Hit) bool { return slices.Contains(h.Cases, c.ID) }})
	}
	time := facet{id: "time"}
	for _, span := range search.Decades(hits, mostSpans) {
		time.choices = append(time.choices, choice{span.EDTF, d.Locale.Date(span), func(h search.Hit) bool { return h.During(span) }})
	}
	langs := facet{id: "language"}
	for _, lang := range d.Archive.Languages {
		langs.choices = append(langs.choices, choice{string(lang), d.languageName(lang), func(h search.Hit) bool { return h.Lang == lang }})
	}
	var out []facet
	for _, f := range []facet{kinds, cases, time, langs} {
		f.choices = slices.DeleteFunc(f.choices, func(c choice) bool { return !slices.ContainsFunc(hits, c.holds) })
		if len(f.choices) > 1 {
			out = append(out, f)
		}
	}
	return out
}

// narrowed are the results that have everything that is chosen, in the order
// chosen. The facet that except names is left out of account.
func narrowed(hits []search.Hit, facets []facet, chosen map[string]string, except string) []search.Hit {
	out := slices.DeleteFunc(slices.Clone(hits), func(h search.Hit) bool {
		return slices.ContainsFunc(facets, func(f facet) bool {
			i := slices.IndexFunc(f.choices, func(c choice) bool { return c.value == chosen[f.id] })
			return f.id != except && i >= 0 && !f.choices[i].holds(h)
		})
	})
	if chosen[orderFacet] != "" {
		slices.SortStableFunc(out, func(a, b search.Hit) int {
			return cmp.Or(undated(a)-undated(b), a.Date.Earliest().Compare(b.Date.Earliest()))
		})
	}
	return out
}

func undated(h search.Hit) int {
	if h.Date.IsZero() {
		return 1
	}
	return 0
}

// narrow offers the respects in which results differ, each with what is chosen,
// and beneath them the choices of the one that is open.
func (p *searchPage) narrow() fyne.CanvasObject {
	d := p.d
	facets := d.facets(p.found.hits)
	if !slices.ContainsFunc(facets, func(f facet) bool { return f.id == p.open }) && p.open != orderFacet {
		p.open = orderFacet
		if len(facets) > 0 {
			p.open = facets[0].id
		}
	}
	var heads, choices []fyne.CanvasObject
	for _, f := range facets {
		now := d.Locale.Say("search.all")
		within := narrowed(p.found.hits, facets, p.chosen, f.id)
		offer := func(value, label string, n int) {
			if p.chosen[f.id] == value {
				now = label
			}
			if p.open == f.id {
				words := "\u2068" + label + "\u2069 " + d.Locale.Number(float64(n))
				choices = append(choices, d.choice(words, p.chosen[f.id] == value, func() { p.choose(f.id, value) }))
			}
		}
		offer("", now, len(within))
		for _, c := range f.choices {
			if n := count(within, c.holds); n > 0 || p.chosen[f.id] == c.value {
				offer(c.value, c.label, n)
			}
		}
		heads = append(heads, p.head(f.id, now))
	}
	order := d.Locale.Say("search.best")
	for _, o := range []struct{ value, id string }{{"", "search.best"}, {"date", "search.date"}} {
		if p.chosen[orderFacet] == o.value {
			order = d.Locale.Say(o.id)
		}
		if p.open == orderFacet {
			choices = append(choices, d.choice(d.Locale.Say(o.id), p.chosen[orderFacet] == o.value, func() { p.choose(orderFacet, o.value) }))
		}
	}
	heads = append(heads, p.head(orderFacet, order))
	return ui.Stack(ui.Tiny, d.Look.Wrap(ui.Tiny, heads...), d.Look.Wrap(0, choices...))
}

func count(hits []search.Hit, holds func(search.Hit) bool) int {
	n := 0
	for _, h := range hits {
		if holds(h) {
			n++
		}
	}
	return n
}

// head is a facet with what is chosen in it; touching it shows its choices.
func (p *searchPage) head(id, now string) fyne.CanvasObject {
	d, palette := p.d, p.d.Look.Palette
	name := d.Locale.Say("search.by." + id)
	s := ui.Surface{Fill: palette.Ground, Pressed: palette.Pressed, Border: palette.Rule, Radius: 8}
	if p.open == id {
		s.Fill = palette.Raised
	}
	ink := palette.Soft
	if p.chosen[id] != "" {
		ink = palette.Accent
	}
	inner := ui.Stack(0,
		d.Look.Line(ui.Type{Size: ui.Caption, Ink: palette.Faint, Leading: 1.2}, name),
		d.Look.Line(ui.Type{Size: ui.Label, Ink: ink, Leading: 1.3}, now))
	item := voice.Item{Role: voice.Button, Text: name + ": " + now}
	return d.Look.Touchable(s, item, func() { p.open = id; p.fill() }, d.Look.Pad(ui.Tiny, ui.Small, ui.Tiny, ui.Small, inner))
}

// choose narrows the results, and records it so that one finds them so again.
func (p *searchPage) choose(id, value string) {
	p.chosen[id] = value
	p.note()
	p.fill()
}

// offers are names that a visitor may mean: touching one searches for it.
func (p *searchPage) offers(names []string) []fyne.CanvasObject {
	d := p.d
	var out []fyne.CanvasObject
	for _, name := range names {
		palette := d.Look.Palette
		s := ui.Surface{Fill: palette.Raised, Pressed: palette.Pressed, Radius: 8}
		words := d.Look.Line(ui.Type{Size: ui.Label, Ink: palette.Ink, Leading: 1.3}, name)
		item := voice.Item{Role: voice.Button, Text: name}
		out = append(out, d.Look.Touchable(s, item, func() { p.ask(name) }, d.Look.Pad(ui.Small, ui.Small, ui.Small, ui.Small, words)))
	}
	return out
}
