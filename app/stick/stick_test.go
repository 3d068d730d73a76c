package stick_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"vigil/app/stick"
)

func write(s string) func(io.Writer) error {
	return func(w io.Writer) error {
		_, err := io.WriteString(w, s)
		return err
	}
}

// names lists what a folder holds.
func names(t *testing.T, folder string) string {
	t.Helper()
	all, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range all {
		out = append(out, e.Name())
	}
	return strings.Join(out, " ")
}

func TestSaveNeverOverwrites(t *testing.T) {
	to := stick.Stick{Name: "STICK", Folder: t.TempDir()}
	for i, want := range []string{"sheet.pdf", "sheet-2.pdf", "sheet-3.pdf"} {
		got, err := stick.System{}.Save(to, "sheet.pdf", write(want))
		if err != nil || got != want {
			t.Fatalf("the %d. time: %q, %v, want %q", i+1, got, err, want)
		}
		if data, err := os.ReadFile(filepath.Join(to.Folder, want)); err != nil || string(data) != want {
			t.Errorf("%s holds %q, %v", want, data, err)
		}
	}
	if got := names(t, to.Folder); got != "sheet-2.pdf sheet-3.pdf sheet.pdf" {
		t.Errorf("the stick holds %s", got)
	}
}

// What fails leaves nothing behind and says what is wrong with the stick.
func TestSaveFails(t *testing.T) {
	failing := func(err error) func(io.Writer) error {
		return func(w io.Writer) error {
			if _, err := w.Write(make([]byte, 5000)); err != nil {
				return err
			}
			return fmt.Errorf("write: %w", err)
		}
	}
	other := errors.New("the sheet could not be made")
	for name, tt := range map[string]struct{ err, want error }{
		"full":      {syscall.ENOSPC, stick.ErrFull},
		"read-only": {syscall.EROFS, stick.ErrReadOnly},
		"pulled":    {syscall.EIO, stick.ErrGone},
		"other":     {other, other},
	} {
		t.Run(name, func(t *testing.T) {
			to := stick.Stick{Name: "STICK", Folder: t.TempDir()}
			saved, err := stick.Save(to, "sheet.pdf", failing(tt.err))
			if !errors.Is(err, tt.want) || !errors.Is(err, tt.err) || saved != "" {
				t.Errorf("%q, %v, want %v", saved, err, tt.want)
			}
			if !strings.Contains(err.Error(), "sheet.pdf") || !strings.Contains(err.Error(), "STICK") {
				t.Errorf("%v does not name file and stick", err)
			}
			if got := names(t, to.Folder); got != "" {
				t.Errorf("left behind: %s", got)
			}
		})
	}
}

// A stick that is taken out while it is written to is said to be gone.
func TestSaveOnAPulledStick(t *testing.T) {
	to := stick.Stick{Name: "STICK", Folder: filepath.Join(t.TempDir(), "stick")}
	if _, err := stick.Save(to, "sheet.pdf", write("x")); !errors.Is(err, stick.ErrGone) {
		t.Errorf("one that is not there: %v", err)
	}
	if err := os.Mkdir(to.Folder, 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := stick.Save(to, "sheet.pdf", func(w io.Writer) error {
		if err := os.RemoveAll(to.Folder); err != nil {
			t.Fatal(err)
		}
		return write("x")(w)
	})
	if !errors.Is(err, stick.ErrGone) {
		t.Errorf("one that is pulled: %v", err)
	}
}

func TestSaveRefusesNames(t *testing.T) {
	to := stick.Stick{Folder: t.TempDir()}
	for _, name := range []string{"", ".", "..", "../up.pdf", "a/b.pdf", `a\b.pdf`, ".hidden", "a:b", "what?.pdf"} {
		if saved, err := stick.Save(to, name, write("x")); err == nil {
			t.Errorf("%q is saved as %q", name, saved)
		}
	}
	if got := names(t, to.Folder); got != "" {
		t.Errorf("left behind: %s", got)
	}
}
