package authoring

import (
	"strconv"
	"strings"
	"unicode"

	"vigil/content"
)

// lineLength is where a written text is broken, in letters: what somebody compares line
// by line should have short lines.
const lineLength = 96

// markdownOf is the text that is read as p: one block after another, each broken into
// lines of that many letters where nothing else can be meant.
func markdownOf(p content.Prose, width int) string {
	var b strings.Builder
	for i, block := range p {
		if i > 0 && (block.Kind != content.Item || p[i-1].Kind != content.Item) {
			b.WriteString("\n")
			if block.Kind == content.Quote && p[i-1].Kind == content.Quote {
				b.WriteString(">\n")
			}
		}
		first, next := openings(block)
		b.WriteString(broken(first, next, inlines(block.Spans), width))
	}
	return b.String()
}

// openings are what the first line of a block and the others begin with.
func openings(b content.Block) (first, next string) {
	switch b.Kind {
	case content.Heading:
		return strings.Repeat("#", b.Level) + " ", ""
	case content.Quote:
		return "> ", "> "
	case content.Item:
		mark := "- "
		if b.Number > 0 {
			mark = strconv.Itoa(b.Number) + ". "
		}
		indent := strings.Repeat("  ", max(b.Level-1, 0))
		return indent + mark, indent + strings.Repeat(" ", len(mark))
	default:
		return "", ""
	}
}

// broken sets a text in lines. A line is broken only before a letter, which can begin
// nothing but text; a heading never.
func broken(first, next, text string, width int) string {
	words := strings.Split(text, " ")
	var b strings.Builder
	line := first + words[0]
	for i, word := range words[1:] {
		wide := len([]rune(line))+1+len([]rune(word)) > width
		if wide && !strings.HasPrefix(first, "#") && words[i] != "" && word != "" && unicode.IsLetter([]rune(word)[0]) {
			b.WriteString(line + "\n")
			line = next + word
			continue
		}
		line += " " + word
	}
	return b.String() + line + "\n"
}

// escaped puts a backslash before what Markdown would take for more than a letter;
// begins says that the text may begin a block.
func escaped(text string, begins bool) string {
	var b strings.Builder
	digits := begins
	for i, r := range text {
		switch {
		case strings.ContainsRune("\\`*_[]<>&|~", r),
			begins && i == 0 && strings.ContainsRune("#+-=", r),
			digits && i > 0 && (r == '.' || r == ')'):
			b.WriteByte('\\')
		}
		digits = digits && r >= '0' && r <= '9'
		b.WriteRune(r)
	}
	return b.String()
}
