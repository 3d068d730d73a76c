package omeka

import (
	"errors"
	"regexp"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/dating"
)

// when takes the date of a record: from its beginning to its end where it has these, else
// what says best when it was. Others are left and named.
func (t *taking) when() (dating.Reading, value, error) {
	start, end := t.take(begins), t.take(ends)
	for len(start) > 1 {
		t.c.leave(start[len(start)-1])
		start = start[:len(start)-1]
	}
	for len(end) > 1 {
		t.c.leave(end[len(end)-1])
		end = end[:len(end)-1]
	}
	best := -1
	var all []value
	for _, r := range []role{when, made} {
		for _, v := range t.take(r) {
			all = append(all, v)
			if best < 0 || roles[all[best].term] == r && wins[v.term] > wins[all[best].term] {
				best = len(all) - 1
			}
		}
	}
	var read dating.Reading
	var v value
	var err error
	switch {
	case len(start) > 0:
		best, v = -1, start[0]
		to := ""
		if len(end) > 0 {
			to = written(end[0])
		}
		read, err = dating.Join(written(v), to, t.language(v))
	case best >= 0:
		v = all[best]
		read, err = t.date(v)
		for _, e := range end {
			t.c.leave(e)
		}
	default:
		for _, e := range end {
			t.c.leave(e)
		}
		return dating.Reading{}, value{}, nil
	}
	for i, other := range all {
		if i != best && written(other) != written(v) {
			t.c.leave(other)
		}
	}
	return read, v, err
}

func (t *taking) language(v value) content.Lang {
	if lang, ok := t.c.lang(v.at, v.lang); ok {
		return lang
	}
	return t.c.Lang
}

func (t *taking) date(v value) (dating.Reading, error) {
	return dating.Read(written(v), t.language(v))
}

// truncated is a time of day that ISO 8601 knows and EDTF does not.
var truncated = regexp.MustCompile(`(\d{4}-\d\d-\d\d)T[0-9:.+Z-]*`)

// written is a value as a date is read from it.
func written(v value) string {
	s := strings.TrimSpace(v.words())
	if v.form == stamp {
		s = truncated.ReplaceAllString(s, "$1")
	}
	return s
}

// dated writes a date behind a key, and reports whether it could be read.
func (t *taking) dated(e *authoring.Entry, key string, v value) bool {
	read, err := t.date(v)
	if err != nil || read.Date.IsZero() {
		t.undatable(read, v, err, exchange.LeftOut, "this date did not come over")
		return true
	}
	e.Set(key, read.Date.EDTF)
	if read.Note != "" {
		t.c.Note(exchange.LeftOut, v.at, "date-note", "what the date says beyond its days did not come over: "+quoted(read.Note), "write it into the text")
	}
	return true
}

// undated says why an event did not come over: its date cannot be read.
func (t *taking) undated(read dating.Reading, v value, err error) {
	t.undatable(read, v, err, exchange.LeftOut, t.r.called()+" did not come over, for nobody can tell when it was")
	for i := range t.used {
		t.used[i] = true
	}
}

func (t *taking) undatable(read dating.Reading, v value, err error, w exchange.Weight, what string) {
	at := v.at
	if v.term == "" {
		at = t.r.at
	}
	var fault *content.DateError
	switch {
	case errors.As(err, &fault):
		t.c.Note(w, at, "date", what+": "+authoring.Printable(fault.Fault), authoring.Printable(fault.Mend))
	case err != nil:
		t.c.Note(w, at, "date", what+": "+authoring.Printable(err.Error()), "write the date anew in the source")
	case read.Asked != "":
		t.c.Note(w, at, "date", what+": "+authoring.Printable(read.Asked), "write it in the source as it is meant")
	default:
		t.c.Note(w, at, "date", what+": it says "+quoted(v.words()), "write a date in the source, or write it by hand")
	}
}
