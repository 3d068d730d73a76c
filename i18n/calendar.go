package i18n

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/feature/plural"

	"vigil/content"
)

// kinds names what a moment is, the narrowest first.
func kinds(m content.Moment) []string {
	switch m.Precision {
	case content.Century:
		return []string{"century"}
	case content.Decade:
		return []string{fmt.Sprintf("%02d", m.Year%100), "decade"}
	case content.Year:
		return []string{"year"}
	case content.Season:
		return []string{season(m), "season"}
	case content.Month:
		return []string{inEnglish(m), "month"}
	case content.Day:
		return []string{"day"}
	default:
		return nil
	}
}

// moment says one end of a date without its doubt; the year given is left out
// of a day, month or season.
func (l *Locale) moment(m content.Moment, without int) words {
	switch m.Precision {
	case content.NoPrecision:
		return words{}
	case content.Century, content.Decade:
		if m.Year < 10 && (m.Year < 0 || m.Precision == content.Decade) {
			return l.years(m)
		}
	}
	switch m.Precision {
	case content.Century:
		return l.both("date.century", map[string]string{"Ordinal": l.century(m)})
	case content.Decade:
		return l.both(l.refined("date.decade", kinds(m)), map[string]string{"Year": l.year(m), "Ordinal": l.century(m)})
	case content.Year:
		return l.both("date.year", map[string]string{"Year": l.year(m)})
	default:
		return l.within(m, m.Year == without)
	}
}

// within says a day, month or season, without its year or with it.
func (l *Locale) within(m content.Moment, yearless bool) words {
	switch m.Precision {
	case content.Season:
		name := l.both("date."+season(m), nil)
		if yearless {
			return name
		}
		return l.both(l.refined("date.season", kinds(m)), map[string]string{"Season": name.alone, "SeasonOf": name.of, "Year": l.year(m)})
	case content.Month:
		name := l.month(m)
		if yearless {
			return name
		}
		return l.both("date.month", map[string]string{"Month": name.alone, "MonthOf": name.of, "Year": l.year(m)})
	default:
		name := l.month(m)
		values := map[string]string{"Day": l.day(m), "Month": name.alone, "MonthOf": name.of, "Year": l.year(m)}
		if yearless {
			return l.both("date.daymonth", values)
		}
		return l.both("date.day", values)
	}
}

// years says a decade or century that has no name by its first and last year.
func (l *Locale) years(m content.Moment) words {
	first, last := content.Moment{Year: m.Year, Precision: content.Year}, content.Moment{Year: m.Year + 9, Precision: content.Year}
	if m.Precision == content.Century {
		last.Year = m.Year + 99
	}
	said := l.span(first, last, 0)
	return words{alone: said, of: said}
}

// year is a year's number; before 1 it is counted as people do, so that 0 is
// 1 BCE and -146 is 147 BCE.
func (l *Locale) year(m content.Moment) string {
	if m.Year > 0 {
		return l.Digits(strconv.Itoa(m.Year))
	}
	number := l.Digits(strconv.Itoa(1 - m.Year))
	if l.own.ids["date.before"] {
		return l.fill("date.before", map[string]string{"Year": number})
	}
	return number + " " + l.names().Before
}

// YearOf is a year of the calendar by its number, 0 being 1 BCE.
func (l *Locale) YearOf(year int) string {
	return l.dating().moment(content.Moment{Year: year, Precision: content.Year}, noYear).alone
}

// noYear is the year of no date.
const noYear = content.FirstYear - 1

// month is the name of the month, from CLDR unless the catalogue has another.
func (l *Locale) month(m content.Moment) words {
	if m.Month < 1 || m.Month > 12 {
		return words{}
	}
	kind := []string{inEnglish(m)}
	say := func(id string, list []string) string {
		return l.fill(l.refined(id, kind), map[string]string{"Month": of(list, m.Month)})
	}
	return words{alone: say("date.monthname", l.names().Alone), of: say("date.monthof", l.names().Months)}
}

// inEnglish is the English name of the month, by which messages are refined.
func inEnglish(m content.Moment) string { return strings.ToLower(time.Month(m.Month).String()) }

// day is the day of the month; the first has a form of its own in French.
func (l *Locale) day(m content.Moment) string {
	if m.Day == 1 {
		return l.Say("date.first")
	}
	return l.Digits(strconv.Itoa(m.Day))
}

// century is the number of the century as the language counts: "20th", "XXe".
func (l *Locale) century(m content.Moment) string {
	n := m.Year/100 + 1
	form := ordinalForm(plural.Ordinal.MatchPlural(l.tag, n, 0, 0, 0, 0))
	id := l.refined("date.ordinal", []string{form})
	return l.fill(id, map[string]string{"Number": l.Digits(strconv.Itoa(n)), "Roman": roman(n)})
}

// ordinalForm is CLDR's name of a form, by which date.ordinal is refined.
func ordinalForm(f plural.Form) string {
	switch f {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	default:
		return "other"
	}
}

// roman writes 1 to 100, the centuries a date can have.
func roman(n int) string {
	tens := []string{"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC", "C"}
	ones := []string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}
	if n < 1 || n > 100 {
		return strconv.Itoa(n)
	}
	return tens[n/10] + ones[n%10]
}

func season(m content.Moment) string { return seasonName(m.Month) }

// seasonName is the English name of a season by its number in EDTF.
func seasonName(season int) string {
	switch season {
	case 21:
		return "spring"
	case 22:
		return "summer"
	case 23:
		return "autumn"
	default:
		return "winter"
	}
}
