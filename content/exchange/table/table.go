// Package table reads delimited text, the CSV that spreadsheets write, into rows.
//
// There is no one CSV, and nothing in such a file says how it was written. Read finds out,
// and says in its notes what it assumed:
//
//   - The encoding: a byte order mark; UTF-16 without one, by where its zero bytes are;
//     UTF-8, where it is valid; else the Windows code page (or that of an older Mac) whose
//     letters make the likelier words.
//   - The separator: comma, semicolon, tab or bar, the one that parts most of the rows as
//     it parts the headings. A line "sep=;" before the headings, as Excel knows it, settles
//     it.
//   - Quotation marks: a cell in them may hold separators, line breaks and doubled marks. A
//     mark inside a cell that is not doubled stands for itself. One that is never closed
//     does too, and is named.
//
// Rows without any letter are left out, and counted: a row has the number that the
// spreadsheet shows beside it.
//
// Bounds: [MostRows], [MostColumns], [MostCell], [MostCells]. A row beyond them is left out
// whole and named.
package table

import (
	"errors"
	"fmt"
	"strings"

	"vigil/content"
	"vigil/content/exchange"
)

// The bounds of a table.
const (
	MostRows    = 100_000
	MostColumns = 1_000
	MostCell    = 256 << 10 // bytes of one cell
	MostCells   = 2_000_000 // that are kept of a table
)

// Table is what was read.
type Table struct {
	Rows     []Row
	Encoding string // as people call it, such as "UTF-8" or "Windows-1250"
	Comma    rune   // what parts the cells
}

// Row is a row with something in it.
type Row struct {
	Number int      // from 1, as a spreadsheet counts, rows without letters too
	Cells  []string // as written, without the quotation marks; empty cells at the end are left out
}

// Cell is the cell of that column, from 0, without white space around it; "" where the row
// is shorter.
func (r Row) Cell(column int) string {
	if column < 0 || column >= len(r.Cells) {
		return ""
	}
	return strings.TrimSpace(r.Cells[column])
}

// Letters are what a spreadsheet calls a column, from 0: "A", "Z", "AA"; "" of one that is
// none.
func Letters(column int) string {
	name := ""
	for column >= 0 {
		name = string(rune('A'+column%26)) + name
		column = column/26 - 1
	}
	return name
}

// Notes are what is to be said of a reading. Their places have rows and columns; the
// file's name is for who reads it to add, which Tell does.
type Notes []exchange.Note

// Tell says the notes in a report, of a file or sheet.
func (n Notes) Tell(r *exchange.Report, at exchange.Place) {
	for _, note := range n {
		note.File, note.Sheet = at.File, at.Sheet
		r.Note(note.Weight, note.Place, note.Rule, note.Message, note.Mend)
	}
}

func (n *Notes) say(w exchange.Weight, at exchange.Place, rule, message, mend string) {
	*n = append(*n, exchange.Note{Place: at, Rule: rule, Weight: w, Message: message, Mend: mend, Times: 1})
}

// ErrNoText is of what is no text at all, such as a workbook or a picture.
var ErrNoText = errors.New("this is no text: save the sheet as CSV (UTF-8)")

// ErrEmpty is of a text in which there is no row.
var ErrEmpty = errors.New("there is no row in it")

// Read reads delimited text. Languages are those that it is likely written in, which
// settles what its letters do not. An error says that no row could be read.
func Read(data []byte, langs ...content.Lang) (Table, Notes, error) {
	if len(data) > exchange.MostBytes {
		return Table{}, nil, fmt.Errorf("read the table: it %w", exchange.ErrTooLarge)
	}
	var notes Notes
	text, encoding, err := decode(data, langs, &notes)
	if err != nil {
		return Table{}, nil, err
	}
	t := Table{Encoding: encoding}
	text, t.Comma = separator(text)
	s := &scanner{text: text, comma: byte(t.Comma), notes: &notes}
	t.Rows = s.rows()
	if len(t.Rows) == 0 {
		return Table{}, notes, ErrEmpty
	}
	return t, notes, nil
}

// Looks reports whether the beginning of a file is that of delimited text rather than of a
// JSON document or of something that is no text.
func Looks(data []byte) bool {
	head := data[:min(len(data), sampled)]
	text, _, err := decode(head, nil, &Notes{})
	if err != nil {
		return false
	}
	text = strings.TrimSpace(text)
	return text != "" && text[0] != '{' && text[0] != '['
}
