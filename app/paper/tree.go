package paper

import (
	"fmt"
	"strings"
)

// element is a part of the document's structure (ISO 32000-1, 14.7): what a reading
// program goes through, in the order in which it was placed.
type element struct {
	kind     string // as "H1" (14.8.4)
	lang     string // where it is not the document's
	alt      string
	actual   string // the letters in the order they are read, where their places do not tell
	box      area   // of a figure
	children []child
	ref      ref
}

// area is what a figure covers, from the page's bottom left corner; empty at first.
type area struct {
	x0, y0, x1, y1 float32
	begun          bool
}

func (a area) with(x, y float32) area {
	if !a.begun {
		return area{x, y, x, y, true}
	}
	return area{min(a.x0, x), min(a.y0, y), max(a.x1, x), max(a.y1, y), true}
}

// child is either an element or a marked stretch of a page's content.
type child struct {
	element *element
	page    *Page
	mark    int
}

func (e *element) add(kind string) *element {
	c := &element{kind: kind}
	e.children = append(e.children, child{element: c})
	return c
}

// kinds are the standard names of the roles.
var kinds = map[Role]string{
	Paragraph: "P", Heading1: "H1", Heading2: "H2", Heading3: "H3", ListItem: "LBody", Caption: "Caption", Continued: "P",
}

// begin is the element of a paragraph that is placed now; nil for what is not of the
// text.
func (d *Document) begin(as Role) *element {
	switch as {
	case Artifact:
		return nil
	case Continued:
		if d.last != nil {
			return d.last
		}
	case ListItem:
		list := d.list()
		d.last = list.add("LI").add("LBody")
		return d.last
	}
	kind, ok := kinds[as]
	if !ok {
		kind = "P"
	}
	d.last = d.within.add(kind)
	return d.last
}

// list is the list that a new item is of: that of the item before it, or a new one.
func (d *Document) list() *element {
	if n := len(d.within.children); n > 0 {
		if before := d.within.children[n-1].element; before != nil && before.kind == "L" {
			return before
		}
	}
	return d.within.add("L")
}

// writeTree writes the structure and gives the reference of its root.
func (d *Document) writeTree(to *file) ref {
	root := to.promise()
	d.promiseAll(to, &d.tree)
	d.writeElement(to, &d.tree, root)
	to.write(root, fmt.Sprintf("<</Type/StructTreeRoot/K %v/ParentTree %v/ParentTreeNextKey %d>>", d.tree.ref, d.parents(to), len(d.pages)))
	return root
}

func (d *Document) promiseAll(to *file, e *element) {
	e.ref = to.promise()
	for _, c := range e.children {
		if c.element != nil {
			d.promiseAll(to, c.element)
		}
	}
}

func (d *Document) writeElement(to *file, e *element, parent ref) {
	var b strings.Builder
	fmt.Fprintf(&b, "<</Type/StructElem/S%s/P %v", name(e.kind), parent)
	for _, entry := range []struct{ key, value string }{{"Lang", e.lang}, {"Alt", e.alt}, {"ActualText", e.actual}} {
		if entry.value != "" {
			fmt.Fprintf(&b, "/%s%s", entry.key, text(entry.value))
		}
	}
	if e.kind == "Figure" {
		fmt.Fprintf(&b, "/A<</O/Layout/Placement/Block/BBox[%s]>>", strings.TrimSpace(numbers("", e.box.x0, e.box.y0, e.box.x1, e.box.y1)))
	}
	b.WriteString("/K[")
	for _, c := range e.children {
		if c.element != nil {
			fmt.Fprintf(&b, "%v ", c.element.ref)
			continue
		}
		fmt.Fprintf(&b, "<</Type/MCR/Pg %v/MCID %d>>", c.page.ref, c.mark)
	}
	b.WriteString("]>>")
	to.write(e.ref, b.String())
	for _, c := range e.children {
		if c.element != nil {
			d.writeElement(to, c.element, e.ref)
		}
	}
}

// parents is the way back from a page's marks to the elements (14.7.4.4).
func (d *Document) parents(to *file) ref {
	var b strings.Builder
	b.WriteString("<</Nums[")
	for i, p := range d.pages {
		fmt.Fprintf(&b, "%d[", i)
		for _, e := range p.marks {
			fmt.Fprintf(&b, "%v ", e.ref)
		}
		b.WriteString("]")
	}
	b.WriteString("]>>")
	return to.add(b.String())
}
