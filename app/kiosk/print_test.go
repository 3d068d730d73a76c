package kiosk_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"vigil/app/kiosk"
	"vigil/app/stick"
	"vigil/app/ui"
)

// A selection is printed as PDF, and the page says how that went.
func TestSelectionIsPrinted(t *testing.T) {
	for name, tt := range map[string]struct {
		fails error
		says  string
	}{"printed": {nil, "visit.printed"}, "no printer": {errors.New("out of paper"), "visit.noprinter"}} {
		t.Run(name, func(t *testing.T) {
			var printed []byte
			s := kiosk.New(kiosk.Config{
				World: kiosk.World{Archive: archive(), Catalogue: catalogue(), Setter: setter()}, Lang: "ar", Accepting: true, Now: time.Now,
				Load:  ui.LoadNow(func(err error) { t.Errorf("load: %v", err) }),
				Print: func(_ context.Context, pdf []byte) error { printed = pdf; return tt.fails },
			})
			s.Content().Resize(landscape)
			s.Keep(falls)
			s.Go("selection")
			for _, target := range s.Targets() {
				if target.Item.Text == said("ar", "visit.print") {
					tap(&shell{Shell: s}, target)
				}
			}
			if !bytes.HasPrefix(printed, []byte("%PDF-")) || len(printed) > 200_000 {
				t.Errorf("not a PDF of a few pages: %d bytes, %.20q", len(printed), printed)
			}
			if over := items((&shell{Shell: s}).over()); !strings.Contains(over, said("ar", tt.says)) {
				t.Errorf("the page says %q", over)
			}
		})
	}
}

func TestStickMessage(t *testing.T) {
	for id, err := range map[string]error{
		"handout.stick.saved": nil, "handout.stick.full": fmt.Errorf("save: %w", stick.ErrFull), "handout.stick.readonly": stick.ErrReadOnly,
		"handout.stick.gone": stick.ErrGone, "handout.stick.failed": errors.New("something else"),
	} {
		if got := kiosk.StickMessage(err); got != id {
			t.Errorf("%v: %s, want %s", err, got, id)
		}
	}
}
