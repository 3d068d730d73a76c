package authoring

import (
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
			Title:      strings.TrimSpace(word.Title),
			Role:       strings.TrimSpace(word.Role),
			Text:       s.prose(word.Text),
			Note:       s.prose(word.Note),
			Review:     reviewOf(raw.Review),
			Translator: strings.TrimSpace(raw.Translator),
			Of:         strings.TrimSpace(word.Of),
			Hash:       Hash(word.Title, word.Role, word.Text.Text, word.Note.Text),
		}
	}
	return raw
}
