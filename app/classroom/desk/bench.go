package desk

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigil/app/classroom/builder"
	"vigil/app/ui"
	"vigil/app/ui/keyboard"
	"vigil/app/voice"
)

// bench is the lesson while it is written: three columns, or one of them at a time.
func (p *page) bench() {
	p.stop = min(p.stop, len(p.draft.Lesson().Stops)-1)
	p.head, p.listed, p.asked, p.keys = ui.Stack(0), ui.Stack(0), ui.Stack(ui.Small), ui.Stack(0)
	p.outline, p.form, p.found = p.Look.Scroll(), p.Look.Scroll(), p.Look.Scroll()
	p.find, p.faults, p.notes = newFinder(p), p.draft.Faults(), ui.Stack(0)
	p.beside = p.Look.Above(p.find.body, p.notes)
	p.fillHead()
	p.outline.Fill(p.outlineItems())
	p.form.Fill(p.formItems())
	var columned fyne.CanvasObject
	switch {
	case p.wide():
		p.s.Main = p.form
		columned = container.New(columns{p.Look, []float32{1, 1.55, 1.1}}, p.outline, p.form, p.beside)
	case p.step == stepStop:
		p.s.Main, columned = p.form, p.form
	case p.step == stepPages:
		p.s.Main, columned = p.found, p.find.body
	default:
		p.s.Main, columned = p.outline, p.outline
	}
	p.body = p.Look.Below(p.head, columned)
	p.all = p.Look.Above(p.body, p.keys)
	p.s.Body = p.between(p.all)
	p.s.Moved = func() { p.board(nil) }
	p.fillNotes()
	p.find.search()
}

// fillNotes shows what to look at again, where there are three columns: quietly, beneath
// the search, and not while the keyboard needs the room.
func (p *page) fillNotes() {
	if !p.wide() {
		return
	}
	var out []fyne.CanvasObject
	if !p.typing() {
		for _, w := range p.warnings() {
			if len(out) < mostNotes {
				out = append(out, p.Look.Pad(min(w.Above, ui.Mid), 0, 0, 0, w.Object))
			}
		}
	}
	ui.Swap(p.notes, out...)
	ui.Rearrange(p.beside)
}

// mostNotes is how many lines are shown of what to look at again: the rest comes when
// these are mended, and each step says so of itself.
const mostNotes = 6

// fillHead is the lesson's name, and what can be done with the whole.
func (p *page) fillHead() {
	look := p.Look
	if p.small() && p.typing() { // the field and the keyboard need all the height there is
		ui.Swap(p.head)
		p.settle()
		return
	}
	title := p.draft.Text(builder.Spot{Part: builder.Title})
	t := ui.Type{Size: ui.Lead, Serif: true, Ink: look.Palette.Ink, Level: 1, Leading: 1.2}
	if look.Low {
		t.Size = ui.Caption
	}
	name := look.Named(t, p.draft.Lang(), title)
	if title == "" {
		t.Ink = look.Palette.Faint
		name = look.Words(t, p.say("builder.untitled"))
	}
	back := p.button(ui.IconUndo, "builder.undo", false, p.undo)
	if look.Low {
		back = look.Touch(ui.IconUndo, p.say("builder.undo"), p.undo)
	}
	do := []fyne.CanvasObject{
		back,
		p.button("", "builder.open", false, func() { p.show(opening) }),
		p.button("", "builder.save", true, func() { p.show(saving) }),
	}
	var top fyne.CanvasObject = look.Row(ui.Tiny, 0, append([]fyne.CanvasObject{name}, do...)...)
	if look.Portrait || look.Text > 1.25 {
		top = ui.Stack(ui.Tiny, name, look.Wrap(ui.Tiny, do...))
	}
	parts := []fyne.CanvasObject{top}
	if p.unkept {
		parts = append(parts, look.Words(p.caption(), p.say("builder.unkept")))
	}
	if !p.wide() {
		parts = append(parts, p.tabs())
	}
	ui.Swap(p.head, parts...)
	p.settle()
}

// settle gives what stands beneath the head the rest of the height.
func (p *page) settle() {
	if p.body != nil {
		ui.Rearrange(p.body)
	}
}

// small reports whether a window is low for what it shows, or its letters large.
func (p *page) small() bool { return p.Look.Low || p.Look.Text > 1.25 }

// tabs choose what a screen without room for three columns shows.
func (p *page) tabs() fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, id := range []string{"builder.stops", "builder.this", "builder.find"} {
		out = append(out, p.choice(p.say(id), int(p.step) == i, func() {
			p.step = step(i)
			p.cfg.Again()
		}))
	}
	return p.Look.Wrap(ui.Small, out...)
}

// choice is one of several things of which one is chosen.
func (p *page) choice(words string, chosen bool, act func()) fyne.CanvasObject {
	look := p.Look
	s := ui.Surface{Fill: look.Palette.Ground, Pressed: look.Palette.Pressed, Rule: look.Palette.Rule}
	t := ui.Type{Size: ui.Label, Ink: look.Palette.Soft, Leading: 1.3}
	if chosen {
		t.Ink, t.Bold, s.Rule = look.Palette.Ink, true, look.Palette.Accent
	}
	inner := look.Pad(ui.Small, ui.Small, ui.Small, ui.Small, look.Line(t, words))
	return look.Touchable(s, voice.Item{Role: voice.Button, Text: words}, act, inner)
}

func (p *page) undo() {
	p.draft.Undo()
	p.stop, p.page = min(p.stop, len(p.draft.Lesson().Stops)-1), 0
	p.board(nil)
	p.refill(p.outline, p.outlineItems)
	p.refill(p.form, p.formItems)
	p.changed()
}

// changed shows what follows from a change of the lesson, and keeps the draft.
func (p *page) changed() {
	p.faults = p.draft.Faults()
	p.refill(p.outline, p.outlineItems)
	p.find.refill()
	p.fillNotes()
	p.keep(p.Load, p.fillHead)
	p.Changed()
}

// wrote is changed where letters were typed: only what they can change is shown anew.
func (p *page) wrote(part builder.Part) {
	if part == builder.Title {
		p.fillHead()
	}
	faults := p.draft.Faults()
	other := !slices.Equal(faults, p.faults)
	p.faults = faults
	if other || part == builder.StopTitle {
		p.refill(p.outline, p.outlineItems)
		p.find.refill()
		p.fillNotes()
	}
	p.keep(p.Load, p.fillHead)
	p.Changed()
}

// refill shows a column anew where it stands.
func (p *page) refill(s *ui.Scroll, items func() []*ui.Anchored) {
	spot := s.Spot()
	s.Fill(items())
	s.Return(spot)
}

// choose goes to a stop, or to the whole.
func (p *page) choose(stop int) {
	p.stop, p.page = stop, 0
	p.draft.Rest()
	if !p.wide() {
		p.step = stepStop
		p.cfg.Again()
		return
	}
	p.board(nil)
	p.refill(p.outline, p.outlineItems)
	p.form.Fill(p.formItems())
	p.find.refill()
	p.Changed()
}

// typed is what a keyboard writes into.
type typed interface {
	fyne.Focusable
	Focus()
}

// typing reports whether the keyboard is shown.
func (p *page) typing() bool { return p.keys != nil && len(p.keys.Objects) > 0 }

// board shows the keyboard for a field, or puts it away.
func (p *page) board(into typed) {
	p.into = into
	if (into != nil) == p.typing() {
		return
	}
	var keys []fyne.CanvasObject
	if into != nil {
		say := p.say
		words := keyboard.Words{
			Space: say("keyboard.space"), Delete: say("keyboard.delete"), Done: say("keyboard.done"), Script: say("keyboard.script"),
			Capitals: say("keyboard.shift"), Signs: say("keyboard.symbols"), Line: say("keyboard.line"),
		}
		keys = append(keys, keyboard.New(p.Look, words, keyboard.Keys{
			Letter: func(r rune) { p.press(func() { p.into.TypedRune(r) }) },
			Delete: func() { p.press(func() { p.into.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace}) }) },
			Line:   func() { p.press(func() { p.into.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) }) },
			Done:   func() { p.board(nil) },
		}, p.Archive.Keyboards[p.Locale.Lang()]))
	}
	ui.Swap(p.keys, keys...)
	if p.small() {
		p.fillHead()
		p.find.refill()
	}
	p.fillNotes()
	p.all.Refresh()
	p.Changed()
}

// press types, and leaves the keys with the field.
func (p *page) press(do func()) {
	if p.into == nil {
		return
	}
	do()
	if p.into != nil {
		p.into.Focus()
	}
}
