// Package paper puts words on sheets of paper, as PDF.
package paper

import (
	"image"
	"image/color"
	"io"
	"time"

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
}

// New begins a document whose words were set by setter.
func New(setter *typeset.Setter, info Info) *Document {
	return &Document{setter: setter, info: info}
}

// Page adds an empty sheet.
func (d *Document) Page(f Format) *Page { return &Page{Format: f, doc: d} }

// Write writes the document as PDF 1.7. The same document gives the same bytes.
func (d *Document) Write(w io.Writer) error { return nil }

// Page is one sheet. x and y are points from its top left corner, y downwards. What
// is placed later lies above, and is read later.
type Page struct {
	Format
	doc *Document
}

// Text places a paragraph, the layout's top left corner at x, y. A layout cut by
// Between keeps the heights of its lines: place it higher by the first one's Top.
func (p *Page) Text(l *typeset.Layout, x, y float32, as Role) {}

// Figure makes what draw places one figure; alt says the same in words. Outside of a
// figure, lines and shapes are ornament and said to be so.
func (p *Page) Figure(alt string, draw func()) { draw() }

// Paint is how a shape is filled and lined. A colour without alpha paints nothing;
// paper is white, and what lets it shine through is mixed with white.
type Paint struct {
	Fill   color.NRGBA
	Stroke color.NRGBA
	Width  float32   // of the line, points
	Dash   []float32 // lengths of ink and gap in turn, points; none is unbroken
	Round  bool      // round ends and corners
}

// Point is a place on a page.
type Point struct{ X, Y float32 }

// Line draws a straight line.
func (p *Page) Line(x0, y0, x1, y1 float32, paint Paint) {}

// Rect draws a rectangle.
func (p *Page) Rect(x, y, width, height float32, paint Paint) {}

// Circle draws a circle about a centre.
func (p *Page) Circle(x, y, radius float32, paint Paint) {}

// Path draws rings or lines: each a row of points, closed where closed is set. The
// rings of one path make holes in one another (even-odd).
func (p *Page) Path(rings [][]Point, closed bool, paint Paint) {}

// Clip lets draw paint only within a rectangle, as a map within its frame.
func (p *Page) Clip(x, y, width, height float32, draw func()) { draw() }

// Image draws a picture, without loss, over a rectangle; alt says what is in it.
func (p *Page) Image(img image.Image, x, y, width, height float32, alt string) {}

// JPEG draws a JPEG file as it is, but for what its maker wrote about the picture
// (places, cameras, names), which is left out. One that is damaged is an error, and
// nothing is drawn.
func (p *Page) JPEG(data []byte, x, y, width, height float32, alt string) error { return nil }
