package ui

import (
	"fyne.io/fyne/v2"

	"vigil/app/voice"
)

// spoken is a widget that has words.
type spoken interface{ Spoken() []voice.Item }

// Outline is the reading order of a widget tree: what each thing in it says,
// in the order of the tree, which is the order of reading. There is no second
// list that could differ from what is on the screen.
func Outline(o fyne.CanvasObject) []voice.Item {
	if o == nil || !o.Visible() {
		return nil
	}
	switch o := o.(type) {
	case spoken:
		return o.Spoken()
	case *fyne.Container:
		var out []voice.Item
		for _, child := range o.Objects {
			out = append(out, Outline(child)...)
		}
		return out
	default:
		return nil
	}
}
