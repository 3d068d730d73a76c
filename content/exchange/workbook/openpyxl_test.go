package workbook_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"vigil/content/exchange"
	"vigil/content/exchange/workbook"
)

// Other programs open what was written and save it again.
const openpyxl = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
book.save(sys.argv[2])
`

// python is an interpreter that has openpyxl; build/test installs it.
func python(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(name, "-c", "import openpyxl").Run() == nil {
			return name
		}
	}
	t.Fatal("openpyxl is missing: install python3-openpyxl, as build/test does")
	return ""
}

func TestArchivesComeBackThroughOpenpyxl(t *testing.T) {
	python := python(t)
	for _, name := range []string{"bundled", "km"} {
		files := archives()[name]
		t.Run(name, func(t *testing.T) {
			from := exported(t, files, forms()[0])
			to := filepath.Join(t.TempDir(), "saved.xlsx")
			if out, err := exec.Command(python, "-c", openpyxl, from, to).CombinedOutput(); err != nil {
				t.Fatalf("openpyxl: %v: %s", err, out)
			}
			dir, report := imported(t, workbook.XLSX, to, exchange.Options{})
			sameArchive(t, files, os.DirFS(dir))
			if len(report.Notes) > 0 {
				t.Errorf("there is nothing to tell of it, but: %v", report.Notes[0])
			}
		})
	}
}
