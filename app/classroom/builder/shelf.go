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

// NewFolder makes a shelf of a folder. This kiosk's, whose name is "", need not be there
// yet; that of a stick must, or what is saved to a stick that was pulled out would be lost.
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
func (f Folder) Save(l *content.Lesson) error {
	if f.name == "" {
		if err := os.MkdirAll(f.dir, 0o700); err != nil {
			return fmt.Errorf("save lesson %s: %w", l.ID, err)
		}
	}
	return authoring.WriteLesson(f.dir, l)
}

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
			w.Title, w.Review, w.Reviewer, w.ReviewedOn = words.Stop(i+1), content.Draft, "", content.Date{}
			s.Words[d.lang] = w
		}
	}
	if w, ok := l.Reflect[d.lang]; ok && w.Title == "" {
		w.Title = words.Reflect
		l.Reflect[d.lang] = w
	}
	l.Cases = slices.DeleteFunc(casesOf(l), func(id string) bool { return d.archive.Case(id) == nil })
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

// Ready is a lesson that can be saved: taken from a draft at once, saved while that may be
// changed on.
type Ready struct {
	lesson  *content.Lesson
	archive *content.Archive
	title   string
	homes   map[string]home
}

// Saved says where and as what a lesson was saved.
type Saved struct {
	ID    string
	place string
	print string
}

// Ready takes the lesson from the draft as it is saved. Without a title it is
// ErrUntitled.
func (d *Draft) Ready(words Defaults) (Ready, error) {
	title := d.Text(Spot{Part: Title})
	if title == "" {
		return Ready{}, ErrUntitled
	}
	return Ready{d.Finished(words), d.archive, title, maps.Clone(d.homes)}, nil
}

// Save puts the lesson on a shelf. It takes the place of no lesson but the one it was
// opened from or saved as, and is never called as one of the archive's.
func (r Ready) Save(ctx context.Context, on Shelf) (Saved, error) {
	there, err := on.Read(ctx)
	if err != nil {
		return Saved{}, err
	}
	l := clone(r.lesson)
	l.ID = r.nameOn(on, there)
	if err := on.Save(l); err != nil {
		return Saved{}, err
	}
	return Saved{l.ID, on.Name(), printOf(l)}, nil
}

// Settle has the draft know where it was saved, so that it is saved there again.
func (d *Draft) Settle(s Saved) { d.homes[s.place] = home{s.ID, s.print} }

func (r Ready) nameOn(on Shelf, there *authoring.Folder) string {
	if h, ok := r.homes[on.Name()]; ok && r.archive.Lesson(h.ID) == nil {
		is := there.Archive.Lesson(h.ID)
		if is == nil && !there.Unread("", "lessons/"+h.ID+".yaml") || is != nil && printOf(is) == h.Print {
			return h.ID
		}
	}
	return Name(r.title, func(id string) bool {
		return r.archive.Lesson(id) != nil || there.Archive.Lesson(id) != nil || there.Unread("", "lessons/"+id+".yaml")
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
