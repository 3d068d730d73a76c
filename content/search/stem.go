package search

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/ar"
	"github.com/blevesearch/bleve/v2/analysis/lang/de"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/es"
	"github.com/blevesearch/bleve/v2/analysis/lang/fr"
	"github.com/blevesearch/bleve/v2/analysis/lang/hr"

	"vigil/content"
)

// A word or a stem of fewer letters is none: what is left means nothing.
const shortestStem = 3

// stemmer cuts what the forms of one word share out of each: folded in, folded
// out, so that it is the same whatever marks were typed.
type stemmer func(word string) string

// stemmerOf returns the stemmer of a language, or nil. Bosnian, Croatian and
// Serbian are one language to it, in either script.
func stemmerOf(lang content.Lang) stemmer {
	switch lang {
	case "en":
		return filtered(en.NewEnglishStemmerFilter())
	case "fr":
		return filtered(fr.NewFrenchLightStemmerFilter())
	case "de":
		return filtered(de.NewGermanLightStemmerFilter())
	case "es":
		return filtered(es.NewSpanishLightStemmerFilter())
	case "ar":
		return filtered(ar.NewArabicStemmerFilter())
	case "bs", "hr", "sr":
		return filtered(hr.NewSuffixTransformationFilter(), hr.NewCroatianStemmerFilter())
	case "he":
		return hebrew
	case "rw":
		return kinyarwanda
	}
	return nil
}

// filtered makes a stemmer of bleve's.
func filtered(filters ...analysis.TokenFilter) stemmer {
	return func(word string) string {
		stream := analysis.TokenStream{&analysis.Token{Term: []byte(word)}}
		for _, f := range filters {
			stream = f.Filter(stream)
		}
		if len(stream) == 0 {
			return word
		}
		return string(stream[0].Term)
	}
}

// script is the script that a language's stemmer reads.
func script(lang content.Lang) *unicode.RangeTable {
	switch lang {
	case "ar":
		return unicode.Arabic
	case "he":
		return unicode.Hebrew
	}
	return unicode.Latin // Cyrillic is folded to it
}

// stems cuts words in the languages of an archive.
type stems struct {
	langs    []content.Lang
	stemmers []stemmer

	mu    sync.Mutex
	known []map[string]string // of each language, by word
}

// mostKnown bounds what is remembered of a language: the words of a large
// archive, not those of every visitor for years.
const mostKnown = 100_000

// newStems makes the stems of some languages. Many goroutines may use them.
func newStems(langs []content.Lang) *stems {
	s := &stems{}
	for _, lang := range langs {
		if f := stemmerOf(lang); f != nil {
			s.langs, s.stemmers, s.known = append(s.langs, lang), append(s.stemmers, f), append(s.known, map[string]string{})
		}
	}
	return s
}

// languages lists the languages that records are written in.
func languages(records []record) []content.Lang {
	var out []content.Lang
	for i := range records {
		for v := range records[i].versions {
			if lang := records[i].versions[v].lang; !slices.Contains(out, lang) {
				out = append(out, lang)
			}
		}
	}
	return out
}

// mark stands before a stem and between it and its language, so that no stem is
// a word, and none of one language is one of another.
const mark = ":"

// in returns the stems of a folded word in a language, as they are indexed.
func (s *stems) in(lang content.Lang, word string) []string {
	if s == nil {
		return nil
	}
	var out []string
	for _, form := range forms(lang, word) {
		if stem := s.stem(lang, form); stem != "" && !slices.Contains(out, stem) {
			out = append(out, stem)
		}
	}
	return out
}

// forms returns a word, and what is left of it without a preposition that Arabic
// writes together with it and its stemmer leaves.
func forms(lang content.Lang, word string) []string {
	first, size := utf8.DecodeRuneInString(word)
	if lang != "ar" || !strings.ContainsRune("بلكف", first) || letters(word) < shortestStem+2 {
		return []string{word}
	}
	return []string{word, word[size:]}
}

func (s *stems) stem(lang content.Lang, word string) string {
	i := slices.Index(s.langs, lang)
	if i < 0 || letters(word) < shortestStem {
		return ""
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	stem, ok := s.known[i][word]
	if !ok {
		stem = cutStem(lang, s.stemmers[i], word)
		if len(s.known[i]) >= mostKnown {
			clear(s.known[i])
		}
		s.known[i][word] = stem
	}
	return stem
}

func cutStem(lang content.Lang, f stemmer, word string) string {
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.Is(script(lang), first) {
		return ""
	}
	stem := f(word)
	if letters(stem) < shortestStem {
		stem = word
	}
	return mark + string(lang) + mark + stem
}

// bare is a stem without its language.
func bare(stem string) string { return stem[strings.LastIndex(stem, mark)+1:] }

// all returns the stems of a word in every language that is written so.
func (s *stems) all(word string) []string {
	if s == nil {
		return nil
	}
	var out []string
	for _, lang := range s.langs {
		out = append(out, s.in(lang, word)...)
	}
	return out
}

// of returns the stems of a folded text in one language, each once, with a space
// before and after each.
func (s *stems) of(lang content.Lang, folded string) string {
	return s.list(folded, func(word string) []string { return s.in(lang, word) })
}

// ofNames is of, in every language: names say not which they are in.
func (s *stems) ofNames(folded string) string { return s.list(folded, s.all) }

func (s *stems) list(folded string, of func(string) []string) string {
	var out strings.Builder
	out.WriteByte(' ')
	seen := map[string]bool{}
	for word := range strings.FieldsSeq(folded) {
		for _, stem := range of(word) {
			if !seen[stem] {
				seen[stem] = true
				out.WriteString(stem)
				out.WriteByte(' ')
			}
		}
	}
	return out.String()
}

// hebrew takes off the particles that are written with the word, and the endings
// of number and gender. Final letters are folded.
func hebrew(word string) string {
	for _, particle := range []string{"ו", "כש", "ש", "ב", "כ", "ל", "מ", "ה"} {
		if rest, ok := strings.CutPrefix(word, particle); ok && letters(rest) >= shortestStem {
			word = rest
		}
	}
	for _, ending := range []string{"ימ", "ות", "ית", "ה", "ת", "י"} {
		if rest, ok := strings.CutSuffix(word, ending); ok && letters(rest) >= shortestStem {
			return rest
		}
	}
	return word
}

// kinyarwanda takes off the prefix of the noun's class, which tells one from
// many: umujenosideri, abajenosideri.
func kinyarwanda(word string) string {
	for _, prefix := range []string{
		"umw", "imy", "iry", "icy", "iby", "urw", "ubw", "ukw", "utw", // before a vowel
		"umu", "aba", "imi", "iri", "ama", "iki", "igi", "ibi", "uru", "ubu", "uku", "ugu", "aka", "aga", "utu", "udu", "ab",
	} {
		rest, ok := strings.CutPrefix(word, prefix)
		if ok && letters(rest) >= shortestStem && strings.ContainsRune("aeiou", rune(rest[0])) == vowelBefore(prefix) {
			return rest
		}
	}
	return word
}

// vowelBefore reports whether a prefix stands before vowels: those that end in a
// consonant do.
func vowelBefore(prefix string) bool {
	return !strings.ContainsRune("aeiou", rune(prefix[len(prefix)-1]))
}
