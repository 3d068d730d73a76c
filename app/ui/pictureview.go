package ui

import (
	"cmp"
	"context"
	"image"
	"log/slog"
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigil/app/voice"
	"vigil/content/picture"
)

// PictureView shows a picture as large as there is room for it, and lets a visitor
// come closer. What is in view is made of tiles, each of which is a texture while
// it can be seen; while tiles are on their way the whole, small, stands in for them.
type PictureView struct {
	widget.BaseWidget
	look  Look
	item  voice.Item
	size  fyne.Size
	whole [2]float64 // width and height of the picture, px
	scale float64    // px at 1x of a px of the picture; 0 until there is a size
	at    [2]float64 // what is in the middle of the view, px of the picture
	hand  Hand
	rest  func() // ends a motion where it leads; nil while nothing moves
	moved func() // hears that it is shown otherwise; may be nil

	ground *canvas.Rectangle
	base   *canvas.Image
	fetch  Fetch
	deep   *picture.Deep
	busy   bool // tiles are on their way
	tiles  map[picture.Tile]*canvas.Image
	shown  []fyne.CanvasObject
}

// Fetch is a Load that ends with the page.
type Fetch func(fetch func(context.Context) (show func(), err error))

// PictureView makes room for a picture of a size, px. Tiles are brought by fetch.
func (l Look) PictureView(width, height int, item voice.Item, fetch Fetch, moved func()) *PictureView {
	v := &PictureView{
		look: l, item: item, whole: [2]float64{float64(max(width, 1)), float64(max(height, 1))}, fetch: fetch, moved: moved,
		ground: canvas.NewRectangle(l.Palette.Raised), base: canvas.NewImageFromImage(nil), tiles: map[picture.Tile]*canvas.Image{},
	}
	v.base.ScaleMode, v.base.FillMode = canvas.ImageScaleFastest, canvas.ImageFillStretch
	v.at = [2]float64{v.whole[0] / 2, v.whole[1] / 2}
	v.ExtendBaseWidget(v)
	return v
}

// Put shows the whole, small.
func (v *PictureView) Put(img image.Image) {
	v.base.Image = img
	v.base.Refresh()
	v.arrange()
	canvas.Refresh(v)
}

// Deepen gives it the picture's tiles.
func (v *PictureView) Deepen(d *picture.Deep) {
	v.deep = d
	v.arrange()
}

// How close a picture can come: two px of the screen for one of its own, or, where it
// is small, twice what fits.
const (
	mostScale  = 2
	smallTwice = 2
)

// fit is the scale at which the whole is in view.
func (v *PictureView) fit() float64 {
	return min(float64(v.size.Width)/v.whole[0], float64(v.size.Height)/v.whole[1], mostScale)
}

func (v *PictureView) closest() float64 { return max(mostScale, smallTwice*v.fit()) }

// ZoomStep is what a button and a key do to the scale.
const ZoomStep = 1.6

// Zoom comes closer by a factor, or goes further by one below 1, around the middle.
func (v *PictureView) Zoom(by float64) {
	v.zoomTo(v.scale*by, fyne.NewPos(v.size.Width/2, v.size.Height/2))
}

// ZoomBy comes so many steps closer, or goes further by what is below nought.
func (v *PictureView) ZoomBy(steps int) { v.Zoom(math.Pow(ZoomStep, float64(steps))) }

// Closer and Further report whether there is any closer and further to go.
func (v *PictureView) Closer() bool  { return v.scale < v.closest()*0.999 }
func (v *PictureView) Further() bool { return v.scale > v.fit()*1.001 }

// Scale is px of the screen for one of the picture; 0 before it has a size.
func (v *PictureView) Scale() float64 { return v.scale }

// Middle is what is in the middle of the view, px of the picture.
func (v *PictureView) Middle() (x, y float64) { return v.at[0], v.at[1] }

// zoomQuick is how long coming closer takes.
const zoomQuick = 160 * time.Millisecond

// zoomTo goes to a scale with what is at a point of the view staying there.
func (v *PictureView) zoomTo(scale float64, around fyne.Position) {
	if v.scale == 0 {
		return
	}
	v.settle()
	from, to := v.scale, min(max(scale, v.fit()), v.closest())
	px := v.pictureAt(around)
	step := func(s float64) {
		v.scale = s
		v.at[0] = px[0] - float64(around.X-v.size.Width/2)/s
		v.at[1] = px[1] - float64(around.Y-v.size.Height/2)/s
		v.arrange()
	}
	if v.look.Still || from == to {
		step(to)
		return
	}
	v.rest = func() { step(to) }
	v.hand.Move(zoomQuick, fyne.AnimationEaseOut, func(done float32) {
		if done == 1 {
			v.rest = nil
		}
		step(from * math.Pow(to/from, float64(done)))
	})
}

// settle ends a movement where it would have ended.
func (v *PictureView) settle() {
	v.hand.Stop()
	if rest := v.rest; rest != nil {
		v.rest = nil
		rest()
	}
}

// Pan goes on by parts of what is in view: right and down for what is above 0.
func (v *PictureView) Pan(right, down float64) {
	v.settle()
	if v.scale == 0 {
		return
	}
	v.at[0] += right * float64(v.size.Width) / v.scale
	v.at[1] += down * float64(v.size.Height) / v.scale
	v.arrange()
}

// pictureAt is the px of the picture under a point of the view.
func (v *PictureView) pictureAt(p fyne.Position) [2]float64 {
	return [2]float64{
		v.at[0] + float64(p.X-v.size.Width/2)/v.scale,
		v.at[1] + float64(p.Y-v.size.Height/2)/v.scale,
	}
}

// keep holds the picture in view: in the middle where it is smaller than the view,
// else without a gap at its edges.
func (v *PictureView) keep() {
	v.scale = min(max(v.scale, v.fit()), v.closest())
	view := [2]float64{float64(v.size.Width), float64(v.size.Height)}
	for i := range v.at {
		half := view[i] / v.scale / 2
		if 2*half >= v.whole[i] {
			v.at[i] = v.whole[i] / 2
			continue
		}
		v.at[i] = min(max(v.at[i], half), v.whole[i]-half)
	}
}

// onScreen is where a px of the picture is in the view, on whole px: tiles beside
// each other share their edges.
func (v *PictureView) onScreen(x, y float64) fyne.Position {
	return fyne.NewPos(
		float32(math.Round((x-v.at[0])*v.scale+float64(v.size.Width)/2)),
		float32(math.Round((y-v.at[1])*v.scale+float64(v.size.Height)/2)))
}

// MinSize is small: a view takes what it is given.
func (v *PictureView) MinSize() fyne.Size { return fyne.NewSize(Touch, Touch) }

// Resize keeps what is in the middle there.
func (v *PictureView) Resize(size fyne.Size) {
	if v.BaseWidget.Resize(size); size == v.size {
		return
	}
	v.settle()
	fitted := v.scale == 0 || !v.Further()
	v.size = size
	if fitted {
		v.scale = v.fit()
	}
	v.arrange()
}

// Stops gives the picture to a reading order.
func (v *PictureView) Stops() []Stop { return []Stop{{Item: v.item, Size: v.size}} }

// Drop lets go of all that it held.
func (v *PictureView) Drop() {
	v.hand.Stop()
	v.rest = nil
	for t, img := range v.tiles {
		delete(v.tiles, t)
		Release(img)
	}
	Release(v.base)
	v.base.Image, v.deep, v.shown = nil, nil, nil
}

// arrange puts everything where it belongs, lets go of what is out of view and asks
// for what has come into it. Nothing that stays is painted anew.
func (v *PictureView) arrange() {
	if v.size.Width <= 0 || v.size.Height <= 0 {
		return
	}
	v.keep()
	from, to := v.onScreen(0, 0), v.onScreen(v.whole[0], v.whole[1])
	for _, o := range []fyne.CanvasObject{v.ground, v.base} {
		o.Move(from)
		o.Resize(fyne.NewSize(to.X-from.X, to.Y-from.Y))
	}
	v.shown = append(v.shown[:0:0], v.ground, v.base)
	if v.base.Image == nil {
		v.shown = v.shown[:1]
	}
	if v.deep != nil {
		v.arrangeTiles()
	}
	if v.moved != nil {
		v.moved()
	}
}

func (v *PictureView) arrangeTiles() {
	level := v.level()
	wanted := v.deep.In(level, v.inView(level, 0))
	whole := !slices.ContainsFunc(wanted, func(t picture.Tile) bool { return v.tiles[t] == nil })
	var coarse, fine []fyne.CanvasObject
	for t, img := range v.tiles {
		switch {
		case !t.At.Overlaps(v.inView(t.Level, TileRoom)), whole && t.Level != level:
			delete(v.tiles, t)
			Release(img)
			continue
		case t.Level == level:
			fine = append(fine, img)
		default:
			coarse = append(coarse, img)
		}
		v.place(t, img)
	}
	if whole {
		v.shown = v.shown[:0] // nothing of what lies beneath can be seen
	}
	v.shown = append(append(v.shown, coarse...), fine...)
	if !whole {
		v.ask(wanted)
	}
}

// TileRoom is how far out of view a tile is kept, px of its level: a trembling hand
// does not make it come and go.
const TileRoom = 64

// level is the one whose px are nearest to those of the screen, smaller ones rather
// than larger: those would be seen to be soft.
func (v *PictureView) level() int {
	px := v.scale
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
		px *= float64(c.Scale())
	}
	return min(max(int(math.Floor(math.Log2(1/px)+0.25)), 0), v.deep.Levels()-1)
}

// unit is how many px of the picture one of a level is, across and down.
func (v *PictureView) unit(level int) (x, y float64) {
	size := v.deep.Size(level)
	return v.whole[0] / float64(size.X), v.whole[1] / float64(size.Y)
}

// inView is what can be seen of a level, and some px around it.
func (v *PictureView) inView(level, around int) image.Rectangle {
	ux, uy := v.unit(level)
	from, to := v.pictureAt(fyne.Position{}), v.pictureAt(fyne.NewPos(v.size.Width, v.size.Height))
	return image.Rect(int(math.Floor(from[0]/ux)), int(math.Floor(from[1]/uy)), int(math.Ceil(to[0]/ux)), int(math.Ceil(to[1]/uy))).Inset(-around)
}

func (v *PictureView) place(t picture.Tile, img *canvas.Image) {
	ux, uy := v.unit(t.Level)
	from := v.onScreen(float64(t.At.Min.X)*ux, float64(t.At.Min.Y)*uy)
	to := v.onScreen(float64(t.At.Max.X)*ux, float64(t.At.Max.Y)*uy)
	img.Move(from)
	img.Resize(fyne.NewSize(to.X-from.X, to.Y-from.Y))
}

// mostTiles is how many are brought at a time: what comes in one frame.
const mostTiles = 16

// ask brings what is missing, from the middle outwards, one load after another.
func (v *PictureView) ask(wanted []picture.Tile) {
	if v.busy || v.rest != nil {
		return
	}
	missing := slices.DeleteFunc(wanted, func(t picture.Tile) bool { return v.tiles[t] != nil })
	ux, uy := v.unit(missing[0].Level)
	away := func(t picture.Tile) float64 {
		m := t.At.Min.Add(t.At.Max)
		return math.Hypot(float64(m.X)/2*ux-v.at[0], float64(m.Y)/2*uy-v.at[1])
	}
	slices.SortFunc(missing, func(a, b picture.Tile) int { return cmp.Compare(away(a), away(b)) })
	missing = missing[:min(len(missing), mostTiles)]
	v.busy = true
	deep := v.deep
	v.fetch(func(ctx context.Context) (func(), error) {
		got := make([]image.Image, len(missing))
		for i, t := range missing {
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
			img, err := deep.Tile(t)
			if err != nil {
				slog.Warn("show a piece of a picture", "err", err)
				return func() { v.busy = false }, nil
			}
			got[i] = img
		}
		return func() { v.put(missing, got) }, nil
	})
}

// put takes the tiles that have come.
func (v *PictureView) put(tiles []picture.Tile, got []image.Image) {
	v.busy = false
	if v.deep == nil {
		return
	}
	for i, t := range tiles {
		img := canvas.NewImageFromImage(got[i])
		img.ScaleMode, img.FillMode = canvas.ImageScaleFastest, canvas.ImageFillStretch
		v.tiles[t] = img
	}
	v.arrange()
	canvas.Refresh(v)
}

// CreateRenderer implements fyne.Widget.
func (v *PictureView) CreateRenderer() fyne.WidgetRenderer { return &viewDrawing{v} }

type viewDrawing struct{ v *PictureView }

func (d *viewDrawing) Layout(fyne.Size)             {}
func (d *viewDrawing) MinSize() fyne.Size           { return d.v.MinSize() }
func (d *viewDrawing) Objects() []fyne.CanvasObject { return d.v.shown }
func (d *viewDrawing) Refresh()                     { canvas.Refresh(d.v) }
func (d *viewDrawing) Destroy()                     {}
