package typeset

import (
	"math"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// Layout is a paragraph set to a width. It never changes and may be shared.
type Layout struct {
	Width   float32 // as asked for
	Height  float32
	Inner   float32 // width of the longest line
	Lines   []Line
	RTL     bool   // direction of the paragraph
	Letters int    // number of runes
	Lang    string // the paragraph's, BCP 47
	spans   []Span
}

// Line is one line of a layout.
type Line struct {
	Top, Height float32
	Baseline    float32 // from the top of the layout
	X, Width    float32
	From, To    int // runes
	runs        []placed
}

// placed is a shaped run at its place, from left to right.
type placed struct {
	x      float32
	span   int
	face   *font.Face
	size   float32
	glyphs []shaping.Glyph
	rtl    bool
	width  float32
}

const defaultLeading = 1.5

// Layout sets a paragraph to a width of px at 1x; a width of 0 or less means
// one line as long as it needs to be.
func (s *Setter) Layout(p Paragraph, width float32) *Layout {
	s.mu.Lock()
	defer s.mu.Unlock()
	l := s.letters(p)
	out := &Layout{Width: width, RTL: l.base == 1, Letters: len(l.text), Lang: p.Lang, spans: p.Spans}
	height := p.lineHeight()
	for _, line := range s.wrap(p, l, width) {
		placedLine := place(l, line)
		s.hyphenate(&placedLine, l, p)
		placedLine.Height = height
		placedLine.Top = float32(len(out.Lines)) * height
		placedLine.Baseline = placedLine.Top + baseline(height)
		out.Inner = max(out.Inner, placedLine.Width)
		out.Lines = append(out.Lines, placedLine)
	}
	out.Height = float32(max(len(out.Lines), 1)) * height
	if width <= 0 {
		out.Width = out.Inner
	}
	align(out, p.Align)
	return out
}

// LineHeight is the height of each line of the paragraph, even whatever
// scripts stand in it.
func (p Paragraph) lineHeight() float32 {
	var size float32
	for _, span := range p.Spans {
		size = max(size, span.Style.Size)
	}
	leading := p.Leading
	if leading == 0 {
		leading = defaultLeading
	}
	leading = max(leading, p.leastLeading())
	return float32(math.Round(float64(size * leading)))
}

// leastLeading is the line height, as a multiple of the size, below which marks
// above and below the letters of a script would meet those of the next line; 0 where
// the alphabet has none such.
func (p Paragraph) leastLeading() float32 {
	var least float32
	for _, span := range p.Spans {
		for _, r := range span.Text {
			if r < 0x0700 { // Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic
				continue
			}
			switch scriptOf(r) {
			case language.Khmer, language.Myanmar:
				return 1.75
			case language.Bengali, language.Devanagari, language.Tamil, language.Thaana, language.Syriac:
				least = 1.5
			}
		}
	}
	return least
}

// baseline sets letters so that the x-height of Latin stands in the middle of
// the line: about two thirds down, whole px so that stems stay sharp.
func baseline(height float32) float32 { return float32(math.Round(float64(height) * 0.69)) }

func (s *Setter) wrap(p Paragraph, l letters, width float32) []shaping.Line {
	if len(l.text) == 0 {
		return nil
	}
	outs := s.shape(p, l, s.runs(p, l))
	if outs == nil {
		return nil
	}
	return s.wrapHyphens(p, l, outs, width)
}

// wrapOnce breaks shaped letters into lines at the breaks of text, which has as
// many letters as were shaped.
func (s *Setter) wrapOnce(l letters, text []rune, outs []shaping.Output, width float32) []shaping.Line {
	limit := fixed.Int26_6(math.MaxInt32)
	if width > 0 {
		limit = fixed.Int26_6(width * 64)
	}
	config := shaping.WrapConfig{Direction: di.DirectionLTR, DisableTrailingWhitespaceTrim: true}
	if l.base == 1 {
		config.Direction = di.DirectionRTL
	}
	lines, _ := s.wrapper.WrapParagraphF(config, limit, text, shaping.NewSliceIterator(outs))
	return lines
}

// place orders a line's runs from left to right and gives each its x. White
// space at the line's end takes no room, which is what rule L1 of UAX #9 is
// for; the wrapper's own trimming looks at the wrong end of a left-to-right
// run that ends a right-to-left line, so it is switched off.
func place(l letters, line shaping.Line) Line {
	var out Line
	if len(line) == 0 {
		return out
	}
	last := line[len(line)-1].Runes
	out.From, out.To = line[0].Runes.Offset, last.Offset+last.Count
	ink := inkEnd(l.text, out.From, out.To)
	for _, i := range visual(runLevels(l, line)) {
		r := placeRun(l, line[i], ink)
		r.x = out.Width
		out.Width += r.width
		out.runs = append(out.runs, r)
	}
	return out
}

// inkEnd is where the white space at the end of a line begins.
func inkEnd(text []rune, from, to int) int {
	for to > from && unicode.IsSpace(text[to-1]) {
		to--
	}
	return to
}

func placeRun(l letters, r shaping.Output, ink int) placed {
	out := placed{
		span: l.span[r.Runes.Offset], face: r.Face, size: float32(r.Size) / 64,
		glyphs: append([]shaping.Glyph(nil), r.Glyphs...), rtl: r.Direction == di.DirectionRTL,
	}
	for i := range out.glyphs {
		g := &out.glyphs[i]
		if g.TextIndex() >= ink {
			g.Advance = 0
		}
		out.width += float32(g.Advance) / 64
	}
	return out
}

func align(l *Layout, a Align) {
	for i := range l.Lines {
		free := l.Width - l.Lines[i].Width
		switch {
		case a == Center:
			l.Lines[i].X = free / 2
		case (a == End) != l.RTL:
			l.Lines[i].X = free
		}
	}
}

func runLevels(l letters, line shaping.Line) []level {
	out := make([]level, len(line))
	for i, r := range line {
		out[i] = l.level[r.Runes.Offset]
	}
	return out
}

// tallest is how far letters with the marks that stand on them reach above the base line,
// as a multiple of their size: an alef with hamza and a vowel.
const tallest = 1.3

// Over is how far letters may reach above the top of their line, px at 1x: in large
// letters set close a hamza or an accent does.
func (l *Layout) Over() float32 {
	var over float32
	for _, span := range l.spans {
		for _, line := range l.Lines[:min(len(l.Lines), 1)] {
			over = max(over, tallest*span.Style.Size-(line.Baseline-line.Top))
		}
	}
	return float32(math.Ceil(float64(over)))
}

// Shift returns the layout with every line moved sideways by px at 1x.
func (l *Layout) Shift(dx float32) *Layout {
	out := *l
	out.Lines = make([]Line, len(l.Lines))
	copy(out.Lines, l.Lines)
	for i := range out.Lines {
		out.Lines[i].X += dx
	}
	return &out
}

// Between returns the layout with only the lines that begin between two
// heights.
func (l *Layout) Between(top, bottom float32) *Layout {
	out := *l
	out.Lines = nil
	for _, line := range l.Lines {
		if line.Top >= top && line.Top < bottom {
			out.Lines = append(out.Lines, line)
		}
	}
	return &out
}
