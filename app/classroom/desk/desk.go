// Package desk is where an educator builds a lesson: the stops in their order, the stop
// that is being written, the archive's search beside it, and where the lesson is opened
// from and saved to. It is one screen for the shell, behind the staff door.
package desk

import (
	"context"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigil/app/classroom/builder"
	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/content"
	"vigil/content/lesson"
)

// Config is what a Desk needs besides what every screen is given.
type Config struct {
	Store  *builder.Store                    // keeps the draft through a crash
	Kiosk  builder.Shelf                     // the lessons of this kiosk; its name is ""
	Sticks func() []builder.Shelf            // those that are plugged in now; may be nil
	Again  func()                            // has the shell make the present page anew
	Saved  func(on builder.Shelf, id string) // hears that a lesson was saved; may be nil
	Leave  string                            // the route that going back leads to; "" leads nowhere
	Give   func(id string) string            // makes a lesson of this kiosk the one to give, and says where its plan is; may be nil
}

// Desk is the builder while somebody uses it. It outlives the pages that the shell makes
// of it when the language, the size of text or the window changes. Its methods belong to
// the interface's goroutine.
type Desk struct {
	cfg     Config
	begun   bool
	draft   *builder.Draft // nil until a lesson is begun or opened
	view    view
	step    step   // of a screen that shows one column at a time
	stop    int    // the stop that is written, or whole
	page    int    // the page of that stop that is chosen
	words   string // what the archive is searched for
	saved   string // under which id, to be said once
	made    string // the lesson of this kiosk that was saved last
	failed  string // the message of what went wrong, to be said once
	on      string // the shelf that saved speaks of
	keeping bool   // a draft is being written
	waiting bool   // and has changed since
	damaged bool   // a draft was found that could not be read
	unkept  bool   // the draft cannot be kept
}

type view int

const (
	working view = iota
	opening
	saving
)

type step int

const (
	stepStops step = iota
	stepStop
	stepPages
)

// whole stands for the lesson itself in place of one of its stops.
const whole = -1

// New makes a desk with nothing on it but the draft that was left, if any.
func New(cfg Config) *Desk { return &Desk{cfg: cfg, view: opening, stop: whole} }

// Draft is the lesson on the desk, or nil.
func (k *Desk) Draft() *builder.Draft { return k.draft }

// Page makes the screen of a desk: what the shell shows, and makes anew whenever it
// looks different. ctx ends when the page goes.
func Page(ctx context.Context, deps screen.Deps, k *Desk) *screen.Screen {
	k.begin(deps.Archive)
	p := &page{Desk: k, Deps: deps, ctx: ctx, s: &screen.Screen{Title: deps.Locale.Say("builder.title")}}
	p.s.Close = p.close
	switch {
	case k.view == saving && k.draft != nil:
		p.savingPage()
	case k.view == working && k.draft != nil:
		p.bench()
	default:
		p.openingPage()
	}
	return p.s
}

// begin takes up the draft that was left, once.
func (k *Desk) begin(a *content.Archive) {
	if k.begun {
		return
	}
	k.begun = true
	d, err := k.cfg.Store.Resume(a)
	if err != nil {
		slog.Error("take up the draft of a lesson", "err", err)
		k.damaged = true
	}
	if d != nil {
		k.use(d)
	}
}

// use puts a draft on the desk.
func (k *Desk) use(d *builder.Draft) {
	k.draft, k.view, k.stop, k.page, k.step, k.words = d, working, whole, 0, stepStops, ""
	if n := len(d.Lesson().Stops); n > 0 && d.Text(builder.Spot{Part: builder.Title}) != "" {
		k.stop = 0
	}
}

// keep writes the draft so that a crash loses nothing; what changes while it is written
// is written after.
func (k *Desk) keep(load ui.Load, said func()) {
	if k.keeping {
		k.waiting = true
		return
	}
	data, err := k.draft.Encode()
	if err != nil {
		slog.Error("keep the draft of a lesson", "err", err)
		return
	}
	k.keeping = true
	load(context.Background(), func(context.Context) (func(), error) {
		err := k.cfg.Store.Keep(data)
		return func() {
			k.keeping = false
			if failed := err != nil; failed != k.unkept {
				k.unkept = failed
				said()
			}
			if err != nil {
				slog.Error("keep the draft of a lesson", "err", err)
			}
			if k.waiting {
				k.waiting = false
				k.keep(load, said)
			}
		}, nil
	})
}

// page is the screen while it is shown.
type page struct {
	*Desk
	screen.Deps
	ctx context.Context
	s   *screen.Screen

	outline, form, found *ui.Scroll
	head                 *fyne.Container // the title and what can be done with the whole
	listed               *fyne.Container // the pages of the stop
	asked                *fyne.Container // its questions
	body                 *fyne.Container // all but the keyboard
	notes                *fyne.Container // what to look at again, beneath the search
	beside               *fyne.Container // the search and the notes
	keys                 *fyne.Container // the keyboard, empty while it is away
	all                  *fyne.Container
	into                 typed // what the keyboard writes into
	find                 finder
	faults               []lesson.Found // as they are shown
}

// show goes to another view of the desk.
func (p *page) show(v view) {
	p.view = v
	p.cfg.Again()
}

// close goes back to the lesson, or puts the keyboard away.
func (p *page) close() {
	switch {
	case p.typing():
		p.board(nil)
	case p.view != working && p.draft != nil:
		p.show(working)
	case p.cfg.Leave != "":
		p.Go(p.cfg.Leave)
	}
}

// say is an interface message.
func (p *page) say(id string) string { return p.Locale.Say(id) }

// with is an interface message with one value filled in.
func (p *page) with(id, key, value string) string {
	return p.Locale.SayWith(id, map[string]string{key: value})
}

// number writes a count in the language's digits.
func (p *page) number(n int) string { return p.Locale.Number(float64(n)) }

// wide reports whether the three columns have room side by side.
func (p *page) wide() bool {
	return !p.Look.Portrait && p.Look.Text <= 1.25 && !p.Look.Low && (p.Size.Width == 0 || p.Size.Width >= 1600)
}

// column is a page of one column.
func (p *page) column(items []*ui.Anchored) {
	column := p.Look.Scroll(items...)
	column.Most = p.Look.Measure() * 1.15
	p.s.Main, p.s.Body = column, p.Look.Page(column)
}

// columns sets three columns side by side, in parts of the width.
type columns struct {
	look  ui.Look
	parts []float32
}

// columnGap is the space between columns, px at 1x.
const columnGap = 48

func (c columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var all float32
	for _, part := range c.parts {
		all += part
	}
	free, x := size.Width-columnGap*float32(len(objects)-1), float32(0)
	for i, o := range objects {
		w := free * c.parts[i] / all
		at := x
		if c.look.RTL {
			at = size.Width - x - w
		}
		o.Move(fyne.NewPos(at, 0))
		o.Resize(fyne.NewSize(w, size.Height))
		x += w + columnGap
	}
}

func (columns) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }

// margins sets a thing between the sides of the screen.
type margins struct{ look ui.Look }

// side is the free space at the sides, px at 1x: what is worked at may take more of the
// screen than what is read.
const side = 48

func (m margins) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	at := min(m.look.Margin(), side)
	for _, o := range objects {
		o.Move(fyne.NewPos(at, ui.Small))
		o.Resize(fyne.NewSize(size.Width-2*at, size.Height-ui.Small))
	}
}

func (margins) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }

func (p *page) between(o fyne.CanvasObject) *fyne.Container {
	return container.New(margins{p.Look}, o)
}
