package timeline

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigil/app/ui"
)

// Overview is the whole of an axis in a strip: how densely its events lie, and
// what stretch is in view, which a finger moves.
type Overview struct {
	widget.BaseWidget
	axis  *Axis
	whole view
	place func()
}

var (
	_ fyne.Draggable = (*Overview)(nil)
	_ fyne.Tappable  = (*Overview)(nil)
)

// NewOverview makes the strip of an axis, which then follows it.
func NewOverview(a *Axis) *Overview {
	o := &Overview{axis: a, whole: a.all()}
	o.ExtendBaseWidget(o)
	return o
}

// Follow moves the frame to the stretch that the axis shows.
func (o *Overview) Follow() {
	if o.place != nil {
		o.place()
	}
}

// MinSize is as high as a finger needs.
func (o *Overview) MinSize() fyne.Size { return fyne.NewSize(ui.Touch, ui.Touch) }

// day under a place of the strip.
func (o *Overview) day(x float32) float64 {
	w := max(o.Size().Width, 1)
	if o.axis.look.RTL {
		x = w - x
	}
	return o.whole.from + float64(x/w)*(o.whole.to-o.whole.from)
}

// Tapped brings what was tapped into the middle of the axis.
func (o *Overview) Tapped(ev *fyne.PointEvent) { o.to(ev.Position.X) }

// Dragged moves the view with the finger.
func (o *Overview) Dragged(ev *fyne.DragEvent) { o.to(ev.Position.X) }

// DragEnd ends what Dragged began.
func (o *Overview) DragEnd() { o.axis.moved() }

func (o *Overview) to(x float32) {
	o.axis.stop()
	o.axis.Center(o.day(x))
	o.Follow()
}

// CreateRenderer implements fyne.Widget.
func (o *Overview) CreateRenderer() fyne.WidgetRenderer {
	r := &overviewDrawing{o: o, ground: canvas.NewRaster(o.paint), frame: canvas.NewRectangle(color.Transparent)}
	r.ground.ScaleMode = canvas.ImageScalePixels
	p := o.axis.look.Palette
	r.frame.StrokeColor, r.frame.StrokeWidth, r.frame.CornerRadius = p.Accent, 2, 4
	o.place = r.place
	return r
}

type overviewDrawing struct {
	o      *Overview
	ground *canvas.Raster
	frame  *canvas.Rectangle
}

func (r *overviewDrawing) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.place()
}

func (r *overviewDrawing) place() {
	o, size := r.o, r.o.Size()
	if size.Width <= 0 {
		return
	}
	from, to := o.axis.View()
	span := o.whole.to - o.whole.from
	left := float32((from-o.whole.from)/span) * size.Width
	right := float32((to-o.whole.from)/span) * size.Width
	left, right = min(max(left, 0), size.Width-8), max(min(right, size.Width), 8)
	right = max(right, left+8)
	if o.axis.look.RTL {
		left, right = size.Width-right, size.Width-left
	}
	r.frame.Move(fyne.NewPos(left, 2))
	r.frame.Resize(fyne.NewSize(right-left, size.Height-4))
}

func (r *overviewDrawing) MinSize() fyne.Size { return r.o.MinSize() }
func (r *overviewDrawing) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.frame}
}
func (r *overviewDrawing) Refresh() { r.ground.Refresh() }
func (r *overviewDrawing) Destroy() {}

// stroke is how wide a step of the density is, px at 1x.
const stroke = 4

// paint draws how many events begin in each step of the whole.
func (o *Overview) paint(w, h int) image.Image {
	t := tile{axis: o.axis, img: image.NewRGBA(image.Rect(0, 0, w, h)), scale: 1, width: float32(w)}
	size := o.Size()
	if size.Width <= 0 || len(o.axis.cfg.Items) == 0 {
		return t.img
	}
	t.scale = float32(w) / size.Width
	t.width = size.Width
	n := max(int(size.Width/stroke), 1)
	count, most := make([]int, n), 0
	inks := make([]color.NRGBA, n)
	for i, s := range o.axis.stretches {
		k := min(max(int((s.from-o.whole.from)/(o.whole.to-o.whole.from)*float64(n)), 0), n-1)
		count[k]++
		most = max(most, count[k])
		inks[k] = o.axis.cfg.Lanes[o.axis.cfg.Items[i].Lane].Ink
	}
	foot := size.Height - o.yearsHigh()
	t.fill(t.rect(0, foot, size.Width, 1), o.axis.look.Palette.Rule)
	for k, c := range count {
		if c > 0 {
			height := 5 + float32(c)/float32(most)*(foot-14)
			t.fill(t.rect(float64(k)*stroke, foot-height, stroke-1, height), inks[k])
		}
	}
	o.years(t, foot)
	return t.img
}

// yearsHigh is the height of the years beneath the strip, px at 1x.
func (o *Overview) yearsHigh() float32 { return o.axis.letter()*countPart*labelLeading - 2 }

// years writes where in time the strip is, as often as there is room.
func (o *Overview) years(t tile, foot float32) {
	perDay := float64(t.width) / (o.whole.to - o.whole.from)
	end := 0.0
	for _, k := range ticks(o.whole.from, o.whole.to, perDay, float64(o.axis.tickRoom())*0.6) {
		u := (k.day - o.whole.from) * perDay
		l := o.axis.tickLabel(k, countPart)
		if u < end || u+float64(l.Inner)+6 > float64(t.width) {
			continue
		}
		t.fill(t.rect(u, foot, 1, 6), o.axis.look.Palette.Faint)
		t.words(l, u+5, foot, l.Inner+2)
		end = u + float64(l.Inner) + 12
	}
}
