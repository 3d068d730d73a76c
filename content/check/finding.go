package check

import (
	"fmt"
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/route"
)

// findings asks of a finding who found what, when and where it is written, and
// of each charge what became of it: a crime is never a bare label.
func findings(in *inspection) {
	for _, c := range in.archive.Cases {
		for _, f := range c.Findings {
			in.finding(c, f)
			for i := range f.Outcomes {
				in.outcome(c, f, i)
			}
		}
	}
}

func (in *inspection) finding(c *content.Case, f *content.Finding) {
	key := findingKey(c, f)
	in.wants(f.Body == "", key, "body", "which body found it", "add body: ID with an id of organisations.yaml")
	in.wants(f.Date.IsZero() && !f.Undated, key, "date", "when it was found", `add date: "YYYY-MM-DD", or undated: true where no source gives it`)
	in.wants(f.Citation == "", key, "citation", "where it is written", "add citation: the case and its number")
	in.wants(len(f.Outcomes) == 0, key, "outcomes", "what became of the charges", "add outcomes: with of whom, the charges and the outcome of each")
	if !f.Date.IsZero() && f.Undated {
		in.fail(key+"#undated", "this finding has a date and says that it has none", "keep one of the two")
	}
	if o := in.archive.Organisation(f.Body); o != nil && o.Kind == "" {
		in.fail(key+"#body", authoring.Quote(f.Body)+" does not say what kind of body it is, so a court cannot be told from an inquiry", "add kind: to it in organisations.yaml, one of "+strings.Join(content.BodyKinds, ", "))
	}
	if f.AppealOf != "" && f.Follows != "" {
		in.fail(key+"#follows", "this decision names two that came before it", "keep appeal_of where it is an appeal, else follows")
	}
	in.sequence(c, f, key+"#appeal_of", f.AppealOf)
	in.sequence(c, f, key+"#follows", f.Follows)
	in.decided(f, key)
	for i, address := range f.About {
		if r, err := route.Parse(address); err == nil && r.Kind != route.Event && r.Kind != route.Speech {
			in.fail(fmt.Sprintf("%s#about/%d", key, i), "a decision is about events and speeches, and this is neither", "write event/CASE/ID or speech/ID")
		}
	}
}

// sequence holds a decision to the one that it says came before.
func (in *inspection) sequence(c *content.Case, f *content.Finding, key, id string) {
	earlier := c.Finding(id)
	switch {
	case earlier == nil:
	case slices.Index(c.Findings, earlier) >= slices.Index(c.Findings, f):
		in.fail(key, "the decision that this one comes after stands below it, or is itself", "write the earlier decision first; none can come after itself")
	case !earlier.Date.IsZero() && !f.Date.IsZero() && f.Date.Latest().Before(earlier.Date.Earliest()):
		in.fail(key, "this decision of "+f.Date.EDTF+" comes after one of "+earlier.Date.EDTF, "look both dates up, or name the decision that came before")
	case f.AppealOf != "" && !(in.archive.IsCourt(f.Body) && in.archive.IsCourt(earlier.Body)) && in.archive.Organisation(f.Body) != nil && in.archive.Organisation(earlier.Body) != nil:
		in.fail(key, "an appeal is decided by a court about a court, and one of the two is none", "write follows: instead")
	}
}

// decided refuses a judgement of the future, and one whose day is open.
func (in *inspection) decided(f *content.Finding, key string) {
	judged := slices.ContainsFunc(f.Outcomes, func(o *content.Outcome) bool {
		return slices.Contains([]content.Result{content.Convicted, content.Acquitted, content.Found, content.NotFound, content.Overturned}, o.Result)
	})
	switch {
	case f.Date.IsZero() || !judged:
	case f.Date.From.Open || f.Date.To.Open:
		in.fail(key+"#date", "a decision goes on at no date, and "+authoring.Quote(f.Date.EDTF)+" has no end", "write the day of the decision")
	case !in.archive.AsOf.IsZero() && f.Date.Earliest().After(in.archive.AsOf.Latest()):
		in.fail(key+"#date", "this decision is dated after the archive itself, "+in.archive.AsOf.EDTF, "write outcome: pending until it has been made, or change as_of in archive.yaml")
	}
}

// whom counts the ways in which an outcome says whom it is about.
func whom(o *content.Outcome) int {
	n := 0
	for _, way := range []string{o.Person, o.Organisation, o.State, o.Name} {
		if way != "" {
			n++
		}
	}
	return n
}

func (in *inspection) outcome(c *content.Case, f *content.Finding, i int) {
	o, key := f.Outcomes[i], outcomeKey(c, f, i)
	in.wants(o.Result == "", key, "outcome", "what became of the charge", "add outcome: "+strings.Join(texts(content.Results), ", "))
	switch n := whom(o); {
	case n == 1 && o.Name != "" && !content.Visible(o.Name):
		in.fail(key+"#name", "this name has no letter that can be seen", "write the name")
	case n == 0 && o.ID == "":
		in.fail(key, "this outcome does not say whom it is about", "add person:, organisation:, state: or name:, or an id: and beside it a title such as Nine of the men tried")
	case n > 1:
		in.fail(key, "this outcome says twice whom it is about", "keep one of person, organisation, state and name")
	}
	if o.State != "" {
		in.country(key+"#state", o.State)
	}
	if len(o.Charges) == 0 && o.Words[in.archive.Original].Role == "" {
		in.fail(key+"#charges", "this outcome does not say of what charge", "add charges: [...], such as genocide or murder; or an id: and beside it a role that says what was examined")
	}
	if body := in.archive.Organisation(f.Body); body != nil && body.Kind != "" && o.Result != "" && !slices.Contains(content.ResultsOf(body.Kind), o.Result) {
		in.fail(key+"#outcome", "a "+body.Kind+" cannot come to "+authoring.Quote(string(o.Result)), "name the court that did; "+authoring.Quote(f.Body)+" can only come to "+strings.Join(texts(content.ResultsOf(body.Kind)), ", "))
	}
	if (o.State != "" || o.Organisation != "") && (o.Result == content.Convicted || o.Result == content.Acquitted) {
		in.fail(key+"#outcome", "only a person can be "+string(o.Result)+", and this is a state or a body", "write found or not-found")
	}
	if o.Result == content.Overturned && f.AppealOf == "" && slices.ContainsFunc(c.Findings, func(later *content.Finding) bool { return later.AppealOf == f.ID }) {
		in.fail(key+"#outcome", "this decision was overturned later: it is the appeal that did so", "write here what was decided on this day, such as convicted, and overturned-on-appeal in the appeal's outcomes")
	}
	in.spelled(c, f, i)
	in.contradicted(c, f, i)
}

// spelled holds an outcome to its names: somebody of the archive is named by id,
// and the title of words is for those without a name.
func (in *inspection) spelled(c *content.Case, f *content.Finding, i int) {
	o, key := f.Outcomes[i], outcomeKey(c, f, i)
	for _, p := range in.archive.People {
		if o.Name != "" && (o.Name == p.Name || slices.Contains(p.Names, o.Name)) {
			in.fail(key+"#name", authoring.Quote(o.Name)+" is a person of this archive", "write person: "+p.ID+" instead, so that the person's page tells of it")
		}
	}
	for lang, w := range o.Words {
		if whom(o) > 0 && w.Title != "" {
			in.warn(key+"@"+string(lang)+"#title", "this title is not shown: the outcome says whom it is about", "move what it says into role or note")
		}
	}
	for n, charge := range o.Charges {
		if slices.Contains(o.Charges[:n], charge) {
			in.fail(fmt.Sprintf("%s#charges/%d", key, n), authoring.Quote(charge)+" stands here twice", "keep one of them")
		}
	}
}

// contradicted reports a charge with two outcomes in one decision and nothing
// that tells them apart.
func (in *inspection) contradicted(c *content.Case, f *content.Finding, i int) {
	o := f.Outcomes[i]
	for _, other := range f.Outcomes[:i] {
		if !in.alike(o, other) {
			continue
		}
		for _, charge := range o.Charges {
			if slices.Contains(other.Charges, charge) && other.Result == o.Result {
				in.fail(outcomeKey(c, f, i)+"#charges", "this outcome for "+authoring.Quote(charge)+" stands here twice", "keep one of them")
				return
			}
			if slices.Contains(other.Charges, charge) {
				in.fail(outcomeKey(c, f, i)+"#charges", "this decision has two outcomes for "+authoring.Quote(charge)+" and does not say how they differ", "give each an id: and beside it a role, such as a place and its months")
				return
			}
		}
	}
}

// alike reports whether two outcomes are of the same and about the same, in any
// language that tells them.
func (in *inspection) alike(o, other *content.Outcome) bool {
	same := o.Same(other) || whom(o) == 0 && whom(other) == 0 && o.Words[in.archive.Original].Title == other.Words[in.archive.Original].Title
	return same && in.scope(o) == in.scope(other)
}

// scope says what charges of an outcome are about.
func (in *inspection) scope(o *content.Outcome) string { return o.Words[in.archive.Original].Role }

// convictions holds the word "convicted" beside a person to a decision that the
// archive tells.
func convictions(in *inspection) {
	var files []string
	for _, c := range in.archive.Cases {
		files = append(files, caseFile(c.ID)...)
	}
	if in.Unread("", files...) {
		return
	}
	for _, p := range in.archive.People {
		if p.Group != "perpetrator-convicted" || slices.ContainsFunc(in.archive.Cases, func(c *content.Case) bool { return c.Convicts(p.ID) || unreadOf(c, p.ID) }) {
			continue
		}
		in.fail("person/"+p.ID+"#group", "no finding of this archive tells of a conviction of this person that stands", "add the judgement to the findings of a case study, or write perpetrator-accused")
	}
}

// unreadOf reports whether what became of a charge against a person could not be
// read, which was reported where it was read.
func unreadOf(c *content.Case, person string) bool {
	return slices.ContainsFunc(c.Findings, func(f *content.Finding) bool {
		return slices.ContainsFunc(f.Outcomes, func(o *content.Outcome) bool { return o.Person == person && o.Result == "" })
	})
}

func texts(results []content.Result) []string {
	out := make([]string, len(results))
	for i, r := range results {
		out[i] = string(r)
	}
	return out
}
