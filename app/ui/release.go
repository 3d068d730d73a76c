package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Fyne keeps what it has painted of a thing, and the thing itself, for a minute
// after it was last seen. A visitor in a hurry drops hundreds of megabytes in a
// minute, so that what is no longer seen is let go here, at once.

// Release frees the pictures of things that are out of view. A thing that comes
// back is painted again.
func Release(things ...fyne.CanvasObject) {
	for _, o := range things {
		if o == nil {
			continue
		}
		canvas.Refresh(o)
		// Images are left out where Fyne goes through a tree.
		walk(o, func(o fyne.CanvasObject) {
			if img, ok := o.(*canvas.Image); ok {
				canvas.Refresh(img)
			}
		})
	}
}

// Drop frees all that things held which are never shown again, and takes their
// trees apart, so that what was painted of a page does not keep the rest of it.
func Drop(things ...fyne.CanvasObject) {
	for _, o := range things {
		var all []fyne.CanvasObject
		walk(o, func(o fyne.CanvasObject) { all = append(all, o) })
		for _, o := range all {
			// Each for itself: Fyne goes through the tree later, when it is apart.
			canvas.Refresh(o)
			apart(o)
		}
	}
}

func apart(o fyne.CanvasObject) {
	switch o := o.(type) {
	case *Touchable:
		o.inner = Gap(0)
	case *Scroll:
		o.items, o.heights, o.known, o.tops, o.shown = nil, nil, nil, nil, nil
	case *fyne.Container:
		o.Objects = nil
	case dropped:
		o.Drop()
	}
}

// dropped is a widget that holds much.
type dropped interface{ Drop() }

// walk visits everything in a tree of the design system's things.
func walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if o == nil {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *Picture:
		visit(o.image)
	case *Touchable:
		walk(o.inner, visit)
	case *Scroll:
		for _, item := range o.items {
			walk(item.Object, visit)
		}
	case *fyne.Container:
		for _, c := range o.Objects {
			walk(c, visit)
		}
	}
}

// Swap shows other things in a container, and drops those that it showed before.
func Swap(c *fyne.Container, things ...fyne.CanvasObject) {
	before := c.Objects
	c.Objects = things
	c.Refresh()
	for _, o := range before {
		if !slices.Contains(things, o) {
			Drop(o)
		}
	}
}
