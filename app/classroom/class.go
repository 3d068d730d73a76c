// Package classroom is a class at the kiosk: an educator chooses a lesson behind the
// staff door, sees what it touches, and gives it. The audience view ([Class.Wall]) is
// what the class sees, in letters for the back row; the presenter view is for the
// educator alone. Sheets on paper are made by classroom/handout, lessons are built in
// classroom/builder, and what survives a crash is classroom/session's.
//
// The audience view is made of what the archive, the lesson's words for learners and
// the answers let through say, and of nothing else: it is never given the educator's
// words ([slides]).
package classroom

import (
	"errors"
	"log/slog"
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"vigil/app/classroom/builder"
	"vigil/app/classroom/desk"
	"vigil/app/classroom/handout"
	"vigil/app/classroom/session"
	"vigil/app/screen"
	"vigil/app/stick"
	"vigil/content"
	"vigil/content/lesson"
	"vigil/content/route"
)

// Kiosk is what a class may ask of the kiosk that it is given on.
type Kiosk interface {
	// View is what a wall of a size is made from: the archive seen in a language, text so
	// many times its size, and no deeds.
	View(lang content.Lang, size fyne.Size, text float32) screen.Deps
	// Refresh shows the class as it now is, on all its screens.
	Refresh()
	// Walls is how many screens there are besides the kiosk's own.
	Walls() int
	// Hand shows learners the page that they had open, or the first of the class's set.
	Hand(pages []string)
	// Sheet is what a class is given on paper, for learners or for the educator.
	Sheet(p lesson.Plan, kind handout.Kind, langs []content.Lang) screen.Sheet
	// Sticks are the USB sticks that are in, for what is saved on them.
	Sticks() []stick.Stick
	// SaveOn saves a sheet on a stick and says over the page what became of it.
	SaveOn(to stick.Stick, name string, sheet screen.Sheet)
	// Left ends the class's part of the visit: the kiosk is as before it.
	Left()
}

// Class is the class of a kiosk: none, one that is being chosen, or one that is given.
type Class struct {
	kiosk   Kiosk
	archive func() *content.Archive
	store   *session.Store
	own     *own
	desk    *desk.Desk
	now     func() time.Time
	given   *session.Session // nil while none is given
	choice  choice
	slides  *slides
	set     lesson.Set
	told    string // a message's id for the educator, or ""
	saved   time.Time
	tools   bool      // one screen: what the educator can do is shown over the wall
	aside   bool      // another page than the wall is on the kiosk's screen
	reading bool      // one screen: the educator has asked to read the answers on it
	tongues bool      // the languages of the wall are to be chosen from
	gone    bool      // the wall had a screen of its own, which was pulled out
	ending  time.Time // when the educator has asked to end it, once; zero where not
	clock   func()
}

// choice is what an educator has chosen before a class begins.
type choice struct {
	lesson   string
	ages     content.Ages
	minutes  int
	langs    []content.Lang
	answered map[string]bool // content notes, by id
}

// New makes the class of a kiosk. In the folder it keeps the class that is given
// (session), the lessons that were made here (lessons) and the one being made (draft).
func New(k Kiosk, archive func() *content.Archive, dir string, now func() time.Time) *Class {
	c := &Class{kiosk: k, archive: archive, store: session.NewStore(filepath.Join(dir, "session")), now: now}
	c.own = &own{shelf: builder.NewFolder("", dir)}
	c.desk = c.newDesk(filepath.Join(dir, "draft"))
	return c
}

// Resume takes up the class that a crash or a power cut has ended. It reports whether
// there was one.
func (c *Class) Resume() bool {
	s, err := c.store.Resume(c.archive(), c.lessonNow, c.deck, c.now())
	if err != nil {
		slog.Error("take up the class that was given", "err", err)
		c.told = "class.damaged"
	}
	if s == nil {
		return false
	}
	c.take(s)
	return true
}

// Damaged names the file of a class that could not be taken up, for staff; "" where
// there is none.
func (c *Class) Damaged() string { return c.store.Damaged() }

// Given reports whether a class is being given.
func (c *Class) Given() bool { return c.given != nil }

// Answered reports whether the educator has answered a content note, by id, for the class
// that is given. One that has come into the archive since is not.
func (c *Class) Answered(id string) bool {
	return c.given != nil && slices.Contains(c.given.Notes, id)
}

// Leads reports whether the educator has the kiosk.
func (c *Class) Leads() bool { return c.given != nil && c.given.Mode == session.Leading }

// Admits reports whether learners may see a page now.
func (c *Class) Admits(r route.Route) bool {
	switch {
	case c.given == nil:
		return true
	case c.given.Mode == session.Leading:
		return r.Kind == route.Staff || r.Kind == route.Class && Leading(r)
	}
	switch r.Kind {
	case route.Pause, route.Languages, route.Staff:
		return true
	case route.Search:
		return c.given.Mode == session.Exploring
	case route.Class:
		return r.ID(0) == explorePart && c.given.Mode == session.Exploring || r.ID(0) == writePart && c.given.Mode == session.Writing
	}
	return c.given.Mode == session.Exploring && c.set.Has(r)
}

// Set is the pages among which learners look around; of no use while none is given.
func (c *Class) Set() lesson.Set { return c.set }

func (c *Class) deck(p lesson.Plan, langs []content.Lang) session.Deck {
	c.slides = newSlides(c, p, langs)
	return c.slides
}

// begin gives the lesson that was chosen.
func (c *Class) begin(p lesson.Plan) {
	deck := c.deck(p, c.choice.langs)
	c.told = ""
	s := session.Begin(c.archive().ID, p, c.choice.langs, deck, c.now())
	for id, answered := range c.choice.answered {
		if answered {
			s.Notes = append(s.Notes, id)
		}
	}
	slices.Sort(s.Notes)
	c.take(s)
	c.changed()
}

func (c *Class) take(s *session.Session) {
	c.given, c.set = s, s.Plan.Within(c.archive())
}

// Renew goes on with the archive as it is now: at first a kiosk has read one language of
// it, and the wall may speak others.
func (c *Class) Renew() {
	if c.given == nil {
		return
	}
	g := c.given
	if l := c.lesson(g.Lesson); l != nil {
		if plan := lesson.For(l, g.Plan.Ages, g.Minutes); len(plan.Steps) == len(g.Plan.Steps) {
			g.Plan, c.set = plan, plan.Within(c.archive())
		}
	}
	g.Show(c.deck(g.Plan, g.Langs))
	c.kiosk.Refresh()
}

// changed keeps what the class has become, and shows it.
func (c *Class) changed() {
	c.given.Felt(c.now())
	c.keep()
	c.kiosk.Refresh()
}

// keep writes the class down. One that cannot be kept goes on: the educator is told
// that it would not survive.
func (c *Class) keep() {
	c.saved = c.now()
	if err := c.store.Save(c.given, c.saved); err != nil {
		slog.Error("keep the class", "err", err)
		c.told = "class.unkept"
	}
}

// often is how often the clocks of a class are written down.
const often = 5 * time.Second

// Tick looks at the clock, about once a second.
func (c *Class) Tick() {
	if c.given == nil {
		return
	}
	now := c.now()
	if c.given.Tick(now) {
		c.End()
		return
	}
	if now.Sub(c.saved) >= often || now.Before(c.saved) {
		c.keep()
	}
	if !c.ending.IsZero() && now.Sub(c.ending) > armed {
		c.ending = time.Time{}
		c.kiosk.Refresh()
	}
	if c.clock != nil {
		c.clock()
	}
}

// armed is how long an educator who has asked to end the class may confirm it.
const armed = 6 * time.Second

// Felt hears that somebody is there.
func (c *Class) Felt() {
	if c.given != nil {
		c.given.Felt(c.now())
	}
}

// End ends the class; nothing of it is left.
func (c *Class) End() {
	if err := c.store.End(); err != nil {
		slog.Error("end the class", "err", err)
	}
	c.given, c.choice, c.slides, c.set, c.clock = nil, choice{}, nil, lesson.Set{}, nil
	c.tools, c.tongues, c.reading, c.gone, c.told, c.ending = false, false, false, false, "", time.Time{}
	c.kiosk.Left()
}

// Forget leaves nothing of a choice that no class came of: the next educator answers the
// content notes anew.
func (c *Class) Forget() {
	if c.given == nil {
		c.choice = choice{}
	}
}

// WallGone hears that the wall's screen has been pulled out, or that the screens are
// others now. Where it is gone the educator is told, with the controls at hand.
func (c *Class) WallGone(gone bool) {
	if c.kiosk.Walls() > 0 {
		c.tools = false
	} else if gone && c.Leads() {
		c.tools = true
	}
	c.gone = (c.gone || gone) && c.kiosk.Walls() == 0
}

// Do is one thing that an educator does with a class.
type Do func(*Class)

// What an educator does.
var (
	Next  Do = func(c *Class) { c.given.Next() }
	Back  Do = func(c *Class) { c.given.Back() }
	Skip  Do = func(c *Class) { c.given.Skip() }
	Hold  Do = func(c *Class) { c.given.Hold() }
	Blank Do = func(c *Class) { c.given.Darken() }
	Call  Do = func(c *Class) { c.given.Call() }
	Share Do = func(c *Class) { c.given.Shown = !c.given.Shown }
)

// Act does one thing with the class that is given, and keeps what came of it.
func (c *Class) Act(do Do) {
	if c.given == nil {
		return
	}
	c.told, c.tongues, c.ending = "", false, time.Time{}
	do(c)
	c.changed()
}

// give hands the kiosk to the learners.
func (c *Class) give(m session.Mode) {
	c.given.Give(m)
	c.given.Felt(c.now())
	c.tools = false
	c.keep()
	c.kiosk.Hand(c.Where())
}

// Stand notes the pages that learners have open, so that they find them again. Where a
// page alone has turned into another, such as a search for more letters, it is written
// down with the clocks.
func (c *Class) Stand(pages []string) {
	if c.given == nil || c.given.Mode != session.Exploring || slices.Equal(pages, c.given.Where) {
		return
	}
	deeper := len(pages) != len(c.given.Where)
	c.given.Stand(pages)
	if deeper {
		c.keep()
	}
}

// Speak has the wall speak another language first; where it is the second, the two
// change places.
func (c *Class) Speak(lang content.Lang) {
	if c.given == nil {
		return
	}
	c.tongues = false
	if langs := c.given.Langs; len(langs) > 1 && langs[1] == lang {
		langs[1] = langs[0]
	}
	c.given.Langs[0] = lang
	c.given.Show(c.deck(c.given.Plan, c.given.Langs))
	c.changed()
}

// write takes what a learner has typed.
func (c *Class) write(words string) error {
	if c.given == nil {
		return errors.New("no class is given")
	}
	err := c.given.Answer(words)
	if err == nil {
		c.given.Felt(c.now())
		c.keep()
	}
	return err
}

// Parts of the route class.
const (
	planPart    = "plan"
	presentPart = "present" // the presenter view, or the wall where there is but one screen
	answersPart = "answers"
	explorePart = "explore"
	writePart   = "write"
	sheetsPart  = "sheets"
	buildPart   = "build"
)

// Present is the route of the class while it is given.
func Present() string { return Address(presentPart) }

// Leading reports whether a route is one of the educator's while a class is given.
func Leading(r route.Route) bool {
	return r.Kind == route.Class && (r.ID(0) == presentPart || r.ID(0) == answersPart)
}

// First is where the present part of the class begins on the kiosk: where home leads.
func (c *Class) First() string {
	switch c.given.Mode {
	case session.Exploring:
		return Address(explorePart)
	case session.Writing:
		return Address(writePart)
	}
	return Present()
}

// Where is the pages that learners have open, at least the first of their part.
func (c *Class) Where() []string {
	if c.given.Mode != session.Exploring || len(c.given.Where) == 0 {
		return []string{c.First()}
	}
	return c.given.Where
}

// Address is the route of a part of the class; of its beginning where part is "".
func Address(part string) string {
	if part == "" {
		return string(route.Class)
	}
	return route.To(route.Class, part).String()
}
