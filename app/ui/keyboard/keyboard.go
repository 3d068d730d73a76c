package keyboard

import (
	"image"
	"image/color"
	"image/draw"
	"math"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
)

// Words are the names of the keys that are no letters, in the visitor's language. The
// keys for Capitals, Signs and a new Line are there where they are named: where somebody
// writes, and not where they search.
type Words struct{ Space, Delete, Done, Script, Capitals, Signs, Line string }

// Keys is what a keyboard does.
type Keys struct {
	Letter func(rune)
	Delete func()
	Done   func()
	Line   func() // begins a new line; may be nil
}

// Keyboard is the keyboard on the screen. It is one picture, whatever the number
// of its keys: without a graphics card each thing that is drawn costs time in
// every frame, and results appear under each key typed.
type Keyboard struct {
	widget.BaseWidget
	look     ui.Look
	words    Words
	keys     Keys
	layouts  []Layout
	at       int    // of the layout shown
	variants string // the key whose variants stand instead of the digits, or ""
	capital  bool   // the next letter is one
	signs    bool   // signs stand instead of the digits
	caps     []cap
	pressed  int // the key under the finger, or -1
	down     time.Time
	held     bool // a long press has been answered
	show     func()
}

var (
	_ fyne.Tappable          = (*Keyboard)(nil)
	_ fyne.SecondaryTappable = (*Keyboard)(nil)
	_ desktop.Mouseable      = (*Keyboard)(nil)
)

// cap is one key, px at 1x.
type cap struct {
	word                string
	letters             string // what it types; "" for a key that is no letter
	act                 func()
	x, y, width, height float32
}

// long is how long a finger rests on a letter that it wants a variant of.
const long = 450 * time.Millisecond

// Sizes, px at 1x.
const (
	keyHeight float32 = 68
	lowKey    float32 = 50 // in a low window
	leastKey  float32 = 40 // in one that is narrow as well
	gap       float32 = 6
	radius            = 6
)

// New makes the keyboard of the look's language, with the keys that an archive
// brings for it, if any.
func New(look ui.Look, words Words, keys Keys, brought content.Keyboard) *Keyboard {
	look.Text = 1 // its letters are large; its keys must all have room
	k := &Keyboard{look: look, words: words, keys: keys, layouts: Layouts(look.Lang, brought), pressed: -1}
	k.ExtendBaseWidget(k)
	return k
}

// HeightAt is the height at any width, px at 1x: five rows and a little air.
func (k *Keyboard) HeightAt(width float32) float32 {
	return float32(len(k.layout().Rows)+2)*(k.keyHeight(width)+gap) + ui.Tiny
}

// keyHeight is the height of a key in a keyboard of a width, px at 1x: in a low window
// what is typed must leave room for what it finds.
func (k *Keyboard) keyHeight(width float32) float32 {
	switch {
	case !k.look.Low:
		return keyHeight
	case width < narrowBoard:
		return leastKey
	}
	return lowKey
}

// narrowBoard is the width under which keys are least high, px at 1x.
const narrowBoard = 900

// MinSize is the least that it can be used at.
func (k *Keyboard) MinSize() fyne.Size { return fyne.NewSize(320, k.HeightAt(320)) }

// Resize gives each key its place.
func (k *Keyboard) Resize(size fyne.Size) {
	k.BaseWidget.Resize(size)
	k.arrange()
}

func (k *Keyboard) layout() Layout { return k.layouts[k.at] }

// arrange places the keys: letters in the order of their script, not of the page,
// so that Latin runs from left to right on an Arabic page too.
func (k *Keyboard) arrange() {
	l := k.layout()
	k.caps, k.pressed = nil, -1
	first, rtl := strings.Split(digits, ""), false
	if k.signs {
		first, rtl = signsFor(l.rtl()), l.rtl()
	}
	if k.variants != "" {
		first = append([]string{k.variants}, l.Variants(k.variants)...)
		rtl = l.rtl()
	}
	k.row(0, first, rtl)
	for i, r := range l.Rows {
		k.row(i+1, r, l.rtl())
	}
	k.last(len(l.Rows) + 1)
	if k.show != nil {
		k.show()
	}
}

func (k *Keyboard) row(n int, letters []string, rtl bool) {
	each, high := (k.Size().Width+gap)/float32(max(len(letters), 1)), k.keyHeight(k.Size().Width)
	for i, typed := range letters {
		if k.capital {
			typed = strings.ToUpper(typed)
		}
		at := i
		if rtl {
			at = len(letters) - 1 - i
		}
		k.caps = append(k.caps, cap{word: typed, letters: typed, act: func() { k.typed(typed) }, x: float32(at) * each, y: float32(n) * (high + gap), width: each - gap, height: high})
	}
}

// last is the row of keys that are no letters, in the order of the page.
func (k *Keyboard) last(n int) {
	type key struct {
		word string
		part float32
		act  func()
	}
	keys := []key{{k.words.Script, 1.4, k.nextLayout}, {k.words.Space, 3, func() { k.typed(" ") }}, {k.words.Delete, 1.2, k.keys.Delete}, {k.words.Done, 1.2, k.keys.Done}}
	if k.keys.Line != nil && k.words.Line != "" {
		keys = slices.Insert(keys, 2, key{k.words.Line, 1.2, k.keys.Line})
	}
	if k.words.Signs != "" {
		keys = slices.Insert(keys, 1, key{k.words.Signs, 1.2, func() { k.turn(&k.signs) }})
	}
	if k.words.Capitals != "" && k.layout().cased() {
		keys = slices.Insert(keys, 0, key{k.words.Capitals, 1.2, func() { k.turn(&k.capital) }})
	}
	var whole, x float32
	high := k.keyHeight(k.Size().Width)
	for _, key := range keys {
		whole += key.part
	}
	for _, key := range keys {
		width := (k.Size().Width + gap) * key.part / whole
		left := x
		if k.look.RTL {
			left = k.Size().Width + gap - x - width
		}
		k.caps = append(k.caps, cap{word: key.word, act: key.act, x: left, y: float32(n) * (high + gap), width: width - gap, height: high})
		x += width
	}
}

func (k *Keyboard) nextLayout() {
	k.at, k.variants, k.capital = (k.at+1)%len(k.layouts), "", false
	k.arrange()
}

// turn has the keys stand for others, or for what they stood for again.
func (k *Keyboard) turn(on *bool) {
	*on, k.variants = !*on, ""
	k.arrange()
}

func (k *Keyboard) typed(letters string) {
	if k.variants != "" || k.capital && letters != " " {
		k.variants, k.capital = "", false
		k.arrange()
	}
	for _, r := range letters {
		k.keys.Letter(r)
	}
}

// under is the key at a point, or -1; what lies between two belongs to the first.
func (k *Keyboard) under(p fyne.Position) int {
	for i, c := range k.caps {
		if p.X >= c.x && p.Y >= c.y && p.X < c.x+c.width+gap && p.Y < c.y+c.height+gap {
			return i
		}
	}
	return -1
}

// Tapped types, unless a long press has shown variants.
func (k *Keyboard) Tapped(ev *fyne.PointEvent) {
	if k.held {
		k.held = false
		return
	}
	if i := k.under(ev.Position); i >= 0 {
		k.caps[i].act()
	}
}

// TappedSecondary shows variants: some touch screens make a long press of it.
func (k *Keyboard) TappedSecondary(ev *fyne.PointEvent) { k.offer(k.under(ev.Position)) }

// offer shows the variants of a key, where it has any.
func (k *Keyboard) offer(i int) bool {
	if i < 0 {
		return false
	}
	letters := strings.ToLower(k.caps[i].letters)
	if letters == "" || len(k.layout().Variants(letters)) == 0 {
		return false
	}
	k.variants = letters
	k.arrange()
	return true
}

// MouseDown shows that the finger has been felt.
func (k *Keyboard) MouseDown(ev *desktop.MouseEvent) {
	if k.look.Felt != nil {
		k.look.Felt()
	}
	k.down, k.held, k.pressed = time.Now(), false, k.under(ev.Position)
	if k.show != nil {
		k.show()
	}
}

// MouseUp ends what MouseDown began.
func (k *Keyboard) MouseUp(*desktop.MouseEvent) {
	if time.Since(k.down) >= long {
		k.held = k.offer(k.pressed)
	}
	k.pressed = -1
	if k.show != nil {
		k.show()
	}
}

// Stops gives the keys to a reading order.
func (k *Keyboard) Stops() []ui.Stop {
	var out []ui.Stop
	for _, c := range k.caps {
		out = append(out, ui.Stop{Item: voice.Item{Role: voice.Button, Text: c.word}, At: fyne.NewPos(c.x, c.y), Size: fyne.NewSize(c.width, c.height), Act: c.act})
	}
	return out
}

// CreateRenderer implements fyne.Widget.
func (k *Keyboard) CreateRenderer() fyne.WidgetRenderer {
	r := &drawing{k: k, picture: canvas.NewRaster(k.paint), finger: canvas.NewRectangle(color.Transparent)}
	r.picture.ScaleMode = canvas.ImageScalePixels
	r.finger.StrokeColor, r.finger.StrokeWidth, r.finger.CornerRadius = k.look.Palette.Accent, 3, radius
	k.show = r.arrange
	return r
}

type drawing struct {
	k       *Keyboard
	picture *canvas.Raster
	finger  *canvas.Rectangle
	shown   *cap // the first key of the picture, so that it is painted only when keys have changed
}

func (r *drawing) arrange() {
	if len(r.k.caps) > 0 && r.shown != &r.k.caps[0] {
		r.shown = &r.k.caps[0]
		r.picture.Refresh()
	}
	if r.k.pressed < 0 || r.k.pressed >= len(r.k.caps) {
		r.finger.Hide()
		return
	}
	c := r.k.caps[r.k.pressed]
	r.finger.Move(fyne.NewPos(c.x, c.y))
	r.finger.Resize(fyne.NewSize(c.width, c.height))
	r.finger.Show()
}

func (r *drawing) Layout(size fyne.Size) {
	r.picture.Resize(size)
	r.arrange()
}

func (r *drawing) MinSize() fyne.Size           { return r.k.MinSize() }
func (r *drawing) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.picture, r.finger} }
func (r *drawing) Refresh()                     { r.picture.Refresh() }
func (r *drawing) Destroy()                     {}

// paint draws all keys.
func (k *Keyboard) paint(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	size := k.Size()
	if size.Width <= 0 {
		return img
	}
	scale := float32(w) / size.Width
	px := func(v float32) int { return int(math.Round(float64(v * scale))) }
	for _, c := range k.caps {
		rounded(img, image.Rect(px(c.x), px(c.y), px(c.x+c.width), px(c.y+c.height)), px(radius), k.look.Palette.Raised)
		style := typeset.Style{Size: k.look.Px(ui.Body), Ink: k.look.Palette.Ink}
		if c.letters == "" {
			style = typeset.Style{Size: k.fitting(c), Ink: k.look.Palette.Accent}
		}
		l := k.look.Setter.Layout(typeset.Paragraph{Spans: []typeset.Span{{Text: c.word, Style: style}}, Align: typeset.Center, Leading: 1.2, Lang: k.look.Lang}, c.width)
		k.look.Setter.Draw(img, l.Shift(c.x), scale, -(c.y + (c.height-l.Height)/2), size.Height)
	}
	return img
}

// fitting is the size at which no word of a key is broken, px at 1x.
func (k *Keyboard) fitting(c cap) float32 {
	size := k.look.Px(ui.Caption)
	for ; size > 12; size-- {
		widest := float32(0)
		for word := range strings.FieldsSeq(c.word) {
			p := typeset.Paragraph{Spans: []typeset.Span{{Text: word, Style: typeset.Style{Size: size}}}, Lang: k.look.Lang}
			widest = max(widest, k.look.Setter.Layout(p, 0).Inner)
		}
		if widest <= c.width-gap {
			break
		}
	}
	return size
}

// rounded fills a rectangle with rounded corners.
func rounded(img *image.RGBA, r image.Rectangle, radius int, ink color.NRGBA) {
	fill := image.NewUniform(ink)
	for y := r.Min.Y; y < r.Max.Y; y++ {
		in := 0
		if d := min(y-r.Min.Y, r.Max.Y-1-y); d < radius {
			dy := float64(radius-d) - 0.5
			in = radius - int(math.Round(math.Sqrt(float64(radius*radius)-dy*dy)))
		}
		draw.Draw(img, image.Rect(r.Min.X+in, y, r.Max.X-in, y+1), fill, image.Point{}, draw.Over)
	}
}
