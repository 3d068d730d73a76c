package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"vigil/content/authoring"
)

// letters reports, once a script and file, the letters that would show as an empty
// box, and words that cannot be broken into lines.
func letters(in *inspection) {
	if in.tools.Glyphs == nil {
		return
	}
	told := map[string]bool{}
	once := func(file, what string) bool {
		key := file + "\x00" + what
		defer func() { told[key] = true }()
		return !told[key]
	}
	all := in.missingLetters()
	for _, p := range in.Passages {
		if ascii(p.Text) {
			continue
		}
		if at := unbreakable(p.Text); at >= 0 && once(p.File, "unbreakable") {
			line, col := p.At(at)
			in.place(p.File, line, col, authoring.Warning, "these words have no spaces between them, and Vigil cannot tell where their lines may break", "put U+200B, a space without width, between the words")
		}
		for _, r := range in.tools.Glyphs.Missing(p.Text) {
			script := scriptName(r)
			if r < ' ' || !once(p.File, script) {
				continue
			}
			line, col := p.At(strings.IndexRune(p.Text, r))
			if script == "" {
				in.place(p.File, line, col, authoring.Error, fmt.Sprintf("no font has the sign U+%04X", r), "write it with another sign, or bring a font that has it: fonts/NAME.ttf, and its licence beside it, fonts/NAME.txt")
				continue
			}
			in.place(p.File, line, col, authoring.Error, fmt.Sprintf("no font has %d of the letters of %s here, such as U+%04X", len(all[p.File+script]), script, r),
				"bring a font of that script: fonts/NAME.ttf, and its licence beside it, fonts/NAME.txt")
		}
	}
}

// missingLetters are the letters that no font has, by file and script.
func (in *inspection) missingLetters() map[string][]rune {
	out := map[string][]rune{}
	for _, p := range in.Passages {
		if ascii(p.Text) {
			continue
		}
		for _, r := range in.tools.Glyphs.Missing(p.Text) {
			key := p.File + scriptName(r)
			if !slices.Contains(out[key], r) {
				out[key] = append(out[key], r)
			}
		}
	}
	return out
}

// scriptName is what Unicode calls the script of a letter, "" for a sign of no one
// script.
func scriptName(r rune) string {
	for name, table := range unicode.Scripts {
		if name != "Common" && name != "Inherited" && unicode.Is(table, r) {
			return strings.ReplaceAll(name, "_", " ")
		}
	}
	return ""
}

// mostUnbroken is how many letters without a space fit a line at the largest text.
const mostUnbroken = 24

// unbreakable is where a stretch of letters begins that would have to be broken into
// lines by a dictionary (UAX #14, SA) and is not, or -1. Khmer and Burmese are
// broken between syllables.
func unbreakable(text string) int {
	begin, n := -1, 0
	for i, r := range text {
		if !unicode.In(r, unicode.Thai, unicode.Lao, unicode.Tai_Le, unicode.New_Tai_Lue, unicode.Tai_Tham, unicode.Tai_Viet) {
			begin, n = -1, 0
			continue
		}
		if begin < 0 {
			begin = i
		}
		if n++; n > mostUnbroken {
			return begin
		}
	}
	return -1
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
