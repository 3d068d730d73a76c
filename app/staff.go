package main

import (
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"golang.org/x/crypto/bcrypt"

	"vigil/app/cli"
)

// staff is the staff door of a machine: its code is kept as a hash beside the
// index, written by `vigil pin`.
type staff struct {
	app  fyne.App
	data string
}

// Check implements kiosk.Staff. Without a code nobody is let out.
func (s staff) Check(code string) bool {
	hash, err := os.ReadFile(filepath.Join(s.data, cli.PinFile))
	if errors.Is(err, fs.ErrNotExist) {
		slog.Warn("no staff code has been set: run vigil pin", "folder", s.data)
		return false
	}
	if err != nil {
		slog.Error("read the staff code", "err", err)
		return false
	}
	return bcrypt.CompareHashAndPassword([]byte(strings.TrimSpace(string(hash))), []byte(code)) == nil
}

// Leave implements kiosk.Staff.
func (s staff) Leave() { s.app.Quit() }
