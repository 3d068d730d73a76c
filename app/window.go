package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"vigil/app/cli"
	"vigil/app/kiosk"
	"vigil/app/screen"
	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/assets"
	"vigil/i18n"
)

// window runs the kiosk until its window closes or the context ends.
func window(ctx context.Context, k cli.Kiosk) error {
	return run(ctx, k, nil)
}

// run opens the window. painted, where given, hears of each page painted.
func run(ctx context.Context, k cli.Kiosk, painted func(*kiosk.Shell, string)) error {
	begin := time.Now()
	archive, mistakes, err := cli.Open(ctx, k.Archive)
	if err != nil {
		return err
	}
	if mistakes > 0 {
		slog.Warn("the archive has mistakes; what could be read is shown: run vigil check", "archive", k.Archive, "mistakes", mistakes)
	}
	catalogue, err := i18n.Load()
	if err != nil {
		return fmt.Errorf("load the interface's languages: %w", err)
	}
	app.SetMetadata(fyne.AppMetadata{ID: "museum.vigil", Name: "Vigil"})
	a := app.NewWithID("museum.vigil")
	w := a.NewWindow("Vigil")
	finder := kiosk.NewFinder(archive)
	defer finder.Close()

	first, open := k.Lang, k.Open
	if open == "" {
		open = "home"
		if first == "" {
			open = "languages"
		}
	}
	if first == "" {
		first = archive.Original
	}
	var shell *kiosk.Shell
	indexing := false
	config := kiosk.Config{
		Archive: archive, Catalogue: catalogue, Setter: typeset.New(assets.Fonts()), Finder: finder, Lang: first,
		Load:   ui.NewLoad(fyne.Do, func(err error) { slog.Error("load", "err", err) }),
		OnShow: func(s *screen.Screen) { w.SetTitle("Vigil: " + s.Route.String()) },
		OnPaint: func(address string) {
			if k.Trace {
				fmt.Fprintf(os.Stderr, "painted %d ms %s\n", time.Since(begin).Milliseconds(), address)
			}
			if !indexing {
				indexing = true
				go finder.Index(ctx, k.Data, archive)
			}
			if painted != nil {
				painted(shell, address)
			}
		},
		Focus: func(o fyne.Focusable) {
			if o == nil {
				w.Canvas().Unfocus()
				return
			}
			w.Canvas().Focus(o)
		},
	}
	shell = kiosk.New(config)
	w.SetPadded(false)
	w.SetContent(shell.Content())
	w.Canvas().SetOnTypedKey(shell.Key)
	w.Resize(fyne.NewSize(1280, 800))
	w.SetFullScreen(!k.Windowed)
	shell.Go(open)
	stop := context.AfterFunc(ctx, func() { fyne.Do(a.Quit) })
	defer stop()
	w.ShowAndRun()
	return nil
}
