package workbook

import (
	"vigil/content/exchange/table"
)

// kind of a cell tells what the program that wrote it took it for.
type kind uint8

const (
	asText    kind = iota
	asNumber       // its text is in plain digits
	asPercent      // its text is what the cell shows, without the sign
	asDate         // its text is EDTF
	asTruth        // its text is true or false
	asFault        // its text is a fault such as #REF!
	asUnsaid       // a formula without a value
)

// cell is one filled cell as it was read.
type cell struct {
	text   string
	more   *more // nil of nearly all
	column int32 // from 0
	kind   kind
}

// more is what few cells have.
type more struct {
	rich string // its text in Markdown where a part of it is in italics or bold, or ""
	note string // what is to be said of it
}

func (c cell) rich() string {
	if c.more == nil {
		return ""
	}
	return c.more.rich
}

func (c cell) note() string {
	if c.more == nil {
		return ""
	}
	return c.more.note
}

// line is a row with something in it.
type line struct {
	number int // from 1, as the spreadsheet counts
	hidden bool
	cells  []cell // those that are filled
}

// cell is the first cell of a column; an empty text where there is none.
func (l line) cell(column int) cell {
	for i := range l.cells {
		if l.cells[i].column == int32(column) {
			return l.cells[i]
		}
	}
	return cell{}
}

// leaf is one sheet of a workbook, or one file of delimited text.
type leaf struct {
	file   string // of delimited text
	name   string // of the sheet, or of the file without its end
	hidden bool
	lines  []line
	wide   map[int]bool // columns that are hidden
	merged []string     // ranges of merged cells
	notes  []remark     // what is written at cells
	links  []remark     // addresses behind cells
	drawn  bool         // pictures or charts lie on the sheet
	beyond int          // cells with a value behind the last column that is read
}

// remark is a note or a comment at a cell.
type remark struct{ ref, text string }

// book is what was read of a source.
type book struct{ leaves []*leaf }

// leafOf is a table of delimited text as a leaf.
func leafOf(file, name string, t table.Table) *leaf {
	l := &leaf{file: file, name: name, lines: make([]line, len(t.Rows))}
	for i, row := range t.Rows {
		l.lines[i].number = row.Number
		for j, text := range row.Cells {
			if text != "" {
				l.lines[i].cells = append(l.lines[i].cells, cell{text: text, column: int32(j)})
			}
		}
	}
	return l
}
