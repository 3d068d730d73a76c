package atlas

import (
	"strconv"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/ui/text"
)

// box is a part of the view, px at 1x.
type box struct{ left, top, right, bottom float32 }

func (b box) meets(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

func (b box) holds(c box) bool {
	return c.left >= b.left && c.right <= b.right && c.top >= b.top && c.bottom <= b.bottom
}

func (b box) empty() bool { return b.right <= b.left || b.bottom <= b.top }

func (b box) grown(by float32) box { return box{b.left - by, b.top - by, b.right + by, b.bottom + by} }

func meetsAny(b box, taken []box) bool {
	for _, t := range taken {
		if b.meets(t) {
			return true
		}
	}
	return false
}

// label is a name where it stands.
type label struct {
	box
	view *text.View
}

// names are the words on a map, each made once.
type names struct{ views map[string]*text.View }

func (n *names) view(key string, make func() *text.View) *text.View {
	if n.views == nil {
		n.views = map[string]*text.View{}
	}
	if n.views[key] == nil {
		n.views[key] = make()
	}
	return n.views[key]
}

// placeType is how the name of a place is set.
func (c *chart) placeType() ui.Type {
	return ui.Type{Size: ui.Caption, Ink: c.look.Palette.Ink, Leading: 1.2}
}

// nameOf is the name of a spot's leading mark.
func (c *chart) nameOf(s spot) *text.View {
	k := c.cfg.Marks[s.marks[0]]
	if k.Name == "" {
		return nil
	}
	return c.names.view("place/"+strconv.Itoa(s.marks[0]), func() *text.View { return c.look.NamedLine(c.placeType(), k.Lang, k.Name) })
}

// named is a thing that is to have its name beside it.
type named struct {
	at   fyne.Position
	away float32 // from its middle to where a name may begin
	name fyne.Size
}

// beside finds room for names beside their things, the first first; a box is empty
// where there is none. What is in view has its name wholly in view, and what is not
// has it wholly outside.
func beside(things []named, view box, taken []box) []box {
	out := make([]box, len(things))
	for i, t := range things {
		if t.name.Width <= 0 {
			continue
		}
		inside := t.at.X >= view.left && t.at.X <= view.right && t.at.Y >= view.top && t.at.Y <= view.bottom
		for _, b := range t.places() {
			if inside && !view.holds(b) || !inside && view.meets(b) || meetsAny(b, taken) {
				continue
			}
			out[i] = b
			taken = append(taken, b)
			break
		}
	}
	return out
}

// places are where a name may stand: right, left, above, below, and those a little
// aside.
func (t named) places() [12]box {
	x, y, w, h, a := t.at.X, t.at.Y, t.name.Width, t.name.Height, t.away
	const in = 5 // how far a name above or below begins before its thing's middle
	at := func(left, top float32) box { return box{left, top, left + w, top + h} }
	return [12]box{
		at(x+a, y-h/2), at(x-a-w, y-h/2), at(x-w/2, y-a-h), at(x-w/2, y+a),
		at(x-in, y+a), at(x-in, y-a-h), at(x+in-w, y+a), at(x+in-w, y-a-h),
		at(x+a, y), at(x+a, y-h), at(x-a-w, y), at(x-a-w, y-h),
	}
}
