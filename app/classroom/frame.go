package classroom

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
	"vigil/i18n"
)

// frame is the room that a slide has on the wall, px at 1x.
type frame struct {
	look          ui.Look
	margin        float32
	width, height float32
	both          bool // two languages share the wall
	stands        bool // it is higher than wide
}

// figurePart is how much of the width a map or picture has that stands beside words.
const figurePart = 0.36

// beside reports whether a slide's figure stands beside its words.
func (f frame) beside(x slide) bool { return x.Figure != nil && !f.both && !f.stands }

// words is the width that a slide's words have.
func (f frame) words(x slide) float32 {
	if f.beside(x) {
		return f.width*(1-figurePart) - ui.Huge
	}
	return f.width
}

// sizes are those that a title, or a question, has on the wall: the first that leaves
// room for what is beneath it.
func (f frame) sizes(x slide) []ui.Size {
	out := []ui.Size{ui.Display, ui.Title, ui.Lead, ui.Body}
	if !x.large {
		out = out[1:]
	}
	if f.both {
		out = out[1:]
	}
	return out
}

// enough is the part of the height that a text must have.
const enough = 0.4

// head is a slide's title, with what it is over it and when and where under it.
func (f frame) head(x slide) fyne.CanvasObject {
	least := -ui.Large // with nothing beneath it, it may come near to what is said of it
	if len(x.Text) > 0 {
		least = f.height * enough
	}
	var head fyne.CanvasObject
	for _, size := range f.sizes(x) {
		if head = f.headed(x, size); f.under(x, head) >= least {
			break
		}
	}
	return head
}

func (f frame) headed(x slide, size ui.Size) fyne.CanvasObject {
	p := f.look.Palette
	var parts []fyne.CanvasObject
	over, gap := ui.Type{Size: ui.Caption, Ink: p.Faint, Leading: 1.3}, ui.Tiny
	if x.large {
		over.Ink, gap = p.Accent, ui.Mid
	}
	if x.over != "" {
		parts = append(parts, f.look.Words(over, x.over))
	}
	parts = append(parts, f.look.Named(ui.Type{Size: size, Serif: true, Ink: p.Ink, Level: 1, Leading: 1.18}, x.Lang, x.Title))
	if x.When != "" {
		parts = append(parts, f.look.Words(ui.Type{Size: ui.Caption, Ink: p.Accent, Leading: 1.4}, x.When))
	}
	if x.Order > 0 && f.beside(x) {
		parts = append([]fyne.CanvasObject{f.look.Thread(p.Thread(x.Order))}, parts...)
	}
	return ui.Stack(gap, parts...)
}

// tail is who says so, and what to know of the wording: one paragraph, for what is
// read needs the room.
func (f frame) tail(x slide) fyne.CanvasObject {
	small := f.look
	small.Text *= 0.72
	var said []string
	for _, words := range append([]string{x.Sources}, x.Marks...) {
		if words != "" {
			said = append(said, i18n.Isolate(words))
		}
	}
	if len(said) == 0 {
		return ui.Stack(0)
	}
	return small.Words(ui.Type{Size: ui.Caption, Ink: f.look.Palette.Faint, Leading: 1.3}, strings.Join(said, "  ·  "))
}

// room is the height that is left for a slide's text.
func (f frame) room(x slide) float32 { return f.under(x, f.head(x)) }

// under is the height that is left beneath a head.
func (f frame) under(x slide, head fyne.CanvasObject) float32 {
	return f.height - ui.HeightAt(head, f.words(x)) - ui.HeightAt(f.tail(x), f.width) - 2*ui.Large
}

// leading is the height of a line on the wall: letters so large are read in fewer and
// shorter lines than a page's.
const leading = 1.4

// text is prose as the wall sets it.
func (f frame) text(p content.Prose, lang content.Lang) fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, b := range f.look.Prose(p, ui.Reading{Size: ui.Body, Ink: f.look.Palette.Ink, Lang: lang, OnLink: func(string) {}, Leading: leading}) {
		if i > 0 {
			out = append(out, ui.Gap(b.Above))
		}
		out = append(out, b.Object)
	}
	return ui.Stack(0, out...)
}

// fitted is a slide and the parts of its text that a wall has room for.
type fitted struct {
	slide
	parts []content.Prose
}

// fit divides a slide's text. A map beside words that need more parts for it gives way to
// them, unless it is what the page is about.
func (f frame) fit(x slide) fitted {
	parts := f.divide(x)
	if f.beside(x) && !x.Whole && len(parts) > 1 {
		bare := x
		bare.Figure = nil
		if all := f.divide(bare); len(all) < len(parts) {
			return fitted{bare, all}
		}
	}
	return fitted{x, parts}
}

// divide deals a slide's text out into parts that each have room: by paragraphs, then
// by sentences, then by words. Links are left out: a wall leads nowhere.
func (f frame) divide(x slide) []content.Prose {
	room, width := max(f.room(x), f.look.Px(ui.Body)*2), f.words(x)
	fits := func(p content.Prose) bool { return ui.HeightAt(f.text(p, x.In), width) <= room }
	var out []content.Prose
	var part content.Prose
	add := func(b content.Block) bool {
		with := append(part[:len(part):len(part)], b)
		if !fits(with) {
			return false
		}
		part = with
		return true
	}
	turn := func() {
		if len(part) > 0 {
			out = append(out, part)
			part = nil
		}
	}
	for _, b := range unlinked(x.Text) {
		if add(b) {
			continue
		}
		// A heading does not stand alone at the end of a part.
		body := len(part)
		for body > 0 && part[body-1].Kind == content.Heading {
			body--
		}
		heads := slices.Clone(part[body:])
		part = part[:body]
		turn()
		part = heads
		for !add(b) {
			first, rest, ok := breakBlock(b, func(b content.Block) bool { return fits(append(part[:len(part):len(part)], b)) })
			if !ok {
				first, rest = firstWord(b) // higher than the wall: shown as far as it goes
			}
			part = append(part, first)
			turn()
			if b = rest; len(b.Spans) == 0 {
				break
			}
		}
	}
	turn()
	if len(out) == 0 {
		out = append(out, nil)
	}
	return out
}
