package kiosk

import (
	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/content"
	"vigil/content/route"
)

// Speak switches the language. Chosen on the page of languages, it returns to
// the page before it, or home at the beginning of a visit.
func (s *Shell) Speak(lang content.Lang) {
	s.visit.lang = lang
	if s.current == nil || s.current.Route.Kind != route.Languages {
		s.remember()
		s.rebuild()
		return
	}
	if len(s.stack) < 2 {
		s.Go(string(route.Home))
		return
	}
	s.Back()
}

// SetText sets the size of text, 1 to 2.
func (s *Shell) SetText(size float32) {
	s.remember()
	s.visit.text = min(max(size, 1), 2)
	s.rebuild()
}

// SetLight chooses the light high-contrast theme or the dark one.
func (s *Shell) SetLight(light bool) {
	s.remember()
	s.visit.light = light
	s.rebuild()
}

// Look is how things look for this visitor on a screen of this size.
func (s *Shell) Look() ui.Look {
	locale := s.cfg.Catalogue.Locale(s.visit.lang)
	look := ui.Look{
		Setter: s.cfg.Setter, Palette: ui.Dark(), Text: s.visit.text,
		Felt: s.press, Still: s.visit.still, RTL: locale.RTL(), Lang: string(locale.Lang()), Portrait: s.size.Height > s.size.Width, Low: s.size.Height < ui.LowBelow,
	}
	if s.visit.light {
		look.Palette = ui.Light()
	}
	look.Narrow, look.Wide = look.TooNarrow(s.size.Width), look.Roomy(s.size.Width)
	return look
}

// reading is how the visitor reads.
func (s *Shell) reading() screen.Reading {
	return screen.Reading{Text: s.visit.text, Light: s.visit.light, Still: s.visit.still, Aloud: s.visit.aloud, Rate: s.visit.rate}
}

// read changes how the visitor reads.
func (s *Shell) read(to screen.Reading) {
	if to.Aloud != s.visit.aloud {
		s.Listen()
	}
	if to == s.reading() {
		return
	}
	s.remember()
	s.visit.text, s.visit.light, s.visit.still, s.visit.rate = min(max(to.Text, 1), 2), to.Light, to.Still, to.Rate
	s.rebuild()
}
