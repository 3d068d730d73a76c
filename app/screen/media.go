package screen

import (
	"fyne.io/fyne/v2"

	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
)

// showParam says whether a picture has been asked for, and how it is shown.
const (
	showParam = "show"
	wasAsked  = "yes"
	fullShow  = "full" // on the whole screen
)

// medium is one picture: first what it shows in words and what one should know
// before looking; the picture itself only when it is asked for, or where its curator
// has said that nothing needs to be known before.
func (d page) medium(r route.Route) *Screen {
	m := d.Archive.Medium(r.ID(0))
	if m == nil {
		return nil
	}
	if r.Get(showParam) == fullShow {
		return d.full(m, r)
	}
	w, lang := d.named(m.Words, m.ID)
	beside := []*ui.Anchored{one(0, d.Look.Named(d.heading(), lang, w.Title))}
	if !m.Date.IsZero() {
		beside = append(beside, one(ui.Small, d.Look.Words(d.soft(), d.Locale.Date(m.Date))))
	}
	beside = append(beside, one(ui.Small, d.credit(m)), one(ui.Tiny, d.Look.Named(d.caption(), d.Archive.Original, m.Rights)))
	if p := d.Archive.Place(m.Place); p != nil {
		beside = append(beside, one(ui.Mid, d.signpost("place/"+p.ID)))
	}
	for _, p := range d.inOrder(m.People) {
		beside = append(beside, one(0, d.personRow(p)))
	}
	var reading []*ui.Anchored
	if r.Get(showParam) != "" || d.unasked(m) {
		reading = append(reading, d.chosenPicture(m, wording{w, lang}, r)...)
	} else {
		reading = append(reading, d.before(w, lang, r)...)
	}
	reading = append(reading, one(ui.Large, d.say(d.section(), "media.told")))
	text := d.reading(w.Text, lang)
	lead(text, ui.Tiny)
	reading = append(reading, text...)
	reading = append(reading, below(ui.Mid, d.draft(wording{w, lang})...)...)
	reading = append(reading, d.know(m.Sources, "")...)
	return d.pages(w.Title, beside, reading)
}

// before is what one should know before looking, and the way to look.
func (d page) before(w content.Words, lang content.Lang, r route.Route) []*ui.Anchored {
	out := []*ui.Anchored{one(0, d.say(d.section(), "media.before"))}
	note := d.reading(w.Note, lang)
	lead(note, ui.Tiny)
	out = append(out, note...)
	return append(out, one(ui.Mid, d.command("media.show", true, r.With(showParam, wasAsked))))
}

// command is a button that changes how the page is shown.
func (d page) command(id string, primary bool, to route.Route) fyne.CanvasObject {
	word, address := d.Locale.Say(id), to.String()
	item := voice.Item{Role: voice.Button, Text: word, Action: address}
	return d.Look.Row(0, -1, d.Look.Button("", word, primary, item, func() { d.Replace(address) }))
}

// chosenPicture is the picture, and the way to look at it closely.
func (d page) chosenPicture(m *content.Medium, w wording, r route.Route) []*ui.Anchored {
	closely := r.With(showParam, fullShow)
	item := voice.Item{Role: voice.Image, Text: w.words.Title, Lang: d.spokenIn(w.lang)}
	picture := d.framed(m, shownSide, mostOnPage, item, func() { d.Replace(closely.String()) })
	if picture == nil {
		return []*ui.Anchored{one(0, d.say(d.soft(), "media.missing"))}
	}
	return []*ui.Anchored{one(0, picture), one(ui.Small, d.command("media.closely", false, closely))}
}

// credit is who holds a picture, as they want it written.
func (d page) credit(m *content.Medium) fyne.CanvasObject {
	return d.Look.Words(d.caption(), d.Locale.SayWith("media.credit", map[string]string{"credit": m.Credit}))
}

// spokenIn is the language of a voice's item; "" is the interface's.
func (d page) spokenIn(lang content.Lang) string { return string(d.other(lang)) }

// mostLine is the largest text beneath a picture that has the whole screen: the same
// words stand at any size on its page, and here the picture is what is looked at.
const mostLine = 1.25

// full gives a picture the whole screen, to look at it closely.
func (d page) full(m *content.Medium, r route.Route) *Screen {
	w, lang := d.named(m.Words, m.ID)
	shut := func() { d.Replace(r.With(showParam, wasAsked).String()) }
	told := w.Title + ". " + w.Text.Plain()
	size, err := measure(d.Files, m)
	quiet := d
	quiet.Look.Text = min(d.Look.Text, mostLine)
	title := quiet.Look.Named(ui.Type{Size: ui.Caption, Ink: d.Look.Palette.Ink, Leading: 1.3}, lang, w.Title)
	credit := d.Locale.SayWith("media.credit", map[string]string{"credit": m.Credit})
	line := []fyne.CanvasObject{title, quiet.Look.Words(d.caption(), d.joined(dot, credit, d.otherwise(lang), d.unreviewed(w)))}
	words := ui.FullWords{
		Close: d.Locale.Say("media.close"), Closer: d.Locale.Say("timeline.closer"), Further: d.Locale.Say("timeline.further"),
		Left: d.Locale.Say("media.left"), Right: d.Locale.Say("media.right"), Up: d.Locale.Say("media.up"), Down: d.Locale.Say("media.down"),
	}
	over := ui.Stack(0, d.say(centred(d.soft()), "media.opening"))
	missing := func() { ui.Swap(over, d.say(centred(d.soft()), "media.missing")) }
	view := d.Look.PictureView(size.X, size.Y, voice.Item{Role: voice.Image, Text: told, Lang: d.spokenIn(lang)}, d.gallery.load, nil)
	s := &Screen{Title: w.Title, Bare: true, Close: shut, Zoom: view.ZoomBy, Body: d.Look.Full(view, words, shut, over, line...)}
	if err != nil {
		missing()
		return s
	}
	d.gallery.open(d.Files, m, view, func(shown bool) {
		if ui.Swap(over); !shown {
			missing()
		}
		d.changedBy()
	})
	return s
}

func centred(t ui.Type) ui.Type {
	t.Align = typeset.Center
	return t
}

// changedBy tells the shell that the page has changed by itself.
func (d page) changedBy() {
	if d.Changed != nil {
		d.Changed()
	}
}
