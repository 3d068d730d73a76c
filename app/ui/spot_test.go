package ui_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
)

// TestASpotIsFoundAgain holds a reader's place while what is read is written.
func TestASpotIsFoundAgain(t *testing.T) {
	words := func(from, to int) []string {
		var out []string
		for i := from; i < to; i++ {
			out = append(out, fmt.Sprintf("paragraph %d", i))
		}
		return out
	}
	all := words(0, 40)
	tests := []struct {
		name string
		now  []string
		want string // what stands where the reader was
	}{
		{"as it was", all, "paragraph 20"},
		{"more at its end", append(slices.Clone(all), words(50, 60)...), "paragraph 20"},
		{"more at its beginning", append(words(50, 60), all...), "paragraph 20"},
		{"less at its end", all[:30], "paragraph 20"},
		{"less at its beginning", all[10:], "paragraph 20"},
		{"what was read is written anew", slices.Replace(slices.Clone(all), 20, 21, "another paragraph"), "another paragraph"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			before := columnOf(all)
			before.GoTo("paragraph 20")
			after := columnOf(tt.now)
			after.Return(before.Spot())
			if got := after.TopAnchor(); got != tt.want {
				t.Errorf("at %q, want %q", got, tt.want)
			}
		})
	}
}

// columnOf is a column of lines, each an anchor by what it says.
func columnOf(lines []string) *ui.Scroll {
	l := look(false)
	var items []*ui.Anchored
	for _, words := range lines {
		items = append(items, &ui.Anchored{Object: l.Words(ui.Type{Size: ui.Body}, words), Anchor: words})
	}
	s := l.Scroll(items...)
	s.Resize(fyne.NewSize(600, 400))
	return s
}
