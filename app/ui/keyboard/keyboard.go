package keyboard

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/ui/text"
	"vigil/app/voice"
)

// Words are the names of the keys that are no letters, in the visitor's
// language.
type Words struct{ Space, Delete, Done, Script string }

// Keys is what a keyboard does.
type Keys struct {
	Letter func(rune)
	Delete func()
	Done   func()
}

// Keyboard is the keyboard on the screen.
type Keyboard struct {
	Container *fyne.Container // what is shown
	look      ui.Look
	words     Words
	keys      Keys
	layouts   []Layout
	at        int  // of the layout shown
	variants  rune // whose variants are shown instead of the digits, or 0
}

// long is how long a finger rests on a letter that it wants a variant of.
const long = 450 * time.Millisecond

// keyHeight and gap, px at 1x.
const (
	keyHeight float32 = 68
	gap       float32 = 6
)

// New makes the keyboard of the look's language.
func New(look ui.Look, words Words, keys Keys) *Keyboard {
	look.Text = 1 // its letters are large; its keys must all have room
	k := &Keyboard{look: look, words: words, keys: keys, layouts: Layouts(look.Lang)}
	k.Container = ui.Stack(gap)
	k.fill()
	return k
}

// fill makes the keys anew.
func (k *Keyboard) fill() {
	l := k.layouts[k.at]
	first := digits
	if k.variants != 0 {
		first = string(k.variants) + l.Variants(k.variants)
	}
	rows := []fyne.CanvasObject{k.row(l, first)}
	for _, r := range l.Rows {
		rows = append(rows, k.row(l, r))
	}
	last := []fyne.CanvasObject{
		k.wide(k.words.Script, k.nextLayout), k.wide(k.words.Space, func() { k.type1(' ') }),
		k.wide(k.words.Delete, k.keys.Delete), k.wide(k.words.Done, k.keys.Done),
	}
	rows = append(rows, k.look.Columns(gap, []float32{1.4, 3, 1.2, 1.2}, last...), ui.Gap(ui.Tiny))
	k.Container.Objects = rows
	k.Container.Refresh()
}

func (k *Keyboard) nextLayout() {
	k.at, k.variants = (k.at+1)%len(k.layouts), 0
	k.fill()
}

func (k *Keyboard) type1(r rune) {
	k.keys.Letter(r)
	if k.variants != 0 {
		k.variants = 0
		k.fill()
	}
}

// row sets letters beside one another in the order of their script, not of the
// page: Latin letters run from left to right on an Arabic page too.
func (k *Keyboard) row(l Layout, letters string) fyne.CanvasObject {
	look := k.look
	look.RTL = l.Script == "Arab" || l.Script == "Hebr"
	if letters == digits {
		look.RTL = false
	}
	var keys []fyne.CanvasObject
	var parts []float32
	for _, r := range letters {
		keys = append(keys, k.letter(l, r))
		parts = append(parts, 1)
	}
	return look.Columns(gap, parts, keys...)
}

func (k *Keyboard) letter(l Layout, r rune) fyne.CanvasObject {
	out := &key{keyboard: k, letter: r, more: l.Variants(r) != ""}
	t := ui.Type{Size: ui.Body, Ink: k.look.Palette.Ink, Leading: 1.2, Align: typeset.Center}
	out.label = k.look.Words(t, string(r))
	out.ground = canvas.NewRectangle(k.look.Palette.Raised)
	out.ground.CornerRadius = 6
	out.ExtendBaseWidget(out)
	return out
}

func (k *Keyboard) wide(word string, act func()) fyne.CanvasObject {
	t := ui.Type{Size: ui.Caption, Ink: k.look.Palette.Accent, Leading: 1.2, Align: typeset.Center}
	s := ui.Surface{Fill: k.look.Palette.Raised, Pressed: k.look.Palette.Pressed, Radius: 6, Least: keyHeight}
	return k.look.Touchable(s, voice.Item{Role: voice.Button, Text: word}, act, ui.Middle(k.look.Words(t, word)))
}

// key is one letter.
type key struct {
	widget.BaseWidget
	keyboard *Keyboard
	letter   rune
	more     bool // there are variants
	label    *text.View
	ground   *canvas.Rectangle
	down     time.Time
	held     bool // a long press has been answered
}

var (
	_ fyne.Tappable     = (*key)(nil)
	_ desktop.Mouseable = (*key)(nil)
)

// Tapped types the letter, or shows its variants after a long press.
func (k *key) Tapped(*fyne.PointEvent) {
	if k.held {
		k.held = false
		return
	}
	k.keyboard.type1(k.letter)
}

// TappedSecondary shows the variants: a long press is one on some touch screens.
func (k *key) TappedSecondary(*fyne.PointEvent) { k.showVariants() }

func (k *key) showVariants() {
	if k.more {
		k.keyboard.variants = k.letter
		k.keyboard.fill()
	}
}

// MouseDown implements desktop.Mouseable.
func (k *key) MouseDown(*desktop.MouseEvent) {
	if k.keyboard.look.Felt != nil {
		k.keyboard.look.Felt()
	}
	k.down, k.held = time.Now(), false
	k.shade(true)
}

// MouseUp implements desktop.Mouseable.
func (k *key) MouseUp(*desktop.MouseEvent) {
	k.shade(false)
	if k.more && !k.down.IsZero() && time.Since(k.down) >= long {
		k.held = true
		k.showVariants()
	}
	k.down = time.Time{}
}

func (k *key) shade(pressed bool) {
	k.ground.FillColor = k.keyboard.look.Palette.Raised
	if pressed {
		k.ground.FillColor = k.keyboard.look.Palette.Pressed
	}
	k.ground.Refresh()
}

// Stops gives the key to a reading order.
func (k *key) Stops() []ui.Stop {
	item := voice.Item{Role: voice.Button, Text: string(k.letter)}
	return []ui.Stop{{Item: item, Size: k.Size(), Act: func() { k.keyboard.type1(k.letter) }}}
}

// MinSize is what a finger needs in height; the row shares its width.
func (k *key) MinSize() fyne.Size { return fyne.NewSize(40, keyHeight) }

// HeightAt is the height at any width, px at 1x.
func (k *key) HeightAt(float32) float32 { return keyHeight }

// CreateRenderer implements fyne.Widget.
func (k *key) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(k.ground, ui.Middle(k.label)))
}
