package search_test

import (
	"strings"
	"testing"

	"vigil/content"
	"vigil/content/search"
)

func TestFinding(t *testing.T) {
	langs := []content.Lang{"en", "fr", "bs", "he", "ar"}
	tests := []struct {
		words string
		lang  content.Lang
		text  string
		want  string
	}{
		{"srebrenica", "en", "In Srebrenica and near it.", "In [Srebrenica] and near it."},
		{"Сребреница", "en", "In Srebrenica", "In [Srebrenica]"},
		{"genocides", "en", "The genocide of 1994.", "The [genocide] of 1994."},
		{"Srebrenica", "bs", "živjeli su u Srebrenici.", "živjeli su u [Srebrenici]."},
		{"enfant", "fr", "Les enfants, l’enfant", "Les [enfants], l’[enfant]"},
		{"גטו", "he", "בגטו ורשה", "[בגטו] ורשה"},
		{"دارفور", "ar", "نزح كثيرون بدارفور", "نزح كثيرون [بدارفور]"},
		{"", "en", "nothing", "nothing"},
		{"zzz", "en", "nothing", "nothing"},
	}
	for _, tt := range tests {
		var out strings.Builder
		letters, at := []rune(tt.text), 0
		for _, r := range search.NewFinding(tt.words, langs).In(tt.text, tt.lang) {
			out.WriteString(string(letters[at:r.From]) + "[" + string(letters[r.From:r.To]) + "]")
			at = r.To
		}
		out.WriteString(string(letters[at:]))
		if out.String() != tt.want {
			t.Errorf("%q: %s, want %s", tt.words, out.String(), tt.want)
		}
	}
}

func FuzzFinding(f *testing.F) {
	for _, s := range []string{"", "Milošević", "a-b l’x", "\xff\x00", "בגטו", "دارفور"} {
		f.Add(s, s+" "+s)
	}
	langs := []content.Lang{"en", "fr", "de", "es", "bs", "he", "ar", "rw"}
	f.Fuzz(func(t *testing.T, words, text string) {
		finding := search.NewFinding(words, langs)
		for _, lang := range langs {
			end, last := len([]rune(text)), 0
			for _, r := range finding.In(text, lang) {
				if r.From < last || r.To <= r.From || r.To > end {
					t.Fatalf("%q in %q: %+v after %d, of %d", words, text, r, last, end)
				}
				last = r.To
			}
		}
	})
}
