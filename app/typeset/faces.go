package typeset

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"log/slog"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
)

// cut is one face of a family: the weights and slants that exist as files.
type cut struct {
	family       Family
	script       language.Script
	bold, italic bool
}

// fileNames is every face that Vigil carries as it is. Cyrillic and Greek are in
// the Latin files.
var fileNames = map[cut]string{
	{Serif, language.Latin, false, false}:  "NotoSerif-Regular.ttf",
	{Serif, language.Latin, true, false}:   "NotoSerif-Bold.ttf",
	{Serif, language.Latin, false, true}:   "NotoSerif-Italic.ttf",
	{Serif, language.Latin, true, true}:    "NotoSerif-BoldItalic.ttf",
	{Sans, language.Latin, false, false}:   "NotoSans-Regular.ttf",
	{Sans, language.Latin, true, false}:    "NotoSans-Bold.ttf",
	{Sans, language.Latin, false, true}:    "NotoSans-Italic.ttf",
	{Sans, language.Latin, true, true}:     "NotoSans-BoldItalic.ttf",
	{Serif, language.Arabic, false, false}: "NotoNaskhArabic-Regular.ttf",
	{Serif, language.Arabic, true, false}:  "NotoNaskhArabic-Bold.ttf",
	{Sans, language.Arabic, false, false}:  "NotoSansArabic-Regular.ttf",
	{Sans, language.Arabic, true, false}:   "NotoSansArabic-Bold.ttf",
	{Serif, language.Hebrew, false, false}: "NotoSerifHebrew-Regular.ttf",
	{Serif, language.Hebrew, true, false}:  "NotoSerifHebrew-Bold.ttf",
	{Sans, language.Hebrew, false, false}:  "NotoSansHebrew-Regular.ttf",
	{Sans, language.Hebrew, true, false}:   "NotoSansHebrew-Bold.ttf",
	{Serif, language.Han, false, false}:    "NotoSansJP-Names.otf",
	{Serif, language.Han, true, false}:     "NotoSansJP-Names.otf",
	{Sans, language.Han, false, false}:     "NotoSansJP-Names.otf",
	{Sans, language.Han, true, false}:      "NotoSansJP-Names.otf",
}

// held are the scripts whose faces are compressed, for few pages need them: the
// name in their files, whether there are letters for reading beside those for the
// interface, and the weight that stands for bold.
var held = map[language.Script]struct {
	name  string
	serif bool
	bold  string
}{
	language.Armenian:   {"Armenian", true, "Bold"},
	language.Bengali:    {"Bengali", true, "Bold"},
	language.Devanagari: {"Devanagari", true, "Bold"},
	language.Ethiopic:   {"Ethiopic", true, "Bold"},
	language.Georgian:   {"Georgian", true, "Bold"},
	language.Khmer:      {"Khmer", true, "Bold"},
	language.Myanmar:    {"Myanmar", true, "Bold"},
	language.Syriac:     {"Syriac", false, "Black"},
	language.Tamil:      {"Tamil", true, "Bold"},
	language.Thaana:     {"Thaana", false, "Bold"},
}

// fileName is the file of a face; "" where Vigil carries none.
func fileName(c cut) string {
	h, ok := held[c.script]
	if !ok {
		return fileNames[c]
	}
	family, weight := "NotoSans", "Regular"
	if h.serif && c.family == Serif {
		family = "NotoSerif"
	}
	if c.bold {
		weight = h.bold
	}
	return family + h.name + "-" + weight + ".ttf.gz"
}

// opticalSize is how much larger than the number says a script is set, so that
// its letters look the size of the Latin beside them; found by eye.
func opticalSize(family Family, script language.Script) float32 {
	switch {
	case script == language.Arabic && family == Serif:
		return 1.16
	case script == language.Arabic:
		return 1.06
	case script == language.Hebrew:
		return 1.04
	default:
		return 1
	}
}

// scriptOf folds a letter's script to one that has faces of its own.
func scriptOf(r rune) language.Script {
	// Digits of the Latin alphabet look like the Latin letters in every script's
	// text.
	if r >= '0' && r <= '9' {
		return language.Latin
	}
	s := language.LookupScript(r)
	switch s {
	case language.Arabic, language.Hebrew, language.Han:
		return s
	case language.Hiragana, language.Katakana, language.Bopomofo:
		return language.Han
	case language.Common, language.Inherited, language.Unknown:
		return language.Common
	case language.Cyrillic, language.Greek:
		return language.Latin
	}
	return s
}

func cutOf(style Style, script language.Script) cut {
	c := cut{family: style.Family, script: script, bold: style.Bold, italic: style.Italic}
	if script != language.Latin && c.italic {
		c.bold, c.italic = true, false
	}
	return c
}

// face reads a face on its first use. A face that cannot be read is replaced
// by the plain Latin one, so that a damaged file costs letters and not the
// kiosk; nil only if that one is damaged too. A script that has no face here gets
// the Latin one's box.
func (s *Setter) face(c cut) *font.Face {
	plain := cut{Sans, language.Latin, false, false}
	name := fileName(c)
	if name == "" {
		name = fileName(plain)
	}
	if f, ok := s.faces[name]; ok {
		return f
	}
	f, err := readFace(s.fonts, name)
	if err != nil {
		slog.Error("read font", "file", name, "err", err)
		if c != plain {
			f = s.face(plain)
		}
	}
	s.faces[name] = f
	return f
}

// mostFont bounds what a compressed font grows to, bytes.
const mostFont = 4 << 20

func readFace(fonts fs.FS, name string) (*font.Face, error) {
	data, err := fs.ReadFile(fonts, name)
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(name, ".gz") {
		zip, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			return nil, err
		}
		if data, err = io.ReadAll(io.LimitReader(zip, mostFont)); err != nil {
			return nil, err
		}
	}
	return font.ParseTTF(bytes.NewReader(data))
}

// Missing lists the letters of text for which no face has a glyph, each once,
// in order. Letters that are never drawn (white space, joiners, direction
// marks) do not count.
func (s *Setter) Missing(text string) []rune {
	s.mu.Lock()
	defer s.mu.Unlock()
	var missing []rune
	seen := map[rune]bool{}
	for _, r := range text {
		if seen[r] || invisible(r) {
			continue
		}
		seen[r] = true
		if !s.drawable(r) {
			missing = append(missing, r)
		}
	}
	return missing
}

func (s *Setter) drawable(r rune) bool {
	script := scriptOf(r)
	if script == language.Common {
		script = language.Latin
	}
	for _, family := range []Family{Sans, Serif} {
		if !has(s.faceFor(Style{Family: family}, script, r), r) && !(script == language.Latin && s.anyHeld(family, r)) {
			return false
		}
	}
	return true
}

// anyHeld reports whether a face of a script that is held compressed has a sign that
// several scripts share, such as the danda of India: within their words it is set in
// their face.
func (s *Setter) anyHeld(family Family, r rune) bool {
	for script := range held {
		if has(s.face(cut{family, script, false, false}), r) {
			return true
		}
	}
	return false
}

// invisible reports letters that shape or space text and have no picture.
func invisible(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r)
}

// mostFaces is how many faces the shaper keeps what it has prepared of.
const mostFaces = 32
