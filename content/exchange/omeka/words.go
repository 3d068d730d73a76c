package omeka

import (
	"regexp"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/prose"
)

// tagForm finds the tags that a catalogue's editor writes. Other things between < and > are
// words.
var tagForm = regexp.MustCompile(`(?i)</?(p|br|div|span|a|em|i|b|strong|u|ul|ol|li|blockquote|h[1-6]|table|tr|td|img|script|style|iframe|font|hr|sup|sub)(\s[^<>]*)?/?>`)

// entityForm finds letters that are written as HTML writes them.
var entityForm = regexp.MustCompile(`&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});`)

// marked reports whether a value is HTML, as its type, its tags or its letters say.
func (v value) marked() bool {
	return v.form == markup || v.form == plain && (tagForm.MatchString(v.text) || entityForm.MatchString(v.text))
}

// line is a value as one line of words.
func line(v value) string {
	s := v.words()
	if v.marked() {
		s, _ = prose.Line(s)
	}
	return oneLine(cleaned(s))
}

// prose is a value as running text. Pages that it leads to become sources of the record.
func (t *taking) prose(v value, lang content.Lang) string {
	s, lost := authoring.Clean(v.words())
	if lost {
		t.c.Once(exchange.Altered, v.at, "letters", "letters that no archive may hold were taken out", "")
	}
	var p prose.Plain
	if v.marked() {
		var err error
		if p, err = prose.FromHTML(s, lang); err != nil {
			t.c.Note(exchange.LeftOut, v.at, "text", "a text did not come over: "+authoring.Printable(err.Error()), "shorten it in the source")
			return ""
		}
	} else {
		p = prose.FromText(s)
	}
	for _, what := range p.Lost {
		t.c.Note(exchange.LeftOut, v.at, "in-text", "in this text was left out: "+authoring.Printable(what), "write what matters of it in words")
	}
	for _, l := range p.Links {
		t.pages = append(t.pages, t.c.Cite(oneLine(cleaned(l.Text)), oneLine(cleaned(l.URL)), ""))
	}
	return strings.TrimSpace(p.Text)
}

// wording is what a record says in one language.
type wording struct {
	title, role string
	text        []string
}

// wordings are a record's words by language, in the order in which they came.
type wordings struct {
	order []content.Lang
	by    map[content.Lang]*wording
}

func (w *wordings) in(l content.Lang) *wording {
	if w.by == nil {
		w.by = map[content.Lang]*wording{}
	}
	if w.by[l] == nil {
		w.by[l] = &wording{}
		w.order = append(w.order, l)
	}
	return w.by[l]
}

// wordings takes the titles and texts of a record. Names that are not the first in their
// language come back: where a record has names, they are some.
func (t *taking) wordings() (w wordings, names []value) {
	for _, v := range t.take(title) {
		lang, ok := t.c.lang(v.at, v.lang)
		switch {
		case !ok:
		case w.in(lang).title == "":
			w.in(lang).title = line(v)
		case w.in(lang).title != line(v):
			names = append(names, v)
		}
	}
	for _, v := range t.take(body) {
		lang, ok := t.c.lang(v.at, v.lang)
		if !ok {
			continue
		}
		if s := t.prose(v, lang); s != "" {
			one := w.in(lang)
			one.text = append(one.text, s)
		}
	}
	if whole := t.k.title; len(w.order) == 0 || !w.titled() {
		if whole != "" {
			w.in(t.c.Lang).title = whole
		}
	}
	return w, names
}

func (w *wordings) titled() bool {
	for _, one := range w.by {
		if one.title != "" {
			return true
		}
	}
	return false
}

// subtitles puts other names under the title, one to a language; what is over comes back.
func (t *taking) subtitles(w *wordings, names []value) {
	for _, v := range append(names, t.take(also)...) {
		lang, ok := t.c.lang(v.at, v.lang)
		if !ok {
			continue
		}
		one := w.in(lang)
		switch s := line(v); {
		case s == one.title || s == one.role:
		case one.role == "" && one.title != "":
			one.role = s
		default:
			t.c.leave(v)
		}
	}
}

// write puts words down. Where a language has words and no title, the record's own title
// stands there, for without one nothing can be listed.
func (t *taking) write(w wordings, into func(content.Lang) *authoring.Entry) {
	for _, lang := range w.order {
		one := w.by[lang]
		if one.title == "" && t.k.title != "" && (len(one.text) > 0 || one.role != "") {
			one.title = t.k.title
			t.c.Once(exchange.Altered, t.r.at, "title-language", "words in "+string(lang)+" came without a title in that language; the title stands there as it is elsewhere", "")
		}
		if one.title == "" && one.role == "" && len(one.text) == 0 {
			continue
		}
		into(lang).Set("title", one.title).Set("role", one.role).Set("text", strings.Join(one.text, "\n\n"))
	}
	if t.k.title == "" {
		t.c.Note(exchange.Decide, t.r.at, "title", "this record has no title", "write one into its words")
	}
}
