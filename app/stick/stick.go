// Package stick finds the USB sticks of a machine and saves files on them: whole or not
// at all, and never over another. It knows no screen.
package stick

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Stick is a medium that somebody has put in and can take away.
type Stick struct {
	Name   string // as people know it, such as its label
	Folder string // where its files are
	Free   uint64 // bytes
}

// What can be wrong with a stick, for the words that staff are told.
var (
	ErrFull     = errors.New("there is no room left on the stick")
	ErrReadOnly = errors.New("the stick cannot be written to")
	ErrGone     = errors.New("the stick was taken out")
)

// System is the sticks of this machine.
type System struct{}

// List gives those that are in and can be written to, in the order of their folders.
func (System) List() []Stick { return list() }

// Save is the function Save.
func (System) Save(to Stick, name string, write func(io.Writer) error) (string, error) {
	return Save(to, name, write)
}

// mostCopies bounds the numbers that are tried for a name.
const mostCopies = 999

var errName = errors.New("not the name of a file")

// Save writes a file on a stick and gives the name that it has there: where there is one
// of that name already, -2 and so on is put before its ending. It is written beside its
// name first and then named, so that a stick that is pulled holds all of it or none. An
// error is ErrFull, ErrReadOnly or ErrGone where it is known to be that.
func Save(to Stick, name string, write func(io.Writer) error) (saved string, err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("save %s on %s: %w", name, to.Name, reason(to, err))
		}
	}()
	if name == "" || name != filepath.Base(name) || strings.HasPrefix(name, ".") || strings.ContainsAny(name, `/\:*?"<>|`) {
		return "", errName
	}
	if _, err := os.Stat(to.Folder); err != nil {
		return "", err
	}
	part, err := os.CreateTemp(to.Folder, ".vigil-*.part")
	if err != nil {
		return "", err
	}
	defer func() {
		if err != nil {
			part.Close()
			os.Remove(part.Name())
		}
	}()
	if err := write(part); err != nil {
		return "", err
	}
	// What is only in memory is lost with the stick.
	if err := part.Sync(); err != nil {
		return "", err
	}
	if err := part.Close(); err != nil {
		return "", err
	}
	for n := 1; n <= mostCopies; n++ {
		saved = numbered(name, n)
		path := filepath.Join(to.Folder, saved)
		if _, err := os.Lstat(path); err == nil {
			continue
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		if err := os.Rename(part.Name(), path); err != nil {
			return "", err
		}
		settle(to.Folder)
		return saved, nil
	}
	return "", fmt.Errorf("there are %d files of that name: %w", mostCopies, fs.ErrExist)
}

// numbered is a name with a number before its ending, from the second on.
func numbered(name string, n int) string {
	if n == 1 {
		return name
	}
	ending := filepath.Ext(name)
	return strings.TrimSuffix(name, ending) + "-" + strconv.Itoa(n) + ending
}

// reason finds out what an error means of a stick.
func reason(to Stick, err error) error {
	if known := kind(err); known != nil {
		return errors.Join(known, err)
	}
	if _, gone := os.Stat(to.Folder); gone != nil {
		return errors.Join(ErrGone, err)
	}
	return err
}
