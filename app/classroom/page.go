package classroom

import (
	"context"

	"fyne.io/fyne/v2"

	"vigil/app/classroom/desk"
	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content/route"
)

// page is a page of the educator's while it is made.
type page struct {
	screen.Deps
	class *Class
}

// Page makes the page of a part of the class, or returns nil where there is none now.
// ctx ends when the page goes.
// admitted says that the educator's code has been given.
func (c *Class) Page(ctx context.Context, d screen.Deps, r route.Route, admitted bool) *screen.Screen {
	p := page{d, c}
	c.clock, c.aside = nil, c.given != nil && r.ID(0) == answersPart
	c.reading = c.reading && c.aside // who comes back to the answers is asked again
	if c.given != nil {
		return p.during(r.ID(0), admitted)
	}
	if !admitted {
		return nil
	}
	switch r.ID(0) {
	case "":
		return p.choose()
	case planPart:
		return p.plan()
	case sheetsPart:
		return p.sheets()
	case buildPart:
		return desk.Page(ctx, d, c.desk)
	}
	return nil
}

// during are the pages while a class is given. Learners have two of them; the others
// are the educator's, who has the kiosk then or has given the code.
func (p page) during(part string, admitted bool) *screen.Screen {
	switch mode := p.class.given.Mode; {
	case part == explorePart:
		return p.explore()
	case part == writePart:
		return p.writing()
	case mode != "" && !admitted:
		return nil
	case part == answersPart:
		return p.answers()
	default:
		return p.present()
	}
}

// The few things that the educator's pages are made of.

func one(above float32, o fyne.CanvasObject) *ui.Anchored {
	return &ui.Anchored{Object: o, Above: above}
}

func (p page) heading() ui.Type {
	return ui.Type{Size: ui.Title, Serif: true, Ink: p.Look.Palette.Ink, Level: 1, Leading: 1.2}
}

func (p page) section() ui.Type {
	return ui.Type{Size: ui.Label, Bold: true, Ink: p.Look.Palette.Ink, Level: 2}
}

func (p page) label() ui.Type { return ui.Type{Size: ui.Caption, Ink: p.Look.Palette.Faint} }

func (p page) soft() ui.Type { return ui.Type{Size: ui.Label, Ink: p.Look.Palette.Soft} }

func (p page) body() ui.Type {
	return ui.Type{Size: ui.Body, Serif: true, Ink: p.Look.Palette.Ink, Leading: 1.35}
}

// say is a line of the interface's own words.
func (p page) say(t ui.Type, id string) fyne.CanvasObject { return p.Look.Words(t, p.Locale.Say(id)) }

// button is a control with a word.
func (p page) button(icon ui.Icon, id string, primary bool, act func()) *ui.Touchable {
	word := p.Locale.Say(id)
	return p.Look.Button(icon, word, primary, voice.Item{Role: voice.Button, Text: word}, act)
}

// chip is one of a few choices that stand side by side.
func (p page) chip(words string, chosen bool, act func()) *ui.Touchable {
	return p.Look.Choice(words, chosen, act)
}

// row is a line that can be touched: words, quieter words under them, and a tick where
// it has been chosen.
func (p page) row(words, under string, chosen bool, act func()) *ui.Touchable {
	k := p.Look.Palette
	inner := ui.Stack(2, p.Look.Words(p.body(), words), p.Look.Words(ui.Type{Size: ui.Caption, Ink: k.Soft, Leading: 1.4}, under))
	s := ui.Surface{Fill: k.Ground, Pressed: k.Pressed, Rule: k.Rule}
	item := voice.Item{Role: voice.Button, Text: words + ". " + under}
	if chosen {
		item.Text += ". " + p.Locale.Say("class.chosen")
	}
	return p.Look.Touchable(s, item, act, p.Look.Pad(ui.Small, ui.Small, ui.Small, 0, p.Look.Row(ui.Small, 1, p.Look.Tick(k.Accent, chosen), inner)))
}

// pages sets what belongs beside the reading and the reading; on a narrow screen the
// first goes above the second.
func (p page) pages(title string, beside, reading []*ui.Anchored) *screen.Screen {
	if p.Look.Narrow {
		if len(reading) > 0 {
			reading[0].Above = max(reading[0].Above, ui.Large)
		}
		column := p.Look.Scroll(append(beside, reading...)...)
		return &screen.Screen{Title: title, Body: p.Look.Page(column), Main: column}
	}
	side, column := p.Look.Scroll(beside...), p.Look.Scroll(reading...)
	column.Most = p.Look.Measure() * 1.15
	return &screen.Screen{Title: title, Body: p.Look.SideBySide(side, column), Main: column}
}
