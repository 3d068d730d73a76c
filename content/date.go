package content

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/sfomuseum/go-edtf/parser"
)

// Precision says how exactly one end of a date is known.
type Precision uint8

// From no date at all to a day.
const (
	NoPrecision Precision = iota
	Century
	Decade
	Year
	Season // Month holds the season: 21 spring, 22 summer, 23 autumn, 24 winter (northern)
	Month
	Day
)

// Moment is one end of a Date. Years are counted as astronomers and EDTF do:
// 0 is 1 BCE, -146 is 147 BCE.
type Moment struct {
	Year        int // the first of a decade or century: 1990 for 199X, 1900 for 19XX, -149 for -014X
	Month       int // 1 to 12; 21 to 24 where Precision is Season; 0 where coarser
	Day         int // 1 to 31; 0 where coarser
	Precision   Precision
	Approximate bool // "about": EDTF ~ or %
	Uncertain   bool // "perhaps": EDTF ? or %
	Open        bool // EDTF "..": still goes on, or began before anyone can say
	Unknown     bool // EDTF "": there is an end, but it is not known
}

// Date is a day, month, year or span in the Extended Date/Time Format
// (ISO 8601-2:2019, levels 0 and 1), as museums and libraries write it:
// "1995-07-11", "1992-04/1993-02", "1954~", "2003/..". The zero Date is no date.
type Date struct {
	EDTF     string
	From, To Moment // equal where the date is no span
}

// longestEDTF bounds what is parsed; the longest level 1 span has 25 letters, and
// twice as many with times of day.
const longestEDTF = 64

// The years that a date may lie in.
const (
	FirstYear = -9999
	LastYear  = 9999
)

// ErrReversed is what ParseDate says of an interval whose end is before its beginning.
var ErrReversed = errors.New("ends before it begins")

// DateError is why a text is no date, and what to write instead.
type DateError struct {
	Fault string // what is wrong, such as `"1995-07-1X" is EDTF level 2`
	Mend  string // what to write instead
}

func (e *DateError) Error() string { return e.Fault + ": " + e.Mend }

// ParseDate reads an EDTF date of level 0 or 1; "" is the zero Date. An error
// is a *DateError, or wraps ErrReversed. Of a time of day only the day is kept;
// years are those of four digits.
//
// What is written how is judged here and the calendar is go-edtf's, for version
// 1.2.1 reads wrongly what level 1 has beside plain dates: behind a month or day an
// open or unknown end, and a doubt, make a season of it ("2004-06/.." ends with that
// June, "1995-07-11?" is July), "199X-07-11" is of level 1, a doubt at either end
// of an interval and the year 0000 are refused, and every date has the precision of
// a year.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	if len(s) > longestEDTF {
		return Date{}, &DateError{fmt.Sprintf("a date has at most %d letters", longestEDTF), howDates}
	}
	if err := beyond(s); err != nil {
		return Date{}, err
	}
	from, to, span := strings.Cut(s, "/")
	if !span {
		m, err := parseMoment(s)
		if err == nil && m.Precision == NoPrecision {
			err = &DateError{fmt.Sprintf("%q is no date", s), howDates}
		}
		if err != nil {
			return Date{}, err
		}
		return Date{EDTF: s, From: m, To: m}, nil
	}
	d := Date{EDTF: s}
	var err error
	if d.From, err = parseMoment(from); err != nil {
		return Date{}, err
	}
	if d.To, err = parseMoment(to); err != nil {
		return Date{}, err
	}
	if d.From.Precision == NoPrecision && d.To.Precision == NoPrecision {
		return Date{}, &DateError{fmt.Sprintf("%q has neither a beginning nor an end", s), howDates}
	}
	if d.From.Precision != NoPrecision && d.To.Precision != NoPrecision && !d.To.latest().After(d.From.earliest()) {
		return Date{}, fmt.Errorf("%q %w", s, ErrReversed)
	}
	return d, nil
}

// howDates is the mend of what is no date at all.
const howDates = `write it as "1995-07-11", "1995-07", "1995", "1992-04/1993-02", "1954~" (about), "1954?" (perhaps), "199X" (the 1990s), "-0146" (147 BCE) or "2003/.." for one that goes on`

// The ways to write one end of a date without its qualifier, and what of level 2
// or beyond has a name.
var (
	plainDay   = regexp.MustCompile(`^-?\d{4}(-\d\d){0,2}$`)
	timeOfDay  = regexp.MustCompile(`^(-?\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?$`)
	unspecific = regexp.MustCompile(`^-?(\d{3}X|\d\dXX|\d{4}-XX(-XX)?|\d{4}-\d\d-XX)$`)

	higher = []struct {
		written *regexp.Regexp
		fault   string
		mend    string
	}{
		{regexp.MustCompile(`[\[\]{}]`), "a set of dates", "write the date that is known best, or a span such as \"1667/1668\""},
		{regexp.MustCompile(`^Y?-?\d+E\d+`), "a year with an exponent", "write the year in four digits, such as \"1995\""},
		{regexp.MustCompile(`^Y?-?\d+(E\d+)?S\d`), "a year with significant digits", "write \"195X\" for the 1950s or \"1950~\" for about 1950"},
		{regexp.MustCompile(`^-?\d{4}-(2[5-9]|3\d|4[01])[?~%]?$`), "a part of a year such as a quarter", "write its months as a span, such as \"1995-01/1995-03\""},
		{regexp.MustCompile(`^[?~%]|[?~%]-|-[?~%]`), "a doubt about a part of a date", "put the ?, ~ or % at the end, for the whole date, such as \"1995-07-11~\""},
		{regexp.MustCompile(`X`), "digits left open elsewhere than at the end", "write \"199X\", \"19XX\", \"1995-XX\", \"1995-07-XX\" or \"1995-XX-XX\", or the span that is meant, such as \"1995-07-10/1995-07-19\""},
	}
	longYear = regexp.MustCompile(`^Y-?\d+[?~%]?$`)
)

// beyond refuses what is EDTF, but of level 2 or a year that no archive needs, by
// its name.
func beyond(s string) error {
	for part := range strings.SplitSeq(s, "/") {
		if unspecific.MatchString(strings.TrimRight(part, "?~%")) {
			continue
		}
		if longYear.MatchString(part) {
			return &DateError{fmt.Sprintf("%q is outside the years %d to %d", part, FirstYear, LastYear), "write a year of four digits, such as \"-0146\" for 147 BCE"}
		}
		for _, h := range higher {
			if h.written.MatchString(part) && strings.Trim(part, "0123456789-/?~%XYES[]{}.,") == "" {
				return &DateError{fmt.Sprintf("%q is %s, EDTF level 2, and dates here are of level 0 or 1", part, h.fault), h.mend}
			}
		}
	}
	return nil
}

func parseMoment(s string) (m Moment, err error) {
	switch s {
	case "":
		return Moment{Unknown: true}, nil
	case "..":
		return Moment{Open: true}, nil
	}
	if t := timeOfDay.FindStringSubmatch(s); t != nil {
		s = t[1]
	}
	bare := strings.TrimRight(s, "?~%")
	if len(s)-len(bare) > 1 {
		return Moment{}, &DateError{fmt.Sprintf("%q has more than one qualifier", s), "write % for a date that is both about and perhaps"}
	}
	switch s[len(bare):] {
	case "?":
		m.Uncertain = true
	case "~":
		m.Approximate = true
	case "%":
		m.Uncertain, m.Approximate = true, true
	}
	if !plainDay.MatchString(bare) && !unspecific.MatchString(bare) || !m.read(bare) || !m.valid() {
		return Moment{}, &DateError{fmt.Sprintf("%q is not a date", s), howDates}
	}
	return m, nil
}

// valid asks go-edtf whether there is such a day. The calendar repeats every 400
// years, and go-edtf knows years after 0 best. It guards against a panic, for
// go-edtf indexes what its patterns matched.
func (m Moment) valid() (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	m.Approximate, m.Uncertain = false, false
	if m.Precision < Season {
		return true
	}
	m.Year = (m.Year%400+400)%400 + 400
	parsed, err := parser.ParseString(m.EDTF())
	return err == nil && parsed.Level <= 1
}

// read takes the parts of a date that is written as one; an X stands for what is
// not known. It reports whether the year has a name: there is no -0000.
func (m *Moment) read(bare string) bool {
	bare, before := strings.CutPrefix(bare, "-")
	parts := strings.Split(bare, "-")
	m.Precision = Year
	first := "0"
	switch strings.Count(parts[0], "X") {
	case 1:
		m.Precision, first = Decade, "9"
	case 2:
		m.Precision, first = Century, "9"
	}
	if !before {
		first = "0"
	}
	m.Year = number(strings.ReplaceAll(parts[0], "X", first))
	if before {
		m.Year = -m.Year
	}
	if len(parts) > 1 && !strings.Contains(parts[1], "X") {
		m.Month, m.Precision = number(parts[1]), Month
		if m.Month > 12 {
			m.Precision = Season
		}
	}
	if len(parts) > 2 && m.Precision == Month && !strings.Contains(parts[2], "X") {
		m.Day, m.Precision = number(parts[2]), Day
	}
	return (!before || m.Year != 0) && (len(parts) < 3 || m.Precision != Season)
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// EDTF is the moment as EDTF writes it: "1995-07-11?", "199X", "..".
func (m Moment) EDTF() string {
	switch {
	case m.Open:
		return ".."
	case m.Precision == NoPrecision:
		return ""
	}
	year, sign := m.Year, ""
	if year < 0 {
		year, sign = -year, "-"
	}
	s := fmt.Sprintf("%s%04d", sign, year)
	switch m.Precision {
	case Decade:
		s = s[:len(s)-1] + "X"
	case Century:
		s = s[:len(s)-2] + "XX"
	case Season, Month:
		s += fmt.Sprintf("-%02d", m.Month)
	case Day:
		s += fmt.Sprintf("-%02d-%02d", m.Month, m.Day)
	}
	switch {
	case m.Approximate && m.Uncertain:
		s += "%"
	case m.Approximate:
		s += "~"
	case m.Uncertain:
		s += "?"
	}
	return s
}

// DateOf is the date from one moment to another, or of one where they are the same.
// An error is ParseDate's.
func DateOf(from, to Moment) (Date, error) {
	if from == to {
		return ParseDate(from.EDTF())
	}
	return ParseDate(from.EDTF() + "/" + to.EDTF())
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d.EDTF == "" }

// IsSpan reports whether the date has two different ends.
func (d Date) IsSpan() bool { return d.From != d.To }

// Earliest is the first instant the date may mean, UTC. Where the beginning is
// open or unknown it is the first instant of its end.
func (d Date) Earliest() time.Time {
	if d.From.Precision == NoPrecision {
		return d.To.earliest()
	}
	return d.From.earliest()
}

// Latest is the instant just after the last that the date may mean, UTC. Where
// the end is open or unknown it is that of its beginning.
func (d Date) Latest() time.Time {
	if d.To.Precision == NoPrecision {
		return d.From.latest()
	}
	return d.To.latest()
}

// Before orders dates as a timeline shows them: by the earliest instant, then
// the narrower first.
func (d Date) Before(other Date) bool {
	a, b := d.Earliest(), other.Earliest()
	if !a.Equal(b) {
		return a.Before(b)
	}
	return d.Latest().Before(other.Latest())
}

func (m Moment) earliest() time.Time {
	switch m.Precision {
	case NoPrecision:
		return time.Time{}
	case Season:
		return time.Date(m.Year, time.Month(3*(m.Month-20)), 1, 0, 0, 0, 0, time.UTC)
	default:
		return time.Date(m.Year, time.Month(max(m.Month, 1)), max(m.Day, 1), 0, 0, 0, 0, time.UTC)
	}
}

// Includes reports whether another moment lies within this one, whatever is
// doubtful about either.
func (m Moment) Includes(other Moment) bool {
	return !other.earliest().Before(m.earliest()) && !other.latest().After(m.latest())
}

func (m Moment) latest() time.Time {
	from := m.earliest()
	switch m.Precision {
	case Century:
		return from.AddDate(100, 0, 0)
	case Decade:
		return from.AddDate(10, 0, 0)
	case Year:
		return from.AddDate(1, 0, 0)
	case Season:
		return from.AddDate(0, 3, 0)
	case Month:
		return from.AddDate(0, 1, 0)
	default:
		return from.AddDate(0, 0, 1)
	}
}
