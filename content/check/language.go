package check

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"

	"vigil/content"
	"vigil/content/authoring"
)

// Step is one part of a reviser's work: what it is, and where, in the order in which
// it should be done.
type Step struct {
	Name     string
	Count    int // of wordings or problems, where a line stands for more than one
	Problems []authoring.Problem
}

// Revision is what concerns one language of an archive, in the order in which a
// reviser should look at it: what is wrong, what is stale, what differs from the
// original, what a visitor meets first, and the rest.
type Revision struct{ Steps []Step }

// MarshalJSON writes the problems of all steps as one array, in their order.
func (r Revision) MarshalJSON() ([]byte, error) {
	all := []authoring.Problem{}
	for _, s := range r.Steps {
		all = append(all, s.Problems...)
	}
	return json.Marshal(all)
}

// Errors counts the problems that must be mended.
func (r Revision) Errors() int {
	n := 0
	for _, s := range r.Steps {
		n += Report{s.Problems}.Errors()
	}
	return n
}

// The names of the steps.
const (
	stepWrong   = "wrong"
	stepStale   = "stale: the original has changed since"
	stepDiffers = "differs from the original: numbers, names, links, terms"
	stepFirst   = "drafts of what a visitor meets first"
	stepMissing = "not there yet, of what a visitor meets first"
	stepRest    = "the other drafts"
	stepLater   = "not there yet, of the rest"
)

// Language checks a folder as Folder does and keeps what concerns one language. It also
// gives the languages that the archive offers: of another there is nothing to say.
func Language(ctx context.Context, fsys fs.FS, tools Tools, lang content.Lang) (Revision, []content.Lang) {
	in := load(ctx, fsys, tools)
	if !slices.Contains(in.archive.Languages, lang) {
		return Revision{}, in.archive.Languages
	}
	in.run(rules[:])
	r := reviser{inspection: in, lang: lang, met: likelihood(in.archive)}
	return Revision{r.steps()}, in.archive.Languages
}

// reviser sorts what is to be done in one language.
type reviser struct {
	*inspection
	lang content.Lang
	met  map[string]int // how soon a visitor meets a record, by its key
}

func (r *reviser) steps() []Step {
	var wrong, stale, differs []authoring.Problem
	for _, p := range r.concerning() {
		switch {
		case p.Rule == "stale":
			stale = append(stale, p)
		case p.Severity == authoring.Error:
			wrong = append(wrong, p)
		default:
			differs = append(differs, p)
		}
	}
	first, rest, others := r.drafts()
	missing, soon, later, remaining := r.missing()
	var steps []Step
	for _, s := range []Step{
		{stepWrong, len(wrong), wrong}, {stepStale, len(stale), stale}, {stepDiffers, len(differs), differs}, {stepFirst, len(first), first},
		{stepMissing, soon, missing}, {stepRest, others, rest}, {stepLater, remaining, later},
	} {
		if len(s.Problems) > 0 {
			steps = append(steps, s)
		}
	}
	return steps
}

// concerning are the problems of the language's own files, those of what a visitor
// meets sooner first.
func (r *reviser) concerning() []authoring.Problem {
	soon := map[authoring.Problem]int{}
	for i, p := range r.found {
		record, _, _ := strings.Cut(r.about[i], "@")
		soon[p] = r.rank(record)
	}
	list := slices.DeleteFunc(r.told().Problems, func(p authoring.Problem) bool { return langOf(p.File) != r.lang })
	slices.SortStableFunc(list, func(a, b authoring.Problem) int { return cmp.Compare(soon[a], soon[b]) })
	return list
}

// rank is how soon a visitor meets a record: from 0, and last what nobody meets first.
func (r *reviser) rank(key string) int {
	if n, ok := r.met[key]; ok {
		return n
	}
	return len(r.met)
}

// sorted is the archive's records as a visitor meets them.
func (r *reviser) sorted() []worded {
	all := wordings(r.archive)
	slices.SortStableFunc(all, func(a, b worded) int { return cmp.Compare(r.rank(a.key), r.rank(b.key)) })
	return all
}

// drafts lists the drafts of what a visitor meets first, and counts the others by file.
func (r *reviser) drafts() (first, rest []authoring.Problem, n int) {
	var others sheaves
	for _, w := range r.sorted() {
		words, ok := w.words[r.lang]
		original := w.words[w.original]
		switch {
		case !ok || whole(words) == whole(content.Words{}):
			continue
		case words.Review == content.Reviewed || r.lang != w.original && words.Of != original.Hash:
			continue // what is stale is told as that
		}
		file, line, col := r.At(w.key + "@" + string(r.lang))
		if r.metFirst(w) {
			first = append(first, r.step(file, line, col, "draft", "a draft: "+authoring.Quote(titled(w, words)), r.reading()+" in it"))
			continue
		}
		s := others.of(file, r.lang)
		if s.n++; s.n == 1 || line < s.line {
			s.line, s.col = line, col
		}
	}
	for _, s := range others.list {
		rest = append(rest, r.step(s.file, s.line, s.col, "draft", counted(s.n, "more wording is a draft", "more wordings are drafts"), r.reading()))
	}
	return first, rest, others.n()
}

// missing counts, by file, what is not there in the language: what a visitor meets
// first, and the rest.
func (r *reviser) missing() (first []authoring.Problem, firstN int, later []authoring.Problem, laterN int) {
	var soon, others sheaves
	for _, w := range r.sorted() {
		if _, there := w.words[r.lang]; there || r.lang == w.original || whole(w.words[w.original]) == whole(content.Words{}) {
			continue
		}
		s := &others
		if r.metFirst(w) {
			s = &soon
		}
		file := s.of(r.wordsFile(w, r.lang), r.lang)
		file.n++
		file.ids = append(file.ids, wordsID(w.key))
	}
	list := func(s sheaves) (out []authoring.Problem) {
		for _, f := range s.list {
			out = append(out, r.step(f.file, 0, 0, "missing", fmt.Sprintf("not translated: %d (%s)", f.n, some(f.ids)), "translate them from the file beside it"))
		}
		return out
	}
	return list(soon), soon.n(), list(others), others.n()
}

// reading is what to do with a draft.
func (r *reviser) reading() string {
	const then = ", then write review: reviewed, reviewer: and reviewed:"
	if r.lang == r.archive.Original {
		return "have somebody read it who knows the history" + then
	}
	return "compare it with the original" + then
}

func (r *reviser) step(file string, line, col int, rule, message, mend string) authoring.Problem {
	return authoring.Problem{File: file, Line: line, Col: col, Rule: rule, Severity: authoring.Warning, Message: message, Mend: mend}
}

// titled is what a wording is called in a list.
func titled(w worded, words content.Words) string {
	title := cmp.Or(words.Title, words.Role, w.name, wordsID(w.key))
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) { // isolates: what they part is in quotation marks here
			return -1
		}
		return r
	}, title)
}

// likelihood orders what visitors meet first: what the hall shows and the first page
// lists, then each history's note, its lead events with who and where they tell of, then
// questions, quotations and lessons. Nothing is counted of what visitors do: it is the
// order of the doors they come through.
func likelihood(a *content.Archive) map[string]int {
	met := map[string]int{}
	meet := func(key string) {
		if _, known := met[key]; !known {
			met[key] = len(met)
		}
	}
	meet("archive")
	meet("support")
	for _, route := range a.Attract {
		meet(route)
	}
	for _, c := range a.Cases {
		meet("case/" + c.ID)
	}
	for _, s := range a.Speeches {
		meet("speech/" + s.ID)
	}
	for _, c := range a.Cases {
		meet("caution/" + c.ID)
	}
	leads := slices.DeleteFunc(a.Events(), func(e *content.Event) bool { return e.Importance != 1 })
	for _, e := range leads {
		meet(e.Route())
	}
	for _, e := range leads {
		for _, p := range e.People {
			meet("person/" + p)
		}
		meet("place/" + e.Place)
	}
	for _, c := range a.Cases {
		for _, q := range c.Questions {
			meet("question/" + c.ID + "/" + q.ID)
		}
	}
	for _, w := range wordings(a) {
		if beginning(a, w.key) != "" {
			meet(w.key)
		}
	}
	return met
}
