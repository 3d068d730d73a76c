package builder

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"slices"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/lesson"
	"vigil/content/route"
)

// Shelf is where lessons are kept: this kiosk, or a stick. What stands on it is hostile
// until content/check has looked at it.
type Shelf interface {
	// Name is what people know it by; "" is this kiosk.
	Name() string
	// Read reads the lessons on it.
	Read(ctx context.Context) (*authoring.Folder, error)
	// Save puts a lesson on it, in place of one with the same id.
	Save(l *content.Lesson) error
}

// Folder is a shelf in a folder, under lessons/.
type Folder struct{ name, dir string }

// NewFolder makes a shelf of a folder, which need not be there yet.
func NewFolder(name, dir string) Folder { return Folder{name, dir} }

// Name implements Shelf.
func (f Folder) Name() string { return f.name }

// Read implements Shelf. Links that lead out of the folder are not followed.
func (f Folder) Read(ctx context.Context) (*authoring.Folder, error) {
	root, err := os.OpenRoot(f.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return authoring.ReadLessons(nil), nil
	}
	if err != nil {
		return nil, fmt.Errorf("read lessons: %w", err)
	}
	defer root.Close()
	return authoring.LoadLessons(ctx, root.FS()), nil
}

// Save implements Shelf.
func (f Folder) Save(l *content.Lesson) error { return authoring.WriteLesson(f.dir, l) }

// Open begins a draft from a lesson on a shelf: saved there again, it takes the lesson's
// place unless somebody has changed that meanwhile.
func Open(a *content.Archive, l *content.Lesson, lang content.Lang, on Shelf) *Draft {
	d := Copy(a, l, lang)
	d.homes[on.Name()] = home{l.ID, printOf(l)}
	return d
}

// ErrUntitled says that a lesson without a title is not saved.
var ErrUntitled = errors.New("the lesson has no title")

// Defaults are the words that a lesson is finished with where nothing was written.
type Defaults struct {
	Stop    func(n int) string // the title of the n-th stop, from 1
	Reflect string             // the title of the question at the end
}

// Finished is the lesson as it is saved: made on the archive as it is now, without what
// is empty. Its id is that of the draft's title or of the lesson that it takes the place of.
func (d *Draft) Finished(words Defaults) *content.Lesson {
	l := clone(d.now)
	for i, s := range l.Stops {
		s.Questions = slices.DeleteFunc(s.Questions, func(q *content.Question) bool { return len(q.Words) == 0 })
		if w := s.Words[d.lang]; w.Title == "" && words.Stop != nil {
			w.Title, w.Review = words.Stop(i+1), content.Draft
			s.Words[d.lang] = w
		}
	}
	if w, ok := l.Reflect[d.lang]; ok && w.Title == "" {
		w.Title = words.Reflect
		l.Reflect[d.lang] = w
	}
	l.Cases = casesOf(l)
	l.MadeOn, l.Seen = d.archive.Version, lesson.Seen(d.archive, l)
	return l
}

// casesOf are the histories of a lesson's pages, in the order in which they are met.
func casesOf(l *content.Lesson) []string {
	var out []string
	for _, s := range l.Stops {
		for _, address := range s.Routes {
			r, err := route.Parse(address)
			if err == nil && (r.Kind == route.Case || r.Kind == route.Event) && !slices.Contains(out, r.ID(0)) {
				out = append(out, r.ID(0))
			}
		}
	}
	return out
}

// Save puts the draft on a shelf and returns its id there. It takes the place of no
// lesson but the one it was opened from or saved as, and is never called as one of the
// archive's. A draft without a title is not saved: ErrUntitled.
func (d *Draft) Save(ctx context.Context, on Shelf, words Defaults) (string, error) {
	if d.Text(Spot{Part: Title}) == "" {
		return "", ErrUntitled
	}
	there, err := on.Read(ctx)
	if err != nil {
		return "", err
	}
	l := d.Finished(words)
	l.Cases = slices.DeleteFunc(l.Cases, func(id string) bool { return d.archive.Case(id) == nil })
	l.ID = d.nameOn(on, there)
	if err := on.Save(l); err != nil {
		return "", err
	}
	d.homes[on.Name()] = home{l.ID, printOf(l)}
	return l.ID, nil
}

func (d *Draft) nameOn(on Shelf, there *authoring.Folder) string {
	if h, ok := d.homes[on.Name()]; ok && d.archive.Lesson(h.ID) == nil {
		if is := there.Archive.Lesson(h.ID); is == nil && !there.Unread("", "lessons/"+h.ID+".yaml") || is != nil && printOf(is) == h.Print {
			return h.ID
		}
	}
	return Name(d.Text(Spot{Part: Title}), func(id string) bool {
		return d.archive.Lesson(id) != nil || there.Archive.Lesson(id) != nil || there.Unread("", "lessons/"+id+".yaml")
	})
}

// printOf tells a lesson from all others: SHA-256 over its files.
func printOf(l *content.Lesson) string {
	files, err := authoring.LessonFiles(l)
	if err != nil {
		return ""
	}
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		fmt.Fprintf(h, "%s %d\n", name, len(files[name]))
		h.Write(files[name])
	}
	return hex.EncodeToString(h.Sum(nil))
}
