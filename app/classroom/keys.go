package classroom

import (
	"time"

	"fyne.io/fyne/v2"

	"vigil/app/classroom/session"
)

// Key acts on the keys of a presenter's clicker. It reports whether the key was one of
// them.
//
// Page Down and Page Up go on and back. F5 shows the wall: it calls all back and lights
// it. Escape, which many clickers send by turns with F5, never ends a class: it shows what
// can be done, or puts that away; while learners have the kiosk it is theirs. A period makes the wall dark, or shows
// it again ([Class.Letter]).
func (c *Class) Key(name fyne.KeyName) bool {
	if c.given == nil {
		return false
	}
	if c.given.Mode != session.Leading {
		if name == fyne.KeyF5 {
			c.Act(Call)
		}
		return name == fyne.KeyF5
	}
	switch name {
	case fyne.KeyPageDown:
		c.Act(Next)
	case fyne.KeyPageUp:
		c.Act(Back)
	case fyne.KeyF5:
		c.tools = false
		if c.Act(Call); c.aside {
			c.kiosk.Hand([]string{Present()})
		}
	case fyne.KeyEscape:
		c.escape()
	default:
		return false
	}
	return true
}

// escape undoes what is over the wall, or shows what can be done.
func (c *Class) escape() {
	c.ending = time.Time{}
	switch {
	case c.given.Blank:
		c.Act(Blank)
	case c.given.Shown:
		c.Act(Share)
	default:
		c.show(!c.tools)
	}
}

// Keypad acts on the four keys of a keypad where they lead the wall: where there is no
// other screen, and nothing lies over it. Before the beginning and after the end lies
// what can be done.
func (c *Class) Keypad(name fyne.KeyName) bool {
	if !c.Leads() || c.kiosk.Walls() > 0 || c.tools || c.aside {
		return false
	}
	forth, back := fyne.KeyRight, fyne.KeyLeft
	if c.slides.view(0).Look.RTL {
		forth, back = back, forth
	}
	_, more := c.given.After()
	switch name {
	case forth, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.step(Next, more)
	case back, fyne.KeyUp, fyne.KeyBackspace:
		c.step(Back, c.given.At != session.At{})
	default:
		return false
	}
	return true
}

// step does a thing, or shows what can be done where there is nothing more.
func (c *Class) step(do Do, more bool) {
	if more || c.given.Blank || c.given.Shown {
		c.Act(do)
		return
	}
	c.show(true)
}

// Letter acts on a letter that no field has taken: a period, or a b, makes the wall
// dark.
func (c *Class) Letter(r rune) bool {
	if !c.Leads() || r != '.' && r != 'b' && r != 'B' {
		return false
	}
	c.Act(Blank)
	return true
}
