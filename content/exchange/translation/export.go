package translation

import (
	"cmp"
	"context"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/check"
	"vigil/content/exchange"
	"vigil/i18n"
)

// Choice says which wordings go out.
type Choice string

// The choices; the empty one is all.
const (
	OnlyStale   Choice = "stale"
	OnlyMissing Choice = "missing"
	OnlyDraft   Choice = "draft"
	OnlyBegin   Choice = "begin" // what a visitor meets first
)

// Choices lists them.
var Choices = []Choice{OnlyStale, OnlyMissing, OnlyDraft, OnlyBegin}

// Asked is what is asked of an export.
type Asked struct {
	To, From content.Lang // From is the archive's original where it is empty
	Only     Choice
	Case     string    // a history or speech, and the people, places, bodies and terms it names
	Before   *Document // an earlier export: what the originals were then
	Step     func(done, of int)
}

// Folder takes the words of an archive's folder out for translation. The report counts the
// wordings by how far they are.
func Folder(ctx context.Context, files fs.FS, ask Asked) (*Document, *exchange.Report, error) {
	if _, err := exchange.Readable(ctx, files); err != nil {
		return nil, nil, err
	}
	f := authoring.Load(ctx, files)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	a := f.Archive
	ask.From = cmp.Or(ask.From, a.Original)
	switch {
	case ask.To == ask.From:
		return nil, nil, fmt.Errorf("a text is not translated from %s into itself", ask.From)
	case ask.To == a.Original:
		return nil, nil, fmt.Errorf("%s is the language that the archive is written in", ask.To)
	case !slices.Contains(a.Languages, ask.From):
		return nil, nil, fmt.Errorf("the archive has no words in %s; its languages are %s", ask.From, listed(a.Languages))
	case ask.Case != "" && a.Case(ask.Case) == nil && a.Speech(ask.Case) == nil:
		return nil, nil, fmt.Errorf("the archive has no history and no speech %s", authoring.Quote(ask.Case))
	}
	report := exchange.NewReport("translation", a.ID)
	x := &taker{folder: f, ask: ask, report: report, helper: newHelper(f, ask.From, ask.To), before: ask.Before.previous()}
	all := records(a)
	for i, r := range all {
		if err := ctx.Err(); err != nil {
			return nil, nil, err
		}
		if ask.Step != nil {
			ask.Step(i, len(all))
		}
		x.record(r)
	}
	doc := &Document{From: ask.From, To: ask.To, Title: a.ID + " " + a.Version, Units: x.units}
	return doc, report, nil
}

func listed(langs []content.Lang) string {
	var out []string
	for _, l := range langs {
		out = append(out, string(l))
	}
	return strings.Join(out, ", ")
}

// taker collects units.
type taker struct {
	folder *authoring.Folder
	ask    Asked
	report *exchange.Report
	helper *helper
	before map[string]string // what the originals were, by unit
	units  []*Unit
}

// record takes the units of one record, if it is asked for.
func (x *taker) record(r *record) {
	_, has := r.words[x.ask.From]
	if x.ask.Case != "" && !r.of(x.ask.Case) && !x.helper.named(x.ask.Case, r.key) {
		return
	}
	if !has {
		if _, written := r.words[r.original]; written {
			x.report.Once(exchange.Decide, exchange.Place{}, "no-source", fmt.Sprintf("%s has no words in %s to translate from", r.group(), x.ask.From), "translate it from "+string(r.original)+": --from "+string(r.original))
		}
		return
	}
	to, there := r.words[x.ask.To]
	units := x.helper.unitsOf(r, x.ask.From, x.ask.To)
	standing := standingOf(r, units, there, to)
	if len(units) == 0 || !x.chosen(r, standing, units) {
		return
	}
	x.report.Count("wordings")
	x.report.Came[string(standing)]++
	x.report.Came["units"] += len(units)
	r.marked(units, r.words[x.ask.From], to, there, x.ask.From)
	x.dress(r, units, standing, to)
	x.units = append(x.units, units...)
}

// standing is how far a record's translation is.
type standing string

const (
	missing  standing = "missing"
	partly   standing = "incomplete"
	outdated standing = "stale"
	drafted  standing = "draft"
	reviewed standing = "reviewed"
)

func standingOf(r *record, units []*Unit, there bool, to content.Words) standing {
	lacks := func(u *Unit) bool { return u.Target == "" && !u.optional() }
	switch {
	case !there:
		return missing
	case r.stale(to):
		return outdated
	case slices.ContainsFunc(units, lacks):
		return partly
	case to.Review == content.Reviewed:
		return reviewed
	}
	return drafted
}

// optional reports whether a unit may stay empty: a name may be written alike.
func (u *Unit) optional() bool { return u.mayStay }

func (x *taker) chosen(r *record, s standing, units []*Unit) bool {
	switch x.ask.Only {
	case OnlyStale:
		return s == outdated
	case OnlyMissing:
		return s == partly || s == missing && slices.ContainsFunc(units, func(u *Unit) bool { return !u.optional() || u.Target != "" })
	case OnlyDraft:
		return s == drafted
	case OnlyBegin:
		return check.Begins(x.folder.Archive, r.key)
	}
	return true
}

// unitsOf are the units of a record between two languages. A name that another script does
// not need is not asked for of people: their names are written alike.
func (h *helper) unitsOf(r *record, from, to content.Lang) []*Unit {
	source, target := r.words[from], r.words[to]
	var out []*Unit
	for _, field := range fields {
		units := r.parts(field, source, target)
		if field == "title" && len(units) == 1 && units[0].optional() && units[0].Target == "" && h.alikeScript && strings.HasPrefix(r.key, "person/") {
			continue
		}
		out = append(out, units...)
	}
	return out
}

// marked puts the marks on units.
func (r *record) marked(units []*Unit, from, to content.Words, there bool, lang content.Lang) {
	for _, u := range units {
		u.mark = &mark{id: u.ID}
	}
	m := units[0].mark
	m.from = r.want(lang)
	m.blocks = strings.TrimSuffix(kinds(from.Text)+","+kinds(from.Note), ",")
	if !there {
		return
	}
	m.of, m.said = to.Of, r.fingerprint(to)
	m.review, m.reviewer, m.reviewed, m.translator = string(to.Review), to.Reviewer, to.ReviewedOn.EDTF, to.Translator
}

// dress tells the translator what goes with each unit.
func (x *taker) dress(r *record, units []*Unit, s standing, to content.Words) {
	file, line, _ := x.folder.At(r.key + "@" + string(x.ask.From))
	if r.form == spoken {
		file, line, _ = x.folder.At("text/" + path.Base(path.Dir(r.base)) + "/p1@" + string(x.ask.From))
	}
	state := map[standing]State{outdated: Unsure, drafted: Draft, partly: Draft, reviewed: Approved}[s]
	for _, u := range units {
		u.File, u.Line = cmp.Or(file, r.file(x.ask.From)), line
		if u.Target != "" {
			u.State = state
		}
		u.Notes = x.helper.notes(r, u, units, s, to)
		if r.most > 0 && strings.Contains(u.ID, "/text") {
			u.Notes = append(u.Notes, fmt.Sprintf("at most some %d words in all, as a wall shows them", r.most))
			if len(r.words[x.ask.From].Text) == 1 {
				u.Words = r.most
			}
		}
		if was := x.before[u.ID]; was != "" && settled(was, u.Whole) != settled(u.Source, u.Whole) {
			u.Previous = was
		}
	}
}

// previous is what the originals of units were in an earlier document.
func (d *Document) previous() map[string]string {
	if d == nil {
		return nil
	}
	out := make(map[string]string, len(d.Units))
	for _, u := range d.Units {
		out[u.ID] = u.Source
	}
	return out
}

// sameScript reports whether two languages are written in one script.
func sameScript(a, b content.Lang) bool {
	x, _ := language.Make(string(a)).Script()
	y, _ := language.Make(string(b)).Script()
	return x == y
}

// helper knows what helps a translator between two languages.
type helper struct {
	folder      *authoring.Folder
	from, to    content.Lang
	locale      *i18n.Locale
	glossary    *check.Glossary
	alikeScript bool
	names       map[string][]string // what a history names, by its id
}

func newHelper(f *authoring.Folder, from, to content.Lang) *helper {
	h := &helper{folder: f, from: from, to: to, glossary: check.GlossaryIn(f.Archive, from), alikeScript: sameScript(from, to), names: map[string][]string{}}
	if c, err := i18n.Load(); err == nil {
		h.locale = c.Locale(from)
	}
	for _, c := range f.Archive.Cases {
		h.names[c.ID] = c.Named()
	}
	return h
}

func (h *helper) named(owner, key string) bool { return slices.Contains(h.names[owner], key) }

// notes are what a translator should know of a unit.
func (h *helper) notes(r *record, u *Unit, units []*Unit, s standing, to content.Words) []string {
	notes := []string{r.kind + ", " + r.page + ": " + whereIn(u, units)}
	if e := r.event; e != nil && h.locale != nil {
		when := "date: " + h.locale.Date(e.Date)
		if p := h.folder.Archive.Place(e.Place); p != nil {
			when += "; place: " + cmp.Or(p.Words[h.from].Title, p.Name) + called(cmp.Or(p.Words[h.to].Title))
		}
		notes = append(notes, when)
	}
	for _, t := range h.glossary.Of(u.Source) {
		if r.key == "term/"+t.ID {
			continue
		}
		word := "no word for it yet"
		if title := t.Words[h.to].Title; title != "" {
			word = title
		}
		notes = append(notes, "glossary: "+t.Words[h.from].Title+" = "+word+" (term/"+t.ID+")")
	}
	if u.optional() && u.Source != nothingThere {
		notes = append(notes, "may stay empty where the name is written alike")
	}
	if u.Whole && u.Source != nothingThere {
		notes = append(notes, "one unit, because the translation has other paragraphs than the original: part them with an empty line")
	}
	if s == outdated {
		notes = append(notes, "the original has changed since this was translated: compare the whole")
	}
	if who := whoSaid(to); who != "" && u == units[0] {
		notes = append(notes, who)
	}
	return notes
}

func called(title string) string {
	if title == "" {
		return ""
	}
	return " = " + title
}

func whoSaid(w content.Words) string {
	var parts []string
	if w.Translator != "" {
		parts = append(parts, "translated by "+w.Translator)
	}
	if w.Review == content.Reviewed {
		by := "reviewed"
		if w.Reviewer != "" {
			by += " by " + w.Reviewer
		}
		if !w.ReviewedOn.IsZero() {
			by += ", " + w.ReviewedOn.EDTF
		}
		parts = append(parts, by)
	}
	return strings.Join(parts, "; ")
}

// whereIn says which part of a record a unit is.
func whereIn(u *Unit, units []*Unit) string {
	_, field, _ := strings.Cut(u.ID[strings.IndexByte(u.ID, '#')+1:], "/")
	field, number, numbered := strings.Cut(field, "/")
	if !numbered {
		return "its " + field
	}
	n := 0
	for _, other := range units {
		if strings.HasPrefix(other.ID, u.ID[:len(u.ID)-len(number)]) {
			n++
		}
	}
	return fmt.Sprintf("paragraph %s of %d of its %s", number, n, field)
}
