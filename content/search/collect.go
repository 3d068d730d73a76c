package search

import (
	"slices"
	"strconv"
	"strings"

	"vigil/content"
	"vigil/content/route"
)

// collector turns an archive into records.
type collector struct {
	a       *content.Archive
	langs   []content.Lang
	cases   map[string][]string // the ids of the case studies that lead to a route
	cited   map[string][]string // the ids of the case studies whose facts are from a source
	essays  []string            // of the case studies in order, folded, in the archive's own language
	records []record
}

// collect lists what can be found in the archive. The order depends on the
// archive alone: the numbers of the records are the ids of the index.
func collect(a *content.Archive) []record {
	c := collector{a: a, langs: a.Languages, cases: map[string][]string{}, cited: map[string][]string{}}
	if !slices.Contains(c.langs, a.Original) {
		c.langs = append([]content.Lang{a.Original}, c.langs...)
	}
	for _, x := range a.Cases {
		c.belonging(x)
		c.caseStudy(x)
	}
	for _, x := range a.Places {
		r := record{route: route.To(route.Place, x.ID).String(), kind: KindPlace}
		r.cases = c.of(r.route, nil) // a source tells of many places in passing
		c.named(r, x.Words, x.Name, x.Names, x.Country)
	}
	for _, x := range a.People {
		r := record{route: route.To(route.Person, x.ID).String(), kind: KindPerson}
		r.cases = c.of(r.route, x.Sources)
		r.weight = max(0, slices.Index(content.Groups, x.Group)) // victims before perpetrators
		c.named(r, x.Words, x.Name, x.Names)
	}
	for _, x := range a.Organisations {
		r := record{route: route.To(route.Organisation, x.ID).String(), kind: KindOrganisation}
		r.cases = c.of(r.route, x.Sources)
		c.named(r, x.Words, x.Name, append([]string{x.Acronym}, x.Names...))
	}
	for _, x := range a.Terms {
		r := record{route: route.To(route.Term, x.ID).String(), kind: KindTerm}
		r.cases = join(c.of(r.route, x.Sources), c.mentioning(x))
		c.named(r, x.Words, "", x.Names)
	}
	for _, x := range a.Speeches {
		c.speech(x)
	}
	for _, x := range a.Lessons {
		r := record{route: route.To(route.Lesson, x.ID).String(), kind: KindLesson, cases: x.Cases}
		c.titled(r, forLearners(x.Words), nil)
	}
	return c.records
}

// belonging notes what a case study leads to and what its facts are from: people,
// places, bodies and terms are of the case studies that name them, or that share
// a source with them; terms of those whose essays use them, too.
func (c *collector) belonging(x *content.Case) {
	for _, route := range x.Named() {
		c.cases[route] = append(c.cases[route], x.ID)
	}
	c.essays = append(c.essays, foldText(x.Essay[c.a.Original].Text.Plain()))
	cite := func(sources []string) {
		for _, id := range sources {
			if !slices.Contains(c.cited[id], x.ID) {
				c.cited[id] = append(c.cited[id], x.ID)
			}
		}
	}
	for _, e := range x.Events {
		cite(e.Sources)
	}
	for _, f := range x.Findings {
		cite(f.Sources)
	}
	for _, f := range x.Figures {
		cite(f.Sources)
	}
}

// of lists the case studies that a route, or something from these sources,
// belongs to.
func (c *collector) of(route string, sources []string) []string {
	all := c.cases[route]
	for _, id := range sources {
		all = join(all, c.cited[id])
	}
	return all
}

// mentioning lists the case studies whose essays use a term.
func (c *collector) mentioning(x *content.Term) []string {
	var ids []string
	title := strings.TrimSpace(Fold(x.Words[c.a.Original].Title))
	for i, essay := range c.essays {
		if title != "" && strings.Contains(essay, " "+title+" ") {
			ids = append(ids, c.a.Cases[i].ID)
		}
	}
	return ids
}

// forLearners leaves out a lesson's notes, which are for the educator alone.
func forLearners(words content.Text) content.Text {
	out := content.Text{}
	for lang, w := range words {
		w.Note = nil
		out[lang] = w
	}
	return out
}

// add takes a record that has something to show, and weighs it.
func (c *collector) add(r record) {
	if len(r.versions) == 0 {
		return
	}
	r.weight += 10 * slices.Index(Kinds, r.kind)
	c.records = append(c.records, r)
}

// named adds a person, place, organisation or term.
func (c *collector) named(r record, words content.Text, name string, others []string, extra ...string) {
	r.versions = c.versions(words, name, extra...)
	if len(r.versions) == 0 && name != "" {
		r.versions = []version{{lang: c.a.Original, title: name, extra: extra}}
	}
	r.names = c.names(words, append([]string{name}, others...)...)
	c.add(r)
}

// titled adds a record that has a title in each language.
func (c *collector) titled(r record, words content.Text, under content.Text, extra ...string) {
	r.versions = c.versions(words, "", append(extra, years(r.date))...)
	for i := range r.versions {
		r.versions[i].under = c.title(under, r.versions[i].lang)
	}
	r.names = c.names(words)
	c.add(r)
}

// versions returns the words in each language; name stands where a language has
// no title.
func (c *collector) versions(words content.Text, name string, extra ...string) []version {
	var all []version
	for _, lang := range c.langs {
		w, ok := words[lang]
		if !ok {
			continue
		}
		v := version{lang: lang, title: w.Title, role: w.Role, prose: []content.Prose{w.Text, w.Note}, extra: extra}
		if v.title == "" {
			v.title = name
		}
		if v.title == "" {
			v.title = c.title(words, lang)
		}
		all = append(all, v)
	}
	return all
}

// names returns the given names and the titles in every language, each once.
func (c *collector) names(words content.Text, given ...string) []string {
	var all []string
	for _, lang := range c.langs {
		given = append(given, words[lang].Title)
	}
	for _, name := range given {
		if name != "" && !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	return all
}

// title returns the title in that language, or in the first that has one.
func (c *collector) title(words content.Text, lang content.Lang) string {
	if t := words[lang].Title; t != "" {
		return t
	}
	for _, other := range c.langs {
		if t := words[other].Title; t != "" {
			return t
		}
	}
	return ""
}

func (c *collector) events(list []*content.Event, under content.Text, cases ...string) {
	for _, x := range list {
		r := record{route: x.Route(), kind: KindEvent, weight: x.Importance, date: x.Date, cases: join(cases, x.Cases)}
		c.titled(r, x.Words, under, c.linked(x.Place, x.People)...)
	}
}

// join adds the ids that are new to others.
func join(ids, more []string) []string {
	all := slices.Clone(ids)
	for _, id := range more {
		if !slices.Contains(all, id) {
			all = append(all, id)
		}
	}
	return all
}

// linked returns the names of a place and of people, so that what happened
// there and to them is found by them.
func (c *collector) linked(place string, people []string) []string {
	var all []string
	if p := c.a.Place(place); p != nil {
		all = append(append(all, p.Name), p.Names...)
	}
	for _, id := range people {
		if p := c.a.Person(id); p != nil {
			all = append(append(all, p.Name), p.Names...)
		}
	}
	return all
}

func (c *collector) caseStudy(x *content.Case) {
	page := route.To(route.Case, x.ID)
	of := []string{x.ID}
	c.titled(record{route: page.String(), kind: KindCase, date: x.Span, cases: of}, x.Words, nil)
	c.essay(x)
	for _, f := range x.Figures {
		r := record{route: route.To(route.Case, x.ID, "figures").At(f.ID).String(), kind: KindFigure, date: f.Year, cases: of}
		c.titled(r, f.Words, x.Words, strconv.FormatFloat(f.Low, 'f', -1, 64), strconv.FormatFloat(f.High, 'f', -1, 64))
	}
	for _, f := range x.Findings {
		r := record{route: route.To(route.Case, x.ID, "findings").At(f.ID).String(), kind: KindFinding, date: f.Date, cases: of}
		extra := append(c.linked("", f.People()), f.Citation)
		for _, o := range f.Outcomes {
			extra = append(extra, o.Name)
			for _, charge := range o.Charges {
				extra = append(extra, strings.ReplaceAll(charge, "-", " "))
			}
			for _, lang := range c.langs {
				extra = append(extra, o.Words[lang].Title, o.Words[lang].Role)
			}
		}
		if o := c.a.Organisation(f.Body); o != nil {
			extra = append(extra, o.Name, o.Acronym)
		}
		c.titled(r, f.Words, x.Words, extra...)
	}
	c.events(x.Events, x.Words, x.ID)
}
