package atlas

import (
	"cmp"
	"image"
	"image/draw"
	"log/slog"
	"math"
	"slices"

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

// fill is how much of each cell some pieces cover, 0 to 255.
func (f *field) fill(pieces []piece) []uint8 {
	f.z.Reset(f.cols, f.rows)
	f.z.DrawOp = draw.Src
	for _, s := range pieces {
		turned := f.p.turned(s.turn)
		for _, r := range s.rings {
			f.points = turned.points(r, f.points[:0])
			if inner := clip(f.points, -1, -1, float32(f.cols)+1, float32(f.rows)+1); len(inner) > 2 {
				trace(f.z, inner)
			}
		}
	}
	f.z.Draw(f.img, f.img.Bounds(), image.Opaque, image.Point{})
	return slices.Clone(f.img.Pix)
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
// many cells lie from there to its sides: 0 where nothing is free.
func (f *field) roomiest(free []bool) (x, y float32, cells int) {
	away := make([]int, len(free))
	at := func(x, y int) int {
		if x < 0 || y < 0 || x >= f.cols || y >= f.rows {
			return 0
		}
		return away[y*f.cols+x]
	}
	for i := range free {
		if x, y := i%f.cols, i/f.cols; free[i] {
			away[i] = 1 + min(at(x-1, y), at(x-1, y-1), at(x, y-1), at(x+1, y-1))
		}
	}
	best, bx, by, ties := 0, 0, 0, 0
	for i := len(free) - 1; i >= 0; i-- {
		x, y := i%f.cols, i/f.cols
		if away[i] > 0 {
			away[i] = min(away[i], 1+min(at(x+1, y), at(x+1, y+1), at(x, y+1), at(x-1, y+1)))
		}
		switch {
		case away[i] > best:
			best, bx, by, ties = away[i], x, y, 1
		case away[i] == best && best > 0:
			bx, by, ties = bx+x, by+y, ties+1
		}
	}
	if best == 0 {
		return 0, 0, 0
	}
	// The middle of all the best, where it is one of them.
	if mx, my := bx/ties, by/ties; at(mx, my) == best {
		bx, by = mx, my
	} else {
		bx, by = f.first(away, best)
	}
	return (float32(bx) + 0.5) * cellWidth, (float32(by) + 0.5) * cellHeight, best
}

func (f *field) first(away []int, best int) (x, y int) {
	i := slices.Index(away, best)
	return i % f.cols, i / f.cols
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
	wet := f.fill(lakes)
	var out []label
	if c.cfg.Words.Country != nil {
		out = c.countries(f, countries, wet, taken)
	}
	for _, l := range out {
		taken = append(taken, l.box)
	}
	if c.cfg.Words.Water != nil {
		out = append(out, c.waters(f, f.fill(all), wet, taken)...)
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
		for i, cover := range f.fill(parts) {
			free[i] = cover > 200 && wet[i] < 100
		}
		f.block(free, taken)
		if x, y, cells := f.roomiest(free); cells > 0 {
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
	for _, k := range found {
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

// narrow is how much less room than its name a country may have.
const narrow = 0.8

func (c *chart) view() box { return box{0, 0, c.size.Width, c.size.Height} }

// quiet is a name of less weight than those of places.
func (c *chart) quiet(name string, apart, water bool) *text.View {
	t := ui.Type{Size: 18, Ink: c.look.Palette.Faint, Leading: 1.2, Italic: water && !c.look.RTL}
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
