package search

import (
	"unicode/utf8"

	"vigil/content"
)

// Finding marks what was searched for in any text of an archive, so that a page
// opened from a result shows where it answers.
type Finding struct{ q query }

// NewFinding reads words as Search does. langs are the archive's languages.
func NewFinding(words string, langs []content.Lang) *Finding {
	return &Finding{parse(words, newStems(langs))}
}

// Range is a stretch of a text, in letters (Unicode code points): From up to,
// but not with, To.
type Range struct{ From, To int }

// In returns where a text in a language has words that were searched for, in
// order and apart.
func (f *Finding) In(text string, lang content.Lang) []Range {
	if len(f.q.words) == 0 {
		return nil
	}
	var out []Range
	at, count := 0, 0
	for t := range marked(text, f.q, lang) {
		count += utf8.RuneCountInString(text[at:t.start])
		from := count
		count += utf8.RuneCountInString(text[t.start:t.end])
		at = t.end
		out = append(out, Range{from, count})
	}
	return out
}
