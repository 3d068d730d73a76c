package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// FullWords are the words of a picture that has the whole screen: what a voice
// says of its controls.
type FullWords struct{ Close, Closer, Further, Left, Right, Up, Down string }

// Full gives a picture the whole screen. Beneath it, on ground that covers what is
// larger than the view, stand the way back where it always is, a quiet line of
// words, and what does all that a hand can do.
//
// What is said over it, in its middle, is on the ground's ink.
func (l Look) Full(v *PictureView, w FullWords, shut func(), over fyne.CanvasObject, words ...fyne.CanvasObject) fyne.CanvasObject {
	left, right := IconBack, IconNext
	if l.RTL { // a picture is not mirrored, nor is what moves it
		left, right = IconNext, IconBack
	}
	const part = 0.4
	moves := []fyne.CanvasObject{
		l.Touch(left, w.Left, func() { v.Pan(-part, 0) }),
		l.Touch(right, w.Right, func() { v.Pan(part, 0) }),
		l.Touch(IconUp, w.Up, func() { v.Pan(0, -part) }),
		l.Touch(IconDown, w.Down, func() { v.Pan(0, part) }),
	}
	if l.RTL {
		moves[0], moves[1] = moves[1], moves[0]
	}
	zoom := []fyne.CanvasObject{
		l.Touch(IconMinus, w.Further, func() { v.Zoom(1 / ZoomStep) }),
		l.Touch(IconPlus, w.Closer, func() { v.Zoom(ZoomStep) }),
	}
	tools := l.Row(Tiny, -1, append(zoom, moves...)...)
	back := l.Touch(IconClose, w.Close, shut)
	// What is read stands before the way back, which is last.
	return container.New(full{l}, v, canvas.NewRectangle(l.Palette.Ground), tools, Stack(2, words...), back, over)
}

// full lays out the view, the ground beneath, the tools, the words and the way back.
type full struct{ look Look }

func (f full) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	view, ground, tools, words, back, over := objects[0], objects[1], objects[2], objects[3], objects[4], objects[5]
	edge := min(f.look.Margin()-Mid, 72)
	if size.Width < 900 {
		edge = Small
	}
	width := size.Width - 2*edge
	wide := tools.MinSize().Width
	room := width - wide - Touch - 2*Mid
	beside := room >= 440
	if !beside {
		room = width
	}
	tall := HeightAt(words, room)
	high := max(tall, Touch)
	if !beside {
		high = tall + Tiny + Touch
	}
	top := size.Height - high - 2*Small
	put := func(o fyne.CanvasObject, x, y, w, h float32) { place(o, f.look.RTL, size.Width, x, y, w, h) }
	put(view, 0, 0, size.Width, top)
	middle := min(width, f.look.Measure())
	put(over, (size.Width-middle)/2, top*0.4, middle, HeightAt(over, middle))
	put(ground, 0, top, size.Width, size.Height-top)
	line := size.Height - Small - Touch
	if beside {
		line = top + Small + (high-Touch)/2
		put(words, edge+Touch+Mid, top+Small+(high-tall)/2, room, tall)
	} else {
		put(words, edge, top+Small, room, tall)
	}
	put(back, edge, line, Touch, Touch)
	put(tools, size.Width-edge-wide, line, wide, Touch)
}

func (full) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }
