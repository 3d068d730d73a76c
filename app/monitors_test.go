package main

import "testing"

func TestMonitorsAreCounted(t *testing.T) {
	left, right, far := place{0, 0}, place{1920, 0}, place{-1280, 0}
	tests := []struct {
		name    string
		places  []place
		wayland bool
		count   int
		second  int
	}{
		{"side by side", []place{left, right}, false, 2, 1},
		{"side by side on Wayland", []place{left, right}, true, 2, 1},
		{"mirrored", []place{left, left}, false, 1, 1},
		{"placed nowhere, as wlroots does", []place{left, left}, true, 2, 1},
		{"one", []place{left}, false, 1, 1},
		{"one on Wayland", []place{left}, true, 1, 1},
		{"none", nil, true, 0, 1},
		{"three, two of them mirrored", []place{left, left, right}, false, 2, 2},
		{"to the left of the first", []place{left, far}, false, 2, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := separate(tt.places, tt.wayland); got != tt.count {
				t.Errorf("%d monitors, want %d", got, tt.count)
			}
			if got := other(tt.places); got != tt.second {
				t.Errorf("the second one is number %d, want %d", got, tt.second)
			}
		})
	}
}
