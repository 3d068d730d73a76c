// Package studio is the curator's screens.
package studio

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"vigil/app/studio/proof"
	"vigil/app/ui"
	"vigil/content/route"
	"vigil/i18n"
)

// Config is what a Preview may do.
type Config struct {
	Kiosk fyne.CanvasObject    // the kiosk on what is being written
	Go    func(address string) // opens a route in the kiosk
	Copy  func(place string)   // gives an editor a place in a file
	Keys  func(fyne.Focusable) // gives the keys to a thing
	Leave func()               // gives the keys back to the kiosk
}

// View is what a Preview shows beside the kiosk.
type View struct {
	Locale  *i18n.Locale
	Look    ui.Look // of the kiosk
	Edition proof.Edition
	Address string // of the page that the kiosk shows
	Lost    bool   // which leads nowhere
	Looked  bool   // the folder is looked at, for nothing is told of it
	Busy    bool   // it is being read
}

// Preview is the kiosk in the window of somebody who writes what it shows: under a line
// that says what this is, and beside the mistakes, where these have not been put away.
// Its methods belong to the interface's goroutine.
type Preview struct {
	cfg    Config
	view   View
	look   ui.Look // for a desk, whatever the visitor's size of text is
	list   []proof.Listed
	away   bool   // the mistakes have been put away
	copied string // the place that was copied last
	size   fyne.Size

	root   *fyne.Container
	line   *fyne.Container // what this is, and how many mistakes there are
	panel  *fyne.Container // the mistakes
	blank  *fyne.Container // in the place of a kiosk that has nothing to show
	edges  [2]*canvas.Rectangle
	column *ui.Scroll
	keeper *ui.Keeper
	cursor cursor
}

// New makes a Preview that has nothing to show yet.
func New(cfg Config) *Preview {
	p := &Preview{cfg: cfg, line: container.NewStack(), panel: container.NewStack(), blank: container.NewStack()}
	p.keeper = ui.NewKeeper(p.key, func(rune) {})
	for i := range p.edges {
		p.edges[i] = canvas.NewRectangle(nil)
	}
	p.cursor = newCursor()
	p.root = container.New(frame{p}, cfg.Kiosk, p.blank, p.line, p.panel, p.edges[0], p.edges[1], p.cursor.ring, p.keeper)
	return p
}

// Content is the Preview's one object, for a window.
func (p *Preview) Content() fyne.CanvasObject { return p.root }

// Keeper is what has the keys while they are among the mistakes.
func (p *Preview) Keeper() fyne.Focusable { return p.keeper }

// Show shows what has changed. Where the same page is looked at the mistakes stay where
// they stand.
func (p *Preview) Show(v View) {
	if r, err := route.Parse(v.Address); err == nil {
		v.Address = r.Page() // how far one has gone on a page is nothing to its mistakes
	}
	before, was := p.view, p.list
	p.view, p.list = v, v.Edition.List(v.Address)
	if same(before, v) && slices.Equal(was, p.list) {
		return
	}
	p.look = v.Look
	p.look.Text, p.look.Felt, p.look.Low, p.look.Portrait = 1, p.lift, false, false
	p.fill(before.Address == v.Address)
}

// same reports whether two views differ at most in their mistakes.
func same(a, b View) bool {
	type plain struct {
		locale            *i18n.Locale
		palette, address  string
		rtl               bool
		stage             proof.Stage
		gone              bool
		empty             bool
		lost, looked, now bool
	}
	of := func(v View) plain {
		return plain{v.Locale, v.Look.Palette.Name, v.Address, v.Look.RTL, v.Edition.Stage, v.Edition.Gone != nil, v.nothing(), v.Lost, v.Looked, v.Busy}
	}
	return of(a) == of(b) && slices.Equal(a.Edition.Held, b.Edition.Held)
}

// nothing reports whether there is nothing that the kiosk could show.
func (v View) nothing() bool { return v.Edition.Archive == nil || v.Edition.Archive.Empty() }

// fill makes everything but the kiosk anew.
func (p *Preview) fill(stay bool) {
	for _, e := range p.edges {
		e.FillColor = p.look.Palette.Rule
		e.Refresh()
	}
	p.fillLine()
	p.fillPanel(stay)
	p.fillBlank()
	ui.Rearrange(p.root)
	p.point()
}

// turn puts the mistakes away, or brings them back.
func (p *Preview) turn() {
	p.away = !p.away
	p.fill(true)
}

func (p *Preview) say(id string) string { return p.view.Locale.Say(id) }

func (p *Preview) with(id, key, value string) string {
	return p.view.Locale.SayWith(id, map[string]string{key: value})
}

func (p *Preview) number(n int) string { return p.view.Locale.Number(float64(n)) }
