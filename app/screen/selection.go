package screen

import (
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/voice"
)

// selection is what a visitor has kept of this visit: pages to open again, a
// code to take along, and a sheet to print. Nothing in it tells of the visitor.
func (d page) selection() *Screen {
	title := d.Locale.Say("visit.title")
	items := []*ui.Anchored{one(0, d.Look.Words(d.heading(), title))}
	if len(d.Kept) == 0 {
		items = append(items, one(ui.Mid, d.say(ui.Type{Size: ui.Body, Serif: true, Ink: d.Look.Palette.Soft}, "visit.empty")))
		return d.column(title, items)
	}
	for i, address := range d.Kept {
		sign := d.signpost(address)
		if sign == nil {
			continue
		}
		remove := d.Locale.Say("visit.remove")
		row := d.Look.Row(ui.Small, 0, sign, d.Look.Touch(ui.IconClose, remove, func() { d.Keep(address) }))
		above := float32(0)
		if i == 0 {
			above = ui.Mid
		}
		items = append(items, one(above, row))
	}
	beside := []*ui.Anchored{}
	if code, err := d.Look.Code(d.takeAlong()); err == nil {
		beside = append(beside, one(0, code), one(ui.Small, d.say(d.caption(), "visit.code")))
	}
	if d.Print != nil {
		label := d.Locale.Say("visit.print")
		beside = append(beside, one(ui.Mid, d.Look.Row(0, -1, d.Look.Button("", label, false, voice.Item{Role: voice.Button, Text: label}, func() { d.Print(d.Sheet()) }))))
	}
	s := d.pages(title, beside, items)
	return s
}

// takeAlong is what the code says: titles and addresses, nothing of the visitor.
func (d page) takeAlong() string {
	var out strings.Builder
	out.WriteString("Vigil\n")
	for _, k := range d.keptPages() {
		out.WriteString(k.title + " (" + k.address + ")\n")
	}
	return out.String()
}

type keptPage struct{ title, under, address string }

func (d page) keptPages() []keptPage {
	var out []keptPage
	for _, address := range d.Kept {
		if sign := d.signpost(address); sign != nil {
			words, under, _ := strings.Cut(ui.Outline(sign)[0].Text, ". ")
			out = append(out, keptPage{words, under, address})
		}
	}
	return out
}

// sheetSize is a page of A4 at 100 px an inch.
var sheetSize = fyne.NewSize(827, 1169)

// Sheet is the page to print: dark words on white paper, with the archive's
// name, the pages kept, and the day the archive's facts are of.
func (deps Deps) Sheet() ui.Sheet {
	d := deps.page()
	look := d.Look
	look.Palette, look.Text, look.Portrait = ui.Paper(), 0.75, true
	d.Look = look
	w, lang := d.named(d.Archive.Words, d.Archive.ID)
	parts := []fyne.CanvasObject{
		look.Named(ui.Type{Size: ui.Title, Serif: true, Ink: look.Palette.Ink, Leading: 1.2}, lang, w.Title),
		look.Words(d.soft(), d.Locale.Say("visit.title")), ui.Gap(ui.Small),
	}
	for _, k := range d.keptPages() {
		parts = append(parts, look.Words(ui.Type{Size: ui.Body, Serif: true, Ink: look.Palette.Ink, Leading: 1.3}, k.title),
			look.Words(d.caption(), d.joined(dot, k.under, k.address)))
	}
	if code, err := look.Code(d.takeAlong()); err == nil {
		parts = append(parts, ui.Gap(ui.Small), code)
	}
	parts = append(parts, d.asOf())
	return ui.Sheet{Body: look.Pad(64, 64, 64, 64, ui.Stack(ui.Tiny, parts...)), Size: sheetSize}
}
