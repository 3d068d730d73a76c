package classroom

import (
	"context"
	"log/slog"
	"path"
	"slices"
	"strings"

	"vigil/app/classroom/builder"
	"vigil/app/classroom/desk"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/check"
)

// own is the lessons that were made on this kiosk, or brought to it.
type own struct {
	shelf   builder.Folder
	read    bool
	lessons []*content.Lesson
	refused int // that have mistakes and are not given
}

// load reads them, for an archive. It does not touch what is shown.
func (o *own) load(ctx context.Context, a *content.Archive) (lessons []*content.Lesson, refused int) {
	f, err := o.shelf.Read(ctx)
	if err != nil {
		slog.Warn("read the lessons of this kiosk", "err", err)
		return nil, 0
	}
	// A lesson is checked with those beside it, and given unless it has a mistake itself.
	wrong := map[string]bool{}
	for _, p := range check.Lessons(ctx, f, a).Problems {
		if p.Severity == authoring.Error {
			wrong[lessonOf(p.File)] = true
		}
	}
	for _, l := range f.Archive.Lessons {
		if wrong[l.ID] || len(l.Stops) == 0 || a.Lesson(l.ID) != nil {
			refused++
			continue
		}
		lessons = append(lessons, l)
	}
	return lessons, refused
}

// use takes what was read.
func (o *own) use(lessons []*content.Lesson, refused int) {
	o.read, o.lessons, o.refused = true, lessons, refused
}

// lesson finds a lesson of the archive or of this kiosk, or returns nil.
func (c *Class) lesson(id string) *content.Lesson {
	if l := c.archive().Lesson(id); l != nil {
		return l
	}
	if i := slices.IndexFunc(c.own.lessons, func(l *content.Lesson) bool { return l.ID == id }); i >= 0 {
		return c.own.lessons[i]
	}
	return nil
}

// lessonNow finds a lesson as lesson does, and reads those of this kiosk for it: a class
// that was interrupted is taken up before anything else.
func (c *Class) lessonNow(id string) *content.Lesson {
	if l := c.archive().Lesson(id); l != nil {
		return l
	}
	c.own.use(c.own.load(context.Background(), c.archive()))
	return c.lesson(id)
}

// newDesk is where lessons are made.
func (c *Class) newDesk(dir string) *desk.Desk {
	return desk.New(desk.Config{
		Store: builder.NewStore(dir), Kiosk: c.own.shelf,
		Sticks: func() []builder.Shelf {
			var out []builder.Shelf
			for _, s := range c.kiosk.Sticks() {
				out = append(out, builder.NewFolder(s.Name, s.Folder))
			}
			return out
		},
		Again: func() { c.kiosk.Refresh() },
		Saved: func(builder.Shelf, string) { c.own.read = false },
		Leave: Address(""),
		Give: func(id string) string {
			c.own.use(c.own.load(context.Background(), c.archive()))
			c.choose(c.archive().Original)
			c.choice.lesson, c.choice.answered = id, map[string]bool{}
			return Address(planPart)
		},
	})
}

// lessonOf is the id of the lesson that a file belongs to.
func lessonOf(file string) string {
	name, _, _ := strings.Cut(path.Base(file), ".")
	return name
}
