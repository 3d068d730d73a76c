package screen

import (
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
	"vigil/i18n"
)

// languages is where a visit begins: each language by its own name.
func (d page) languages() *Screen {
	// The name of the museum is no text: a draft of it needs no note here.
	w, lang := d.Deps.page().named(d.Archive.Words, d.Archive.ID)
	name := ui.Type{Size: ui.Display, Serif: true, Ink: d.Look.Palette.Ink, Level: 1, Leading: 1.1}
	var rows []fyne.CanvasObject
	for _, l := range d.Languages {
		rows = append(rows, d.languageRow(l))
	}
	across, asked := 1, d.Look.Wrap
	single := d.Look.Narrow || d.Look.Low
	if single && !d.Look.Portrait {
		name.Size, across, asked = ui.Lead, 2, d.Look.OneLine
	}
	items := []*ui.Anchored{
		one(0, d.Look.Named(name, lang, w.Title)), one(ui.Tiny, asked(ui.Mid, d.inEach("languages.title")...)),
		one(ui.Small, d.Look.Grid(across, ui.Large, 0, rows...)),
	}
	settings := d.settings()
	if single {
		lead(settings, ui.Huge)
		return d.wide(d.Locale.Say("languages.title"), append(items, settings...))
	}
	column, beside := d.Look.Scroll(items...), d.Look.Scroll(settings...)
	return &Screen{Title: d.Locale.Say("languages.title"), Body: d.Look.Halves(column, beside), Main: column}
}

// inEach says one thing in every language, as the visitor has not chosen yet.
func (d page) inEach(id string) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, l := range d.Languages {
		out = append(out, d.Look.NamedLine(d.caption(), l.Lang(), l.Say(id)))
	}
	return out
}

func (d page) languageRow(l *i18n.Locale) *ui.Touchable {
	p := d.Look.Palette
	ink := p.Ink
	if l.Lang() == d.Locale.Lang() {
		ink = p.Accent
	}
	size, least := ui.Title, float32(84)
	if d.low() {
		size, least = ui.Body, ui.Touch
	}
	name := d.Look.Named(ui.Type{Size: size, Serif: true, Ink: ink, Leading: 1.4}, l.Lang(), l.Name())
	s := ui.Surface{Fill: p.Ground, Pressed: p.Pressed, Rule: p.Rule, Least: least}
	item := voice.Item{Role: voice.Link, Text: l.Name(), Action: "lang:" + string(l.Lang())}
	return d.Look.Touchable(s, item, func() { d.Speak(l.Lang()) }, ui.Middle(d.arrow(name)))
}

// home is the table of contents of the exhibit: its histories, and the ways to look
// things up. All of it is in view where the screen has the room.
func (d page) home() *Screen {
	w, lang := d.named(d.Archive.Words, d.Archive.ID)
	look := d.Look
	head := []*ui.Anchored{
		one(0, look.Named(d.display(), lang, w.Title)),
		one(ui.Small, look.Named(ui.Type{Size: ui.Body, Serif: true, Italic: true, Ink: look.Palette.Soft, Leading: 1.4}, lang, w.Role)),
	}
	welcome := look.Prose(w.Text, ui.Reading{Size: ui.Label, Ink: look.Palette.Soft, Lang: lang, OnLink: d.Go})
	lead(welcome, ui.Large)
	works := d.works()
	ways := []*ui.Anchored{one(ui.Mid, d.say(d.label(), "home.explore")), one(0, d.explore())}
	if !look.Narrow && !look.Low {
		s := d.pages(w.Title, append(head, welcome...), append(works, ways...))
		s.Main.Most = 0
		return s
	}
	if !look.Portrait {
		// A low screen begins with what can be chosen.
		role := head[1:]
		role[0].Above = ui.Large
		name := d.heading()
		if d.low() {
			name.Size = ui.Lead
		}
		head = []*ui.Anchored{one(0, look.Named(name, lang, w.Title))}
		lead(works, ui.Tiny)
		return d.wide(w.Title, slices.Concat(head, works, ways, role, welcome))
	}
	lead(works, ui.Large)
	return d.wide(w.Title, slices.Concat(head, welcome, works, ways))
}

// works leads to the histories, all alike.
func (d page) works() []*ui.Anchored {
	var rows []fyne.CanvasObject
	for _, c := range d.Archive.Cases {
		rows = append(rows, d.caseRow(c))
	}
	out := []*ui.Anchored{one(0, d.say(d.label(), "home.cases"))}
	return append(out, below(0, rows...)...)
}

// low reports whether a screen is so low that every line counts.
func (d page) low() bool { return d.screenSize().Height < 600 }

// spanBeside is how wide a screen has to be for the years of a history to stand
// beside its name, px at 1x; caseRoom is the space above and beneath the two.
const (
	spanBeside = 1200
	caseRoom   = 12
)

// caseRow leads to a history: its name and what it was, and when at the end of the
// line where that is wide enough.
func (d page) caseRow(c *content.Case) fyne.CanvasObject {
	w, lang := d.named(c.Words, c.ID)
	p, span := d.Look.Palette, d.Locale.Date(c.Span)
	name := ui.Type{Size: ui.Title, Serif: true, Ink: p.Ink, Leading: 1.15}
	about := ui.Type{Size: ui.Label, Serif: true, Ink: p.Soft, Leading: 1.3}
	switch {
	case d.low():
		name.Size, about.Size = ui.Body, ui.Caption
	case (d.Look.Narrow || d.Look.Low) && !d.Look.Portrait:
		name.Size = ui.Lead
	}
	title, role, when := d.Look.Named(name, lang, w.Title), d.Look.Named(about, lang, w.Role), d.caption()
	parts := []fyne.CanvasObject{title, d.Look.Words(when, span), role}
	if d.screenSize().Width >= spanBeside*d.Look.Text && !d.Look.Portrait {
		parts = []fyne.CanvasObject{d.Look.Row(ui.Mid, 0, title, d.Look.Line(when, span)), role}
	}
	inner := d.arrow(ui.Stack(2, parts...))
	s := ui.Surface{Fill: p.Ground, Pressed: p.Pressed, Thread: p.Thread(c.Order), Rule: p.Rule}
	address := "case/" + c.ID
	return d.Look.Touchable(s, link(w.Title+". "+span, address), func() { d.Go(address) }, d.Look.Pad(caseRoom, 0, caseRoom+2, ui.Mid, inner))
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

// explore leads to everything that can be looked up.
func (d page) explore() fyne.CanvasObject {
	ways := []struct {
		id   string
		kind route.Kind
		some bool
	}{
		{"timeline.together", route.Timeline, len(d.Archive.Cases) > 1},
		{"home.people", route.People, len(d.Archive.People) > 0},
		{"home.places", route.Places, len(d.Archive.Places) > 0},
		{"home.speeches", route.Speeches, len(d.Archive.Speeches) > 0},
		{"home.search", route.Search, true},
		{"home.lessons", route.Lessons, len(d.Archive.Lessons) > 0},
		{"media.title", route.Pictures, d.hasPictures()},
		{"home.glossary", route.Glossary, len(d.Archive.Terms) > 0},
		{"organisation.title", route.Organisations, len(d.Archive.Organisations) > 0},
		{"home.sources", route.Sources, len(d.Archive.Sources) > 0},
		{"home.about", route.About, true},
	}
	var rows []fyne.CanvasObject
	for _, w := range ways {
		if w.some {
			rows = append(rows, d.wayRow(d.Locale.Say(w.id), string(w.kind)))
		}
	}
	across := 4
	switch {
	case d.Look.Portrait || d.Look.Text > 1 || d.Look.Narrow && d.Look.Low:
		across = 2
	case d.Look.Low:
		across = 3
	}
	return d.Look.Grid(across, ui.Mid, 0, rows...)
}

// wayRow is a row of the contents that is not a history.
func (d page) wayRow(words, address string) fyne.CanvasObject {
	p := d.Look.Palette
	label := d.Look.Words(ui.Type{Size: ui.Label, Serif: true, Ink: p.Ink, Leading: 1.2}, words)
	s := ui.Surface{Fill: p.Ground, Pressed: p.Pressed, Rule: p.Rule}
	return d.Look.Touchable(s, link(words, address), func() { d.Go(address) }, d.arrow(d.Look.Pad(ui.Tiny, 0, ui.Tiny, 0, label)))
}
