package lesson_test

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"vigil/content"
	"vigil/content/lesson"
	"vigil/content/route"
)

func TestWithin(t *testing.T) {
	for _, tt := range []struct {
		stops []string
		want  []string // beside the stops themselves
	}{
		// The event names somebody convicted and somebody accused; one of its pictures has
		// a content note; its words lead to a history too, which is another matter.
		{[]string{"event/history/falls"}, []string{"media/plain", "organisation/body", "person/accused", "person/convicted", "person/witness", "place/town"}},
		{[]string{"person/survivor"}, []string{"place/town"}},
		{[]string{"person/convicted"}, []string{"person/witness"}},
		{[]string{"place/town"}, []string{"person/survivor"}},
		{[]string{"organisation/body"}, []string{"term/word"}},
		{[]string{"term/word"}, []string{"term/other"}},
		{[]string{"case/history"}, []string{"media/plain", "place/town"}},
		{[]string{"case/history/essay#h1"}, []string{"person/survivor"}},
		{[]string{"case/history/figures"}, nil},
		{[]string{"speech/address"}, []string{"person/witness", "place/town", "term/third", "term/word"}},
		{[]string{"speech/address#p2"}, []string{"place/town", "term/third"}},
		{[]string{"media/hard"}, []string{"person/survivor", "place/town"}},
		{[]string{"event/history/gone", "person/nobody", "nowhere at all"}, nil},
		{nil, nil},
	} {
		set, a := planned(tt.stops...).Within(small()), small()
		want := tt.want
		for _, s := range tt.stops {
			if r, err := route.Parse(s); err == nil {
				want = append(want, r.Page())
			}
		}
		slices.Sort(want)
		if got := set.Pages(); !slices.Equal(got, want) {
			t.Errorf("%v: %v, want %v", tt.stops, got, want)
		}
		for _, p := range everything(a) {
			r, _ := route.Parse(p)
			if has := set.Has(r.With("found", "x").At("p1")); has != slices.Contains(want, r.Page()) {
				t.Errorf("%v has %s: %t", tt.stops, p, has)
			}
		}
	}
}

func TestStopsOfASet(t *testing.T) {
	p := lesson.Plan{Steps: []lesson.Step{
		{Stop: shown("a", "speech/address#p1", "speech/address#p2", "speech/address#p1", "no route")},
		{Stop: shown("b")},
	}}
	got := p.Within(small()).Stops
	if len(got) != 2 || !slices.Equal(got[0], []string{"speech/address#p1", "speech/address#p2"}) || len(got[1]) != 0 {
		t.Errorf("the stops' pages are %q", got)
	}
}

// everything is the route of each page that a lesson can show.
func everything(a *content.Archive) []string {
	var out []string
	for _, e := range a.Events() {
		out = append(out, e.Route())
	}
	for _, p := range a.People {
		out = append(out, "person/"+p.ID)
	}
	for _, p := range a.Places {
		out = append(out, "place/"+p.ID)
	}
	for _, o := range a.Organisations {
		out = append(out, "organisation/"+o.ID)
	}
	for _, t := range a.Terms {
		out = append(out, "term/"+t.ID)
	}
	for _, m := range a.Media {
		out = append(out, "media/"+m.ID)
	}
	for _, s := range a.Speeches {
		out = append(out, "speech/"+s.ID)
		for _, p := range s.Paragraphs {
			out = append(out, "speech/"+s.ID+"#"+p.ID)
		}
	}
	for _, c := range a.Cases {
		out = append(out, "case/"+c.ID, "case/"+c.ID+"/essay", "case/"+c.ID+"/timeline", "case/"+c.ID+"/findings")
	}
	return out
}

// TestNobodyStraysOutside takes plans by chance from the bundled archive: what is in
// their sets is beside one of their stops, by one step, and explains it.
func TestNobodyStraysOutside(t *testing.T) {
	a, chance := bundled(t), rand.New(rand.NewPCG(3, 4))
	pages := everything(a)
	plans := [][]string{}
	for range 300 {
		var stops []string
		for range 1 + chance.IntN(6) {
			stops = append(stops, pages[chance.IntN(len(pages))])
		}
		plans = append(plans, stops)
	}
	for _, l := range a.Lessons {
		var stops []string
		for _, s := range lesson.For(l, lesson.Bands[1], 45).Steps {
			stops = append(stops, s.Stop.Routes...)
		}
		plans = append(plans, stops)
	}
	for _, stops := range plans {
		set := planned(stops...).Within(a)
		own, each := map[string]bool{}, map[string]bool{}
		for _, s := range stops {
			r, _ := route.Parse(s)
			own[r.Page()] = true
			for _, p := range planned(s).Within(a).Pages() {
				each[p] = true
			}
		}
		if got := set.Pages(); !slices.Equal(got, slices.Sorted(maps.Keys(each))) {
			t.Fatalf("%v: the set is not that of its stops: %v", stops, got)
		}
		for _, p := range set.Pages() {
			r, _ := route.Parse(p)
			if !own[p] && !slices.Contains([]route.Kind{route.Person, route.Place, route.Term, route.Organisation, route.Medium}, r.Kind) {
				t.Errorf("%v: %s is in the set", stops, p)
			}
			if person := a.Person(r.ID(0)); r.Kind == route.Person && person != nil && person.Accused() && !own[p] && !namedBy(a, stops, person.ID) {
				t.Errorf("%v: %s is in the set, and no stop or event names them", stops, p)
			}
		}
	}
}

// namedBy reports whether one of the stops' events names a person.
func namedBy(a *content.Archive, stops []string, person string) bool {
	for _, s := range stops {
		r, _ := route.Parse(s)
		if r.Kind != route.Event {
			continue
		}
		e := a.Event(r.ID(0), r.ID(1))
		if slices.Contains(e.People, person) {
			return true
		}
		for _, w := range e.Words {
			if slices.ContainsFunc(w.Links(), func(l string) bool { return strings.HasPrefix(l, "person/"+person) }) {
				return true
			}
		}
	}
	return false
}
