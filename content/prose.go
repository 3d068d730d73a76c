package content

import "strings"

// Prose is running text: the subset of Markdown that the archive's format
// allows, already parsed. It holds no HTML, no picture and no address outside
// the kiosk.
type Prose []Block

// BlockKind tells the kinds of block apart.
type BlockKind uint8

// The kinds of block that prose is made of.
const (
	Paragraph BlockKind = iota
	Heading             // Level 2 or 3; the page's own title is level 1
	Item                // one item of a list; Level is its depth from 1, Number its place in an ordered list or 0
	Quote               // words of somebody else; must be registered in quotations.yaml
)

// Block is one paragraph, heading, list item or quotation.
type Block struct {
	Kind   BlockKind
	Level  int
	Number int
	ID     string // anchor for a route's fragment: "p3" for the third paragraph of the prose, "h2" for its second heading
	Spans  []Span
}

// Style is a set of emphases.
type Style uint8

// The emphases that a span may carry, one bit each.
const (
	Emphasis Style = 1 << iota
	Strong
)

// Span is a stretch of text in one style. Link, where set, is a route inside
// the kiosk such as "person/hasan-nuhanovic".
type Span struct {
	Text  string
	Style Style
	Link  string
}

// Plain returns the block's letters without emphasis or links.
func (b Block) Plain() string {
	var s strings.Builder
	for _, span := range b.Spans {
		s.WriteString(span.Text)
	}
	return s.String()
}

// Plain returns the letters alone, one line a block.
func (p Prose) Plain() string {
	lines := make([]string, len(p))
	for i, b := range p {
		lines[i] = b.Plain()
	}
	return strings.Join(lines, "\n")
}

// Line is prose of one plain paragraph.
func Line(text string) Prose {
	if text == "" {
		return nil
	}
	return Prose{{Kind: Paragraph, ID: "p1", Spans: []Span{{Text: text}}}}
}
