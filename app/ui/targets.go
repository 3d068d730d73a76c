package ui

import (
	"fyne.io/fyne/v2"

	"vigil/app/ui/text"
	"vigil/app/voice"
)

// Target is something that can be touched, and where it is on the screen, px
// at 1x.
type Target struct {
	Item voice.Item
	At   fyne.Position
	Size fyne.Size
}

// aimed is a widget that has several things to touch, each at its place within it.
type aimed interface{ Targets() []Target }

// Targets lists what can be touched in a widget tree and is in view: what a
// test clicks, and what a rule about sizes is checked on.
func Targets(o fyne.CanvasObject) []Target {
	return targets(o, fyne.NewPos(0, 0), fyne.NewPos(0, 0), o.Size())
}

func targets(o fyne.CanvasObject, origin, clipAt fyne.Position, clip fyne.Size) []Target {
	if o == nil || !o.Visible() {
		return nil
	}
	at := origin.Add(o.Position())
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *Touchable:
		return seen(Target{o.item, at, o.Size()}, clipAt, clip)
	case *text.Field:
		return seen(Target{o.Spoken()[0], at, o.Size()}, clipAt, clip)
	case aimed:
		var out []Target
		for _, t := range o.Targets() {
			t.At = t.At.Add(at)
			out = append(out, seen(t, clipAt, clip)...)
		}
		return out
	case *Scroll:
		children, clipAt, clip = o.near(), at, o.Size()
	case *fyne.Container:
		children = o.Objects
	}
	var out []Target
	for _, c := range children {
		out = append(out, targets(c, at, clipAt, clip)...)
	}
	return out
}

// seen keeps a target whose middle is in view.
func seen(t Target, clipAt fyne.Position, clip fyne.Size) []Target {
	x, y := t.At.X+t.Size.Width/2-clipAt.X, t.At.Y+t.Size.Height/2-clipAt.Y
	if x < 0 || y < 0 || x > clip.Width || y > clip.Height {
		return nil
	}
	return []Target{t}
}
