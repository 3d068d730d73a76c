// Package session is a class while it is given: where it stands in its plan, its
// clocks, what learners have written and what of that has been let through, and how all
// of it survives a crash. It knows no Fyne, no archive and no wall clock: whoever shows
// it says what there is to show ([Deck]) and what time it is.
//
// A [Session] belongs to one goroutine. After each change its owner saves it ([Store]);
// nothing of a class is kept once it has ended.
package session

import (
	"slices"
	"time"

	"vigil/content"
	"vigil/content/lesson"
)

// Bounds of what a class may leave in memory and on the disk.
const (
	MostAnswers = 120 // in one session
	MostLetters = 200 // of one answer
)

// Times that a session waits.
const (
	// mostLeap is the longest that counts as time of the class when nothing was heard of
	// it meanwhile, as after a power cut; more than that, and the clock was changed.
	mostLeap = 15 * time.Minute
	// overtime is how long a session goes on after its plan before it ends by itself.
	overtime = 30 * time.Minute
	// silence is how long nobody may touch anything before it does.
	silence = 40 * time.Minute
	// warned is how long before that the educator is told.
	warned = 5 * time.Minute
)

// Deck says how much there is to show: items of a step (its task, its pages, its
// questions), and parts of an item, for large letters leave little room. Both are at
// least 1 for a step of the plan; the step after the last is the closing.
type Deck interface {
	Items(step int) int
	Parts(step, item int) int
}

// At is a place in a session.
type At struct {
	Step int `json:"step"` // of the plan; the number of steps is the closing
	Item int `json:"item"`
	Part int `json:"part"`
}

// Mode is who has the kiosk.
type Mode string

// The modes: the educator leads, learners look around in the lesson's pages, or
// learners write.
const (
	Leading   Mode = ""
	Exploring Mode = "explore"
	Writing   Mode = "write"
)

// Answer is a short text that a learner has typed. Nothing in it says who or when.
type Answer struct {
	ID     string `json:"id"` // random: answers are listed by it, which hides in what order they came
	Step   int    `json:"step"`
	Text   string `json:"text"`
	Passed bool   `json:"passed"` // the educator has let it through
}

// State is all of a session that is kept while it lasts.
type State struct {
	Form    int             `json:"form"` // of this file
	Archive string          `json:"archive"`
	Lesson  string          `json:"lesson"`
	Ages    string          `json:"ages"`
	Minutes int             `json:"minutes"`
	Langs   []content.Lang  `json:"langs"` // of the wall: one, or two side by side
	At      At              `json:"at"`
	Spent   []time.Duration `json:"spent"` // by step, the closing last
	Held    bool            `json:"held"`  // the clocks stand
	Blank   bool            `json:"blank"` // the wall is dark
	Mode    Mode            `json:"mode"`
	Where   []string        `json:"where"` // the pages that learners have open, the last in front
	Skipped []int           `json:"skipped"`
	Answers []Answer        `json:"answers"`
	Shown   bool            `json:"shown"` // the answers let through are on the wall
	Notes   []string        `json:"notes"` // content notes that the educator has answered, by id
	Saved   time.Time       `json:"saved"`
}

// form is the number of the file's form.
const form = 1

// Session is a class while it is given.
type Session struct {
	State
	Plan lesson.Plan
	deck Deck
	last time.Time // when the clocks were last looked at
	felt time.Time // when somebody last did something
}

// Begin begins a session of a plan, in one or two languages.
func Begin(archive string, p lesson.Plan, langs []content.Lang, deck Deck, now time.Time) *Session {
	return &Session{
		State: State{
			Form: form, Archive: archive, Lesson: p.Lesson.ID, Ages: p.Ages.String(), Minutes: p.Minutes, Langs: slices.Clone(langs),
			Spent: make([]time.Duration, len(p.Steps)+1), Saved: now,
		},
		Plan: p, deck: deck, last: now, felt: now,
	}
}

// Show gives a session what there is to show. Where it stood beyond the items of its
// step, it stands at the last. Its part is kept even where there are fewer: how many
// there are depends on the size of a wall, and a window has another one for a moment.
func (s *Session) Show(deck Deck) {
	s.deck = deck
	s.At.Item = min(s.At.Item, deck.Items(s.At.Step)-1)
}

// here is where the session stands among the parts that there are.
func (s *Session) here() At {
	at := s.At
	at.Part = min(at.Part, s.deck.Parts(at.Step, at.Item)-1)
	return at
}

// Closing is the step after the last stop.
func (s *Session) Closing() int { return len(s.Plan.Steps) }

// Felt hears that somebody is there.
func (s *Session) Felt(now time.Time) { s.felt = now }

// Tick looks at the clock. It reports whether the session has ended by itself.
func (s *Session) Tick(now time.Time) (over bool) {
	gone := now.Sub(s.last)
	s.last = now
	if gone < 0 || gone > mostLeap {
		// The clock was changed, or the machine slept: none of it was the class's.
		s.felt = s.felt.Add(gone)
		return false
	}
	if !s.Held {
		s.Spent[s.At.Step] += gone
	}
	return s.Left(now) <= 0
}

// Left is how long the session goes on if nobody does anything.
func (s *Session) Left(now time.Time) time.Duration {
	byPlan := time.Duration(s.Minutes)*time.Minute + overtime - s.Whole()
	bySilence := silence - now.Sub(s.felt)
	if s.Held {
		return bySilence
	}
	return min(byPlan, bySilence)
}

// Ending reports whether the educator should be told that the session is about to end.
func (s *Session) Ending(now time.Time) bool { return s.Left(now) <= warned }

// Whole is the time that has been spent.
func (s *Session) Whole() time.Duration {
	var sum time.Duration
	for _, d := range s.Spent {
		sum += d
	}
	return sum
}

// Here is the time spent at the present step, and what the plan gives it; the closing
// has none.
func (s *Session) Here() (spent, planned time.Duration) {
	if s.At.Step < len(s.Plan.Steps) {
		planned = time.Duration(s.Plan.Steps[s.At.Step].Minutes) * time.Minute
	}
	return s.Spent[s.At.Step], planned
}

// Next goes on: to the next part, item or step. It reports whether there was more.
func (s *Session) Next() bool {
	at, ok := s.After()
	s.goTo(at)
	return ok
}

// After is what comes next, and whether there is more.
func (s *Session) After() (At, bool) {
	at := s.here()
	switch {
	case at.Part+1 < s.deck.Parts(at.Step, at.Item):
		at.Part++
	case at.Item+1 < s.deck.Items(at.Step):
		at.Item, at.Part = at.Item+1, 0
	case at.Step < s.Closing():
		at = At{Step: at.Step + 1}
	default:
		return at, false
	}
	return at, true
}

// Back goes back by one part, item or step.
func (s *Session) Back() {
	at := s.here()
	switch {
	case at.Part > 0:
		at.Part--
	case at.Item > 0:
		at.Item--
		at.Part = s.deck.Parts(at.Step, at.Item) - 1
	case at.Step > 0:
		at.Step--
		at.Item = s.deck.Items(at.Step) - 1
		at.Part = s.deck.Parts(at.Step, at.Item) - 1
	}
	s.goTo(at)
}

// Skip leaves the present stop for the next.
func (s *Session) Skip() {
	if s.At.Step >= s.Closing() {
		return
	}
	if !slices.Contains(s.Skipped, s.At.Step) {
		s.Skipped = append(s.Skipped, s.At.Step)
	}
	s.goTo(At{Step: s.At.Step + 1})
}

// Turn goes to the beginning of a step.
func (s *Session) Turn(step int) { s.goTo(At{Step: min(max(step, 0), s.Closing())}) }

// goTo goes to a place, where the wall is seen and the educator leads.
func (s *Session) goTo(at At) {
	if at.Step != s.At.Step {
		s.Where = nil
	}
	s.At, s.Blank, s.Shown, s.Mode = at, false, false, Leading
}

// Hold stops the clocks, or lets them go on.
func (s *Session) Hold() { s.Held = !s.Held }

// Darken makes the wall dark, or shows it again.
func (s *Session) Darken() { s.Blank = !s.Blank }

// Give hands the kiosk to the learners, to look around or to write.
func (s *Session) Give(m Mode) { s.Mode = m }

// Call calls all back: the educator leads, and the wall is seen. Where learners were is
// kept.
func (s *Session) Call() { s.Mode, s.Blank = Leading, false }

// mostWhere bounds how far back learners can go.
const mostWhere = 50

// Stand notes the pages that learners have open.
func (s *Session) Stand(pages []string) {
	s.Where = slices.Clone(pages[max(0, len(pages)-mostWhere):])
}
