// Package content holds the archive's values: cases, events, people, places,
// speeches, terms, sources, and the dates and words they are made of. It does
// no input or output and knows no screen. An [Archive] is built once, by
// content/authoring, and never changed afterwards, so it may be shared.
package content

import (
	"errors"
	"slices"
)

// ErrNotFound says that the archive has no record of that id.
var ErrNotFound = errors.New("not in the archive")

// Archive is everything an exhibit shows, as one immutable value.
type Archive struct {
	ID         string
	Version    string
	Publisher  string
	Rights     string
	AsOf       Date   // the day up to which the facts were checked
	Review     Review // of the facts, of whatever does not say otherwise
	Reviewer   string // who reviewed them; empty where nobody is named
	ReviewedOn Date
	Original   Lang   // the language the records are written in
	Languages  []Lang // every language the archive offers, Original first
	Words      Text   // Title, Role (a line under it), Text (welcome)
	Support    Text   // where a visitor finds support, as the museum words it: Title, Text; may be empty

	Sources       []*Source
	People        []*Person
	Organisations []*Organisation
	Places        []*Place
	Terms         []*Term
	Quotations    []*Quotation
	Cases         []*Case   // by Order
	Speeches      []*Speech // by date
	Lessons       []*Lesson
	Media         []*Medium
	Topics        []*Topic

	Interfaces map[Lang]string   // the interface in languages that Vigil does not speak, as i18n reads it (TOML)
	Keyboards  map[Lang]Keyboard // the keys of languages that Vigil has none for
	Fonts      []string          // the files of fonts that the archive brings along

	Attract []string // routes of what the attract screen shows, in order; empty where it chooses itself

	index index
}

type index struct {
	sources       map[string]*Source
	people        map[string]*Person
	organisations map[string]*Organisation
	places        map[string]*Place
	terms         map[string]*Term
	cases         map[string]*Case
	speeches      map[string]*Speech
	lessons       map[string]*Lesson
	media         map[string]*Medium
	events        map[string]*Event // by owner + "/" + id
	perpetrators  []perpetrator
}

// Index prepares the look-ups by id. Whoever builds an Archive calls it once,
// last; where an id occurs twice the first record keeps it.
func (a *Archive) Index() {
	a.index = index{
		sources:       byID(a.Sources, func(s *Source) string { return s.ID }),
		people:        byID(a.People, func(p *Person) string { return p.ID }),
		organisations: byID(a.Organisations, func(o *Organisation) string { return o.ID }),
		places:        byID(a.Places, func(p *Place) string { return p.ID }),
		terms:         byID(a.Terms, func(t *Term) string { return t.ID }),
		cases:         byID(a.Cases, func(c *Case) string { return c.ID }),
		speeches:      byID(a.Speeches, func(s *Speech) string { return s.ID }),
		lessons:       byID(a.Lessons, func(l *Lesson) string { return l.ID }),
		media:         byID(a.Media, func(m *Medium) string { return m.ID }),
		events:        byID(a.Events(), func(e *Event) string { return e.Owner + "/" + e.ID }),
		perpetrators:  perpetrators(a.People),
	}
}

func byID[T any](list []*T, id func(*T) string) map[string]*T {
	m := make(map[string]*T, len(list))
	for _, v := range list {
		if _, taken := m[id(v)]; !taken {
			m[id(v)] = v
		}
	}
	return m
}

// Facts is the review of a record's facts: what the record says, else what the archive
// says of all. A record that is a draft is not signed with the archive's name.
func (a *Archive) Facts(own FactsReview) FactsReview {
	if own.Review == Draft {
		return own
	}
	if own.Review == "" {
		own.Review = a.Review
	}
	if own.Reviewer == "" {
		own.Reviewer = a.Reviewer
	}
	if own.ReviewedOn.IsZero() {
		own.ReviewedOn = a.ReviewedOn
	}
	return own
}

// Empty reports whether there is nothing to show: no history and no speech.
func (a *Archive) Empty() bool { return len(a.Cases) == 0 && len(a.Speeches) == 0 }

// Events returns every event of every case and speech, owner by owner.
func (a *Archive) Events() []*Event {
	var all []*Event
	for _, c := range a.Cases {
		all = append(all, c.Events...)
	}
	for _, s := range a.Speeches {
		all = append(all, s.Events...)
	}
	return all
}

// Source returns the source of that id, or nil.
func (a *Archive) Source(id string) *Source { return a.index.sources[id] }

// Person returns the person of that id, or nil.
func (a *Archive) Person(id string) *Person { return a.index.people[id] }

// Organisation returns the organisation of that id, or nil.
func (a *Archive) Organisation(id string) *Organisation { return a.index.organisations[id] }

// Place returns the place of that id, or nil.
func (a *Archive) Place(id string) *Place { return a.index.places[id] }

// Term returns the glossary entry of that id, or nil.
func (a *Archive) Term(id string) *Term { return a.index.terms[id] }

// Case returns the case study of that id, or nil.
func (a *Archive) Case(id string) *Case { return a.index.cases[id] }

// Speech returns the speech of that id, or nil.
func (a *Archive) Speech(id string) *Speech { return a.index.speeches[id] }

// Lesson returns the lesson of that id, or nil.
func (a *Archive) Lesson(id string) *Lesson { return a.index.lessons[id] }

// Medium returns the picture of that id, or nil.
func (a *Archive) Medium(id string) *Medium { return a.index.media[id] }

// Ground is the countries whose ground a case study's map sets apart, ISO 3166-1: those
// that it names, or those in which at least a third of what its map shows happened, lead
// events counting more.
func (a *Archive) Ground(c *Case) []string {
	if c.Countries != nil {
		return c.Countries
	}
	weights, whole := map[string]int{}, 0
	for _, e := range c.Events {
		if p := a.Place(e.Place); p != nil && c.Map.Holds(p) {
			weights[p.Country] += e.Weight()
			whole += e.Weight()
		}
	}
	var out []string
	for code, weight := range weights {
		if 3*weight >= whole {
			out = append(out, code)
		}
	}
	slices.Sort(out)
	return out
}

// Event returns the event of that owner, a case's or speech's id, or nil.
func (a *Archive) Event(owner, id string) *Event { return a.index.events[owner+"/"+id] }
