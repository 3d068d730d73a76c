package authoring

import (
	"strings"
	"unicode/utf8"

	"vigil/content/route"
)

// Passage is a stretch of a curator's text and the place in its file where it
// stands.
type Passage struct {
	File  string
	Line  int
	Col   int
	Text  string
	block bool // the text's lines are the file's lines, each beginning at Col
}

// At is the place of the byte at offset of Text. Where a text was folded or
// escaped in its file, that is the place where it begins.
func (p Passage) At(offset int) (line, col int) {
	before := p.Text[:min(offset, len(p.Text))]
	if strings.Contains(p.Text, "\n") && !p.block {
		return p.Line, p.Col
	}
	start := strings.LastIndexByte(before, '\n') + 1
	return p.Line + strings.Count(before, "\n"), p.Col + utf8.RuneCountInString(before[start:])
}

// Link is a link in running text, with its place.
type Link struct {
	To   route.Route
	File string
	Line int
	Col  int
}

// BlockQuote is a block quotation in running text, with its place; its
// paragraphs are joined by newlines.
type BlockQuote struct {
	Text string
	File string
	Line int
	Col  int
}
