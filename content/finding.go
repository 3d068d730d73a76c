package content

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Result is how a charge ended, or how it stands: a charge is never a finding.
type Result string

// The results. A court convicts, acquits, confirms charges for trial or does
// not, stays proceedings; any body that examined a matter finds it or does not.
const (
	Convicted         Result = "convicted"
	Acquitted         Result = "acquitted"
	Found             Result = "found"
	NotFound          Result = "not-found"
	Charged           Result = "charged"       // a charge or a warrant; nothing is judged
	Confirmed         Result = "confirmed"     // sent to trial; nothing is judged
	NotConfirmed      Result = "not-confirmed" // not sent to trial
	Stayed            Result = "stayed"
	TerminatedByDeath Result = "terminated-by-death"
	Overturned        Result = "overturned-on-appeal"
	NotExamined       Result = "not-examined"
	Pending           Result = "pending"
)

// Results lists them as a page does: what was judged, what never was, what is open.
var Results = []Result{Convicted, Acquitted, Found, NotFound, Overturned, Charged, NotConfirmed, Stayed, TerminatedByDeath, NotExamined, Confirmed, Pending}

// ResultsOf lists what a kind of body can come to. Only a court judges; a
// parliament can lift a verdict by law; a prosecutor charges.
func ResultsOf(kind string) []Result {
	switch kind {
	case Court:
		return Results
	case "prosecutor":
		return []Result{Charged, Pending, NotExamined, TerminatedByDeath}
	case "parliament":
		return []Result{Found, NotFound, Overturned, NotExamined, Pending}
	default:
		return []Result{Found, NotFound, NotExamined, Pending}
	}
}

// judged reports whether somebody has decided the charge itself.
func (r Result) judged() bool {
	return slices.Contains([]Result{Convicted, Acquitted, Found, NotFound, Overturned}, r)
}

// open reports whether a decision is still to come.
func (r Result) open() bool { return r == Confirmed || r == Pending }

// BodyKinds lists the kinds of body whose decisions an archive tells. Only a
// court finds in law.
var BodyKinds = []string{Court, "commission", "un-body", "prosecutor", "government", "parliament"}

// Court is the kind of a body that can convict.
const Court = "court"

// Outcome is what became of some charges against one person, state or body.
type Outcome struct {
	ID string // "" where it has no words of its own
	// Whom it is about: the id of a person or an organisation, a state's ISO
	// 3166-1 alpha-2 code, or a name as the decision has it. All are empty where
	// the title of Words says it, such as "Nine of the twelve men tried".
	Person, Organisation, State, Name string
	Result                            Result
	Charges                           []string // crimes by the law's own names; none where the role of Words says what was examined
	Words                             Text     // Role is the scope of the charges, such as a place and its months; Note what a careful reader must know
}

// Named reports whether an outcome says whom it is about by something that can
// be seen.
func (o *Outcome) Named() bool {
	return o.Person != "" || o.Organisation != "" || o.State != "" || Visible(o.Name)
}

// Visible reports whether a text has anything that can be seen.
func Visible(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.In(r, unicode.Cf, unicode.Zs, unicode.Cc) })
}

// Same reports whether two outcomes are about the same person, state or body.
func (o *Outcome) Same(other *Outcome) bool {
	named := o.Person != "" || o.Organisation != "" || o.State != "" || o.Name != ""
	return named && o.Person == other.Person && o.Organisation == other.Organisation && o.State == other.State && o.Name == other.Name
}

// Finding is one decision of a court, or of another body with the power to
// find, with the outcome of each charge.
type Finding struct {
	ID       string
	Body     string // an organisation's id
	Date     Date   // of the decision
	Undated  bool   // no source that was seen gives the day
	Follows  string // the id of the earlier decision of the same proceedings that this one goes on from, such as a warrant before a judgement
	AppealOf string // the id of the finding of the same case study that this one, on appeal, confirmed or changed
	Citation string // the case and its number as the body cites it
	About    []string
	Outcomes []*Outcome
	Sources  []string
	Verified Verified
	Words    Text
}

// People lists the ids of those the finding is about, each once.
func (f *Finding) People() []string {
	var out []string
	for _, o := range f.Outcomes {
		if o.Person != "" && !slices.Contains(out, o.Person) {
			out = append(out, o.Person)
		}
	}
	return out
}

// Standing is what can be said of a finding as a whole.
type Standing string

// The standings, in the order in which a page shows them.
const (
	Judged    Standing = "judged"    // a court has decided
	Concluded Standing = "concluded" // a body that is no court has come to a conclusion
	Open      Standing = "open"      // a decision is still to come
	Unjudged  Standing = "unjudged"  // charged, and never judged
	Untouched Standing = "untouched" // no charge was brought, or nobody has examined the matter
)

// Standings lists them in the order in which a page shows them.
var Standings = []Standing{Judged, Concluded, Unjudged, Open, Untouched}

// Standing is that of a finding by its outcomes and the kind of its body.
func (a *Archive) Standing(f *Finding) Standing {
	has := func(test func(Result) bool) bool {
		return slices.ContainsFunc(f.Outcomes, func(o *Outcome) bool { return test(o.Result) })
	}
	switch {
	case has(Result.judged) && a.IsCourt(f.Body):
		return Judged
	case has(Result.judged):
		return Concluded
	case has(Result.open):
		return Open
	case has(func(r Result) bool { return r != NotExamined }):
		return Unjudged
	default:
		return Untouched
	}
}

// IsCourt reports whether an organisation is a court.
func (a *Archive) IsCourt(id string) bool {
	o := a.Organisation(id)
	return o != nil && o.Kind == Court
}

// Before is the id of the decision of the same proceedings that comes before, or "".
func (f *Finding) Before() string { return cmp.Or(f.AppealOf, f.Follows) }

// Proceedings groups decisions of the same proceedings, each group from the
// first to the last, in the order in which the case study lists their first.
func (c *Case) Proceedings() [][]*Finding {
	var groups [][]*Finding
	group := map[string]int{}
	for _, f := range c.Findings {
		i, later := group[f.Before()]
		if f.Before() == "" || !later {
			i = len(groups)
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], f)
		group[f.ID] = i
	}
	for _, g := range groups {
		slices.SortStableFunc(g, func(a, b *Finding) int {
			switch {
			case a.Date.IsZero() || b.Date.IsZero():
				return 0
			case a.Date.Before(b.Date):
				return -1
			case b.Date.Before(a.Date):
				return 1
			}
			return 0
		})
	}
	return groups
}

// Convicts reports whether the case study tells of a conviction of a person that
// no later decision of the same proceedings has undone.
func (c *Case) Convicts(person string) bool {
	for _, proceedings := range c.Proceedings() {
		stands := false
		for _, f := range proceedings {
			convicted, undone := false, false
			for _, o := range f.Outcomes {
				if o.Person == person {
					convicted = convicted || o.Result == Convicted
					undone = undone || o.Result == Overturned || o.Result == Acquitted && f.AppealOf != ""
				}
			}
			switch {
			case convicted:
				stands = true
			case undone:
				stands = false
			}
		}
		if stands {
			return true
		}
	}
	return false
}

// Finding is the finding of that id, or nil.
func (c *Case) Finding(id string) *Finding {
	if c == nil {
		return nil
	}
	if i := slices.IndexFunc(c.Findings, func(f *Finding) bool { return f.ID == id }); i >= 0 {
		return c.Findings[i]
	}
	return nil
}

// Route is the decision's address in the kiosk.
func (d Decision) Route() string { return "case/" + d.Case.ID + "/findings#" + d.Finding.ID }

// Decision is a finding with the case study that tells it.
type Decision struct {
	Case    *Case
	Finding *Finding
}

// Decisions lists the findings of all case studies that pass a test, and those
// that came after them in the same proceedings: what has been undone is not told
// alone.
func (a *Archive) Decisions(pass func(*Finding) bool) []Decision {
	var out []Decision
	for _, c := range a.Cases {
		for _, proceedings := range c.Proceedings() {
			told := false
			for _, f := range proceedings {
				if told = told || pass(f); told {
					out = append(out, Decision{c, f})
				}
			}
		}
	}
	return out
}
