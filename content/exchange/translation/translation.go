// Package translation takes the words of an archive to a translator's tools and back: as
// XLIFF 1.2, as XLIFF 2.0 and as PO, which tools for translating read; and so the words of
// the interface, with the plural forms of the other language.
//
// # Units
//
// A unit is one block of one field of one wording: a paragraph, a heading, an item of a
// list, a paragraph of a quotation, a title, a role. Its lines run together, for a
// translator needs flowing text. Where the translation that is there has other blocks than
// the original, the field is one unit, its blocks parted by empty lines, as it is written
// in Markdown. Units are named by the file and the record that they are of, the field, and
// the number of the block:
//
//	cases/bosnia/timeline#srebrenica-falls/title
//	cases/bosnia/timeline#srebrenica-falls/text/2
//	cases/bosnia/essay#essay/text/14
//	interface#nav.back
//	interface#case.events/few            a plural form
//
// Emphasis and links are in PO the Markdown that they are in the archive; in XLIFF 1.2 they
// are paired codes that hold that Markdown (bpt, ept), in 2.0 paired codes whose data it is
// (pc). A tool that protects codes keeps the routes, and one that knows none and shows their
// content, as converters between the formats do, gives the same text back.
//
// # What goes with a unit
//
// The page it stands on and where on it, file and line, date and place of an event, the
// glossary's terms with what the other language calls them, how long it may be, and how far
// the translation is:
//
//	                    XLIFF 1.2                               XLIFF 2.0                       PO
//	missing             new                                     initial                         empty
//	stale               needs-review-translation                initial, vigil:stale            fuzzy
//	draft               translated                              translated                      fuzzy
//	reviewed            final, approved                         final                           as it is
//
// The first unit of a wording has a mark in its notes that the import reads:
//
//	[vigil cases/bosnia/timeline#srebrenica-falls/title of=dd5cf1c9b4a9 from=dd5cf1c9b4a9 said=0c1d2e3f4a5b blocks=p,pp review=draft translator="machine draft"]
//
// of is what the translation says it was made from, from the hash of the original now, said
// a hash of the translation as it went out, blocks the kinds of the blocks of text and note.
// The other units have a mark with their name alone. Where a tool loses the marks the units
// are known by their ids, and everything is taken that can be without them.
//
// # Coming back
//
// A wording whose units come back as they went out leaves its file as it is, byte for byte.
// Others change only the fields that differ, unless the folder's own translation changed
// since: that is kept, but with replace. A field of which only some units are translated is
// left out. A translation is up to date where the original in the file is still the folder's
// and no unit is marked as to be looked at again; else it is taken and stays stale. It is
// reviewed where every unit is approved and somebody is named who reviewed it.
//
// # Bounds
//
// A file has at most exchange.MostBytes, 100,000 units, 128 KiB a text; XML no document type,
// elements 48 deep, tags of 64 KiB. UTF-8, and UTF-16 where it begins with its mark.
package translation

import (
	"fmt"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
)

// State is how far a unit is translated.
type State uint8

// The states, from nothing to done.
const (
	Missing State = iota
	Unsure        // to be looked at again: stale, or marked so by who translated it
	Draft
	Approved
)

// Unit is one text to translate, with its translation where there is one.
type Unit struct {
	ID     string
	Source string // Markdown, but for what is Plain
	Target string
	Plain  bool // has no emphasis and no links, whatever is written in it
	Whole  bool // a field of several blocks, or lines that matter
	State  State

	File     string // of the archive, where the original stands
	Line     int
	Words    int      // how many words it may have; 0 where nothing says so
	Notes    []string // for the translator
	Previous string   // the original as it was when it was translated, where that is known

	mayStay bool                 // empty, where a name is written alike
	half    bool                 // came back with some of its segments translated
	bare    bool                 // came back with codes that no longer say what they stand for
	pieces  [2][]authoring.Piece // of source and target, where they have marks
	mark    *mark
	plural  *pluralOf
}

// pluralOf is of a message of the interface that depends on a number.
type pluralOf struct {
	id     string // of the message, with interface#
	form   string // CLDR's name of the form that the unit is
	many   string // the English text for other numbers than one
	single string
}

// Document is what a file for translators holds.
type Document struct {
	Format     Format
	From, To   content.Lang
	Title      string // what is translated: the archive's id and version
	Translator string // whom the file names, or ""
	Units      []*Unit
}

// Format is a format of files for translators.
type Format string

// The formats.
const (
	XLIFF1 Format = "xliff-1.2"
	XLIFF2 Format = "xliff-2.0"
	PO     Format = "po"
)

// Bounds of a file.
const (
	mostUnits = 100_000
	mostText  = 128 << 10 // bytes of a unit's text
	mostNotes = 16 << 10  // bytes of a unit's notes that are kept
	mostName  = 500       // bytes of the name of who translated or reviewed
)

// mark is what goes with the first unit of a wording so that the import knows what it was
// when it went out.
type mark struct {
	id         string
	of         string // what the translation says that it was made from
	from       string // hash of the original, as of would name it
	said       string // fingerprint of the translation; "" where there was none
	blocks     string // kinds of the blocks of text and, behind a comma, of note
	review     string
	reviewer   string
	reviewed   string
	translator string
}

func (m *mark) pairs() [][2]*string {
	name := func(s string) *string { return &s }
	return [][2]*string{
		{name("of"), &m.of}, {name("from"), &m.from}, {name("said"), &m.said}, {name("blocks"), &m.blocks},
		{name("review"), &m.review}, {name("reviewer"), &m.reviewer}, {name("reviewed"), &m.reviewed}, {name("translator"), &m.translator},
	}
}

// markEscapes are letters that would end a mark, or a value in it, before its end.
var markEscapes = strings.NewReplacer("%", "%25", `"`, "%22", "]", "%5D", "[", "%5B", "\n", " ")
var markLetters = strings.NewReplacer("%22", `"`, "%5D", "]", "%5B", "[", "%25", "%")

func (m *mark) String() string {
	var b strings.Builder
	b.WriteString("[vigil " + m.id)
	for _, p := range m.pairs() {
		if *p[1] != "" {
			fmt.Fprintf(&b, ` %s="%s"`, *p[0], markEscapes.Replace(*p[1]))
		}
	}
	return b.String() + "]"
}

// readMark finds a mark in the notes of a unit, or nil.
func readMark(notes string) *mark {
	_, rest, found := strings.Cut(notes, "[vigil ")
	if !found {
		return nil
	}
	inner, _, found := strings.Cut(rest, "]")
	if !found {
		return nil
	}
	inner = strings.Join(strings.Fields(inner), " ") // some tools break long notes
	id, rest, _ := strings.Cut(inner, " ")
	m := &mark{id: id}
	for _, p := range m.pairs() {
		if _, value, ok := strings.Cut(" "+rest, " "+*p[0]+`="`); ok {
			value, _, _ = strings.Cut(value, `"`)
			*p[1] = markLetters.Replace(value)
		}
	}
	m.believe()
	return m
}

// believe takes out of a mark what no export wrote: it comes back from other hands.
func (m *mark) believe() {
	for _, hash := range []*string{&m.of, &m.from, &m.said} {
		if strings.Trim(*hash, "0123456789abcdef") != "" || len(*hash) > 64 {
			*hash = ""
		}
	}
	for _, name := range []*string{&m.translator, &m.reviewer} {
		clean, _ := authoring.Clean(*name)
		if *name = strings.Join(strings.Fields(clean), " "); len(*name) > mostName {
			*name = ""
		}
	}
	if m.review != string(content.Reviewed) || m.reviewer == "" {
		m.review = string(content.Draft)
	}
	if _, err := content.ParseDate(m.reviewed); err != nil {
		m.reviewed = ""
	}
}
