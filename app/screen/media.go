package screen

import (
	"context"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/picture"
	"vigil/content/route"
)

// shownSide is the longest side of a picture that is kept in memory, px.
const shownSide = 1_600

// medium is one picture: first what it shows in words and what one should know
// before looking; the picture itself only when it is asked for.
func (d page) medium(ctx context.Context, r route.Route) *Screen {
	m := d.Archive.Medium(r.ID(0))
	if m == nil {
		return nil
	}
	w, lang := d.named(m.Words, m.ID)
	beside := []*ui.Anchored{one(0, d.Look.Named(d.heading(), lang, w.Title))}
	if !m.Date.IsZero() {
		beside = append(beside, one(ui.Small, d.Look.Words(d.soft(), d.Locale.Date(m.Date))))
	}
	beside = append(beside, one(ui.Small, d.Look.Words(d.caption(), d.Locale.SayWith("media.credit", map[string]string{"credit": m.Credit}))),
		one(ui.Tiny, d.Look.Named(d.caption(), d.Archive.Original, m.Rights)))
	if p := d.Archive.Place(m.Place); p != nil {
		beside = append(beside, one(ui.Mid, d.signpost("place/"+p.ID)))
	}
	for _, p := range d.inOrder(m.People) {
		beside = append(beside, one(0, d.personRow(p)))
	}
	var reading []*ui.Anchored
	if r.Get("show") != "" {
		reading = append(reading, one(0, d.picture(ctx, m, w.Title)))
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
	word := d.Locale.Say("media.show")
	to := r.With("show", "yes").String()
	show := d.Look.Button("", word, true, voice.Item{Role: voice.Button, Text: word, Action: to}, func() { d.Replace(to) })
	return append(out, one(ui.Mid, d.Look.Row(0, -1, show)))
}

// picture shows the file once it has been read.
func (d page) picture(ctx context.Context, m *content.Medium, caption string) fyne.CanvasObject {
	if d.Files == nil {
		return d.say(d.soft(), "media.missing")
	}
	file, err := picture.Open(d.Files, "media/"+m.File)
	if err != nil {
		return d.say(d.soft(), "media.missing")
	}
	p := d.Look.Picture(file.Width, file.Height, caption)
	d.Load(ctx, func(context.Context) (func(), error) {
		img, err := file.Read(shownSide)
		if err != nil {
			return nil, err
		}
		return func() { p.Put(img) }, nil
	})
	return p
}
