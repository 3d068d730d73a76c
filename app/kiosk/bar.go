package kiosk

import (
	"strconv"

	"fyne.io/fyne/v2"

	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content/route"
)

// textSizes are the steps of the text size control.
var textSizes = []float32{1, 1.25, 1.5, 2}

// newBar makes the controls, always in the same places: back and home where
// lines begin, the pages in the middle, then what changes how things look.
func (s *Shell) newBar(d screen.Deps) fyne.CanvasObject {
	groups := s.controls(d)
	var words []string
	for _, g := range groups {
		for _, c := range g {
			words = append(words, c.word)
		}
	}
	size := d.Look.BarSize(words, s.size.Width)
	var made [3][]fyne.CanvasObject
	for i, g := range groups {
		for _, c := range g {
			made[i] = append(made[i], d.Look.Control(c.icon, c.word, size, c.item, c.act))
		}
	}
	return d.Look.Bar(made[0], made[1], made[2])
}

// control is one control of the bar.
type control struct {
	icon ui.Icon
	word string
	item voice.Item
	act  func()
}

// controls are those where lines begin, in the middle, and where they end.
func (s *Shell) controls(d screen.Deps) [3][]control {
	say := d.Locale.Say
	to := func(icon ui.Icon, id string, kind route.Kind) control {
		return control{icon, say(id), voice.Item{Role: voice.Link, Text: say(id), Action: string(kind)}, func() { s.Go(string(kind)) }}
	}
	do := func(icon ui.Icon, label string, act func()) control {
		return control{icon, label, voice.Item{Role: voice.Button, Text: label}, act}
	}
	listen, listenWord := ui.IconVoice, "voice.listen"
	if s.visit.aloud {
		listen, listenWord = ui.IconStop, "voice.stop"
	}
	return [3][]control{
		{do(ui.IconBack, say("nav.back"), s.Back), to(ui.IconHome, "nav.home", route.Home)},
		{do(ui.IconUp, say("nav.pageup"), func() { s.page(-1) }), do(ui.IconDown, say("nav.pagedown"), func() { s.page(1) })},
		{
			to(ui.IconSearch, "nav.search", route.Search), to(ui.IconLanguage, "nav.language", route.Languages),
			do(ui.IconText, s.textLabel(d), s.nextText),
			do(listen, say(listenWord), s.Listen),
			s.keepControl(d),
			to(ui.IconPause, "nav.pause", route.Pause),
		},
	}
}

// keepControl keeps the present page, or leads to what has been kept.
func (s *Shell) keepControl(d screen.Deps) control {
	if !s.keepable() {
		label := d.Locale.Say("visit.title")
		return control{ui.IconKeep, label, voice.Item{Role: voice.Link, Text: label, Action: string(route.Selection)}, func() { s.Go(string(route.Selection)) }}
	}
	icon, word := ui.IconKeep, "visit.keep"
	if s.has() {
		icon, word = ui.IconKept, "visit.kept"
	}
	label := d.Locale.Say(word)
	return control{icon, label, voice.Item{Role: voice.Button, Text: label}, func() { s.Keep(s.address0()) }}
}

func (s *Shell) page(direction float32) {
	switch {
	case s.current == nil:
	case s.current.Page != nil:
		s.current.Page(direction)
		s.repaint()
	case s.current.Main != nil:
		s.current.Main.Page(direction)
		s.repaint()
	}
}

// PageDown does what the bar's button does. It reports whether there was more
// to see.
func (s *Shell) PageDown() bool {
	if s.current == nil || s.current.Main == nil {
		return false
	}
	_, below := s.current.Main.More()
	s.page(1)
	return below
}

// textLabel says the size, once it is another than the first.
func (s *Shell) textLabel(d screen.Deps) string {
	if s.visit.text == 1 {
		return d.Locale.Say("nav.textsize")
	}
	percent := d.Locale.Digits(strconv.Itoa(int(s.visit.text * 100)))
	return d.Locale.SayWith("textsize.value", map[string]string{"percent": percent})
}

func (s *Shell) nextText() {
	next := textSizes[0]
	for _, size := range textSizes {
		if size > s.visit.text {
			next = size
			break
		}
	}
	s.SetText(next)
}
