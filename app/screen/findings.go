package screen

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vigil/app/ui"
	"vigil/content"
)

// findings shows what courts and other bodies have decided about a history:
// first what was found in law, then what bodies that are no courts concluded,
// then what was charged and never judged, last what is open. Each charge stands
// with its outcome; an appeal stands with the trial it changed.
func (d page) findings(c *content.Case) *Screen {
	title := d.Locale.Say("findings.title")
	beside := d.caseHead(c, ui.Title)
	beside = append(beside, one(ui.Large, d.Look.Words(d.heading(), title)), one(ui.Small, d.say(d.soft(), "findings.caution")))
	s := &Screen{}
	var items, index []*ui.Anchored
	var all []wording
	for _, standing := range content.Standings {
		above, decisions := ui.Huge, 0
		for _, proceedings := range c.Proceedings() {
			if proceedings = d.sayable(proceedings); len(proceedings) == 0 || d.standing(proceedings) != standing {
				continue
			}
			if above == ui.Huge {
				items = append(items, &ui.Anchored{Object: d.Look.Words(d.sectionTitle(), d.Locale.Say("standing."+string(standing))), Anchor: standingAnchor(standing), Above: ui.Huge})
				above = ui.Mid
			}
			decisions += len(proceedings)
			for _, f := range proceedings {
				items = append(items, &ui.Anchored{Object: d.finding(f), Anchor: f.ID, Above: above})
				all = append(all, d.wordingsOf(f)...)
				above = ui.Mid
			}
			above = ui.Large
		}
		if decisions > 0 {
			index = append(index, one(0, d.jump(d.Locale.Say("standing."+string(standing)), d.Locale.Lang(), d.Locale.Number(float64(decisions)),
				func() { s.Main.GoTo(standingAnchor(standing)) })))
		}
	}
	rest := d.toldElsewhere(c)
	lead(items, 0)
	if len(index) > 1 {
		lead(index, ui.Mid)
		beside = append(beside, index...)
	}
	beside = append(beside, below(ui.Mid, d.draft(all...)...)...)
	if d.Look.Wide {
		*s = *d.spread(title, beside, items, d.findingsPlaced(c, func(id string) { s.Main.GoTo(id) }), rest)
		return s
	}
	*s = *d.pages(title, beside, append(items, rest...))
	return s
}

// standingAnchor is where a group of decisions begins on their page.
func standingAnchor(s content.Standing) string { return "standing-" + string(s) }

func (d page) sectionTitle() ui.Type {
	return ui.Type{Size: ui.Lead, Serif: true, Ink: d.Look.Palette.Accent, Level: 2, Leading: 1.25}
}

// sayable are the decisions of which a page can say what they decided. What could
// not be read of an archive leaves gaps, and a crime is never shown without the
// word for what became of the charge.
func (d page) sayable(proceedings []*content.Finding) []*content.Finding {
	return slices.DeleteFunc(slices.Clone(proceedings), func(f *content.Finding) bool { return !slices.ContainsFunc(f.Outcomes, d.says) })
}

// says reports whether an outcome can be said in full: of whom, of what charge,
// and what became of it.
func (d page) says(o *content.Outcome) bool {
	name, _ := d.whomCalled(o)
	return o.Result != "" && content.Visible(name) && (len(o.Charges) > 0 || d.outcomeWords(o).Role != "")
}

// outcomeWords are the words of an outcome, each in the visitor's language where
// it is there: a scope or a title that a translation leaves out would make two
// outcomes one.
func (d page) outcomeWords(o *content.Outcome) content.Words {
	w, _ := d.words(o.Words)
	original := o.Words[d.Archive.Original]
	w.Title, w.Role = cmp.Or(w.Title, original.Title), cmp.Or(w.Role, original.Role)
	if len(w.Note) == 0 {
		w.Note = original.Note
	}
	return w
}

// standing is that of proceedings as a whole: what a court has decided counts
// before what is still open.
func (d page) standing(proceedings []*content.Finding) content.Standing {
	for _, s := range []content.Standing{content.Judged, content.Concluded, content.Open, content.Unjudged} {
		if slices.ContainsFunc(proceedings, func(f *content.Finding) bool { return d.Archive.Standing(f) == s }) {
			return s
		}
	}
	return content.Untouched
}

// wordingsOf are the words that a finding and its outcomes are shown in.
func (d page) wordingsOf(f *content.Finding) []wording {
	w, lang := d.named(f.Words, f.ID)
	all := []wording{{w, lang}}
	for _, o := range f.Outcomes {
		if len(o.Words) > 0 {
			w, lang := d.words(o.Words)
			all = append(all, wording{w, lang})
		}
	}
	return all
}

// toldElsewhere leads to decisions that another history tells and that are
// about an event of this one.
func (d page) toldElsewhere(c *content.Case) []*ui.Anchored {
	var out []content.Decision
	for _, x := range d.Archive.Decisions(func(f *content.Finding) bool {
		return slices.ContainsFunc(f.About, func(r string) bool { return strings.HasPrefix(r, "event/"+c.ID+"/") })
	}) {
		if x.Case != c {
			out = append(out, x)
		}
	}
	return d.decisions("findings.elsewhere", out, "")
}

func (d page) finding(f *content.Finding) fyne.CanvasObject {
	w, lang := d.named(f.Words, f.ID)
	p := d.Look.Palette
	parts := []fyne.CanvasObject{
		d.Look.Words(ui.Type{Size: ui.Caption, Ink: p.Accent}, d.decided(f)),
		d.Look.Named(ui.Type{Size: ui.Lead, Serif: true, Ink: p.Ink, Level: 3, Leading: 1.25}, lang, w.Title),
	}
	if o := d.Archive.Organisation(f.Body); o != nil {
		name, nameLang := d.name(o.Words, o.Name, o.Names)
		parts = append(parts, d.row(name, nameLang, d.bodyKind(o), "organisation/"+o.ID))
	}
	parts = append(parts, d.outcomes(f)...)
	if len(w.Text) > 0 {
		parts = append(parts, ui.Gap(ui.Tiny), objects(ui.Small, d.reading(w.Text, lang)))
	}
	if len(w.Note) > 0 {
		parts = append(parts, objects(ui.Tiny, d.aside(w.Note, lang)))
	}
	parts = append(parts, d.Look.Named(d.caption(), d.Archive.Original, f.Citation), d.say(d.label(), "know.verified."+string(f.Verified)))
	for _, s := range d.bibliography(f.Sources) {
		parts = append(parts, d.citation(s))
	}
	return ui.Stack(ui.Tiny, parts...)
}

// decided says when a decision was made, or that no source says so, and whether
// it is an appeal.
func (d page) decided(f *content.Finding) string {
	appeal, when := "", d.Locale.Say("findings.undated")
	if f.AppealOf != "" {
		appeal = d.Locale.Say("findings.appeal")
	}
	if !f.Date.IsZero() {
		when = d.Locale.Date(f.Date)
	}
	return d.joined(dot, appeal, when)
}

func (d page) bodyKind(o *content.Organisation) string {
	if o.Kind == "" {
		return ""
	}
	return d.Locale.Say("body." + o.Kind)
}

// outcomes shows, for each whom a decision is about, what became of which
// charges.
func (d page) outcomes(f *content.Finding) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	var before *content.Outcome
	for _, o := range f.Outcomes {
		if !d.says(o) {
			continue
		}
		if before == nil || !o.Same(before) {
			out = append(out, ui.Gap(ui.Tiny), d.whom(o))
		}
		before = o
		out = append(out, d.Look.Words(d.soft(), d.outcome(f, o)))
		_, lang := d.words(o.Words)
		if note := d.outcomeWords(o).Note; len(note) > 0 {
			out = append(out, objects(ui.Tiny, d.aside(note, lang)))
		}
	}
	return out
}

// whom is the person, state or body that an outcome is about; a person or body
// of the archive is led to.
func (d page) whom(o *content.Outcome) fyne.CanvasObject {
	name, lang := d.whomCalled(o)
	switch {
	case o.Person != "":
		return d.row(name, lang, "", "person/"+o.Person)
	case o.Organisation != "":
		return d.row(name, lang, "", "organisation/"+o.Organisation)
	}
	return d.Look.Named(ui.Type{Size: ui.Body, Serif: true, Ink: d.Look.Palette.Ink, Leading: 1.3}, lang, name)
}

func (d page) whomCalled(o *content.Outcome) (string, content.Lang) {
	if p := d.Archive.Person(o.Person); p != nil {
		return d.name(p.Words, p.Name, p.Names)
	}
	if b := d.Archive.Organisation(o.Organisation); b != nil {
		return d.name(b.Words, b.Name, b.Names)
	}
	if o.State != "" {
		return d.Locale.Country(o.State), d.Locale.Lang()
	}
	if o.Name != "" {
		return o.Name, d.Archive.Original
	}
	_, lang := d.words(o.Words)
	return d.outcomeWords(o).Title, lang
}

// outcome says what became of charges: never a crime without the word for how
// it ended.
func (d page) outcome(f *content.Finding, o *content.Outcome) string {
	result := d.Locale.Say("outcome." + d.result(f, o))
	w := d.outcomeWords(o)
	if len(o.Charges) == 0 {
		return d.Locale.SayWith("outcome.of", map[string]string{"outcome": result, "charges": w.Role})
	}
	var charges []string
	for _, c := range o.Charges {
		charges = append(charges, d.Locale.Say("charge."+c))
	}
	line := d.Locale.SayWith("outcome.of", map[string]string{"outcome": result, "charges": d.Locale.List(charges)})
	return d.joined(dot, line, w.Role)
}

// result is the message of an outcome: what a body that is no court comes to is
// told apart from a court's finding, and what it lifts was no appeal.
func (d page) result(f *content.Finding, o *content.Outcome) string {
	if d.Archive.IsCourt(f.Body) {
		return string(o.Result)
	}
	switch o.Result {
	case content.Found:
		return "concluded"
	case content.NotFound:
		return "not-concluded"
	case content.Overturned:
		return "annulled"
	}
	return string(o.Result)
}

// decisionsAbout leads to the decisions about an event or a speech.
func (d page) decisionsAbout(address string) []*ui.Anchored {
	return d.decisions("person.findings", d.Archive.Decisions(func(f *content.Finding) bool { return slices.Contains(f.About, address) }), "")
}

// decisions lists decisions, each with its outcomes; with a person's id, only
// those of that person.
func (d page) decisions(heading string, list []content.Decision, person string) []*ui.Anchored {
	var out []*ui.Anchored
	for _, x := range list {
		if !slices.ContainsFunc(x.Finding.Outcomes, func(o *content.Outcome) bool { return d.says(o) && (person == "" || o.Person == person) }) {
			continue
		}
		if out == nil {
			out = append(out, one(ui.Huge, d.say(d.section(), heading)))
		}
		w, lang := d.named(x.Finding.Words, x.Finding.ID)
		out = append(out, one(0, d.rowOf(w.Title, lang, d.brief(x.Finding, person), x.Route())))
	}
	return out
}

// brief is a decision in lines: when and by whom, then each outcome with those
// it is of; on a person's page, that person's.
func (d page) brief(f *content.Finding, person string) []string {
	var body string
	if o := d.Archive.Organisation(f.Body); o != nil {
		body, _ = d.name(o.Words, o.Name, o.Names)
	}
	lines := []string{d.joined(dot, d.decided(f), body)}
	names := map[string][]string{}
	for _, o := range f.Outcomes {
		if !d.says(o) || person != "" && o.Person != person {
			continue
		}
		line := d.outcome(f, o)
		name, _ := d.whomCalled(o)
		if names[line] == nil {
			lines = append(lines, line)
		}
		names[line] = append(names[line], name)
	}
	for i, line := range lines {
		if i > 0 && person == "" {
			lines[i] = d.joined(dot, line, d.few(names[line]))
		}
	}
	return lines
}

// mostNamed is how many names a line of a row has.
const mostNamed = 8

// few lists names; the page that a row leads to has all.
func (d page) few(names []string) string {
	if len(names) > mostNamed {
		return d.Locale.List(names[:mostNamed]) + " …"
	}
	return d.Locale.List(names)
}
