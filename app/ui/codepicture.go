package ui

import (
	"fmt"
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"rsc.io/qr/coding"
)

// codeSide is how large a code is on the screen, px at 1x: a phone at arm's
// length reads it.
const codeSide = 360

// Code is a QR code (ISO/IEC 18004) of some words, black on white in either theme, with
// the quiet zone of four modules that readers need.
func (l Look) Code(words string) (fyne.CanvasObject, error) {
	code, err := encode(words)
	if err != nil {
		return nil, fmt.Errorf("make a code of %d bytes: %w", len(words), err)
	}
	raster := canvas.NewRaster(func(w, h int) image.Image { return drawCode(code, w, h) })
	raster.ScaleMode = canvas.ImageScalePixels
	raster.SetMinSize(fyne.NewSquareSize(codeSide))
	return l.Row(0, -1, container.New(square{codeSide}, raster)), nil
}

func drawCode(code *coding.Code, w, h int) image.Image {
	const quiet = 4
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	modules := code.Size + 2*quiet
	module := max(min(w, h)/modules, 1)
	left, top := (w-module*modules)/2, (h-module*modules)/2
	for y := range h {
		for x := range w {
			ink := color.RGBA{255, 255, 255, 255}
			if cx, cy := (x-left)/module-quiet, (y-top)/module-quiet; x >= left && y >= top && code.Black(cx, cy) {
				ink = color.RGBA{A: 255}
			}
			img.SetRGBA(x, y, ink)
		}
	}
	return img
}
