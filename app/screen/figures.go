package screen

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
)

// figures shows the numbers of a case study, each with its range, who states
// it and when. They are words, not bars.
func (d page) figures(c *content.Case) *Screen {
	title := d.Locale.Say("figures.title")
	beside := d.caseHead(c, ui.Title)
	beside = append(beside, one(ui.Large, d.Look.Words(d.heading(), title)), one(ui.Small, d.say(d.soft(), "figures.caution")))
	var items []*ui.Anchored
	var all []wording
	for _, f := range c.Figures {
		w, lang := d.named(f.Words, f.ID)
		all = append(all, wording{w, lang})
		if alike := countingAlike(c, f); len(alike) > 1 && alike[0] == f {
			items = append(items, one(ui.Huge, d.compared(c, alike)))
		}
		items = append(items, &ui.Anchored{Object: d.figure(f), Anchor: f.ID, Above: ui.Huge})
	}
	lead(items, 0)
	return d.pages(title, append(beside, below(ui.Mid, d.draft(all...)...)...), items)
}

func (d page) figure(f *content.Figure) fyne.CanvasObject {
	w, lang := d.named(f.Words, f.ID)
	p := d.Look.Palette
	parts := []fyne.CanvasObject{
		d.Look.Named(ui.Type{Size: ui.Body, Serif: true, Ink: p.Ink, Level: 2, Leading: 1.3}, lang, w.Title),
		d.Look.Words(ui.Type{Size: ui.Lead, Serif: true, Ink: p.Ink}, d.number(f)),
		d.Look.Words(d.caption(), d.stated(f, w)),
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

// stated says who states a figure, and when.
func (d page) stated(f *content.Figure, w content.Words) string {
	if f.Year.IsZero() {
		return d.Locale.SayWith("figures.undated", map[string]string{"who": w.Role})
	}
	return d.Locale.SayWith("figures.stated", map[string]string{"who": w.Role, "date": d.Locale.Date(f.Year)})
}

// countingAlike are the figures of a case study that count the same as one.
func countingAlike(c *content.Case, f *content.Figure) []*content.Figure {
	var out []*content.Figure
	for _, other := range c.Figures {
		if f.Counts != "" && other.Counts == f.Counts {
			out = append(out, other)
		}
	}
	return out
}

// compared shows, before figures that count the same, who states what from low
// to high, on one scale from nought.
func (d page) compared(c *content.Case, alike []*content.Figure) fyne.CanvasObject {
	var most float64
	for _, f := range alike {
		most = max(most, f.Low, f.High)
	}
	ordered := slices.Clone(alike)
	slices.SortStableFunc(ordered, func(a, b *content.Figure) int { return cmp.Compare(a.Low, b.Low) })
	rows := []fyne.CanvasObject{d.say(d.section(), "figures.compared"), d.say(d.caption(), "figures.scale")}
	for _, f := range ordered {
		w, lang := d.named(f.Words, f.ID)
		rows = append(rows, ui.Stack(0,
			d.Look.Named(d.caption(), lang, d.by(w.Role, f.Year)),
			d.Look.Words(d.soft(), d.number(f)),
			d.Look.Range(d.Look.Palette.Thread(c.Order), f.Low, f.High, most, f.Verified == content.FromMemory)))
	}
	return ui.Stack(ui.Small, rows...)
}

// by is who states a figure, with the year where that is not said already.
func (d page) by(who string, year content.Date) string {
	when := d.Locale.Date(year)
	if strings.Contains(who, when) || year.EDTF != "" && strings.Contains(who, year.EDTF) {
		return who
	}
	return d.joined(dot, who, when)
}

// number is the figure in words: one number, or the range between two.
func (d page) number(f *content.Figure) string {
	if f.High == 0 || f.High == f.Low {
		number := d.Locale.Count("figures.unit."+f.Unit, int(f.Low), map[string]string{"number": d.Locale.Number(f.Low)})
		if f.AtLeast {
			return d.Locale.SayWith("figures.atleast", map[string]string{"number": number})
		}
		return number
	}
	// The language decides whether what is counted stands before or behind the numbers.
	between := d.Locale.SayWith("figures.range", map[string]string{"low": d.Locale.Number(f.Low), "high": d.Locale.Number(f.High)})
	return d.Locale.Count("figures.unit."+f.Unit, int(f.High), map[string]string{"number": between})
}
