package kiosk_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"vigil/app/kiosk"
	"vigil/app/screen"
	"vigil/app/ui"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/lesson"
	"vigil/content/route"
)

// projector is a second monitor, or none.
type projector struct {
	there bool
	wall  fyne.CanvasObject // nil while its window is closed
}

func (p *projector) Count() int {
	if p.there {
		return 2
	}
	return 1
}

func (p *projector) OnChange(func(int)) {}

func (p *projector) Open(wall fyne.CanvasObject, _ func(*fyne.KeyEvent), _ func(rune)) error {
	p.wall = wall
	wall.Resize(landscape)
	return nil
}

func (p *projector) Close() { p.wall = nil }

// classroom is a kiosk on which a class can be given.
type classroom struct {
	*shell
	t    *testing.T
	on   *projector
	data string

	speaks content.Lang
}

func (c *classroom) say(id string) string { return said(string(c.speaks), id) }

func newClassroom(t *testing.T, size fyne.Size, second bool) *classroom {
	t.Helper()
	c := &classroom{t: t, on: &projector{there: second}, data: t.TempDir(), speaks: "en"}
	c.up(size)
	return c
}

// up starts the kiosk on what is in its folder.
func (c *classroom) up(size fyne.Size) {
	s := &shell{now: time.Date(2026, 5, 4, 10, 0, 0, 0, time.UTC), voice: &recorder{heard: make(chan struct{}, 10_000)}, staff: &staff{}, todo: make(todo, 1000)}
	s.Shell = kiosk.New(kiosk.Config{
		World: kiosk.World{Archive: archive(), Catalogue: catalogue(), Setter: setter(), Finder: finder()}, Lang: "en",
		Load:   ui.LoadNow(func(err error) { c.t.Errorf("load: %v", err) }),
		OnShow: func(sc *screen.Screen) { s.shown = append(s.shown, sc.Route.String()) },
		Focus:  func(o fyne.Focusable) { s.focused = o },
		Now:    func() time.Time { return s.now }, Speaker: s.voice, Staff: s.staff, ClassDir: c.data, Monitors: c.on,
		Do: func(f func()) { s.todo <- f },
	})
	s.Content().Resize(size)
	c.shell = s
}

// do does what the first thing on the page does that begins with these words.
func (c *classroom) do(words string) {
	c.t.Helper()
	for _, stop := range ui.Stops(c.Screen().Body) {
		if stop.Act != nil && strings.HasPrefix(stop.Item.Text, words) {
			stop.Act()
			return
		}
	}
	c.t.Fatalf("at %s nothing says %q:\n%s", c.Address(), words, c.said())
}

// enter opens the staff door with a code.
func (c *classroom) enter(code string) {
	c.t.Helper()
	c.Go("staff")
	for _, digit := range code {
		c.do(catalogue().Locale(c.speaks).Digits(string(digit)))
	}
	c.do(c.say("keyboard.done"))
}

// taught is the lesson of these tests.
const taught = "a-promise-and-the-names"

// begin gives it, from the door on.
func (c *classroom) begin() {
	c.t.Helper()
	c.enter("1357")
	c.do(said("en", "staff.class"))
	c.do(archive().Lesson(taught).Words["en"].Title)
	c.do(said("en", "class.toplan"))
	c.start()
}

// start answers the content notes of a plan and begins it.
func (c *classroom) start() {
	c.t.Helper()
	for range 50 {
		if strings.Contains(c.said(), c.say("class.begin")) {
			break
		}
		c.answer()
	}
	c.do(c.say("class.begin"))
}

// answer answers the next content note.
func (c *classroom) answer() {
	for _, stop := range ui.Stops(c.Screen().Body) {
		if stop.Act != nil && strings.HasSuffix(stop.Item.Text, c.say("class.answer")) {
			stop.Act()
			return
		}
	}
}

// lend hands the kiosk to the learners from the presenter view or the controls.
func (c *classroom) lend(id string) {
	c.t.Helper()
	if !c.on.there {
		c.do(c.say("class.controls"))
	}
	c.do(c.say(id))
}

// wall is what the second monitor says.
func (c *classroom) wall() string {
	if c.on.wall == nil {
		return ""
	}
	return items(ui.Outline(c.on.wall))
}

// An educator's code opens the class and nothing else; the staff's opens both.
func TestWhoOpensWhat(t *testing.T) {
	for code, leaves := range map[string]bool{"1357": false, "2468": true} {
		c := newClassroom(t, landscape, false)
		c.enter(code)
		if !strings.Contains(c.said(), said("en", "staff.class")) {
			t.Errorf("%s opens no class:\n%s", code, c.said())
		}
		if strings.Contains(c.said(), said("en", "staff.leave")) != leaves {
			t.Errorf("%s: the kiosk can be closed: %v", code, !leaves)
		}
		if c.do(said("en", "staff.class")); c.Address() != "class" || c.Screen().Lost {
			t.Errorf("%s leads to %s", code, c.Address())
		}
		// Who goes on to a page of the visitors' has shut the door.
		c.Go("home")
		if c.Go("class"); !c.Screen().Lost {
			t.Errorf("%s: the class is open to the next visitor", code)
		}
		if c.Go("staff"); strings.Contains(c.said(), said("en", "staff.class")) {
			t.Errorf("%s: the door is open to the next visitor", code)
		}
	}
	t.Run("not while a class is on the wall", func(t *testing.T) {
		c := newClassroom(t, landscape, false)
		c.begin()
		if c.Go("staff"); strings.Contains(c.said(), said("en", "staff.class")) {
			t.Error("the door stands open behind the educator")
		}
		c.enter("2468")
		if !strings.Contains(c.said(), said("en", "staff.leave")) {
			t.Error("staff cannot close the kiosk while a class is given")
		}
	})
}

// classParts are the addresses of a class.
var classParts = []string{"class", "class/plan", "class/present", "class/answers", "class/explore", "class/write", "class/sheets", "class/build", "class/nowhere", "class/present?x=1", "class/present#p1"}

// A visitor who knows the addresses of a class sees the calm page.
func TestNobodyComesIntoAClassByItsAddress(t *testing.T) {
	for _, address := range classParts {
		for how, try := range map[string]func(s *shell){
			"at the start": func(s *shell) { s.Go(address) },
			"by a link":    func(s *shell) { s.Go("home"); s.Go(address) },
			"in place":     func(s *shell) { s.Go("people"); s.Replace(address) },
			"back":         func(s *shell) { s.Go("people"); s.Go(address); s.Go("home"); s.Go(address); s.Back() },
			"by language":  func(s *shell) { s.Go(address); s.Speak("fr"); s.Go(address) },
		} {
			s := newShell(t, landscape)
			try(s)
			if strings.HasPrefix(s.Address(), "class") && !s.Screen().Lost {
				t.Errorf("%s %s: it opens:\n%s", address, how, s.said())
			}
		}
		s := newShell(t, landscape)
		for _, hit := range find(t, finder(), address) {
			if strings.HasPrefix(hit.Route, "class") {
				t.Errorf("%s is found", hit.Route)
			}
		}
		if s.Keep(address); strings.Contains(items(s.Outline()), address) {
			t.Errorf("%s is kept", address)
		}
	}
}

// While the educator leads, nothing but the class and the door is on the kiosk.
func TestNothingButTheClassWhileItIsLed(t *testing.T) {
	c := newClassroom(t, landscape, true)
	c.begin()
	for _, address := range append(screen.Everywhere(archive())[:40:40], classParts...) {
		for _, open := range []func(string){c.Go, c.Replace} {
			open(address)
			r, _ := route.Parse(c.Address())
			if r.Kind != route.Class || r.ID(0) != "present" && r.ID(0) != "answers" {
				t.Fatalf("%s leads to %s", address, c.Address())
			}
		}
		c.Back()
	}
}

// among reports whether learners may see an address while they look around.
func among(set lesson.Set, address string) bool {
	r, err := route.Parse(address)
	if err != nil {
		return false
	}
	switch r.Kind {
	case route.Search, route.Pause, route.Languages, route.Staff:
		return true
	case route.Class:
		return r.ID(0) == "explore"
	}
	return set.Has(r)
}

// planned is the set of the class that begin gives.
func planned() lesson.Set {
	return lesson.For(archive().Lesson(taught), lesson.Bands[1], 45).Within(archive())
}

// Learners see the pages of the lesson and no other, whatever they try.
func TestLearnersStayAmongThePages(t *testing.T) {
	set := planned()
	c := newClassroom(t, landscape, true)
	c.begin()
	c.lend("class.explore")
	check := func(after string) {
		t.Helper()
		if !among(set, c.Address()) {
			t.Fatalf("%s leads to %s", after, c.Address())
		}
		if c.Address() != "staff" && strings.Contains(c.said(), said("en", "class.end")) {
			t.Fatalf("%s shows what the educator can do", after)
		}
	}
	for _, address := range slices.Concat(kindsOfPages, some(screen.Everywhere(archive()), 15), classParts, []string{"no route at all", "", "case/bosnia/essay?found=x", "attract?scene=2"}) {
		c.Go(address)
		check("going to " + address)
		c.Replace(address)
		check("turning into " + address)
		c.Key(&fyne.KeyEvent{Name: fyne.KeyBackspace}) // away from what is told over the page
	}
	for range 300 {
		c.Back()
		check("going back")
	}
	c.Key(&fyne.KeyEvent{Name: fyne.KeyHome})
	check("going home")
	for _, words := range []string{"srebrenica", "kigali", "hitler", "1994", "who", "names", "court"} {
		c.Go("search?q=" + words)
		for _, stop := range ui.Stops(c.Screen().Body) {
			if stop.Item.Role == voice.Link && !among(set, stop.Item.Action) && !strings.HasPrefix(stop.Item.Action, "search") {
				t.Errorf("searching %q leads to %s", words, stop.Item.Action)
			}
		}
	}
	random := rand.New(rand.NewPCG(1, 14))
	for range 250 {
		stops := slices.DeleteFunc(ui.Stops(c.Content()), func(s ui.Stop) bool { return s.Act == nil })
		stop := stops[random.IntN(len(stops))]
		before := c.Address()
		stop.Act()
		check(fmt.Sprintf("%q at %s", stop.Item.Text, before))
	}
}

// some is every n-th of a list.
func some(all []string, n int) []string {
	var out []string
	for i := 0; i < len(all); i += n {
		out = append(out, all[i])
	}
	return out
}

// What learners had open before a crash is opened again, but no other page, whatever is
// written in the file.
func TestWhereLearnersStoodIsChecked(t *testing.T) {
	set := planned()
	c := newClassroom(t, landscape, true)
	c.begin()
	c.lend("class.explore")
	c.Go(set.Stops[0][0])
	at := c.Address()
	c.up(landscape)
	if !c.Resume() || c.Address() != at {
		t.Fatalf("taken up at %s, not %s", c.Address(), at)
	}
	file := filepath.Join(c.data, "session", "class.json")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	forged := strings.Replace(string(data), fmt.Sprintf("%q", at), `"class/present","sources","case/holocaust/findings"`, 1)
	if forged == string(data) {
		t.Fatalf("the file does not say where learners stood: %s", data)
	}
	if err := os.WriteFile(file, []byte(forged), 0o600); err != nil {
		t.Fatal(err)
	}
	c.up(landscape)
	c.Resume()
	for range 4 {
		if !among(set, c.Address()) {
			t.Errorf("taken up at %s", c.Address())
		}
		c.Back()
	}
}

// types types into what has the keys, as a keyboard does: what no field takes goes to
// the kiosk.
func (c *classroom) types(words string) {
	for _, r := range words {
		c.focused.TypedRune(r)
	}
}

// After a class the kiosk is as it was when it was new.
func TestNothingIsLeftOfAClass(t *testing.T) {
	fresh := newShell(t, landscape)
	fresh.Reset()
	for name, end := range map[string]func(c *classroom){
		"by the educator": func(c *classroom) {
			c.Key(&fyne.KeyEvent{Name: fyne.KeyF5})
			c.do(said("fr", "class.end"))
			c.do(said("fr", "class.endsure"))
		},
		"by time": func(c *classroom) {
			for range 45 * 60 {
				if c.pass(1); c.on.wall == nil {
					break
				}
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := newClassroom(t, landscape, true)
			c.begin()
			c.lend("class.write")
			c.types("secretname.b")
			c.focused.(*text.Field).TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			c.Key(&fyne.KeyEvent{Name: fyne.KeyF5})
			c.lend("class.explore")
			c.Go(planned().Stops[0][0])
			c.Keep(c.Address())
			c.Speak("fr")
			c.SetText(2)
			c.SetLight(true)
			if end(c); c.on.wall != nil {
				t.Error("the wall is still open")
			}
			if got, want := items(c.Outline()), items(fresh.Outline()); got != want {
				t.Errorf("shows\n%s\nwant\n%s", got, want)
			}
			if look := c.Look(); look.Text != 1 || look.Palette.Name != "dark" || look.Lang != "en" {
				t.Errorf("looks like %+v", look)
			}
			if left, _ := filepath.Glob(filepath.Join(c.data, "session", "*")); len(left) > 0 {
				t.Errorf("on the disk is %v", left)
			}
			if c.Go("selection"); strings.Contains(c.said(), archive().Lesson(taught).Words["en"].Title) {
				t.Error("something is kept")
			}
			for _, address := range []string{"case/rwanda", "case/holocaust"} {
				if c.Go(address); len(archive().Case(strings.TrimPrefix(address, "case/")).Caution) > 0 && !strings.Contains(c.said(), said("en", "note.before")) {
					t.Errorf("%s is shown without its note", address)
				}
			}
			c.enter("1357")
			c.do(said("en", "staff.class"))
			if strings.Contains(c.said(), said("en", "class.toplan")) {
				t.Error("what the last educator chose is still chosen")
			}
		})
	}
	t.Run("of one that was only chosen", func(t *testing.T) {
		c := newClassroom(t, landscape, false)
		c.enter("1357")
		c.do(said("en", "staff.class"))
		c.do(archive().Lesson(taught).Words["en"].Title)
		c.Reset()
		c.enter("1357")
		c.do(said("en", "staff.class"))
		if strings.Contains(c.said(), said("en", "class.toplan")) {
			t.Error("what the last educator chose is still chosen")
		}
	})
}

// One press of the period key comes as a key and as a letter, and acts once; what a
// learner types is an answer and nothing else.
func TestThePeriodActsOnce(t *testing.T) {
	c := newClassroom(t, landscape, true)
	c.begin()
	lit := c.wall()
	if lit == "" {
		t.Fatal("the wall says nothing")
	}
	for _, key := range []struct {
		name   fyne.KeyName
		letter rune
	}{{fyne.KeyPeriod, '.'}, {fyne.KeyB, 'b'}} {
		for _, want := range []string{"", lit} {
			c.focused.TypedKey(&fyne.KeyEvent{Name: key.name})
			c.focused.TypedRune(key.letter)
			if got := c.wall(); got != want {
				t.Fatalf("after %q the wall says %q, not %q", key.letter, got, want)
			}
		}
	}
	c.lend("class.write")
	before := c.wall()
	field, ok := c.focused.(*text.Field)
	if !ok {
		t.Fatalf("the keys go to %T", c.focused)
	}
	for _, r := range "b. B." {
		field.TypedKey(&fyne.KeyEvent{Name: map[rune]fyne.KeyName{'.': fyne.KeyPeriod, ' ': fyne.KeySpace}[r]})
		field.TypedRune(r)
	}
	if field.Text() != "b. B." || c.wall() != before || c.Address() != "class/write" {
		t.Errorf("the field has %q, at %s the wall says\n%s", field.Text(), c.Address(), c.wall())
	}
}

// A picture with a content note, and a history with a caution, is shown to learners only
// where the educator has answered the note.
func TestNotesCountAsAnsweredOnlyWhereTheyWere(t *testing.T) {
	c := newClassroom(t, landscape, true)
	c.begin()
	c.lend("class.explore")
	answered := map[string]bool{}
	for _, n := range lesson.For(archive().Lesson(taught), lesson.Bands[1], 45).Touches(archive()) {
		answered[n.ID] = true
	}
	asked := 0
	for _, address := range planned().Pages() {
		r, _ := route.Parse(address)
		if r.Kind != route.Case || len(archive().Case(r.ID(0)).Caution) == 0 {
			continue
		}
		asked++
		if c.Go(address); strings.Contains(c.said(), said("en", "note.before")) == answered["caution/"+r.ID(0)] {
			t.Errorf("%s asks: %v", address, answered["caution/"+r.ID(0)])
		}
	}
	if asked == 0 {
		t.Error("no page of the class has a caution: this test cannot fail")
	}
}

// settle is how an educator has the kiosk.
func (c *classroom) settle(set setting) {
	c.Go("home")
	c.Speak(set.lang)
	c.SetText(set.text)
	c.speaks = set.lang
}

// eachClassPage opens each page of a class, as it is on one screen or on two.
func (c *classroom) eachClassPage(visit func(page string)) {
	c.enter("1357")
	c.do(c.say("staff.class"))
	visit("class")
	c.do(archive().Lesson(taught).Words[c.speaks].Title)
	visit("class, chosen")
	c.Go("class/build")
	visit("class/build")
	c.Go("class/plan")
	visit("class/plan")
	c.Go("class/sheets")
	visit("class/sheets")
	c.Back()
	c.start()
	visit("class/present")
	c.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	visit("class/present, controls")
	if !c.on.there {
		c.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	}
	c.lend("class.write")
	c.types("abc")
	visit("class/write")
	c.do(c.say("class.send"))
	c.Key(&fyne.KeyEvent{Name: fyne.KeyF5})
	c.Go("class/answers")
	visit("class/answers")
	if !c.on.there {
		c.do(c.say("class.readhere"))
		visit("class/answers, read")
	}
	c.Go("class/present")
	c.lend("class.explore")
	visit("class/explore")
	c.Go("search")
	visit("search")
	c.Go("sources")
	visit("told that a page is outside")
}

// classSettings are the ways in which class pages are tried.
func classSettings() []setting {
	return []setting{
		{landscape, "en", 1}, {landscape, "ar", 2}, {portrait, "en", 2}, {portrait, "ar", 1}, {fyne.NewSize(1366, 768), "rw", 1}, {fyne.NewSize(1366, 768), "de", 2},
	}
}

// A finger needs 64 px on a page of a class as on any other, no two targets share a
// place, the keys come to each, and each says what it is.
func TestClassPagesAreReached(t *testing.T) {
	for _, set := range sampled(classSettings()) {
		for _, second := range []bool{false, true} {
			t.Run(fmt.Sprintf("%v, second monitor %v", set, second), func(t *testing.T) {
				c := newClassroom(t, set.size, second)
				c.settle(set)
				c.eachClassPage(func(page string) {
					c.touchable(page, set)
					c.walkable(page)
				})
			})
		}
	}
}

// lowKey is the least of a key on a keyboard where the screen is low, px at 1x.
const lowKey = 48

// touchable checks the targets of each view of a page.
func (c *classroom) touchable(page string, set setting) {
	c.t.Helper()
	bar := set.size.Height - ui.BarHeight
	if c.Screen().Bare {
		bar = set.size.Height
	}
	for view := range 12 {
		targets := c.Targets()
		for i, a := range targets {
			if strings.TrimSpace(a.Item.Text) == "" {
				c.t.Errorf("%s: a target says nothing: %+v", page, a)
			}
			least := ui.Touch
			if set.size.Height < landscape.Height {
				least = lowKey
			}
			if a.Size.Width < least || a.Size.Height < least {
				c.t.Errorf("%s, view %d: %q is %gx%g", page, view, a.Item.Text, a.Size.Width, a.Size.Height)
			}
			if a.At.X < 0 || a.At.X+a.Size.Width > set.size.Width+0.5 || a.At.Y < 0 || a.At.Y+a.Size.Height > set.size.Height+0.5 {
				c.t.Errorf("%s: %q stands at %v, %v large", page, a.Item.Text, a.At, a.Size)
			}
			for _, b := range targets[:i] {
				whole := func(x ui.Target) bool { return x.Size == set.size || x.Item.Text == c.say("class.nocontrols") }
				if whole(a) || whole(b) || a.At.Y+a.Size.Height > bar != (b.At.Y+b.Size.Height > bar) {
					continue // what lies over the wall, or partly under the bar
				}
				if a.At.X < b.At.X+b.Size.Width-1 && b.At.X < a.At.X+a.Size.Width-1 && a.At.Y < b.At.Y+b.Size.Height-1 && b.At.Y < a.At.Y+a.Size.Height-1 {
					c.t.Errorf("%s: %q lies on %q", page, a.Item.Text, b.Item.Text)
				}
			}
		}
		if !c.PageDown() {
			return
		}
	}
}

// walkable checks that the keys of a keypad come to everything that can be done.
func (c *classroom) walkable(page string) {
	c.t.Helper()
	if c.Address() == "class/present" && !c.on.there && !strings.Contains(c.said(), c.say("class.end")) {
		return // the keys lead the wall
	}
	want, got := map[string]int{}, map[string]int{}
	all := c.Outline()
	for _, item := range all {
		want[item.Text]++
		if strings.TrimSpace(item.Text) == "" && item.Role != voice.Image {
			c.t.Errorf("%s: something has no words for the voice: %+v", page, item)
		}
	}
	for range len(all) {
		c.Step(1)
		at, ok := c.Cursor()
		if !ok {
			break
		}
		got[at.Item.Text]++
		if at.Act != nil && !at.Inline && !at.InView() {
			c.t.Errorf("%s: the keys come to %q, which is not in view", page, at.Item.Text)
		}
	}
	if page == "told that a page is outside" {
		return
	}
	for text, n := range want {
		if got[text] != n {
			c.t.Errorf("%s: the keys come to %q %d times of %d", page, text, got[text], n)
		}
	}
	c.Felt()
}
