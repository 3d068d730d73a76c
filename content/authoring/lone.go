package authoring

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"

	"vigil/content"
)

// Of lessons, the most that are read of one: many times what a class can be given.
const (
	maxStops     = 60
	maxShown     = 40 // pages of a stop
	maxQuestions = 20 // of a stop
)

// Of lessons that are brought alone, the most that is read of a folder: a stick must not
// keep a kiosk busy for longer than somebody waits.
const (
	maxLone      = 300
	maxLoneBytes = 4 << 20
)

// LoadLessons reads the lessons of a folder that need not be an archive, such as a stick
// that an educator brings: lessons/ID.yaml and the words beside it, nothing else on it.
// The Archive of what it returns holds lessons alone, and the Problems are of form; what
// is good in a lesson is there though something in it is not.
func LoadLessons(ctx context.Context, fsys fs.FS) *Folder {
	w := &walker{ctx: ctx, fsys: fsys}
	if info, err := fs.Stat(fsys, "lessons"); !errors.Is(err, fs.ErrNotExist) {
		switch {
		case err == nil && info.IsDir():
			w.dir("lessons")
		default:
			w.report("lessons", "unreadable", "this is no folder that can be read", "put lessons into a folder called lessons")
		}
	}
	w.few()
	s := newShelf()
	run(ctx, fsys, s.jobs(w.files))
	return lone(s, w.refused, w.problems)
}

// few leaves out the files beyond those that are read of lessons alone.
func (w *walker) few() {
	var total int64
	for i, f := range w.files {
		if total += f.size; i == maxLone || total > maxLoneBytes {
			w.report(f.name, "too-many-files", fmt.Sprintf("more than %d files or %d bytes of lessons; the rest is not read", maxLone, maxLoneBytes), "keep fewer lessons in one place")
			w.files = w.files[:i]
			return
		}
	}
}

// ReadLessons reads lessons from files by their paths, as LessonFiles gives them.
func ReadLessons(files map[string][]byte) *Folder {
	s := newShelf()
	var unknown []Problem
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, ok := classify(name)
		if !ok || f.kind != lessonFile && f.kind != wordsFile || len(files[name]) > maxFile || len(s.all) >= maxFiles {
			unknown = append(unknown, Problem{Printable(name), 0, 0, "unknown-file", Error, "this is no file of a lesson, or too large", "take it out"})
			continue
		}
		src := &source{found: f}
		src.take(files[name])
		s.jobs([]found{f})
		s.all[len(s.all)-1].slot.fill(src)
	}
	return lone(s, nil, unknown)
}

// lone makes lessons of what was read, without an archive around them.
func lone(s *shelf, refused []string, problems []Problem) *Folder {
	a := &assembler{shelf: s, known: map[string][]string{}}
	a.folder = &Folder{Archive: &content.Archive{}, Seals: map[string]string{}, places: map[string]place{}, refused: refused, lostIDs: map[string][]string{}}
	a.losses()
	a.allLessons()
	a.orphans()
	for _, j := range s.all {
		if src := j.slot.file(); src != nil && src.lang != "" {
			src.language(src.lang, position{})
		}
	}
	f := a.folder
	f.collect(s, problems)
	f.Problems = SortProblems(f.Problems)
	f.Archive.Index()
	return f
}

// most cuts a list of a lesson to what is read of it, and reports what is not.
func most[T any](list []T, n int, key string, at func(item int) position, src *source) []T {
	if len(list) <= n {
		return list
	}
	place := at(n)
	src.report(place.line, place.col, "too-many", fmt.Sprintf("more than %d %s; the rest is not read", n, key), "take some out, or make two lessons of it")
	return list[:n]
}
