package ui

import (
	"errors"
	"fmt"

	"rsc.io/qr/coding"
)

// utf8Segment says before the words of a code which letters its bytes are: an ECI
// header (ISO/IEC 18004, 7.4.2) with assignment 26, UTF-8. Readers that find none
// guess, and some take German for Chinese.
type utf8Segment struct{}

var _ coding.Encoding = utf8Segment{}

// Check implements coding.Encoding.
func (utf8Segment) Check() error { return nil }

// Bits implements coding.Encoding: a mode of four bits and an assignment of eight.
func (utf8Segment) Bits(coding.Version) int { return 4 + 8 }

// Encode implements coding.Encoding.
func (utf8Segment) Encode(b *coding.Bits, _ coding.Version) {
	const eci, utf8 = 7, 26
	b.Write(eci, 4)
	b.Write(utf8, 8)
}

// Modules is the code of some words as what it is made of: so many modules from side to
// side, and whether one is black; for what is drawn on paper.
func Modules(words string) (side int, black func(x, y int) bool, err error) {
	code, err := encode(words)
	if err != nil {
		return 0, nil, fmt.Errorf("make a code of %d bytes: %w", len(words), err)
	}
	return code.Size, code.Black, nil
}

var errLongCode = errors.New("too long for a code")

// encode makes the smallest code that holds some words, with the least correction:
// it is read from a clean screen or sheet.
func encode(words string) (*coding.Code, error) {
	segments := []coding.Encoding{coding.String(words)}
	for i := range len(words) {
		if words[i] >= 0x80 {
			segments = []coding.Encoding{utf8Segment{}, coding.String(words)}
			break
		}
	}
	for v := coding.Version(coding.MinVersion); v <= coding.MaxVersion; v++ {
		bits := 0
		for _, s := range segments {
			bits += s.Bits(v)
		}
		if bits > v.DataBytes(coding.L)*8 {
			continue
		}
		plan, err := coding.NewPlan(v, coding.L, 0)
		if err != nil {
			return nil, fmt.Errorf("plan a code: %w", err)
		}
		return plan.Encode(segments...)
	}
	return nil, errLongCode
}
