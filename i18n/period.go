package i18n

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"vigil/content"
)

// The years that a number is read as.
const (
	firstYear = 1800
	lastYear  = 2100
)

// Period reads a time that a visitor has typed, in any language of the
// catalogue: "July 1995", "11 juillet 1995", "1994". It returns the words
// besides it. Without a year there is no period.
func (c *Catalogue) Period(typed string) (period content.Date, beside string) {
	c.monthsOnce.Do(func() { c.months = c.monthNames() })
	words := strings.FieldsFunc(typed, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '،' || r == '/' })
	if len(words) > mostTyped {
		return content.Date{}, typed
	}
	year := slices.IndexFunc(words, func(w string) bool { n := numberIn(w); return n >= firstYear && n <= lastYear })
	if year < 0 {
		return content.Date{}, typed
	}
	used := map[int]bool{year: true}
	edtf := fmt.Sprintf("%04d", numberIn(words[year]))
	month := slices.IndexFunc(words, func(w string) bool { return c.months[bare(w)] > 0 })
	if month >= 0 {
		used[month] = true
		edtf += fmt.Sprintf("-%02d", c.months[bare(words[month])])
		for _, beside := range []int{month - 1, month + 1} {
			if beside < 0 || beside >= len(words) || beside == year {
				continue
			}
			if day := numberIn(words[beside]); day >= 1 && day <= 31 {
				used[beside] = true
				edtf += fmt.Sprintf("-%02d", day)
				break
			}
		}
	}
	period, err := content.ParseDate(edtf)
	if err != nil {
		return content.Date{}, typed
	}
	var rest []string
	for i, w := range words {
		if !used[i] && !(month >= 0 && joining[bare(w)]) {
			rest = append(rest, w)
		}
	}
	return period, strings.Join(rest, " ")
}

// mostTyped bounds the words that are looked through for a time.
const mostTyped = 16

// joining are words that stand between a day, a month and a year.
var joining = map[string]bool{"of": true, "de": true, "del": true, "the": true, "le": true, "am": true, "ku": true, "wa": true, "في": true, "ב": true}

// monthNames are the names of the months in every language, as they are compared.
func (c *Catalogue) monthNames() map[string]int {
	out := map[string]int{}
	for _, lang := range c.Languages() {
		l := c.Locale(lang)
		for month := time.January; month <= time.December; month++ {
			names := l.month(content.Moment{Month: int(month)})
			for _, name := range []string{l.calendar.MonthWide(month), l.calendar.MonthAbbreviated(month), names.alone, names.of} {
				for _, form := range []string{bare(name), strings.TrimPrefix(bare(name), "ב")} {
					if form != "" && out[form] == 0 {
						out[form] = int(month)
					}
				}
			}
		}
	}
	return out
}

// bare is a word in small letters, without accents and marks.
func bare(word string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, norm.NFD.String(word))
}

// numberIn is a word's number in any digits, "11." and "11th" as well; -1 where
// there is none.
func numberIn(word string) int {
	var digits strings.Builder
	letters := 0
	for _, r := range word {
		switch {
		case r >= '0' && r <= '9':
			digits.WriteRune(r)
		case r >= '٠' && r <= '٩':
			digits.WriteRune('0' + r - '٠')
		case unicode.IsLetter(r):
			letters++
		}
	}
	n, err := strconv.Atoi(digits.String())
	if err != nil || letters > 2 {
		return -1
	}
	return n
}
