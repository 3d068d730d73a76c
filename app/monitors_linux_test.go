package main

import (
	"image"
	"image/color"
	_ "image/png"
	"os"
	"path/filepath"
	"testing"
	"time"
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
