package lesson_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"vigil/content/lesson"
)

func TestTouches(t *testing.T) {
	plan := func(stops ...lesson.Step) lesson.Plan { return lesson.Plan{Steps: stops} }
	step := func(id, note string, routes ...string) lesson.Step {
		s := shown(id, routes...)
		if note != "" {
			s.Words = noted(note)
		}
		return lesson.Step{Stop: s}
	}
	for _, tt := range []struct {
		name string
		plan lesson.Plan
		want string
	}{
		{"nothing", plan(), ""},
		{"pages that need no note", plan(step("a", "", "person/survivor", "term/word", "place/town", "media/plain", "speech/address")), ""},
		{"the stop's own", plan(step("a", "", "term/word"), step("b", "of what", "term/word")), "stop/b [1]"},
		{"a stop without pages", plan(step("a", "of what")), "stop/a [0]"},
		{"a history", plan(step("a", "", "case/second")), "caution/second [0]"},
		{"a history's map", plan(step("a", "", "case/second/map")), "caution/second [0]"},
		{"an event, of two histories, with a picture", plan(step("a", "", "event/history/falls")), "caution/history [0], caution/second [0], media/hard [0]"},
		{"a history's pictures", plan(step("a", "", "case/history")), "caution/history [0], media/hard [0]"},
		{"its essay shows none", plan(step("a", "", "case/history/essay")), "caution/history [0]"},
		{"each once, where it is met first", plan(
			step("a", "of a", "event/history/before", "event/history/judged"),
			step("b", "", "term/word"),
			step("c", "of c", "case/second", "media/hard", "event/history/memorial"),
		), "stop/a [0], caution/history [0 2], stop/c [2], caution/second [2], media/hard [2]"},
		{"pages that are gone", plan(step("a", "", "case/gone", "event/gone/gone", "media/gone", "no route")), ""},
		{"an event that is gone from a history", plan(step("a", "", "event/history/gone")), "caution/history [0]"},
	} {
		var got []string
		for _, n := range tt.plan.Touches(small()) {
			got = append(got, fmt.Sprintf("%s %v", n.ID, n.Stops))
			if len(n.Words) == 0 {
				t.Errorf("%s: %s says nothing", tt.name, n.ID)
			}
		}
		if got := strings.Join(got, ", "); got != tt.want {
			t.Errorf("%s: %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// What is left out of a session is not asked about before it.
func TestTouchesOnlyWhatIsShown(t *testing.T) {
	a := bundled(t)
	for _, l := range a.Lessons {
		for _, minutes := range []int{20, 45} {
			p := lesson.For(l, lesson.Bands[2], minutes)
			notes := p.Touches(a)
			for _, left := range p.Left {
				if slices.ContainsFunc(notes, func(n lesson.Note) bool { return n.ID == "stop/"+left.Stop.ID }) {
					t.Errorf("%s of %d minutes tells of %s, which it does not show", l.ID, minutes, left.Stop.ID)
				}
			}
			for _, n := range notes {
				if !slices.IsSorted(n.Stops) || n.Stops[len(n.Stops)-1] >= len(p.Steps) {
					t.Errorf("%s: %s stands before %v of %d steps", l.ID, n.ID, n.Stops, len(p.Steps))
				}
			}
		}
	}
}
