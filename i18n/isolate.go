package i18n

import "golang.org/x/text/unicode/bidi"

// Isolates and their end (UAX #9, 2.4).
const (
	rightToLeftIsolate = '\u2067'
	firstStrongIsolate = '\u2068'
	endOfIsolate       = '\u2069'
)

// Isolate keeps a text from disturbing the order of what stands around it. Its
// own order is that of its first strong letter. Where all its letters are
// isolated themselves, as in a label and its list, the rule of the first strong
// letter (UAX #9, P2) passes over them and takes left to right; then the first
// of those within counts.
func Isolate(s string) string {
	first := firstStrongIsolate
	if _, found := strong(s, false); !found {
		if rtl, _ := strong(s, true); rtl {
			first = rightToLeftIsolate
		}
	}
	return string(first) + s + string(endOfIsolate)
}

// strong is the direction of the first strong letter, of those in isolates too
// or not, and whether there is one.
func strong(s string, within bool) (rtl, found bool) {
	depth := 0
	for _, r := range s {
		props, _ := bidi.LookupRune(r)
		switch props.Class() {
		case bidi.LRI, bidi.RLI, bidi.FSI:
			depth++
		case bidi.PDI:
			depth = max(depth-1, 0)
		case bidi.L:
			if within || depth == 0 {
				return false, true
			}
		case bidi.R, bidi.AL:
			if within || depth == 0 {
				return true, true
			}
		}
	}
	return false, false
}
