package authoring

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Beside the files that are made ready lie two of their own: one that is held as long as
// somebody writes, and one that is there once all files are ready, and names them.
const (
	stagePrefix = ".import-"
	lockName    = ".held"
	readyName   = ".ready"
)

// ready says that all files of a stage are there, durably.
func ready(stage string, names []string) (err error) {
	f, err := os.OpenFile(filepath.Join(stage, readyName), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if _, err := f.WriteString(strings.Join(names, "\n") + "\n"); err != nil {
		return err
	}
	return f.Sync()
}

// Finish ends what a Write into a folder left when it was ended by force: files that were all
// ready take their places, those that were not go. It reports whether files took their
// places. What somebody writes at this moment is left to them, where the system tells.
func Finish(dir string) (finished bool, err error) {
	for _, in := range []string{dir, filepath.Dir(filepath.Clean(dir))} {
		stages, err := filepath.Glob(filepath.Join(escapedGlob(in), stagePrefix+"*"))
		if err != nil {
			return finished, err
		}
		for _, stage := range stages {
			done, err := finishOne(stage, in, in == dir)
			finished = finished || done
			if err != nil {
				return finished, fmt.Errorf("finish what was begun in %s: %w", in, err)
			}
		}
	}
	return finished, nil
}

// escapedGlob keeps the letters of a folder's name from meaning others.
func escapedGlob(name string) string {
	return strings.NewReplacer(`*`, `\*`, `?`, `\?`, `[`, `\[`).Replace(name)
}

func finishOne(stage, dir string, inside bool) (bool, error) {
	// Only what Write made has the file that is held.
	for _, name := range []string{stage, filepath.Join(stage, lockName)} {
		if info, err := os.Lstat(name); err != nil || info.IsDir() != (name == stage) {
			return false, nil
		}
	}
	held, err := hold(stage)
	if errors.Is(err, errHeld) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer held.Close()
	names, err := readyNames(stage)
	if err != nil {
		return false, err
	}
	// Beside a folder that was to appear nothing is moved: it appears whole or not at all.
	if names == nil || !inside {
		return false, os.RemoveAll(stage)
	}
	for _, name := range names {
		if _, err := os.Lstat(filepath.Join(stage, filepath.FromSlash(name))); errors.Is(err, fs.ErrNotExist) {
			continue // it has taken its place
		}
		if err := move(stage, dir, filepath.Join(stage, ".before"), name); err != nil {
			return false, err
		}
	}
	return true, errors.Join(syncDir(dir), os.RemoveAll(stage))
}

// readyNames are the files of a stage that is ready; nil where it is not.
func readyNames(stage string) ([]string, error) {
	f, err := os.Open(filepath.Join(stage, readyName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	names := []string{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if !known(lines.Text()) {
			return nil, fmt.Errorf("the format knows no file %s", Quote(lines.Text()))
		}
		names = append(names, lines.Text())
	}
	return names, nil
}
