package lesson

import (
	"vigil/content"
	"vigil/content/route"
)

// Fault is what a teacher should look at again before giving a lesson.
type Fault string

// The faults. None of them stops a lesson: they are warnings.
const (
	TooLong      Fault = "long"       // the stops take longer than the lesson
	ShortTooLong Fault = "short"      // the stops of the short session take longer than it
	NoLifeBefore Fault = "before"     // it tells of violence and does not begin with a life, a place or what was before
	EndsAtWorst  Fault = "worst"      // its last stop with pages shows violence and nothing that followed
	NoSource     Fault = "source"     // a stop shows something that cites no source
	OverAge      Fault = "age"        // a stop is for older learners than the lesson, or shows violence to children
	Nothing      Fault = "pages"      // a stop shows nothing and asks nothing
	Crowded      Fault = "pages-many" // a stop shows more than its minutes let be seen
)

// Found is a fault and where it is.
type Found struct {
	Fault Fault
	Stop  int // the stop's place from 0, or -1 where the whole lesson is meant
}

// childhood is the age below which a lesson should show no violence without saying
// that a stop is for older learners.
const childhood = 14

// mostAMinute is how many pages can be looked at in a minute.
const mostAMinute = 2

// Sound lists the faults of a lesson, in the order of its stops.
func Sound(a *content.Archive, l *content.Lesson) []Found {
	var out []Found
	whole, short, violent := 0, 0, false
	for i, s := range l.Stops {
		whole, short = whole+s.Minutes, short+s.Short
		violent = violent || shows(a, s, violence)
		out = append(out, stopFaults(a, l, s, i)...)
	}
	if whole > l.Minutes {
		out = append(out, Found{TooLong, -1})
	}
	if l.Short > 0 && short > l.Short {
		out = append(out, Found{ShortTooLong, -1})
	}
	if violent && !shows(a, l.Stops[0], before) {
		out = append(out, Found{NoLifeBefore, 0})
	}
	if last := lastWithPages(l); last >= 0 && shows(a, l.Stops[last], violence) && !shows(a, l.Stops[last], after) {
		out = append(out, Found{EndsAtWorst, last})
	}
	return out
}

func stopFaults(a *content.Archive, l *content.Lesson, s *content.Stop, i int) []Found {
	var out []Found
	if l.Ages.To > 0 && s.From > l.Ages.To || shows(a, s, violence) && max(s.From, l.Ages.From) < childhood {
		out = append(out, Found{OverAge, i})
	}
	if len(s.Routes) == 0 && len(s.Questions) == 0 && len(s.Words) == 0 {
		out = append(out, Found{Nothing, i})
	}
	if s.Minutes > 0 && len(s.Routes) > mostAMinute*s.Minutes {
		out = append(out, Found{Crowded, i})
	}
	for _, r := range routes(s) {
		if !sourced(a, r) {
			return append(out, Found{NoSource, i})
		}
	}
	return out
}

func lastWithPages(l *content.Lesson) int {
	for i := len(l.Stops) - 1; i >= 0; i-- {
		if len(l.Stops[i].Routes) > 0 {
			return i
		}
	}
	return -1
}

func shows(a *content.Archive, s *content.Stop, is func(*content.Archive, route.Route) bool) bool {
	for _, r := range routes(s) {
		if is(a, r) {
			return true
		}
	}
	return false
}

func kindOf(a *content.Archive, r route.Route) string {
	if r.Kind == route.Event {
		if e := a.Event(r.ID(0), r.ID(1)); e != nil {
			return e.Kind
		}
	}
	return ""
}

func violence(a *content.Archive, r route.Route) bool { return kindOf(a, r) == "violence" }

// before reports whether a page tells of a life, of a place, or of what was before.
func before(a *content.Archive, r route.Route) bool {
	switch r.Kind {
	case route.Person:
		p := a.Person(r.ID(0))
		return p != nil && !p.Accused()
	case route.Place:
		return true
	case route.Case:
		return r.ID(1) == "" || r.ID(1) == "essay" || r.ID(1) == "map"
	}
	return kindOf(a, r) == "background"
}

// after reports whether a page tells of what followed.
func after(a *content.Archive, r route.Route) bool {
	switch r.Kind {
	case route.Person:
		p := a.Person(r.ID(0))
		return p != nil && !p.Accused()
	case route.Speech, route.Term:
		return true
	case route.Case:
		return r.ID(1) == "findings"
	}
	switch kindOf(a, r) {
	case "justice", "memory", "response", "law":
		return true
	}
	return false
}

// sourced reports whether what a page says cites a source. Pages that only lead on, and
// those of which nothing is known, are not asked.
func sourced(a *content.Archive, r route.Route) bool {
	switch id := r.ID(0); r.Kind {
	case route.Event:
		e := a.Event(id, r.ID(1))
		return e == nil || len(e.Sources) > 0
	case route.Person:
		p := a.Person(id)
		return p == nil || len(p.Sources) > 0
	case route.Term:
		t := a.Term(id)
		return t == nil || len(t.Sources) > 0
	case route.Speech:
		s := a.Speech(id)
		return s == nil || len(s.Sources) > 0
	case route.Medium:
		m := a.Medium(id)
		return m == nil || len(m.Sources) > 0 || m.Credit != ""
	}
	return true
}
