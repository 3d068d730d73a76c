package classroom

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"vigil/content"
)

// unlinked is prose without links.
func unlinked(p content.Prose) content.Prose {
	out := make(content.Prose, len(p))
	for i, b := range p {
		spans := make([]content.Span, len(b.Spans))
		for j, s := range b.Spans {
			s.Link = ""
			spans[j] = s
		}
		b.Spans = spans
		out[i] = b
	}
	return out
}

// breakBlock parts a paragraph after the last sentence that still has room with what is
// before it, or where no sentence has, after the last word. It reports whether there is
// such a place.
func breakBlock(b content.Block, fits func(content.Block) bool) (first, rest content.Block, ok bool) {
	plain := b.Plain()
	for _, ends := range [][]int{sentenceEnds(plain), wordEnds(plain)} {
		n := sort.Search(len(ends), func(i int) bool { first, _ := cut(b, ends[i]); return !fits(first) })
		if n > 0 {
			first, rest = cut(b, ends[n-1])
			return first, rest, true
		}
	}
	return b, content.Block{}, false
}

// stops end a sentence, in the scripts that the archive is written in.
const stops = ".!?…؟۔。।።։។៕"

// parting reports whether a letter is a space at which a text may be parted.
func parting(r rune) bool {
	switch r {
	case '\u00a0', '\u2007', '\u202f': // they hold together what stands at their sides
		return false
	}
	return unicode.IsSpace(r)
}

// ordinal reports whether a point behind these letters ends no sentence: 11. Juli, S. Power.
func ordinal(before, last rune) bool {
	return unicode.IsDigit(last) || unicode.IsLetter(last) && !unicode.IsLetter(before) && !unicode.IsMark(before)
}

// sentenceEnds are the places, in bytes, behind a sentence and the space after it. What
// opens a quotation in one language closes it in another.
func sentenceEnds(s string) []int {
	var out []int
	ended := false
	var last, before rune
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		switch {
		case r == '.' && ordinal(before, last):
			ended = false
		case strings.ContainsRune(stops, r):
			ended = true
		case ended && parting(r):
			if end < len(s) {
				out = append(out, end)
			}
			ended = false
		case ended && (unicode.IsSpace(r) || unicode.In(r, unicode.Pe, unicode.Pf, unicode.Pi) || r == '"'):
		default:
			ended = false
		}
		before, last = last, r
	}
	return out
}

// wordEnds are the places, in bytes, behind a word and the space after it. What a point
// makes one with what follows is not parted from it.
func wordEnds(s string) []int {
	var out []int
	var last, before, earlier rune
	for i, r := range s {
		end := i + utf8.RuneLen(r)
		if parting(r) && end < len(s) && !(last == '.' && ordinal(earlier, before)) {
			out = append(out, end)
		}
		earlier, before, last = before, last, r
	}
	return out
}

// firstWord parts a block after its first word; there may be no rest.
func firstWord(b content.Block) (first, rest content.Block) {
	ends := wordEnds(b.Plain())
	if len(ends) == 0 {
		return b, content.Block{}
	}
	return cut(b, ends[0])
}

// cut parts a block at a place of its plain letters, in bytes. The rest of a list's item
// is a paragraph that goes on.
func cut(b content.Block, at int) (first, rest content.Block) {
	first, rest = b, b
	first.Spans, rest.Spans = nil, nil
	if b.Kind == content.Item {
		rest.Kind = content.Paragraph
	}
	for _, s := range b.Spans {
		switch {
		case at >= len(s.Text):
			first.Spans = append(first.Spans, s)
		case at <= 0:
			rest.Spans = append(rest.Spans, s)
		default:
			head, tail := s, s
			head.Text, tail.Text = s.Text[:at], s.Text[at:]
			first.Spans, rest.Spans = append(first.Spans, head), append(rest.Spans, tail)
		}
		at -= len(s.Text)
	}
	return first, rest
}
