// Package paper puts words on sheets of paper, as PDF (ISO 32000-1, version 1.7).
//
// Words are set by typeset and placed as it sets them. A font is made for the document
// out of each face, in which a cluster of letters is one code: the glyphs of the cluster
// are joined to one picture, and the code says the letters (ToUnicode, 9.10.3). So
// letters are found, marked and copied in every script, and a Khmer syllable's are in
// the order they are read, not in that of their shapes. Where a line is read from right
// to left, and where marks are among the letters, each letter has a code, of which the
// first shows the picture. The fonts hold only what is shown, as TrueType outlines
// without hints, whatever the face's own format is.
//
// Lines are written from left to right, Arabic and Hebrew too, as most writers have it:
// Chrome's and Firefox's readers and poppler turn them round. Written in the order of
// reading, MuPDF's mutool 1.21 gives them right, and Chrome backwards; see
// findings/pdf-readers-order-of-hebrew.sh. ActualText around words (14.9.4) is turned
// round by some readers as well. Marks of direction (U+200E, U+200F) stand where the
// direction turns back, for the readers that place spaces and brackets wrongly without.
// poppler decides once a page which direction is the page's: of two languages side by
// side, lines of the lesser one with numbers come out of pdftotext in pieces, each of
// which is whole.
//
// The file is tagged (14.8): headings, paragraphs, lists and figures in the order they
// are placed, each with its language where that is not the document's. A paragraph with
// letters that are read from right to left says there, as ActualText, what it reads.
// Nothing in a file leads out of it: no links, scripts, forms, fonts or pictures from
// elsewhere. It holds no time but what it is given and no number of chance, so that the
// same document gives the same bytes. A picture's notes (EXIF, XMP) are left out.
//
// Objects are written by a page of code here, after measuring what there is: pdfcpu
// v0.15.0 adds 4.8 MB to a program, and the time of day and a number made of it to each
// file; fpdf and gopdf take letters, not glyphs. The writer of font files is go-text's.
//
// Limits: one direction of writing, no vertical Japanese; opaque ink only; a font that
// varies is set, as on the screen, as it is without variation.
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
	metadata := to.promise()
	to.bytes(metadata, "/Type/Metadata/Subtype/XML", d.metadata())
	to.write(catalog, fmt.Sprintf("<</Type/Catalog/Pages %v%s/MarkInfo<</Marked true>>/StructTreeRoot %v/Metadata %v/ViewerPreferences<</DisplayDocTitle true>>>>", pages, lang, d.writeTree(to), metadata))
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
	to.stream(content, "", []byte(p.content.String()))
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
		if r.plain {
			to.stream(r.ref, r.entries, r.data)
		} else {
			to.bytes(r.ref, r.entries, r.data)
		}
		fmt.Fprintf(&b, "/I%d %v", i, r.ref)
	}
	b.WriteString(">>>>")
	return b.String()
}
