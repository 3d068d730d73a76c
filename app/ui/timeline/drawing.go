package timeline

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// CreateRenderer implements fyne.Widget.
func (a *Axis) CreateRenderer() fyne.WidgetRenderer {
	r := &drawing{a: a, frame: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(a.look.Palette.Accent)}
	r.frame.StrokeColor, r.frame.StrokeWidth, r.frame.CornerRadius = a.look.Palette.Accent, 2, 6
	a.show = r.arrange
	return r
}

type drawing struct {
	a           *Axis
	tiles       []*tilePicture
	objects     []fyne.CanvasObject
	names       []fyne.CanvasObject // their picture; none where there is one lane
	named       []drawn             // the lanes that they are the names of
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
	first, last := int(math.Floor(u/tileWidth)), int(math.Floor((u+float64(a.wide()))/tileWidth))
	r.objects = r.objects[:0]
	for k := first; k <= last; k++ {
		t := r.tileFor(k, first, last)
		t.raster.Move(fyne.NewPos(float32(math.Round(float64(a.x(float64(k)*tileWidth, tileWidth)))), 0))
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

// placeNames puts the names of lanes beside them: one picture, for each thing that is
// drawn costs time in every frame.
func (r *drawing) placeNames() {
	a := r.a
	if len(r.named) == len(a.lanes) && (len(a.lanes) == 0 || &r.named[0] == &a.lanes[0]) {
		return
	}
	r.named, r.names = a.lanes, nil
	if a.gutter == 0 {
		return
	}
	names := canvas.NewRaster(a.paintNames)
	names.ScaleMode = canvas.ImageScalePixels
	x := float32(0)
	if a.look.RTL {
		x = a.size.Width - a.gutter
	}
	names.Move(fyne.NewPos(x, 0))
	names.Resize(fyne.NewSize(a.gutter, a.size.Height))
	r.names = []fyne.CanvasObject{names}
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
	if n, ok := a.plan.byItem[a.selected]; ok {
		at, size := a.frameOf(a.plan.spots[n])
		if at.X > -tileWidth && at.X < a.size.Width+tileWidth {
			r.frame.Move(at)
			r.frame.Resize(size)
			r.frame.Show()
		}
		return
	}
	u := a.plan.at(a.boxes[a.selected])
	if u < a.begin*a.perDay || u > a.begin*a.perDay+float64(a.wide()) {
		return
	}
	r.line.Move(fyne.NewPos(a.x(u, 3)-1.5, a.laneTop(a.boxes[a.selected].lane)+a.count))
	r.line.Resize(fyne.NewSize(3, marksHigh+8))
	r.line.Show()
}

func (r *drawing) MinSize() fyne.Size           { return r.a.MinSize() }
func (r *drawing) Objects() []fyne.CanvasObject { return r.objects }
func (r *drawing) Refresh()                     { r.arrange(true) }
func (r *drawing) Destroy()                     { r.a.stop() }
