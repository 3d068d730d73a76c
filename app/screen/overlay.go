package screen

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
)

// StillHere is the question that comes before a visit ends, and what writes the
// seconds that are left into it.
func (deps Deps) StillHere(more func()) (fyne.CanvasObject, func(seconds string)) {
	d := deps.page()
	title := ui.Type{Size: ui.Title, Serif: true, Ink: d.Look.Palette.Ink, Level: 1, Leading: 1.2, Align: typeset.Center}
	count := ui.Type{Size: ui.Display, Ink: d.Look.Palette.Soft, Leading: 1.2, Align: typeset.Center}
	seconds := container.NewStack(d.Look.Words(count, " "))
	label := d.Locale.Say("idle.more")
	button := d.Look.Button("", label, true, voice.Item{Role: voice.Button, Text: label}, more)
	card := d.Look.Over(more, d.Look.Words(title, d.Locale.Say("idle.title")), seconds, ui.Centre(button))
	return card, func(s string) {
		ui.Swap(seconds, d.Look.Words(count, s))
	}
}

// Told is something short said over the page.
func (deps Deps) Told(words string, close func()) fyne.CanvasObject {
	d := deps.page()
	text := ui.Type{Size: ui.Body, Serif: true, Ink: d.Look.Palette.Ink}
	return d.Look.Over(close, d.Look.Words(text, words), d.closer(close))
}

func (d page) closer(close func()) fyne.CanvasObject {
	label := d.Locale.Say("nav.close")
	return d.Look.Row(0, -1, d.Look.Button(ui.IconClose, label, false, voice.Item{Role: voice.Button, Text: label}, close))
}

// Explained is what a term means, set over the page that uses it; nil where the
// archive does not have it.
func (deps Deps) Explained(id string, close func(), open func(address string)) fyne.CanvasObject {
	d := deps.page()
	t := d.Archive.Term(id)
	if t == nil {
		return nil
	}
	d.Go = open
	w, lang := d.named(t.Words, id)
	head := ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 1, Leading: 1.2}
	parts := []fyne.CanvasObject{d.Look.Named(head, lang, w.Title)}
	for _, b := range d.reading(w.Text, lang) {
		parts = append(parts, b.Object)
	}
	parts = append(parts, d.draft(wording{w, lang})...)
	parts = append(parts, d.row(d.Locale.Say("home.glossary"), d.Locale.Lang(), "", "term/"+id), d.closer(close))
	return d.Look.Over(close, parts...)
}

// cautioned is the page that comes before what is hard to read: what it tells of,
// a way on and a way round. The text itself stands without pictures.
func (d page) cautioned(id string, t content.Text, round string) *Screen {
	w, lang := d.named(t, id)
	on, other := d.Locale.Say("note.on"), d.Locale.Say("note.round")
	items := []*ui.Anchored{
		one(ui.Huge, d.say(d.label(), "note.before")),
		one(ui.Small, d.Look.Named(d.heading(), lang, w.Title)),
	}
	text := d.reading(w.Text, lang)
	lead(text, ui.Mid)
	items = append(append(items, text...), below(ui.Small, d.draft(wording{w, lang})...)...)
	items = append(items, one(ui.Large, d.Look.Wrap(ui.Small,
		d.Look.Button(ui.IconNext, on, true, voice.Item{Role: voice.Button, Text: on}, func() { d.Accept(id) }),
		d.Look.Button(ui.IconBack, other, false, voice.Item{Role: voice.Link, Text: other, Action: round}, func() { d.Go(round) }),
		d.Look.Button(ui.IconPause, d.Locale.Say("pause.title"), false, voice.Item{Role: voice.Link, Text: d.Locale.Say("pause.title"), Action: "pause"}, func() { d.Go("pause") }))))
	s := d.column(w.Title, items)
	s.First = func() { d.Accept(id) }
	return s
}
