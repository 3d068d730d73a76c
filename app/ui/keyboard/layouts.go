// Package keyboard is the keyboard on the screen: each language's letters in
// the order its readers know, variants under a long press, other alphabets on
// demand. It writes into whatever it is given; it has no capitals, since what is
// typed is searched for and search knows none.
package keyboard

import "strings"

// Layout is the letters of one alphabet in rows.
type Layout struct {
	Script string // of its letters: "Latn", "Cyrl", "Arab", "Hebr"
	Rows   []string
}

// Digits stand above every layout.
const digits = "1234567890"

// The layouts, as the national standards set the letters.
var (
	english = Layout{"Latn", []string{"qwertyuiop", "asdfghjkl’", "zxcvbnm-"}}
	french  = Layout{"Latn", []string{"azertyuiop", "qsdfghjklm", "wxcvbnéèç’-"}}
	german  = Layout{"Latn", []string{"qwertzuiopü", "asdfghjklöä", "yxcvbnmß-"}}
	spanish = Layout{"Latn", []string{"qwertyuiop", "asdfghjklñ", "zxcvbnmáé-"}}
	bosnian = Layout{"Latn", []string{"qwertzuiopšđ", "asdfghjklčć", "yxcvbnmž-"}}
	arabic  = Layout{"Arab", []string{"ضصثقفغعهخحجد", "شسيبلاتنمكط", "ئءؤرىةوزظذ"}}
	hebrew  = Layout{"Hebr", []string{"קראטוןםפ", "שדגכעיחלךף", "זסבהנמצתץ־"}}
	serbian = Layout{"Cyrl", []string{"љњертзуиопшђ", "асдфгхјклчћ", "ѕџцвбнмж"}}
)

// byLang is the layout that a language begins with.
var byLang = map[string]Layout{
	"en": english, "fr": french, "de": german, "es": spanish, "bs": bosnian, "ar": arabic, "he": hebrew, "rw": english,
}

// others are the alphabets that names in the archive are written in.
var others = []Layout{english, serbian, arabic, hebrew}

// Layouts lists the layouts of a language: its own first, then the other
// alphabets.
func Layouts(lang string) []Layout {
	own, ok := byLang[lang]
	if !ok {
		own = english
	}
	out := []Layout{own}
	for _, l := range others {
		if l.Script != own.Script {
			out = append(out, l)
		}
	}
	return out
}

// variants are the letters under a long press of another.
var variants = map[rune]string{
	'a': "áàâäãåāą", 'c': "çčć", 'd': "đď", 'e': "éèêëēęě", 'g': "ğ", 'i': "íìîïīı", 'l': "łľ", 'n': "ñńň", 'o': "óòôöõøő", 'r': "řŕ", 's': "šśşß",
	't': "ťţ", 'u': "úùûüūůű", 'y': "ýÿ", 'z': "žźż", '’': "'‘ʻ", '-': "–",
	'ا': "أإآٱ", 'ي': "ىئ", 'ه': "ة", 'و': "ؤ", 'ك': "گ", 'ب': "پ", 'ف': "ڤ", 'ج': "چ",
	'כ': "ך", 'מ': "ם", 'נ': "ן", 'פ': "ף", 'צ': "ץ", '־': "׳״-",
	'и': "й", 'е': "ё", 'г': "ѓґ", 'к': "ќ", 'ш': "щ", 'ч': "щ", 'ж': "ѓ", 'у': "ў",
}

// Variants are the letters under a long press, "" where there are none. A letter
// that the layout shows anyway is left out.
func (l Layout) Variants(letter rune) string {
	shown := strings.Join(l.Rows, "")
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(shown, r) {
			return -1
		}
		return r
	}, variants[letter])
}

func (l Layout) rtl() bool { return l.Script == "Arab" || l.Script == "Hebr" }
