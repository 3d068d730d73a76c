package session

import (
	"cmp"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// What may be said of an answer that is not taken.
var (
	ErrEmpty = errors.New("the answer says nothing")
	ErrFull  = errors.New("the session has as many answers as it can hold")
)

// Answer takes what a learner has typed at the present stop; it waits for the educator.
// Longer than MostLetters is cut, for the field takes no more.
func (s *Session) Answer(text string) error {
	text = clean(text)
	switch {
	case text == "":
		return ErrEmpty
	case len(s.Answers) >= MostAnswers:
		return ErrFull
	}
	s.Answers = append(s.Answers, Answer{ID: s.name(), Step: s.At.Step, Text: text})
	slices.SortFunc(s.Answers, func(a, b Answer) int { return cmp.Compare(a.ID, b.ID) })
	return nil
}

// name is a random name that no answer has.
func (s *Session) name() string {
	for {
		var b [8]byte
		_, _ = rand.Read(b[:]) // it never fails: see crypto/rand
		id := hex.EncodeToString(b[:])
		if !slices.ContainsFunc(s.Answers, func(a Answer) bool { return a.ID == id }) {
			return id
		}
	}
}

// clean makes one line of what was typed: white space is single, what has no picture is
// left out but for what joins letters.
func clean(text string) string {
	text = norm.NFC.String(strings.ToValidUTF8(text, ""))
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == '\u200c' || r == '\u200d': // joiners, which Persian and Khmer are written with
			return r
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r):
			return -1
		}
		return r
	}, text)
	letters := []rune(strings.Join(strings.Fields(text), " "))
	return strings.TrimSpace(string(letters[:min(len(letters), MostLetters)]))
}

// Waiting lists the answers of all stops that the educator has not answered yet.
func (s *Session) Waiting() []Answer {
	return s.those(func(a Answer) bool { return !a.Passed })
}

// Through lists the answers of a step that have been let through: all that a wall may
// show.
func (s *Session) Through(step int) []Answer {
	return s.those(func(a Answer) bool { return a.Passed && a.Step == step })
}

// Passed lists the answers of all stops that have been let through.
func (s *Session) Passed() []Answer { return s.those(func(a Answer) bool { return a.Passed }) }

func (s *Session) those(are func(Answer) bool) []Answer {
	var out []Answer
	for _, a := range s.Answers {
		if are(a) {
			out = append(out, a)
		}
	}
	return out
}

// Pass lets an answer through, or takes it back.
func (s *Session) Pass(id string, yes bool) {
	for i := range s.Answers {
		if s.Answers[i].ID == id {
			s.Answers[i].Passed = yes
		}
	}
}

// Drop takes an answer away for good.
func (s *Session) Drop(id string) {
	s.Answers = slices.DeleteFunc(s.Answers, func(a Answer) bool { return a.ID == id })
}
