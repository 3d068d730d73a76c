package kiosk

import (
	"context"
	"io"
	"log/slog"

	"fyne.io/fyne/v2"

	"vigil/app/classroom"
	"vigil/app/classroom/handout"
	"vigil/app/screen"
	"vigil/app/stick"
	"vigil/content"
	"vigil/content/lesson"
	"vigil/content/route"
	"vigil/content/search"
)

// lectern is the kiosk as a class sees it.
type lectern struct {
	shell *Shell
	walls int // monitors besides the kiosk's own, as last heard
}

var _ classroom.Kiosk = (*lectern)(nil)

// newClass makes the kiosk one on which a class can be given.
func (s *Shell) newClass() {
	s.lectern = &lectern{shell: s}
	s.class = classroom.New(s.lectern, s.Archive, s.cfg.ClassDir, s.cfg.Now)
}

// Resume takes up the class that a crash or a power cut has ended, and shows it. It
// reports whether there was one.
func (s *Shell) Resume() bool {
	if !s.class.Resume() {
		return false
	}
	s.lectern.watch()
	if s.class.Leads() {
		s.lectern.lead()
	} else {
		s.lectern.Hand(s.class.Where())
	}
	return true
}

// View implements classroom.Kiosk: a wall sees the same world, and does nothing.
func (l *lectern) View(lang content.Lang, size fyne.Size, text float32) screen.Deps {
	s := l.shell
	d := s.deps()
	d.Locale = s.cfg.Catalogue.Locale(lang)
	look := d.Look
	look.Text, look.RTL, look.Lang, look.Felt, look.Still = text, d.Locale.RTL(), string(d.Locale.Lang()), nil, true
	look.Portrait, look.Low, look.Wide, look.Narrow = size.Height > size.Width, false, false, false
	d.View = screen.View{Locale: d.Locale, Look: look, Size: size, Accepted: func(id string) bool { return s.cfg.Accepting || s.class.Answered(id) }}
	d.Deeds = screen.Deeds{Go: func(string) {}, Replace: func(string) {}, Note: func(string) {}, Changed: s.changed}
	return d
}

// Refresh implements classroom.Kiosk.
func (l *lectern) Refresh() {
	s := l.shell
	switch leads := s.class.Leads(); {
	case s.class.Given() && !leads:
		// What learners are typing stays.
	case leads && (s.current == nil || s.current.Route.Kind != route.Class || l.before()):
		l.lead()
	case s.current != nil && s.current.Route.Kind == route.Class:
		s.remember()
		s.rebuild()
	}
	l.show()
}

// before reports whether the page on the screen is one from before the class, or one of
// the learners'.
func (l *lectern) before() bool {
	return !classroom.Leading(l.shell.current.Route)
}

// lead shows the educator the class. The staff door is shut behind it: whoever comes to
// the kiosk meanwhile finds no way out of it.
func (l *lectern) lead() {
	l.watch()
	l.shell.door.code = lock{}
	l.shell.stack = []place{{address: classroom.Present()}}
	l.shell.rebuild()
	l.show()
}

// Walls implements classroom.Kiosk. Before a class is given nothing hears of monitors:
// they are counted.
func (l *lectern) Walls() int {
	if !l.shell.class.Given() {
		return l.shell.cfg.Monitors.Count() - 1
	}
	return l.walls
}

// Hand implements classroom.Kiosk.
func (l *lectern) Hand(pages []string) {
	s := l.shell
	s.stack = nil
	for _, p := range pages {
		// What was kept through a crash may no longer be among the class's pages.
		if address, ok := s.leads(p); ok {
			s.stack = append(s.stack, place{address: address})
		}
	}
	if len(s.stack) == 0 {
		s.stack = []place{{address: s.class.First()}}
	}
	s.door.code = lock{}
	s.rebuild()
	l.show()
}

// Sheet implements classroom.Kiosk.
func (l *lectern) Sheet(p lesson.Plan, kind handout.Kind, langs []content.Lang) screen.Sheet {
	s := l.shell
	request := handout.Request{
		Archive: s.cfg.Archive, Catalogue: s.cfg.Catalogue, Setter: s.cfg.Setter, Plan: p, Sheet: kind, Langs: langs, Paper: s.deps().Paper,
	}
	if s.cfg.Land != nil {
		request.Land = s.cfg.Land
	}
	return func(w io.Writer) error { return handout.Make(w, request) }
}

// Sticks implements classroom.Kiosk.
func (l *lectern) Sticks() []stick.Stick {
	if l.shell.cfg.Sticks == nil {
		return nil
	}
	return l.shell.cfg.Sticks.List()
}

// SaveOn implements classroom.Kiosk.
func (l *lectern) SaveOn(to stick.Stick, name string, sheet screen.Sheet) {
	s := l.shell
	s.cfg.Load(context.Background(), func(context.Context) (func(), error) {
		saved, err := s.cfg.Sticks.Save(to, name, sheet)
		if err != nil {
			slog.Warn("save a sheet", "err", err)
		}
		return func() {
			d := s.deps()
			words := d.Locale.SayWith(StickMessage(err), map[string]string{"stick": to.Name, "name": saved})
			s.cover(d.Told(words, s.uncover))
		}, nil
	})
}

// Left implements classroom.Kiosk.
func (l *lectern) Left() {
	l.shell.cfg.Monitors.OnChange(nil)
	l.shell.cfg.Monitors.Close()
	l.walls = 0
	l.shell.Reset()
}

// watch hears of monitors from now on.
func (l *lectern) watch() {
	m := l.shell.cfg.Monitors
	l.walls = m.Count() - 1
	m.OnChange(func(count int) {
		gone := l.walls > 0 && count == 1
		l.walls = count - 1
		if class := l.shell.class; class.Given() {
			class.WallGone(gone)
			l.Refresh()
		}
	})
}

// show shows the wall on a monitor of its own, where there is one.
func (l *lectern) show() {
	s := l.shell
	if !s.class.Given() || l.walls == 0 {
		return
	}
	stage := s.class.Stage()
	if err := s.cfg.Monitors.Open(stage.Container, nil, nil); err != nil {
		slog.Warn("show the wall on a monitor of its own", "err", err)
		l.walls = 0
	}
}

// admitted reports whether a class's educator, or staff, has given the code.
func (s *Shell) admitted() bool { return s.door.code.role >= screen.Educator }

// classPage makes a page of the class.
func (s *Shell) classPage(ctx context.Context, d screen.Deps, r route.Route) *screen.Screen {
	if p := s.class.Page(ctx, d, r, s.admitted()); p != nil {
		p.Route = r
		return p
	}
	return nil
}

// leads is where an address leads while a class is given, and whether it leads anywhere:
// learners look around in the lesson's pages alone, and home is their first.
func (s *Shell) leads(address string) (string, bool) {
	if !s.class.Given() {
		return address, true
	}
	if address == string(route.Home) {
		address = s.class.First()
	}
	r, err := route.Parse(address)
	return address, err == nil && s.class.Admits(r)
}

// stands tells a class which pages learners have open.
func (s *Shell) stands() {
	if !s.class.Given() {
		return
	}
	var pages []string
	for _, p := range s.stack {
		pages = append(pages, p.address)
	}
	s.class.Stand(pages)
}

// classFinder finds what is among a class's pages.
type classFinder struct {
	screen.Finder
	set lesson.Set
}

// widest is how many hits are looked at for the few that are of a class: the best of the
// archive may all be of others.
const widest = 1000

// Search implements screen.Finder.
func (f classFinder) Search(ctx context.Context, q search.Query) ([]search.Hit, error) {
	wanted := q.Limit
	q.Limit = widest
	hits, err := f.Finder.Search(ctx, q)
	var out []search.Hit
	for _, h := range hits {
		if r, wrong := route.Parse(h.Route); wrong == nil && f.set.Has(r) {
			out = append(out, h)
		}
	}
	if wanted > 0 {
		out = out[:min(len(out), wanted)]
	}
	return out, err
}

// Nearest implements screen.Finder: names that are alike may be of others.
func (f classFinder) Nearest(context.Context, string, content.Lang, int) []string { return nil }
