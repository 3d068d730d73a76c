// Package proof reads a curator's folder again and again while it is written, and gives
// what of it can be shown and what is wrong with it.
//
// What can be shown is the folder as it is, but for files that cannot be read without a
// mistake of form: of each of these the last text that could be is shown instead, where
// there has been one since the Proof began. What is wrong is judged on the folder as it
// is. A file is read once for each reading, so that all that is said of it is said of one
// text. Nothing is written.
package proof

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"io/fs"
	"maps"
	"slices"
	"sync"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/check"
)

// Stage is how far a reading has come.
type Stage uint8

// The stages: the archive in the language that is looked at, for the page to be shown at
// once; in all its languages; and checked.
const (
	Glance Stage = iota + 1
	Whole
	Checked
)

// Edition is the archive as it can be shown after a reading, and its mistakes.
type Edition struct {
	Stage    Stage
	Archive  *content.Archive // never nil
	Files    fs.FS            // what it was read from, for its pictures and fonts
	Lang     content.Lang     // besides its original, the one language that a Glance has read
	Changed  []string         // files that a page was made from, and that read otherwise now
	Held     []string         // files of which the last good text is shown
	Problems []authoring.Problem
	Gone     error // why the folder cannot be read; what was read before is shown on

	lines, good authoring.Lines // of the folder as it is, and as it is shown
	all         bool            // the archive is in all its languages
}

// Record is the record that a problem is about, as authoring.Folder.At names it, or "".
func (e Edition) Record(p authoring.Problem) string {
	if key := e.lines.Record(p.File, p.Line); key != "" {
		return key
	}
	return e.good.Record(p.File, p.Line)
}

// Proof is a folder that is being written. It may be used by several goroutines: of
// readings at a time one goes on, until its context ends.
type Proof struct {
	disk  fs.FS
	tools func() check.Tools
	seed  maphash.Seed

	reading sync.Mutex
	good    map[string][]byte // the last text of each file that was without a mistake of form
	shown   map[string]mark   // what the editions until now have shown of each file
	seen    map[string]mark   // and what stood in the folder then
	last    Edition
	judged  []authoring.Problem // as the last edition told them
}

// mark tells what a file holds from what it held before.
type mark struct {
	size int64
	sum  uint64 // of the text, or the time of what is no text
}

// New makes a Proof of a folder that has not been read yet. tools makes what it is
// checked with, anew for each check.
func New(disk fs.FS, tools func() check.Tools) *Proof {
	return &Proof{
		disk: disk, tools: tools, seed: maphash.MakeSeed(),
		good: map[string][]byte{}, shown: map[string]mark{}, seen: map[string]mark{},
		last: Edition{Archive: &content.Archive{}, Files: disk},
	}
}

// errNoArchive says that a folder holds nothing that the format knows.
var errNoArchive = errors.New("there is no archive in this folder any more")

// Read reads the folder as it is now and shows an edition for each stage, from its own
// goroutine. When ctx ends it shows no more.
func (p *Proof) Read(ctx context.Context, lang content.Lang, show func(Edition)) {
	v, f, ok := p.read(ctx, lang, show)
	if !ok {
		return
	}
	// The folder is checked while a newer reading may begin: that must not wait for it.
	report := check.Loaded(ctx, f, v, p.tools())
	p.reading.Lock()
	defer p.reading.Unlock()
	if ctx.Err() != nil {
		return
	}
	p.judged = report.Problems
	p.last.Stage, p.last.Problems, p.last.Changed = Checked, report.Problems, nil
	show(p.last)
}

// read is the stages before the check. ok is false where there is nothing to check.
func (p *Proof) read(ctx context.Context, lang content.Lang, show func(Edition)) (v *view, f *authoring.Folder, ok bool) {
	p.reading.Lock()
	defer p.reading.Unlock()
	if err := p.there(); err != nil {
		gone := p.last
		gone.Gone, gone.Changed = err, nil
		show(gone)
		return nil, nil, false
	}
	v = newView(p.disk)
	for _, stage := range []Stage{Glance, Whole} {
		f = load(ctx, v, stage, lang)
		next, ok := p.edition(ctx, v, f, stage, lang)
		if !ok {
			return nil, nil, false
		}
		// What has been taken is shown, though it be called off now: the next edition tells
		// what is new since.
		p.last = next
		show(next)
	}
	return v, f, true
}

// there reports why there is nothing to read. A folder that has been empty from the
// beginning can be read.
func (p *Proof) there() error {
	entries, err := list(p.disk, ".")
	if err != nil {
		return fmt.Errorf("read the folder: %w", err)
	}
	known := func(e fs.DirEntry) bool {
		return e.Name() == "archive.yaml" || e.Name() == "cases" || e.Name() == "speeches"
	}
	if len(p.good) > 0 && !slices.ContainsFunc(entries, known) {
		return errNoArchive
	}
	return nil
}

func load(ctx context.Context, fsys fs.FS, stage Stage, lang content.Lang) *authoring.Folder {
	if stage == Glance {
		return authoring.LoadIn(ctx, fsys, lang)
	}
	return authoring.Load(ctx, fsys)
}

// edition makes of a folder, as it was read from v, what is to be shown of it. ok is false
// where ctx has ended meanwhile: then nothing is kept of it.
func (p *Proof) edition(ctx context.Context, v *view, f *authoring.Folder, stage Stage, lang content.Lang) (next Edition, ok bool) {
	next = Edition{Stage: stage, Archive: f.Archive, Files: v, lines: f.Lines(), good: p.last.good, all: stage >= Whole}
	if ctx.Err() != nil {
		return next, false
	}
	v.look()
	texts := v.read()
	held := p.hold(v, texts, broken(f))
	next.Held = slices.Sorted(maps.Keys(held))
	next.Problems = p.problems(v, texts, f)
	fresh := p.marks(v, texts, held)
	switch {
	case p.last.all && len(p.differing(v, fresh)) == 0:
		next.Archive, next.Files, next.all = p.last.Archive, p.last.Files, true
	case len(held) == 0:
		next.good = next.lines
	default:
		files := &shownFiles{v, held}
		good := load(ctx, files, stage, lang)
		next.Archive, next.Files, next.good = good.Archive, files, good.Lines()
	}
	next.Lang = cmp.Or(lang, next.Archive.Original)
	if ctx.Err() != nil {
		return next, false
	}
	next.Changed, p.judged = p.take(v, texts, fresh, stage == Glance || p.last.all), next.Problems
	return next, true
}

// elsewhere are the rules that a file breaks by what another file says: it can be read.
var elsewhere = []string{"unknown-id", "unoffered-language"}

// broken are the files that have a mistake of form.
func broken(f *authoring.Folder) map[string]bool {
	out := map[string]bool{}
	for _, problem := range f.Problems {
		if problem.Severity == authoring.Error && !slices.Contains(elsewhere, problem.Rule) {
			out[problem.File] = true
		}
	}
	return out
}

// hold keeps the texts that are good, and gives the last good text of each file that
// is not.
func (p *Proof) hold(v *view, texts map[string][]byte, broken map[string]bool) map[string][]byte {
	held := map[string][]byte{}
	for name, text := range texts {
		if !broken[name] {
			p.good[name] = text
		}
	}
	for name := range broken {
		now, here := texts[name]
		if good, was := p.good[name]; was && !(here && bytes.Equal(now, good)) {
			held[name] = good
		}
	}
	// What is held in a language that was not read now is held on.
	for _, name := range p.last.Held {
		if _, read := texts[name]; !read && !broken[name] && v.has(name) {
			held[name] = p.good[name]
		}
	}
	return held
}

// problems are those of form in what was read, and those told before of files that are
// as they were.
func (p *Proof) problems(v *view, texts map[string][]byte, f *authoring.Folder) []authoring.Problem {
	out := slices.Clone(f.Problems)
	for _, problem := range p.judged {
		text, read := texts[problem.File]
		switch was, known := p.seen[problem.File]; {
		case !v.has(problem.File):
		case read && (!known || p.markOf(text) != was):
		case !read && v.others[problem.File] != (mark{}) && v.others[problem.File] != was:
		default:
			out = append(out, problem)
		}
	}
	return authoring.SortProblems(out)
}

func (p *Proof) markOf(text []byte) mark {
	return mark{int64(len(text)), maphash.Bytes(p.seed, text)}
}

// marks are those of all that is shown of what was read.
func (p *Proof) marks(v *view, texts, held map[string][]byte) map[string]mark {
	out := maps.Clone(v.others)
	for name, text := range texts {
		out[name] = p.markOf(text)
	}
	for name, text := range held {
		out[name] = p.markOf(text)
	}
	return out
}

// differing are the files that are shown otherwise than before.
func (p *Proof) differing(v *view, fresh map[string]mark) []string {
	var out []string
	for name, m := range fresh {
		if was, known := p.shown[name]; !known || was != m {
			out = append(out, name)
		}
	}
	for name := range p.shown {
		if _, read := fresh[name]; !read && !v.has(name) {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// take notes what is shown from now on, and gives what of it is new. What a glance has left
// out was on no page before the whole has been read for the first time.
func (p *Proof) take(v *view, texts map[string][]byte, fresh map[string]mark, unknown bool) []string {
	changed := slices.DeleteFunc(p.differing(v, fresh), func(name string) bool {
		_, known := p.shown[name]
		return !known && !unknown
	})
	for _, name := range changed {
		delete(p.shown, name)
	}
	maps.Copy(p.shown, fresh)
	for name := range p.seen {
		if !v.has(name) {
			delete(p.seen, name)
		}
	}
	for name, text := range texts {
		p.seen[name] = p.markOf(text)
	}
	maps.Copy(p.seen, v.others)
	return changed
}
