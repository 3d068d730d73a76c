package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"vigil/content"
)

const (
	snippetLength = 160 // letters, about
	snippetBefore = 40  // letters before the first hit, about
	wordReach     = 40  // letters within which a space is looked for
)

const ellipsis = "…"

// source is what a hit's snippet is cut from, and how.
type source struct {
	version *version
	q       query
	cut     func(text string, q query, lang content.Lang) []Mark
}

func (s *source) snippet() []Mark { return s.cut(s.version.display(), s.q, s.version.lang) }

// snippet cuts a stretch out of text around the first word that was searched
// for, or its beginning where there is none, and marks the words.
func snippet(text string, q query, lang content.Lang) []Mark {
	text = strings.TrimSpace(text)
	for t := range marked(text, q, lang) {
		return stretch(text, back(text, t.start, snippetBefore), t.start, q, lang)
	}
	return stretch(text, 0, 0, q, lang)
}

// opening is the beginning of text, for what was found by its name: there the
// text says best what it is.
func opening(text string, q query, lang content.Lang) []Mark {
	return stretch(strings.TrimSpace(text), 0, 0, q, lang)
}

// stretch cuts text at start, to show at least the word that begins at shown.
func stretch(text string, start, shown int, q query, lang content.Lang) []Mark {
	end := max(forth(text, start, snippetLength), forth(text, shown, 1))
	shortened := text[start:end]
	var s marks
	if start > 0 {
		s.add(ellipsis+" ", false)
	}
	at := 0
	for t := range marked(shortened, q, lang) {
		s.add(shortened[at:t.start], false)
		s.add(shortened[t.start:t.end], true)
		at = t.end
	}
	s.add(shortened[at:], false)
	if end < len(text) {
		s.add(" "+ellipsis, false)
	}
	return s
}

// marked yields the stretches of text that are words searched for, in order and
// apart. A compound is one stretch where it was searched for as one word.
func marked(text string, q query, lang content.Lang) func(func(token) bool) {
	return func(yield func(token) bool) {
		var held token // a syllable that no other has followed yet
		joined := false
		found := yield
		yield = func(t token) bool {
			first, _ := utf8.DecodeRuneInString(text[t.start:])
			if len(q.words) == 1 || !syllabic(first) {
				return found(t)
			}
			// One syllable of several is in most words: only neighbours are marked.
			if t.start == held.end && held.end > 0 {
				if !joined && !found(held) {
					return false
				}
				held, joined = t, true
				return found(t)
			}
			held, joined = t, false
			return true
		}
		for c := range compounds(text) {
			if q.hit(c.whole.text, lang) {
				if !yield(c.whole) {
					return
				}
				continue
			}
			for _, p := range c.parts {
				if q.hit(p.text, lang) && !yield(p) {
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
