package timelinejs

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"vigil/content"
	"vigil/content/exchange"
)

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func escape(text string) string { return escaper.Replace(text) }

func sorted(list []string) []string {
	slices.Sort(list)
	return list
}

// ends are the two ends of a date as TimelineJS places them on its axis; the second is nil
// where the date has one.
func ends(d content.Date) (start, end *outDate) {
	from, to := d.From, d.To
	if from.Precision == content.NoPrecision {
		from = to
	}
	if to.Precision == content.NoPrecision {
		return first(from), nil
	}
	start = first(from)
	if end = last(to); *end == *start {
		end = nil
	}
	return start, end
}

// first is the first year, month or day that a moment may mean.
func first(m content.Moment) *outDate {
	d := &outDate{Year: year(m.Year)}
	switch m.Precision {
	case content.Season:
		d.Month = strconv.Itoa(3 * (m.Month - 20))
	case content.Month:
		d.Month = strconv.Itoa(m.Month)
	case content.Day:
		d.Month, d.Day = strconv.Itoa(m.Month), strconv.Itoa(m.Day)
	}
	return d
}

// last is the last.
func last(m content.Moment) *outDate {
	switch m.Precision {
	case content.Century:
		return &outDate{Year: year(m.Year + 99)}
	case content.Decade:
		return &outDate{Year: year(m.Year + 9)}
	case content.Season:
		month, y := 3*(m.Month-20)+2, m.Year
		if month > 12 {
			month, y = month-12, y+1
		}
		return &outDate{Year: year(y), Month: strconv.Itoa(month)}
	}
	return first(m)
}

// year counts as TimelineJS shows years: there is none before 1 but -1.
func year(astronomical int) string {
	if astronomical <= 0 {
		astronomical--
	}
	return strconv.Itoa(astronomical)
}

// body writes the text of a record, and its note.
func (w *writer) body(b *strings.Builder, words content.Words) {
	w.prose(b, words.Text)
	if len(words.Note) > 0 {
		b.WriteString(`<div class="` + noteClass + `">`)
		w.prose(b, words.Note)
		b.WriteString("</div>\n")
	}
}

// prose writes running text as HTML.
func (w *writer) prose(b *strings.Builder, p content.Prose) {
	var lists []string // that are open
	for _, block := range p {
		depth := 0
		if block.Kind == content.Item {
			depth = max(block.Level, 1)
		}
		lists = w.nested(b, lists, depth, block.Number)
		switch block.Kind {
		case content.Heading:
			w.block(b, "h"+strconv.Itoa(block.Level), block)
		case content.Quote:
			fmt.Fprintf(b, "<blockquote%s>", w.dir)
			w.spans(b, block.Spans)
			b.WriteString("</blockquote>\n")
		case content.Item:
			b.WriteString("<li>")
			w.spans(b, block.Spans)
		default:
			w.block(b, "p", block)
		}
	}
	w.nested(b, lists, 0, 0)
}

func (w *writer) block(b *strings.Builder, tag string, block content.Block) {
	fmt.Fprintf(b, "<%s%s>", tag, w.dir)
	w.spans(b, block.Spans)
	fmt.Fprintf(b, "</%s>\n", tag)
}

// nested opens and closes lists until that many are open.
func (w *writer) nested(b *strings.Builder, lists []string, depth, number int) []string {
	for len(lists) > depth {
		fmt.Fprintf(b, "</li></%s>\n", lists[len(lists)-1])
		lists = lists[:len(lists)-1]
	}
	if len(lists) == depth && depth > 0 {
		b.WriteString("</li>\n")
	}
	for len(lists) < depth {
		tag := "ul"
		if number > 0 {
			tag = "ol"
		}
		fmt.Fprintf(b, "<%s%s>", tag, w.dir)
		lists = append(lists, tag)
	}
	return lists
}

func (w *writer) spans(b *strings.Builder, spans []content.Span) {
	for _, s := range spans {
		if s.Link != "" {
			w.report.Once(exchange.Altered, exchange.Place{File: "cases/" + w.history.ID}, "route", "a link to another page of the archive was written as its words alone", "")
		}
		text := escape(s.Text)
		if s.Style&content.Strong != 0 {
			text = "<strong>" + text + "</strong>"
		}
		if s.Style&content.Emphasis != 0 {
			text = "<em>" + text + "</em>"
		}
		b.WriteString(text)
	}
}
