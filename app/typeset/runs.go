package typeset

import (
	"math"
	"reflect"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
)

// letters is a paragraph as one line of runes with what belongs to each.
type letters struct {
	text  []rune
	span  []int // index of the span that each rune is of
	level []bidi.Level
	base  bidi.Level // level of the paragraph
}

func (s *Setter) letters(p Paragraph) letters {
	var l letters
	for i, span := range p.Spans {
		for _, r := range span.Text {
			l.text = append(l.text, settable(r))
			l.span = append(l.span, i)
		}
	}
	l.level, l.base = levels(&s.bidi, l.text, p.Direction)
	return l
}

// settable is a letter as it is set: what would end a line or jump is a space.
func settable(r rune) rune {
	if r == '\n' || r == '\r' || r == '\t' || r == '\u2029' {
		return ' '
	}
	return r
}

// levels is the embedding level of each rune (UAX #9), and the paragraph's.
func levels(b *bidi.Paragraph, text []rune, direction Direction) ([]bidi.Level, bidi.Level) {
	base := baseLevel(text, direction)
	out := make([]bidi.Level, len(text))
	dir := bidi.LeftToRight
	if base == 1 {
		dir = bidi.RightToLeft
	}
	// Runs joins neighbours of levels 0 and 2, or 1 and 3, and tells only the
	// first, which puts an Arabic number on the wrong side of the words after
	// it. The exact levels are in a field it does not export: read it.
	runs := b.Segment(text, dir)
	exact := reflect.ValueOf(runs).FieldByName("levels")
	for i := range min(exact.Len(), len(out)) {
		out[i] = level(exact.Index(i).Int())
	}
	return out, base
}

// baseLevel applies rules P2 and P3: the first strong letter outside isolates.
func baseLevel(text []rune, direction Direction) bidi.Level {
	switch direction {
	case LTR:
		return 0
	case RTL:
		return 1
	}
	depth := 0
	for _, r := range text {
		switch {
		case r >= '\u2066' && r <= '\u2068':
			depth++
		case r == '\u2069':
			depth = max(0, depth-1)
		case depth > 0:
		default:
			if dir, strong := strongDirection(r); strong {
				return dir
			}
		}
	}
	return 0
}

// level is an embedding level of UAX #9: odd runs right to left.
type level = bidi.Level

// run is the longest stretch of letters that can be shaped at once.
type run struct {
	from, to int
	script   language.Script
	face     *font.Face
	size     float32
}

// runs cuts a paragraph where span, level, script or face change.
func (s *Setter) runs(p Paragraph, l letters) []run {
	scripts := scripts(l)
	var out []run
	for i, r := range l.text {
		style := p.Spans[l.span[i]].Style
		script := scripts[i]
		face := s.faceFor(style, script, r)
		size := sizeOf(style, script)
		if n := len(out) - 1; n >= 0 && l.span[i] == l.span[i-1] && l.level[i] == l.level[i-1] && out[n].script == script && (out[n].face == face || invisible(r)) {
			out[n].to = i + 1
			continue
		}
		out = append(out, run{i, i + 1, script, face, size})
	}
	return out
}

// sizeOf is how large a script is set in a style. A whole size stays whole, rounded up,
// so that letters stand on the screen's px as they were shaped.
func sizeOf(style Style, script language.Script) float32 {
	size := style.Size * opticalSize(style.Family, script)
	if whole := float32(math.Trunc(float64(style.Size))); whole == style.Size {
		return float32(fixed.Int26_6(size * 64).Ceil())
	}
	return size
}

// faceFor finds the face of the letter's own script, or another that has the
// letter: a Latin digit set in an Arabic paragraph.
func (s *Setter) faceFor(style Style, script language.Script, r rune) *font.Face {
	if brought := s.broughtFor(style, script, r); brought != nil {
		return brought
	}
	own := s.face(cutOf(style, script))
	if invisible(r) || has(own, r) {
		return own
	}
	for _, other := range []language.Script{language.Latin, language.Arabic, language.Hebrew, language.Han} {
		if f := s.face(cutOf(style, other)); other != script && has(f, r) {
			return f
		}
	}
	if f := s.anyBrought(style, r); f != nil {
		return f
	}
	return own
}

func has(f *font.Face, r rune) bool {
	if f == nil {
		return false
	}
	_, ok := f.NominalGlyph(r)
	return ok
}

// scripts resolves what is common to all scripts (spaces, digits, punctuation)
// to the letters before it on the same level, or else after it (UAX #24, 5.2).
func scripts(l letters) []language.Script {
	out := make([]language.Script, len(l.text))
	last := language.Common
	var open []int
	for i, r := range l.text {
		if i > 0 && l.level[i] != l.level[i-1] {
			last = language.Common
		}
		if own := scriptOf(r); own != language.Common {
			last = own
		}
		out[i] = last
		switch at := bracket(l.text, open, r); {
		case at == opening && len(open) < mostOpen:
			open = append(open, i)
		case at >= 0:
			out[i] = out[open[at]]
			open = open[:at]
		}
	}
	next := language.Latin
	for i := len(out) - 1; i >= 0; i-- {
		if out[i] == language.Common {
			out[i] = next
		}
		next = out[i]
	}
	return out
}

// mostOpen bounds the brackets that are open at once, as rule BD16 of UAX #9 does.
const mostOpen = 63

// What bracket says of a letter that closes none of the open ones.
const (
	opening   = -1
	noBracket = -2
)

// openers are the marks that open a pair, by those that close it.
var openers = map[rune]rune{
	')': '(', ']': '[', '}': '{', '»': '«', '›': '‹', '”': '“', '⟩': '⟨', '」': '「', '』': '『', '）': '（',
}

// opens are the marks that open a pair.
const opens = "([{«‹“⟨「『（"

// bracket is which of the open brackets a letter closes: a pair is of one script, so
// that it is of one face and matches (UAX #24, 5.2).
func bracket(text []rune, open []int, r rune) int {
	if !mayPair(r) {
		return noBracket
	}
	if strings.ContainsRune(opens, r) {
		return opening
	}
	opener, closes := openers[r]
	if !closes {
		return noBracket
	}
	for at := len(open) - 1; at >= 0; at-- {
		if text[open[at]] == opener {
			return at
		}
	}
	return noBracket
}

// mayPair sorts out letters and digits, which most of a text is.
func mayPair(r rune) bool {
	switch {
	case r < 0x80:
		return r == '(' || r == ')' || r == '[' || r == ']' || r == '{' || r == '}'
	case r < 0xc0:
		return r == '«' || r == '»'
	}
	return r >= 0x2018 && r <= 0x203a || r >= 0x27e8 && r <= 0x27e9 || r >= 0x300c && r <= 0x300f || r >= 0xff08 && r <= 0xff09
}

// shape turns runs into glyphs, in the order of the text. It yields nothing
// only when no font at all could be read.
func (s *Setter) shape(p Paragraph, l letters, runs []run) []shaping.Output {
	outs := make([]shaping.Output, 0, len(runs))
	for _, r := range runs {
		if r.face == nil {
			return nil
		}
		dir := di.DirectionLTR
		if l.level[r.from]%2 == 1 {
			dir = di.DirectionRTL
		}
		out := s.shapeRun(shaping.Input{
			Text: l.text, RunStart: r.from, RunEnd: r.to,
			Direction: dir,
			Face:      r.face,
			Size:      fixed.Int26_6(r.size * 64),
			Script:    r.script,
			Language:  language.NewLanguage(p.Lang),
		})
		tellSpaces(&out, l.text)
		outs = append(outs, out)
	}
	return outs
}

// shapeRun shapes a run at its size. The shaper takes whole sizes and rounds others
// up, which would set words on paper with gaps between the letters.
func (s *Setter) shapeRun(in shaping.Input) shaping.Output {
	out := s.tryShape(in)
	whole := fixed.I(in.Size.Ceil())
	if whole == in.Size || whole == 0 {
		return out
	}
	exact := func(length fixed.Int26_6) fixed.Int26_6 {
		return fixed.Int26_6(math.Round(float64(length) * float64(in.Size) / float64(whole)))
	}
	out.Advance = 0
	for i := range out.Glyphs {
		g := &out.Glyphs[i]
		g.Advance, g.XOffset, g.YOffset = exact(g.Advance), exact(g.XOffset), exact(g.YOffset)
		out.Advance += g.Advance
	}
	return out
}

// tellSpaces gives every glyph but white space a width. The line wrapper takes
// a glyph without one for white space, whose room at a line's end does not
// count; asking the font for real extents costs half as much again as shaping.
func tellSpaces(out *shaping.Output, text []rune) {
	for i := range out.Glyphs {
		if g := &out.Glyphs[i]; !unicode.IsSpace(text[g.TextIndex()]) {
			g.Width = 1
		}
	}
}

// visual is rule L2 of UAX #9: from the highest level down to the lowest odd
// one, reverse every stretch at that level or above. It returns the order in
// which items with these levels stand from left to right.
func visual(levels []bidi.Level) []int {
	order := make([]int, len(levels))
	highest, lowestOdd := bidi.Level(0), bidi.Level(127)
	for i, l := range levels {
		order[i] = i
		highest = max(highest, l)
		if l%2 == 1 {
			lowestOdd = min(lowestOdd, l)
		}
	}
	for level := highest; level >= lowestOdd && level > 0; level-- {
		for i := 0; i < len(order); {
			j := i
			for j < len(order) && levels[order[j]] >= level {
				j++
			}
			reverse(order[i:j])
			i = max(j, i+1)
		}
	}
	return order
}

func reverse(s []int) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}
