package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"vigil/app/cli"
	"vigil/app/idle"
	"vigil/app/kiosk"
	"vigil/app/screen"
	"vigil/app/studio"
	"vigil/app/studio/proof"
	"vigil/app/studio/watch"
	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/app/voice"
	"vigil/assets"
	"vigil/content"
	"vigil/content/check"
	"vigil/i18n"
)

// preview runs the kiosk on a folder that is being written until its window closes or the
// context ends.
func preview(ctx context.Context, options cli.Preview) error {
	return newDesk(options).run(ctx)
}

func newDesk(options cli.Preview) *desk {
	return &desk{options: options, begin: time.Now(), frames: make(chan struct{}, 1)}
}

// desk is the kiosk in the window of a curator who writes what it shows.
type desk struct {
	options cli.Preview
	begin   time.Time     // of the process
	opened  func()        // hears that there is a window; may be nil
	frames  chan struct{} // one where a page has been painted since it was looked for

	proof  *proof.Proof
	latest latest
	lang   atomic.Value // the content.Lang that is looked at

	// Of what is read; one reading at a time.
	archive   *content.Archive
	catalogue *i18n.Catalogue
	setter    *typeset.Setter
	finder    *kiosk.Finder

	// Of the interface's goroutine.
	land    *atlas.Land
	window  fyne.Window
	shell   *kiosk.Shell
	beside  *studio.Preview
	edition proof.Edition
	looked  bool
	busy    bool
}

// never is a visitor's silence that a desk does not come to the end of.
const never = 1000 * time.Hour

func (d *desk) run(ctx context.Context) error {
	if !hasDisplay() {
		return errNoDisplay
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	holdLittle()
	debug.SetGCPercent(garbagePercent)
	d.lang.Store(d.options.Lang)
	d.proof = proof.New(os.DirFS(d.options.Dir), func() check.Tools {
		return check.Tools{Glyphs: typeset.New(assets.Fonts()), Land: atlas.NewLand(assets.Land())}
	})
	first := make(chan printed, 1)
	changed := make(chan watch.State)
	// The folder is watched before it is read for the first time: what is saved meanwhile
	// is not missed.
	go watch.Run(ctx, d.options.Dir, func(s watch.State) {
		select {
		case changed <- s:
		case <-ctx.Done():
		}
	})
	d.latest.begin(ctx, func(ctx context.Context) { d.read(ctx, d.opening(ctx, first)) })
	speaker := voice.System()
	app.SetMetadata(fyne.AppMetadata{ID: "museum.vigil.preview", Name: "Vigil"})
	a := app.NewWithID("museum.vigil.preview")
	select {
	case p := <-first:
		if p.err != nil {
			return p.err
		}
		d.open(a, p, speaker)
	case <-ctx.Done():
		return nil
	}
	go speaker.Find(ctx)
	go d.follow(ctx, changed)
	go d.tick(ctx)
	end := context.AfterFunc(ctx, func() { fyne.Do(a.Quit) })
	defer end()
	d.window.ShowAndRun()
	return nil
}

// take shows an edition. Each is shown: the next one tells what is new since.
func (d *desk) take(p printed) {
	before := d.shell.World()
	d.edition, d.busy = p.Edition, false
	if p.err != nil {
		slog.Error("show what was saved", "err", p.err)
		return
	}
	// A glance has read one language, and another may have been chosen meanwhile.
	again := len(p.Changed) > 0 || p.Stage == proof.Whole && d.shell.Locale().Lang() != p.Lang
	p.world.Land = d.land
	d.shell.Show(p.world, again)
	if before.Archive.Original == "" && p.Archive.Original != "" && d.options.Lang == "" {
		d.shell.Speak(p.Archive.Original) // which could not be read before
	}
	if was, ok := before.Finder.(*kiosk.Finder); ok && before.Finder != p.world.Finder {
		d.close(was)
	}
	d.show()
}

// show shows what is known of the folder beside the kiosk.
func (d *desk) show() {
	page := d.shell.Screen()
	d.beside.Show(studio.View{
		Locale: d.shell.Locale(), Look: d.shell.Look(), Edition: d.edition, Address: d.shell.Address(),
		Lost: page != nil && page.Lost, Looked: d.looked, Busy: d.busy,
	})
	d.window.SetTitle(d.shell.Locale().SayWith("studio.title", map[string]string{"name": d.name()}))
}

// name is what the archive is called, or else its folder.
func (d *desk) name() string {
	a := d.shell.Archive()
	if w, _ := a.Words.In(d.shell.Locale().Lang(), a.Original); w.Title != "" {
		return w.Title
	}
	return filepath.Base(filepath.Clean(d.options.Dir))
}

func (d *desk) open(a fyne.App, p printed, speaker voice.Speaker) {
	d.window = a.NewWindow("Vigil")
	d.window.SetMaster()
	d.land = atlas.NewLand(assets.Land())
	p.world.Land = d.land
	lang := d.options.Lang
	if lang == "" {
		lang = p.Archive.Original
	}
	d.edition = p.Edition
	d.shell = kiosk.New(kiosk.Config{
		World: p.world, Lang: lang, Load: ui.NewLoad(fyne.Do, func(err error) { slog.Error("load", "err", err) }), Do: fyne.Do,
		Speaker: speaker, Print: printSheet, Paper: printerPaper(), Pointer: true, Timing: idle.Timing{Quiet: never, Longer: never, Countdown: never},
		OnShow: d.onShow, OnPaint: d.onPaint, Focus: d.focus, Unused: d.unused,
	})
	d.beside = studio.New(studio.Config{
		Kiosk: d.shell.Content(), Go: d.shell.Go, Copy: a.Clipboard().SetContent, Keys: d.window.Canvas().Focus, Leave: d.leave,
	})
	d.window.SetPadded(false)
	d.window.SetContent(d.beside.Content())
	d.window.Canvas().SetOnTypedKey(d.shell.Key)
	d.window.Canvas().SetOnTypedRune(d.shell.Letter)
	d.window.Resize(fyne.NewSize(d.options.Width, d.options.Height))
	d.show()
	d.shell.Go(d.options.Open)
	if d.opened != nil {
		d.opened()
	}
}

func (d *desk) onShow(*screen.Screen) {
	d.lang.Store(d.shell.Locale().Lang())
	d.show()
}

// onPaint hears of each page painted.
func (d *desk) onPaint(address string) {
	if d.options.Trace {
		trace(ui.Targets(d.beside.Content()), d.begin, address)
	}
	select {
	case d.frames <- struct{}{}:
	default:
	}
}

// unused takes the keys that the kiosk has no use for.
func (d *desk) unused(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyF6 {
		d.beside.Enter()
	}
}

// focus gives the keys to a thing of the kiosk, unless they are among the mistakes: what
// is saved does not take them from there.
func (d *desk) focus(o fyne.Focusable) {
	on := d.window.Canvas()
	switch {
	case on.Focused() == d.beside.Keeper():
	case o == nil:
		on.Unfocus()
	default:
		on.Focus(o)
	}
}

// leave gives the keys back to the kiosk.
func (d *desk) leave() {
	d.window.Canvas().Unfocus()
	d.shell.TakeKeys()
}

// tick tells the shell the time, by which scenes of the attract loop change.
func (d *desk) tick(ctx context.Context) {
	seconds := time.NewTicker(time.Second)
	defer seconds.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-seconds.C:
			fyne.Do(d.shell.Tick)
		}
	}
}

// trace writes what was painted and what can be touched on it.
func trace(targets []ui.Target, begin time.Time, address string) {
	for _, t := range targets {
		fmt.Fprintf(os.Stderr, "target %.0f %.0f %.0f %.0f %q %q\n", t.At.X, t.At.Y, t.Size.Width, t.Size.Height, t.Item.Action, t.Item.Text)
	}
	fmt.Fprintf(os.Stderr, "painted %d ms %s\n", time.Since(begin).Milliseconds(), address)
}
