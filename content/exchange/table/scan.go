package table

import (
	"fmt"
	"strings"

	"vigil/content/exchange"
)

// mostUnclosed is how many quotation marks that are never closed are made good: each costs
// reading as far as a cell may reach.
const mostUnclosed = 50

// scanner cuts a text into rows. It holds to its bounds while it reads: a library's reader
// has the whole of a row in memory before anybody can count its cells.
type scanner struct {
	text  string
	comma byte
	notes *Notes
	most  int // rows to read; 0 for all that a table may have

	at       int // in text
	number   int // of the row
	cells    []string
	width    int   // of the row, cells that were left out too
	widths   []int // of the rows that were kept
	kept     int   // cells of all rows
	long     bool  // a cell of the row is too long
	unclosed int
	headings int // how many the first row has
}

// rows reads all rows with something in them.
func (s *scanner) rows() []Row {
	most := s.most
	if most == 0 {
		most = MostRows
	}
	var rows []Row
	for s.at < len(s.text) {
		if len(rows) == most || s.kept > MostCells || s.unclosed > mostUnclosed {
			s.stopped(most)
			break
		}
		s.number++
		if !s.row() {
			continue
		}
		s.widths = append(s.widths, s.width)
		if len(rows) == 0 {
			s.headings = s.width
		}
		row := Row{Number: s.number, Cells: make([]string, len(s.cells))}
		copy(row.Cells, s.cells)
		s.kept += len(row.Cells) + 1
		rows = append(rows, row)
	}
	return rows
}

// stopped says that the rest is not read.
func (s *scanner) stopped(most int) {
	why := fmt.Sprintf("a table has at most %d rows and %d cells", most, MostCells)
	mend := "divide it and import the parts one after the other"
	if s.unclosed > mostUnclosed {
		why, mend = "too many quotation marks are opened and never closed", "save the sheet as CSV once more"
	}
	s.notes.say(exchange.LeftOut, exchange.Place{Row: s.number + 1}, "table-size", "from this row on nothing was read: "+why, mend)
}

// row reads one row, and reports whether it is kept.
func (s *scanner) row() bool {
	s.cells, s.width, s.long = s.cells[:0], 0, false
	for {
		cell, more := s.cell()
		s.width++
		if len(cell) > MostCell {
			s.long = true
		}
		if s.width <= MostColumns {
			s.cells = append(s.cells, cell)
		}
		if !more {
			break
		}
	}
	at := exchange.Place{Row: s.number}
	filled := len(s.cells)
	for filled > 0 && strings.TrimSpace(s.cells[filled-1]) == "" {
		filled--
	}
	s.cells = s.cells[:filled]
	switch {
	case filled == 0 && !s.long:
		return false
	case s.long:
		s.notes.say(exchange.LeftOut, at, "cell-size", fmt.Sprintf("a cell of this row has more than %d letters, and the row was left out", MostCell), "shorten it, or look whether a quotation mark is missing")
		return false
	case s.width > MostColumns:
		s.notes.say(exchange.LeftOut, at, "row-size", fmt.Sprintf("this row has %d cells and was left out: at most %d are read", s.width, MostColumns), "look whether a line break is missing")
		return false
	}
	return true
}

// cell reads one cell, and reports whether another follows in the row.
func (s *scanner) cell() (string, bool) {
	start := s.at
	for start < len(s.text) && s.text[start] == ' ' {
		start++
	}
	if start < len(s.text) && s.text[start] == '"' {
		if cell, ok := s.quoted(start + 1); ok {
			return cell, s.next()
		}
	}
	rest := s.text[s.at:]
	end := strings.IndexAny(rest, string([]byte{s.comma, '\n'}))
	if end < 0 {
		end = len(rest)
	}
	cell := rest[:end]
	s.at += end
	return cell, s.next()
}

// next goes over what ends a cell, and reports whether that was a separator.
func (s *scanner) next() bool {
	if s.at >= len(s.text) {
		return false
	}
	s.at++
	return s.text[s.at-1] == s.comma
}

// quoted reads a cell whose opening mark stands before from. It reports false where the
// mark is never closed, or not where a cell may still reach.
func (s *scanner) quoted(from int) (string, bool) {
	doubled := false
	for i := from; i < len(s.text) && i-from <= 2*MostCell; i++ {
		if s.text[i] != '"' {
			continue
		}
		if i+1 < len(s.text) && s.text[i+1] == '"' {
			doubled = true
			i++
			continue
		}
		end := i + 1
		for end < len(s.text) && s.text[end] == ' ' {
			end++
		}
		if end < len(s.text) && s.text[end] != s.comma && s.text[end] != '\n' {
			continue
		}
		cell := s.text[from:i]
		s.at = end
		if strings.IndexByte(cell, '\n') >= 0 {
			s.suspect(cell)
		}
		if doubled {
			cell = strings.ReplaceAll(cell, `""`, `"`)
		}
		return cell, true
	}
	s.unclosed++
	s.notes.say(exchange.Decide, s.place(), "quotes", "a quotation mark opens this cell and none closes it; it was read as part of the text", "look whether the rows from here on are in their columns")
	return "", false
}

// suspect names a cell that looks as if it had swallowed rows.
func (s *scanner) suspect(cell string) {
	if s.headings < 3 {
		return
	}
	for line := range strings.SplitSeq(cell, "\n") {
		if strings.Count(line, string(rune(s.comma))) >= s.headings-1 {
			s.notes.say(exchange.Decide, s.place(), "quotes", "this cell holds a line with as many separators as a row has", "look whether a quotation mark is missing or too many, so that rows have run together")
			return
		}
	}
}

func (s *scanner) place() exchange.Place {
	return exchange.Place{Row: s.number, Column: Letters(s.width)}
}
