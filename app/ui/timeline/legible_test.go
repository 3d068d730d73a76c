package timeline_test

import (
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigil/app/ui/timeline"
	"vigil/content"
)

func told(importance int, date, title string) timeline.Item {
	d, err := content.ParseDate(date)
	if err != nil {
		panic(err)
	}
	return timeline.Item{ID: "event/x/" + date + title, Date: d, Importance: importance, Title: title, When: date, Year: date[:4]}
}

// What can be read of a history, what is counted, and what is neither.
func TestLegible(t *testing.T) {
	far := []timeline.Item{told(1, "1992", "A city is closed"), told(2, "1995", "A town falls")}
	var near []timeline.Item
	for range 40 {
		near = append(near, told(1, "1993-04-16", "One of many things of a day"))
	}
	near = append(near, told(2, "1995", "A town falls"))
	for _, rtl := range []bool{false, true} {
		a := axis(rtl, far, 1, nil)
		a.Resize(fyne.NewSize(1200, 400))
		got := a.Legible()
		if got.Used <= 0 || got.Used > 0.2 {
			t.Errorf("two titles take %.2f of the axis", got.Used)
		}
		got.Used = 0
		if want := (timeline.Legible{Leads: 1, LeadsWhole: 1, Events: 2, Read: 2}); got != want {
			t.Errorf("two events far apart: %+v, want %+v", got, want)
		}
		a = axis(rtl, near, 1, nil)
		a.Resize(fyne.NewSize(1200, 400))
		if got := a.Legible(); got.Events != 41 || got.Leads != 40 || got.LeadsWhole >= 40 || got.Counted == 0 || got.Hidden() != 0 {
			t.Errorf("forty events of a day: %+v, want some counted and none hidden", got)
		}
		a.Look(8700, 8800)
		if got := a.Legible(); got != (timeline.Legible{}) {
			t.Errorf("between what happened: %+v", got)
		}
	}
}

// However events lie, no more is read and counted than is there.
func TestLegibleAdds(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 3))
		a := axis(seed%2 == 0, items(r, 3), 3, nil)
		a.Resize(fyne.NewSize(400+float32(r.IntN(1500)), 200+float32(r.IntN(800))))
		got := a.Legible()
		if got.LeadsWhole > got.Leads || got.Read > got.Events || got.LeadsWhole > got.Read || got.Used < 0 || got.Used > 1 {
			t.Fatalf("seed %d: %+v", seed, got)
		}
	}
}

func TestFind(t *testing.T) {
	a := axis(false, nil, 1, nil)
	if timeline.Find(container.NewStack(container.NewHBox(), container.NewVBox(a))) != a {
		t.Error("an axis within a page is not found")
	}
	if timeline.Find(container.NewStack()) != nil {
		t.Error("an axis is found where none is")
	}
}
