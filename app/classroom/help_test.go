package classroom_test

import (
	"context"
	"image"
	"io/fs"
	"log/slog"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"vigil/app/classroom"
	"vigil/app/classroom/handout"
	"vigil/app/screen"
	"vigil/app/stick"
	"vigil/app/typeset"
	"vigil/app/ui"
	"vigil/app/ui/atlas"
	"vigil/assets"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/lesson"
	"vigil/content/route"
	"vigil/i18n"
)

func TestMain(m *testing.M) {
	test.NewApp()
	slog.SetDefault(slog.New(slog.DiscardHandler))
	os.Exit(m.Run())
}

func load() *content.Archive {
	return authoring.Load(context.Background(), content.Bundled()).Archive
}

// The archive, the words, the fonts and the land are read once for all tests.
var (
	bundled   = sync.OnceValue(load)
	catalogue = sync.OnceValue(func() *i18n.Catalogue {
		c, err := i18n.Load()
		if err != nil {
			panic(err)
		}
		return c
	})
	setter = sync.OnceValue(func() *typeset.Setter { return typeset.New(assets.Fonts()) })
	land   = sync.OnceValue(func() *atlas.Land { return atlas.NewLand(assets.Land()) })
)

// The walls that a class may have.
var (
	projector = fyne.NewSize(1920, 1080)
	small     = fyne.NewSize(1280, 720)
	old       = fyne.NewSize(1024, 768)
	upright   = fyne.NewSize(1080, 1920)
	walls     = []fyne.Size{projector, small, old, upright}
)

// kiosk is as much of a shell as a class needs.
type kiosk struct {
	t       testing.TB
	archive *content.Archive
	class   *classroom.Class
	walls   int
	lang    content.Lang
	size    fyne.Size
	now     time.Time
	at      string // the address of the page on the screen
	page    *screen.Screen
	stage   *classroom.Stage
	wall    software.WindowlessCanvas // made when it is first looked at
	left    bool
	files   fs.FS
}

var _ classroom.Kiosk = (*kiosk)(nil)

// newKiosk is a kiosk with so many walls of a size.
func newKiosk(t testing.TB, a *content.Archive, walls int, size fyne.Size) *kiosk {
	t.Helper()
	k := &kiosk{t: t, archive: a, walls: walls, lang: "en", size: projector, now: time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)}
	k.class = classroom.New(k, func() *content.Archive { return a }, t.TempDir(), func() time.Time { return k.now })
	k.stage = k.class.Stage()
	k.wall = software.NewCanvas()
	k.wall.SetPadded(false)
	k.wall.Resize(size)
	return k
}

// give begins a lesson in so many minutes.
func (k *kiosk) give(id string, minutes int, langs ...content.Lang) {
	k.t.Helper()
	l := k.archive.Lesson(id)
	if l == nil {
		k.t.Fatalf("there is no lesson %q", id)
	}
	k.class.Give(lesson.For(l, lesson.Bands[2], minutes), langs...)
	k.wall.SetContent(k.stage.Container)
}

func (k *kiosk) deps(lang content.Lang, size fyne.Size, text float32) screen.Deps {
	c := catalogue()
	var locales []*i18n.Locale
	for _, l := range c.Languages() {
		locales = append(locales, c.Locale(l))
	}
	locale := c.Locale(lang)
	look := ui.Look{Setter: setter(), Palette: ui.Dark(), Text: text, RTL: locale.RTL(), Lang: string(locale.Lang()), Portrait: size.Height > size.Width, Still: true}
	return screen.Deps{
		World: screen.World{Archive: k.archive, Languages: locales, Land: land(), Files: k.files, Load: ui.LoadNow(func(err error) { k.t.Errorf("load: %v", err) })},
		View:  screen.View{Locale: locale, Look: look, Size: size, Accepted: k.class.Answered},
		Deeds: screen.Deeds{Go: k.open, Replace: k.open, Note: func(string) {}, Changed: func() {}, Key: func(*fyne.KeyEvent) {}, Explain: func(string) {}},
	}
}

// View implements classroom.Kiosk.
func (k *kiosk) View(lang content.Lang, size fyne.Size, text float32) screen.Deps {
	return k.deps(lang, size, text)
}

// Refresh implements classroom.Kiosk.
func (k *kiosk) Refresh() {
	if k.class.Leads() && !strings.HasPrefix(k.at, "class/") {
		k.at = classroom.Present()
	}
	k.show()
}

// Walls implements classroom.Kiosk.
func (k *kiosk) Walls() int { return k.walls }

// Hand implements classroom.Kiosk.
func (k *kiosk) Hand(pages []string) { k.open(pages[len(pages)-1]) }

// Sheet implements classroom.Kiosk.
func (k *kiosk) Sheet(lesson.Plan, handout.Kind, []content.Lang) screen.Sheet { return nil }

// Sticks implements classroom.Kiosk.
func (k *kiosk) Sticks() []stick.Stick { return nil }

// SaveOn implements classroom.Kiosk.
func (k *kiosk) SaveOn(stick.Stick, string, screen.Sheet) {}

// Left implements classroom.Kiosk.
func (k *kiosk) Left() { k.left, k.page = true, nil }

func (k *kiosk) open(address string) {
	k.at = address
	k.show()
}

// show makes the page that is open, and the wall.
func (k *kiosk) show() {
	k.t.Helper()
	r, err := route.Parse(k.at)
	if err != nil {
		k.t.Fatalf("open %q: %v", k.at, err)
	}
	d := k.deps(k.lang, k.size, 1)
	if r.Kind == route.Class {
		k.page = k.class.Page(context.Background(), d, r, true)
	} else {
		k.page = screen.Build(context.Background(), d, r)
	}
	if k.page != nil {
		k.page.Body.Resize(k.size)
	}
	k.stage.Show()
}

// said is what the page says.
func (k *kiosk) said() string { return outline(k.page.Body) }

// onWall is what the wall says.
func (k *kiosk) onWall() string { return outline(k.stage.Container) }

func outline(o fyne.CanvasObject) string {
	var out []string
	for _, item := range ui.Outline(o) {
		out = append(out, item.Text)
	}
	return strings.Join(out, "\n")
}

// picture is the wall as it is seen.
func (k *kiosk) picture() *image.NRGBA { return captured(k.wall) }

func captured(c fyne.Canvas) *image.NRGBA {
	from := c.Capture()
	if same, ok := from.(*image.NRGBA); ok {
		return same
	}
	out := image.NewNRGBA(from.Bounds())
	for y := range from.Bounds().Dy() {
		for x := range from.Bounds().Dx() {
			out.Set(x, y, from.At(x, y))
		}
	}
	return out
}

// tap does what the first thing that says these words does.
func (k *kiosk) tap(words string) {
	k.t.Helper()
	stops := ui.Stops(k.page.Body)
	i := slices.IndexFunc(stops, func(s ui.Stop) bool { return s.Act != nil && strings.HasPrefix(s.Item.Text, words) })
	if i < 0 {
		k.t.Fatalf("at %s nothing says %q:\n%s", k.at, words, k.said())
	}
	stops[i].Act()
}

func say(lang content.Lang, id string) string { return catalogue().Locale(lang).Say(id) }
