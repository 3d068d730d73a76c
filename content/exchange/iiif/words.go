package iiif

import (
	"cmp"
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/prose"
	"vigil/content/exchange/tree"
)

// words are a text in the languages that it is written in, in their order; "" is the
// language of what says none.
type words []wording

type wording struct {
	lang content.Lang
	text string // HTML, values of one language parted by "; "
}

// words reads what version 3 writes as {"en": ["A label"], "none": ["7"]} and version 2 as
// "A label", as ["One", "Two"] and as {"@value": "A label", "@language": "en"}.
// mostLangs is in how many languages a text is read.
const mostLangs = 100

func (r *reader) words(n *tree.Node) words {
	var w words
	if n.Kind == tree.Object && !n.Has("@value") {
		for i, f := range n.Fields() {
			if i == mostLangs {
				r.d.Once(exchange.LeftOut, r.at(n), "languages", fmt.Sprintf("this stands here in more than %d languages; those behind them were not read", mostLangs), "keep those that the archive offers")
				break
			}
			for _, v := range f.All() {
				w.add(content.Lang(f.Key), v.Text())
			}
		}
		return w
	}
	for _, v := range n.All() {
		if v.Kind == tree.Object {
			w.add(content.Lang(v.Get("@language").Text()), v.Get("@value").Text())
			continue
		}
		w.add("", v.Text())
	}
	return w
}

func (w *words) add(lang content.Lang, text string) {
	if lang == "none" || lang == "@none" {
		lang = ""
	}
	if strings.TrimSpace(text) == "" {
		return
	}
	for i := range *w {
		if (*w)[i].lang == lang {
			(*w)[i].text += "; " + text
			return
		}
	}
	*w = append(*w, wording{lang, text})
}

// in is the text in a language, or in another of the same base, such as pt-BR for pt.
func (w words) in(lang content.Lang) string {
	for _, one := range w {
		if one.lang == lang {
			return one.text
		}
	}
	for _, one := range w {
		if one.lang != "" && base(one.lang) == base(lang) {
			return one.text
		}
	}
	return ""
}

func base(l content.Lang) string {
	b, _ := language.Make(string(l)).Base()
	return b.String()
}

// own is the text for who reads in the archive's own language: in it, or of no language,
// or in English, or the first.
func (w words) own(langs []content.Lang) string {
	if len(w) == 0 {
		return ""
	}
	return cmp.Or(w.in(langs[0]), w.bare(), w.in("en"), w[0].text)
}

func (w words) bare() string {
	for _, one := range w {
		if one.lang == "" {
			return one.text
		}
	}
	return ""
}

// best is own on one line.
func (w words) best(langs []content.Lang) string { return line(w.own(langs)) }

func line(html string) string {
	text, _ := prose.Line(html)
	text, _ = authoring.Clean(text)
	return strings.Join(strings.Fields(text), " ")
}

// others names the languages of a text that the archive does not offer.
func (r *reader) others(n *tree.Node, w words, what string) {
	own := w.own(r.langs)
	for _, one := range w {
		offered := one.lang == "" || one.text == own
		for _, lang := range r.langs {
			offered = offered || w.in(lang) == one.text
		}
		if !offered {
			r.d.Once(exchange.LeftOut, r.at(n), "language", fmt.Sprintf("%s stands here in %q too, which the archive does not offer", what, one.lang), "add it to languages in archive.yaml, and import again")
		}
		if own == one.text && one.lang != "" && base(one.lang) != base(r.langs[0]) {
			r.d.Once(exchange.Decide, r.at(n), "language", fmt.Sprintf("%s stands here in %q and came as if it were in %q, the archive's own language", what, one.lang, r.langs[0]), "translate it, or import with --lang where the archive is new")
		}
	}
}

// gist is what a part of a document says, for a note that names it.
func gist(n *tree.Node) string {
	var texts []string
	var walk func(*tree.Node)
	walk = func(n *tree.Node) {
		switch {
		case len(texts) > 8:
		case n.Kind == tree.Text && (n.Key == "rights" || n.Key == "license"):
			texts = append(texts, rightsName(strings.TrimSpace(n.Text())))
		case n.Kind == tree.Text && n.Key != "type" && n.Key != "id" && n.Key != "format" && n.Key != "profile":
			if text := line(n.Text()); text != "" {
				texts = append(texts, text)
			}
		case n.Kind == tree.List:
			for _, part := range n.All() {
				walk(part)
			}
		case n.Kind == tree.Object:
			for _, part := range n.Fields() {
				walk(part)
			}
		}
	}
	walk(n)
	return strings.Join(texts, "; ")
}
