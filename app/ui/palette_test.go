package ui_test

import (
	"image/color"
	"math"
	"testing"

	"vigil/app/ui"
)

// luminance is the relative luminance of WCAG 2.x.
func luminance(c color.NRGBA) float64 {
	part := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
}

// contrast is the contrast ratio of WCAG 2.x, 1 to 21.
func contrast(a, b color.NRGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrastIsMeasuredAsWCAGDoes(t *testing.T) {
	tests := []struct {
		name string
		a, b color.NRGBA
		want float64
	}{
		{"black on white", color.NRGBA{A: 255}, color.NRGBA{R: 255, G: 255, B: 255, A: 255}, 21},
		{"an ink on itself", color.NRGBA{R: 9, G: 9, B: 9, A: 255}, color.NRGBA{R: 9, G: 9, B: 9, A: 255}, 1},
		{"#767676 on white", color.NRGBA{R: 0x76, G: 0x76, B: 0x76, A: 255}, color.NRGBA{R: 255, G: 255, B: 255, A: 255}, 4.54},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := contrast(tt.a, tt.b); math.Abs(got-tt.want) > 0.01 {
				t.Errorf("%.3f, want %.2f", got, tt.want)
			}
		})
	}
}

func TestContrast(t *testing.T) {
	const reading, rest = 7, 4.5
	for _, p := range []ui.Palette{ui.Dark(), ui.Light()} {
		pairs := []struct {
			name    string
			ink, on color.NRGBA
			least   float64
		}{
			{"ink on ground", p.Ink, p.Ground, reading},
			{"ink on raised", p.Ink, p.Raised, reading},
			{"ink on pressed", p.Ink, p.Pressed, reading},
			{"soft on ground", p.Soft, p.Ground, reading},
			{"soft on raised", p.Soft, p.Raised, reading},
			{"soft on pressed", p.Soft, p.Pressed, rest},
			{"faint on ground", p.Faint, p.Ground, rest},
			{"faint on raised", p.Faint, p.Raised, rest},
			{"faint on pressed", p.Faint, p.Pressed, rest},
			{"accent on ground", p.Accent, p.Ground, rest},
			{"accent on raised", p.Accent, p.Raised, rest},
			{"accent on pressed", p.Accent, p.Pressed, rest},
			{"words on the accent", p.OnAccent, p.Accent, rest},
		}
		for _, tt := range pairs {
			t.Run(p.Name+": "+tt.name, func(t *testing.T) {
				if got := contrast(tt.ink, tt.on); got < tt.least {
					t.Errorf("#%02x%02x%02x on #%02x%02x%02x is %.2f:1, want %.1f:1",
						tt.ink.R, tt.ink.G, tt.ink.B, tt.on.R, tt.on.G, tt.on.B, got, tt.least)
				}
			})
		}
	}
}

// What is not words, such as the thread of a case study, needs 3:1 (WCAG 2.x,
// 1.4.11).
func TestThreadsAreSeen(t *testing.T) {
	for _, p := range []ui.Palette{ui.Dark(), ui.Light()} {
		for order := -1; order <= 2*len(p.Threads); order++ {
			if got := contrast(p.Thread(order), p.Ground); got < 3 {
				t.Errorf("%s: thread %d is %.2f:1 on the ground, want 3:1", p.Name, order, got)
			}
			if got := contrast(p.Thread(order), p.Raised); got < 3 {
				t.Errorf("%s: thread %d is %.2f:1 on a tile, want 3:1", p.Name, order, got)
			}
		}
	}
}

func TestThreadsAreOneACase(t *testing.T) {
	for _, p := range []ui.Palette{ui.Dark(), ui.Light()} {
		seen := map[color.NRGBA]int{}
		for order := 1; order <= len(p.Threads); order++ {
			if was := seen[p.Thread(order)]; was != 0 {
				t.Errorf("%s: cases %d and %d have one hue", p.Name, was, order)
			}
			seen[p.Thread(order)] = order
		}
	}
}

func TestPxGrowsWithTheVisitorsText(t *testing.T) {
	for _, s := range []ui.Size{ui.Caption, ui.Label, ui.Body, ui.Lead, ui.Title, ui.Display, ui.Grand} {
		small, large := look(false), look(false)
		large.Text = 2
		if got := small.Px(s); got != float32(s) {
			t.Errorf("%v at 100 %% is %v", s, got)
		}
		if large.Px(s) <= small.Px(s) {
			t.Errorf("%v does not grow", s)
		}
		if s <= ui.Body && large.Px(s) != 2*float32(s) {
			t.Errorf("%v, which is read, is %v at 200 %%", s, large.Px(s))
		}
	}
	large := look(false)
	large.Text = 2
	last := float32(0)
	for _, s := range []ui.Size{ui.Caption, ui.Label, ui.Body, ui.Title, ui.Display, ui.Grand} {
		if px := large.Px(s); px <= last {
			t.Errorf("%v at 200 %% is %v, no larger than the step before", s, px)
		} else {
			last = px
		}
	}
}
