package prose

import (
	"strings"
	"sync"

	"vigil/content"
	"vigil/i18n"
)

// writer makes prose of what it is told, block by block.
type writer struct {
	marks   [2]string // quotation marks of the language
	open    []element
	blocks  content.Prose
	spans   []content.Span // of the block that is being written
	row     [][]content.Span
	breaks  int // of lines, since the last word
	anchor  *link
	links   []Link
	lost    losses
	said    int  // bytes
	line    bool // one line is wanted: nothing else than words matters
	ignored strings.Builder
}

// link is an <a> that is being read.
type link struct {
	url   string
	words strings.Builder
}

func newWriter(marks [2]string) *writer { return &writer{marks: marks} }

// allMarks are the quotation marks of each language, read once.
var allMarks = sync.OnceValue(func() map[content.Lang][2]string {
	out := map[content.Lang][2]string{}
	catalogue, err := i18n.Load()
	if err != nil {
		return out
	}
	for _, lang := range catalogue.Languages() {
		if before, after, ok := strings.Cut(catalogue.Locale(lang).Say("quote.marks"), "…"); ok {
			out[lang] = [2]string{before, after}
		}
	}
	return out
})

func marksOf(lang []content.Lang) [2]string {
	for _, l := range lang {
		if marks, ok := allMarks()[l]; ok {
			return marks
		}
	}
	return [2]string{"“", "”"}
}

// say adds words in the style of the elements that are open.
func (w *writer) say(text string) {
	text = w.clean(text)
	if text == "" {
		return
	}
	if bare := strings.TrimSpace(text); bare != "" {
		w.said += len(bare)
		w.endBreaks()
	}
	if w.anchor != nil {
		w.anchor.words.WriteString(text)
	}
	w.spans = append(w.spans, content.Span{Text: text, Style: w.style()})
}

// style is what the open elements make of words.
func (w *writer) style() content.Style {
	var s content.Style
	for _, e := range w.open {
		s = (s | e.on) &^ e.off
	}
	return s
}

// endBreaks is what became of the breaks since the last word: one is a space, several
// begin a paragraph.
func (w *writer) endBreaks() {
	n := w.breaks
	w.breaks = 0
	if n == 0 || strings.TrimSpace(plainOf(w.spans)) == "" {
		return
	}
	if n > 1 && w.kind().Kind == content.Paragraph && !w.inCell() {
		w.flush()
		return
	}
	w.spans = append(w.spans, content.Span{Text: " "})
	if !w.line {
		w.lost.add(aLineBreak, "")
	}
}

func plainOf(spans []content.Span) string { return content.Block{Spans: spans}.Plain() }

// kind is the kind of block that the open elements make.
func (w *writer) kind() content.Block {
	b := content.Block{Kind: content.Paragraph}
	level := 0
	for _, e := range w.open {
		switch {
		case e.heading > 0 && level == 0:
			b = content.Block{Kind: content.Heading, Level: e.heading}
		case e.item:
			level++
			b = content.Block{Kind: content.Item, Level: max(level, e.level), Number: e.number}
		}
	}
	return b
}

// flush ends the block that is being written.
func (w *writer) flush() {
	w.breaks = 0
	if w.inCell() {
		w.spans = append(w.spans, content.Span{Text: " "})
		return
	}
	spans := w.spans
	w.spans = nil
	if strings.TrimSpace(plainOf(spans)) == "" {
		return
	}
	b := w.kind()
	b.Spans = spans
	if item := w.item(); item != nil {
		if item.block > 0 && item.block == len(w.blocks) {
			last := &w.blocks[item.block-1]
			last.Spans = append(append(last.Spans, content.Span{Text: " "}), spans...)
			return
		}
		item.block = len(w.blocks) + 1
	}
	w.blocks = append(w.blocks, b)
}

// item is the innermost item of a list that is open, or nil.
func (w *writer) item() *element {
	for i := len(w.open) - 1; i >= 0; i-- {
		if w.open[i].item {
			return &w.open[i]
		}
	}
	return nil
}

// quote sets the blocks from one on in quotation marks.
func (w *writer) quote(first int) {
	if first >= len(w.blocks) {
		return
	}
	w.lost.add(aQuotation, "")
	begin, end := &w.blocks[first], &w.blocks[len(w.blocks)-1]
	if marked(plainOf(begin.Spans), plainOf(end.Spans)) {
		return
	}
	begin.Spans = append([]content.Span{{Text: w.marks[0]}}, trimLeft(begin.Spans)...)
	end.Spans = append(trimRight(end.Spans), content.Span{Text: w.marks[1]})
}

// marked reports whether words stand in quotation marks already.
func marked(begin, end string) bool {
	const marks = "\"“”„«»‘’‹›"
	first, last := []rune(strings.TrimSpace(begin)), []rune(strings.TrimSpace(end))
	return len(first) > 0 && len(last) > 0 && strings.ContainsRune(marks, first[0]) && strings.ContainsRune(marks, last[len(last)-1])
}

func trimLeft(spans []content.Span) []content.Span {
	for len(spans) > 0 {
		if spans[0].Text = strings.TrimLeft(spans[0].Text, " \t\n\r"); spans[0].Text != "" {
			break
		}
		spans = spans[1:]
	}
	return spans
}

func trimRight(spans []content.Span) []content.Span {
	for n := len(spans); n > 0; n-- {
		last := &spans[n-1]
		if last.Text = strings.TrimRight(last.Text, " \t\n\r"); last.Text != "" {
			return spans[:n]
		}
	}
	return nil
}
