package ui

import (
	"bytes"
	"strings"
	"testing"

	"rsc.io/qr/coding"
)

// stream is the bits of a code's data, read from its plan's Encode by the same
// encodings: mode, header, words.
func stream(t *testing.T, words string) []byte {
	t.Helper()
	var b coding.Bits
	utf8Segment{}.Encode(&b, 1)
	coding.String(words).Encode(&b, 1)
	b.Pad(8*((b.Bits()+7)/8) - b.Bits())
	return b.Bytes()
}

// The header is 0111 and 26, and stands before words that are not ASCII.
func TestCodeSaysItsLetters(t *testing.T) {
	if got := stream(t, "ü"); !bytes.HasPrefix(got, []byte{0x71, 0xa4}) { // 0111 00011010 0100: ECI 26, then bytes
		t.Errorf("the code begins %x", got)
	}
	for words, want := range map[string]int{"plain": 21, "Völkermord": 21, strings.Repeat("ü", 9): 25} {
		code, err := encode(words)
		if err != nil || code.Size != want {
			t.Errorf("%q: %v, %v", words, code.Size, err)
		}
	}
	// A word of ASCII needs no header: 17 letters are the most of the smallest code.
	if code, err := encode(strings.Repeat("a", 17)); err != nil || code.Size != 21 {
		t.Errorf("17 letters: %v, %v", code.Size, err)
	}
	if _, err := encode(strings.Repeat("x", 3000)); err == nil {
		t.Error("a code of 3,000 letters is made")
	}
}
