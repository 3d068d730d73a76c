package paper

import (
	"fmt"
	"strings"

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
	p.covers(x, y)
	p.covers(x+l.Width, y+l.Height)
	p.unmark() // each paragraph has a mark of its own
	p.mark(e)
	p.content.WriteString("BT\n")
	pen := pen{page: p}
	for _, line := range p.doc.lines(l) {
		pen.line(line.signs, x, p.Height-y-line.baseline)
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
