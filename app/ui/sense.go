package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Sense lies over everything and hears of what moves over it, without taking
// any of it. It hides the pointer of a hand that touches.
type Sense struct {
	widget.BaseWidget
	felt   func()
	mouse  bool // a mouse is there in any case
	pointy bool // a mouse is used
	moves  int
}

var (
	_ desktop.Hoverable  = (*Sense)(nil)
	_ desktop.Cursorable = (*Sense)(nil)
)

// NewSense makes one. A pointer is shown from the beginning where a mouse is used
// in any case.
func NewSense(felt func(), pointer bool) *Sense {
	n := &Sense{felt: felt, mouse: pointer, pointy: pointer}
	n.ExtendBaseWidget(n)
	return n
}

// CreateRenderer draws nothing.
func (n *Sense) CreateRenderer() fyne.WidgetRenderer {
	return Unseen{}
}

// MouseIn implements desktop.Hoverable.
func (n *Sense) MouseIn(*desktop.MouseEvent) { n.felt() }

// MouseMoved implements desktop.Hoverable. A mouse moves on and on; a finger
// comes down.
func (n *Sense) MouseMoved(*desktop.MouseEvent) {
	if n.moves++; n.moves > mouseMoves {
		n.pointy = true
	}
	n.felt()
}

// MouseOut implements desktop.Hoverable.
func (n *Sense) MouseOut() {}

// mouseMoves is after how many movements without a press a mouse is believed in.
const mouseMoves = 12

// Cursor implements desktop.Cursorable.
func (n *Sense) Cursor() desktop.Cursor {
	if n.pointy {
		return desktop.DefaultCursor
	}
	return desktop.HiddenCursor
}

// Pressed hears that a finger or button has come down.
func (n *Sense) Pressed() { n.moves, n.pointy = 0, n.mouse }

// Unpointed lies over a page that nobody points at, such as one thrown on a wall,
// and hides the pointer of a mouse that has strayed there.
type Unpointed struct{ widget.BaseWidget }

var (
	_ desktop.Hoverable  = (*Unpointed)(nil)
	_ desktop.Cursorable = (*Unpointed)(nil)
)

// NewUnpointed makes one.
func NewUnpointed() *Unpointed {
	n := &Unpointed{}
	n.ExtendBaseWidget(n)
	return n
}

// CreateRenderer draws nothing.
func (n *Unpointed) CreateRenderer() fyne.WidgetRenderer { return Unseen{} }

// MouseIn implements desktop.Hoverable.
func (n *Unpointed) MouseIn(*desktop.MouseEvent) {}

// MouseMoved implements desktop.Hoverable.
func (n *Unpointed) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (n *Unpointed) MouseOut() {}

// Cursor implements desktop.Cursorable.
func (n *Unpointed) Cursor() desktop.Cursor { return desktop.HiddenCursor }

// Keeper takes the keys where no field does, so that Tab is a key as any other.
type Keeper struct {
	widget.BaseWidget
	key  func(*fyne.KeyEvent)
	rune func(rune)
}

var (
	_ fyne.Focusable = (*Keeper)(nil)
	_ fyne.Tabbable  = (*Keeper)(nil)
)

// NewKeeper makes one that hands keys and letters on.
func NewKeeper(key func(*fyne.KeyEvent), letter func(rune)) *Keeper {
	k := &Keeper{key: key, rune: letter}
	k.ExtendBaseWidget(k)
	return k
}

// CreateRenderer draws nothing.
func (k *Keeper) CreateRenderer() fyne.WidgetRenderer {
	return Unseen{}
}

// FocusGained implements fyne.Focusable.
func (k *Keeper) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (k *Keeper) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (k *Keeper) TypedRune(r rune) { k.rune(r) }

// TypedKey implements fyne.Focusable.
func (k *Keeper) TypedKey(ev *fyne.KeyEvent) { k.key(ev) }

// AcceptsTab implements fyne.Tabbable.
func (k *Keeper) AcceptsTab() bool { return true }
