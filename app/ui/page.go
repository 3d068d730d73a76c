package ui

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Page sets one thing between the margins of a screen.
func (l Look) Page(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(page{l}, o)
}

// SideBySide sets a narrow thing where lines begin and a wide one beside it.
func (l Look) SideBySide(narrow, wide fyne.CanvasObject) fyne.CanvasObject {
	return container.New(page{l}, narrow, wide)
}

// Spread sets what a page is about where lines begin, its words beside that, and where
// they end what places them in space and time.
func (l Look) Spread(narrow, words, aside fyne.CanvasObject) fyne.CanvasObject {
	return container.New(page{l}, narrow, words, aside)
}

// page fills the screen between its margins with one to three columns, each as
// high as the screen.
type page struct{ look Look }

// side is the width of the narrow column of two, and the space between, px at 1x.
func (p page) side() (width, gap float32) {
	return 440 * (1 + (p.look.Text-1)*0.4), 88
}

// Of a spread, px at 1x: its narrow column, the space between its columns, and the
// least width of what places its words.
const (
	spreadSide  float32 = 440
	spreadGap   float32 = 56
	leastAside  float32 = 360
	widestAside float32 = 480
)

// spread is the widths of three columns.
func (p page) spread(width float32) (side, words, aside float32) {
	side = spreadSide * (1 + (p.look.Text-1)*0.4)
	words = min(p.look.Measure(), width-side-leastAside-2*spreadGap)
	return side, words, min(width-side-words-2*spreadGap, widestAside)
}

// Roomy reports whether a window is wide enough for a Spread whose words have some 50
// letters a line.
func (l Look) Roomy(width float32) bool {
	_, words, _ := page{l}.spread(width - 2*l.Margin())
	return !l.Portrait && words >= 24*l.Px(Body)
}

// top is the free space above a page, px at 1x.
func (l Look) top() float32 {
	if l.Low {
		return Small
	}
	return Huge
}

func (p page) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	margin := p.look.Margin()
	top := p.look.top()
	width, height := size.Width-2*margin, size.Height-top
	put := func(o fyne.CanvasObject, x, wide float32) {
		place(o, p.look.RTL, size.Width, margin+x, top, wide, height)
	}
	switch len(objects) {
	case 1:
		put(objects[0], 0, width)
	case 2:
		side, gap := p.side()
		put(objects[0], 0, side)
		put(objects[1], side+gap, width-side-gap)
	default:
		side, words, aside := p.spread(width)
		put(objects[0], 0, side)
		put(objects[1], side+spreadGap, words)
		put(objects[2], width-aside, aside)
	}
}

func (p page) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }

// Load is the one door for work off the interface's goroutine: fetch runs
// elsewhere, and what it brings is shown on the interface's goroutine unless
// the context has ended, because the visitor has gone on.
type Load func(ctx context.Context, fetch func(context.Context) (show func(), err error))

// grace is how long the interface waits for work before it goes on: what comes
// within it is shown in the frame that asked, as search results are under a
// typed letter, and costs one frame instead of two.
const grace = 12 * time.Millisecond

// NewLoad makes a Load. do hands a function to the interface's goroutine, as
// fyne.Do does; failed hears of errors.
func NewLoad(do func(func()), failed func(error)) Load {
	return func(ctx context.Context, fetch func(context.Context) (func(), error)) {
		done := make(chan func(), 1)
		go func() {
			show, err := fetch(ctx)
			done <- func() { finish(ctx, show, err, failed) }
		}()
		select {
		case end := <-done:
			end()
		case <-time.After(grace):
			go func() { do(<-done) }()
		}
	}
}

func finish(ctx context.Context, show func(), err error, failed func(error)) {
	switch {
	case ctx.Err() != nil:
	case err != nil:
		failed(err)
	default:
		show()
	}
}

// LoadNow does the work at once, for pages that are printed and not shown.
func LoadNow(failed func(error)) Load {
	return func(ctx context.Context, fetch func(context.Context) (func(), error)) {
		show, err := fetch(ctx)
		if err != nil {
			failed(err)
			return
		}
		show()
	}
}

// Below puts a thing beneath a head that is as high as it needs to be, and
// gives it the rest of the height.
func (l Look) Below(head, rest fyne.CanvasObject) *fyne.Container {
	return container.New(below{}, head, rest)
}

type below struct{}

func (below) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := HeightAt(objects[0], size.Width)
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, h))
	objects[1].Move(fyne.NewPos(0, h+Small))
	objects[1].Resize(fyne.NewSize(size.Width, max(0, size.Height-h-Small)))
}

func (below) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }

// Box frames a field, which takes all of it: a finger that meets the frame
// means the field.
func (l Look) Box(field fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(l.Palette.Raised)
	ground.CornerRadius, ground.StrokeColor, ground.StrokeWidth = 8, l.Palette.Accent, 2
	return container.New(framed{}, ground, l.Pad(0, Mid, 0, Mid, field))
}

// Quiet frames a field among many: a hairline, and no more room than it needs.
func (l Look) Quiet(field fyne.CanvasObject) fyne.CanvasObject {
	ground := canvas.NewRectangle(l.Palette.Raised)
	ground.CornerRadius, ground.StrokeColor, ground.StrokeWidth = 8, l.Palette.Rule, 1
	return container.New(quiet{}, ground, l.Pad(0, Small, 0, Small, field))
}

type quiet struct{ framed }

func (quiet) heightAt(objects []fyne.CanvasObject, width float32, of measure) float32 {
	return max(Touch, of(objects[1], width))
}

type framed struct{}

func (framed) heightAt(objects []fyne.CanvasObject, width float32, of measure) float32 {
	return max(Touch, of(objects[1], width)+2*Tiny)
}

func (framed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

func (framed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[1].MinSize().AddWidthHeight(0, 2*Tiny)
}

// Dock gives the middle of a screen to one thing: a head above it, a foot
// beneath, and something beside it where lines end, or beneath on a tall screen.
func (l Look) Dock(head, main, foot, beside fyne.CanvasObject) fyne.CanvasObject {
	return container.New(dock{l}, head, main, foot, beside)
}

type dock struct{ look Look }

func (d dock) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	margin := max(d.look.Margin()-Large, Large)
	width := size.Width - 2*margin
	head, main, foot, beside := objects[0], objects[1], objects[2], objects[3]
	headHeight, footHeight := HeightAt(head, width), HeightAt(foot, width)
	put := func(o fyne.CanvasObject, x, y, w, h float32) { place(o, d.look.RTL, size.Width, margin+x, y, w, h) }
	put(head, 0, Mid, width, headHeight)
	y := Mid + headHeight + Tiny
	bottom := size.Height - Tiny
	if d.look.Portrait {
		side := (bottom - y) * 0.42 * (1 - (d.look.Text-1)*0.22)
		put(beside, 0, bottom-side, width, side)
		bottom -= side + Mid
	} else {
		part := float32(0.36)
		switch {
		case d.look.Low && d.look.Narrow:
			part = 0.44
		case d.look.Low:
			part = 0.32
		}
		side := min(520*(1+(d.look.Text-1)*0.3), width*part)
		put(beside, width-side, y, side, bottom-y)
		width -= side + Large
	}
	put(foot, 0, bottom-footHeight, width, footHeight)
	put(main, 0, y, width, max(0, bottom-footHeight-Tiny-y))
}

func (dock) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }

// Above puts a foot under a thing that takes the rest of the height.
func (l Look) Above(rest, foot fyne.CanvasObject) *fyne.Container {
	return container.New(above{}, rest, foot)
}

type above struct{}

func (above) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	h := HeightAt(objects[1], size.Width)
	gap := Small
	if h == 0 {
		gap = 0
	}
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(size.Width, max(0, size.Height-h-gap)))
	objects[1].Move(fyne.NewPos(0, size.Height-h))
	objects[1].Resize(fyne.NewSize(size.Width, h))
}

func (above) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }

// Halves sets two things beside one another, each as wide.
func (l Look) Halves(first, second fyne.CanvasObject) fyne.CanvasObject {
	return container.New(halves{l}, first, second)
}

type halves struct{ look Look }

func (h halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	margin, top := h.look.Margin(), h.look.top()
	width := (size.Width - 2*margin - Huge) / 2
	for i, o := range objects {
		place(o, h.look.RTL, size.Width, margin+float32(i)*(width+Huge), top, width, size.Height-top)
	}
}

func (halves) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }
