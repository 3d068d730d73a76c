// Package exchange brings what museums have into the archive's format, and takes it out
// again: the rooms below it know one format each (workbook, timelinejs, omeka, iiif,
// translation, linked), this one what they share: where an import reads from, what it
// writes (a [Draft]), and what it says of it (a [Report]).
//
// An import gives records as a curator would write them, an authoring.Manuscript, which is
// joined with what the folder has. It drops nothing silently: what does not come over is
// named with its place, what comes over otherwise than it was written too, and what a
// person must still decide. It invents nothing: what the format asks for and the source
// does not say is written as not yet said, and named.
//
// Whatever is read is hostile: a source is at most [MostBytes] long, sizes are asked before
// and held to while reading, nesting and counts are bounded by each reader.
package exchange

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

// MostBytes is how long a source may be, but for workbooks, whose bound is told by their
// own room.
const MostBytes = 32 << 20

// Importer reads a source into a draft. An error says that nothing could be read; single
// mistakes are told in the draft's report.
type Importer func(ctx context.Context, src Source, d *Draft) error

// Source is what an import reads: a file, and the folder it lies in for the pictures that
// lie beside it; or a folder, where Name is ".".
type Source struct {
	Files fs.FS
	Name  string
	close func() error
}

// Open opens a file or folder of the machine. Nothing outside the folder that it lies in is
// ever read through it.
func Open(name string) (Source, error) {
	info, err := os.Stat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return Source{}, fmt.Errorf("there is no file or folder %s here", name)
	}
	if err != nil {
		return Source{}, fmt.Errorf("open what is to be imported: %w", err)
	}
	dir, base := name, "."
	if !info.IsDir() {
		dir, base = filepath.Dir(name), filepath.Base(name)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return Source{}, fmt.Errorf("open what is to be imported: %w", err)
	}
	return Source{root.FS(), base, root.Close}, nil
}

// Close lets go of what was opened.
func (s Source) Close() error {
	if s.close == nil {
		return nil
	}
	return s.close()
}

// IsFolder reports whether the source is a folder.
func (s Source) IsFolder() bool {
	info, err := fs.Stat(s.Files, s.Name)
	return err == nil && info.IsDir()
}

// ErrTooLarge is of a source that is longer than it may be.
var ErrTooLarge = errors.New("is too large")

// Open opens the source, or with a name a file beside it, to be read piece by piece. One
// that is longer than that many bytes is an error; what it grows to meanwhile is not read.
func (s Source) Open(name string, most int64) (io.ReadCloser, error) {
	if name == "" {
		name = s.Name
	}
	f, err := s.Files.Open(name)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, err)
	}
	info, err := f.Stat()
	switch {
	case err != nil:
		err = fmt.Errorf("open %s: %w", name, err)
	case info.IsDir():
		err = fmt.Errorf("open %s: this is a folder", name)
	case info.Size() > most:
		err = tooLarge(name, most)
	}
	if err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return struct {
		io.Reader
		io.Closer
	}{io.LimitReader(f, most+1), f}, nil
}

// Read reads the source, or with a name a file beside it, of at most that many bytes.
func (s Source) Read(name string, most int64) ([]byte, error) {
	if name == "" {
		name = s.Name
	}
	f, err := s.Open(name, most)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var data bytes.Buffer
	if info, err := fs.Stat(s.Files, name); err == nil && info.Size() <= most {
		data.Grow(int(info.Size()) + bytes.MinRead) // one piece of memory; a buffer that grows makes three
	}
	if _, err := data.ReadFrom(f); err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	if int64(data.Len()) > most {
		return nil, tooLarge(name, most)
	}
	return data.Bytes(), nil
}

func tooLarge(name string, most int64) error {
	return fmt.Errorf("%s %w: at most %d MB are read; divide it and import the parts one after the other", name, ErrTooLarge, most>>20)
}

// Beside reports whether an ordinary file of that name lies beside the source. A name that
// leads elsewhere does not.
func (s Source) Beside(name string) bool {
	if !fs.ValidPath(name) {
		return false
	}
	info, err := fs.Stat(s.Files, path.Clean(name))
	return err == nil && info.Mode().IsRegular()
}
