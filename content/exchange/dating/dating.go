// Package dating reads dates as people, spreadsheets, museums and Wikidata write them, in
// the eight languages, and gives them as EDTF (ISO 8601-2, levels 0 and 1).
//
//	7.4.1994   7 April 1994   ٧ نيسان ١٩٩٤   19940407        1994-04-07
//	spring of 1944   printemps 1944                          1944-21
//	ca. 1942   um 1942   [1942]   1942?                      1942~ 1942~ 1942? 1942?
//	1941–43   from 1941 to 1943   7–9 April 1994             1941/1943 1941/1943 1994-04-07/1994-04-09
//	since 1945   until 1945                                  1945/.. ../1945
//	after 1945   before 1943                                 1945/ /1943, and the words as a note
//	between 1941 and 1943   1941 or 1942                     1941/1943 1941/1942, and the words as a note
//	early 1944   Easter 1944   1944 (destroyed)              1944, and the words as a note
//	the 1940s   XIXe siècle   147 BCE                        194X 18XX -0146
//	n.d.   s.d.   o. J.                                      no date, and "undated" as a note
//
// It never guesses. What can be read in two ways (07/04/1994 in English, 07.04.94) is
// asked; a word that it does not know is an error, and so are a day that the calendar does
// not have and a weekday that does not fit. What is plain EDTF is read as EDTF, so that
// 1904-05 is a month; only 1920-21, which EDTF calls a spring, is asked.
//
// EDTF says two different things of an end that nobody can name. Since and until leave it
// open ("..": it goes on); before and after say that there is one, and that it is not
// known (""). Days are those of the Gregorian calendar; no other calendar is counted back.
//
// Input is bounded to 200 letters, and the work to a few hundred look-ups.
package dating

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"vigil/content"
)

// Reading is what a written date says.
type Reading struct {
	Date  content.Date // the zero Date where Asked is not empty, and where there is no date
	Note  string       // what EDTF cannot hold and must be kept, in the words of the writing; "undated" where it says so
	Asked string       // what a person must decide, where it could be read in two ways
}

// undatedNote is the note of a writing that says there is no date.
const undatedNote = "undated"

// longest bounds what is read, in letters.
const longest = 200

// Read reads a date as a curator wrote it. Its words are looked up in langs in that order,
// then in the other languages; the first of langs says whether day or month comes first
// where both are figures. The empty text is no date. An error is a *content.DateError
// that shows how to write this date where that can be guessed.
func Read(written string, langs ...content.Lang) (Reading, error) {
	text := exact(written)
	switch {
	case text == "":
		return Reading{}, nil
	case !utf8.ValidString(written):
		return Reading{}, &content.DateError{Fault: "this date is not text", Mend: "write it anew"}
	case utf8.RuneCountInString(text) > longest:
		return Reading{}, &content.DateError{Fault: fmt.Sprintf("a date of more than %d letters", longest), Mend: "write the date alone and put the words in a note"}
	case undated()[key(text)] || undated()[fold(text)]:
		return Reading{Note: undatedNote}, nil
	}
	if r, err, ok := exactly(text); ok {
		return r, err
	}
	words, err := newDictionary(langs)
	if err != nil {
		return Reading{}, err
	}
	r := &reader{written: keepable(written), words: words, dayFirst: len(langs) > 0 && dayFirst[langs[0]]}
	return r.read()
}

// Join reads a date from two columns, its beginning and its end, each as exactly as it is
// written. An empty end leaves the beginning alone; "today" leaves the end open, "n.d."
// says that it is not known. An end without a beginning and an end before the beginning
// are errors.
func Join(start, end string, langs ...content.Lang) (Reading, error) {
	a, err := Read(start, langs...)
	if err != nil {
		return Reading{}, fmt.Errorf("read the beginning: %w", err)
	}
	b, open, err := readEnd(end, langs)
	if err != nil {
		return Reading{}, fmt.Errorf("read the end: %w", err)
	}
	out := Reading{Note: together(a.Note, b.Note), Asked: together(a.Asked, b.Asked)}
	switch {
	case out.Asked != "":
		return Reading{Asked: out.Asked}, nil
	case a.Date.IsZero() && b.Date.IsZero() && !open:
		return Reading{Note: a.Note}, nil
	case a.Date.IsZero() && (open || a.Note != undatedNote):
		return Reading{}, &content.DateError{Fault: fmt.Sprintf("the end %q has no beginning", brief(end)), Mend: howBeginning(b.Date)}
	case open:
		out.Date, err = joined(a.Date.From, content.Moment{Open: true})
	case exact(end) == "":
		return a, nil
	case b.Date.IsZero():
		out.Note = a.Note
		out.Date, err = joined(a.Date.From, content.Moment{Unknown: true})
	case a.Date.IsZero():
		out.Note = b.Note
		out.Date, err = joined(content.Moment{Unknown: true}, b.Date.To)
	default:
		out.Date, err = joined(a.Date.From, b.Date.To)
	}
	if err != nil {
		return Reading{}, err
	}
	return out, nil
}

// readEnd reads the second column, in which "today" is an open end.
func readEnd(end string, langs []content.Lang) (Reading, bool, error) {
	words, err := newDictionary(langs)
	if err != nil {
		return Reading{}, false, err
	}
	if s, ok := words.find(key(end)); ok && s.meaning == present || exact(end) == ".." {
		return Reading{}, true, nil
	}
	r, err := Read(end, langs...)
	return r, false, err
}

func howBeginning(end content.Date) string {
	if end.IsZero() {
		return "write when it began"
	}
	return fmt.Sprintf("write when it began, %q if nobody can say, or the date in the first column if it is a single one", "../"+end.To.EDTF())
}

func together(a, b string) string {
	if a == "" || b == "" || a == b {
		return a + strings.TrimPrefix(b, a)
	}
	return a + "; " + b
}

// joined is the date from one moment to another.
func joined(a, b content.Moment) (content.Date, error) {
	d, err := content.DateOf(a, b)
	if errors.Is(err, content.ErrReversed) {
		return content.Date{}, &content.DateError{
			Fault: fmt.Sprintf("%q ends before it begins", a.EDTF()+"/"+b.EDTF()),
			Mend:  fmt.Sprintf("write %q if the ends were mistaken for each other", b.EDTF()+"/"+a.EDTF()),
		}
	}
	return d, err
}

// exactly reads plain EDTF and the timestamps of other programs; false where it is neither.
func exactly(text string) (Reading, error, bool) {
	if r, err, ok := wikidata(text); ok {
		return r, err, true
	}
	upper := strings.ToUpper(text)
	d, err := content.ParseDate(upper)
	switch {
	case errors.Is(err, content.ErrReversed):
		from, to, _ := strings.Cut(upper, "/")
		return Reading{}, &content.DateError{Fault: err.Error(), Mend: fmt.Sprintf("write %q if the ends were mistaken for each other", to+"/"+from)}, true
	case err == nil:
		if asked := seasonOrYears(d) + beforeOrUntil(d); asked != "" {
			return Reading{Asked: asked}, nil, true
		}
		return Reading{Date: withoutMidnight(d)}, nil, true
	case openDigits.MatchString(upper) && strings.Contains(err.Error(), "level 2"):
		return Reading{}, err, true
	}
	return inFigures(fold(text))
}

// seasonOrYears asks what 1920-21 is: EDTF's spring of 1920, or two years.
func seasonOrYears(d content.Date) string {
	m := d.From
	later := m.Year - m.Year%100 + m.Month
	if d.IsSpan() || m.Precision != content.Season || m.Year < 1000 || later <= m.Year {
		return ""
	}
	return fmt.Sprintf("%q is a %s in EDTF, %04d/%04d are years: write the years with a stroke, or the season in words", d.EDTF, [...]string{"spring", "summer", "autumn", "winter"}[m.Month-21], m.Year, later)
}

// beforeOrUntil asks what -1942 is: a year long before the common era, or "until 1942".
func beforeOrUntil(d content.Date) string {
	if m := d.From; d.IsSpan() || m.Precision != content.Year || m.Year > -1000 {
		return ""
	}
	return fmt.Sprintf("%q is %d BCE in EDTF, \"../%d\" until %d: write the one that is meant in words", d.EDTF, 1-d.From.Year, -d.From.Year, -d.From.Year)
}

// openDigits is EDTF with digits that are left open, and nothing that a museum writes.
var openDigits = regexp.MustCompile(`^[-0-9X/~?%.]*[0-9]X[-0-9X/~?%.]*$`)

// atMidnight is the time that programs write of a day without one.
var atMidnight = regexp.MustCompile(`T00:00:00(Z|[+-]00(:00)?)?`)

// withoutMidnight is the date without a time of day that only says that there is none.
func withoutMidnight(d content.Date) content.Date {
	if bare, err := content.ParseDate(atMidnight.ReplaceAllString(d.EDTF, "")); err == nil && bare.From == d.From && bare.To == d.To {
		return bare
	}
	return d
}

// brief is a text as an error quotes it.
func brief(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:60]) + "…"
	}
	return s
}
