package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
	"time"

	"vigil/app/paper"
)

var errNoPrinter = errors.New("this system has no command to print with")

// mostPrinting is how long the print system may take to accept a sheet.
const mostPrinting = 20 * time.Second

// printSheet hands a sheet to the system's printer, in the system's own way.
func printSheet(ctx context.Context, pdf []byte) error {
	ctx, cancel := context.WithTimeout(ctx, mostPrinting)
	defer cancel()
	if err := handToPrinter(ctx, pdf); err != nil {
		return fmt.Errorf("print a sheet on %s: %w", runtime.GOOS, err)
	}
	return nil
}

// lettered are the countries whose paper is letter and not A4 (CLDR, paperSize).
const lettered = " BZ CA CL CO CR GT MX NI PA PH PR SV US VE "

// printerPaper is what paper the machine's printer has by the country of its locale.
func printerPaper() paper.Format {
	for _, name := range []string{"LC_ALL", "LC_PAPER", "LANG"} {
		value := os.Getenv(name)
		if value == "" {
			continue
		}
		value, _, _ = strings.Cut(value, ".")
		if _, country, ok := strings.Cut(value, "_"); ok && strings.Contains(lettered, " "+country+" ") {
			return paper.Letter
		}
		return paper.A4
	}
	return paper.A4
}
