package cli_test

import (
	"os"
	"path/filepath"
	"testing"
)

// A workbook that somebody has filled, or a file that a translator is working on, is never
// written over.
func TestWhatIsThereIsNotWrittenOver(t *testing.T) {
	for _, args := range [][]string{
		{"import", "template", "-o"},
		{"export", "xlsx", small, "-o"},
		{"export", "jsonld", small, "-o"},
		{"translate", "export", small, "--lang", "fr", "-o"},
	} {
		file := filepath.Join(t.TempDir(), "work.xlsx")
		if err := os.WriteFile(file, []byte("an hour's work"), 0o600); err != nil {
			t.Fatal(err)
		}
		o := run(append(args, file)...)
		if o.code != 2 || !o.complains() {
			t.Errorf("%v: %d %s%s", args, o.code, o.out, o.err)
		}
		if left, err := os.ReadFile(file); err != nil || string(left) != "an hour's work" {
			t.Errorf("%v: written over: %v", args, err)
		}
	}
}
