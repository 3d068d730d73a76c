package timelinejs

import (
	"errors"
	"regexp"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/dating"
)

// when is the date of a slide, and a note of what is shown as its date and says more. It
// reports false where there is none that could be read, which the report says.
func (r *reader) when(s slide) (content.Date, string, bool) {
	if s.start.empty() {
		mend := "write its year into the column Year, or take the row out"
		if s.place("").Path != "" {
			mend = `write "start_date": {"year": "1994"}, or take the slide out`
		}
		r.d.Note(exchange.LeftOut, s.place("start_date/year"), "no-date", "this slide has no year, and TimelineJS does not show it either: "+r.named(s), mend)
		return content.Date{}, "", false
	}
	start, ok := r.one(s, s.start, "start_date")
	if !ok {
		return content.Date{}, "", false
	}
	date := start.Date
	notes := []string{start.Note}
	if end := r.completed(s); !end.empty() {
		last, ok := r.one(s, end, "end_date")
		if !ok {
			return content.Date{}, "", false
		}
		notes = append(notes, last.Note)
		joined, err := content.DateOf(start.Date.From, last.Date.To)
		if err != nil {
			r.wrong(s.place("end_date/year"), s, err)
			return content.Date{}, "", false
		}
		date = joined
	}
	date, said := r.shown(s, date)
	notes = append(notes, said)
	return date, joinLines(notes), true
}

// joinLines are the lines that say something, each once.
func joinLines(lines []string) string {
	var out []string
	for _, l := range lines {
		if l != "" && !strings.Contains(strings.Join(out, "\n"), l) {
			out = append(out, l)
		}
	}
	return strings.Join(out, "\n\n")
}

// completed is the end of a slide with what it does not say taken from the beginning.
func (r *reader) completed(s slide) written {
	end := s.end
	if !end.empty() || strings.TrimSpace(end.month+end.day) == "" {
		return end
	}
	end.year = s.start.year
	if end.month == "" && end.day != "" {
		end.month = s.start.month
	}
	part := "end_date/month"
	if s.end.month == "" {
		part = "end_date/day"
	}
	r.d.Note(exchange.Altered, s.place(part), "end", "this end has no year, and TimelineJS drops it; it was read as "+authoring.Quote(strings.Join(strings.Fields(end.day+" "+end.month+" "+end.year), " ")), "")
	return end
}

// thousands is a year as a spreadsheet may show a number.
var thousands = regexp.MustCompile(`^-?\d{1,3}(,\d{3})+$`)

// one reads one end of a date.
func (r *reader) one(s slide, w written, part string) (dating.Reading, bool) {
	if w.whole != "" {
		return r.whole(s, w.whole, part)
	}
	year := strings.Join(strings.Fields(w.year), "")
	if _, err := dating.FromTimeline(w.year, "", "", r.d.Lang); err == nil {
		year = w.year
	}
	if thousands.MatchString(year) {
		year = strings.ReplaceAll(year, ",", "")
	}
	r.clock(s, w, part)
	steps := []struct{ name, month, day string }{{"/year", "", ""}, {"/month", w.month, ""}, {"/day", w.month, w.day}}
	var got dating.Reading
	for _, step := range steps {
		var err error
		if got, err = dating.FromTimeline(year, step.month, step.day, r.d.Lang); err != nil {
			r.wrong(s.place(part+step.name), s, err)
			return got, false
		}
		if got.Asked != "" || got.Date.IsZero() {
			r.asked(s.place(part+step.name), s, got)
			return got, false
		}
	}
	if strings.HasPrefix(strings.TrimSpace(year), "-") {
		r.d.Once(exchange.Altered, s.place(part+"/year"), "era", "years before the common era are counted as TimelineJS shows them: -1 is 1 BCE, which is written 0000 here", "")
	}
	return got, true
}

// clock says that a time of day does not come over.
func (r *reader) clock(s slide, w written, part string) {
	if strings.Trim(w.time, "0: .") == "" {
		return
	}
	place := s.place(part + "/time")
	if place.Path != "" {
		place = s.place(part + "/hour")
	}
	r.d.Once(exchange.Altered, place, "time", "dates go down to the day here: the time "+authoring.Quote(w.time)+" did not come over", "write it into the text where it matters")
}

var (
	american  = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(-?\d{1,6})\b(.*)$`)
	monthYear = regexp.MustCompile(`^(\d{1,2})/(\d{3,4})\b(.*)$`)
)

// whole reads a date that stands in one text, as version 1 of the sheet has it: month, day
// and year where they are parted by strokes.
func (r *reader) whole(s slide, text, part string) (dating.Reading, bool) {
	text = strings.TrimSpace(text)
	if m := american.FindStringSubmatch(text); m != nil {
		r.d.Once(exchange.Decide, s.place(part), "strokes", "a date such as "+authoring.Quote(text)+" is read as month, day and year, as TimelineJS does", "look whether they were written so")
		return r.one(s, written{year: m[3], month: m[1], day: m[2], time: strings.TrimSpace(m[4])}, part)
	}
	if m := monthYear.FindStringSubmatch(text); m != nil {
		return r.one(s, written{year: m[2], month: m[1], time: strings.TrimSpace(m[3])}, part)
	}
	got, err := dating.Read(text, r.d.Lang)
	switch {
	case err != nil:
		r.wrong(s.place(part), s, err)
		return got, false
	case got.Asked != "" || got.Date.IsZero():
		r.asked(s.place(part), s, got)
		return got, false
	}
	return got, true
}

// wrong names a date that cannot be read.
func (r *reader) wrong(at exchange.Place, s slide, err error) {
	fault, mend := err.Error(), "write the date anew"
	var bad *content.DateError
	switch {
	case errors.As(err, &bad):
		fault, mend = bad.Fault, bad.Mend
	case errors.Is(err, content.ErrReversed):
		fault, mend = "it ends before it begins", "look which of the two dates is wrong"
	}
	r.d.Note(exchange.LeftOut, at, "date", r.named(s)+" did not come over: "+fault, mend)
}

// asked names a date that a person must decide.
func (r *reader) asked(at exchange.Place, s slide, got dating.Reading) {
	why := got.Asked
	if why == "" {
		why = "it is said to be undated"
	}
	r.d.Note(exchange.LeftOut, at, "date", r.named(s)+" did not come over: "+why, "write the date so that it can be read in one way only")
}

// named is a slide by its headline.
func (r *reader) named(s slide) string {
	line, _ := r.line(s.headline)
	if line == "" {
		line, _ = r.line(s.text)
	}
	if line == "" {
		return "a slide without words"
	}
	return authoring.Quote(line)
}

// shown compares a date with what is shown instead of it. Where that says that the date is
// about, perhaps or of a season or decade, it is the date; where it says something else
// that is more, it is a note.
func (r *reader) shown(s slide, date content.Date) (content.Date, string) {
	display, part := s.display, "display_date"
	if display == "" && s.start.display+s.end.display != "" {
		display, part = joinWords(s.start.display, s.end.display), "start_date/display_date"
	}
	line, _ := r.line(display)
	if line == "" {
		return date, ""
	}
	got, err := dating.Read(line, r.d.Lang)
	if err != nil || got.Asked != "" || got.Date.IsZero() {
		return date, line
	}
	switch {
	case got.Date == date, same(got.Date, date):
		return date, got.Note
	case within(date, got.Date) && softer(got.Date):
		r.d.Once(exchange.Altered, s.place(part), "display-date", "the date that is shown, such as "+authoring.Quote(line)+", says that it is less exact than the date of the slide, and is the date here", "")
		return got.Date, got.Note
	case within(date, got.Date):
		r.d.Once(exchange.Altered, s.place(part), "display-date", "the date that is shown, such as "+authoring.Quote(line)+", says less than the date of the slide, which is shown here", "")
		return date, ""
	}
	return date, line
}

func joinWords(from, to string) string {
	if from == "" || to == "" {
		return from + to
	}
	return from + " – " + to
}

// same reports whether two dates are of the same days and equally sure.
func same(a, b content.Date) bool {
	return !softer(a) && !softer(b) && a.Earliest().Equal(b.Earliest()) && a.Latest().Equal(b.Latest())
}

// within reports whether a date lies within what another may mean. An open end may mean
// anything.
func within(d, other content.Date) bool {
	from := other.From.Precision == content.NoPrecision || !d.Earliest().Before(other.Earliest())
	to := other.To.Precision == content.NoPrecision || !d.Latest().After(other.Latest())
	return from && to
}

// softer reports whether a date says that it is not exact, in a way that a date of
// TimelineJS cannot.
func softer(d content.Date) bool {
	soft := func(m content.Moment) bool {
		return m.Approximate || m.Uncertain || m.Open || m.Unknown || m.Precision == content.Season || m.Precision == content.Decade || m.Precision == content.Century
	}
	return soft(d.From) || soft(d.To)
}
