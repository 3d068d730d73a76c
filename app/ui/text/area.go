package text

import (
	"image"
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigil/app/typeset"
)

// Area is a text of several lines that is typed into, in any script and both directions:
// each line a paragraph, broken where it is full. It is as high as what stands in it.
type Area struct {
	widget.BaseWidget
	typed
	setter    *typeset.Setter
	style     typeset.Style
	quiet     color.NRGBA
	direction typeset.Direction
	focused   bool

	Most  int // the most letters; 0 is LongestField
	Lines int // the least height, in lines

	OnChanged func(string)         // after each change
	OnGrown   func()               // after it has come to need another height
	OnKey     func(*fyne.KeyEvent) // hears of keys that a text has no use for
	OnTapped  func()
	OnFocused func()
}

var (
	_ fyne.Focusable = (*Area)(nil)
	_ fyne.Tappable  = (*Area)(nil)
)

// areaLeading is the height of a line as a multiple of its letters' size.
const areaLeading = 1.45

// NewArea makes an empty text. The hint, in the quiet ink, stands where nothing is typed
// yet and gives the direction of an empty text.
func NewArea(setter *typeset.Setter, style typeset.Style, quiet color.NRGBA, hint string, direction typeset.Direction) *Area {
	a := &Area{setter: setter, style: style, quiet: quiet, typed: typed{hint: hint}, direction: direction}
	a.ExtendBaseWidget(a)
	return a
}

// SetText replaces what has been typed, without calling OnChanged. Letters that cannot
// be typed are left out.
func (a *Area) SetText(s string) {
	a.set(s, a.most(), refusedIn)
	a.Refresh()
}

// refusedIn are the letters that no text takes: all that no line takes, but its end.
func refusedIn(r rune) bool { return r != '\n' && refused(r) }

func (a *Area) most() int {
	if a.Most > 0 {
		return a.Most
	}
	return LongestField
}

// line is one paragraph where it stands.
type line struct {
	from   int // its first letter
	top    float32
	layout *typeset.Layout
	empty  bool // nothing is typed in it
}

// lines lays the paragraphs out at a width, px at 1x.
func (a *Area) lines(width float32) []line {
	var out []line
	top, from := float32(0), 0
	for _, words := range strings.Split(string(a.letters), "\n") {
		p := typeset.Paragraph{Spans: []typeset.Span{{Text: words, Style: a.style}}, Leading: areaLeading}
		if words == "" {
			p.Direction = a.direction
		}
		if len(a.letters) == 0 {
			p.Spans[0].Text, p.Spans[0].Style.Ink = a.hint, a.quiet
		}
		l := a.setter.Layout(p, max(width-caretWidth, 1))
		// The side where a short line stands is the page's, as everywhere on it.
		out = append(out, line{from: from, top: top, layout: l, empty: words == ""})
		top += l.Height
		from += len([]rune(words)) + 1
	}
	return out
}

func heightOf(lines []line) float32 {
	last := lines[len(lines)-1]
	return last.top + last.layout.Height
}

// HeightAt is the height at a width, px at 1x.
func (a *Area) HeightAt(width float32) float32 {
	least := a.style.Size * areaLeading * float32(max(a.Lines, 1))
	return max(heightOf(a.lines(width)), least)
}

// Estimate implements what a column asks of things out of view.
func (a *Area) Estimate(width float32) float32 { return a.HeightAt(width) }

// MinSize is one line high.
func (a *Area) MinSize() fyne.Size { return fyne.NewSize(a.style.Size*6, a.style.Size*areaLeading) }

// FocusGained implements fyne.Focusable.
func (a *Area) FocusGained() {
	a.focused = true
	a.Refresh()
	if a.OnFocused != nil {
		a.OnFocused()
	}
}

// FocusLost implements fyne.Focusable.
func (a *Area) FocusLost() {
	a.focused = false
	a.Refresh()
}

// Focus asks for the keys.
func (a *Area) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(a); c != nil {
		c.Focus(a)
	}
}

// TypedRune puts a letter in at the caret.
func (a *Area) TypedRune(r rune) {
	if len(a.letters) >= a.most() || refusedIn(r) {
		return
	}
	a.put(r)
	a.changed()
}

// TypedKey moves the caret, deletes, or begins a new line. Arrows move in the order of
// the letters, as they are read; up and down beyond the text are handed on.
func (a *Area) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyBackspace:
		a.erase(a.caret - 1)
	case fyne.KeyDelete:
		a.erase(a.caret)
	case fyne.KeyReturn, fyne.KeyEnter:
		a.TypedRune('\n')
	case fyne.KeyLeft, fyne.KeyRight:
		step := 1
		if (ev.Name == fyne.KeyLeft) != a.rtl() {
			step = -1
		}
		a.step(step)
		a.Refresh()
	case fyne.KeyHome:
		a.caret = a.lineOf(a.lines(a.Size().Width)).from
		a.Refresh()
	case fyne.KeyEnd:
		l := a.lineOf(a.lines(a.Size().Width))
		if a.caret = l.from; !l.empty {
			a.caret += l.layout.Letters
		}
		a.Refresh()
	case fyne.KeyUp, fyne.KeyDown:
		if !a.climb(ev.Name == fyne.KeyDown) && a.OnKey != nil {
			a.OnKey(ev)
		}
	default:
		if a.OnKey != nil {
			a.OnKey(ev)
		}
	}
}

// rtl reports the direction of the paragraph that the caret is in.
func (a *Area) rtl() bool {
	l := a.lineOf(a.lines(a.Size().Width))
	return l.layout.RTL
}

// lineOf is the paragraph that the caret is in.
func (a *Area) lineOf(lines []line) line {
	for i := len(lines) - 1; i > 0; i-- {
		if lines[i].from <= a.caret {
			return lines[i]
		}
	}
	return lines[0]
}

// climb moves the caret a line up or down, and reports whether there was one.
func (a *Area) climb(down bool) bool {
	lines := a.lines(a.Size().Width)
	c := a.caretBox(lines)
	y := c.Y - c.Height/2
	if down {
		y = c.Y + c.Height*1.5
	}
	if y < 0 || y >= heightOf(lines) {
		return false
	}
	a.caret = nearestIn(lines, fyne.NewPos(c.X, y))
	a.Refresh()
	return true
}

// erase removes letter i, where there is one.
func (a *Area) erase(i int) {
	if a.cut(i) {
		a.changed()
	}
}

func (a *Area) changed() {
	grown := a.Size().Width > 0 && a.HeightAt(a.Size().Width) != a.Size().Height
	a.Refresh()
	if a.OnChanged != nil {
		a.OnChanged(a.Text())
	}
	if grown && a.OnGrown != nil {
		a.OnGrown()
	}
}

// Tapped asks for the keys and puts the caret under the finger.
func (a *Area) Tapped(ev *fyne.PointEvent) {
	a.Focus()
	if a.OnTapped != nil {
		a.OnTapped()
	}
	if len(a.letters) > 0 {
		a.caret = nearestIn(a.lines(a.Size().Width), ev.Position)
	}
	a.Refresh()
}

// nearestIn is the letter whose caret is nearest to a point.
func nearestIn(lines []line, at fyne.Position) int {
	in := lines[len(lines)-1]
	for _, l := range lines {
		if at.Y < l.top+l.layout.Height {
			in = l
			break
		}
	}
	if in.empty {
		return in.from
	}
	return in.from + nearest(in.layout, fyne.NewPos(at.X, at.Y-in.top))
}

// caretBox is where the caret stands in the whole text.
func (a *Area) caretBox(lines []line) typeset.Box {
	in := a.lineOf(lines)
	c := typeset.Box{Height: in.layout.Height}
	switch {
	case !in.empty:
		c = in.layout.Caret(min(a.caret-in.from, in.layout.Letters))
	case in.layout.RTL || a.direction == typeset.RTL:
		c.X = in.layout.Width
	}
	if len(in.layout.Lines) > 0 {
		c.Height = in.layout.Lines[0].Height
	}
	c.Y += in.top
	return c
}

// CreateRenderer implements fyne.Widget.
func (a *Area) CreateRenderer() fyne.WidgetRenderer {
	raster := canvas.NewRaster(a.paint)
	raster.ScaleMode = canvas.ImageScalePixels
	return widget.NewSimpleRenderer(raster)
}

func (a *Area) paint(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	size := a.Size()
	if size.Height <= 0 {
		return img
	}
	scale := float32(h) / size.Height
	lines := a.lines(size.Width)
	for _, l := range lines {
		if l.empty && len(a.letters) > 0 {
			continue
		}
		a.setter.Draw(img, l.layout, scale, -l.top, size.Height)
	}
	if a.focused {
		caretAt(img, a.caretBox(lines), scale, 0, a.style.Ink)
	}
	return img
}
