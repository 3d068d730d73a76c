package text

import (
	"image"
	"image/color"
	"math"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigil/app/typeset"
)

// LongestField is the most letters a field takes.
const LongestField = 200

// Field is one line that is typed into, in any script and both directions. It
// keeps what was typed only while it is on the screen.
type Field struct {
	widget.BaseWidget
	typed
	setter    *typeset.Setter
	style     typeset.Style
	quiet     color.NRGBA
	direction typeset.Direction
	focused   bool

	OnChanged   func(string)         // after each change
	OnSubmitted func(string)         // on Enter
	OnKey       func(*fyne.KeyEvent) // hears of keys that a line has no use for
	OnTapped    func()
	OnFocused   func() // after the keys have come to it
}

var (
	_ fyne.Focusable = (*Field)(nil)
	_ fyne.Tappable  = (*Field)(nil)
)

// NewField makes an empty field. The hint, in the quiet ink, stands where
// nothing is typed yet and gives the direction of an empty field.
func NewField(setter *typeset.Setter, style typeset.Style, quiet color.NRGBA, hint string, direction typeset.Direction) *Field {
	f := &Field{setter: setter, style: style, quiet: quiet, typed: typed{hint: hint}, direction: direction}
	f.ExtendBaseWidget(f)
	return f
}

// SetText replaces what has been typed, without calling OnChanged. Letters that
// cannot be typed are left out.
func (f *Field) SetText(s string) {
	f.set(s, LongestField, refused)
	f.Refresh()
}

// refused are letters that would end the line or reorder other letters.
func refused(r rune) bool {
	return unicode.IsControl(r) || r >= '\u2028' && r <= '\u202e'
}

// MinSize is one line high.
func (f *Field) MinSize() fyne.Size {
	return fyne.NewSize(f.style.Size*6, f.layout(0).Height)
}

// paragraph follows the direction of what is typed, whatever the page's is.
func (f *Field) paragraph() typeset.Paragraph {
	if len(f.letters) == 0 {
		style := f.style
		style.Ink = f.quiet
		return typeset.Paragraph{Spans: []typeset.Span{{Text: f.hint, Style: style}}, Direction: f.direction, Leading: 1.6}
	}
	return typeset.Paragraph{Spans: []typeset.Span{{Text: string(f.letters), Style: f.style}}, Leading: 1.6}
}

func (f *Field) layout(width float32) *typeset.Layout {
	l := f.setter.Layout(f.paragraph(), 0)
	free := width - l.Inner - caretWidth
	switch {
	case width <= 0 || free >= 0 && f.direction != typeset.RTL:
		return l
	case free >= 0:
		return l.Shift(free)
	}
	// One line only: what does not fit runs out on the side where it began, but
	// the caret stays in view.
	dx := free
	if l.RTL {
		dx = 0
	}
	caret := l.Caret(f.caret).X
	return l.Shift(min(max(dx, -caret), width-caretWidth-caret))
}

// FocusGained implements fyne.Focusable.
func (f *Field) FocusGained() {
	f.focus(true)
	if f.OnFocused != nil {
		f.OnFocused()
	}
}

// FocusLost implements fyne.Focusable.
func (f *Field) FocusLost() { f.focus(false) }

func (f *Field) focus(on bool) {
	f.focused = on
	f.Refresh()
}

// Focus asks for the keys.
func (f *Field) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f)
	}
}

// TypedRune puts a letter in at the caret.
func (f *Field) TypedRune(r rune) {
	if len(f.letters) >= LongestField || refused(r) {
		return
	}
	f.put(r)
	f.changed()
}

// TypedKey moves the caret, deletes or submits. Arrows move in the order of
// the letters, as they are read.
func (f *Field) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyBackspace:
		f.erase(f.caret - 1)
	case fyne.KeyDelete:
		f.erase(f.caret)
	case fyne.KeyLeft, fyne.KeyRight:
		step := 1
		if (ev.Name == fyne.KeyLeft) != f.setter.Layout(f.paragraph(), 0).RTL {
			step = -1
		}
		f.step(step)
		f.Refresh()
	case fyne.KeyHome:
		f.caret = 0
		f.Refresh()
	case fyne.KeyEnd:
		f.caret = len(f.letters)
		f.Refresh()
	case fyne.KeyReturn, fyne.KeyEnter:
		if f.OnSubmitted != nil {
			f.OnSubmitted(f.Text())
		}
	default:
		if f.OnKey != nil {
			f.OnKey(ev)
		}
	}
}

// erase removes letter i, where there is one.
func (f *Field) erase(i int) {
	if f.cut(i) {
		f.changed()
	}
}

func (f *Field) changed() {
	f.Refresh()
	if f.OnChanged != nil {
		f.OnChanged(f.Text())
	}
}

// Tapped asks for the keys and puts the caret under the finger.
func (f *Field) Tapped(ev *fyne.PointEvent) {
	f.Focus()
	if f.OnTapped != nil {
		f.OnTapped()
	}
	if len(f.letters) > 0 {
		f.caret = nearest(f.layout(f.Size().Width), ev.Position)
	}
	f.Refresh()
}

// nearest is the letter whose caret is nearest to a point: the one under it, or
// the one after.
func nearest(l *typeset.Layout, at fyne.Position) int {
	i := max(0, l.At(at.X, at.Y))
	away := func(i int) float64 { return math.Abs(float64(l.Caret(i).X - at.X)) }
	if i < l.Letters && away(i+1) < away(i) {
		return i + 1
	}
	return i
}

// caretWidth is in px at 1x.
const caretWidth = 3

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	raster := canvas.NewRaster(f.paint)
	raster.ScaleMode = canvas.ImageScalePixels
	return widget.NewSimpleRenderer(raster)
}

func (f *Field) paint(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	size := f.Size()
	if size.Height <= 0 {
		return img
	}
	scale := float32(h) / size.Height
	l := f.layout(size.Width)
	top := -float32(math.Round(float64((size.Height - l.Height) / 2)))
	f.setter.Draw(img, l, scale, top, top+size.Height)
	if f.focused {
		caretAt(img, l.Caret(f.caret), scale, top, f.style.Ink)
	}
	return img
}

// caretAt paints a caret; top is of the picture in the layout, px at 1x.
func caretAt(img *image.RGBA, c typeset.Box, scale, top float32, ink color.NRGBA) {
	px := func(v float32) int { return int(math.Round(float64(v * scale))) }
	inset := c.Height * 0.15
	for y := px(c.Y + inset - top); y < px(c.Y+c.Height-inset-top); y++ {
		for x := px(c.X); x < px(c.X+caretWidth); x++ {
			if image.Pt(x, y).In(img.Rect) {
				img.Set(x, y, ink)
			}
		}
	}
}
