package screen

import (
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
	"vigil/content/route"
)

// people lists those the archive tells of, those it happened to first. With a
// case study's id, only those of its timeline.
func (d page) people(r route.Route) *Screen {
	var beside []*ui.Anchored
	in := func(*content.Person) bool { return true }
	if id := r.ID(0); id != "" {
		c := d.Archive.Case(id)
		if c == nil {
			return nil
		}
		beside = d.caseHead(c, ui.Title)
		in = d.concernedBy(c)
	}
	title := d.Locale.Say("people.title")
	beside = append(beside, one(ui.Mid, d.Look.Words(d.heading(), title)))
	var items []*ui.Anchored
	for _, group := range content.Groups {
		var rows []fyne.CanvasObject
		for _, p := range d.Archive.People {
			if p.Group == group && in(p) {
				rows = append(rows, d.personRow(p))
			}
		}
		if len(rows) > 0 {
			items = append(items, one(ui.Large, d.say(d.section(), "group."+group)))
			items = append(items, below(0, rows...)...)
		}
	}
	lead(items, 0)
	lead(beside, 0)
	return d.pages(title, beside, items)
}

// peopleOf lists those in a case study.
func (d page) peopleOf(c *content.Case) []*content.Person {
	in := d.concernedBy(c)
	return slices.DeleteFunc(slices.Clone(d.Archive.People), func(p *content.Person) bool { return !in(p) })
}

// concernedBy tells who is in a case study: on its timeline or in its findings,
// or sharing one of its sources.
func (d page) concernedBy(c *content.Case) func(*content.Person) bool {
	in, cited := map[string]bool{}, map[string]bool{}
	for _, e := range c.Events {
		for _, id := range e.People {
			in[id] = true
		}
		for _, id := range e.Sources {
			cited[id] = true
		}
	}
	for _, f := range c.Findings {
		for _, id := range f.People() {
			in[id] = true
		}
	}
	return func(p *content.Person) bool {
		return in[p.ID] || slices.ContainsFunc(p.Sources, func(id string) bool { return cited[id] })
	}
}

// person is one life, as far as the archive knows it.
func (d page) person(r route.Route) *Screen {
	p := d.Archive.Person(r.ID(0))
	if p == nil {
		return nil
	}
	w, lang := d.words(p.Words)
	name, nameLang := d.name(p.Words, p.Name, p.Names)
	beside := append(d.portrait(p),
		one(0, d.Look.Named(d.heading(), nameLang, name)),
		one(ui.Tiny, d.Look.Words(d.soft(), d.life(p))))
	beside = append(beside, d.otherNames(name, p.Name, p.Names)...)

	var reading []*ui.Anchored
	if w.Role != "" {
		reading = append(reading, one(0, d.Look.Named(ui.Type{Size: ui.Label, Ink: d.Look.Palette.Soft}, lang, w.Role)))
	}
	text := d.reading(w.Text, lang)
	lead(text, ui.Small)
	reading = append(reading, text...)
	reading = append(reading, d.aside(w.Note, lang)...)
	reading = append(reading, below(ui.Small, d.draft(wording{w, lang})...)...)
	reading = append(reading, d.picturesOf(p)...)
	about := func(f *content.Finding) bool { return slices.Contains(f.People(), p.ID) }
	rest := append(d.decisions("person.findings", d.Archive.Decisions(about), p.ID), d.know(p.Sources, p.Verified)...)
	return d.spread(name, beside, reading, d.personPlaced(p), rest)
}

func (d page) life(p *content.Person) string {
	var born, died string
	if !p.Born.IsZero() {
		born = d.Locale.SayWith("person.born", map[string]string{"date": d.Locale.Date(p.Born)})
	}
	if !p.Died.IsZero() {
		died = d.Locale.SayWith("person.died", map[string]string{"date": d.Locale.Date(p.Died)})
	}
	return d.joined(dot, born, died)
}

// otherNames shows how what is called shown here is called elsewhere, each name
// in its own direction.
func (d page) otherNames(shown, own string, others []string) []*ui.Anchored {
	var names []string
	for _, n := range append([]string{own}, others...) {
		if n != "" && n != shown && !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	if len(names) == 0 {
		return nil
	}
	out := []*ui.Anchored{one(ui.Large, d.say(d.label(), "person.names"))}
	for _, n := range names {
		out = append(out, one(0, d.Look.Words(d.soft(), "\u2068"+n+"\u2069")))
	}
	return out
}

// eventsWhere lists the events of the archive that pass a test, under a heading.
func (d page) eventsWhere(id string, pass func(*content.Event) bool) []*ui.Anchored {
	var out []*ui.Anchored
	for _, e := range d.Archive.Events() {
		if !pass(e) {
			continue
		}
		if out == nil {
			out = append(out, one(ui.Huge, d.say(d.section(), id)))
		}
		out = append(out, one(0, d.eventRow(e, false)))
	}
	return out
}
