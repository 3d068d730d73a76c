package main

import (
	"fmt"
	"image"
	"image/color"
	_ "image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vigil/app/kiosk"
)

// noon is when these tests begin.
var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

// wall is the colour of the page that the second window shows, as an order names it.
const wall = "30 120 60"

func TestTwoMonitors(t *testing.T) {
	on := newSway(t)
	k := start(t, on, noon, "--lang", "en", "--data", t.TempDir())
	k.shows("home")
	k.order("count")
	k.order("watch")
	k.order("open " + wall)
	k.showsSecond("a page of " + wall)
	sees(t, k, 1, true)
	sees(t, k, 0, false)

	on.unplug(t, 1)
	k.hears("changed: 1")
	sees(t, k, 0, false)
	k.order("open " + wall)

	on.plug(t)
	k.hears("changed: 2")
	k.order("open " + wall)
	k.showsSecond("a page of " + wall)
	sees(t, k, 1, true)
	sees(t, k, 0, false)

	// No key of a window manager closes it; only the kiosk does, and lives on.
	on.inner.order(t, fmt.Sprintf("[title=%q] kill", secondTitle))
	k.order("open 120 0 0")
	k.showsSecond("a page of 120 0 0")
	k.order("open " + wall)
	sees(t, k, 1, true)
	k.order("close")
	sees(t, k, 1, false)
	k.click("languages")
	k.shows("languages")
}

// The keys of the second window do what they do in the first where nobody else wants
// them, in a field too.
func TestKeysOfTheSecondWindow(t *testing.T) {
	k := start(t, newSway(t), noon, "--lang", "en", "--data", t.TempDir())
	k.order("follow " + wall)
	k.showsSecond("a page of " + wall)
	k.click("search")
	k.shows("search")
	k.point(swayWidth+600, 40)
	k.key("t", "u")
	k.shows("search?q=tu")
	k.key("Tab", "Home")
	k.shows("home")
}

// The first monitor going takes the kiosk to the other one; with all of them gone the
// kiosk waits for one.
func TestFirstMonitorGoes(t *testing.T) {
	on := newSway(t)
	k := start(t, on, noon, "--lang", "en", "--data", t.TempDir())
	k.order("watch")
	k.order("open " + wall)
	k.showsSecond("a page of " + wall)
	on.unplug(t, 0)
	k.hears("changed: 1")
	sees(t, k, 0, false)
	on.unplug(t, 0)
	k.hears("changed: 1")
	on.plug(t)
	k.hears("changed: 1")
	on.plug(t)
	k.hears("changed: 2")
	k.order("open " + wall)
	k.showsSecond("a page of " + wall)
	sees(t, k, 1, true)
	sees(t, k, 0, false)
}

func TestOneMonitor(t *testing.T) {
	k := start(t, newX11(t, "1280x800"), noon, "--lang", "en", "--data", t.TempDir())
	k.order("count")
	k.hears("monitors: 1")
	k.order("open " + wall)
	k.wait("it is said that there is one monitor", func(line string) bool {
		return strings.HasPrefix(line, "failed: ") && strings.Contains(line, kiosk.ErrOneMonitor.Error())
	})
	k.order("close")
	sees(t, k, 0, false)
}

// clicker is what presenters' clickers send, by its X name, and how the kiosk gets it.
var clicker = []struct{ key, name, letter string }{
	{"Prior", "Prior", ""},
	{"Next", "Next", ""},
	{"F5", "F5", ""},
	{"shift+F5", "F5", ""},
	{"Escape", "Escape", ""},
	{"period", ".", "."},
	{"b", "B", "b"},
}

func TestClicker(t *testing.T) {
	t.Run("one monitor", func(t *testing.T) {
		k := start(t, newX11(t, "1280x800"), noon, "--lang", "en", "--data", t.TempDir())
		k.order("listen")
		presses(k, "first")
	})
	t.Run("two monitors", func(t *testing.T) {
		k := start(t, newSway(t), noon, "--lang", "en", "--data", t.TempDir())
		k.order("open " + wall)
		k.showsSecond("a page of " + wall)
		k.order("listen")
		k.point(600, 40)
		presses(k, "first")
		k.point(swayWidth+600, 40)
		presses(k, "second")
	})
}

// presses presses a clicker and waits until a window has heard it.
func presses(k *running, window string) {
	k.t.Helper()
	for _, c := range clicker {
		k.key(c.key)
		k.hears(window + " hears key " + c.name)
		if c.letter != "" {
			k.hears(window + " hears rune " + c.letter)
		}
	}
}

// A kiosk that is killed is the same again when it is started, as often as that
// happens, and its windows with it.
func TestKilled(t *testing.T) {
	on, data := newSway(t), t.TempDir()
	for range 3 {
		k := start(t, on, noon, "--lang", "en", "--data", data)
		k.order("open " + wall)
		k.showsSecond("a page of " + wall)
		k.click("case/rwanda")
		k.shows("case/rwanda")
		// The visitor has left: is asked, and does not answer.
		k.set(noon.Add(time.Hour))
		k.set(noon.Add(2 * time.Hour))
		k.shows("attract")
		k.kill()
	}
}

// sees waits until a monitor shows the page of one colour, or that it does not.
func sees(t *testing.T, k *running, monitor int, want bool) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "monitor.png")
	eventually(t, "the page is on its monitor and no other", func() bool {
		k.photograph(monitor, file)
		return green(t, file) == want
	})
}

// green reports whether the middle of a picture has the colour of the wall.
func green(t *testing.T, file string) bool {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	img, _, err := image.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	middle := img.Bounds().Max.Div(2)
	return color.NRGBAModel.Convert(img.At(middle.X, middle.Y)) == color.NRGBA{R: 30, G: 120, B: 60, A: 255}
}
