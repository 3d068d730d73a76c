package screen

import (
	"cmp"
	"image/color"
	"maps"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/content"
)

// words finds a record's words in the visitor's language, in the archive's own
// or in any that it has, and says which.
func (d page) words(t content.Text) (content.Words, content.Lang) {
	wanted := append([]content.Lang{d.Locale.Lang(), d.Archive.Original}, d.Archive.Languages...)
	w, lang := t.In(append(wanted, slices.Sorted(maps.Keys(t))...)...)
	d.shown.lang = cmp.Or(d.other(lang), d.shown.lang)
	d.shown.draft = d.shown.draft || w.Review == content.Draft && w.Translator == ""
	d.shown.translated = d.shown.translated || w.Review == content.Draft && w.Translator != ""
	return w, lang
}

// named is words with a title in any case: a page without one could not be spoken of.
func (d page) named(t content.Text, id string) (content.Words, content.Lang) {
	w, lang := d.words(t)
	if w.Title == "" {
		w.Title = id
	}
	return w, lang
}

// other is a language if it is not the visitor's, or "".
func (d page) other(lang content.Lang) content.Lang {
	if lang == d.Locale.Lang() {
		return ""
	}
	return lang
}

// shown is what a page has to say of its words: that some are in another
// language than the visitor's, are drafts, were translated by a machine; and
// what of it has been said beside them.
type shown struct {
	lang              content.Lang
	draft, translated bool
	said              map[string]bool
}

// unsaid says of a page's words what it has not said yet. No page shows a draft
// or changes the language in silence.
func (d page) unsaid() []*ui.Anchored {
	defer func() { *d.shown = shown{said: d.shown.said} }()
	var out []*ui.Anchored
	for i, n := range d.wordings() {
		above := ui.Small
		if i == 0 {
			above = ui.Large
		}
		out = append(out, one(above, d.note(n)))
	}
	return out
}

// wordings is what has to be said of a page's words and has not been said yet.
func (d page) wordings() []string {
	var notes []string
	if d.shown.lang != "" && !d.shown.said["know.otherlanguage"] {
		notes = append(notes, d.Locale.SayWith("know.partly", map[string]string{"language": d.languageName(d.shown.lang)}))
	}
	if d.shown.translated && !d.shown.said["know.translated"] {
		notes = append(notes, d.Locale.Say("know.translated"))
	}
	if d.shown.draft && !d.shown.said["know.draft"] {
		notes = append(notes, d.Locale.Say("know.draft"))
	}
	return notes
}

// title is a record's title in the visitor's language, or the one it has.
func (d page) title(t content.Text, otherwise string) (string, content.Lang) {
	w, lang := d.words(t)
	if w.Title == "" {
		return otherwise, d.Archive.Original
	}
	return w.Title, lang
}

// name is what a person, place or body is called in the visitor's language: as
// its words say, or by the name it has in the language's script where that is
// not its own.
func (d page) name(t content.Text, own string, names []string) (string, content.Lang) {
	lang := d.Locale.Lang()
	if t[lang].Title != "" || d.Locale.Writes(own) {
		return d.title(t, own)
	}
	for _, n := range names {
		if d.Locale.Writes(n) {
			return n, lang
		}
	}
	return d.title(t, own)
}

func (d page) personName(p *content.Person) string {
	name, _ := d.name(p.Words, p.Name, p.Names)
	return name
}

func (d page) placeName(p *content.Place) string {
	name, _ := d.name(p.Words, p.Name, p.Names)
	return name
}

// type styles of the screens
func (d page) label() ui.Type   { return ui.Type{Size: ui.Caption, Ink: d.Look.Palette.Faint} }
func (d page) caption() ui.Type { return ui.Type{Size: ui.Caption, Ink: d.Look.Palette.Soft} }
func (d page) soft() ui.Type    { return ui.Type{Size: ui.Label, Ink: d.Look.Palette.Soft} }
func (d page) heading() ui.Type {
	return ui.Type{Size: ui.Title, Serif: true, Ink: d.Look.Palette.Ink, Level: 1, Leading: 1.2}
}
func (d page) display() ui.Type {
	return ui.Type{Size: ui.Display, Serif: true, Ink: d.Look.Palette.Ink, Level: 1, Leading: 1.15}
}
func (d page) section() ui.Type {
	return ui.Type{Size: ui.Label, Bold: true, Ink: d.Look.Palette.Ink, Level: 2}
}

// say is a line of the interface's own words.
func (d page) say(t ui.Type, id string) *text.View { return d.Look.Words(t, d.Locale.Say(id)) }

// reading is a text set for reading.
func (d page) reading(p content.Prose, lang content.Lang) []*ui.Anchored {
	return unanchored(d.text(p, lang))
}

// text is reading whose blocks a route's anchor may name: the one text of a
// page.
func (d page) text(p content.Prose, lang content.Lang) []*ui.Anchored {
	return d.Look.Prose(p, ui.Reading{Size: ui.Body, Ink: d.Look.Palette.Ink, Lang: lang, OnLink: d.follow, Marks: d.marks()})
}

// marks shows in a text what led to it: nil where nothing did.
func (d page) marks() func(string, content.Lang) []text.Range {
	if d.found == nil {
		return nil
	}
	return func(words string, lang content.Lang) []text.Range {
		var out []text.Range
		for _, r := range d.found.In(words, lang) {
			out = append(out, text.Range{From: r.From, To: r.To})
		}
		return out
	}
}

// follow opens what a link among words leads to; a term is explained where it stands.
func (d page) follow(address string) {
	if id, term := strings.CutPrefix(address, "term/"); term && d.Explain != nil {
		d.Explain(id)
		return
	}
	d.Go(address)
}

// aside is a text set smaller, beside or below the reading.
func (d page) aside(p content.Prose, lang content.Lang) []*ui.Anchored {
	return d.small(p, lang, ui.Label, d.Look.Palette.Soft)
}

// small is a text in the letters of the interface.
func (d page) small(p content.Prose, lang content.Lang, size ui.Size, ink color.NRGBA) []*ui.Anchored {
	return unanchored(d.Look.Prose(p, ui.Reading{Size: size, Ink: ink, Lang: lang, OnLink: d.follow, Sans: true, Marks: d.marks()}))
}

// unanchored takes the anchors off: a page has one text that routes lead into.
func unanchored(blocks []*ui.Anchored) []*ui.Anchored {
	for _, b := range blocks {
		b.Anchor = ""
	}
	return blocks
}

// objects takes the things out of their anchors, with gaps between them.
func objects(gap float32, anchored []*ui.Anchored) fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, a := range anchored {
		out = append(out, a.Object)
	}
	return ui.Stack(gap, out...)
}

// below puts things into a column with the same space above each.
func below(above float32, things ...fyne.CanvasObject) []*ui.Anchored {
	var out []*ui.Anchored
	for _, o := range things {
		out = append(out, &ui.Anchored{Object: o, Above: above})
	}
	return out
}

func one(above float32, o fyne.CanvasObject) *ui.Anchored {
	return &ui.Anchored{Object: o, Above: above}
}

// link is the voice's account of a thing that leads somewhere.
func link(words, address string) voice.Item {
	return voice.Item{Role: voice.Link, Text: words, Action: address}
}

// row is a line that leads to a page: words, with quieter words under them,
// and a hairline beneath.
func (d page) row(words string, lang content.Lang, under, address string) *ui.Touchable {
	return d.rowOf(words, lang, []string{under}, address)
}

// rowOf is a row with several quieter lines, and with what stands at its end.
func (d page) rowOf(words string, lang content.Lang, under []string, address string, end ...fyne.CanvasObject) *ui.Touchable {
	p := d.Look.Palette
	parts := []fyne.CanvasObject{d.Look.Named(ui.Type{Size: ui.Body, Serif: true, Ink: p.Ink, Leading: 1.3}, lang, words)}
	spoken := words
	for _, line := range under {
		if line == "" {
			continue
		}
		parts = append(parts, d.Look.Words(ui.Type{Size: ui.Caption, Ink: p.Soft, Leading: 1.4}, line))
		spoken += ". " + line
	}
	s := ui.Surface{Fill: p.Ground, Pressed: p.Pressed, Rule: p.Rule}
	inner := d.Look.Pad(ui.Small, ui.Small, ui.Small, 0, ui.Stack(2, parts...))
	return d.Look.Touchable(s, link(spoken, address), func() { d.Go(address) }, d.arrow(inner, end...))
}

// arrow puts the sign that something leads on at the end of a row.
func (d page) arrow(inner fyne.CanvasObject, end ...fyne.CanvasObject) fyne.CanvasObject {
	icon := d.Look.Icon(ui.IconNext, 24, d.Look.Palette.Accent)
	return d.Look.Pad(0, ui.Tiny, 0, 0, d.Look.Row(ui.Tiny, 0, append(append([]fyne.CanvasObject{inner}, end...), icon)...))
}

// tile is a raised surface that leads to a page.
func (d page) tile(words, address string, thread ui.Surface, parts ...fyne.CanvasObject) *ui.Touchable {
	s := ui.Surface{Fill: d.Look.Palette.Raised, Pressed: d.Look.Palette.Pressed, Thread: thread.Thread, Radius: 4}
	inner := d.Look.Pad(ui.Mid, ui.Mid, ui.Mid, ui.Large, ui.Stack(ui.Tiny, parts...))
	return d.Look.Touchable(s, link(words, address), func() { d.Go(address) }, inner)
}

// wording is some words with the language they are in.
type wording struct {
	words content.Words
	lang  content.Lang
}

// draft says, quietly and once a page, what the reader should know of its
// wordings: that some are drafts, made by a machine, or in another language
// than asked for.
func (d page) draft(all ...wording) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	said := map[string]bool{}
	add := func(note string) {
		if note != "" && !said[note] {
			said[note] = true
			out = append(out, d.note(note))
		}
	}
	for _, w := range all {
		add(d.otherwise(w.lang))
	}
	for _, w := range all {
		add(d.unreviewed(w.words))
	}
	return out
}

// otherwise names the language of a wording that is not in the visitor's.
func (d page) otherwise(lang content.Lang) string {
	if lang == "" || lang == d.Locale.Lang() {
		return ""
	}
	d.shown.said["know.otherlanguage"] = true
	return d.Locale.SayWith("know.otherlanguage", map[string]string{"language": d.languageName(lang)})
}

func (d page) languageName(lang content.Lang) string {
	for _, l := range d.Languages {
		if l.Lang() == lang {
			return l.Name()
		}
	}
	return string(lang)
}

func (d page) unreviewed(w content.Words) string {
	switch {
	case w.Review != content.Draft:
		return ""
	case w.Translator != "":
		d.shown.said["know.translated"] = true
		return d.Locale.Say("know.translated")
	default:
		d.shown.said["know.draft"] = true
		return d.Locale.Say("know.draft")
	}
}

func (d page) note(words string) fyne.CanvasObject {
	t := d.caption()
	t.Italic = !d.Look.RTL
	return d.Look.Words(t, words)
}

// pages lays a page out: what belongs beside the reading, and the reading. On
// a narrow screen the first goes above the second.
func (d page) pages(title string, beside, reading []*ui.Anchored) *Screen {
	look := d.Look
	beside = append(beside, d.unsaid()...)
	if look.Narrow {
		if len(reading) > 0 {
			reading[0].Above = max(reading[0].Above, ui.Large)
		}
		return d.column(title, append(beside, reading...))
	}
	side, column := look.Scroll(beside...), look.Scroll(reading...)
	column.Most = look.Measure()
	return &Screen{Title: title, Body: look.SideBySide(side, column), Main: column}
}

// column lays a page out that has one column for reading.
func (d page) column(title string, reading []*ui.Anchored) *Screen {
	s := d.wide(title, reading)
	s.Main.Most = d.Look.Measure() * 1.15
	return s
}

// wide lays a page out whose things take the whole width.
func (d page) wide(title string, things []*ui.Anchored) *Screen {
	column := d.Look.Scroll(append(things, d.unsaid()...)...)
	return &Screen{Title: title, Body: d.Look.Page(column), Main: column}
}
