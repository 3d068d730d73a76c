package main

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// gone is what the educator is told where the wall's screen has gone.
const gone = "There is no wall: the second screen is gone"

// Whichever monitor is pulled out in a class, and whatever is on the wall then: the class
// goes on where it is, and so do its clocks; put back, the wall shows the same again.
func TestMonitorIsPulledOutInClass(t *testing.T) {
	t.Parallel()
	on := newSway(t)
	c := enter(t, on, true)
	c.clicks("Next")
	c.pulledOut(on, func() {
		before := c.wall()
		c.clicks("Next")
		c.clicks("Prior")
		c.sees(before)
	})
	before := c.wall()
	c.clicks("period")
	if dark := c.wall(); len(dark) > 0 {
		t.Errorf("on the dark wall: %q", dark)
	}
	c.pulledOut(on, nil)
	c.clicks("period")
	c.sees(before)
	c.writes("They could have asked for help.", "It was too late.")
	c.pulledOut(on, nil)

	before = c.wall()
	on.unplug(t, 0)
	c.says(gone)
	c.walls = false
	c.point(swayWidth+600, 40)
	c.key("F5")
	c.sees(before)
	c.pass(time.Minute)
	on.plug(t)
	c.walls = true
	c.sees(before)
	c.onTime()
}

// pulledOut pulls the wall's monitor out, does something meanwhile, and puts it back.
func (c *classroom) pulledOut(on *sway, meanwhile func()) {
	c.t.Helper()
	before := c.wall()
	on.unplug(c.t, 1)
	c.says(gone)
	c.onTime()
	c.walls = false
	c.pass(time.Minute)
	if meanwhile != nil {
		c.key("F5") // the controls are put away
		c.sees(before)
		meanwhile()
	}
	on.plug(c.t)
	c.walls = true
	c.sees(before)
	c.onTime()
}

// says waits until the kiosk's own screen says something.
func (c *classroom) says(words string) {
	c.t.Helper()
	eventually(c.t, "the kiosk says "+words, func() bool { return slices.Contains(c.outlineOf("all"), words) })
}

// onTime waits until the clock of the whole class is right.
func (c *classroom) onTime() {
	c.t.Helper()
	gone := c.clock.Sub(noon)
	c.says(fmt.Sprintf("%d:%02d of 40:00", gone/time.Minute, gone%time.Minute/time.Second))
}
