package workbook

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"vigil/content/authoring"
	"vigil/content/exchange"
)

// register knows what records there are, in the book and in the folder it goes into: their
// ids, and by what names people call them.
type register struct{ sheets map[string]*roll }

// roll are the records of one sheet.
type roll struct {
	ids   map[string]bool
	names map[string]string // a name to its id; "" where several have it
	list  []string          // ids, for the nearest; made when it is asked for
	asked int               // how often
}

// mostAsked bounds how often the nearest name is looked for among many.
const mostAsked = 200

func newRegister() *register { return &register{map[string]*roll{}} }

// of are the records of a sheet; nil where none is called for.
func (g *register) of(sheet string) *roll {
	if g == nil || sheet == "" {
		return nil
	}
	if g.sheets[sheet] == nil {
		g.sheets[sheet] = &roll{ids: map[string]bool{}, names: map[string]string{}}
	}
	return g.sheets[sheet]
}

// add adds a record and what it is called.
func (l *roll) add(id string, names ...string) {
	if id == "" {
		return
	}
	l.ids[id] = true
	for _, name := range names {
		key := folded(name)
		if other, taken := l.names[key]; taken && other != id {
			id = ""
		}
		if key != "" {
			l.names[key] = id
		}
	}
}

// called is the id of the one record that has a name, or "".
func (l *roll) called(name string) string {
	return l.names[folded(name)]
}

// folded is a name as names are compared: an accent or a capital more or less makes no other.
func folded(name string) string {
	other := func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }
	if slug := exchange.Slug(name); slug != "" && !strings.ContainsFunc(name, other) {
		return slug
	}
	return strings.ToLower(strings.Join(strings.Fields(name), " "))
}

// nearest is the id that somebody who wrote another most likely meant, or "".
func (l *roll) nearest(id string) string {
	if l == nil {
		return ""
	}
	if len(l.list) != len(l.ids) {
		l.list = slices.Sorted(maps.Keys(l.ids))
	}
	if l.asked++; l.asked > mostAsked {
		return ""
	}
	return authoring.Nearest(id, l.list)
}

// folder adds the records of a folder.
func (g *register) folder(m *authoring.Manuscript) {
	if m == nil {
		return
	}
	for _, s := range sheets {
		if s.files == nil {
			continue
		}
		for _, r := range s.rows(m) {
			g.record(s, r)
		}
	}
}

// record adds a record as a manuscript has it.
func (g *register) record(s *sheet, r row) {
	var names []string
	if r.entry != nil {
		names = append([]string{r.entry.Text("name"), r.entry.Text("title")}, r.entry.List("names")...)
	}
	g.of(s.name).add(r.id, names...)
	if scope := s.scope(r); scope != "" {
		g.of(s.name + " of " + scope).add(r.id)
	}
}

// scope is whose a row is: ids are told apart within it.
func (s *sheet) scope(r row) string {
	if s.list == "" || !s.starred() {
		return ""
	}
	return strings.TrimSuffix(r.file+"/"+r.outer, "/")
}
