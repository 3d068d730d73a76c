package prose

import (
	"strings"

	"vigil/content"
)

// ended says which open elements a tag ends that does not say so, up to the element that
// holds them.
var ended = map[string]struct {
	names map[string]bool
	up    map[string]bool
}{
	"li": {set("li p"), set("ul ol menu table td th")},
	"dt": {set("dt dd p"), set("dl table td th")}, "dd": {set("dt dd p"), set("dl table td th")},
	"td": {set("td th p"), set("tr table")}, "th": {set("td th p"), set("tr table")},
	"tr":    {set("td th tr p"), set("table")},
	"tbody": {set("td th tr thead tbody tfoot caption p"), set("table")}, "thead": {set("td th tr thead tbody tfoot caption p"), set("table")},
	"tfoot": {set("td th tr thead tbody tfoot caption p"), set("table")},
}

// within are the elements that a paragraph does not reach out of.
var within = set("li td th table blockquote div section article body ul ol dl dd")

// closeBefore closes the elements that a tag ends by beginning.
func (w *writer) closeBefore(name string) {
	rule, ok := ended[name]
	if !ok {
		if !blocks[name] {
			return
		}
		rule.names, rule.up = set1("p"), within
	}
	at := -1
	for i := len(w.open) - 1; i >= 0; i-- {
		if rule.up[w.open[i].name] && !rule.names[w.open[i].name] {
			break
		}
		if rule.names[w.open[i].name] {
			at = i
		}
	}
	if at >= 0 {
		w.close(at)
	}
}

func set1(name string) map[string]bool { return map[string]bool{name: true} }

// end closes an element by its name. An end without its beginning ends a block, if it
// is one.
func (w *writer) end(name string) {
	if name == "br" {
		w.breaks++
		return
	}
	for i := len(w.open) - 1; i >= 0; i-- {
		if w.open[i].name != name {
			continue
		}
		if blocks[name] || w.open[i].skip || w.open[i].cell || i == len(w.open)-1 {
			w.close(i)
			return
		}
		e := w.open[i]
		w.open = append(w.open[:i], w.open[i+1:]...)
		w.closed(e)
		return
	}
	if blocks[name] && !skipped(w.open) {
		w.flush()
	}
}

// close closes all elements from one on, the innermost first.
func (w *writer) close(from int) {
	for len(w.open) > from {
		e := w.open[len(w.open)-1]
		if blocks[e.name] && !skipped(w.open) {
			w.flush()
		}
		w.open = w.open[:len(w.open)-1]
		if !skipped(w.open) {
			w.closed(e)
		}
	}
}

// closed does what the end of an element asks for.
func (w *writer) closed(e element) {
	switch {
	case e.ignore:
		w.wordNumber()
	case e.skip:
	case e.cell:
		w.row = append(w.row, w.spans)
		w.spans, w.breaks = nil, 0
	case e.name == "tr" || e.name == "table":
		w.endRow()
	case e.quotation > 0 && !w.quoting():
		w.quote(e.quotation - 1)
	case e.around:
		w.say(w.marks[1])
	case e.name == "a":
		w.endAnchor()
	}
}

func (w *writer) quoting() bool {
	for _, e := range w.open {
		if e.quotation > 0 {
			return true
		}
	}
	return false
}

// wordNumber reads the number that Word has written before an item in letters of its own.
func (w *writer) wordNumber() {
	text := strings.TrimSpace(w.ignored.String())
	w.ignored.Reset()
	n := 0
	for _, r := range text {
		if r < '0' || r > '9' || n > 999 {
			break
		}
		n = 10*n + int(r-'0')
	}
	if item := w.item(); item != nil && n > 0 {
		item.number = n
	}
}

// inCell reports whether the words belong to a cell of a table.
func (w *writer) inCell() bool {
	for _, e := range w.open {
		if e.cell {
			return true
		}
	}
	return false
}

// openCells makes a table that holds more than words in its cells one that only arranges
// a page: what is in it stands for itself.
func (w *writer) openCells() {
	if !w.inCell() {
		return
	}
	for i := range w.open {
		w.open[i].cell = false
	}
	w.endRow()
	w.flush()
}

// endRow makes an item of the cells of a row, or a paragraph of a single one.
func (w *writer) endRow() {
	var spans []content.Span
	cells := 0
	for _, cell := range w.row {
		cell = trimRight(trimLeft(cell))
		if len(cell) == 0 {
			continue
		}
		if cells++; cells > 1 {
			spans = append(spans, content.Span{Text: "; "})
		}
		spans = append(spans, cell...)
	}
	w.row = nil
	if cells == 0 {
		return
	}
	b := content.Block{Kind: content.Item, Level: 1, Spans: spans}
	if cells == 1 {
		b = content.Block{Kind: content.Paragraph, Spans: spans}
	}
	w.blocks = append(w.blocks, b)
}

// endAnchor makes a link of what was read.
func (w *writer) endAnchor() {
	a := w.anchor
	w.anchor = nil
	if a == nil || a.url == "" {
		return
	}
	w.link(strings.Join(strings.Fields(a.words.String()), " "), a.url)
}
