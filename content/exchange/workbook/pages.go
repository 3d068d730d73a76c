package workbook

import (
	"fmt"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// page is a sheet as it is written: its columns, and behind each row what stands in them.
type page struct {
	*sheet
	columns []column
	rows    [][]string
}

// continued stands in the column of ids of a row whose cells go on with those above.
const continued = "(continued)"

// longestCell is how many UTF-16 units a cell is filled with: Excel takes 32,767.
const longestCell = 32_000

// pages are the sheets of a manuscript, in their order. What no sheet holds is told.
func pages(m *authoring.Manuscript, report *exchange.Report) []page {
	original, langs := languages(m)
	told := map[string]bool{} // wordings that a row has, by file, language and name
	var list []page
	for _, s := range sheets {
		p := page{sheet: s}
		switch s.name {
		case textsSheet:
			p.texts(m, langs)
		case reviewsSheet:
			p.reviews(m)
		case otherSheet:
			p.others(m, original, langs, told)
		default:
			p.records(m, original, langs, told)
		}
		report.Came[s.name] += len(p.rows)
		list = append(list, p.divided())
	}
	return list
}

func (p *page) records(m *authoring.Manuscript, original content.Lang, langs []content.Lang, told map[string]bool) {
	rows := p.sheet.rows(m)
	p.columns = p.sheet.columns(langs, original, func(c column) bool {
		return slices.ContainsFunc(rows, func(r row) bool {
			slot := p.words[c.slot]
			if !slot.worded(r.id) {
				return false
			}
			e := m.Word(r.base(), c.lang, slot.wordID(r.id))
			return e != nil && e.Has(c.key)
		})
	})
	for _, r := range rows {
		cells := make([]string, len(p.columns))
		for i, c := range p.columns {
			cells[i] = p.cellOf(m, r, c)
			if c.role == wordColumn && p.words[c.slot].worded(r.id) {
				key := r.base() + "." + string(c.lang) + " " + p.words[c.slot].wordID(r.id)
				if told[key] && p.named { // the words of a question that is asked twice stand once
					cells[i] = ""
				}
			}
		}
		for _, slot := range p.words {
			for _, l := range langs {
				if slot.worded(r.id) {
					told[r.base()+"."+string(l)+" "+slot.wordID(r.id)] = true
				}
			}
		}
		p.rows = append(p.rows, cells)
	}
}

// texts are essays and the words of speeches, their languages side by side.
func (p *page) texts(m *authoring.Manuscript, langs []content.Lang) {
	p.columns = textsColumns()
	type place struct{ owner, id string }
	bodies := map[place]map[content.Lang][]string{}
	var order []place
	for _, name := range m.Names() {
		dir := strings.Split(name, "/")
		if !strings.HasSuffix(name, ".md") || len(dir) != 3 {
			continue
		}
		at := place{map[string]string{"cases": "case", "speeches": "speech"}[dir[0]], dir[1]}
		if bodies[at] == nil {
			bodies[at], order = map[content.Lang][]string{}, append(order, at)
		}
		bodies[at][content.Lang(strings.Split(dir[2], ".")[1])] = partsOf(m.Body(name))
	}
	var used []content.Lang
	for _, l := range langs {
		if len(order) == 0 || slices.ContainsFunc(order, func(at place) bool { return bodies[at][l] != nil }) {
			used = append(used, l)
			p.columns = append(p.columns, textColumn(l))
		}
	}
	for _, at := range order {
		most := 0
		for _, parts := range bodies[at] {
			most = max(most, len(parts))
		}
		for i := range most {
			cells := []string{"", "", fmt.Sprint(i + 1)}
			cells[map[string]int{"case": 0, "speech": 1}[at.owner]] = at.id
			for _, l := range used {
				text := ""
				if parts := bodies[at][l]; i < len(parts) {
					text = parts[i]
				}
				cells = append(cells, text)
			}
			p.rows = append(p.rows, cells)
		}
	}
}

func textColumn(l content.Lang) column {
	return column{role: wordColumn, heading: "text [" + string(l) + "]", key: "text", lang: l, field: textField}
}

// reviews are the heads of all files of words.
func (p *page) reviews(m *authoring.Manuscript) {
	p.columns = reviewsColumns()
	for _, name := range m.Names() {
		base, lang, ok := worded(name)
		if !ok {
			continue
		}
		cells := []string{base, lang}
		for _, c := range p.columns[2:] {
			cells = append(cells, fieldCell(m.Find(name), c.key, c.field))
		}
		p.rows = append(p.rows, cells)
	}
}

// worded parts the name of a file of words.
func worded(name string) (base, lang string, ok bool) {
	stem := strings.TrimSuffix(strings.TrimSuffix(name, ".yaml"), ".md")
	i := strings.LastIndexByte(stem, '.')
	if i < 0 || stem == name {
		return "", "", false
	}
	base, lang = stem[:i], stem[i+1:]
	_, ok = headed(base, lang)
	return base, lang, ok
}

// others are words that no row has: of records that are not there.
func (p *page) others(m *authoring.Manuscript, original content.Lang, langs []content.Lang, told map[string]bool) {
	type place struct{ base, id string }
	var order []place
	for _, name := range m.Names() {
		base, lang, ok := worded(name)
		if !ok || strings.HasSuffix(name, ".md") {
			continue
		}
		for _, id := range m.Find(name).Names("words") {
			if at := (place{base, id}); !told[base+"."+lang+" "+id] && !slices.Contains(order, at) {
				order = append(order, at)
			}
		}
	}
	p.columns = append(othersColumns(), p.wordings(original, original, nil)...)
	for _, l := range langs {
		if l != original {
			p.columns = append(p.columns, p.wordings(l, original, nil)...)
		}
	}
	for _, at := range order {
		cells := []string{at.base, at.id}
		for _, c := range p.columns[2:] {
			cells = append(cells, wordCell(m.Word(at.base, c.lang, at.id), c))
		}
		p.rows = append(p.rows, cells)
	}
}

// divided puts what is too long for a cell into rows below.
func (p page) divided() page {
	at := p.continues()
	var rows [][]string
	for _, cells := range p.rows {
		for {
			rest := make([]string, len(cells))
			more := false
			for i, text := range cells {
				if head, tail := cut(text); tail != "" {
					cells[i], rest[i], more = head, tail, true
				}
			}
			rows = append(rows, cells)
			if !more {
				break
			}
			rest[at] = continued
			cells = rest
		}
	}
	p.rows = rows
	return p
}

// continues is the column in which a row says that it goes on with the one above.
func (p page) continues() int {
	for i, c := range p.columns {
		if c.role == idColumn || c.key == "id" {
			return i
		}
	}
	return 0
}

// cut parts a text that is too long for a cell.
func cut(text string) (head, tail string) {
	if len(text) <= longestCell {
		return text, ""
	}
	units := 0
	for i, r := range text {
		if units++; r > 0xFFFF {
			units++
		}
		if units > longestCell {
			for i > 0 && text[i-1] == '\\' { // what it stands before comes with it
				i--
			}
			return text[:i], text[i:]
		}
	}
	return text, ""
}
