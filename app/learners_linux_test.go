package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// With one monitor learners have the kiosk, and of the archive the lesson's pages alone;
// they are called back, and given it again they are where they were. The power is cut
// while they look around, and when the wall has just changed its language; then what was
// kept of the class is damaged, and in the next one nobody does anything any more.
func TestLearnersLookAround(t *testing.T) {
	t.Parallel()
	c := enter(t, newX11(t, "1280x800"), false)
	c.clicks("Next")
	before := c.wall()
	c.hand("class/explore")
	const within = "event/rwanda/identity-cards"
	c.click(within)
	c.shows(within)
	c.click("case/rwanda/timeline?at=1931-01-01")
	c.says("This page is not part of today’s lesson.")
	c.key("Escape") // puts away what lies over the page, and calls nobody back
	c.key("F5")
	c.shows("class/present")
	c.sees(before)
	c.hand(within)
	c.click("search")
	c.shows("search")
	c.on.xdotool(t, "type", "--delay", "30", "srebrenica")
	c.finds("bosnia")
	c.pass(time.Minute)
	c.kill()
	c.up()
	c.finds("bosnia")
	c.key("F5")
	c.shows("class/present")
	c.sees(before)

	c.speaks("Français")
	var french []string
	// The archive's other languages are read behind the first screen.
	eventually(t, "the wall speaks French", func() bool {
		french = c.wall()
		return slices.ContainsFunc(french, func(words string) bool { return strings.HasPrefix(words, "L’histoire") })
	})
	c.kill()
	c.up()
	c.sees(french)

	c.damages()
	c.begin("A word becomes law…")
	c.ends()
}

// hand shows the controls and hands the kiosk to the learners, who are on a page then.
func (c *classroom) hand(page string) {
	c.t.Helper()
	c.key("Escape")
	c.shows("class/present")
	c.click("Let them look around")
	c.shows(page)
}

// finds waits until a search has found something, and nothing of a history that the
// lesson is not about.
func (c *classroom) finds(other string) {
	c.t.Helper()
	var found []string
	eventually(c.t, "something of the lesson is found", func() bool {
		found = slices.DeleteFunc(page(c.said()), func(line string) bool { return !strings.Contains(line, "/") })
		return len(found) > 0
	})
	for _, line := range found {
		if strings.Contains(line, "/"+other) {
			c.t.Errorf("learners find what is not of the lesson: %s", line)
		}
	}
}

// speaks has the wall speak another language.
func (c *classroom) speaks(language string) {
	c.t.Helper()
	c.key("Escape")
	c.shows("class/present")
	c.click("Language of the wall")
	c.shows("class/present")
	c.click("Wall: " + language)
	c.shows("class/present")
	c.key("F5")
	c.shows("class/present")
}

// damages damages what is kept of the class: the kiosk starts as on any day, says so to
// the educator, and has put it aside.
func (c *classroom) damages() {
	c.t.Helper()
	c.kill()
	file := filepath.Join(c.data, "session", "class.json")
	kept, err := os.ReadFile(file)
	if err != nil {
		c.t.Fatal(err)
	}
	half := kept[:len(kept)/2]
	if err := os.WriteFile(file, half, 0o600); err != nil {
		c.t.Fatal(err)
	}
	c.up()
	c.shows("home")
	c.knock()
	c.click("A class")
	c.shows("class")
	c.says("A class that was interrupted could not be taken up again. Its file was set aside for staff.")
	aside, err := os.ReadFile(filepath.Join(c.data, "session", "class.damaged"))
	if err != nil || !slices.Equal(aside, half) {
		c.t.Errorf("set aside: %q, %v", aside, err)
	}
}
