package dating

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold makes alike what differs only in looks: letters without accents and vowel signs,
// small, digits those of ASCII, every space one space, hyphens "-" and longer dashes "–";
// what only steers the direction of a line is gone.
func fold(s string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFKD.String(s) {
		r = plain(r)
		if r < 0 {
			continue
		}
		if r == ' ' {
			space = b.Len() > 0
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// plain is a letter as fold writes it, negative where it writes none.
func plain(r rune) rune {
	switch {
	case r < 0x80 && r != '"' && r != '\'' && r != '`' && r > ' ':
		return r
	case strings.ContainsRune("\"“”„«»״", r), r == 'ـ', unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
		return -1
	case unicode.IsSpace(r), unicode.IsControl(r), strings.ContainsRune("'`’‘ʼ׳´", r):
		return ' '
	case r == '–' || r == '—' || r == '―':
		return '–'
	case r == '−' || unicode.Is(unicode.Pd, r):
		return '-'
	case r == '،':
		return ','
	case r == '؛':
		return ';'
	case r == '؟':
		return '?'
	case r == '٫':
		return '.'
	case unicode.IsDigit(r):
		return digit(r)
	}
	return r
}

// digit is a decimal digit of any script as ASCII has it.
func digit(r rune) rune {
	// A script's ten digits stand in a row, and none begins right behind another.
	for n := range rune(10) {
		if !unicode.IsDigit(r - n - 1) {
			return '0' + n
		}
	}
	return r
}

// keepable is a text as a note can hold it: on one line, without letters that no archive
// may hold.
func keepable(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) && r != '\u00a0' || unicode.IsControl(r) || r >= 0x202a && r <= 0x202e || r == 0x2028 || r == 0x2029 || r == 0xfeff || r >= 0xfff0 && r <= 0xffff
	}), " ")
}

// exact is a text as EDTF may be written in it: without what steers direction, in the
// digits of ASCII.
func exact(s string) string {
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r):
			return -1
		case r == '\u00a0':
			return ' '
		case r >= 0x80 && unicode.IsDigit(r):
			return digit(r)
		}
		return r
	}, s))
}
