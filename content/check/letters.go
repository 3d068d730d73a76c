package check

import (
	"fmt"
	"strings"

	"vigil/content/authoring"
)

// letters reports the letters that would show as an empty box.
func letters(in *inspection) {
	if in.glyphs == nil {
		return
	}
	for _, p := range in.Passages {
		if ascii(p.Text) {
			continue
		}
		for _, r := range in.glyphs.Missing(p.Text) {
			if r < ' ' {
				continue
			}
			line, col := p.At(strings.IndexRune(p.Text, r))
			in.place(p.File, line, col, authoring.Error, fmt.Sprintf("no font that Vigil carries has the letter U+%04X", r), "write it with another letter, or ask for a font of its script")
		}
	}
}

// ascii reports whether every font has the text's letters.
func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}
