package screen

import (
	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
)

// figures shows the numbers of a case study, each with its range, who states
// it and when. They are words, not bars.
func (d Deps) figures(c *content.Case) *Screen {
	title := d.Locale.Say("figures.title")
	beside := d.caseHead(c, ui.Title)
	beside = append(beside, one(ui.Large, d.Look.Words(d.heading(), title)), one(ui.Small, d.say(d.soft(), "figures.caution")))
	var items []*ui.Anchored
	var all []wording
	for _, f := range c.Figures {
		w, lang := d.named(f.Words, f.ID)
		all = append(all, wording{w, lang})
		items = append(items, &ui.Anchored{Object: d.figure(f), Anchor: f.ID, Above: ui.Huge})
	}
	lead(items, 0)
	return d.pages(title, append(beside, below(ui.Mid, d.draft(all...)...)...), items)
}

func (d Deps) figure(f *content.Figure) fyne.CanvasObject {
	w, lang := d.named(f.Words, f.ID)
	p := d.Look.Palette
	stated := d.Locale.SayWith("figures.stated", map[string]string{"who": w.Role, "date": d.Locale.Date(f.Year)})
	parts := []fyne.CanvasObject{
		d.Look.Named(ui.Type{Size: ui.Body, Serif: true, Ink: p.Ink, Level: 2, Leading: 1.3}, lang, w.Title),
		d.Look.Words(ui.Type{Size: ui.Lead, Serif: true, Ink: p.Ink}, d.number(f)),
		d.Look.Words(d.caption(), stated),
	}
	if len(w.Note) > 0 {
		parts = append(parts, objects(ui.Tiny, d.aside(w.Note, lang)))
	}
	parts = append(parts, d.say(d.label(), "know.verified."+string(f.Verified)))
	for _, s := range d.bibliography(f.Sources) {
		parts = append(parts, d.citation(s))
	}
	return ui.Stack(ui.Tiny, parts...)
}

// number is the figure in words: one number, or the range between two.
func (d Deps) number(f *content.Figure) string {
	if f.High == 0 || f.High == f.Low {
		return d.Locale.Count("figures.unit."+f.Unit, int(f.Low), map[string]string{"number": d.Locale.Number(f.Low)})
	}
	return d.Locale.SayWith("figures.range", map[string]string{
		"low":  d.Locale.Number(f.Low),
		"high": d.Locale.Count("figures.unit."+f.Unit, int(f.High), map[string]string{"number": d.Locale.Number(f.High)}),
	})
}

// findings shows what courts and other bodies have found, each by body, date
// and charge.
func (d Deps) findings(c *content.Case) *Screen {
	title := d.Locale.Say("findings.title")
	beside := d.caseHead(c, ui.Title)
	beside = append(beside, one(ui.Large, d.Look.Words(d.heading(), title)))
	var items []*ui.Anchored
	var all []wording
	for _, f := range c.Findings {
		w, lang := d.named(f.Words, f.ID)
		all = append(all, wording{w, lang})
		items = append(items, &ui.Anchored{Object: d.finding(f), Anchor: f.ID, Above: ui.Huge})
	}
	lead(items, 0)
	return d.pages(title, append(beside, below(ui.Mid, d.draft(all...)...)...), items)
}

func (d Deps) finding(f *content.Finding) fyne.CanvasObject {
	w, lang := d.named(f.Words, f.ID)
	p := d.Look.Palette
	parts := []fyne.CanvasObject{
		d.Look.Words(ui.Type{Size: ui.Caption, Ink: p.Accent}, d.Locale.Date(f.Date)),
		d.Look.Named(ui.Type{Size: ui.Lead, Serif: true, Ink: p.Ink, Level: 2, Leading: 1.25}, lang, w.Title),
	}
	if o := d.Archive.Organisation(f.Body); o != nil {
		name, nameLang := d.title(o.Words, o.Name)
		parts = append(parts, d.row(name, nameLang, d.charges(f), "organisation/"+o.ID))
	}
	parts = append(parts, objects(ui.Small, d.reading(w.Text, lang)))
	if len(w.Note) > 0 {
		parts = append(parts, objects(ui.Tiny, d.aside(w.Note, lang)))
	}
	for _, person := range d.inOrder(f.People) {
		parts = append(parts, d.personRow(person))
	}
	parts = append(parts, d.Look.Named(d.caption(), d.Archive.Original, f.Citation), d.say(d.label(), "know.verified."+string(f.Verified)))
	for _, s := range d.bibliography(f.Sources) {
		parts = append(parts, d.citation(s))
	}
	return ui.Stack(ui.Tiny, parts...)
}

func (d Deps) charges(f *content.Finding) string {
	var out []string
	for _, c := range f.Charges {
		out = append(out, d.Locale.Say("charge."+c))
	}
	return d.Locale.List(out)
}
