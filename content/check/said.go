package check

import (
	"fmt"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
)

// mostQuotes bounds the block quotations that are looked up: each is searched
// for in every speech.
const mostQuotes = 2000

// quotations asks of somebody's words who said them, when, where they are
// found, and whether they are theirs to the letter.
func quotations(in *inspection) {
	for _, q := range in.archive.Quotations {
		key := "quotation/" + q.ID
		in.wants(q.Speaker == "", key, "speaker", "who said it", "add speaker: ID with an id of people.yaml")
		in.wants(q.Date.IsZero(), key, "date", "when it was said", `add date: "YYYY-MM-DD"`)
		in.wants(q.Source == "", key, "source", "where it is found", "add source: ID with an id of sources.yaml")
		in.wants(q.Status == "", key, "status", "whether these are the speaker's very words", "add status: verbatim, translated or reported")
		if s := in.speechOf(q); s != nil && !in.textUnread(s) {
			in.wordForWord(key, q, s)
		}
	}
}

// speechOf is the speech that a quotation is from: the one it names, else one
// that its speaker gave that day or that its source holds whole.
func (in *inspection) speechOf(q *content.Quotation) *content.Speech {
	if q.Speech != "" {
		return in.archive.Speech(q.Speech)
	}
	for _, s := range in.archive.Speeches {
		if s.Speaker == q.Speaker && (s.Date.EDTF == q.Date.EDTF || s.FullText != "" && s.FullText == q.Source) && len(original(s)) > 0 {
			return s
		}
	}
	return nil
}

// textUnread reports whether a speech's words as spoken could not be read.
func (in *inspection) textUnread(s *content.Speech) bool {
	return in.Unread("", "speeches/"+s.ID+"/text."+string(s.Language)+".md", "speeches/"+s.ID+"/speech.yaml")
}

// wordForWord compares a quotation with the speech it is from, in the language spoken.
func (in *inspection) wordForWord(key string, q *content.Quotation, s *content.Speech) {
	words, ok := q.Words[s.Language]
	if !ok {
		in.fail(key+"#speech", "its words are not given in "+string(s.Language)+", the language of the speech", "add them to quotations."+string(s.Language)+".yaml")
		return
	}
	if part, ok := occurs(words.Text.Plain(), spoken(s, s.Language)); !ok {
		in.fail(key+"@"+string(s.Language)+"#text", authoring.Quote(part)+" does not stand in the speech "+s.ID+" word for word", "copy the words from the speech; leave out what was left out by quoting each part by itself")
	}
}

// spoken is what was said, one text for each paragraph with those that join it.
func spoken(s *content.Speech, lang content.Lang) []string {
	var texts []string
	for _, p := range s.Paragraphs {
		words := collapse(p.Text[lang].Text.Plain())
		if p.Joins && len(texts) > 0 {
			texts[len(texts)-1] += " " + words
			continue
		}
		texts = append(texts, words)
	}
	return texts
}

// occurs reports whether each line of a quotation stands in one of the texts,
// else the first that does not.
func occurs(quotation string, texts []string) (missing string, ok bool) {
	for line := range strings.Lines(quotation) {
		line = collapse(line)
		if !anyContains(texts, line) {
			return line, false
		}
	}
	return "", true
}

func anyContains(texts []string, part string) bool {
	for _, t := range texts {
		if strings.Contains(t, part) {
			return true
		}
	}
	return false
}

func collapse(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }), " ")
}

// blockQuotations holds every block quotation in running text to a quotation
// with a source or to a speech in the archive.
func blockQuotations(in *inspection) {
	registered := map[string]bool{}
	for _, q := range in.archive.Quotations {
		for _, words := range q.Words {
			registered[collapse(words.Text.Plain())] = true
		}
	}
	unread := in.Unread("", "quotations.yaml")
	var said []string
	for _, s := range in.archive.Speeches {
		unread = unread || in.textUnread(s)
		for _, lang := range in.archive.Languages {
			said = append(said, spoken(s, lang)...)
		}
	}
	for i, q := range in.Quotes {
		if i == mostQuotes {
			in.place(q.File, q.Line, q.Col, authoring.Error, fmt.Sprintf("more than %d block quotations in the archive", mostQuotes), "quote less")
			return
		}
		if registered[collapse(q.Text)] {
			continue
		}
		if part, ok := occurs(q.Text, said); !ok && !unread {
			in.place(q.File, q.Line, q.Col, authoring.Error, authoring.Quote(part)+" is quoted, but stands neither in quotations.yaml nor in a speech", "add it to quotations.yaml with its speaker, date and source, word for word")
		}
	}
}

// seals compares a speech's words with the seal that was put on them when they
// were copied from their source.
func seals(in *inspection) {
	for _, s := range in.archive.Speeches {
		if in.textUnread(s) {
			continue
		}
		stated, key := in.Seals[s.ID], "speech/"+s.ID
		paragraphs := original(s)
		switch {
		case len(paragraphs) == 0 && stated != "":
			in.fail(key+"#sha256", "the words that this seals are missing", "restore text."+string(s.Language)+".md")
		case len(paragraphs) == 0:
		case stated == "":
			in.fail(key, "the words of this speech are not sealed", "compare them with the source and add sha256: "+authoring.Seal(paragraphs))
		case stated != authoring.Seal(paragraphs):
			in.fail("text/"+s.ID+"/p1@"+string(s.Language), "the words of the speech were altered since they were sealed", "restore the text or, if the source really says so, set sha256 in speech.yaml to "+authoring.Seal(paragraphs))
		}
	}
}

// altered reports whether a key is that of a speech's words, and these are not
// those that were sealed.
func (in *inspection) altered(key string) bool {
	rest, spoken := strings.CutPrefix(key, "text/")
	id, _, _ := strings.Cut(rest, "/")
	s := in.archive.Speech(id)
	return spoken && s != nil && in.Seals[id] != authoring.Seal(original(s))
}

// original is the words as spoken, paragraph by paragraph.
func original(s *content.Speech) []string {
	var paragraphs []string
	for _, p := range s.Paragraphs {
		if words, ok := p.Text[s.Language]; ok {
			paragraphs = append(paragraphs, words.Text.Plain())
		}
	}
	return paragraphs
}
