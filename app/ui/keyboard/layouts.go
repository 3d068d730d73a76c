// Package keyboard is the keyboard on the screen: each language's letters in
// the order its readers know, variants under a long press, other alphabets on
// demand. It writes into whatever it is given. Who searches is given no capitals, for
// search knows none; who writes is given capitals, signs and new lines.
package keyboard

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"vigil/content"
)

// Layout is the letters of one alphabet, or a part of them, in rows of keys. A key
// types one or more letters.
type Layout struct {
	Script   string // of its letters: "Latn", "Cyrl", "Arab", "Hebr"; "" for letters that an archive brings
	Rows     [][]string
	variants map[string][]string // under a long press; nil for those that all alphabets share
}

// layout is an alphabet with a key a letter.
func layout(script string, rows ...string) Layout {
	l := Layout{Script: script}
	for _, row := range rows {
		l.Rows = append(l.Rows, strings.Split(row, ""))
	}
	return l
}

// Digits stand above every layout.
const digits = "1234567890"

// The signs that stand above a layout instead of the digits where they are asked for.
const (
	signs    = ".,?!:;’“”()-–…"
	rtlSigns = ".،؟!:؛«»()-–…"
)

func signsFor(rtl bool) []string {
	if rtl {
		return strings.Split(rtlSigns, "")
	}
	return strings.Split(signs, "")
}

// cased reports whether the layout's letters have capitals.
func (l Layout) cased() bool {
	for _, row := range l.Rows {
		for _, key := range row {
			if strings.ToUpper(key) != key {
				return true
			}
		}
	}
	return false
}

// The layouts, as the national standards set the letters.
var (
	english = layout("Latn", "qwertyuiop", "asdfghjkl’", "zxcvbnm-")
	french  = layout("Latn", "azertyuiop", "qsdfghjklm", "wxcvbnéèç’-")
	german  = layout("Latn", "qwertzuiopü", "asdfghjklöä", "yxcvbnmß-")
	spanish = layout("Latn", "qwertyuiop", "asdfghjklñ", "zxcvbnmáé-")
	bosnian = layout("Latn", "qwertzuiopšđ", "asdfghjklčć", "yxcvbnmž-")
	arabic  = layout("Arab", "ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظذ")
	hebrew  = layout("Hebr", "קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ־")
	serbian = layout("Cyrl", "љњертзуиопшђ", "асдфгхјклчћ", "ѕџцвбнмж")
)

// byLang is the layout that a language begins with.
var byLang = map[string]Layout{
	"en": english, "fr": french, "de": german, "es": spanish, "bs": bosnian, "ar": arabic, "he": hebrew, "rw": english,
}

// others are the alphabets that names in the archive are written in.
var others = []Layout{english, serbian, arabic, hebrew}

// Layouts lists the layouts of a language: its own first, or those that the archive
// brings for it, then the other alphabets.
func Layouts(lang string, brought content.Keyboard) []Layout {
	var out []Layout
	for _, page := range brought.Pages {
		out = append(out, Layout{Script: scriptOf(page), Rows: page.Rows, variants: page.Variants})
	}
	if len(out) == 0 {
		own, ok := byLang[lang]
		if !ok {
			own = english
		}
		out = append(out, own)
	}
	for _, l := range others {
		if !slices.ContainsFunc(out, func(o Layout) bool { return o.Script == l.Script }) {
			out = append(out, l)
		}
	}
	return out
}

// scriptOf is the script of the letters of a page, of those that others has.
func scriptOf(page content.KeyPage) string {
	for _, row := range page.Rows {
		for _, key := range row {
			for _, r := range key {
				for script, table := range map[string]*unicode.RangeTable{"Latn": unicode.Latin, "Cyrl": unicode.Cyrillic, "Arab": unicode.Arabic, "Hebr": unicode.Hebrew} {
					if unicode.Is(table, r) {
						return script
					}
				}
			}
		}
	}
	return ""
}

// variants are the letters under a long press of another.
var variants = map[rune]string{
	'a': "áàâäãåāą", 'c': "çčć", 'd': "đď", 'e': "éèêëēęě", 'g': "ğ", 'i': "íìîïīı", 'l': "łľ", 'n': "ñńň", 'o': "óòôöõøő", 'r': "řŕ", 's': "šśşß",
	't': "ťţ", 'u': "úùûüūůű", 'y': "ýÿ", 'z': "žźż", '’': "'‘ʻ", '-': "–",
	'ا': "أإآٱ", 'ي': "ىئ", 'ه': "ة", 'و': "ؤ", 'ك': "گ", 'ب': "پ", 'ف': "ڤ", 'ج': "چ",
	'כ': "ך", 'מ': "ם", 'נ': "ן", 'פ': "ף", 'צ': "ץ", '־': "׳״-",
	'и': "й", 'е': "ё", 'г': "ѓґ", 'к': "ќ", 'ш': "щ", 'ч': "щ", 'ж': "ѓ", 'у': "ў",
}

// Variants are what a long press of a key offers, nothing where there are none. What
// the layout shows anyway is left out.
func (l Layout) Variants(key string) []string {
	all := l.variants[key]
	if l.variants == nil {
		if r, size := utf8.DecodeRuneInString(key); size == len(key) && variants[r] != "" {
			all = strings.Split(variants[r], "")
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(v string) bool {
		return slices.ContainsFunc(l.Rows, func(row []string) bool { return slices.Contains(row, v) })
	})
}

// rtl reports whether the keys run from right to left.
func (l Layout) rtl() bool {
	for _, row := range l.Rows {
		for _, key := range row {
			for _, r := range key {
				if unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana) {
					return true
				}
				if unicode.IsLetter(r) {
					return false
				}
			}
		}
	}
	return false
}
