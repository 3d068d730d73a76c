package workbook

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/table"
	"vigil/content/route"
)

// intake brings a book into a draft.
type intake struct {
	d      *exchange.Draft
	src    exchange.Source
	reader *reader

	original content.Lang
	old      map[string]row              // records of the folder, by sheet and place
	seen     map[string]exchange.Place   // rows of the book, by sheet and place
	entries  map[string]*authoring.Entry // of the draft, by file, list and id
	begun    map[string][]content.Date   // histories that only their events speak of
	bodies   map[string][]paragraph      // prose, by its file
	broken   map[string]bool             // files of prose of which a row is missing
	headed   map[string]bool             // files of words whose head the book has
	done, of int
}

// paragraph is a part of an essay or a speech.
type paragraph struct {
	number int
	text   string
}

// XLSX imports a workbook that has the template's sheets.
func XLSX(ctx context.Context, src exchange.Source, d *exchange.Draft) error {
	b, err := readXLSX(ctx, src, func(int, int) {})
	if err != nil {
		return err
	}
	return bring(ctx, b, src, d)
}

// CSV imports a file of delimited text, which is one sheet, or a folder of them.
func CSV(ctx context.Context, src exchange.Source, d *exchange.Draft) error {
	names := []string{src.Name}
	if src.IsFolder() {
		var err error
		if names, err = tables(src); err != nil {
			return err
		}
	}
	b := &book{}
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		data, err := src.Read(name, exchange.MostBytes)
		if err != nil {
			return err
		}
		if bytes.HasPrefix(data, []byte("\u00ef\u00bb\u00bf")) {
			return fmt.Errorf("read %s: its letters are broken: a program opened UTF-8 as if it were Windows-1252, and saved it; open the file from before, choose UTF-8 when the program asks, and save it again", name)
		}
		t, notes, err := table.Read(data, d.Lang)
		if s := sheetNamed(stem(name)); s != nil && s.name == textsSheet { // prose has lines with as many commas as its few columns
			notes = slices.DeleteFunc(notes, func(n exchange.Note) bool { return n.Rule == "quotes" })
		}
		notes.Tell(d.Report, exchange.Place{File: name})
		switch {
		case errors.Is(err, table.ErrEmpty):
			continue
		case err != nil && len(names) == 1:
			return fmt.Errorf("read %s: %w", name, err)
		case err != nil:
			d.Note(exchange.LeftOut, exchange.Place{File: name}, "unreadable", err.Error(), "save it once more as CSV (UTF-8)")
			continue
		}
		b.leaves = append(b.leaves, leafOf(name, stem(name), t))
	}
	return bring(ctx, b, src, d)
}

// tables are the files of delimited text in a folder.
func tables(src exchange.Source) ([]string, error) {
	entries, err := fs.ReadDir(src.Files, src.Name)
	if err != nil {
		return nil, fmt.Errorf("read the folder: %w", err)
	}
	var names []string
	for _, e := range entries {
		end := strings.ToLower(path.Ext(e.Name()))
		if e.Type().IsRegular() && slices.Contains([]string{".csv", ".tsv", ".txt", ".tab"}, end) {
			names = append(names, path.Join(src.Name, e.Name()))
		}
	}
	if len(names) == 0 {
		return nil, errors.New("there is no .csv file in this folder")
	}
	if len(names) > mostLeaves {
		return nil, fmt.Errorf("more than %d files of tables lie in this folder: divide it", mostLeaves)
	}
	return names, nil
}

// bring reads every row.
func bring(ctx context.Context, b *book, src exchange.Source, d *exchange.Draft) error {
	in := &intake{d: d, src: src, original: d.Original(),
		old: map[string]row{}, seen: map[string]exchange.Place{}, entries: map[string]*authoring.Entry{},
		begun: map[string][]content.Date{}, bodies: map[string][]paragraph{}, broken: map[string]bool{}, headed: map[string]bool{}}
	in.language(b)
	list := in.matched(b)
	slices.SortStableFunc(list, func(a, b *taken) int { // the reviews are of what came
		return cmp.Compare(last(a), last(b))
	})
	if len(list) == 0 && d.Of(exchange.LeftOut) == 0 {
		return errNoRow
	}
	in.reader = &reader{langs: []content.Lang{d.Lang, in.original}, names: newRegister()}
	in.know(list)
	for _, t := range list {
		in.of += len(t.lines)
	}
	for _, t := range list {
		if err := in.sheet(ctx, t); err != nil {
			return err
		}
		if t.sheet.name == textsSheet { // before the reviews, which are of what came
			in.prose()
		}
	}
	if d.Read["rows"] == 0 {
		if d.Of(exchange.LeftOut) == 0 {
			return errNoRow
		}
		return nil
	}
	in.finish()
	return nil
}

// last is 1 for the sheet that is read behind all others.
func last(t *taken) int {
	if t.sheet.name == reviewsSheet {
		return 1
	}
	return 0
}

var errNoRow = errors.New("no row stands in it: fill the sheets of the template, and import it again")

// language finds in which language headings without one are: the book's own original, the
// folder's, or where neither is said and headings name others, the first of those.
func (in *intake) language(b *book) {
	if in.d.Old.Original != "" {
		return
	}
	var first content.Lang
	has := false
	for _, l := range b.leaves {
		if len(l.lines) == 0 {
			continue
		}
		s := sheetNamed(l.name)
		if s == nil {
			s, _, _ = l.likely(in.d.Lang)
		}
		if s == nil {
			continue
		}
		line, _ := l.headings(s, in.d.Lang)
		if s.name == "archive" {
			if said, ok := l.original(s, line); ok {
				in.d.Lang, in.original = said, said
				return
			}
		}
		for _, c := range l.lines[line].cells {
			known, ok := s.known(c.text, in.d.Lang)
			if !ok || known.role != wordColumn {
				continue
			}
			has = has || known.lang == in.d.Lang
			if first == "" {
				first = known.lang
			}
		}
	}
	if first != "" && !has {
		in.d.Once(exchange.Decide, exchange.Place{}, "original", "nothing says in which language this is written first, and its headings name "+string(first)+" first", "write original into the sheet archive, or give --lang")
		in.d.Lang, in.original = first, first
	}
}

// original is what the sheet of the archive says of it.
func (l *leaf) original(s *sheet, line int) (content.Lang, bool) {
	for _, c := range l.lines[line].cells {
		if known, ok := s.known(c.text, "en"); !ok || known.key != "original" {
			continue
		}
		for _, row := range l.lines[line+1:] {
			if said, ok := tag(row.cell(int(c.column)).text); ok && !row.help() {
				return said, true
			}
		}
	}
	return "", false
}

// key is where a row stands, for rows of a sheet that are the same.
func (r row) key(s *sheet) string { return s.name + "\x00" + r.file + "\x00" + r.outer + "\x00" + r.id }

// know learns which records there are, in the folder and in the book.
func (in *intake) know(list []*taken) {
	if m := in.d.Old.Manuscript; m != nil {
		in.reader.names.folder(m)
		for _, s := range sheets {
			for _, r := range s.rows(m) {
				in.old[r.key(s)] = r
			}
		}
	}
	for _, t := range list {
		roll := in.reader.names.of(t.sheet.name)
		for filled := range t.rows() {
			id, names := "", []string(nil)
			for i, c := range t.columns {
				text := strings.TrimSpace(filled.cells[i].text)
				switch {
				case c.role == idColumn || c.key == "id" && c.role == factColumn:
					id = text
				case c.key == "name" || c.key == "title" && (c.role == factColumn || c.slot == 0):
					names = append(names, unlined(text))
				case c.key == "names":
					names = append(names, unlisted(text, c.field.Kind)...)
				}
			}
			if id != "" {
				if small := exchange.Slug(id); !route.ValidID(id) && small != "" {
					id, names = small, append(names, id)
				}
				roll.add(id, names...)
				in.d.Taken(t.sheet.name, id, id)
			}
		}
	}
}

// filledRow is a row of a leaf with a cell for each column that the plan knows.
type filledRow struct {
	line
	cells []cell
}

// rows are the rows that may be records, each with those that go on with it. The cells are
// those of the next row once it is asked for.
func (t *taken) rows() func(yield func(filledRow) bool) {
	return func(yield func(filledRow) bool) {
		place := make(map[int32]int, len(t.columns))
		for i, c := range t.columns {
			place[int32(c.at)] = i
		}
		cells := make([]cell, len(t.columns))
		for i := t.first + 1; i < len(t.lines); {
			row := t.lines[i]
			clear(cells)
			any := row.fill(cells, place)
			for i++; i < len(t.lines) && t.lines[i].continues(); i++ {
				more := make([]cell, len(t.columns))
				t.lines[i].fill(more, place)
				for j := range more {
					if more[j].text != continued {
						cells[j].text += more[j].text
					}
				}
			}
			if any && !row.help() && !t.headed(row) && !yield(filledRow{row, cells}) {
				return
			}
		}
	}
}

// fill puts the cells of a row at their columns' places.
func (l line) fill(cells []cell, place map[int32]int) bool {
	any := false
	for _, c := range l.cells {
		if i, ok := place[c.column]; ok && cells[i].text == "" && cells[i].kind == asText {
			c.text = unguarded(c.text)
			cells[i], any = c, true
		}
	}
	return any
}

// continues reports whether a row goes on with the one above it.
func (l line) continues() bool {
	return slices.ContainsFunc(l.cells, func(c cell) bool { return c.text == continued })
}

// headed reports whether a row is the headings once more, as where sheets were put below
// one another.
func (t *taken) headed(row line) bool {
	same := 0
	for _, c := range t.columns {
		text := row.cell(c.at).text
		if text == "" {
			continue
		}
		if !strings.EqualFold(strings.TrimSpace(text), strings.TrimSpace(t.lines[t.first].cell(c.at).text)) {
			return false
		}
		same++
	}
	return same > 1 && same*2 > len(row.cells)
}
