package timeline

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"vigil/app/ui"
)

// CreateRenderer implements fyne.Widget.
func (a *Axis) CreateRenderer() fyne.WidgetRenderer {
	r := &drawing{a: a, frame: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(a.look.Palette.Accent)}
	r.frame.StrokeColor, r.frame.StrokeWidth, r.frame.CornerRadius = a.look.Palette.Accent, 2, 6
	for _, lane := range a.cfg.Lanes {
		ground := canvas.NewRectangle(faded(a.look.Palette.Ground, 0.86))
		name := a.look.Line(ui.Type{Size: labelSize, Ink: a.look.Palette.Faint, Leading: labelLeading}, lane.Name)
		r.names = append(r.names, ground, name)
	}
	a.show = r.arrange
	return r
}

type drawing struct {
	a           *Axis
	tiles       []*tilePicture
	objects     []fyne.CanvasObject
	names       []fyne.CanvasObject
	frame, line *canvas.Rectangle
}

// tilePicture is a picture of one tile, used again for another when it has left the view.
type tilePicture struct {
	raster *canvas.Raster
	k      int
	fresh  bool
}

func (r *drawing) Layout(fyne.Size) { r.arrange(true) }

// arrange moves the pictures to where the view is and has those painted that
// have come into it, or all.
func (r *drawing) arrange(repaint bool) {
	a := r.a
	if a.size.Width <= 0 || a.plan == nil {
		return
	}
	if repaint {
		for _, t := range r.tiles {
			t.fresh = false
		}
	}
	u := a.begin * a.perDay
	first, last := int(math.Floor(u/tileWidth)), int(math.Floor((u+float64(a.size.Width))/tileWidth))
	r.objects = r.objects[:0]
	for k := first; k <= last; k++ {
		t := r.tileFor(k, first, last)
		x := float32(math.Round(float64(k)*tileWidth - u))
		if a.look.RTL {
			x = a.size.Width - x - tileWidth
		}
		t.raster.Move(fyne.NewPos(x, 0))
		if size := fyne.NewSize(tileWidth, a.size.Height); t.raster.Size() != size {
			t.raster.Resize(size)
			t.fresh = false
		}
		if !t.fresh {
			t.fresh = true
			t.raster.Refresh()
		}
		r.objects = append(r.objects, t.raster)
	}
	r.placeNames()
	r.placeSelected()
	r.objects = append(append(r.objects, r.line, r.frame), r.names...)
}

// tileFor finds the picture of a tile, or one that is out of view to paint it on.
func (r *drawing) tileFor(k, first, last int) *tilePicture {
	var spare *tilePicture
	for _, t := range r.tiles {
		if t.k == k {
			return t
		}
		if t.k < first || t.k > last {
			spare = t
		}
	}
	if spare == nil {
		spare = &tilePicture{}
		t := spare
		t.raster = canvas.NewRaster(func(w, h int) image.Image { return r.a.paint(float64(t.k)*tileWidth, w, h) })
		t.raster.ScaleMode = canvas.ImageScalePixels
		r.tiles = append(r.tiles, t)
	}
	spare.k, spare.fresh = k, false
	return spare
}

func (r *drawing) placeNames() {
	a := r.a
	for i := range a.cfg.Lanes {
		if a.folded {
			r.names[2*i].Hide()
			r.names[2*i+1].Hide()
			continue
		}
		size := r.names[2*i+1].MinSize()
		x := float32(0)
		if a.look.RTL {
			x = a.size.Width - size.Width - 8
		}
		for _, o := range r.names[2*i : 2*i+2] {
			o.Move(fyne.NewPos(x, a.laneTop(i)+2))
			o.Resize(fyne.NewSize(size.Width+8, size.Height))
			if !o.Visible() {
				o.Show()
			}
		}
	}
}

// placeSelected frames the label of the chosen event, and marks its day where
// it has no label in view.
func (r *drawing) placeSelected() {
	a := r.a
	r.frame.Hide()
	r.line.Hide()
	if a.selected < 0 {
		return
	}
	x := float32(a.stretches[a.selected].from*a.perDay - a.begin*a.perDay)
	if x < -tileWidth || x > a.size.Width+tileWidth {
		return
	}
	lane := a.boxes[a.selected].lane
	if n, ok := a.plan.byItem[a.selected]; ok {
		at, size := a.where(a.plan.spots[n])
		r.frame.Move(at.SubtractXY(4, 0))
		r.frame.Resize(size.AddWidthHeight(4, 2))
		r.frame.Show()
		return
	}
	if a.look.RTL {
		x = a.size.Width - x
	}
	r.line.Move(fyne.NewPos(x-1.5, a.laneTop(lane)))
	r.line.Resize(fyne.NewSize(3, a.track+8))
	r.line.Show()
}

func (r *drawing) MinSize() fyne.Size           { return r.a.MinSize() }
func (r *drawing) Objects() []fyne.CanvasObject { return r.objects }
func (r *drawing) Refresh()                     { r.arrange(true) }
func (r *drawing) Destroy()                     { r.a.stop() }
