package authoring

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// markdown is a parser that sees all of CommonMark and tables, so that what the
// format leaves out is noticed and not shown as stray marks. Two of its habits
// are left out: a heading underlined with dashes, which a curator may mean as a
// line, and definitions of links away from where they stand, which hide an address.
func markdown() parser.Parser {
	return parser.NewParser(
		parser.WithBlockParsers(parser.DefaultBlockParsers()[1:]...),
		parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)),
	)
}

// tooWild says where and why a text would cost the parser more than a text of
// its length may, or "". The parser's work grows with the square of what stands
// open: quotations in quotations, and in one block brackets and emphasis.
func tooWild(text string) (offset int, why string) {
	if len(text) > maxProse {
		return 0, fmt.Sprintf("a text of %d bytes; at most %d are read", len(text), maxProse)
	}
	length, marks := 0, 0
	for line := range strings.Lines(text) {
		length, marks = length+len(line), marks+countMarks(line)
		if strings.TrimSpace(line) == "" {
			length, marks = 0, 0
		}
		switch {
		case depth(line) > maxNesting:
			return offset, "lists and quotations nested too deeply"
		case length > maxBlock:
			return offset, fmt.Sprintf("a paragraph of more than %d bytes", maxBlock)
		case marks > maxMarks:
			return offset, fmt.Sprintf("more than %d marks of emphasis and links in one paragraph or list", maxMarks)
		}
		offset += len(line)
	}
	return 0, ""
}

func countMarks(line string) int {
	n := 0
	for i := range len(line) {
		switch line[i] {
		case '*', '_', '[', '`', '<':
			n++
		}
	}
	return n
}

// depth is how many quotations and lists a line may be in.
func depth(line string) int {
	marks, indent := 0, 0
	for i := range len(line) {
		switch c := line[i]; c {
		case ' ':
			indent++
		case '\t':
			indent += 4
		case '>':
			marks++
		case '-', '+', '*', '.', ')':
			if i+1 < len(line) && line[i+1] <= ' ' {
				marks++
			}
		case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		default:
			return marks + indent/8
		}
	}
	return marks
}
