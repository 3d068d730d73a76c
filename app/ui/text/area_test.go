package text_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/typeset"
	"vigil/app/ui/text"
)

func newArea(direction typeset.Direction, width float32) *text.Area {
	a := text.NewArea(setter, style, ink, "What is done", direction)
	a.Most = 2000
	a.Resize(fyne.NewSize(width, a.HeightAt(width)))
	return a
}

// pressIn types as press does; ~ is Enter, and { and } are up and down.
func pressIn(a *text.Area, keys string) {
	names := map[rune]fyne.KeyName{
		'<': fyne.KeyLeft, '>': fyne.KeyRight, '^': fyne.KeyHome, '$': fyne.KeyEnd, '-': fyne.KeyBackspace, '+': fyne.KeyDelete,
		'~': fyne.KeyReturn, '{': fyne.KeyUp, '}': fyne.KeyDown,
	}
	for _, r := range keys {
		if name, ok := names[r]; ok {
			a.TypedKey(&fyne.KeyEvent{Name: name})
		} else {
			a.TypedRune(r)
		}
	}
}

func TestAreaIsTypedInto(t *testing.T) {
	tests := []struct{ name, keys, want string }{
		{"letters", "tuzla", "tuzla"},
		{"two lines", "tuzla~brčko", "tuzla\nbrčko"},
		{"an empty line between", "a~~b", "a\n\nb"},
		{"Backspace joins lines", "a~b<-c", "acb"},
		{"Delete joins lines", "a~b^<+", "ab"},
		{"Home is of the line", "ab~cd^x", "ab\nxcd"},
		{"End is of the line", "ab~cd{^x$y", "xaby\ncd"},
		{"up", "abc~de{x", "abxc\nde"},
		{"down", "ab~cde{}x", "ab\ncdxe"},
		{"up into an empty line", "a~~b{x", "a\nx\nb"},
		{"left goes to the line before", "a~b<<x", "ax\nb"},
		{"Arabic, an arrow to the left goes on", "كرب~بب{^<ا", "كارب\nبب"},
		{"Hebrew under Latin", "ab~שאה>ו", "ab\nשאוה"},
		{"control letters are refused", "a\x00b\x1bc\u202ed", "abcd"},
	}
	for _, tt := range tests {
		a := newArea(typeset.LTR, 600)
		pressIn(a, tt.keys)
		if a.Text() != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, a.Text(), tt.want)
		}
	}
}

// Up and down in a paragraph that is broken into lines go to those lines.
func TestAreaClimbsBrokenLines(t *testing.T) {
	a := newArea(typeset.LTR, 300)
	long := strings.TrimSpace(strings.Repeat("tuzla ", 20))
	a.SetText(long)
	ups, beyond := 0, false
	a.OnKey = func(*fyne.KeyEvent) { beyond = true }
	for ; !beyond && ups < 40; ups++ {
		a.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	}
	if ups < 3 || ups > 20 {
		t.Errorf("%d lines were climbed", ups)
	}
}

func TestAreaGrows(t *testing.T) {
	a := newArea(typeset.LTR, 300)
	grown := 0
	a.OnGrown = func() { grown++; a.Resize(fyne.NewSize(300, a.HeightAt(300))) }
	pressIn(a, "a")
	if grown != 0 {
		t.Error("one letter needs no more room")
	}
	pressIn(a, "~b~c")
	if grown != 2 {
		t.Errorf("grown %d times, want 2", grown)
	}
	pressIn(a, "--")
	if grown != 3 {
		t.Errorf("grown %d times, want 3", grown)
	}
}

// Whatever is pressed, the caret stays within the text, a text within its bounds, and
// both can be painted.
func TestAreaHoldsWhateverIsPressed(t *testing.T) {
	keys := []rune("abc שאה كتب <>^$-+~{}~~ ")
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 3))
		a := newArea([]typeset.Direction{typeset.LTR, typeset.RTL}[seed%2], float32(60+r.IntN(500)))
		a.Most = 50
		a.FocusGained()
		for range 150 {
			pressIn(a, string(keys[r.IntN(len(keys))]))
			if r.IntN(10) == 0 {
				a.Tapped(&fyne.PointEvent{Position: fyne.NewPos(r.Float32()*600-50, r.Float32()*400-50)})
			}
		}
		if n := len([]rune(a.Text())); n > 50 {
			t.Errorf("%d letters", n)
		}
		paint(test.WidgetRenderer(a).Objects()[0], 200, 200)
	}
}

func TestAreaFitsItsMost(t *testing.T) {
	a := newArea(typeset.LTR, 600)
	a.Most = 5
	a.SetText("abcdefgh")
	pressIn(a, "x-y")
	if a.Text() != "abcdy" {
		t.Errorf("%q", a.Text())
	}
}
