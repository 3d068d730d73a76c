package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s as it is compared: words in lower case without accents, in
// Latin letters where they were Cyrillic, single spaces between them, nothing
// else. Hyphens part words, apostrophes vanish. Fold(Fold(s)) is Fold(s).
//
//	Fold("Ђорђевић") = Fold("Đorđević") = Fold("Djordjevic") = "dordevic"
//	Fold("Qur’an") = "quran"
//	Fold("أَنْتُونِيُو") = Fold("انتونيو")
func Fold(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	word := 0
	for c := range compounds(s) {
		for _, p := range c.parts {
			if !p.elided || word+len(p.text) > longestToken {
				word = 0
			}
			if out.Len() > 0 && word == 0 {
				out.WriteByte(' ')
			}
			out.WriteString(p.text)
			word += len(p.text)
		}
	}
	return undouble(out.String())
}

// compact returns the letters of s alone, so that a name is the same however
// its words are parted.
func compact(s string) string { return undouble(strings.ReplaceAll(Fold(s), " ", "")) }

// undouble drops the j of a dj that arose where two words met.
func undouble(s string) string {
	for strings.Contains(s, "dj") {
		s = strings.ReplaceAll(s, "dj", "d")
	}
	return s
}

// appendFolded adds what the first letter of s folds to. A Serbian đ is written
// dj or d where the keyboard lacks it, so a j after d is dropped everywhere.
func appendFolded(out []byte, r rune, s string) []byte {
	if r < utf8.RuneSelf {
		return appendLetter(out, r)
	}
	parts := norm.NFKD.PropertiesString(s).Decomposition()
	if parts == nil {
		return appendLetter(out, r)
	}
	for len(parts) > 0 {
		r, n := utf8.DecodeRune(parts)
		out = appendLetter(out, r)
		parts = parts[n:]
	}
	return out
}

func appendLetter(out []byte, r rune) []byte {
	if r >= 'A' {
		r = unicode.ToLower(r)
	}
	if r == 'j' && len(out) > 0 && out[len(out)-1] == 'd' {
		return out
	}
	if r < utf8.RuneSelf {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			out = append(out, byte(r))
		}
		return out
	}
	if to, ok := special(r); ok {
		if to == "j" {
			return appendLetter(out, 'j')
		}
		if len(to) > 1 && to[0] == 'j' && len(out) > 0 && out[len(out)-1] == 'd' {
			to = to[1:]
		}
		return append(out, to...)
	}
	if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mc, r) || vowelSign(r) {
		return utf8.AppendRune(out, r)
	}
	return out
}

// vowelSign reports whether a mark is a vowel or binds consonants, so that without it
// the word is another: in the scripts of India and what came of them, and Thaana.
func vowelSign(r rune) bool {
	return r >= 0x780 && unicode.Is(unicode.Mn, r) && unicode.In(r, unicode.Thaana, unicode.Devanagari, unicode.Bengali, unicode.Tamil, unicode.Khmer,
		unicode.Myanmar, unicode.Thai, unicode.Lao, unicode.Sinhala, unicode.Gujarati, unicode.Gurmukhi, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Tibetan)
}

// wordly reports whether words are made of r.
func wordly(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// special returns what a letter folds to that Unicode does not decompose.
func special(r rune) (string, bool) {
	switch {
	case r >= '٠' && r <= '٩':
		return string('0' + r - '٠'), true
	case r >= '۰' && r <= '۹':
		return string('0' + r - '۰'), true
	case r >= 0x2b9 && r <= 0x2c1: // the marks that stand for hamza, ayin and soft signs
		return "", true
	case r >= 0x400 && r < 0x500:
		return cyrillic(r)
	case r >= 0x5d0 && r < 0x700:
		return semitic(r)
	case r >= 0x1200 && r < 0x1350:
		return ethiopic(r)
	case r > 0x6ff && unicode.Is(unicode.Nd, r):
		return digit(r)
	}
	switch r {
	case 'đ', 'ð':
		return "d", true
	case 'ł':
		return "l", true
	case 'ø':
		return "o", true
	case 'ß':
		return "ss", true
	case 'æ':
		return "ae", true
	case 'œ':
		return "oe", true
	case 'þ':
		return "th", true
	case 'ı':
		return "i", true
	case 'ħ':
		return "h", true
	case 'ŧ':
		return "t", true
	case 'ς':
		return "σ", true
	}
	return "", false
}

// ethiopic makes one letter of those that sound alike and that writers of Amharic
// interchange, each in its seven orders.
func ethiopic(r rune) (string, bool) {
	for _, alike := range [][2]rune{{'ሐ', 'ሀ'}, {'ኀ', 'ሀ'}, {'ሠ', 'ሰ'}, {'ዐ', 'አ'}, {'ፀ', 'ጸ'}} {
		if r >= alike[0] && r < alike[0]+7 {
			return string(alike[1] + r - alike[0]), true
		}
	}
	return "", false
}

// digit writes a decimal digit of any script as that of ASCII.
func digit(r rune) (string, bool) {
	for n := range rune(10) {
		if !unicode.IsDigit(r - n - 1) {
			return string('0' + n), true
		}
	}
	return "", false
}

// cyrillic writes a letter as Serbian does in Latin script, without accents;
// the letters of other languages by their nearest.
func cyrillic(r rune) (string, bool) {
	const from = "абвгдђежзијклљмнњопрстћуфхцчџшщъыьэюяіїєґѕ"
	to := [...]string{
		"a", "b", "v", "g", "d", "d", "e", "z", "z", "i", "j", "k", "l", "lj", "m", "n", "nj", "o", "p", "r", "s", "t", "c",
		"u", "f", "h", "c", "c", "dz", "s", "sc", "", "y", "", "e", "ju", "ja", "i", "i", "je", "g", "dz",
	}
	i := strings.IndexRune(from, r)
	if i < 0 {
		return "", false
	}
	return to[i/2], true // every one of them takes two bytes
}

// semitic makes one letter of those that writers of Arabic and Persian
// interchange, and of the final and common forms of Hebrew. The hamza that is
// carried by another letter is a mark to Unicode and is stripped as one.
func semitic(r rune) (string, bool) {
	switch r {
	case 'ك', 'ک', 'ڪ':
		return "ك", true
	case 'ي', 'ى', 'ی', 'ې':
		return "ي", true
	case 'ه', 'ة', 'ہ', 'ھ', 'ە', 'ۃ':
		return "ه", true
	case 'ا', 'ٱ':
		return "ا", true
	case 'ء', 'ـ', 'ٴ':
		return "", true
	case 'ך':
		return "כ", true
	case 'ם':
		return "מ", true
	case 'ן':
		return "נ", true
	case 'ף':
		return "פ", true
	case 'ץ':
		return "צ", true
	}
	return "", false
}
