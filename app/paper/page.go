package paper

import (
	"fmt"
	"math"
	"strings"
	"unicode"

	"vigil/app/typeset"
)

// Page is one sheet. x and y are points from its top left corner, y downwards. What
// is placed later lies above, and is read later.
type Page struct {
	Format
	doc     *Document
	ref     ref
	content strings.Builder
	marks   []*element // by their numbers
	open    *element   // of the stretch that is being marked
	marking bool       // whether one is; open is nil for what is not of the text
	images  []int      // of the document's, that the page shows
}

// mark sees to it that what follows is of an element, or of none.
func (p *Page) mark(e *element) {
	if p.marking && p.open == e {
		return
	}
	p.unmark()
	p.marking, p.open = true, e
	if e == nil {
		p.content.WriteString("/Artifact BMC\n")
		return
	}
	fmt.Fprintf(&p.content, "%s<</MCID %d>>BDC\n", name(e.kind), len(p.marks))
	e.children = append(e.children, child{page: p, mark: len(p.marks)})
	p.marks = append(p.marks, e)
}

func (p *Page) unmark() {
	if p.marking {
		p.content.WriteString("EMC\n")
	}
	p.marking, p.open = false, nil
}

// Text places a paragraph, the layout's top left corner at x, y. A layout cut by
// Between keeps the heights of its lines: place it higher by the first one's Top.
// Links are underlined, and lead nowhere.
func (p *Page) Text(l *typeset.Layout, x, y float32, as Role) {
	if len(l.Lines) == 0 {
		return
	}
	e := p.doc.begin(as)
	if e != nil {
		p.describe(e, l, as)
	}
	p.unmark() // each paragraph has a mark of its own
	p.mark(e)
	p.content.WriteString("BT\n")
	pen := pen{page: p}
	for run := range l.Runs() {
		pen.run(run, x, y)
	}
	p.content.WriteString("ET\n")
	p.unmark()
	for run := range l.Runs() {
		p.underline(run, x, y)
	}
}

func (p *Page) describe(e *element, l *typeset.Layout, as Role) {
	if l.Lang != p.doc.info.Lang && e.lang == "" {
		e.lang = l.Lang
	}
	if as != Continued {
		e.actual = ""
		if turned(l) {
			e.actual = readable(l.Text())
		}
		return
	}
	if e.actual != "" {
		e.actual += readable(l.Text())
	}
}

// turned reports whether some letters of a layout are read from right to left.
func turned(l *typeset.Layout) bool {
	for run := range l.Runs() {
		if run.RTL {
			return true
		}
	}
	return false
}

// readable is text without what only helped to set it.
func readable(s string) string {
	return strings.Map(func(r rune) rune {
		if silent(r) {
			return -1
		}
		return r
	}, s)
}

// silent reports signs that break lines and turn directions. Those that join letters
// and part them belong to the spelling of some languages.
func silent(r rune) bool {
	return unicode.Is(unicode.Cf, r) && r != zeroWidthNonJoiner && r != zeroWidthJoiner
}

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
	// A hyphen that is only at a line's end is a soft one (ISO 32000-1, 14.8.2.2.3).
	hyphenText = "\u00ad"
)

// pen writes runs of glyphs and remembers what is set.
type pen struct {
	page *Page
	font *fontOf
	size float32
	ink  string
}

func (n *pen) run(run typeset.Run, x, y float32) {
	if run.Size <= 0 || math.IsNaN(float64(run.Size)) {
		return
	}
	b := &n.page.content
	font := n.page.doc.font(run.Face)
	if font != n.font || run.Size != n.size {
		fmt.Fprintf(b, "/F%d %s Tf\n", font.number, number(run.Size))
		n.font, n.size = font, run.Size
	}
	if ink := colour(run.Style.Ink, "g", "rg"); ink != n.ink {
		b.WriteString(ink)
		n.ink = ink
	}
	line := showing{font: font, size: run.Size}
	at := run.X
	for _, c := range joined(run) {
		picture, left := font.pictureOf(c, run.Size)
		line.show(font.code(picture), at+left)
		at += c.Advance
	}
	if line.b.Len() == 0 {
		return
	}
	b.WriteString(numbers("Tm", 1, 0, 0, 1, x+line.start, n.page.Height-y-run.Baseline))
	fmt.Fprintf(b, "[%s>]TJ\n", line.b.String())
}

// joined is the clusters of a run without those that only helped to set it; signs that
// join and part letters are of the letter before them, as they have no room that could
// be pointed at.
func joined(run typeset.Run) []typeset.Cluster {
	out := make([]typeset.Cluster, 0, len(run.Clusters))
	carried := "" // of a letter that stands further right
	for _, c := range run.Clusters {
		if !c.Hyphen {
			c.Text = readable(c.Text)
		}
		joins := c.Text != "" && strings.Trim(c.Text, "\u200c\u200d") == ""
		switch {
		case joins && run.RTL:
			carried = c.Text + carried
			continue
		case joins:
			if n := len(out) - 1; n >= 0 {
				out[n].Text += c.Text
			}
			continue
		}
		c.Text += carried
		carried = ""
		if c.Text == "" && c.Advance == 0 {
			continue
		}
		out = append(out, c)
	}
	return out
}

// showing is an array of codes and of moves between them (ISO 32000-1, 9.4.3).
type showing struct {
	font       *fontOf
	size       float32
	b          strings.Builder
	start, pen float32
}

// show shows a code with its left end at x.
func (s *showing) show(code int, x float32) {
	if s.b.Len() == 0 {
		s.start, s.pen = x, x
		s.b.WriteByte('<')
	}
	// A tenth of a thousandth of an em is what TJ is told at most.
	if move := float32(math.Round(float64((s.pen-x)/s.size*10000))) / 10; move > least || move < -least {
		fmt.Fprintf(&s.b, ">%s<", number(move))
		s.pen -= move * s.size / 1000
	}
	fmt.Fprintf(&s.b, "%04X", code)
	s.pen += float32(unit(s.font.pictures[code].advance)) / s.font.face.Units() * s.size
}

// least is the smallest move that can be seen in print, in thousandths of an em.
const least = 2

// underline is a thin rule under a link, as on the screen.
func (p *Page) underline(run typeset.Run, x, y float32) {
	if run.Link == "" {
		return
	}
	ink := run.Style.Ink
	ink.A /= 2
	size := run.Style.Size
	p.Rect(x+run.X, y+run.Baseline+size*0.18, run.Width, size/18, Paint{Fill: ink})
}
