package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigil/app/typeset"
	"vigil/app/voice"
)

// Control is one control of the bar: an icon with its word beneath. Its size
// does not follow the text size, or it would move from under the finger.
func (l Look) Control(icon Icon, word string, item voice.Item, act func()) *Touchable {
	fixed := l
	fixed.Text = 1
	p := l.Palette
	label := fixed.Words(Type{Size: Caption, Ink: p.Soft, Leading: 1.2, Align: typeset.Center}, word)
	s := Surface{Fill: p.Ground, Pressed: p.Pressed, Radius: 4, Least: BarHeight - Tiny}
	return l.Touchable(s, item, act, Middle(Stack(2, l.Icon(icon, 28, p.Accent), label)))
}

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
	edge := b.look.Margin() - Mid
	if b.look.Portrait {
		edge = Tiny
	}
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
