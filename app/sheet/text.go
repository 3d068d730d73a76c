package sheet

import (
	"unicode"

	"vigil/app/paper"
	"vigil/app/typeset"
	"vigil/content"
	"vigil/i18n"
)

// Block is a thing that stands in a column.
type Block interface {
	height() float32
	baseline() float32 // of its first line of letters, from its top; 0 where there is none
	least() float32    // the room without which it does not begin on a page
	// split gives what fits into so much room and what is left. Where it cannot be parted
	// so, the first is nil.
	split(room float32) (Block, Block)
	draw(p *paper.Page, y float32)
}

// Text is a paragraph, with a number or a sign before it that hangs.
type Text struct {
	layout *typeset.Layout
	role   paper.Role
	in     Column
	inset  float32
	lead   *typeset.Layout // the number; nil where there is none
	dot    bool            // a point stands for the number
}

// DirectionOf is the direction in which a language is written, whether or not the
// interface speaks it.
func DirectionOf(lang content.Lang) typeset.Direction {
	switch i18n.Script(lang) {
	case unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana:
		return typeset.RTL
	case unicode.L:
		return typeset.FromText
	}
	return typeset.LTR
}

// Words is a paragraph of words in a language, BCP 47. It has the direction of its own
// language, and where that is not the column's it still stands where lines begin.
func (s *Sheet) Words(t Type, in Column, lang, words string) *Text {
	return s.Spans(t, in, lang, t.Span(words))
}

// Spans is a paragraph of stretches in several types; the first type gives its leading
// and its role.
func (s *Sheet) Spans(t Type, in Column, lang string, spans ...typeset.Span) *Text {
	return s.text(t, in, lang, 0, in.RTL, spans)
}

// Ended is a paragraph that stands where lines end.
func (s *Sheet) Ended(t Type, in Column, lang string, spans ...typeset.Span) *Text {
	return s.text(t, in, lang, 0, !in.RTL, spans)
}

// text is a paragraph that stands at its column's right or left side.
func (s *Sheet) text(t Type, in Column, lang string, inset float32, right bool, spans []typeset.Span) *Text {
	p := typeset.Paragraph{Spans: spans, Lang: lang, Leading: t.Leading, Direction: DirectionOf(content.Lang(lang))}
	if p.Direction == typeset.RTL {
		for i := range p.Spans {
			p.Spans[i].Style.Italic = false
		}
	}
	l := s.Setter.Layout(p, in.Width-inset)
	if l.RTL != right {
		p.Align = typeset.End
		l = s.Setter.Layout(p, in.Width-inset)
	}
	return &Text{layout: l, role: t.Role, in: in, inset: inset}
}

// Hung is a paragraph whose number, or point where the number is "", stands before it.
func (s *Sheet) Hung(t Type, in Column, lang, number string, inset float32, spans ...typeset.Span) *Text {
	out := s.text(t, in, lang, inset, in.RTL, spans)
	if number == "" {
		out.dot = true
		return out
	}
	mark := t
	mark.Serif, mark.Bold, mark.Italic, mark.Ink = false, false, false, Soft
	mark.Size = min(t.Size, 8.5)
	mark.Leading = t.Size * t.Leading / mark.Size
	out.lead = s.text(mark, Column{in.X, inset, in.RTL}, lang, 0, in.RTL, []typeset.Span{mark.Span(number)}).layout
	return out
}

func (t *Text) height() float32 {
	if n := len(t.layout.Lines); n > 0 {
		last := t.layout.Lines[n-1]
		return last.Top + last.Height - t.layout.Lines[0].Top
	}
	return 0
}

func (t *Text) baseline() float32 {
	if len(t.layout.Lines) == 0 {
		return 0
	}
	return t.layout.Lines[0].Baseline - t.layout.Lines[0].Top
}

// first is the paragraph's first lines alone.
func (t *Text) first(lines int) *Text {
	out := *t
	if n := len(t.layout.Lines); n > lines {
		out.layout = t.layout.Between(0, t.layout.Lines[lines].Top)
	}
	return &out
}

// loneliest is how few lines of a paragraph may stand on a page of their own.
const loneliest = 2

func (t *Text) least() float32 {
	lines := t.layout.Lines
	if len(lines) < 2*loneliest {
		return t.height()
	}
	return lines[loneliest].Top - lines[0].Top
}

func (t *Text) split(room float32) (Block, Block) {
	lines := t.layout.Lines
	if len(lines) < 2*loneliest {
		return nil, nil
	}
	begin, n := lines[0].Top, 0
	for n < len(lines) && lines[n].Top+lines[n].Height-begin <= room {
		n++
	}
	n = min(n, len(lines)-loneliest)
	if n < loneliest {
		return nil, nil
	}
	head, tail := *t, *t
	head.layout, tail.layout = t.layout.Between(begin, lines[n].Top), t.layout.Between(lines[n].Top, lines[len(lines)-1].Top+1)
	tail.role, tail.lead, tail.dot = paper.Continued, nil, false
	if t.role == paper.Artifact {
		tail.role = paper.Artifact
	}
	return &head, &tail
}

func (t *Text) draw(p *paper.Page, y float32) {
	if len(t.layout.Lines) == 0 {
		return
	}
	x, begin := t.in.X, t.in.X
	if t.in.RTL {
		begin += t.in.Width
	} else {
		x += t.inset
	}
	switch {
	case t.dot && t.in.RTL:
		p.Circle(begin-2.2, y+t.baseline()-2.8, 1.1, paper.Paint{Fill: Soft})
	case t.dot:
		p.Circle(begin+2.2, y+t.baseline()-2.8, 1.1, paper.Paint{Fill: Soft})
	case t.lead != nil && t.in.RTL:
		p.Text(t.lead, begin-t.inset, y, t.role)
	case t.lead != nil:
		p.Text(t.lead, begin, y, t.role)
	}
	role := t.role
	if t.lead != nil {
		role = paper.Continued
	}
	p.Text(t.layout, x, y-t.layout.Lines[0].Top, role)
}
