package typeset

import (
	"github.com/go-text/typesetting/bidi"
	xbidi "golang.org/x/text/unicode/bidi"
)

// strongDirection is the level that a strong letter gives its paragraph.
func strongDirection(r rune) (bidi.Level, bool) {
	props, _ := xbidi.LookupRune(r)
	switch props.Class() {
	case xbidi.L:
		return 0, true
	case xbidi.R, xbidi.AL:
		return 1, true
	default:
		return 0, false
	}
}
