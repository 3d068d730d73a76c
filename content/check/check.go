// Package check holds the rules that an archive keeps beyond its form: that
// every id resolves, every fact cites a source, a speech's words are the words
// of its source, and a translation says what it was made from.
//
// A rule is a small function over a folder that authoring has read; it reports
// every place that breaks it, with the mend. The form of files, YAML and
// Markdown is authoring's to judge, and its problems stand in the same report.
// A rule never changes the archive and never asks the network; of files it reads the
// pictures and fonts, as the kiosk does. It does not judge wording.
package check

import (
	"context"
	"encoding/json"
	"io/fs"
	"slices"

	"vigil/content"
	"vigil/content/authoring"
)

// Report is every problem of an archive, by file, line and column.
type Report struct {
	Problems []authoring.Problem
}

// Glyphs knows the letters of the fonts that Vigil carries.
type Glyphs interface {
	// Missing lists the letters of text that no font has, each once.
	Missing(text string) []rune
	// Bring tries a font that the archive brings along, and counts its letters.
	Bring(name string, data []byte) error
}

// Land knows the ground that maps are drawn from.
type Land interface {
	// Any reports whether there is land in a part of the earth.
	Any(content.Bounds) (bool, error)
	// Country is the country of a point, ISO 3166-1, or "" where it is in none.
	Country(lon, lat float64) (string, error)
}

// Tools are what the kiosk shows an archive with. What is nil is not asked.
type Tools struct {
	Glyphs Glyphs
	Land   Land
	Today  content.Date // nothing was reviewed after it; the zero Date asks nothing

	// Unwritten are the lines of an archive to begin from that somebody must replace.
	Unwritten []string
}

// Folder reads a curator's folder and checks it. When ctx ends, what is left is not
// checked, and the report says so.
func Folder(ctx context.Context, fsys fs.FS, tools Tools) Report {
	return Loaded(ctx, authoring.Load(ctx, fsys), fsys, tools)
}

// Loaded is Folder for a folder that has been read already, whole, from fsys.
func Loaded(ctx context.Context, f *authoring.Folder, fsys fs.FS, tools Tools) Report {
	in := inspectionOf(ctx, f, fsys, tools)
	in.run(rules[:])
	return in.told()
}

// load reads a folder to be inspected.
func load(ctx context.Context, fsys fs.FS, tools Tools) *inspection {
	return inspectionOf(ctx, authoring.Load(ctx, fsys), fsys, tools)
}

func inspectionOf(ctx context.Context, f *authoring.Folder, fsys fs.FS, tools Tools) *inspection {
	return &inspection{Folder: f, archive: f.Archive, targets: targetsOf(f.Archive), tools: tools, files: fsys, ctx: ctx}
}

// run asks rules, until the context ends.
func (in *inspection) run(list []rule) {
	for _, r := range list {
		in.rule = r.name
		if in.ctx.Err() != nil {
			in.rule = "cancelled"
			in.place(".", 0, 0, authoring.Error, "checking was stopped before its end", "check the folder again")
			return
		}
		r.check(in)
	}
}

// told is what was found, with what authoring found.
func (in *inspection) told() Report {
	return Report{authoring.SortProblems(slices.Concat(in.found, in.Problems))}
}

// Errors counts the problems that must be mended.
func (r Report) Errors() int { return r.count(authoring.Error) }

// Warnings counts the problems that may stand.
func (r Report) Warnings() int { return r.count(authoring.Warning) }

func (r Report) count(s authoring.Severity) int {
	n := 0
	for _, p := range r.Problems {
		if p.Severity == s {
			n++
		}
	}
	return n
}

// MarshalJSON writes the problems as one array, empty where there are none.
func (r Report) MarshalJSON() ([]byte, error) {
	if r.Problems == nil {
		return []byte("[]"), nil
	}
	return json.Marshal(r.Problems)
}

// rule is one thing that an archive must keep.
type rule struct {
	name  string
	check func(*inspection)
}

// rules is the whole list, in the order of the format's description.
var rules = [...]rule{
	{"empty", anything},
	{"resolve", resolveRecords},
	{"resolve", resolveSpeeches},
	{"resolve", resolveLessons},
	{"resolve", resolveLinks},
	{"cite", cite},
	{"cite", cited},
	{"reviewer", reviewers},
	{"content-note", contentNotes},
	{"rights", rights},
	{"seen", readOnPage},
	{"finding", findings},
	{"convicted", convictions},
	{"figure", figures},
	{"importance", importance},
	{"coordinates", coordinates},
	{"country", countries},
	{"map", bounds},
	{"life", lives},
	{"title", titles},
	{"translation", translations},
	{"stale", stale},
	{"kept", kept},
	{"quotation", quotations},
	{"block-quotation", blockQuotations},
	{"seal", seals},
	{"lesson", lessons},
	{"topic", topics},
	{"attract", attracts},
	{"interface", interfaces},
	{"keyboard", keyboards},
	{"picture", pictures},
	{"unasked", unasked},
	{"font", fonts},
	{"glyph", letters},
}

// inspection is one run of the rules.
type inspection struct {
	*authoring.Folder
	archive *content.Archive
	targets targets
	tools   Tools
	files   fs.FS
	ctx     context.Context
	rule    string
	opening bool // what is asked of what was reviewed is asked of all
	found   []authoring.Problem
	about   []string // the key that each of these was reported at, "" where at none
}

// mostProblems bounds what one run reports; a folder so far from the format is
// mended a part at a time.
const mostProblems = 5000

func (in *inspection) add(key string, p authoring.Problem) {
	if len(in.found) < mostProblems {
		in.found, in.about = append(in.found, p), append(in.about, key)
	}
}

// fail reports an error at a place that authoring knows by key.
func (in *inspection) fail(key, message, mend string) {
	in.report(key, authoring.Error, message, mend)
}

// warn reports a warning at a place that authoring knows by key.
func (in *inspection) warn(key, message, mend string) {
	in.report(key, authoring.Warning, message, mend)
}

// A field that could not be read was reported where it was read.
func (in *inspection) report(key string, severity authoring.Severity, message, mend string) {
	if in.Garbled(key) {
		return
	}
	file, line, col := in.At(key)
	in.add(key, authoring.Problem{File: file, Line: line, Col: col, Rule: in.rule, Severity: severity, Message: message, Mend: mend})
}

// place reports a problem; message and mend quote a curator's text, if at all,
// through authoring.Quote.
func (in *inspection) place(file string, line, col int, severity authoring.Severity, message, mend string) {
	in.add("", authoring.Problem{File: file, Line: line, Col: col, Rule: in.rule, Severity: severity, Message: message, Mend: mend})
}
