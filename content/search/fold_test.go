package search_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"vigil/content/search"
)

var folds = []struct{ name, in, want string }{
	{"case", "SREBRENICA", "srebrenica"},
	{"accents", "Čelebići Živković Éléonore Ñuñez", "celebici zivkovic eleonore nunez"},
	{"decomposed accents", "Milos\u030cevic\u0301", "milosevic"},
	{"dj", "Đorđević Djordjevic Dordevic Ђорђевић", "dordevic dordevic dordevic dordevic"},
	{"dj by halves", "đj dđ djj dj", "d dd d d"},
	{"icelandic", "Ðingeyri Þór", "dingeyri thor"},
	{"polish, danish, german, french", "Łódź Søren Straße Æthel œuvre ẞ", "lodz soren strasse aethel oeuvre ss"},
	{"turkish", "İstanbul ılık", "istanbul ilik"},
	{"serbian cyrillic", "Слободан Милошевић, Љубљана Њемачка Џон Ђура ћуприја", "slobodan milosevic ljubljana njemacka dzon dura cuprija"},
	{"cyrillic as latin", "Љубљана Ljubljana", "ljubljana ljubljana"},
	{"russian", "Йошкар-Ола ёлка Щука съезд юг", "ioskar ola elka scuka sezd jug"},
	{"greek", "Θεσσαλονίκης", "θεσσαλονικησ"},
	{"alef", "أحمد إبراهيم آمنة ٱلله", "احمد ابراهيم امنه الله"},
	{"ya and kaf", "علی على علي کتاب", "علي علي علي كتاب"},
	{"hamza", "مسؤول سماء شئ", "مسوول سما شي"},
	{"tatweel and harakat", "ســلامٌ أَنْتُونِيُو", "سلام انتونيو"},
	{"presentation forms", "ﺳﻼﻡ", "سلام"},
	{"zero width non-joiner", "می\u200cخواهم", "ميخواهم"},
	{"niqqud and final letters", "שָׁלוֹם ךםןףץ", "שלומ כמנפצ"},
	{"gershayim", "צה״ל צה\"ל", "צהל צהל"},
	{"maqaf", "בית־לחם", "בית לחמ"},
	{"digits", "١٩٩٥ ۱۹۹۵ １９９５", "1995 1995 1995"},
	{"numbers", "8,000 8.000", "8 000 8 000"},
	{"apostrophes", "Qur’an Qur'an Qurʼan l´été Sa‘id Saʿid", "quran quran quran lete said said"},
	{"quotes", "‘quoted’ \"said\"", "quoted said"},
	{"hyphens", "Srebrenica-Potočari co‐operation", "srebrenica potocari co operation"},
	{"dashes", "1992–1995 war—peace", "1992 1995 war peace"},
	{"soft hyphen", "geno\u00adcide", "genocide"},
	{"direction marks", "\u2067שלום\u2069 a\u200eb", "שלומ ab"},
	{"kinyarwanda", "Ibuka n'abacitse ku icumu", "ibuka nabacitse ku icumu"},
	{"ligature", "ﬁnal", "final"},
	{"punctuation only", "…!?—", ""},
	{"invalid", "a\xffb", "a b"},
	{"nothing", "", ""},
}

func TestFold(t *testing.T) {
	for _, test := range folds {
		t.Run(test.name, func(t *testing.T) {
			if got := search.Fold(test.in); got != test.want {
				t.Errorf("Fold(%q) = %q, want %q", test.in, got, test.want)
			}
			checkFold(t, test.in)
		})
	}
}

// TestFoldEveryLetter folds each letter alone and between others, where an
// unforeseen one would escape the tables.
func TestFoldEveryLetter(t *testing.T) {
	for r := range rune(unicode.MaxRune + 1) {
		if utf8.ValidRune(r) && (unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)) {
			checkFold(t, string(r))
			checkFold(t, "d"+string(r)+"j")
		}
	}
}

// checkFold holds for every string.
func checkFold(t *testing.T, s string) {
	t.Helper()
	once := search.Fold(s)
	if twice := search.Fold(once); twice != once {
		t.Errorf("Fold(%q) = %q, but folded again %q", s, once, twice)
	}
	if !utf8.ValidString(once) {
		t.Errorf("Fold(%q) = %q is not UTF-8", s, once)
	}
	for _, r := range once {
		if r != ' ' && (unicode.IsUpper(r) || unicode.Is(unicode.Mn, r) && !vowels(r) || unicode.IsPunct(r) || unicode.IsSpace(r)) {
			t.Errorf("Fold(%q) = %q holds %q", s, once, r)
		}
	}
	if strings.Contains(once, "dj") || strings.Contains(once, "  ") || strings.TrimSpace(once) != once {
		t.Errorf("Fold(%q) = %q is not settled", s, once)
	}
}

// vowels reports whether a mark is a vowel of a script that writes them as marks.
func vowels(r rune) bool {
	return unicode.In(r, unicode.Thaana, unicode.Devanagari, unicode.Bengali, unicode.Tamil, unicode.Khmer, unicode.Myanmar, unicode.Thai, unicode.Lao, unicode.Sinhala,
		unicode.Gujarati, unicode.Gurmukhi, unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Tibetan)
}

func FuzzFold(f *testing.F) {
	for _, test := range folds {
		f.Add(test.in)
	}
	f.Fuzz(checkFold)
}

func BenchmarkFold(b *testing.B) {
	text := strings.Repeat("The enclave was declared safe; Сребреница није била, and Đorđević said so. ", 100)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		search.Fold(text)
	}
}
