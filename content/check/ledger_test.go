package check_test

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/goccy/go-yaml"

	"vigil/content"
	"vigil/content/authoring"
)

// ledgers is where the researched facts lie beside a working copy.
const ledgers = "../../../shared/facts-2026-11"

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

// decided is a ledger's line of what became of a charge.
type decided struct {
	Person, Name *string
	Charge       string
	Outcome      content.Result
	Date         *string
	Body         *string
	Kind         *string `yaml:"body_kind"`
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
