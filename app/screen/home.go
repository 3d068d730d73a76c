package screen

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
	"vigil/i18n"
)

// languages is where a visit begins: each language by its own name.
func (d page) languages() *Screen {
	items := []*ui.Anchored{one(0, d.Look.Words(ui.Type{Size: ui.Display, Serif: true, Ink: d.Look.Palette.Ink, Level: 1, Leading: 1.1}, "Vigil"))}
	items = append(items, one(ui.Small, d.Look.Words(d.soft(), d.inEach("languages.title"))))
	for i, l := range d.Languages {
		above := float32(0)
		if i == 0 {
			above = ui.Mid
		}
		items = append(items, one(above, d.languageRow(l)))
	}
	settings := d.settings()
	if d.Look.Narrow {
		lead(settings, ui.Huge)
		return d.column(d.Locale.Say("languages.title"), append(items, settings...))
	}
	column, beside := d.Look.Scroll(items...), d.Look.Scroll(settings...)
	return &Screen{Title: d.Locale.Say("languages.title"), Body: d.Look.Halves(column, beside), Main: column}
}

// inEach says one thing in every language, as the visitor has not chosen yet.
func (d page) inEach(id string) string {
	var out []string
	for _, l := range d.Languages {
		out = append(out, "\u2068"+l.Say(id)+"\u2069")
	}
	return strings.Join(out, dot)
}

func (d page) languageRow(l *i18n.Locale) *ui.Touchable {
	p := d.Look.Palette
	ink := p.Ink
	if l.Lang() == d.Locale.Lang() {
		ink = p.Accent
	}
	name := d.Look.Named(ui.Type{Size: ui.Title, Serif: true, Ink: ink, Leading: 1.4}, l.Lang(), l.Name())
	s := ui.Surface{Fill: p.Ground, Pressed: p.Pressed, Rule: p.Rule, Least: 84}
	item := voice.Item{Role: voice.Link, Text: l.Name(), Action: "lang:" + string(l.Lang())}
	return d.Look.Touchable(s, item, func() { d.Speak(l.Lang()) }, ui.Middle(d.arrow(name)))
}

// home is the table of contents of the exhibit: its histories, its speeches,
// and the ways to look things up.
func (d page) home() *Screen {
	w, lang := d.named(d.Archive.Words, d.Archive.ID)
	beside := []*ui.Anchored{
		one(0, d.Look.Named(d.display(), lang, w.Title)),
		one(ui.Small, d.Look.Named(ui.Type{Size: ui.Body, Serif: true, Italic: true, Ink: d.Look.Palette.Soft, Leading: 1.4}, lang, w.Role)),
	}
	for i, b := range d.Look.Prose(w.Text, ui.Reading{Size: ui.Label, Ink: d.Look.Palette.Soft, Lang: lang, OnLink: d.Go}) {
		if i == 0 {
			b.Above = ui.Large
		}
		beside = append(beside, b)
	}
	s := d.pages(w.Title, beside, append(d.works(), one(ui.Large, d.explore())))
	s.Main.Most = 0
	return s
}

// fewSpeeches are so many that the first page has room for all; of more it shows
// those with words of their own.
const fewSpeeches = 3

func (d page) works() []*ui.Anchored {
	var out []*ui.Anchored
	out = append(out, one(0, d.say(d.label(), "home.cases")))
	for _, c := range d.Archive.Cases {
		out = append(out, one(ui.Small, d.caseTile(c)))
	}
	if len(d.Archive.Cases) > 1 {
		out = append(out, one(ui.Tiny, d.row(d.Locale.Say("timeline.together"), d.Locale.Lang(), d.Locale.Say("timeline.caution"), "timeline")))
	}
	if len(d.Archive.Speeches) > 0 {
		out = append(out, one(ui.Large, d.say(d.label(), "home.speeches")))
	}
	for _, sp := range d.Archive.Speeches {
		if d.quotationOf(sp) != nil || len(d.Archive.Speeches) <= fewSpeeches {
			out = append(out, one(ui.Small, d.speechTile(sp)))
		}
	}
	if n := len(d.Archive.Speeches); n > fewSpeeches {
		out = append(out, one(ui.Tiny, d.row(d.Locale.Say("home.speeches"), d.Locale.Lang(), d.Locale.Number(float64(n)), "speeches")))
	}
	return out
}

func (d page) caseTile(c *content.Case) fyne.CanvasObject {
	w, lang := d.named(c.Words, c.ID)
	p := d.Look.Palette
	parts := []fyne.CanvasObject{
		d.Look.Words(d.soft(), d.Locale.Date(c.Span)),
		d.Look.Named(ui.Type{Size: ui.Display, Serif: true, Ink: p.Ink, Leading: 1.2}, lang, w.Title),
	}
	if w.Role != "" {
		parts = append(parts, d.Look.Named(ui.Type{Size: ui.Body, Serif: true, Ink: p.Soft, Leading: 1.4}, lang, w.Role))
	}
	parts = append(parts, ui.Gap(ui.Tiny), d.Look.Words(d.label(), d.joined(dot,
		d.Locale.Say("case.essay"), d.Locale.Say("case.timeline"), d.Locale.Count("case.events", len(c.Events), nil))))
	return d.tile(w.Title+". "+d.Locale.Date(c.Span), "case/"+c.ID, ui.Surface{Thread: p.Thread(c.Order)}, parts...)
}

func (d page) speechTile(sp *content.Speech) fyne.CanvasObject {
	w, lang := d.named(sp.Words, sp.ID)
	p := d.Look.Palette
	line := d.byline(sp)
	parts := []fyne.CanvasObject{
		d.Look.Words(d.soft(), line),
		d.Look.Named(ui.Type{Size: ui.Lead, Serif: true, Ink: p.Ink, Leading: 1.25}, lang, w.Title),
	}
	if q := d.quotationOf(sp); q != nil {
		parts = append(parts, q)
	}
	return d.tile(w.Title+". "+line, "speech/"+sp.ID, ui.Surface{Thread: p.Rule}, parts...)
}

// byline is who spoke, where and when, in one line.
func (d page) byline(sp *content.Speech) string {
	var who, where string
	if p := d.Archive.Person(sp.Speaker); p != nil {
		who = d.personName(p)
	}
	if p := d.Archive.Place(sp.Place); p != nil {
		where = d.placeName(p)
	}
	return d.joined(dot, who, where, d.Locale.Date(sp.Date))
}

// quotationOf is one sentence of a speech in the words spoken, where the archive
// has chosen one, or nil.
func (d page) quotationOf(sp *content.Speech) fyne.CanvasObject {
	for _, q := range d.Archive.Quotations {
		if q.Speech != sp.ID {
			continue
		}
		w, lang := q.Words.In(d.Locale.Lang(), sp.Language)
		words := "“" + w.Text.Plain() + "”"
		for _, l := range d.Languages {
			if l.Lang() == lang {
				words = l.Quote(w.Text.Plain())
			}
		}
		return d.Look.Named(ui.Type{Size: ui.Label, Serif: true, Italic: true, Ink: d.Look.Palette.Soft}, lang, words)
	}
	return nil
}

func (d page) explore() fyne.CanvasObject {
	ways := []struct {
		kind route.Kind
		id   string
	}{
		{route.People, "home.people"}, {route.Places, "home.places"}, {route.Glossary, "home.glossary"},
		{route.Organisations, "organisation.title"}, {route.Sources, "home.sources"}, {route.Lessons, "home.lessons"}, {route.About, "home.about"},
	}
	if len(d.Archive.Lessons) == 0 {
		ways = slices.Delete(ways, 5, 6)
	}
	var rows []fyne.CanvasObject
	for _, w := range ways {
		rows = append(rows, d.row(d.Locale.Say(w.id), d.Locale.Lang(), "", string(w.kind)))
	}
	across := 3
	if d.Look.Narrow {
		across = 2
	}
	return d.Look.Grid(across, ui.Large, 0, rows...)
}
