package translation

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// Told is what whoever imports says of a file.
type Told struct {
	Lang       content.Lang // that it is in, where the file does not say so
	Translator string       // else whom the file names
	Reviewer   string       // who reviewed what is approved; "" leaves it a draft
	On         string       // EDTF, the day it was reviewed
	Replace    bool         // write over translations that changed in the folder meanwhile
	Step       func(done, of int)
}

// Into takes a document into an archive's folder. Nothing is written: what comes of it is
// in the merged files. The report says what was not taken, and what a person must look at.
func Into(ctx context.Context, files fs.FS, doc *Document, name string, told Told) (*authoring.Merged, *exchange.Report, error) {
	m, err := exchange.Readable(ctx, files)
	if err != nil {
		return nil, nil, err
	}
	report := exchange.NewReport(string(doc.Format), name)
	if told.Lang != "" && doc.To != "" && told.Lang != doc.To {
		return nil, nil, fmt.Errorf("the file is in %s, and not in %s", authoring.Quote(string(doc.To)), told.Lang)
	}
	doc.To = cmp.Or(doc.To, told.Lang)
	if err := doc.language(m); err != nil {
		return nil, nil, err
	}
	for range doc.Units {
		report.Count("units")
	}
	g := &giver{doc: doc, told: told, report: report, old: m, units: map[string]*Unit{}, marks: map[string]*mark{}, file: name, draft: authoring.NewManuscript()}
	g.told.Translator = cmp.Or(told.Translator, doc.Translator)
	g.take()
	if slices.ContainsFunc(doc.Units, (*Unit).isMessage) {
		if err := g.messages(); err != nil {
			return nil, nil, err
		}
	}
	f := authoring.Load(ctx, files)
	g.helper = newHelper(f, cmp.Or(doc.From, f.Archive.Original), doc.To)
	if !slices.Contains(f.Archive.Languages, g.helper.from) {
		g.helper.from = f.Archive.Original
	}
	all := records(f.Archive)
	for i, r := range all {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if told.Step != nil {
			told.Step(i, len(all))
		}
		g.record(r)
	}
	g.strangers()
	g.write(f.Archive)
	if len(g.draft.Names())+len(g.draft.Attached()) == 0 {
		return &authoring.Merged{}, report, nil
	}
	merged, err := g.draft.Into(ctx, files, true)
	return merged, report, err
}

// language finds out which language a document is in.
func (d *Document) language(m *authoring.Manuscript) error {
	original := ""
	if head := m.Find("archive.yaml"); head != nil {
		original = head.Text("original")
	}
	tag, err := language.Parse(string(d.To))
	switch {
	case d.To == "":
		return errors.New("the file does not say which language it is in: --lang xx")
	case err != nil || tag.String() != string(d.To):
		return fmt.Errorf("the file is in %s, which is no language; say which: --lang xx", authoring.Quote(string(d.To)))
	case string(d.To) == original:
		return fmt.Errorf("%s is the language that the archive is written in, and no translation", d.To)
	}
	return nil
}

// giver brings units back into an archive.
type giver struct {
	doc     *Document
	told    Told
	report  *exchange.Report
	helper  *helper
	old     *authoring.Manuscript
	draft   *authoring.Manuscript
	units   map[string]*Unit // that were not used yet, by id
	marks   map[string]*mark // by record
	file    string
	changes []change
}

// nobody stands for a translator whom nothing names: a wording without one would be taken
// for the work of whom the head of its file names.
const nobody = "not named"

// change is a wording that is not as the folder has it.
type change struct {
	r      *record
	words  content.Words
	fields []string // that say something else
	begun  bool     // the folder has no such wording
}

// take sorts the units by their names.
func (g *giver) take() {
	for _, u := range g.doc.Units {
		if u.isMessage() {
			continue
		}
		if g.units[u.ID] != nil {
			g.note(exchange.LeftOut, u.ID, "twice", "this unit stands in the file twice; the first is taken", "keep one of them")
			continue
		}
		g.units[u.ID] = u
		if u.mark != nil && u.mark.from != "" {
			g.marks[u.group()] = u.mark
		}
	}
}

func (g *giver) note(w exchange.Weight, id, rule, message, mend string) {
	g.report.Note(w, exchange.Place{File: g.file, Path: id}, rule, message, mend)
}

func (g *giver) once(w exchange.Weight, id, rule, message, mend string) {
	g.report.Once(w, exchange.Place{File: g.file, Path: id}, rule, message, mend)
}

// strangers names the units that the archive has no place for.
func (g *giver) strangers() {
	for _, u := range g.doc.Units {
		if g.units[u.ID] != nil && !u.isMessage() && strings.TrimSpace(u.Target) != "" {
			g.once(exchange.LeftOut, u.ID, "unknown-unit", "the archive has no such text any more", "export again, and bring the translation over by hand")
		}
	}
}

// arrived is what came back of a record.
type arrived struct {
	r        *record
	from, to content.Words // as the folder has them
	has      bool
	words    content.Words // with what came
	changed  []string      // fields
	units    []*Unit
	state    State // the least of its units'
	same     bool  // the original in the file is the folder's
	whole    bool  // every field came
}

// record takes what came back of one record.
func (g *giver) record(r *record) {
	from, has := r.words[g.helper.from]
	if !has {
		return
	}
	a := &arrived{r: r, from: from, state: Approved, same: true, whole: true}
	a.to, a.has = r.words[g.doc.To]
	a.words = a.to
	for _, field := range fields {
		g.field(a, field)
	}
	if len(a.units) == 0 {
		return
	}
	g.report.Came["wordings"]++
	for _, u := range a.units {
		for _, n := range u.Notes {
			g.note(exchange.Decide, u.ID, "remark", "the translator says: "+authoring.Quote(n), "")
		}
	}
	g.decide(a)
}
