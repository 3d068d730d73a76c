package authoring

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/google/renameio/v2/maybe"

	"vigil/content"
)

// WriteLesson puts a lesson into a folder, as LessonFiles writes it, and takes away words
// in languages that it no longer has. Each file is there whole or not at all, the facts
// last: a lesson that was there stays in use until the new one is complete. What was
// written is on the disk when this returns, as far as the system can say. The folder must
// be there: that of a stick which was pulled out is not. A folder "lessons" that is a link
// is not written into, for it may lead anywhere.
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
	if err := removeOthers(dir, l.ID, files); err != nil {
		return err
	}
	return syncDir(filepath.Join(dir, "lessons"))
}

// syncDir makes what was renamed in a folder durable. Windows has no such thing, and does
// so by itself.
func syncDir(name string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// ownFolder makes a folder in dir, or finds that there is one.
func ownFolder(dir, name string) error {
	whole := filepath.Join(dir, name)
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
