package ui_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"vigil/app/ui"
)

// What is shown again, or asked to look anew, is painted with the pictures it has:
// a view that made new ones each time cost a museum half a gigabyte an hour.
func TestViewsKeepTheirPictures(t *testing.T) {
	l := look(false)
	view := l.Words(ui.Type{Size: ui.Body}, "Words that stay as they are.")
	view.Resize(fyne.NewSize(400, 60))
	before := slices.Clone(test.WidgetRenderer(view).Objects())
	view.Refresh()
	view.Hide()
	view.Show()
	view.Resize(fyne.NewSize(400, 90))
	if after := test.WidgetRenderer(view).Objects(); len(before) == 0 || !slices.Equal(before, after) {
		t.Errorf("%d pictures, then others", len(before))
	}
	view.Drop()
	if left := test.WidgetRenderer(view).Objects(); len(left) != 0 {
		t.Errorf("%d pictures are left", len(left))
	}
}

func TestSwapDropsWhatWasShown(t *testing.T) {
	l := look(false)
	old, kept, fresh := l.Words(ui.Type{Size: ui.Body}, "old"), l.Words(ui.Type{Size: ui.Body}, "kept"), l.Words(ui.Type{Size: ui.Body}, "new")
	c := container.NewStack(l.Scroll(&ui.Anchored{Object: old}), kept)
	c.Resize(fyne.NewSize(300, 300))
	if len(test.WidgetRenderer(old).Objects()) == 0 {
		t.Fatal("the old words were never painted")
	}
	ui.Swap(c, kept, fresh)
	if len(test.WidgetRenderer(old).Objects()) != 0 {
		t.Error("the old words still hold their pictures")
	}
	if len(test.WidgetRenderer(kept).Objects()) == 0 {
		t.Error("what is still shown was dropped")
	}
}
