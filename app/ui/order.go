package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Order sets rows below one another, each with a grip where lines begin by which a
// finger moves it among the others. moved hears, once the finger is lifted, which row
// has come to stand where. What dragging does must be there as buttons too: a grip is no
// stop of the reading order.
func (l Look) Order(moved func(from, to int), rows ...fyne.CanvasObject) *fyne.Container {
	o := &order{held: -1, moved: moved}
	var all []fyne.CanvasObject
	for i, row := range rows {
		all = append(all, l.Row(0, 1, l.grip(o, i), row))
	}
	o.whole = container.New(o, all...)
	return o.whole
}

// order is the layout of an Order, and the drag that is going on in it.
type order struct {
	whole *fyne.Container
	moved func(from, to int)
	held  int     // the row that a finger holds, or -1
	way   float32 // how far it has been moved down, px at 1x
}

func (*order) heightAt(objects []fyne.CanvasObject, width float32, of measure) float32 {
	return stack{0}.heightAt(objects, width, of)
}

func (*order) MinSize(objects []fyne.CanvasObject) fyne.Size { return stack{0}.MinSize(objects) }

// Layout sets the rows where they stand, or would stand if the finger were lifted now;
// the one that is held stays under the finger.
func (o *order) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if o.held < 0 || o.held >= len(objects) {
		stack{0}.Layout(objects, size)
		return
	}
	to := o.place(objects, size.Width)
	rest := make([]fyne.CanvasObject, 0, len(objects))
	rest = append(append(rest, objects[:o.held]...), objects[o.held+1:]...)
	held := objects[o.held]
	high := HeightAt(held, size.Width)
	var y float32
	for i, row := range rest {
		if i == to {
			y += high
		}
		h := HeightAt(row, size.Width)
		row.Move(fyne.NewPos(0, y))
		row.Resize(fyne.NewSize(size.Width, h))
		y += h
	}
	held.Move(fyne.NewPos(0, o.top(objects, size.Width, o.held)+o.way))
	held.Resize(fyne.NewSize(size.Width, high))
}

// top is where a row stands while none is held.
func (*order) top(objects []fyne.CanvasObject, width float32, i int) float32 {
	return stack{0}.heightAt(objects[:i], width, HeightAt)
}

// place is which row the held one would be: it changes places with those whose middle
// its own has passed.
func (o *order) place(objects []fyne.CanvasObject, width float32) int {
	high := HeightAt(objects[o.held], width)
	middle := o.top(objects, width, o.held) + o.way + high/2
	to, y := 0, float32(0)
	for i, row := range objects {
		h := HeightAt(row, width)
		if i != o.held {
			if middle > y+h/2 {
				to++
			}
		}
		y += h
	}
	return to
}

func (o *order) drag(i int, dy float32) {
	o.held, o.way = i, o.way+dy
	o.Layout(o.whole.Objects, o.whole.Size())
}

func (o *order) drop() {
	if o.held < 0 {
		return
	}
	from, to := o.held, o.place(o.whole.Objects, o.whole.Size().Width)
	o.held, o.way = -1, 0
	o.Layout(o.whole.Objects, o.whole.Size())
	if from != to {
		o.moved(from, to)
	}
}

// grip is what a finger holds a row by.
type grip struct {
	widget.BaseWidget
	look  Look
	order *order
	row   int
}

var (
	_ fyne.Draggable    = (*grip)(nil)
	_ desktop.Mouseable = (*grip)(nil)
)

func (l Look) grip(o *order, row int) *grip {
	g := &grip{look: l, order: o, row: row}
	g.ExtendBaseWidget(g)
	return g
}

// MinSize is what a finger needs.
func (*grip) MinSize() fyne.Size { return fyne.NewSquareSize(Touch) }

// Dragged implements fyne.Draggable.
func (g *grip) Dragged(ev *fyne.DragEvent) { g.order.drag(g.row, ev.Dragged.DY) }

// DragEnd implements fyne.Draggable.
func (g *grip) DragEnd() { g.order.drop() }

// MouseDown shows that the finger has been felt.
func (g *grip) MouseDown(*desktop.MouseEvent) {
	if g.look.Felt != nil {
		g.look.Felt()
	}
}

// MouseUp implements desktop.Mouseable.
func (*grip) MouseUp(*desktop.MouseEvent) {}

// CreateRenderer implements fyne.Widget.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(g.look.Icon(IconGrip, 28, g.look.Palette.Faint))
}
