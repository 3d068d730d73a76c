package linked

import (
	"fmt"
	"maps"
	"slices"

	"vigil/content"
)

func title(w content.Words) string { return w.Title }
func role(w content.Words) string  { return w.Role }
func text(w content.Words) string  { return w.Text.Plain() }
func note(w content.Words) string  { return w.Note.Plain() }

// begin is a record with its address and classes.
func begin(id string, types ...string) *object {
	o := &object{}
	o.text("@id", id)
	o.texts("@type", types)
	return o
}

// provenance says where a fact is known from.
func provenance(o *object, sources []string, verified content.Verified) {
	o.refs("citation", "source/", sources...)
	o.text("verified", string(verified))
}

// standing says of the words in each language who made them, and how far they may be
// trusted.
func (g *graph) standing(o *object, t content.Text) {
	var list []*object
	for _, lang := range slices.Sorted(maps.Keys(t)) {
		w, s := t[lang], &object{}
		s.text("inLanguage", string(lang))
		s.text("translator", w.Translator)
		s.text("review", string(w.Review))
		s.truth("stale", stale(t, w))
		list = append(list, s)
	}
	o.objects("translations", list)
}

// stale reports whether a wording was made from one that is no longer there.
func stale(t content.Text, w content.Words) bool {
	if w.Of == "" {
		return false
	}
	for _, other := range t {
		if other.Hash == w.Of {
			return false
		}
	}
	return true
}

func (g *graph) whole() {
	a := g.archive
	o := begin("home", "Dataset")
	o.text("identifier", a.ID)
	o.said("name", a.Words, title)
	o.said("alternativeHeadline", a.Words, role)
	o.said("description", a.Words, text)
	o.text("publisher", a.Publisher)
	o.text("version", a.Version)
	o.text("usageInfo", a.Rights)
	o.edtf("dateModified", a.AsOf)
	o.text("creativeWorkStatus", string(a.Review))
	var langs []string
	for _, l := range a.Languages {
		langs = append(langs, string(l))
	}
	o.texts("inLanguage", langs)
	var parts []string
	for _, c := range a.Cases {
		parts = append(parts, "case/"+c.ID)
	}
	for _, s := range a.Speeches {
		parts = append(parts, "speech/"+s.ID)
	}
	for _, l := range a.Lessons {
		parts = append(parts, "lesson/"+l.ID)
	}
	o.refs("hasPart", "", parts...)
	g.standing(o, a.Words)
	g.add("archives", o)
}

// works are the classes of schema.org for the kinds of source that it has a word for.
var works = map[string]string{"law": "Legislation", "book": "Book", "un-report": "Report", "ngo-report": "Report", "news": "NewsArticle", "academic": "ScholarlyArticle"}

func (g *graph) source(s *content.Source) {
	class := works[s.Kind]
	if class == "" {
		class = "CreativeWork"
	}
	o := begin("source/"+s.ID, class)
	o.text("name", s.Title)
	o.text("author", s.Author)
	o.text("publisher", s.Publisher)
	o.edtf("datePublished", s.Date)
	o.text("url", s.URL)
	o.text("kind", s.Kind)
	o.truth("seen", s.Seen)
	g.add("sources", o)
}

func (g *graph) person(p *content.Person) {
	o := begin("person/"+p.ID, "Person", "crm:E21_Person")
	o.text("name", p.Name)
	o.texts("alternateName", p.Names)
	o.said("disambiguatingDescription", p.Words, role)
	o.said("description", p.Words, text)
	o.edtf("birthDate", p.Born)
	o.edtf("deathDate", p.Died)
	o.text("group", p.Group)
	provenance(o, p.Sources, p.Verified)
	g.standing(o, p.Words)
	g.add("people", o)
}

func (g *graph) organisation(r *content.Organisation) {
	o := begin("organisation/"+r.ID, "Organization", "crm:E74_Group")
	o.text("name", r.Name)
	var names []string
	if r.Acronym != "" {
		names = append(names, r.Acronym)
	}
	o.texts("alternateName", append(names, r.Names...))
	o.said("description", r.Words, text)
	o.text("kind", r.Kind)
	o.refs("citation", "source/", r.Sources...)
	g.standing(o, r.Words)
	g.add("organisations", o)
}

func (g *graph) place(p *content.Place) {
	o := begin("place/"+p.ID, "Place", "crm:E53_Place")
	o.text("name", p.Name)
	o.texts("alternateName", p.Names)
	o.said("description", p.Words, text)
	geo := &object{}
	geo.text("@type", "GeoCoordinates")
	geo.number("latitude", p.Lat)
	geo.number("longitude", p.Lon)
	geo.truth("approximate", p.Approximate)
	o.object("geo", geo)
	address := &object{}
	address.text("@type", "PostalAddress")
	address.text("addressCountry", p.Country)
	o.object("address", address)
	o.refs("citation", "source/", p.Sources...)
	g.standing(o, p.Words)
	g.add("places", o)
}

// term leaves out the words that hurt, which stand in the archive to be found by, and are
// never shown.
func (g *graph) term(t *content.Term) {
	o := begin("term/"+t.ID, "DefinedTerm")
	o.said("name", t.Words, title)
	o.texts("alternateName", t.Names)
	o.said("description", t.Words, text)
	o.said("note", t.Words, note)
	o.refs("see", "term/", t.See...)
	provenance(o, t.Sources, t.Verified)
	g.standing(o, t.Words)
	g.add("terms", o)
}

func (g *graph) quotation(q *content.Quotation) {
	o := begin("quotation/"+q.ID, "Quotation")
	o.said("text", q.Words, text)
	o.refs("creator", "person/", q.Speaker)
	o.edtf("dateCreated", q.Date)
	o.refs("citation", "source/", q.Source)
	o.refs("isPartOf", "speech/", q.Speech)
	o.text("status", q.Status)
	g.standing(o, q.Words)
	g.add("quotations", o)
}

func (g *graph) speech(s *content.Speech) {
	o := begin("speech/"+s.ID, "CreativeWork", "crm:E33_Linguistic_Object")
	o.said("name", s.Words, title)
	o.said("occasion", s.Words, role)
	o.said("abstract", s.Words, text)
	o.said("note", s.Words, note)
	o.refs("author", "person/", s.Speaker)
	o.edtf("dateCreated", s.Date)
	o.refs("locationCreated", "place/", s.Place)
	o.text("inLanguage", string(s.Language))
	o.text("usageInfo", s.Rights)
	o.text("creditText", s.Byline)
	o.refs("mentions", "", append(prefixed("case/", s.Cases), s.About...)...)
	o.said("text", spoken(s), text)
	provenance(o, s.Sources, s.Verified)
	g.standing(o, s.Words)
	g.add("speeches", o)
	for _, e := range s.Events {
		g.event(e, "speech/"+s.ID)
	}
}

// spoken is the words of a speech in each language, paragraph after paragraph.
func spoken(s *content.Speech) content.Text {
	out := content.Text{}
	for _, p := range s.Paragraphs {
		for lang, w := range p.Text {
			whole := out[lang]
			whole.Text = append(slices.Clone(whole.Text), w.Text...)
			out[lang] = whole
		}
	}
	return out
}

func prefixed(kind string, ids []string) []string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = kind + id
	}
	return out
}

func (g *graph) lesson(l *content.Lesson) {
	o := begin("lesson/"+l.ID, "LearningResource")
	o.said("name", l.Words, title)
	o.said("teaches", l.Words, text)
	o.text("typicalAgeRange", l.Ages.String())
	o.text("timeRequired", fmt.Sprintf("PT%dM", l.Minutes))
	o.refs("about", "case/", l.Cases...)
	var parts []*object
	for _, s := range l.Stops {
		if s.Private() {
			g.private++
		}
		part := &object{}
		part.text("@type", "LearningResource")
		part.said("name", s.Words, title)
		part.said("text", s.Words, text)
		part.text("timeRequired", fmt.Sprintf("PT%dM", s.Minutes))
		part.refs("mentions", "", s.Routes...)
		if s.From > 0 {
			part.number("fromAge", float64(s.From))
		}
		parts = append(parts, part)
	}
	o.objects("hasPart", parts)
	g.standing(o, l.Words)
	g.add("lessons", o)
}

func (g *graph) picture(m *content.Medium) {
	o := begin("media/"+m.ID, "ImageObject")
	o.text("contentUrl", "media/"+m.File)
	o.said("caption", m.Words, title)
	o.said("description", m.Words, text)
	o.said("contentWarning", m.Words, note)
	o.text("creditText", m.Credit)
	o.text("usageInfo", m.Rights)
	o.edtf("dateCreated", m.Date)
	o.refs("contentLocation", "place/", m.Place)
	o.refs("about", "person/", m.People...)
	o.refs("citation", "source/", m.Sources...)
	g.standing(o, m.Words)
	g.add("pictures", o)
}
