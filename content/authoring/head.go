package authoring

import (
	"strings"

	"vigil/content"
)

// document is a Markdown file: its head, which may be missing, and what follows.
type document struct {
	*source
	head rawHead
	body Passage
}

// readDocument parts the head of a Markdown file from its body.
func readDocument(s *source) *document {
	doc := &document{source: s}
	start := 0
	if len(s.lines) > 0 && strings.TrimRight(s.lines[0], " ") == "---" {
		start = s.headEnd()
		doc.head = s.readHead(start)
	}
	doc.head.position = position{1, 1}
	doc.body = Passage{File: s.name, Line: start + 1, Col: 1, Text: strings.Join(s.lines[start:], "\n"), block: true}
	s.passages = append(s.passages, doc.body)
	return doc
}

// headEnd is the number of lines up to and with the head's last.
func (s *source) headEnd() int {
	for i, line := range s.lines[1:] {
		if strings.TrimRight(line, " ") == "---" {
			return i + 2
		}
	}
	s.report(1, 1, "head", "the head that begins here has no end", "write a line --- behind it")
	return len(s.lines)
}

// readHead reads the head in place: its first line, which YAML would take for
// a mark between documents, is left empty so that positions stay true.
func (s *source) readHead(end int) rawHead {
	inner := &source{found: s.found, lines: append([]string{""}, s.lines[1:max(end-1, 1)]...)}
	inner.text = strings.Join(inner.lines, "\n")
	head := decode[rawHead](inner)
	s.problems = append(s.problems, inner.problems...)
	s.passages = append(s.passages, inner.passages...)
	return *head
}

// words is what the head says of a wording of the file.
func (h *rawHead) words(text content.Prose, hash string) content.Words {
	return content.Words{
		Text: text, Review: reviewOf(h.Review), Reviewer: strings.TrimSpace(h.Reviewer), ReviewedOn: h.Reviewed,
		Translator: strings.TrimSpace(h.Translator), Of: h.Of, Hash: hash,
	}
}

// reviewOf takes a wording for a draft unless it says that it was reviewed.
func reviewOf(s string) content.Review {
	if s == string(content.Reviewed) {
		return content.Reviewed
	}
	return content.Draft
}

// factsReview is what a file of facts says of its own review: nothing where it says
// nothing, for then the archive's stands.
func factsReview(review, reviewer string, on content.Date) content.FactsReview {
	return content.FactsReview{Review: content.Review(review), Reviewer: strings.TrimSpace(reviewer), ReviewedOn: on}
}

// inherited are the keys of a head that stand for each of its wordings.
var inherited = []string{"translator", "review", "reviewer", "reviewed"}

// inherit gives a wording the places of what only the head of its file says, so that
// what is wrong there is told there.
func (n *node) inherit(head *node) {
	for _, name := range inherited {
		if n.has(name) || !n.understood(name) {
			continue
		}
		n.fields = append(n.fields, field{name: name, position: head.at(name, -1)})
		if !head.understood(name) {
			n.garbled = append(n.garbled, name)
		}
	}
}

// essay reads essay.LANG.md.
func essay(s *source) (*document, content.Words) {
	doc := readDocument(s)
	return doc, doc.head.words(s.prose(doc.body), Hash("", "", doc.body.Text, ""))
}
