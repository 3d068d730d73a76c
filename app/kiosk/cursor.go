package kiosk

import (
	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content/route"
)

// nowhere is the cursor of a visitor who uses a finger.
const nowhere = -1

// inReach is all that keys and voice can reach. What lies over the page is all
// there is while it is there.
func (s *Shell) inReach() fyne.CanvasObject {
	if s.overlay.Visible() && len(s.overlay.Objects) > 0 {
		return s.overlay
	}
	return s.root
}

// stop is the i-th thing in the order of reading, and whether there is one.
func (s *Shell) stop(i int) (ui.Stop, bool) {
	if i < 0 {
		return ui.Stop{}, false
	}
	for stop := range ui.Walk(s.inReach()) {
		if i == 0 {
			return stop, true
		}
		i--
	}
	return ui.Stop{}, false
}

// count is how many things of a tree can be reached.
func count(o fyne.CanvasObject) int {
	n := 0
	for range ui.Walk(o) {
		n++
	}
	return n
}

// Step moves the cursor of the keys by so many things in the order of reading,
// and reads the thing aloud where the visitor has asked for that.
func (s *Shell) Step(by int) {
	s.reader.stop()
	last := count(s.inReach()) - 1
	if last < 0 {
		return
	}
	next := s.cursor + by
	if s.cursor == nowhere && by < 0 {
		next = last
	}
	s.cfg.Focus(s.keeper)
	s.pointAt(min(max(next, 0), last))
	if s.visit.aloud {
		s.reader.one(s.cursor)
	}
}

// tab moves the cursor as Step does, but past all other things of a widget with many,
// such as the events of a timeline: the arrows go through those.
func (s *Shell) tab(by int) {
	all := ui.Stops(s.inReach())
	next := s.cursor + by
	if at := s.cursor; at >= 0 && at < len(all) && all[at].Group != nil {
		for next >= 0 && next < len(all) && all[next].Group == all[at].Group {
			next += by
		}
	}
	s.Step(next - s.cursor)
}

// Act does what the thing under the cursor does, or, before the cursor has come to
// anything, the one thing that a page wants done.
func (s *Shell) Act() {
	if s.cursor == nowhere && !s.overlay.Visible() && s.current != nil && s.current.First != nil {
		s.current.First()
		return
	}
	switch stop, ok := s.stop(s.cursor); {
	case ok && stop.Act != nil:
		stop.Act()
	case s.attracting():
		s.Go(string(route.Languages)) // as a touch anywhere does
	}
}

// Cursor is the thing that keys act on, and whether there is one.
func (s *Shell) Cursor() (ui.Stop, bool) { return s.stop(s.cursor) }

// pointAt brings a thing into view and frames it.
func (s *Shell) pointAt(i int) {
	s.cursor = i
	stop, ok := s.stop(i)
	if !ok {
		s.ring.Hide()
		return
	}
	if stop.In != nil {
		stop.In.Bring(stop.Index)
	}
	if stop.Reveal != nil {
		stop.Reveal()
	}
	if stop.In != nil || stop.Reveal != nil {
		stop, _ = s.stop(i)
	}
	if in := stop.In; in != nil && !stop.InView() && stop.Size.Height > 0 {
		// It is part of something higher than the view; moving it moves the frame.
		in.MoveTo(in.Offset() + stop.At.Y - s.size.Height*0.3)
	} else {
		s.frame(stop)
	}
	s.repaint()
}

// frameCursor puts the frame where the thing under the cursor is now.
func (s *Shell) frameCursor() {
	if stop, ok := s.Cursor(); ok {
		s.frame(stop)
	}
}

func (s *Shell) frame(stop ui.Stop) {
	if stop.Size.Width <= 0 || !stop.InView() {
		s.ring.Hide()
		return
	}
	const room = 6
	at, end := stop.At.SubtractXY(room, room), stop.At.AddXY(stop.Size.Width+room, stop.Size.Height+room)
	at = fyne.NewPos(max(at.X, 2), max(at.Y, 2))
	end = fyne.NewPos(min(end.X, s.size.Width-2), min(end.Y, s.size.Height-2))
	s.ring.StrokeColor = s.Look().Palette.Accent
	s.ring.Move(at)
	s.ring.Resize(fyne.NewSize(end.X-at.X, end.Y-at.Y))
	s.ring.Show()
	s.ring.Refresh()
}

// lift takes the cursor away: a finger has come.
func (s *Shell) lift() {
	s.cursor = nowhere
	s.ring.Hide()
}

// Key acts on the keys that no field has taken: the four of a keypad (back,
// forth, act, return) and those of a keyboard.
func (s *Shell) Key(ev *fyne.KeyEvent) {
	s.Felt()
	if !s.overlay.Visible() && s.cursor == nowhere && s.class.Keypad(ev.Name) || s.class.Key(ev.Name) {
		return
	}
	forth := fyne.KeyRight
	if s.Look().RTL {
		forth = fyne.KeyLeft
	}
	switch ev.Name {
	case fyne.KeyDown, forth:
		s.Step(1)
	case fyne.KeyUp, fyne.KeyLeft, fyne.KeyRight:
		s.Step(-1)
	case fyne.KeyTab:
		s.tab(s.tabbed())
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		s.Act()
	case fyne.KeyPageDown:
		s.page(1)
	case fyne.KeyPageUp:
		s.page(-1)
	case fyne.KeyHome:
		s.Go("home")
	case fyne.KeyBackspace:
		s.Back()
	case fyne.KeyEscape:
		s.escape()
	default:
		s.cfg.Unused(ev)
	}
}

// TakeKeys gives the keys to the page.
func (s *Shell) TakeKeys() {
	if s.current != nil {
		s.cfg.Focus(s.keys())
	}
}

// escape ends what lies over the page, is being said or has the whole screen, never
// the kiosk.
func (s *Shell) escape() {
	if s.reader.busy() {
		s.reader.stop()
		return
	}
	if !s.overlay.Visible() && s.current != nil && s.current.Close != nil {
		s.current.Close()
		return
	}
	s.uncover()
}
