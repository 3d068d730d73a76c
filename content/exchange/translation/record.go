package translation

import (
	"strings"

	"vigil/content"
)

// record is one thing of the archive that has words.
type record struct {
	key   string // as authoring.Folder.At names it
	base  string // the file its words stand beside, without its end
	id    string // its name among them; that of the file where the file is one text
	form  form
	page  string // the route of the page that shows it
	kind  string // what it is, for a translator
	words content.Text

	original content.Lang
	name     string // what it is called where its words have no title
	event    *content.Event
	most     int // words that its text may have; 0 where nothing says so
}

// form is how a record's words are written.
type form uint8

const (
	inYAML form = iota
	essay       // a file of Markdown
	spoken      // a file of paragraphs as they were spoken
)

// group is the name of the record, with which those of its units begin.
func (r *record) group() string { return r.base + "#" + r.id }

// file is the archive's file of the record's words in a language.
func (r *record) file(lang content.Lang) string {
	end := ".yaml"
	if r.form != inYAML {
		end = ".md"
	}
	return r.base + "." + string(lang) + end
}

// stopWords is about how many words of what is said to learners a wall shows.
const stopWords = 45

// records lists all that has words, case by case, in the order of the files.
func records(a *content.Archive) []*record {
	l := &lister{archive: a}
	l.add("archive", "archive", "archive", "home", "the archive", a.Words)
	l.add("support", "archive", "support", "pause", "where a visitor finds support", a.Support)
	for _, c := range a.Cases {
		l.history(c)
	}
	for _, s := range a.Speeches {
		l.speech(s)
	}
	for _, p := range a.People {
		l.add("person/"+p.ID, "people", p.ID, "person/"+p.ID, "a person", p.Words).name = p.Name
	}
	for _, o := range a.Organisations {
		l.add("organisation/"+o.ID, "organisations", o.ID, "organisation/"+o.ID, "a body", o.Words).name = o.Name
	}
	for _, p := range a.Places {
		l.add("place/"+p.ID, "places", p.ID, "place/"+p.ID, "a place", p.Words).name = p.Name
	}
	for _, t := range a.Terms {
		l.add("term/"+t.ID, "glossary", t.ID, "term/"+t.ID, "a term of the glossary", t.Words)
	}
	for _, q := range a.Quotations {
		l.add("quotation/"+q.ID, "quotations", q.ID, "person/"+q.Speaker, "a quotation", q.Words)
	}
	for _, lesson := range a.Lessons {
		l.lesson(lesson)
	}
	for _, m := range a.Media {
		l.add("media/"+m.ID, "media/"+m.ID, "media", "media/"+m.ID, "a picture", m.Words)
	}
	return l.all
}

type lister struct {
	archive *content.Archive
	all     []*record
}

func (l *lister) add(key, base, id, page, kind string, words content.Text) *record {
	r := &record{key: key, base: base, id: id, page: page, kind: kind, words: words, original: l.archive.Original}
	l.all = append(l.all, r)
	return r
}

func (l *lister) history(c *content.Case) {
	base, page := "cases/"+c.ID+"/case", "case/"+c.ID
	l.add("case/"+c.ID, base, "case", page, "a history", c.Words)
	l.add("caution/"+c.ID, base, "caution", page, "what to know before reading a history", c.Caution)
	for _, f := range c.Figures {
		l.add("figure/"+c.ID+"/"+f.ID, base, "figure-"+f.ID, page+"/figures#"+f.ID, "a figure", f.Words)
	}
	for _, f := range c.Findings {
		l.add("finding/"+c.ID+"/"+f.ID, base, "finding-"+f.ID, page+"/findings#"+f.ID, "a finding in law", f.Words)
		for _, o := range f.Outcomes {
			if o.ID != "" {
				l.add("outcome/"+c.ID+"/"+o.ID, base, "outcome-"+o.ID, page+"/findings#"+f.ID, "what became of a charge", o.Words)
			}
		}
	}
	for _, q := range c.Questions {
		l.add("question/"+c.ID+"/"+q.ID, base, "question-"+q.ID, page+"/questions", "a question to think about", q.Words)
	}
	l.add("essay/"+c.ID, "cases/"+c.ID+"/essay", "essay", page+"/essay", "the history", c.Essay).form = essay
	l.events("cases/"+c.ID, c.Events)
}

func (l *lister) events(dir string, events []*content.Event) {
	for _, e := range events {
		l.add(e.Route(), dir+"/timeline", e.ID, e.Route(), "an event", e.Words).event = e
	}
}

func (l *lister) speech(s *content.Speech) {
	base, page := "speeches/"+s.ID+"/speech", "speech/"+s.ID
	l.add("speech/"+s.ID, base, "speech", page, "a speech", s.Words)
	l.add("why/"+s.ID, base, "why", page, "why a speech matters", s.Why)
	l.add("audience/"+s.ID, base, "audience", page, "who listened to a speech", s.Audience)
	for _, o := range s.Outline {
		l.add("outline/"+s.ID+"/"+o.ID, base, o.ID, page, "a step of a speech’s argument", o.Words)
	}
	for _, p := range s.Paragraphs {
		l.add("paragraph/"+s.ID+"/"+p.ID, base, p.ID, page+"#"+p.ID, "what a paragraph of a speech argues", p.Words)
	}
	if text := spokenText(s); len(text) > 0 {
		r := l.add("text/"+s.ID, "speeches/"+s.ID+"/text", "text", page, "the words spoken", text)
		r.form, r.original = spoken, s.Language
	}
	l.events("speeches/"+s.ID, s.Events)
}

// spokenText is a speech's words as one text in each language, a block a paragraph.
func spokenText(s *content.Speech) content.Text {
	out := content.Text{}
	for _, p := range s.Paragraphs {
		for lang, words := range p.Text {
			whole, begun := out[lang]
			if !begun {
				whole = words
				whole.Text = nil
			}
			whole.Text = append(whole.Text, words.Text...)
			out[lang] = whole
		}
	}
	return out
}

func (l *lister) lesson(lesson *content.Lesson) {
	base, page := "lessons/"+lesson.ID, "lesson/"+lesson.ID
	l.add("lesson/"+lesson.ID, base, "lesson", page, "a lesson", lesson.Words)
	for _, s := range lesson.Stops {
		l.add("stop/"+lesson.ID+"/"+s.ID, base, s.ID, page, "a stop of a lesson, said to learners", s.Words).most = stopWords
		for _, q := range s.Questions {
			l.add("asked/"+lesson.ID+"/"+q.ID, base, "question-"+q.ID, page, "a question of a lesson", q.Words)
		}
		l.add("educator/"+lesson.ID+"/"+s.ID, base, "educator-"+s.ID, page, "for the educator alone", s.Educator)
	}
	l.add("reflection/"+lesson.ID, base, "reflection", page, "the question at a lesson’s end", lesson.Reflect)
}

// want is what a translation that is up to date says it was made from: the original's hash;
// of one made from another translation, what that was made from.
func (r *record) want(from content.Lang) string {
	if from == r.original {
		return r.words[from].Hash
	}
	return r.words[from].Of
}

// stale reports whether a wording was made from another original than the one that is there.
func (r *record) stale(w content.Words) bool { return w.Of != r.words[r.original].Hash }

// begin reports whether a file of the archive belongs to a history or speech.
func (r *record) of(owner string) bool {
	return strings.HasPrefix(r.base, "cases/"+owner+"/") || strings.HasPrefix(r.base, "speeches/"+owner+"/")
}
