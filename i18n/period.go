package i18n

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode"

	"vigil/content"
)

// The years that a number among other words is read as: any other may count
// something else.
const (
	firstYear = 1800
	lastYear  = 2100
)

// mostTyped bounds the words that are looked through for a time.
const mostTyped = 24

// Reader reads the times that visitors type. It may be used from several
// goroutines.
type Reader struct {
	c      *Catalogue
	fold   func(string) string
	read   sync.Once
	months map[string]int                // names in every language, folded
	says   map[content.Lang][13][]string // what each language calls each month, folded
}

// Reader makes a reader of times, in which words are the same that fold makes the
// same: folded words have single spaces between them and the digits of ASCII.
func (c *Catalogue) Reader(fold func(string) string) *Reader { return &Reader{c: c, fold: fold} }

// Period reads a time that a visitor has typed, in any language of the catalogue:
// whatever Locale.Date says ("perhaps about 1954"), a day or month in
// figures by the order of the visitor's language ("11.7.1995", "7/1995",
// "1995-07-11"), or among other words a year, a month and a day. It returns the
// words besides it. Without a year there is no period.
func (r *Reader) Period(typed string, lang content.Lang) (period content.Date, beside string) {
	words := strings.FieldsFunc(typed, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '،' })
	if len(words) == 0 || len(words) > mostTyped {
		return content.Date{}, typed
	}
	r.read.Do(r.readMonths)
	if joined := spacedFigures.ReplaceAllString(latinDigits(typed), "$1.$2.$3"); joined != latinDigits(typed) {
		typed = joined
		words = strings.FieldsFunc(typed, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '،' })
	}
	if d, rest, ok := r.figures(words, lang); ok {
		return d, rest
	}
	if d, ok := r.printed(typed, lang); ok {
		return d, ""
	}
	if d, rest, ok := r.among(words); ok {
		return d, rest
	}
	return content.Date{}, typed
}

// readMonths lists what the months are called: by CLDR, in countries of the
// language too, and by the catalogue.
func (r *Reader) readMonths() {
	r.months, r.says = map[string]int{}, map[content.Lang][13][]string{}
	add := func(name string, month int) {
		if name := r.fold(name); name != "" && !strings.Contains(name, " ") && numberIn(name) < 0 && r.months[name] == 0 {
			r.months[name] = month
		}
	}
	for _, lang := range r.c.Languages() {
		l := r.c.Locale(lang)
		for month := int(time.January); month <= int(time.December); month++ {
			names := l.month(content.Moment{Month: month})
			for _, name := range []string{names.alone, names.of, of(l.names().Alone, month), of(l.names().Months, month), of(l.names().Short, month)} {
				add(name, month)
			}
			said := r.says[lang]
			for _, name := range []string{names.alone, names.of} {
				if name = r.fold(name); name != "" && !slices.Contains(said[month], name) {
					said[month] = append(said[month], name)
				}
			}
			r.says[lang] = said
		}
	}
	for _, lang := range r.c.Languages() {
		for name, month := range r.c.Locale(lang).names().Also {
			add(name, month)
		}
	}
}

// MonthNames are the months by all that the language calls them, as CLDR and the
// catalogue spell it: alone, within a day, shortened, and in its countries.
func (l *Locale) MonthNames() map[string]int {
	out := map[string]int{}
	for month := int(time.January); month <= int(time.December); month++ {
		names := l.month(content.Moment{Month: month})
		for _, name := range []string{names.alone, names.of, of(l.names().Alone, month), of(l.names().Months, month), of(l.names().Short, month)} {
			if name != "" {
				out[name] = month
			}
		}
	}
	for name, month := range l.names().Also {
		out[name] = month
	}
	return out
}

// prefixes are what Hebrew, Arabic and French write together with the word that
// follows: in, on, from, to, of, and, the.
var prefixes = []string{"ב", "ל", "מ", "ה", "ו", "ש", "כ", "و", "ب", "ل", "ف", "d"}

// month is the month that a folded word names, with what is written together with
// it; 0 where it names none.
func (r *Reader) month(word string) int {
	if n := r.months[word]; n > 0 {
		return n
	}
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(word, p); ok && r.months[rest] > 0 {
			return r.months[rest]
		}
	}
	return 0
}

// The ways to write a day or a month in figures; a hyphen, full stop or stroke
// between them.
var (
	yearFirst = regexp.MustCompile(`^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?\.?$`)
	yearLast  = regexp.MustCompile(`^(?:(\d{1,2})[-./])?(\d{1,2})[-./](\d{4})\.?$`)
	yearSpan  = regexp.MustCompile(`^(\d{4})[-–—/](\d{4}|\d{2})$`)
)

// spacedFigures is a day in figures with spaces behind its full stops.
var spacedFigures = regexp.MustCompile(`\b(\d{1,2})\.\s+(\d{1,2})\.\s+(\d{4})\b`)

// figures reads a time that is one word of figures, and returns the others.
func (r *Reader) figures(words []string, lang content.Lang) (content.Date, string, bool) {
	for i, w := range words {
		d, err := content.ParseDate(r.figure(latinDigits(w), lang))
		if err != nil || d.IsZero() {
			continue
		}
		return d, strings.Join(slices.Concat(words[:i], words[i+1:]), " "), true
	}
	return content.Date{}, "", false
}

// figure is a word of figures in EDTF, or "".
func (r *Reader) figure(word string, lang content.Lang) string {
	if m := yearFirst.FindStringSubmatch(word); m != nil {
		if d := edtf(m[1], m[2], m[3]); d != "" {
			return d
		}
	}
	if m := yearLast.FindStringSubmatch(word); m != nil {
		first, second := m[1], m[2]
		if first != "" && r.c.Locale(lang).monthFirst() {
			first, second = second, first
		}
		if d := edtf(m[3], second, first); d != "" {
			return d
		}
		return edtf(m[3], first, second)
	}
	if m := yearSpan.FindStringSubmatch(word); m != nil {
		if len(m[2]) == 2 {
			m[2] = m[1][:2] + m[2]
		}
		return m[1] + "/" + m[2]
	}
	return ""
}

// edtf is a month or day in EDTF, or "" where there is none such.
func edtf(year, month, day string) string {
	s := year
	for _, part := range []string{month, day} {
		if part != "" {
			s += "-" + strings.Repeat("0", max(0, 2-len(part))) + part
		}
	}
	if d, err := content.ParseDate(s); err != nil || d.From.Precision == content.Season || d.From.Precision == content.Year {
		return ""
	}
	return s
}

// monthFirst reports whether the language writes the month before the day.
func (l *Locale) monthFirst() bool {
	day := l.moment(content.Moment{Year: 1995, Month: 7, Day: 29, Precision: content.Day}, 1995).alone
	figures := strings.IndexFunc(day, unicode.IsDigit)
	letters := strings.IndexFunc(day, unicode.IsLetter)
	return letters >= 0 && letters < figures && latinDigits(day[:letters+1]) == day[:letters+1] && l.monthLeads(day)
}

// monthLeads reports whether a day begins with the month's name, for a language may
// put another word before both.
func (l *Locale) monthLeads(day string) bool {
	name := l.month(content.Moment{Month: 7})
	return strings.HasPrefix(day, name.alone) || strings.HasPrefix(day, name.of)
}

// among finds a year, and a month and day with it, among other words.
func (r *Reader) among(words []string) (content.Date, string, bool) {
	words = r.parted(words)
	year := slices.IndexFunc(words, func(w string) bool { n := numberIn(w); return n >= firstYear && n <= lastYear })
	month := slices.IndexFunc(words, func(w string) bool { return r.month(r.fold(w)) > 0 })
	century := 0
	if year < 0 && month >= 0 && month+1 < len(words) {
		// "avril 94": no month has so many days.
		if n := numberIn(words[month+1]); n > 31 && n < 100 {
			year, century = month+1, 1900
		}
	}
	if year < 0 {
		return content.Date{}, "", false
	}
	used := map[int]bool{year: true}
	m := content.Moment{Year: century + numberIn(words[year]), Precision: content.Year}
	if month >= 0 {
		used[month] = true
		m.Month, m.Precision = r.month(r.fold(words[month])), content.Month
		for _, at := range []int{month - 1, month + 1, month - 2} {
			if at < 0 || at >= len(words) || at == year || at == month-2 && !joining[r.fold(words[month-1])] {
				continue
			}
			if day := numberIn(words[at]); day >= 1 && day <= 31 {
				used[at] = true
				m.Day, m.Precision = day, content.Day
				break
			}
		}
	}
	period, err := content.DateOf(m, m)
	if err != nil {
		return content.Date{}, "", false
	}
	var rest []string
	for i, w := range words {
		if !used[i] && !(month >= 0 && joining[r.fold(w)]) {
			rest = append(rest, w)
		}
	}
	return period, strings.Join(rest, " "), true
}

// parted parts 11-Jul-1995 into its words, and gives a month in Roman figures between
// a day and a year its English name.
func (r *Reader) parted(words []string) []string {
	var out []string
	for _, w := range words {
		parts := strings.Split(w, "-")
		if len(parts) == 3 && numberIn(parts[0]) > 0 && r.month(r.fold(parts[1])) > 0 && numberIn(parts[2]) > 0 {
			out = append(out, parts...)
			continue
		}
		out = append(out, w)
	}
	for i := 1; i+1 < len(out); i++ {
		for month := 1; month <= 12; month++ {
			if out[i] == roman(month) && numberIn(out[i-1]) >= 1 && numberIn(out[i-1]) <= 31 && numberIn(out[i+1]) >= firstYear {
				out[i] = time.Month(month).String()
			}
		}
	}
	return out
}

// joining are words that stand between a day, a month and a year, folded.
var joining = map[string]bool{"of": true, "de": true, "del": true, "the": true, "le": true, "am": true, "ku": true, "wa": true, "في": true, "ב": true, "roku": true, "року": true, "roka": true, "r": true, "թ": true, "godine": true, "god": true, "год": true, "goda": true}

// numberIn is a word's number in any digits, "11." and "11th" as well; -1 where
// there is none.
func numberIn(word string) int {
	var digits strings.Builder
	letters := 0
	for _, r := range latinDigits(word) {
		switch {
		case r >= '0' && r <= '9':
			digits.WriteRune(r)
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

// latinDigits writes decimal digits of every script as those of ASCII.
func latinDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r < 0x80 || !unicode.IsDigit(r) {
			return r
		}
		// A script's ten digits stand in a row, and none begins right behind another.
		for n := range rune(10) {
			if !unicode.IsDigit(r - n - 1) {
				return '0' + n
			}
		}
		return r
	}, s)
}
