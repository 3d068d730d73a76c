package search

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	snippetLength = 160 // letters, about
	snippetBefore = 40  // letters before the first hit, about
	wordReach     = 40  // letters within which a space is looked for
)

const ellipsis = "…"

// snippet cuts a stretch out of text around the first word that was searched
// for, or its beginning where there is none, and marks the words.
func snippet(text string, q query) []Mark {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil
	}
	from := 0
	for t := range marked(text, q) {
		from = t.start
		break
	}
	start := back(text, from, snippetBefore)
	end := forth(text, start, snippetLength)
	end = max(end, forth(text, from, 1))
	var s marks
	if start > 0 {
		s.add(ellipsis+" ", false)
	}
	at := start
	for t := range marked(text, q) {
		if t.start >= end {
			break
		}
		if t.start < at {
			continue
		}
		s.add(text[at:t.start], false)
		s.add(text[t.start:min(t.end, end)], true)
		at = min(t.end, end)
	}
	s.add(text[at:end], false)
	if end < len(text) {
		s.add(" "+ellipsis, false)
	}
	return s
}

// marked yields the stretches of text that are words searched for, in order and
// apart. A compound is one stretch where it was searched for as one word.
func marked(text string, q query) func(func(token) bool) {
	return func(yield func(token) bool) {
		for c := range compounds(text) {
			if q.hit(c.whole.text) {
				if !yield(c.whole) {
					return
				}
				continue
			}
			for _, p := range c.parts {
				if q.hit(p.text) && !yield(p) {
					return
				}
			}
		}
	}
}

// marks is a snippet being made; neighbours of one sort become one piece.
type marks []Mark

func (m *marks) add(text string, hit bool) {
	if text == "" {
		return
	}
	if n := len(*m); n > 0 && (*m)[n-1].Hit == hit {
		(*m)[n-1].Text += text
		return
	}
	*m = append(*m, Mark{Text: text, Hit: hit})
}

// back returns where a snippet begins that has about n letters before at: after
// a space, or at the very start.
func back(text string, at, n int) int {
	i := at
	for steps := 0; i > 0; steps++ {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if steps >= n && unicode.IsSpace(r) || steps > n+wordReach {
			return i
		}
		i -= size
	}
	return 0
}

// forth returns where a snippet of about n letters ends that begins at from:
// before a space, or at the very end. Words of no end are cut, for a screen has
// to show the line.
func forth(text string, from, n int) int {
	steps := 0
	for i, r := range text[from:] {
		if steps >= n && unicode.IsSpace(r) || steps > n+longestToken {
			return from + i
		}
		steps++
	}
	return len(text)
}
