package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigil/app/voice"
)

// Rule is a hairline across the width.
func (l Look) Rule() fyne.CanvasObject { return l.rule(l.Palette.Rule, 1) }

func (l Look) rule(ink color.NRGBA, height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(ink)
	r.SetMinSize(fyne.NewSize(1, height))
	return r
}

// Gap is free space, px at 1x.
func Gap(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.SetMinSize(fyne.NewSize(height, height))
	return r
}

// Button is a control with a word, and an icon before it where there is one.
// Primary is the one thing that a screen wants done.
func (l Look) Button(icon Icon, word string, primary bool, item voice.Item, act func()) *Touchable {
	s := Surface{Fill: l.Palette.Raised, Pressed: l.Palette.Pressed, Border: l.Palette.Rule, Radius: 8}
	ink := l.Palette.Ink
	if primary {
		s.Fill, s.Pressed, s.Border, ink = l.Palette.Accent, l.Palette.Soft, l.Palette.Accent, l.Palette.OnAccent
	}
	label := l.Line(Type{Size: Label, Bold: primary, Ink: ink, Leading: 1.3}, word)
	parts := []fyne.CanvasObject{label}
	if icon != "" {
		parts = []fyne.CanvasObject{l.Icon(icon, 28, ink), label}
	}
	side, gap := Mid, Small
	if l.Low {
		side, gap = Tiny*1.5, Tiny
	}
	return l.Touchable(s, item, act, l.Pad(Small, side, Small, side, l.Row(gap, -1, parts...)))
}

// Choice is one of a few that stand side by side; the chosen one is underlined in the
// accent, so that it is told by more than a colour.
func (l Look) Choice(words string, chosen bool, act func()) *Touchable {
	s := Surface{Fill: l.Palette.Ground, Pressed: l.Palette.Pressed, Rule: l.Palette.Rule}
	t := Type{Size: Label, Ink: l.Palette.Soft, Leading: 1.3}
	if chosen {
		t.Ink, t.Bold, s.Rule = l.Palette.Ink, true, l.Palette.Accent
	}
	item := voice.Item{Role: voice.Button, Text: words}
	return l.Touchable(s, item, act, l.Pad(Small, Small, Small, Small, l.Line(t, words)))
}

// Thread is a short stroke in a case study's hue.
func (l Look) Thread(ink color.NRGBA) fyne.CanvasObject {
	r := canvas.NewRectangle(ink)
	r.SetMinSize(fyne.NewSize(64, threadWidth))
	return l.Row(0, -1, r)
}

// Touch is a control of an icon alone, as large as a finger needs; the word is
// what a voice says of it.
func (l Look) Touch(icon Icon, word string, act func()) *Touchable {
	s := Surface{Fill: l.Palette.Raised, Pressed: l.Palette.Pressed, Radius: 8, Least: Touch}
	pad := (Touch - 28) / 2
	return l.Touchable(s, voice.Item{Role: voice.Button, Text: word}, act, l.Pad(pad, pad, pad, pad, l.Icon(icon, 28, l.Palette.Accent)))
}

// tickSide is the side of a Tick, px at 1x.
const tickSide = 18

// Tick shows whether something is on: a square that is filled, or empty.
func (l Look) Tick(ink color.NRGBA, on bool) fyne.CanvasObject {
	r := canvas.NewRectangle(color.Transparent)
	r.StrokeColor, r.StrokeWidth, r.CornerRadius = ink, Hair, 4
	if on {
		r.FillColor = ink
	}
	r.SetMinSize(fyne.NewSquareSize(tickSide))
	return r
}
