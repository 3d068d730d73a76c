package ui

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigil/app/typeset"
	"vigil/app/voice"
)

// Control is one control of the bar: an icon with its word beneath. Its size
// does not follow the text size, or it would move from under the finger. size is
// BarSize's.
func (l Look) Control(icon Icon, word string, size Size, item voice.Item, act func()) *Touchable {
	fixed := l
	fixed.Text = 1
	p := l.Palette
	s := Surface{Fill: p.Ground, Pressed: p.Pressed, Radius: 4, Least: BarHeight - Tiny}
	if size == 0 {
		return l.Touchable(s, item, act, Middle(l.Icon(icon, 36, p.Accent)))
	}
	label := fixed.Words(Type{Size: size, Ink: p.Soft, Leading: 1.2, Align: typeset.Center}, word)
	return l.Touchable(s, item, act, Middle(Stack(2, l.Icon(icon, 28, p.Accent), label)))
}

// barSizes are the sizes that the words of a bar may have, px at 1x.
var barSizes = []Size{Caption, 18, 17, 16, 15, 14, 13, 12}

// BarSize is the largest size at which no word of a bar is broken and none has more
// than two lines, on a bar of a width, px at 1x; 0 where the icons stand alone.
func (l Look) BarSize(words []string, width float32) Size {
	each := (width-2*l.barEdge(width, len(words)))/float32(max(len(words), 1)) - 4
	fits := func(size Size) bool {
		for _, word := range words {
			p := typeset.Paragraph{Spans: []typeset.Span{{Text: word, Style: typeset.Style{Size: float32(size)}}}, Leading: 1.2, Lang: l.Lang}
			if len(l.Setter.Layout(p, each).Lines) > 2 {
				return false
			}
			for part := range strings.FieldsSeq(word) {
				p.Spans[0].Text = part
				if l.Setter.Layout(p, 0).Inner > each {
					return false
				}
			}
		}
		return true
	}
	for _, size := range barSizes {
		if fits(size) {
			return size
		}
	}
	return 0
}

// barEdge is how far from the edges of the screen a bar begins: as far as the words
// above it, where its controls have room.
func (l Look) barEdge(width float32, controls int) float32 {
	if edge := l.Margin() - Mid; !l.Portrait && (width-2*edge)/float32(max(controls, 1)) >= roomy {
		return edge
	}
	return Tiny
}

// roomy is the width of a control whose words need not be made smaller, px at 1x.
const roomy = 100

// Bar lays out three groups of controls: where lines begin, in the middle, and
// where they end.
func (l Look) Bar(begin, middle, end []fyne.CanvasObject) fyne.CanvasObject {
	all := append(append(append([]fyne.CanvasObject{}, begin...), middle...), end...)
	return container.New(bar{l, len(begin), len(middle)}, all...)
}

type bar struct {
	look          Look
	begin, middle int
}

func (b bar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const widest = 152
	edge := b.look.barEdge(size.Width, len(objects))
	each := min(widest, (size.Width-2*edge)/float32(len(objects)))
	end := len(objects) - b.begin - b.middle
	for i, o := range objects {
		x := edge + float32(i)*each
		switch {
		case i >= b.begin+b.middle:
			x = size.Width - edge - float32(end-(i-b.begin-b.middle))*each
		case i >= b.begin:
			free := size.Width - 2*edge - each*float32(len(objects))
			x = edge + float32(i)*each + free/2
		}
		place(o, b.look.RTL, size.Width, x, Tiny/2, each, size.Height-Tiny)
	}
}

func (bar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(9*Touch, BarHeight) }

// TooNarrow reports whether two columns would leave the reading fewer than some
// 45 letters a line.
func (l Look) TooNarrow(width float32) bool {
	side, gap := page{l}.side()
	return l.Portrait || width-2*l.Margin()-side-gap < 24*l.Px(Body)
}
