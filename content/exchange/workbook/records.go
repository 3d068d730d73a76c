package workbook

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
)

// row is one record as a manuscript has it, with what its sheet says of where it stands.
type row struct {
	file  string // of its facts
	owner home   // whose column names the owner
	name  string // of the owner: of a history, speech, lesson ...; of a sheet of files the id
	outer string // id of the record that it stands in
	id    string
	entry *authoring.Entry // nil where the row is a name alone
}

// base is the file of the row's words without language and end.
func (r row) base() string { return strings.TrimSuffix(r.file, ".yaml") }

// wordID is the name of a row's words.
func (s slot) wordID(id string) string { return strings.Replace(s.id, "*", id, 1) }

// worded reports whether the row has words of a slot at all: without an id it has none.
func (s slot) worded(id string) bool { return id != "" || !strings.Contains(s.id, "*") }

// rows are the records of a sheet in a manuscript, in the order of its files.
func (s *sheet) rows(m *authoring.Manuscript) []row {
	var list []row
	for _, h := range s.files {
		for _, name := range m.Names() {
			owner, ok := h.owner(name)
			if !ok {
				continue
			}
			r := row{file: name, owner: h, name: owner, entry: m.Find(name)}
			list = append(list, s.in(r)...)
		}
	}
	if s.name == "cases" {
		slices.SortStableFunc(list, func(a, b row) int { return cmp.Compare(order(a.entry), order(b.entry)) })
	}
	return list
}

func order(e *authoring.Entry) int {
	n, err := strconv.Atoi(e.Text("order"))
	if err != nil {
		return 0
	}
	return n
}

// owner is what a star of a home stands for in a file's name.
func (h home) owner(name string) (string, bool) {
	before, after, starred := strings.Cut(h.file, "*")
	if !starred {
		return "", name == h.file
	}
	rest, ok := strings.CutPrefix(name, before)
	if !ok {
		return "", false
	}
	owner, ok := strings.CutSuffix(rest, after)
	return owner, ok && owner != "" && !strings.ContainsAny(owner, "./")
}

// in are the rows of one file.
func (s *sheet) in(file row) []row {
	switch {
	case s.list == "":
		file.id = file.name
		if file.owner.heading == "" {
			file.id = file.entry.Text("id")
		}
		return []row{file}
	case s.inner != "":
		var list []row
		for _, outer := range file.entry.Entries(s.list) {
			file.outer = outer.Text("id")
			list = append(list, s.under(file, outer, s.inner)...)
		}
		return list
	}
	return s.under(file, file.entry, s.list)
}

func (s *sheet) under(at row, e *authoring.Entry, key string) []row {
	var list []row
	if s.named {
		for _, id := range e.List(key) {
			at.id, at.entry = id, nil
			list = append(list, at)
		}
		return list
	}
	for _, one := range e.Entries(key) {
		at.id, at.entry = one.Text("id"), one
		list = append(list, at)
	}
	return list
}

// cellOf is what stands in a column of a row.
func (s *sheet) cellOf(m *authoring.Manuscript, r row, c column) string {
	switch c.role {
	case ownerColumn:
		if c.heading == r.owner.heading {
			return r.name
		}
		return ""
	case outerColumn:
		return r.outer
	case idColumn:
		return lined(r.id)
	case wordColumn:
		slot := s.words[c.slot]
		if !slot.worded(r.id) {
			return ""
		}
		return wordCell(m.Word(r.base(), c.lang, slot.wordID(r.id)), c)
	case partColumn:
		if small := r.entry.Entries(c.key); len(small) > 0 {
			return fieldCell(small[0], c.part, c.field)
		}
		return ""
	}
	return fieldCell(r.entry, c.key, c.field)
}

// wordCell is a field of a wording; a wording that does not say what it was made from says
// so, for an empty cell is one that nobody has filled.
func wordCell(e *authoring.Entry, c column) string {
	if e == nil || e.Empty() {
		return ""
	}
	text := fieldCell(e, c.key, c.field)
	if text == "" && c.key == "of" {
		return unsaid
	}
	return text
}

// fieldCell is what stands behind a key as a cell has it.
func fieldCell(e *authoring.Entry, key string, f *authoring.FormField) string {
	switch {
	case e == nil || !e.Has(key):
		return ""
	case f.Kind == authoring.PairsField:
		var list []pair
		for _, name := range e.Names(key) {
			list = append(list, pair{name, e.Pair(key, name)})
		}
		return paired(list)
	case f.Many:
		return listed(e.List(key), f.Kind)
	case f.Kind == authoring.TextField || f.Kind == authoring.PlainField:
		return e.Text(key)
	}
	return lined(e.Text(key))
}

// languages are those of an archive, the original first, and those that it has words in
// besides.
func languages(m *authoring.Manuscript) (original content.Lang, list []content.Lang) {
	if head := m.Find("archive.yaml"); head != nil {
		original = content.Lang(head.Text("original"))
		for _, l := range head.List("languages") {
			list = append(list, content.Lang(l))
		}
	}
	original = cmp.Or(original, content.Lang(cmp.Or(firstOf(list), "en")))
	if !slices.Contains(list, original) {
		list = append([]content.Lang{original}, list...)
	}
	for _, name := range m.Names() {
		parts := strings.Split(path.Base(name), ".")
		if len(parts) == 3 && parts[0] != "keyboard" && !slices.Contains(list, content.Lang(parts[1])) {
			list = append(list, content.Lang(parts[1]))
		}
	}
	return original, list
}

func firstOf(list []content.Lang) string {
	if len(list) == 0 {
		return ""
	}
	return string(list[0])
}
