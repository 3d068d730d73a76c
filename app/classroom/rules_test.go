package classroom_test

import (
	"bytes"
	"image"
	"image/png"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"fyne.io/fyne/v2"

	"vigil/app/classroom/session"
	"vigil/app/ui"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/lesson"
	"vigil/content/route"
)

// record is what is known of a page of the archive besides its words.
type record struct {
	words    content.Text
	sources  []string
	verified content.Verified
}

// of finds it; it is empty for pages that have no record of their own.
func of(a *content.Archive, r route.Route) record {
	switch id := r.ID(0); r.Kind {
	case route.Event:
		e := a.Event(id, r.ID(1))
		return record{e.Words, e.Sources, e.Verified}
	case route.Person:
		p := a.Person(id)
		return record{p.Words, p.Sources, p.Verified}
	case route.Speech:
		s := a.Speech(id)
		return record{s.Words, s.Sources, s.Verified}
	case route.Place:
		p := a.Place(id)
		return record{p.Words, p.Sources, ""}
	case route.Term:
		t := a.Term(id)
		return record{t.Words, t.Sources, ""}
	case route.Case:
		c := a.Case(id)
		var sources []string
		for _, e := range c.Events {
			sources = append(sources, e.Sources...)
		}
		switch r.ID(1) {
		case "essay":
			return record{c.Essay, nil, ""}
		case "", "timeline":
			return record{c.Words, sources, ""}
		}
		return record{words: c.Words}
	}
	return record{}
}

// The wall says of every page what the page says of itself: that it is a draft, a
// machine's translation, in another language, not read again; and who says so.
func TestTheWallSaysHowWeKnow(t *testing.T) {
	a := bundled()
	seen := map[string]int{}
	for _, lang := range []content.Lang{"en", "ar", "rw", "de"} {
		for _, l := range a.Lessons {
			k := newKiosk(t, a, 1, projector)
			k.give(l.ID, 90, lang)
			for _, x := range k.class.Dealt(projector) {
				if x.Page.Kind == "" {
					continue
				}
				rec := of(a, x.Page)
				w, there := rec.words[lang]
				if !there {
					w = rec.words[a.Original]
				}
				onWall := outline(k.class.WallAt(x.At, projector))
				expect := func(so bool, id, words string) {
					t.Helper()
					if !so {
						return
					}
					seen[id]++
					if !strings.Contains(onWall, words) {
						t.Errorf("%s %v in %s does not say %q:\n%s", l.ID, x.Page, lang, words, onWall)
					}
				}
				expect(w.Review == content.Draft && w.Translator == "", "draft", say(lang, "know.draft"))
				expect(w.Review == content.Draft && w.Translator != "", "translated", say(lang, "know.translated"))
				expect(!there && len(rec.words) > 0, "partly", catalogue().Locale(lang).SayWith("know.partly", map[string]string{"language": catalogue().Locale(a.Original).Name()}))
				expect(rec.verified == content.FromMemory, "memory", say(lang, "know.verified.memory"))
				expect(len(rec.sources) > 0, "sources", x.Source)
				if len(rec.sources) > 0 && x.Source == "" {
					t.Errorf("%s: %v names nobody who says so", l.ID, x.Page)
				}
			}
		}
	}
	for _, id := range []string{"translated", "sources"} {
		if seen[id] == 0 {
			t.Errorf("nothing on any wall has %s: this test cannot fail", id)
		}
	}
}

// album is an archive with pictures of every kind and a lesson that shows them, a history
// with a figure, and people of whom one is accused.
func album() *content.Archive {
	words := func(title, note string) content.Text {
		return content.Text{"en": {Title: title, Text: content.Line(title + " told."), Note: content.Line(note), Review: content.Reviewed}}
	}
	medium := func(id, note string, on string, people ...string) *content.Medium {
		return &content.Medium{ID: id, File: "m.png", Credit: "Own", Rights: "Own", Show: on, People: people, Words: words("Picture "+id, note)}
	}
	stop := func(id string, routes ...string) *content.Stop {
		return &content.Stop{ID: id, Minutes: 5, Routes: routes, Words: words("Stop "+id, "")}
	}
	a := &content.Archive{
		ID: "album", Original: "en", Languages: []content.Lang{"en"}, Words: words("Album", ""),
		Sources: []*content.Source{{ID: "book", Title: "The Book", Author: "A. Writer"}},
		People: []*content.Person{
			{ID: "witness", Name: "Witness", Group: "witness", Sources: []string{"book"}, Words: words("Witness", "")},
			{ID: "accused", Name: "Accused", Group: "perpetrator-convicted", Sources: []string{"book"}, Words: words("Accused", "")},
		},
		Media: []*content.Medium{
			medium("open", "", content.OnSight), medium("hard", "It shows a wall of names.", content.OnSight),
			medium("tribunal", "It shows a courtroom.", "", "accused"), medium("face", "", content.OnSight, "accused"), medium("own", "", content.OnSight, "witness"),
		},
		Cases: []*content.Case{{
			ID: "history", Order: 1, Words: words("History", ""),
			Figures: []*content.Figure{{ID: "dead", Low: 7000, High: 8000, Unit: "people", Sources: []string{"book"}, Words: content.Text{"en": {Title: "people killed", Role: "The tribunal", Review: content.Reviewed}}}},
		}},
		Lessons: []*content.Lesson{{ID: "lesson", Minutes: 45, Words: words("Lesson", ""), Stops: []*content.Stop{
			stop("open", "media/open"), stop("hard", "media/hard"), stop("tribunal", "media/tribunal"), stop("face", "media/face"), stop("own", "media/own"),
			stop("person", "person/accused"), stop("witness", "person/witness"), stop("figures", "case/history/figures"),
		}}},
	}
	a.Index()
	return a
}

// pictures are what a tree shows as pictures.
func pictures(o fyne.CanvasObject) int {
	n := 0
	for _, item := range ui.Outline(o) {
		if item.Role == voice.Image {
			n++
		}
	}
	return n
}

// A picture with a content note is on the wall where the note was answered and nowhere
// else; somebody accused is never shown there, whatever was answered.
func TestPicturesOnTheWall(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 300, 200))); err != nil {
		t.Fatal(err)
	}
	a := album()
	for _, answered := range []bool{true, false} {
		k := newKiosk(t, a, 1, projector)
		k.files = fstest.MapFS{"media/m.png": &fstest.MapFile{Data: file.Bytes()}}
		k.give("lesson", 45, "en")
		if !answered {
			k.class.Session().Notes = nil
		}
		for step, want := range []int{1, map[bool]int{true: 1}[answered], 0, 0, 1, 0} {
			wall := k.class.WallAt(session.At{Step: step, Item: 1}, projector)
			if got := pictures(wall); got != want {
				t.Errorf("notes answered %v: stop %q has %d pictures, not %d:\n%s", answered, a.Lessons[0].Stops[step].ID, got, want, outline(wall))
			}
			if !strings.Contains(outline(wall), "told.") {
				t.Errorf("stop %q does not tell of what it is about", a.Lessons[0].Stops[step].ID)
			}
		}
	}
	// What the educator has to answer is what the pictures need.
	var ids []string
	for _, n := range lesson.For(a.Lessons[0], lesson.Bands[2], 45).Touches(a) {
		ids = append(ids, n.ID)
	}
	if !slices.Equal(ids, []string{"media/hard", "media/tribunal"}) {
		t.Errorf("the educator answers %v", ids)
	}
}

// A note that has come into the archive while the power was off is not taken as
// answered.
func TestNewNotesAreNotAnswered(t *testing.T) {
	a := album()
	k := newKiosk(t, a, 1, projector)
	k.give("lesson", 45, "en")
	if !k.class.Answered("media/hard") || k.class.Answered("media/open") {
		t.Error("what was answered is not kept")
	}
	if k.class.End(); k.class.Answered("media/hard") {
		t.Error("an answer outlives its class")
	}
}

// No number stands on the wall without who states it, and a number that is not certain
// is a range.
func TestNumbersOnTheWall(t *testing.T) {
	k := newKiosk(t, album(), 1, projector)
	k.give("lesson", 45, "en")
	words := outline(k.class.WallAt(session.At{Step: 7, Item: 1}, projector))
	for _, want := range []string{"The tribunal", say("en", "figures.caution"), "7,000", "8,000"} {
		if !strings.Contains(words, want) {
			t.Errorf("the wall does not say %q:\n%s", want, words)
		}
	}
}
