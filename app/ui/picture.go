package ui

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigil/app/voice"
)

// Picture shows an image that comes later, in its own shape. Until then, and
// where it never comes, there is ground in its place, so that nothing moves.
type Picture struct {
	widget.BaseWidget
	look  Look
	shape float32 // width by height
	most  float32 // height, px at 1x
	least float32 // both sides, px at 1x
	image *canvas.Image
	empty *canvas.Rectangle
	item  voice.Item
	open  func() // what touching it does; may be nil
	want  func() // asks for the image, once; nil where it comes unasked
}

var _ fyne.Tappable = (*Picture)(nil)

// mostPicture is the highest that a picture is shown, px at 1x.
const mostPicture = 720

// Picture makes room for an image of a width and height, px, of which a voice
// says the item. Touching it does open, which may be nil.
func (l Look) Picture(width, height int, item voice.Item, open func()) *Picture {
	p := &Picture{look: l, most: mostPicture, least: Touch, item: item, open: open, shape: float32(max(width, 1)) / float32(max(height, 1)), empty: canvas.NewRectangle(l.Palette.Raised)}
	p.image = canvas.NewImageFromImage(nil)
	p.image.FillMode, p.image.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleFastest // it comes small: Fyne's own way holds up the interface
	p.ExtendBaseWidget(p)
	return p
}

// Thumb makes room for a small square image, px at 1x, that is part of what it
// stands in: a voice says nothing of it.
func (l Look) Thumb(side float32) *Picture {
	p := l.Picture(1, 1, voice.Item{}, nil)
	p.most, p.least = side, side
	return p
}

// Wanted has the image asked for once the picture is about to be seen.
func (p *Picture) Wanted(want func()) *Picture {
	p.want = want
	return p
}

// AtMost makes it no higher than that, px at 1x.
func (p *Picture) AtMost(height float32) *Picture {
	p.most = height
	return p
}

// Spoken gives the picture to a reading order.
func (p *Picture) Spoken() []voice.Item {
	if p.item.Text == "" {
		return nil
	}
	return []voice.Item{p.item}
}

// Stops gives it with what touching it does.
func (p *Picture) Stops() []Stop {
	if p.item.Text == "" {
		return nil
	}
	at, size := p.frame(p.Size())
	return []Stop{{Item: p.item, At: at, Size: size, Act: p.open}}
}

// Tapped opens it.
func (p *Picture) Tapped(*fyne.PointEvent) {
	if p.open != nil {
		p.open()
	}
}

// Put shows the image in its place.
func (p *Picture) Put(img image.Image) {
	p.image.Image = img
	p.image.Refresh()
}

// HeightAt keeps the image's shape.
func (p *Picture) HeightAt(width float32) float32 { return min(width/p.shape, p.most) }

// MinSize is small: the height follows the width. Of a thumb it is its own.
func (p *Picture) MinSize() fyne.Size { return fyne.NewSquareSize(p.least) }

// frame is the part of its room that the image takes: where lines begin.
func (p *Picture) frame(size fyne.Size) (fyne.Position, fyne.Size) {
	width := min(size.Width, size.Height*p.shape)
	if p.look.RTL {
		return fyne.NewPos(size.Width-width, 0), fyne.NewSize(width, size.Height)
	}
	return fyne.Position{}, fyne.NewSize(width, size.Height)
}

// CreateRenderer shows the ground and the image on it.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer { return &pictureDrawing{p: p} }

type pictureDrawing struct {
	p     *Picture
	asked bool
}

func (d *pictureDrawing) Layout(size fyne.Size) {
	at, inner := d.p.frame(size)
	for _, o := range d.Objects() {
		o.Move(at)
		o.Resize(inner)
	}
	if d.p.want != nil && !d.asked && size.Width > 0 {
		d.asked = true
		d.p.want()
	}
}
func (d *pictureDrawing) MinSize() fyne.Size { return d.p.MinSize() }
func (d *pictureDrawing) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.p.empty, d.p.image}
}
func (d *pictureDrawing) Refresh() { canvas.Refresh(d.p.image) }
func (d *pictureDrawing) Destroy() {}
