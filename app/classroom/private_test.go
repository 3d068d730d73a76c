package classroom_test

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"log/slog"
	"math/rand/v2"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"vigil/app/classroom"
	"vigil/app/classroom/handout"
	"vigil/app/classroom/session"
	"vigil/app/paper"
	"vigil/app/ui"
	"vigil/content"
	"vigil/content/lesson"
	"vigil/content/search"
)

// Two words that are in no archive, of different lengths: whatever shows one shows
// itself, and whatever measures one differs by it.
const (
	secret = "Zyxqvok"
	other  = "Wvuqzyxqvokjumqxolix"
)

// markers are what is searched for, in lower case.
var markers = []string{strings.ToLower(secret), strings.ToLower(other)}

// marked is the bundled archive with a word in everything that is for the educator
// alone.
func marked(word string) *content.Archive {
	a := load()
	line := func() content.Prose { return content.Line(word + " " + word + ".") }
	for _, l := range a.Lessons {
		for lang, w := range l.Words {
			w.Note = line()
			l.Words[lang] = w
		}
		for _, s := range l.Stops {
			educator := content.Text{}
			for lang := range s.Words {
				w := s.Educator[lang]
				w.Title, w.Role, w.Text, w.Note = word, word, line(), line()
				educator[lang] = w
			}
			s.Educator = educator
		}
	}
	a.Index()
	return a
}

// says reports whether a text has a marker in it.
func says(text string) bool {
	text = strings.ToLower(text)
	return slices.ContainsFunc(markers, func(m string) bool { return strings.Contains(text, m) })
}

// pair is one class given twice, with other words in what nobody but the educator may
// see. Whatever is done is done with both.
type pair struct {
	t   *testing.T
	two [2]*kiosk
}

func newPair(t *testing.T, walls int, size fyne.Size, id string, langs ...content.Lang) *pair {
	p := &pair{t: t}
	for i, word := range []string{secret, other} {
		k := newKiosk(t, marked(word), walls, size)
		if walls == 0 {
			k.size = size
		}
		k.give(id, 45, langs...)
		p.two[i] = k
	}
	return p
}

func (p *pair) both(do func(k *kiosk)) {
	for _, k := range p.two {
		do(k)
	}
}

// write has a learner write what the educator does not let through.
func (p *pair) write() {
	for i, word := range []string{secret, other} {
		if err := p.two[i].class.Write(word + " is my answer"); err != nil {
			p.t.Fatal(err)
		}
	}
}

// through has a learner write something, and lets it through.
func (p *pair) through(words string) {
	p.both(func(k *kiosk) {
		if err := k.class.Write(words); err != nil {
			p.t.Fatal(err)
		}
		s := k.class.Session()
		for _, a := range s.Waiting() {
			if a.Text == words {
				s.Pass(a.ID, true)
			}
		}
		k.class.Act(func(*classroom.Class) {})
	})
}

// press does what the n-th thing of the page does, but for what lets answers through or
// takes them away.
func (p *pair) press(n int) {
	var acts [2][]ui.Stop
	for i, k := range p.two {
		if k.page == nil {
			return
		}
		for _, s := range ui.Stops(k.page.Body) {
			if s.Act != nil && s.Item.Text != say("en", "class.pass") && s.Item.Text != say("en", "class.drop") && s.Item.Text != say("en", "class.takeback") {
				acts[i] = append(acts[i], s)
			}
		}
	}
	if len(acts[0]) != len(acts[1]) {
		p.t.Fatalf("at %s the two classes can do %d and %d things", p.two[0].at, len(acts[0]), len(acts[1]))
	}
	if len(acts[0]) == 0 {
		return
	}
	for _, a := range acts {
		a[n%len(a)].Act()
	}
}

// look fails the test where the class sees something of what it must not see.
func (p *pair) look(after string) {
	p.t.Helper()
	var seen [2]*image.NRGBA
	for i, k := range p.two {
		if words := k.onWall(); says(words) {
			p.t.Fatalf("after %s the wall says:\n%s", after, words)
		}
		seen[i] = k.picture()
	}
	if !bytes.Equal(seen[0].Pix, seen[1].Pix) {
		p.t.Fatalf("after %s the wall's picture depends on what is private", after)
	}
	if p.two[0].class.Given() && p.two[0].class.Leads() && (p.two[0].walls > 0 || p.two[0].at != classroom.Present()) {
		return
	}
	for i, k := range p.two { // what learners have before them, or what is the wall
		if k.page == nil || !k.class.Given() {
			return
		}
		if words := k.said(); says(words) {
			p.t.Fatalf("after %s %s says:\n%s", after, k.at, words)
		}
		seen[i] = shot(k)
	}
	if !bytes.Equal(seen[0].Pix, seen[1].Pix) {
		p.t.Fatalf("after %s the picture of %s depends on what is private", after, p.two[0].at)
	}
}

// shot is the picture of the kiosk's own screen.
func shot(k *kiosk) *image.NRGBA {
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(k.page.Body)
	c.Resize(k.size)
	return captured(c)
}

// Whatever an educator does, and in whatever order, nothing that is written for the
// educator alone and no answer that was not let through is on the wall, in its picture,
// on a page that learners have, or in the log.
func TestNothingPrivateIsSeen(t *testing.T) {
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, &slog.HandlerOptions{Level: slog.LevelDebug})))
	defer slog.SetDefault(before)

	dos := map[string]classroom.Do{"next": classroom.Next, "back": classroom.Back, "skip": classroom.Skip, "hold": classroom.Hold, "blank": classroom.Blank, "call": classroom.Call, "share": classroom.Share}
	var names []string
	for name := range dos {
		names = append(names, name)
	}
	slices.Sort(names)
	sizes := []fyne.Size{small, old, fyne.NewSize(720, 1280), fyne.NewSize(800, 480)}
	lessons := bundled().Lessons
	shown := false
	for seed := range uint64(4) {
		random := rand.New(rand.NewPCG(seed, 14))
		walls := int(seed % 2)
		langs := [][]content.Lang{{"en"}, {"en", "ar"}, {"rw", "fr"}, {"he"}}[seed]
		id := lessons[random.IntN(len(lessons))].ID
		t.Run(fmt.Sprintf("%s %d walls %v", id, walls, langs), func(t *testing.T) {
			p := newPair(t, walls, sizes[seed], id, langs...)
			p.write()
			p.through("We read it together.")
			for step := range 14 {
				did := names[random.IntN(len(names))]
				switch random.IntN(9) {
				case 0:
					n := random.IntN(1000)
					did = fmt.Sprintf("pressing the %d. thing of %s", n, p.two[0].at)
					p.press(n)
				case 1:
					did = "writing"
					p.write()
				case 2:
					mode := []session.Mode{session.Exploring, session.Writing}[random.IntN(2)]
					did = "lending the kiosk to " + string(mode)
					p.both(func(k *kiosk) { k.class.Lend(mode) })
				case 3:
					lang := []content.Lang{"en", "ar", "de"}[random.IntN(3)]
					did = "speaking " + string(lang)
					p.both(func(k *kiosk) { k.class.Speak(lang) })
				case 4:
					key := []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyF5, fyne.KeyEscape}[random.IntN(4)]
					did = string(key)
					p.both(func(k *kiosk) { k.class.Key(key) })
				default:
					p.both(func(k *kiosk) { k.class.Act(dos[did]) })
				}
				if !p.two[0].class.Given() {
					p.both(func(k *kiosk) { k.give(id, 45, langs...) })
					p.write()
				}
				p.look(fmt.Sprintf("%d steps and %s", step, did))
				if walls > 0 && p.two[0].class.Leads() && p.two[0].at == classroom.Present() {
					shown = shown || says(p.two[0].said())
				}
			}
		})
	}
	if !shown {
		t.Error("the presenter view never showed the educator's words: this test cannot fail")
	}
	if says(log.String()) {
		t.Errorf("the log says:\n%s", log.String())
	}
}

// What has been let through is on the wall, and goes with what takes it back.
func TestAnswersOnTheWall(t *testing.T) {
	k := newKiosk(t, bundled(), 1, small)
	k.give("a-promise-and-the-names", 45, "en")
	if err := k.class.Write("It was promised."); err != nil {
		t.Fatal(err)
	}
	shown := func(want bool, when string) {
		t.Helper()
		if got := strings.Contains(k.onWall(), "It was promised."); got != want {
			t.Errorf("%s the answer is on the wall: %v", when, got)
		}
	}
	k.class.Act(classroom.Share)
	shown(false, "not let through")
	k.open("class/answers")
	k.tap(say("en", "class.pass"))
	shown(true, "let through")
	k.tap(say("en", "class.takeback"))
	shown(false, "taken back")
	k.tap(say("en", "class.pass"))
	k.class.Act(classroom.Next)
	shown(false, "when it goes on")
}

// On one screen the answers are not read by chance, at no time.
func TestAnswersOnOneScreenAreAskedFor(t *testing.T) {
	k := newKiosk(t, bundled(), 0, small)
	k.size = small
	begin := func() {
		k.give("a-promise-and-the-names", 45, "en")
		if err := k.class.Write(secret); err != nil {
			t.Fatal(err)
		}
	}
	hidden := func(when string) {
		t.Helper()
		k.open("class/answers")
		if says(k.said()) {
			t.Errorf("%s the answers are read without being asked for:\n%s", when, k.said())
		}
	}
	begin()
	hidden("at first")
	k.tap(say("en", "class.readhere"))
	if !says(k.said()) {
		t.Error("they are not read when they are asked for")
	}
	k.open(classroom.Present())
	hidden("after the wall was shown")
	k.tap(say("en", "class.readhere"))
	k.class.End()
	begin()
	hidden("in the next class")
}

// The learner's sheet is the same whatever the educator is told; the educator's is not.
func TestNothingPrivateOnTheLearnersSheet(t *testing.T) {
	one, two := marked(secret), marked(other)
	for i, l := range one.Lessons {
		if i%2 == 1 { // every second one, in turn in all the pairs of languages
			continue
		}
		langs := [][]content.Lang{{"en"}, {"ar"}, {"rw", "fr"}, {"de", "he"}}[i/2%4]
		made := func(a *content.Archive, kind handout.Kind) []byte {
			var out bytes.Buffer
			r := handout.Request{Archive: a, Catalogue: catalogue(), Setter: setter(), Land: land(), Plan: lesson.For(a.Lesson(l.ID), lesson.Bands[2], 45), Sheet: kind, Langs: langs, Paper: paper.A4}
			if err := handout.Make(&out, r); err != nil {
				t.Fatal(err)
			}
			return out.Bytes()
		}
		learner := made(one, handout.Learner)
		if !bytes.Equal(learner, made(two, handout.Learner)) {
			t.Errorf("%s %v: the learner's sheet depends on what is private", l.ID, langs)
		}
		if words := printed(t, learner); says(words) || len(words) < 1000 {
			t.Errorf("%s %v: the learner's sheet says:\n%s", l.ID, langs, words)
		}
		if !says(printed(t, made(one, handout.Educator))) {
			t.Errorf("%s %v: the educator's sheet does not say what is for the educator", l.ID, langs)
		}
	}
}

// printed is the words of a PDF as another program reads them.
func printed(t *testing.T, pdf []byte) string {
	t.Helper()
	tool, err := exec.LookPath("pdftotext")
	if err != nil {
		t.Fatal("there is no pdftotext: build/test installs it")
	}
	read := exec.Command(tool, "-", "-")
	read.Stdin = bytes.NewReader(pdf)
	out, err := read.Output()
	if err != nil {
		t.Fatalf("pdftotext: %v", err)
	}
	return string(out)
}

// Nobody finds what is private on the pages that are open to all, or by searching.
func TestNothingPrivateIsFound(t *testing.T) {
	a := marked(secret)
	k := newKiosk(t, a, 0, projector)
	for _, lang := range []content.Lang{"en", "ar", "rw"} {
		k.lang = lang
		for _, l := range a.Lessons {
			k.open("lesson/" + l.ID)
			if says(k.said()) {
				t.Errorf("lesson/%s says in %s:\n%s", l.ID, lang, k.said())
			}
		}
		k.open("lessons")
		if says(k.said()) {
			t.Errorf("the lessons say in %s:\n%s", lang, k.said())
		}
	}
	only := &content.Archive{ID: a.ID, Original: a.Original, Languages: a.Languages, Lessons: a.Lessons, Words: a.Words}
	only.Index()
	indexed, err := search.Open(context.Background(), t.TempDir(), only)
	if err != nil {
		t.Fatal(err)
	}
	defer indexed.Close()
	for name, s := range map[string]*search.Searcher{"index": indexed, "scan": search.Scan(only)} {
		if hits, err := s.Search(context.Background(), search.Query{Words: a.Lessons[0].Words["en"].Title, Lang: "en", Limit: 10}); err != nil || len(hits) == 0 {
			t.Fatalf("the %s finds no lesson: %v", name, err)
		}
		for _, words := range []string{secret, secret[:4], strings.ToLower(secret), secret + "s"} {
			hits, err := s.Search(context.Background(), search.Query{Words: words, Lang: "en", Limit: 20})
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range hits {
				if says(fmt.Sprintf("%+v", h)) || strings.HasPrefix(words, secret) {
					t.Errorf("the %s finds %+v for %q", name, h, words)
				}
			}
			if near := s.Nearest(context.Background(), words, "en", 20); says(strings.Join(near, " ")) {
				t.Errorf("the %s completes %q with %q", name, words, near)
			}
		}
	}
}
