package paper

import (
	"cmp"
	"image/color"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"

	"vigil/app/typeset"
)

// sign is a code at its place on a line.
type sign struct {
	font *fontOf
	size float32
	ink  color.NRGBA
	code int
	x    float32 // from the layout's left edge
}

// line is the signs of a line of words from left to right, whatever the direction they
// are read in: that is how most programs that write PDF have it, and what readers
// expect who turn Arabic and Hebrew round by themselves.
type line struct {
	signs    []sign
	baseline float32 // from the layout's top
}

// lines are a layout's. One that is read from left to right among others that are not
// ends with a mark that says so, for the full stop at its end.
func (d *Document) lines(l *typeset.Layout) []line {
	out := make([]line, len(l.Lines))
	for run := range l.Runs() {
		if !(run.Size > 0) {
			continue
		}
		to := &out[run.Line]
		to.baseline = run.Baseline
		to.signs = append(to.signs, d.font(run.Face).signs(run, l.RTL)...)
	}
	for i := range out {
		if n := len(out[i].signs); n > 0 && d.rtl && !l.RTL {
			last := out[i].signs[n-1]
			last.code, last.x = last.font.code(picture{text: leftToRight}), l.Lines[i].X+l.Lines[i].Width
			out[i].signs = append(out[i].signs, last)
		}
		slices.SortStableFunc(out[i].signs, func(a, b sign) int { return cmp.Compare(a.x, b.x) })
	}
	return out
}

// Marks that turn no letter and are letters themselves, of one direction.
const (
	leftToRight = "\u200e"
	rightToLeft = "\u200f"
	beside      = 0.02 // how far left of what they follow they stand, points
)

// signs are the signs of a run in a paragraph that is read from right to left or not.
//
// Where the direction turns back to the paragraph's, a mark says so. Readers that go
// by places alone take the space and the bracket behind a number to be before it
// otherwise, for those have no direction of their own; likewise what follows a comma,
// which they hold for a part of a number.
func (f *fontOf) signs(run typeset.Run, rtl bool) []sign {
	var out []sign
	at := run.X
	for _, c := range joined(run) {
		for _, s := range f.letters(c, run) {
			s.x += at
			out = append(out, s)
		}
		if rtl && run.RTL && numeric(c.Text) {
			out = append(out, f.silent(run, rightToLeft, at-beside))
		}
		at += c.Advance
	}
	switch {
	case rtl && !run.RTL:
		out = append(out, f.silent(run, rightToLeft, run.X-beside))
	case !rtl && run.RTL:
		out = append(out, f.silent(run, leftToRight, run.X+run.Width))
	}
	return out
}

func (f *fontOf) silent(run typeset.Run, letter string, x float32) sign {
	return sign{font: f, size: run.Size, ink: run.Style.Ink, code: f.code(picture{text: letter}), x: x}
}

// numeric reports a sign that stands in numbers.
func numeric(s string) bool {
	p, n := bidi.LookupString(s)
	if n != len(s) {
		return false
	}
	switch p.Class() {
	case bidi.ES, bidi.ET, bidi.CS:
		return true
	}
	return false
}

// letters are the signs of a cluster, x from its left end. A cluster of several letters
// is one sign where it is read from left to right. Where it is not, each letter has a
// sign of its own: readers that turn lines round turn round what one sign says as well.
// The first one shows the picture, the others show nothing.
func (f *fontOf) letters(c typeset.Cluster, run typeset.Run) []sign {
	whole, left := f.picture(c, run.Size)
	s := sign{font: f, size: run.Size, ink: run.Style.Ink}
	letters := []rune(whole.text)
	if len(letters) < 2 || !run.RTL && !strings.ContainsFunc(whole.text, unmeasured) {
		s.code, s.x = f.code(whole), left
		return []sign{s}
	}
	scale := f.face.Units() / run.Size
	width := c.Advance / float32(max(bases(letters), 1))
	var out []sign
	x := float32(0) // where the letter stands, from where the reading of the cluster begins
	for i, r := range letters {
		p := picture{text: string(r)}
		has := i == 0 || !follows(r)
		if has {
			p.advance = unit(width * scale)
		}
		s.x = x
		if run.RTL {
			s.x = c.Advance - x - run.Size*markRoom
			if has {
				s.x = c.Advance - x - width
			}
		}
		if has {
			x += width
		}
		if i == 0 {
			p.parts = moved(whole.parts, (left-s.x)*scale)
		}
		s.code = f.code(p)
		out = append(out, s)
	}
	return out
}

func unmeasured(r rune) bool { return unicode.Is(unicode.Mn, r) }

// markRoom is how far left of its letter's left end a mark stands that has no room of
// its own, in parts of an em.
const markRoom = 0.02

func bases(letters []rune) int {
	n := 0
	for _, r := range letters {
		if !follows(r) {
			n++
		}
	}
	return n
}

// follows reports letters that have no room of their own.
func follows(r rune) bool { return unicode.Is(unicode.M, r) || joiner(r) }

func moved(parts []part, dx float32) []part {
	out := slices.Clone(parts)
	for i := range out {
		out[i].dx += int(unit(dx))
	}
	return out
}

// joined is the clusters of a run without those that only helped to set it. What has
// no room of its own that could be pointed at, as signs that join letters and part them
// and the second half of some Arabic ligatures, is of the letter before it.
func joined(run typeset.Run) []typeset.Cluster {
	out := make([]typeset.Cluster, 0, len(run.Clusters))
	var carried typeset.Cluster // to a letter that stands further right
	for _, c := range run.Clusters {
		if !c.Hyphen {
			c.Text = readable(c.Text)
		}
		switch {
		case c.Text == "" && c.Advance == 0:
			continue
		case !roomless(c):
			out = append(out, after(c, carried, run.RTL))
			carried = typeset.Cluster{}
		case run.RTL:
			carried = after(c, carried, run.RTL)
		case len(out) > 0:
			out[len(out)-1] = after(out[len(out)-1], c, false)
		default:
			out = append(out, c)
		}
	}
	if carried.Text != "" {
		out = append(out, carried)
	}
	return out
}

func roomless(c typeset.Cluster) bool {
	return c.Advance == 0 && !c.Hyphen && strings.TrimSpace(c.Text) != ""
}

// after is two clusters in one, the second of which has no room.
func after(c, second typeset.Cluster, rtl bool) typeset.Cluster {
	c.Text += second.Text
	c.Glyphs = slices.Clip(c.Glyphs)
	for _, g := range second.Glyphs {
		if !rtl {
			g.X += c.Advance
		}
		c.Glyphs = append(c.Glyphs, g)
	}
	return c
}

// readable is text without what only helped to set it: what breaks lines and turns
// directions.
func readable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) && !joiner(r) {
			return -1
		}
		return r
	}, s)
}

// joiner reports the signs that join letters and part them, which belong to the
// spelling of some languages.
func joiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

// A hyphen that is only at a line's end is a soft one (ISO 32000-1, 14.8.2.2.3).
const hyphenText = "\u00ad"

// spoken is the letters of a cluster as they are to be found and read.
func spoken(c typeset.Cluster) string {
	if c.Hyphen {
		return hyphenText
	}
	letters := []rune(c.Text)
	return string(letters[:min(len(letters), mostLetters)])
}

// gap is what part of an em a code may be wider or narrower than its glyph.
const gap = 20

// picture is the picture of a cluster set at a size, and how far right of the cluster's
// left end it begins.
func (f *fontOf) picture(c typeset.Cluster, size float32) (p picture, left float32) {
	p.text = spoken(c)
	scale := f.face.Units() / size
	for _, g := range c.Glyphs[:min(len(c.Glyphs), mostParts)] {
		if g.ID == 0 {
			continue
		}
		if len(p.parts) == 0 {
			left = g.X
		}
		p.parts = append(p.parts, part{g.ID, int(unit((g.X - left) * scale)), int(unit(g.Y * scale))})
	}
	// What one glyph is wide is asked of the face, so that sizes do not round it and
	// kerning does not make many of it; but a gap would be taken for a space.
	if len(p.parts) == 1 {
		p.advance = unit(f.setter.Advance(f.face, p.parts[0].id))
		if !f.wide(left*scale) && !f.wide((c.Advance-left)*scale-float32(p.advance)) {
			return p, left
		}
	}
	p.parts = moved(p.parts, left*scale)
	p.advance = unit(max(c.Advance, 0) * scale)
	return p, 0
}

func (f *fontOf) wide(units float32) bool {
	return units > f.face.Units()/gap || units < -f.face.Units()/gap
}
