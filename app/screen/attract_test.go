package screen_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/assets"
	"vigil/content"
	"vigil/content/route"
)

var (
	_ = fmt.Sprint
	_ = fstest.MapFS{}
	_ = slices.Sort[[]int]
	_ = strings.Contains
	_ = time.Second
	_ = voice.Link
	_ = ui.Stops
	_ = text.New
	_ = test.NewApp
	_ = route.Home
)

var land = atlas.NewLand(assets.Land())

// halls are the screens that a scene must fit whole.
var halls = []fyne.Size{{Width: 1920, Height: 1080}, {Width: 1080, Height: 1920}, {Width: 1366, Height: 768}, {Width: 800, Height: 480}}

// hall is what a screen of a size is made from.
func hall(t testing.TB, lang content.Lang, size fyne.Size) screen.Deps {
	d := deps(t, lang)
	d.Land = land
	d.Size = size
	d.Look.Portrait = size.Height > size.Width
	d.Look.Narrow = d.Look.TooNarrow(size.Width)
	return d
}

func TestDebugScenes(t *testing.T) {
	for _, size := range halls {
		for _, lang := range catalogue().Languages() {
			d := hall(t, lang, size)
			var shown []int
			n, last := 0, -1
			for n = 0; n < 60; n++ {
				s := build(t, d, fmt.Sprintf("attract?scene=%d", n))
				if s.Loop.Number < last {
					break
				}
				if s.Loop.Number != n && (len(shown) == 0 || shown[len(shown)-1] != s.Loop.Number) {
					fmt.Println(size, lang, "no", n, s.Loop.Number)
				}
				last = s.Loop.Number
				shown = append(shown, s.Loop.Number)
			}
			fmt.Println(size, lang, n)
		}
	}
}
