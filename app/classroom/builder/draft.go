// Package builder is a lesson while an educator makes it: its stops, pages and words,
// what a teacher would be warned of, and the way back from each step. It knows no Fyne.
//
// A Draft is written in one language; words in others that an opened lesson has stay as
// they are. Nothing that is typed can break a file: what no file may hold is left out, and
// numbers stay within what can be meant.
package builder

import (
	"maps"
	"slices"

	"vigil/content"
	"vigil/content/lesson"
)

// The most that a lesson is built with; content/authoring reads more.
const (
	MostStops     = 40
	MostPages     = 24   // of a stop
	MostQuestions = 12   // of a stop
	MostLine      = 200  // letters of a title or question
	MostText      = 2000 // letters of a text
	mostBack      = 200  // steps that can be taken back
)

// Draft is a lesson in the making.
type Draft struct {
	archive *content.Archive
	lang    content.Lang
	now     *content.Lesson // never changed: each step makes another
	past    []*content.Lesson
	typing  Spot // where the last step was typed; the zero Spot where it was none
	homes   map[string]home
}

// home is where a draft was opened from or saved to: under which id, and what it was.
type home struct{ ID, Print string }

// New begins a lesson of one empty stop, in a language.
func New(a *content.Archive, lang content.Lang) *Draft {
	l := &content.Lesson{
		Ages: lesson.Bands[1], Minutes: 45, Words: content.Text{}, Reflect: content.Text{},
		Stops: []*content.Stop{{ID: "stop-1", Minutes: 5, Words: content.Text{}, Educator: content.Text{}}},
	}
	return &Draft{archive: a, lang: lang, now: l, homes: map[string]home{}}
}

// Copy begins a lesson from one that there is. It is written in the language asked for,
// where the lesson has words in it, or else in the archive's own or the first it has.
func Copy(a *content.Archive, l *content.Lesson, lang content.Lang) *Draft {
	wanted := append([]content.Lang{lang, a.Original}, slices.Sorted(maps.Keys(l.Words))...)
	if _, own := l.Words.In(wanted...); own != "" {
		lang = own
	}
	d := &Draft{archive: a, lang: lang, now: clone(l), homes: map[string]home{}}
	d.now.ID = ""
	return d
}

// Lang is the language that the draft is written in.
func (d *Draft) Lang() content.Lang { return d.lang }

// Lesson is the lesson as it is now. It is not to be changed.
func (d *Draft) Lesson() *content.Lesson { return d.now }

// CanUndo reports whether there is a step to take back.
func (d *Draft) CanUndo() bool { return len(d.past) > 0 }

// Undo takes the last step back; what was typed at one place is one step.
func (d *Draft) Undo() {
	if n := len(d.past); n > 0 {
		d.now, d.past = d.past[n-1], d.past[:n-1]
	}
	d.typing = Spot{}
}

// Rest ends what is being typed: what is typed next, though at the same place, is a step
// of its own.
func (d *Draft) Rest() { d.typing = Spot{} }

// step changes the lesson and remembers how it was.
func (d *Draft) step(change func(*content.Lesson)) {
	d.typing = Spot{}
	d.advance(change)
}

func (d *Draft) advance(change func(*content.Lesson)) {
	d.past = append(d.past, d.now)
	if len(d.past) > mostBack {
		d.past = d.past[1:]
	}
	d.now = clone(d.now)
	if d.now.Facts.Review == content.Reviewed {
		d.now.Facts = content.FactsReview{Review: content.Draft} // who reviewed it saw another lesson
	}
	change(d.now)
}

// stop changes one stop, where there is one.
func (d *Draft) stop(i int, change func(*content.Stop)) {
	if i < 0 || i >= len(d.now.Stops) {
		return
	}
	d.step(func(l *content.Lesson) { change(l.Stops[i]) })
}

func clone(l *content.Lesson) *content.Lesson {
	c := *l
	c.Cases, c.Seen = slices.Clone(l.Cases), maps.Clone(l.Seen)
	c.Words, c.Reflect, c.Stops = textOf(l.Words), textOf(l.Reflect), nil
	for _, s := range l.Stops {
		n := *s
		n.Routes = slices.Clone(s.Routes)
		n.Words, n.Educator, n.Questions = textOf(s.Words), textOf(s.Educator), nil
		for _, q := range s.Questions {
			n.Questions = append(n.Questions, &content.Question{ID: q.ID, Words: textOf(q.Words)})
		}
		c.Stops = append(c.Stops, &n)
	}
	return &c
}

// textOf is a copy that is never nil.
func textOf(t content.Text) content.Text {
	if t == nil {
		return content.Text{}
	}
	return maps.Clone(t)
}

// Planned is how many minutes the stops take, of the whole session and of the short one.
func (d *Draft) Planned() (whole, short int) {
	for _, s := range d.now.Stops {
		whole, short = whole+s.Minutes, short+s.Short
	}
	return whole, short
}

// Untitled is a fault of a draft that a lesson that can be read does not have.
const Untitled lesson.Fault = "title"

// Faults lists what a teacher should look at again, the lesson's own first.
func (d *Draft) Faults() []lesson.Found {
	var out []lesson.Found
	if d.Text(Spot{Part: Title}) == "" {
		out = append(out, lesson.Found{Fault: Untitled, Stop: -1})
	}
	for i := range d.now.Stops {
		if d.Text(Spot{Part: StopTitle, Stop: i}) == "" {
			out = append(out, lesson.Found{Fault: Untitled, Stop: i})
		}
	}
	return append(out, lesson.Sound(d.archive, d.now)...)
}

// Changes lists what has changed in the archive since the lesson that was opened was
// made, of the pages that are still in it.
func (d *Draft) Changes() []lesson.Change { return lesson.Changed(d.archive, d.now) }
