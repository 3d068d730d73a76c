package dating

import (
	"fmt"
	"slices"
	"strings"

	"vigil/content"
)

// reader reads one written date.
type reader struct {
	written  string
	words    dictionary
	dayFirst bool
	inferred bool   // in a museum's brackets: taken from elsewhere than the object
	note     bool   // the writing says more than the date
	extra    string // what is kept as a note though the rest says no more than the date
}

func (r *reader) read() (Reading, error) {
	text, err := r.unwrapped()
	if err != nil {
		return Reading{}, err
	}
	if undated()[key(text)] {
		return Reading{Note: together(undatedNote, r.extra)}, nil
	}
	if out, err, ok := inFigures(text); ok {
		r.extra = together(r.extra, out.Note)
		return r.told(out.Date.From, out.Date.To, out.Asked, err)
	}
	tokens, ok := r.words.lex(text)
	if !ok {
		return Reading{}, &content.DateError{Fault: "a date of too many words", Mend: "write the date alone and put the words in a note"}
	}
	if err := r.understood(tokens); err != nil {
		return Reading{}, err
	}
	tokens = trimmed(trimmed(tokens))
	return r.told(r.ends(tokens))
}

// told is what was read, with what must be kept beside it.
func (r *reader) told(from, to content.Moment, asked string, err error) (Reading, error) {
	if err != nil {
		return Reading{}, err
	}
	if asked != "" {
		return Reading{Asked: asked}, nil
	}
	if r.inferred {
		from.Uncertain = from.Uncertain || from.Precision != content.NoPrecision
		to.Uncertain = to.Uncertain || to.Precision != content.NoPrecision
	}
	d, err := joined(from, to)
	if err != nil {
		return Reading{}, err
	}
	out := Reading{Date: d, Note: r.extra}
	if r.note {
		out.Note = r.written
	}
	return out, nil
}

// understood reports a word that is part of no date, and how to write what is.
func (r *reader) understood(tokens []token) error {
	for _, t := range tokens {
		switch t.meaning {
		case hijri:
			return &content.DateError{Fault: fmt.Sprintf("%q is of another calendar", brief(r.written)), Mend: "write the date of the Gregorian calendar, and this one in a note"}
		case aside, part:
			r.note = true
		}
	}
	at := slices.IndexFunc(tokens, func(t token) bool { return t.meaning == unknownWord })
	if at < 0 {
		return nil
	}
	return &content.DateError{Fault: fmt.Sprintf("%q in %q is no part of a date", brief(tokens[at].text), brief(r.written)), Mend: r.without(tokens)}
}

// without shows what is a date when the words that are not are left out.
func (r *reader) without(tokens []token) string {
	known := slices.DeleteFunc(slices.Clone(tokens), unsaid)
	from, to, asked, err := (&reader{words: r.words, dayFirst: r.dayFirst}).ends(trimmed(known))
	if err == nil && asked == "" {
		if d, err := joined(from, to); err == nil && !d.IsZero() {
			return fmt.Sprintf("write the date alone, %q if that is meant, and put the words in a note", d.EDTF)
		}
	}
	return `write the date alone, such as "1994-04-07", and put the words in a note`
}

// trimmed leaves out words that say nothing, and the hyphen of "mid-1944".
func trimmed(tokens []token) []token {
	var out []token
	for i, t := range tokens {
		inside := i > 0 && i+1 < len(tokens)
		switch {
		case t.meaning == noise, inside && joining(tokens[i-1], t, tokens[i+1]):
			continue
		case t.meaning == about && i+1 < len(tokens) && tokens[i+1].meaning == aside:
			continue // it is noon that is not exact
		case t.meaning == about && t.text == "c" && i > 0 && (tokens[i-1].meaning == ordinal || tokens[i-1].meaning == day && t.tight):
			t.meaning, t.n = century, 0
		}
		if n := len(out); t.meaning == month && n > 0 && out[n-1].meaning == month && out[n-1].n == t.n && i > 0 && tokens[i-1].meaning == slash {
			continue
		}
		out = append(out, t)
	}
	return out
}

// joining reports whether a hyphen or stroke joins what belongs together and makes no
// span: "mid-1944", "1990er-Jahre", "ניסן/אפריל" where both name one month.
func joining(left, sign, right token) bool {
	connects := sign.meaning == dash || sign.meaning == slash || sign.meaning == to || sign.meaning == and
	switch {
	case left.meaning == month && right.meaning == month && left.n == right.n:
		return sign.meaning == slash
	case left.meaning == part && right.meaning == part && connects:
		return true
	case left.meaning == to && right.meaning == part && sign.meaning == dash:
		return sign.tight && right.tight // mid-to-late
	case (left.meaning == month || left.meaning == season) && right.meaning == year && sign.meaning == dash:
		return sign.tight && right.tight
	}
	if sign.meaning != dash || !sign.tight || !right.tight {
		return false
	}
	return strings.ContainsRune("p aA>&k[]", rune(left.meaning)) || right.meaning == noise || right.meaning == decadeWord
}

// ends reads both ends of a date; they are the same where it is no span.
func (r *reader) ends(tokens []token) (a, b content.Moment, asked string, err error) {
	if len(tokens) == 0 {
		return a, b, "", misshapen("", nil, nil)
	}
	var doubts []token
	for len(tokens) > 1 && (tokens[0].meaning == about || tokens[0].meaning == perhaps) && strings.ContainsRune("B[]", rune(tokens[1].meaning)) {
		doubts, tokens = append(doubts, tokens[0]), tokens[1:]
	}
	switch first := tokens[0]; first.meaning {
	case between:
		r.note = true
		left, right, ok := cut(tokens[1:], and, to, dash)
		if !ok {
			return a, b, "", confused(tokens)
		}
		return r.span(append(slices.Clone(doubts), left...), append(slices.Clone(doubts), right...))
	case before, after:
		r.note = true
		a, asked, err = r.single(append(doubts, tokens[1:]...))
		if first.meaning == before {
			return content.Moment{Unknown: true}, a, asked, err
		}
		return a, content.Moment{Unknown: true}, asked, err
	}
	return r.spanOrOne(tokens)
}

func (r *reader) spanOrOne(tokens []token) (a, b content.Moment, asked string, err error) {
	if left, right, ok := cut(tokens, or); ok {
		r.note = true
		return r.span(left, right)
	}
	if asked := halfOpen(tokens); asked != "" {
		return a, b, asked, nil
	}
	if left, right, ok := cut(tokens, and); ok {
		return r.pair(left, right, tokens)
	}
	if m, ok, err := winter(tokens); ok {
		return m, m, "", err
	}
	if left, right, ok := cut(tokens, to); ok && len(left) > 0 {
		return r.span(left, right)
	}
	if last := len(tokens) - 1; last > 0 && tokens[last].meaning == present && !slices.ContainsFunc(tokens, func(t token) bool { return t.meaning == to || t.meaning == dash }) {
		return r.span(tokens[:last], tokens[last:])
	}
	if left, right, ok := cut(tokens, dash, slash); ok && len(left) > 0 && tokens[0].meaning != to {
		return r.span(left, right)
	}
	return r.open(tokens)
}

// open reads a date that is no span, or one of which an end is open or not known.
func (r *reader) open(tokens []token) (a, b content.Moment, asked string, err error) {
	var doubts []token
	for len(tokens) > 1 && (tokens[0].meaning == about || tokens[0].meaning == perhaps) && (tokens[1].meaning == from || tokens[1].meaning == to) {
		doubts, tokens = append(doubts, tokens[0]), tokens[1:]
	}
	first := tokens[0].meaning
	if first == to && onlyBetween[tokens[0].text] {
		return a, b, "", confused(tokens)
	}
	rest := tokens
	if first == from || first == to {
		rest = append(doubts, tokens[1:]...)
	}
	m, asked, err := r.single(rest)
	if err == nil && asked == "" && m.Precision == content.NoPrecision {
		err = misshapen("", nil, tokens)
	}
	if err != nil || asked != "" {
		return m, m, asked, err
	}
	if at := slices.IndexFunc(tokens, func(t token) bool { return t.meaning == endWithin || t.meaning == beginWithin }); at >= 0 {
		end := widened(m, content.Precision(tokens[at].n))
		if tokens[at].meaning == endWithin {
			return m, end, "", nil
		}
		return end, m, "", nil
	}
	switch first {
	case from:
		return m, content.Moment{Open: true}, "", nil
	case to:
		return content.Moment{Open: true}, m, "", nil
	}
	return m, m, "", nil
}

// halfOpen asks what "1942–" and "–1942" are: they go on, or one end is not known.
func halfOpen(tokens []token) string {
	last := len(tokens) - 1
	if last == 1 && tokens[1].meaning == dash && tokens[0].meaning == year {
		return fmt.Sprintf("\"%04d/..\" if it goes on, \"%04d/\" if its end is not known: write the one that is meant", tokens[0].n, tokens[0].n)
	}
	if last == 1 && tokens[0].meaning == dash && tokens[1].meaning == year {
		return fmt.Sprintf("\"../%04d\" if nobody can say when it began, \"/%04d\" if the beginning is not known: write the one that is meant", tokens[1].n, tokens[1].n)
	}
	return ""
}

// pair reads "16 and 17 July 1942": days, months or years that follow each other are a span,
// any others are two dates.
func (r *reader) pair(left, right, tokens []token) (a, b content.Moment, asked string, err error) {
	a, b, asked, err = r.span(left, right)
	if err != nil || asked != "" {
		return a, b, asked, err
	}
	first, err := content.DateOf(a, a)
	if err != nil {
		return a, b, "", err
	}
	second, err := content.DateOf(b, b)
	if err != nil {
		return a, b, "", err
	}
	if a.Precision != b.Precision || !first.Latest().Equal(second.Earliest()) {
		return a, b, "", confused(tokens)
	}
	return a, b, "", nil
}

// onlyBetween are words that say "to" between two dates, and something else before one:
// French and Spanish "a", which is English, too.
var onlyBetween = set("a al au aux auf")

// cut parts tokens at the one that has a meaning; not at all where there are several.
func cut(tokens []token, meanings ...meaning) (left, right []token, ok bool) {
	at := -1
	for i, t := range tokens {
		if !slices.Contains(meanings, t.meaning) || i == 0 {
			continue
		}
		if at >= 0 {
			return nil, nil, false
		}
		at = i
	}
	if at < 0 || at+1 == len(tokens) {
		return nil, nil, false
	}
	return tokens[:at], tokens[at+1:], true
}

// winter reads the winter that two years share, "winter 1941/42": EDTF names it by the
// first.
func winter(tokens []token) (content.Moment, bool, error) {
	var s strings.Builder
	var numbers []token
	m := content.Moment{Precision: content.Season}
	for _, t := range tokens {
		switch t.meaning {
		case about:
			m.Approximate = true
			continue
		case perhaps:
			m.Uncertain = true
			continue
		case part:
			continue
		case day, year:
			numbers = append(numbers, t)
		case season:
			m.Month = t.n
		}
		s.WriteByte(byte(t.meaning))
	}
	if m.Month != 24 || s.String() != "sy-n" && s.String() != "sy/n" && s.String() != "sy-y" && s.String() != "sy/y" {
		return m, false, nil
	}
	m.Year = numbers[0].n
	next := m.Year + 1
	if numbers[1].n != next && numbers[1].n != next%100 {
		return m, true, &content.DateError{Fault: fmt.Sprintf("%q is no winter that two years share", words(tokens)), Mend: fmt.Sprintf("write \"winter %d/%02d\", or a span from one winter to another", m.Year, next%100)}
	}
	return m, true, nil
}
