package main

import (
	"context"
	"log/slog"
	"runtime/debug"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"vigil/app/cli"
	"vigil/app/kiosk"
	"vigil/app/studio/proof"
	"vigil/app/studio/watch"
	"vigil/content"
)

// printed is an edition with all that it is shown with.
type printed struct {
	proof.Edition
	world kiosk.World
	err   error // why there is no interface to show it in
}

// opening gives the first edition to the window that waits for it, and those after it to
// the window that is there.
func (d *desk) opening(ctx context.Context, first chan<- printed) func(printed) {
	given := false
	return func(p printed) {
		if given {
			d.later(ctx, p)
			return
		}
		given = true
		first <- p
		d.rest(ctx)
	}
}

// later has an edition shown by the interface.
func (d *desk) later(ctx context.Context, p printed) {
	if p.Stage != proof.Glance {
		fyne.Do(func() { d.take(p) })
		return
	}
	select {
	case <-d.frames:
	default:
	}
	fyne.DoAndWait(func() { d.take(p) })
	if len(p.Changed) > 0 {
		d.rest(ctx)
	}
}

// painting is how long a page is waited for, which a hidden window never paints.
const painting = 2 * time.Second

// rest waits until the page is painted: what else is to be known of the folder waits for
// that, or it would take the processor from it.
func (d *desk) rest(ctx context.Context) {
	select {
	case <-d.frames:
	case <-ctx.Done():
	case <-time.After(painting):
	}
}

// follow reads the folder anew each time that something in it has changed.
func (d *desk) follow(ctx context.Context, changed <-chan watch.State) {
	for {
		select {
		case <-ctx.Done():
			return
		case s := <-changed:
			fyne.Do(func() {
				d.looked, d.busy = s.Looked, true
				d.show()
			})
			d.latest.begin(ctx, func(ctx context.Context) { d.read(ctx, func(p printed) { d.later(ctx, p) }) })
		}
	}
}

// calm is how long nothing has been saved when the index is built: it takes seconds.
const calm = 2 * time.Second

// read reads the folder once, and shows how far it has come.
func (d *desk) read(ctx context.Context, show func(printed)) {
	lang, _ := d.lang.Load().(content.Lang)
	d.proof.Read(ctx, lang, func(e proof.Edition) {
		world, err := d.world(e)
		show(printed{e, world, err})
	})
	// Reading leaves several times the archive behind.
	debug.FreeOSMemory()
	select {
	case <-ctx.Done():
		return
	case <-time.After(calm):
	}
	d.index(ctx)
}

// world is what an edition is shown with. Where nothing has changed it is what the one
// before was shown with.
func (d *desk) world(e proof.Edition) (kiosk.World, error) {
	opened := cli.Opened{Archive: e.Archive, Files: e.Files}
	if d.catalogue == nil || touches(e.Changed, "archive.yaml", "interface.") {
		catalogue, err := opened.Catalogue()
		if err != nil {
			slog.Warn("read the interface that the archive brings; that of before is used", "err", err)
		}
		switch {
		case catalogue == nil && d.catalogue == nil:
			return kiosk.World{}, err
		case err == nil || d.catalogue == nil:
			d.catalogue = catalogue
		}
	}
	if d.setter == nil || touches(e.Changed, "fonts/") {
		setter, err := opened.Setter()
		if err != nil {
			slog.Warn("use the fonts that the archive brings", "err", err)
		}
		d.setter = setter
	}
	if d.archive != e.Archive {
		d.archive, d.finder = e.Archive, kiosk.NewFinder(e.Archive)
	}
	return kiosk.World{Archive: e.Archive, Files: e.Files, Catalogue: d.catalogue, Setter: d.setter, Finder: d.finder}, nil
}

// touches reports whether one of some files begins with one of some words.
func touches(files []string, words ...string) bool {
	for _, file := range files {
		for _, word := range words {
			if strings.HasPrefix(file, word) {
				return true
			}
		}
	}
	return false
}

// index has the index of what is shown built, where it has none.
func (d *desk) index(ctx context.Context) {
	var finder *kiosk.Finder
	var archive *content.Archive
	fyne.DoAndWait(func() { finder, _ = d.shell.World().Finder.(*kiosk.Finder); archive = d.shell.Archive() })
	if finder == nil || finder.Ready() {
		return
	}
	finder.Index(ctx, d.options.Data, archive)
	debug.FreeOSMemory()
	fyne.Do(func() {
		if d.shell.World().Finder != finder {
			d.close(finder)
		}
	})
}

func (d *desk) close(finder *kiosk.Finder) {
	if err := finder.Close(); err != nil {
		slog.Warn("close the index of what was shown before", "err", err)
	}
}

// latest runs one thing at a time: what is begun calls off what was begun before.
type latest struct{ cancel context.CancelFunc }

// begin begins f on a goroutine of its own. Its calls are made one after another.
func (l *latest) begin(ctx context.Context, f func(context.Context)) {
	if l.cancel != nil {
		l.cancel()
	}
	ctx, l.cancel = context.WithCancel(ctx)
	go f(ctx)
}
