package screen_test

import (
	"slices"
	"strings"
	"testing"

	"vigil/content"
)

// judged is a made archive in which a history has every outcome there is, by a
// court and by a body that is none, of a person, a state, a name and a group.
// Its own words name no crime, so that whatever crime a page names is a charge.
func judged(t *testing.T) *content.Archive {
	t.Helper()
	say := func(title string) content.Text {
		return content.Text{"en": {Title: title, Review: content.Reviewed}}
	}
	date, err := content.ParseDate("2001-02-03")
	if err != nil {
		t.Fatal(err)
	}
	a := &content.Archive{
		ID: "made", Original: "en", Languages: []content.Lang{"en"}, AsOf: date, Words: say("Made"),
		People:        []*content.Person{{ID: "ana", Name: "Ana Test", Group: "perpetrator-accused", Verified: content.OnPage}},
		Organisations: []*content.Organisation{{ID: "court", Name: "The Court", Kind: content.Court}, {ID: "panel", Name: "The Panel", Kind: "parliament"}},
	}
	c := &content.Case{ID: "made", Words: say("A history"), Span: date}
	c.Events = []*content.Event{{ID: "day", Owner: "made", Date: date, Kind: "justice", Importance: 1, Words: say("A day"), Verified: content.OnPage}}
	for _, body := range []string{"court", "panel"} {
		for _, result := range content.Results {
			if body == "panel" && !slices.Contains(content.ResultsOf("parliament"), result) {
				continue
			}
			c.Findings = append(c.Findings, &content.Finding{
				ID: body + "-" + string(result), Body: body, Date: date, Citation: "No 1", About: []string{"event/made/day"}, Words: say("A decision"), Verified: content.OnPage,
				Outcomes: []*content.Outcome{
					{Person: "ana", Result: result, Charges: []string{"genocide", "murder"}},
					{Person: "ana", ID: "elsewhere", Result: content.Pending, Charges: []string{"genocide"}, Words: content.Text{"en": {Role: "elsewhere"}}},
					{State: "RS", Result: result, Charges: []string{"torture"}},
					{Name: "Ben Name", Result: result, Charges: []string{"deportation"}},
					{ID: "group", Result: result, Charges: []string{"pillage"}, Words: content.Text{"en": {Title: "Nine others"}}},
				},
			})
		}
	}
	a.Cases = []*content.Case{c}
	a.Index()
	return a
}

// A charge is never shown as if it were found: wherever a page names a crime, the
// word for what became of it stands before it in the same line.
func TestNoCrimeStandsAlone(t *testing.T) {
	for _, lang := range languages {
		d := deps(t, lang)
		d.Archive = judged(t)
		var crimes, outcomes []string
		for _, c := range []string{"genocide", "murder", "torture", "deportation", "pillage"} {
			crimes = append(crimes, bare(d.Locale.Say("charge."+c)))
		}
		for _, r := range append([]content.Result{"concluded", "not-concluded", "annulled"}, content.Results...) {
			outcomes = append(outcomes, bare(d.Locale.Say("outcome."+string(r))))
		}
		for _, address := range []string{"case/made/findings", "event/made/day", "person/ana"} {
			named := 0
			for _, item := range build(t, d, address).Outline() {
				// A row says its lines one after the other; each begins with a sentence of its own.
				for _, line := range strings.Split(bare(item.Text), ". ") {
					crime := slices.IndexFunc(crimes, func(c string) bool { return strings.Contains(line, c) })
					if crime < 0 {
						continue
					}
					named++
					at := strings.Index(line, crimes[crime])
					if !slices.ContainsFunc(outcomes, func(o string) bool { return strings.Contains(line[:at], o) }) {
						t.Errorf("%s, %s: %q names a crime without what became of the charge", lang, address, line)
					}
				}
			}
			if named == 0 {
				t.Errorf("%s, %s names no crime at all", lang, address)
			}
		}
	}
}

// Under each heading stand only decisions of its kind.
func TestFindingsAreGrouped(t *testing.T) {
	d := deps(t, "en")
	d.Archive = judged(t)
	for _, f := range d.Archive.Cases[0].Findings {
		f.Outcomes = f.Outcomes[:1]
	}
	under := map[string][]string{}
	heading := ""
	for _, item := range build(t, d, "case/made/findings").Outline() {
		for _, s := range content.Standings {
			if item.Text == d.Locale.Say("standing."+string(s)) {
				heading = string(s)
			}
		}
		for _, r := range append([]content.Result{"concluded", "not-concluded", "annulled"}, content.Results...) {
			if strings.HasPrefix(item.Text, d.Locale.Say("outcome."+string(r))+": ") {
				under[heading] = append(under[heading], string(r))
			}
		}
	}
	for heading, want := range map[string][]string{
		"judged":    {"convicted", "acquitted", "found", "not-found", "overturned-on-appeal"},
		"concluded": {"concluded", "not-concluded", "annulled"},
		"unjudged":  {"charged", "not-confirmed", "stayed", "terminated-by-death"},
		"open":      {"confirmed", "pending", "pending"},
		"untouched": {"not-examined", "not-examined"},
	} {
		if !slices.Equal(under[heading], want) {
			t.Errorf("under %s: %v, want %v", heading, under[heading], want)
		}
	}
}

// An appeal stands directly after the judgement that it changed, and says what it is.
func TestAppealsStandWithTheirTrials(t *testing.T) {
	d := deps(t, "en")
	a := judged(t)
	c := a.Cases[0]
	c.Findings = []*content.Finding{c.Findings[0], c.Findings[1], {ID: "appeal", Body: "court", Date: a.AsOf, AppealOf: c.Findings[0].ID, Citation: "No 2",
		Words: content.Text{"en": {Title: "The appeal"}}, Outcomes: c.Findings[0].Outcomes, Verified: content.OnPage}}
	d.Archive = a
	said := bare(words(build(t, d, "case/made/findings").Outline()))
	on := d.Locale.Say("findings.appeal")
	if first, second, appeal := strings.Index(said, "No 1"), strings.LastIndex(said, "No 1"), strings.Index(said, on); !(first < appeal && appeal < second) {
		t.Errorf("the appeal does not stand between its trial and the next decision: %d, %d, %d", first, appeal, second)
	}
}
