package studio

import (
	"vigil/app/studio/proof"
	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content/authoring"
	"vigil/content/route"

	"fyne.io/fyne/v2"
)

// The sizes of words on a desk, px at 1x: an arm's length is nearer than a kiosk.
const (
	plain ui.Size = 16
	small ui.Size = 15
)

// mostListed is how many mistakes are listed: who has more mends these first.
const mostListed = 200

func (p *Preview) quiet() ui.Type {
	return ui.Type{Size: small, Ink: p.look.Palette.Soft, Leading: 1.4}
}

// fillLine says what this is and how many mistakes there are.
func (p *Preview) fillLine() {
	look := p.look
	mend, stand := p.counts()
	word := "studio.close"
	if p.away {
		word = "studio.open"
	}
	counts := look.Line(ui.Type{Size: plain, Bold: mend > 0, Ink: look.Palette.Ink}, p.with("studio.mistakes", "count", p.number(mend)))
	rest := look.Line(ui.Type{Size: plain, Ink: look.Palette.Soft}, p.with("studio.remarks", "count", p.number(stand)))
	turn := look.Touchable(ui.Surface{Fill: look.Palette.Ground, Pressed: look.Palette.Pressed, Radius: 4, Least: lineHeight - ui.Tiny}, voice.Item{Role: voice.Button, Text: p.say(word)}, p.turn,
		look.Pad(ui.Tiny, ui.Tiny, ui.Tiny, ui.Tiny, look.Line(ui.Type{Size: plain, Ink: look.Palette.Accent}, p.say(word))))
	name := look.Line(ui.Type{Size: plain, Ink: look.Palette.Soft}, p.say("studio.unchecked"))
	known := look.Line(ui.Type{Size: small, Ink: look.Palette.Faint, Align: typeset.End}, p.state())
	ui.Swap(p.line, look.Pad(0, ui.Small, 0, ui.Mid, look.Row(ui.Mid, 1, name, known, counts, rest, turn)))
}

// state is how far what was saved is known, in a few words or, where there is no room and
// nothing amiss, in none.
func (p *Preview) state() string {
	roomy, e := p.size.Width >= roomForBoth, p.view.Edition
	switch {
	case p.view.Busy || e.Stage < proof.Glance:
		return p.say("studio.reading")
	case e.Stage < proof.Checked:
		return p.say("studio.checking")
	case e.Gone != nil, !roomy:
		return ""
	case len(e.Held) > 0 && p.away:
		return p.with("studio.held", "file", e.Held[0])
	case len(e.Held) > 0:
		return ""
	default:
		return p.say("studio.shown")
	}
}

// counts is how many mistakes must be mended, and how many may stand.
func (p *Preview) counts() (mend, stand int) {
	for _, l := range p.list {
		if l.Severity == authoring.Error {
			mend++
		} else {
			stand++
		}
	}
	return mend, stand
}

// fillPanel lists the mistakes.
func (p *Preview) fillPanel(stay bool) {
	var spot ui.Spot
	if p.column != nil && stay {
		spot = p.column.Spot()
	}
	p.column = p.look.Scroll(append(p.notices(), p.rows()...)...)
	p.column.Return(spot)
	ui.Swap(p.panel, p.look.Pad(0, 0, ui.Tiny, ui.Small, p.look.Above(p.column, p.foot())))
}

// foot says what touching a mistake does, or what it did last.
func (p *Preview) foot() fyne.CanvasObject {
	if len(p.list) == 0 {
		return ui.Gap(0)
	}
	words := p.say("studio.hint")
	if p.copied != "" {
		words = p.with("studio.copied", "place", p.copied)
	}
	return p.look.Pad(0, ui.Small, 0, 0, p.look.Words(ui.Type{Size: 14, Ink: p.look.Palette.Faint, Leading: 1.35}, words))
}

// notices say what is not as it seems.
func (p *Preview) notices() []*ui.Anchored {
	var out []*ui.Anchored
	add := func(words string) {
		out = append(out, &ui.Anchored{Object: p.look.Words(ui.Type{Size: plain, Ink: p.look.Palette.Ink, Leading: 1.4}, words), Above: ui.Small})
	}
	e := p.view.Edition
	if e.Gone != nil {
		add(p.say("studio.gone"))
	}
	if p.view.Lost && !p.view.nothing() {
		add(p.with("studio.lost", "address", p.view.Address))
		to := parent(p.view.Address)
		out = append(out, &ui.Anchored{Object: p.link(p.say("studio.above"), func() { p.cfg.Go(to) }), Above: 0})
	}
	for _, file := range e.Held {
		add(p.with("studio.held", "file", file))
	}
	if p.view.Looked {
		out = append(out, &ui.Anchored{Object: p.look.Words(p.quiet(), p.say("studio.looked")), Above: ui.Small})
	}
	if len(p.list) == 0 && e.Stage >= proof.Checked && e.Gone == nil {
		add(p.say("studio.none"))
	}
	return out
}

// link is words that can be touched.
func (p *Preview) link(words string, act func()) fyne.CanvasObject {
	s := ui.Surface{Fill: p.look.Palette.Ground, Pressed: p.look.Palette.Pressed, Least: 40}
	return p.look.Touchable(s, voice.Item{Role: voice.Link, Text: words}, act, p.look.Pad(ui.Tiny, 0, ui.Tiny, 0, p.look.Words(ui.Type{Size: plain, Ink: p.look.Palette.Accent, Leading: 1.4}, words)))
}

// rows are the mistakes under their headings.
func (p *Preview) rows() []*ui.Anchored {
	var out []*ui.Anchored
	under := ""
	for i, l := range p.list {
		if i == mostListed {
			out = append(out, &ui.Anchored{Object: p.look.Words(p.quiet(), p.with("studio.more", "count", p.number(len(p.list)-mostListed))), Above: ui.Mid})
			break
		}
		if h := headingOf(l); h != under {
			under = h
			out = append(out, &ui.Anchored{Object: p.look.Words(ui.Type{Size: small, Bold: true, Ink: p.look.Palette.Soft, Level: 2, Leading: 1.4}, p.say(h)), Above: ui.Mid})
		}
		out = append(out, &ui.Anchored{Object: p.row(l)})
	}
	return out
}

func headingOf(l proof.Listed) string {
	switch {
	case l.Here:
		return "studio.here"
	case l.Severity == authoring.Error:
		return "studio.mend"
	default:
		return "studio.stand"
	}
}

// english is the language in which mistakes are told.
const english = "en"

// row is one mistake: where it is, what it is and what mends it.
func (p *Preview) row(l proof.Listed) fyne.CanvasObject {
	look, palette := p.look, p.look.Palette
	type set = ui.Type
	parts := []fyne.CanvasObject{
		look.Named(set{Size: small, Bold: true, Ink: palette.Accent, Leading: 1.4}, english, l.Place()),
		look.Named(set{Size: plain, Ink: palette.Ink, Leading: 1.4}, english, l.Message),
	}
	said := l.Place() + ". " + l.Message + "."
	if l.Mend != "" {
		parts = append(parts, look.Named(set{Size: small, Ink: palette.Soft, Leading: 1.4}, english, l.Mend))
		said += " " + l.Mend + "."
	}
	s := ui.Surface{Fill: palette.Ground, Pressed: palette.Pressed, Rule: palette.Rule, Least: lineHeight}
	item := voice.Item{Role: voice.Button, Text: said, Lang: english, Action: l.Address}
	return look.Touchable(s, item, func() { p.choose(l) }, look.Pad(10, ui.Tiny, 12, 0, ui.Stack(2, parts...)))
}

// choose copies where a mistake is, and opens the page that it is about.
func (p *Preview) choose(l proof.Listed) {
	p.copied = l.Place()
	p.cfg.Copy(p.copied)
	if l.Address != "" {
		p.cfg.Go(l.Address)
	}
	p.fillPanel(true)
	ui.Rearrange(p.root)
	p.point()
}

// parents are the pages above those of a kind.
var parents = map[route.Kind]route.Kind{
	route.Person: route.People, route.Place: route.Places, route.Organisation: route.Organisations, route.Term: route.Glossary,
	route.Speech: route.Speeches, route.Lesson: route.Lessons, route.Medium: route.Pictures,
}

// parent is the page above one that is no longer there.
func parent(address string) string {
	r, err := route.Parse(address)
	if err != nil {
		return string(route.Home)
	}
	if above, ok := parents[r.Kind]; ok {
		return string(above)
	}
	if r.Kind == route.Event || r.Kind == route.Case && r.ID(1) != "" {
		return route.To(route.Case, r.ID(0)).String()
	}
	return string(route.Home)
}

// fillBlank says so where there is nothing to show, in the place of the kiosk.
func (p *Preview) fillBlank() {
	if !p.view.nothing() {
		ui.Swap(p.blank)
		p.blank.Hide()
		p.cfg.Kiosk.Show()
		return
	}
	look := p.look
	var lines []fyne.CanvasObject
	if p.view.Edition.Stage > 0 {
		lines = append(lines,
			look.Words(ui.Type{Size: ui.Lead, Serif: true, Ink: look.Palette.Ink, Level: 1}, p.say("studio.empty")),
			look.Words(ui.Type{Size: ui.Caption, Ink: look.Palette.Soft}, p.say("studio.emptylead")))
	}
	ui.Swap(p.blank, look.Pad(ui.Huge, ui.Huge, 0, ui.Huge, ui.Stack(ui.Small, lines...)))
	p.blank.Show()
	p.cfg.Kiosk.Hide()
}
