// Package linked takes an archive out as linked data: one JSON-LD 1.1 document, so that
// what a museum has written can go into whatever it uses next. It is modest: schema.org for
// what schema.org has a word for, the field's own CIDOC CRM (ISO 21127) beside it where a
// class says more, EDTF for dates, and the few words of our own under urn:x-vigil: that keep
// a fact from being read as more than it is.
//
// The document is an object with @context and @graph. Addresses are relative, so they
// belong to wherever the document is published: event/bosnia/srebrenica-falls is the page of
// the same route in the kiosk, source/ID an entry of the bibliography.
//
//	archive        Dataset         name, description, publisher, version, inLanguage, usageInfo, hasPart
//	history        Article, E4_Period     name, abstract, temporalCoverage, text (the essay), hasPart (events, figures, findings)
//	event          Event, E5_Event        name, description, location, startDate and endDate where both are certain;
//	                                      P4_has_time-span: E52_Time-Span with the date in EDTF, always
//	person         Person, E21_Person     name, alternateName, birthDate, deathDate, description
//	organisation   Organization, E74_Group
//	place          Place, E53_Place       geo (degrees, WGS 84), addressCountry (ISO 3166)
//	term           DefinedTerm
//	quotation      Quotation              text, creator, dateCreated; status (verbatim, translated, reported)
//	speech         CreativeWork           author, dateCreated, locationCreated, text where the archive holds the words
//	figure         PropertyValue          what is counted, minValue, maxValue, atLeast, unitText, who states it
//	finding        E13_Attribute_Assignment    of a body, with its outcomes: of whom, which charge, what became of it
//	lesson         LearningResource       what learners are told; nothing that is for the educator alone
//	picture        ImageObject            caption, description, creditText, usageInfo
//	source         CreativeWork, Book, Report, NewsArticle or Legislation
//
// Every fact carries its sources (citation) and how it was verified (verified: page, memory);
// a charge is never given without what became of it. Words are plain text in each language
// (@language); translations says of each language who made it, whether anybody has reviewed
// it, and whether its original has changed since.
package linked

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// Export writes the archive as JSON-LD.
func Export(ctx context.Context, files fs.FS, to string, o exchange.Options) (*exchange.Report, error) {
	f := authoring.Load(ctx, files)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	for _, p := range f.Problems {
		if p.Severity == authoring.Error {
			return nil, fmt.Errorf("there is a mistake in it, mend it first (vigil check): %s", p)
		}
	}
	report := exchange.NewReport("jsonld", to)
	data, err := Document(f.Archive, report)
	if err != nil {
		return nil, err
	}
	return report, exchange.WriteWhole(to, func(w *os.File) error {
		_, err := w.Write(data)
		return err
	})
}

// Document is the archive as a JSON-LD document; what it does not hold is in the report.
func Document(a *content.Archive, report *exchange.Report) ([]byte, error) {
	if a.Empty() {
		return nil, errors.New("there is nothing in it to take out")
	}
	g := &graph{archive: a, report: report}
	g.whole()
	for _, s := range a.Sources {
		g.source(s)
	}
	for _, p := range a.People {
		g.person(p)
	}
	for _, o := range a.Organisations {
		g.organisation(o)
	}
	for _, p := range a.Places {
		g.place(p)
	}
	for _, t := range a.Terms {
		g.term(t)
	}
	for _, q := range a.Quotations {
		g.quotation(q)
	}
	for _, c := range a.Cases {
		g.history(c)
	}
	for _, s := range a.Speeches {
		g.speech(s)
	}
	for _, l := range a.Lessons {
		g.lesson(l)
	}
	for _, m := range a.Media {
		g.picture(m)
	}
	if len(a.Topics) > 0 {
		report.Note(exchange.Altered, exchange.Place{File: "topics.yaml"}, "topics", "what visitors ask in words of their own is for this kiosk's search alone, and is not in the document", "")
	}
	if g.private > 0 {
		report.Note(exchange.Altered, exchange.Place{File: "lessons"}, "private", fmt.Sprintf("notes for the educator alone are not published: %d stops", g.private), "")
	}
	return g.document()
}

// graph gathers the records.
type graph struct {
	archive *content.Archive
	report  *exchange.Report
	nodes   []*object
	private int
}

func (g *graph) add(kind string, o *object) {
	g.report.Came[kind]++
	g.nodes = append(g.nodes, o)
}

// document puts the records together.
func (g *graph) document() ([]byte, error) {
	context := &object{}
	context.text("@vocab", "https://schema.org/")
	context.text("crm", "http://www.cidoc-crm.org/cidoc-crm/")
	context.text("vigil", "urn:x-vigil:")
	context.text("EDTF", "http://id.loc.gov/datatypes/edtf/EDTF")
	for _, own := range []string{"verified", "importance", "kind", "group", "status", "translations", "translator", "review", "stale", "note", "outcome", "result", "charge", "of", "atLeast", "counts", "seen", "approximate", "occasion", "fromAge", "contentWarning", "statedBy", "stated", "appealOf", "follows", "decided", "see"} {
		context.text(own, "vigil:"+own)
	}
	whole := &object{}
	whole.object("@context", context)
	whole.objects("@graph", g.nodes)
	return whole.indented()
}
