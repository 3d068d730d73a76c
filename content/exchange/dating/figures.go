package dating

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"vigil/content"
)

// numeric is a date in figures as it is written. Where both ways to read day and month
// are left, first and second are in the order of the writing.
type numeric struct {
	year, month, day int
	first, second    int // of a day written with strokes or hyphens, year last
	short            bool
	ordered          bool // day and month are known apart
	asked            string
}

// The ways to write a date in figures. What stands between must be the same each time,
// which is looked at afterwards.
var (
	yearMonthDay = regexp.MustCompile(`^(\d{4})(-|/|\.)\s?(\d{1,2})(-|/|\.)\s?(\d{1,2})`)
	dayMonthYear = regexp.MustCompile(`^(\d{1,2})(-|/|\.)\s*(\d{1,2})(-|/|\.)\s*(\d{4}|\d{2})`)
	romanMonth   = regexp.MustCompile(`^(\d{1,2})[-./ ]+([ivx]{1,4})[-./ ]+(\d{4})`)
	monthYear    = regexp.MustCompile(`^(\d{1,2})(?:-|/|\. ?)(\d{4})`)
	yearMonth    = regexp.MustCompile(`^(\d{4})(-|/|\.)(\d{1,2})`)
)

// numericAt reads the date in figures that a text begins with, and its length; 0 where
// it begins with none.
func numericAt(s string) (numeric, int) {
	for _, read := range []func(string) (numeric, int){numericDay, romanDay, numericMonth} {
		if d, n := read(s); n > 0 && !continues(s[n:]) {
			return d, n
		}
	}
	return numeric{}, 0
}

// continues reports whether what was read as a number goes on.
func continues(rest string) bool {
	return rest != "" && (rest[0] >= '0' && rest[0] <= '9' || (rest[0] == '-' || rest[0] == '/' || rest[0] == '.') && len(rest) > 1 && rest[1] >= '0' && rest[1] <= '9' && len(rest) < 4)
}

func numericDay(s string) (numeric, int) {
	if m := yearMonthDay.FindStringSubmatch(s); m != nil && m[2] == m[4] {
		return numeric{year: integer(m[1]), month: integer(m[3]), day: integer(m[5]), ordered: true}, len(m[0])
	}
	m := dayMonthYear.FindStringSubmatch(s)
	if m == nil || m[2] != m[4] || m[2] != "." && strings.ContainsRune(m[0], ' ') {
		return numeric{}, 0
	}
	d := numeric{year: integer(m[5]), first: integer(m[1]), second: integer(m[3]), short: len(m[5]) == 2}
	switch {
	case d.second > 12 && d.first <= 12:
		d.month, d.day, d.ordered = d.first, d.second, true
	case m[2] == "." || d.first > 12 || d.first == d.second:
		d.day, d.month, d.ordered = d.first, d.second, true
	}
	return d, len(m[0])
}

func romanDay(s string) (numeric, int) {
	m := romanMonth.FindStringSubmatch(s)
	if m == nil {
		return numeric{}, 0
	}
	n := romanNumber(m[2])
	if n < 1 || n > 12 {
		return numeric{}, 0
	}
	return numeric{year: integer(m[3]), month: n, day: integer(m[1]), ordered: true}, len(m[0])
}

// numericMonth reads a month and its year. What could be a span of years as well,
// "1941/43", is left to be read as one, and "1904/05" is asked.
func numericMonth(s string) (numeric, int) {
	if m := monthYear.FindStringSubmatch(s); m != nil && (integer(m[1]) >= 1 && integer(m[1]) <= 12 || m[0][len(m[1])] == '/') {
		return numeric{year: integer(m[2]), month: integer(m[1]), ordered: true}, len(m[0])
	}
	m := yearMonth.FindStringSubmatch(s)
	if m == nil || integer(m[3]) < 1 || integer(m[3]) > 12 {
		return numeric{}, 0
	}
	d := numeric{year: integer(m[1]), month: integer(m[3]), ordered: true}
	within := 100
	if len(m[3]) == 1 {
		within = 10
	}
	later := d.year - d.year%within + d.month
	if m[2] != "." && later > d.year && (m[2] == "/" || within == 10) {
		d.asked = fmt.Sprintf("%04d-%02d is a month, %04d/%04d are years: write the one that is meant", d.year, d.month, d.year, later)
	}
	return d, len(m[0])
}

func integer(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// The texts that are one thing in figures from beginning to end, folded.
var (
	decimalYear = regexp.MustCompile(`^(\d{4})[.,]0+$`)
	compactDay  = regexp.MustCompile(`^([12]\d{3})(\d\d)(\d\d)$`)
	compactTime = regexp.MustCompile(`^([12]\d{3})(\d\d)(\d\d)([01]\d|2[0-3])([0-5]\d)([0-5]\d)?$`)
	listedDay   = regexp.MustCompile(`^(\d{4})([,:]) ?(\d{1,2})([,:]) ?(\d{1,2})$`)     // of TimelineJS 2 and of cameras
	shortSpan   = regexp.MustCompile(`^(\d{4})-(\d\d)(?:-(\d\d))?/(?:(\d\d)-)?(\d\d)$`) // ISO 8601 leaves out what the ends share
	compactMon  = regexp.MustCompile(`^([12]\d{3})(0[1-9]|1[0-2])$`)
	openDecade  = regexp.MustCompile(`^(\d{3})([x-])(\?)?$`)
	openCentury = regexp.MustCompile(`^(\d{2})(xx|--)(\?)?$`)
	doubtful    = regexp.MustCompile(`^(\d{3})\?$`)
	serial      = regexp.MustCompile(`^\d{5}([.,]\d+)?$`)
	timeOfDay   = regexp.MustCompile(`(?:^|[ ,t])(\d{1,2}:[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)? ?(?:z|utc|gmt|[+-]\d\d:?\d\d|a\.?m\.?|p\.?m\.?|uhr|h|hours|hrs)?|\d{1,2}[.h][0-5]\d ?(?:a\.?m\.?|p\.?m\.?|uhr|h|hours|hrs)|\d{1,2}h[0-5]\d|\d{1,2} ?(?:a\.m\.|p\.m\.|am|pm|uhr|h))$`)
	midnight    = regexp.MustCompile(`^0?0:00(:00(\.0+)?)?\s*(z|utc|\+00:?00)?$`)
)

// inFigures reads a text that is one thing in figures; false where it is not.
func inFigures(folded string) (Reading, error, bool) {
	if m := decimalYear.FindStringSubmatch(folded); m != nil {
		return certain(content.Moment{Year: integer(m[1]), Precision: content.Year})
	}
	if m := openDecade.FindStringSubmatch(folded); m != nil {
		return certain(content.Moment{Year: 10 * integer(m[1]), Precision: content.Decade, Uncertain: m[3] != ""})
	}
	if m := openCentury.FindStringSubmatch(folded); m != nil {
		return certain(content.Moment{Year: 100 * integer(m[1]), Precision: content.Century, Uncertain: m[3] != ""})
	}
	if m := compactDay.FindStringSubmatch(folded); m != nil && integer(m[2]) >= 1 && integer(m[2]) <= 12 && integer(m[3]) >= 1 {
		return ofDay(m[1], m[2], m[3], "")
	}
	if m := compactTime.FindStringSubmatch(folded); m != nil {
		return ofDay(m[1], m[2], m[3], m[4]+":"+m[5])
	}
	if m := shortSpan.FindStringSubmatch(folded); m != nil && (m[3] != "" || m[4] == "") {
		return sharedSpan(m)
	}
	if m := listedDay.FindStringSubmatch(folded); m != nil && m[2] == m[4] {
		return ofDay(m[1], m[3], m[5], "")
	}
	if m := doubtful.FindStringSubmatch(folded); m != nil {
		return Reading{Asked: fmt.Sprintf("%sX? is a year of the %s0s whose last figure is not known, 0%s? perhaps the year %s: write the one that is meant", m[1], m[1], m[1], m[1])}, nil, true
	}
	if m := compactMon.FindStringSubmatch(folded); m != nil {
		return Reading{}, &content.DateError{Fault: fmt.Sprintf("%q has six figures in a row", folded), Mend: fmt.Sprintf("write %q if that month is meant", m[1]+"-"+m[2])}, true
	}
	if serial.MatchString(folded) {
		return Reading{}, &content.DateError{Fault: fmt.Sprintf("%q is a day as a spreadsheet counts it", folded), Mend: "give the cell the format of a date, or write the day as 1994-04-07"}, true
	}
	return Reading{}, nil, false
}

// sharedSpan reads "1945-05-08/09", "1945-05-08/06-09" and "1945-05/06".
func sharedSpan(m []string) (Reading, error, bool) {
	from, to := m[1]+"-"+m[2], m[1]+"-"+m[5]
	if m[3] != "" {
		from += "-" + m[3]
		to = m[1] + "-" + m[2] + "-" + m[5]
	}
	if m[4] != "" {
		to = m[1] + "-" + m[4] + "-" + m[5]
	}
	d, err := content.ParseDate(from + "/" + to)
	if errors.Is(err, content.ErrReversed) {
		err = &content.DateError{Fault: err.Error(), Mend: fmt.Sprintf("write %q if the ends were mistaken for each other", to+"/"+from)}
	}
	return Reading{Date: d}, err, true
}

func ofDay(year, month, day, note string) (Reading, error, bool) {
	m := content.Moment{Year: integer(year), Month: integer(month), Day: integer(day), Precision: content.Day}
	if err := inCalendar(m); err != nil {
		return Reading{}, err, true
	}
	r, err, ok := certain(m)
	if err == nil && note != "00:00" {
		r.Note = note
	}
	return r, err, ok
}

func certain(m content.Moment) (Reading, error, bool) {
	d, err := content.DateOf(m, m)
	return Reading{Date: d}, err, true
}
