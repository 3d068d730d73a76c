package check

import (
	"strconv"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/lesson"
)

// The most minutes of a session and of a stop, and the oldest age, in years.
const (
	mostSession = 240
	mostStop    = 120
	oldest      = 99
)

// lessons asks that minutes and ages can be meant, and warns where a lesson is not as a
// teacher would want it, or has been overtaken by the archive.
func lessons(in *inspection) {
	for _, l := range in.archive.Lessons {
		if in.lessonNumbers(l) {
			for _, f := range lesson.Sound(in.archive, l) {
				in.lessonFault(l, f)
			}
		}
		for _, c := range lesson.Changed(in.archive, l) {
			if !c.Gone { // of what is gone the rule resolve speaks
				in.warn("stop/"+l.ID+"/"+c.Stop.ID+"#routes", authoring.Quote(c.Route)+" has changed since the lesson was made on version "+l.MadeOn, "read the page again, then open the lesson in the builder and save it")
			}
		}
	}
}

// lessonNumbers reports whether all numbers can be meant: of others nothing follows.
func (in *inspection) lessonNumbers(l *content.Lesson) bool {
	key := "lesson/" + l.ID
	ok := in.minutes(key+"#minutes", l.Minutes, 1, mostSession)
	if ok {
		ok = in.minutes(key+"#short", l.Short, 0, l.Minutes)
	}
	for _, s := range l.Stops {
		key := "stop/" + l.ID + "/" + s.ID
		ok = in.minutes(key+"#minutes", s.Minutes, 0, mostStop) && ok
		ok = in.minutes(key+"#short", s.Short, 0, mostStop) && ok
		if s.From < 0 || s.From > oldest {
			in.fail(key+"#from", strconv.Itoa(s.From)+" is no age", "write the youngest age, such as 15, or leave it out")
			ok = false
		}
	}
	return ok
}

func (in *inspection) minutes(key string, n, least, most int) bool {
	if n >= least && n <= most {
		return true
	}
	in.fail(key, strconv.Itoa(n)+" minutes cannot be meant", "write a whole number from "+strconv.Itoa(least)+" to "+strconv.Itoa(most))
	return false
}

// faults says what each fault is and what mends it.
var faults = map[lesson.Fault][2]string{
	lesson.TooLong:      {"the stops take longer than the lesson", "shorten stops, or raise minutes"},
	lesson.ShortTooLong: {"the stops of the short session take longer than it", "leave short out of a stop, or raise the lesson's short"},
	lesson.NoLifeBefore: {"the lesson tells of violence and does not begin with a life, a place or what was before", "begin with a person, a place, an event of kind background or the history's first page"},
	lesson.EndsAtWorst:  {"the last stop shows violence and nothing that followed", "end with what followed: a judgment, a memorial, a life after"},
	lesson.NoSource:     {"this stop shows a page that cites no source", "add a source to that page, or choose another"},
	lesson.OverAge:      {"this stop is for older learners than the lesson, or shows violence to children", "write from: with the youngest age, or choose another page"},
	lesson.Nothing:      {"this stop shows nothing and asks nothing", "add routes or questions, or take the stop out"},
	lesson.Crowded:      {"this stop shows more pages than its minutes let be seen", "take pages out, or raise its minutes"},
}

func (in *inspection) lessonFault(l *content.Lesson, f lesson.Found) {
	key := "lesson/" + l.ID + "#minutes"
	if f.Fault == lesson.ShortTooLong {
		key = "lesson/" + l.ID + "#short"
	}
	if f.Stop >= 0 {
		key = "stop/" + l.ID + "/" + l.Stops[f.Stop].ID
	}
	in.warn(key, faults[f.Fault][0], faults[f.Fault][1])
}
