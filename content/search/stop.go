package search

import (
	_ "embed"
	"strings"
	"sync"

	"vigil/content"
)

//go:embed stopwords.txt
var stopWords string

// stopped are the words of each language that questions are asked with, folded.
var stopped = sync.OnceValue(func() map[content.Lang]map[string]bool {
	out := map[content.Lang]map[string]bool{}
	for line := range strings.Lines(stopWords) {
		lang, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		set := map[string]bool{}
		for word := range strings.FieldsSeq(words) {
			set[Fold(word)] = true
		}
		out[content.Lang(lang)] = set
	}
	return out
})

// asking are the languages that a question may be asked in, the visitor's first.
var asking = []content.Lang{"en", "fr", "de", "es", "bs", "ar", "he", "rw", "pl", "uk"}

// withoutStopped are the words of a query without those that a question is asked with
// in a language; nil where none or all of them are such.
func withoutStopped(words []string, lang content.Lang) []string {
	set := stopped()[lang]
	if len(set) == 0 {
		return nil
	}
	var rest []string
	for _, w := range words {
		if !set[w] {
			rest = append(rest, w)
		}
	}
	if len(rest) == len(words) {
		return nil
	}
	return rest
}

// languagesOf lists a language before all others that questions are asked in.
func languagesOf(lang content.Lang) []content.Lang {
	out := []content.Lang{lang}
	for _, other := range asking {
		if other != lang {
			out = append(out, other)
		}
	}
	return out
}
