package kiosk

import (
	"context"
	"image"
	"image/draw"
	"log/slog"

	"fyne.io/fyne/v2/driver/software"

	"vigil/app/ui"
)

// printScale is how many dots a px of a sheet has: 200 an inch.
const printScale = 2

// printer prints a sheet and says over the page how that went, or is nil where
// nothing can be printed.
func (s *Shell) printer() func(ui.Sheet) {
	if s.cfg.Print == nil {
		return nil
	}
	return func(sheet ui.Sheet) {
		page := picture(sheet)
		s.cfg.Load(context.Background(), func(ctx context.Context) (func(), error) {
			if err := s.cfg.Print(ctx, page); err != nil {
				slog.Warn("print", "err", err)
				return func() { s.tell("visit.noprinter") }, nil
			}
			return func() { s.tell("visit.printed") }, nil
		})
	}
}

// picture draws a sheet on a canvas of its own, on white.
func picture(sheet ui.Sheet) image.Image {
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetScale(printScale)
	c.SetContent(sheet.Body)
	c.Resize(sheet.Size)
	return flat(c.Capture())
}

// flat lays a picture on white paper.
func flat(page image.Image) image.Image {
	out := image.NewRGBA(page.Bounds())
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(out, out.Rect, page, page.Bounds().Min, draw.Over)
	return out
}
