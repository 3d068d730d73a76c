package dating

import (
	"fmt"

	"vigil/content"
)

// single reads a date that is not a span.
func (r *reader) single(tokens []token) (content.Moment, string, error) {
	p, err := parse(tokens)
	if err != nil {
		return content.Moment{}, "", err
	}
	return r.moment(p)
}

// span reads the two ends of a span, of which one may leave out what the other says.
func (r *reader) span(left, right []token) (a, b content.Moment, asked string, err error) {
	first, err := parse(left)
	if err != nil {
		return a, b, "", err
	}
	last, err := parse(right)
	if err != nil {
		return a, b, "", err
	}
	if first.present {
		return a, b, "", confused(left)
	}
	if asked, err := share(&first, &last); err != nil || asked != "" {
		return a, b, asked, err
	}
	if a, asked, err = r.moment(first); err != nil || asked != "" {
		return a, b, asked, err
	}
	b, asked, err = r.moment(last)
	return a, b, asked, err
}

// share gives each end what only the other says: "7–9 April 1994", "1941–43",
// "April to July 1994", "19th–20th century", "264–146 BCE".
func share(a, b *piece) (asked string, err error) {
	if b.bare && a.hasYear && a.month == 0 && a.season == 0 && !a.decade && !a.century && !a.bce {
		b.year = a.year - a.year%100 + b.day
		if b.year <= a.year {
			return "", &content.DateError{Fault: fmt.Sprintf("%02d is not a year after %d", b.day, a.year), Mend: fmt.Sprintf("write the span with both years, such as \"%d/%d\", or the month as \"%d-%02d\"", a.year, a.year+1, a.year, b.day)}
		}
		b.day, b.bare, b.hasYear = 0, false, true
	}
	if (b.bce || b.ce) && !a.bce && !a.ce {
		a.bce, a.ce = b.bce, b.ce
		if a.bare && b.month == 0 {
			a.year, a.hasYear, a.day, a.bare = a.day, true, 0, false
		}
	}
	if a.ce && !b.ce && !b.bce {
		b.ce = true
	}
	switch {
	case (a.ordinal > 0 || a.bare) && b.century:
		a.setCentury(a.ordinal + a.day)
		a.ordinal, a.day, a.bare = 0, 0, false
	case a.century && b.ordinal > 0:
		b.bce = b.bce || a.bce
		b.setCentury(b.ordinal)
		b.ordinal = 0
	case a.ordinal > 0:
		a.day, a.ordinal, a.bare = a.ordinal, 0, true
	}
	if b.ordinal > 0 {
		b.day, b.ordinal, b.bare = b.ordinal, 0, true
	}
	if asked := years(a, b); asked != "" {
		return asked, nil
	}
	if a.shortYear && !a.figures && b.figures {
		a.shortYear = false
	}
	if b.day > 0 && b.month == 0 && a.month > 0 {
		b.month, b.bare = a.month, false
	}
	if a.bare && b.month > 0 {
		a.month, a.bare = b.month, false
	}
	if !a.hasYear && b.hasYear && (b.month > 0 || b.season > 0) {
		a.year, a.hasYear, a.shortYear = b.year, true, b.shortYear
	}
	return "", nil
}

// years settles what "the years 1940 to 1945" are: years, or from one decade to another.
func years(a, b *piece) string {
	if !a.decadeWord || b.decadeWord || b.decade || !b.hasYear {
		return ""
	}
	if b.month > 0 || b.season > 0 || b.century || a.about || a.perhaps || b.about || b.perhaps {
		return ""
	}
	if a.year%10 != 0 || b.year%10 != 0 {
		a.decadeWord = false
		return ""
	}
	return fmt.Sprintf("decades, \"%dX/%dX\", or years, \"%d/%d\": write the one that is meant", a.year/10, b.year/10, a.year, b.year)
}

// moment is what a piece says, and what must be asked.
func (r *reader) moment(p piece) (content.Moment, string, error) {
	m := content.Moment{Approximate: p.about, Uncertain: p.perhaps}
	switch {
	case p.asked != "":
		return m, p.asked, nil
	case p.unknown:
		return content.Moment{Unknown: true}, "", nil
	case p.present:
		return content.Moment{Open: true}, "", nil
	case p.figures && p.first > 0:
		if asked := r.order(&p); asked != "" {
			return m, asked, nil
		}
	}
	if p.shortYear && p.figures {
		return m, shortYear(p.year, p.month, p.day), nil
	}
	if !p.hasYear {
		return m, "", noYear(p)
	}
	if p.hundreds && !p.bce && !p.ce {
		return m, "", &content.DateError{Fault: fmt.Sprintf("%d has three figures", p.year), Mend: fmt.Sprintf("write \"0%d\" or \"AD %d\" for the year %d, or the year with all its figures", p.year, p.year, p.year)}
	}
	if p.figures && p.year == 0 {
		return m, "", &content.DateError{Fault: "there is no year 0", Mend: "write 1 BCE, or the year that is meant"}
	}
	m.Year = p.year
	if p.bce && !p.century {
		if p.decade {
			return m, "", &content.DateError{Fault: "a decade before the common era", Mend: `write its first and last year, such as "150-141 BCE"`}
		}
		m.Year = 1 - p.year
	}
	if err := p.precise(&m); err != nil {
		return m, "", err
	}
	if asked := manyYears(p); asked != "" {
		return m, asked, nil
	}
	if err := inCalendar(m); err != nil {
		return m, "", err
	}
	if p.weekday >= 0 {
		if err := onWeekday(m, p.weekday); err != nil {
			return m, "", err
		}
	}
	return m, "", nil
}

// precise fills what a piece says below its year.
func (p piece) precise(m *content.Moment) error {
	switch {
	case p.century:
		m.Precision = content.Century
	case p.decade || p.decadeWord && p.year%10 == 0:
		m.Precision = content.Decade
	case p.season > 0:
		m.Month, m.Precision = p.season, content.Season
	case p.day > 0 && p.month == 0 || p.bare:
		return &content.DateError{Fault: fmt.Sprintf("the day %d has no month", p.day), Mend: fmt.Sprintf("write the date with its month, such as \"%04d-04-%02d\"", p.year, p.day)}
	case p.day > 0:
		m.Month, m.Day, m.Precision = p.month, p.day, content.Day
	case p.month > 0 || p.figures:
		m.Month, m.Precision = p.month, content.Month
		if p.figures && p.month == 0 {
			m.Month, m.Precision = 0, content.Year // 00.00.1944, as databases write it
		}
	default:
		m.Precision = content.Year
	}
	return nil
}

// manyYears asks what "the 1900s" are: English says so of ten years and of a hundred.
func manyYears(p piece) string {
	if !p.decade || p.decadeWord || p.year%100 != 0 || p.year == 2000 || !hasSuffixS(p.text) {
		return ""
	}
	return fmt.Sprintf("\"%dX\" is from %d to %d, \"%dXX\" the whole century: write the one that is meant", p.year/10, p.year, p.year+9, p.year/100)
}

// order settles which of two figures is the day, by the language, or asks.
func (r *reader) order(p *piece) string {
	if r.dayFirst || p.second > 12 {
		p.day, p.month = p.first, p.second
		return ""
	}
	year := p.year
	if p.shortYear {
		year += 1900
	}
	day := content.Moment{Year: year, Month: p.second, Day: p.first, Precision: content.Day}
	turned := content.Moment{Year: year, Month: p.first, Day: p.second, Precision: content.Day}
	return fmt.Sprintf("%q if the day stands first, %q if the month does: write the one that is meant", day.EDTF(), turned.EDTF())
}

// noYear says that a date lacks its year.
func noYear(p piece) error {
	what := "its year"
	if p.ordinal > 0 {
		return &content.DateError{Fault: fmt.Sprintf("%d may be a century or a day", p.ordinal), Mend: fmt.Sprintf("write \"%02dXX\" for the century, or a day with its month and year", p.ordinal-1)}
	}
	if p.bare && p.day >= 32 {
		return &content.DateError{Fault: fmt.Sprintf("%q has two figures", fmt.Sprint(p.day)), Mend: fmt.Sprintf("write all four figures of the year, such as \"19%02d\"", p.day)}
	}
	example := content.Moment{Year: 1994, Month: p.month, Day: p.day, Precision: content.Day}
	switch {
	case p.season > 0:
		example = content.Moment{Year: 1994, Month: p.season, Precision: content.Season}
	case p.month == 0:
		what = "its month and its year"
		example.Month = 4
	case p.day == 0:
		example.Precision = content.Month
	case p.day > 31:
		return &content.DateError{Fault: fmt.Sprintf("the year %02d has two figures", p.day), Mend: fmt.Sprintf("write all its figures, such as \"19%02d-%02d\"", p.day, p.month)}
	}
	if example.Day > 31 || example.Month > 24 {
		return &content.DateError{Fault: "a date without its year", Mend: howTwo}
	}
	return &content.DateError{Fault: "a date without " + what, Mend: fmt.Sprintf("write it whole, such as %q", example.EDTF())}
}

// widened is the month, season, year, decade or century that a moment lies in.
func widened(m content.Moment, to content.Precision) content.Moment {
	w := content.Moment{Year: m.Year, Precision: to}
	floor := func(by int) int { return m.Year - ((m.Year%by)+by)%by }
	switch to {
	case content.Month:
		w.Month = m.Month
	case content.Season:
		if w.Month = 20 + (m.Month%12)/3; w.Month == 20 {
			w.Month = 24
		}
		if m.Month < 3 {
			w.Year--
		}
	case content.Decade:
		w.Year = floor(10)
	case content.Century:
		w.Year = floor(100)
	case content.NoPrecision:
		return content.Moment{Unknown: true}
	}
	return w
}
