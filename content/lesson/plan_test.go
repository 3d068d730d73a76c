package lesson_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"vigil/content"
	"vigil/content/lesson"
)

// made is a lesson by chance: some of it cannot be meant.
func made(chance *rand.Rand) *content.Lesson {
	l := &content.Lesson{ID: "made", Minutes: chance.IntN(120), Short: chance.IntN(3) * 10}
	for i := range chance.IntN(14) {
		s := &content.Stop{ID: fmt.Sprint(i), Minutes: chance.IntN(40) - 2, Short: chance.IntN(12) - 4}
		if chance.IntN(4) == 0 {
			s.From = 11 + chance.IntN(10)
		}
		l.Stops = append(l.Stops, s)
	}
	return l
}

func TestPlansComeOut(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		l, ages, minutes := made(chance), lesson.Bands[chance.IntN(len(lesson.Bands))], chance.IntN(160)-10
		p := lesson.For(l, ages, minutes)
		bounded := min(max(minutes, lesson.Fewest), lesson.Most)
		dealt := 0
		for _, s := range p.Steps {
			if s.Minutes < 1 {
				t.Fatalf("%s has %d minutes of %d", s.Stop.ID, s.Minutes, minutes)
			}
			dealt += s.Minutes
		}
		if want := max(bounded, len(p.Steps)); len(p.Steps) > 0 && dealt != want || p.Minutes != want {
			t.Fatalf("%d minutes asked for: %d dealt out, %d planned", minutes, dealt, p.Minutes)
		}
		checkParts(t, l, p)
		checkChoice(t, l, ages, bounded, p)
	}
}

// checkParts holds each stop to be in the steps or left out, once and in order.
func checkParts(t *testing.T, l *content.Lesson, p lesson.Plan) {
	t.Helper()
	steps, left := p.Steps, p.Left
	for _, s := range l.Stops {
		switch {
		case len(steps) > 0 && steps[0].Stop == s:
			steps = steps[1:]
		case len(left) > 0 && left[0].Stop == s:
			left = left[1:]
		default:
			t.Fatalf("stop %s of %d is neither next in the plan nor next of what is left out", s.ID, len(l.Stops))
		}
	}
	if len(steps)+len(left) > 0 {
		t.Fatalf("%d steps and %d left out that the lesson does not have", len(steps), len(left))
	}
}

// checkChoice holds a plan to the session and the stops that are meant for the class.
func checkChoice(t *testing.T, l *content.Lesson, ages content.Ages, minutes int, p lesson.Plan) {
	t.Helper()
	short := l.Short > 0 && 3*minutes < 2*l.Minutes && slices.ContainsFunc(l.Stops, func(s *content.Stop) bool {
		return s.Short > 0 && s.From <= ages.From
	})
	weight := func(s *content.Stop) int {
		if short {
			return s.Short
		}
		return s.Minutes
	}
	for i, a := range p.Steps {
		if a.Stop.From > ages.From || weight(a.Stop) <= 0 {
			t.Fatalf("%s is shown, from %d, to a class of %s, of %d minutes (short: %t)", a.Stop.ID, a.Stop.From, ages, weight(a.Stop), short)
		}
		for _, b := range p.Steps[:i] {
			if x, y := weight(a.Stop), weight(b.Stop); x > y && a.Minutes < b.Minutes || x < y && a.Minutes > b.Minutes {
				t.Fatalf("of %d minutes, %d for a stop of %d and %d for one of %d", minutes, a.Minutes, x, b.Minutes, y)
			}
		}
	}
	for _, out := range p.Left {
		want := lesson.NoTime
		if out.Stop.From > ages.From {
			want = lesson.TooEarly
		} else if weight(out.Stop) > 0 {
			t.Fatalf("%s is left out, and there was time", out.Stop.ID)
		}
		if out.Why != want {
			t.Fatalf("%s is left out for %s, not %s", out.Stop.ID, out.Why, want)
		}
	}
}

func TestPlans(t *testing.T) {
	stop := func(id string, minutes, short, from int) *content.Stop {
		return &content.Stop{ID: id, Minutes: minutes, Short: short, From: from}
	}
	l := &content.Lesson{Minutes: 45, Short: 20, Stops: []*content.Stop{
		stop("life", 5, 4, 0), stop("deeds", 20, 0, 0), stop("court", 15, 10, 16), stop("after", 5, 6, 0),
	}}
	older, younger := content.Ages{From: 16, To: 18}, content.Ages{From: 15, To: 18}
	for _, tt := range []struct {
		name    string
		ages    content.Ages
		minutes int
		want    string
	}{
		{"as written", older, 45, "life 5, deeds 20, court 15, after 5; 45"},
		{"two thirds are the whole", older, 30, "life 4, deeds 13, court 10, after 3; 30"},
		{"below them the short session", older, 29, "life 6, court 14, after 9, no deeds: time; 29"},
		{"the short session as written", older, 20, "life 4, court 10, after 6, no deeds: time; 20"},
		{"less than can be meant", older, 1, "life 2, court 5, after 3, no deeds: time; 10"},
		{"more than can be meant", older, 500, "life 14, deeds 53, court 40, after 13; 120"},
		{"a stop for older learners", younger, 45, "life 8, deeds 30, after 7, no court: age; 45"},
		{"short, and for older learners", younger, 20, "life 8, after 12, no deeds: time, no court: age; 20"},
		{"of no age", content.Ages{}, 20, "life 8, after 12, no deeds: time, no court: age; 20"},
	} {
		p, got := lesson.For(l, tt.ages, tt.minutes), ""
		for _, s := range p.Steps {
			got += fmt.Sprintf("%s %d, ", s.Stop.ID, s.Minutes)
		}
		for _, s := range p.Left {
			got += fmt.Sprintf("no %s: %s, ", s.Stop.ID, s.Why)
		}
		if got = fmt.Sprintf("%s; %d", got[:len(got)-2], p.Minutes); got != tt.want {
			t.Errorf("%s: %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// A lesson whose numbers cannot be meant is planned all the same: the check tells of
// them, and a class may be waiting.
func TestAbsurdLessons(t *testing.T) {
	const huge = 1 << 62
	for name, stops := range map[string][]*content.Stop{
		"none":                 nil,
		"no minutes":           {{ID: "a"}, {ID: "b", Minutes: -5}},
		"more than fit an int": {{ID: "a", Minutes: huge}, {ID: "b", Minutes: huge}, {ID: "c", Minutes: huge, Short: huge}, {ID: "d", Minutes: huge}},
		"more than minutes":    slices.Repeat([]*content.Stop{{ID: "a", Minutes: 1, Short: 1}}, 300),
	} {
		for i, minutes := range []int{0, 20, 45, huge, 0, 20, 45, huge} {
			l := &content.Lesson{Minutes: huge, Short: i / 4 * huge, Stops: stops}
			p, dealt := lesson.For(l, lesson.Bands[0], minutes), 0
			for _, s := range p.Steps {
				dealt += max(s.Minutes, 0)
			}
			if len(p.Steps) > 0 && dealt != p.Minutes || len(p.Steps)+len(p.Left) != len(stops) {
				t.Errorf("%s: %d minutes of %d in %d steps, %d left out", name, dealt, p.Minutes, len(p.Steps), len(p.Left))
			}
		}
	}
}
