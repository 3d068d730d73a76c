package atlas

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/ui/text"
	"vigil/content"
)

// inset is the small map in a corner: where on the earth the map lies, and the places
// beyond its first view that are not too far off.
type inset struct {
	box                    // px at 1x on the view
	p      projection      // of the box
	frame  box             // what the view shows, px at 1x from the box's left top
	dots   []fyne.Position // of the places beyond, from there
	labels []label         // from there
}

// Sizes of a small map, px at 1x.
const (
	insetPart    = 0.24 // of the view's width
	insetLeast   = 210
	insetMost    = 330
	insetShape   = 0.74 // height by width
	insetGround  = 620  // the least width of a view that has room for one
	insetDot     = 9
	leastFrame   = 10
	farAway      = 3.0 // by how many diagonals of the first view a place may lie from its middle
	mostAway     = 17  // degrees
	mostShown    = 15  // degrees from west to east, above which one sees where on the earth one is
	closerThan   = 0.6 // of the small map's width, above which the view says the same
	neighbouring = 2.6 // by how much a small map at least is wider than the first view
)

// beyond lists the marks that lie outside the first view but not too far off.
func (c *chart) beyond() []Mark {
	b := c.cfg.Bounds.Unrolled()
	x, y := (b.West+b.East)/2, (b.South+b.North)/2
	most := min(farAway*math.Hypot(b.East-b.West, b.North-b.South), mostAway)
	if b.East-b.West > mostShown {
		return nil
	}
	var out []Mark
	for _, k := range c.cfg.Marks {
		lon := math.Mod(k.Lon-x+540, 360) - 180
		if !b.Holds(&content.Place{Lat: k.Lat, Lon: k.Lon}) && math.Hypot(lon, k.Lat-y) <= most {
			out = append(out, k)
		}
	}
	return out
}

// region is what a small map shows; the zero Bounds where it would show nothing that
// the map does not.
func (c *chart) region(beyond []Mark) content.Bounds {
	if len(beyond) == 0 {
		return content.Bounds{}
	}
	b := c.cfg.Bounds.Unrolled()
	corners := []Mark{{Lat: b.South, Lon: b.West}, {Lat: b.North, Lon: b.East}}
	all := around(append(corners, beyond...), 1.3, (b.East-b.West)*neighbouring, (b.North-b.South)*neighbouring)
	if all.East-all.West >= 180 {
		return content.Bounds{}
	}
	return all
}

// inset places the small map in the corner where the fewest marks lie.
func (c *chart) inset() inset {
	if c.alone || c.size.Width < insetGround || c.size.Height < insetGround/2 {
		return inset{}
	}
	beyond := c.beyond()
	region := c.region(beyond)
	shown := c.p.shown(float64(c.size.Width), float64(c.size.Height))
	if region.IsZero() || shown.East-shown.West > closerThan*(region.East-region.West) {
		return inset{}
	}
	wide := min(max(c.size.Width*insetPart, insetLeast), insetMost)
	in := inset{box: c.corner(wide, wide*insetShape)}
	in.p = project(region, float64(wide), float64(wide*insetShape))
	left, top := in.p.point(shown.West, shown.North)
	right, bottom := in.p.point(shown.East, shown.South)
	if thin := leastFrame - (right - left); thin > 0 {
		left, right = left-thin/2, right+thin/2
	}
	if thin := leastFrame - (bottom - top); thin > 0 {
		top, bottom = top-thin/2, bottom+thin/2
	}
	in.frame = box{left, top, right, bottom}
	beyond = slices.DeleteFunc(beyond, func(k Mark) bool { return shown.Holds(&content.Place{Lat: k.Lat, Lon: k.Lon}) })
	c.fillInset(&in, beyond, box{0, 0, wide, wide * insetShape})
	if len(in.labels) == 0 && len(in.dots) > 0 { // dots without a name would say nothing
		return inset{}
	}
	return in
}

// fillInset puts the places beyond on the small map, with the names that have room.
func (c *chart) fillInset(in *inset, beyond []Mark, inner box) {
	things := make([]named, len(beyond))
	taken := []box{in.frame}
	var views []*text.View
	for i, k := range beyond {
		x, y := in.p.at(k.Lon, k.Lat)
		in.dots = append(in.dots, fyne.NewPos(x, y))
		taken = append(taken, box{x - insetDot/2, y - insetDot/2, x + insetDot/2, y + insetDot/2})
		view := c.names.view("beyond/"+k.Route+k.Name, func() *text.View {
			return c.look.NamedLine(ui.Type{Size: 17, Ink: c.look.Palette.Ink, Leading: 1.2}, k.Lang, k.Name)
		})
		views = append(views, view)
		things[i] = named{at: in.dots[i], away: insetDot/2 + 3, name: view.MinSize()}
	}
	for i, b := range beside(things, inner.grown(-3), taken) {
		if !b.empty() {
			in.labels = append(in.labels, label{b, views[i]})
		}
	}
}

// corner is the corner where the fewest marks lie, the lower one where lines end first.
// It is sought once: a map that changes its corner would be restless.
func (c *chart) corner(wide, high float32) box {
	const edge = float32(ui.Small)
	left, right, top, bottom := edge, c.size.Width-edge-wide, edge, c.size.Height-edge-high
	if c.look.RTL {
		left, right = right, left
	}
	corners := [3]fyne.Position{{X: right, Y: bottom}, {X: right, Y: top}, {X: left, Y: top}}
	if k := c.controlBox(); !k.empty() { // beside the controls
		corners[0].X = k.left - ui.Tiny - wide
		if c.look.RTL {
			corners[0].X = k.right + ui.Tiny
		}
	}
	boxAt := func(p fyne.Position) box { return box{p.X, p.Y, p.X + wide, p.Y + high} }
	if c.sought != c.size {
		c.sought, c.best = c.size, 0
		fewest := -1
		for i, p := range corners {
			n := 0
			for _, s := range c.spots {
				if c.boxOf(s, c.where(s)).meets(boxAt(p)) {
					n++
				}
			}
			if fewest < 0 || n < fewest {
				fewest, c.best = n, i
			}
		}
	}
	return boxAt(corners[c.best])
}
