package lesson

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"vigil/content"
	"vigil/content/route"
)

// Change is a page of a lesson that is not as it was when the lesson was made.
type Change struct {
	Stop  *content.Stop
	Route string
	Gone  bool // the archive no longer has it
}

// Changed lists what has changed in the archive since the lesson was made. Of a page
// whose print the lesson does not hold nothing is said, but that it is gone.
func Changed(a *content.Archive, l *content.Lesson) []Change {
	var out []Change
	for _, s := range l.Stops {
		for _, r := range routes(s) {
			now := Print(a, r)
			was := l.Seen[r.String()]
			if now == "" || was != "" && was != now {
				out = append(out, Change{s, r.String(), now == ""})
			}
		}
	}
	return out
}

// Seen is the prints of all pages of a lesson, for its file.
func Seen(a *content.Archive, l *content.Lesson) map[string]string {
	out := map[string]string{}
	for _, s := range l.Stops {
		for _, r := range routes(s) {
			if p := Print(a, r); p != "" {
				out[r.String()] = p
			}
		}
	}
	return out
}

// Print names what a page says, in the archive's own language, by twelve hexadecimal
// digits: the beginning of SHA-256 over its facts and the hashes of its words. It is ""
// where the archive has no such page.
func Print(a *content.Archive, r route.Route) string {
	var facts strings.Builder
	say := func(v ...string) { facts.WriteString(strings.Join(v, "\x1f") + "\n") }
	words := func(t content.Text) { say(t[a.Original].Hash) }
	if !factsOf(a, r, say, words) {
		return ""
	}
	sum := sha256.Sum256([]byte(facts.String()))
	return hex.EncodeToString(sum[:])[:12]
}

func factsOf(a *content.Archive, r route.Route, say func(...string), words func(content.Text)) bool {
	id := r.ID(0)
	switch r.Kind {
	case route.Event:
		e := a.Event(id, r.ID(1))
		if e == nil {
			return false
		}
		eventFacts(e, say, words)
	case route.Case:
		c := a.Case(id)
		if c == nil {
			return false
		}
		caseFacts(c, r.ID(1), say, words)
	case route.Speech:
		s := a.Speech(id)
		if s == nil {
			return false
		}
		say(s.Date.EDTF, s.Speaker)
		words(s.Words)
		for _, p := range spoken(s, r.Anchor) {
			say(p.Text[s.Language].Hash)
			words(p.Words)
		}
	case route.Person:
		p := a.Person(id)
		if p == nil {
			return false
		}
		say(p.Name, p.Born.EDTF, p.Died.EDTF, p.Group)
		words(p.Words)
	case route.Place:
		p := a.Place(id)
		if p == nil {
			return false
		}
		say(p.Name, p.Country, fmt.Sprint(p.Lat, p.Lon))
		words(p.Words)
	case route.Organisation:
		o := a.Organisation(id)
		if o == nil {
			return false
		}
		say(o.Name)
		words(o.Words)
	case route.Term:
		t := a.Term(id)
		if t == nil {
			return false
		}
		words(t.Words)
	case route.Medium:
		m := a.Medium(id)
		if m == nil {
			return false
		}
		say(m.File, m.Credit)
		words(m.Words)
	case route.Lesson:
		return a.Lesson(id) != nil
	}
	return true
}

// spoken is the paragraph that an anchor names; all of them where it names another thing,
// such as a quotation, or nothing.
func spoken(s *content.Speech, anchor string) []*content.SpeechParagraph {
	for _, p := range s.Paragraphs {
		if p.ID == anchor {
			return []*content.SpeechParagraph{p}
		}
	}
	return s.Paragraphs
}

func eventFacts(e *content.Event, say func(...string), words func(content.Text)) {
	say(e.Date.EDTF, e.Place, e.Kind)
	say(e.People...)
	say(e.Sources...)
	words(e.Words)
}

// caseFacts are those of the page alone: a history's first page does not change with an
// event of its timeline.
func caseFacts(c *content.Case, part string, say func(...string), words func(content.Text)) {
	switch part {
	case "essay":
		words(c.Essay)
	case "timeline", "map":
		for _, e := range c.Events {
			eventFacts(e, say, words)
		}
	case "figures":
		for _, f := range c.Figures {
			say(f.ID, fmt.Sprint(f.Low, f.High, f.AtLeast), f.Unit, f.Year.EDTF)
			say(f.Sources...)
			words(f.Words)
		}
	case "findings":
		for _, f := range c.Findings {
			findingFacts(f, say, words)
		}
	default:
		say(c.Span.EDTF)
		words(c.Words)
	}
}

func findingFacts(f *content.Finding, say func(...string), words func(content.Text)) {
	say(f.ID, f.Date.EDTF, f.Body, f.Citation, f.AppealOf)
	say(f.Sources...)
	words(f.Words)
	for _, o := range f.Outcomes {
		say(o.Person, o.Organisation, o.State, o.Name, string(o.Result))
		say(o.Charges...)
		words(o.Words)
	}
}
