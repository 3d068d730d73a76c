package search

import (
	"slices"
	"strconv"

	"vigil/content"
	"vigil/content/route"
)

// collector turns an archive into records.
type collector struct {
	a       *content.Archive
	langs   []content.Lang
	records []record
}

// collect lists what can be found in the archive. The order depends on the
// archive alone: the numbers of the records are the ids of the index.
func collect(a *content.Archive) []record {
	c := collector{a: a, langs: a.Languages}
	if !slices.Contains(c.langs, a.Original) {
		c.langs = append([]content.Lang{a.Original}, c.langs...)
	}
	for _, x := range a.Cases {
		c.caseStudy(x)
	}
	for _, x := range a.Places {
		r := record{route: route.To(route.Place, x.ID).String(), kind: KindPlace}
		c.named(r, x.Words, x.Name, x.Names, x.Country)
	}
	for _, x := range a.People {
		r := record{route: route.To(route.Person, x.ID).String(), kind: KindPerson}
		r.weight = max(0, slices.Index(content.Groups, x.Group)) // victims before perpetrators
		c.named(r, x.Words, x.Name, x.Names)
	}
	for _, x := range a.Organisations {
		r := record{route: route.To(route.Organisation, x.ID).String(), kind: KindOrganisation}
		c.named(r, x.Words, x.Name, append([]string{x.Acronym}, x.Names...))
	}
	for _, x := range a.Terms {
		r := record{route: route.To(route.Term, x.ID).String(), kind: KindTerm}
		c.named(r, x.Words, "", x.Names)
	}
	for _, x := range a.Speeches {
		c.speech(x)
	}
	return c.records
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

func (c *collector) events(list []*content.Event, under content.Text) {
	for _, x := range list {
		r := record{route: x.Route(), kind: KindEvent, weight: x.Importance, date: x.Date}
		c.titled(r, x.Words, under, c.linked(x.Place, x.People)...)
	}
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
	c.titled(record{route: page.String(), kind: KindCase, date: x.Span}, x.Words, nil)
	c.essay(x)
	for _, f := range x.Figures {
		r := record{route: route.To(route.Case, x.ID, "figures").At(f.ID).String(), kind: KindFigure, date: f.Year}
		c.titled(r, f.Words, x.Words, strconv.FormatFloat(f.Low, 'f', -1, 64), strconv.FormatFloat(f.High, 'f', -1, 64))
	}
	for _, f := range x.Findings {
		r := record{route: route.To(route.Case, x.ID, "findings").At(f.ID).String(), kind: KindFinding, date: f.Date}
		extra := append(c.linked("", f.People), f.Citation)
		if o := c.a.Organisation(f.Body); o != nil {
			extra = append(extra, o.Name, o.Acronym)
		}
		c.titled(r, f.Words, x.Words, extra...)
	}
	c.events(x.Events, x.Words)
}
