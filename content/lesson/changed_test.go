package lesson_test

import (
	"regexp"
	"slices"
	"testing"

	"vigil/content"
	"vigil/content/lesson"
	"vigil/content/route"
)

func TestChanged(t *testing.T) {
	all := []string{
		"event/history/falls", "person/survivor", "place/town", "organisation/body", "term/word", "media/hard", "speech/address#p1",
		"case/history", "case/history/essay#h1", "case/history/timeline", "case/history/figures", "case/history/findings",
	}
	timeline := "case/history/timeline"
	for _, tt := range []struct {
		name   string
		change func(*content.Archive)
		want   []string
		gone   bool
	}{
		{"nothing", func(*content.Archive) {}, nil, false},
		{"an event's date", func(a *content.Archive) { a.Event("history", "falls").Date = dated("1995-07-12") }, []string{"event/history/falls", timeline}, false},
		{"an event's words", func(a *content.Archive) { a.Event("history", "falls").Words = said("told anew") }, []string{"event/history/falls", timeline}, false},
		{"an event's people", func(a *content.Archive) { a.Event("history", "falls").People = nil }, []string{"event/history/falls", timeline}, false},
		{"an event's sources", func(a *content.Archive) { a.Event("history", "falls").Sources = []string{"another"} }, []string{"event/history/falls", timeline}, false},
		{"another event of the timeline", func(a *content.Archive) { a.Event("history", "memorial").Date = dated("2003") }, []string{timeline}, false},
		{"a person's death", func(a *content.Archive) { a.Person("survivor").Died = dated("2026") }, []string{"person/survivor"}, false},
		{"what a person is called by law", func(a *content.Archive) { a.Person("survivor").Group = "perpetrator-convicted" }, []string{"person/survivor"}, false},
		{"where a place is", func(a *content.Archive) { a.Place("town").Lat = 44.1 }, []string{"place/town"}, false},
		{"what a body is called", func(a *content.Archive) { a.Organisation("body").Name = "C" }, []string{"organisation/body"}, false},
		{"a word's meaning", func(a *content.Archive) { a.Term("word").Words = said("another") }, []string{"term/word"}, false},
		{"a picture", func(a *content.Archive) { a.Medium("hard").File = "other.jpg" }, []string{"media/hard"}, false},
		{"the paragraph that is shown", func(a *content.Archive) { a.Speech("address").Paragraphs[0].Text = said("x") }, []string{"speech/address#p1"}, false},
		{"another paragraph", func(a *content.Archive) { a.Speech("address").Paragraphs[1].Text = said("x") }, nil, false},
		{"a speech's day", func(a *content.Archive) { a.Speech("address").Date = dated("2010-11-16") }, []string{"speech/address#p1"}, false},
		{"a history's first page", func(a *content.Archive) { a.Case("history").Words = said("x") }, []string{"case/history"}, false},
		{"an essay", func(a *content.Archive) { a.Case("history").Essay = said("x") }, []string{"case/history/essay#h1"}, false},
		{"a figure", func(a *content.Archive) { a.Case("history").Figures[0].High = 9 }, []string{"case/history/figures"}, false},
		{"when a figure was stated", func(a *content.Archive) { a.Case("history").Figures[0].Year = dated("2001") }, []string{"case/history/figures"}, false},
		{"a judgement overturned", func(a *content.Archive) { a.Case("history").Findings[0].Outcomes[0].Result = "overturned-on-appeal" }, []string{"case/history/findings"}, false},
		{"a charge more", func(a *content.Archive) {
			a.Case("history").Findings[0].Outcomes[0].Charges = []string{"genocide", "murder"}
		}, []string{"case/history/findings"}, false},
		{"a translation", func(a *content.Archive) { a.Term("word").Words["fr"] = content.Words{Title: "mot", Hash: "h"} }, nil, false},
		{"a history that is not shown", func(a *content.Archive) { a.Case("second").Words = said("x") }, nil, false},
		{"a person who is not shown", func(a *content.Archive) { a.Person("witness").Died = dated("2026") }, nil, false},
		{"an event taken out", func(a *content.Archive) {
			a.Case("history").Events = slices.DeleteFunc(a.Case("history").Events, func(e *content.Event) bool { return e.ID == "falls" })
		}, []string{"event/history/falls"}, true},
		{"a person taken out", func(a *content.Archive) { a.People = a.People[1:] }, []string{"person/survivor"}, true},
		{"a speech taken out", func(a *content.Archive) { a.Speeches = nil }, []string{"speech/address#p1"}, true},
	} {
		a := small()
		l := &content.Lesson{ID: "made", Stops: []*content.Stop{shown("first", all[:6]...), shown("second", all[6:]...), shown("third", "no route at all")}}
		l.Seen = lesson.Seen(a, l)
		tt.change(a)
		a.Index()
		var got []string
		for _, c := range lesson.Changed(a, l) {
			if tt.gone && c.Route == timeline { // that one of its events is gone changes it
				continue
			}
			got = append(got, c.Route)
			if c.Gone != tt.gone || !slices.Contains(c.Stop.Routes, c.Route) {
				t.Errorf("%s: %s of %s, gone: %t", tt.name, c.Route, c.Stop.ID, c.Gone)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Of a page that a lesson was not made with nothing is known, but that it is gone.
func TestChangedWithoutPrints(t *testing.T) {
	l := &content.Lesson{Stops: []*content.Stop{shown("stop", "term/word", "term/gone")}}
	got := lesson.Changed(small(), l)
	if len(got) != 1 || got[0].Route != "term/gone" || !got[0].Gone {
		t.Errorf("%+v", got)
	}
	if seen := lesson.Seen(small(), l); len(seen) != 1 || seen["term/word"] == "" {
		t.Errorf("the prints are %v", seen)
	}
}

// Prints are of a form that a lesson's file can hold, the same each time, and tell
// pages apart.
func TestPrints(t *testing.T) {
	a, form := bundled(t), regexp.MustCompile(`^[0-9a-f]{12}$`)
	found := map[string]string{}
	for _, page := range everything(a) {
		r, err := route.Parse(page)
		if err != nil {
			t.Fatal(err)
		}
		print := lesson.Print(a, r)
		if !form.MatchString(print) || print != lesson.Print(a, r) {
			t.Errorf("%s has the print %q", page, print)
		}
		if other, taken := found[print]; taken {
			t.Errorf("%s and %s have the print %s", page, other, print)
		}
		found[print] = page
	}
}

// A quotation of a speech changes with the speech's words.
func TestPrintOfAQuotation(t *testing.T) {
	a, r := small(), route.To(route.Speech, "address").At("a-quotation")
	before := lesson.Print(a, r)
	a.Speech("address").Paragraphs[1].Text = said("said otherwise")
	if after := lesson.Print(a, r); before == "" || before == after {
		t.Errorf("%q and %q", before, after)
	}
}
