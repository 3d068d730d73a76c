package linked

import (
	"fmt"

	"vigil/content"
)

func (g *graph) history(c *content.Case) {
	o := begin("case/"+c.ID, "Article", "crm:E4_Period")
	o.said("name", c.Words, title)
	o.said("alternativeHeadline", c.Words, role)
	o.said("abstract", c.Words, text)
	o.said("contentWarning", c.Caution, text)
	o.said("text", c.Essay, text)
	span(o, c.Span)
	o.text("temporalCoverage", c.Span.EDTF)
	var parts []string
	for _, e := range c.Events {
		parts = append(parts, e.Route())
	}
	for _, f := range c.Figures {
		parts = append(parts, "case/"+c.ID+"/figures#"+f.ID)
	}
	for _, f := range c.Findings {
		parts = append(parts, content.Decision{Case: c, Finding: f}.Route())
	}
	o.refs("hasPart", "", parts...)
	g.standing(o, c.Words)
	g.add("histories", o)
	for _, e := range c.Events {
		g.event(e, "case/"+c.ID)
	}
	for _, f := range c.Figures {
		g.figure(c, f)
	}
	for _, f := range c.Findings {
		g.finding(c, f)
	}
}

// span says a date as the field does, whatever it leaves open.
func span(o *object, d content.Date) {
	if d.IsZero() {
		return
	}
	s := &object{}
	s.text("@type", "crm:E52_Time-Span")
	s.edtf("crm:P82_at_some_time_within", d)
	o.object("crm:P4_has_time-span", s)
}

func (g *graph) event(e *content.Event, owner string) {
	o := begin(e.Route(), "Event", "crm:E5_Event")
	o.said("name", e.Words, title)
	o.said("description", e.Words, text)
	o.said("note", e.Words, note)
	span(o, e.Date)
	if from, to := certain(e.Date.From), certain(e.Date.To); from != "" && to != "" {
		o.text("startDate", from)
		o.text("endDate", to)
	}
	o.refs("location", "place/", e.Place)
	o.refs("mentions", "person/", e.People...)
	o.refs("isPartOf", "", append([]string{owner}, prefixed("case/", e.Cases)...)...)
	o.refs("image", "media/", e.Media...)
	o.text("kind", e.Kind)
	o.number("importance", float64(e.Importance))
	provenance(o, e.Sources, e.Verified)
	g.standing(o, e.Words)
	g.add("events", o)
}

// certain is a moment as ISO 8601 writes it, or "" where that would say more than is known.
func certain(m content.Moment) string {
	if m.Approximate || m.Uncertain || m.Precision < content.Year || m.Precision == content.Season {
		return ""
	}
	return m.EDTF()
}

func (g *graph) figure(c *content.Case, f *content.Figure) {
	o := begin("case/"+c.ID+"/figures#"+f.ID, "PropertyValue")
	o.said("name", f.Words, title)
	o.said("statedBy", f.Words, role)
	o.said("note", f.Words, note)
	o.number("minValue", f.Low)
	if f.High != 0 {
		o.number("maxValue", f.High)
	} else if !f.AtLeast {
		o.number("maxValue", f.Low)
	}
	o.truth("atLeast", f.AtLeast)
	o.text("unitText", f.Unit)
	o.text("counts", f.Counts)
	o.edtf("stated", f.Year)
	provenance(o, f.Sources, f.Verified)
	g.standing(o, f.Words)
	g.add("figures", o)
}

// finding gives each outcome with its charges: a charge is never given as if it were found.
func (g *graph) finding(c *content.Case, f *content.Finding) {
	o := begin(content.Decision{Case: c, Finding: f}.Route(), "crm:E13_Attribute_Assignment")
	o.said("name", f.Words, title)
	o.said("description", f.Words, text)
	o.said("note", f.Words, note)
	o.refs("crm:P14_carried_out_by", "organisation/", f.Body)
	o.edtf("decided", f.Date)
	o.text("identifier", f.Citation)
	if f.AppealOf != "" {
		o.refs("appealOf", "case/"+c.ID+"/findings#", f.AppealOf)
	}
	if f.Follows != "" {
		o.refs("follows", "case/"+c.ID+"/findings#", f.Follows)
	}
	o.refs("about", "", f.About...)
	var outcomes []*object
	for _, out := range f.Outcomes {
		outcomes = append(outcomes, g.outcome(out))
	}
	o.objects("outcome", outcomes)
	provenance(o, f.Sources, f.Verified)
	g.standing(o, f.Words)
	g.add("findings", o)
}

func (g *graph) outcome(out *content.Outcome) *object {
	o := &object{}
	switch {
	case out.Person != "":
		o.refs("of", "person/", out.Person)
	case out.Organisation != "":
		o.refs("of", "organisation/", out.Organisation)
	case out.State != "":
		o.text("of", fmt.Sprintf("ISO 3166: %s", out.State))
	case out.Name != "":
		o.text("of", out.Name)
	default:
		o.said("of", out.Words, title)
	}
	o.text("result", string(out.Result))
	o.texts("charge", out.Charges)
	o.said("note", out.Words, role)
	return o
}
