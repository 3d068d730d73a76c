package exchange

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"vigil/content/authoring"
)

// Weight says what a note of the report asks of its reader.
type Weight string

// The weights, the gravest first.
const (
	LeftOut Weight = "left-out" // it did not come over: mend it in the source, and import again
	Decide  Weight = "decide"   // it came over, and a person must decide something
	Altered Weight = "altered"  // it came over otherwise than it was written; nothing to do
)

var weights = []Weight{LeftOut, Decide, Altered}

// Place is where something stands in a source; each format uses what it has.
type Place struct {
	File    string `json:"file,omitempty"`
	Sheet   string `json:"sheet,omitempty"`
	Row     int    `json:"row,omitempty"`    // from 1, the headings' row too, as a spreadsheet counts
	Column  string `json:"column,omitempty"` // in letters, as a spreadsheet does
	Heading string `json:"heading,omitempty"`
	Path    string `json:"path,omitempty"` // JSON Pointer (RFC 6901)
}

// String is the place on one line.
func (p Place) String() string {
	var parts []string
	add := func(format string, used bool, value ...string) {
		if used {
			parts = append(parts, fmt.Sprintf(format, strings.Join(value, "")))
		}
	}
	add("%s", p.File != "", p.File)
	add("sheet %s", p.Sheet != "", p.Sheet)
	add("row %s", p.Row > 0, fmt.Sprint(p.Row))
	add("column %s", p.Column != "", p.Column)
	add("(%s)", p.Heading != "", p.Heading)
	add("%s", p.Path != "", p.Path)
	return authoring.Printable(strings.Join(parts, " "))
}

// Note is one thing that the report says, of a place or, where it is said of many, of the
// first of them.
type Note struct {
	Place
	Rule    string `json:"rule"` // a word for the kind, the same in every format
	Weight  Weight `json:"weight"`
	Message string `json:"message"`
	Mend    string `json:"mend"`
	Times   int    `json:"times"` // how many places it is said of
}

// String is the note on exactly one line.
func (n Note) String() string {
	s := n.Place.String()
	if s != "" {
		s += ": "
	}
	s += n.Message
	if n.Times > 1 {
		s += fmt.Sprintf(" (here and in %d more places)", n.Times-1)
	}
	if n.Mend != "" {
		s += ": " + n.Mend
	}
	return authoring.Printable(s)
}

// mostNotes bounds what one report says one by one; beyond them notes of one rule are
// counted.
const mostNotes = 2000

// Report says what an import made of its source.
type Report struct {
	Format string         `json:"format"`
	Source string         `json:"source"`
	Read   map[string]int `json:"read"`  // what stands in the source, by kind: items, rows, slides
	Came   map[string]int `json:"came"`  // what came over, by kind: events, people, pictures
	Notes  []Note         `json:"notes"` // what did not, what is to be decided, what was altered

	alike map[string]int // notes that are said once for many places, by what they say
	over  map[string]int // notes beyond those that are kept, by rule
}

// NewReport is a report in which nothing is said.
func NewReport(format, source string) *Report {
	return &Report{Format: format, Source: source, Read: map[string]int{}, Came: map[string]int{}, alike: map[string]int{}, over: map[string]int{}}
}

// Count counts what stands in the source.
func (r *Report) Count(kind string) { r.Read[kind]++ }

// Note says one thing. Message and mend repeat what a source says, if at all, through
// authoring.Quote.
func (r *Report) Note(w Weight, at Place, rule, message, mend string) {
	r.say(Note{at, rule, w, message, mend, 1}, rule+"\x00over")
}

// Once says of the first of many places what is true of all of them in the same words.
func (r *Report) Once(w Weight, at Place, rule, message, mend string) {
	key := string(w) + rule + message + mend
	if i, said := r.alike[key]; said {
		r.Notes[i].Times++
		return
	}
	before := len(r.Notes)
	r.say(Note{at, rule, w, message, mend, 1}, rule+"\x00over")
	if len(r.Notes) > before {
		r.alike[key] = before
	}
}

func (r *Report) say(n Note, over string) {
	if len(r.Notes) < mostNotes {
		n.Message, n.Mend = authoring.Printable(n.Message), authoring.Printable(n.Mend)
		r.Notes = append(r.Notes, n)
		return
	}
	if i, said := r.over[over]; said {
		r.Notes[i].Times++
		return
	}
	r.over[over] = len(r.Notes)
	n.Message = authoring.Printable(n.Message)
	r.Notes = append(r.Notes, n)
}

// Of counts the notes of a weight, each place once.
func (r *Report) Of(w Weight) int {
	n := 0
	for _, note := range r.Notes {
		if note.Weight == w {
			n += note.Times
		}
	}
	return n
}

// Sort orders the notes by weight, then as the source goes.
func (r *Report) Sort() {
	slices.SortStableFunc(r.Notes, func(a, b Note) int {
		return cmp.Or(cmp.Compare(slices.Index(weights, a.Weight), slices.Index(weights, b.Weight)),
			cmp.Compare(a.File, b.File), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row))
	})
	clear(r.alike)
	clear(r.over)
}

// Numbered is what came over or was read, in words: "20 events, 3 people".
func Numbered(counts map[string]int) string {
	var parts []string
	for _, kind := range slices.Sorted(maps.Keys(counts)) {
		if counts[kind] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", counts[kind], counted(kind, counts[kind])))
		}
	}
	if len(parts) == 0 {
		return "nothing"
	}
	return strings.Join(parts, ", ")
}

// singular are the kinds whose name for one is not the name for many without its s.
var singular = map[string]string{"people": "person", "histories": "history", "speeches": "speech", "media": "medium", "glossary": "term"}

// counted is what a kind is called in a number.
func counted(kind string, n int) string {
	if n != 1 {
		return kind
	}
	if one, ok := singular[kind]; ok {
		return one
	}
	return strings.TrimSuffix(kind, "s")
}
