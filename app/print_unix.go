//go:build !windows

package main

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"

	"vigil/app/paper"
)

// handToPrinter gives a PDF to CUPS, which every Linux desktop and macOS have. Nothing
// of it is written to the disk by the kiosk.
func handToPrinter(ctx context.Context, pdf []byte) error {
	if _, err := exec.LookPath("lp"); err != nil {
		return fmt.Errorf("%w: install CUPS, which brings lp", errNoPrinter)
	}
	cmd := exec.CommandContext(ctx, "lp", "-s", "-t", "Vigil", "-o", "media="+media(), "-o", "fit-to-page")
	cmd.Stdin = bytes.NewReader(pdf)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("lp: %w: %s", err, bytes.TrimSpace(out))
	}
	return nil
}

// media is the paper by the name that CUPS has for it.
func media() string {
	if printerPaper() == paper.Letter {
		return "Letter"
	}
	return "A4"
}
