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

// fullRun is how many bytes of a list are written without an empty line, which the limits
// of prose count from.
const fullRun = maxBlock / 4

// Markdown is the text that is read as p: one block after another, each broken into
// lines where nothing else can be meant.
func Markdown(p content.Prose) string { return markdownOf(p, lineLength) }

// markdownOf is Markdown in lines of that many letters.
func markdownOf(p content.Prose, width int) string {
	var b strings.Builder
	var l openLists
	run, marks := 0, 0
	for i, block := range p {
		parted := i > 0 && (block.Kind != content.Item || p[i-1].Kind != content.Item || l.needsSpace(block) || run > fullRun || marks > maxMarks/2)
		if parted {
			b.WriteString("\n")
			run, marks = 0, 0
			if block.Kind == content.Quote && p[i-1].Kind == content.Quote {
				b.WriteString(">\n")
			}
		}
		first, next := l.openings(block)
		text := broken(first, next, inlines(block.Spans), width)
		run, marks = run+len(text), marks+countMarks(text)
		b.WriteString(text)
	}
	return b.String()
}

// openLists are the list that is being written: how far the items of each level are set in,
// and which of them are numbered.
type openLists struct {
	indents  []int
	numbered []bool
}

// needsSpace reports whether an item would be read as part of the one before it: a number
// other than 1 begins a list only below an empty line.
func (l *openLists) needsSpace(b content.Block) bool {
	level := min(max(b.Level, 1), len(l.indents)+1)
	if len(l.indents) < level {
		return b.Number > 1
	}
	return l.numbered[level-1] != (b.Number > 0)
}

// openings are what the first line of a block and the others begin with.
func (l *openLists) openings(b content.Block) (first, next string) {
	if b.Kind != content.Item {
		*l = openLists{}
	}
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
		level := min(max(b.Level, 1), len(l.indents)+1)
		indent := 0
		if level > 1 {
			indent = l.indents[level-2]
		}
		l.indents = append(l.indents[:level-1], indent+len(mark))
		l.numbered = append(l.numbered[:level-1], b.Number > 0)
		return strings.Repeat(" ", indent) + mark, strings.Repeat(" ", indent+len(mark))
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
