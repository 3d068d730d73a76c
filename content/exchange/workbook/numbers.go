package workbook

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"vigil/content/authoring"
	"vigil/content/exchange"
)

// Numbers come as spreadsheets hold them, and as people write them: with a comma before
// decimals, with points, spaces or apostrophes between thousands, with a sign of percent.

var (
	numeral  = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	grouped  = regexp.MustCompile(`^[+-]?[1-9][0-9]{0,2}([.,' \x{a0}\x{202f}’_٬][0-9]{3})+$`)
	mixed    = regexp.MustCompile(`^[+-]?[0-9]{1,3}([.,' \x{a0}\x{202f}’_٬][0-9]{3})+([.,٫][0-9]+)$`)
	fraction = regexp.MustCompile(`^[+-]?[0-9]*[,٫.][0-9]+$`)
	pointed  = regexp.MustCompile(`^[+-]?[0-9]+\.0+$`)
)

// degrees are the numbers that are no counts.
var degrees = []string{"lat", "lon", "west", "south", "east", "north"}

// figures are the digits of other scripts, and signs, as ASCII has them.
func figures(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '٠' && r <= '٩':
			return '0' + r - '٠'
		case r >= '۰' && r <= '۹':
			return '0' + r - '۰'
		case r == '−' || r == '–':
			return '-'
		}
		return r
	}, strings.TrimSpace(text))
}

func (r *reader) number(c cell, f *authoring.FormField) (string, *mistake) {
	text := figures(c.text)
	if c.kind == asPercent {
		r.once(exchange.Altered, "percent", "a percentage came as the number that the cell shows, such as 62 for 62 %", "")
	}
	if rest, ok := strings.CutSuffix(strings.TrimRight(text, " \u00a0\u202f"), "%"); ok {
		r.once(exchange.Altered, "percent", "a percentage came as the number that the cell shows, such as 62 for 62 %", "")
		text = strings.TrimSpace(rest)
	}
	if c.kind == asDate || c.kind == asTruth {
		return "", &mistake{"wrong-type", "here stands " + authoring.Quote(c.text) + ", not a number", "write a number in plain digits, and format the cell as a number"}
	}
	plain, ok := text, numeral.MatchString(text) && c.kind != asText
	if !ok {
		plain, ok = r.digits(text, f)
	}
	whole := f.Kind == authoring.WholeField
	if ok && whole && pointed.MatchString(plain) {
		plain, _, _ = strings.Cut(plain, ".")
	}
	switch {
	case !ok:
		return "", &mistake{"wrong-type", authoring.Quote(c.text) + " is no number", "write a number in plain digits, such as " + map[bool]string{true: "3", false: "44.1575"}[whole]}
	case whole && strings.Contains(plain, "."):
		return "", &mistake{"wrong-type", authoring.Quote(c.text) + " is no whole number", "write a whole number in plain digits"}
	}
	return plain, nil
}

// digits is a number in plain digits with a point before decimals.
func (r *reader) digits(text string, f *authoring.FormField) (string, bool) {
	thousands := grouped.MatchString(text)
	if thousands && (r.parts || slices.Contains(degrees, f.Name)) {
		thousands = false
	}
	switch {
	case thousands && (strings.ContainsAny(text, ",' \u00a0\u202f’_٬") || f.Kind == authoring.WholeField || strings.Count(text, ".") > 1):
		plain := onlyDigits(text)
		r.tell(exchange.Altered, "thousands", authoring.Quote(text)+" was read with thousands, as "+plain, "")
		return plain, true
	case thousands && f.Kind == authoring.NumberField && strings.Contains(text, "."):
		plain := onlyDigits(text)
		r.tell(exchange.Decide, "thousands", authoring.Quote(text)+" was read with thousands, as "+plain, "write it in plain digits, so that nobody can read it otherwise")
		return plain, true
	case numeral.MatchString(text):
		return text, true
	case mixed.MatchString(text):
		i := strings.LastIndexAny(text, ".,٫")
		_, size := splitAt(text, i)
		plain := onlyDigits(text[:i]) + "." + text[i+size:]
		r.tell(exchange.Altered, "thousands", authoring.Quote(text)+" was read as "+plain, "")
		return plain, true
	case fraction.MatchString(text):
		plain := strings.TrimPrefix(strings.NewReplacer(",", ".", "٫", ".").Replace(text), "+")
		return shortened(plain)
	}
	return shortened(text)
}

// splitAt is the letter at a place, and how long it is.
func splitAt(text string, i int) (rune, int) {
	for _, r := range text[i:] {
		return r, len(string(r))
	}
	return 0, 0
}

func onlyDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, text)
}

// shortened is a number that is written in another way, such as 007 or 1.0E3.
func shortened(text string) (string, bool) {
	if strings.ContainsAny(text, "xXpP_iInN") {
		return "", false
	}
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || n > 1e15 || n < -1e15 {
		return "", false
	}
	return plainDigits(n), true
}
