package check

import (
	"slices"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
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
	if before := slices.IndexFunc(c.Findings, func(other *content.Finding) bool { return other.ID == f.AppealOf }); before >= slices.Index(c.Findings, f) {
		in.fail(key+"#appeal_of", "the decision that this one is about stands after it", "write the earlier decision first")
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
	in.wants(o.Result == "", key, "outcome", "what became of the charge", "add outcome: "+strings.Join(results(), ", "))
	switch n := whom(o); {
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
	if body := in.archive.Organisation(f.Body); o.Result.OfCourtsAlone() && body != nil && body.Kind != "" && body.Kind != content.Court {
		in.fail(key+"#outcome", "only a court can come to "+authoring.Quote(string(o.Result))+", and "+authoring.Quote(f.Body)+" is none", "write found or not-found")
	}
	in.contradicted(c, f, i)
}

// contradicted reports a charge with two outcomes in one decision and nothing
// that tells them apart.
func (in *inspection) contradicted(c *content.Case, f *content.Finding, i int) {
	o := f.Outcomes[i]
	for _, other := range f.Outcomes[:i] {
		if !o.Same(other) || other.Result == o.Result || in.scope(o) != in.scope(other) {
			continue
		}
		for _, charge := range o.Charges {
			if slices.Contains(other.Charges, charge) {
				in.fail(outcomeKey(c, f, i)+"#charges", "this decision has two outcomes for "+authoring.Quote(charge)+" and does not say how they differ", "give each an id: and beside it a role, such as a place and its months")
				return
			}
		}
	}
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
		if p.Group != "perpetrator-convicted" || len(in.archive.Decisions(func(f *content.Finding) bool { return convicts(f, p.ID) })) > 0 {
			continue
		}
		in.fail("person/"+p.ID+"#group", "no finding of this archive tells of a conviction of this person", "add the judgement to the findings of a case study, or write perpetrator-accused")
	}
}

// convicts reports whether a decision convicts a person, or may: what could not
// be read was reported where it was read.
func convicts(f *content.Finding, person string) bool {
	return slices.ContainsFunc(f.Outcomes, func(o *content.Outcome) bool {
		return o.Person == person && (o.Result == content.Convicted || o.Result == "")
	})
}

func results() []string {
	out := make([]string, len(content.Results))
	for i, r := range content.Results {
		out[i] = string(r)
	}
	return out
}
