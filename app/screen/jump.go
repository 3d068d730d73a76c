package screen

import (
	"image/color"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
)

// jump is a line that leads to another part of the same page.
func (d page) jump(words string, lang content.Lang, under string, act func()) *ui.Touchable {
	p := d.Look.Palette
	parts := []fyne.CanvasObject{d.Look.Named(ui.Type{Size: ui.Label, Ink: p.Ink, Leading: 1.35}, lang, words)}
	spoken := words
	if under != "" {
		parts = append(parts, d.Look.Named(ui.Type{Size: ui.Caption, Ink: p.Soft, Leading: 1.4}, lang, under))
		spoken += ". " + under
	}
	s := ui.Surface{Fill: p.Ground, Pressed: p.Pressed, Rule: p.Rule}
	item := voice.Item{Role: voice.Button, Text: spoken}
	return d.Look.Touchable(s, item, act, d.Look.Pad(ui.Small, ui.Tiny, ui.Small, 0, ui.Stack(2, parts...)))
}

// choice is one of a few settings that stand side by side.
func (d page) choice(words string, chosen bool, act func()) *ui.Touchable {
	return d.Look.Choice(words, chosen, act)
}

// filter is a choice of what is shown: whether it is, what it is called, how much of
// it there is.
func (d page) filter(words string, many int, on bool, ink color.NRGBA, act func()) *ui.Touchable {
	p := d.Look.Palette
	t, state := ui.Type{Size: ui.Caption, Ink: p.Ink, Leading: 1.3}, "timeline.shown"
	s := ui.Surface{Fill: p.Ground, Pressed: p.Pressed}
	if !on {
		t.Ink, state = p.Faint, "timeline.hidden"
	}
	count := d.Locale.Number(float64(many))
	item := voice.Item{Role: voice.Button, Text: words + ", " + count + ". " + d.Locale.Say(state)}
	return d.Look.Touchable(s, item, act, d.Look.Pad(ui.Tiny, ui.Small, ui.Tiny, ui.Small,
		d.Look.Row(ui.Tiny, -1, d.Look.Tick(ink, on), d.Look.Counted(t, words, count))))
}
