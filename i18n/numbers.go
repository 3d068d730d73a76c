package i18n

import (
	"strings"

	"golang.org/x/text/collate"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// Number is a whole number in the language's digits and grouping (CLDR).
func (l *Locale) Number(n int64) string {
	return l.Digits(message.NewPrinter(l.tag).Sprint(number.Decimal(n)))
}

// Digits sets the digits of a short text, such as a year, in the language's
// own: Arabic-Indic in Arabic.
func (l *Locale) Digits(s string) string {
	if base, _ := l.tag.Base(); base.String() != "ar" {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '٠' + r - '0'
		}
		return r
	}, s)
}

// Quote sets a text in the language's quotation marks.
func (l *Locale) Quote(s string) string {
	return strings.ReplaceAll(l.Say("quote.marks"), "…", s)
}

// List joins items as the language does: "A, B and C".
func (l *Locale) List(items []string) string {
	if len(items) == 0 {
		return ""
	}
	last := len(items) - 1
	if last == 0 {
		return items[0]
	}
	return strings.Join(items[:last], l.Say("list.between")+" ") + l.join(items[last])
}

// join puts the last item of a list after the others. Arabic's "and" is part of
// the word after it.
func (l *Locale) join(last string) string {
	and := " " + l.Say("list.and")
	if base, _ := l.tag.Base(); base.String() != "ar" && base.String() != "he" {
		and += " "
	}
	return and + last
}

// Collate orders names as the language's readers expect: -1, 0 or 1.
func (l *Locale) Collate(a, b string) int {
	return collate.New(l.tag).CompareString(a, b)
}
