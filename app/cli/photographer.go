package cli

import (
	"context"
	"fmt"
	"image"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"vigil/app/kiosk"
	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/assets"
	"vigil/content"
	"vigil/i18n"
)

// photographer shows the kiosk on a canvas in memory.
type photographer struct {
	shell   *kiosk.Shell
	canvas  software.WindowlessCanvas
	archive *content.Archive
}

// scanner is a plain scan, which is always ready, made when it is first needed.
type scanner struct{ *kiosk.Finder }

func (scanner) Ready() bool { return true }

// newPhotographer makes the kiosk without a window. Fyne's test driver is its
// only one that needs no display.
func newPhotographer(ctx context.Context, env Env, path string, lang content.Lang) (*photographer, error) {
	a, err := env.openSaying(ctx, path)
	if err != nil {
		return nil, err
	}
	catalogue, err := i18n.Load()
	if err != nil {
		return nil, fmt.Errorf("load the interface's languages: %w", err)
	}
	test.NewApp()
	p := &photographer{archive: a.Archive, canvas: software.NewCanvas()}
	p.canvas.SetPadded(false)
	p.shell = kiosk.New(kiosk.Config{
		Archive: a.Archive, Files: a.Files, Land: atlas.NewLand(assets.Countries()), Catalogue: catalogue, Setter: typeset.New(assets.Fonts()), Lang: lang, Accepting: true,
		Finder: scanner{kiosk.NewFinder(a.Archive)},
		Load:   ui.LoadNow(func(err error) { slog.Error("load", "err", err) }),
	})
	p.canvas.SetContent(p.shell.Content())
	return p, nil
}

// open shows a route at a size, px.
func (p *photographer) open(address string, width, height float32) {
	p.canvas.Resize(fyne.NewSize(width, height))
	p.shell.Go(address)
}

func (p *photographer) photograph() image.Image { return p.canvas.Capture() }
