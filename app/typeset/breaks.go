package typeset

import (
	"slices"
	"unicode"

	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

const (
	softHyphen     = '\u00ad'
	zeroWidthSpace = '\u200b'
	wordJoiner     = '\u2060'
)

// Letters that stand for others where lines are broken: an ideograph, before and
// after which a line may break, and a mark, before which it may not (UAX #14, ID
// and CM).
const (
	syllableStart = '\u4e00'
	syllableRest  = '\u0301'
)

// breakable is the text as the line breaker is given it. Khmer and Burmese are
// written without spaces between words, and UAX #14 leaves them to a dictionary:
// here lines break between syllables, or only where the author has put U+200B
// between words.
func breakable(text []rune) []rune {
	if !slices.ContainsFunc(text, syllabic) {
		return text
	}
	marked := slices.Contains(text, zeroWidthSpace)
	out := slices.Clone(text)
	for i := 0; i < len(text); i++ {
		if !syllabic(text[i]) {
			continue
		}
		end := i
		for end < len(text) && syllabic(text[end]) {
			out[end] = syllableRest
			end++
		}
		out[i] = syllableStart
		if !marked {
			for _, start := range syllables(text[i:end]) {
				out[i+start] = syllableStart
			}
		}
		i = end
	}
	return out
}

// syllabic reports whether a letter or mark is of a script that is broken between
// syllables.
func syllabic(r rune) bool {
	if r < 0x1000 || !unicode.IsLetter(r) && !unicode.IsMark(r) {
		return false
	}
	return unicode.Is(unicode.Khmer, r) || unicode.Is(unicode.Myanmar, r)
}

// Signs that bind letters to one syllable.
const (
	khmerCoeng    = '\u17d2' // the next consonant is written below
	khmerShort    = '\u17cb' // the vowel before this last consonant is short
	khmerSilent   = '\u17cd' // this last consonant is not said
	myanmarVirama = '\u1039' // the next consonant is stacked
	myanmarAsat   = '\u103a' // the consonant before has no vowel: it ends a syllable
)

// syllables lists where the syllables of a stretch of letters begin.
func syllables(text []rune) []int {
	var out []int
	for i := 0; i < len(text); {
		if unicode.Is(unicode.Myanmar, text[i]) {
			if i == 0 || startsBurmese(text, i) {
				out = append(out, i)
			}
			i++
			continue
		}
		out = append(out, i)
		i = khmerEnd(text, i)
	}
	return out
}

// startsBurmese reports whether a Burmese syllable begins at a letter: one that is
// stacked under another or has no vowel ends the syllable before it.
func startsBurmese(text []rune, i int) bool {
	if !unicode.IsLetter(text[i]) || text[i-1] == myanmarVirama {
		return false
	}
	for _, r := range text[i+1 : min(i+3, len(text))] {
		if r == myanmarAsat || r == myanmarVirama {
			return false
		}
		if r != '\u1037' { // a dot below may stand before the sign that there is no vowel
			break
		}
	}
	return true
}

// khmerEnd is where the Khmer syllable ends that begins at i. A consonant without a
// sign of its own ends the syllable before it. Where a stacked one follows, its first
// half may end the syllable too, and only a dictionary could tell: no line breaks there.
func khmerEnd(text []rune, i int) int {
	at := khmerCluster(text, i)
	if at.end == i+1 {
		next := khmerCluster(text, at.end)
		switch {
		case next.bare:
			return next.end // two letters alone: the second is the end
		case next.end > at.end && !next.alone:
			at = next // a short syllable leans on the one after it
		}
	}
	for {
		next := khmerCluster(text, at.end)
		switch {
		case next.stacked:
			at = next
		case next.closes:
			at = next
			if !khmerCluster(text, at.end).closes {
				return at.end
			}
		case next.bare:
			if after := khmerCluster(text, next.end); !after.stacked {
				if !after.closes {
					return next.end
				}
				at = next
				continue
			}
			at = next
		default:
			return at.end
		}
	}
}

// khmer is a Khmer consonant or vowel letter with all its signs.
type khmer struct {
	end     int
	bare    bool // has no sign, and may end a syllable
	closes  bool // has a sign that says it ends one
	stacked bool // another consonant is written below it
	alone   bool // begins a syllable, whatever follows
}

func khmerCluster(text []rune, i int) khmer {
	if i >= len(text) || !unicode.Is(unicode.Khmer, text[i]) {
		return khmer{end: i}
	}
	k := khmer{end: i + 1, alone: standsAlone(text[i])}
	for k.end < len(text) && (unicode.IsMark(text[k.end]) || text[k.end-1] == khmerCoeng) {
		k.stacked = k.stacked || text[k.end] == khmerCoeng
		k.closes = k.closes || text[k.end] == khmerShort || text[k.end] == khmerSilent
		k.end++
	}
	k.bare = k.end == i+1 && !k.alone
	return k
}

// standsAlone reports whether a Khmer letter never ends a syllable: the vowels that
// are letters, and the consonant that carries vowels.
func standsAlone(r rune) bool { return r >= '\u17a2' && r <= '\u17b3' }

// wrapHyphens breaks a paragraph into lines, and keeps a line from ending at a soft
// hyphen where the hyphen that is then shown would not fit.
func (s *Setter) wrapHyphens(p Paragraph, l letters, outs []shaping.Output, width float32) []shaping.Line {
	text := breakable(l.text)
	lines := s.wrapOnce(l, text, outs, width)
	if width <= 0 || !slices.Contains(l.text, softHyphen) {
		return lines
	}
	if &text[0] == &l.text[0] {
		text = slices.Clone(text)
	}
	for range slices.Index(l.text, softHyphen) + len(l.text) {
		at := s.overlong(p, l, lines, width)
		if at < 0 {
			break
		}
		text[at] = wordJoiner
		lines = s.wrapOnce(l, text, slices.Clone(outs), width)
	}
	return lines
}

// overlong is the soft hyphen at the end of a line that has no room for a hyphen,
// or -1.
func (s *Setter) overlong(p Paragraph, l letters, lines []shaping.Line, width float32) int {
	for _, line := range lines[:len(lines)-1] {
		last := line[len(line)-1]
		end := last.Runes.Offset + last.Runes.Count - 1
		if l.text[end] != softHyphen {
			continue
		}
		var wide fixed.Int26_6
		for _, run := range line {
			wide += run.Advance
		}
		if float32(wide+s.hyphen(p, l, last).Advance)/64 > width {
			return end
		}
	}
	return -1
}

// hyphenate shows the hyphen of a line that ends at a soft hyphen.
func (s *Setter) hyphenate(line *Line, l letters, p Paragraph) {
	if line.To == 0 || line.To >= len(l.text) || l.text[line.To-1] != softHyphen {
		return
	}
	for i := range line.runs {
		r := &line.runs[i]
		if !slices.ContainsFunc(r.glyphs, func(g shaping.Glyph) bool { return g.TextIndex() == line.To-1 }) {
			continue
		}
		shaped := s.hyphen(p, l, shaping.Output{Face: r.face, Size: fixed.Int26_6(r.size * 64), Runes: shaping.Range{Offset: line.To - 1, Count: 1}})
		wide := float32(shaped.Advance) / 64
		end := placed{x: r.x + r.width, span: r.span, face: shaped.Face, size: r.size, glyphs: shaped.Glyphs, width: wide}
		at := i + 1
		if r.rtl {
			end.x, at = r.x, i
		}
		for j := at; j < len(line.runs); j++ {
			line.runs[j].x += wide
		}
		line.runs = slices.Insert(line.runs, at, end)
		line.Width += wide
		return
	}
}

// hyphen is the hyphen that a run ends with: Armenian has its own (U+058A).
func (s *Setter) hyphen(p Paragraph, l letters, run shaping.Output) shaping.Output {
	at := min(run.Runes.Offset+run.Runes.Count, len(l.text)) - 1
	script := language.Latin
	for i := at; i >= 0; i-- {
		if own := scriptOf(l.text[i]); own != language.Common {
			script = own
			break
		}
	}
	sign, face := '\u2010', run.Face
	if script == language.Armenian {
		sign = '\u058a'
	}
	if !has(face, sign) {
		sign = '-'
	}
	if !has(face, sign) {
		face = s.face(cut{Sans, language.Latin, false, false})
	}
	text := slices.Clone(l.text)
	text[at] = sign
	return s.shapeRun(shaping.Input{
		Text: text, RunStart: at, RunEnd: at + 1, Direction: di.DirectionLTR, Face: face, Size: run.Size, Script: script, Language: language.NewLanguage(p.Lang),
	})
}
