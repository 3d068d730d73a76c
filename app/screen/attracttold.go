package screen

import (
	"slices"
	"unicode/utf8"

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
	from, to    int // the history's own years, of these; to is not one of them
}

// sceneLine is one of a scene's lines.
type sceneLine struct {
	words string
	also  string // stands behind it where there is room, else below it
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
	name, country := brief(d.placeName(p)), d.Locale.Country(p.Country)
	if utf8.RuneCountInString(name) > longPlace {
		country = ""
	}
	t.lines = append(t.lines, sceneLine{words: name, also: country, lang: d.Locale.Lang()})
	t.place, t.around = p, d.around(e, p)
	return t, d.written(p.Words, p.Name, p.Names)
}

// longPlace is from how many letters on a place's name says enough without its country.
const longPlace = 22

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
	return told{lines: []sceneLine{{words: name, lang: nameLang, main: true}, d.lifeLine(p), {words: w.Role, lang: lang}}}, d.written(p.Words, p.Name, p.Names)
}

// lifeLine is when somebody was born and died, each whole.
func (d hall) lifeLine(p *content.Person) sceneLine {
	born, died := *p, *p
	born.Died, died.Born = content.Date{}, content.Date{}
	if p.Born.IsZero() {
		return d.line(d.life(&died))
	}
	return sceneLine{words: d.life(&born), also: d.life(&died), lang: d.Locale.Lang()}
}

func (d hall) tellSentence(q *content.Quotation) (told, bool) {
	sp := d.Archive.Speech(q.Speech)
	w, lang := d.words(q.Words)
	said := told{lines: []sceneLine{{words: d.Locale.Quote(w.Text.Plain()), lang: lang, main: true}}}
	ok := true
	if p := d.Archive.Person(sp.Speaker); p != nil {
		said.lines = append(said.lines, d.line(d.personName(p)))
		ok = d.written(p.Words, p.Name, p.Names)
	}
	when := sceneLine{words: d.Locale.Date(sp.Date), lang: d.Locale.Lang()}
	if p := d.Archive.Place(sp.Place); p != nil {
		when.words, when.also = brief(d.placeName(p)), when.words
		ok = ok && d.written(p.Words, p.Name, p.Names)
	}
	said.lines = append(said.lines, when)
	return said, ok
}

func (d hall) tellYears(c *content.Case) told {
	w, lang := d.words(c.Words)
	first, counts := yearsOf(c.Events)
	t := told{
		lines: []sceneLine{{words: w.Title, lang: lang, main: true}, {words: d.Locale.Date(c.Span), also: d.Locale.Count("case.events", len(c.Events), nil), lang: d.Locale.Lang()}},
		first: d.Locale.YearOf(first), last: d.Locale.YearOf(first + len(counts) - 1), counts: counts,
	}
	t.from, t.to = max(c.Span.Earliest().Year()-first, 0), len(t.counts)
	if !c.Span.To.Open {
		t.to = min(c.Span.Latest().AddDate(0, 0, -1).Year()-first+1, t.to)
	}
	t.to = max(t.to, t.from)
	return t
}
