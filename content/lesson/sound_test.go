package lesson_test

import (
	"slices"
	"testing"

	"vigil/content"
	"vigil/content/lesson"
)

// sound is a lesson without a fault: a life before, what happened, what followed.
func sound() *content.Lesson {
	return &content.Lesson{
		ID: "sound", Ages: content.Ages{From: 15, To: 18}, Minutes: 30, Short: 10,
		Stops: []*content.Stop{
			shown("before", "person/survivor", "event/history/before"),
			shown("deeds", "event/history/falls", "term/word"),
			shown("after", "event/history/judged"),
		},
	}
}

func TestSound(t *testing.T) {
	const before, deeds, after, whole = 0, 1, 2, -1
	for _, tt := range []struct {
		name  string
		spoil func(*content.Lesson)
		want  []lesson.Found
	}{
		{"nothing", func(*content.Lesson) {}, nil},
		{"as long as it is", func(l *content.Lesson) { l.Minutes = 31 }, nil},
		{"too long", func(l *content.Lesson) { l.Minutes = 29 }, []lesson.Found{{lesson.TooLong, whole}}},
		{"short, as long as it is", func(l *content.Lesson) { l.Stops[0].Short, l.Stops[2].Short = 5, 5 }, nil},
		{"short, too long", func(l *content.Lesson) { l.Stops[0].Short, l.Stops[2].Short = 5, 6 }, []lesson.Found{{lesson.ShortTooLong, whole}}},
		{"no short session, and stops of one", func(l *content.Lesson) { l.Short, l.Stops[0].Short = 0, 9 }, nil},
		{"begins with a place", func(l *content.Lesson) { l.Stops[0].Routes = []string{"place/town"} }, nil},
		{"begins with the history's first page", func(l *content.Lesson) { l.Stops[0].Routes = []string{"case/history"} }, nil},
		{"begins with the essay", func(l *content.Lesson) { l.Stops[0].Routes = []string{"case/history/essay#h1"} }, nil},
		{"begins with what was before", func(l *content.Lesson) { l.Stops[0].Routes = []string{"event/history/before"} }, nil},
		{"begins with somebody convicted", func(l *content.Lesson) { l.Stops[0].Routes = []string{"person/convicted"} }, []lesson.Found{{lesson.NoLifeBefore, before}}},
		{"begins with somebody accused", func(l *content.Lesson) { l.Stops[0].Routes = []string{"person/accused"} }, []lesson.Found{{lesson.NoLifeBefore, before}}},
		{"begins with figures", func(l *content.Lesson) { l.Stops[0].Routes = []string{"case/history/figures"} }, []lesson.Found{{lesson.NoLifeBefore, before}}},
		{"begins with what cannot be read", func(l *content.Lesson) { l.Stops[0].Routes = []string{"nowhere at all"} }, []lesson.Found{{lesson.NoLifeBefore, before}}},
		{"begins with a page that is gone", func(l *content.Lesson) { l.Stops[0].Routes = []string{"person/nobody"} }, []lesson.Found{{lesson.NoLifeBefore, before}}},
		{"begins with the worst", func(l *content.Lesson) { l.Stops = l.Stops[1:] }, []lesson.Found{{lesson.NoLifeBefore, before}}},
		{"no life, and no violence", func(l *content.Lesson) { l.Stops = []*content.Stop{shown("a", "term/word")} }, nil},
		{"ends at the worst", func(l *content.Lesson) { l.Stops = l.Stops[:2]; l.Stops[1].Routes = l.Stops[1].Routes[:1] }, []lesson.Found{{lesson.EndsAtWorst, deeds}}},
		{"ends at the worst, then only talks", func(l *content.Lesson) {
			l.Stops[1].Routes, l.Stops[2].Routes = l.Stops[1].Routes[:1], nil
		}, []lesson.Found{{lesson.EndsAtWorst, deeds}}},
		{"ends with the worst and a judgement", func(l *content.Lesson) {
			l.Stops[2].Routes = []string{"event/history/falls", "event/history/judged"}
		}, nil},
		{"ends with the worst and a memorial", func(l *content.Lesson) {
			l.Stops[2].Routes = []string{"event/history/memorial", "event/history/falls"}
		}, nil},
		{"ends with the worst and the findings", func(l *content.Lesson) {
			l.Stops[2].Routes = []string{"event/history/falls", "case/history/findings"}
		}, nil},
		{"ends with the worst and somebody who lived", func(l *content.Lesson) { l.Stops[2].Routes = []string{"event/history/falls", "person/survivor"} }, nil},
		{"ends with the worst and who did it", func(l *content.Lesson) { l.Stops[2].Routes = []string{"event/history/falls", "person/convicted"} }, []lesson.Found{{lesson.EndsAtWorst, after}}},
		{"an event without a source", func(l *content.Lesson) { l.Stops[2].Routes = []string{"event/history/bare", "event/history/judged"} }, []lesson.Found{{lesson.NoSource, after}}},
		{"a person without a source", func(l *content.Lesson) { l.Stops[0].Routes = []string{"person/witness"} }, []lesson.Found{{lesson.NoSource, before}}},
		{"a word without a source", func(l *content.Lesson) { l.Stops[1].Routes[1] = "term/other" }, []lesson.Found{{lesson.NoSource, deeds}}},
		{"a picture of nobody", func(l *content.Lesson) { l.Stops[2].Routes = append(l.Stops[2].Routes, "media/hard") }, []lesson.Found{{lesson.NoSource, after}}},
		{"a picture with its holder", func(l *content.Lesson) { l.Stops[2].Routes = append(l.Stops[2].Routes, "media/plain") }, nil},
		{"two pages without a source are one fault", func(l *content.Lesson) {
			l.Stops[2].Routes = []string{"event/history/bare", "term/other", "event/history/judged"}
		}, []lesson.Found{{lesson.NoSource, after}}},
		{"a page that is gone", func(l *content.Lesson) { l.Stops[2].Routes = append(l.Stops[2].Routes, "event/history/gone") }, nil},
		{"a stop for older learners", func(l *content.Lesson) { l.Stops[2].From = 19 }, []lesson.Found{{lesson.OverAge, after}}},
		{"a stop for some of them", func(l *content.Lesson) { l.Stops[2].From = 18 }, nil},
		{"a lesson for all from an age on", func(l *content.Lesson) { l.Ages.To, l.Stops[2].From = 0, 40 }, nil},
		{"violence shown to children", func(l *content.Lesson) { l.Ages = content.Ages{From: 11, To: 18} }, []lesson.Found{{lesson.OverAge, deeds}}},
		{"violence, for the older among them", func(l *content.Lesson) { l.Ages, l.Stops[1].From = content.Ages{From: 11, To: 18}, 14 }, nil},
		{"violence, of no age", func(l *content.Lesson) { l.Ages = content.Ages{} }, []lesson.Found{{lesson.OverAge, deeds}}},
		{"a stop of nothing", func(l *content.Lesson) { l.Stops = slices.Insert(l.Stops, 2, &content.Stop{ID: "empty"}) }, []lesson.Found{{lesson.Nothing, 2}}},
		{"a stop that only asks", func(l *content.Lesson) {
			l.Stops = slices.Insert(l.Stops, 2, &content.Stop{ID: "asks", Questions: []*content.Question{{ID: "q"}}})
		}, nil},
		{"a stop that only says", func(l *content.Lesson) {
			l.Stops = slices.Insert(l.Stops, 2, &content.Stop{ID: "says", Words: said("x")})
		}, nil},
		{"more than can be seen", func(l *content.Lesson) {
			l.Stops[1].Minutes, l.Stops[1].Routes = 1, append(l.Stops[1].Routes, "place/town")
		}, []lesson.Found{{lesson.Crowded, deeds}}},
		{"as many as can be seen", func(l *content.Lesson) { l.Stops[1].Minutes = 1 }, nil},
		{"no minutes yet", func(l *content.Lesson) { l.Stops[1].Minutes = 0 }, nil},
		{"no stops", func(l *content.Lesson) { l.Stops = nil }, nil},
	} {
		l := sound()
		tt.spoil(l)
		if got := lesson.Sound(small(), l); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}
