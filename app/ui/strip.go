package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"vigil/app/voice"
	"vigil/content"
)

// Moment is one thing on a Strip.
type Moment struct {
	Days  float64 // since 1970, UTC; the moments of a strip are in their order
	When  string  // its date in words
	Title string
	Lang  content.Lang // of the title
	Under []string     // quieter lines beneath the title
	Here  bool         // the page is about it
	Soft  bool         // its date is not known to the day: its dot is a ring
	Item  voice.Item   // what a voice says of it
	Act   func()       // what touching it does, nil where it leads nowhere
}

// Of a strip, px at 1x: where words begin beside its line, its dots, and how much of
// the distance in time is seen between two moments.
const (
	stripIndent = 36
	stripDot    = 14
	stripEdge   = 4 // before it, for a dot that is larger
	stripMost   = 40
	stripYear   = 4
)

// Strip sets things on a line of time that runs down a page's side, the earliest on
// top: each is a door to its page. What is further apart in time stands further apart,
// within what an eye still takes in.
func (l Look) Strip(ink color.NRGBA, moments []Moment) fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, m := range moments {
		if i > 0 {
			years := (m.Days - moments[i-1].Days) / 365.2
			if apart := float32(min(years*stripYear, stripMost)); apart >= 1 {
				out = append(out, container.New(stripGap{l.RTL, apart}, l.rule(l.Palette.Rule, apart)))
			}
		}
		out = append(out, l.moment(ink, m, i == 0, i == len(moments)-1))
	}
	return Stack(0, out...)
}

func (l Look) moment(ink color.NRGBA, m Moment, first, last bool) fyne.CanvasObject {
	p := l.Palette
	title := Type{Size: Label, Serif: true, Ink: p.Ink, Leading: 1.3, Bold: m.Here}
	words := []fyne.CanvasObject{l.Words(Type{Size: Caption, Ink: p.Accent, Leading: 1.35}, m.When)}
	if m.Title != "" {
		words = append(words, l.Named(title, m.Lang, m.Title))
	}
	for _, line := range m.Under {
		if line != "" {
			words = append(words, l.Words(Type{Size: Caption, Ink: p.Soft, Leading: 1.35}, line))
		}
	}
	dot := canvas.NewCircle(ink)
	dot.StrokeColor, dot.StrokeWidth = ink, Hair
	if m.Soft {
		dot.FillColor = p.Ground
	}
	line := l.rule(p.Rule, 1)
	inner := container.New(stripRow{rtl: l.RTL, here: m.Here, first: first, last: last}, line, dot, Stack(0, words...))
	if m.Act == nil {
		return inner
	}
	return l.Touchable(Surface{Fill: p.Ground, Pressed: p.Pressed, Radius: 4}, m.Item, m.Act, inner)
}

// stripRow lays a moment out: the line, the dot on it, the words beside.
type stripRow struct {
	rtl, here, first, last bool
}

const stripPad = Tiny

func (r stripRow) heightAt(objects []fyne.CanvasObject, width float32, of measure) float32 {
	return max(of(objects[2], width-stripIndent)+2*stripPad, Touch)
}

func (r stripRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	side := float32(stripDot)
	if r.here {
		side += 6
	}
	const middle = stripPad + 13 // of the first line of words
	top, bottom := float32(0), size.Height
	if r.first {
		top = middle
	}
	if r.last {
		bottom = middle
	}
	const x = stripDot/2 + stripEdge
	place(objects[0], r.rtl, size.Width, x-Hair/2, top, Hair, max(bottom-top, 0))
	place(objects[1], r.rtl, size.Width, x-side/2, middle-side/2, side, side)
	place(objects[2], r.rtl, size.Width, stripIndent, stripPad, size.Width-stripIndent, size.Height-2*stripPad)
}

func (stripRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[2].MinSize().AddWidthHeight(stripIndent, 2*stripPad)
}

// stripGap carries the line on between two moments.
type stripGap struct {
	rtl    bool
	height float32
}

func (g stripGap) heightAt([]fyne.CanvasObject, float32, measure) float32 { return g.height }

func (g stripGap) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	place(objects[0], g.rtl, size.Width, (stripDot-Hair)/2+stripEdge, 0, Hair, size.Height)
}

func (g stripGap) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(stripDot, g.height) }
