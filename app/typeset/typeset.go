// Package typeset turns words into pixels: it chooses faces, orders and shapes
// runs, breaks lines, rasterises glyphs and says which letter lies under a
// finger. It exists because Fyne's own text draws Arabic and Hebrew unjoined
// and in the wrong order. Screen, print and checks share it; it knows no Fyne.
//
// Lengths are px at 1x unless said otherwise; an image may be drawn at any
// scale. Layout follows the Unicode bidirectional algorithm (UAX #9) and line
// breaking (UAX #14), in Khmer and Burmese between syllables; glyphs come from
// HarfBuzz shaping. Scripts: Latin, Cyrillic, Greek, Arabic and Hebrew, Armenian,
// Bengali, Devanagari, Ethiopic, Georgian, Khmer, Myanmar, Syriac, Tamil and
// Thaana, from the fonts of package assets, and those of fonts that are brought
// along ([Setter.Bring]).
//
// A [Setter] serves one goroutine at a time and locks itself, so that several
// may share it.
package typeset

import (
	"image/color"
	"io/fs"
	"sync"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
)

// Family is the purpose of a face.
type Family uint8

// Sans is for the interface, Serif for reading.
const (
	Sans Family = iota
	Serif
)

// Style is what a span of letters looks like.
type Style struct {
	Family Family
	Bold   bool
	Italic bool    // shown as bold in a script that has no italic
	Size   float32 // px at 1x
	Ink    color.NRGBA
}

// Span is a stretch of text in one style.
type Span struct {
	Text  string
	Style Style
	Link  string // what it leads to, or ""; underlined
}

// Direction is the direction of a paragraph.
type Direction uint8

// FromText takes the direction of the first strong letter (UAX #9, P2 and P3).
const (
	FromText Direction = iota
	LTR
	RTL
)

// Align is where the lines of a paragraph stand.
type Align uint8

// Start and End follow the paragraph's direction.
const (
	Start Align = iota
	Center
	End
)

// Paragraph is what is laid out at once: text without line ends of its own.
type Paragraph struct {
	Spans     []Span
	Direction Direction
	Align     Align
	Leading   float32 // line height as a multiple of the largest size; 0 means 1.5
	Lang      string  // BCP 47, for the shaper's choice of forms
}

// Setter lays out and draws text. It holds the parsed faces and a cache of
// glyph masks.
type Setter struct {
	mu      sync.Mutex
	fonts   fs.FS
	faces   map[string]*font.Face
	brought []brought
	shaper  shaping.HarfbuzzShaper
	wrapper shaping.LineWrapper
	bidi    bidi.Paragraph
	masks   maskCache
}

// New makes a Setter over a folder of fonts, as assets.Fonts gives it. Faces
// are read when a letter first needs them.
func New(fonts fs.FS) *Setter {
	s := &Setter{fonts: fonts, faces: map[string]*font.Face{}, masks: newMaskCache()}
	s.shaper.SetFontCacheSize(mostFaces)
	return s
}
