package watch

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// tree is what stands in a folder: for each file its size and time, for each folder
// which one it is. What begins with a dot is no part of it.
type tree struct {
	files map[string]stamp
	dirs  map[string]fs.FileInfo
}

type stamp struct{ size, changed int64 }

// Of a folder, no more is looked at: an archive has 4,000 files at most, in folders in
// folders.
const (
	mostEntries = 10_000
	deepest     = 3
)

// look looks at a folder without reading what is in its files.
func look(dir string) (tree, error) {
	root, err := os.Stat(dir)
	if err != nil {
		return tree{}, fmt.Errorf("look at the folder: %w", err)
	}
	if !root.IsDir() {
		return tree{}, fmt.Errorf("look at %s: it is no folder any more", dir)
	}
	t := tree{files: map[string]stamp{}, dirs: map[string]fs.FileInfo{".": root}}
	// What is unreadable further down is for those to report who read it.
	err = fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case name == ".":
			return err
		case err != nil:
			return nil
		case len(t.files)+len(t.dirs) > mostEntries:
			return fs.SkipAll
		case strings.HasPrefix(entry.Name(), ".") && entry.IsDir():
			return fs.SkipDir
		case strings.HasPrefix(entry.Name(), "."):
			return nil
		}
		return t.add(name, entry)
	})
	if err != nil {
		return tree{}, fmt.Errorf("look at the folder: %w", err)
	}
	return t, nil
}

func (t tree) add(name string, entry fs.DirEntry) error {
	info, err := entry.Info()
	if errors.Is(err, fs.ErrNotExist) {
		return nil // it went while it was looked at
	}
	if err != nil {
		t.files[name] = stamp{}
		return nil
	}
	if !entry.IsDir() {
		t.files[name] = stamp{info.Size(), info.ModTime().UnixNano()}
		return nil
	}
	t.dirs[name] = info
	if strings.Count(name, "/") >= deepest {
		return fs.SkipDir
	}
	return nil
}

// same reports whether nothing has changed since.
func (t tree) same(since tree) bool { return maps.Equal(t.files, since.files) && t.sameFolders(since) }

// sameFolders reports whether the folders are the same ones, and not others by their names.
func (t tree) sameFolders(since tree) bool {
	return maps.EqualFunc(t.dirs, since.dirs, os.SameFile)
}

// folders are the folders by name, the whole one first.
func (t tree) folders() []string {
	return slices.SortedFunc(maps.Keys(t.dirs), func(a, b string) int {
		if n := strings.Count(a, "/") - strings.Count(b, "/"); n != 0 {
			return n
		}
		return strings.Compare(a, b)
	})
}

// under is the place of a folder of the tree on the machine.
func under(dir, name string) string { return filepath.Join(dir, filepath.FromSlash(name)) }
