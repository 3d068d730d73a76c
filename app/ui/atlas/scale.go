package atlas

import (
	"math"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/ui/text"
)

// scale is the bar that says how far it is, px at 1x.
type scale struct {
	box      // of bar and words
	bar  box // the bar
	view *text.View
}

// longestBar is the longest that the bar gets, px at 1x.
const longestBar = 170

// round is the longest distance of one, two or five and noughts that is no longer than
// most.
func round(most float64) float64 {
	if !(most > 0) || math.IsInf(most, 0) {
		return 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(most)))
	for _, n := range []float64{5, 2} {
		if n*unit <= most {
			return n * unit
		}
	}
	return unit
}

// scaleBar is the bar for the middle of the view, where lines begin.
func (c *chart) scaleBar() scale {
	if c.cfg.Words.Distance == nil || c.size.Width < longestBar {
		return scale{}
	}
	per := c.p.kilometres(float64(c.size.Height))
	km := round(min(longestBar, float64(c.size.Width)/4) * per)
	if km <= 0 {
		return scale{}
	}
	words := c.cfg.Words.Distance(km)
	view := c.names.view("scale/"+words, func() *text.View {
		return c.look.Line(ui.Type{Size: 18, Ink: c.look.Palette.Soft, Leading: 1.2}, words)
	})
	size, long := view.MinSize(), float32(km/per)
	wide := max(size.Width, long)
	x, y := float32(ui.Small), c.size.Height-ui.Small
	if c.look.RTL {
		x = c.size.Width - ui.Small - wide
	}
	s := scale{view: view, box: box{x - 6, y - size.Height - 12, x + wide + 6, y + 6}}
	s.bar = box{x, y - 8, x + long, y}
	if c.look.RTL {
		s.bar.left, s.bar.right = x+wide-long, x+wide
	}
	return s
}

// words is where the words of the bar stand.
func (s scale) words(size fyne.Size, rtl bool) fyne.Position {
	if rtl {
		return fyne.NewPos(s.bar.right-size.Width, s.bar.top-size.Height-2)
	}
	return fyne.NewPos(s.bar.left, s.bar.top-size.Height-2)
}
