package screen_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode"

	"vigil/app/screen"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/route"
)

func buildRoute(d screen.Deps, r route.Route) *screen.Screen {
	return screen.Build(context.Background(), d, r)
}

// Each event page answers "How do we know?" with its sources, how they were
// read, and up to what day.
func TestEventsSayHowWeKnow(t *testing.T) {
	for _, lang := range languages {
		d := deps(t, lang)
		title := d.Locale.Say("know.title")
		asOf := bare(d.Locale.SayWith("know.asof", map[string]string{"date": d.Locale.Date(d.Archive.AsOf)}))
		for _, e := range d.Archive.Events() {
			outline := build(t, d, e.Route()).Outline()
			at := position(outline, func(i voice.Item) bool { return i.Role == voice.Heading && i.Text == title })
			if at < 0 {
				t.Errorf("%s, %s does not say how we know", lang, e.Route())
				continue
			}
			answer := bare(words(outline[at:]))
			if len(e.Sources) == 0 {
				t.Errorf("%s has no source", e.Route())
			}
			for _, id := range e.Sources {
				if s := d.Archive.Source(id); s == nil || !strings.Contains(answer, bare(s.Title)) {
					t.Errorf("%s, %s does not name its source %s", lang, e.Route(), id)
				}
			}
			if !strings.Contains(answer, d.Locale.Say("know.verified."+string(e.Verified))) {
				t.Errorf("%s, %s does not say how it was checked", lang, e.Route())
			}
			if !strings.Contains(answer, asOf) {
				t.Errorf("%s, %s does not say up to what day", lang, e.Route())
			}
		}
	}
}

// A figure is never alone: it has a range, who states it, when, and a source.
func TestFiguresSayWhoStatesThem(t *testing.T) {
	for _, lang := range languages {
		d := deps(t, lang)
		for _, c := range d.Archive.Cases {
			if len(c.Figures) == 0 {
				continue
			}
			said := bare(words(build(t, d, "case/"+c.ID+"/figures").Outline()))
			for _, f := range c.Figures {
				w, _ := f.Words.In(lang, d.Archive.Original)
				want := []string{w.Title, w.Role, bare(d.Locale.Number(f.Low))}
				if !f.Year.IsZero() {
					want = append(want, bare(d.Locale.Date(f.Year)))
				}
				if f.High > 0 {
					want = append(want, bare(d.Locale.Number(f.High)))
				}
				for _, id := range f.Sources {
					want = append(want, bare(d.Archive.Source(id).Title))
				}
				for _, part := range want {
					if part == "" || !strings.Contains(said, part) {
						t.Errorf("%s: figure %s does not say %q", lang, f.ID, part)
					}
				}
			}
		}
	}
}

// A finding in law names the body, the date, the charge and the citation.
func TestFindingsSayWhoFoundThem(t *testing.T) {
	for _, lang := range languages {
		d := deps(t, lang)
		for _, c := range d.Archive.Cases {
			said := bare(words(build(t, d, "case/"+c.ID+"/findings").Outline()))
			for _, f := range c.Findings {
				w, _ := f.Words.In(lang, d.Archive.Original)
				body := d.Archive.Organisation(f.Body)
				when := d.Locale.Date(f.Date)
				if f.Undated {
					when = d.Locale.Say("findings.undated")
				}
				want := []string{bare(w.Title), bare(when), bare(f.Citation)}
				want = append(want, bare(nameIn(d, body.Words, body.Name, body.Names)))
				for _, o := range f.Outcomes {
					want = append(want, outcomeSaid(d, f, o)...)
				}
				for _, part := range want {
					if part == "" || !strings.Contains(said, part) {
						t.Errorf("%s: finding %s does not say %q", lang, f.ID, part)
					}
				}
			}
		}
	}
}

// outcomeSaid is what a page says of an outcome: what became of the charges, and
// of which.
func outcomeSaid(d screen.Deps, f *content.Finding, o *content.Outcome) []string {
	result := string(o.Result)
	if !d.Archive.IsCourt(f.Body) {
		result = map[content.Result]string{content.Found: "concluded", content.NotFound: "not-concluded", content.Overturned: "annulled"}[o.Result]
		if result == "" {
			result = string(o.Result)
		}
	}
	out := []string{bare(d.Locale.Say("outcome." + result))}
	for _, charge := range o.Charges {
		out = append(out, bare(d.Locale.Say("charge."+charge)))
	}
	return out
}

// What is a draft, was made by a machine or is in another language than the
// visitor's says so on its page.
func TestPagesSayWhatTheirWordsAre(t *testing.T) {
	drafts, translated, foreign := 0, 0, 0
	for _, lang := range languages {
		d := deps(t, lang)
		for _, e := range d.Archive.Events() {
			said := bare(words(build(t, d, e.Route()).Outline()))
			w, shown := e.Words.In(lang, d.Archive.Original)
			note := ""
			switch {
			case w.Review == content.Draft && w.Translator != "":
				note = d.Locale.Say("know.translated")
				translated++
			case w.Review == content.Draft:
				note = d.Locale.Say("know.draft")
				drafts++
			}
			if !strings.Contains(said, bare(note)) {
				t.Errorf("%s, %s does not say that it is a draft", lang, e.Route())
			}
			if shown == lang {
				continue
			}
			foreign++
			name := catalogue().Locale(shown).Name()
			note = bare(d.Locale.SayWith("know.otherlanguage", map[string]string{"language": name}))
			if !strings.Contains(said, note) {
				t.Errorf("%s, %s does not say that it is in %s", lang, e.Route(), name)
			}
		}
	}
	if drafts == 0 || translated == 0 || foreign == 0 {
		t.Errorf("the archive has %d drafts, %d translations, %d texts in another language: nothing was tested", drafts, translated, foreign)
	}
}

// A page of reviewed words in the visitor's language has nothing to excuse.
func TestReviewedWordsHaveNoNote(t *testing.T) {
	d := deps(t, "en")
	reviewed := content.Text{"en": {Title: "A day", Text: content.Line("It rained."), Review: content.Reviewed}}
	a := &content.Archive{Original: "en", Words: reviewed, Cases: []*content.Case{{ID: "c", Order: 1, Words: reviewed, Events: []*content.Event{
		{ID: "e", Owner: "c", Kind: "memory", Words: reviewed},
	}}}}
	a.Index()
	d.Archive = a
	for _, address := range []string{"event/c/e", "case/c", "home"} {
		s := build(t, d, address)
		said := words(s.Outline())
		for _, id := range []string{"know.draft", "know.translated"} {
			if s.Lost || strings.Contains(said, d.Locale.Say(id)) {
				t.Errorf("%s: lost %v, says %q", address, s.Lost, d.Locale.Say(id))
			}
		}
	}
}

// rank is a person's place in the order of lists.
func rank(a *content.Archive, address string) int {
	p := a.Person(strings.TrimPrefix(address, "person/"))
	if p == nil {
		return -1
	}
	return slices.Index(content.Groups, p.Group)
}

// Those it happened to stand before those who were convicted of doing it.
func TestSurvivorsStandBeforePerpetrators(t *testing.T) {
	d := deps(t, "en")
	label := d.Locale.Say("event.people")
	mixed := 0
	for _, e := range d.Archive.Events() {
		outline := build(t, d, e.Route()).Outline()
		at := position(outline, func(i voice.Item) bool { return i.Text == label })
		if len(e.People) == 0 {
			if at >= 0 {
				t.Errorf("%s names nobody under %q", e.Route(), label)
			}
			continue
		}
		var ranks []int
		for _, item := range outline[at+1:] {
			if item.Role != voice.Link || !strings.HasPrefix(item.Action, "person/") {
				break
			}
			ranks = append(ranks, rank(d.Archive, item.Action))
		}
		if len(ranks) != len(e.People) {
			t.Errorf("%s names %d of %d people", e.Route(), len(ranks), len(e.People))
		}
		if !slices.IsSorted(ranks) {
			t.Errorf("%s names people in the order %v", e.Route(), ranks)
		}
		if len(ranks) > 1 && ranks[0] != ranks[len(ranks)-1] {
			mixed++
		}
	}
	if mixed == 0 {
		t.Error("no event has people of several groups: nothing was tested")
	}
	for _, address := range []string{"people", "people/bosnia"} {
		last := 0
		for _, item := range build(t, d, address).Outline() {
			if !strings.HasPrefix(item.Action, "person/") {
				continue
			}
			if now := rank(d.Archive, item.Action); now < last {
				t.Errorf("%s: %s stands after %s", address, content.Groups[now], content.Groups[last])
			} else {
				last = now
			}
		}
		if last == 0 {
			t.Errorf("%s lists one group", address)
		}
	}
}

// The words of a speech stand on its page as they were spoken, each paragraph
// whole and in order, and apart from what the archive says of them.
func TestSpeechIsWordForWord(t *testing.T) {
	for _, narrow := range []bool{false, true} {
		for _, lang := range languages {
			d := deps(t, lang)
			d.Look.Narrow = narrow
			for _, sp := range d.Archive.Speeches {
				outline := build(t, d, "speech/"+sp.ID).Outline()
				at := 0
				for _, spoken := range spokenWhole(sp) {
					found := position(outline[at:], func(i voice.Item) bool { return i.Role == voice.Text && i.Text == spoken })
					if spoken == "" || found < 0 {
						t.Errorf("%s, narrow %v: not there word for word, by itself and in its place: %.80q", lang, narrow, spoken)
						continue
					}
					at += found + 1
				}
			}
		}
	}
}

// spokenWhole is each paragraph of a speech; one that continues the paragraph
// before it stands with that one.
func spokenWhole(sp *content.Speech) []string {
	var out []string
	for _, p := range sp.Paragraphs {
		spoken := p.Text[sp.Language].Text.Plain()
		if last := len(out) - 1; p.Joins && last >= 0 {
			out[last] += " " + spoken
			continue
		}
		out = append(out, spoken)
	}
	return out
}

func arabicLetters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.Is(unicode.Arabic, r) && unicode.IsLetter(r) {
			n++
		}
	}
	return n
}

// An event that was translated into Arabic is told in Arabic, in its page and in
// lists.
func TestArabicIsShown(t *testing.T) {
	d := deps(t, "ar")
	list := bare(words(build(t, d, "case/bosnia/timeline?view=list").Outline()))
	n := 0
	for _, e := range d.Archive.Events() {
		w, ok := e.Words["ar"]
		if !ok {
			continue
		}
		n++
		s := build(t, d, e.Route())
		said := bare(words(s.Outline()))
		if s.Title != w.Title || arabicLetters(s.Title) == 0 {
			t.Errorf("%s is titled %q", e.Route(), s.Title)
		}
		for _, b := range w.Text {
			if !strings.Contains(said, bare(b.Plain())) || arabicLetters(b.Plain()) == 0 {
				t.Errorf("%s does not say %.60q", e.Route(), b.Plain())
			}
		}
		if e.Owner == "bosnia" && !strings.Contains(list, bare(w.Title)) {
			t.Errorf("the timeline does not name %s in Arabic", e.ID)
		}
	}
	if n == 0 {
		t.Fatal("the archive has no event in Arabic")
	}
}

// Dates are set in words: no page has one in figures alone.
func TestDatesAreInWords(t *testing.T) {
	for _, lang := range languages {
		d := deps(t, lang)
		for _, e := range d.Archive.Events() {
			said := words(build(t, d, e.Route()).Outline())
			if date := d.Locale.Date(e.Date); !strings.Contains(said, date) {
				t.Errorf("%s, %s does not say %q", lang, e.Route(), date)
			}
			if raw := e.Date.Earliest().Format("2006-01-02"); strings.Contains(said, raw) {
				t.Errorf("%s, %s says %s", lang, e.Route(), raw)
			}
		}
	}
}

// From each event one gets to the one before and the one after it.
func TestEventsFollowOneAnother(t *testing.T) {
	d := deps(t, "en")
	for _, c := range d.Archive.Cases {
		for i, e := range c.Events {
			leads := map[string]bool{}
			for _, item := range build(t, d, e.Route()).Outline() {
				leads[item.Action] = true
			}
			if i > 0 && !leads[c.Events[i-1].Route()] {
				t.Errorf("%s does not lead to the event before it", e.Route())
			}
			if i+1 < len(c.Events) && !leads[c.Events[i+1].Route()] {
				t.Errorf("%s does not lead to the event after it", e.Route())
			}
		}
	}
}

// Every record can be reached from home without typing.
func TestEverythingIsReached(t *testing.T) {
	d := deps(t, "en")
	reached := map[string]bool{"home": true}
	for next := []string{"home"}; len(next) > 0; {
		address := next[0]
		next = next[1:]
		for _, item := range build(t, d, address).Outline() {
			r, err := route.Parse(item.Action)
			if err == nil && item.Role == voice.Link && !reached[r.Page()] {
				reached[r.Page()] = true
				next = append(next, r.Page())
			}
		}
	}
	// The bar leads to these, and home lists all that is on the page of speeches.
	for _, address := range []string{"languages", "search", "pause", "speeches", "selection", "attract"} {
		reached[address] = true
	}
	for _, address := range everywhere(d.Archive) {
		r, _ := route.Parse(address)
		if r.Kind != route.Term && !reached[r.Page()] {
			t.Errorf("nothing leads to %s", r.Page())
		}
	}
}
