package dating

import (
	"fmt"
	"strings"

	"vigil/content"
)

// piece is one end of a written date as far as it is written: "7" in "7–9 April 1994" has
// neither month nor year.
type piece struct {
	year, month, day int
	season           int
	first, second    int // a day in figures of which either may be the month
	hasYear          bool
	figures          bool // year, month and day as written with full stops or strokes
	bare             bool // nothing but a number of two figures, day
	shortYear        bool
	hundreds         bool // a year of three figures
	decade, century  bool
	decadeWord       bool // "the years 1940"
	ordinal          int  // nothing but "19th", which may be a century or a day
	bce, ce          bool
	about, perhaps   bool
	unknown, present bool
	weekday          int // -1 where none is written
	within           *token
	asked            string
	text             string
}

// parse reads the tokens of one end.
func parse(tokens []token) (piece, error) {
	p := piece{weekday: -1}
	var core []token
	for i, t := range tokens {
		p.text += " " + t.text
		switch t.meaning {
		case noise, part, aside:
		case about:
			p.about = true
		case perhaps:
			p.perhaps = true
		case weekday:
			p.weekday = t.n
		case bce:
			p.bce = true
		case ce:
			p.ce = true
		case present:
			p.present = true
		case unknownEnd:
			p.unknown = true
		case from:
		case and, to, between, before, after, or:
			return p, confused(tokens)
		case endWithin, beginWithin:
			p.within = &tokens[i]
		default:
			core = append(core, t)
		}
	}
	if p.unknown || p.present {
		if len(core) > 0 {
			return p, confused(tokens)
		}
		return p, nil
	}
	return p, p.shape(core, tokens)
}

func confused(tokens []token) error {
	return &content.DateError{Fault: fmt.Sprintf("%q is not one date", brief(words(tokens))), Mend: howTwo}
}

const howTwo = `write one date such as "1994-04-07", or a span such as "1994-04-07/1994-07-15"`

func words(tokens []token) string {
	var out []string
	for _, t := range tokens {
		out = append(out, t.text)
	}
	return strings.Join(out, " ")
}

// shape fills the piece by what numbers and names stand in which order.
func (p *piece) shape(core, all []token) error {
	var b strings.Builder
	var n []int
	for _, t := range core {
		m := t.meaning
		if m == hundreds {
			m, p.hundreds = year, true
		}
		if (m == day || m == ordinal) && t.n == 0 {
			return &content.DateError{Fault: "there is no day 0", Mend: "write the day, or the month and the year alone"}
		}
		b.WriteByte(byte(m))
		n = append(n, t.n)
	}
	at := func(i int) int { return n[i] }
	switch signature := b.String(); signature {
	case "F":
		p.fill(core[0].date)
	case "y", "yk":
		p.setYear(at(0))
	case "ky":
		p.setYear(at(1))
		p.decadeWord = true
	case "n":
		p.day, p.bare = at(0), true
		if p.bce || p.ce {
			p.setYear(at(0))
			p.day, p.bare = 0, false
		}
	case "o":
		p.ordinal = at(0)
	case "m":
		p.month = at(0)
	case "s":
		p.season = at(0)
	case "nm", "om":
		p.day, p.month = at(0), at(1)
	case "mn", "mo":
		p.month, p.day = at(0), at(1)
		if p.bce || p.ce {
			p.setYear(p.day)
			p.day = 0
		}
	case "my":
		p.month = at(0)
		p.setYear(at(1))
	case "ym":
		p.month = at(1)
		p.setYear(at(0))
	case "nmy", "omy":
		p.day, p.month = at(0), at(1)
		p.setYear(at(2))
	case "mny", "moy":
		p.month, p.day = at(0), at(1)
		p.setYear(at(2))
	case "ymn", "ymo":
		p.month, p.day = at(1), at(2)
		p.setYear(at(0))
	case "ny", "oy":
		p.day = at(0)
		p.setYear(at(1))
	case "nn":
		p.day, p.month = at(0), at(1)
		p.shortYear = true
	case "nmn", "omn", "mnn", "mon":
		return p.askShort(core)
	case "sy", "ys":
		p.season = core[strings.IndexByte(signature, 's')].n
		p.setYear(core[strings.IndexByte(signature, 'y')].n)
	case "oc", "co", "nc", "cn":
		p.setCentury(n[0] + n[1])
	case "D", "kD", "Dk":
		p.decade = true
		p.setYear(n[0] + n[len(n)-1]*(len(n)-1))
	case "d", "kd", "dk", "kn", "t", "kt", "tk":
		return p.askDecade(n[0] + n[len(n)-1]*(len(n)-1))
	case "toc", "tco", "tcn", "ktoc", "ktco", "ktcn", "kdcn", "kdco", "kncn", "knco", "tnc":
		return p.decadeOf(core)
	case "koco", "kocn":
		p.decade = true
		p.setYear((at(3)-1)*100 + (at(1)-1)*10)
	default:
		return misshapen(signature, core, all)
	}
	return nil
}

func (p *piece) setYear(year int) { p.year, p.hasYear = year, true }

func (p *piece) setCentury(n int) {
	p.century = true
	p.setYear((n - 1) * 100)
	if p.bce {
		p.year = 1 - n*100
	}
}

func (p *piece) fill(d numeric) {
	p.figures, p.asked = true, d.asked
	p.setYear(d.year)
	p.shortYear = d.short
	p.month, p.day = d.month, d.day
	if !d.ordered {
		p.first, p.second = d.first, d.second
	}
}

func (p *piece) decadeOf(core []token) error {
	var numbers []int
	for _, t := range core {
		if t.meaning != century && t.meaning != decadeWord {
			numbers = append(numbers, t.n)
		}
	}
	if numbers[0]%10 != 0 || numbers[0] > 90 {
		return &content.DateError{Fault: fmt.Sprintf("%q is no decade", brief(strings.TrimSpace(p.text))), Mend: `write "194X" for the 1940s`}
	}
	p.decade = true
	p.setYear((numbers[1]-1)*100 + numbers[0])
	return nil
}

func (p *piece) askDecade(n int) error {
	if n%10 != 0 || n < 10 || n > 90 {
		return &content.DateError{Fault: fmt.Sprintf("%q is no decade", brief(strings.TrimSpace(p.text))), Mend: `write "194X" for the 1940s`}
	}
	p.asked = fmt.Sprintf("of which century are the years %d? Write \"19%dX\" for those from 19%d to 19%d", n, n/10, n, n+9)
	return nil
}

// askShort asks for the century of a day with a year of two figures.
func (p *piece) askShort(core []token) error {
	d, m, y := core[0].n, core[1].n, core[2].n
	if core[0].meaning == month {
		d, m = m, d
	}
	if p.bce || p.ce {
		p.day, p.month = d, m
		p.setYear(y)
		return nil
	}
	p.asked = shortYear(y, m, d)
	return nil
}

func shortYear(year, month, day int) string {
	m := content.Moment{Year: 1900 + year, Month: month, Day: day, Precision: content.Day}
	return fmt.Sprintf("the year %02d has two figures: write %q if %d is meant", year, m.EDTF(), m.Year)
}

// misshapen says what is wrong where numbers and names make no date.
func misshapen(signature string, core, all []token) error {
	text := brief(words(all))
	switch {
	case len(core) == 0:
		return &content.DateError{Fault: fmt.Sprintf("%q has no date in it", text), Mend: `write a date such as "1994-04-07", "1994-04" or "1994"`}
	case strings.Contains(signature, "L"):
		return &content.DateError{Fault: fmt.Sprintf("%q has a number that is no year", text), Mend: "write the year with four figures"}
	}
	return &content.DateError{Fault: fmt.Sprintf("%q is not one date", text), Mend: howTwo}
}

// hasSuffixS reports whether a decade was written as English does: "1900s".
func hasSuffixS(text string) bool { return strings.HasSuffix(strings.TrimSpace(text), "0s") }
