package authoring

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// maxAttached is how many bytes of a file are taken over.
const maxAttached = maxPicture

// Write puts what was joined into a folder, whole or not at all: a folder that is not there
// appears with all its files; in one that is there the files are made ready beside their
// places first, and then take them one after the other, those that were replaced put back
// if one of them cannot. Where power or a signal ends that, Finish takes it to its end.
// Nothing is written over a link or outside the folder.
func (out *Merged) Write(ctx context.Context, dir string) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("write %s: %w", dir, err)
		}
	}()
	dir = filepath.Clean(dir)
	stage, err := staging(dir)
	if err != nil {
		return err
	}
	defer os.RemoveAll(stage)
	held, err := hold(stage)
	if err != nil {
		return err
	}
	defer held.Close()
	names, err := out.stage(ctx, stage)
	if err != nil {
		return err
	}
	if _, err := os.Stat(dir); errors.Is(err, fs.ErrNotExist) {
		if err := os.Remove(filepath.Join(stage, lockName)); err != nil {
			return err
		}
		return os.Rename(stage, dir)
	}
	if err := ready(stage, names); err != nil {
		return err
	}
	return exchange(stage, dir, names)
}

// staging makes the folder in which the files are made ready: beside a folder that is not
// there yet, which it will become, or hidden in the one that is.
func staging(dir string) (string, error) {
	parent := dir
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		parent = filepath.Dir(dir)
		if err := os.MkdirAll(parent, 0o755); err != nil {
			return "", err
		}
	case err != nil:
		return "", err
	case !info.IsDir():
		return "", errors.New("this is no folder")
	}
	stage, err := os.MkdirTemp(parent, stagePrefix)
	if err != nil {
		return "", err
	}
	return stage, os.Chmod(stage, 0o755)
}

// stage writes every file below a folder, and makes it durable.
func (out *Merged) stage(ctx context.Context, stage string) ([]string, error) {
	names := append(slices.Sorted(maps.Keys(out.Files)), slices.Sorted(maps.Keys(out.Attached))...)
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if !known(name) {
			return nil, fmt.Errorf("the format knows no file %s", Quote(name))
		}
		if err := out.stageOne(filepath.Join(stage, filepath.FromSlash(name)), name); err != nil {
			return nil, err
		}
	}
	return names, nil
}

// known reports whether the format has a file of that path, in a folder that it has.
func known(name string) bool {
	_, ok := classify(name)
	return ok && (path.Dir(name) == "." || knownDir(path.Dir(name)))
}

func (out *Merged) stageOne(to, name string) (err error) {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if data, ok := out.Files[name]; ok {
		if _, err := f.Write(data); err != nil {
			return err
		}
		return f.Sync()
	}
	from, err := out.Attached[name]()
	if err != nil {
		return err
	}
	defer from.Close()
	n, err := io.Copy(f, io.LimitReader(from, maxAttached+1))
	if err == nil && n > maxAttached {
		err = fmt.Errorf("%s has more than %d bytes", name, maxAttached)
	}
	return errors.Join(err, f.Sync())
}

// exchange moves the files to their places. What stood there is kept aside until all are
// there, and put back if one cannot be moved.
func exchange(stage, dir string, names []string) error {
	aside := filepath.Join(stage, ".before")
	var done []string
	for _, name := range names {
		err := move(stage, dir, aside, name)
		if err == nil {
			done = append(done, name)
			continue
		}
		for _, n := range slices.Backward(append(done, name)) {
			err = errors.Join(err, putBack(dir, aside, n, slices.Contains(done, n)))
		}
		return err
	}
	return syncDir(dir)
}

func move(stage, dir, aside, name string) error {
	rel := filepath.FromSlash(name)
	to := filepath.Join(dir, rel)
	if parent := filepath.Dir(rel); parent != "." {
		if err := ownFolders(dir, parent); err != nil {
			return err
		}
	}
	info, err := os.Lstat(to)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case !info.Mode().IsRegular():
		return fmt.Errorf("%s is no ordinary file", name)
	default:
		before := filepath.Join(aside, rel)
		if err := os.MkdirAll(filepath.Dir(before), 0o755); err != nil {
			return err
		}
		if err := os.Link(to, before); err != nil && !errors.Is(err, fs.ErrExist) {
			if err := copyFile(to, before); err != nil {
				return err
			}
		}
	}
	return os.Rename(filepath.Join(stage, rel), to)
}

// ownFolders makes the folders on the way to a file, none of which may be a link.
func ownFolders(dir, rel string) error {
	if parent := filepath.Dir(rel); parent != "." {
		if err := ownFolders(dir, parent); err != nil {
			return err
		}
	}
	return ownFolder(dir, rel)
}

// putBack undoes the move of one file.
func putBack(dir, aside, name string, moved bool) error {
	rel := filepath.FromSlash(name)
	before := filepath.Join(aside, rel)
	if _, err := os.Lstat(before); err == nil {
		return os.Rename(before, filepath.Join(dir, rel))
	}
	if !moved {
		return nil
	}
	return os.Remove(filepath.Join(dir, rel))
}

func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, in)
	return errors.Join(err, f.Close())
}
