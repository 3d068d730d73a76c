package typeset

import (
	"iter"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
)

// Run is a stretch of a line in one face and style, as it stands on the page: for
// those who place glyphs themselves, as on paper.
type Run struct {
	Line     int     // index among the layout's lines
	X        float32 // of its left end, px from the layout's left edge
	Baseline float32 // px from the layout's top
	Width    float32
	Face     Face
	Size     float32 // px an em
	Style    Style
	Link     string
	RTL      bool
	Clusters []Cluster // from left to right
}

// Cluster is the smallest stretch of letters that has a place of its own, with the
// glyphs that show it.
type Cluster struct {
	Text    string // the letters in the order they are read
	Advance float32
	Glyphs  []Glyph // in the order they are drawn
	Hyphen  bool    // shown at a line's end for a soft hyphen, which Text holds
}

// Glyph is a picture of a face at its place.
type Glyph struct {
	ID   GlyphID
	X, Y float32 // px from the cluster's left end and, upwards, from the baseline
}

// GlyphID numbers a picture within its face. 0 stands for a letter the face lacks,
// and is not drawn.
type GlyphID = font.GID

// Segment is a piece of an outline, in units of its face, y upwards.
type Segment = opentype.Segment

// Face is a font as runs are set with it. It may be compared.
type Face struct{ face *font.Face }

// Units is how many units the outlines have an em.
func (f Face) Units() float32 { return float32(f.face.Upem()) }

// Name is what the font calls itself, as NotoSerif-Bold: ASCII letters, digits and a
// hyphen; never empty.
func (f Face) Name() string {
	about := tried(f.face.Describe)
	name := strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, about.Family)
	name = name[:min(len(name), mostName)]
	if name == "" {
		name = "Font"
	}
	style := ""
	if about.Aspect.Weight >= font.WeightSemibold {
		style = "Bold"
	}
	if about.Aspect.Style == font.StyleItalic {
		style += "Italic"
	}
	if style == "" {
		style = "Regular"
	}
	return name + "-" + style
}

// mostName bounds the name of a family, bytes.
const mostName = 40

// Advance is how wide a glyph is, in units of the face.
func (s *Setter) Advance(f Face, id GlyphID) float32 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return tried(func() float32 { return f.face.HorizontalAdvance(id) })
}

// Outline is a glyph's; none for white space.
func (s *Setter) Outline(f Face, id GlyphID) []Segment {
	s.mu.Lock()
	defer s.mu.Unlock()
	return tried(func() []Segment {
		outline, _ := f.face.GlyphData(id).(font.GlyphOutline)
		return outline.Segments
	})
}

// tried is nothing where asking fails, as a font that an archive brings along may.
func tried[T any](ask func() T) (answer T) {
	defer func() {
		if recover() != nil {
			var nothing T
			answer = nothing
		}
	}()
	return ask()
}

// Rise is how far the face's letters reach above and below the baseline, in units of
// the face; below is negative.
func (f Face) Rise() (above, below float32) {
	extents := tried(func() font.FontExtents {
		extents, _ := f.face.FontHExtents()
		return extents
	})
	if extents.Ascender <= 0 {
		return f.Units(), 0
	}
	return extents.Ascender, extents.Descender
}

// Runs yields the layout's runs line by line, each line from left to right.
func (l *Layout) Runs() iter.Seq[Run] {
	return func(yield func(Run) bool) {
		text := l.text()
		for i := range l.Lines {
			line := &l.Lines[i]
			for j := range line.runs {
				if !yield(l.run(text, i, &line.runs[j])) {
					return
				}
			}
		}
	}
}

func (l *Layout) run(text []rune, i int, r *placed) Run {
	line := &l.Lines[i]
	span := &l.spans[r.span]
	out := Run{
		Line: i, X: line.X + r.x, Baseline: line.Baseline, Width: r.width,
		Face: Face{r.face}, Size: r.size, Style: span.Style, Link: span.Link, RTL: r.rtl,
	}
	for at := 0; at < len(r.glyphs); {
		first := &r.glyphs[at]
		from := first.TextIndex()
		c := Cluster{Text: string(text[from:min(from+first.RunesCount(), len(text))])}
		for at < len(r.glyphs) && r.glyphs[at].TextIndex() == from {
			g := &r.glyphs[at]
			c.Glyphs = append(c.Glyphs, Glyph{g.GlyphID, c.Advance + float32(g.XOffset)/64, float32(g.YOffset) / 64})
			c.Advance += float32(g.Advance) / 64
			at++
		}
		c.Hyphen = text[from] == softHyphen && c.Advance > 0
		out.Clusters = append(out.Clusters, c)
	}
	return out
}

// text is the letters of the paragraph, as they were set.
func (l *Layout) text() []rune {
	out := make([]rune, 0, l.Letters)
	for i := range l.spans {
		for _, r := range l.spans[i].Text {
			out = append(out, settable(r))
		}
	}
	return out
}

// Text is the letters of the layout's lines in the order they are read.
func (l *Layout) Text() string {
	if len(l.Lines) == 0 {
		return ""
	}
	return string(l.text()[l.Lines[0].From:l.Lines[len(l.Lines)-1].To])
}
