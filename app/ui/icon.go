package ui

import (
	"bytes"
	"fmt"
	"image/color"
	"io/fs"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"vigil/assets"
)

// Icon names one of the control icons.
type Icon string

// The icons.
const (
	IconBack     Icon = "back"
	IconNext     Icon = "next"
	IconHome     Icon = "home"
	IconSearch   Icon = "search"
	IconLanguage Icon = "language"
	IconText     Icon = "textsize"
	IconContrast Icon = "contrast"
	IconPause    Icon = "pause"
	IconUp       Icon = "up"
	IconDown     Icon = "down"
	IconClose    Icon = "close"
	IconPlus     Icon = "plus"
	IconMinus    Icon = "minus"
	IconKeep     Icon = "keep"
	IconKept     Icon = "kept"
	IconVoice    Icon = "voice"
	IconStop     Icon = "stop"
	IconSettings Icon = "settings"
	IconShift    Icon = "shift"
	IconErase    Icon = "erase"
	IconGrip     Icon = "grip"
	IconUndo     Icon = "undo"
)

// Icon draws an icon in an ink, side px at 1x. Icons that point along the
// line of reading are mirrored where it runs from right to left.
func (l Look) Icon(name Icon, side float32, ink color.NRGBA) fyne.CanvasObject {
	if l.RTL && name == IconBack {
		name = IconNext
	} else if l.RTL && name == IconNext {
		name = IconBack
	}
	img := canvas.NewImageFromResource(iconResource(name, ink))
	img.FillMode = canvas.ImageFillContain
	img.SetMinSize(fyne.NewSize(side, side))
	return container.New(square{side}, img)
}

func iconResource(name Icon, ink color.NRGBA) fyne.Resource {
	file := string(name) + ".svg"
	svg, err := fs.ReadFile(assets.Icons(), file)
	if err != nil {
		slog.Error("read icon", "file", file, "err", err)
		return fyne.NewStaticResource(file, []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>`))
	}
	// Fyne's own recolouring fills what is stroked.
	hex := fmt.Sprintf("#%02x%02x%02x", ink.R, ink.G, ink.B)
	return fyne.NewStaticResource(string(name)+hex+".svg", bytes.ReplaceAll(svg, []byte("#000000"), []byte(hex)))
}

// square keeps a thing at its size, in the middle of what it is given.
type square struct{ side float32 }

func (s square) heightAt([]fyne.CanvasObject, float32, measure) float32 { return s.side }

func (s square) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(fyne.NewSize(s.side, s.side))
	objects[0].Move(fyne.NewPos((size.Width-s.side)/2, (size.Height-s.side)/2))
}

func (s square) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(s.side, s.side) }
