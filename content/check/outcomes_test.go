package check_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"vigil/content"
)

// outcomesOf lists the outcomes of every entry of a ledger, wherever it stands.
func outcomesOf(t *testing.T, name string) []decided {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(ledgers, name+".yaml"))
	if err != nil {
		t.Skipf("the ledgers of facts are not beside this copy: %v", err)
	}
	var sections map[string]yaml.RawMessage
	if err := yaml.Unmarshal(data, &sections); err != nil {
		t.Fatalf("read ledger %s: %v", name, err)
	}
	var all []decided
	for _, section := range []string{"summary_facts", "events", "people", "speeches", "timeline"} {
		var entries []struct{ Outcomes []decided }
		if raw, ok := sections[section]; ok {
			if err := yaml.Unmarshal(raw, &entries); err != nil {
				t.Fatalf("read %s of ledger %s: %v", section, name, err)
			}
		}
		for _, e := range entries {
			all = append(all, e.Outcomes...)
		}
	}
	return all
}

// renamed are the ledgers' charges that the format calls otherwise; "" is what
// no law names, which an outcome's role says in words.
var renamed = map[string]string{
	"aiding-or-concealing-murder":                          "concealing-murder",
	"participation-in-the-killings":                        "participation-in-killings",
	"failure-to-protect-civilians":                         "failure-to-protect",
	"unlawful-act-in-handing-over-refugees":                "unlawful-handing-over",
	"violation-of-the-genocide-convention-by-use-of-force": "violation-of-the-genocide-convention",
	"crimes-in-darfur":                                     "",
	"all-counts-charged":                                   "",
	"counts-covered-by-other-convictions":                  "",
	"mass-killing-in-Srebrenica":                           "",
	"referral-to-the-Security-Council":                     "",
	"heavy-responsibilities":                               "",
	"genocidal-policy":                                     "genocide",
}

// signed are bodies whose acts the ledgers put under the court that they concern.
var signed = map[string]bool{"icc-prosecutor": true, "irmct-prosecutor": true, "un-security-council": true}

// hostile is what the Israeli law of 1950 calls an offence that the ledger calls
// by the tribunals' name.
const hostile = "membership-in-a-hostile-organisation"

// TestOutcomesAreThoseOfTheLedgers finds each outcome of a ledger in a finding:
// of the same day, by a court or by another body, of the same charge, and of
// whom the ledger says.
func TestOutcomesAreThoseOfTheLedgers(t *testing.T) {
	a := bundled(t)
	for _, name := range []string{"bosnia", "rwanda", "darfur", "holocaust", "prevention", "speeches", "power-2010"} {
		for _, want := range outcomesOf(t, name) {
			if want.Body != nil && !told(a, want) {
				t.Errorf("%s: no finding tells %s%s, %s, %s, %s, %s", name, text(want.Person), text(want.Name), want.Charge, want.Outcome, text(want.Date), text(want.Body))
			}
		}
	}
}

func told(a *content.Archive, want decided) bool {
	charge, other := renamed[want.Charge]
	if !other {
		charge = want.Charge
	}
	byCourt := text(want.Kind) == content.Court && text(want.Body) != "Public prosecutor of Milan" // which the ledger calls a court
	for _, d := range a.Decisions(func(f *content.Finding) bool {
		return f.Date.EDTF == text(want.Date) && (a.IsCourt(f.Body) == byCourt || byCourt && signed[f.Body])
	}) {
		for _, o := range d.Finding.Outcomes {
			if o.Result == want.Outcome && charged(o, charge) && about(a, o, want) {
				return true
			}
		}
	}
	return false
}

func charged(o *content.Outcome, charge string) bool {
	return charge == "" || slices.Contains(o.Charges, charge) || charge == "membership-in-a-criminal-organisation" && slices.Contains(o.Charges, hostile)
}

// about tells whether an outcome is of whom a ledger says. A line of several
// names is told one by one; a group stands under a title.
func about(a *content.Archive, o *content.Outcome, want decided) bool {
	if want.Person != nil {
		return o.Person == *want.Person
	}
	name := text(want.Name)
	if p := a.Person(o.Person); p != nil {
		return strings.Contains(name, lastName(p.Name)) || slices.ContainsFunc(p.Names, func(n string) bool { return strings.Contains(name, n) })
	}
	if o.State != "" {
		state := display.English.Regions().Name(language.MustParseRegion(o.State))
		return strings.Contains(strings.ReplaceAll(name, " and ", " & "), state) || strings.HasPrefix(state, name)
	}
	if b := a.Organisation(o.Organisation); b != nil {
		return true
	}
	return o.Name == "" || strings.Contains(name, lastName(o.Name))
}

func lastName(name string) string {
	bare, _, _ := strings.Cut(name, " (")
	return bare[strings.LastIndex(bare, " ")+1:]
}
