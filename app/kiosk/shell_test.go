package kiosk_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
)

const (
	timeline = "case/bosnia/timeline?view=list"
	falls    = "event/bosnia/srebrenica-falls"
)

func TestHistory(t *testing.T) {
	tests := []struct {
		name  string
		steps string // routes to go to; "<" goes back
		want  string
	}{
		{"one step", "home", "home"},
		{"a step on", "home case/bosnia", "case/bosnia"},
		{"back", "home case/bosnia <", "home"},
		{"back over two", "home case/bosnia case/bosnia/essay < <", "home"},
		{"back and on", "home case/bosnia < people", "people"},
		{"back and on and back", "home case/bosnia < people <", "home"},
		{"home is a new beginning", "case/bosnia people home <", "home"},
		{"back from the first goes home", "case/bosnia <", "home"},
		{"back from home stays there", "home < < <", "home"},
		{"back from nothing goes home", "<", "home"},
		{"back with what was asked", "home search?q=tuzla case/bosnia <", "search?q=tuzla"},
		{"back from a page that is not here", "home place/nowhere <", "home"},
		{"back from what is no route", "home ///??? <", "home"},
		{"the same twice is two steps", "home people people <", "people"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newShell(t, landscape)
			for step := range strings.FieldsSeq(tt.steps) {
				if step == "<" {
					s.Back()
				} else {
					s.Go(step)
				}
			}
			if s.Address() != tt.want || s.Screen().Route.String() != tt.want {
				t.Errorf("at %q, showing %q, want %q", s.Address(), s.Screen().Route, tt.want)
			}
		})
	}
}

func TestHistoryIsBounded(t *testing.T) {
	s := newShell(t, landscape)
	s.Go("about")
	for i := range 500 {
		s.Go(fmt.Sprintf("pause#p%d", i))
	}
	steps := 0
	for ; s.Address() != "home" && steps <= 500; steps++ {
		s.Back()
	}
	if steps < 20 || steps > 250 {
		t.Errorf("%d steps back are kept of 501", steps)
	}
}

func TestNothingIsShownBeforeThereIsASize(t *testing.T) {
	s := newShell(t, fyne.NewSize(0, 0))
	if s.Address() != "" || s.Screen() != nil || len(s.shown) != 0 {
		t.Error("shows something before it was told to")
	}
	s.Go("home")
	if s.Screen() != nil {
		t.Error("a screen was built for a size of nought")
	}
	s.Content().Resize(landscape)
	if s.Screen() == nil || s.Screen().Route.String() != "home" {
		t.Error("what was asked for is not shown when there is a size")
	}
}

func TestSpeakKeepsTheRoute(t *testing.T) {
	for _, address := range []string{"home", falls, "case/bosnia/essay#h2", "search?q=tuzla", timeline + "&show=lead", "place/nowhere", "%%%"} {
		s := newShell(t, landscape)
		s.Go("home")
		s.Go(address)
		was := s.said()
		s.Speak("fr")
		if s.Address() != address {
			t.Errorf("%s in another language is %s", address, s.Address())
		}
		if s.Look().Lang != "fr" {
			t.Errorf("%s: speaks %s", address, s.Look().Lang)
		}
		if s.said() == was {
			t.Errorf("%s says the same in French", address)
		}
		s.Back()
		if s.Address() != "home" {
			t.Errorf("switching the language at %s is a step of history: back leads to %s", address, s.Address())
		}
	}
}

func TestLanguageChosenOnItsPage(t *testing.T) {
	tests := []struct {
		name  string
		steps []string
		want  string
	}{
		{"at the beginning of a visit", []string{"languages"}, "home"},
		{"from a page", []string{"home", falls, "languages"}, falls},
		{"from home", []string{"home", "languages"}, "home"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newShell(t, landscape)
			for _, step := range tt.steps {
				s.Go(step)
			}
			for _, target := range s.Targets() {
				if target.Item.Action == "lang:ar" {
					tap(s, target)
				}
			}
			if s.Address() != tt.want || !s.Look().RTL {
				t.Errorf("at %s, from right to left %v; want %s in Arabic", s.Address(), s.Look().RTL, tt.want)
			}
		})
	}
}

// tap touches the middle of a target as a finger does.
func tap(s *shell, target ui.Target) {
	at := target.At.AddXY(target.Size.Width/2, target.Size.Height/2)
	if o := under(s.Content(), at); o != nil {
		o.Tapped(&fyne.PointEvent{Position: at})
	}
}

// under is the thing to be tapped at a point: the last one in the tree that
// holds it.
func under(o fyne.CanvasObject, at fyne.Position) fyne.Tappable {
	size := o.Size()
	if !o.Visible() || at.X < 0 || at.Y < 0 || at.X >= size.Width || at.Y >= size.Height {
		return nil
	}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case *ui.Scroll:
		return scrolled{o, at}
	}
	for _, child := range slices.Backward(children) {
		if found := under(child, at.Subtract(child.Position())); found != nil {
			return found
		}
	}
	tappable, _ := o.(fyne.Tappable)
	return tappable
}

// scrolled taps what is in a scroll by a finger that trembles.
type scrolled struct {
	scroll *ui.Scroll
	at     fyne.Position
}

func (d scrolled) Tapped(*fyne.PointEvent) {
	d.scroll.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: d.at.AddXY(0, 1)}, Dragged: fyne.Delta{DY: 1}})
	d.scroll.DragEnd()
}

// What changes how a page looks keeps the page and the place: what stood first
// in view is still in view.
func TestPlaceIsKept(t *testing.T) {
	changes := []struct {
		name  string
		do    func(*shell)
		exact bool
	}{
		{"away and back", func(s *shell) { s.Go("people"); s.Back() }, true},
		{"another theme", func(s *shell) { s.SetLight(true) }, true},
		{"larger text", func(s *shell) { s.SetText(2) }, false},
		{"smaller text", func(s *shell) { s.SetText(1) }, false},
		{"another language", func(s *shell) { s.Speak("fr") }, false},
		{"from right to left", func(s *shell) { s.Speak("ar") }, false},
		{"upright", func(s *shell) { s.Content().Resize(portrait) }, false},
		{"the language chosen on its page", func(s *shell) { s.Go("languages"); s.Speak("fr") }, false},
		{"larger text, away and back", func(s *shell) { s.Go("people"); s.SetText(2); s.Back() }, false},
	}
	for _, tt := range changes {
		t.Run(tt.name, func(t *testing.T) {
			for _, way := range ways {
				s := newShell(t, landscape)
				s.SetText(1.25)
				s.Go("home")
				way.to(s)
				was := s.inView()
				if len(was) < 2 {
					t.Fatalf("%s: in view are %v", way.name, was)
				}
				tt.do(s)
				now := s.inView()
				if !strings.HasPrefix(s.Address(), timeline) {
					t.Fatalf("now at %s", s.Address())
				}
				if tt.exact && was[0] != now[0] {
					t.Errorf("%s: %s was first in view, now there are %v", way.name, was[0], now)
				}
				if !slices.Contains(now, was[0]) && !slices.Contains(now, was[1]) {
					t.Errorf("%s: %v were first in view, now there are %v", way.name, was[:2], now)
				}
			}
		})
	}
}

// ways are ways to come to a place far down a page.
var ways = []struct {
	name string
	to   func(s *shell)
}{
	{"by an anchor", func(s *shell) { s.Go(timeline + "#y1993") }},
	{"by an anchor far down", func(s *shell) { s.Go(timeline + "#y2004") }},
	{"by an anchor and on", func(s *shell) { s.Go(timeline + "#y1995"); s.Screen().Main.MoveTo(s.Screen().Main.Offset() + 70) }},
	{"by the index of years", func(s *shell) { s.Go(timeline); s.Screen().Main.GoTo("y1995") }},
	{"page by page", func(s *shell) {
		s.Go(timeline)
		for range 9 {
			s.Screen().Main.Page(1)
		}
	}},
	{"page by page and a little back", func(s *shell) {
		s.Go(timeline)
		for range 14 {
			s.Screen().Main.Page(1)
		}
		s.Screen().Main.Page(-1)
	}},
	{"by an anchor and then pages away from it", func(s *shell) {
		s.Go(timeline + "#y1992")
		for range 6 {
			s.Screen().Main.Page(1)
		}
	}},
}

func TestTextSize(t *testing.T) {
	tests := []struct{ asked, want float32 }{{1, 1}, {1.5, 1.5}, {2, 2}, {0, 1}, {-3, 1}, {99, 2}}
	s := newShell(t, landscape)
	s.Go(falls)
	for _, tt := range tests {
		s.SetText(tt.asked)
		if got := s.Look().Text; got != tt.want {
			t.Errorf("asked for %g, text is %g", tt.asked, got)
		}
		if s.Address() != falls {
			t.Errorf("text of %g is at %s", tt.asked, s.Address())
		}
	}
}

func TestTheme(t *testing.T) {
	s := newShell(t, landscape)
	s.Go(falls)
	for _, light := range []bool{true, true, false} {
		s.SetLight(light)
		want := ui.Dark().Name
		if light {
			want = ui.Light().Name
		}
		if got := s.Look().Palette.Name; got != want || s.Address() != falls {
			t.Errorf("%s at %s, want %s", got, s.Address(), want)
		}
	}
}

// The bar's controls do what they say and stand where they stood.
func TestBar(t *testing.T) {
	control := func(s *shell, id string) ui.Target {
		words := catalogue().Locale(content.Lang(s.Look().Lang)).Say(id)
		for _, target := range s.Targets() {
			if target.Item.Text == words && target.At.Y >= s.Content().Size().Height-ui.BarHeight {
				return target
			}
		}
		t.Fatalf("the bar has no %q", words)
		return ui.Target{}
	}
	tests := []struct {
		name, id string
		check    func(s *shell) bool
	}{
		{"back", "nav.back", func(s *shell) bool { return s.Address() == "people" }},
		{"home", "nav.home", func(s *shell) bool { return s.Address() == "home" }},
		{"search", "nav.search", func(s *shell) bool { return s.Address() == "search" }},
		{"languages", "nav.language", func(s *shell) bool { return s.Address() == "languages" }},
		{"take a moment", "nav.pause", func(s *shell) bool { return s.Address() == "pause" }},
		{"larger text", "nav.textsize", func(s *shell) bool { return s.Look().Text > 1 && s.Address() == timeline }},
		{"a page down", "nav.pagedown", func(s *shell) bool { return s.Screen().Main.Offset() > 0 }},
		{"a page up", "nav.pageup", func(s *shell) bool { return s.Screen().Main.Offset() == 0 }},
	}
	for _, size := range []fyne.Size{landscape, portrait} {
		for _, lang := range []content.Lang{"en", "ar"} {
			for _, tt := range tests {
				t.Run(fmt.Sprint(tt.name, " ", lang, " ", size.Width), func(t *testing.T) {
					s := newShell(t, size)
					s.Speak(lang)
					s.Go("people")
					s.Go(timeline)
					tap(s, control(s, tt.id))
					if !tt.check(s) {
						t.Errorf("at %s with text %g", s.Address(), s.Look().Text)
					}
				})
			}
		}
	}
	t.Run("stays in its place", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("home")
		was := control(s, "nav.home")
		for _, change := range []func(){func() { s.Go(falls) }, func() { s.SetText(2) }, func() { s.SetLight(true) }} {
			change()
			if now := control(s, "nav.home"); now.At != was.At || now.Size != was.Size {
				t.Errorf("home was at %v, now at %v", was.At, now.At)
			}
		}
	})
	t.Run("text size comes round", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("home")
		var sizes []float32
		for range 4 {
			for _, target := range s.Targets() {
				if target.At.Y >= s.Content().Size().Height-ui.BarHeight && strings.Contains(strings.ToLower(target.Item.Text), "text") {
					tap(s, target)
					break
				}
			}
			sizes = append(sizes, s.Look().Text)
		}
		if want := []float32{1.25, 1.5, 2, 1}; !slices.Equal(sizes, want) {
			t.Errorf("%v, want %v", sizes, want)
		}
	})
}

func TestKeys(t *testing.T) {
	tests := []struct {
		key   fyne.KeyName
		check func(s *shell) bool
	}{
		{fyne.KeyPageDown, func(s *shell) bool { return s.Screen().Main.Offset() > 0 }},
		{fyne.KeyDown, func(s *shell) bool { at, ok := s.Cursor(); return ok && at.Item == s.Outline()[0] }},
		{fyne.KeyTab, func(s *shell) bool { at, ok := s.Cursor(); return ok && at.Item == s.Outline()[0] }},
		{fyne.KeyPageUp, func(s *shell) bool { return s.Screen().Main.Offset() == 0 && s.Address() == timeline }},
		{fyne.KeyUp, func(s *shell) bool { at, ok := s.Cursor(); return ok && at.Item == s.Outline()[len(s.Outline())-1] }},
		{fyne.KeyReturn, func(s *shell) bool { return s.Address() == timeline }},
		{fyne.KeyEscape, func(s *shell) bool { return s.Address() == timeline }},
		{fyne.KeyHome, func(s *shell) bool { return s.Address() == "home" }},
		{fyne.KeyBackspace, func(s *shell) bool { return s.Address() == "people" }},
		{fyne.KeyF4, func(s *shell) bool { return s.Address() == timeline }},
	}
	for _, tt := range tests {
		t.Run(string(tt.key), func(t *testing.T) {
			s := newShell(t, landscape)
			s.Key(&fyne.KeyEvent{Name: tt.key}) // with nothing shown
			s.Go("people")
			s.Go(timeline)
			s.Key(&fyne.KeyEvent{Name: tt.key})
			if !tt.check(s) {
				t.Errorf("at %s", s.Address())
			}
		})
	}
}

func TestReplace(t *testing.T) {
	t.Run("another anchor keeps the page and moves", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("home")
		s.Go(timeline)
		was := s.Screen()
		s.Replace(timeline + "#y1995")
		if s.Screen() != was {
			t.Error("the page was built anew")
		}
		if got := s.Screen().Main.TopAnchor(); got != "y1995" {
			t.Errorf("at the top is %s", got)
		}
		if s.Address() != timeline+"#y1995" || s.Screen().Route.Anchor != "y1995" {
			t.Errorf("at %s", s.Address())
		}
		s.Back()
		if s.Address() != "home" {
			t.Errorf("an anchor is a step of history: back leads to %s", s.Address())
		}
	})
	t.Run("another parameter builds the page", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("home")
		s.Go(timeline)
		was := len(s.Screen().Outline())
		s.Replace(timeline + "&show=lead")
		if now := len(s.Screen().Outline()); now >= was {
			t.Errorf("lead events alone are %d of %d things", now, was)
		}
		s.Back()
		if s.Address() != "home" {
			t.Errorf("back leads to %s", s.Address())
		}
	})
	t.Run("nothing", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Replace("people")
		if s.Address() != "people" || s.Screen() == nil {
			t.Errorf("at %q", s.Address())
		}
	})
	t.Run("what is no route", func(t *testing.T) {
		s := newShell(t, landscape)
		s.Go("people")
		s.Replace("no such thing")
		if !s.Screen().Lost {
			t.Error("shows something")
		}
	})
}

// The field keeps the keys while results come: the page is never built anew.
func TestSearchIsTypedInto(t *testing.T) {
	s := newShell(t, landscape)
	s.Go("home")
	s.Go("search")
	was := s.Screen()
	field, ok := s.focused.(*text.Field)
	if !ok || was.Focus != s.focused {
		t.Fatalf("the keys go to %T", s.focused)
	}
	changes := s.Changes()
	for i, r := range "nuhanovic" {
		field.TypedRune(r)
		if s.Screen() != was {
			t.Fatalf("the page was built anew after letter %d", i)
		}
	}
	if s.Changes() <= changes {
		t.Error("no results were heard of")
	}
	if want := route.To(route.Search).With("q", "nuhanovic").String(); s.Address() != want {
		t.Errorf("at %s, want %s", s.Address(), want)
	}
	const found = "person/hasan-nuhanovic?found=nuhanovic"
	leads := func() bool {
		return slices.ContainsFunc(s.Outline(), func(i voice.Item) bool { return i.Role == voice.Link && i.Action == found })
	}
	if !leads() {
		t.Errorf("no link to %s in\n%s", found, s.said())
	}
	s.Go(found)
	s.Back()
	if !leads() || s.focused.(*text.Field).Text() != "nuhanovic" {
		t.Error("what was typed and found is gone when one comes back")
	}
	s.Speak("fr")
	if !leads() || s.focused.(*text.Field).Text() != "nuhanovic" {
		t.Error("what was typed and found is gone in another language")
	}
	for range 20 {
		s.focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	if leads() || s.Address() != "search" {
		t.Errorf("with nothing typed the page is %s and shows\n%s", s.Address(), s.said())
	}
	s.Back()
	if _, typing := s.focused.(*text.Field); s.Address() != "home" || typing {
		t.Errorf("at %s the keys go to %T", s.Address(), s.focused)
	}
}

func TestResize(t *testing.T) {
	s := newShell(t, landscape)
	s.Go("home")
	s.Go(falls)
	if s.Look().Portrait || s.Look().Narrow {
		t.Error("a wide screen counts as upright")
	}
	was, said := s.Screen(), s.said()
	s.Content().Resize(landscape)
	if s.Screen() != was {
		t.Error("built anew for the same size")
	}
	s.Content().Resize(portrait)
	if s.Screen() == was || !s.Look().Portrait || !s.Look().Narrow {
		t.Error("not built anew for an upright screen")
	}
	if s.Address() != falls {
		t.Errorf("at %s", s.Address())
	}
	sorted := func(words string) []string {
		lines := strings.Split(words, "\n")
		slices.Sort(lines)
		return lines
	}
	if !slices.Equal(sorted(said), sorted(s.said())) {
		t.Error("an upright screen says other things")
	}
	for _, target := range s.Targets() {
		if target.At.X < 0 || target.At.X+target.Size.Width > portrait.Width+1 {
			t.Errorf("%q stands at %g, %g wide", target.Item.Text, target.At.X, target.Size.Width)
		}
	}
}

func TestShowing(t *testing.T) {
	s := newShell(t, landscape)
	s.Go("home")
	s.Go(falls)
	s.Back()
	if want := []string{"home", falls, "home"}; !slices.Equal(s.shown, want) {
		t.Errorf("shown were %v, want %v", s.shown, want)
	}
}

// badRoutes lead nowhere, some of them with intent.
var badRoutes = []string{
	"", " ", "/", "//", "#", "?", "home/", "/home", "HOME", "home/x", "nowhere", "case", "case/", "case/nowhere",
	"case/bosnia/nothing", "case/bosnia/essay/x", "event/bosnia", "event/bosnia/x", "event/x/srebrenica-falls",
	"speech/x", "person/", "person/x", "person/../../etc/passwd", "place/%2e%2e", "term/x", "organisation/x",
	"people/x", "http://example.org", "file:///etc/passwd", "javascript:alert(1)", "case/bosnia\x00",
	"person/ratko\u202emladic", "case/bosnia?%zz", "home#" + strings.Repeat("a", 100), strings.Repeat("a", 100000),
	"\xff\xfe", "case/bosnia/timeline#\n", "خبر", "lang:fr",
}

func TestUnknownRoutesShowTheCalmPage(t *testing.T) {
	s := newShell(t, landscape)
	s.Go("home")
	calm := catalogue().Locale("en").Say("nothere.title")
	for _, address := range badRoutes {
		s.Go(address)
		sc := s.Screen()
		if !sc.Lost || sc.Title != calm {
			t.Errorf("%.60q shows %q, want %q", address, sc.Title, calm)
		}
		if !slices.ContainsFunc(sc.Outline(), func(i voice.Item) bool { return i.Action == "home" }) {
			t.Errorf("%.60q has no way home", address)
		}
		s.Back()
	}
	if s.Address() != "home" {
		t.Errorf("back from all of them is %s", s.Address())
	}
}

func FuzzRoutes(f *testing.F) {
	for _, address := range badRoutes {
		f.Add(address)
	}
	for _, address := range []string{
		"home", timeline + "&at=1995-07-11", timeline + "&at=%FF", timeline + "&at=9999999999-01-01", timeline + "&show=x&show=lead",
		"search?q=%00%E2%80%AE%0A", "search?q=" + strings.Repeat("%F0%9F%98%80", 250), "case/bosnia/essay#h2", "speech/power-2010#p4",
		"speech/power-2010#nothing", "sources#x", "term/genocide#genocide", "people/bosnia?x=1#y",
	} {
		f.Add(address)
	}
	s := newShell(f, landscape)
	lost := catalogue().Locale("en").Say("nothere.title")
	f.Fuzz(func(t *testing.T, address string) {
		s.Go("home")
		s.Go(address)
		sc := s.Screen()
		_, err := route.Parse(address)
		if sc == nil || sc.Title == "" || len(sc.Outline()) == 0 {
			t.Fatalf("%q shows nothing", address)
		}
		if err != nil && !sc.Lost {
			t.Errorf("%q is no route and shows %q", address, sc.Title)
		}
		if sc.Lost != (sc.Title == lost) {
			t.Errorf("%q: lost %v, titled %q", address, sc.Lost, sc.Title)
		}
		s.Replace(address)
		s.Back()
	})
}
