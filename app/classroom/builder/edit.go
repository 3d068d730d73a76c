package builder

import (
	"fmt"
	"slices"

	"vigil/content"
	"vigil/content/lesson"
	"vigil/content/route"
)

// The minutes of a stop, and the ages that it can be kept for.
const (
	leastStop = 1
	mostStop  = 60
	Youngest  = 11
	Oldest    = 18
)

// SetAges says for whom the lesson is.
func (d *Draft) SetAges(ages content.Ages) {
	if ages != d.now.Ages {
		d.step(func(l *content.Lesson) { l.Ages = ages })
	}
}

// SetMinutes says how long the session is, from lesson.Fewest to lesson.Most.
func (d *Draft) SetMinutes(n int) {
	n = min(max(n, lesson.Fewest), lesson.Most)
	if n == d.now.Minutes {
		return
	}
	d.step(func(l *content.Lesson) {
		l.Minutes = n
		l.Short = min(l.Short, n)
	})
}

// SetShort says how long the short session is; less than lesson.Fewest is none. One that
// is new is given a part of each stop.
func (d *Draft) SetShort(n int) {
	n = min(n, d.now.Minutes)
	if n < lesson.Fewest {
		n = 0
	}
	if n == d.now.Short {
		return
	}
	whole, _ := d.Planned()
	d.step(func(l *content.Lesson) {
		fresh := l.Short == 0
		l.Short = n
		for _, s := range l.Stops {
			switch {
			case n == 0:
				s.Short = 0
			case fresh:
				s.Short = s.Minutes * n / max(whole, 1)
			}
		}
	})
}

// AddStop puts an empty stop behind the i-th, or at the end, and returns its place; -1
// where there are as many as can be.
func (d *Draft) AddStop(i int) int {
	if len(d.now.Stops) >= MostStops {
		return -1
	}
	at := len(d.now.Stops)
	if i >= 0 && i < at {
		at = i + 1
	}
	id := free("stop-", func(id string) bool {
		return slices.ContainsFunc(d.now.Stops, func(s *content.Stop) bool { return s.ID == id })
	})
	d.step(func(l *content.Lesson) {
		l.Stops = slices.Insert(l.Stops, at, &content.Stop{ID: id, Minutes: 5, Words: content.Text{}, Educator: content.Text{}})
	})
	return at
}

// free is the first of PREFIX1, PREFIX2 ... that is not taken.
func free(prefix string, taken func(string) bool) string {
	for n := 1; ; n++ {
		if id := fmt.Sprintf("%s%d", prefix, n); !taken(id) {
			return id
		}
	}
}

// RemoveStop takes a stop out.
func (d *Draft) RemoveStop(i int) {
	if i >= 0 && i < len(d.now.Stops) {
		d.step(func(l *content.Lesson) { l.Stops = slices.Delete(l.Stops, i, i+1) })
	}
}

// MoveStop moves a stop so that it is the to-th.
func (d *Draft) MoveStop(from, to int) {
	if movable(len(d.now.Stops), from, to) {
		d.step(func(l *content.Lesson) { move(l.Stops, from, to) })
	}
}

func movable(n, from, to int) bool {
	return from >= 0 && from < n && to >= 0 && to < n && from != to
}

func move[T any](list []T, from, to int) {
	one := list[from]
	copy(list[from:], list[from+1:])
	copy(list[to+1:], list[to:len(list)-1])
	list[to] = one
}

// SetStopMinutes says how long a stop takes.
func (d *Draft) SetStopMinutes(i, n int) {
	d.stop(i, func(s *content.Stop) { s.Minutes = min(max(n, leastStop), mostStop) })
}

// SetStopShort says how long a stop takes in the short session; 0 leaves it out.
func (d *Draft) SetStopShort(i, n int) {
	d.stop(i, func(s *content.Stop) { s.Short = min(max(n, 0), mostStop) })
}

// SetFrom says from which age a stop is for; less than Youngest is for all.
func (d *Draft) SetFrom(i, age int) {
	if age < Youngest {
		age = 0
	}
	d.stop(i, func(s *content.Stop) { s.From = min(age, Oldest) })
}

// AddPage puts a page of the archive at the end of a stop. It reports whether it was put
// there: not where the stop has it, has as many as can be, or the archive has no such page.
func (d *Draft) AddPage(i int, address string) bool {
	r, err := route.Parse(address)
	r.Query = nil
	if err != nil || i < 0 || i >= len(d.now.Stops) || !Shown(d.archive, r) {
		return false
	}
	if s := d.now.Stops[i]; len(s.Routes) >= MostPages || slices.Contains(s.Routes, r.String()) {
		return false
	}
	d.stop(i, func(s *content.Stop) { s.Routes = append(s.Routes, r.String()) })
	return true
}

// shown are the kinds of page that a class can be shown.
var shown = []route.Kind{route.Case, route.Event, route.Speech, route.Person, route.Place, route.Organisation, route.Term, route.Medium}

// Shown reports whether a route leads to a page of the archive that a class can be shown.
func Shown(a *content.Archive, r route.Route) bool {
	if r.Kind == route.Case && r.ID(1) != "" && !slices.Contains(route.CaseParts, r.ID(1)) {
		return false
	}
	return slices.Contains(shown, r.Kind) && lesson.Print(a, r) != ""
}

// RemovePage takes a page out of a stop.
func (d *Draft) RemovePage(i, page int) {
	if d.has(i, func(s *content.Stop) int { return len(s.Routes) }, page) {
		d.stop(i, func(s *content.Stop) { s.Routes = slices.Delete(s.Routes, page, page+1) })
	}
}

// MovePage moves a page of a stop so that it is the to-th.
func (d *Draft) MovePage(i, from, to int) {
	if i >= 0 && i < len(d.now.Stops) && movable(len(d.now.Stops[i].Routes), from, to) {
		d.stop(i, func(s *content.Stop) { move(s.Routes, from, to) })
	}
}

// AddQuestion puts an empty question at the end of a stop, and returns its place; -1
// where there are as many as can be.
func (d *Draft) AddQuestion(i int) int {
	if i < 0 || i >= len(d.now.Stops) || len(d.now.Stops[i].Questions) >= MostQuestions {
		return -1
	}
	id := free("question-", func(id string) bool {
		return slices.ContainsFunc(d.now.Stops, func(s *content.Stop) bool {
			return slices.ContainsFunc(s.Questions, func(q *content.Question) bool { return q.ID == id })
		})
	})
	d.stop(i, func(s *content.Stop) {
		s.Questions = append(s.Questions, &content.Question{ID: id, Words: content.Text{}})
	})
	return len(d.now.Stops[i].Questions) - 1
}

// RemoveQuestion takes a question out of a stop.
func (d *Draft) RemoveQuestion(i, question int) {
	if d.has(i, func(s *content.Stop) int { return len(s.Questions) }, question) {
		d.stop(i, func(s *content.Stop) { s.Questions = slices.Delete(s.Questions, question, question+1) })
	}
}

func (d *Draft) has(i int, n func(*content.Stop) int, item int) bool {
	return i >= 0 && i < len(d.now.Stops) && item >= 0 && item < n(d.now.Stops[i])
}
