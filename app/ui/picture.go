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
	shape float32 // width by height
	image *canvas.Image
	empty *canvas.Rectangle
	item  voice.Item
}

// Picture makes room for an image of a width and height, px, of which a voice
// says the caption.
func (l Look) Picture(width, height int, caption string) *Picture {
	p := &Picture{item: voice.Item{Role: voice.Image, Text: caption}, shape: float32(max(width, 1)) / float32(max(height, 1)), empty: canvas.NewRectangle(l.Palette.Raised)}
	p.image = canvas.NewImageFromImage(nil)
	p.image.FillMode = canvas.ImageFillContain
	p.ExtendBaseWidget(p)
	return p
}

// Spoken gives the picture to a reading order.
func (p *Picture) Spoken() []voice.Item { return []voice.Item{p.item} }

// Put shows the image in its place.
func (p *Picture) Put(img image.Image) {
	p.image.Image = img
	p.image.Refresh()
}

// mostPicture is the highest that a picture is shown, px at 1x.
const mostPicture = 720

// HeightAt keeps the image's shape.
func (p *Picture) HeightAt(width float32) float32 { return min(width/p.shape, mostPicture) }

// MinSize is small: the height follows the width.
func (p *Picture) MinSize() fyne.Size { return fyne.NewSize(Touch, Touch) }

// CreateRenderer shows the ground and the image on it.
func (p *Picture) CreateRenderer() fyne.WidgetRenderer { return &pictureDrawing{p} }

type pictureDrawing struct{ p *Picture }

func (d *pictureDrawing) Layout(size fyne.Size) {
	d.p.empty.Resize(size)
	d.p.image.Resize(size)
}
func (d *pictureDrawing) MinSize() fyne.Size { return d.p.MinSize() }
func (d *pictureDrawing) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.p.empty, d.p.image}
}
func (d *pictureDrawing) Refresh() { canvas.Refresh(d.p.image) }
func (d *pictureDrawing) Destroy() {}
