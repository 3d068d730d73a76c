//go:build unix

package authoring

import (
	"errors"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// errHeld is of a stage that somebody writes into.
var errHeld = errors.New("somebody writes here")

// hold takes a stage for who writes into it; the system lets go of it when they end, however
// that is.
func hold(stage string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(stage, lockName), os.O_RDWR|os.O_CREATE, 0o644)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		return nil, errors.Join(errHeld, f.Close())
	}
	return f, nil
}
