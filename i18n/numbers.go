package i18n

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Number is a number, to a hundredth, in the language's digits and grouping (CLDR). Spanish
// groups from five digits on, which golang.org/x/text does not know.
func (l *Locale) Number(n float64) string {
	options := []number.Option{number.MaxFractionDigits(2)}
	if l.lang == "es" && n > -10_000 && n < 10_000 {
		options = append(options, number.NoSeparator())
	}
	return message.NewPrinter(l.tag).Sprint(number.Decimal(n, options...))
}

// Digits sets the digits of a short text, such as a year or a coordinate, in
// the language's own: Arabic-Indic in Arabic. It groups nothing.
func (l *Locale) Digits(s string) string {
	if l.zero == '0' {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return l.zero + r - '0'
		}
		return r
	}, s)
}

// zeroDigit is the digit nought as CLDR writes numbers in a language.
func zeroDigit(tag language.Tag) rune {
	r, _ := utf8.DecodeRuneInString(message.NewPrinter(tag).Sprint(number.Decimal(0)))
	if !unicode.IsDigit(r) {
		return '0'
	}
	return r
}
