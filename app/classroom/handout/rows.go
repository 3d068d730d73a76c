package handout

import (
	"vigil/app/paper"
	"vigil/app/sheet"
	"vigil/app/typeset"
	"vigil/content"
)

// Room between things, points.
const (
	near    float32 = 3  // a list's items, a line under another
	apart   float32 = 6  // paragraphs
	parted  float32 = 13 // what belongs to one section
	section float32 = 30 // sections, with a rule between them
)

// line is a block and the room above it.
type line struct {
	above float32
	block sheet.Block
}

// row is a label and what stands beside it, in each language; in two languages it
// stands above. Lines of the same place stand side by side.
type row struct {
	above float32
	rule  bool
	label func(t *tongue) sheet.Block // nil is none; so is a nil block
	lines func(t *tongue) []line
	next  bool // stays with what comes next
}

func (m *maker) bands(r row) []sheet.Band {
	lines, most := make([][]line, len(m.tongues)), 0
	labels := sheet.Band{Above: r.above, Rule: r.rule, Next: true}
	for i, t := range m.tongues {
		lines[i] = r.lines(t)
		most = max(most, len(lines[i]))
		if r.label == nil {
			continue
		}
		if label := r.label(t); label != nil {
			labels.Blocks = append(labels.Blocks, label)
		}
	}
	if most == 0 {
		return nil
	}
	var out []sheet.Band
	above := r.above
	if m.both() && len(labels.Blocks) > 0 {
		out, above = append(out, labels), near
		r.rule = false
	}
	if !m.both() && len(labels.Blocks) > 0 {
		lines[0] = beneath(lines[0], labels.Blocks[0])
		most = len(lines[0])
	}
	for k := range most {
		b := sheet.Band{Above: above, Rule: r.rule && k == 0, Next: r.next && k == most-1}
		if !m.both() && k == 0 {
			b.Blocks = labels.Blocks
		}
		for i := range m.tongues {
			if k < len(lines[i]) {
				b.Blocks = append(b.Blocks, lines[i][k].block)
				if k > 0 {
					b.Above = max(lines[i][k].above, 0)
				}
			}
		}
		out = append(out, b)
	}
	return out
}

// beneath joins the first lines beside a label that is higher than they are, so that it
// does not part them.
func beneath(lines []line, label sheet.Block) []line {
	first := sheet.Stack{lines[0].block}
	n := 1
	for ; n < len(lines) && first.High() < sheet.High(label); n++ {
		first = append(first, sheet.Gap(lines[n].above), lines[n].block)
	}
	if n == 1 {
		return lines
	}
	return append([]line{{lines[0].above, first}}, lines[n:]...)
}

// labelled is a label by its message.
func (m *maker) labelled(t sheet.Type, id string) func(*tongue) sheet.Block {
	return func(in *tongue) sheet.Block { return m.own(in, t, in.label, in.Say(id)) }
}

// own is a line of the interface's own words.
func (m *maker) own(t *tongue, as sheet.Type, in sheet.Column, words string) sheet.Block {
	if words == "" {
		return nil
	}
	return m.sheet.Words(as, in, string(t.Locale.Lang()), words)
}

// prose is a text, with what stands after its end. Where the words stand in the other
// column alone, that is said instead.
func (m *maker) prose(t *tongue, p content.Prose, lang content.Lang, as sheet.Type, after ...typeset.Span) []line {
	if len(p) == 0 {
		return nil
	}
	if t.elsewhere(lang) {
		return []line{{0, m.own(t, sheet.Faded.Slanted(), t.body, t.instead(lang))}}
	}
	return m.reading(t, p, lang, as, append(t.foreign(lang), after...)...)
}

// reading is a text as prose sets it, whatever its language.
func (m *maker) reading(t *tongue, p content.Prose, lang content.Lang, as sheet.Type, after ...typeset.Span) []line {
	var out []line
	for i, b := range p {
		var end []typeset.Span
		if i == len(p)-1 {
			end = after
		}
		out = append(out, m.block(t, b, lang, as, end))
	}
	return out
}

// step is how far the items of a list stand in, for each of its levels, points.
const step float32 = 13

func (m *maker) block(t *tongue, b content.Block, lang content.Lang, as sheet.Type, end []typeset.Span) line {
	in := native(t.body, lang)
	switch b.Kind {
	case content.Item:
		for range min(b.Level, 3) - 1 {
			in = within(in, step)
		}
		number := ""
		if b.Number > 0 {
			number = t.number(b.Number) + "."
		}
		return line{near, m.sheet.Hung(as.As(paper.ListItem), in, string(lang), number, step, styled(b, as, end...)...)}
	case content.Heading:
		strong := as.As(paper.Heading3)
		strong.Bold = true
		return line{apart + near, m.sheet.Spans(strong, in, string(lang), styled(b, strong, end...)...)}
	case content.Quote:
		in = within(in, step)
	}
	return line{apart, m.sheet.Spans(as, in, string(lang), styled(b, as, end...)...)}
}

// within is a column that begins further in.
func within(c sheet.Column, by float32) sheet.Column {
	c.Width -= by
	if !c.RTL {
		c.X += by
	}
	return c
}

// native is a column in which lines begin where those of a language do: a text of some
// length is read from its own side, whatever the sheet's.
func native(in sheet.Column, lang content.Lang) sheet.Column {
	if d := sheet.DirectionOf(lang); d != typeset.FromText {
		in.RTL = d == typeset.RTL
	}
	return in
}

// called is a name within a line of this language, whatever its own is.
func (t *tongue) called(as sheet.Type, name string, lang content.Lang) []typeset.Span {
	return append([]typeset.Span{as.Span(t.part(name))}, t.foreign(lang)...)
}

// titledLine is one line of words of a record, with what stands after it.
func (m *maker) titledLine(t *tongue, as sheet.Type, words string, lang content.Lang, after ...typeset.Span) line {
	if t.elsewhere(lang) {
		return line{0, m.own(t, sheet.Faded.Slanted(), t.body, t.instead(lang))}
	}
	spans := append([]typeset.Span{as.Span(words)}, t.foreign(lang)...)
	return line{0, m.sheet.Spans(as, native(t.body, lang), string(lang), append(spans, after...)...)}
}
