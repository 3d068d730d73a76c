package kiosk

import (
	"bytes"
	"context"
	"log/slog"

	"vigil/app/screen"
)

// printer prints a sheet and says over the page how that went, or is nil where
// nothing can be printed.
func (s *Shell) printer() func(screen.Sheet) {
	if s.cfg.Print == nil {
		return nil
	}
	return func(sheet screen.Sheet) {
		s.cfg.Load(context.Background(), func(ctx context.Context) (func(), error) {
			var pdf bytes.Buffer
			err := sheet(&pdf)
			if err == nil {
				err = s.cfg.Print(ctx, pdf.Bytes())
			}
			if err != nil {
				slog.Warn("print", "err", err)
				return func() { s.tell("visit.noprinter") }, nil
			}
			return func() { s.tell("visit.printed") }, nil
		})
	}
}
