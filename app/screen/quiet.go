package screen

import (
	"strings"

	"vigil/app/ui"
	"vigil/app/voice"
)

// pause is "take a moment": a page with nothing to do.
func (d page) pause() *Screen {
	title := d.Locale.Say("pause.title")
	text := ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Soft, Leading: 1.6}
	items := []*ui.Anchored{
		one(ui.Huge, d.Look.Words(d.display(), title)),
		one(ui.Large, d.say(text, "pause.text")),
		one(ui.Huge, d.Look.Row(ui.Mid, -1, d.Look.Button(ui.IconHome, d.Locale.Say("pause.leave"), false,
			voice.Item{Role: voice.Link, Text: d.Locale.Say("pause.leave"), Action: "home"}, func() { d.Go("home") }))),
	}
	items = append(items, d.titled(ui.Huge, d.Archive.Support)...)
	return d.column(title, items)
}

// nothere answers an address that leads nowhere.
func (d page) nothere() *Screen {
	title := d.Locale.Say("nothere.title")
	items := []*ui.Anchored{
		one(ui.Huge, d.Look.Words(d.heading(), title)),
		one(ui.Mid, d.say(ui.Type{Size: ui.Body, Serif: true, Ink: d.Look.Palette.Soft}, "nothere.text")),
		one(ui.Large, d.Look.Row(0, -1, d.Look.Button(ui.IconHome, d.Locale.Say("nothere.home"), true,
			voice.Item{Role: voice.Link, Text: d.Locale.Say("nothere.home"), Action: "home"}, func() { d.Go("home") }))),
	}
	return d.column(title, items)
}

// about says who made the archive, of what date, and with what rights.
func (d page) about() *Screen {
	w, lang := d.named(d.Archive.Words, d.Archive.ID)
	title := d.Locale.Say("about.title")
	items := []*ui.Anchored{
		one(0, d.Look.Words(d.heading(), title)),
		one(ui.Mid, d.Look.Named(ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink}, lang, w.Title)),
	}
	var names []string
	for _, l := range d.Languages {
		names = append(names, "\u2068"+l.Name()+"\u2069")
	}
	facts := []struct{ id, value string }{
		{"about.publisher", d.Archive.Publisher}, {"about.version", d.Archive.Version},
		{"about.languages", strings.Join(names, ", ")}, {"about.rights", d.Archive.Rights},
		{"about.review", d.Locale.Say("know.draft")},
	}
	if d.Archive.Review != "draft" {
		facts = facts[:len(facts)-1]
	}
	for _, f := range facts {
		if f.value != "" {
			items = append(items, one(ui.Mid, d.say(d.label(), f.id)), one(0, d.Look.Words(d.soft(), f.value)))
		}
	}
	items = append(items, one(ui.Mid, d.asOf()), one(ui.Large, d.say(d.caption(), "about.fonts")))
	return d.column(title, items)
}
