// Package timelinejs reads timelines made for TimelineJS, and writes them.
//
// It reads the JSON of version 3, that of version 2, and the sheet of either as CSV: what
// "File, Download, Comma-separated values" of the spreadsheet gives; nothing is fetched.
// It reads as TimelineJS 3.9 does, and says where it does not:
//
//	                                TimelineJS                     here
//	headings                        their case counts              the same; the others are named
//	a row without a year            left out without a word        left out, and named
//	"c. 1994", "April"              an error, nothing is shown     1994~, 4
//	31 June                         1 July                         an error
//	94                              the year 94                    asked
//	year -1, year 0                 "1 BCE", 0                     1 BCE (EDTF 0000), an error
//	an end of month and day alone   dropped                        of the beginning's year
//	an end that adds month or day   dropped                        kept
//	the second title                an event                       the same, where it has a date
//	type "Title"                    no title                       the same, and named
//
// What becomes of a slide: the title is the history's title and opening; an event is an
// event; an era is an event from its beginning to its end, for its words are its author's
// and the archive knows no eras. A group is the event's kind where it is called so in one
// of the eight languages. Display Date is the date where it says that the date is about,
// perhaps, or of a season or decade; else it is kept as a note where it says more than the
// date. A picture that lies beside the file comes over; what lies on the open web is not
// opened, and its address comes as a source. Every event cites the timeline that it is from.
//
// Bounds: those of tree and table, [MostEvents] events, [MostSources] sources, [MostLinks]
// links of a slide.
package timelinejs

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/exchange"
)

// The bounds of a timeline.
const (
	MostEvents  = 10_000
	MostSources = 20_000
	MostLinks   = 300 // of one slide
)

// slide is a slide of a timeline, however it was written.
type slide struct {
	kind           string // "title", "era"; anything else is an event
	id             string
	headline, text string // HTML
	start, end     written
	display        string
	group          string
	media          media
	image, colour  string                      // of the background
	place          func(string) exchange.Place // of a part of the slide, by its name in the JSON
}

// written is a date as it is written.
type written struct {
	year, month, day, time string
	whole                  string // where the date stands in one text
	display                string
}

func (w written) empty() bool { return strings.TrimSpace(w.year+w.whole) == "" }

// media is what stands beside the text of a slide.
type media struct{ url, caption, credit, thumbnail, alt, title, link string }

// deck is a timeline.
type deck struct {
	title  *slide
	events []slide
	eras   []slide
}

// Import reads a timeline into a draft.
func Import(ctx context.Context, src exchange.Source, d *exchange.Draft) error {
	data, err := src.Read("", exchange.MostBytes)
	if err != nil {
		return err
	}
	r := &reader{ctx: ctx, src: src, d: d, file: path.Base(src.Name)}
	var slides deck
	if isJSON(data) {
		slides, err = r.json(data)
	} else {
		slides, err = r.sheet(data)
	}
	if err != nil {
		return fmt.Errorf("read the timeline: %w", err)
	}
	if len(slides.events)+len(slides.eras) == 0 && slides.title == nil {
		return fmt.Errorf("read the timeline: there is no slide in it: the sheet needs the headings Year and Headline in its first row, the JSON a list %q", "events")
	}
	return r.all(slides)
}

// isJSON reports whether a file begins as a JSON document does.
func isJSON(data []byte) bool {
	head := strings.TrimLeft(strings.TrimPrefix(string(data[:min(len(data), 512)]), "\ufeff"), " \t\r\n")
	return strings.HasPrefix(head, "{") || strings.HasPrefix(head, "[")
}

// reader is one import.
type reader struct {
	ctx     context.Context
	src     exchange.Source
	d       *exchange.Draft
	file    string
	history string
	name    string            // of the timeline
	from    string            // the source that names the timeline
	kinds   map[string]string // of event, by what they are called; read when a group asks
	dates   []content.Date
	sources int
	seen    map[string]bool // events, by what makes them one
}

// all takes every slide over.
func (r *reader) all(slides deck) error {
	r.seen = map[string]bool{}
	r.title(slides.title)
	for i := range slides.eras {
		slides.eras[i].kind = "era"
	}
	list := slices.Concat(slides.events, slides.eras)
	if len(list) > MostEvents {
		r.d.Note(exchange.LeftOut, list[MostEvents].place(""), "events", fmt.Sprintf("from this slide on nothing came over: a history has at most %d events", MostEvents), "divide the timeline into several histories")
		list = list[:MostEvents]
	}
	for i, s := range list {
		if err := r.ctx.Err(); err != nil {
			return err
		}
		r.event(s)
		r.d.Step(i+1, len(list))
	}
	r.d.Span(r.history, r.dates)
	r.d.Whole(r.name)
	r.d.Said()
	return nil
}

// names are the headings of the sheet by the part of the slide that stands below them.
var names = map[string]string{
	"Year": "start_date/year", "Month": "start_date/month", "Day": "start_date/day", "Time": "start_date/time",
	"End Year": "end_date/year", "End Month": "end_date/month", "End Day": "end_date/day", "End Time": "end_date/time",
	"Start Date": "start_date", "End Date": "end_date", "Display Date": "display_date",
	"Headline": "text/headline", "Text": "text/text",
	"Media": "media/url", "Media Credit": "media/credit", "Media Caption": "media/caption", "Media Thumbnail": "media/thumbnail", "Alt Text": "media/alt",
	"Type": "type", "Group": "group", "Tag": "group", "Background": "background",
}
