package text

import (
	"fyne.io/fyne/v2"

	"vigil/app/typeset"
)

// Linked is a view whose links can be touched.
type Linked struct {
	View
	onLink func(link string)
}

var _ fyne.Tappable = (*Linked)(nil)

// NewLinked makes a view that calls onLink with a link's address when a finger
// touches it.
func NewLinked(setter *typeset.Setter, onLink func(string), blocks ...Block) *Linked {
	v := &Linked{View: View{setter: setter, blocks: blocks}, onLink: onLink}
	v.ExtendBaseWidget(v)
	return v
}

// reach is how far beside a link a finger still means it, px at 1x: the line
// height of reading text plus this makes a target of 64.
const reach = 12

// Tapped follows the link under the finger, or the nearest within reach.
func (v *Linked) Tapped(ev *fyne.PointEvent) {
	for _, d := range []fyne.Delta{{}, {DY: -reach}, {DY: reach}, {DX: -reach}, {DX: reach}} {
		if link := v.linkAt(ev.Position.X+d.DX, ev.Position.Y+d.DY); link != "" {
			v.onLink(link)
			return
		}
	}
}

// Follow does what touching a link does.
func (v *Linked) Follow(link string) { v.onLink(link) }

func (v *Linked) linkAt(x, y float32) string {
	for _, b := range v.set {
		if y >= b.top && y < b.top+b.layout.Height {
			return b.layout.LinkAt(x-b.left, y-b.top)
		}
	}
	return ""
}
