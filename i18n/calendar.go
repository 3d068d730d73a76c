package i18n

import (
	"fmt"
	"strconv"
	"strings"
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
	"golang.org/x/text/feature/plural"

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

func (l *Locale) year(m content.Moment) string { return l.Digits(strconv.Itoa(m.Year)) }

// month is the name of the month, from CLDR unless the catalogue has another. A
// month that no parsed date has is "": the tables would panic.
func (l *Locale) month(m content.Moment) words {
	if m.Month < 1 || m.Month > 12 {
		return words{}
	}
	kind := []string{inEnglish(m)}
	name := map[string]string{"Month": l.calendar.MonthWide(time.Month(m.Month))}
	name["Month"] = l.fill(l.refined("date.monthname", kind), name)
	return words{alone: name["Month"], of: l.fill(l.refined("date.monthof", kind), name)}
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

func season(m content.Moment) string {
	switch m.Month {
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
