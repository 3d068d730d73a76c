package desk_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/classroom/builder"
	"vigil/app/classroom/desk"
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
	os.Exit(m.Run())
}

var (
	bundled = sync.OnceValue(func() *content.Archive {
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
	scan   = sync.OnceValue(func() screen.Finder { return scanner{search.Scan(bundled())} })
)

type scanner struct{ *search.Searcher }

func (scanner) Ready() bool { return true }

// setting is how an educator has the screen.
type setting struct {
	lang content.Lang
	size fyne.Size
	text float32
	lit  bool
}

var usual = setting{"en", fyne.NewSize(1920, 992), 1, false}

// kiosk is as much of a shell as a desk needs.
type kiosk struct {
	t      testing.TB
	set    setting
	desk   *desk.Desk
	window fyne.Window
	now    *screen.Screen
	stop   context.CancelFunc
	saved  []string
}

// newKiosk is a kiosk with its data in a folder, and sticks.
func newKiosk(t testing.TB, set setting, data string, sticks ...builder.Shelf) *kiosk {
	t.Helper()
	k := &kiosk{t: t, set: set, window: test.NewTempWindow(t, nil), stop: func() {}}
	k.window.SetPadded(false)
	k.desk = desk.New(desk.Config{
		Store: builder.NewStore(data + "/drafts"), Kiosk: builder.NewFolder("", data), Sticks: func() []builder.Shelf { return sticks },
		Again: k.again, Saved: func(on builder.Shelf, id string) { k.saved = append(k.saved, on.Name()+"/"+id) },
	})
	k.again()
	return k
}

func (k *kiosk) deps() screen.Deps {
	c := catalogue()
	var locales []*i18n.Locale
	for _, l := range c.Languages() {
		locales = append(locales, c.Locale(l))
	}
	locale := c.Locale(k.set.lang)
	look := ui.Look{
		Setter: setter(), Palette: ui.Dark(), Text: k.set.text, RTL: locale.RTL(), Lang: string(k.set.lang),
		Portrait: k.set.size.Height > k.set.size.Width, Low: k.set.size.Height+ui.BarHeight < ui.LowBelow,
	}
	if k.set.lit {
		look.Palette = ui.Light()
	}
	look.Narrow = look.TooNarrow(k.set.size.Width)
	return screen.Deps{
		World: screen.World{Archive: bundled(), Languages: locales, Finder: scan(), Load: ui.LoadNow(func(err error) { k.t.Errorf("load: %v", err) })},
		View:  screen.View{Locale: locale, Look: look, Size: k.set.size},
		Deeds: screen.Deeds{Changed: func() {}, Key: func(*fyne.KeyEvent) {}},
	}
}

func (k *kiosk) again() {
	k.stop()
	var ctx context.Context
	ctx, k.stop = context.WithCancel(context.Background())
	k.now = desk.Page(ctx, k.deps(), k.desk)
	k.window.SetContent(k.now.Body)
	k.window.Resize(k.set.size)
}

func (k *kiosk) say(id string) string { return catalogue().Locale(k.set.lang).Say(id) }

// stops are the things of the page, in the order of reading.
func (k *kiosk) stops() []ui.Stop { return ui.Stops(k.now.Body) }

// find is the n-th thing that says something, brought into view.
func (k *kiosk) find(words string, n int) ui.Stop {
	k.t.Helper()
	seen := 0
	for i, s := range k.stops() {
		if s.Act == nil || !strings.Contains(s.Item.Text, words) {
			continue
		}
		if seen++; seen > n {
			return k.bring(i)
		}
	}
	k.t.Fatalf("nothing that can be touched says %q:\n%s", words, k.said())
	return ui.Stop{}
}

// bring brings the i-th thing into view, as the shell does for the keys.
func (k *kiosk) bring(i int) ui.Stop {
	s := k.stops()[i]
	if s.In == nil || s.InView() {
		return s
	}
	s.In.Bring(s.Index)
	if s = k.stops()[i]; !s.InView() {
		s.In.MoveTo(s.In.Offset() + s.At.Y - k.set.size.Height*0.3)
	}
	return k.stops()[i]
}

// tap touches what says something.
func (k *kiosk) tap(words string) {
	k.t.Helper()
	k.find(words, 0).Act()
}

// touch touches the middle of a target, as a finger does.
func (k *kiosk) touch(words string) {
	k.t.Helper()
	k.find(words, 0)
	for _, target := range ui.Targets(k.now.Body) {
		if strings.Contains(target.Item.Text, words) {
			at := fyne.NewPos(target.At.X+target.Size.Width/2, target.At.Y+target.Size.Height/2)
			test.TapCanvas(k.window.Canvas(), at)
			return
		}
	}
	k.t.Fatalf("nothing in view says %q", words)
}

// write types into the n-th field beneath a label.
func (k *kiosk) write(label, words string) {
	k.t.Helper()
	all := k.stops()
	i := slices.IndexFunc(all, func(s ui.Stop) bool { return s.Item.Role == voice.Text && s.Item.Text == label })
	if i < 0 {
		i = slices.IndexFunc(all, func(s ui.Stop) bool { return s.Item.Text == label })
	}
	if i < 0 {
		k.t.Fatalf("there is no label %q:\n%s", label, k.said())
	}
	for j := i; j < len(all); j++ {
		if all[j].Item.Role == voice.Field {
			k.bring(j).Act()
			k.typed(words)
			return
		}
	}
	k.t.Fatalf("there is no field beneath %q", label)
}

// typed types on a real keyboard.
func (k *kiosk) typed(words string) {
	k.t.Helper()
	focused := k.window.Canvas().Focused()
	if focused == nil {
		k.t.Fatal("nothing takes the keys")
	}
	for _, r := range words {
		if r == '\n' {
			focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			continue
		}
		focused.TypedRune(r)
	}
}

// said is all that the page says, one thing a line.
func (k *kiosk) said() string {
	var out []string
	for _, item := range k.now.Outline() {
		out = append(out, string(item.Role)+" "+item.Text)
	}
	return strings.Join(out, "\n")
}

func (s setting) size2() string {
	return fmt.Sprintf("%gx%g-%g", s.size.Width, s.size.Height, s.text*100)
}
