package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"vigil/app/cli"
	"vigil/app/kiosk"
	"vigil/app/screen"
	"vigil/app/stick"
	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/app/voice"
	"vigil/assets"
	"vigil/content"
	"vigil/i18n"
)

// window runs the kiosk until its window closes or the context ends.
func window(ctx context.Context, k cli.Kiosk) error {
	return run(ctx, k, false, func(*kiosk.Shell, string) {})
}

// exhibit is the kiosk in its window.
type exhibit struct {
	options  cli.Kiosk
	archive  cli.Opened
	finder   *kiosk.Finder
	began    content.Lang // the language that the archive was read in for the first page
	land     *atlas.Land
	window   fyne.Window
	shell    *kiosk.Shell
	monitors *monitors
	begin    time.Time        // of the process, by the machine's own clock
	now      func() time.Time // the clock that visits and sessions go by
	sticks   kiosk.Sticks
	painted  func(*kiosk.Shell, string)
	measure  bool // the window is measured, not visited
	lull     lull
	after    func() // reads and asks for what the first screen did not need; nil once it has been asked to
}

// garbagePercent is how much of what is in use may lie about uncollected.
const garbagePercent = 50

var errNoDisplay = errors.New("there is no display: set DISPLAY or WAYLAND_DISPLAY, or use build/run, which starts one in memory")

// hasDisplay asks before Fyne does, which panics where there is none.
func hasDisplay() bool {
	return runtime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// run opens the window. painted hears of each page painted; measured pages are
// shown without their content notes.
func run(ctx context.Context, k cli.Kiosk, measure bool, painted func(*kiosk.Shell, string)) error {
	e := exhibit{options: k, begin: time.Now(), now: time.Now, sticks: stick.System{}, painted: painted, measure: measure}
	return e.run(ctx)
}

func (e *exhibit) run(ctx context.Context) error {
	if !hasDisplay() {
		return errNoDisplay
	}
	holdLittle()
	// What a page leaves behind is collected early: memory counts for more here than time.
	debug.SetGCPercent(garbagePercent)
	if err := e.read(ctx); err != nil {
		return err
	}
	catalogue, err := e.archive.Catalogue()
	if catalogue == nil {
		return err
	}
	e.note(err)
	e.finder = kiosk.NewFinder(e.archive.Archive)
	defer func() {
		if err := e.finder.Close(); err != nil {
			slog.Warn("close the index", "err", err)
		}
	}()
	speaker := voice.System()
	e.after = func() {
		go e.complete(ctx)
		go speaker.Find(ctx)
	}
	app.SetMetadata(fyne.AppMetadata{ID: "museum.vigil", Name: "Vigil"})
	a := app.NewWithID("museum.vigil")
	e.open(a, catalogue, speaker)
	stop := context.AfterFunc(ctx, func() { fyne.Do(a.Quit) })
	defer stop()
	e.window.ShowAndRun()
	return nil
}

// read reads the archive. One that cannot be shown at all is replaced by the
// bundled one: a museum that opens its doors needs a kiosk that starts, and
// staff find in the log what is wrong.
func (e *exhibit) read(ctx context.Context) error {
	begin := e.options.Lang
	if begin == "" {
		begin = "en"
	}
	archive, err := cli.Open(ctx, e.options.Archive, begin)
	if e.options.Archive != "" && (err != nil || archive.Empty()) {
		slog.Error("the archive cannot be shown; the bundled one is shown instead: run vigil check", "archive", e.options.Archive, "mistakes", archive.Mistakes, "err", err)
		e.options.Archive = ""
		archive, err = cli.Open(ctx, "", begin)
	}
	e.archive = archive
	return err
}

// note tells staff what of the archive could not be used.
func (e *exhibit) note(err error) {
	if err != nil {
		slog.Error("the archive has mistakes; the rest is shown: run vigil check", "archive", e.options.Archive, "err", err)
	}
}

// complete reads the archive in all its languages and opens its index, behind
// the first screen.
func (e *exhibit) complete(ctx context.Context) {
	archive, err := cli.Open(ctx, e.options.Archive)
	if err != nil {
		slog.Error("read the archive in all languages; those of the start serve", "err", err)
		return
	}
	if archive.Mistakes > 0 {
		slog.Warn("the archive has mistakes; what could be read is shown: run vigil check", "archive", e.options.Archive, "mistakes", archive.Mistakes)
	}
	fyne.Do(func() {
		world := e.shell.World()
		world.Archive = archive.Archive
		// A page in a language that was not read yet has had none of its words.
		e.shell.Show(world, e.shell.Locale().Lang() != e.began)
	})
	e.finder.Index(ctx, e.options.Data, archive.Archive)
	// Reading leaves several times the archive behind; a kiosk runs for months on little memory.
	debug.FreeOSMemory()
}

func (e *exhibit) open(a fyne.App, catalogue *i18n.Catalogue, speaker voice.Speaker) {
	e.window = a.NewWindow("Vigil")
	// Without its first window the kiosk is over, whatever else is open.
	e.window.SetMaster()
	e.monitors = &monitors{app: a, first: e.window, full: !e.options.Windowed}
	if e.options.Trace {
		e.monitors.painted = e.traceSecond
	}
	e.monitors.watch()
	lang, address := e.beginning(catalogue)
	e.began = catalogue.Locale(lang).Lang()
	setter, err := e.archive.Setter()
	e.note(err)
	e.land = atlas.NewLand(assets.Land())
	e.shell = kiosk.New(kiosk.Config{
		World: kiosk.World{Archive: e.archive.Archive, Files: e.archive.Files, Land: e.land, Catalogue: catalogue, Setter: setter, Finder: e.finder},
		Lang:  lang,
		Load:  ui.NewLoad(fyne.Do, func(err error) { slog.Error("load", "err", err) }),
		Do:    fyne.Do, Speaker: speaker, Print: printSheet, Paper: printerPaper(), Sticks: e.sticks, Pointer: e.options.Windowed,
		Staff: staff{a, e.options.Data}, Accepting: e.measure, Now: e.now, Monitors: e.monitors, ClassDir: e.options.Data,
		OnShow: func(s *screen.Screen) {
			e.lull.turn()
			e.window.SetTitle("Vigil: " + s.Route.String())
		},
		OnPaint: e.onPaint,
		Focus:   e.focus,
	})
	e.window.SetPadded(false)
	e.window.SetContent(e.shell.Content())
	e.window.Canvas().SetOnTypedKey(e.shell.Key)
	e.window.Canvas().SetOnTypedRune(e.shell.Letter)
	if !e.options.Windowed {
		// Alt+F4 and what a window manager offers do not leave an exhibition: the staff door does.
		e.window.SetCloseIntercept(func() {})
	}
	go e.tick()
	e.window.Resize(fyne.NewSize(1280, 800))
	e.window.SetFullScreen(!e.options.Windowed)
	if !e.shell.Resume() {
		e.shell.Go(address)
	}
}

// lull waits for a visitor to look at a page for a moment: then what the pages
// before it have left behind is given back to the system.
type lull struct{ seconds, turns int }

// looking is for how many seconds nothing has changed.
const looking = 2

// turn hears that what is shown has changed.
func (r *lull) turn() { r.seconds, r.turns = 0, r.turns+1 }

// over is asked each second, and true once for each rest.
func (r *lull) over() bool {
	if r.turns == 0 {
		return false
	}
	if r.seconds++; r.seconds < looking {
		return false
	}
	r.turns = 0
	return true
}

// tick tells the shell the time, about once a second, for as long as there is a window.
func (e *exhibit) tick() {
	for range time.Tick(time.Second) {
		fyne.Do(func() {
			e.shell.Tick()
			if e.lull.over() {
				go debug.FreeOSMemory()
			}
		})
	}
}

// beginning is the language and route to begin with: a visitor who has not been
// given a language is asked for one.
func (e *exhibit) beginning(catalogue *i18n.Catalogue) (content.Lang, string) {
	lang, address := e.options.Lang, e.options.Open
	if lang != "" && !slices.Contains(e.archive.Languages, lang) && !catalogue.Speaks(lang) {
		lang = "" // the archive that was asked for is not the one that is shown
	}
	if address == "" {
		address = "home"
		if lang == "" {
			address = "attract"
		}
	}
	if lang == "" {
		lang = e.archive.Original
	}
	return lang, address
}

// onPaint hears of each page painted. The index and the voice are looked
// for behind the first, so that nothing waits for them.
func (e *exhibit) onPaint(address string) {
	if e.options.Trace {
		trace(e.shell.Targets(), e.begin, address)
	}
	if e.after != nil {
		e.after()
		e.after = nil
	}
	// The frame is on the screen when the next turn of the loop begins.
	fyne.Do(func() { e.painted(e.shell, address) })
}

// traceSecond writes what was painted in the second window: its words, in the order
// of reading.
func (e *exhibit) traceSecond(content fyne.CanvasObject) {
	for _, item := range ui.Outline(content) {
		fmt.Fprintf(os.Stderr, "second says %q\n", item.Text)
	}
	fmt.Fprintf(os.Stderr, "second painted %d ms\n", time.Since(e.begin).Milliseconds())
}

func (e *exhibit) focus(o fyne.Focusable) {
	if o == nil {
		e.window.Canvas().Unfocus()
		return
	}
	e.window.Canvas().Focus(o)
}
