package translation

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
)

// The namespaces of XLIFF.
const (
	space1 = "urn:oasis:names:tc:xliff:document:1.2"
	space2 = "urn:oasis:names:tc:xliff:document:2.0"
)

var (
	inText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
	inAttr = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;")
)

// markup writes elements, two spaces deeper for each.
type markup struct {
	*bufio.Writer
	depth int
}

func (m *markup) tag(open string, attrs ...string) {
	m.WriteString(strings.Repeat("  ", m.depth) + "<" + element(open, attrs...))
}

// element is a tag's inside: its name and its attributes, those that are empty left out.
func element(name string, attrs ...string) string {
	var b strings.Builder
	b.WriteString(name)
	for i := 0; i+1 < len(attrs); i += 2 {
		if attrs[i+1] != "" {
			fmt.Fprintf(&b, ` %s="%s"`, attrs[i], inAttr.Replace(attrs[i+1]))
		}
	}
	return b.String()
}

func (m *markup) open(name string, attrs ...string) {
	m.tag(name, attrs...)
	m.WriteString(">\n")
	m.depth++
}

func (m *markup) close(name string) {
	m.depth--
	m.WriteString(strings.Repeat("  ", m.depth) + "</" + name + ">\n")
}

// holds writes an element with a text, or with elements that are written already.
func (m *markup) holds(name, inner string, attrs ...string) {
	m.tag(name, attrs...)
	m.WriteString(">" + inner + "</" + name + ">\n")
}

// groups calls back for the units of each file of the archive and, in it, of each record.
func (d *Document) groups(file func(name string, number int), group func(id string, number int), unit func(*Unit), groupEnd, fileEnd func()) {
	files, groups := 0, 0
	at, of := "", ""
	for i, u := range d.Units {
		name, id := u.original(), u.group()
		if i == 0 || name != at {
			if i > 0 {
				groupEnd()
				fileEnd()
			}
			files++
			file(name, files)
		}
		if i == 0 || name != at || id != of {
			if i > 0 && name == at {
				groupEnd()
			}
			groups++
			group(id, groups)
		}
		at, of = name, id
		unit(u)
	}
	if len(d.Units) > 0 {
		groupEnd()
		fileEnd()
	}
}

// original is the file that a unit is of.
func (u *Unit) original() string {
	if u.File != "" {
		return u.File
	}
	base, _, _ := strings.Cut(u.ID, "#")
	return base
}

// group is the record, or the message, that a unit is of.
func (u *Unit) group() string {
	base, rest, _ := strings.Cut(u.ID, "#")
	name, _, _ := strings.Cut(rest, "/")
	return base + "#" + name
}

// states1 are the states of a target in XLIFF 1.2.
var states1 = map[State]string{Missing: "new", Unsure: "needs-review-translation", Draft: "translated", Approved: "final"}

// writeXLIFF1 writes a document as XLIFF 1.2, strict.
func writeXLIFF1(w io.Writer, d *Document) error {
	m := &markup{Writer: bufio.NewWriter(w)}
	m.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	m.open("xliff", "version", "1.2", "xmlns", space1)
	d.groups(func(name string, _ int) {
		m.open("file", "original", name, "source-language", string(d.From), "target-language", string(d.To), "datatype", "plaintext", "product-name", d.Title)
		m.open("header")
		m.tag("tool", "tool-id", "vigil", "tool-name", "Vigil")
		m.WriteString("/>\n")
		m.close("header")
		m.open("body")
	}, func(id string, _ int) {
		m.open("group", "id", id, "resname", id)
	}, func(u *Unit) { u.write1(m) },
		func() { m.close("group") },
		func() { m.close("body"); m.close("file") })
	m.close("xliff")
	return m.Flush()
}

func (u *Unit) write1(m *markup) {
	approved := "no"
	if u.State == Approved {
		approved = "yes"
	}
	attrs := []string{"id", u.ID, "resname", u.ID, "approved", approved, "xml:space", "preserve"}
	if u.Words > 0 {
		attrs = append(attrs, "maxwidth", strconv.Itoa(u.Words), "size-unit", "x-word")
	}
	m.open("trans-unit", attrs...)
	m.holds("source", codes1(u.Source, u.pieces[0], u.pieces[0]))
	m.holds("target", codes1(u.Target, u.pieces[1], u.pieces[0]), "state", states1[u.State])
	if u.File != "" {
		m.open("context-group", "purpose", "location")
		m.holds("context", inText.Replace(u.File), "context-type", "sourcefile")
		m.holds("context", strconv.Itoa(u.Line), "context-type", "linenumber")
		m.close("context-group")
	}
	m.holds("note", inText.Replace(strings.Join(u.told(), "\n")), "from", "developer")
	if u.Previous != "" {
		m.open("alt-trans", "alttranstype", "previous-version")
		m.holds("source", inText.Replace(u.Previous))
		m.holds("target", inText.Replace(u.Target))
		m.close("alt-trans")
	}
	m.close("trans-unit")
}

// told are the notes with the mark.
func (u *Unit) told() []string {
	notes := u.Notes[:len(u.Notes):len(u.Notes)]
	if u.mark != nil {
		notes = append(notes, u.mark.String())
	}
	return notes
}

// codes1 is a text with its marks as paired codes that hold them. The marks of a
// translation have the numbers of those of the original that they stand for.
func codes1(text string, pieces, source []authoring.Piece) string {
	if !marked(pieces) {
		return inText.Replace(text)
	}
	number := numbered(pieces, source)
	var b strings.Builder
	for _, p := range pieces {
		switch p.Mark {
		case authoring.Opens:
			fmt.Fprintf(&b, `<%s>%s</bpt>`, element("bpt", "id", strconv.Itoa(number[p.Pair]), "ctype", kindOf(p, "link", "bold", "italic")), inText.Replace(p.Text))
		case authoring.Closes:
			fmt.Fprintf(&b, `<ept id="%d">%s</ept>`, number[p.Pair], inText.Replace(p.Text))
		default:
			b.WriteString(inText.Replace(p.Text))
		}
	}
	return b.String()
}

func kindOf(p authoring.Piece, link, strong, emphasis string) string {
	switch {
	case p.Link != "":
		return link
	case p.Style&content.Strong != 0:
		return strong
	default:
		return emphasis
	}
}

func marked(pieces []authoring.Piece) bool {
	for _, p := range pieces {
		if p.Mark != authoring.Letters {
			return true
		}
	}
	return false
}

// numbered gives each pair of marks the number of one of the original's that is alike, or
// one that none of these has.
func numbered(pieces, source []authoring.Piece) map[int]int {
	out, used, last := map[int]int{}, map[int]bool{}, 0
	for _, s := range source {
		last = max(last, s.Pair)
	}
	for _, p := range pieces {
		if p.Mark != authoring.Opens {
			continue
		}
		for _, s := range source {
			if s.Mark == authoring.Opens && !used[s.Pair] && s.Link == p.Link && s.Style == p.Style {
				out[p.Pair], used[s.Pair] = s.Pair, true
				break
			}
		}
		if out[p.Pair] == 0 {
			last++
			out[p.Pair] = last
		}
	}
	return out
}

// states2 are the states of a segment in XLIFF 2.0.
var states2 = map[State]string{Missing: "initial", Unsure: "initial", Draft: "translated", Approved: "final"}

// staleState is the substate of a segment that is to be looked at again.
const staleState = "vigil:stale"

// writeXLIFF2 writes a document as XLIFF 2.0, of the core alone.
func writeXLIFF2(w io.Writer, d *Document) error {
	m := &markup{Writer: bufio.NewWriter(w)}
	m.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	m.open("xliff", "xmlns", space2, "version", "2.0", "srcLang", string(d.From), "trgLang", string(d.To))
	d.groups(func(name string, n int) {
		m.open("file", "id", "f"+strconv.Itoa(n), "original", name)
	}, func(id string, n int) {
		m.open("group", "id", "g"+strconv.Itoa(n), "name", id)
	}, func(u *Unit) { u.write2(m) },
		func() { m.close("group") },
		func() { m.close("file") })
	m.close("xliff")
	return m.Flush()
}

// token is a unit's name as an id of XLIFF 2.0, which may not have all letters.
func token(id string) string { return strings.NewReplacer("/", ".", "#", ":").Replace(id) }

func (u *Unit) write2(m *markup) {
	m.open("unit", "id", token(u.ID), "name", u.ID, "canResegment", "no", "xml:space", "preserve")
	m.open("notes")
	for _, n := range u.Notes {
		m.holds("note", inText.Replace(n), "category", "context")
	}
	if u.File != "" {
		m.holds("note", inText.Replace(fmt.Sprintf("%s:%d", u.File, u.Line)), "category", "location")
	}
	if u.Previous != "" {
		m.holds("note", inText.Replace(u.Previous), "category", "previous")
	}
	if u.mark != nil {
		m.holds("note", inText.Replace(u.mark.String()), "category", "vigil")
	}
	m.close("notes")
	var data strings.Builder
	source := codes2(u.Source, u.pieces[0], u.pieces[0], &data)
	target := codes2(u.Target, u.pieces[1], u.pieces[0], &data)
	if data.Len() > 0 {
		m.holds("originalData", data.String())
	}
	sub := ""
	if u.State == Unsure {
		sub = staleState
	}
	m.open("segment", "state", states2[u.State], "subState", sub)
	m.holds("source", source)
	if u.Target != "" {
		m.holds("target", target)
	}
	m.close("segment")
	m.close("unit")
}

// codes2 is a text with its marks as paired codes, whose data goes into data, once for each
// number.
func codes2(text string, pieces, source []authoring.Piece, data *strings.Builder) string {
	if !marked(pieces) {
		return inText.Replace(text)
	}
	number := numbered(pieces, source)
	var b strings.Builder
	for _, p := range pieces {
		n := strconv.Itoa(number[p.Pair])
		switch p.Mark {
		case authoring.Opens:
			b.WriteString("<" + element("pc", "id", n, "type", kindOf(p, "link", "fmt", "fmt"), "subType", kindOf(p, "", "xlf:b", "xlf:i"), "dataRefStart", "s"+n, "dataRefEnd", "e"+n) + ">")
			known(data, "s"+n, p.Text)
		case authoring.Closes:
			b.WriteString("</pc>")
			known(data, "e"+n, p.Text)
		default:
			b.WriteString(inText.Replace(p.Text))
		}
	}
	return b.String()
}

func known(data *strings.Builder, id, text string) {
	if !strings.Contains(data.String(), `id="`+id+`"`) {
		data.WriteString("<" + element("data", "id", id) + ">" + inText.Replace(text) + "</data>")
	}
}
