package translation

import (
	"cmp"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/exchange"
)

// decide says what becomes of a wording, and who answers for it.
func (g *giver) decide(a *arrived) {
	r, m := a.r, g.marks[a.r.group()]
	if m == nil {
		m = &mark{}
	}
	fresh := r.fingerprint(a.words)
	changed := len(a.changed) > 0
	asSent := m.said != "" && m.said == fresh
	switch {
	case !a.has && !changed, asSent && a.has && changed && !g.told.Replace: // nothing, or nothing new, was said
		return
	case changed && a.has && !g.told.Replace && m.said != r.fingerprint(a.to):
		g.note(exchange.Decide, r.group(), "kept", "the folder has another translation now than when the file was made, and keeps it: "+strings.Join(a.changed, ", "), "compare the two, and import with --replace to take the file's")
		return
	}
	w := a.words
	if asSent && (changed || !a.has) {
		w.Of, w.Translator, w.Review, w.Reviewer = m.of, m.translator, content.Review(m.review), m.reviewer
		w.ReviewedOn, _ = content.ParseDate(m.reviewed)
	}
	if changed && !asSent {
		w.Of, w.Translator = g.madeFrom(a, m), cmp.Or(g.told.Translator, a.to.Translator, m.translator)
		if a.to.Review == content.Reviewed {
			g.note(exchange.Altered, r.group(), "review", "this was reviewed, and says something else now: it is a draft again", "")
		}
		w.Review, w.Reviewer, w.ReviewedOn = content.Draft, "", content.Date{}
		if w.Translator == "" {
			w.Translator = nobody
			g.once(exchange.Decide, r.group(), "translator", "the file does not say who translated this, and the archive says so: translator: "+nobody, "import with --translator NAME, or write the name into the folder's file")
		}
	} else if a.state > Unsure && a.whole && a.same && w.Of != r.want(g.helper.from) {
		w.Of = r.want(g.helper.from)
		g.report.Came["found still right"]++
	}
	g.reviewed(a, &w, changed && !asSent)
	c := change{r: r, words: w, fields: a.changed, begun: !a.has}
	if a.has && !changed && same(w, a.to) {
		return
	}
	g.changes = append(g.changes, c)
	g.count(c, a)
}

// madeFrom is what a translation that changed was made from.
func (g *giver) madeFrom(a *arrived, m *mark) string {
	now := a.r.want(g.helper.from)
	switch {
	case !a.same:
		g.note(exchange.Decide, a.r.group(), "original-changed", "the original has changed since the file was made; the translation is taken and is stale", "export it again and compare the whole"+g.difference(a))
		return cmp.Or(m.from, a.to.Of)
	case !a.whole && a.has && a.to.Of != now, a.state <= Unsure && a.has && a.to.Of != now:
		g.note(exchange.Decide, a.r.group(), "unsure", "the translation is taken and stays stale, for not every unit of it is said to be right", "take the mark away from what has been compared, and import again")
		return a.to.Of
	}
	return now
}

// difference shows the first unit whose original has changed.
func (g *giver) difference(a *arrived) string {
	for _, field := range fields {
		for _, now := range a.r.parts(field, a.from, a.to) {
			for _, u := range a.units {
				if u.ID == now.ID && settled(u.Source, u.Whole) != settled(now.Source, u.Whole) {
					return "; " + u.ID + " was " + authoring.Quote(u.Source) + " and is " + authoring.Quote(now.Source)
				}
			}
		}
	}
	return ""
}

// reviewed sets who reviewed a wording: where every unit is approved, the one who is named.
func (g *giver) reviewed(a *arrived, w *content.Words, changed bool) {
	if a.state < Approved || !a.whole || w.Review == content.Reviewed {
		return
	}
	if g.told.Reviewer == "" {
		if changed {
			g.once(exchange.Decide, a.r.group(), "reviewer", "this is approved in the file, and nobody is named who reviewed it: it comes as a draft", "import with --reviewer NAME and --date YYYY-MM-DD, where somebody has read it beside the original")
		}
		return
	}
	w.Review, w.Reviewer = content.Reviewed, g.told.Reviewer
	w.ReviewedOn, _ = content.ParseDate(g.told.On)
	g.report.Came["reviewed"]++
}

func same(a, b content.Words) bool {
	return a.Of == b.Of && a.Translator == b.Translator && a.Review == b.Review && a.Reviewer == b.Reviewer && a.ReviewedOn == b.ReviewedOn
}

func (g *giver) count(c change, a *arrived) {
	switch {
	case c.begun:
		g.report.Came["new"]++
	case len(c.fields) > 0:
		g.report.Came["changed"]++
	}
}
