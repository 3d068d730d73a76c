// Package paper puts words on sheets of paper, as PDF (ISO 32000-1, version 1.7).
//
// Words are set by typeset and placed as it sets them. Each cluster of letters is one
// code of a font that is made for the document: its glyphs are joined to one picture,
// and the code's ToUnicode entry holds its letters. So letters are found, marked and
// copied in every script, by programs that know no ActualText too, for which the other
// ways were tried: glyphs one by one leave a Khmer syllable's letters in the order of
// their shapes, and ActualText around a run of Arabic is turned round by some readers
// and not by others. A font holds only the pictures that are shown, as TrueType
// outlines without hints, whatever the face's own format is.
//
// The file is tagged (14.8): headings, paragraphs, lists and figures in the order they
// are placed, each with its language where that is not the document's; a paragraph with
// letters that are read from right to left says them in the order they are read, too.
// Nothing in a file leads out of it: no links, no scripts, no forms, no fonts or
// pictures from elsewhere. It holds no time and no number of chance, so that the same
// document gives the same bytes.
//
// The writing of objects is a page of its own code, after measuring what there is:
// pdfcpu v0.15.0 adds 4.8 MB to the program, and writes the time of day and a number
// made of it into each file; fpdf and gopdf know no glyphs, only letters.
package paper

import (
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"time"

	"golang.org/x/text/language"

	"vigil/app/typeset"
)

// Format is a size of paper in points (1/72 inch), upright. What is laid out by
// typeset for paper has its sizes and widths in points too.
type Format struct {
	Name          string
	Width, Height float32
}

// The formats that people have in their printers: ISO 216 and ANSI.
var (
	A4     = Format{"A4", 595.276, 841.89}
	Letter = Format{"Letter", 612, 792}
)

// Info is what a document says of itself.
type Info struct {
	Title   string
	Lang    string // BCP 47, of all that is not said to be in another language
	Author  string
	Subject string
	Created time.Time // zero says nothing, so that the same input gives the same bytes
}

// Role is what a paragraph is, for those who have the document read to them, and for
// what programs take out of it.
type Role uint8

// The roles (ISO 32000-1, 14.8.4).
const (
	Paragraph Role = iota
	Heading1
	Heading2
	Heading3
	ListItem // neighbours are of one list
	Caption
	Continued // the rest of the paragraph that was placed last, on another page or in another column
	Artifact  // of the sheet and not of the text: page numbers and running heads
)

// Document is a number of sheets. It serves one goroutine.
type Document struct {
	setter *typeset.Setter
	info   Info
	pages  []*Page
	fonts  []*fontOf
	faces  map[typeset.Face]*fontOf
	images []raster
	tree   element
	within *element // what is placed now is a part of
	figure *element // the figure that is being drawn, or nil
	last   *element // the paragraph that was placed last
	rtl    bool     // the document's language is read from right to left
}

// New begins a document whose words were set by setter.
func New(setter *typeset.Setter, info Info) *Document {
	d := &Document{setter: setter, info: info, faces: map[typeset.Face]*fontOf{}, tree: element{kind: "Document"}}
	d.within = &d.tree
	switch script, _ := language.Make(info.Lang).Script(); script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa":
		d.rtl = true
	}
	return d
}

// Page adds an empty sheet.
func (d *Document) Page(f Format) *Page {
	p := &Page{Format: f, doc: d}
	d.pages = append(d.pages, p)
	return p
}

func (d *Document) font(face typeset.Face) *fontOf {
	f := d.faces[face]
	if f == nil {
		f = newFont(d.setter, face, len(d.fonts))
		d.fonts = append(d.fonts, f)
		d.faces[face] = f
	}
	return f
}

// Write writes the document. It may be called again. The error is the writer's.
func (d *Document) Write(w io.Writer) error {
	to := newFile()
	catalog, pages := to.promise(), to.promise()
	resources := to.promise()
	for _, p := range d.pages {
		p.ref = to.promise()
	}
	to.write(resources, d.resources(to))
	var kids strings.Builder
	for i, p := range d.pages {
		d.writePage(to, p, i, pages, resources)
		fmt.Fprintf(&kids, "%v ", p.ref)
	}
	to.write(pages, fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids.String(), len(d.pages)))
	lang := ""
	if d.info.Lang != "" {
		lang = "/Lang" + text(d.info.Lang)
	}
	to.write(catalog, fmt.Sprintf("<</Type/Catalog/Pages %v%s/MarkInfo<</Marked true>>/StructTreeRoot %v/ViewerPreferences<</DisplayDocTitle true>>>>", pages, lang, d.writeTree(to)))
	info := to.add(d.about())
	sum := sha256.Sum256(to.out.Bytes())
	if err := to.finish(w, catalog, info, fmt.Sprintf("%X", sum[:16])); err != nil {
		return fmt.Errorf("write the document: %w", err)
	}
	return nil
}

func (d *Document) writePage(to *file, p *Page, number int, pages, resources ref) {
	p.unmark()
	content := to.promise()
	to.stream(content, "", []byte(p.content.String()), true)
	to.write(p.ref, fmt.Sprintf("<</Type/Page/Parent %v/MediaBox[0 0 %s]/Resources %v/Contents %v/StructParents %d/Tabs/S>>",
		pages, strings.TrimSpace(numbers("", p.Width, p.Height)), resources, content, number))
}

// resources are one dictionary for all pages, as most use the same fonts.
func (d *Document) resources(to *file) string {
	var b strings.Builder
	b.WriteString("<</Font<<")
	for _, f := range d.fonts {
		fmt.Fprintf(&b, "/F%d %v", f.number, f.write(to))
	}
	b.WriteString(">>/XObject<<")
	for i := range d.images {
		r := &d.images[i]
		r.ref = to.promise()
		to.stream(r.ref, r.entries, r.data, r.plain)
		fmt.Fprintf(&b, "/I%d %v", i, r.ref)
	}
	b.WriteString(">>>>")
	return b.String()
}

func (d *Document) about() string {
	var b strings.Builder
	b.WriteString("<<")
	for _, entry := range []struct{ key, value string }{{"Title", d.info.Title}, {"Author", d.info.Author}, {"Subject", d.info.Subject}, {"Producer", "Vigil"}} {
		if entry.value != "" {
			fmt.Fprintf(&b, "/%s%s", entry.key, text(entry.value))
		}
	}
	if !d.info.Created.IsZero() {
		fmt.Fprintf(&b, "/CreationDate(D:%sZ)", d.info.Created.UTC().Format("20060102150405"))
	}
	b.WriteString(">>")
	return b.String()
}
