package ui_test

import (
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/assets"
)

func TestMain(m *testing.M) {
	test.NewApp()
	os.Exit(m.Run())
}

// setter is shared: it caches what it has read of the fonts.
var setter = typeset.New(assets.Fonts())

func look(rtl bool) ui.Look {
	return ui.Look{Setter: setter, Palette: ui.Dark(), Text: 1, RTL: rtl, Lang: "en"}
}

// fake is a thing of known size. With a height for a width it is tall, as text
// is; what it guesses may be wrong.
type fake struct {
	name     string
	at       fyne.Position
	size     fyne.Size
	min      fyne.Size
	height   func(width float32) float32
	guess    float32
	measured int // calls of HeightAt
	tapped   []fyne.Position
}

func (f *fake) MinSize() fyne.Size      { return f.min }
func (f *fake) Move(p fyne.Position)    { f.at = p }
func (f *fake) Position() fyne.Position { return f.at }
func (f *fake) Resize(s fyne.Size)      { f.size = s }
func (f *fake) Size() fyne.Size         { return f.size }
func (f *fake) Hide()                   {}
func (f *fake) Show()                   {}
func (f *fake) Visible() bool           { return true }
func (f *fake) Refresh()                {}

func (f *fake) HeightAt(width float32) float32 {
	f.measured++
	if f.height == nil {
		return f.min.Height
	}
	return f.height(width)
}

func (f *fake) Estimate(width float32) float32 {
	if f.guess > 0 {
		return f.guess
	}
	return f.HeightAt(width)
}

func (f *fake) Tapped(ev *fyne.PointEvent) { f.tapped = append(f.tapped, ev.Position) }

func fixed(height float32) func(float32) float32 {
	return func(float32) float32 { return height }
}
