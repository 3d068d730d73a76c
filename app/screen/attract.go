package screen

import (
	"fyne.io/fyne/v2"

	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/voice"
)

// attract is what the screen shows while nobody is there: the archive's name
// and an invitation, still, in one language after another. A touch anywhere
// begins a visit.
func (d page) attract() *Screen {
	w, lang := d.named(d.Archive.Words, d.Archive.ID)
	p := d.Look.Palette
	centred := func(t ui.Type) ui.Type { t.Align = typeset.Center; return t }
	begin := d.Locale.Say("attract.begin")
	parts := []fyne.CanvasObject{
		d.Look.Centred(ui.Type{Size: ui.Grand, Serif: true, Ink: p.Ink, Level: 1, Leading: 1.1}, lang, w.Title),
	}
	if w.Role != "" {
		parts = append(parts, d.Look.Centred(ui.Type{Size: ui.Body, Serif: true, Ink: p.Soft, Leading: 1.4}, lang, w.Role))
	}
	var histories []string
	for _, c := range d.Archive.Cases {
		name, _ := d.title(c.Words, c.ID)
		histories = append(histories, name)
	}
	parts = append(parts, ui.Gap(ui.Large), d.Look.Words(centred(d.soft()), d.joined(dot, histories...)))
	parts = append(parts, ui.Gap(ui.Huge), d.Look.Words(centred(ui.Type{Size: ui.Lead, Ink: p.Accent, Leading: 1.3}), begin))
	item := voice.Item{Role: voice.Link, Text: begin, Action: "languages"}
	s := ui.Surface{Fill: p.Ground, Pressed: p.Ground}
	whole := d.Look.Touchable(s, item, func() { d.Go("languages") }, ui.Middle(ui.Stack(ui.Mid, parts...)))
	return &Screen{Title: begin, Body: whole, Bare: true}
}
