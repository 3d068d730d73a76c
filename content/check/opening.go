package check

import (
	"fmt"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
)

// opening is what is asked of an archive beyond the rules before it is opened.
var opening = [...]rule{
	{"unwritten", unwritten},
	{"draft", draftFacts},
	{"draft", draftWords},
	{"missing", missingFirst},
	{"memory", remembered},
	{"unseen", unseen},
	{"uncompared", uncompared},
	{"support", supports},
	{"rights", shownWords},
}

// unwritten names what stands as it did in the archive that was begun from.
func unwritten(in *inspection) {
	lines := setOf(in.tools.Unwritten)
	for _, p := range in.Passages {
		at := 0
		for line := range strings.Lines(p.Text) {
			if text := strings.TrimSpace(line); lines[text] {
				row, col := p.At(at)
				in.place(p.File, row, col, authoring.Error, "nobody has written this yet: "+authoring.Quote(text), "write here what your museum says, or take it out")
			}
			at += len(line)
		}
	}
}

// draftFacts names the facts that nobody has compared with their sources.
func draftFacts(in *inspection) {
	const mend = "have them compared with their sources, then write review: reviewed, reviewer: and reviewed: here"
	for _, s := range signatures(in.archive) {
		if s.facts && s.review != content.Reviewed && !(s.key == "archive" && in.Unread("", "archive.yaml")) {
			in.fail(s.key+"#review", "the facts of "+s.what+" are a draft", mend)
		}
	}
}

// sheaf is the wordings of one file that have something in common.
type sheaf struct {
	file      string
	line, col int // of the first
	n, of     int // of these, and all in the file
	lang      content.Lang
	ids       []string
}

// sheaves counts wordings by the file they stand in, in the order they are met.
type sheaves struct {
	list []*sheaf
	at   map[string]*sheaf
}

func (s *sheaves) of(file string, lang content.Lang) *sheaf {
	if s.at == nil {
		s.at = map[string]*sheaf{}
	}
	if s.at[file] == nil {
		s.at[file] = &sheaf{file: file, lang: lang}
		s.list = append(s.list, s.at[file])
	}
	return s.at[file]
}

// n counts the wordings of all files.
func (s *sheaves) n() int {
	n := 0
	for _, one := range s.list {
		n += one.n
	}
	return n
}

// draftWords counts the wordings that nobody answers for, by file.
func draftWords(in *inspection) {
	var drafts sheaves
	for _, w := range wordings(in.archive) {
		for lang, words := range w.words {
			if whole(words) == whole(content.Words{}) {
				continue
			}
			file, line, col := in.At(w.key + "@" + string(lang) + "#review")
			s := drafts.of(file, lang)
			s.of++
			if words.Review == content.Reviewed {
				continue
			}
			if s.n++; s.n == 1 || line < s.line {
				s.line, s.col = line, col
			}
		}
	}
	for _, s := range drafts.list {
		if s.n == 0 {
			continue
		}
		mend := "find a reader who knows the history, then write review: reviewed, reviewer: and reviewed:"
		if s.lang != in.archive.Original {
			mend = "find a reader of this language (vigil check --lang " + string(s.lang) + " says what first), then write review: reviewed, reviewer: and reviewed:"
		}
		in.place(s.file, s.line, s.col, authoring.Error, s.drafts(), mend)
	}
}

func (s *sheaf) drafts() string {
	switch {
	case s.of == 1:
		return "the wording is a draft"
	case s.n == s.of:
		return fmt.Sprintf("all %d wordings are drafts", s.n)
	case s.n == 1:
		return fmt.Sprintf("1 of %d wordings is a draft", s.of)
	}
	return fmt.Sprintf("%d of %d wordings are drafts", s.n, s.of)
}

// missingFirst counts, by file, the words without which a visitor meets another
// language at the first step.
func missingFirst(in *inspection) {
	var missing sheaves
	for _, w := range wordings(in.archive) {
		if !in.metFirst(w) {
			continue
		}
		for _, lang := range in.archive.Languages {
			if _, there := w.words[lang]; there || lang == w.original {
				continue
			}
			if file := in.wordsFile(w, lang); !in.Unread("", file) {
				s := missing.of(file, lang)
				s.n++
				s.ids = append(s.ids, wordsID(w.key))
			}
		}
	}
	for _, s := range missing.list {
		in.place(s.file, 0, 0, authoring.Error, fmt.Sprintf("a visitor who reads %s meets these first, and their words are missing: %s", s.lang, some(s.ids)), "translate them from the file beside it")
	}
}

// metFirst reports whether a record is among what a visitor meets first, and has words.
func (in *inspection) metFirst(w worded) bool {
	original, ok := w.words[w.original]
	if !ok || whole(original) == whole(content.Words{}) {
		return false
	}
	return Begins(in.archive, w.key)
}

// wordsFile is the file in which a record's words in a language stand or would.
func (in *inspection) wordsFile(w worded, lang content.Lang) string {
	file, _, _ := in.At(w.key + "@" + string(w.original))
	dot := strings.LastIndex(file, "."+string(w.original)+".")
	if dot < 0 {
		return file
	}
	return file[:dot] + "." + string(lang) + file[dot+1+len(w.original):]
}

// some names the first of a list, and counts it where there are more.
func some(ids []string) string {
	const most = 6
	if len(ids) <= most {
		return strings.Join(ids, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(ids[:most], ", "), len(ids)-most)
}

// remembered names the facts that nobody has found on a page.
func remembered(in *inspection) {
	for _, f := range facts(in.archive) {
		if f.verified == content.FromMemory {
			in.fail(f.key+"#verified", "this "+f.what+" is from memory", "find it in one of its sources, mark that source seen: true, and write verified: page; or take it out")
		}
	}
	for _, t := range in.archive.Terms {
		if t.Verified == content.FromMemory {
			in.fail("term/"+t.ID+"#verified", "this term is explained from memory", "find it in a source, and write verified: page")
		}
	}
}

// unseen names the sources that facts cite and nobody has read.
func unseen(in *inspection) {
	cited := map[string]int{}
	for _, f := range facts(in.archive) {
		for id := range setOf(f.sources) {
			cited[id]++
		}
	}
	for _, s := range in.archive.Sources {
		if n := cited[s.ID]; n > 0 && !s.Seen {
			in.fail("source/"+s.ID+"#seen", fmt.Sprintf("nobody has read this source, which %s", counted(n, "fact cites", "facts cite")), "read it, compare the facts, and write seen: true; or cite another")
		}
	}
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

func setOf(ids []string) map[string]bool {
	set := make(map[string]bool, len(ids))
	for _, id := range ids {
		set[id] = true
	}
	return set
}

// uncompared names the quotations whose words no program can compare, for the archive
// does not hold the text they are from. Where nobody has read the source they may not
// stand.
func uncompared(in *inspection) {
	for _, q := range in.archive.Quotations {
		source := in.archive.Source(q.Source)
		if s := in.speechOf(q); s != nil || source == nil {
			continue
		}
		key := "quotation/" + q.ID + "#source"
		if !source.Seen {
			in.fail(key, "these words cannot be compared, and nobody has read "+authoring.Quote(q.Source)+", the source they are from", "read it, compare letter for letter, and write seen: true there")
			continue
		}
		in.warn(key, "the archive does not hold "+authoring.Quote(q.Source)+", so these words cannot be compared by this program", "compare them with the source, letter for letter")
	}
}

// supports asks for the words that say where a visitor finds somebody to talk to.
func supports(in *inspection) {
	lang := in.archive.Original
	file := "archive." + string(lang) + ".yaml"
	if _, ok := in.archive.Support[lang]; ok || lang == "" || in.Unread("support", file) {
		return
	}
	in.place(file, 0, 0, authoring.Error, "nothing says where a visitor finds somebody to talk to", "write support with title and text below words:, as the museum would say it")
}

// shownWords reminds of the rights in speeches that are somebody's.
func shownWords(in *inspection) {
	for _, s := range in.archive.Speeches {
		if s.Rights == "copyright" && len(original(s)) > 0 {
			in.warn("speech/"+s.ID+"#rights", "this speech is shown word for word, and its words are somebody's", "have the holder's permission in writing, or take the words out: a summary is always free")
		}
	}
}
