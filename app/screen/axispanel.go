package screen

import (
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/ui/timeline"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
)

// begin chooses what the route asks for, or else the first event that tells what is
// in view, with a line that says how to go on.
func (p *axisPage) begin(from, to float64) {
	asked := func(e timeline.Item) bool { return e.ID == p.r.Get(eventParam) }
	if item := slices.IndexFunc(p.items, asked); item >= 0 {
		p.show(item)
		return
	}
	item := p.first(from, to)
	if item < 0 {
		return
	}
	p.show(item, p.d.say(p.d.label(), "timeline.hint"))
}

// choose shows an item beside the axis, and notes it.
func (p *axisPage) choose(item int) {
	p.show(item)
	p.r = p.r.With(eventParam, p.items[item].ID).With(filterParam, "")
	p.moved()
	p.d.Changed()
}

// show puts an item beside the axis, with more beneath it.
func (p *axisPage) show(item int, more ...fyne.CanvasObject) {
	d := p.d
	p.axis.Select(item)
	p.beside.Fill(append(d.chosen(p.items[item].ID), below(ui.Large, more...)...))
	ui.Swap(p.foot, d.Look.Grid(2, ui.Small, 0,
		p.stepButton("event.previous", ui.IconBack, p.axis.Step(item, -1)), p.stepButton("event.next", ui.IconNext, p.axis.Step(item, 1))))
}

// crowd lists beside the axis what was only counted on it.
func (p *axisPage) crowd(items []int) {
	d := p.d
	head := ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 2, Leading: 1.25}
	out := []*ui.Anchored{one(0, d.Look.Words(head, d.Locale.Count("timeline.more", len(items), nil)))}
	for _, i := range items {
		out = append(out, one(0, d.crowdRow(p.items[i], func() { p.choose(i) })))
	}
	p.axis.Select(-1)
	p.beside.Fill(out)
	ui.Swap(p.foot)
	d.Changed()
}

// crowdRow is one event of a crowd: what it is called, beneath its date.
func (d page) crowdRow(e timeline.Item, act func()) fyne.CanvasObject {
	p := d.Look.Palette
	s := ui.Surface{Fill: p.Ground, Pressed: p.Pressed, Rule: p.Rule}
	inner := d.Look.Pad(ui.Small, ui.Small, ui.Small, 0, ui.Stack(2,
		d.Look.Words(ui.Type{Size: ui.Caption, Ink: p.Accent, Leading: 1.4}, d.Locale.Date(e.Date)),
		d.Look.Named(ui.Type{Size: ui.Body, Serif: true, Ink: p.Ink, Leading: 1.3}, e.Lang, e.Title)))
	return d.Look.Touchable(s, voice.Item{Role: voice.Button, Text: e.Spoken}, act, inner)
}

func (p *axisPage) pick(item int) {
	if item >= 0 {
		p.choose(item)
	}
}

// first is the earliest of the most important in a stretch of days, or of all where
// none is in it.
func (p *axisPage) first(from, to float64) int {
	best := -1
	for i := p.axis.First(); i >= 0; i = p.axis.Step(i, 1) {
		if begin := daysOf(p.items[i].Date); to > from && (begin < from || begin > to) {
			continue
		}
		if best < 0 || p.items[i].Importance < p.items[best].Importance {
			best = i
		}
	}
	if best < 0 {
		return p.axis.First()
	}
	return best
}

func (p *axisPage) stepButton(id string, icon ui.Icon, to int) fyne.CanvasObject {
	if to < 0 {
		return ui.Gap(1)
	}
	label := p.d.Locale.Say(id)
	if p.d.Look.Low && p.d.Look.Narrow || p.d.Look.Text > 1.25 && !p.d.Look.Portrait {
		return p.d.Look.Row(0, -1, p.d.Look.Touch(icon, label, func() { p.pick(to) }))
	}
	return p.d.Look.Button(icon, label, false, voice.Item{Role: voice.Button, Text: label}, func() { p.pick(to) })
}

// chosen is what stands beside the axis of one thing on it.
func (d page) chosen(address string) []*ui.Anchored {
	r, err := route.Parse(address)
	if err != nil {
		return nil
	}
	head := ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 2, Leading: 1.25}
	when := ui.Type{Size: ui.Label, Ink: d.Look.Palette.Accent}
	if e := d.Archive.Event(r.ID(0), r.ID(1)); r.Kind == route.Event && e != nil {
		w, lang := d.named(e.Words, e.ID)
		out := []*ui.Anchored{one(0, d.Look.Words(when, d.Locale.Date(e.Date))), one(ui.Tiny, d.Look.Named(head, lang, w.Title)),
			one(ui.Tiny, d.Look.Words(d.label(), d.Locale.Say("kind."+e.Kind)+d.at(e)))}
		text := d.small(w.Text, lang, ui.Label, d.Look.Palette.Ink)
		lead(text, ui.Small)
		out = append(append(out, text...), below(ui.Small, d.draft(wording{w, lang})...)...)
		out = append(out, one(ui.Small, d.row(d.Locale.Say("timeline.open"), d.Locale.Lang(), "", address)))
		if p := d.Archive.Place(e.Place); p != nil {
			out = append(out, d.where(ui.Mid, []*content.Place{p}, p.ID)...)
		}
		for i, p := range d.inOrder(e.People) {
			above := float32(0)
			if i == 0 {
				above = ui.Small
			}
			out = append(out, one(above, d.personRow(p)))
		}
		return out
	}
	if sp := d.Archive.Speech(r.ID(0)); r.Kind == route.Speech && sp != nil {
		w, lang := d.named(sp.Words, sp.ID)
		out := []*ui.Anchored{one(0, d.Look.Words(when, d.Locale.Date(sp.Date))), one(ui.Tiny, d.Look.Named(head, lang, w.Title)),
			one(ui.Tiny, d.Look.Words(d.label(), d.byline(sp)))}
		text := d.small(w.Text, lang, ui.Label, d.Look.Palette.Ink)
		lead(text, ui.Small)
		out = append(append(out, text...), below(ui.Small, d.draft(wording{w, lang})...)...)
		return append(out, one(ui.Small, d.row(d.Locale.Say("timeline.open"), d.Locale.Lang(), "", address)))
	}
	return nil
}
