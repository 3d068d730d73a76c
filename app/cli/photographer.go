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
	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/assets"
	"vigil/content"
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
func newPhotographer(ctx context.Context, env Env, path string, langs ...content.Lang) (*photographer, error) {
	a, err := env.openSaying(ctx, path)
	if err != nil {
		return nil, err
	}
	catalogue, err := a.Catalogue()
	if catalogue == nil {
		return nil, err
	}
	env.note(err)
	if err := a.spoken(catalogue, langs...); err != nil {
		return nil, err
	}
	lang := a.Original
	if len(langs) > 0 {
		lang = langs[0]
	}
	setter, err := a.Setter()
	env.note(err)
	test.NewApp()
	p := &photographer{archive: a.Archive, canvas: software.NewCanvas()}
	p.canvas.SetPadded(false)
	p.shell = kiosk.New(kiosk.Config{
		World: kiosk.World{
			Archive: a.Archive, Files: a.Files, Land: atlas.NewLand(assets.Land()), Catalogue: catalogue, Setter: setter,
			Finder: scanner{kiosk.NewFinder(a.Archive)},
		},
		Lang: lang, Accepting: true,
		Load: ui.LoadNow(func(err error) { slog.Error("load", "err", err) }),
	})
	p.canvas.SetContent(p.shell.Content())
	return p, nil
}

// note says on the error stream what of an archive could not be used.
func (e Env) note(err error) {
	if err != nil {
		fmt.Fprintln(e.Err, "vigil: "+oneLine(err.Error())+": run vigil check")
	}
}

// open shows a route at a size, px.
func (p *photographer) open(address string, width, height float32) {
	p.canvas.Resize(fyne.NewSize(width, height))
	p.shell.Go(address)
}

func (p *photographer) photograph() image.Image { return p.canvas.Capture() }
