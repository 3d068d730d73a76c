package dating

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"vigil/content"
)

var (
	bracketed = regexp.MustCompile(`^\[([^\[\]]*)\](\??)$`)
	behind    = regexp.MustCompile(`\s*\(([^()]*)\)\s*$`)
	enclosed  = regexp.MustCompile(`^\(([^()]*)\)$`)
)

// unwrapped is the folded text without a museum's brackets, a remark behind it and a time
// of day, which are kept.
func (r *reader) unwrapped() (string, error) {
	text := grave(r.written)
	if m := bracketed.FindStringSubmatch(text); m != nil {
		text, r.inferred = m[1]+m[2], true
	}
	if m := enclosed.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	if m := behind.FindStringSubmatch(text); m != nil {
		before := strings.TrimSpace(text[:len(text)-len(m[0])])
		tokens, _ := r.words.lex(fold(m[1]))
		switch {
		case before == "":
		case strings.TrimSpace(m[1]) == "?" || !slices.ContainsFunc(tokens, remark):
			text = before + " " + m[1]
		default:
			text, r.extra = before, strings.TrimSpace(m[1])
		}
	}
	text = loosened(text)
	if strings.ContainsAny(text, "[]{}") {
		return "", &content.DateError{Fault: fmt.Sprintf("%q has brackets around a part of it", brief(r.written)), Mend: `put the brackets around the whole date, or write "1942?" for a year that is not certain`}
	}
	if m := timeOfDay.FindStringSubmatch(text); m != nil && m[0] != text {
		text = strings.TrimSpace(strings.TrimSuffix(text, m[0]))
		hour := m[1]
		if at := atTime.FindString(text); at != "" {
			text, hour = strings.TrimSuffix(text, at), strings.TrimSpace(at)+" "+hour
		}
		if !midnight.MatchString(hour) {
			r.extra = together(r.extra, r.asWritten(hour))
		}
	}
	return text, nil
}

var (
	ofDigits  = regexp.MustCompile(`(\d)['’]s\b`)
	romanYear = regexp.MustCompile(`^([ivx]{2,4})[./ ] ?(\d{4})\.?$`)
	// atTime is a word before a time of day, which is no part of the date.
	atTime     = regexp.MustCompile(` (?:at|around|about|um|gegen|ca|ca\.|a|vers|a las|hacia las|u|oko|في الساعة|الساعة|בשעה|saa)$`)
	hyphenated = regexp.MustCompile(`^(\d{1,2})-(\pL+)\.?-(\d{2,4})$`)
)

// loosened is folded text in which what is written together otherwise than a span is
// apart: "7-Apr-1994".
func loosened(s string) string {
	s = strings.NewReplacer(".º", "º", ".ª", "ª").Replace(s)
	s = fold(ofDigits.ReplaceAllString(s, "${1}s"))
	if m := romanYear.FindStringSubmatch(s); m != nil {
		if n := romanNumber(m[1]); n >= 1 && n <= 12 {
			return fmt.Sprintf("%d/%s", n, m[2])
		}
	}
	return halves.Replace(hyphenated.ReplaceAllString(s, "$1 $2 $3"))
}

// halves are written in figures, which are no days.
var halves = strings.NewReplacer("1. halfte", "erste halfte", "2. halfte", "zweite halfte", "1st half", "first half", "2nd half", "second half",
	"1ere moitie", "premiere moitie", "1re moitie", "premiere moitie", "2e moitie", "seconde moitie", "1. polovina", "prva polovina", "2. polovina", "druga polovina")

// asWritten is folded text as it stands at the end of the writing, if it does.
func (r *reader) asWritten(folded string) string {
	if at := len(r.written) - len(folded); at >= 0 && strings.EqualFold(r.written[at:], folded) {
		return r.written[at:]
	}
	return folded
}

// remark reports whether a token behind a date makes what stands in brackets a remark: the
// same day in another calendar, too.
func remark(t token) bool { return unsaid(t) || t.meaning == hijri }

// unsaid reports whether a token is no part of a date.
func unsaid(t token) bool { return t.meaning == unknownWord || t.meaning == aside }

// grave keeps apart what folding would make the same: French "dès", since, and "des".
func grave(s string) string {
	s = norm.NFC.String(s)
	for _, word := range []string{"dès", "Dès", "DÈS"} {
		if rest, ok := strings.CutPrefix(s, word+" "); ok {
			return "depuis " + rest
		}
	}
	return s
}
