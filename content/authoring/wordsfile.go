package authoring

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"vigil/content"
)

// readWords reads a file of words and parses the prose in it.
func readWords(s *source) *rawWords {
	raw := decode[rawWords](s)
	for _, id := range slices.Sorted(maps.Keys(raw.Words)) {
		word := raw.Words[id]
		word.read = content.Words{
			Title: strings.TrimSpace(word.Title),
			Role:  strings.TrimSpace(word.Role),
			Text:  s.prose(word.Text),
			Note:  s.prose(word.Note),
			Of:    strings.TrimSpace(word.Of),
			Hash:  Hash(word.Title, word.Role, word.Text.Text, word.Note.Text),
		}
		raw.answer(word)
	}
	return raw
}

// answer says who answers for a wording: whom it names itself, else whom the head of
// the file names. One that says itself that it is a draft is not signed with the name
// of who reviewed the others.
func (raw *rawWords) answer(word *rawWord) {
	read := &word.read
	read.Translator = strings.TrimSpace(cmp.Or(word.Translator, raw.Translator))
	read.Review = reviewOf(cmp.Or(word.Review, raw.Review))
	read.Reviewer, read.ReviewedOn = strings.TrimSpace(word.Reviewer), word.Reviewed
	if word.Review == string(content.Draft) {
		return
	}
	read.Reviewer = cmp.Or(read.Reviewer, strings.TrimSpace(raw.Reviewer))
	if read.ReviewedOn.IsZero() {
		read.ReviewedOn = raw.Reviewed
	}
}
