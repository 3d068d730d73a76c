package kiosk_test

import (
	"context"
	"log/slog"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/kiosk"
	"vigil/app/screen"
	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/assets"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/search"
	"vigil/i18n"
)

func TestMain(m *testing.M) {
	test.NewApp()
	slog.SetDefault(slog.New(slog.DiscardHandler)) // bad routes are logged, and these tests go to many
	os.Exit(m.Run())
}

// The archive, the words and the fonts are read once for all tests.
var (
	archive = sync.OnceValue(func() *content.Archive {
		return authoring.Load(context.Background(), content.Bundled()).Archive
	})
	catalogue = sync.OnceValue(func() *i18n.Catalogue {
		c, err := i18n.Load()
		if err != nil {
			panic(err)
		}
		return c
	})
	setter = sync.OnceValue(func() *typeset.Setter { return typeset.New(assets.Fonts()) })
	finder = sync.OnceValue(func() *kiosk.Finder { return kiosk.NewFinder(archive()) })
)

var (
	landscape = fyne.NewSize(1920, 1080)
	portrait  = fyne.NewSize(1080, 1920)
)

// shell is a kiosk under test, with what it has told of itself.
type shell struct {
	*kiosk.Shell
	shown   []string // the route of each screen put in place
	focused fyne.Focusable
	now     time.Time
	voice   *recorder
	staff   *staff
	todo    todo
}

// recorder is a voice that keeps what it was given to say, in some languages.
type recorder struct {
	mu    sync.Mutex
	said  []voice.Utterance
	langs []string
	heard chan struct{} // gives one for each utterance that has begun
	done  chan struct{} // takes one for each utterance that may end; nil ends all at once
}

func (r *recorder) Speaks(lang string) bool { return slices.Contains(r.langs, lang) }

func (r *recorder) Say(ctx context.Context, u voice.Utterance) error {
	if !r.hear(ctx, u) {
		return ctx.Err()
	}
	r.heard <- struct{}{}
	if r.done == nil {
		return ctx.Err()
	}
	select {
	case <-r.done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// hear keeps an utterance that was not silenced before it began.
func (r *recorder) hear(ctx context.Context, u voice.Utterance) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	if ctx.Err() != nil {
		return false
	}
	r.said = append(r.said, u)
	return true
}

func (r *recorder) words() []string {
	r.mu.Lock()
	defer r.mu.Unlock()
	var out []string
	for _, u := range r.said {
		out = append(out, u.Text)
	}
	return out
}

// staff is a door with the code 2468, and 1357 for educators.
type staff struct{ left bool }

func (s *staff) Role(code string) screen.Role {
	return map[string]screen.Role{"2468": screen.Staff, "1357": screen.Educator}[code]
}

func (s *staff) Leave() { s.left = true }

// todo is the interface's goroutine of a test: what others ask of it waits until
// the test has time.
type todo chan func()

// newShell is a kiosk whose visitor has read the content notes.
func newShell(t testing.TB, size fyne.Size) *shell { return shellThat(t, size, true) }

func shellThat(t testing.TB, size fyne.Size, accepting bool) *shell {
	t.Helper()
	s := &shell{now: time.Date(2026, 5, 4, 10, 0, 0, 0, time.UTC), voice: &recorder{langs: []string{"en", "fr", "ar"}, heard: make(chan struct{}, 10_000)}, staff: &staff{}, todo: make(todo, 1000)}
	s.Shell = kiosk.New(kiosk.Config{
		World: kiosk.World{Archive: archive(), Catalogue: catalogue(), Setter: setter(), Finder: finder()}, Lang: "en",
		Load:   ui.LoadNow(func(err error) { t.Errorf("load: %v", err) }),
		OnShow: func(sc *screen.Screen) { s.shown = append(s.shown, sc.Route.String()) },
		Focus:  func(o fyne.Focusable) { s.focused = o },
		Now:    func() time.Time { return s.now }, Speaker: s.voice, Staff: s.staff, Accepting: accepting, ClassDir: t.TempDir(),
		Do: func(f func()) { s.todo <- f },
	})
	s.Content().Resize(size)
	return s
}

// said is the reading order of the page, without the bar.
func (s *shell) said() string {
	var words []string
	for _, item := range s.Screen().Outline() {
		words = append(words, item.Text)
	}
	return strings.Join(words, "\n")
}

// inView lists the events in view that can be touched: what they say depends on
// the language, what they lead to does not.
func (s *shell) inView() []string {
	var out []string
	for _, t := range s.Targets() {
		if t.Item.Role == voice.Link && strings.HasPrefix(t.Item.Action, "event/") {
			out = append(out, t.Item.Action)
		}
	}
	return out
}

func find(t *testing.T, f *kiosk.Finder, words string) []search.Hit {
	t.Helper()
	hits, err := f.Search(context.Background(), search.Query{Words: words, Lang: "en", Limit: 10})
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

// run does what waits for the interface's goroutine until the kiosk is silent.
func (s *shell) run(t testing.TB) {
	t.Helper()
	s.until(t, func() bool { return !s.Speaking() })
	s.drain()
}

// until does what waits for the interface's goroutine until something is so.
func (s *shell) until(t testing.TB, so func() bool) {
	t.Helper()
	for !so() {
		select {
		case f := <-s.todo:
			f()
		case <-s.voice.heard:
		case <-time.After(patience):
			t.Fatal("nothing happens any more")
		}
	}
}

// patience is far more than anything takes on a busy machine.
const patience = 5 * time.Minute
