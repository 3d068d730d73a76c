package screen

import (
	"slices"

	"vigil/content"
)

// told is what a scene says and shows in one language.
type told struct {
	lines []sceneLine
	order int // of the history, for its hue; 0 where it has none

	place  *content.Place // marked on a map of what is around it; nil where there is none
	around content.Bounds

	counts      []int // events in each year from the first to the last; nil where the scene is of something else
	first, last string
}

// sceneLine is one of a scene's lines.
type sceneLine struct {
	words string
	lang  content.Lang
	main  bool // the largest of them
}

// tell says a scene in the page's language, and whether all of it can be said in
// that language: a scene is not for a hall where it has to excuse another.
func (d hall) tell(s scene) (told, bool) {
	if !s.has(d.Locale.Lang()) {
		return told{}, false
	}
	var t told
	ok := true
	switch {
	case s.event != nil:
		t, ok = d.tellEvent(s.event)
	case s.person != nil:
		t, ok = d.tellPerson(s.person)
	case s.quotation != nil:
		t, ok = d.tellSentence(s.quotation)
	default:
		t = d.tellYears(s.years)
	}
	if c := d.Archive.Case(s.history); c != nil {
		t.order = c.Order
	}
	t.lines = slices.DeleteFunc(t.lines, func(l sceneLine) bool { return l.words == "" })
	return t, ok && d.shown.lang == ""
}

// written reports whether a name can be written in the page's language.
func (d hall) written(t content.Text, own string, names []string) bool {
	return t[d.Locale.Lang()].Title != "" || d.Locale.Writes(own) || slices.ContainsFunc(names, d.Locale.Writes)
}

// line is a line of the interface's language.
func (d hall) line(words string) sceneLine { return sceneLine{words: words, lang: d.Locale.Lang()} }

func (d hall) tellEvent(e *content.Event) (told, bool) {
	w, lang := d.words(e.Words)
	t := told{lines: []sceneLine{d.line(d.Locale.Date(e.Date)), {words: w.Title, lang: lang, main: true}}}
	p := d.Archive.Place(e.Place)
	if p == nil {
		return t, true
	}
	t.lines = append(t.lines, d.line(d.joined(dot, d.placeName(p), d.Locale.Country(p.Country))))
	t.place, t.around = p, d.around(e, p)
	return t, d.written(p.Words, p.Name, p.Names)
}

// neighbourhood is how far around a place its map reaches that is not on its
// history's, degrees.
const neighbourhood = 9

// around is what the map of an event shows: its history's, where the place lies
// within it.
func (d hall) around(e *content.Event, p *content.Place) content.Bounds {
	if c := d.Archive.Case(e.Owner); c != nil && !c.Map.IsZero() && c.Map.Holds(p) {
		return c.Map
	}
	return content.Bounds{West: p.Lon - neighbourhood, East: p.Lon + neighbourhood, South: max(p.Lat-neighbourhood, -80), North: min(p.Lat+neighbourhood, 80)}
}

func (d hall) tellPerson(p *content.Person) (told, bool) {
	w, lang := d.words(p.Words)
	name, nameLang := d.name(p.Words, p.Name, p.Names)
	return told{lines: []sceneLine{{words: name, lang: nameLang, main: true}, d.line(d.life(p)), {words: w.Role, lang: lang}}}, d.written(p.Words, p.Name, p.Names)
}

func (d hall) tellSentence(q *content.Quotation) (told, bool) {
	sp := d.Archive.Speech(q.Speech)
	w, lang := d.words(q.Words)
	t := told{lines: []sceneLine{{words: d.Locale.Quote(w.Text.Plain()), lang: lang, main: true}, d.line(d.byline(sp))}}
	ok := true
	if p := d.Archive.Person(sp.Speaker); p != nil {
		ok = d.written(p.Words, p.Name, p.Names)
	}
	if p := d.Archive.Place(sp.Place); p != nil {
		ok = ok && d.written(p.Words, p.Name, p.Names)
	}
	return t, ok
}

func (d hall) tellYears(c *content.Case) told {
	w, lang := d.words(c.Words)
	count, first, last := map[int]int{}, c.Events[0].Date.Earliest().Year(), c.Events[0].Date.Earliest().Year()
	for _, e := range c.Events {
		year := e.Date.Earliest().Year()
		count[year]++
		first, last = min(first, year), max(last, year)
	}
	t := told{
		lines: []sceneLine{{words: w.Title, lang: lang, main: true}, d.line(d.joined(dot, d.Locale.Date(c.Span), d.Locale.Count("case.events", len(c.Events), nil)))},
		first: d.Locale.YearOf(first), last: d.Locale.YearOf(last), counts: make([]int, last-first+1),
	}
	for year, n := range count {
		t.counts[year-first] = n
	}
	return t
}
