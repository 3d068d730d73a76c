package screen

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigil/app/ui"
	"vigil/app/voice"
)

// Door is what lets staff out of the kiosk.
type Door interface {
	// Open tries a code; wait says that too many were tried.
	Open(code string) (ok, wait bool)
	// Opened is who has opened it; Visitor while it is shut.
	Opened() Role
	// Leave closes the kiosk, for staff.
	Leave()
	// Class begins a class, or calls the one that is given back.
	Class()
}

// Role is who somebody is to the kiosk; a higher one may do what a lower one may.
type Role uint8

// The roles.
const (
	Visitor Role = iota
	Educator
	Staff
)

// longestCode is the most digits that a code is asked for.
const longestCode = 12

// staff is the staff door: a code, then a way out.
func (d page) staff() *Screen {
	title := d.Locale.Say("staff.title")
	if d.Door == nil {
		return nil
	}
	code := ""
	shown := container.NewStack()
	said := container.NewStack()
	show := func(message string) {
		dots := ui.Type{Size: ui.Title, Ink: d.Look.Palette.Ink, Leading: 1.3}
		ui.Swap(shown, d.Look.Words(dots, strings.Repeat("•", len(code))+" "))
		ui.Swap(said, d.Look.Words(d.soft(), message))
	}
	if d.Door.Opened() != Visitor {
		return d.opened(title)
	}
	enter := func() {
		ok, wait := d.Door.Open(code)
		code = ""
		switch {
		case ok:
			d.Replace("staff")
		case wait:
			show(d.Locale.Say("staff.wait"))
		default:
			show(d.Locale.Say("staff.wrong"))
		}
		d.Changed()
	}
	digit := func(n string) fyne.CanvasObject {
		return d.Look.Button("", d.Locale.Digits(n), false, voice.Item{Role: voice.Button, Text: d.Locale.Digits(n)}, func() {
			if len(code) < longestCode {
				code += n
				show(" ")
			}
		})
	}
	var keys []fyne.CanvasObject
	for _, n := range strings.Split("123456789", "") {
		keys = append(keys, digit(n))
	}
	erase, done := d.Locale.Say("keyboard.delete"), d.Locale.Say("keyboard.done")
	keys = append(keys,
		d.Look.Button("", erase, false, voice.Item{Role: voice.Button, Text: erase}, func() { code = ""; show(" ") }), digit("0"),
		d.Look.Button("", done, true, voice.Item{Role: voice.Button, Text: done}, enter))
	show(d.Locale.Say("staff.pin"))
	return d.column(title, []*ui.Anchored{
		one(0, d.Look.Words(d.heading(), title)), one(ui.Small, said), one(ui.Tiny, shown),
		one(ui.Small, d.Look.Within(520*d.Look.Text, d.Look.Grid(3, ui.Small, ui.Small, keys...))),
	})
}

// opened is what lies behind the staff door: a class, and for staff the way out.
func (d page) opened(title string) *Screen {
	button := func(icon ui.Icon, id string, primary bool, act func()) fyne.CanvasObject {
		label := d.Locale.Say(id)
		return d.Look.Row(0, -1, d.Look.Button(icon, label, primary, voice.Item{Role: voice.Button, Text: label}, act))
	}
	items := []*ui.Anchored{
		one(0, d.Look.Words(d.heading(), title)), one(ui.Large, button("", "staff.class", true, d.Door.Class)),
		one(ui.Tiny, d.say(d.soft(), "staff.classlead")),
	}
	if d.Door.Opened() == Staff {
		items = append(items, one(ui.Huge, button(ui.IconClose, "staff.leave", false, d.Door.Leave)))
	}
	return d.column(title, items)
}
