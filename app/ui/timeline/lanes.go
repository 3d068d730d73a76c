package timeline

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/typeset"
	"vigil/app/ui"
)

// drawn is a lane as it is drawn: one of the lanes, or several for which there is no
// room apart. What holds nothing is not drawn.
type drawn struct {
	lanes []int
	busy  int     // how many events of it the first view shows
	depth float32 // of the room for labels beneath its track
	least float32 // depth at which all of importance 1 that the first view holds can be read
	top   float32
}

// rowGap keeps labels apart that hang beneath one another, px at 1x.
const rowGap = 14

// marksHigh is the part of a track in which marks lie, beneath the counts.
const marksHigh = 20

// pitch is the height of a label of two lines, far enough for two fingers.
func (a *Axis) pitch() float32 { return max(2*a.line+rowGap, ui.Touch) }

// measure decides how labels are set and what room each lane has.
func (a *Axis) measure() {
	a.labels, a.tickWords, a.counts = map[int]label{}, map[tickKey]*typeset.Layout{}, map[int]*typeset.Layout{}
	a.line = float32(math.Round(float64(a.letter() * labelLeading)))
	a.count = float32(math.Round(float64(a.letter() * countPart * labelLeading)))
	a.track = a.count + marksHigh
	a.gutter, a.unfit = 0, map[int]bool{}
	// The lanes' names take of the width, so that the scale may become coarser.
	for range 2 {
		a.coarse = a.coarseAt(a.scopeOf(a.first(), 0).perDay)
		a.shape()
		a.sharpen(a.scopeOf(a.first(), 0))
		a.stack(a.scaleTop())
		if a.coarse == a.coarseAt(a.scopeOf(a.first(), 0).perDay) {
			break
		}
	}
	a.plan = nil
}

// coarseAt reports whether the scale shows years or more at a zoom, px a day.
func (a *Axis) coarseAt(perDay float64) bool {
	return stepFor(perDay, float64(a.tickRoom())).years > 0
}

// first is the stretch that the first view shows.
func (a *Axis) first() view {
	all := a.all()
	if a.cfg.To <= a.cfg.From {
		return all
	}
	return a.bounded(view{a.cfg.From, a.cfg.To})
}

// bounded is a view as it can be shown: no more than there is, or a century, its middle
// in what there is.
func (a *Axis) bounded(v view) view {
	all := a.all()
	half := min(v.to-v.from, max(all.to-all.from, century)) / 2
	middle := min(max((v.from+v.to)/2, all.from), all.to)
	return view{middle - half, middle + half}
}

// stack gives the height of the axis to its lanes: first what titles of importance 1
// need, then where it shows most of the others. Neighbours are drawn as one where
// there is no room for each.
func (a *Axis) stack(height float32) {
	lanes := a.sorted(height)
	for i := range lanes {
		lanes[i].depth = lanes[i].least
		height -= a.track + lanes[i].depth
	}
	a.assign(lanes)
	height = a.spread(lanes, height)
	top := float32(0)
	for i := range lanes {
		lanes[i].depth += max(height, 0) / float32(len(lanes))
		lanes[i].top = top
		top += a.track + lanes[i].depth
	}
	a.lanes = lanes
}

// sorted is the lanes as they are drawn: as many as let all titles of importance 1 be
// read; where they cannot be read however few there are, as many as have room for one
// title.
func (a *Axis) sorted(height float32) []drawn {
	apart := a.apart()
	for nothing := func(l drawn) bool { return l.busy == 0 }; len(apart) > 1 && slices.ContainsFunc(apart, nothing); {
		apart = joined(apart)
	}
	known := map[string]float64{}
	for lanes := apart; a.mayHold(height); lanes = joined(lanes) {
		if sum, all := a.lay(lanes, known); all && sum <= height {
			return lanes
		}
		if len(lanes) == 1 {
			break
		}
	}
	for ; ; apart = joined(apart) {
		a.assign(apart)
		var named bool
		a.gutter, named = a.gutterOf(apart)
		sum := float32(0)
		for i := range apart {
			apart[i].least = max(a.pitch(), a.nameHeight(apart[i])-a.track+rowGap)
			sum += a.track + apart[i].least
		}
		if len(apart) == 1 || named && sum <= height {
			return apart
		}
	}
}

// mayHold reports whether titles of importance 1 that the first view holds may all have
// room in a height.
func (a *Axis) mayHold(height float32) bool {
	s := a.scopeOf(a.first(), 0)
	var leads []int
	for i, b := range a.boxes {
		if b.importance <= 1 && s.holds(b) {
			leads = append(leads, i)
		}
	}
	return s.leastDepth(a.boxes, leads) <= float64(height-a.track)
}

// spread deepens lanes one after the other, each time the one in which that shows most
// for its price, and returns what is left of the height.
func (a *Axis) spread(lanes []drawn, height float32) float32 {
	shown := make([]int, len(lanes))
	for i := range lanes {
		shown[i] = a.showing(i, lanes[i].depth, len(lanes))
	}
	for {
		best, gain, price := -1, float32(0), float32(0)
		for i, l := range lanes {
			more := a.deeper(l.depth) - l.depth
			if more > height || shown[i] >= l.busy {
				continue
			}
			if g := float32(a.showing(i, l.depth+more, len(lanes))-shown[i]) / more; g > gain {
				best, gain, price = i, g, more
			}
		}
		if best < 0 {
			return height
		}
		lanes[best].depth += price
		height -= price
		shown[best] = a.showing(best, lanes[best].depth, len(lanes))
	}
}

// deeper is the next depth of a lane at which more labels may have room.
func (a *Axis) deeper(depth float32) float32 {
	return float32(math.Floor(float64(depth/a.pitch()))+1) * a.pitch()
}

// showing is how many labels of what is in the first view a lane shows at a depth.
func (a *Axis) showing(lane int, depth float32, lanes int) int {
	first := a.first()
	s := a.scopeOf(first, lanes)
	s.depth[lane] = float64(depth)
	var order []int
	for _, i := range a.order {
		if a.boxes[i].lane == lane && s.holds(a.boxes[i]) {
			order = append(order, i)
		}
	}
	return len(arrange(a.boxes, order, nil, nil, s).spots)
}

// scopeOf is what labels are arranged for in a view, before lanes have their depth.
func (a *Axis) scopeOf(v view, lanes int) scope {
	perDay := float64(a.wide()) / (v.to - v.from)
	return scope{perDay: perDay, from: v.from * perDay, to: v.to * perDay, step: float64(a.pitch()), depth: make([]float64, lanes), effort: firstEffort, own: true, chosen: -1}
}

// apart is each lane that holds anything on its own, with how much of it the first
// view shows.
func (a *Axis) apart() []drawn {
	busy, any := make([]int, max(len(a.cfg.Lanes), 1)), make([]bool, max(len(a.cfg.Lanes), 1))
	s := a.scopeOf(a.first(), 0)
	for i, e := range a.cfg.Items {
		lane := min(max(e.Lane, 0), len(busy)-1)
		any[lane] = true
		if s.holds(a.boxes[i]) {
			busy[lane]++
		}
	}
	var out []drawn
	for lane, n := range busy {
		if any[lane] {
			out = append(out, drawn{lanes: []int{lane}, busy: n})
		}
	}
	if len(out) == 0 {
		return []drawn{{lanes: []int{0}}}
	}
	return out
}

// joined draws the two neighbours with the fewest events as one.
func joined(lanes []drawn) []drawn {
	at := 0
	for i := range len(lanes) - 1 {
		if lanes[i].busy+lanes[i+1].busy < lanes[at].busy+lanes[at+1].busy {
			at = i
		}
	}
	one := drawn{lanes: slices.Concat(lanes[at].lanes, lanes[at+1].lanes), busy: lanes[at].busy + lanes[at+1].busy}
	return slices.Concat(lanes[:at], []drawn{one}, lanes[at+2:])
}

// lay finds what each lane needs, and the height of all together; all reports whether
// there is a way to show all of importance 1, and the names of the lanes have room.
// What lanes need is kept in known: joining two changes nothing for the others.
func (a *Axis) lay(lanes []drawn, known map[string]float64) (sum float32, all bool) {
	a.assign(lanes)
	a.gutter, all = a.gutterOf(lanes)
	s := a.scopeOf(a.first(), len(lanes))
	leads := make([][]int, len(lanes))
	for i, b := range a.boxes {
		if b.importance <= 1 && s.holds(b) {
			leads[b.lane] = append(leads[b.lane], i)
		}
	}
	for i := range lanes {
		l := &lanes[i]
		key := fmt.Sprint(l.lanes, a.gutter)
		depth, ok := known[key]
		if !ok {
			if depth, ok = s.need(a.boxes, leads[i], float64(a.scaleTop()-a.track)); !ok {
				depth = math.Inf(1)
			}
			known[key] = depth
		}
		all = all && !math.IsInf(depth, 1)
		l.least = max(float32(depth), ui.Touch-a.track, a.nameHeight(*l)-a.track+rowGap)
		if len(lanes) == 1 {
			l.least = max(float32(depth), a.pitch())
		}
		sum += a.track + l.least
		if !all {
			return sum, false
		}
	}
	return sum, all
}

// assign notes in which drawn lane each event is.
func (a *Axis) assign(lanes []drawn) {
	at := make([]int, max(len(a.cfg.Lanes), 1))
	for n, l := range lanes {
		for _, lane := range l.lanes {
			at[lane] = n
		}
	}
	for i, e := range a.cfg.Items {
		a.boxes[i].lane = at[min(max(e.Lane, 0), len(at)-1)]
	}
}

// mostGutter is the most of the width that the names of lanes take.
const mostGutter = 0.24

// gutterOf is how wide the names of lanes are set, and whether they can be: one lane
// needs no name, and a word must not be broken.
func (a *Axis) gutterOf(lanes []drawn) (float32, bool) {
	if len(lanes) < 2 {
		return 0, true
	}
	widest := float32(0)
	for _, lane := range a.cfg.Lanes {
		for word := range strings.FieldsSeq(lane.Name) {
			l := a.look.Setter.Layout(a.nameWords(word), 0)
			widest = max(widest, l.Inner)
		}
	}
	gutter := widest + ui.Small + nameInk
	return max(gutter, a.size.Width*0.1), gutter <= a.size.Width*mostGutter
}

// nameInk is how far a lane's name begins from its stroke of ink, px at 1x.
const nameInk = 14

// nameOf is what a drawn lane is called.
func (a *Axis) nameOf(l drawn) string {
	var names []string
	for _, lane := range l.lanes {
		if lane < len(a.cfg.Lanes) {
			names = append(names, a.cfg.Lanes[lane].Name)
		}
	}
	return strings.Join(names, " · ")
}

func (a *Axis) nameWords(words string) typeset.Paragraph {
	style := typeset.Style{Size: a.letter(), Ink: a.look.Palette.Soft}
	return typeset.Paragraph{Spans: []typeset.Span{{Text: words, Style: style}}, Direction: a.look.Direction(), Leading: labelLeading, Lang: a.look.Lang}
}

func (a *Axis) nameHeight(l drawn) float32 {
	if a.gutter == 0 {
		return 0
	}
	return a.look.Setter.Layout(a.nameWords(a.nameOf(l)), a.gutter-nameInk).Height
}

// wide is how much of the axis shows time, px at 1x: the rest is the lanes' names.
func (a *Axis) wide() float32 { return max(a.size.Width-a.gutter, 1) }

// x is where a place along the axis lies on the screen, px at 1x, of something so
// wide that begins there.
func (a *Axis) x(u float64, width float32) float32 {
	x := a.gutter + float32(u-a.begin*a.perDay)
	if a.look.RTL {
		return a.size.Width - x - width
	}
	return x
}

// along is the part of the width of time, from where lines begin, at a place on the
// screen.
func (a *Axis) along(at fyne.Position) float32 {
	x := at.X
	if a.look.RTL {
		x = a.size.Width - x
	}
	return x - a.gutter
}
