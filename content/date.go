package content

import (
	"errors"
	"fmt"
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

// Moment is one end of a Date.
type Moment struct {
	Year        int // 1990 for a decade or century written 199X, 19XX
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

// longestEDTF bounds what is parsed; the longest level 1 span has 23 letters.
const longestEDTF = 32

// ErrReversed is what ParseDate says of an interval whose end is before its beginning.
var ErrReversed = errors.New("ends before it begins")

// ParseDate reads an EDTF date of level 0 or 1; "" is the zero Date. Times of
// day, level 2 and years outside 1 to 9999 are refused: no archive needs them.
//
// The calendar is go-edtf's. Each end is handed to it without its qualifier,
// which is read here: go-edtf 1.2.1 takes "1995-07-11?" for a season and drops
// its doubt, refuses "2004-06?/2004-08~", and gives every date the precision
// of a year.
func ParseDate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	if len(s) > longestEDTF {
		return Date{}, fmt.Errorf("a date has at most %d letters", longestEDTF)
	}
	from, to, span := strings.Cut(s, "/")
	if !span {
		m, err := parseMoment(s)
		if err == nil && m.Precision == NoPrecision {
			err = fmt.Errorf("%q is no date", s)
		}
		return Date{EDTF: s, From: m, To: m}, err
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
		return Date{}, fmt.Errorf("%q has neither a beginning nor an end", s)
	}
	if d.From.Precision != NoPrecision && d.To.Precision != NoPrecision && !d.To.latest().After(d.From.earliest()) {
		return Date{}, fmt.Errorf("%q %w", s, ErrReversed)
	}
	return d, nil
}

func parseMoment(s string) (m Moment, err error) {
	switch s {
	case "":
		return Moment{Unknown: true}, nil
	case "..":
		return Moment{Open: true}, nil
	}
	bare := strings.TrimRight(s, "?~%")
	if len(s)-len(bare) > 1 {
		return Moment{}, fmt.Errorf("%q has more than one qualifier", s)
	}
	switch s[len(bare):] {
	case "?":
		m.Uncertain = true
	case "~":
		m.Approximate = true
	case "%":
		m.Uncertain, m.Approximate = true, true
	}
	if err := valid(bare); err != nil {
		return Moment{}, err
	}
	m.read(bare)
	if m.Year < 1 {
		return Moment{}, fmt.Errorf("%q is outside the years 1 to 9999", s)
	}
	return m, nil
}

// valid asks go-edtf whether bare is a date of the calendar. It guards against
// a panic, for go-edtf indexes what its patterns matched.
func valid(bare string) (err error) {
	bad := fmt.Errorf("%q is not a date; a date is written 1995-07-11, 1995-07, 1995, 1992-04/1993-02, 1954~ or 2003/.. for one that goes on", bare)
	if len(bare) != len("1995") && len(bare) != len("1995-07") && len(bare) != len("1995-07-11") {
		return bad
	}
	defer func() {
		if recover() != nil {
			err = bad
		}
	}()
	parsed, parseErr := parser.ParseString(bare)
	if parseErr != nil || parsed.Level > 1 || strings.ContainsAny(bare, "TY/") || bare[0] == '-' {
		return bad
	}
	return nil
}

// read takes the parts of a valid date; an X stands for what is not known.
func (m *Moment) read(bare string) {
	parts := strings.Split(bare, "-")
	year := parts[0]
	m.Precision = Year
	switch strings.Count(year, "X") {
	case 1:
		m.Precision = Decade
	case 2:
		m.Precision = Century
	}
	m.Year = number(strings.ReplaceAll(year, "X", "0"))
	if len(parts) > 1 && !strings.Contains(parts[1], "X") {
		m.Month, m.Precision = number(parts[1]), Month
		if m.Month > 12 {
			m.Precision = Season
		}
	}
	if len(parts) > 2 && m.Precision == Month && !strings.Contains(parts[2], "X") {
		m.Day, m.Precision = number(parts[2]), Day
	}
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
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
