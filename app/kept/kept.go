// Package kept keeps what must survive a crash in the data folder: each file is written
// whole or not at all, read within bounds, and set aside for staff where it cannot be
// used. What is in a file is its owner's to know.
package kept

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2/maybe"
)

// File is one file of a folder, which need not be there yet.
type File struct {
	Dir, Name string
	Aside     string // the name that it is given where it cannot be used
	Most      int64  // bytes that are read of it
}

func (f File) path() string { return filepath.Join(f.Dir, f.Name) }

// Write writes the file whole or not at all (google/renameio; not atomic on Windows),
// for its owner's eyes alone.
func (f File) Write(data []byte) error {
	if err := os.MkdirAll(f.Dir, 0o700); err != nil {
		return fmt.Errorf("make the folder of %s: %w", f.Name, err)
	}
	if err := maybe.WriteFile(f.path(), data, 0o600); err != nil {
		return fmt.Errorf("write %s: %w", f.Name, err)
	}
	return nil
}

// Read reads the file. Its error is fs.ErrNotExist where there is none.
func (f File) Read() ([]byte, error) {
	file, err := os.Open(f.path())
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", f.Name, err)
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, f.Most+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", f.Name, err)
	}
	if int64(len(data)) > f.Most {
		return nil, fmt.Errorf("read %s: it has more than %d bytes", f.Name, f.Most)
	}
	return data, nil
}

// SetAside gives the file the name under which staff find it, in place of one that was
// set aside before.
func (f File) SetAside() error {
	if err := os.Rename(f.path(), filepath.Join(f.Dir, f.Aside)); err != nil {
		return fmt.Errorf("set %s aside: %w", f.Name, err)
	}
	return nil
}

// Damaged is the file that was set aside, or "".
func (f File) Damaged() string {
	name := filepath.Join(f.Dir, f.Aside)
	if _, err := os.Stat(name); err != nil {
		return ""
	}
	return name
}

// Remove takes the file away; where there is none, that is all right.
func (f File) Remove() error {
	if err := os.Remove(f.path()); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove %s: %w", f.Name, err)
	}
	return nil
}
