package studio

import "fyne.io/fyne/v2"

// frame lays out a Preview: a line along the top, and under it the kiosk, with the
// mistakes where lines end or, in a window without room for both, beneath.
type frame struct{ p *Preview }

// Of the window, px at 1x.
const (
	lineHeight  float32 = 48
	roomForBoth float32 = 1200
	hairline    float32 = 1
)

// beside is the width of the mistakes beside the kiosk in a window of some width.
func beside(width float32) float32 { return min(max(width*0.25, 340), 440) }

// beneath is the height of the mistakes under the kiosk in what there is of it.
func beneath(height float32) float32 { return min(max(height*0.3, 160), 360) }

// Layout implements fyne.Layout.
func (f frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p := f.p
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	put(p.line, 0, 0, size.Width, lineHeight)
	put(p.edges[0], 0, lineHeight, size.Width, hairline)
	top := lineHeight + hairline
	x, width, height := float32(0), size.Width, size.Height-top
	switch {
	case p.away:
		p.panel.Hide()
		p.edges[1].Hide()
	case size.Width >= roomForBoth:
		side := beside(size.Width)
		width -= side + hairline
		at, edge := width+hairline, width
		if p.look.RTL {
			at, edge, x = 0, side, side+hairline
		}
		put(p.panel, at, top, side, height)
		put(p.edges[1], edge, top, hairline, height)
	default:
		low := beneath(height)
		height -= low + hairline
		put(p.panel, 0, top+height+hairline, size.Width, low)
		put(p.edges[1], 0, top+height, size.Width, hairline)
	}
	if !p.away {
		p.panel.Show()
		p.edges[1].Show()
	}
	put(p.cfg.Kiosk, x, top, width, height)
	put(p.blank, x, top, width, height)
	put(p.keeper, 0, 0, 1, 1)
	if size != p.size {
		p.size = size
		p.lift()
		if p.view.Locale != nil {
			p.fillLine()
		}
	}
}

// MinSize implements fyne.Layout.
func (f frame) MinSize([]fyne.CanvasObject) fyne.Size {
	return f.p.cfg.Kiosk.MinSize().AddWidthHeight(0, lineHeight+hairline)
}
