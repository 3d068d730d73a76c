package authoring

import (
	"fmt"
	"strings"

	"github.com/yuin/goldmark/ast"
	extension "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"vigil/content"
)

// ReadProse reads a text as an essay's, and says what of it is not part of the format. Its
// links may lead to records that no archive has.
func ReadProse(text string) (content.Prose, []Problem) {
	s := &source{found: found{name: "prose"}}
	return s.prose(Passage{File: s.name, Line: 1, Col: 1, Text: text, block: true}), s.problems
}

// prose reads a passage as running text and reports what is not part of the
// format. What is left out leaves the rest standing.
func (s *source) prose(p Passage) content.Prose {
	if strings.TrimSpace(p.Text) == "" {
		return nil
	}
	if strings.Contains(strings.TrimSpace(p.Text), "\n") && !p.block {
		s.report(p.Line, p.Col, "folded", "the lines of this text run together, so that its paragraphs are lost", "write | after the colon and the text on the lines below it")
		return nil
	}
	if offset, why := tooWild(p.Text); why != "" {
		line, col := p.At(offset)
		s.report(line, col, "prose-limit", why, "write it more simply")
		return nil
	}
	if blocks, ok := plainProse(p.Text); ok {
		return blocks
	}
	w := &proseWriter{source: s, passage: p, bytes: []byte(p.Text)}
	document := s.parseMarkdown(w.bytes)
	if document == nil {
		s.report(p.Line, p.Col, "prose-limit", "this text cannot be read", "write it more simply")
		return nil
	}
	for n := document.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
	return w.blocks
}

// parseMarkdown guards against a panic, for the parser is not ours and reads
// hostile text.
func (s *source) parseMarkdown(source []byte) (document ast.Node) {
	defer func() {
		if recover() != nil {
			document = nil
		}
	}()
	if s.markdown == nil {
		s.markdown = markdown()
	}
	return s.markdown.Parse(text.NewReader(source))
}

// proseWriter turns a Markdown tree into content.Prose.
type proseWriter struct {
	*source
	passage    Passage
	bytes      []byte
	blocks     content.Prose
	paragraphs int
	headings   int
}

// refuse reports the Markdown at n.
func (w *proseWriter) refuse(n ast.Node, rule, message, mend string) {
	line, col := w.passage.At(w.offset(n))
	w.report(line, col, rule, message, mend)
}

// offset is where in the passage n begins, as nearly as the tree tells.
func (w *proseWriter) offset(n ast.Node) int {
	for at := n; at != nil; at = at.Parent() {
		if at.Pos() >= 0 && at.Kind() != ast.KindDocument {
			return at.Pos()
		}
		if at.Type() == ast.TypeBlock && at.Lines().Len() > 0 {
			return at.Lines().At(0).Start
		}
	}
	return 0
}

func (w *proseWriter) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Paragraph:
		if w.add(n, content.Block{Kind: content.Paragraph, ID: fmt.Sprintf("p%d", w.paragraphs+1)}) {
			w.paragraphs++
		}
	case *ast.Heading:
		w.heading(n)
	case *ast.List:
		w.list(n, 1)
	case *ast.Blockquote:
		w.quotation(n)
	default:
		w.refuseBlock(n)
	}
}

func (w *proseWriter) heading(n *ast.Heading) {
	if n.Level < 2 || n.Level > 3 {
		w.refuse(n, "heading", fmt.Sprintf("a heading of level %d", n.Level), "write ## for a part or ### for a section; the page has its own title")
		return
	}
	if w.add(n, content.Block{Kind: content.Heading, Level: n.Level, ID: fmt.Sprintf("h%d", w.headings+1)}) {
		w.headings++
	}
}

// list adds the items of a list and, below each, those of the lists in it.
func (w *proseWriter) list(list *ast.List, level int) {
	number := 0
	if list.IsOrdered() {
		number = list.Start
	}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		for part := item.FirstChild(); part != nil; part = part.NextSibling() {
			switch part := part.(type) {
			case *ast.TextBlock, *ast.Paragraph:
				if part != item.FirstChild() {
					w.refuse(part, "list", "a second paragraph in one item of a list", "make it an item of its own or a paragraph after the list")
					continue
				}
				w.add(part, content.Block{Kind: content.Item, Level: level, Number: number})
			case *ast.List:
				w.list(part, level+1)
			default:
				w.refuse(part, "list", "something else than text in an item of a list", "write it before or after the list")
			}
		}
		if list.IsOrdered() {
			number++
		}
	}
}

// quotation adds the paragraphs of a block quotation and keeps its words to be
// compared with what was said.
func (w *proseWriter) quotation(n *ast.Blockquote) {
	first := len(w.blocks)
	for part := n.FirstChild(); part != nil; part = part.NextSibling() {
		if part.Kind() != ast.KindParagraph {
			w.refuse(part, "block-quotation", "something else than paragraphs in a quotation", "quote the words alone")
			continue
		}
		w.add(part, content.Block{Kind: content.Quote})
	}
	line, col := w.passage.At(w.offset(n))
	w.quotes = append(w.quotes, BlockQuote{w.blocks[first:].Plain(), w.name, line, col})
}

// add reads the inlines of n into a block and keeps it if there are any letters.
func (w *proseWriter) add(n ast.Node, b content.Block) bool {
	b.Spans = w.spans(n)
	if strings.TrimSpace(b.Plain()) == "" {
		return false
	}
	w.blocks = append(w.blocks, b)
	return true
}

// refuseBlock names what is no part of the format, and its mend.
func (w *proseWriter) refuseBlock(n ast.Node) {
	switch n.Kind() {
	case ast.KindHTMLBlock:
		w.refuse(n, "html", "HTML is not shown", "write the text without it")
	case ast.KindCodeBlock:
		w.refuse(n, "code", "lines indented by four spaces are code in Markdown", "begin the lines at the margin")
	case ast.KindFencedCodeBlock:
		w.refuse(n, "code", "code is not part of the format", "write it as a paragraph")
	case extension.KindTable:
		w.refuse(n, "table", "a table is not part of the format", "write it as a list or in sentences")
	case ast.KindThematicBreak:
		w.refuse(n, "rule-line", "a line across the page is not part of the format", "write a heading with ## instead")
	default:
		w.refuse(n, "markdown", "this is not part of the format", "write paragraphs, headings, lists and quotations")
	}
}
