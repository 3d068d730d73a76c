package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os/exec"
	"runtime"
	"time"
)

var errNoPrinter = errors.New("this system has no lp command to print with")

// mostPrinting is how long the print system may take to accept a sheet.
const mostPrinting = 20 * time.Second

// printSheet hands a picture of a page to CUPS, which every Linux desktop and
// macOS have. Nothing of it is written to the disk by the kiosk.
func printSheet(ctx context.Context, page image.Image) error {
	if _, err := exec.LookPath("lp"); err != nil {
		return fmt.Errorf("%w (%s)", errNoPrinter, runtime.GOOS)
	}
	ctx, cancel := context.WithTimeout(ctx, mostPrinting)
	defer cancel()
	var file bytes.Buffer
	if err := png.Encode(&file, page); err != nil {
		return fmt.Errorf("make the picture of a sheet: %w", err)
	}
	cmd := exec.CommandContext(ctx, "lp", "-s", "-t", "Vigil", "-o", "fit-to-page")
	cmd.Stdin = &file
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("print a sheet: %w: %s", err, bytes.TrimSpace(out))
	}
	return nil
}
