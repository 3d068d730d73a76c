package screen

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
	"vigil/content/route"
	"vigil/i18n"
)

// know answers "How do we know?" for one record: how it was checked, by what
// day, and in which sources.
func (d page) know(sources []string, verified content.Verified) []*ui.Anchored {
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
	return append(out, one(ui.Mid, d.asOf()))
}

// asOf says up to what day the archive's facts were checked.
func (d page) asOf() fyne.CanvasObject {
	return d.Look.Words(d.label(), d.dated())
}

func (d page) dated() string {
	return d.Locale.SayWith("know.asof", map[string]string{"date": d.Locale.Date(d.Archive.AsOf)})
}

// cited collects the sources of events, each once, in the order of the events.
func cited(events []*content.Event) []string {
	var out []string
	for _, e := range events {
		for _, id := range e.Sources {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

// linked collects the sources of the events and people that a text leads to.
func (d page) linked(p content.Prose) []string {
	var events []*content.Event
	for _, b := range p {
		for _, s := range b.Spans {
			r, err := route.Parse(s.Link)
			if err != nil {
				continue
			}
			if e := d.Archive.Event(r.ID(0), r.ID(1)); r.Kind == route.Event && e != nil {
				events = append(events, e)
			}
			if person := d.Archive.Person(r.ID(0)); r.Kind == route.Person && person != nil {
				events = append(events, &content.Event{Sources: person.Sources})
			}
		}
	}
	return cited(events)
}

func (d page) bibliography(ids []string) []*content.Source {
	var out []*content.Source
	for _, id := range ids {
		if s := d.Archive.Source(id); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// citation is a source as a bibliography gives it (after the notes and
// bibliography form of the Chicago Manual of Style: author, title in italics,
// publisher), and under it when it is from, what kind of thing it is, and
// whether it was read for this archive.
func (d page) citation(s *content.Source) fyne.CanvasObject {
	ink := d.Look.Palette
	var spans []content.Span
	if s.Author != "" {
		spans = append(spans, content.Span{Text: sentence(s.Author) + " "})
	}
	spans = append(spans, content.Span{Text: sentence(s.Title), Style: content.Emphasis})
	if s.Publisher != "" && s.Publisher != s.Author {
		spans = append(spans, content.Span{Text: " " + sentence(s.Publisher)})
	}
	kind := d.joined(dot, d.Locale.Date(s.Date), d.Locale.Say("source."+s.Kind), d.seen(s))
	return ui.Stack(2,
		d.Look.Runs(ui.Type{Size: ui.Caption, Ink: ink.Ink, Leading: 1.4}, d.Archive.Original, spans...),
		d.Look.Words(ui.Type{Size: ui.Caption, Ink: ink.Faint, Leading: 1.4}, kind))
}

// sentence ends words with a full stop, once, unless they ask or exclaim.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if strings.HasSuffix(s, "?") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, ".") {
		return s
	}
	return s + "."
}

func (d page) seen(s *content.Source) string {
	if s.Seen {
		return d.Locale.Say("know.source.seen")
	}
	return d.Locale.Say("know.source.unseen")
}

// dot stands between the parts of a line that says several things.
const dot = "  ·  "

// joined puts parts that are not empty beside one another. On a right-to-left
// page each is isolated, or neighbours in Latin letters would run together from
// left to right.
func (d page) joined(with string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, d.part(p))
		}
	}
	return strings.Join(out, with)
}

func (d page) part(s string) string {
	if d.Look.RTL {
		return i18n.Isolate(s)
	}
	return s
}

// sources is the whole bibliography, by kind.
func (d page) sources() *Screen {
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
