package authoring

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Severity says whether a problem keeps an archive from being shown to the public.
type Severity string

// An Error must be mended before an archive is packed; a Warning may stand.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
)

// Problem is one mistake in a curator's folder: where it is, which rule it
// breaks, what is wrong and what mends it. Its texts are safe to print.
type Problem struct {
	File     string   `json:"file"`
	Line     int      `json:"line"` // from 1; 0 where the file as a whole is meant
	Col      int      `json:"col"`  // from 1, in letters, not bytes
	Rule     string   `json:"rule"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"`
	Mend     string   `json:"mend"`
}

// String is the problem on exactly one line, whatever its parts hold.
func (p Problem) String() string {
	s := fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Col, p.Message)
	if p.Severity == Warning {
		s = fmt.Sprintf("%s:%d:%d: warning: %s", p.File, p.Line, p.Col, p.Message)
	}
	if p.Mend != "" {
		s += ": " + p.Mend
	}
	return Printable(s)
}

// SortProblems orders problems as a reader walks through the folder and drops
// those that say the same of the same place.
func SortProblems(list []Problem) []Problem {
	slices.SortFunc(list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col),
			cmp.Compare(a.Rule, b.Rule), cmp.Compare(a.Message, b.Message))
	})
	return slices.CompactFunc(list, func(a, b Problem) bool {
		return a.File == b.File && a.Line == b.Line && a.Col == b.Col && a.Message == b.Message
	})
}

// longestQuote is how many letters of a curator's text a message repeats.
const longestQuote = 60

// Quote repeats a stretch of a curator's text in a message: shortened, and with
// every letter escaped that could break the line or reorder it.
func Quote(s string) string {
	short := s
	for i, n := 0, 0; i < len(s); n++ {
		if n == longestQuote {
			short = s[:i] + "…"
			break
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		i += size
	}
	return `"` + Printable(short) + `"`
}

// Printable escapes what a terminal or an editor would act on instead of
// showing: control characters, line separators and letters that turn the
// direction of writing.
func Printable(s string) string {
	if !strings.ContainsFunc(s, unprintable) && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if unprintable(r) {
			fmt.Fprintf(&b, "U+%04X", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

func unprintable(r rune) bool {
	switch r {
	case ' ', '\u200c', '\u200d': // joiners are part of how Persian and Indic words are written
		return false
	}
	return !unicode.IsGraphic(r) || unicode.Is(unicode.Zs, r) && r != '\u00a0'
}
