package kiosk_test

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/content"
)

// pass lets so many seconds go by, with a look at the clock each second.
func (s *shell) pass(seconds int) {
	for range seconds {
		s.now = s.now.Add(time.Second)
		s.Tick()
	}
}

// asks reports whether the question is on the screen.
func (s *shell) asks() bool {
	return slices.ContainsFunc(s.Targets(), func(t ui.Target) bool { return t.Item.Text == said("en", "idle.more") })
}

func said(lang, id string) string { return catalogue().Locale(content.Lang(lang)).Say(id) }

// press touches the thing of those words.
func (s *shell) press(t *testing.T, words string) {
	t.Helper()
	for _, target := range s.Targets() {
		if target.Item.Text == words {
			tap(s, target)
			return
		}
	}
	t.Fatalf("at %s nothing says %q", s.Address(), words)
}

func TestIdle(t *testing.T) {
	t.Run("asks, counts, and goes back to the beginning", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("people")
		s.pass(89)
		if s.asks() {
			t.Fatal("asks too soon")
		}
		s.pass(1)
		if !s.asks() {
			t.Fatal("does not ask")
		}
		if len(s.Targets()) != 1 {
			t.Errorf("what lies under the question can be touched: %v", s.Targets())
		}
		s.pass(30)
		if s.Address() != "attract" || s.asks() {
			t.Errorf("at %s", s.Address())
		}
	})
	for name, touch := range map[string]func(*testing.T, *shell){
		"the button":      func(t *testing.T, s *shell) { s.press(t, said("en", "idle.more")) },
		"a key":           func(_ *testing.T, s *shell) { s.Key(&fyne.KeyEvent{Name: fyne.KeyF9}) },
		"a letter":        func(_ *testing.T, s *shell) { s.Letter('x') },
		"a finger moving": func(_ *testing.T, s *shell) { s.Felt() },
	} {
		t.Run("answered by "+name, func(t *testing.T) {
			s := newShell(t, landscape)
			s.Go("home")
			s.Go("people")
			s.pass(100)
			touch(t, s)
			if s.asks() || s.Address() != "people" {
				t.Errorf("at %s, asking %v", s.Address(), s.asks())
			}
			s.pass(89)
			if s.asks() || s.Address() != "people" {
				t.Errorf("does not wait again: at %s", s.Address())
			}
		})
	}
	t.Run("waits longer with large text", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("people")
		s.SetText(1.5)
		s.pass(200)
		if s.asks() {
			t.Error("asks too soon")
		}
		s.pass(60)
		if !s.asks() {
			t.Error("does not ask")
		}
	})
	t.Run("never in a gesture", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("people")
		s.Screen().Main.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, -3)})
		s.pass(300)
		if s.asks() {
			t.Error("asks under a finger")
		}
	})
	t.Run("the loop turns through every language", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("people")
		s.Reset()
		seen := map[string]bool{}
		for range 40 * len(catalogue().Languages()) {
			s.pass(1)
			seen[s.Look().Lang] = true
		}
		if len(seen) != len(catalogue().Languages()) || s.Screen().Loop == nil {
			t.Errorf("at %s, in %v", s.Address(), seen)
		}
	})
	t.Run("the loop shows a scene after another, each for as long as it takes to read", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Reset()
		for range 20 {
			before, stay := s.Screen(), s.Screen().Loop.Stay
			for shown := time.Second; shown < stay; shown += time.Second {
				if s.pass(1); s.Screen() != before {
					t.Fatalf("%s is gone after %v of %v", before.Route, shown, stay)
				}
			}
			s.pass(1)
			if s.Screen().Loop.Number == before.Loop.Number {
				t.Fatalf("%s stays longer than %v", before.Route, stay)
			}
		}
	})
	t.Run("the first scene has its time too", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("attract")
		first := s.Screen()
		if s.pass(5); s.Screen() != first {
			t.Error("it is gone at once")
		}
		if s.pass(45); s.Screen() == first {
			t.Error("it stays")
		}
	})
	t.Run("a touch begins a visit, and after it the loop goes on where it was", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Reset()
		s.pass(100)
		left := s.Screen().Loop.Number
		tap(s, s.Targets()[0])
		if s.Address() != "languages" || left == 0 {
			t.Fatalf("at %s, from scene %d", s.Address(), left)
		}
		s.Reset()
		if s.Screen().Loop == nil || s.Screen().Loop.Number < left || s.Look().Lang != "en" {
			t.Errorf("at %s in %s, was at scene %d", s.Address(), s.Look().Lang, left)
		}
	})
	t.Run("a scene waits for who walks it by keys, and any of its things begins a visit", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Reset()
		before := s.Screen()
		s.Key(&fyne.KeyEvent{Name: fyne.KeyDown})
		s.pass(50)
		if s.Screen() != before {
			t.Error("the scene is gone under the keys")
		}
		s.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if s.Address() != "languages" {
			t.Errorf("at %s", s.Address())
		}
		s.Reset()
		s.Key(&fyne.KeyEvent{Name: fyne.KeyDown})
		s.pass(100)
		if s.Screen().Loop.Number == before.Loop.Number {
			t.Error("keys that nobody touches any more hold the scene for ever")
		}
	})
}

// TestNothingIsLeft leaves traces of every kind on every page and looks for them
// after the reset: the kiosk must be as it was when it was new.
func TestNothingIsLeft(t *testing.T) {
	fresh := newShell(t, landscape)
	fresh.Reset()
	for _, address := range []string{"home", "case/bosnia", "case/bosnia/timeline", timeline, falls, "speech/power-2010", "search?q=secretname", "person/hasan-nuhanovic", "glossary", "languages", "selection", "pause", "staff", "place/nowhere", "timeline"} {
		s := newShell(t, landscape)
		s.Go("home")
		s.Go("person/hasan-nuhanovic")
		s.Keep("person/hasan-nuhanovic")
		s.Go(address)
		s.Speak("fr")
		s.SetText(2)
		s.SetLight(true)
		s.Listen()
		s.Step(3)
		if f, ok := s.focused.(*text.Field); ok {
			for _, r := range "secretname" {
				f.TypedRune(r)
			}
		}
		s.run(t)
		s.Reset()
		s.run(t)
		if s.Look().Text != 1 || s.Look().Palette.Name != "dark" || s.Look().Lang != "en" || s.Look().Still {
			t.Errorf("%s: looks like %+v", address, s.Look())
		}
		if got, want := items(s.Outline()), items(fresh.Outline()); got != want {
			t.Errorf("%s: shows\n%s\nwant\n%s", address, got, want)
		}
		if _, ok := s.Cursor(); ok {
			t.Errorf("%s: the keys still point at something", address)
		}
		quiet := len(s.voice.words())
		s.Go("selection")
		if strings.Contains(s.said(), "Nuhanović") {
			t.Errorf("%s: the selection is still there", address)
		}
		s.Go("search")
		if strings.Contains(s.said(), "secretname") {
			t.Errorf("%s: what was typed is still there", address)
		}
		s.Back()
		s.Back()
		s.Back()
		if s.Address() != "home" {
			t.Errorf("%s: back leads to %s", address, s.Address())
		}
		s.run(t)
		if len(s.voice.words()) != quiet {
			t.Errorf("%s: it still reads aloud", address)
		}
	}
}

func items(all []voice.Item) string {
	var out []string
	for _, i := range all {
		out = append(out, string(i.Role)+" "+i.Text)
	}
	return strings.Join(out, "\n")
}

// kindsOfPages is one page of each kind.
var kindsOfPages = []string{
	"attract", "languages", "home", "case/bosnia", "case/bosnia/timeline", timeline, "case/bosnia/essay", "case/bosnia/map", "case/bosnia/figures",
	"case/bosnia/findings", "timeline", falls, "people", "people/bosnia", "person/hasan-nuhanovic", "places", "place/srebrenica", "organisations",
	"organisation/icty", "glossary", "term/genocide", "speeches", "speech/power-2010", "speech/wiesel-1999", "search", "search?q=srebrenica",
	"lessons", "lesson/a-word-becomes-law", "selection", "pause", "about", "staff", "place/nowhere",
}

// TestKeypadAlone walks every page by the four keys of a keypad: each thing is
// reached in the order of reading, is framed or can be brought to be, and the
// page can be left.
func TestKeypadAlone(t *testing.T) {
	s := newShell(t, landscape)
	for _, address := range sampled(kindsOfPages) {
		s.Go("home")
		s.Go(address)
		want := items(s.Outline())
		var got []voice.Item
		for range len(s.Outline()) {
			s.Key(&fyne.KeyEvent{Name: fyne.KeyDown})
			at, ok := s.Cursor()
			if !ok {
				t.Fatalf("%s: the keys point at nothing after %d steps", address, len(got))
			}
			got = append(got, at.Item)
			if at.Act != nil && !at.Inline && address != "timeline" && !strings.HasSuffix(address, "bosnia/timeline") && !at.InView() {
				t.Errorf("%s: %q is not in view", address, at.Item.Text)
			}
		}
		if items(got) != want {
			t.Errorf("%s: the keys walk\n%s\nwant\n%s", address, items(got), want)
		}
		s.Key(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		if s.Address() != "home" {
			t.Errorf("%s: back leads to %s", address, s.Address())
		}
	}
}

// TestKeypadOpens goes from home to an event by the keypad alone.
func TestKeypadOpens(t *testing.T) {
	s := newShell(t, landscape)
	s.Go("home")
	for _, want := range []string{"case/bosnia", "case/bosnia/timeline", "case/bosnia/timeline"} {
		for range 400 {
			s.Key(&fyne.KeyEvent{Name: fyne.KeyDown})
			at, _ := s.Cursor()
			if at.Item.Action == want || strings.HasPrefix(at.Item.Action, falls) {
				break
			}
		}
		s.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if !strings.Contains(s.Address(), "event=event%2Fbosnia%2Fsrebrenica-falls") {
		t.Errorf("at %s", s.Address())
	}
}

// TestSpeechAlone reads every page aloud: what is said is the reading order, in
// the language of each text.
func TestSpeechAlone(t *testing.T) {
	for _, address := range sampled(kindsOfPages) {
		s := newShell(t, landscape)
		s.Go(address)
		body := ui.Outline(s.Screen().Body)
		s.Listen()
		s.run(t)
		words := s.voice.words()
		if len(words) != len(body) {
			t.Errorf("%s: said %d things of %d", address, len(words), len(body))
			continue
		}
		for i, item := range body {
			if item.Lang != "" && !slices.Contains(s.voice.langs, item.Lang) {
				continue
			}
			if !strings.HasPrefix(words[i], strings.TrimSpace(item.Text)) {
				t.Errorf("%s: said %q for %q", address, words[i], item.Text)
			}
		}
		s.Listen()
		before := len(s.voice.words())
		s.Go("home")
		s.run(t)
		if len(s.voice.words()) != before {
			t.Errorf("%s: reads on after it was told to stop", address)
		}
	}
	t.Run("a step interrupts and is said", func(t *testing.T) {
		s := newShell(t, landscape)
		s.voice.done = make(chan struct{})
		s.Go("people")
		s.Listen()
		s.Key(&fyne.KeyEvent{Name: fyne.KeyDown})
		at, _ := s.Cursor()
		s.until(t, func() bool {
			words := s.voice.words()
			return len(words) > 0 && strings.HasPrefix(words[len(words)-1], at.Item.Text)
		})
		s.Reset()
	})
	t.Run("a language without a voice is said to have none", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("home")
		s.Speak("rw")
		s.Listen()
		s.run(t)
		if len(s.voice.words()) != 0 || !strings.Contains(items(s.over()), said("rw", "voice.none")) {
			t.Errorf("said %q, shows %s", s.voice.words(), items(s.over()))
		}
	})
}

// over is the reading order of what keys can reach now.
func (s *shell) over() []voice.Item {
	var out []voice.Item
	s.Step(1)
	s.Step(-10_000)
	for {
		at, ok := s.Cursor()
		if !ok || len(out) > 0 && out[len(out)-1] == at.Item {
			return out
		}
		out = append(out, at.Item)
		s.Step(1)
	}
}

func TestSelection(t *testing.T) {
	s := newShell(t, landscape)
	s.Go(falls)
	s.press(t, said("en", "visit.keep"))
	s.Go("person/hasan-nuhanovic")
	s.press(t, said("en", "visit.keep"))
	s.press(t, said("en", "visit.kept"))
	s.Go("home")
	s.press(t, said("en", "visit.title"))
	if s.Address() != "selection" || !strings.Contains(s.said(), "Srebrenica") || strings.Contains(s.said(), "Nuhanović") {
		t.Errorf("at %s:\n%s", s.Address(), s.said())
	}
	s.press(t, said("en", "visit.remove"))
	if !strings.Contains(s.said(), said("en", "visit.empty")) {
		t.Errorf("after taking out:\n%s", s.said())
	}
	for i, p := range archive().People[:20] {
		s.Go("person/" + p.ID)
		s.Keep("person/" + p.ID)
		if i == 19 && !strings.Contains(items(s.over()), said("en", "visit.most")) {
			t.Error("a full selection does not say so")
		}
	}
}

// TestContentNote comes before every page of a history, once a visit, and has a
// way round.
func TestContentNote(t *testing.T) {
	for _, address := range []string{"case/rwanda", "case/rwanda/essay", "case/rwanda/timeline", "case/rwanda/map", "case/rwanda/figures", "case/rwanda/findings"} {
		s := shellThat(t, landscape, false)
		s.Go(address)
		if !strings.Contains(s.said(), said("en", "note.before")) || strings.Contains(s.said(), "plane") {
			t.Errorf("%s begins with\n%s", address, s.said())
		}
		s.press(t, said("en", "note.on"))
		if s.Address() != address || strings.Contains(s.said(), said("en", "note.before")) {
			t.Errorf("after going on, %s shows\n%s", s.Address(), s.said())
		}
		s.Go("case/rwanda/essay")
		if strings.Contains(s.said(), said("en", "note.before")) {
			t.Error("the note comes twice in a visit")
		}
		s.Go("case/darfur")
		if !strings.Contains(s.said(), said("en", "note.before")) {
			t.Error("another history has no note")
		}
		s.press(t, said("en", "note.round"))
		if s.Address() != "home" {
			t.Errorf("the way round leads to %s", s.Address())
		}
		s.Reset()
		s.Go(address)
		if !strings.Contains(s.said(), said("en", "note.before")) {
			t.Error("the next visitor gets no note")
		}
	}
}

func TestStaffDoor(t *testing.T) {
	digits := func(s *shell, t *testing.T, code string) {
		for _, r := range code {
			s.press(t, string(r))
		}
		s.press(t, said("en", "keyboard.done"))
	}
	knock := func(s *shell, n int) {
		for range n {
			tap(s, ui.Target{At: fyne.NewPos(10, 10)})
		}
	}
	t.Run("four taps are not the gesture", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("home")
		knock(s, 4)
		s.now = s.now.Add(time.Minute)
		knock(s, 4)
		if s.Address() != "home" {
			t.Errorf("at %s", s.Address())
		}
	})
	t.Run("the code opens it", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("home")
		knock(s, 5)
		if s.Address() != "staff" {
			t.Fatalf("at %s", s.Address())
		}
		digits(s, t, "1111")
		if s.staff.left || !strings.Contains(s.said(), said("en", "staff.wrong")) {
			t.Errorf("a wrong code: %s", s.said())
		}
		digits(s, t, "2468")
		s.press(t, said("en", "staff.leave"))
		if !s.staff.left {
			t.Error("staff cannot leave")
		}
	})
	t.Run("who tries many must wait", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("staff")
		for range 5 {
			digits(s, t, "1111")
		}
		digits(s, t, "2468")
		if !strings.Contains(s.said(), said("en", "staff.wait")) || strings.Contains(s.said(), said("en", "staff.leave")) {
			t.Errorf("shows %s", s.said())
		}
		s.now = s.now.Add(61 * time.Second)
		digits(s, t, "2468")
		if !strings.Contains(s.said(), said("en", "staff.leave")) {
			t.Errorf("after a minute: %s", s.said())
		}
	})
}

// strokes is how often the monkey acts, over all its seeds.
const strokes = 8_000

// TestMonkey taps, drags and types at random: nothing panics, nothing is logged as an
// error, and from wherever it came there is a way home.
func TestMonkey(t *testing.T) {
	if testing.Short() {
		t.Skip("8,000 random acts take a while: not with -short")
	}
	errors := &errorLog{}
	before := slog.Default()
	slog.SetDefault(slog.New(errors))
	defer slog.SetDefault(before)
	const seeds = 8
	for seed := range uint64(seeds) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			r := rand.New(rand.NewPCG(seed, 4))
			size := landscape
			if seed%2 == 1 {
				size = portrait
			}
			s := newShell(t, size)
			s.Go("home")
			for n := range strokes / seeds {
				monkey(s, r)
				if n%50 == 0 {
					s.drain()
				}
				if s.Screen() == nil || s.Screen().Title == "" || len(s.Outline()) == 0 {
					t.Fatalf("after %d strokes there is nothing at %s", n, s.Address())
				}
			}
			s.Reset()
			s.Go("home")
			if s.Address() != "home" || s.staff.left {
				t.Errorf("at %s, left %v", s.Address(), s.staff.left)
			}
		})
	}
	if len(errors.all) > 0 {
		t.Errorf("logged as errors: %v", errors.all)
	}
}

// errorLog keeps what is logged as an error.
type errorLog struct {
	slog.Handler
	mu  sync.Mutex
	all []string
}

func (*errorLog) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelError }
func (l *errorLog) Handle(_ context.Context, r slog.Record) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.all = append(l.all, r.Message)
	return nil
}
func (l *errorLog) WithAttrs([]slog.Attr) slog.Handler { return l }
func (l *errorLog) WithGroup(string) slog.Handler      { return l }

// drain does what waits, without waiting for more.
func (s *shell) drain() {
	for {
		select {
		case f := <-s.todo:
			f()
		default:
			return
		}
	}
}

func monkey(s *shell, r *rand.Rand) {
	switch act := r.IntN(100); {
	case act < 45:
		if targets := s.Targets(); len(targets) > 0 {
			tap(s, targets[r.IntN(len(targets))])
		}
	case act < 60:
		keys := []fyne.KeyName{fyne.KeyDown, fyne.KeyUp, fyne.KeyLeft, fyne.KeyRight, fyne.KeyTab, fyne.KeyReturn, fyne.KeySpace, fyne.KeyEscape,
			fyne.KeyBackspace, fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyF4, fyne.KeyDelete, fyne.KeyEnd}
		key := &fyne.KeyEvent{Name: keys[r.IntN(len(keys))]}
		if f, ok := s.focused.(*text.Field); ok && r.IntN(2) == 0 {
			f.TypedKey(key)
			return
		}
		s.Key(key)
	case act < 75:
		if f, ok := s.focused.(*text.Field); ok {
			letters := []rune("srebrenica čćž ١٩٩٥ שואה\x00\u202e*\"?(-")
			f.TypedRune(letters[r.IntN(len(letters))])
			return
		}
		s.Letter(rune('+' + 2*r.IntN(2)))
	case act < 92:
		drag(s.Screen(), r)
	case act < 97:
		s.now = s.now.Add(time.Duration(r.IntN(100)) * time.Second)
		s.Tick()
	default:
		s.Go(kindsOfPages[r.IntN(len(kindsOfPages))])
	}
}

func drag(sc *screen.Screen, r *rand.Rand) {
	ev := &fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(r.Float32()*1000, r.Float32()*900)}, Dragged: fyne.NewDelta(r.Float32()*200-100, r.Float32()*900-450)}
	switch {
	case sc.Main != nil:
		sc.Main.Dragged(ev)
		sc.Main.DragEnd()
	case sc.Page != nil:
		sc.Page(r.Float32()*2 - 1)
		if sc.Zoom != nil {
			sc.Zoom(r.IntN(3) - 1)
		}
	}
}

// With keys alone one goes to an event of a timeline, sees a frame around it whether or
// not it has a label, chooses it, opens it, and leaves the axis in one step.
func TestKeysOnATimeline(t *testing.T) {
	s := newShell(t, landscape)
	s.Go("case/bosnia/timeline")
	key := func(name fyne.KeyName) { s.Key(&fyne.KeyEvent{Name: name}) }
	onEvent := func() bool {
		at, ok := s.Cursor()
		return ok && at.Group != nil && strings.HasPrefix(at.Item.Action, "event/")
	}
	for range 60 {
		if key(fyne.KeyDown); onEvent() {
			break
		}
	}
	for range 12 {
		if key(fyne.KeyDown); !onEvent() {
			t.Fatal("the keys leave the events")
		}
		if at, _ := s.Cursor(); at.Size.Width <= 0 || !at.InView() {
			t.Fatalf("%q is nowhere on the screen", at.Item.Text)
		}
	}
	at, _ := s.Cursor()
	key(fyne.KeyReturn)
	if !strings.Contains(s.Address(), "event=") {
		t.Fatalf("chosen, but at %s", s.Address())
	}
	key(fyne.KeyReturn)
	if s.Address() != at.Item.Action {
		t.Fatalf("opened %s instead of %s", s.Address(), at.Item.Action)
	}
	s.Back()
	for range 60 {
		if key(fyne.KeyDown); onEvent() {
			break
		}
	}
	if key(fyne.KeyTab); onEvent() {
		t.Error("Tab stays on the axis")
	}
}

// Enter goes on past what stands before a history, as its one filled button says.
func TestEnterGoesOn(t *testing.T) {
	s := shellThat(t, landscape, false)
	s.Go("case/bosnia")
	if said := s.said(); !strings.Contains(said, "Go on") {
		t.Fatalf("nothing stands before the history: %s", said)
	}
	s.Key(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if said := s.said(); strings.Contains(said, "Go on") || s.Address() != "case/bosnia" {
		t.Errorf("Enter leads to %s: %s", s.Address(), said)
	}
}
