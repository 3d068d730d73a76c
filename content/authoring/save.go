package authoring

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/renameio/v2/maybe"

	"vigil/content"
)

// WriteLesson puts a lesson into a folder, as LessonFiles writes it, and takes away words
// in languages that it no longer has. Each file is there whole or not at all, the facts
// last: a lesson that was there stays in use until the new one is complete. A folder
// "lessons" that is a link is not written into, for it may lead anywhere.
func WriteLesson(dir string, l *content.Lesson) (err error) {
	defer func() {
		if err != nil {
			err = fmt.Errorf("save lesson %s: %w", l.ID, err)
		}
	}()
	files, err := LessonFiles(l)
	if err != nil {
		return err
	}
	if err := ownFolder(dir, "lessons"); err != nil {
		return err
	}
	facts := "lessons/" + l.ID + ".yaml"
	for _, name := range slices.Sorted(maps.Keys(files)) {
		if name == facts {
			continue
		}
		if err := maybe.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), files[name], 0o644); err != nil {
			return err
		}
	}
	if err := maybe.WriteFile(filepath.Join(dir, filepath.FromSlash(facts)), files[facts], 0o644); err != nil {
		return err
	}
	return removeOthers(dir, l.ID, files)
}

// ownFolder makes a folder in dir, or finds that there is one.
func ownFolder(dir, name string) error {
	whole := filepath.Join(dir, name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if err := os.Mkdir(whole, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	info, err := os.Lstat(whole)
	if err == nil && !info.IsDir() {
		err = fmt.Errorf("%s is no folder", name)
	}
	return err
}

// removeOthers takes away the files of words that a lesson was written without.
func removeOthers(dir, id string, files map[string][]byte) error {
	names, err := filepath.Glob(filepath.Join(dir, "lessons", id+".*.yaml"))
	if err != nil {
		return err
	}
	for _, name := range names {
		base := path.Join("lessons", filepath.Base(name))
		if _, wanted := files[base]; !wanted && strings.Count(base, ".") == 2 {
			if err := os.Remove(name); err != nil {
				return err
			}
		}
	}
	return nil
}
