package authoring

import (
	"fmt"
	"strings"

	"vigil/content"
)

// plainProse reads a text of paragraphs alone, as most are, without the
// Markdown parser: that parser takes longer than all else in loading an
// archive. A text in which any letter could mean something to it is not plain;
// a fuzz test holds the two to the same answer.
func plainProse(text string) (content.Prose, bool) {
	if strings.ContainsAny(text, "\\`*_[]<>&|~\t\r\v\f") || mayHoldAddress(text) {
		return nil, false
	}
	var (
		blocks content.Prose
		lines  []string
	)
	flush := func() {
		if len(lines) > 0 {
			id := fmt.Sprintf("p%d", len(blocks)+1)
			blocks = append(blocks, content.Block{Kind: content.Paragraph, ID: id, Spans: []content.Span{{Text: strings.Join(lines, " ")}}})
		}
		lines = lines[:0]
	}
	for line := range strings.SplitSeq(text, "\n") {
		bare := strings.TrimRight(line, " ")
		switch {
		case bare == "":
			flush()
		case !plainStart(bare[0]) || strings.TrimSpace(bare) == "" || strings.HasSuffix(line, "  "):
			return nil, false
		default:
			lines = append(lines, bare)
		}
	}
	flush()
	return blocks, true
}

// plainStart reports whether a line that begins with c can only be text: ASCII
// letters, opening brackets and quotation marks, and all letters beyond ASCII.
func plainStart(c byte) bool {
	return c >= 0x80 || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '(' || c == '"' || c == '\''
}

// mayHoldAddress reports whether addressForm could match; it may say so of
// others too.
func mayHoldAddress(text string) bool {
	for i := range len(text) {
		switch text[i] {
		case ':':
			if i+2 < len(text) && (text[i+1] == '/' || text[i+1] > ' ') {
				return true
			}
		case 'w', 'W':
			if i+3 < len(text) && text[i+3] == '.' && strings.EqualFold(text[i:i+3], "www") {
				return true
			}
		}
	}
	return false
}
