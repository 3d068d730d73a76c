package translation

import (
	"vigil/content"
	"vigil/content/authoring"
)

// SetTarget translates a unit as a tool would, its codes too.
func SetTarget(u *Unit, text string) {
	u.Target, u.pieces[1] = text, nil
	if prose, problems := authoring.ReadProse(guarded(text)); !u.Plain && len(problems) == 0 && len(prose) == 1 {
		u.pieces[1] = authoring.Pieces(prose[0].Spans)
	}
}

// Gettext is how PO counts in a language, for tests.
func Gettext(lang content.Lang) (header string, forms []string) {
	g := gettextOf(lang)
	return g.header(), g.order
}

// Fingerprint names what a test compares.
var ReadPlural = formsOf
