package main

import (
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"vigil/app/cli"
	"vigil/app/screen"
)

// staff is the staff door of a machine: the codes are kept as hashes beside the index,
// written by `vigil pin`.
type staff struct {
	app  fyne.App
	data string
}

// Role implements kiosk.Staff. Without a code nobody is let in.
func (s staff) Role(code string) screen.Role {
	switch {
	case s.opens("staff", code):
		return screen.Staff
	case s.opens("educator", code):
		return screen.Educator
	}
	return screen.Visitor
}

func (s staff) opens(role, code string) bool {
	hash, err := os.ReadFile(filepath.Join(s.data, cli.PinFile(role)))
	if errors.Is(err, fs.ErrNotExist) {
		slog.Warn("no code has been set: run vigil pin --role "+role, "folder", s.data)
		return false
	}
	if err != nil {
		slog.Error("read a code", "role", role, "err", err)
		return false
	}
	return cli.Opens(hash, code)
}

// Leave implements kiosk.Staff.
func (s staff) Leave() { s.app.Quit() }
