package authoring

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"vigil/content"
)

// assembler joins facts and words into the archive's records.
type assembler struct {
	*shelf
	folder *Folder
	known  map[string][]string // ids that may have words, by the file they stand beside
}

// assemble makes records of what was read; refused are the files that were not.
func assemble(s *shelf, refused []string) *Folder {
	a := &assembler{shelf: s, known: map[string][]string{}}
	a.folder = &Folder{Archive: &content.Archive{}, Seals: map[string]string{}, places: map[string]place{}, refused: refused, lostIDs: map[string][]string{}}
	a.losses()
	a.header()
	a.languages()
	a.register()
	a.allCases()
	a.allSpeeches()
	a.allLessons()
	a.allMedia()
	a.orphans()
	return a.folder
}

// note keeps the place of a record. It reports whether the record is to be
// kept: one without an id cannot be named, and of two the first stays.
func (a *assembler) note(key, id string, src *source, n *node) bool {
	if id == "" {
		return false
	}
	if first, taken := a.folder.places[key]; taken {
		at := n.at("id", -1)
		src.report(at.line, at.col, "duplicate-id", Quote(id)+" was used before", fmt.Sprintf("choose another id; the first is in %s, line %d", first.file, first.line))
		return false
	}
	a.folder.places[key] = place{src.name, n}
	return true
}

// text gathers a record's words in every language that has them. base is the
// file they stand beside, id the record's name in it, key its place's.
func (a *assembler) text(base, id, key string) content.Text {
	a.known[base] = append(a.known[base], id)
	text := content.Text{}
	for _, w := range a.words[base] {
		word := w.raw.Words[id]
		if word == nil {
			continue
		}
		word.used = true
		text[content.Lang(w.lang)] = word.read
		word.inherit(&w.raw.node)
		a.folder.places[key+"@"+w.lang] = place{w.name, &word.node}
	}
	return text
}

// header reads archive.yaml.
func (a *assembler) header() {
	raw := a.archive.raw
	if a.archive.source == nil {
		if len(a.all) == 0 {
			a.folder.Problems = append(a.folder.Problems, Problem{".", 0, 0, "missing-file", Error, "there is no archive in this folder", "begin one: vigil new DIR writes a small whole archive"})
		} else {
			a.lost("archive.yaml", "the archive has no archive.yaml")
		}
	} else {
		a.folder.places["archive"] = place{a.archive.name, &raw.node}
	}
	*a.folder.Archive = content.Archive{
		ID: raw.ID, Version: raw.Version, Publisher: raw.Publisher, Rights: raw.Rights, AsOf: raw.AsOf,
		Review: reviewOf(raw.Review), Reviewer: strings.TrimSpace(raw.Reviewer), ReviewedOn: raw.Reviewed, Original: raw.Original, Languages: slices.DeleteFunc(raw.Languages, func(l content.Lang) bool { return l == "" }),
		Words: a.text("archive", "archive", "archive"), Support: a.text("archive", "support", "support"),
		Attract: raw.Attract,
	}
	list := a.folder.Archive.Languages
	if a.archive.source == nil || raw.Original == "" || len(list) == 0 || list[0] == raw.Original {
		return
	}
	at := raw.at("languages", -1)
	a.archive.report(at.line, at.col, "original-first", "the first of the languages is not "+Quote(string(raw.Original))+", the original", "begin the list with it")
}

// losses gathers the files that were not read and the ids that were not kept.
func (a *assembler) losses() {
	for _, src := range a.files() {
		if src.lost {
			a.folder.refused = append(a.folder.refused, src.name)
		}
		a.folder.lostIDs[src.name] = src.lostIDs
	}
}

// lost reports a file that should be there.
func (a *assembler) lost(file, message string) {
	if a.folder.Unread("", file) {
		return
	}
	a.folder.Problems = append(a.folder.Problems, Problem{file, 0, 0, "missing-file", Error, message, "write it; the format's description has an example"})
}

// languages reports files in a language that archive.yaml does not offer.
func (a *assembler) languages() {
	offered := a.folder.Archive.Languages
	var names []string
	for _, l := range offered {
		names = append(names, string(l))
	}
	for _, j := range a.all {
		src := j.slot.file()
		if src == nil || src.lang == "" || !src.language(src.lang, position{}) || len(names) == 0 {
			continue
		}
		if !slices.Contains(names, src.lang) {
			src.report(0, 0, "unoffered-language", "archive.yaml does not offer the language "+Quote(src.lang), "add it to languages in archive.yaml, or remove this file")
		}
	}
}

// orphans reports words whose record does not exist, once for all languages.
func (a *assembler) orphans() {
	for base, sheets := range a.words {
		slices.SortStableFunc(sheets, func(x, y *wordsSheet) int { return cmp.Compare(a.offered(x.lang), a.offered(y.lang)) })
		for _, w := range sheets {
			for _, id := range slices.Sorted(maps.Keys(w.raw.Words)) {
				word, facts := w.raw.Words[id], base+".yaml"
				if word.used || a.folder.Unread(id, facts) {
					continue
				}
				w.report(word.line, word.col, "unknown-id", "no record is called "+Quote(id)+" in "+facts, didYouMean(id, a.known[base], "add the record there, or take these words out"))
				a.folder.lostIDs[facts] = append(a.folder.lostIDs[facts], id)
				a.folder.lostIDs[w.name] = append(a.folder.lostIDs[w.name], id)
			}
		}
	}
}

// offered is a language's place among those of the archive, the last where it has none.
func (a *assembler) offered(lang string) int {
	if i := slices.Index(a.folder.Archive.Languages, content.Lang(lang)); i >= 0 {
		return i
	}
	return len(a.folder.Archive.Languages)
}
