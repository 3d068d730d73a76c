package desk_test

import (
	"context"
	"image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"vigil/app/classroom/builder"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/check"
	"vigil/content/lesson"
)

// A lesson built by touches alone is saved to a stick, opened on a second kiosk with its
// own data, and its plan runs there.
func TestLessonBuiltByTouches(t *testing.T) {
	stick := builder.NewFolder("STICK", t.TempDir())
	k := newKiosk(t, usual, t.TempDir(), stick)
	k.touch("A new lesson")
	k.write("Title", "A word becomes law, again")
	k.write("What learners take away", "- Say how the word came about\n- Name its parts")
	k.touch("Step 1")
	k.write("Title", "Begin with a person")
	k.write("What the class does", "Read the biography together.\nKeep silence for a moment.")
	k.write("For you alone: notes", "No pictures here.")
	k.write("Pages to add", "lemk")
	k.touch("Add: Rafał Lemkin")
	k.touch("Minutes: more")
	k.touch("Add a question")
	k.write("Questions to talk about", "Why was there no word?")
	k.touch("Add a step")
	k.write("Title", "The word in the law")
	k.write("Pages to add", "")
	for range len("lemk") {
		k.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	k.typed("akay")
	k.tap("Add: ")
	k.touch("Move up")
	k.touch("Undo")
	k.touch("Save")
	k.touch("On the USB stick")
	if len(k.saved) != 1 || k.saved[0] != "STICK/a-word-becomes-law-again" {
		t.Fatalf("saved: %v\n%s", k.saved, k.said())
	}
	if !strings.Contains(k.said(), "a-word-becomes-law-again") {
		t.Errorf("does not say what was saved:\n%s", k.said())
	}

	second := newKiosk(t, usual, t.TempDir(), stick)
	second.touch("A word becomes law, again")
	l := second.desk.Draft().Lesson()
	if got := second.desk.Draft().Text(builder.Spot{Part: builder.Task, Stop: 0}); got != "Read the biography together.\nKeep silence for a moment." {
		t.Errorf("the task is %q", got)
	}
	if len(l.Stops) != 2 || l.Stops[0].Minutes != 6 || len(l.Stops[0].Routes) != 1 || len(l.Stops[1].Routes) != 1 || len(l.Stops[0].Questions) != 1 {
		t.Fatalf("%+v", l)
	}
	f, err := stick.Read(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if r := check.Lessons(context.Background(), f, bundled()); r.Errors() > 0 {
		t.Error(r.Problems)
	}
	plan := lesson.For(f.Archive.Lessons[0], lesson.Bands[1], 40)
	if len(plan.Steps) != 2 || plan.Steps[0].Minutes+plan.Steps[1].Minutes != 40 || f.Archive.Lessons[0].MadeOn != bundled().Version {
		t.Errorf("%+v", plan)
	}
}

// With the four keys of a keypad all can be done that a finger does.
func TestKeypadReachesAll(t *testing.T) {
	k := newKiosk(t, usual, t.TempDir())
	k.touch("A new lesson")
	k.tap("Step 1")
	k.tap("Add a step")
	k.tap("Step 1")
	for _, words := range []string{"Move up", "Move down", "Take out", "Add a step", "Undo", "Open", "Save", "Minutes: less", "Only from this age: more", "Add a question", "The lesson as a whole"} {
		k.find(words, 0)
	}
	k.tap("Move down")
	if k.desk.Draft().Lesson().Stops[1].ID != "stop-1" {
		t.Error("the chosen step did not move down")
	}
	k.tap("Move down")
	k.tap("Move up")
	if k.desk.Draft().Lesson().Stops[0].ID != "stop-1" {
		t.Error("the chosen step did not move up again")
	}
}

// A finger that drags a step by its grip moves it, and the step that is written stays so.
func TestStepsAreDragged(t *testing.T) {
	k := newKiosk(t, usual, t.TempDir())
	k.tap("A word becomes law")
	first := k.find("Begin with a person", 0)
	chosen := k.desk.Draft().Lesson().Stops[0].ID
	test.Drag(k.window.Canvas(), fyne.NewPos(first.At.X-ui.Touch/2, first.At.Y+first.Size.Height/2), 0, first.Size.Height*1.6)
	if got := k.desk.Draft().Lesson().Stops[1].ID; got != chosen {
		t.Errorf("after a drag %s is the second", got)
	}
	k.tap("Move up")
	if got := k.desk.Draft().Lesson().Stops[0].ID; got != chosen {
		t.Error("the step that was dragged is no longer the one that is written")
	}
}

// What the keys of the screen's keyboard type stands in the field, which stays above it.
func TestKeyboardOfTheScreen(t *testing.T) {
	k := newKiosk(t, usual, t.TempDir())
	k.touch("A new lesson")
	k.touch("Step 1")
	before := k.now.Main.Size().Height
	k.write("For you alone: notes", "")
	if k.now.Main.Size().Height > before-300 {
		t.Error("no keyboard has come")
	}
	for _, key := range []string{"Capitals", "W", "h", "o", "Symbols", "?", "New line", "Symbols", "1"} {
		stops := k.stops()
		i := slices.IndexFunc(stops, func(s ui.Stop) bool { return s.Item.Text == key && s.Group != nil })
		if i < 0 {
			t.Fatalf("there is no key %q", key)
		}
		stops[i].Act()
	}
	if got := k.desk.Draft().Text(builder.Spot{Part: builder.Private, Stop: 0}); got != "Who?\n1" {
		t.Errorf("%q", got)
	}
	k.tap("Done")
	if k.now.Main.Size().Height != before {
		t.Error("the keyboard stays")
	}
}

// A crash loses nothing: another desk over the same data goes on with the draft.
func TestDraftSurvives(t *testing.T) {
	data := t.TempDir()
	k := newKiosk(t, usual, data)
	k.touch("A new lesson")
	k.write("Title", "Half a lesson")
	again := newKiosk(t, usual, data)
	if d := again.desk.Draft(); d == nil || d.Text(builder.Spot{Part: builder.Title}) != "Half a lesson" {
		t.Fatalf("the draft is %v", d)
	}
	again.touch("Save")
	again.touch("On this kiosk")
	third := newKiosk(t, usual, data)
	if third.desk.Draft() != nil {
		t.Error("what was saved is still a draft")
	}
	third.touch("Half a lesson")
	if third.desk.Draft() == nil {
		t.Error("the lesson saved on this kiosk was not opened")
	}
}

func TestHostileSticks(t *testing.T) {
	write := func(files map[string]string) builder.Shelf {
		dir := t.TempDir()
		if err := os.Mkdir(filepath.Join(dir, "lessons"), 0o755); err != nil {
			t.Fatal(err)
		}
		for name, data := range files {
			if err := os.WriteFile(filepath.Join(dir, "lessons", name), []byte(data), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return builder.NewFolder("EVIL", dir)
	}
	facts := "ages: \"15\"\nminutes: 45\nstops:\n"
	tests := []struct {
		name  string
		files map[string]string
		says  []string
	}{
		{"bad YAML", map[string]string{"x.yaml": "ages: ["}, []string{"Mistakes in these files", "lessons/x.yaml:1:"}},
		{"ten thousand stops", map[string]string{"x.yaml": facts + strings.Repeat("  - {id: a, minutes: 1}\n", 10_000)}, []string{"lessons/x.yaml:"}},
		{"another archive's pages", map[string]string{"x.yaml": facts + "  - {id: a, minutes: 1, routes: [event/armenia/van]}\n"}, []string{"lessons/x.yaml:4:34", "take it out"}},
		{"letters that reorder", map[string]string{"x.en.yaml": "words: {lesson: {title: \"a\u202eb\"}}"}, []string{"U+202E"}},
		{"a name of the archive", map[string]string{"a-word-becomes-law.yaml": facts + "  - {id: stop-1, minutes: 1}\n", "a-word-becomes-law.en.yaml": "words: {lesson: {title: Mine}, stop-1: {title: x}}"}, []string{"Mine"}},
		{"nothing", nil, []string{"There are no lessons here."}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			k := newKiosk(t, usual, t.TempDir(), write(tt.files))
			for _, words := range tt.says {
				if !strings.Contains(k.said(), words) {
					t.Errorf("does not say %q:\n%s", words, k.said())
				}
			}
		})
	}
}

// A lesson of another archive is opened with what there is of it; a page that is not here
// says so and can be taken out.
func TestPagesThatAreGone(t *testing.T) {
	dir := t.TempDir()
	l := &content.Lesson{
		ID: "mine", Ages: content.Ages{From: 15}, Minutes: 45, Words: content.Text{"en": {Title: "Mine"}},
		Stops: []*content.Stop{{ID: "stop-1", Minutes: 5, Routes: []string{"event/armenia/van", "term/genocide"}, Words: content.Text{"en": {Title: "First"}}}},
	}
	if err := authoring.WriteLesson(dir, l); err != nil {
		t.Fatal(err)
	}
	k := newKiosk(t, usual, t.TempDir(), builder.NewFolder("STICK", dir))
	k.touch("Mine")
	if !strings.Contains(k.said(), "No longer in this archive") || !strings.Contains(k.said(), "Changed in the archive") {
		t.Errorf("does not say that a page is gone:\n%s", k.said())
	}
	k.tap("event/armenia/van. ")
	k.find("Take out", 1).Act()
	if got := k.desk.Draft().Lesson().Stops[0].Routes; !slices.Equal(got, []string{"term/genocide"}) {
		t.Errorf("%v", got)
	}
}

var settings = []setting{
	usual, {"ar", usual.size, 1, false}, {"de", usual.size, 1, true}, {"rw", fyne.NewSize(1080, 1832), 1, false},
	{"en", fyne.NewSize(1366, 680), 1, false}, {"ar", fyne.NewSize(1080, 1832), 2, true}, {"en", usual.size, 2, false}, {"he", fyne.NewSize(800, 392), 1, false},
}

// filled is a kiosk with a lesson of the archive on its desk.
func filled(t testing.TB, set setting) *kiosk {
	k := newKiosk(t, set, t.TempDir())
	title := bundled().Lesson("a-word-becomes-law").Words[set.lang].Title
	k.tap(title)
	return k
}

var missingMessage = regexp.MustCompile(`\[[a-z0-9]+(\.[a-z0-9-]+)+\.?\]`)

// Each view in each setting: what can be touched is large enough and within the screen,
// everything has words that fonts have, and a heading stands over it.
func TestEveryViewInEverySetting(t *testing.T) {
	for _, set := range settings {
		k := filled(t, set)
		views := map[string]func(){
			"steps": func() {}, "a step": func() { k.tap(bundled().Lesson("a-word-becomes-law").Stops[1].Words[set.lang].Title) },
			"search": func() {
				if i := slices.IndexFunc(k.stops(), func(s ui.Stop) bool { return s.Act != nil && s.Item.Text == k.say("builder.find") }); i >= 0 {
					k.stops()[i].Act()
				}
				k.write(k.say("builder.find"), "lemkin")
			},
			"whole": func() {
				if i := slices.IndexFunc(k.stops(), func(s ui.Stop) bool { return s.Act != nil && s.Item.Text == k.say("builder.stops") }); i >= 0 {
					k.stops()[i].Act()
				}
				k.tap(k.say("builder.whole"))
			},
			"faults": func() {
				for range 4 {
					k.tap(k.say("builder.minutes") + ": " + k.say("builder.less"))
				}
				if i := slices.IndexFunc(k.stops(), func(s ui.Stop) bool { return s.Act != nil && s.Item.Text == k.say("builder.stops") }); i >= 0 {
					k.stops()[i].Act()
				}
				k.tap(k.say("builder.addstop"))
			},
			"save": func() { k.tap(k.say("builder.save")) }, "open": func() { k.tap(k.say("builder.back")); k.tap(k.say("builder.open")) },
		}
		for _, name := range []string{"steps", "a step", "search", "whole", "faults", "save", "open"} {
			views[name]()
			outline := k.now.Outline()
			all := k.said()
			if m := missingMessage.FindString(all); m != "" {
				t.Errorf("%v, %s lacks the message %s", set, name, m)
			}
			if missing := setter().Missing(strings.ReplaceAll(all, "\n", "")); len(missing) > 0 {
				t.Errorf("%v, %s has letters that no font has: %q", set, name, missing)
			}
			if name != "search" && !slices.ContainsFunc(outline, func(i voice.Item) bool { return i.Role == voice.Heading && i.Level == 1 }) {
				t.Errorf("%v, %s has no heading", set, name)
			}
			for _, target := range ui.Targets(k.now.Body) {
				if target.Size.Width < 39 || target.Size.Height < 39 || target.Size.Height < ui.Touch-1 && !k.keyed(target) {
					t.Errorf("%v, %s: %q is %v large", set, name, target.Item.Text, target.Size)
				}
				if target.At.X < -1 || target.At.X+target.Size.Width > set.size.Width+1 {
					t.Errorf("%v, %s: %q lies beyond the screen, at %v", set, name, target.Item.Text, target.At)
				}
				if strings.TrimSpace(target.Item.Text) == "" {
					t.Errorf("%v, %s has a target that says nothing", set, name)
				}
			}
			k.picture(name)
			if name == "search" {
				k.now.Close()
			}
		}
	}
}

// keyed reports whether a target is a key of the keyboard, which a low screen has smaller.
func (k *kiosk) keyed(target ui.Target) bool {
	return slices.ContainsFunc(k.stops(), func(s ui.Stop) bool { return s.Group != nil && s.Item == target.Item && s.At == target.At })
}

// picture photographs the page where VIGIL_PICTURES names a folder, to be looked at.
func (k *kiosk) picture(name string) {
	dir := os.Getenv("VIGIL_PICTURES")
	if dir == "" {
		return
	}
	c := software.NewCanvas()
	c.SetPadded(false)
	fyne.CurrentApp().Settings().SetTheme(k.deps().Look.Palette.Theme())
	c.SetContent(k.now.Body)
	c.Resize(k.set.size)
	file, err := os.Create(filepath.Join(dir, strings.ReplaceAll(strings.Join([]string{string(k.set.lang), k.set.size2(), name}, "-"), " ", "")+".png"))
	if err != nil {
		k.t.Fatal(err)
	}
	defer file.Close()
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(file, c.Capture()); err != nil {
		k.t.Fatal(err)
	}
}
