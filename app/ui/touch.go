package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"vigil/app/voice"
)

// Surface is what a thing that can be touched looks like.
type Surface struct {
	Fill    color.NRGBA
	Pressed color.NRGBA
	Thread  color.NRGBA // a stroke along the side where lines begin; none if clear
	Rule    color.NRGBA // a hairline beneath; none if clear
	Border  color.NRGBA // an outline; none if clear
	Radius  float32
	Least   float32 // least height, px at 1x; 0 is Touch
}

// threadWidth is the stroke that ties a thing to its case study.
const threadWidth = 6

// Touchable is anything that answers a finger.
type Touchable struct {
	widget.BaseWidget
	look    Look
	surface Surface
	inner   fyne.CanvasObject
	item    voice.Item
	act     func()
	pressed bool
}

var (
	_ fyne.Tappable     = (*Touchable)(nil)
	_ desktop.Mouseable = (*Touchable)(nil)
)

// Touchable makes a thing of what is in it. The item is what a voice says of
// it, instead of all that is inside.
func (l Look) Touchable(s Surface, item voice.Item, act func(), inner fyne.CanvasObject) *Touchable {
	t := &Touchable{look: l, surface: s, inner: inner, item: item, act: act}
	t.ExtendBaseWidget(t)
	return t
}

// MinSize is the inner size, but never less than a finger needs.
func (t *Touchable) MinSize() fyne.Size {
	return t.inner.MinSize().Max(fyne.NewSize(Touch, t.least()))
}

// HeightAt is the height at a width, px at 1x.
func (t *Touchable) HeightAt(width float32) float32 {
	return max(HeightAt(t.inner, width), t.least())
}

// Estimate guesses HeightAt without laying out what is inside.
func (t *Touchable) Estimate(width float32) float32 {
	return max(Estimate(t.inner, width), t.least())
}

func (t *Touchable) least() float32 {
	if t.surface.Least > 0 {
		return t.surface.Least
	}
	return Touch
}

// Tapped acts.
func (t *Touchable) Tapped(*fyne.PointEvent) { t.act() }

// MouseDown shows that the finger has been felt.
func (t *Touchable) MouseDown(*desktop.MouseEvent) {
	if t.look.Felt != nil {
		t.look.Felt()
	}
	t.show(true)
}

// MouseUp ends what MouseDown began.
func (t *Touchable) MouseUp(*desktop.MouseEvent) { t.show(false) }

func (t *Touchable) show(pressed bool) {
	if t.pressed == pressed {
		return
	}
	t.pressed = pressed
	t.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (t *Touchable) CreateRenderer() fyne.WidgetRenderer {
	r := &touchRenderer{t: t, ground: canvas.NewRectangle(t.surface.Fill), ring: canvas.NewRectangle(color.Transparent)}
	r.ground.CornerRadius, r.ring.CornerRadius = t.surface.Radius, t.surface.Radius
	r.objects = []fyne.CanvasObject{r.ground}
	if t.surface.Thread.A > 0 {
		r.thread = canvas.NewRectangle(t.surface.Thread)
		r.objects = append(r.objects, r.thread)
	}
	if t.surface.Rule.A > 0 {
		r.rule = canvas.NewRectangle(t.surface.Rule)
		r.objects = append(r.objects, r.rule)
	}
	r.objects = append(r.objects, t.inner, r.ring)
	r.ink()
	return r
}

type touchRenderer struct {
	t            *Touchable
	ground, ring *canvas.Rectangle
	thread, rule *canvas.Rectangle
	objects      []fyne.CanvasObject
}

// ink sets colours and hides what is not to be seen: without a graphics card
// each rectangle that is drawn costs as much time as the area it covers.
func (r *touchRenderer) ink() {
	s, palette := r.t.surface, r.t.look.Palette
	r.ground.FillColor, r.ground.Hidden = s.Fill, s.Fill == palette.Ground
	if r.t.pressed {
		r.ground.FillColor, r.ground.Hidden = s.Pressed, false
	}
	r.ring.StrokeColor, r.ring.StrokeWidth, r.ring.Hidden = s.Border, 2, s.Border.A == 0
}

func (r *touchRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.ring.Resize(size)
	if r.thread != nil {
		place(r.thread, r.t.look.RTL, size.Width, 0, 0, threadWidth, size.Height)
	}
	if r.rule != nil {
		place(r.rule, false, size.Width, 0, size.Height-1, size.Width, 1)
	}
	h := HeightAt(r.t.inner, size.Width)
	if _, fills := r.t.inner.(*fyne.Container); fills && h < size.Height && r.t.surface.Least == 0 {
		r.t.inner.Move(fyne.NewPos(0, (size.Height-h)/2))
		r.t.inner.Resize(fyne.NewSize(size.Width, h))
		return
	}
	r.t.inner.Move(fyne.NewPos(0, 0))
	r.t.inner.Resize(size)
}

func (r *touchRenderer) MinSize() fyne.Size           { return r.t.MinSize() }
func (r *touchRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *touchRenderer) Destroy()                     {}

func (r *touchRenderer) Refresh() {
	r.ink()
	r.ground.Refresh()
	r.ring.Refresh()
}
