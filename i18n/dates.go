package i18n

import (
	"strconv"
	"time"

	"github.com/go-playground/locales"
	"github.com/go-playground/locales/ar"
	"github.com/go-playground/locales/bs"
	"github.com/go-playground/locales/de"
	"github.com/go-playground/locales/en"
	"github.com/go-playground/locales/es"
	"github.com/go-playground/locales/fr"
	"github.com/go-playground/locales/he"
	"github.com/go-playground/locales/rw"

	"vigil/content"
)

// calendar has the month names of a language, from CLDR.
func calendar(lang content.Lang) locales.Translator {
	switch lang {
	case "ar":
		return ar.New()
	case "bs":
		return bs.New()
	case "de":
		return de.New()
	case "es":
		return es.New()
	case "fr":
		return fr.New()
	case "he":
		return he.New()
	case "rw":
		return rw.New()
	default:
		return en.New()
	}
}

// Date is a date in words, never in figures alone: "11 July 1995", "April 1992
// to February 1993", "about 1954", "since 2003". No date is "".
func (l *Locale) Date(d content.Date) string {
	switch {
	case d.IsZero():
		return ""
	case !d.IsSpan():
		return l.qualified(d.From, l.moment(d.From))
	case d.To.Open:
		return l.with("date.since", "Date", l.qualified(d.From, l.moment(d.From)))
	case d.From.Open:
		return l.with("date.until", "Date", l.qualified(d.To, l.moment(d.To)))
	case d.To.Unknown:
		return l.with("date.endunknown", "Date", l.qualified(d.From, l.moment(d.From)))
	case d.From.Unknown:
		return l.with("date.beginunknown", "Date", l.qualified(d.To, l.moment(d.To)))
	default:
		return l.span(d)
	}
}

// with fills one word into a message.
func (l *Locale) with(id, name, value string) string {
	return l.fill(id, map[string]string{name: value})
}

func (l *Locale) qualified(m content.Moment, words string) string {
	switch {
	case m.Approximate && m.Uncertain:
		return l.with("date.perhapsabout", "Date", words)
	case m.Approximate:
		return l.with("date.about", "Date", words)
	case m.Uncertain:
		return l.with("date.perhaps", "Date", words)
	default:
		return words
	}
}

func (l *Locale) moment(m content.Moment) string {
	year := l.year(m)
	switch m.Precision {
	case content.Century:
		return l.with("date.century", "Year", year)
	case content.Decade:
		return l.with("date.decade", "Year", year)
	case content.Season:
		return l.fill("date.season", map[string]string{"Season": l.Say("date." + season(m.Month)), "Year": year})
	case content.Month:
		return l.fill("date.month", map[string]string{"Month": l.month(m), "Year": year})
	case content.Day:
		return l.fill("date.day", map[string]string{"Day": l.day(m), "Month": l.month(m), "Year": year})
	default:
		return year
	}
}

// span says a date with two ends, and what the ends share only once.
func (l *Locale) span(d content.Date) string {
	from, to := d.From, d.To
	plain := !from.Approximate && !from.Uncertain && !to.Approximate && !to.Uncertain
	sameYear := plain && from.Year == to.Year && from.Precision == to.Precision
	switch {
	case sameYear && from.Precision == content.Day && from.Month == to.Month:
		return l.fill("date.days", map[string]string{"From": l.day(from), "To": l.day(to), "Month": l.month(to), "Year": l.year(to)})
	case sameYear && from.Precision == content.Day:
		begin := l.fill("date.daymonth", map[string]string{"Day": l.day(from), "Month": l.month(from)})
		return l.between(begin, l.moment(to))
	case sameYear && from.Precision == content.Month:
		return l.between(l.month(from), l.moment(to))
	default:
		return l.between(l.qualified(from, l.moment(from)), l.qualified(to, l.moment(to)))
	}
}

func (l *Locale) between(from, to string) string {
	return l.fill("date.range", map[string]string{"From": from, "To": to})
}

func (l *Locale) year(m content.Moment) string { return l.Digits(strconv.Itoa(m.Year)) }

func (l *Locale) month(m content.Moment) string { return l.calendar.MonthWide(time.Month(m.Month)) }

// day is the day of the month; the first has a form of its own in French.
func (l *Locale) day(m content.Moment) string {
	if m.Day == 1 {
		return l.Say("date.first")
	}
	return l.Digits(strconv.Itoa(m.Day))
}

func season(month int) string {
	switch month {
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
