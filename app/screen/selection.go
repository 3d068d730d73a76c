package screen

import (
	"io"
	"strconv"
	"strings"

	"vigil/app/paper"
	"vigil/app/sheet"
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
		beside = append(beside, one(ui.Mid, d.Look.Row(0, -1, d.Look.Button("", label, false, voice.Item{Role: voice.Button, Text: label}, func() { d.Print(d.sheet) }))))
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

// sheet writes the page to print as PDF: the pages kept, a code to read them with, and
// of what day the archive's facts are. Nothing on it tells of the visitor.
func (d page) sheet(w io.Writer) error {
	lang, title := string(d.Locale.Lang()), d.Locale.Say("visit.title")
	archive, _ := d.named(d.Archive.Words, d.Archive.ID)
	s := sheet.New(sheet.Config{
		Setter: d.Look.Setter, Format: d.Paper, RTL: d.Look.RTL, Foot: d.joined(dot, archive.Title, title),
		Info: paper.Info{Title: archive.Title + " – " + title, Lang: lang, Author: d.Archive.Publisher},
		Number: func(page, pages int) string {
			number := func(n int) string { return d.Locale.Digits(strconv.Itoa(n)) }
			return d.Locale.SayWith("handout.page", map[string]string{"page": number(page), "pages": number(pages)})
		},
	})
	whole, side, main := s.Whole(), s.Side(), s.Main()
	s.Add(sheet.Band{Next: true, Blocks: []sheet.Block{s.Words(sheet.Quiet, whole, lang, archive.Title)}},
		sheet.Band{Above: 10, Blocks: []sheet.Block{s.Words(sheet.Title, whole, lang, title)}})
	for i, k := range d.keptPages() {
		s.Add(sheet.Band{Above: float32(ui.Mid), Rule: i == 0, Next: true, Blocks: []sheet.Block{
			s.Words(sheet.Numeral, side, lang, d.Locale.Digits(strconv.Itoa(i+1))), s.Words(sheet.Heading, main, lang, d.part(k.title)),
		}}, sheet.Band{Above: 2, Blocks: []sheet.Block{s.Words(sheet.Quiet, main, lang, d.joined(dot, k.under, k.address))}})
	}
	if modules, black, err := ui.Modules(d.takeAlong()); err == nil {
		says := d.Locale.Say("visit.code")
		s.Add(sheet.Band{Above: ui.Huge, Rule: true, Next: true, Blocks: []sheet.Block{s.Code(main, modules, black, says)}},
			sheet.Band{Above: ui.Tiny, Blocks: []sheet.Block{s.Words(sheet.Quiet, main, lang, says)}})
	}
	for _, note := range append(d.wordings(), d.dated()) {
		s.Add(sheet.Band{Above: ui.Tiny, Blocks: []sheet.Block{s.Words(sheet.Faded, main, lang, note)}})
	}
	return s.Write(w)
}
