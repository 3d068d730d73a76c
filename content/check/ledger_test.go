package check_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"vigil/content"
	"vigil/content/authoring"
)

// ledgers is where the researched facts lie beside a working copy.
const ledgers = "../../../shared/facts"

// ledger is what a test compares of one of them.
type ledger struct {
	Events []struct {
		ID    string
		Date  string
		Place *spot
	}
	Figures []struct {
		What string
		Low  float64  `yaml:"value_low"`
		High *float64 `yaml:"value_high"`
	}
	People []struct {
		ID         string
		Born, Died *string
	}
	Places   []spot
	Speeches []struct {
		ID    string
		Date  string
		Place spot
	}
	Symposium struct{ Venue spot }
	Timeline  []struct {
		Date  string
		Place *spot
	}
	Sources []struct{ ID string }
}

type spot struct {
	ID       string
	Name     string
	Lat, Lon float64
}

func readLedger(t *testing.T, name string) ledger {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(ledgers, name+".yaml"))
	if err != nil {
		t.Skipf("the ledgers of facts are not beside this copy: %v", err)
	}
	var l ledger
	if err := yaml.Unmarshal(data, &l); err != nil {
		t.Fatalf("read ledger %s: %v", name, err)
	}
	return l
}

func bundled(t *testing.T) *content.Archive {
	t.Helper()
	f := authoring.Load(context.Background(), content.Bundled())
	for _, p := range f.Problems {
		t.Errorf("the bundled archive: %s", p)
	}
	return f.Archive
}

// redated lists the events whose date the archive writes otherwise than the
// ledger, with the reason.
var redated = map[string]string{}

// TestEventsAreThoseOfTheLedgers compares every event's date, and that none is
// left out.
func TestEventsAreThoseOfTheLedgers(t *testing.T) {
	a := bundled(t)
	for _, name := range []string{"bosnia", "rwanda", "darfur", "holocaust", "prevention"} {
		l := readLedger(t, name)
		for _, want := range l.Events {
			got := a.Event(name, want.ID)
			switch {
			case got == nil:
				t.Errorf("%s: %s is not in the archive", name, want.ID)
			case got.Date.EDTF != want.Date && redated[got.Route()] == "":
				t.Errorf("%s: %s is dated %s, the ledger says %s", name, want.ID, got.Date.EDTF, want.Date)
			}
		}
		if c := a.Case(name); len(c.Events) < len(l.Events) {
			t.Errorf("%s has %d events, the ledger %d", name, len(c.Events), len(l.Events))
		}
	}
	for _, want := range readLedger(t, "speeches").Speeches {
		if got := a.Speech(want.ID); got == nil || got.Date.EDTF != want.Date {
			t.Errorf("the speech %s of %s is not in the archive", want.ID, want.Date)
		}
	}
}

// divided lists figures of a ledger that the archive tells as two.
var divided = map[string]string{
	"Authorised strength of UNAMIR before and after 21 April 1994": "not a range: two strengths, one after the other",
}

// TestFiguresAreThoseOfTheLedgers compares every number and range, both ways.
func TestFiguresAreThoseOfTheLedgers(t *testing.T) {
	a := bundled(t)
	for _, name := range []string{"bosnia", "rwanda", "darfur", "holocaust"} {
		l := readLedger(t, name)
		stated := map[string]bool{}
		for _, f := range l.Figures {
			high := f.Low
			if f.High != nil {
				high = *f.High
			}
			stated[span(f.Low, high)] = true
			if divided[f.What] != "" {
				stated[span(f.Low, f.Low)], stated[span(high, high)] = true, true
				continue
			}
			if !hasFigure(a.Case(name), f.Low, high) {
				t.Errorf("%s: %q, %s, is not in the archive", name, f.What, span(f.Low, high))
			}
		}
		for _, f := range a.Case(name).Figures {
			if !stated[span(f.Low, max(f.Low, f.High))] {
				t.Errorf("%s: the ledger does not state %s, %s", name, f.ID, span(f.Low, f.High))
			}
		}
	}
}

func span(low, high float64) string { return fmt.Sprintf("%g to %g", low, high) }

func hasFigure(c *content.Case, low, high float64) bool {
	for _, f := range c.Figures {
		if f.Low == low && max(f.Low, f.High) == high {
			return true
		}
	}
	return false
}

// TestPlacesAreThoseOfTheLedgers finds each coordinate of the archive in a ledger.
func TestPlacesAreThoseOfTheLedgers(t *testing.T) {
	var known []spot
	for _, name := range []string{"bosnia", "rwanda", "darfur", "holocaust", "prevention", "speeches", "power-2010"} {
		l := readLedger(t, name)
		known = append(known, l.Places...)
		known = append(known, l.Symposium.Venue)
		for _, e := range l.Events {
			if e.Place != nil {
				known = append(known, *e.Place)
			}
		}
		for _, e := range l.Timeline {
			if e.Place != nil {
				known = append(known, *e.Place)
			}
		}
		for _, s := range l.Speeches {
			known = append(known, s.Place)
		}
	}
	const exact = 0.00005
	for _, p := range bundled(t).Places {
		found := false
		for _, k := range known {
			found = found || math.Abs(k.Lat-p.Lat) < exact && math.Abs(k.Lon-p.Lon) < exact
		}
		if !found {
			t.Errorf("no ledger has %s at %g, %g", p.ID, p.Lat, p.Lon)
		}
	}
}

// TestLivesAreThoseOfTheLedgers compares when people were born and died.
func TestLivesAreThoseOfTheLedgers(t *testing.T) {
	a := bundled(t)
	for _, name := range []string{"bosnia", "rwanda", "darfur", "holocaust"} {
		for _, want := range readLedger(t, name).People {
			got := a.Person(want.ID)
			if got == nil {
				t.Errorf("%s: %s is not in the archive", name, want.ID)
				continue
			}
			if got.Born.EDTF != text(want.Born) || got.Died.EDTF != text(want.Died) {
				t.Errorf("%s lived %q to %q, the ledger says %q to %q", want.ID, got.Born.EDTF, got.Died.EDTF, text(want.Born), text(want.Died))
			}
		}
	}
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// unsaid are wordings that the ledgers' rules forbid, by language, in small
// letters. They keep to what no sentence of the archive needs; the glossary,
// which explains such words, may name them.
var unsaid = map[content.Lang][]string{
	"en": {
		"polish death camp", "polish concentration camp", "polish camp", "anti-semit", "gypsy", "gypsies", "eleven million victims", "perished", "liquidated",
		"rwandan genocide", "inter-ethnic", "ancient hatred", "age-old", "tribal", "tribes", "the hutu killed", "hutus killed", "the serbs killed", "the croats killed",
		"the muslims killed", "civil war between neighbours", "200,000 to 300,000 war dead", "first genocide of the", "arabs against africans", "arab against african",
		"concentration camp in bosnia", "worse than", "the worst", "the germans", "the poles", "kristallnacht", "never forget", "unimaginable", "unspeakable", "horrific", "brutal", "barbaric",
	},
	"fr": {"camps de la mort polonais", "camp polonais", "tsigane", "tzigane", "gitan", "onze millions de victimes", "génocide rwandais", "interethnique", "haines ancestrales", "haine ancestrale", " tribu ", " tribus ", "double génocide", "premier génocide du", "les allemands ont", "indicible", "barbare"},
	"de": {"polnische konzentrationslager", "polnische todeslager", "polnisches lager", "zigeuner", "elf millionen opfer", " stämme", "unvorstellbar", "barbarisch", "die deutschen haben"},
	"es": {"campos de la muerte polacos", "gitano", "once millones de víctimas", "genocidio ruandés", "odio ancestral", " tribus ", " tribu "},
	"bs": {"poljski logor", "cigan", "vjekovna mržnja", "vjekovne mržnje", "međuetničk", "građanski rat između komšija", "etnička mržnja", "sve strane podjednako"},
	"ar": {"الغجر", "معسكرات الموت البولندية", "كراهية قديمة", "قبائل متناحرة"},
	"he": {"מחנות מוות פולניים", "מחנה פולני", "צוענים", "שנאה עתיקה"},
	"rw": {"jenoside nyarwanda", "intambara y’amoko", "amoko yombi"},
}

// evened are wordings that balance what was not balanced, where the ledgers of
// Bosnia and Rwanda forbid them.
var evened = map[content.Lang][]string{
	"en": {"both sides", "warring factions", "inter-ethnic massacres"},
	"fr": {"deux camps", "belligérants de tous bords"},
	"bs": {"obje strane", "zaraćene strane"},
	"rw": {"impande zombi"},
}

// TestWordings holds the words of the archive, in every language, to the rules
// of wording that came with its facts.
func TestWordings(t *testing.T) {
	f := authoring.Load(context.Background(), content.Bundled())
	for _, p := range f.Passages {
		lang := languageOf(p.File)
		if lang == "" || strings.HasPrefix(p.File, "speeches/power-2010/text.") || strings.HasPrefix(p.File, "quotations.") {
			continue
		}
		small := strings.ToLower(strings.Join(strings.Fields(p.Text), " "))
		bad := unsaid[lang]
		if strings.HasPrefix(p.File, "cases/bosnia/") || strings.HasPrefix(p.File, "cases/rwanda/") {
			bad = append(slices.Clone(bad), evened[lang]...)
		}
		for _, bad := range bad {
			if i := strings.Index(small, bad); i >= 0 && !isExplained(p.File, small) {
				t.Errorf("%s:%d says %q", p.File, p.Line, small[max(0, i-30):min(len(small), i+len(bad)+30)])
			}
		}
	}
}

func languageOf(file string) content.Lang {
	parts := strings.Split(file, ".")
	if len(parts) != 3 {
		return ""
	}
	return content.Lang(parts[1])
}

func isExplained(file, text string) bool {
	return strings.HasPrefix(file, "glossary.") || strings.Contains(text, "“") && strings.Contains(file, "holocaust")
}
