package ui

import (
	"image/color"
	"strconv"

	"vigil/app/typeset"
	"vigil/app/ui/text"
	"vigil/content"
)

// Type is how a line of words is set.
type Type struct {
	Size    Size
	Serif   bool
	Bold    bool
	Italic  bool
	Ink     color.NRGBA
	Leading float32
	Align   typeset.Align
	Level   int // of a heading, from 1; 0 is no heading
}

// Style is how the letters of a type are set at the visitor's text size.
func (l Look) Style(t Type) typeset.Style {
	s := typeset.Style{Bold: t.Bold, Italic: t.Italic, Size: l.Px(t.Size), Ink: t.Ink}
	if t.Serif {
		s.Family = typeset.Serif
	}
	return s
}

func (l Look) paragraph(t Type, direction typeset.Direction, lang string, spans ...typeset.Span) typeset.Paragraph {
	leading := t.Leading
	if leading == 0 {
		leading = 1.5
		if t.Size >= Lead {
			leading = 1.28
		}
	}
	return typeset.Paragraph{Spans: spans, Direction: direction, Align: t.Align, Leading: leading, Lang: lang}
}

// Words is a paragraph of the interface's language, as wide as it is given.
func (l Look) Words(t Type, words string) *text.View {
	return text.New(l.Setter, l.block(t, l.Direction(), l.Lang, words))
}

// Line is one line of the interface's language, as wide as its letters.
func (l Look) Line(t Type, words string) *text.View {
	return text.Line(l.Setter, l.block(t, l.Direction(), l.Lang, words).Paragraph)
}

// Counted is one line of the interface's language, and behind it, quieter, how many.
func (l Look) Counted(t Type, words, count string) *text.View {
	quiet := t
	quiet.Ink = l.Palette.Faint
	p := l.paragraph(t, l.Direction(), l.Lang, typeset.Span{Text: words + "  ", Style: l.Style(t)}, typeset.Span{Text: count, Style: l.Style(quiet)})
	return text.Line(l.Setter, p)
}

// Named is a paragraph of words that may be in another script than the
// interface's, such as a language's own name: it takes its own direction but
// stands where the interface's lines begin.
func (l Look) Named(t Type, lang content.Lang, words string) *text.View {
	return text.New(l.Setter, l.foreign(t, lang, words))
}

// Runs is a paragraph, as Named makes it, of stretches in several styles.
func (l Look) Runs(t Type, lang content.Lang, spans ...content.Span) *text.View {
	b := l.foreign(t, lang, "")
	b.Paragraph.Spans = nil
	for _, s := range spans {
		b.Paragraph.Spans = append(b.Paragraph.Spans, l.span(s, t))
	}
	return text.New(l.Setter, b)
}

// NamedLine is one line, as Named makes it, as wide as its letters.
func (l Look) NamedLine(t Type, lang content.Lang, words string) *text.View {
	return text.Line(l.Setter, l.foreign(t, lang, words).Paragraph)
}

// Found is a paragraph, as Named makes it, with some letters shown as found.
func (l Look) Found(t Type, lang content.Lang, words string, marks []text.Range) *text.View {
	b := l.foreign(t, lang, words)
	b.Marks = marks
	return text.New(l.Setter, b)
}

func (l Look) block(t Type, direction typeset.Direction, lang, words string) text.Block {
	p := l.paragraph(t, direction, lang, typeset.Span{Text: words, Style: l.Style(t)})
	return text.Block{Paragraph: p, Level: t.Level}
}

func (l Look) foreign(t Type, lang content.Lang, words string) text.Block {
	direction := DirectionOf(lang)
	// A whole line in italics is a manner of speaking, not emphasis: a script
	// without italics does without it.
	t.Italic = t.Italic && direction != typeset.RTL
	if (direction == typeset.RTL) != l.RTL && t.Align == typeset.Start {
		t.Align = typeset.End
	}
	return l.block(t, direction, string(lang), words)
}

// DirectionOf is the direction in which a language is written.
func DirectionOf(lang content.Lang) typeset.Direction {
	switch lang {
	case "ar", "he", "fa", "ur", "yi":
		return typeset.RTL
	default:
		return typeset.LTR
	}
}

// Reading is how a page's text is set.
type Reading struct {
	Size    Size
	Ink     color.NRGBA
	Lang    content.Lang
	OnLink  func(route string)
	Sans    bool
	Leading float32                                            // height of a line as a multiple of the size; 0 is that of a page
	Marks   func(words string, lang content.Lang) []text.Range // what is to be shown as found; may be nil
}

// Prose turns a text into widgets, one a block, so that a page lays out only
// those near the viewport. The keys of the map are the blocks' anchors.
func (l Look) Prose(p content.Prose, r Reading) []*Anchored {
	out := make([]*Anchored, 0, len(p))
	for i, b := range p {
		block := l.proseBlock(b, r)
		above := Small
		switch {
		case i == 0:
			above = 0
		case b.Kind == content.Heading:
			above = Large
		case b.Kind == content.Item && p[i-1].Kind == content.Item:
			above = Tiny
		}
		if r.Marks != nil {
			block.Marks = r.Marks(b.Plain(), r.Lang)
		}
		found := len(block.Marks) > 0
		out = append(out, &Anchored{Object: text.NewLinked(l.Setter, r.OnLink, block), Anchor: b.ID, Above: above, Found: found})
	}
	return out
}

// listIndent is how far a list stands in, as a multiple of the text's size.
const listIndent = 1.4

func (l Look) proseBlock(b content.Block, r Reading) text.Block {
	t := Type{Size: r.Size, Serif: !r.Sans, Ink: r.Ink, Leading: r.Leading}
	if b.Kind == content.Heading {
		t = Type{Size: Lead, Serif: true, Ink: l.Palette.Ink, Level: b.Level}
		if b.Level > 2 {
			t.Size, t.Bold = r.Size, true
		}
	}
	direction := DirectionOf(r.Lang)
	var spans []typeset.Span
	for _, s := range b.Spans {
		spans = append(spans, l.span(s, t))
	}
	out := text.Block{Paragraph: l.paragraph(t, direction, string(r.Lang), spans...), Level: t.Level}
	switch b.Kind {
	case content.Item:
		out.Indent = l.Px(r.Size) * listIndent * float32(max(b.Level, 1))
		marker := "•"
		if b.Number > 0 {
			marker = strconv.Itoa(b.Number) + "."
		}
		m := l.paragraph(t, direction, string(r.Lang), typeset.Span{Text: marker, Style: l.Style(t)})
		out.Marker = &m
	case content.Quote:
		out.Indent = l.Px(r.Size) * listIndent
	}
	return out
}

func (l Look) span(s content.Span, t Type) typeset.Span {
	t.Italic = t.Italic || s.Style&content.Emphasis != 0
	t.Bold = t.Bold || s.Style&content.Strong != 0
	if s.Link != "" {
		t.Ink = l.Palette.Accent
	}
	return typeset.Span{Text: s.Text, Style: l.Style(t), Link: s.Link}
}

// Centred is a paragraph, as Named makes it, in the middle of its width.
func (l Look) Centred(t Type, lang content.Lang, words string) *text.View {
	b := l.foreign(t, lang, words)
	b.Paragraph.Align = typeset.Center
	return text.New(l.Setter, b)
}
