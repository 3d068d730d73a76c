package i18n_test

import (
	"testing"

	"vigil/i18n"
)

func TestIsolate(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"words", "Srebrenica", "\u2068Srebrenica\u2069"},
		{"words from right to left", "سربرنيتسا", "\u2068سربرنيتسا\u2069"},
		{"a label and its list, each isolated", "\u2068إدانة\u2069: \u2068الإبادة\u2069", "\u2067\u2068إدانة\u2069: \u2068الإبادة\u2069\u2069"},
		{"the same, from left to right", "\u2068Convicted\u2069: \u2068genocide\u2069", "\u2068\u2068Convicted\u2069: \u2068genocide\u2069\u2069"},
		{"what begins within counts", "\u2068إدانة\u2069: \u2068IRMCT\u2069", "\u2067\u2068إدانة\u2069: \u2068IRMCT\u2069\u2069"},
		{"a word outside counts first", "\u2068إدانة\u2069 IRMCT", "\u2068\u2068إدانة\u2069 IRMCT\u2069"},
		{"a number", "1995", "\u20681995\u2069"},
		{"nothing", "", "\u2068\u2069"},
	} {
		if got := i18n.Isolate(test.text); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}
