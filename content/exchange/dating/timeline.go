package dating

import (
	"fmt"
	"regexp"
	"strconv"

	"vigil/content"
)

// FromTimeline reads a date of TimelineJS, which has year, month and day apart, as numbers
// or, in a sheet, as words ("c. 1994", "April"). It counts years before the common era as
// people do: -1 is 1 BCE, which EDTF calls 0000; a year 0 it has not.
func FromTimeline(year, month, day string, langs ...content.Lang) (Reading, error) {
	y, m, d := fold(year), fold(month), fold(day)
	n, err := strconv.Atoi(y)
	if err != nil && plainYear.MatchString(y) {
		n, err = integer(plainYear.FindStringSubmatch(y)[1]), nil
	}
	if err != nil {
		return aroundYear(year, m, d, langs)
	}
	switch {
	case y == "" || n == 0:
		return Reading{}, &content.DateError{Fault: fmt.Sprintf("there is no year %q", brief(year)), Mend: "write -1 for 1 BCE, or the year that is meant"}
	case n > 0 && n < 100:
		return Reading{Asked: fmt.Sprintf("%04d is a year of the first century: write all four figures of the year that is meant", n)}, nil
	case n < content.FirstYear+1 || n > content.LastYear:
		return Reading{}, &content.DateError{Fault: fmt.Sprintf("%q is outside the years %d to %d", brief(year), content.FirstYear, content.LastYear), Mend: "write a year of four digits"}
	case n < 0:
		n++
	}
	return within(content.Moment{Year: n, Precision: content.Year}, m, d, langs)
}

var plainYear = regexp.MustCompile(`^(-?\d{1,4})[.,]0+$`)

// aroundYear reads a year in words, to which month and day are added where it is a single
// year.
func aroundYear(year, month, day string, langs []content.Lang) (Reading, error) {
	r, err := Read(year, langs...)
	if err != nil || r.Asked != "" || month == "" && day == "" {
		return r, err
	}
	if r.Date.IsSpan() || r.Date.From.Precision != content.Year {
		return Reading{}, &content.DateError{Fault: fmt.Sprintf("%q has a month beside it and is no year", brief(year)), Mend: "write the year alone beside its month, or the whole date in one cell"}
	}
	out, err := within(r.Date.From, month, day, langs)
	out.Note = r.Note
	return out, err
}

// within narrows a year to its month and day.
func within(m content.Moment, month, day string, langs []content.Lang) (Reading, error) {
	if month != "" && month != "0" {
		n, err := monthOf(month, langs)
		if err != nil {
			return Reading{}, err
		}
		m.Month, m.Precision = n, content.Month
	}
	if day != "" && day != "0" {
		n, err := wholeNumber(day)
		if err != nil || n < 1 || n > 31 {
			return Reading{}, &content.DateError{Fault: fmt.Sprintf("%q is no day", brief(day)), Mend: "write a number from 1 to 31"}
		}
		if m.Precision != content.Month {
			return Reading{}, &content.DateError{Fault: fmt.Sprintf("the day %d has no month", n), Mend: "write its month, or leave out the day"}
		}
		m.Day, m.Precision = n, content.Day
	}
	if err := inCalendar(m); err != nil {
		return Reading{}, err
	}
	d, err := content.DateOf(m, m)
	return Reading{Date: d}, err
}

func wholeNumber(s string) (int, error) {
	if m := decimal.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	return strconv.Atoi(s)
}

var decimal = regexp.MustCompile(`^(\d+)[.,]0+$`)

// monthOf is a month by number or name.
func monthOf(month string, langs []content.Lang) (int, error) {
	if n, err := wholeNumber(month); err == nil && n >= 1 && n <= 12 {
		return n, nil
	}
	words, err := newDictionary(langs)
	if err != nil {
		return 0, err
	}
	if s, ok := words.find(key(month)); ok && s.meaning == meaning('m') {
		return s.n, nil
	}
	return 0, &content.DateError{Fault: fmt.Sprintf("%q is no month", brief(month)), Mend: "write a number from 1 to 12 or the month's name"}
}

// FromWikidata reads a point in time of Wikidata with its precision (11 a day, 10 a month,
// 9 a year, 8 a decade, 7 a century). It counts years before the common era as people do,
// so that -0147 is EDTF's -0146.
func FromWikidata(time string, precision int) (Reading, error) {
	m := wikidataTime.FindStringSubmatch(time)
	if m == nil || len(m[2]) > 16 {
		return Reading{}, &content.DateError{Fault: fmt.Sprintf("%q is no time of Wikidata", brief(time)), Mend: `write it as "+1994-04-07T00:00:00Z"`}
	}
	n, err := strconv.Atoi(m[1] + m[2])
	if err != nil || n == 0 || n > content.LastYear || n <= content.FirstYear {
		return Reading{}, &content.DateError{Fault: fmt.Sprintf("%q is outside the years %d to %d", brief(time), content.FirstYear, content.LastYear), Mend: "write a year of four digits"}
	}
	before := n < 0
	if before {
		n++
	}
	moment := content.Moment{Year: n, Month: integer(m[3]), Day: integer(m[4])}
	return ofPrecision(moment, precision, before)
}

func ofPrecision(m content.Moment, precision int, before bool) (Reading, error) {
	switch {
	case precision == 7 && !before:
		// Wikidata writes the 20th century by any of its years, 1901 to 2000.
		m = content.Moment{Year: (m.Year - 1) / 100 * 100, Precision: content.Century}
	case precision == 8 && !before:
		m = content.Moment{Year: m.Year / 10 * 10, Precision: content.Decade}
	case precision == 9 || precision >= 10 && m.Month == 0:
		m = content.Moment{Year: m.Year, Precision: content.Year}
	case precision == 10 || precision >= 11 && m.Day == 0:
		m = content.Moment{Year: m.Year, Month: m.Month, Precision: content.Month}
	case precision >= 11:
		m.Precision = content.Day
	default:
		return Reading{}, &content.DateError{Fault: "this time of Wikidata is known no closer than a thousand years, or a decade before the common era", Mend: "write a year, a decade or a century"}
	}
	if err := inCalendar(m); err != nil {
		return Reading{}, err
	}
	d, err := content.DateOf(m, m)
	return Reading{Date: d}, err
}

var wikidataTime = regexp.MustCompile(`^([+-]?)0*(\d+)-(\d\d)-(\d\d)T\d\d:\d\d:\d\dZ?(?:/(\d{1,2}))?$`)

// wikidata reads a time that only Wikidata writes so: with a plus, months and days of 0,
// or its precision behind a stroke; false where it is none.
func wikidata(text string) (Reading, error, bool) {
	m := wikidataTime.FindStringSubmatch(text)
	if m == nil {
		return Reading{}, nil, false
	}
	precision := 11
	if m[5] != "" {
		precision = integer(m[5])
	}
	if m[1] == "-" && m[5] == "" && m[3] != "00" {
		return Reading{Asked: fmt.Sprintf("%q is %s BCE as Wikidata counts, and a year earlier in EDTF: write the year with BCE", brief(text), m[2])}, nil, true
	}
	if m[1] == "" && m[5] == "" && m[3] != "00" && m[4] != "00" {
		return Reading{}, nil, false
	}
	r, err := FromWikidata(text, precision)
	return r, err, true
}
