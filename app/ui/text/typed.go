package text

import (
	"slices"

	"vigil/app/voice"
)

// typed is what is typed into a field or an area, and the caret in it. A layout may hold
// the letters as they were: they are never changed in place.
type typed struct {
	hint    string // stands where nothing is typed yet
	letters []rune
	caret   int // the letter that it stands before
}

// Text is what has been typed.
func (t *typed) Text() string { return string(t.letters) }

// set replaces it, by at most so many letters, without those that cannot be typed.
func (t *typed) set(s string, most int, refused func(rune) bool) {
	letters := slices.DeleteFunc([]rune(s), refused)
	t.letters = letters[:min(len(letters), most)]
	t.caret = len(t.letters)
}

// put puts a letter in at the caret.
func (t *typed) put(r rune) {
	t.letters = slices.Insert(slices.Clone(t.letters), t.caret, r)
	t.caret++
}

// cut removes letter i, and reports whether there was one.
func (t *typed) cut(i int) bool {
	if i < 0 || i >= len(t.letters) {
		return false
	}
	t.letters = slices.Delete(slices.Clone(t.letters), i, i+1)
	t.caret = i
	return true
}

// step moves the caret by so many letters, in the order in which they are read.
func (t *typed) step(by int) { t.caret = min(max(t.caret+by, 0), len(t.letters)) }

// Spoken gives what is typed, or the hint, to a reading order.
func (t *typed) Spoken() []voice.Item {
	item := voice.Item{Role: voice.Field, Text: t.hint}
	if len(t.letters) > 0 {
		item.Text = t.Text()
	}
	return []voice.Item{item}
}
