package search

import (
	"vigil/content"
	"vigil/content/route"
)

// paragraphs gathers records that are written piece by piece in each language.
type paragraphs struct {
	list []record
	at   map[string]int // by anchor
}

func (p *paragraphs) add(anchor string, r record, v version) {
	i, ok := p.at[anchor]
	if !ok {
		i = len(p.list)
		p.at[anchor] = i
		p.list = append(p.list, r)
	}
	p.list[i].versions = append(p.list[i].versions, v)
}

// essay adds the essay's paragraphs, each headed by the heading above it. What
// has no anchor of its own belongs to the paragraph before it.
func (c *collector) essay(x *content.Case) {
	all := paragraphs{at: map[string]int{}}
	for _, lang := range c.langs {
		title := c.title(x.Words, lang)
		for _, piece := range pieces(x.Essay[lang].Text) {
			r := record{route: route.To(route.Case, x.ID, "essay").At(piece.anchor).String(), kind: KindEssay, cases: []string{x.ID}}
			v := version{lang: lang, title: piece.heading, under: title, prose: []content.Prose{piece.prose}}
			if v.title == "" {
				v.title = title
			}
			all.add(piece.anchor, r, v)
		}
	}
	for _, r := range all.list {
		c.add(r)
	}
}

// piece is what one anchor of an essay leads to.
type piece struct {
	anchor, heading string
	prose           content.Prose
}

func pieces(prose content.Prose) []piece {
	var all []piece
	var heading string
	fresh := true
	for _, b := range prose {
		switch {
		case b.Kind == content.Heading:
			heading, fresh = b.Plain(), true
		case b.ID != "":
			all = append(all, piece{anchor: b.ID, heading: heading, prose: content.Prose{b}})
			fresh = false
		case len(all) > 0 && !fresh:
			last := &all[len(all)-1]
			last.prose = append(last.prose, b)
		}
	}
	return all
}

// speech adds a speech, its paragraphs and the events it speaks of.
func (c *collector) speech(x *content.Speech) {
	r := record{route: route.To(route.Speech, x.ID).String(), kind: KindSpeech, date: x.Date, cases: x.Cases}
	c.titled(r, x.Words, nil, append(c.linked(x.Place, []string{x.Speaker}), x.Byline)...)
	for i := 0; i < len(x.Paragraphs); {
		n := i + 1
		for n < len(x.Paragraphs) && x.Paragraphs[n].Joins {
			n++
		}
		c.passage(x, x.Paragraphs[i:n])
		i = n
	}
	c.events(x.Events, x.Words, x.Cases...)
}

// passage adds paragraphs that are shown as one: the words spoken, then what
// they argue.
func (c *collector) passage(x *content.Speech, shown []*content.SpeechParagraph) {
	r := record{route: route.To(route.Speech, x.ID).At(shown[0].ID).String(), kind: KindPassage, date: x.Date, cases: x.Cases}
	for _, p := range shown {
		r.cases = join(r.cases, p.Cases)
	}
	for _, lang := range c.langs {
		v := version{lang: lang, under: c.title(x.Words, lang)}
		for _, p := range shown {
			v.prose = append(v.prose, p.Text[lang].Text)
		}
		for _, p := range shown {
			v.prose = append(v.prose, p.Words[lang].Text, p.Words[lang].Note)
			if v.title == "" {
				v.title = p.Words[lang].Title
			}
		}
		if v.display() == "" {
			continue
		}
		if v.title == "" {
			v.title = v.under
		}
		r.versions = append(r.versions, v)
	}
	c.add(r)
}
