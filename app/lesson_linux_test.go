package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// withStick is a display in whose kiosk a USB stick is put.
type withStick struct {
	display
	folder string
}

func (w withStick) environment() []string {
	return append(w.display.environment(), stickVariable+"="+w.folder)
}

// forTheEducator is what no wall ever shows.
const forTheEducator = "Speak slowly here."

// A lesson is made by touches and keys in a window and saved, on the kiosk and on a stick;
// on another kiosk it is given, and what it holds for the educator alone is nowhere on the
// wall.
func TestLessonIsMadeAndGiven(t *testing.T) {
	t.Parallel()
	on := withStick{newX11(t, "1920x1080"), filepath.Join(t.TempDir(), "MUSEUM")}
	if err := os.Mkdir(on.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	c := admit(t, on, used(t))
	c.reach("Make a lesson", "class", "Page down")
	c.click("Make a lesson")
	c.shows("class/build")
	c.makes()
	c.saves("On the USB stick MUSEUM")
	c.saves("On this kiosk")
	c.kill()

	other := admit(t, on.display, carried(t, c.data))
	other.says("Made on this kiosk")
	other.begin("A name for it…")
	if first := other.wall(); !slices.Contains(first, "Before there was a word") {
		t.Errorf("the first stop is not on the wall: %q", first)
	}
	asked := false
	for range 12 {
		on := strings.Join(other.wall(), "\n")
		asked = asked || strings.Contains(on, "Why was there no word?")
		if strings.Contains(on, forTheEducator) {
			t.Errorf("what is for the educator alone is on the wall:\n%s", on)
		}
		if strings.Contains(on, "Closing") {
			break
		}
		other.clicks("Next")
	}
	if !asked {
		t.Error("the lesson's question was never on the wall")
	}
	// The same lesson went onto the stick.
	if here, there := files(t, c.data), files(t, on.folder); !slices.Equal(here, there) || len(here) == 0 {
		t.Errorf("on the kiosk %q, on the stick %q", here, there)
	}
}

// makes makes a lesson of two stops, the first with a page from the archive, a question
// and notes.
func (c *classroom) makes() {
	c.t.Helper()
	c.click("A new lesson")
	c.shows("class/build")
	c.writesIn(0, "A name for it")
	c.opens("Step 1…", "Minutes: more")
	c.writesIn(0, "Before there was a word")
	for range 3 {
		c.click("Minutes: more")
	}
	c.click("A name, a place, a word")
	c.on.xdotool(c.t, "type", "--delay", "15", "lemkin")
	c.opens("Add: Rafał Lemkin…", "Added: Rafał Lemkin…")
	c.click("Done")
	c.opens("Add a question", "Take out: Question 1")
	c.writesIn(1, "Why was there no word?")
	c.writesIn(-1, forTheEducator)
	c.opens("Add a step", "Step 2…")
	c.writesIn(0, "What came of it")
	c.opens("Add: Lemkin publishes the word genocide…", "Added: Lemkin publishes the word genocide…")
}

// opens touches something and waits until there is another thing to touch.
func (c *classroom) opens(what, then string) {
	c.t.Helper()
	c.click(what)
	eventually(c.t, what+" leads to "+then, func() bool { return has(c.said(), then) })
}

// writesIn types into the i-th empty field that is seen, the last from the end where i is
// negative, and puts the keyboard away.
func (c *classroom) writesIn(i int, words string) {
	c.t.Helper()
	var x, y int
	eventually(c.t, "there is room to write "+words, func() bool {
		all := c.empty()
		if i < 0 {
			i += len(all)
		}
		if i < 0 || i >= len(all) {
			return false
		}
		x, y = all[i][0], all[i][1]
		return true
	})
	c.running.press(x, y)
	c.on.xdotool(c.t, "type", "--delay", "15", words)
	c.says(words)
	c.click("Done")
	eventually(c.t, "the keyboard is away", func() bool { return !has(c.said(), "Done") })
}

// empty is where the fields are, on the page painted last, in which nothing is written.
func (c *classroom) empty() [][2]int {
	var out [][2]int
	for _, line := range page(c.said()) {
		if x, y, ok := target([]string{line, "painted "}, "Write here"); ok {
			out = append(out, [2]int{x, y})
		}
	}
	return out
}

// saves saves the lesson that is being made in one of the places there are.
func (c *classroom) saves(place string) {
	c.t.Helper()
	c.click("Save")
	c.click(place)
	c.says(fmt.Sprintf("Saved: %s, a-name-for-it", place))
	c.click("Back to the lesson")
}

// carried is a folder of another kiosk's with the lessons of this one.
func carried(t *testing.T, data string) string {
	t.Helper()
	to := used(t)
	if err := os.CopyFS(filepath.Join(to, "lessons"), os.DirFS(filepath.Join(data, "lessons"))); err != nil {
		t.Fatal(err)
	}
	return to
}

// files are the names and contents of the lessons in a folder.
func files(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "lessons", "*"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, filepath.Base(name)+"\n"+string(data))
	}
	return out
}
