// Package omeka brings the catalogues of museums and archives into the archive's format:
// what Omeka S gives as JSON-LD ([S]), what Omeka Classic exports as CSV ([Classic]) and
// what CollectiveAccess does ([CollectiveAccess]).
//
// All three are read as the same thing, records with values under a property, and what
// becomes of a record is decided by its class and by what is there:
//
//	a class of people (foaf:Person, Person, ca_entities ...)     people.yaml
//	a class of groups (foaf:Organization ...)                    organisations.yaml
//	a class of places, or coordinates and no date                places.yaml
//	skos:Concept                                                 glossary.yaml
//	a class of books, articles and reports                       sources.yaml
//	a class of events, or anything else with a date              the history's timeline
//	a picture that lies beside, without a date or of a class
//	of pictures                                                  media/
//	anything else                                                is left out and named
//
// Nothing is guessed. What the format requires of a record and the source does not say (a
// person's group, a place's country and coordinates) is not written: check names it until
// somebody has decided. A date that cannot be read, and a record that is private, leave
// the record out; each private record and each private value is counted once, and nothing
// of it is repeated in the report. Every value that has no place in the format is named
// under its property.
//
// A value with a language goes to the words of that language, one without to that of
// Options.Lang. A language that BCP 47 does not know leaves its values out. A tag with a
// region goes to the language itself where the archive offers no other or the region is
// the one that everybody would think of (fr-FR is fr).
//
// Bounds: exchange.MostBytes a file, [MostFiles] files of a folder, [MostRecords] records
// in all, JSON nested 64 deep, [mostNodes] parts of one record. JSON is read record by
// record, twice: once to know what there is, once to write; only the second time are
// records' words kept.
package omeka

import (
	"context"
	"errors"

	"vigil/content/exchange"
)

// The bounds of a catalogue.
const (
	MostFiles   = 200    // of a folder
	MostRecords = 50_000 // items, sets and media together
	mostNodes   = 200_000
	mostDepth   = 64
	hopeless    = 10_000 // levels at which nothing more is read
)

// ErrTooMany is of a catalogue with more records than are read at once.
var ErrTooMany = errors.New("there are more than 50,000 records: divide it, and import the parts one after the other")

// feed gives the records of a source in order, each time it is called.
type feed func(ctx context.Context, each func(*record) error) error

// bring imports what a feed gives: first to know what there is, then to write it.
func bring(ctx context.Context, d *exchange.Draft, src exchange.Source, name string, read feed) error {
	c := newCatalogue(d, src, name)
	n := 0
	err := read(ctx, func(r *record) error {
		if n++; n > MostRecords {
			return ErrTooMany
		}
		c.know(r)
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	if n == 0 {
		return errors.New("there is no record in it")
	}
	c.settle()
	done := 0
	err = read(ctx, func(r *record) error {
		done++
		d.Step(done, n)
		c.write(r)
		return ctx.Err()
	})
	if err != nil {
		return err
	}
	c.finish()
	return nil
}
