// Package sheet composes sheets of paper: it says in which columns words stand, where
// one page ends and the next begins, and what stands at the foot of each. What is
// said, and in which order, is given to it; how words and lines come onto the paper is
// left to package paper.
//
// A sheet is black on white on a grid: a narrow column for labels beside one for
// reading, or two equal columns for two languages. Where a sheet is read from right to
// left the grid is mirrored. All lengths are points.
package sheet

import (
	"io"

	"vigil/app/paper"
	"vigil/app/typeset"
)

// Room around what stands on a page, points.
const (
	margin = 54
	top    = 58
	bottom = 72
	gutter = 18
	side   = 104 // the column of labels
	footAt = 46  // the foot's line of letters, from the lower edge
)

// Config is what a Sheet is made from.
type Config struct {
	Setter *typeset.Setter
	Format paper.Format
	Info   paper.Info
	RTL    bool                         // the sheet is read from right to left
	Foot   string                       // what stands at the foot of each page, in the document's language
	Number func(page, pages int) string // what a page's number looks like; pages count from 1
}

// Sheet is a document while it is composed. It serves one goroutine.
type Sheet struct {
	Config
	doc   *paper.Document
	pages []*paper.Page
	y     float32 // where what comes next begins
	last  Block   // what was drawn last
}

// New begins a sheet; without a format it is A4.
func New(c Config) *Sheet {
	if c.Format == (paper.Format{}) {
		c.Format = paper.A4
	}
	s := &Sheet{Config: c, doc: paper.New(c.Setter, c.Info)}
	s.turn()
	return s
}

// turn begins a page.
func (s *Sheet) turn() {
	s.pages = append(s.pages, s.doc.Page(s.Format))
	s.y = top
}

// Turn begins a page, but where the present one is empty.
func (s *Sheet) Turn() {
	if !s.fresh() {
		s.turn()
	}
}

func (s *Sheet) page() *paper.Page { return s.pages[len(s.pages)-1] }
func (s *Sheet) fresh() bool       { return s.y == top }

// Need begins a page where the present one has less room left.
func (s *Sheet) Need(room float32) {
	if s.left() < room {
		s.Turn()
	}
}

// Left is how much room the page has left.
func (s *Sheet) Left() float32 { return s.left() }

// left is how much room a page has left.
func (s *Sheet) left() float32 { return s.Format.Height - bottom - s.y }

// Depth is how high a page is between its margins.
func (s *Sheet) Depth() float32 { return s.Format.Height - top - bottom }

// Column is where things stand side by side, points from the paper's left edge.
type Column struct {
	X, Width float32
	RTL      bool // lines begin at its right
}

// column places a column that begins so far from where lines begin.
func (s *Sheet) column(from, width float32) Column {
	if s.RTL {
		return Column{s.Format.Width - margin - from - width, width, true}
	}
	return Column{margin + from, width, false}
}

func (s *Sheet) width() float32 { return s.Format.Width - 2*margin }

// Whole is all of the width between the margins.
func (s *Sheet) Whole() Column { return s.column(0, s.width()) }

// Side is the column of labels.
func (s *Sheet) Side() Column { return s.column(0, side) }

// Main is the column for reading, beside that of labels.
func (s *Sheet) Main() Column { return s.column(side+gutter, s.width()-side-gutter) }

// Half is one of the two columns of a sheet in two languages, the first where lines
// begin. The gap between them is gap wide.
func (s *Sheet) Half(i int, rtl bool, gap float32) Column {
	width := (s.width() - gap) / 2
	c := s.column(float32(i)*(width+gap), width)
	c.RTL = rtl
	return c
}

// Gutter is the usual gap between halves.
const Gutter float32 = 26

// Write puts the foot under each page and writes the document as PDF.
func (s *Sheet) Write(w io.Writer) error {
	in := s.Whole()
	for i, p := range s.pages {
		y := s.Format.Height - footAt
		number := s.Ended(Foot, in, s.Info.Lang, Foot.Span(s.Number(i+1, len(s.pages))))
		const ofNumber = 80
		short := Column{in.X, in.Width - ofNumber, in.RTL}
		if in.RTL {
			short.X += ofNumber
		}
		s.Words(Foot, short, s.Info.Lang, s.Foot).first(1).draw(p, y)
		number.draw(p, y)
	}
	return s.doc.Write(w)
}
