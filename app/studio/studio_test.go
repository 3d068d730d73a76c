package studio_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"vigil/app/studio"
	"vigil/app/studio/proof"
	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/assets"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/check"
	"vigil/i18n"
)

func TestMain(m *testing.M) {
	test.NewApp()
	os.Exit(m.Run())
}

var setter = sync.OnceValue(func() *typeset.Setter { return typeset.New(assets.Fonts()) })

// good is an archive without a mistake.
var good = sync.OnceValue(func() proof.Edition {
	var last proof.Edition
	p := proof.New(os.DirFS("../../content/authoring/testdata/good"), func() check.Tools { return check.Tools{} })
	p.Read(context.Background(), "en", func(e proof.Edition) { last = e })
	return last
})

// table is a Preview under test, with what it has done.
type table struct {
	*studio.Preview
	t       *testing.T
	view    studio.View
	kiosk   *fyne.Container
	went    []string
	copied  []string
	focused fyne.Focusable
	left    int
}

func newTable(t *testing.T, lang content.Lang, problems ...authoring.Problem) *table {
	t.Helper()
	catalogue, err := i18n.Load()
	if err != nil {
		t.Fatal(err)
	}
	locale := catalogue.Locale(lang)
	s := &table{t: t, kiosk: container.NewStack()}
	s.Preview = studio.New(studio.Config{
		Kiosk: s.kiosk, Go: func(address string) { s.went = append(s.went, address); s.look(address) },
		Copy: func(place string) { s.copied = append(s.copied, place) },
		Keys: func(o fyne.Focusable) { s.focused = o }, Leave: func() { s.left++; s.focused = nil },
	})
	s.view = studio.View{Locale: locale, Look: ui.Look{Setter: setter(), Palette: ui.Dark(), Text: 2, RTL: locale.RTL(), Lang: string(lang)}, Edition: good(), Address: "home"}
	s.view.Edition.Problems = problems
	s.Content().Resize(fyne.NewSize(1366, 768))
	s.Show(s.view)
	return s
}

// look has the kiosk show a page.
func (s *table) look(address string) {
	s.view.Address = address
	s.Show(s.view)
}

func (s *table) said() []string {
	var out []string
	for _, item := range ui.Outline(s.Content()) {
		out = append(out, item.Text)
	}
	return out
}

func (s *table) has(words string) bool {
	return slices.ContainsFunc(s.said(), func(said string) bool { return strings.HasPrefix(said, words) })
}

func (s *table) touch(words string) {
	s.t.Helper()
	for _, stop := range ui.Stops(s.Content()) {
		if stop.Act != nil && strings.HasPrefix(stop.Item.Text, words) {
			stop.Act()
			return
		}
	}
	s.t.Fatalf("nothing to touch says %q: %q", words, s.said())
}

func (s *table) key(names ...fyne.KeyName) {
	for _, name := range names {
		if s.focused != nil {
			s.focused.TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
}

func mistake(file string, line int, severity authoring.Severity) authoring.Problem {
	return authoring.Problem{File: file, Line: line, Col: 1, Rule: "rule", Severity: severity, Message: "what is wrong in " + file, Mend: "what mends it"}
}

var (
	unreadable = mistake("people.yaml", 2, authoring.Error)
	uncited    = mistake("cases/bosnia/timeline.yaml", 9, authoring.Error)
	stale      = mistake("cases/bosnia/timeline.fr.yaml", 4, authoring.Warning)
	nowhere    = mistake("strange.yaml", 0, authoring.Error)
)

func TestTheMistakesOfThePageComeFirst(t *testing.T) {
	s := newTable(t, "en", stale, uncited, unreadable)
	if !s.has("Mistakes: 2") || !s.has("Remarks: 1") || s.has("On this page") {
		t.Errorf("on a page that none is about it says %q", s.said())
	}
	s.look("people?x=y")
	said := s.said()
	here, mend, stand := slices.Index(said, "On this page"), slices.Index(said, "To be mended"), slices.Index(said, "Remarks, which may stand")
	if here < 0 || here > mend || mend > stand || !strings.HasPrefix(said[here+1], "people.yaml:2. what is wrong in people.yaml. what mends it.") {
		t.Errorf("it says %q", said)
	}
}

func TestAMistakeLeadsToItsPageAndIsCopied(t *testing.T) {
	s := newTable(t, "en", uncited, nowhere)
	s.touch("cases/bosnia/timeline.yaml:9")
	if !slices.Equal(s.went, []string{"event/bosnia/srebrenica-falls"}) || !slices.Equal(s.copied, []string{"cases/bosnia/timeline.yaml:9"}) {
		t.Errorf("it went to %v and copied %v", s.went, s.copied)
	}
	if !s.has("Copied: cases/bosnia/timeline.yaml:9") {
		t.Errorf("that it was copied is not said: %q", s.said())
	}
	s.touch("strange.yaml")
	if len(s.went) != 1 || s.copied[1] != "strange.yaml" {
		t.Errorf("a mistake of no page led to %v and copied %v", s.went, s.copied)
	}
}

func TestTheMistakesCanBePutAway(t *testing.T) {
	s := newTable(t, "en", uncited)
	width := s.kiosk.Size().Width
	s.touch("Put the mistakes away")
	if s.has("cases/bosnia") || !s.has("Mistakes: 1") || s.kiosk.Size().Width != 1366 || width >= 1366 {
		t.Errorf("put away, it says %q and the kiosk is %v wide after %v", s.said(), s.kiosk.Size().Width, width)
	}
	s.touch("Show the mistakes")
	if !s.has("cases/bosnia") || s.kiosk.Size().Width != width {
		t.Errorf("brought back, it says %q", s.said())
	}
}

func TestEverythingCanBeDoneByKeys(t *testing.T) {
	s := newTable(t, "en", uncited, unreadable, stale)
	s.touch("Put the mistakes away")
	s.Enter()
	if s.focused != s.Keeper() || !s.has("cases/bosnia") {
		t.Fatalf("the keys are not among the mistakes: %q", s.said())
	}
	s.key(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyReturn)
	s.key(fyne.KeyDown, fyne.KeySpace)
	if len(s.copied) != 2 || s.copied[0] == s.copied[1] {
		t.Errorf("copied %v", s.copied)
	}
	for range 9 {
		s.key(fyne.KeyUp)
	}
	s.key(fyne.KeyEnter)
	if s.has("cases/bosnia") {
		t.Error("the first thing does not put the mistakes away")
	}
	s.key(fyne.KeyEscape)
	if s.left != 1 {
		t.Error("Escape does not lead back to the kiosk")
	}
}

// TestTheKeysStayWithTheirMistake reorders the list under the cursor.
func TestTheKeysStayWithTheirMistake(t *testing.T) {
	s := newTable(t, "en", uncited, unreadable)
	s.Enter()
	s.key(fyne.KeyDown)
	s.look("people") // the second comes first
	s.key(fyne.KeyReturn)
	if !slices.Equal(s.copied, []string{"people.yaml:2"}) {
		t.Errorf("copied %v", s.copied)
	}
}

func TestWhatIsNotAsItSeemsIsSaid(t *testing.T) {
	tests := []struct {
		name string
		make func(v *studio.View)
		says string
	}{
		{"no mistakes", func(*studio.View) {}, "No mistakes were found."},
		{"a broken file", func(v *studio.View) { v.Edition.Held = []string{"people.yaml"} }, "The last good version is shown of people.yaml"},
		{"a folder that is gone", func(v *studio.View) { v.Edition.Gone = os.ErrNotExist }, "The folder cannot be reached."},
		{"a folder without news", func(v *studio.View) { v.Looked = true }, "The system tells of no changes here"},
		{"a page that is gone", func(v *studio.View) { v.Address, v.Lost = "event/bosnia/no-more", true }, "The page that was shown is no longer in the archive: event/bosnia/no-more"},
		{"being read", func(v *studio.View) { v.Busy = true }, "Reading…"},
		{"being checked", func(v *studio.View) { v.Edition.Stage = proof.Whole }, "Checking…"},
		{"nothing yet", func(v *studio.View) { v.Edition.Archive = &content.Archive{} }, "There is nothing to show yet."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newTable(t, "en")
			tt.make(&s.view)
			s.Show(s.view)
			if !s.has(tt.says) {
				t.Errorf("it says %q", s.said())
			}
		})
	}
}

func TestAPageThatIsGoneHasOneAbove(t *testing.T) {
	for address, want := range map[string]string{
		"event/bosnia/no-more": "case/bosnia", "case/bosnia/essay": "case/bosnia", "case/no-more": "home", "person/no-more": "people",
		"place/no-more": "places", "term/no-more": "glossary", "speech/no-more": "speeches", "lesson/no-more": "lessons", "media/no-more": "pictures",
	} {
		s := newTable(t, "en")
		s.view.Address, s.view.Lost = address, true
		s.Show(s.view)
		s.touch("To the page above it")
		if !slices.Equal(s.went, []string{want}) {
			t.Errorf("above %s is %v, want %s", address, s.went, want)
		}
	}
}

func TestTheListIsBounded(t *testing.T) {
	var many []authoring.Problem
	for i := range 5000 {
		many = append(many, mistake("cases/bosnia/timeline.yaml", i+1, authoring.Error))
	}
	s := newTable(t, "en", many...)
	if !s.has("Mistakes: 5,000") || !s.has("4,800 more") || len(s.said()) > 300 {
		t.Errorf("%d things are said", len(s.said()))
	}
}

func TestWhereThingsStand(t *testing.T) {
	tests := []struct {
		name          string
		lang          content.Lang
		width, height float32
		beside        bool
		kioskAt       bool // where the window begins
	}{
		{"an office screen", "en", 1366, 768, true, true},
		{"a large one", "de", 1920, 1080, true, true},
		{"from right to left", "ar", 1920, 1080, true, false},
		{"half a screen", "en", 960, 1080, false, true},
		{"half a screen from right to left", "he", 960, 1080, false, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := newTable(t, tt.lang, uncited)
			s.Content().Resize(fyne.NewSize(tt.width, tt.height))
			at, size := s.kiosk.Position(), s.kiosk.Size()
			if beside := size.Width < tt.width; beside != tt.beside || at.X == 0 != tt.kioskAt {
				t.Errorf("the kiosk is at %v, %v", at, size)
			}
			if size.Width < 640 || size.Height < 480 {
				t.Errorf("the kiosk has %v", size)
			}
			for _, target := range ui.Targets(s.Content()) {
				end := target.At.AddXY(target.Size.Width, target.Size.Height)
				if target.At.X < 0 || target.At.Y < 0 || end.X > tt.width+0.5 || end.Y > tt.height+0.5 {
					t.Errorf("%q is at %v to %v", target.Item.Text, target.At, end)
				}
				if target.Size.Height < 32 {
					t.Errorf("%q is %v high", target.Item.Text, target.Size.Height)
				}
			}
		})
	}
}

// TestAKioskWithNothingToShowIsAway holds that a kiosk is seen only with an archive.
func TestAKioskWithNothingToShowIsAway(t *testing.T) {
	s := newTable(t, "en")
	full := s.view.Edition.Archive
	s.view.Edition.Archive = &content.Archive{}
	s.Show(s.view)
	if s.kiosk.Visible() {
		t.Error("an empty kiosk is seen")
	}
	s.view.Edition.Archive = full
	s.Show(s.view)
	if !s.kiosk.Visible() || s.has("There is nothing to show yet.") {
		t.Error("the kiosk does not come back")
	}
}
