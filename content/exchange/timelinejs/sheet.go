package timelinejs

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/table"
)

// columns say which column of a sheet holds what.
type columns struct {
	of   map[string]int // by the name of the part of the slide, or of Tag
	head table.Row
	file string
}

// tag is the older name of Group, which counts where there is no other.
const tag = "tag"

// sheet reads the spreadsheet's layout.
func (r *reader) sheet(data []byte) (deck, error) {
	t, notes, err := table.Read(data, r.d.Lang)
	notes.Tell(r.d.Report, exchange.Place{File: r.file})
	if err != nil {
		return deck{}, err
	}
	c := columns{map[string]int{}, t.Rows[0], r.file}
	r.headings(c, t.Rows[1:])
	if !c.has("start_date/year", "start_date", "text/headline") {
		return deck{}, errors.New("its first row has none of the headings Year, Start Date and Headline: name the columns as the template of TimelineJS does")
	}
	var slides deck
	for _, row := range t.Rows[1:] {
		r.d.Count("rows")
		if len(slides.events)+len(slides.eras) <= MostEvents { // one more says that there are more
			r.place(&slides, c.slide(row))
		}
	}
	return slides, nil
}

func (c columns) has(parts ...string) bool {
	return slices.ContainsFunc(parts, func(part string) bool { _, ok := c.of[part]; return ok })
}

// headings finds the columns, and names those that are not read though something stands in
// them.
func (r *reader) headings(c columns, rows []table.Row) {
	older := slices.ContainsFunc(c.head.Cells, func(h string) bool {
		return strings.TrimSpace(h) == "Start Date" || strings.TrimSpace(h) == "End Date"
	})
	width := len(c.head.Cells)
	for _, row := range rows {
		width = max(width, len(row.Cells))
	}
	for i := range width {
		heading := c.head.Cell(i)
		part, known := names[heading]
		if heading == "Tag" {
			part = tag
		}
		if before, twice := c.of[part]; known && twice {
			r.unread(c, rows, before, "another column of that heading follows, which counts", "keep one of them")
		}
		switch {
		case known && older && strings.Contains(part, "_date/"):
			r.unread(c, rows, i, "the sheet has the older headings Start Date or End Date, and beside them TimelineJS reads no other date", "write the dates below one kind of heading")
		case known:
			c.of[part] = i
		case heading == "":
			r.unread(c, rows, i, "this column has no heading", "write one that TimelineJS knows, or take the column out")
		default:
			r.unread(c, rows, i, "TimelineJS knows no heading "+authoring.Quote(heading), near(heading))
		}
	}
}

// near is what a heading should have been called.
func near(heading string) string {
	for name := range names {
		if strings.EqualFold(strings.Join(strings.Fields(heading), ""), strings.ReplaceAll(name, " ", "")) {
			return "write " + authoring.Quote(name)
		}
	}
	return "take it over by hand, or into a column that TimelineJS has"
}

// unread names a column in which something stands that is not read.
func (r *reader) unread(c columns, rows []table.Row, column int, why, mend string) {
	n, first := 0, 0
	for _, row := range rows {
		if row.Cell(column) == "" {
			continue
		}
		if n++; n == 1 {
			first = row.Number
		}
	}
	if n == 0 {
		return
	}
	at := exchange.Place{File: r.file, Row: first, Column: table.Letters(column), Heading: c.head.Cell(column)}
	r.d.Note(exchange.LeftOut, at, "column", fmt.Sprintf("%s; its %d cells did not come over", why, n), mend)
}

// slide is a row as a slide.
func (c columns) slide(row table.Row) slide {
	cell := func(part string) string {
		if i, ok := c.of[part]; ok {
			return row.Cell(i)
		}
		return ""
	}
	s := slide{
		kind:     cell("type"),
		headline: cell("text/headline"), text: cell("text/text"),
		start:   written{year: cell("start_date/year"), month: cell("start_date/month"), day: cell("start_date/day"), time: cell("start_date/time"), whole: cell("start_date")},
		end:     written{year: cell("end_date/year"), month: cell("end_date/month"), day: cell("end_date/day"), time: cell("end_date/time"), whole: cell("end_date")},
		display: cell("display_date"),
		group:   cell("group"),
		media:   media{url: cell("media/url"), caption: cell("media/caption"), credit: cell("media/credit"), thumbnail: cell("media/thumbnail"), alt: cell("media/alt")},
		place: func(part string) exchange.Place {
			at := exchange.Place{File: c.file, Row: row.Number}
			if i, ok := c.of[part]; ok {
				at.Column, at.Heading = table.Letters(i), c.head.Cell(i)
			}
			return at
		},
	}
	if s.group == "" {
		s.group = cell(tag)
	}
	s.colour = cell("background")
	if address.MatchString(s.colour) {
		s.image, s.colour = s.colour, ""
	}
	return s
}

// address is how TimelineJS tells a picture in the background from a colour.
var address = regexp.MustCompile(`^(https?:)?//?`)

// place puts a slide where TimelineJS would.
func (r *reader) place(slides *deck, s slide) {
	switch s.kind {
	case "title":
		if slides.title == nil {
			slides.title = &s
			return
		}
		r.d.Note(exchange.Altered, s.place("type"), "title", "a second title is read as an event, as TimelineJS does", "")
	case "era":
		slides.eras = append(slides.eras, s)
		return
	case "":
	default:
		mend := `write "title", "era", or nothing`
		r.d.Note(exchange.Decide, s.place("type"), "type", "TimelineJS knows no type "+authoring.Quote(s.kind)+" and shows an event; it was read as one", mend)
	}
	s.kind = ""
	slides.events = append(slides.events, s)
}
