package i18n

import (
	"vigil/content"
)

// Date is a date in words, never in figures alone: "11 July 1995", "April 1992
// to February 1993", "about 1954", "since 2003". No date is "".
func (l *Locale) Date(d content.Date) string { return l.borrowed(l.dating().date(d, noYear)) }

// borrowed is words about a date, isolated where they are English words on a page that
// runs the other way.
func (l *Locale) borrowed(said string) string {
	if l.rtl && said != "" && l.dating() != l {
		return leftToRight(said)
	}
	return said
}

// DateShort is a date for the margin of a timeline, where the year that Year
// gives stands beside it: "11 July", "April", "24 May to 30 August". Of a span over
// several years both are given: "April 1992 to February 1993". Where the year is all that is known it is "".
func (l *Locale) DateShort(d content.Date) string { return l.borrowed(l.dating().dateShort(d)) }

func (l *Locale) dateShort(d content.Date) string {
	if !d.IsSpan() && d.From.Precision == content.Year && certain(d.From) {
		return ""
	}
	if d.IsSpan() && d.From.Precision != content.NoPrecision && d.To.Precision != content.NoPrecision && d.From.Year != d.To.Year {
		return l.Date(d)
	}
	return l.date(d, beside(d).Year)
}

// Year is the year in which a date begins, or, where that is open or unknown,
// ends: "1995". Of a date known no closer than a decade or century it is that:
// "the 1990s". No date is "".
func (l *Locale) Year(d content.Date) string { return l.borrowed(l.dating().yearOf(d)) }

func (l *Locale) yearOf(d content.Date) string {
	m := beside(d)
	if d.IsZero() || m.Precision == content.Decade || m.Precision == content.Century {
		return l.moment(m, noYear).alone
	}
	m.Precision = content.Year
	return l.moment(m, noYear).alone
}

// dating is the locale that says dates: a language that has no words for them leaves
// all of a date to English, for half of one in each is neither.
func (l *Locale) dating() *Locale {
	if l.own.ids["date.day"] {
		return l
	}
	return l.english
}

// beside is the end of a date whose year stands for it on a timeline.
func beside(d content.Date) content.Moment {
	if d.From.Precision == content.NoPrecision {
		return d.To
	}
	return d.From
}

// date says a date; the year given is left out where the language can.
func (l *Locale) date(d content.Date, without int) string {
	switch {
	case d.IsZero():
		return ""
	case !d.IsSpan():
		return l.phrase(d.From, without).alone
	case d.To.Open:
		return l.around("date.since", l.phrase(d.From, without))
	case d.From.Open:
		return l.around("date.until", l.phrase(d.To, without))
	case d.To.Unknown:
		return l.around("date.endunknown", l.phrase(d.From, without))
	case d.From.Unknown:
		return l.around("date.beginunknown", l.phrase(d.To, without))
	default:
		return l.span(d.From, d.To, without)
	}
}

// span says a date with two ends, and what the ends share only once.
func (l *Locale) span(from, to content.Moment, without int) string {
	if said, ok := l.loose(from, to, without); ok {
		return said
	}
	shared := from.Year == to.Year && fine(from) && fine(to)
	if shared && from.Precision == content.Day && to.Precision == content.Day && from.Month == to.Month {
		return l.days(from, to, without)
	}
	begin := l.phrase(from, without)
	if shared {
		begin = l.phrase(from, to.Year)
	}
	end := l.phrase(to, without)
	return l.fill("date.range", map[string]string{"From": l.form("date.from", begin), "To": l.form("date.to", end)})
}

// loose says a span of which one end is known less closely than the other and
// includes it: 22 July 1942 to some day of that month. "To July 1942" would say
// that it ended before it began.
func (l *Locale) loose(from, to content.Moment, without int) (string, bool) {
	switch {
	case to.Precision < from.Precision && certain(to) && to.Includes(from):
		return l.around(l.refined("date.endwithin", kinds(to)), l.phrase(from, without)), true
	case from.Precision < to.Precision && certain(from) && from.Includes(to):
		return l.around(l.refined("date.beginwithin", kinds(from)), l.phrase(to, without)), true
	}
	return "", false
}

// days says a span of days within one month.
func (l *Locale) days(from, to content.Moment, without int) string {
	month := l.month(to)
	values := map[string]string{
		"First": l.day(from), "Last": l.day(to), "Month": month.alone, "MonthOf": month.of, "Year": l.year(to),
	}
	if to.Year == without {
		return l.fill("date.daysmonth", values)
	}
	return l.fill("date.days", values)
}

// fine reports whether a moment is certain and closer than its year.
func fine(m content.Moment) bool { return certain(m) && m.Precision >= content.Season }

func certain(m content.Moment) bool { return !m.Approximate && !m.Uncertain }

// words say a moment as it stands alone and, where the language bends it, after
// another word: Bosnian "april 1992.", "do aprila 1992."
type words struct{ alone, of string }

// both fills in a message and, for what stands after another word, its -of.
func (l *Locale) both(id string, values map[string]string) words {
	alone := l.fill(id, values)
	if bent := id + "-of"; l.own.ids[bent] {
		return words{alone: alone, of: l.fill(bent, values)}
	}
	return words{alone: alone, of: alone}
}

// phrase is a moment in words and the kinds of thing it is, the narrowest first,
// by which messages are refined: "avril" is "april" and "month".
type phrase struct {
	words
	kinds []string
}

// phrase says a moment with its doubt.
func (l *Locale) phrase(m content.Moment, without int) phrase {
	p := phrase{l.moment(m, without), kinds(m)}
	switch {
	case m.Approximate && m.Uncertain:
		return l.doubtful("date.perhapsabout", p)
	case m.Approximate:
		return l.doubtful("date.about", p)
	case m.Uncertain:
		return l.doubtful("date.perhaps", p)
	default:
		return p
	}
}

// doubtful is a phrase that begins with its doubt and bends no further.
func (l *Locale) doubtful(id string, p phrase) phrase {
	said := l.around(id, p)
	return phrase{words: words{alone: said, of: said}}
}

// around fills a phrase into a message that puts words before or after it.
func (l *Locale) around(id string, p phrase) string {
	return l.fill(l.refined(id, p.kinds), map[string]string{
		"Date": p.alone, "The": l.form("date.the", p), "To": l.form("date.to", p),
	})
}

// form is a phrase with the article or preposition that the language gives it.
func (l *Locale) form(id string, p phrase) string {
	return l.fill(l.refined(id, p.kinds), map[string]string{"Date": p.alone, "Of": p.of})
}

// refined is the message a language has for the narrowest of the kinds, or the
// message for all.
func (l *Locale) refined(id string, kinds []string) string {
	for _, kind := range kinds {
		if narrow := id + "-" + kind; l.own.ids[narrow] {
			return narrow
		}
	}
	return id
}
