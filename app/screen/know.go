package screen

import (
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
)

// know answers "How do we know?" for one record: how it was checked, by what
// day, and in which sources.
func (d Deps) know(sources []string, verified content.Verified) []*ui.Anchored {
	out := []*ui.Anchored{
		one(ui.Huge, d.Look.Rule()),
		{Object: d.say(d.section(), "know.title"), Anchor: "know", Above: ui.Mid},
	}
	if verified != "" {
		out = append(out, one(ui.Tiny, d.say(d.caption(), "know.verified."+string(verified))))
	}
	for i, s := range d.bibliography(sources) {
		above := ui.Small
		if i == 0 {
			above = ui.Mid
		}
		out = append(out, one(above, d.citation(s)))
	}
	asOf := d.Locale.SayWith("know.asof", map[string]string{"date": d.Locale.Date(d.Archive.AsOf)})
	return append(out, one(ui.Mid, d.Look.Words(d.label(), asOf)))
}

func (d Deps) bibliography(ids []string) []*content.Source {
	var out []*content.Source
	for _, id := range ids {
		if s := d.Archive.Source(id); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// citation is a source as a bibliography gives it: who, what, when, and what
// kind of thing it is.
func (d Deps) citation(s *content.Source) fyne.CanvasObject {
	ink := d.Look.Palette
	by := joinWith(". ", s.Author, s.Publisher)
	kind := joinWith("  ·  ", d.Locale.Say("source."+s.Kind), d.Locale.Date(s.Date), d.seen(s))
	return ui.Stack(2,
		d.Look.Named(ui.Type{Size: ui.Caption, Ink: ink.Ink, Leading: 1.4}, d.Archive.Original, joinWith(". ", by, s.Title)),
		d.Look.Words(ui.Type{Size: ui.Caption, Ink: ink.Faint, Leading: 1.4}, kind))
}

func (d Deps) seen(s *content.Source) string {
	if s.Seen {
		return d.Locale.Say("know.source.seen")
	}
	return d.Locale.Say("know.source.unseen")
}

// joinWith joins what is not empty.
func joinWith(with string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, with)
}

// sources is the whole bibliography, by kind.
func (d Deps) sources() *Screen {
	title := d.Locale.Say("home.sources")
	items := []*ui.Anchored{one(0, d.Look.Words(d.heading(), title))}
	for _, kind := range content.SourceKinds {
		above := ui.Huge
		for _, s := range d.Archive.Sources {
			if s.Kind != kind {
				continue
			}
			if above == ui.Huge {
				items = append(items, one(above, d.say(d.section(), "source."+kind)))
				above = ui.Small
			}
			items = append(items, &ui.Anchored{Object: d.citation(s), Anchor: s.ID, Above: ui.Small})
		}
	}
	return d.column(title, items)
}
