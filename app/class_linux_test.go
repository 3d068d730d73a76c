package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"vigil/app/cli"
)

// teacher is the code of these tests' educator.
const teacher = "1357"

// classroom is a class on a display, from the staff door to its end.
type classroom struct {
	*running
	t     *testing.T
	on    display
	data  string
	clock time.Time
	walls bool // the wall has a monitor of its own
}

// enter opens the staff door as an educator and begins a lesson of 40 minutes.
func enter(t *testing.T, on display, walls bool) *classroom {
	t.Helper()
	c := admit(t, on, used(t))
	c.walls = walls
	c.begin("Warnings, choices and voices…")
	return c
}

// admit opens the staff door of a kiosk with such data as an educator, and asks for a
// class.
func admit(t *testing.T, on display, data string) *classroom {
	t.Helper()
	c := &classroom{t: t, on: on, data: data, clock: noon}
	var said bytes.Buffer
	if code := cli.Main(context.Background(), cli.Env{In: strings.NewReader(teacher + "\n"), Out: &said, Err: &said}, []string{"pin", "--role", "educator", "--data", c.data}); code != 0 {
		t.Fatalf("vigil pin: %s", said.String())
	}
	c.up()
	c.knock()
	c.click("A class")
	c.shows("class")
	return c
}

// begin begins a lesson of 40 minutes that can be chosen from.
func (c *classroom) begin(lesson string) {
	c.t.Helper()
	c.reach(lesson, "class", "Page down")
	c.click(lesson)
	c.shows("class")
	c.reach("40", "class", "Page down")
	c.click("40")
	c.shows("class")
	c.reach("See the plan", "class", "Page up")
	c.click("See the plan")
	c.shows("class/plan")
	if screens := "There is a second screen: it becomes the wall, and your notes stay here."; slices.Contains(c.outline(), screens) != c.walls {
		c.t.Errorf("with a screen for the wall: %v; the plan says %q", c.walls, c.outline())
	}
	for !slices.Contains(c.outline(), "Begin") {
		c.answer()
	}
	c.reach("Begin", "class/plan", "Page down")
	c.click("Begin")
	c.shows("class/present")
}

// answer answers a content note that is not answered yet.
func (c *classroom) answer() {
	c.t.Helper()
	for range 12 {
		for _, line := range page(c.said()) {
			if x, y, ok := target([]string{line, "painted "}, "…"); ok && strings.Contains(line, "I know what to say") {
				c.running.press(x, y)
				c.shows("class/plan")
				return
			}
		}
		c.click("Page down")
		c.shows("class/plan")
	}
	c.t.Fatal("no content note is left to be answered, and the class cannot begin")
}

// reach turns pages one way until there is something to touch with these words.
func (c *classroom) reach(what, page, way string) {
	c.t.Helper()
	for range 12 {
		if has(c.said(), what) {
			return
		}
		c.click(way)
		c.shows(page)
	}
	c.t.Fatalf("%s has no %q", page, what)
}

// has reports whether the page painted last has something to touch with these words.
func has(said []string, words string) bool {
	_, _, ok := target(said, words)
	return ok
}

// up starts the kiosk on the class's data.
func (c *classroom) up() {
	c.t.Helper()
	c.running = start(c.t, c.on, c.clock, "--lang", "en", "--data", c.data)
}

// knock opens the staff door with the educator's code.
func (c *classroom) knock() {
	c.t.Helper()
	// Five are enough, unless a window that has just opened misses the first.
	eventually(c.t, "the staff door", func() bool {
		c.running.press(12, 12)
		return slices.ContainsFunc(c.said()[c.read:], func(line string) bool { return strings.HasSuffix(line, " ms staff") })
	})
	c.shows("staff")
	for _, digit := range teacher {
		c.click(string(digit))
	}
	c.click("Done")
	c.shows("staff")
}

// pass lets so much time go by, of which the kiosk hears each minute.
func (c *classroom) pass(d time.Duration) {
	c.t.Helper()
	for d > 0 {
		step := min(d, time.Minute)
		c.clock = c.clock.Add(step)
		c.set(c.clock)
		d -= step
	}
}

// wall is what the class sees.
func (c *classroom) wall() []string {
	c.t.Helper()
	if c.walls {
		return c.outlineOf("second")
	}
	return slices.DeleteFunc(c.outline(), func(words string) bool { return words == "Show the controls" })
}

// sees waits until the class sees what it saw before.
func (c *classroom) sees(before []string) {
	c.t.Helper()
	var now []string
	eventually(c.t, "the same is on the wall as before:\n"+strings.Join(before, "\n"), func() bool {
		now = c.wall()
		return slices.Equal(before, now)
	})
}

// clicks presses a key of the clicker and waits until the class sees something else.
func (c *classroom) clicks(key string) {
	c.t.Helper()
	before := c.wall()
	c.key(key)
	eventually(c.t, key+" changes the wall", func() bool { return !slices.Equal(before, c.wall()) })
}

func TestClassOnOneMonitor(t *testing.T) {
	t.Parallel()
	class(t, enter(t, newX11(t, "1280x800"), false))
}

func TestClassOnTwoMonitors(t *testing.T) {
	t.Parallel()
	class(t, enter(t, newSway(t), true))
}

// moments are how often the power is cut in a class.
const moments = 20

// class gives a lesson of 40 minutes by the clicker's keys, and cuts the power at twenty
// moments: each time the same is on the wall again.
func class(t *testing.T, c *classroom) {
	seen := map[string]bool{}
	note := func() { seen[strings.Join(c.wall(), "\n")] = true }
	note()
	for moment := range moments {
		c.pass(110 * time.Second)
		switch moment % 5 {
		case 3:
			c.clicks("period")
			c.clicks("period")
		case 4:
			c.clicks("Prior")
		}
		c.clicks("Next")
		if moment == 6 {
			c.writes("They could have asked for help.", "It was too late.")
		}
		before := c.wall()
		note()
		c.kill()
		c.up()
		c.shows("class/present")
		c.sees(before)
	}
	if len(seen) < moments/2 {
		t.Errorf("the wall has shown %d things", len(seen))
	}
	for words := range seen {
		if strings.Contains(words, "It was too late.") {
			t.Errorf("what nobody let through was on the wall:\n%s", words)
		}
	}
	c.ends()
}

// ends lets the time of the class pass: it ends by itself, and nothing of it is left.
func (c *classroom) ends() {
	c.t.Helper()
	c.pass(45 * time.Minute)
	c.wait("the attract loop", func(line string) bool {
		return strings.HasPrefix(line, "painted ") && strings.Contains(line, " ms attract")
	})
	left, err := os.ReadDir(filepath.Join(c.data, "session"))
	if err != nil {
		c.t.Fatal(err)
	}
	if len(left) > 0 {
		c.t.Errorf("the class has left %v behind", left)
	}
}

// writes has two learners write, and the educator let the first answer through.
func (c *classroom) writes(yes, no string) {
	c.t.Helper()
	if !c.walls {
		c.key("Escape")
		c.shows("class/present")
	}
	c.click("Let them write")
	c.shows("class/write")
	for _, words := range []string{yes, no} {
		c.on.xdotool(c.t, "type", "--delay", "30", words)
		c.key("Return")
		c.wait("the answer is taken", func(line string) bool { return strings.HasSuffix(line, " ms class/write") })
	}
	c.key("F5")
	c.shows("class/present")
	if !c.walls {
		c.key("Escape")
		c.shows("class/present")
	}
	c.click("2 answers are waiting")
	c.shows("class/answers")
	if !c.walls {
		c.click("Read it here")
		c.shows("class/answers")
	}
	waiting := c.outline()
	if !slices.Contains(waiting, yes) || !slices.Contains(waiting, no) {
		c.t.Fatalf("waiting for the educator: %q", waiting)
	}
	c.reach("Let it through: "+yes, "class/answers", "Page down")
	c.click("Let it through: " + yes)
	c.shows("class/answers")
	c.click("Show what was let through")
	c.shows("class/answers")
	c.click("Back to the class")
	c.shows("class/present")
	if !c.walls {
		c.key("F5") // the controls are put away
		c.shows("class/present")
	}
	if on := c.wall(); !slices.Contains(on, yes) || slices.Contains(on, no) {
		c.t.Fatalf("on the wall: %q", on)
	}
}

// page is the lines of what can be touched on the page painted last.
func page(said []string) []string {
	end := len(said)
	for end > 0 && !strings.HasPrefix(said[end-1], "painted ") {
		end--
	}
	begin := max(end-1, 0)
	for begin > 0 && !strings.HasPrefix(said[begin-1], "painted ") {
		begin--
	}
	return said[begin:max(end-1, begin)]
}
