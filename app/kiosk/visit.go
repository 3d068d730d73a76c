package kiosk

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"vigil/app/idle"
	"vigil/app/ui"
	"vigil/content"
	"vigil/content/route"
)

// visit is how one visitor wants to see and hear things.
type visit struct {
	lang  content.Lang
	text  float32
	light bool
	still bool    // less movement
	aloud bool    // pages read themselves
	rate  float64 // of the voice
}

func newVisit(lang content.Lang) visit { return visit{lang: lang, text: 1, rate: 1} }

// mostKept bounds a visitor's selection: what a code on the screen can carry.
const mostKept = 12

// Felt hears of everything that a visitor does.
func (s *Shell) Felt() {
	s.watch.Felt(s.cfg.Now())
	s.class.Felt()
	if s.asking {
		s.asking = false
		s.uncover()
	}
}

// Tick looks at the clock, about once a second. It asks a visitor who is silent
// whether anybody is there, ends the visit of one who has left, and goes on in
// the attract loop.
func (s *Shell) Tick() {
	if s.current == nil {
		return
	}
	now := s.cfg.Now()
	if s.class.Given() {
		s.watch.Felt(now)
		s.class.Tick()
		return
	}
	if s.attracting() {
		s.watch.Felt(now)
		s.play(now)
		return
	}
	stage, left := s.watch.Tick(idle.Now{Time: now, Slow: s.reader.busy() || s.visit.text > 1, Gesture: s.gesture()})
	switch stage {
	case idle.Asking:
		s.ask(left)
	case idle.Over:
		s.Reset()
	default:
		if s.asking {
			s.asking = false
			s.uncover()
		}
	}
}

// gesture reports whether a finger is moving a column.
func (s *Shell) gesture() bool {
	return s.current.Main != nil && s.current.Main.Held()
}

// Reset ends a visit: nothing of it is left for the next visitor.
func (s *Shell) Reset() {
	s.reader.stop()
	s.asking = false
	s.uncover()
	s.lift()
	s.visit = newVisit(s.cfg.Lang)
	s.kept, s.accepted = nil, map[string]bool{}
	s.stack, s.door.code = nil, lock{}
	s.class.Forget()
	s.current = nil
	s.watch = idle.New(s.cfg.Timing, s.cfg.Now())
	s.attract()
}

// ask puts the question over the page, with the seconds that are left.
func (s *Shell) ask(left time.Duration) {
	d := s.deps()
	seconds := strconv.Itoa(int((left + time.Second - 1) / time.Second))
	if !s.asking {
		s.asking = true
		card, seconds := d.StillHere(s.Felt)
		s.countdown = seconds
		s.cover(card)
		s.lift()
		if s.visit.aloud {
			s.reader.from(0)
		}
	}
	s.countdown(d.Locale.Digits(seconds))
	s.repaint()
}

// Keep puts the present page into the visitor's selection, or takes it out.
func (s *Shell) Keep(address string) {
	if i := slices.Index(s.kept, address); i >= 0 {
		s.kept = slices.Delete(s.kept, i, i+1)
	} else if len(s.kept) < mostKept {
		s.kept = append(s.kept, address)
	} else {
		s.tell("visit.most")
		return
	}
	if s.current != nil && s.current.Route.Kind == route.Selection {
		s.remember()
		s.rebuild()
		return
	}
	s.barFor = barKey{}
	s.dress(s.deps())
}

// keepable reports whether a page is one to take along.
func (s *Shell) keepable() bool {
	if s.current == nil || s.current.Lost {
		return false
	}
	switch s.current.Route.Kind {
	case route.Case, route.Event, route.Speech, route.Person, route.Place, route.Organisation, route.Term, route.Lesson:
		return true
	}
	return false
}

// cover puts something over the page; nothing under it can be touched.
func (s *Shell) cover(o fyne.CanvasObject) {
	s.overlay.Show()
	o.Resize(s.overlay.Size())
	ui.Swap(s.overlay, o)
	s.repaint()
}

// uncover takes it away.
func (s *Shell) uncover() {
	if !s.overlay.Visible() {
		return
	}
	ui.Swap(s.overlay)
	s.overlay.Hide()
	s.lift()
	s.repaint()
}

// tell says something short over the page, until it is touched.
func (s *Shell) tell(id string) {
	d := s.deps()
	s.cover(d.Told(d.Locale.Say(id), s.uncover))
}

// explain shows what a term means over the page.
func (s *Shell) explain(id string) {
	d := s.deps()
	if o := d.Explained(id, s.uncover, func(address string) { s.uncover(); s.Go(address) }); o != nil {
		s.lift()
		s.cover(o)
		if s.visit.aloud {
			s.reader.from(0)
		}
		return
	}
	s.Go("term/" + id)
}

// press hears that a finger or button has come down.
func (s *Shell) press() {
	s.sense.Pressed()
	s.lift()
	s.Felt()
}

// tabbed is the direction of the Tab key: back with Shift.
func (s *Shell) tabbed() int {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		return -1
	}
	return 1
}

// Letter acts on letters that no field has taken.
func (s *Shell) Letter(r rune) {
	s.Felt()
	if s.class.Letter(r) {
		return
	}
	switch r {
	case '+', '=':
		s.zoom(1)
	case '-':
		s.zoom(-1)
	}
}

func (s *Shell) zoom(by int) {
	if s.current != nil && s.current.Zoom != nil {
		s.current.Zoom(by)
		s.repaint()
	}
}
