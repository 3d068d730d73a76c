package search

import (
	"slices"
	"strconv"
	"strings"

	"vigil/content"
)

// record is one place in the kiosk that can be found, in all its languages.
type record struct {
	route    string
	kind     string
	weight   int      // among hits that are equally good by their words, the lower goes first
	names    []string // what it is called, in every language and spelling; none for paragraphs
	date     content.Date
	cases    []string  // the ids of the case studies that it is of
	versions []version // in the order of the archive's languages; at least one
}

// version is a record in one language.
type version struct {
	lang  content.Lang
	title string
	role  string
	under string
	prose []content.Prose // what snippets are cut from
	extra []string        // what can be found but is not shown: years, numbers, linked names
}

// in returns the index of the version in that language, or -1.
func (r *record) in(lang content.Lang) int {
	for i := range r.versions {
		if r.versions[i].lang == lang {
			return i
		}
	}
	return -1
}

// entity reports whether the record is called by a name, not by a heading.
func (r *record) entity() bool {
	switch r.kind {
	case KindPerson, KindPlace, KindOrganisation, KindTerm:
		return true
	}
	return false
}

// class orders what is found by its name: what the archive is about first, in
// whatever kind the name fits best, then what tells of it.
func (r *record) class() int {
	if r.kind == KindCase || r.entity() {
		return 0
	}
	return slices.Index(Kinds, r.kind)
}

// display returns the running text as one line.
func (v *version) display() string {
	var parts []string
	for _, p := range v.prose {
		if text := p.Plain(); text != "" {
			parts = append(parts, text)
		}
	}
	return strings.ReplaceAll(strings.Join(parts, " "), "\n", " ")
}

// searchable returns everything that the record says in this language, each on
// its own line, names included: a query may take a word from each.
func (r *record) searchable(version int) string {
	v := &r.versions[version]
	var s strings.Builder
	for _, line := range append([]string{v.title, v.role, v.display()}, v.extra...) {
		s.WriteString(line)
		s.WriteByte('\n')
	}
	for _, name := range r.names {
		s.WriteString(name)
		s.WriteByte('\n')
	}
	return s.String()
}

// years returns the years that a date spans, as a visitor would type them.
func years(d content.Date) string {
	const most = 20
	if d.IsZero() {
		return ""
	}
	from, to := d.From.Year, d.To.Year
	switch content.NoPrecision {
	case d.From.Precision:
		from = to
	case d.To.Precision:
		to = from
	}
	var s strings.Builder
	for y := from; y <= to && y < from+most; y++ {
		number := y
		if y < 1 {
			number = 1 - y // as people count the years before 1
		}
		s.WriteString(strconv.Itoa(number))
		s.WriteByte(' ')
	}
	return s.String()
}
