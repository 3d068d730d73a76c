package builder_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"

	"vigil/app/classroom/builder"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/check"
	"vigil/content/lesson"
	"vigil/content/route"
)

var archive = sync.OnceValue(func() *content.Archive {
	return authoring.Load(context.Background(), content.Bundled()).Archive
})

var words = builder.Defaults{Stop: func(n int) string { return "Stop " + string(rune('0'+n%10)) }, Reflect: "To think about"}

// at is a spot of the lesson or of a stop.
func at(p builder.Part, stop ...int) builder.Spot {
	s := builder.Spot{Part: p}
	if len(stop) > 0 {
		s.Stop = stop[0]
	}
	if len(stop) > 1 {
		s.Question = stop[1]
	}
	return s
}

// small is a lesson that nothing is wrong with.
func small() *builder.Draft {
	d := builder.New(archive(), "en")
	d.Type(at(builder.Title), "A word and a law")
	d.Type(at(builder.StopTitle, 0), "Begin with a person")
	d.Type(at(builder.Task, 0), "Read together.\n- Who?\n- When?")
	d.AddPage(0, "person/raphael-lemkin")
	d.AddQuestion(0)
	d.Type(at(builder.Question, 0, 0), "Why was there no word?")
	d.Type(at(builder.Private, 0), "Take time.")
	d.AddStop(0)
	d.Type(at(builder.StopTitle, 1), "The word")
	d.AddPage(1, "term/genocide")
	return d
}

func saveOn(d *builder.Draft, on builder.Shelf) (string, error) {
	ready, err := d.Ready(words)
	if err != nil {
		return "", err
	}
	saved, err := ready.Save(context.Background(), on)
	if err == nil {
		d.Settle(saved)
	}
	return saved.ID, err
}

// edits are all that can be done to a draft, at random.
var edits = []func(d *builder.Draft, n func(int) int){
	func(d *builder.Draft, n func(int) int) { d.AddStop(n(6) - 1) },
	func(d *builder.Draft, n func(int) int) { d.RemoveStop(n(8) - 1) },
	func(d *builder.Draft, n func(int) int) { d.MoveStop(n(6)-1, n(6)-1) },
	func(d *builder.Draft, n func(int) int) { d.SetStopMinutes(n(6)-1, n(90)-10) },
	func(d *builder.Draft, n func(int) int) { d.SetStopShort(n(6)-1, n(20)-5) },
	func(d *builder.Draft, n func(int) int) { d.SetFrom(n(6)-1, n(40)) },
	func(d *builder.Draft, n func(int) int) { d.SetMinutes(n(200) - 20) },
	func(d *builder.Draft, n func(int) int) { d.SetShort(n(60) - 10) },
	func(d *builder.Draft, n func(int) int) { d.SetAges(lesson.Bands[n(len(lesson.Bands))]) },
	func(d *builder.Draft, n func(int) int) { d.AddPage(n(5)-1, pages[n(len(pages))]) },
	func(d *builder.Draft, n func(int) int) { d.RemovePage(n(5)-1, n(5)-1) },
	func(d *builder.Draft, n func(int) int) { d.MovePage(n(5)-1, n(5)-1, n(5)-1) },
	func(d *builder.Draft, n func(int) int) { d.AddQuestion(n(5) - 1) },
	func(d *builder.Draft, n func(int) int) { d.RemoveQuestion(n(5)-1, n(4)-1) },
	func(d *builder.Draft, n func(int) int) {
		d.Type(builder.Spot{Part: builder.Part(n(13)), Stop: n(5) - 1, Question: n(4) - 1}, typed[n(len(typed))])
	},
	func(d *builder.Draft, n func(int) int) { d.Rest() },
}

var pages = []string{
	"person/raphael-lemkin", "term/genocide", "case/rwanda", "case/bosnia/essay", "speech/power-2010#p4", "event/prevention/akayesu-1998",
	"place/nowhere", "not a route", "staff", "search?q=x", "person/raphael-lemkin?found=lemkin", "lesson/a-word-becomes-law",
}

var typed = []string{
	"", " ", "A title", "Title: with a colon", "- one\n- two", "1. one\n2. two\nand on", "*stars*", "1995. A year", "قال: «نعم»\n- بند", "שאלה?", "a\u202eb", "\x00\x1b[31m", "# x",
	strings.Repeat("long ", 600), "a\tb   c", "\u00a0x\u00a0", "<script>", "• dot", "- ", "-", "3. three", "e\u0301", "\ufeffx", "\ufffd", "\xff\xfe", "…\n\n\n…",
}

func same(t *testing.T, what string, got, want *content.Lesson) {
	t.Helper()
	if !reflect.DeepEqual(bare(got), bare(want)) {
		t.Errorf("%s: %+v\nwant %+v", what, got, want)
	}
}

// bare is a lesson without its name, the hashes of its texts, and what is empty.
func bare(l *content.Lesson) content.Lesson {
	text := func(t content.Text) content.Text {
		out := content.Text{}
		for lang, w := range t {
			w.Hash, w.Of = "", ""
			out[lang] = w
		}
		return out
	}
	c := *l
	c.ID, c.Words, c.Reflect, c.Stops, c.Cases = "", text(l.Words), text(l.Reflect), nil, append([]string{}, l.Cases...)
	if len(c.Seen) == 0 {
		c.Seen = nil
	}
	for _, s := range l.Stops {
		n := *s
		n.Routes = append([]string{}, s.Routes...)
		n.Words, n.Educator, n.Questions = text(s.Words), text(s.Educator), nil
		for _, q := range s.Questions {
			n.Questions = append(n.Questions, &content.Question{ID: q.ID, Words: text(q.Words)})
		}
		c.Stops = append(c.Stops, &n)
	}
	return c
}

// Whatever is done to a lesson can be taken back, is kept through a crash, and is read
// from a stick as it was saved.
func TestAnythingThatIsDone(t *testing.T) {
	a, store := archive(), builder.NewStore(t.TempDir())
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 14))
		d := builder.New(a, []content.Lang{"en", "ar", "rw"}[seed%3])
		begun := d.Lesson()
		for range r.IntN(120) {
			edits[r.IntN(len(edits))](d, r.IntN)
		}
		if len(d.Lesson().Stops) > builder.MostStops {
			t.Fatalf("seed %d: %d stops", seed, len(d.Lesson().Stops))
		}
		d.Faults()
		d.Changes()
		data, err := d.Encode()
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		if err := store.Keep(data); err != nil {
			t.Fatal(err)
		}
		again, err := store.Resume(a)
		if err != nil || again == nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		same(t, "resumed", again.Lesson(), d.Lesson())
		if again.Lang() != d.Lang() {
			t.Errorf("seed %d: in %s, was in %s", seed, again.Lang(), d.Lang())
		}
		d.Type(at(builder.Title), "A title")
		stick := builder.NewFolder("STICK", t.TempDir())
		id, err := saveOn(d, stick)
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		f, err := stick.Read(context.Background())
		if err != nil || len(f.Archive.Lessons) != 1 {
			t.Fatalf("seed %d: %v, %v", seed, err, f.Problems)
		}
		for _, p := range check.Lessons(context.Background(), f, a).Problems {
			if p.Severity == authoring.Error && p.Rule != "too-many" {
				t.Errorf("seed %d: %v", seed, p)
			}
		}
		want := d.Finished(words)
		same(t, "saved", f.Archive.Lesson(id), want)
		for d.CanUndo() {
			d.Undo()
		}
		if !reflect.DeepEqual(d.Lesson(), begun) {
			t.Errorf("seed %d: taken back, it is %+v", seed, d.Lesson())
		}
	}
}

// Each step back is the lesson as it was before the step.
func TestUndoGoesBackStepByStep(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	d := small()
	was := []*content.Lesson{d.Lesson()}
	for len(was) < 100 {
		d.Rest()
		before := d.Lesson()
		edits[r.IntN(len(edits))](d, r.IntN)
		if d.Lesson() != before {
			was = append(was, d.Lesson())
		}
	}
	for _, want := range slices.Backward(was) {
		if !reflect.DeepEqual(d.Lesson(), want) {
			t.Fatal("a step back leads elsewhere")
		}
		d.Undo()
	}
}

// What is changed is a draft again, and what is left as it was keeps its reviewer.
func TestWhatIsChangedIsADraft(t *testing.T) {
	on, err := content.ParseDate("2026-11-20")
	if err != nil {
		t.Fatal(err)
	}
	l := small().Finished(words)
	l.ID = "a-lesson"
	l.Facts = content.FactsReview{Review: content.Reviewed, Reviewer: "Ana", ReviewedOn: on}
	for _, text := range []content.Text{l.Words, l.Stops[0].Words, l.Stops[1].Words} {
		w := text["en"]
		w.Review, w.Reviewer, w.ReviewedOn = content.Reviewed, "Ana", on
		text["en"] = w
	}
	d := builder.Copy(archive(), l, "en")
	if got := d.Finished(words); got.Facts != l.Facts || got.Words["en"].Reviewer != "Ana" {
		t.Errorf("unchanged, it is reviewed as %+v", got.Facts)
	}
	d.Type(at(builder.StopTitle, 1), "Another word")
	got := d.Finished(words)
	if got.Facts.Review != content.Draft || got.Facts.Reviewer != "" {
		t.Errorf("changed, it is reviewed as %+v", got.Facts)
	}
	if w := got.Stops[1].Words["en"]; w.Review != content.Draft || w.Reviewer != "" || !w.ReviewedOn.IsZero() {
		t.Errorf("what was changed is signed with %q", w.Reviewer)
	}
	if w := got.Stops[0].Words["en"]; w.Review != content.Reviewed || w.Reviewer != "Ana" {
		t.Errorf("what was left as it was is %s, by %q", w.Review, w.Reviewer)
	}
}

func TestTypingIsOneStep(t *testing.T) {
	d := builder.New(archive(), "en")
	for i := range len("A title") {
		d.Type(at(builder.Title), "A title"[:i+1])
	}
	d.Type(at(builder.Subject), "History")
	d.Type(at(builder.Title), "Another title")
	steps := 0
	for ; d.CanUndo(); steps++ {
		d.Undo()
	}
	if steps != 3 {
		t.Errorf("%d steps, want 3", steps)
	}
}

func TestTexts(t *testing.T) {
	tests := []struct{ name, typed, want string }{
		{"a paragraph", "One.", "One."},
		{"paragraphs", "One.\nTwo.\n\nThree.", "One.\nTwo.\nThree."},
		{"items", "- one\n•  two", "- one\n- two"},
		{"a dash is no item", "-one\n- \n—", "-one\n-\n—"},
		{"numbers count on", "1. one\n1. two\n7. three", "1. one\n2. two\n3. three"},
		{"a year is no item", "1995. A year", "1995. A year"},
		{"letters that reorder", "a\u202eb\u2028c", "abc"},
		{"white space", " a \t b  ", "a b"},
		{"one form of a letter", "e\u0301", "é"},
	}
	for _, tt := range tests {
		d := builder.New(archive(), "en")
		d.Type(at(builder.Task, 0), tt.typed)
		if got := d.Text(at(builder.Task, 0)); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestPages(t *testing.T) {
	for address, want := range map[string]bool{
		"person/raphael-lemkin": true, "speech/power-2010#p4": true, "case/bosnia/timeline": true, "person/raphael-lemkin?found=x": true,
		"person/nobody": false, "staff": false, "search?q=x": false, "home": false, "": false, "lesson/a-word-becomes-law": false, "http://x": false,
	} {
		d := builder.New(archive(), "en")
		if got := d.AddPage(0, address); got != want {
			t.Errorf("%q is taken: %v", address, got)
		}
		if d.AddPage(0, address) {
			t.Errorf("%q is taken twice", address)
		}
	}
}

func TestNames(t *testing.T) {
	tests := []struct{ title, taken, want string }{
		{"A word becomes law", "", "a-word-becomes-law"},
		{"Ključne riječi: Đurđevdan, ŽENE", "", "kljucne-rijeci-durdevdan-zene"},
		{"  Œuvre & «État»!  ", "", "oeuvre-etat"},
		{"Straße", "", "strasse"},
		{"كلمة تصبح قانونًا", "", "lesson-1"},
		{"כלמה", "lesson-1", "lesson-2"},
		{"1994", "", "lesson-1"},
		{"Rwanda 1994: تمهيد", "", "rwanda-1994"},
		{"Con", "", "lesson-1"},
		{"../../etc/passwd", "", "etc-passwd"},
		{"x", "x", "x-2"},
		{"x", "x x-2", "x-3"},
		{"", "", "lesson-1"},
		{strings.Repeat("word ", 40), "", "word-word-word-word-word-word-word-word-word-word"},
	}
	for _, tt := range tests {
		got := builder.Name(tt.title, func(id string) bool { return slices.Contains(strings.Fields(tt.taken), id) })
		if got != tt.want && !(strings.HasPrefix(tt.want, "word-") && strings.HasPrefix(tt.want, got)) || !route.ValidID(got) {
			t.Errorf("%q is called %q, want %q", tt.title, got, tt.want)
		}
	}
}

func FuzzName(f *testing.F) {
	for _, title := range typed {
		f.Add(title)
	}
	f.Fuzz(func(t *testing.T, title string) {
		if id := builder.Name(title, func(id string) bool { return id == "lesson-1" }); !route.ValidID(id) || id == "lesson-1" {
			t.Errorf("%q is called %q", title, id)
		}
	})
}

// Saving takes the place of the lesson's own file and of no other.
func TestSaving(t *testing.T) {
	ctx, stick := context.Background(), builder.NewFolder("STICK", t.TempDir())
	save := func(d *builder.Draft, want string) {
		t.Helper()
		id, err := saveOn(d, stick)
		if err != nil || id != want {
			t.Errorf("saved as %q, %v; want %q", id, err, want)
		}
	}
	d := small()
	save(d, "a-word-and-a-law")
	d.Type(at(builder.Subject), "History")
	save(d, "a-word-and-a-law")
	save(small(), "a-word-and-a-law-2")
	read := func() *content.Archive {
		f, err := stick.Read(ctx)
		if err != nil || len(f.Problems) > 0 {
			t.Fatal(err, f.Problems)
		}
		return f.Archive
	}
	opened := builder.Open(archive(), read().Lesson("a-word-and-a-law-2"), "en", stick)
	opened.Type(at(builder.Title), "Another name")
	save(opened, "a-word-and-a-law-2")
	if read().Lesson("a-word-and-a-law-2").Words["en"].Title != "Another name" {
		t.Error("not saved where it was opened")
	}
	// Somebody else has saved it meanwhile.
	other := builder.Open(archive(), read().Lesson("a-word-and-a-law"), "en", stick)
	other.Type(at(builder.Subject), "Law")
	save(other, "a-word-and-a-law")
	d.Type(at(builder.Subject), "Ethics")
	save(d, "a-word-and-a-law-3")

	copied := builder.Copy(archive(), archive().Lesson("a-word-becomes-law"), "fr")
	if copied.Lang() != "fr" {
		t.Errorf("the copy is in %s", copied.Lang())
	}
	copied.Type(at(builder.Title), "A word becomes law")
	save(copied, "a-word-becomes-law-2")
	if got := read().Lesson("a-word-becomes-law-2"); got.MadeOn != archive().Version || len(got.Seen) == 0 || got.Words["en"].Title == "" {
		t.Errorf("%+v", got)
	}
	if _, err := saveOn(builder.New(archive(), "en"), stick); !errors.Is(err, builder.ErrUntitled) {
		t.Errorf("a lesson without a title: %v", err)
	}
}

// A stick that was pulled out is not made anew on the kiosk's own disk.
func TestPulledOut(t *testing.T) {
	gone := filepath.Join(t.TempDir(), "STICK")
	if id, err := saveOn(small(), builder.NewFolder("STICK", gone)); err == nil {
		t.Errorf("saved as %q", id)
	}
	if _, err := os.Stat(gone); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder: %v", err)
	}
	if _, err := saveOn(small(), builder.NewFolder("", gone)); err != nil {
		t.Errorf("this kiosk's own folder: %v", err)
	}
}

// A lesson that was there and cannot be read is not written over.
func TestSavingSparesWhatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "lessons"), 0o755); err != nil {
		t.Fatal(err)
	}
	broken := filepath.Join(dir, "lessons", "a-word-and-a-law.yaml")
	if err := os.WriteFile(broken, []byte("ages: [\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	id, err := saveOn(small(), builder.NewFolder("", dir))
	if err != nil || id != "a-word-and-a-law-2" {
		t.Errorf("%q, %v", id, err)
	}
	if left, _ := os.ReadFile(broken); string(left) != "ages: [\n" {
		t.Error("written over")
	}
}

// A lesson built here runs in another data folder: its plan has all its stops.
func TestSavedLessonsRun(t *testing.T) {
	stick := builder.NewFolder("STICK", t.TempDir())
	id, err := saveOn(small(), stick)
	if err != nil {
		t.Fatal(err)
	}
	second := authoring.Load(context.Background(), content.Bundled()).Archive
	f, err := stick.Read(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if r := check.Lessons(context.Background(), f, second); len(r.Problems) > 0 {
		t.Error(r.Problems)
	}
	p := lesson.For(f.Archive.Lesson(id), lesson.Bands[1], 40)
	if len(p.Steps) != 2 || p.Steps[0].Minutes+p.Steps[1].Minutes != 40 || !p.Within(second).Has(route.To(route.Person, "raphael-lemkin")) {
		t.Errorf("%+v", p)
	}
}

func TestChangesSinceItWasMade(t *testing.T) {
	l := small().Finished(words)
	l.Seen["term/genocide"], l.Stops[0].Routes = "000000000000", append(l.Stops[0].Routes, "person/nobody")
	var got []string
	for _, c := range builder.Copy(archive(), l, "en").Changes() {
		got = append(got, c.Route)
	}
	if !slices.Equal(got, []string{"person/nobody", "term/genocide"}) {
		t.Errorf("%v", got)
	}
}

func TestFaults(t *testing.T) {
	has := func(d *builder.Draft, f lesson.Fault, stop int) bool {
		return slices.Contains(d.Faults(), lesson.Found{Fault: f, Stop: stop})
	}
	if d := small(); len(d.Faults()) > 0 {
		t.Errorf("a good lesson: %v", d.Faults())
	}
	d := builder.New(archive(), "en")
	if !has(d, builder.Untitled, -1) || !has(d, builder.Untitled, 0) || !has(d, lesson.Nothing, 0) {
		t.Errorf("an empty lesson: %v", d.Faults())
	}
	d = small()
	d.SetStopMinutes(0, 60)
	if !has(d, lesson.TooLong, -1) {
		t.Errorf("too long: %v", d.Faults())
	}
	for range len(d.Lesson().Stops) {
		d.RemoveStop(0)
	}
	if len(d.Faults()) > 0 {
		t.Errorf("without stops: %v", d.Faults())
	}
}

func TestDamagedDraftIsSetAside(t *testing.T) {
	for name, data := range map[string]string{
		"no JSON": "{", "nothing": "", "another form": `{"Form":9}`, "another archive": `{"Form":1,"Archive":"other"}`,
		"no lesson": `{"Form":1,"Archive":"` + archive().ID + `"}`, "files elsewhere": `{"Form":1,"Archive":"` + archive().ID + `","Files":{"../../x":"y"}}`,
		"too large": strings.Repeat(" ", 5<<20),
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "draft.json"), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
		store := builder.NewStore(dir)
		if d, err := store.Resume(archive()); d != nil || !errors.Is(err, builder.ErrDamaged) {
			t.Errorf("%s: %v, %v", name, d, err)
		}
		if d, err := store.Resume(archive()); d != nil || err != nil {
			t.Errorf("%s, again: %v, %v", name, d, err)
		}
		if _, err := os.Stat(filepath.Join(dir, "draft.damaged")); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
