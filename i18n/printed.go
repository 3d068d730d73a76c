package i18n

import (
	"slices"
	"strconv"
	"strings"

	"vigil/content"
)

// printed reads what Locale.Date says. It does not take a date apart, for each
// language builds it in its own way: it makes the few dates that have the numbers
// and months of the text, says each, and takes the one that reads the same.
func (r *Reader) printed(typed string, lang content.Lang) (content.Date, bool) {
	text := r.fold(typed)
	if !strings.ContainsAny(text, "0123456789") && !slices.ContainsFunc(strings.Fields(text), func(w string) bool { return romanNumber(w) > 0 }) {
		return content.Date{}, false
	}
	said := saying{fold: r.fold, text: text}
	for _, w := range strings.Fields(text) {
		said.note(w)
	}
	slices.Sort(said.years)
	slices.Reverse(said.years) // of two readings the one with the later year is meant
	languages := append([]content.Lang{lang}, r.c.Languages()...)
	for i, other := range languages {
		if i > 0 && other == lang {
			continue
		}
		said.months = said.spoken(r.says[other])
		if d, ok := said.in(r.c.Locale(other)); ok {
			return d, true
		}
	}
	return content.Date{}, false
}

// saying is a text that may be a date, and the numbers in it.
type saying struct {
	fold                func(string) string
	text                string // folded
	days, months, years []int
	centuries           []int
}

// spoken are the months that a language names in the text, be they joined to other
// words.
func (s *saying) spoken(names [13][]string) []int {
	var out []int
	for month, list := range names {
		if slices.ContainsFunc(list, func(name string) bool { return strings.Contains(s.text, name) }) {
			out = append(out, month)
		}
	}
	return out
}

func (s *saying) note(word string) {
	n := leadingNumber(word)
	if roman := romanNumber(word); roman > 0 {
		s.centuries = append(s.centuries, roman)
	}
	switch {
	case n < 0:
		return
	case n >= 1 && n <= 31:
		s.days = append(s.days, n)
		if n <= 22 {
			s.centuries = append(s.centuries, n)
		}
	}
	if n <= content.LastYear+1 {
		s.years = append(s.years, n)
	}
}

// in finds the date that a language says so.
func (s *saying) in(l *Locale) (content.Date, bool) {
	l = l.dating()
	if d, ok := s.nineties(l); ok {
		return d, true
	}
	moments := s.moments(l)
	if len(moments) == 0 || len(moments) > mostMoments {
		return content.Date{}, false
	}
	doubts := s.doubts(l)
	for _, m := range moments {
		if !s.uses(m, m) {
			continue
		}
		for _, doubt := range doubts {
			one := doubt(m)
			if d, ok := s.same(l, one, one); ok {
				return d, true
			}
			for _, other := range append([]content.Moment{{Open: true}, {Unknown: true}}, around(m)...) {
				if d, ok := s.same(l, one, other); ok {
					return d, true
				}
				if d, ok := s.same(l, other, one); ok {
					return d, true
				}
			}
		}
	}
	for _, from := range moments {
		for _, to := range moments {
			if !s.uses(from, to) {
				continue
			}
			for _, first := range doubts {
				for _, second := range doubts {
					a, b := first(from), second(to)
					if d, ok := s.same(l, a, b); a != b && ok {
						return d, true
					}
				}
			}
		}
	}
	return content.Date{}, false
}

// nineties reads a decade by its two figures, "années 90": of the last century.
func (s *saying) nineties(l *Locale) (content.Date, bool) {
	if len(s.years) != 1 || s.years[0] < 10 || s.years[0] >= 100 || s.years[0]%10 != 0 || len(s.months) > 0 {
		return content.Date{}, false
	}
	decade := content.Moment{Year: 1900 + s.years[0], Precision: content.Decade}
	whole := s.fold(l.moment(decade, noYear).alone)
	short := strings.Replace(whole, strconv.Itoa(decade.Year), strconv.Itoa(s.years[0]), 1)
	if whole == short || s.text != short && strings.TrimPrefix(short, "the ") != s.text && s.text != strings.ReplaceAll(short, " ", "") {
		return content.Date{}, false
	}
	d, err := content.DateOf(decade, decade)
	return d, err == nil
}

// most is how many months a date names.
const most = 2

// mostMoments bounds the work that a text can ask for.
const mostMoments = 96

// moments are what can be made of the numbers and months, and of the names of
// seasons.
func (s *saying) moments(l *Locale) []content.Moment {
	var out []content.Moment
	add := func(m content.Moment) {
		if m.Year < content.FirstYear || m.Year > content.LastYear || slices.Contains(out, m) {
			return
		}
		if _, err := content.ParseDate(m.EDTF()); err == nil {
			out = append(out, m)
		}
	}
	years := slices.Clone(s.years)
	if l.own.ids["date.before"] || l.names().Before != "" {
		for _, y := range s.years {
			if s.mentions(l.year(content.Moment{Year: 1 - y})) {
				years = append(years, 1-y)
			}
		}
	}
	days := s.days
	if s.mentions(l.Say("date.first")) {
		days = append([]int{1}, days...)
	}
	seasons := s.seasons(l)
	for _, y := range years {
		for _, month := range s.months {
			if y > 0 && y < 100 {
				break // "July 11" is no year
			}
			for _, day := range days {
				add(content.Moment{Year: y, Month: month, Day: day, Precision: content.Day})
			}
			add(content.Moment{Year: y, Month: month, Precision: content.Month})
		}
		for _, season := range seasons {
			add(content.Moment{Year: y, Month: season, Precision: content.Season})
		}
		add(content.Moment{Year: y, Precision: content.Year})
		if y%10 == 0 || y < 10 {
			add(content.Moment{Year: y - y%10, Precision: content.Decade})
		}
		if y < 0 {
			add(content.Moment{Year: y, Precision: content.Decade})
			add(content.Moment{Year: y, Precision: content.Century})
		}
	}
	century := l.both("date.century", map[string]string{"Ordinal": ""})
	if s.mentions(longest(s.fold(century.alone))) || s.mentions(longest(s.fold(century.of))) {
		for _, c := range s.centuries {
			add(content.Moment{Year: (c - 1) * 100, Precision: content.Century})
			for decade := range 10 {
				add(content.Moment{Year: (c-1)*100 + 10*decade, Precision: content.Decade})
			}
		}
	}
	return out
}

// around are the century, decade, year, season and month that include a moment.
func around(m content.Moment) []content.Moment {
	var out []content.Moment
	first := func(by int) int { return m.Year - ((m.Year%by)+by)%by }
	whole := []content.Moment{
		{Year: first(100), Precision: content.Century}, {Year: first(10), Precision: content.Decade}, {Year: m.Year, Precision: content.Year},
		{Year: m.Year, Month: m.Month, Precision: content.Month},
	}
	for season := 21; season <= 24; season++ {
		whole = append(whole, content.Moment{Year: m.Year, Month: season, Precision: content.Season}, content.Moment{Year: m.Year - 1, Month: season, Precision: content.Season})
	}
	for _, w := range whole {
		if w.Precision < m.Precision && w.Includes(m) {
			out = append(out, w)
		}
	}
	return out
}

// longest is the longest of some words.
func longest(words string) string {
	return slices.MaxFunc(append(strings.Fields(words), ""), func(a, b string) int { return len(a) - len(b) })
}

func (s *saying) seasons(l *Locale) []int {
	var out []int
	for season := 21; season <= 24; season++ {
		name := l.both("date."+seasonName(season), nil)
		if s.mentions(name.alone) || s.mentions(name.of) {
			out = append(out, season)
		}
	}
	return out
}

// mentions reports whether the text has some words, be they joined to others.
func (s *saying) mentions(words string) bool {
	words = s.fold(words)
	return words != "" && strings.Contains(s.text, words)
}

// doubts are the ways in which a moment of the text may be doubtful.
func (s *saying) doubts(l *Locale) []func(content.Moment) content.Moment {
	out := []func(content.Moment) content.Moment{func(m content.Moment) content.Moment { return m }}
	for id, doubt := range map[string]func(content.Moment) content.Moment{
		"date.about":   func(m content.Moment) content.Moment { m.Approximate = true; return m },
		"date.perhaps": func(m content.Moment) content.Moment { m.Uncertain = true; return m },
		"date.perhapsabout": func(m content.Moment) content.Moment {
			m.Approximate, m.Uncertain = true, true
			return m
		},
	} {
		first, _, _ := strings.Cut(s.fold(l.fill(id, map[string]string{"Date": "", "The": "", "To": ""})), " ")
		if strings.Contains(s.text, first) {
			out = append(out, doubt)
		}
	}
	return out
}

// uses reports whether two moments leave no number of the text unused.
func (s *saying) uses(from, to content.Moment) bool {
	for _, m := range s.months {
		// The name of a season may hold those of its months, and one month's another's.
		if from.Precision == content.Season || to.Precision == content.Season || from.Month == 0 && to.Month == 0 {
			continue
		}
		if len(s.months) > most {
			break
		}
		if from.Month != m && to.Month != m {
			return false
		}
	}
	for _, n := range s.years {
		if !uses(from, n) && !uses(to, n) {
			return false
		}
	}
	return true
}

func uses(m content.Moment, n int) bool {
	return m.Year == n || m.Year == 1-n || m.Day == n || m.Precision <= content.Decade && (m.Year/100+1 == n || m.Year >= 0 && m.Year%100 == n || m.Year == n-9 || m.Year == -n || m.Year == 1-n-9 || m.Year+9 == n || m.Year+99 == n || m.Year+99 == 1-n || m.Year+9 == 1-n)
}

// same reports whether a language says a date as the text does.
func (s *saying) same(l *Locale, from, to content.Moment) (content.Date, bool) {
	d := content.Date{From: from, To: to}
	d.EDTF = from.EDTF()
	if from != to {
		d.EDTF += "/" + to.EDTF()
	}
	if s.fold(l.Date(d)) != s.text {
		return content.Date{}, false
	}
	parsed, err := content.ParseDate(d.EDTF)
	return parsed, err == nil
}

// leadingNumber is the number that a folded word is, with letters before or after
// it: "1990s", "11th", "ב11"; -1 where there is none.
func leadingNumber(word string) int {
	begin := strings.IndexAny(word, "0123456789")
	if begin < 0 {
		return -1
	}
	n, digits := 0, 0
	for _, r := range word[begin:] {
		if r < '0' || r > '9' {
			break
		}
		if digits++; digits > 5 {
			return -1
		}
		n = 10*n + int(r-'0')
	}
	return n
}

// romanNumber is the number that a folded word begins with in Roman figures, "xxe"
// as well; 0 where there is none.
func romanNumber(word string) int {
	for n := 30; n >= 1; n-- {
		if rest, ok := strings.CutPrefix(word, strings.ToLower(roman(n))); ok && len(rest) <= 2 {
			return n
		}
	}
	return 0
}
