package atlas

import (
	"cmp"
	"image"
	"image/draw"
	"log/slog"
	"math"
	"slices"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"golang.org/x/image/vector"

	"vigil/app/ui"
	"vigil/app/ui/text"
)

// cellWidth and cellHeight are the cells in which room for a name is sought, px at 1x:
// about as much wider than high as a name is.
const (
	cellWidth  = 15
	cellHeight = 5
)

// mostCells bounds the search for room, on each side of a view.
const mostCells = 320

// field is a coarse picture of a view: how much of each cell is of one kind.
type field struct {
	z          *vector.Rasterizer
	img        *image.Alpha
	p          projection
	cols, rows int
	points     []point
	away       []int32
}

func newField(p projection, size fyne.Size) *field {
	f := &field{cols: min(int(size.Width/cellWidth), mostCells), rows: min(int(size.Height/cellHeight), mostCells), p: p}
	f.p.per, f.p.down = p.per/cellWidth, p.per/cellHeight
	f.z, f.img = vector.NewRasterizer(f.cols, f.rows), image.NewAlpha(image.Rect(0, 0, f.cols, f.rows))
	return f
}

// piece is a shape where it lies.
type piece struct {
	shape
	turn float64
}

// fill is how much of each cell some pieces cover, 0 to 255, and within which cells they
// lie. It is valid until the next is asked for.
func (f *field) fill(pieces []piece) ([]uint8, image.Rectangle) {
	f.z.Reset(f.cols, f.rows)
	f.z.DrawOp = draw.Src
	in := image.Rectangle{Min: image.Pt(f.cols, f.rows)}
	for _, s := range pieces {
		turned := f.p.turned(s.turn)
		for _, r := range s.rings {
			f.points = turned.points(r, f.points[:0])
			inner := clip(f.points, -1, -1, float32(f.cols)+1, float32(f.rows)+1)
			if len(inner) < 3 {
				continue
			}
			trace(f.z, inner)
			for _, p := range inner {
				in.Min.X, in.Min.Y = min(in.Min.X, int(p.x)), min(in.Min.Y, int(p.y))
				in.Max.X, in.Max.Y = max(in.Max.X, int(p.x)+1), max(in.Max.Y, int(p.y)+1)
			}
		}
	}
	f.z.Draw(f.img, f.img.Bounds(), image.Opaque, image.Point{})
	return f.img.Pix, in.Intersect(f.img.Rect)
}

// block marks the cells that boxes reach into as not free.
func (f *field) block(free []bool, taken []box) {
	for _, b := range taken {
		for y := max(0, int(b.top/cellHeight)); y <= min(f.rows-1, int(b.bottom/cellHeight)); y++ {
			for x := max(0, int(b.left/cellWidth)); x <= min(f.cols-1, int(b.right/cellWidth)); x++ {
				free[y*f.cols+x] = false
			}
		}
	}
}

// roomiest is the middle of the largest free box of the cells' shape, px at 1x, and how
// many cells lie from there to its sides: 0 where nothing is free. Nothing outside some
// cells is free.
func (f *field) roomiest(free []bool, in image.Rectangle) (x, y float32, cells int) {
	wide := in.Dx() + 2 // with an edge of nothing
	away := f.away[:0]
	for range wide * (in.Dy() + 2) {
		away = append(away, 0)
	}
	f.away = away
	for y := range in.Dy() {
		for x := range in.Dx() {
			if i := (y+1)*wide + x + 1; free[(y+in.Min.Y)*f.cols+x+in.Min.X] {
				away[i] = 1 + min(away[i-1], away[i-wide-1], away[i-wide], away[i-wide+1])
			}
		}
	}
	best, at := int32(0), 0
	var sum image.Point
	ties := 0
	for y := in.Dy() - 1; y >= 0; y-- {
		for x := in.Dx() - 1; x >= 0; x-- {
			i := (y+1)*wide + x + 1
			if away[i] == 0 {
				continue
			}
			away[i] = min(away[i], 1+min(away[i+1], away[i+wide+1], away[i+wide], away[i+wide-1]))
			switch {
			case away[i] > best:
				best, at, sum, ties = away[i], i, image.Pt(x, y), 1
			case away[i] == best:
				sum, ties = sum.Add(image.Pt(x, y)), ties+1
			}
		}
	}
	if best == 0 {
		return 0, 0, 0
	}
	cell := image.Pt(at%wide-1, at/wide-1)
	// The middle of all the best, where it is one of them.
	if m := sum.Div(ties); away[(m.Y+1)*wide+m.X+1] == best {
		cell = m
	}
	cell = cell.Add(in.Min)
	return (float32(cell.X) + 0.5) * cellWidth, (float32(cell.Y) + 0.5) * cellHeight, int(best)
}

// lands finds room for the names of countries and waters in a view, between what is
// taken.
func (c *chart) lands(taken []box) []label {
	if c.cfg.Words.Country == nil && c.cfg.Words.Water == nil {
		return nil
	}
	f := newField(c.p, c.size)
	if f.cols < 2 || f.rows < 2 {
		return nil
	}
	countries, lakes := map[string][]piece{}, []piece{}
	var all []piece
	err := c.ground.shapes(c.p.shown(float64(c.size.Width), float64(c.size.Height)), c.p.per, func(s shape, turn float64) {
		if s.country == lake {
			lakes = append(lakes, piece{s, turn})
			return
		}
		all = append(all, piece{s, turn})
		countries[s.country] = append(countries[s.country], piece{s, turn})
	})
	if err != nil {
		slog.Error("find room for the names on a map", "err", err)
	}
	cover, _ := f.fill(lakes)
	wet := slices.Clone(cover)
	var out []label
	if c.cfg.Words.Country != nil {
		out = c.countries(f, countries, wet, taken)
	}
	for _, l := range out {
		taken = append(taken, l.box)
	}
	if c.cfg.Words.Water != nil {
		dry, _ := f.fill(all)
		out = append(out, c.waters(f, dry, wet, taken)...)
	}
	return out
}

// countries names those whose part in view has room: those set apart first, then those
// with the most.
func (c *chart) countries(f *field, pieces map[string][]piece, wet []uint8, taken []box) []label {
	var found []candidate
	free := make([]bool, f.cols*f.rows)
	for code, parts := range pieces {
		name := c.cfg.Words.Country(code)
		if code == nowhere || name == "" || name == code {
			continue
		}
		covered, in := f.fill(parts)
		for y := in.Min.Y; y < in.Max.Y; y++ {
			for i := y*f.cols + in.Min.X; i < y*f.cols+in.Max.X; i++ {
				free[i] = covered[i] > 200 && wet[i] < 100
			}
		}
		f.block(free, taken)
		if x, y, cells := f.roomiest(free, in); cells > 0 {
			found = append(found, candidate{code, name, x, y, cells, contains(c.cfg.Countries, code)})
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		if a.apart != b.apart {
			return cmp.Compare(b.order(), a.order())
		}
		return cmp.Or(cmp.Compare(b.cells, a.cells), cmp.Compare(a.code, b.code))
	})
	var out []label
	least := c.look.Px(quietSize) * narrowLetter
	for _, k := range found {
		if float32(utf8.RuneCountInString(k.name))*least > float32(2*k.cells-1)*cellWidth {
			continue
		}
		view := c.names.view("country/"+k.code, func() *text.View { return c.quiet(k.name, k.apart, false) })
		size := view.MinSize()
		wide, high := float32(2*k.cells-1)*cellWidth, float32(2*k.cells-1)*cellHeight
		b := box{k.x - size.Width/2, k.y - size.Height/2, k.x + size.Width/2, k.y + size.Height/2}
		if wide < size.Width*narrow || high < size.Height*narrow || meetsAny(b, taken) || !c.view().holds(b) {
			continue
		}
		out = append(out, label{b, view})
		taken = append(taken, b)
	}
	return out
}

// candidate is a country whose name may find room.
type candidate struct {
	code, name string
	x, y       float32
	cells      int
	apart      bool
}

func (k candidate) order() int {
	if k.apart {
		return 1
	}
	return 0
}

// narrowLetter is less than a letter's width on average, by its size: setting a name that
// cannot fit would cost more than all else.
const narrowLetter = 0.28

// quietSize is that of the names of countries and waters.
const quietSize ui.Size = 18

// narrow is how much less room than its name a country may have.
const narrow = 0.9

func (c *chart) view() box { return box{0, 0, c.size.Width, c.size.Height} }

// quiet is a name of less weight than those of places.
func (c *chart) quiet(name string, apart, water bool) *text.View {
	t := ui.Type{Size: quietSize, Ink: c.look.Palette.Faint, Leading: 1.2, Italic: water && !c.look.RTL}
	if apart {
		t.Ink = c.look.Palette.Soft
	}
	return c.look.Line(t, name)
}

// waters names the seas and lakes whose part in view has room.
func (c *chart) waters(f *field, dry, wet []uint8, taken []box) []label {
	water := make([]bool, len(dry))
	for i := range water {
		water[i] = dry[i] < 12 || wet[i] > 240
	}
	f.block(water, taken)
	var out []label
	for _, w := range waters {
		name := c.cfg.Words.Water(w.id)
		if name == "" {
			continue
		}
		least := fyne.NewSize(float32(utf8.RuneCountInString(name))*c.look.Px(quietSize)*narrowLetter, cellHeight)
		if _, ok := c.along(f, w, least, water); !ok {
			continue
		}
		view := c.names.view("water/"+w.id, func() *text.View { return c.quiet(name, false, true) })
		if b, ok := c.along(f, w, view.MinSize(), water); ok {
			out = append(out, label{b, view})
			f.block(water, []box{b})
		}
	}
	return out
}

// along finds room for a name on a water's line: in the middle of the longest stretch
// on which it fits.
func (c *chart) along(f *field, w water, name fyne.Size, free []bool) (box, bool) {
	var run, best []box
	try := func(lon, lat float64) {
		x, y := c.p.at(lon, lat)
		b := box{x - name.Width/2, y - name.Height/2, x + name.Width/2, y + name.Height/2}
		if !c.view().holds(b) || !f.isFree(free, b) {
			run = nil
			return
		}
		if run = append(run, b); len(run) > len(best) {
			best = run
		}
	}
	const step = 12 // px at 1x
	for i, at := range w.line {
		if i == 0 {
			try(at[0], at[1])
			continue
		}
		from := w.line[i-1]
		long := math.Hypot(at[0]-from[0], at[1]-from[1]) * math.Pi / 180 * c.p.per
		n := int(min(max(long/step, 1), 400))
		for k := 1; k <= n; k++ {
			t := float64(k) / float64(n)
			try(from[0]+(at[0]-from[0])*t, from[1]+(at[1]-from[1])*t)
		}
	}
	if len(best) == 0 {
		return box{}, false
	}
	return best[len(best)/2], true
}

func (f *field) isFree(free []bool, b box) bool {
	for y := int(b.top / cellHeight); y <= int(b.bottom/cellHeight); y++ {
		for x := int(b.left / cellWidth); x <= int(b.right/cellWidth); x++ {
			if x < 0 || y < 0 || x >= f.cols || y >= f.rows || !free[y*f.cols+x] {
				return false
			}
		}
	}
	return true
}
