// Package kiosk is the shell around the screens: the route stack, the bar of
// controls, the visitor's choice of language, text size and contrast. It knows
// windows only through what it is given, so that the tour can photograph it
// without one.
package kiosk

import (
	"context"
	"image/color"
	"io/fs"
	"log/slog"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"vigil/app/classroom"
	"vigil/app/idle"
	"vigil/app/paper"
	"vigil/app/screen"
	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
	"vigil/content/search"
	"vigil/i18n"
)

// World is what a Shell shows. Two windows are two shells over one world.
type World struct {
	Archive   *content.Archive
	Catalogue *i18n.Catalogue
	Setter    *typeset.Setter
	Finder    screen.Finder
	Land      *atlas.Land // the geometry of maps
	Files     fs.FS       // the archive's files; nil where there are none
}

// Config is what a Shell is made from.
type Config struct {
	World
	Load      ui.Load
	Lang      content.Lang           // the language to begin in
	OnShow    func(s *screen.Screen) // after a screen has been put in place
	OnPaint   func(address string)   // after a screen has been painted for the first time; may be nil
	Focus     func(o fyne.Focusable) // gives the keys to a thing
	Do        func(func())           // runs a function on the interface's goroutine
	Now       func() time.Time       // the clock
	Timing    idle.Timing            // how long a visitor may be silent
	Speaker   voice.Speaker
	Print     func(ctx context.Context, pdf []byte) error // prints sheets; nil where nothing can be printed
	Paper     paper.Format                                // what the printer has; A4 where it is not said
	Sticks    Sticks                                      // what staff save files on; nil where there is nothing
	Staff     Staff                                       // the staff door; nil where there is none
	Monitors  Monitors                                    // the machine's monitors; nil where there is one and no more
	ClassDir  string                                      // the folder of classes: the one that is given, lessons made here
	Unused    func(*fyne.KeyEvent)                        // hears of keys that nothing here has a use for; may be nil
	Pointer   bool                                        // a mouse is used: its pointer is shown
	Accepting bool                                        // content notes count as read: for what photographs and measures pages
}

// Shell shows one screen at a time. All its methods belong to the interface's
// goroutine.
type Shell struct {
	cfg     Config
	visit   visit
	stack   []place
	current *screen.Screen
	cancel  context.CancelFunc
	size    fyne.Size
	body    *fyne.Container
	bar     *fyne.Container
	root    *fyne.Container
	edge    *canvas.Rectangle // between the screen and the bar
	probe   *canvas.Raster
	changes int // how often pages have changed by themselves
	barFor  barKey

	overlay   *fyne.Container   // over the page; hidden while there is nothing
	ring      *canvas.Rectangle // around the thing that keys act on
	cursor    int               // that thing, in the order of reading, or nowhere
	sense     *ui.Sense
	keeper    *ui.Keeper
	periods   *i18n.Reader
	reader    *reader
	watch     *idle.Watch
	asking    bool
	countdown func(seconds string)
	scene     int // which one the attract loop put up last
	kept      []string
	accepted  map[string]bool
	door      door
	class     *classroom.Class
	lectern   *lectern // the kiosk as the class sees it
}

// barKey is all that the bar's look depends on.
type barKey struct {
	visit     visit
	size      fyne.Size
	keep, has bool
}

// place is a step of history: where, and how far it was scrolled.
type place struct {
	address string
	spot    ui.Spot
}

// longestHistory bounds the steps back.
const longestHistory = 200

// New makes a shell that shows nothing yet.
func New(cfg Config) *Shell {
	cfg = cfg.complete()
	s := &Shell{cfg: cfg, visit: newVisit(cfg.Lang), periods: cfg.Catalogue.Reader(search.Fold), cancel: func() {}, cursor: nowhere, accepted: map[string]bool{}}
	s.body, s.bar, s.overlay = container.NewStack(), container.NewStack(), container.NewStack()
	s.overlay.Hide()
	s.edge, s.ring = canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
	s.ring.StrokeWidth, s.ring.CornerRadius = 4, 8
	s.ring.Hide()
	s.reader = &reader{shell: s}
	s.watch = idle.New(cfg.Timing, cfg.Now())
	s.sense, s.keeper = ui.NewSense(s.Felt, cfg.Pointer), ui.NewKeeper(s.Key, s.Letter)
	s.door = door{shell: s}
	s.newClass()
	s.root = container.New(frame{s}, s.body, s.bar, s.edge, s.overlay, s.ring, ui.NewCorner(s.door.knock), s.keeper, s.sense)
	if cfg.OnPaint != nil {
		s.probe = NewProbe(func() { cfg.OnPaint(s.Address()) })
		s.root.Add(s.probe)
	}
	return s
}

// complete fills in what a shell can do without.
func (cfg Config) complete() Config {
	if cfg.Do == nil {
		cfg.Do = func(f func()) { f() }
	}
	if cfg.Now == nil {
		cfg.Now = time.Now
	}
	if cfg.Timing == (idle.Timing{}) {
		cfg.Timing = idle.Usual()
	}
	if cfg.Paper == (paper.Format{}) {
		cfg.Paper = paper.A4
	}
	if cfg.Speaker == nil {
		cfg.Speaker = voice.Mute{}
	}
	if cfg.Focus == nil {
		cfg.Focus = func(fyne.Focusable) {}
	}
	if cfg.Unused == nil {
		cfg.Unused = func(*fyne.KeyEvent) {}
	}
	if cfg.Monitors == nil {
		cfg.Monitors = oneMonitor{}
	}
	return cfg
}

// Show goes on with another world: an archive that has been saved since, or that the
// shell began with a part of. The visit stays, and so does the page, which is made again,
// where it was, if anything on it may read differently.
func (s *Shell) Show(w World, again bool) {
	if w.Catalogue != s.cfg.Catalogue {
		s.periods, s.barFor = w.Catalogue.Reader(search.Fold), barKey{}
	}
	s.cfg.World = w
	if again && s.current != nil {
		s.remember()
		s.rebuild()
	}
	s.class.Renew()
}

// World is what is shown.
func (s *Shell) World() World { return s.cfg.World }

// Archive is the archive that is shown.
func (s *Shell) Archive() *content.Archive { return s.cfg.Archive }

// Locale is the language that the visitor has chosen, as it is written.
func (s *Shell) Locale() *i18n.Locale { return s.cfg.Catalogue.Locale(s.visit.lang) }

// Ready reports whether the whole search answers, behind which nothing else is
// read at the start.
func (s *Shell) Ready() bool { return s.cfg.Finder == nil || s.cfg.Finder.Ready() }

// Content is the shell's one object, for a window or a canvas.
func (s *Shell) Content() fyne.CanvasObject { return s.root }

// Screen is what is shown now, or nil.
func (s *Shell) Screen() *screen.Screen { return s.current }

// Address is the route shown now, or "".
func (s *Shell) Address() string {
	if len(s.stack) == 0 {
		return ""
	}
	return s.stack[len(s.stack)-1].address
}

// Outline is the reading order of all that is shown: the screen, then the bar.
func (s *Shell) Outline() []voice.Item {
	return ui.Outline(s.root)
}

// Targets lists what can be touched now.
func (s *Shell) Targets() []ui.Target {
	if s.overlay.Visible() {
		return ui.Targets(s.overlay)
	}
	return ui.Targets(s.root)
}

// rebuild makes the present step's screen anew.
func (s *Shell) rebuild() {
	if s.size.Width <= 0 || len(s.stack) == 0 {
		return
	}
	s.cancel()
	var ctx context.Context
	ctx, s.cancel = context.WithCancel(context.Background())
	at := s.stack[len(s.stack)-1]
	r, err := route.Parse(at.address)
	if err != nil {
		slog.Warn("open route", "err", err) // not the route: it may hold what somebody searched for
	}
	d := s.deps()
	s.reader.stop()
	s.uncover()
	s.lift()
	if r.Kind != route.Staff && r.Kind != route.Class {
		s.door.code.role = screen.Visitor
	}
	before := s.body.Objects
	s.current = s.build(ctx, d, r)
	s.stands()
	s.body.Objects = []fyne.CanvasObject{s.current.Body}
	s.dress(d)
	s.root.Layout.Layout(s.root.Objects, s.size)
	if s.current.Main != nil {
		s.current.Main.Return(at.spot)
		s.current.Main.OnMoved = s.scrolled
	}
	s.body.Refresh()
	ui.Drop(before...)
	s.shown()
	s.cfg.Focus(s.keys())
	if s.visit.aloud {
		s.pointAt(0)
		s.reader.from(0)
	}
}

// build makes the screen of a route.
func (s *Shell) build(ctx context.Context, d screen.Deps, r route.Route) *screen.Screen {
	if r.Kind == route.Class {
		if p := s.classPage(ctx, d, r); p != nil {
			return p
		}
	}
	return screen.Build(ctx, d, r)
}

// keys is what takes the keys of the present page.
func (s *Shell) keys() fyne.Focusable {
	if s.current.Focus != nil {
		return s.current.Focus
	}
	return s.keeper
}

// scrolled hears that the page has moved under the frame of the keys.
func (s *Shell) scrolled() {
	s.Felt()
	if s.current.Moved != nil && s.gesture() {
		s.current.Moved()
	}
	if s.cursor != nowhere {
		s.frameCursor()
	}
}

// Changes counts how often pages have changed by themselves: a search page does
// when its results have come.
func (s *Shell) Changes() int { return s.changes }

func (s *Shell) changed() {
	s.changes++
	s.repaint()
}

// Repaint paints the window again with nothing changed: what a frame costs.
func (s *Shell) Repaint() { s.repaint() }

// repaint has the probe painted with what has changed.
func (s *Shell) repaint() {
	if s.probe != nil {
		s.probe.Refresh()
	}
}

// dress makes the ground and the bar anew when they must look different: a bar
// that stays is one whose icons need not be drawn again.
func (s *Shell) dress(d screen.Deps) {
	key := barKey{s.visit, s.size, s.keepable(), s.has()}
	if key == s.barFor {
		return
	}
	if s.barFor.visit.light != s.visit.light || len(s.bar.Objects) == 0 {
		fyne.CurrentApp().Settings().SetTheme(d.Look.Palette.Theme())
	}
	s.barFor = key
	s.edge.FillColor = d.Look.Palette.Rule
	s.edge.Refresh()
	ui.Swap(s.bar, s.newBar(d))
}

func (s *Shell) shown() {
	s.repaint()
	if s.cfg.OnShow != nil {
		s.cfg.OnShow(s.current)
	}
}

func (s *Shell) deps() screen.Deps {
	c := s.cfg.Catalogue
	var languages []*i18n.Locale
	for _, lang := range c.Languages() {
		languages = append(languages, c.Locale(lang))
	}
	return screen.Deps{
		World: screen.World{
			Archive: s.cfg.Archive, Languages: languages, Finder: s.finder(), Period: s.periods.Period,
			Load: s.cfg.Load, Land: s.cfg.Land, Files: s.cfg.Files, Paper: s.cfg.Paper,
		},
		View: screen.View{
			Locale: c.Locale(s.visit.lang), Look: s.Look(), Size: s.size, Reading: s.reading(), Kept: s.kept, Apart: s.class.Given(),
			Accepted: func(id string) bool { return s.cfg.Accepting || s.class.Answered(id) || s.accepted[id] },
		},
		Deeds: screen.Deeds{
			Go: s.Go, Replace: s.Replace, Note: s.Note, Speak: s.Speak, Read: s.read, Keep: s.Keep, Print: s.printer(),
			Accept: s.accept, Explain: s.explain, Door: s.door.forScreen(), Key: s.Key, Changed: s.changed,
		},
	}
}

// finder finds in the archive, or among the pages of the class that is given.
func (s *Shell) finder() screen.Finder {
	if s.cfg.Finder != nil && s.class.Given() {
		return classFinder{s.cfg.Finder, s.class.Set()}
	}
	return s.cfg.Finder
}

// resized builds the screen again when it must be laid out differently.
func (s *Shell) resized(size fyne.Size) {
	if size == s.size {
		return
	}
	s.remember()
	s.size = size
	s.rebuild()
}

// has reports whether the present page is in the selection.
func (s *Shell) has() bool { return s.current != nil && slices.Contains(s.kept, s.address0()) }

// address0 is the address of the present page alone.
func (s *Shell) address0() string { return s.current.Route.Page() }

// accept goes on past a content note.
func (s *Shell) accept(id string) {
	s.accepted[id] = true
	s.rebuild()
}
