package ui_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"vigil/app/ui"
)

// rowsOf are rows of some heights, px.
func rowsOf(heights ...float32) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, h := range heights {
		r := canvas.NewRectangle(nil)
		r.SetMinSize(fyne.NewSize(100, h))
		out = append(out, r)
	}
	return out
}

func TestRowsAreDraggedByTheirGrips(t *testing.T) {
	test.NewApp()
	tests := []struct {
		name string
		row  int
		way  float32
		want string
	}{
		{"not far enough", 0, 30, ""},
		{"past the next", 0, 110, "0>1"},
		{"to the end", 0, 1000, "0>3"},
		{"to the beginning", 3, -1000, "3>0"},
		{"up past one that is higher", 2, -110, "2>1"},
		{"back where it was", 1, 0, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := ""
			look := ui.Look{Palette: ui.Dark(), Text: 1}
			order := look.Order(func(from, to int) { got = fmt.Sprintf("%d>%d", from, to) }, rowsOf(80, 120, 80, 80)...)
			order.Resize(fyne.NewSize(400, 360))
			grip := order.Objects[tt.row].(*fyne.Container).Objects[0].(fyne.Draggable)
			for range 10 {
				grip.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, tt.way/10)})
			}
			grip.DragEnd()
			if got != tt.want {
				t.Errorf("%q, want %q", got, tt.want)
			}
			var y float32
			for i, row := range order.Objects {
				if row.Position().Y != y {
					t.Errorf("row %d stands at %g, want %g: a finger that is lifted holds nothing", i, row.Position().Y, y)
				}
				y += row.Size().Height
			}
			grip.DragEnd()
		})
	}
}

// While a row is held the others make room for it.
func TestOthersMakeRoom(t *testing.T) {
	test.NewApp()
	look := ui.Look{Palette: ui.Dark(), Text: 1}
	order := look.Order(func(int, int) {}, rowsOf(80, 80, 80)...)
	order.Resize(fyne.NewSize(400, 240))
	order.Objects[0].(*fyne.Container).Objects[0].(fyne.Draggable).Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, 90)})
	for i, want := range []float32{90, 0, 160} {
		if got := order.Objects[i].Position().Y; got != want {
			t.Errorf("row %d stands at %g, want %g", i, got, want)
		}
	}
}
