package workbook

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/table"
)

// helpMark stands before every cell of a line of help, which is no record.
const helpMark = "» "

// taken is a leaf that is read as a sheet of the plan.
type taken struct {
	*leaf
	*sheet
	first   int           // line of the headings
	filled  map[int]int   // how many cells of a column are, below the headings
	where   map[int]int   // the first of them, by its row
	columns []takenColumn // those that the plan knows
}

// takenColumn is a column of a leaf, and of the plan.
type takenColumn struct {
	at      int // from 0
	heading string
	column
}

// mostHeadings is how many rows are looked at for the headings.
const mostHeadings = 20

// matched finds what each leaf is.
func (in *intake) matched(b *book) []*taken {
	var list []*taken
	for _, l := range b.leaves {
		if name := plainHeading(l.name); name == plainHeading(startSheet) || name == listsSheet {
			continue
		}
		if t := in.match(l); t != nil {
			list = append(list, t)
		}
	}
	slices.SortStableFunc(list, func(a, b *taken) int { return slices.Index(sheets, a.sheet) - slices.Index(sheets, b.sheet) })
	return list
}

func (l *leaf) place() exchange.Place {
	if l.file != "" {
		return exchange.Place{File: l.file}
	}
	return exchange.Place{Sheet: l.name}
}

// match finds the sheet that a leaf is, by its name or else by its headings.
func (in *intake) match(l *leaf) *taken {
	if len(l.lines) == 0 {
		return nil
	}
	if s := sheetNamed(l.name); s != nil {
		line, fits := l.headings(s, in.d.Lang)
		if fits == 0 {
			in.d.Note(exchange.LeftOut, l.place(), "headings", "no row of this sheet has the headings of "+s.name, "take the headings of the template (vigil import template), such as "+someHeadings(s))
			return nil
		}
		return in.take(l, s, line)
	}
	best, line, equal := l.likely(in.d.Lang)
	switch {
	case best == nil:
		in.d.Note(exchange.LeftOut, l.place(), "sheet", fmt.Sprintf("the plan knows no sheet of this name, and its headings are of none (%d rows)", len(l.lines)), "call it "+nearestSheet(l.name)+", and take the headings of the template")
		return nil
	case equal != nil:
		in.d.Note(exchange.LeftOut, l.place(), "sheet", fmt.Sprintf("the headings are those of %s as well as of %s", best.name, equal.name), "call it "+best.name+" or "+equal.name)
		return nil
	}
	in.d.Note(exchange.Altered, l.place(), "sheet", "this was read as "+best.name+", by its headings", "call it "+best.name)
	return in.take(l, best, line)
}

// sheetNamed is the sheet that a name means: events, Event, events (1), Book - events.
func sheetNamed(name string) *sheet {
	plain := plainHeading(name)
	if i := strings.LastIndex(plain, " - "); i >= 0 {
		plain = plain[i+3:]
	}
	plain, _, _ = strings.Cut(plain, " (")
	for _, s := range sheets {
		if plain == s.name || plain+"s" == s.name || s.name == plain[:max(len(plain)-1, 0)] || plain == s.one && s.one != "question" && s.one != "part" {
			return s
		}
	}
	return nil
}

func nearestSheet(name string) string {
	var names []string
	for _, s := range sheets {
		names = append(names, s.name)
	}
	if near := authoring.Nearest(plainHeading(name), names); near != "" {
		return near
	}
	return "events, people, sources or another of the template's names"
}

func someHeadings(s *sheet) string {
	var names []string
	for _, c := range s.columns([]content.Lang{"en"}, "en", nil) {
		names = append(names, c.heading)
	}
	if s.name == textsSheet || s.name == reviewsSheet || s.name == otherSheet {
		for _, c := range s.fixed {
			names = append(names, c.heading)
		}
	}
	return strings.Join(names[:min(len(names), 5)], ", ")
}

// headings finds the row of headings of a sheet, and how many it knows.
func (l *leaf) headings(s *sheet, lang content.Lang) (line, fits int) {
	for i, row := range l.lines[:min(len(l.lines), mostHeadings)] {
		n, filled := s.fits(row.texts(), lang), len(row.cells)
		if (n >= 2 || n == filled) && n > fits {
			line, fits = i, n
		}
	}
	return line, fits
}

func (l line) texts() []string {
	list := make([]string, len(l.cells))
	for i, c := range l.cells {
		list[i] = c.text
	}
	return list
}

// likely is the sheet whose headings a leaf has: the one that knows most of them, half at
// least, and of those the one that must have most of them. Equal is another that is as
// likely; events are likelier than anything, for they are what most tables are of.
func (l *leaf) likely(lang content.Lang) (best *sheet, line int, equal *sheet) {
	most, needs := 1, 0
	for _, s := range sheets {
		at, fits := l.headings(s, lang)
		if fits < 2 || fits*2 < len(l.lines[at].cells) {
			continue
		}
		n := s.needs(l.lines[at].texts(), lang)
		switch {
		case fits > most || fits == most && n > needs:
			best, line, most, needs, equal = s, at, fits, n, nil
		case fits == most && n == needs && best.name != "events":
			equal = s
		}
	}
	return best, line, equal
}

// needs counts the headings that a sheet must have.
func (s *sheet) needs(headings []string, lang content.Lang) int {
	n := 0
	for _, h := range headings {
		if c, ok := s.known(h, lang); ok && c.field.Required {
			n++
		}
	}
	return n
}

// take reads the headings of a leaf.
func (in *intake) take(l *leaf, s *sheet, first int) *taken {
	t := &taken{leaf: l, sheet: s, first: first, filled: map[int]int{}, where: map[int]int{}}
	t.count()
	at := l.place()
	for _, row := range l.lines[:first] {
		at.Row = row.number
		in.d.Once(exchange.Altered, at, "above", "what stands above the headings was not read: "+authoring.Quote(row.cells[0].text), "")
	}
	seen := map[string]bool{}
	headed := map[int]bool{}
	for _, c := range l.lines[first].cells {
		headed[int(c.column)] = true
		in.heading(t, c, seen)
	}
	in.headless(t, headed)
	in.remarks(t)
	return t
}

// heading takes one heading.
func (in *intake) heading(t *taken, c cell, seen map[string]bool) {
	at := t.at(t.lines[t.first].number, int(c.column), c.text)
	known, ok := t.sheet.known(c.text, in.d.Lang)
	filled := t.filled[int(c.column)]
	weight := exchange.LeftOut
	if filled == 0 {
		weight = exchange.Altered
	}
	switch {
	case strings.HasPrefix(strings.TrimSpace(c.text), "#"):
		return
	case !ok:
		mend := "the headings are those of the template (vigil import template); one that begins with # is yours, and is passed over"
		if near := t.sheet.nearest(c.text, in.d.Lang); near != "" {
			mend = "did you mean " + authoring.Quote(near) + "?"
		}
		in.d.Note(weight, at, "unknown-column", fmt.Sprintf("%s has no column of this name; %d cells in it did not come over", t.sheet.name, filled), mend)
	case seen[known.heading]:
		in.d.Note(weight, at, "column-twice", fmt.Sprintf("this column stands here twice; %d cells of this one did not come over", filled), "keep one of them")
	default:
		seen[known.heading] = true
		t.columns = append(t.columns, takenColumn{int(c.column), known.heading, known})
		if t.wide[int(c.column)] && filled > 0 {
			in.d.Note(exchange.Decide, at, "hidden", fmt.Sprintf("this column is hidden in the sheet, and came over (%d cells)", filled), "take the column out if it is not meant for the archive")
		}
	}
}

// at is a place in a leaf.
func (l *leaf) at(row, column int, heading string) exchange.Place {
	p := l.place()
	p.Row, p.Heading = row, strings.TrimSpace(heading)
	if column >= 0 {
		p.Column = table.Letters(column)
	}
	return p
}

// count counts the cells of each column below the headings.
func (t *taken) count() {
	for _, row := range t.lines[t.first+1:] {
		if row.help() {
			continue
		}
		for _, c := range row.cells {
			i := int(c.column)
			if t.filled[i]++; t.filled[i] == 1 {
				t.where[i] = row.number
			}
		}
	}
}

// help reports whether a row is a line of help.
func (l line) help() bool {
	for _, c := range l.cells {
		if !strings.HasPrefix(c.text, helpMark) {
			return false
		}
	}
	return true
}

// headless names columns that have values and no heading.
func (in *intake) headless(t *taken, headed map[int]bool) {
	if t.beyond > 0 {
		in.d.Note(exchange.LeftOut, t.place(), "far-columns", fmt.Sprintf("%d cells stand behind column %s and were not read", t.beyond, table.Letters(mostColumns-1)), "move them nearer to the others, or delete them")
	}
	for i := range mostColumns {
		if n := t.filled[i]; n > 0 && !headed[i] {
			in.d.Note(exchange.LeftOut, t.at(t.where[i], i, ""), "no-heading", fmt.Sprintf("%d cells stand in a column without a heading", n), "write a heading above them")
		}
	}
}

// remarks tells what stands in a leaf beside its cells.
func (in *intake) remarks(t *taken) {
	for _, n := range t.notes {
		col, row, ok := place(n.ref)
		if !ok {
			col = -1
		}
		in.d.Note(exchange.LeftOut, t.at(row+1, col, ""), "comment", "a note hangs on this cell, and notes do not come over: "+authoring.Quote(n.text), "write it into a cell where it belongs into the archive, or delete it")
	}
	in.linked(t)
	if t.drawn {
		in.d.Note(exchange.LeftOut, t.place(), "drawing", "pictures or charts lie on this sheet, and did not come over", "save each picture as a .jpg or .png beside the workbook, and name it in the sheet media")
	}
	for _, ref := range t.merged {
		from, _, _ := strings.Cut(ref, ":")
		col, row, ok := place(from)
		if !ok || row < t.lines[t.first].number-1 {
			continue
		}
		message := "cells are merged here (" + ref + "), and what stands in them counts for the first alone"
		in.d.Note(exchange.Decide, t.at(row+1, col, ""), "merged", authoring.Printable(message), "part them, and write the value into each row that it is of")
	}
	if t.leaf.hidden {
		in.d.Note(exchange.Decide, t.place(), "hidden", "this sheet is hidden in the workbook, and came over", "take it out if it is not meant for the archive")
	}
}

// linked names addresses that lie behind cells and do not stand in them.
func (in *intake) linked(t *taken) {
	if len(t.links) == 0 {
		return
	}
	at := make(map[int]line, len(t.lines))
	for _, row := range t.lines {
		at[row.number] = row
	}
	for _, l := range t.links {
		col, row, ok := place(l.ref)
		bare := strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(l.text, "https://"), "http://"), "/")
		if !ok || !strings.Contains(l.text, "://") || strings.Contains(at[row+1].cell(col).text, bare) {
			continue
		}
		in.d.Note(exchange.LeftOut, t.at(row+1, col, ""), "link", "the address "+authoring.Quote(l.text)+" lies behind this cell, and did not come over", "write it where it belongs, such as under url in sources")
	}
}

// stem is a file's name without folders and end.
func stem(name string) string {
	base := path.Base(name)
	return strings.TrimSuffix(base, path.Ext(base))
}
