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

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"vigil/app/screen"
	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
	"vigil/i18n"
)

// Config is what a Shell is made from.
type Config struct {
	Archive   *content.Archive
	Catalogue *i18n.Catalogue
	Setter    *typeset.Setter
	Finder    screen.Finder
	Load      ui.Load
	Land      *atlas.Land            // the geometry of maps
	Files     fs.FS                  // the archive's files; nil where there are none
	Lang      content.Lang           // the language to begin in
	OnShow    func(s *screen.Screen) // after a screen has been put in place
	OnPaint   func(address string)   // after a screen has been painted for the first time; may be nil
	Focus     func(o fyne.Focusable) // gives the keys to a thing
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
}

// barKey is all that the bar's look depends on.
type barKey struct {
	visit visit
	size  fyne.Size
}

// visit is what one visitor has chosen.
type visit struct {
	lang  content.Lang
	text  float32
	light bool
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
	s := &Shell{cfg: cfg, visit: visit{lang: cfg.Lang, text: 1}, cancel: func() {}}
	s.body, s.bar = container.NewStack(), container.NewStack()
	s.edge = canvas.NewRectangle(color.Transparent)
	s.root = container.New(frame{s}, s.body, s.bar, s.edge)
	if cfg.OnPaint != nil {
		s.probe = newProbe(func() { cfg.OnPaint(s.Address()) })
		s.root.Add(s.probe)
	}
	return s
}

// Use goes on with the whole archive where the shell began with a part of its
// languages. The page stays; it is made again where its language was not there.
func (s *Shell) Use(a *content.Archive) {
	s.cfg.Archive = a
	if s.current != nil && s.visit.lang != s.cfg.Lang {
		s.remember()
		s.rebuild()
	}
}

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
	return append(ui.Outline(s.body), ui.Outline(s.bar)...)
}

// Targets lists what can be touched now.
func (s *Shell) Targets() []ui.Target { return ui.Targets(s.root) }

// Go opens a route as a new step of history.
func (s *Shell) Go(address string) {
	if address == string(route.Home) {
		s.stack = nil
	}
	s.remember()
	s.stack = append(s.stack, place{address: address})
	if len(s.stack) > longestHistory {
		s.stack = s.stack[len(s.stack)-longestHistory:]
	}
	s.rebuild()
}

// Back returns to the step before, or home from the first.
func (s *Shell) Back() {
	if len(s.stack) < 2 {
		s.Go(string(route.Home))
		return
	}
	s.stack = s.stack[:len(s.stack)-1]
	s.rebuild()
}

// Replace changes the present step without making a new one. Where only the
// anchor differs the page stays and moves there.
func (s *Shell) Replace(address string) {
	if len(s.stack) == 0 {
		s.Go(address)
		return
	}
	was := s.stack[len(s.stack)-1].address
	s.stack[len(s.stack)-1] = place{address: address}
	next, err := route.Parse(address)
	if err != nil || s.current == nil {
		s.rebuild()
		return
	}
	s.current.Route = next
	if !samePage(was, next) || next.Anchor == "" || s.current.Main == nil {
		s.rebuild()
		return
	}
	s.current.Main.GoTo(next.Anchor)
	s.shown()
}

// Note changes the address of the present step to what its page has turned
// into by itself, such as a search for other words. The page stays.
func (s *Shell) Note(address string) {
	next, err := route.Parse(address)
	if err != nil || len(s.stack) == 0 || s.current == nil {
		return
	}
	s.stack[len(s.stack)-1].address = next.String()
	s.current.Route = next
	s.shown()
}

func samePage(was string, next route.Route) bool {
	r, err := route.Parse(was)
	return err == nil && r.At("").String() == next.At("").String()
}

// Speak switches the language. Chosen on the page of languages, it returns to
// the page before it, or home at the beginning of a visit.
func (s *Shell) Speak(lang content.Lang) {
	s.visit.lang = lang
	if s.current == nil || s.current.Route.Kind != route.Languages {
		s.remember()
		s.rebuild()
		return
	}
	if len(s.stack) < 2 {
		s.Go(string(route.Home))
		return
	}
	s.Back()
}

// SetText sets the size of text, 1 to 2.
func (s *Shell) SetText(size float32) {
	s.remember()
	s.visit.text = min(max(size, 1), 2)
	s.rebuild()
}

// SetLight chooses the light high-contrast theme or the dark one.
func (s *Shell) SetLight(light bool) {
	s.remember()
	s.visit.light = light
	s.rebuild()
}

// remember notes how far the present page is scrolled, to come back to it.
func (s *Shell) remember() {
	if n := len(s.stack); n > 0 && s.current != nil && s.current.Main != nil {
		s.stack[n-1].spot = s.current.Main.Spot()
	}
}

// Look is how things look for this visitor on a screen of this size.
func (s *Shell) Look() ui.Look {
	locale := s.cfg.Catalogue.Locale(s.visit.lang)
	look := ui.Look{
		Setter: s.cfg.Setter, Palette: ui.Dark(), Text: s.visit.text,
		Keys: s.Key, RTL: locale.RTL(), Lang: string(locale.Lang()), Portrait: s.size.Height > s.size.Width,
	}
	if s.visit.light {
		look.Palette = ui.Light()
	}
	look.Narrow = look.TooNarrow(s.size.Width)
	return look
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
	s.current = screen.Build(ctx, d, r)
	s.body.Objects = []fyne.CanvasObject{s.current.Body}
	s.dress(d)
	s.root.Layout.Layout(s.root.Objects, s.size)
	if s.current.Main != nil {
		s.current.Main.Return(at.spot)
	}
	s.body.Refresh()
	s.shown()
	if s.cfg.Focus != nil {
		s.cfg.Focus(s.current.Focus)
	}
}

// Changes counts how often pages have changed by themselves: a search page does
// when its results have come.
func (s *Shell) Changes() int { return s.changes }

func (s *Shell) changed() {
	s.changes++
	s.repaint()
}

// repaint has the probe painted with what has changed.
func (s *Shell) repaint() {
	if s.probe != nil {
		s.probe.Refresh()
	}
}

// dress makes the ground and the bar anew when they must look different: a bar
// that stays is one whose icons need not be drawn again.
func (s *Shell) dress(d screen.Deps) {
	key := barKey{s.visit, s.size}
	if key == s.barFor {
		return
	}
	if s.barFor.visit.light != s.visit.light || len(s.bar.Objects) == 0 {
		fyne.CurrentApp().Settings().SetTheme(d.Look.Palette.Theme())
	}
	s.barFor = key
	s.edge.FillColor = d.Look.Palette.Rule
	s.edge.Refresh()
	s.bar.Objects = []fyne.CanvasObject{s.newBar(d)}
	s.bar.Refresh()
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
		Archive: s.cfg.Archive, Locale: c.Locale(s.visit.lang), Languages: languages,
		Look: s.Look(), Finder: s.cfg.Finder, Load: s.cfg.Load, Land: s.cfg.Land, Files: s.cfg.Files,
		Go: s.Go, Replace: s.Replace, Note: s.Note, Speak: s.Speak, Changed: s.changed,
	}
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

// Key acts on the keys that no field has taken.
func (s *Shell) Key(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyPageDown, fyne.KeyDown:
		s.page(1)
	case fyne.KeyPageUp, fyne.KeyUp:
		s.page(-1)
	case fyne.KeyHome:
		s.Go(string(route.Home))
	case fyne.KeyBackspace:
		s.Back()
	}
}
