package timeline_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/ui/timeline"
	"vigil/assets"
	"vigil/content"
)

func TestMain(m *testing.M) {
	test.NewApp()
	os.Exit(m.Run())
}

var setter = typeset.New(assets.Fonts())

func look(rtl bool) ui.Look {
	return ui.Look{Setter: setter, Palette: ui.Dark(), Text: 1, RTL: rtl, Lang: "en"}
}

// edtf is a random date of any kind that an archive has.
func edtf(r *rand.Rand) string {
	year, month, day := 1900+r.IntN(120), 1+r.IntN(12), 1+r.IntN(28)
	whole := fmt.Sprintf("%04d-%02d-%02d", year, month, day)
	doubt := []string{"", "", "", "~", "?", "%"}[r.IntN(6)]
	switch r.IntN(7) {
	case 0:
		return fmt.Sprintf("%04d", year) + doubt
	case 1:
		return fmt.Sprintf("%04d-%02d", year, month) + doubt
	case 2:
		return whole + fmt.Sprintf("/%04d-%02d", year+1+r.IntN(5), month)
	case 3:
		return whole + "/.."
	case 4:
		return fmt.Sprintf("%03dX", year/10)
	case 5:
		return "../" + whole
	default:
		return whole + doubt
	}
}

func items(r *rand.Rand, lanes int) []timeline.Item {
	var out []timeline.Item
	for i := range 1 + r.IntN(50) {
		date, err := content.ParseDate(edtf(r))
		if err != nil {
			panic(err)
		}
		out = append(out, timeline.Item{
			ID: fmt.Sprint("event/x/e", i), Date: date, Lane: r.IntN(lanes), Importance: 1 + r.IntN(4),
			Title: "What happened on the day of number " + fmt.Sprint(i), When: "11 July", Year: "1995", Spoken: fmt.Sprint("number ", i),
		})
	}
	return out
}

func axis(rtl bool, all []timeline.Item, lanes int, chosen func(int)) *timeline.Axis {
	cfg := timeline.Config{Items: all, Tick: func(d content.Date) string { return d.EDTF }, OnSelect: chosen}
	for i := range lanes {
		cfg.Lanes = append(cfg.Lanes, timeline.Lane{Name: fmt.Sprint("lane ", i), Ink: ui.Dark().Accent})
	}
	a := timeline.New(look(rtl), cfg)
	a.Resize(fyne.NewSize(1200, 640))
	return a
}

func targets(a *timeline.Axis) []ui.Target {
	var out []ui.Target
	for _, s := range a.Stops() {
		if s.Act != nil && s.Size.Width > 0 {
			out = append(out, ui.Target{Item: s.Item, At: s.At, Size: s.Size})
		}
	}
	return out
}

// TestMirror: a right-to-left axis is the mirror of a left-to-right one, label by
// label, wherever it is moved and at every zoom; and what is on it does not overlap.
func TestMirror(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 9))
		lanes := 1 + r.IntN(5)
		all := items(r, lanes)
		left, right := axis(false, all, lanes, nil), axis(true, all, lanes, nil)
		for range 6 {
			factor, pan := 0.3+r.Float64()*4, r.Float64()-0.5
			for _, a := range []*timeline.Axis{left, right} {
				a.Zoom(factor, 0.5)
				a.Pan(pan)
			}
			l, m := targets(left), targets(right)
			if len(l) != len(m) {
				t.Fatalf("seed %d: %d labels from left to right, %d from right to left", seed, len(l), len(m))
			}
			for i := range l {
				if mirrored := 1200 - l[i].At.X - l[i].Size.Width; mirrored-m[i].At.X > 0.5 || m[i].At.X-mirrored > 0.5 || l[i].At.Y != m[i].At.Y || l[i].Item != m[i].Item {
					t.Fatalf("seed %d: %v is no mirror of %v", seed, m[i], l[i])
				}
				for _, o := range l[i+1:] {
					if l[i].At.X < o.At.X+o.Size.Width-0.5 && o.At.X < l[i].At.X+l[i].Size.Width-0.5 && l[i].At.Y < o.At.Y+o.Size.Height-1 && o.At.Y < l[i].At.Y+l[i].Size.Height-1 {
						t.Fatalf("seed %d: %v and %v overlap", seed, l[i], o)
					}
				}
			}
		}
	}
}

// TestReadingOrder is the order of time, whatever the zoom.
func TestReadingOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	all := items(r, 3)
	a := axis(false, all, 3, nil)
	at := func(words string) content.Date {
		for _, e := range all {
			if e.Spoken == words {
				return e.Date
			}
		}
		t.Fatalf("nothing says %q", words)
		return content.Date{}
	}
	for range 4 {
		stops := a.Stops()[1:]
		if len(stops) != len(all) {
			t.Fatalf("%d of %d are in the reading order", len(stops), len(all))
		}
		for i := 1; i < len(stops); i++ {
			if at(stops[i].Item.Text).Earliest().Before(at(stops[i-1].Item.Text).Earliest()) {
				t.Fatalf("%q is read after %q", stops[i].Item.Text, stops[i-1].Item.Text)
			}
		}
		a.Zoom(3, 0.3)
	}
}

func TestHand(t *testing.T) {
	date := func(s string) content.Date {
		d, err := content.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	all := []timeline.Item{
		{ID: "event/x/a", Date: date("1992-04-05"), Importance: 1, Title: "First", Spoken: "a"}, {ID: "event/x/b", Date: date("1995-07-11"), Importance: 1, Title: "Second", Spoken: "b"},
	}
	for _, rtl := range []bool{false, true} {
		var chosen []int
		a := axis(rtl, all, 1, func(i int) { chosen = append(chosen, i) })
		for _, target := range targets(a) {
			a.Tapped(&fyne.PointEvent{Position: target.At.AddXY(target.Size.Width/2, target.Size.Height/2)})
		}
		if !slices.Equal(chosen, []int{0, 1}) {
			t.Errorf("rtl %v: taps chose %v", rtl, chosen)
		}
		from, _ := a.View()
		drag := float32(-200)
		if rtl {
			drag = 200
		}
		a.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(drag, 0), PointEvent: fyne.PointEvent{Position: fyne.NewPos(600, 300)}})
		if now, _ := a.View(); now <= from {
			t.Errorf("rtl %v: a drag against the line of reading goes to the earlier", rtl)
		}
		a.DragEnd()
		before, after := a.View()
		a.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 30), PointEvent: fyne.PointEvent{Position: fyne.NewPos(600, 300)}})
		if b, e := a.View(); e-b >= after-before {
			t.Errorf("rtl %v: the wheel does not come closer", rtl)
		}
		for range 60 {
			a.Zoom(2, 0.5)
		}
		if b, e := a.View(); e-b > 2 || e-b < 1 {
			t.Errorf("rtl %v: the closest view is of %g days", rtl, e-b)
		}
		for range 60 {
			a.Zoom(0.5, 0.5)
		}
		if b, e := a.View(); e-b < 36_000 || e-b > 37_000 {
			t.Errorf("rtl %v: the furthest view is of %g days", rtl, e-b)
		}
		if first := a.First(); first != 0 || a.Step(first, 1) != 1 || a.Step(1, 1) != -1 || a.Step(0, -1) != -1 {
			t.Errorf("rtl %v: the steps are not those of time", rtl)
		}
	}
}

// TestUncertainIsSoft: an end that is doubtful or goes on fades, one that is known does not.
func TestUncertainIsSoft(t *testing.T) {
	shades := func(s string) int {
		date, err := content.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		a := axis(false, []timeline.Item{{ID: "event/x/a", Date: date, Importance: 2, Title: "x", Spoken: "x"}}, 1, nil)
		seen := map[uint32]bool{}
		img := timeline.Painted(a)
		row := img.Bounds().Min.Y + 31
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x++ {
			_, _, _, alpha := img.At(x, row).RGBA()
			seen[alpha] = true
		}
		return len(seen)
	}
	known, doubtful, open := shades("1992-04-05/1995-07-11"), shades("1992-04~/1995-07~"), shades("1992-04-05/..")
	if known > 6 || doubtful <= 2*known || open <= 2*known {
		t.Errorf("shades along the bar: known %d, doubtful %d, open %d", known, doubtful, open)
	}
}
