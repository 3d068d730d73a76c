// Package lesson is what a class needs to know of a lesson before it is given: the
// plan for so many minutes and such an age, what the stops touch, where learners may
// look around, what in the archive has changed since the lesson was made, and what a
// teacher would be warned of. It is pure: it reads an archive and changes nothing, so
// that the kiosk, the sheets on paper, the builder and vigil check judge alike.
package lesson

import (
	"cmp"
	"slices"

	"vigil/content"
)

// The fewest and most minutes that a session can be planned for.
const (
	Fewest = 10
	Most   = 120
)

// Bands are the ages that an educator chooses from.
var Bands = []content.Ages{{From: 11, To: 14}, {From: 15, To: 18}, {From: 18}}

// Plan is a lesson as one class is given it.
type Plan struct {
	Lesson  *content.Lesson
	Ages    content.Ages
	Minutes int
	Steps   []Step
	Left    []Left // what is not shown in this session, in the lesson's order
}

// Step is a stop and its minutes in the plan.
type Step struct {
	Stop    *content.Stop
	Minutes int
}

// Reason says why a stop is left out.
type Reason string

// The reasons: there is no time, or the class is too young.
const (
	NoTime   Reason = "time"
	TooEarly Reason = "age"
)

// Left is a stop that is left out, and why.
type Left struct {
	Stop *content.Stop
	Why  Reason
}

// heaviest bounds what a stop weighs when minutes are dealt out, whatever its file says.
const heaviest = 1000

// For plans a lesson for a class of some ages that has so many minutes. With less than
// two thirds of the lesson's time its short session is taken, where it has one. Minutes
// are dealt out as the lesson deals them, whole, each stop at least one, and come to
// what was asked for, bounded by Fewest and Most; to more where there are more stops
// than minutes.
func For(l *content.Lesson, ages content.Ages, minutes int) Plan {
	minutes = min(max(minutes, Fewest), Most)
	p := Plan{Lesson: l, Ages: ages, Minutes: minutes}
	short := hasShort(l, ages) && 3*minutes < 2*min(l.Minutes, heaviest)
	var weights []int
	for _, s := range l.Stops {
		weight := s.Minutes
		if short {
			weight = s.Short
		}
		switch {
		case !meant(s, ages):
			p.Left = append(p.Left, Left{s, TooEarly})
		case weight <= 0:
			p.Left = append(p.Left, Left{s, NoTime})
		default:
			p.Steps = append(p.Steps, Step{Stop: s})
			weights = append(weights, min(weight, heaviest))
		}
	}
	for i, m := range deal(minutes, weights) {
		p.Steps[i].Minutes = m
	}
	p.Minutes = max(p.Minutes, len(p.Steps))
	return p
}

// meant reports whether a stop is for everybody in a class.
func meant(s *content.Stop, ages content.Ages) bool { return s.From <= ages.From }

// hasShort reports whether a lesson has a short session with a stop for such a class.
func hasShort(l *content.Lesson, ages content.Ages) bool {
	return l.Short > 0 && slices.ContainsFunc(l.Stops, func(s *content.Stop) bool { return s.Short > 0 && meant(s, ages) })
}

// deal divides minutes by weights (largest remainder), at least one each. Who weighs
// more gets no less.
func deal(minutes int, weights []int) []int {
	whole := 0
	for _, w := range weights {
		whole += w
	}
	type rest struct{ at, part int }
	out, rests, dealt := make([]int, len(weights)), make([]rest, len(weights)), 0
	for i, w := range weights {
		out[i], rests[i] = minutes*w/whole, rest{i, minutes * w % whole}
		if out[i] == 0 { // rounded up already
			out[i], rests[i].part = 1, 0
		}
		dealt += out[i]
	}
	slices.SortStableFunc(rests, func(a, b rest) int { return cmp.Compare(b.part, a.part) })
	for i := 0; dealt < minutes && len(rests) > 0; i = (i + 1) % len(rests) {
		out[rests[i].at]++
		dealt++
	}
	for ; dealt > minutes; dealt-- {
		longest := 0
		for i := range out {
			if out[i] > out[longest] || out[i] == out[longest] && weights[i] < weights[longest] {
				longest = i
			}
		}
		if out[longest] == 1 {
			break
		}
		out[longest]--
	}
	return out
}
