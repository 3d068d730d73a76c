package iiif

import (
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/dating"
)

// dated is when the thing is shown on a line of time: its navDate, less exact where the
// metadata say so.
func (r *reader) dated(m manifest, name string) content.Date {
	n := m.node.Get("navDate")
	written := strings.TrimSpace(n.Text())
	made, at := r.made(m)
	if written == "" {
		return content.Date{}
	}
	day, clock, _ := strings.Cut(written, "T")
	date, err := content.ParseDate(day)
	if err != nil || date.IsSpan() || date.IsZero() {
		r.d.Note(exchange.LeftOut, r.at(n), "date", authoring.Quote(name)+" is no event: its navDate "+authoring.Quote(written)+" is no date", "write it as 1944-03-05T00:00:00Z")
		return content.Date{}
	}
	midnight := strings.HasPrefix(clock, "00:00:00") || clock == ""
	if !midnight {
		r.d.Once(exchange.Altered, r.at(n), "time", "dates go down to the day here: the time of a navDate did not come over", "")
	}
	if !made.IsZero() && !date.Earliest().Before(made.Earliest()) && !date.Latest().After(made.Latest()) {
		if made.EDTF != date.EDTF {
			r.d.Note(exchange.Altered, at, "date", "the date is "+authoring.Quote(made.EDTF)+", as the metadata say; navDate says "+authoring.Quote(written), "")
		}
		return made
	}
	if midnight && strings.HasSuffix(day, "-01-01") {
		year, err := content.ParseDate(strings.TrimSuffix(day, "-01-01"))
		if err == nil {
			r.d.Once(exchange.Decide, r.at(n), "date", "a navDate of 1 January at midnight is how IIIF writes a year, and came as the year alone", "write the day where it is the day that is meant")
			return year
		}
	}
	return date
}

// dateLabels are what a date is called among metadata, small letters.
var dateLabels = []string{"date", "dates", "dated", "date created", "created", "date of creation", "creation date", "date issued", "issued", "published", "publication date", "year", "time period", "datum", "datierung", "entstehungszeit", "jahr", "année", "date de création", "fecha", "año", "godina", "التاريخ", "תאריך", "itariki"}

// made is the date that the metadata say, where they say one that can be read.
func (r *reader) made(m manifest) (content.Date, exchange.Place) {
	for _, p := range m.pairs {
		for _, l := range p.label {
			if !slices.Contains(dateLabels, strings.ToLower(strings.Trim(line(l.text), " :"))) {
				continue
			}
			got, err := dating.Read(p.value.best(r.langs), r.langs...)
			if err == nil && got.Asked == "" && !got.Date.IsZero() {
				return got.Date, r.at(p.node)
			}
		}
	}
	return content.Date{}, exchange.Place{}
}
