//go:build !unix

package authoring

import (
	"errors"
	"os"
	"path/filepath"
)

// errHeld is of a stage that somebody writes into.
var errHeld = errors.New("somebody writes here")

// hold takes a stage for who writes into it: a file that is open cannot be taken away here,
// and so not by who would finish for them.
func hold(stage string) (*os.File, error) {
	name := filepath.Join(stage, lockName)
	if err := os.Remove(name); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, errHeld
	}
	return os.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o644)
}
