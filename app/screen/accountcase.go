package screen

import (
	"slices"

	"fyne.io/fyne/v2"

	"vigil/content"
	"vigil/content/route"
)

func (d page) caseTold(c *content.Case, r route.Route) Account {
	w, lang := d.named(c.Words, c.ID)
	t := Account{Title: w.Title, Lang: lang, When: d.Locale.Date(c.Span), Text: w.Text, In: lang, Order: c.Order}
	if part := r.ID(1); part != "" {
		t.When = d.joined(dot, d.Locale.Say("case."+part), t.When)
	}
	switch r.ID(1) {
	case "":
		t.Sources = d.sayers(cited(leads(c.Events)))
	case "essay":
		e, in := d.words(c.Essay)
		t.Text, t.In = section(e.Text, r.Anchor), in
		t.Sources = d.sayers(d.linked(t.Text))
	case "timeline":
		t.Text, t.In = d.leadsTold(c), d.Locale.Lang()
		t.Sources = d.sayers(cited(leads(c.Events)))
	case "figures":
		t.Text, t.In = d.figuresTold(c), d.Locale.Lang()
	case "findings":
		t.Text, t.In = d.findingsTold(c), d.Locale.Lang()
	case "map":
		within, _ := d.placesOf(c)
		t.Text, t.Whole = content.Line(d.Locale.Count("map.summary", len(within), map[string]string{"name": w.Title})), true
	}
	if places := d.casePlaces(c); len(places) > 0 && (r.ID(1) == "" || r.ID(1) == "map") {
		t.Figure = func() fyne.CanvasObject { return d.locator(places, "", d.Archive.Ground(c)...) }
	}
	return t
}

// mostOnWall is how high a picture is shown, px at 1x.
const mostOnWall = 760

// section is the part of a text that an anchor names: a heading with all that stands
// under it, one paragraph alone, or all of the text where it names nothing.
func section(p content.Prose, anchor string) content.Prose {
	from := slices.IndexFunc(p, func(b content.Block) bool { return b.ID == anchor })
	if anchor == "" || from < 0 {
		return p
	}
	level := p[from].Level
	if p[from].Kind != content.Heading {
		return p[from : from+1]
	}
	for i := from + 1; i < len(p); i++ {
		if p[i].Kind == content.Heading && p[i].Level <= level {
			return p[from:i]
		}
	}
	return p[from:]
}

// casePlaces are the places of a history's lead events on its map, or all on it.
func (d page) casePlaces(c *content.Case) []*content.Place {
	if c.Map.IsZero() {
		return nil
	}
	led := slices.DeleteFunc(d.placesIn(leads(c.Events)), func(p *content.Place) bool { return !c.Map.Holds(p) })
	if len(led) > 0 {
		return led
	}
	within, _ := d.placesOf(c)
	return within
}

func entry(words string) content.Block {
	return content.Block{Kind: content.Item, Level: 1, Spans: []content.Span{{Text: words}}}
}

// leadsTold are the events that tell a history, by date.
func (d page) leadsTold(c *content.Case) content.Prose {
	var out content.Prose
	for _, e := range leads(c.Events) {
		w, _ := d.named(e.Words, e.ID)
		out = append(out, entry(d.joined(dot, d.Locale.Date(e.Date), w.Title)))
	}
	return out
}

// figuresTold are numbers with who states them: no number stands alone.
func (d page) figuresTold(c *content.Case) content.Prose {
	out := content.Line(d.Locale.Say("figures.caution"))
	for _, f := range c.Figures {
		w, _ := d.named(f.Words, f.ID)
		out = append(out, entry(d.joined(dot, w.Title, d.number(f), d.stated(f, w))))
	}
	return out
}

// findingsTold are decisions, each with what became of which charge, of whom.
func (d page) findingsTold(c *content.Case) content.Prose {
	out := content.Line(d.Locale.Say("findings.caution"))
	for _, standing := range content.Standings {
		head := content.Block{Kind: content.Heading, Level: 3, Spans: []content.Span{{Text: d.Locale.Say("standing." + string(standing))}}}
		for _, f := range d.sayable(c.Findings) {
			if d.Archive.Standing(f) != standing {
				continue
			}
			if head.Kind == content.Heading {
				out = append(out, head)
				head = content.Block{}
			}
			w, _ := d.named(f.Words, f.ID)
			out = append(out, entry(d.joined(dot, append([]string{w.Title}, d.brief(f, "")...)...)))
		}
	}
	return out
}
