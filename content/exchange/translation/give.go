package translation

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// write puts the changes into the draft, file by file.
func (g *giver) write(a *content.Archive) {
	byFile := map[string][]change{}
	for _, c := range g.changes {
		name := c.r.file(g.doc.To)
		byFile[name] = append(byFile[name], c)
	}
	for _, name := range slices.Sorted(maps.Keys(byFile)) {
		if byFile[name][0].r.form != inYAML {
			g.document(name, byFile[name][0])
			continue
		}
		g.sheet(name, byFile[name])
	}
	if len(g.changes) > 0 && !slices.Contains(a.Languages, g.doc.To) {
		g.offer(a)
	}
}

// offer adds the language to those of the archive, without which its files are a mistake.
func (g *giver) offer(a *content.Archive) {
	var list []string
	for _, l := range append(slices.Clone(a.Languages), g.doc.To) {
		list = append(list, string(l))
	}
	g.draft.File("archive.yaml").SetList("languages", list)
	g.report.Note(exchange.Altered, exchange.Place{File: "archive.yaml"}, "languages", "the archive offers "+string(g.doc.To)+" now", "")
}

// document writes an essay, or the words spoken.
func (g *giver) document(name string, c change) {
	body := g.old.Body(name)
	if len(c.fields) > 0 || c.begun {
		body = authoring.Markdown(c.words.Text)
		if c.r.form == spoken {
			var parts []string
			for _, b := range c.words.Text {
				parts = append(parts, authoring.Folded(b.Plain()))
			}
			body = strings.Join(parts, "\n\n")
		}
	}
	g.draft.SetBody(name, body)
	e := g.draft.File(name)
	answers(e, c.words, content.Words{Review: content.Draft})
	e.Set("review", string(cmp.Or(c.words.Review, content.Draft)))
	either(e, "of", c.words.Of)
}

// sheet writes wordings into a file of words. One that is begun has a head for all of them.
func (g *giver) sheet(name string, changes []change) {
	head := content.Words{}
	if old := g.old.Find(name); old != nil {
		head = content.Words{Translator: strings.TrimSpace(old.Text("translator")), Review: content.Review(cmp.Or(old.Text("review"), "draft")), Reviewer: strings.TrimSpace(old.Text("reviewer"))}
		head.ReviewedOn, _ = content.ParseDate(old.Text("reviewed"))
	} else {
		head = headOf(changes)
		e := g.draft.File(name)
		answers(e, head, content.Words{})
	}
	g.inOrder(name, changes)
	for _, c := range changes {
		e := g.draft.File(name).Name("words", c.r.id)
		for _, field := range c.fields {
			switch field {
			case "title", "role":
				either(e, field, lineOf(c.words, field))
			default:
				either(e, field, authoring.Markdown(proseOf(c.words, field)))
			}
		}
		either(e, "of", c.words.Of)
		answers(e, c.words, head)
	}
}

// inOrder sorts wordings as the file of the originals has them.
func (g *giver) inOrder(name string, changes []change) {
	source := g.old.Find(changes[0].r.file(g.helper.from))
	if source == nil {
		return
	}
	order := map[string]int{}
	for i, id := range source.Names("words") {
		order[id] = i
	}
	slices.SortStableFunc(changes, func(a, b change) int { return order[a.r.id] - order[b.r.id] })
}

// headOf is what the head of a new file says: what most of its wordings would.
func headOf(changes []change) content.Words {
	translators, best := map[string]int{}, ""
	alike := true
	first := changes[0].words
	for _, c := range changes {
		translators[c.words.Translator]++
		if t := c.words.Translator; translators[t] > translators[best] || best == "" {
			best = t
		}
		alike = alike && c.words.Review == first.Review && c.words.Reviewer == first.Reviewer && c.words.ReviewedOn == first.ReviewedOn
	}
	if alike {
		return content.Words{Translator: best, Review: cmp.Or(first.Review, content.Draft), Reviewer: first.Reviewer, ReviewedOn: first.ReviewedOn}
	}
	return content.Words{Translator: best, Review: content.Draft}
}

// answers writes who answers for a wording, as far as the head of its file does not say so.
func answers(e *authoring.Entry, w, head content.Words) {
	if w.Translator == head.Translator {
		e.Clear("translator")
	} else {
		either(e, "translator", w.Translator)
	}
	if w.Review == head.Review && w.Reviewer == head.Reviewer && w.ReviewedOn == head.ReviewedOn {
		for _, key := range []string{"review", "reviewer", "reviewed"} {
			e.Clear(key)
		}
		return
	}
	either(e, "review", string(w.Review))
	either(e, "reviewer", w.Reviewer)
	either(e, "reviewed", w.ReviewedOn.EDTF)
}

// either writes a text, or says that there is none.
func either(e *authoring.Entry, key, text string) {
	if strings.TrimSpace(text) == "" {
		e.Clear(key)
		return
	}
	e.Set(key, strings.TrimSpace(text))
}
