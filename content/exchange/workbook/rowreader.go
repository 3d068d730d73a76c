package workbook

import "strings"

// rowReader reads the rows of a sheet from its markup.
type rowReader struct {
	*xlsx
	leaf *leaf

	line   line
	column int // of the cell, from 0
	inCell bool

	style, kind string
	formula     bool
	value       strings.Builder
	valued      bool
	taking      bool // the text that comes is the cell's value
	phrasing    phrasing
	inline      bool
}

func (r *rowReader) token(m *markup) error {
	if r.inCell {
		r.inside(m)
		if m.end && m.name == "c" {
			return r.cellEnd()
		}
		return nil
	}
	if m.start {
		r.begin(m)
	}
	switch {
	case m.end && m.name == "row":
		return r.rowEnd()
	case m.start && m.end && m.name == "c":
		r.inCell = false
	}
	return nil
}

func (r *rowReader) begin(m *markup) {
	switch m.name {
	case "row":
		n := number(m.attr("r"))
		if n <= 0 {
			n = r.line.number + 1
		}
		r.line = line{number: n, hidden: truth(m.attr("hidden"))}
		r.column = -1
	case "c":
		r.column++
		if ref := m.attr("r"); ref != "" {
			if col, _, ok := place(ref); ok {
				r.column = col
			}
		}
		if m.end {
			return
		}
		r.inCell, r.formula, r.valued, r.inline, r.taking = true, false, false, false, false
		r.style, r.kind = m.attr("s"), m.attr("t")
		r.value.Reset()
		r.phrasing = phrasing{}
	case "col":
		if truth(m.attr("hidden")) {
			for i := number(m.attr("min")); i <= min(number(m.attr("max")), mostColumns) && i > 0; i++ {
				if r.leaf.wide == nil {
					r.leaf.wide = map[int]bool{}
				}
				r.leaf.wide[i-1] = true
			}
		}
	case "hyperlink":
		if len(r.leaf.links) < mostRemarks {
			r.leaf.links = append(r.leaf.links, remark{m.attr("ref"), m.attr("id")})
		}
	case "mergeCell":
		if len(r.leaf.merged) < mostRemarks {
			r.leaf.merged = append(r.leaf.merged, m.attr("ref"))
		}
	}
}

// inside reads what stands in a cell.
func (r *rowReader) inside(m *markup) {
	switch m.name {
	case "v":
		r.taking = m.start && !m.end
		r.valued = r.valued || m.start
	case "f":
		r.formula = true
	case "is":
		r.inline = true
	case "":
		if r.taking && r.value.Len()+len(m.text) <= mostCell {
			r.value.WriteString(m.said())
		}
	}
	if r.inline {
		r.phrasing.token(m)
	}
}

func (r *rowReader) cellEnd() error {
	r.inCell = false
	c := r.cell()
	if c.kind == asText && strings.TrimSpace(c.text) == "" || r.column < 0 {
		return nil
	}
	if r.column >= mostColumns {
		r.leaf.beyond++
		return nil
	}
	if r.cells++; r.cells > mostCells {
		return errTooMuch
	}
	c.column = int32(r.column)
	r.line.cells = append(r.line.cells, c)
	return nil
}

func (r *rowReader) rowEnd() error {
	if len(r.line.cells) == 0 {
		return nil
	}
	if len(r.leaf.lines) >= mostRows {
		return errTooMuch
	}
	r.leaf.lines = append(r.leaf.lines, r.line)
	r.line.cells = nil
	return nil
}

// cell is what the cell that was read says.
func (r *rowReader) cell() cell {
	value := r.value.String()
	switch r.kind {
	case "s":
		if i := number(value); r.valued && i >= 0 && i < len(r.shared) {
			return r.shared[i].cell()
		}
		return cell{}
	case "inlineStr":
		p := r.phrasing.phrase()
		r.text += len(p.plain)
		return p.cell()
	case "b":
		if value == "" {
			return r.none()
		}
		return cell{text: map[bool]string{true: "true", false: "false"}[truth(value)], kind: asTruth}
	case "e":
		return cell{text: value, kind: asFault}
	case "str":
		r.text += len(value)
		return cell{text: unsheeted(value)}
	case "d":
		return fromISO(value)
	}
	if value == "" {
		return r.none()
	}
	return r.counted(value)
}

// none is a cell without a value.
func (r *rowReader) none() cell {
	if r.formula {
		return cell{kind: asUnsaid}
	}
	return cell{}
}

// place is a cell's column and row, from 0, of a name such as AB12.
func place(ref string) (column, row int, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		column = column*26 + int(c-'A') + 1
	}
	return column - 1, number(ref[i:]) - 1, i > 0
}

// phrasing puts a text together from its runs.
type phrasing struct {
	plain, rich  strings.Builder
	bold, italic bool
	inProps      bool
	taking       bool
	sound        bool // in a reading aid, which is no part of the text
	run          strings.Builder
	styled       bool
}

func (p *phrasing) token(m *markup) {
	switch m.name {
	case "rPh":
		p.sound = m.start && !m.end
	case "r":
		if m.start {
			p.bold, p.italic = false, false
		}
		if m.end {
			p.close()
		}
	case "rPr":
		p.inProps = m.start && !m.end
	case "b", "i":
		if p.inProps && m.start {
			on := m.attr("val") == "" || truth(m.attr("val"))
			if m.name == "b" {
				p.bold = on
			} else {
				p.italic = on
			}
		}
	case "t":
		p.taking = m.start && !m.end
	case "":
		if p.taking && !p.sound && p.plain.Len()+p.run.Len()+len(m.text) <= mostCell {
			p.run.WriteString(m.said())
		}
	}
}

// close ends a run.
func (p *phrasing) close() {
	text := unsheeted(p.run.String())
	p.run.Reset()
	p.plain.WriteString(text)
	mark := ""
	if p.bold {
		mark += "**"
	}
	if p.italic {
		mark += "*"
	}
	if mark == "" || strings.TrimSpace(text) == "" {
		p.rich.WriteString(text)
		return
	}
	p.styled = true
	core := strings.TrimSpace(text)
	at := strings.Index(text, core)
	for i, part := range strings.Split(core, "\n") { // emphasis ends with its paragraph
		if i > 0 {
			p.rich.WriteString("\n")
		} else {
			p.rich.WriteString(text[:at])
		}
		if strings.TrimSpace(part) != "" {
			part = mark + part + mark
		}
		p.rich.WriteString(part)
	}
	p.rich.WriteString(text[at+len(core):])
}

func (p *phrasing) phrase() phrase {
	p.bold, p.italic = false, false
	p.close()
	out := phrase{plain: p.plain.String()}
	if p.styled {
		out.rich = p.rich.String()
	}
	return out
}
