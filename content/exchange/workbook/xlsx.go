package workbook

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"vigil/content/exchange"
)

// errTooMuch is of a workbook with more in it than is kept.
var errTooMuch = fmt.Errorf("more than %d filled cells or %d MB of text stand in this workbook: divide it, and import the parts one after the other", mostCells, mostText>>20)

// xlsx reads a workbook.
type xlsx struct {
	*packed
	shared   []phrase
	formats  []format // of cells, by their style
	from1904 bool
	libre    bool // LibreOffice wrote it, which counts days before March 1900 otherwise
	cells    int
	text     int
}

// phrase is a text of a cell, and in Markdown where a part of it is in italics or bold.
type phrase struct{ plain, rich string }

func (p phrase) cell() cell {
	if p.rich == "" {
		return cell{text: p.plain}
	}
	return cell{text: p.plain, more: &more{rich: p.rich}}
}

// readXLSX reads every sheet.
func readXLSX(ctx context.Context, src exchange.Source, step func(done, of int)) (*book, error) {
	p, done, err := unpack(src)
	if err != nil {
		return nil, err
	}
	defer done()
	x := &xlsx{packed: p}
	b, err := x.book(ctx, step)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", src.Name, err)
	}
	return b, nil
}

func (x *xlsx) book(ctx context.Context, step func(done, of int)) (*book, error) {
	main, err := x.target("", "/officeDocument", "xl/workbook.xml")
	if err != nil {
		return nil, err
	}
	entries, err := x.workbook(main)
	if err != nil {
		return nil, err
	}
	if len(entries) > mostLeaves {
		return nil, fmt.Errorf("this workbook has %d sheets; at most %d are read: divide it", len(entries), mostLeaves)
	}
	links, err := x.links(main)
	if err != nil {
		return nil, err
	}
	if err := x.surroundings(main, links); err != nil {
		return nil, err
	}
	b := &book{}
	for i, e := range entries {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		step(i, len(entries))
		l := links[e.link]
		if !strings.HasSuffix(l.kind, "/worksheet") { // a chart, or an old macro
			continue
		}
		leaf := &leaf{name: e.name, hidden: e.hidden}
		if err := x.leaf(ctx, leaf, l.target); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", e.name, err)
		}
		b.leaves = append(b.leaves, leaf)
	}
	return b, nil
}

// surroundings are what cells refer to: shared texts, formats, who wrote the file.
func (x *xlsx) surroundings(main string, links map[string]link) error {
	dir := path.Dir(main)
	styles, strs := path.Join(dir, "styles.xml"), path.Join(dir, "sharedStrings.xml")
	for _, l := range links {
		switch {
		case strings.HasSuffix(l.kind, "/styles"):
			styles = l.target
		case strings.HasSuffix(l.kind, "/sharedStrings"):
			strs = l.target
		}
	}
	app, err := x.part("docProps/app.xml")
	if err != nil {
		return err
	}
	x.libre = strings.Contains(string(app), "LibreOffice") || strings.Contains(string(app), "OpenOffice")
	if err := x.styles(styles); err != nil {
		return err
	}
	return x.sharedTexts(strs)
}

// sheetEntry is a sheet as the workbook lists it.
type sheetEntry struct {
	name, link string
	hidden     bool
}

func (x *xlsx) workbook(name string) ([]sheetEntry, error) {
	var list []sheetEntry
	err := x.each(name, func(m *markup) error {
		switch {
		case !m.start:
		case m.name == "workbookPr":
			x.from1904 = truth(m.attr("date1904"))
		case m.name == "sheet" && len(list) <= mostLeaves:
			list = append(list, sheetEntry{unsheeted(m.attr("name")), m.attr("id"), strings.Contains(strings.ToLower(m.attr("state")), "hidden")})
		}
		return nil
	})
	if err == nil && len(list) == 0 {
		err = errNoBook
	}
	return list, err
}

func truth(s string) bool { return s == "1" || s == "true" || s == "on" }

// link leads from one part to another.
type link struct{ kind, target string }

// links are those of a part, by their ids.
func (x *xlsx) links(of string) (map[string]link, error) {
	dir, base := path.Split(of)
	links := map[string]link{}
	err := x.each(dir+"_rels/"+base+".rels", func(m *markup) error {
		if !m.start || m.name != "Relationship" || len(links) > mostParts {
			return nil
		}
		target := m.attr("Target")
		switch {
		case m.attr("TargetMode") == "External":
		case strings.HasPrefix(target, "/"):
			target = target[1:]
		default:
			target = path.Join(dir, target)
		}
		links[m.attr("Id")] = link{m.attr("Type"), target}
		return nil
	})
	return links, err
}

// target is the part of a kind that a part leads to.
func (x *xlsx) target(of, kind, otherwise string) (string, error) {
	links, err := x.links(of)
	if err != nil {
		return "", err
	}
	for _, l := range links {
		if strings.HasSuffix(l.kind, kind) {
			return l.target, nil
		}
	}
	return otherwise, nil
}

// each reads a part token by token; one that is not there has none.
func (x *xlsx) each(name string, do func(*markup) error) error {
	data, err := x.part(name)
	if err != nil || data == nil {
		return err
	}
	m, err := newMarkup(data)
	if err != nil {
		return err
	}
	for {
		more, err := m.next()
		if err != nil || !more {
			return err
		}
		if err := do(m); err != nil {
			return err
		}
	}
}

// sharedTexts reads the texts that cells name by number.
func (x *xlsx) sharedTexts(name string) error {
	var p phrasing
	return x.each(name, func(m *markup) error {
		if m.start && m.name == "si" {
			p = phrasing{}
		}
		p.token(m)
		if m.end && m.name == "si" {
			one := p.phrase()
			if x.text += len(one.plain); x.text > mostText || len(x.shared) > mostCells {
				return errTooMuch
			}
			x.shared = append(x.shared, one)
		}
		return nil
	})
}

// styles reads which format each style of cells has.
func (x *xlsx) styles(name string) error {
	codes, inCells := map[int]string{}, false
	return x.each(name, func(m *markup) error {
		switch {
		case m.name == "cellXfs":
			inCells = m.start && !m.end
		case !m.start:
		case m.name == "numFmt" && len(codes) < 10_000:
			codes[number(m.attr("numFmtId"))] = m.attr("formatCode")
		case m.name == "xf" && inCells && len(x.formats) < 100_000:
			id := number(m.attr("numFmtId"))
			code, own := codes[id]
			if !own {
				code = builtIn[id]
			}
			x.formats = append(x.formats, formatOf(code))
		}
		return nil
	})
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}

// leaf reads a sheet and the notes at its cells.
func (x *xlsx) leaf(ctx context.Context, l *leaf, name string) error {
	r := &rowReader{xlsx: x, leaf: l}
	n := 0
	err := x.each(name, func(m *markup) error {
		if n++; n%100_000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		return r.token(m)
	})
	if err != nil {
		return err
	}
	links, err := x.links(name)
	if err != nil {
		return err
	}
	for i := range l.links {
		l.links[i].text = links[l.links[i].text].target
	}
	for _, id := range sortedLinks(links) {
		l.drawn = l.drawn || strings.HasSuffix(links[id].kind, "/drawing")
		if strings.HasSuffix(links[id].kind, "/comments") {
			err = errors.Join(err, x.comments(l, links[id].target))
		}
	}
	return err
}

func sortedLinks(links map[string]link) []string {
	var ids []string
	for id := range links {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// mostRemarks bounds the notes at cells that are kept of a sheet.
const mostRemarks = 1000

func (x *xlsx) comments(l *leaf, name string) error {
	ref := ""
	var p phrasing
	return x.each(name, func(m *markup) error {
		if m.start && m.name == "comment" {
			ref, p = m.attr("ref"), phrasing{}
		}
		p.token(m)
		if m.end && m.name == "comment" && len(l.notes) < mostRemarks {
			l.notes = append(l.notes, remark{ref, p.phrase().plain})
		}
		return nil
	})
}
