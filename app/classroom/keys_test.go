package classroom_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/classroom"
	"vigil/app/classroom/session"
	"vigil/content"
)

// stands is what can be told of a class from afar.
type stands struct {
	steps  int // from where it stood
	mode   session.Mode
	dark   bool
	shares bool // answers are on the wall
}

// modes are what a class may be doing when a key comes.
var modes = map[string]func(k *kiosk){
	"leading":   func(*kiosk) {},
	"dark":      func(k *kiosk) { k.class.Act(classroom.Blank) },
	"sharing":   func(k *kiosk) { k.class.Act(classroom.Share) },
	"exploring": func(k *kiosk) { k.class.Lend(session.Exploring) },
	"writing":   func(k *kiosk) { k.class.Lend(session.Writing) },
}

// standing gives a class in the middle of its first stop.
func standing(t *testing.T, walls int, mode string, langs ...content.Lang) (*kiosk, session.At) {
	k := newKiosk(t, bundled(), walls, small)
	k.give("a-promise-and-the-names", 45, langs...)
	k.class.Act(classroom.Next)
	k.class.Act(classroom.Next)
	at := k.class.Session().At
	modes[mode](k)
	return k, at
}

// now is how a class stands, from where it stood.
func now(t *testing.T, k *kiosk, from session.At) stands {
	t.Helper()
	s := k.class.Session()
	out := stands{mode: s.Mode, dark: s.Blank, shares: s.Shown}
	if s.At == from {
		return out
	}
	there := s.At
	s.At = from
	after, _ := s.After()
	s.At = there
	out.steps = -1
	if there == after {
		out.steps = 1
	}
	return out
}

// What each key of a clicker does, whatever the class is doing.
func TestClicker(t *testing.T) {
	const explore, write = session.Exploring, session.Writing
	table := []struct {
		key   fyne.KeyName
		wants map[string]stands
	}{
		{fyne.KeyPageDown, map[string]stands{"leading": {steps: 1}, "dark": {steps: 1}, "sharing": {steps: 1}, "exploring": {mode: explore}, "writing": {mode: write}}},
		{fyne.KeyPageUp, map[string]stands{"leading": {steps: -1}, "dark": {steps: -1}, "sharing": {steps: -1}, "exploring": {mode: explore}, "writing": {mode: write}}},
		{fyne.KeyF5, map[string]stands{"leading": {}, "dark": {}, "sharing": {shares: true}, "exploring": {}, "writing": {}}},
		{fyne.KeyEscape, map[string]stands{"leading": {}, "dark": {}, "sharing": {}, "exploring": {mode: explore}, "writing": {mode: write}}},
		{fyne.KeyPeriod, map[string]stands{"leading": {}, "dark": {dark: true}, "sharing": {shares: true}, "exploring": {mode: explore}, "writing": {mode: write}}},
		{fyne.KeyB, map[string]stands{"leading": {}, "dark": {dark: true}, "sharing": {shares: true}, "exploring": {mode: explore}, "writing": {mode: write}}},
	}
	for _, row := range table {
		for mode, want := range row.wants {
			k, at := standing(t, 1, mode, "en")
			k.class.Key(row.key)
			if got := now(t, k, at); got != want {
				t.Errorf("%s while %s: %+v, not %+v", row.key, mode, got, want)
			}
		}
	}
	for _, r := range ".bB" {
		for mode, want := range map[string]stands{"leading": {dark: true}, "dark": {}, "sharing": {dark: true, shares: true}, "exploring": {mode: explore}, "writing": {mode: write}} {
			k, at := standing(t, 1, mode, "en")
			k.class.Letter(r)
			if got := now(t, k, at); got != want {
				t.Errorf("%q while %s: %+v, not %+v", r, mode, got, want)
			}
		}
	}
	for mode := range modes {
		k, at := standing(t, 1, mode, "en")
		before := now(t, k, at)
		if k.class.Letter('x') || k.class.Key(fyne.KeyF9) || now(t, k, at) != before {
			t.Errorf("a key that is nobody's acts while %s", mode)
		}
	}
}

// The four keys of a keypad lead the wall where it is the only screen, as its language
// runs; elsewhere they are the page's.
func TestKeypadLeadsTheWall(t *testing.T) {
	for _, set := range []struct {
		lang        content.Lang
		forth, back fyne.KeyName
	}{{"en", fyne.KeyRight, fyne.KeyLeft}, {"ar", fyne.KeyLeft, fyne.KeyRight}, {"he", fyne.KeyLeft, fyne.KeyRight}} {
		for key, steps := range map[fyne.KeyName]int{set.forth: 1, fyne.KeyDown: 1, fyne.KeyReturn: 1, fyne.KeySpace: 1, set.back: -1, fyne.KeyUp: -1, fyne.KeyBackspace: -1} {
			k, at := standing(t, 0, "leading", set.lang)
			if !k.class.Keypad(key) || now(t, k, at) != (stands{steps: steps}) {
				t.Errorf("%s in %s: %+v", key, set.lang, now(t, k, at))
			}
			for _, mode := range []string{"exploring", "writing"} {
				if k, _ := standing(t, 0, mode, set.lang); k.class.Keypad(key) {
					t.Errorf("%s leads the wall while %s", key, mode)
				}
			}
			if k, _ := standing(t, 1, "leading", set.lang); k.class.Keypad(key) {
				t.Errorf("%s leads the wall past the presenter view", key)
			}
		}
	}
}

// Whoever has nothing but a keypad comes to what can be done, before the beginning and
// after the end, and away from it again.
func TestKeypadReachesTheControls(t *testing.T) {
	k := newKiosk(t, bundled(), 0, small)
	k.size = small
	k.give("a-promise-and-the-names", 45, "en")
	controls := func() bool {
		return slices.Contains(strings.Split(k.said(), "\n"), say("en", "class.end"))
	}
	if controls() {
		t.Fatal("the controls are there at once")
	}
	k.class.Keypad(fyne.KeyLeft)
	if !controls() || k.class.Keypad(fyne.KeyRight) {
		t.Error("before the beginning are no controls, or the keys do not go to them")
	}
	k.page.Close()
	if controls() {
		t.Error("the controls stay")
	}
	for range 1000 {
		if _, more := k.class.Session().After(); !more {
			break
		}
		k.class.Keypad(fyne.KeyRight)
	}
	if controls() {
		t.Error("the last page of the wall is covered")
	}
	if k.class.Keypad(fyne.KeyRight); !controls() {
		t.Error("after the end are no controls")
	}
}

// A wall whose class has ended is dark, whatever its window does then.
func TestTheWallOutlivesTheClass(t *testing.T) {
	k, _ := standing(t, 1, "leading", "en")
	k.class.End()
	k.stage.Resize(old)
	k.stage.Show()
	if words := k.onWall(); words != "" {
		t.Errorf("it says %q", words)
	}
}
