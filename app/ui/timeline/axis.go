package timeline

import (
	"cmp"
	"image"
	"image/color"
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/content"
)

// Item is one thing on the axis.
type Item struct {
	ID         string // its route; unique
	Date       content.Date
	Lane       int // index in Config.Lanes
	Importance int // 1 comes first
	Title      string
	When       string       // its date in words beside the title, the year left out
	Year       string       // what stands for it where the scale shows years
	Lang       content.Lang // of the title
	Spoken     string       // what a voice says of it
}

// Lane is a row of the axis.
type Lane struct {
	Name string
	Ink  color.NRGBA
}

// Config is what an Axis is made from.
type Config struct {
	Lanes    []Lane
	Items    []Item
	Tick     func(content.Date) string // a tick of the scale in words
	Digits   func(string) string       // a number as the language writes it
	Summary  string                    // what a voice says of the whole
	OnSelect func(item int)            // after a finger or key has chosen an item
	OnCrowd  func(items []int)         // after a finger has opened what was only counted; may be nil
	OnOpen   func(item int)            // after a key has chosen again what is chosen; may be nil
	OnMoved  func()                    // after the view has come to rest
	// From and To are the first view, days since 1970, UTC; all there is where they
	// are equal. Its titles of importance 1 can be read, whatever the window. As long
	// as so much is in view, other titles are written only in the visitor's language:
	// what is in another is counted, and told from nearer by.
	From, To float64
}

// Axis is the time axis. Its view is a stretch of time; its height is what it
// is given.
type Axis struct {
	widget.BaseWidget
	look      ui.Look
	cfg       Config
	boxes     []box
	order     []int
	stretches []stretch
	starts    []int // items by the beginning of their mark
	longest   float64
	sub       []int // of a bar, how far beneath its lane's first
	depth     []int // of a lane, how many bars lie beneath one another

	size      fyne.Size
	begin     float64 // day at the leading edge
	perDay    float64 // px at 1x
	want      view    // to show once there is a size
	plan      *plan
	lanes     []drawn
	line      float32 // height of a line of a label
	count     float32 // height of the counts, at the top of a lane
	track     float32 // height of the counts and of the marks beneath them
	gutter    float32 // width of the lanes' names
	coarse    bool    // the scale shows years or more
	labels    map[int]label
	unfit     map[int]bool // items whose titles the room for them would cut to nothing
	measured  map[int]bool // items whose titles were measured, not only estimated
	tickWords map[tickKey]*typeset.Layout
	counts    map[int]*typeset.Layout
	selected  int // item, or -1
	brought   int // item that keys have come to, or -1
	discs     discs
	paper     *image.RGBA // see sheet

	hand ui.Hand
	show func(repaint bool) // set once there is a renderer
}

type view struct{ from, to float64 }

// Of letters on the axis.
const (
	letterSize   = ui.Caption
	countPart    = 0.85 // of their size, for counts
	labelLeading = 1.25
	century      = 36525.0 // days
	dayWide      = 1.5     // the closest view, in days
)

// letter is the size of letters on the axis, px at 1x. It grows by half of what the
// visitor's text does: twice as large, titles would leave no room for one another. What
// is chosen stands beside the axis at its full size. In a low window they are a tenth
// smaller.
func (a *Axis) letter() float32 {
	size := a.look.Px(letterSize) * (1 + a.look.Text) / (2 * a.look.Text)
	if a.look.Low {
		return size * 0.9
	}
	return size
}

// New makes an axis that shows all its items.
func New(look ui.Look, cfg Config) *Axis {
	a := &Axis{look: look, cfg: cfg, selected: -1, brought: -1, discs: discs{}}
	for i, e := range cfg.Items {
		s := stretchOf(e.Date)
		a.stretches = append(a.stretches, s)
		b := box{lane: e.Lane, importance: e.Importance, from: s.from, to: s.to, foreign: e.Lang != "" && string(e.Lang) != look.Lang}
		a.boxes = append(a.boxes, b)
		a.longest = max(a.longest, s.to-s.from+2*(s.soft[0]+s.soft[1]))
		a.starts = append(a.starts, i)
	}
	a.order = orderOf(a.boxes)
	slices.SortStableFunc(a.starts, func(i, j int) int { return cmp.Compare(a.stretches[i].from, a.stretches[j].from) })
	a.sub, a.depth = beneath(cfg.Items, a.stretches, a.starts, len(cfg.Lanes))
	a.want = a.first()
	a.ExtendBaseWidget(a)
	return a
}

// all is the stretch of time that holds every item, with a margin.
func (a *Axis) all() view {
	if len(a.starts) == 0 {
		now := dayOf(time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC))
		return view{now, now + century}
	}
	from := a.stretches[a.starts[0]].from
	to := from + 1
	for _, s := range a.stretches {
		to = max(to, s.to)
	}
	margin := (to - from) * 0.04
	return view{from - margin, to + margin}
}

// MinSize is small: an axis takes what it is given.
func (a *Axis) MinSize() fyne.Size { return fyne.NewSize(ui.Touch, 2*ui.Touch) }

// Resize lays the axis out anew; the stretch of time in view stays.
func (a *Axis) Resize(size fyne.Size) {
	if size != a.size && size.Width > 0 && size.Height > 0 {
		if a.size.Width > 0 && a.perDay > 0 {
			a.want = view{a.begin, a.begin + float64(a.wide())/a.perDay}
		}
		a.size = size
		a.measure()
		a.Look(a.want.from, a.want.to)
	}
	a.BaseWidget.Resize(size)
}

// digits is a number as the language writes it.
func (a *Axis) digits(n int) string {
	if a.cfg.Digits == nil {
		return strconv.Itoa(n)
	}
	return a.cfg.Digits(strconv.Itoa(n))
}

// when is the date that stands beside a title.
func (a *Axis) when(e Item) string {
	if a.coarse {
		return e.Year
	}
	return e.When
}

func (a *Axis) scaleTop() float32 { return a.size.Height - a.letter()*labelLeading - 14 }

func (a *Axis) laneTop(lane int) float32 { return a.lanes[lane].top }

// tickRoom is the least distance between two ticks, px at 1x.
func (a *Axis) tickRoom() float32 { return a.letter() * 8 }

// bounds of the zoom, px a day.
func (a *Axis) slowest() float64 {
	v := a.all()
	return float64(a.wide()) / max(v.to-v.from, century)
}

func (a *Axis) closest() float64 { return float64(a.wide()) / dayWide }

// Look shows a stretch of time, in days since 1970, UTC.
func (a *Axis) Look(from, to float64) {
	a.want = view{from, to}
	a.set(from, float64(a.wide())/max(to-from, 1e-9))
	a.settle()
}

// set is the one place that changes the view.
func (a *Axis) set(begin, perDay float64) {
	if a.size.Width <= 0 || a.size.Height <= 0 {
		return
	}
	perDay = min(max(perDay, a.slowest()), a.closest())
	v := a.all()
	half := float64(a.wide()) / perDay / 2
	middle := begin + half
	middle = min(max(middle, v.from), v.to)
	if coarse := a.coarseAt(perDay); coarse != a.coarse {
		a.coarse = coarse
		a.shape()
	}
	repaint := a.plan == nil || a.plan.perDay != perDay
	a.begin, a.perDay = middle-half, perDay
	if repaint {
		a.arrange()
	}
	if a.show != nil {
		a.show(repaint)
	}
}

// nearer is how much closer than the first view titles in another language are
// written.
const nearer = 1.25

// whole reports whether about as much is in view as at first.
func (a *Axis) whole() bool {
	first := a.first()
	return a.perDay*(first.to-first.from) < nearer*float64(a.wide())
}

// View is the stretch of time in view, in days since 1970, UTC.
func (a *Axis) View() (from, to float64) {
	if a.size.Width <= 0 || a.perDay <= 0 {
		return a.want.from, a.want.to
	}
	return a.begin, a.begin + float64(a.wide())/a.perDay
}

// Zoom makes everything so many times as wide around a place, as a part of the
// width from where lines begin.
func (a *Axis) Zoom(factor, around float64) {
	a.stop()
	if a.size.Width <= 0 {
		return
	}
	per := min(max(a.perDay*factor, a.slowest()), a.closest())
	x := around * float64(a.wide())
	a.set(a.begin+x/a.perDay-x/per, per)
	a.moved()
}

// Pan moves the view by a part of its width, towards later where positive.
func (a *Axis) Pan(part float64) {
	a.stop()
	from, to := a.View()
	a.set(a.begin+part*(to-from), a.perDay)
	a.moved()
}

// Center brings a day into the middle.
func (a *Axis) Center(day float64) {
	from, to := a.View()
	a.Look(day-(to-from)/2, day+(to-from)/2)
}

// More reports whether there is anything before and after what is in view.
func (a *Axis) More() (before, after bool) {
	v := a.all()
	from, to := a.View()
	return from > v.from, to < v.to
}

// Selected is the item chosen, or -1.
func (a *Axis) Selected() int { return a.selected }

// Select chooses an item, -1 for none, and brings it into view.
func (a *Axis) Select(item int) {
	a.selected = item
	if item >= 0 && a.size.Width > 0 {
		a.bring(item)
		a.brought = -1
	}
	unlabelled := item >= 0 && a.plan != nil && !a.labelled(item)
	if unlabelled {
		a.arrange()
	}
	if a.show != nil {
		a.show(unlabelled)
	}
}

// First is the earliest item, or -1.
func (a *Axis) First() int {
	if len(a.starts) == 0 {
		return -1
	}
	return a.starts[0]
}

// Step is the item so many after one, in order of time; it stays within.
func (a *Axis) Step(item, by int) int {
	at := slices.Index(a.starts, item)
	if at < 0 || at+by < 0 || at+by >= len(a.starts) {
		return -1
	}
	return a.starts[at+by]
}

// reaching lists the items whose marks reach into a stretch of the axis, px from day 0.
func (a *Axis) reaching(from, to float64) []int {
	margin := float64(openFade + 16)
	first, last := (from-margin)/a.perDay-a.longest, (to+margin)/a.perDay
	i, _ := slices.BinarySearchFunc(a.starts, first, func(n int, day float64) int { return cmp.Compare(a.stretches[n].from, day) })
	j, _ := slices.BinarySearchFunc(a.starts, last, func(n int, day float64) int { return cmp.Compare(a.stretches[n].from, day) })
	return a.starts[i:j]
}

func (a *Axis) moved() {
	a.settle()
	if a.cfg.OnMoved != nil {
		a.cfg.OnMoved()
	}
}

// bring moves the view only where an item is not in it.
func (a *Axis) bring(item int) {
	a.brought = item
	from, to := a.View()
	b := a.boxes[item]
	room := float64(markRadius(1)) / a.perDay
	if b.to > from+room && b.from < to-room {
		return
	}
	a.Look(b.from-(to-from)*0.3, b.from+(to-from)*0.7)
	a.moved()
}

func (a *Axis) choose(item int) {
	a.Select(item)
	if a.cfg.OnSelect != nil {
		a.cfg.OnSelect(item)
	}
}

// Drop lets go of what an axis that is never shown again was painted with.
func (a *Axis) Drop() {
	a.stop()
	a.paper, a.labels, a.tickWords, a.counts = nil, map[int]label{}, map[tickKey]*typeset.Layout{}, map[int]*typeset.Layout{}
}
