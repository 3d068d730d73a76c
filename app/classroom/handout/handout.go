// Package handout makes what a class is given on paper, as PDF: the learner's sheet of
// a lesson, and the educator's. It knows no screen.
//
// A learner's sheet holds nothing that is written for the educator alone, whatever the
// lesson: what makes it does not read those fields. Every fact on either sheet has the
// number of a source, and the sources stand at its end with what is known of how they
// were read. What has no wording in the language asked for is shown in another and says
// so. Two languages stand side by side, each in its own direction.
package handout

import (
	"errors"
	"fmt"
	"io"

	"vigil/app/paper"
	"vigil/app/sheet"
	"vigil/app/typeset"
	"vigil/content"
	"vigil/content/lesson"
	"vigil/i18n"
)

// Kind is for whom a sheet is.
type Kind string

// The kinds.
const (
	Learner  Kind = "learner"
	Educator Kind = "educator"
)

// Kinds lists them.
var Kinds = []Kind{Learner, Educator}

// Land is the geometry that the map is drawn from; atlas.Land is one.
type Land interface {
	Source() string
	Around(places []*content.Place) content.Bounds
	Project(b content.Bounds, width, height float64) (at func(lon, lat float64) (x, y float32), km float64)
	Outlines(b content.Bounds, width, height float64, each func(country string, rings [][][2]float32)) error
}

// Request is what a sheet is made from.
type Request struct {
	Archive   *content.Archive
	Catalogue *i18n.Catalogue
	Setter    *typeset.Setter
	Land      Land // nil draws no map
	Plan      lesson.Plan
	Sheet     Kind
	Langs     []content.Lang // one, or two side by side
	Paper     paper.Format
}

var errLangs = errors.New("a sheet is in one language or in two")

// Make writes a sheet as PDF. The same request gives the same bytes.
func Make(w io.Writer, r Request) error {
	if n := len(r.Langs); n < 1 || n > 2 {
		return errLangs
	}
	if r.Plan.Lesson == nil {
		return fmt.Errorf("make a handout: %w", content.ErrNotFound)
	}
	// What has to be said first of all wordings is known when all have been set.
	m := newMaker(r, newMaker(r, nil).compose().marks())
	m.compose()
	if err := m.sheet.Write(w); err != nil {
		return fmt.Errorf("write the handout of %s: %w", r.Plan.Lesson.ID, err)
	}
	return nil
}

// compose puts everything on the sheet.
func (m *maker) compose() *maker {
	m.head()
	m.notes()
	m.goals()
	if m.Sheet == Educator {
		m.advice()
		m.changes()
	}
	m.stops()
	if m.Sheet == Educator {
		m.left()
		m.conduct()
	}
	m.timeline()
	m.chart()
	m.glossary()
	m.people()
	m.reflection()
	m.sources()
	return m
}

// marks is what has to be said of the wordings, by language.
func (m *maker) marks() map[*i18n.Locale][]string {
	out := map[*i18n.Locale][]string{}
	for _, t := range m.tongues {
		out[t.Locale] = t.marks()
	}
	return out
}

// maker is a sheet while it is made.
type maker struct {
	Request
	sheet   *sheet.Sheet
	tongues []*tongue
	told    gathered
	said    map[*i18n.Locale][]string // what has to be said of the wordings
	cited   []string                  // ids of sources, in the order of their numbers
	marked  bool                      // something is from memory
}

func newMaker(r Request, said map[*i18n.Locale][]string) *maker {
	m := &maker{Request: r, told: gather(r.Archive, r.Plan), said: said}
	for _, lang := range r.Langs {
		m.tongues = append(m.tongues, newTongue(r, lang))
	}
	first := m.tongues[0]
	title, _ := first.titled(r.Plan.Lesson.Words, r.Plan.Lesson.ID)
	archive, _ := first.titled(r.Archive.Words, r.Archive.ID)
	kind := first.Say("handout." + string(r.Sheet))
	m.sheet = sheet.New(sheet.Config{
		Setter: r.Setter, Format: r.Paper, RTL: first.RTL(),
		Info:   paper.Info{Title: title.Title + " – " + kind, Lang: string(first.lang), Author: r.Archive.Publisher, Subject: archive.Title},
		Foot:   first.joined(title.Title, kind),
		Number: first.page,
	})
	if len(m.tongues) == 1 {
		first.label, first.body, first.whole = m.sheet.Side(), m.sheet.Main(), m.sheet.Whole()
		return m
	}
	for i, t := range m.tongues {
		half := m.sheet.Half(i, t.RTL(), sheet.Gutter)
		t.label, t.body, t.whole = half, half, half
	}
	return m
}

func (m *maker) both() bool { return len(m.tongues) == 2 }
