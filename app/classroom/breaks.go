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
const stops = ".!?…؟۔。।።։"

// sentenceEnds are the places, in bytes, behind a sentence and the space after it. A
// point behind a number or a single letter ends none: 11. Juli, S. Power.
func sentenceEnds(s string) []int {
	var out []int
	ended := false
	var last, before rune
	for i, r := range s {
		switch {
		case r == '.' && (unicode.IsDigit(last) || unicode.IsLetter(last) && !unicode.IsLetter(before)):
			ended = false
		case strings.ContainsRune(stops, r):
			ended = true
		case ended && unicode.IsSpace(r):
			if i+utf8.RuneLen(r) < len(s) {
				out = append(out, i+utf8.RuneLen(r))
			}
			ended = false
		case ended && (unicode.Is(unicode.Pe, r) || unicode.Is(unicode.Pf, r) || r == '"'):
		default:
			ended = false
		}
		before, last = last, r
	}
	return out
}

// wordEnds are the places, in bytes, behind a space.
func wordEnds(s string) []int {
	var out []int
	for i, r := range s {
		if end := i + utf8.RuneLen(r); unicode.IsSpace(r) && end < len(s) {
			out = append(out, end)
		}
	}
	return out
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
