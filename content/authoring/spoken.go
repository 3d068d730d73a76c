package authoring

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"

	"vigil/content"
)

// spokenText is text.LANG.md: the words of a speech in one language.
type spokenText struct {
	*document
	paragraphs []Passage
	words      content.Words // head and hash, the same for every paragraph
}

// spoken reads the words of a speech: blocks parted by empty lines, and nothing
// that Markdown would make of them.
func spoken(s *source) *spokenText {
	doc := readDocument(s)
	t := &spokenText{document: doc, words: doc.head.words(nil, Hash("", "", doc.body.Text, ""))}
	lines := strings.Split(doc.body.Text, "\n")
	for i := 0; i < len(lines); {
		if collapse(lines[i]) == "" {
			i++
			continue
		}
		first := i
		for i < len(lines) && collapse(lines[i]) != "" {
			i++
		}
		t.paragraphs = append(t.paragraphs, Passage{File: s.name, Line: doc.body.Line + first, Col: 1, Text: collapse(strings.Join(lines[first:i], " "))})
	}
	return t
}

// collapse makes every stretch of white space one space. A space that keeps
// words together is a letter, not white space.
func collapse(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }), " ")
}

// Seal is the SHA-256 over a speech's paragraphs, each followed by a newline.
func Seal(paragraphs []string) string {
	h := sha256.New()
	for _, p := range paragraphs {
		h.Write([]byte(p + "\n"))
	}
	return hex.EncodeToString(h.Sum(nil))
}
