package ui_test

import (
	"strings"
	"testing"

	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/assets"
)

// Whatever the screen, no word of the bar is broken: its letters get smaller, and
// where even the smallest have no room the icons stand alone.
func TestWordsOfTheBar(t *testing.T) {
	words := []string{"Zurück", "Start", "Nach oben", "Nach unten", "Suche", "Sprache", "Textgröße", "Vorlesen", "Meine Auswahl", "Innehalten"}
	setter := typeset.New(assets.Fonts())
	before := ui.Size(0)
	for _, width := range []float32{480, 640, 800, 1024, 1080, 1280, 1366, 1920, 3840} {
		l := ui.Look{Setter: setter, Palette: ui.Dark(), Text: 1, Lang: "de", Portrait: width < 700}
		size := l.BarSize(words, width)
		if size < before {
			t.Errorf("at %.0f px the words are %v px, smaller than on a narrower screen", width, size)
		}
		before = size
		if width >= 800 && size < 14 || width >= 1366 && size != ui.Caption {
			t.Errorf("at %.0f px the words are %v px", width, size)
		}
		if size == 0 {
			continue
		}
		for _, word := range words {
			for part := range strings.FieldsSeq(word) {
				p := typeset.Paragraph{Spans: []typeset.Span{{Text: part, Style: typeset.Style{Size: float32(size)}}}, Lang: "de"}
				if wide := setter.Layout(p, 0).Inner; wide > width/10 {
					t.Errorf("at %.0f px %q is %.0f px wide", width, part, wide)
				}
			}
		}
	}
}
