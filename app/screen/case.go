package screen

import (
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
)

// caseStudy is the first page of a history: what it is, the ways into it, and
// the events that tell it.
func (d page) caseStudy(c *content.Case) *Screen {
	w, lang := d.named(c.Words, c.ID)
	beside := d.caseHead(c, ui.Display)
	beside = append(beside, one(ui.Large, d.contents(c)))

	reading := d.reading(w.Text, lang)
	note := d.aside(w.Note, lang)
	lead(note, ui.Mid)
	reading = append(reading, note...)
	reading = append(reading, below(ui.Small, d.draft(wording{w, lang})...)...)
	reading = append(reading, d.picturesAt(c.Media)...)
	var rest []*ui.Anchored
	if len(leads(c.Events)) > 0 {
		rest = append(rest, one(ui.Huge, d.say(d.section(), "timeline.lead")))
	}
	above := ui.Small
	for _, e := range leads(c.Events) {
		rest = append(rest, one(above, d.eventRow(e, true)))
		above = 0
	}
	rest = append(rest, d.questions(c)...)
	rest = append(rest, d.know(cited(leads(c.Events)), "")...)
	return d.spread(w.Title, beside, reading, d.casePlaced(c), rest)
}

// questions are for thinking about, and for a class.
func (d page) questions(c *content.Case) []*ui.Anchored {
	var out []*ui.Anchored
	for _, q := range c.Questions {
		if len(out) == 0 {
			out = append(out, &ui.Anchored{Object: d.say(d.section(), "case.questions"), Anchor: "questions", Above: ui.Huge})
		}
		w, lang := d.named(q.Words, q.ID)
		out = append(out, one(ui.Small, d.Look.Named(ui.Type{Size: ui.Body, Serif: true, Ink: d.Look.Palette.Ink}, lang, w.Title)))
	}
	return out
}

// caseHead is what stands beside every page of a case study.
func (d page) caseHead(c *content.Case, size ui.Size) []*ui.Anchored {
	w, lang := d.named(c.Words, c.ID)
	t := d.heading()
	t.Size = size
	head := []*ui.Anchored{
		one(0, d.thread(c)),
		one(ui.Small, d.Look.Named(t, lang, w.Title)),
		one(ui.Tiny, d.Look.Words(d.soft(), d.Locale.Date(c.Span))),
	}
	return head
}

// thread is a short stroke in the hue of a case study.
func (d page) thread(c *content.Case) fyne.CanvasObject {
	return d.Look.Thread(d.Look.Palette.Thread(c.Order))
}

// contents leads to the pages of a case study.
func (d page) contents(c *content.Case) fyne.CanvasObject {
	at := "case/" + c.ID
	var rows []fyne.CanvasObject
	add := func(id, under, address string) {
		rows = append(rows, d.row(d.Locale.Say(id), d.Locale.Lang(), under, address))
	}
	if len(c.Essay) > 0 {
		add("case.essay", d.readingTime(c), at+"/essay")
	}
	if len(c.Events) > 0 {
		add("case.timeline", d.Locale.Count("case.events", len(c.Events), nil), at+"/timeline")
	}
	if !c.Map.IsZero() {
		add("case.map", "", at+"/map")
	}
	if len(d.peopleOf(c)) > 0 {
		add("case.people", "", "people/"+c.ID)
	}
	if len(c.Figures) > 0 {
		add("case.figures", "", at+"/figures")
	}
	if len(c.Findings) > 0 {
		add("case.findings", "", at+"/findings")
	}
	return ui.Stack(0, rows...)
}

// wordsAMinute is how fast people read standing, about.
const wordsAMinute = 180

func (d page) readingTime(c *content.Case) string {
	w, _ := d.words(c.Essay)
	minutes := max(1, len(strings.Fields(w.Text.Plain()))/wordsAMinute)
	return d.Locale.Count("case.readingtime", minutes, nil)
}

// essay is a case study's text, its parts listed beside it.
func (d page) essay(c *content.Case) *Screen {
	w, lang := d.words(c.Essay)
	if lang == "" {
		return nil
	}
	beside := d.caseHead(c, ui.Title)
	at := "case/" + c.ID
	beside = append(beside, one(ui.Large, d.parts(w, lang, func(anchor string) { d.Replace(at + "/essay#" + anchor) })))
	beside = append(beside, below(ui.Mid, d.draft(wording{w, lang})...)...)
	reading := d.text(w.Text, lang)
	reading = append(reading, one(ui.Huge, d.row(d.Locale.Say("case.timeline"), d.Locale.Lang(), "", at+"/timeline")))
	reading = append(reading, d.know(d.linked(w.Text), "")...)
	return d.pages(d.Locale.Say("case.essay"), beside, reading)
}

// parts lists the headings of a text as ways into it.
func (d page) parts(w content.Words, lang content.Lang, to func(anchor string)) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, b := range w.Text {
		if b.Kind == content.Heading && b.Level == 2 {
			rows = append(rows, d.jump(b.Plain(), lang, "", func() { to(b.ID) }))
		}
	}
	return ui.Stack(0, rows...)
}
