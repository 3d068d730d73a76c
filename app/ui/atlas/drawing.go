package atlas

import (
	"fmt"
	"image"
	"image/color"
	"log/slog"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"vigil/app/ui"
	"vigil/app/ui/text"
)

// tileSize is how much of the map one picture holds, px at 1x.
const tileSize = 256

// CreateRenderer implements fyne.Widget.
func (c *chart) CreateRenderer() fyne.WidgetRenderer {
	r := &drawing{c: c, tile: fyne.NewSquareSize(tileSize), tiles: container.NewWithoutLayout(), floating: container.NewWithoutLayout(), fixed: container.NewWithoutLayout()}
	r.root = container.New(still{}, r.tiles, r.floating, r.fixed)
	if !c.alone {
		r.root = container.NewClip(r.root)
	}
	p := c.look.Palette
	r.bar = canvas.NewRectangle(p.Soft)
	r.ends[0], r.ends[1] = canvas.NewRectangle(p.Soft), canvas.NewRectangle(p.Soft)
	r.small.ground = canvas.NewRaster(func(w, h int) image.Image { return r.paintInset(w, h) })
	r.small.edge, r.small.frame = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	r.small.edge.StrokeColor, r.small.edge.StrokeWidth = p.Faint, 1
	r.small.frame.StrokeColor, r.small.frame.StrokeWidth = p.Soft, ui.Hair
	c.show = r.arrange
	return r
}

// still is a layout that leaves things where they are.
type still struct{}

func (still) Layout([]fyne.CanvasObject, fyne.Size) {}
func (still) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

type drawing struct {
	c        *chart
	root     fyne.CanvasObject // clipped where it moves: a clip within a page that moves would be drawn over the bar
	tiles    *fyne.Container   // land
	floating *fyne.Container   // marks and names, which move with the land
	fixed    *fyne.Container   // scale bar and small map, which do not
	pictures []*picture
	origin   projection // where tiles are counted from
	tile     fyne.Size  // px at 1x
	per      float64    // that the pictures were painted at
	calm     projection
	dots     []*canvas.Circle
	bar      *canvas.Rectangle
	ends     [2]*canvas.Rectangle
	small    struct {
		ground      *canvas.Raster
		edge, frame *canvas.Rectangle
		p           projection
		dots        []*canvas.Circle
	}
}

// picture is a tile of the land, used again for another when it has left the view.
type picture struct {
	raster *canvas.Raster
	at     [2]int
	fresh  bool
}

func (r *drawing) Layout(size fyne.Size) {
	r.root.Resize(size)
	r.arrange()
}

// arrange moves everything to where the view is, has those tiles painted that have come
// into it, and places names anew where they have been laid out anew.
func (r *drawing) arrange() {
	c := r.c
	if c.size.Width <= 0 || c.p.per <= 0 {
		return
	}
	r.root.Resize(c.size)
	r.placeTiles()
	if r.calm != c.calm.p || r.floating.Objects == nil {
		r.calm = c.calm.p
		r.placeSpots()
		r.placeFixed()
	}
	r.floating.Move(c.offset())
	r.frameInset()
}

func (r *drawing) placeTiles() {
	c := r.c
	if r.per != c.p.per {
		r.per = c.p.per
		for _, t := range r.pictures {
			t.fresh = false
		}
	}
	if c.alone { // stands still: one picture is all
		r.origin, r.tile = c.p, c.size
	}
	wide, high := float64(r.tile.Width), float64(r.tile.Height)
	left, top := (c.p.x-r.origin.x)*c.p.per, (r.origin.y-c.p.y)*c.p.per
	first := [2]int{int(math.Floor(left / wide)), int(math.Floor(top / high))}
	last := [2]int{int(math.Ceil((left+float64(c.size.Width))/wide)) - 1, int(math.Ceil((top+float64(c.size.Height))/high)) - 1}
	r.tiles.Objects = r.tiles.Objects[:0]
	for y := first[1]; y <= last[1]; y++ {
		for x := first[0]; x <= last[0]; x++ {
			t := r.pictureFor([2]int{x, y}, first, last)
			t.raster.Move(fyne.NewPos(whole(float64(x)*wide-left), whole(float64(y)*high-top)))
			if t.raster.Size() != r.tile {
				t.raster.Resize(r.tile)
				t.fresh = false
			}
			if !t.fresh {
				t.fresh = true
				t.raster.Refresh()
			}
			r.tiles.Objects = append(r.tiles.Objects, t.raster)
		}
	}
}

// whole is the nearest whole px; halves go one way on both sides of nought, or a gap
// would open between two tiles there.
func whole(px float64) float32 { return float32(math.Floor(px + 0.5)) }

// pictureFor finds the picture of a tile, or one that is out of view to paint it on.
func (r *drawing) pictureFor(at, first, last [2]int) *picture {
	var spare *picture
	for _, t := range r.pictures {
		if t.at == at {
			return t
		}
		if t.at[0] < first[0] || t.at[0] > last[0] || t.at[1] < first[1] || t.at[1] > last[1] {
			spare = t
		}
	}
	if spare == nil {
		spare = &picture{}
		t := spare
		t.raster = canvas.NewRaster(func(w, h int) image.Image { return r.paint(t.at, w, h) })
		t.raster.ScaleMode = canvas.ImageScalePixels
		r.pictures = append(r.pictures, t)
	}
	spare.at, spare.fresh = at, false
	return spare
}

// paint draws one tile at the size of the window's px.
func (r *drawing) paint(at [2]int, width, height int) image.Image {
	scale := float64(width) / float64(r.tile.Width)
	p := r.origin
	p.per = r.per
	return r.c.picture(p.cut(float64(at[0])*float64(r.tile.Width), float64(at[1])*float64(r.tile.Height), scale), width, height, scale)
}

// picture draws land and borders; scale is the window's px for one at 1x.
func (c *chart) picture(p projection, width, height int, scale float64) image.Image {
	img := c.ground.paper(width, height)
	if err := c.ground.paint(img, p, c.cfg.Countries, coloursOf(c.look.Palette), float32(1.2*scale)); err != nil {
		slog.Error("draw a map", "err", err)
	}
	return img
}

// placeSpots puts marks, crowds and names where they are while the view rests.
func (r *drawing) placeSpots() {
	c := r.c
	out := make([]fyne.CanvasObject, 0, len(r.floating.Objects))
	n := 0
	circle := func(at fyne.Position, size float32, fill, stroke color.Color, wide float32) {
		if n == len(r.dots) {
			r.dots = append(r.dots, canvas.NewCircle(fill))
		}
		d := r.dots[n]
		n++
		d.FillColor, d.StrokeColor, d.StrokeWidth = fill, stroke, wide
		d.Move(at.SubtractXY(size/2, size/2))
		d.Resize(fyne.NewSquareSize(size))
		out = append(out, d)
	}
	p := c.look.Palette
	for i, s := range c.spots {
		at, k := c.calm.spots[i], c.cfg.Marks[s.marks[0]]
		if !c.surroundings().meets(c.boxOf(s, at)) {
			continue
		}
		if k.Chosen {
			circle(at, 2*c.radius(len(s.marks))+dotSize, color.Transparent, p.Ink, ui.Hair)
		}
		switch {
		case len(s.marks) > 1:
			circle(at, c.crowdSize(), p.Ground, p.Accent, ui.Hair)
			if number := c.number(i, len(s.marks)); number != nil {
				size := number.MinSize()
				number.Move(at.SubtractXY(size.Width/2, size.Height/2))
				number.Resize(size)
				out = append(out, number)
			}
		case k.Approximate:
			circle(at, dotSize, p.Ground, p.Accent, ui.Hair+1)
		default:
			circle(at, dotSize, p.Accent, p.Ground, ui.Hair)
		}
	}
	for _, l := range c.calm.labels {
		out = append(out, place(l))
	}
	r.floating.Objects = out
	r.floating.Resize(c.size)
}

// place puts a name where it stands.
func place(l label) fyne.CanvasObject {
	l.view.Move(fyne.NewPos(l.left, l.top))
	l.view.Resize(fyne.NewSize(l.right-l.left, l.bottom-l.top))
	return l.view
}

// number is how many are in the i-th crowd: the same words cannot stand in two places
// at once.
func (c *chart) number(i, n int) *text.View {
	if c.cfg.Words.Number == nil {
		return nil
	}
	return c.names.view(fmt.Sprintf("number/%d/%d", i, n), func() *text.View {
		return c.look.Line(ui.Type{Size: ui.Caption, Bold: true, Ink: c.look.Palette.Accent, Leading: 1.2}, c.cfg.Words.Number(n))
	})
}

// placeFixed puts the scale bar and the small map in their corners.
func (r *drawing) placeFixed() {
	c, out := r.c, r.fixed.Objects[:0]
	if s := c.calm.scale; !s.empty() {
		const tick = 7
		r.bar.Move(fyne.NewPos(s.bar.left, s.bar.bottom-ui.Hair))
		r.bar.Resize(fyne.NewSize(s.bar.right-s.bar.left, ui.Hair))
		for i, x := range []float32{s.bar.left, s.bar.right - ui.Hair} {
			r.ends[i].Move(fyne.NewPos(x, s.bar.bottom-tick))
			r.ends[i].Resize(fyne.NewSize(ui.Hair, tick))
		}
		size := s.view.MinSize()
		s.view.Move(s.words(size, c.look.RTL))
		s.view.Resize(size)
		out = append(out, r.bar, r.ends[0], r.ends[1], s.view)
	}
	if in := c.calm.corner; !in.empty() {
		out = append(out, r.placeInset(in)...)
	}
	r.fixed.Objects = out
	r.fixed.Resize(c.size)
}

func (r *drawing) placeInset(in inset) []fyne.CanvasObject {
	at, size := fyne.NewPos(in.left, in.top), fyne.NewSize(in.right-in.left, in.bottom-in.top)
	r.small.ground.Move(at)
	r.small.edge.Move(at)
	r.small.edge.Resize(size)
	if r.small.ground.Size() != size || r.small.p != in.p {
		r.small.p = in.p
		r.small.ground.Resize(size)
		r.small.ground.Refresh()
	}
	out := []fyne.CanvasObject{r.small.ground, r.small.edge, r.small.frame}
	for i, d := range in.dots {
		if i == len(r.small.dots) {
			dot := canvas.NewCircle(r.c.look.Palette.Accent)
			dot.StrokeColor, dot.StrokeWidth = r.c.look.Palette.Ground, 1
			r.small.dots = append(r.small.dots, dot)
		}
		dot := r.small.dots[i]
		dot.Move(at.Add(d).SubtractXY(insetDot/2, insetDot/2))
		dot.Resize(fyne.NewSquareSize(insetDot))
		out = append(out, dot)
	}
	for _, l := range in.labels {
		l.view.Move(at.AddXY(l.left, l.top))
		l.view.Resize(fyne.NewSize(l.right-l.left, l.bottom-l.top))
		out = append(out, l.view)
	}
	return out
}

// frameInset moves the frame on the small map with the view.
func (r *drawing) frameInset() {
	in := r.c.calm.corner
	if in.empty() {
		return
	}
	away, scale := r.c.offset(), float32(in.p.per/r.c.p.per)
	left, top := max(in.left, in.left+in.frame.left-away.X*scale), max(in.top, in.top+in.frame.top-away.Y*scale)
	right, bottom := min(in.right, in.left+in.frame.right-away.X*scale), min(in.bottom, in.top+in.frame.bottom-away.Y*scale)
	r.small.frame.Move(fyne.NewPos(left, top))
	r.small.frame.Resize(fyne.NewSize(max(right-left, 0), max(bottom-top, 0)))
}

func (r *drawing) paintInset(width, height int) image.Image {
	in := r.c.calm.corner
	if in.empty() {
		return image.NewRGBA(image.Rect(0, 0, width, height))
	}
	scale := float64(width) / float64(in.right-in.left)
	return r.c.picture(in.p.cut(0, 0, scale), width, height, scale)
}

func (r *drawing) MinSize() fyne.Size           { return r.c.MinSize() }
func (r *drawing) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.root} }
func (r *drawing) Refresh()                     { r.arrange() }
func (r *drawing) Destroy()                     {}
