package prose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vigil/content"
	"vigil/content/authoring"
)

// The most of one block: authoring's limits are more, and count the marks that are written
// before what Markdown would take for one.
const (
	mostBlock = 8 << 10 // bytes
	mostMarks = 150
)

// settled is what was written as the archive's format reads it: each block is written, read
// again and compared, and gives up its emphasis where Markdown cannot hold it.
func (w *writer) settled() content.Prose {
	var out content.Prose
	level := 0
	for _, b := range w.blocks {
		b.Spans = tidy(w.rejoined(b.Spans))
		if len(b.Spans) == 0 {
			continue
		}
		level = settledLevel(&b, level)
		out = append(out, w.divided(b)...)
	}
	if w.line || len(authoring.Markdown(out)) > maxText {
		return out
	}
	if w.holdAll(out); same(out) {
		return out
	}
	w.lost.add(unreadable, "")
	for i, b := range out {
		out[i] = content.Block{Kind: content.Paragraph, Spans: []content.Span{{Text: simple(b.Plain())}}}
	}
	return out
}

// settledLevel gives an item a level that follows the one before it.
func settledLevel(b *content.Block, before int) int {
	if b.Kind != content.Item {
		return 0
	}
	b.Level = min(max(b.Level, 1), before+1, mostLevels)
	return b.Level
}

// mostLevels is how deep lists are kept in one another.
const mostLevels = 4

// rejoined looks for addresses that only stood together when their words were joined.
func (w *writer) rejoined(spans []content.Span) []content.Span {
	out := joined(spans)
	for i := range out {
		out[i].Text = w.clean(out[i].Text)
	}
	return out
}

// joined are spans of which no two of one style stand beside each other.
func joined(spans []content.Span) []content.Span {
	var out []content.Span
	var text strings.Builder
	for i, s := range spans {
		text.WriteString(s.Text)
		if i+1 < len(spans) && spans[i+1].Style == s.Style {
			continue
		}
		if text.Len() > 0 {
			out = append(out, content.Span{Text: text.String(), Style: s.Style})
		}
		text.Reset()
	}
	return out
}

// tidy sets single spaces, and puts those at the ends of emphasis outside it.
func tidy(spans []content.Span) []content.Span {
	var out []content.Span
	push := func(text string, style content.Style) { out = append(out, content.Span{Text: text, Style: style}) }
	space := false
	for _, s := range spans {
		words := spaced(s.Text)
		if words == "" {
			space = space || s.Text != ""
			continue
		}
		first, _ := utf8.DecodeRuneInString(s.Text)
		last, _ := utf8.DecodeLastRuneInString(s.Text)
		if (space || isSpace(first)) && len(out) > 0 {
			push(" ", between(out, s.Style))
		}
		push(words, s.Style)
		space = isSpace(last)
	}
	return joined(out)
}

// between is the style of a space: emphasis where both sides have it.
func between(out []content.Span, next content.Style) content.Style {
	if last := out[len(out)-1].Style; last == next {
		return last
	}
	return 0
}

// divided is a block in parts that the format reads.
func (w *writer) divided(b content.Block) []content.Block {
	if len(b.Plain()) <= mostBlock && marksIn(b.Spans) <= mostMarks {
		return []content.Block{b}
	}
	w.lost.add(aLongText, "")
	var out []content.Block
	part := b
	part.Spans = nil
	bytes, marks := 0, 0
	end := func() {
		if part.Spans = tidy(part.Spans); len(part.Spans) > 0 {
			out = append(out, part)
		}
		part.Spans, part.Number = nil, 0
		bytes, marks = 0, 0
	}
	for _, s := range b.Spans {
		for _, word := range words(s.Text) {
			cost := marksIn([]content.Span{{Text: word, Style: s.Style}})
			if bytes+len(word) > mostBlock || marks+cost > mostMarks {
				end()
			}
			part.Spans = append(part.Spans, content.Span{Text: word, Style: s.Style})
			bytes, marks = bytes+len(word), marks+cost
		}
	}
	end()
	return out
}

// words are the words of a text with the space behind each, none too long.
func words(s string) []string {
	const longest = 64
	var out []string
	for s != "" {
		end := strings.IndexByte(s, ' ') + 1
		if end == 0 {
			end = len(s)
		}
		if end > longest {
			end = longest
			for end < len(s) && end > 1 && s[end]&0xc0 == 0x80 {
				end--
			}
		}
		out, s = append(out, s[:end]), s[end:]
	}
	return out
}

// marksIn counts what the format counts as marks, and those of emphasis.
func marksIn(spans []content.Span) int {
	n := 0
	for _, s := range spans {
		for _, r := range s.Text {
			if strings.ContainsRune("*_[`<", r) {
				n++
			}
		}
		if s.Style != 0 {
			n += 6
		}
	}
	return n
}

// holdAll finds the blocks that do not read as they were written by halving, for nearly
// all do.
func (w *writer) holdAll(p content.Prose) {
	switch {
	case len(p) == 0:
	case len(p) == 1:
		w.hold(&p[0])
	case !same(p):
		w.holdAll(p[:len(p)/2])
		w.holdAll(p[len(p)/2:])
	}
}

// hold makes a block one that reads as it was written: without emphasis, and then without
// signs, where it must be.
func (w *writer) hold(b *content.Block) {
	one := *b
	one.Level = min(one.Level, 1)
	if b.Kind == content.Heading {
		one.Level = b.Level
	}
	if same(content.Prose{one}) {
		return
	}
	if one.Spans = barer(b.Spans); same(content.Prose{one}) {
		if emphases(one.Spans) < emphases(b.Spans) {
			w.lost.add(anEmphasis, "")
		}
		b.Spans = one.Spans
		return
	}
	text := b.Plain()
	b.Spans, one.Spans = []content.Span{{Text: text}}, []content.Span{{Text: text}}
	if same(content.Prose{one}) {
		w.lost.add(anEmphasis, "")
		return
	}
	w.lost.add(unreadable, "")
	b.Spans = []content.Span{{Text: simple(text)}}
}

func emphases(spans []content.Span) int {
	n := 0
	for _, s := range spans {
		if s.Style != 0 {
			n++
		}
	}
	return n
}

// barer puts signs at the ends of emphasis outside it, for Markdown reads no "**Note:**a".
func barer(spans []content.Span) []content.Span {
	var out []content.Span
	for _, s := range spans {
		if s.Style == 0 {
			out = append(out, s)
			continue
		}
		sign := func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSymbol(r) || unicode.IsSpace(r) }
		rest := strings.TrimLeftFunc(s.Text, sign)
		middle := strings.TrimRightFunc(rest, sign)
		out = append(out, content.Span{Text: s.Text[:len(s.Text)-len(rest)]}, content.Span{Text: middle, Style: s.Style}, content.Span{Text: rest[len(middle):]})
	}
	return joined(slices.DeleteFunc(out, func(s content.Span) bool { return s.Text == "" }))
}

// same reports whether prose is read as it was written.
func same(p content.Prose) bool {
	read, problems := authoring.ReadProse(authoring.Markdown(p))
	if len(problems) > 0 || len(read) != len(p) {
		return false
	}
	for i, b := range p {
		if read[i].Kind != b.Kind || read[i].Plain() != b.Plain() || len(read[i].Spans) != len(b.Spans) || b.Kind == content.Item && read[i].Level != b.Level {
			return false
		}
		for j, s := range b.Spans {
			if read[i].Spans[j] != s {
				return false
			}
		}
	}
	return true
}

// simple is a text of letters, figures and the signs of sentences.
func simple(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || strings.ContainsRune(" .,;!?()’“”«»„…–—", r) {
			return r
		}
		return ' '
	}, s)
	if s = spaced(s); s == "" {
		return "…"
	}
	return s
}
