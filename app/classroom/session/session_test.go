package session_test

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"vigil/app/classroom/session"
	"vigil/content"
	"vigil/content/lesson"
)

// deck has so many items a step and so many parts an item.
type deck struct{ items, parts int }

func (d deck) Items(int) int      { return d.items }
func (d deck) Parts(int, int) int { return d.parts }

var start = time.Date(2026, 11, 28, 9, 0, 0, 0, time.UTC)

func archive() *content.Archive {
	a := &content.Archive{ID: "test", Lessons: []*content.Lesson{{
		ID: "one", Ages: content.Ages{From: 15, To: 18}, Minutes: 40,
		Stops: []*content.Stop{{ID: "a", Minutes: 10}, {ID: "b", Minutes: 20}, {ID: "c", Minutes: 10}},
	}}}
	a.Index()
	return a
}

func begun(t *testing.T) *session.Session {
	t.Helper()
	l := archive().Lesson("one")
	return session.Begin("test", lesson.For(l, l.Ages, 40), []content.Lang{"en"}, deck{2, 3}, start)
}

// Whatever comes next, going back leads to where one was, and every place is met once.
func TestThereAndBack(t *testing.T) {
	s := begun(t)
	var met []session.At
	for {
		met = append(met, s.At)
		if !s.Next() {
			break
		}
	}
	if want := (3 + 1) * 2 * 3; len(met) != want {
		t.Fatalf("%d places, not %d", len(met), want)
	}
	for i := len(met) - 1; i >= 0; i-- {
		if s.At != met[i] {
			t.Fatalf("back at %v, not %v", s.At, met[i])
		}
		s.Back()
	}
	if s.At != (session.At{}) {
		t.Errorf("before the beginning is %v", s.At)
	}
}

func TestClocks(t *testing.T) {
	s := begun(t)
	now := start
	tick := func(d time.Duration) bool { now = now.Add(d); return s.Tick(now) }
	tick(4 * time.Minute)
	s.Hold()
	tick(5 * time.Minute)
	s.Hold()
	tick(time.Minute)
	if spent, planned := s.Here(); spent != 5*time.Minute || planned != 10*time.Minute {
		t.Errorf("the stop's clock says %v of %v", spent, planned)
	}
	tick(6 * time.Hour) // the clock was changed
	tick(-6 * time.Hour)
	if s.Whole() != 5*time.Minute {
		t.Errorf("the whole is %v after the clock was changed twice", s.Whole())
	}
	s.Turn(2)
	tick(time.Minute)
	if s.Whole() != 6*time.Minute {
		t.Errorf("the whole is %v", s.Whole())
	}
	for range 120 {
		s.Felt(now)
		if over := tick(time.Minute); over {
			if s.Whole() < 40*time.Minute {
				t.Errorf("it ended by itself after %v", s.Whole())
			}
			return
		}
	}
	t.Error("it never ends by itself")
}

func TestEndsInSilence(t *testing.T) {
	s := begun(t)
	s.Hold()
	for i := 1; i < 200; i++ {
		now := start.Add(time.Duration(i) * time.Minute)
		ending := s.Ending(now)
		if s.Tick(now) {
			if !ending {
				t.Error("it ended unannounced")
			}
			return
		}
	}
	t.Error("nobody was there for hours and it has not ended")
}

func TestAnswers(t *testing.T) {
	s := begun(t)
	for _, text := range []string{"", " \n\t", "\u202e\u0007"} {
		if err := s.Answer(text); !errors.Is(err, session.ErrEmpty) {
			t.Errorf("Answer(%q): %v", text, err)
		}
	}
	if err := s.Answer("  They could\nhave \u202easked. "); err != nil {
		t.Fatal(err)
	}
	if got := s.Waiting()[0].Text; got != "They could have asked." {
		t.Errorf("taken as %q", got)
	}
	if got := s.Through(0); len(got) != 0 {
		t.Errorf("before the educator's yes the wall has %v", got)
	}
	s.Pass(s.Waiting()[0].ID, true)
	if len(s.Through(0)) != 1 || len(s.Through(1)) != 0 || len(s.Waiting()) != 0 {
		t.Error("it was let through elsewhere")
	}
	for s.Answer(strings.Repeat("é", 4*session.MostLetters)) == nil {
	}
	if n := len(s.Answers); n != session.MostAnswers {
		t.Errorf("%d answers", n)
	}
	for _, a := range s.Waiting() {
		if n := len([]rune(a.Text)); n != session.MostLetters {
			t.Errorf("an answer has %d letters", n)
		}
	}
	s.Drop(s.Answers[0].ID)
	if len(s.Answers) != session.MostAnswers-1 {
		t.Error("it was not taken away")
	}
}

// Whatever was done, what is taken up again is what was left.
func TestResumesAsItWas(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	store, now := session.NewStore(t.TempDir()), start
	s := begun(t)
	for i := range 400 {
		now = now.Add(time.Duration(r.IntN(30)) * time.Second)
		s.Tick(now)
		do := []func(){
			func() { s.Next() }, s.Back, s.Skip, s.Hold, s.Darken, s.Call,
			func() { s.Give(session.Exploring) }, func() { s.Give(session.Writing) },
			func() { _ = s.Answer("answer " + string(rune('a'+i%26))) },
			func() {
				if w := s.Waiting(); len(w) > 0 {
					s.Pass(w[r.IntN(len(w))].ID, true)
				}
			},
			func() { s.Stand([]string{"case/x", "event/x/y"}) },
		}
		do[r.IntN(len(do))]()
		if err := store.Save(s, now); err != nil {
			t.Fatal(err)
		}
		got, err := store.Resume(archive(), archive().Lesson, func(lesson.Plan, []content.Lang) session.Deck { return deck{2, 3} }, now)
		if err != nil {
			t.Fatal(err)
		}
		if a, b := flat(s.State), flat(got.State); !reflect.DeepEqual(a, b) {
			t.Fatalf("step %d: left %+v, taken up %+v", i, a, b)
		}
		s = got
	}
	if err := store.End(); err != nil {
		t.Fatal(err)
	}
	if again, err := store.Resume(archive(), archive().Lesson, nil, now); again != nil || err != nil {
		t.Errorf("after its end: %v, %v", again, err)
	}
}

// flat makes nothing and no elements the same.
func flat(s session.State) session.State {
	s.Saved = time.Time{}
	if len(s.Where) == 0 {
		s.Where = nil
	}
	if len(s.Skipped) == 0 {
		s.Skipped = nil
	}
	if len(s.Answers) == 0 {
		s.Answers = nil
	}
	return s
}

// The power was gone for as long as a kiosk needs to start: the class went on.
func TestPowerCut(t *testing.T) {
	for _, c := range []struct {
		name string
		gone time.Duration
		want time.Duration
	}{
		{"a minute", time.Minute, 3 * time.Minute},
		{"a day", 24 * time.Hour, 2 * time.Minute},
		{"the clock was set back", -time.Hour, 2 * time.Minute},
	} {
		t.Run(c.name, func(t *testing.T) {
			store, s := session.NewStore(t.TempDir()), begun(t)
			s.Tick(start.Add(2 * time.Minute))
			if err := store.Save(s, start.Add(2*time.Minute)); err != nil {
				t.Fatal(err)
			}
			now := start.Add(2*time.Minute + c.gone)
			got, err := store.Resume(archive(), archive().Lesson, func(lesson.Plan, []content.Lang) session.Deck { return deck{2, 3} }, now)
			if err != nil {
				t.Fatal(err)
			}
			got.Tick(now)
			if got.Whole() != c.want {
				t.Errorf("%v have been spent, not %v", got.Whole(), c.want)
			}
		})
	}
}

func TestDamaged(t *testing.T) {
	good := `{"form":1,"archive":"test","lesson":"one","ages":"15-18","minutes":40,"langs":["en"],"at":{"step":1}}`
	for name, data := range map[string]string{
		"empty": "", "noughts": strings.Repeat("\x00", 300), "cut": good[:60], "other archive": strings.Replace(good, `"test"`, `"other"`, 1),
		"no such lesson": strings.Replace(good, `"one"`, `"two"`, 1), "other form": strings.Replace(good, `"form":1`, `"form":2`, 1),
		"no language": strings.Replace(good, `["en"]`, `[]`, 1), "before the beginning": strings.Replace(good, `"step":1`, `"step":-1`, 1),
		"too long": good + strings.Repeat(" ", 1<<20), "no minutes": strings.Replace(good, `40`, `0`, 1),
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "class.json"), []byte(data), 0o600); err != nil {
				t.Fatal(err)
			}
			store := session.NewStore(dir)
			s, err := store.Resume(archive(), archive().Lesson, nil, start)
			if s != nil || !errors.Is(err, session.ErrDamaged) {
				t.Fatalf("taken up as %v, %v", s, err)
			}
			if store.Damaged() == "" {
				t.Error("nothing was set aside")
			}
			if s, err := store.Resume(archive(), archive().Lesson, nil, start); s != nil || err != nil {
				t.Errorf("the next start finds %v, %v", s, err)
			}
		})
	}
}

// A new version of the archive may have a shorter lesson.
func TestFewerStops(t *testing.T) {
	dir := t.TempDir()
	data := `{"form":1,"archive":"test","lesson":"one","ages":"15-18","minutes":40,"langs":["en"],"at":{"step":9,"item":9,"part":9},"spent":[1,2,3,4,5,6]}`
	if err := os.WriteFile(filepath.Join(dir, "class.json"), []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := session.NewStore(dir).Resume(archive(), archive().Lesson, func(lesson.Plan, []content.Lang) session.Deck { return deck{2, 3} }, start)
	if err != nil {
		t.Fatal(err)
	}
	if s.At.Step != 3 || s.At.Item != 1 {
		t.Errorf("it stands at %v", s.At)
	}
	s.Back()
	if s.At != (session.At{Step: 3, Item: 1, Part: 1}) {
		t.Errorf("before the last part is %v", s.At)
	}
}

func FuzzResume(f *testing.F) {
	f.Add([]byte(`{"form":1,"archive":"test","lesson":"one","ages":"15-18","minutes":40,"langs":["en"],"at":{"step":1},"answers":[{"id":"a","text":"b"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "class.json"), data, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := session.NewStore(dir).Resume(archive(), archive().Lesson, func(lesson.Plan, []content.Lang) session.Deck { return deck{1, 1} }, start)
		if err != nil {
			return
		}
		s.Tick(start)
		s.Next()
		s.Back()
		if s.At.Step < 0 || s.At.Step > s.Closing() {
			t.Errorf("it stands at %v", s.At)
		}
	})
}
