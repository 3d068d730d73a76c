package check

import (
	"errors"
	"path"
	"slices"
	"strconv"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
)

// worded is a record's words and what they must have.
type worded struct {
	key      string
	words    content.Text
	original content.Lang // the language that others are made from
	needs    need
	name     string // what it is called where its words have no title
}

type need int

const (
	nothing need = iota
	aTitle
	aText
	aPicture // caption, description and content note
	aSight   // a picture that is shown unasked: caption and description
)

// wordings lists every record that has words.
func wordings(a *content.Archive) []worded {
	all := []worded{{key: "archive", words: a.Words, original: a.Original, needs: aTitle}}
	add := func(key string, words content.Text, needs need) {
		all = append(all, worded{key: key, words: words, original: a.Original, needs: needs})
	}
	called := func(key string, words content.Text, name string) {
		all = append(all, worded{key: key, words: words, original: a.Original, name: name})
	}
	if len(a.Support) > 0 {
		add("support", a.Support, aTitle)
	}
	for _, p := range a.People {
		called("person/"+p.ID, p.Words, p.Name)
	}
	for _, o := range a.Organisations {
		called("organisation/"+o.ID, o.Words, o.Name)
	}
	for _, p := range a.Places {
		called("place/"+p.ID, p.Words, p.Name)
	}
	for _, t := range a.Terms {
		add("term/"+t.ID, t.Words, aTitle)
	}
	for _, q := range a.Quotations {
		add("quotation/"+q.ID, q.Words, aText)
	}
	for _, c := range a.Cases {
		add("case/"+c.ID, c.Words, aTitle)
		if len(c.Caution) > 0 {
			add("caution/"+c.ID, c.Caution, aTitle)
		}
		all = append(all, worded{key: "essay/" + c.ID, words: c.Essay, original: a.Original})
		for _, f := range c.Figures {
			add(figureKey(c, f), f.Words, aTitle)
		}
		for _, f := range c.Findings {
			add(findingKey(c, f), f.Words, aTitle)
			for i, o := range f.Outcomes {
				switch {
				case o.ID == "":
				case whom(o) == 0:
					add(outcomeKey(c, f, i), o.Words, aTitle)
				default:
					all = append(all, worded{key: outcomeKey(c, f, i), words: o.Words, original: a.Original})
				}
			}
		}
		for _, q := range c.Questions {
			add("question/"+c.ID+"/"+q.ID, q.Words, aTitle)
		}
	}
	for _, e := range a.Events() {
		add(e.Route(), e.Words, aTitle)
	}
	for _, l := range a.Lessons {
		add("lesson/"+l.ID, l.Words, aTitle)
		add("reflection/"+l.ID, l.Reflect, nothing)
		for _, s := range l.Stops {
			add("stop/"+l.ID+"/"+s.ID, s.Words, aTitle)
			if s.Private() {
				add("educator/"+l.ID+"/"+s.ID, s.Educator, nothing)
			}
			for _, q := range s.Questions {
				add("asked/"+l.ID+"/"+q.ID, q.Words, aTitle)
			}
		}
	}
	for _, m := range a.Media {
		needs := aPicture
		if m.Show == content.OnSight {
			needs = aSight
		}
		add("media/"+m.ID, m.Words, needs)
	}
	for _, s := range a.Speeches {
		all = append(all, speechWordings(a, s)...)
	}
	return all
}

func speechWordings(a *content.Archive, s *content.Speech) []worded {
	all := []worded{
		{key: "speech/" + s.ID, words: s.Words, original: a.Original, needs: aTitle},
		{key: "why/" + s.ID, words: s.Why, original: a.Original},
		{key: "audience/" + s.ID, words: s.Audience, original: a.Original},
	}
	for _, o := range s.Outline {
		all = append(all, worded{key: "outline/" + s.ID + "/" + o.ID, words: o.Words, original: a.Original, needs: aTitle})
	}
	for _, p := range s.Paragraphs {
		all = append(all, worded{key: "paragraph/" + s.ID + "/" + p.ID, words: p.Words, original: a.Original},
			worded{key: "text/" + s.ID + "/" + p.ID, words: p.Text, original: s.Language})
	}
	return all
}

// titles asks for what stands at the head of a page, in the archive's own
// language and in every other that the record has words in.
func titles(in *inspection) {
	for _, w := range wordings(in.archive) {
		if w.needs == nothing || w.original == "" {
			continue
		}
		if _, ok := w.words[w.original]; !ok && !in.wordsUnread(w) {
			in.fail(w.key, "there are no words for this in "+string(w.original)+", the archive's own language", "add its "+w.needs.field()+" to the file of words beside this one")
		}
		for lang, words := range w.words {
			for _, lack := range w.needs.lacking(words) {
				in.fail(w.key+"@"+string(lang)+"#"+lack.field, "there is no "+lack.field+" here"+lack.why, "add "+lack.field+": ...")
			}
		}
	}
}

// garbled reports whether any of a record's fields could not be read.
func (in *inspection) garbled(key string, fields ...string) bool {
	return slices.ContainsFunc(fields, func(f string) bool { return in.Garbled(key + "#" + f) })
}

// wordsUnread reports whether a record's words in the original language may
// stand in a file that could not be read.
func (in *inspection) wordsUnread(w worded) bool {
	file, _, _ := in.At(w.key)
	if file == "" {
		file, _, _ = in.At(w.key + "@" + string(anyLang(w.words)))
	}
	dir, base := path.Split(file)
	stem, _, _ := strings.Cut(base, ".")
	return in.Unread(wordsID(w.key), dir+stem+"."+string(w.original)+path.Ext(base))
}

// wordsID is what a record is called in the file of its words.
func wordsID(key string) string {
	id := path.Base(key)
	switch kind, _, _ := strings.Cut(key, "/"); kind {
	case "figure", "finding", "outcome", "question", "educator":
		return kind + "-" + id
	case "asked":
		return "question-" + id
	case "case", "caution", "speech", "why", "audience", "lesson", "reflection", "media":
		return kind
	}
	return id
}

func anyLang(t content.Text) content.Lang {
	for lang := range t {
		return lang
	}
	return ""
}

// lack is a field that is needed and empty.
type lack struct{ field, why string }

func (n need) lacking(w content.Words) []lack {
	var out []lack
	told := n == aPicture || n == aSight
	if (n == aTitle || told) && w.Title == "" {
		out = append(out, lack{field: "title"})
	}
	if (n == aText || told) && len(w.Text) == 0 {
		why := ""
		if told {
			why = ", which tells the picture to those who cannot see it"
		}
		out = append(out, lack{"text", why})
	}
	if n == aPicture && len(w.Note) == 0 {
		out = append(out, lack{"note", ", which says what one should know before looking"})
	}
	return out
}

func (n need) field() string {
	if n == aText {
		return "text"
	}
	return "title"
}

// translations asks of a wording who made it and from what.
func translations(in *inspection) {
	for _, w := range wordings(in.archive) {
		for lang, words := range w.words {
			key := w.key + "@" + string(lang)
			switch {
			case w.original == "":
			case lang == w.original:
				in.notTranslated(key, words)
			default:
				in.translated(key, words, w)
			}
		}
	}
}

func (in *inspection) notTranslated(key string, words content.Words) {
	if words.Of != "" {
		in.fail(key+"#of", "the original says that it was made from another wording", "take of out")
	}
	if words.Translator != "" {
		in.fail(key+"#translator", "the original names a translator", "take translator out")
	}
}

func (in *inspection) translated(key string, words content.Words, w worded) {
	if words.Translator == "" {
		in.fail(key+"#translator", "a translation that does not say who made it", "add translator: machine draft, or the translator's name, at the head of the file")
	}
	original, ok := w.words[w.original]
	if !ok && in.wordsUnread(w) {
		return
	}
	if !ok {
		in.fail(key, "a translation of words that the archive does not have in "+string(w.original), "write the original, or take this out")
		return
	}
	for _, field := range lost(original, words) {
		in.warn(key, "the original has a "+field+", this translation has none", "translate it: add "+field+": ...")
	}
	if words.Of == "" {
		in.fail(key+"#of", "a translation that does not say what it was made from", "compare it with the original and add of: "+quoted(original.Hash))
	}
}

// lost lists the fields of an original that a translation leaves out. A title may
// be: a name may be written alike.
func lost(original, words content.Words) []string {
	var out []string
	if original.Role != "" && words.Role == "" {
		out = append(out, "role")
	}
	if len(original.Text) > 0 && len(words.Text) == 0 {
		out = append(out, "text")
	}
	if len(original.Note) > 0 && len(words.Note) == 0 {
		out = append(out, "note")
	}
	return out
}

// quoted is a hash as it is written in YAML, which takes some for numbers.
func quoted(hash string) string {
	if _, err := strconv.ParseFloat(hash, 64); err == nil || errors.Is(err, strconv.ErrRange) {
		return strconv.Quote(hash)
	}
	return hash
}

// outdated tells of a translation that says less or other than its original now does.
// A visitor trusts one that was reviewed: it may not stand.
func (in *inspection) outdated(key string, words content.Words, hash string) {
	if words.Review == content.Reviewed {
		in.fail(key, "the original has changed since this translation of "+authoring.Quote(words.Of)+" was reviewed", "translate the change and have it reviewed, or write review: draft beside it; then set of to "+hash)
		return
	}
	in.warn(key, "the original has changed since it was translated from "+authoring.Quote(words.Of), "translate the change, then set of to "+hash)
}

// stale tells of translations whose original has changed since.
func stale(in *inspection) {
	for _, w := range wordings(in.archive) {
		original, ok := w.words[w.original]
		if in.altered(w.key) { // which is told where the words are
			continue
		}
		if !ok || in.garbled(w.key+"@"+string(w.original), "title", "role", "text", "note") {
			continue
		}
		for lang, words := range w.words {
			if lang == w.original || words.Of == "" || words.Of == original.Hash {
				continue
			}
			in.outdated(w.key+"@"+string(lang)+"#of", words, quoted(original.Hash))
		}
	}
}
