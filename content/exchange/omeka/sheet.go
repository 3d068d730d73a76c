package omeka

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/exchange"
	"vigil/content/exchange/dating"
	"vigil/content/exchange/table"
)

// column is what a column of a catalogue's sheet holds.
type column struct {
	index   int
	heading string
	holds   holding
	term    string // of values
	lang    string
	form    valueForm
	private bool
	parts   parting
}

type holding uint8

const (
	values holding = iota
	numberOf
	addressOf
	classOf
	openness
	filesOf
	kindOfRow
	parentOf
	house // of the catalogue's own keeping
)

// parting is how several values stand in one cell.
type parting uint8

const (
	whole  parting = iota // one value
	listed                // parted by semicolons, where the values are short
	barred                // parted by " | " or "|"
)

// sheet reads a file of delimited text whose headings are told what they hold.
func sheet(ctx context.Context, src exchange.Source, d *exchange.Draft, understand func(headings []string) ([]column, string), lacks string) error {
	data, err := src.Read("", exchange.MostBytes)
	if err != nil {
		return err
	}
	t, notes, err := table.Read(data, d.Lang)
	data = nil
	if err != nil {
		return err
	}
	notes.Tell(d.Report, exchange.Place{})
	headings := make([]string, len(t.Rows[0].Cells))
	for i := range headings {
		headings[i] = t.Rows[0].Cell(i)
	}
	columns, class := understand(headings)
	if !slices.ContainsFunc(columns, func(c column) bool { return c.holds == values && roles[c.term] == title }) {
		return errors.New(lacks)
	}
	s := &rows{lang: d.Lang, columns: columns, class: class, hats: hatsIn(t.Rows[1:])}
	return bring(ctx, d, src, stem(src.Name, d.Source), func(ctx context.Context, each func(*record) error) error {
		s.seen = map[string]int{}
		for _, row := range t.Rows[1:] {
			if err := each(s.record(row)); err != nil {
				return err
			}
		}
		return nil
	})
}

// hatsIn reports whether cells are parted by "^^", which no one writes otherwise.
func hatsIn(rows []table.Row) bool {
	return slices.ContainsFunc(rows, func(r table.Row) bool {
		return slices.ContainsFunc(r.Cells, func(c string) bool { return strings.Contains(c, "^^") })
	})
}

// rows reads the rows of a sheet as records.
type rows struct {
	columns []column
	class   string // of a record that says nothing of its own
	hats    bool
	lang    content.Lang   // of dates
	seen    map[string]int // how many records of a key came, where the key is made of words
}

func (s *rows) record(row table.Row) *record {
	r := &record{at: exchange.Place{Row: row.Number}}
	for _, c := range s.columns {
		cell := row.Cell(c.index)
		if cell == "" {
			continue
		}
		at := exchange.Place{Row: row.Number, Column: table.Letters(c.index), Heading: c.heading}
		switch c.holds {
		case numberOf:
			r.key = cell
		case addressOf:
			r.url = oneLine(cleaned(cell))
		case classOf:
			for _, class := range strings.FieldsFunc(cell, func(r rune) bool { return r == ';' || r == '|' || r == '>' }) {
				r.classes = append(r.classes, strings.TrimSpace(class))
			}
		case openness:
			r.open(at, cell)
		case kindOfRow:
			r.kind = rowKinds[strings.ToLower(strings.TrimSuffix(oneLine(cell), "s"))]
		case parentOf:
			r.of = cell
		case filesOf:
			for _, name := range apart(cell, "^^", "|", ";", ",", "\n") {
				r.files = append(r.files, file{at: at, names: []string{name}})
			}
		case values:
			s.values(r, at, c, cell)
		}
	}
	for i := len(row.Cells) - 1; i >= 0 && i >= len(s.columns); i-- {
		if cell := row.Cell(i); cell != "" {
			r.say(exchange.LeftOut, exchange.Place{Row: row.Number, Column: table.Letters(i)}, "no-heading", "a cell without a heading did not come over", "give the column a heading")
		}
	}
	if s.class != "" && r.class() == unclassed {
		r.classes = append(r.classes, s.class)
	}
	s.name(r)
	if r.of != "" && !slices.ContainsFunc(s.columns, func(c column) bool { return c.holds == numberOf }) {
		r.of = "of " + r.of
	}
	if r.private {
		r.values, r.files, r.spots, r.notes = nil, nil, nil, nil
	}
	return r
}

// rowKinds are what a sheet calls a row that is no item.
var rowKinds = map[string]recordKind{"item set": itemSet, "item_set": itemSet, "o:itemset": itemSet, "itemset": itemSet, "collection": itemSet, "media": medium, "medium": medium, "o:media": medium, "file": medium}

// open reads whether a record is public. Of a word that nobody knows it is not.
func (r *record) open(at exchange.Place, cell string) {
	switch word := strings.ToLower(oneLine(cell)); {
	case slices.Contains([]string{"1", "true", "yes", "y", "public", "accessible", "accessible to public", "public access", "published", "open"}, word):
	case slices.Contains([]string{"0", "false", "no", "n", "private", "not accessible", "not accessible to public", "restricted", "inaccessible"}, word):
		r.private = true
	default:
		r.broken = fmt.Errorf("says of who may see it %s, which nobody here can read,", quoted(cell))
	}
}

// name gives a record without a number a key of what it says, the same each time.
func (s *rows) name(r *record) {
	if r.key != "" {
		return
	}
	r.key = r.url
	for _, want := range []role{identifier, title} {
		for _, v := range r.values {
			if r.key == "" && roles[v.term] == want {
				r.key = "of " + v.text
			}
		}
	}
	s.seen[r.key]++
	if n := s.seen[r.key]; n > 1 || r.key == "" {
		r.key = fmt.Sprintf("%s, %d", r.key, n)
	}
}

func (s *rows) values(r *record, at exchange.Place, c column, cell string) {
	for _, one := range s.parted(c, cell) {
		if c.private {
			r.notes = append(r.notes, exchange.Note{Place: at, Rule: hiddenValue})
			continue
		}
		v := value{term: c.term, at: at, form: c.form, text: one, lang: c.lang}
		if c.form == address || webAddress(one) && !strings.ContainsAny(one, " \n") {
			uri, label, _ := strings.Cut(one, " ")
			v.form, v.uri, v.text = address, uri, strings.TrimSpace(label)
			if !webAddress(uri) {
				v.form, v.uri, v.text = plain, "", one
			}
		}
		if v.term == "dcterms:coverage" {
			v.term = coverage(one, s.lang)
			r.say(exchange.Altered, at, "coverage", "coverage is a place or a time; what reads as a date came over as one, all else as a place", "")
		}
		r.values = append(r.values, v)
	}
}

// coverage is the property that a value of coverage, which may be a place or a time, means.
func coverage(s string, lang content.Lang) string {
	if read, err := dating.Read(s, lang); err == nil && !read.Date.IsZero() {
		return "dcterms:temporal"
	}
	return "dcterms:spatial"
}

// parted gives the values of a cell. Running text is only parted by what no one writes in
// it.
func (s *rows) parted(c column, cell string) []string {
	switch {
	case s.hats:
		return apart(cell, "^^")
	case c.parts == barred:
		return apart(cell, "|")
	case c.parts != listed:
		return []string{cell}
	}
	switch role := roles[c.term]; role {
	case author, where, when, made, identifier, also, collection:
		return apart(cell, "|", ";")
	case cited:
		if parts := apart(cell, "|", ";"); !slices.ContainsFunc(parts, func(p string) bool { return !webAddress(p) }) {
			return parts
		}
	}
	return []string{cell}
}

// apart parts a text at each of some marks.
func apart(s string, marks ...string) []string {
	parts := []string{s}
	for _, m := range marks {
		var next []string
		for _, p := range parts {
			next = append(next, strings.Split(p, m)...)
		}
		parts = next
	}
	var out []string
	for _, p := range parts {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}
