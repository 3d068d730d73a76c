package kiosk

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// NewProbe is a thing of one px that is painted last of all and so knows when a
// new page has been painted. That is how `vigil bench` measures and what
// --trace writes.
func NewProbe(painted func()) *canvas.Raster {
	clear := image.NewRGBA(image.Rect(0, 0, 1, 1))
	probe := canvas.NewRaster(func(int, int) image.Image {
		painted()
		return clear
	})
	probe.Resize(fyne.NewSize(1, 1))
	return probe
}
