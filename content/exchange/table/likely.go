package table

import (
	"strings"
	"unicode"

	"vigil/content"
)

// score says how likely it is that a file is written in a page, by the letters beyond ASCII
// that come out and by what stands beside them: a small letter is not followed by a capital,
// a word is of one script, a sign does not stand inside a word, and a language has only some
// of a page's letters.
func score(data []byte, p page, langs []content.Lang) int {
	data = data[:min(len(data), sampled)]
	total := 0
	before := ' '
	for i, c := range data {
		r := rune(c)
		if c >= 0x80 {
			r = p.set.DecodeByte(c)
		}
		after := ' '
		if i+1 < len(data) {
			after = p.set.DecodeByte(data[i+1])
		}
		if c >= 0x80 || before >= 0x80 {
			total += pair(before, r)
		}
		if c >= 0x80 {
			total += single(before, r, after)
		}
		before = r
	}
	for _, l := range langs {
		for spoken := range strings.FieldsSeq(p.langs) {
			if string(l) == spoken || strings.HasPrefix(string(l), spoken+"-") {
				return total + 1
			}
		}
	}
	return total
}

// single judges a letter beyond ASCII.
func single(before, r, after rune) int {
	switch {
	case r == unicode.ReplacementChar, unicode.IsControl(r):
		return -8
	case strings.ContainsRune(latin, unicode.ToLower(r)):
		return 2
	case unicode.IsLetter(r) && foreign(r):
		return 2
	case unicode.IsLetter(r):
		return 0
	case unicode.IsMark(r):
		if !foreign(before) {
			return -4
		}
		return 0
	case unicode.IsLetter(before) && unicode.IsLetter(after) && !strings.ContainsRune("’‘-–—·\u200c\u200d\u00ad", r):
		return -4
	case strings.ContainsRune("“”„‚‘’«»‹›–—…€§°·¿¡•\u00a0\u200c\u200d\u200e\u200f،؛؟", r):
		return 1
	}
	return -1
}

// pair judges two letters of which one is beyond ASCII.
func pair(a, b rune) int {
	if !unicode.IsLetter(a) || !unicode.IsLetter(b) {
		return 0
	}
	n := 0
	if foreign(a) != foreign(b) {
		n -= 6
	}
	if unicode.IsLower(a) && unicode.IsUpper(b) {
		n -= 4
	}
	if a >= 0x80 && b >= 0x80 && !foreign(a) && !foreign(b) {
		n -= 2
	}
	return n
}

// foreign reports whether a letter is of another script than Latin.
func foreign(r rune) bool {
	return unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Cyrillic)
}

// latin are the letters beyond ASCII of the Latin alphabets that museums here write in:
// German, French, Spanish, Bosnian, Polish.
const latin = "äöüßàâæçéèêëîïôœùûÿñáíóúčćđšžąęłńśźż"
