package dating_test

import (
	"testing"

	"vigil/content"
	"vigil/content/exchange/dating"
	"vigil/i18n"
)

// TestDatesAsPrinted reads what the kiosk says of a date, in every language, and asks for
// the same date: days of two years, every month and season, decade and century, what
// is about, perhaps, open or not known, and spans of any two.
func TestDatesAsPrinted(t *testing.T) {
	catalogue, err := i18n.Load()
	if err != nil {
		t.Fatal(err)
	}
	dates := manyDates(t)
	for _, lang := range catalogue.Languages() {
		l := catalogue.Locale(lang)
		wrong := 0
		for _, d := range dates {
			said := l.Date(d)
			r, err := dating.Read(said, lang)
			if same(r.Date, d) || l.Date(r.Date) == said && !r.Date.IsZero() {
				// What one language says of two dates alike is either of them.
				continue
			}
			if asks(d) && (r.Asked != "" || err != nil) {
				continue
			}
			if wrong++; wrong < 5 {
				t.Errorf("%s: %s is said %q, which is read as %q, %q, %v", lang, d.EDTF, said, r.Date.EDTF, r.Asked, err)
			}
		}
		t.Logf("%s: %d dates, %d wrong", lang, len(dates), wrong)
	}
}

// same reports whether two dates say the same; some spans of years are decades as well.
func same(a, b content.Date) bool {
	return a.From == b.From && a.To == b.To || !a.IsZero() && doubtless(a) && doubtless(b) && a.Earliest().Equal(b.Earliest()) && a.Latest().Equal(b.Latest())
}

func doubtless(d content.Date) bool {
	ok := func(m content.Moment) bool {
		return !m.Approximate && !m.Uncertain && m.Precision > content.NoPrecision
	}
	return ok(d.From) && ok(d.To)
}

// asks reports whether a date may be asked for: a year of fewer than four figures, and the
// ten years that English calls as it calls a century.
func asks(d content.Date) bool {
	for _, m := range []content.Moment{d.From, d.To} {
		if m.Year > 0 && m.Year < 1000 && m.Precision > content.Decade || m.Precision == content.Decade && m.Year%100 == 0 && m.Year%1000 != 0 {
			return true
		}
	}
	return false
}

func manyDates(t *testing.T) []content.Date {
	t.Helper()
	var moments []content.Moment
	for year := 1944; year <= 1945; year++ {
		for month := 1; month <= 12; month++ {
			for day := 1; day <= 31; day += 3 + 6*(year-1944) {
				moments = append(moments, content.Moment{Year: year, Month: month, Day: day, Precision: content.Day})
			}
			moments = append(moments, content.Moment{Year: year, Month: month, Precision: content.Month})
		}
		for season := 21; season <= 24; season++ {
			moments = append(moments, content.Moment{Year: year, Month: season, Precision: content.Season})
		}
	}
	for _, year := range []int{-500, -146, -1, 0, 1, 45, 476, 999, 1000, 1492, 1800, 1899, 1900, 1943, 1999, 2000, 2024} {
		moments = append(moments, content.Moment{Year: year, Precision: content.Year}, content.Moment{Year: year, Month: 3, Day: 15, Precision: content.Day})
	}
	for year := 1700; year < 2100; year += 10 {
		moments = append(moments, content.Moment{Year: year, Precision: content.Decade})
	}
	for year := 1000; year <= 2000; year += 100 {
		moments = append(moments, content.Moment{Year: year, Precision: content.Century})
	}
	var out []content.Date
	add := func(a, b content.Moment) {
		if a != b && (early(a) || early(b)) {
			return // "1 to 12 January 1944" are days
		}
		if d, err := content.DateOf(a, b); err == nil && d.EDTF != "/" {
			out = append(out, d)
		}
	}
	for i, m := range moments {
		add(m, m)
		about, perhaps, both := m, m, m
		about.Approximate, perhaps.Uncertain, both.Approximate, both.Uncertain = true, true, true, true
		add(about, about)
		add(perhaps, perhaps)
		add(both, both)
		add(m, content.Moment{Open: true})
		add(content.Moment{Open: true}, m)
		add(m, content.Moment{Unknown: true})
		add(content.Moment{Unknown: true}, m)
		for step := 1; step < len(moments); step = step*21 + 1 {
			other := moments[(i*7+step)%len(moments)]
			add(m, other)
			add(about, other)
			other.Uncertain = true
			add(m, other)
		}
		add(m, content.Moment{Year: m.Year, Precision: content.Year})
		add(content.Moment{Year: m.Year, Precision: content.Year}, m)
		if m.Precision == content.Day {
			whole := content.Moment{Year: m.Year, Month: m.Month, Precision: content.Month}
			add(m, whole)
			add(whole, m)
		}
	}
	return out
}

// early reports a year of two figures, which stands for a day as well.
func early(m content.Moment) bool { return m.Year > 0 && m.Year < 100 }
