package screen

import (
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
	"vigil/content/route"
)

// speech is the reader of one address: its outline beside the words spoken, and
// after each passage what it argues and what it speaks of.
func (d page) speech(r route.Route) *Screen {
	sp := d.Archive.Speech(r.ID(0))
	if sp == nil {
		return nil
	}
	w, lang := d.named(sp.Words, sp.ID)
	s := &Screen{}
	beside := []*ui.Anchored{
		one(0, d.Look.Words(d.soft(), d.byline(sp))),
		one(ui.Tiny, d.Look.Named(ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Level: 1, Leading: 1.2}, lang, w.Title)),
	}
	if len(sp.Outline) > 0 {
		beside = append(beside, one(ui.Large, d.say(d.label(), "speech.outline")),
			one(0, d.speechOutline(sp, func(anchor string) { s.Main.GoTo(anchor) })))
	}
	beside = append(beside, d.otherCases("home.cases", sp.Cases)...)
	if !sp.Date.IsZero() {
		at := "timeline?at=" + sp.Date.Earliest().Format("2006-01-02") + "&days=7300&event=speech/" + sp.ID
		beside = append(beside, one(ui.Mid, d.row(d.Locale.Say("timeline.together"), d.Locale.Lang(), d.Locale.Date(sp.Date), at)))
	}
	reading := d.speechHead(sp, w, lang)
	for _, group := range passages(sp) {
		reading = append(reading, d.passage(sp, group)...)
	}
	note := d.aside(w.Note, lang)
	lead(note, ui.Huge)
	reading = append(reading, note...)
	reading = append(reading, d.speechEvents(sp)...)
	rest := append(d.decisionsAbout("speech/"+sp.ID), d.know(sp.Sources, sp.Verified)...)
	if len(sp.Paragraphs) == 0 {
		*s = *d.spread(w.Title, beside, reading, d.speechPlaced(sp), rest)
		return s
	}
	if d.Look.Narrow {
		rest = append(d.speechPlaced(sp), rest...)
	} else {
		beside = append(beside, d.speechPlaced(sp)...)
	}
	reading = append(reading, rest...)
	*s = *d.pages(w.Title, beside, d.measured(reading))
	s.Main.Most = 0
	return s
}

// measured keeps plain text to the width of reading on a page whose other
// things take all of it.
func (d page) measured(items []*ui.Anchored) []*ui.Anchored {
	for _, item := range items {
		if _, whole := item.Object.(*fyne.Container); !whole {
			item.Object = d.Look.Within(d.Look.Measure(), item.Object)
		}
	}
	return items
}

func (d page) speechOutline(sp *content.Speech, to func(string)) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, o := range sp.Outline {
		w, lang := d.named(o.Words, o.ID)
		if len(o.Paragraphs) > 0 {
			rows = append(rows, d.jump(w.Title, lang, "", func() { to(o.Paragraphs[0]) }))
		}
	}
	return ui.Stack(0, rows...)
}

// speechHead is what is said before the words: the occasion, a summary in the
// archive's words, and how the text was published.
func (d page) speechHead(sp *content.Speech, w content.Words, lang content.Lang) []*ui.Anchored {
	out := []*ui.Anchored{}
	if w.Role != "" {
		out = append(out, one(0, d.Look.Named(ui.Type{Size: ui.Label, Ink: d.Look.Palette.Soft}, lang, w.Role)))
	}
	summary := d.reading(w.Text, lang)
	if len(sp.Paragraphs) > 0 { // what was said is in the serif, what is said about it is not
		summary = d.small(w.Text, lang, ui.Body, d.Look.Palette.Ink)
	}
	lead(summary, ui.Small)
	out = append(out, summary...)
	out = append(out, d.titled(ui.Large, sp.Why)...)
	out = append(out, d.titled(ui.Large, sp.Audience)...)
	out = append(out, below(ui.Small, d.draft(wording{w, lang})...)...)
	if len(sp.Paragraphs) == 0 {
		if sp.Rights != "" {
			out = append(out, one(ui.Large, d.say(d.label(), "rights."+sp.Rights)))
		}
		return append(out, d.fullText(sp)...)
	}
	out = append(out, one(ui.Huge, d.say(d.section(), "speech.words")))
	if sp.Byline != "" {
		out = append(out, one(ui.Small, d.Look.Named(d.caption(), sp.Language, sp.Byline)))
	}
	if sp.Preface != "" {
		out = append(out, one(ui.Mid, d.say(d.label(), "speech.preface")), one(2, d.Look.Named(d.caption(), sp.Language, sp.Preface)))
	}
	if strings.Contains(d.spoken(sp), "(...)") {
		out = append(out, one(ui.Mid, d.say(d.label(), "speech.elision")))
	}
	return out
}

// titled is a text under its own title.
func (d page) titled(above float32, t content.Text) []*ui.Anchored {
	if len(t) == 0 {
		return nil
	}
	w, lang := d.words(t)
	head := ui.Type{Size: ui.Label, Bold: true, Ink: d.Look.Palette.Ink, Level: 2}
	out := []*ui.Anchored{one(above, d.Look.Named(head, lang, w.Title))}
	text := d.small(w.Text, lang, ui.Body, d.Look.Palette.Ink)
	lead(text, ui.Tiny)
	return append(out, text...)
}

// fullText says where all the words can be read.
func (d page) fullText(sp *content.Speech) []*ui.Anchored {
	s := d.Archive.Source(sp.FullText)
	if s == nil {
		return nil
	}
	return []*ui.Anchored{one(ui.Mid, d.say(d.label(), "speech.fulltext")), one(ui.Tiny, d.citation(s))}
}

// spoken is all the words of a speech in its own language.
func (d page) spoken(sp *content.Speech) string {
	var s strings.Builder
	for _, p := range sp.Paragraphs {
		s.WriteString(p.Text[sp.Language].Text.Plain())
	}
	return s.String()
}

// passages groups the paragraphs that are shown as one.
func passages(sp *content.Speech) [][]*content.SpeechParagraph {
	var out [][]*content.SpeechParagraph
	for _, p := range sp.Paragraphs {
		if n := len(out) - 1; p.Joins && n >= 0 {
			out[n] = append(out[n], p)
			continue
		}
		out = append(out, []*content.SpeechParagraph{p})
	}
	return out
}

// passage shows the words, and their reading in the margin, or below on a
// narrow screen: large and quiet, so that what was said is never taken for what
// is said about it.
func (d page) passage(sp *content.Speech, group []*content.SpeechParagraph) []*ui.Anchored {
	words, lang := d.passageWords(sp, group)
	parts := []fyne.CanvasObject{words}
	if lang != d.Locale.Lang() {
		parts = append(parts, d.draft(wording{lang: lang})...)
	}
	if lang != sp.Language {
		parts = append(parts, d.original(sp, group)...)
	}
	var margin []fyne.CanvasObject
	for _, p := range group {
		w, wl := d.words(p.Words)
		if w.Title == "" && len(w.Text) == 0 {
			continue
		}
		margin = append(margin, d.readingOf(w, wl))
		margin = append(margin, d.allusions(p)...)
	}
	said := ui.Stack(ui.Tiny, parts...)
	if d.Look.Narrow {
		return []*ui.Anchored{
			{Object: said, Anchor: group[0].ID, Above: ui.Huge},
			one(ui.Mid, d.Look.Pad(0, 0, 0, ui.Large, ui.Stack(ui.Mid, margin...))),
		}
	}
	both := d.Look.Columns(ui.Huge, []float32{1.75, 1}, said, d.Look.Pad(ui.Tiny, 0, 0, 0, ui.Stack(ui.Mid, margin...)))
	return []*ui.Anchored{{Object: both, Anchor: group[0].ID, Above: ui.Huge + ui.Mid}}
}

// original is what was said, under a translation of it.
func (d page) original(sp *content.Speech, group []*content.SpeechParagraph) []fyne.CanvasObject {
	var said []string
	for _, p := range group {
		said = append(said, p.Text[sp.Language].Text.Plain())
	}
	t := ui.Type{Size: ui.Label, Serif: true, Ink: d.Look.Palette.Soft, Leading: 1.5}
	return []fyne.CanvasObject{
		d.Look.Pad(ui.Small, 0, 0, 0, d.say(d.label(), "speech.original")),
		d.Look.Named(t, sp.Language, strings.Join(said, " ")),
	}
}

func (d page) passageWords(sp *content.Speech, group []*content.SpeechParagraph) (fyne.CanvasObject, content.Lang) {
	var said []string
	var lang content.Lang
	for _, p := range group {
		w, l := p.Text.In(d.Locale.Lang(), sp.Language)
		said, lang = append(said, w.Text.Plain()), l
	}
	t := ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Ink, Leading: 1.5}
	return d.Look.Named(t, lang, strings.Join(said, " ")), lang
}

func (d page) readingOf(w content.Words, lang content.Lang) fyne.CanvasObject {
	parts := []fyne.CanvasObject{
		d.say(d.label(), "speech.reading"),
		d.Look.Named(ui.Type{Size: ui.Label, Bold: true, Ink: d.Look.Palette.Soft, Level: 3, Leading: 1.35}, lang, w.Title),
		objects(ui.Small, d.small(w.Text, lang, ui.Caption, d.Look.Palette.Soft)),
	}
	if len(w.Note) > 0 {
		parts = append(parts, objects(ui.Small, d.small(w.Note, lang, ui.Caption, d.Look.Palette.Faint)))
	}
	return ui.Stack(ui.Tiny, parts...)
}

// allusions leads to what a paragraph speaks of.
func (d page) allusions(p *content.SpeechParagraph) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, address := range p.Events {
		r, err := route.Parse(address)
		if err != nil {
			continue
		}
		if e := d.Archive.Event(r.ID(0), r.ID(1)); e != nil {
			w, lang := d.named(e.Words, e.ID)
			rows = append(rows, d.row(w.Title, lang, d.Locale.Date(e.Date), address))
		}
	}
	for _, id := range p.Cases {
		if c := d.Archive.Case(id); c != nil {
			w, lang := d.named(c.Words, c.ID)
			rows = append(rows, d.row(w.Title, lang, d.Locale.Date(c.Span), "case/"+id))
		}
	}
	for _, person := range d.inOrder(p.People) {
		rows = append(rows, d.personRow(person))
	}
	for _, id := range p.Terms {
		if t := d.Archive.Term(id); t != nil {
			name, lang := d.title(t.Words, id)
			rows = append(rows, d.row(name, lang, d.Locale.Say("type.term"), "term/"+id))
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return []fyne.CanvasObject{ui.Stack(0, append([]fyne.CanvasObject{d.say(d.label(), "speech.alludes")}, rows...)...)}
}

func (d page) speechEvents(sp *content.Speech) []*ui.Anchored {
	if len(sp.Events) == 0 {
		return nil
	}
	out := []*ui.Anchored{{Object: d.say(d.section(), "case.timeline"), Anchor: "timeline", Above: ui.Huge}}
	for i, e := range sp.Events {
		above := float32(0)
		if i == 0 {
			above = ui.Small
		}
		out = append(out, one(above, d.eventRow(e, false)))
	}
	return out
}

// speeches lists every speech.
func (d page) speeches() *Screen {
	title := d.Locale.Say("home.speeches")
	items := []*ui.Anchored{one(0, d.Look.Words(d.heading(), title))}
	for _, sp := range d.Archive.Speeches {
		items = append(items, one(ui.Mid, d.speechTile(sp)))
	}
	return d.column(title, items)
}
