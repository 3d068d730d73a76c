package lesson_test

import (
	"context"
	"sync"
	"testing"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/lesson"
)

// said is words in English that lead somewhere; their hash is what they say.
func said(text string, links ...string) content.Text {
	spans := []content.Span{{Text: text}}
	for _, link := range links {
		spans = append(spans, content.Span{Text: link, Link: link})
	}
	return content.Text{"en": {Title: text, Text: content.Prose{{Spans: spans}}, Hash: text}}
}

// noted is words with something to know before.
func noted(note string) content.Text {
	return content.Text{"en": {Title: note, Note: content.Line(note), Hash: note}}
}

// dated is a date as it is written.
func dated(edtf string) content.Date { return content.Date{EDTF: edtf} }

// small is an archive with one page of each kind. It is made anew each time, to be
// changed.
func small() *content.Archive {
	sources := []string{"source"}
	event := func(id, kind string, people ...string) *content.Event {
		return &content.Event{ID: id, Owner: "history", Date: dated("1995-07-11"), Kind: kind, Place: "town", People: people, Sources: sources, Words: said(id)}
	}
	falls := event("falls", "violence", "convicted", "witness")
	falls.Media, falls.Cases = []string{"hard", "plain"}, []string{"second"}
	falls.Words = said("falls", "person/accused", "organisation/body", "case/second", "search?q=x", "no route at all")
	bare := event("bare", "political")
	bare.Sources = nil
	a := &content.Archive{
		Original: "en", Languages: []content.Lang{"en"},
		People: []*content.Person{
			{ID: "survivor", Name: "S", Group: "survivor", Sources: sources, Words: said("survivor", "person/convicted", "place/town")},
			{ID: "witness", Name: "W", Group: "witness", Words: said("witness")},
			{ID: "convicted", Name: "C", Group: "perpetrator-convicted", Sources: sources, Words: said("convicted", "person/witness")},
			{ID: "accused", Name: "A", Group: "perpetrator-accused", Sources: sources, Words: said("accused")},
		},
		Organisations: []*content.Organisation{{ID: "body", Name: "B", Words: said("body", "term/word")}},
		Places:        []*content.Place{{ID: "town", Name: "T", Country: "BA", Lat: 44, Lon: 19, Words: said("town", "person/survivor")}},
		Terms: []*content.Term{
			{ID: "word", See: []string{"other"}, Sources: sources, Words: said("word")},
			{ID: "other", Words: said("other", "term/third")},
			{ID: "third", Words: said("third")},
		},
		Media: []*content.Medium{
			{ID: "hard", File: "hard.jpg", Words: noted("hard to look at"), Place: "town", People: []string{"accused", "survivor"}},
			{ID: "plain", File: "plain.jpg", Credit: "a museum", Words: said("plain")},
		},
		Cases: []*content.Case{
			{
				ID: "history", Span: dated("1992/1995"), Caution: said("caution"), Media: []string{"plain", "hard"},
				Words: said("history", "place/town"), Essay: said("essay", "person/survivor", "person/convicted", "event/history/falls"),
				Events:   []*content.Event{event("before", "background"), falls, event("judged", "justice", "convicted"), event("memorial", "memory"), bare},
				Figures:  []*content.Figure{{ID: "dead", Low: 7, High: 8, Unit: "people", Sources: sources, Words: said("figure")}},
				Findings: []*content.Finding{{ID: "found", Body: "body", Date: dated("2004-04-19"), Words: said("finding"), Outcomes: []*content.Outcome{{Person: "convicted", Result: "convicted", Charges: []string{"genocide"}}}}},
			},
			{ID: "second", Words: said("second"), Caution: said("another caution")},
		},
		Speeches: []*content.Speech{{
			ID: "address", Speaker: "accused", Place: "town", Date: dated("2010-11-15"), Language: "en", Sources: sources, Words: said("address", "term/third"),
			Paragraphs: []*content.SpeechParagraph{
				{ID: "p1", Text: said("first"), Words: said("argument one"), Terms: []string{"word"}, People: []string{"witness", "convicted"}},
				{ID: "p2", Text: said("second"), Words: said("argument two"), Places: []string{"town"}},
			},
		}},
		Lessons: []*content.Lesson{{ID: "lesson", Words: said("lesson")}},
	}
	a.Index()
	return a
}

// shown is a stop of ten minutes that shows pages.
func shown(id string, routes ...string) *content.Stop {
	return &content.Stop{ID: id, Minutes: 10, Routes: routes, Words: said(id)}
}

// planned is a plan that shows pages, a stop each.
func planned(routes ...string) lesson.Plan {
	var p lesson.Plan
	for _, r := range routes {
		p.Steps = append(p.Steps, lesson.Step{Stop: shown("stop", r), Minutes: 5})
	}
	return p
}

var load = sync.OnceValue(func() *content.Archive {
	return authoring.Load(context.Background(), content.Bundled()).Archive
})

// bundled is the archive that is built into the program.
func bundled(t *testing.T) *content.Archive {
	t.Helper()
	a := load()
	if len(a.Lessons) == 0 {
		t.Fatal("the bundled archive has no lesson")
	}
	return a
}
