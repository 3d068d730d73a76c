package search_test

import (
	"context"
	"slices"
	"testing"

	"vigil/content"
	"vigil/content/search"
)

// asked is a small archive of names and topics as they really come.
func asked() *content.Archive {
	words := func(title, text string) content.Text {
		return content.Text{"en": {Title: title, Text: content.Line(text)}}
	}
	a := &content.Archive{
		Original: "en", Languages: []content.Lang{"en", "he", "ar"},
		People: []*content.Person{
			{ID: "p1", Name: "عبدالله سليمان", Group: "survivor"}, {ID: "p2", Name: "عبد الرحمن", Group: "survivor"}, {ID: "p3", Name: "Johan van der Hulst", Group: "rescuer"},
			{ID: "p4", Name: "Ann MacDonald", Group: "survivor"}, {ID: "p5", Name: "Jan de Wit", Group: "survivor"}, {ID: "p6", Name: "أبو بكر", Group: "survivor"},
		},
		Places: []*content.Place{{ID: "rome", Name: "Rome", Names: []string{"Roma"}, Country: "IT"}, {ID: "kigali", Name: "Kigali", Country: "RW"}},
		Terms: []*content.Term{
			{ID: "roma", Words: words("Roma and Sinti", "Two peoples."), Avoided: []string{"Zigeuner", "gypsy"}},
			{ID: "rescuer", Words: words("Rescuer", "Somebody who helped.")},
		},
		Cases: []*content.Case{{ID: "one", Words: words("First history", "A city at night."), Events: []*content.Event{
			{ID: "un", Owner: "one", Words: content.Text{"he": {Title: "האו״ם מאמץ את האמנה"}}},
			{ID: "children", Owner: "one", Words: words("The orphans of the house", "They were hidden.")},
			{ID: "other", Owner: "one", Words: words("A school", "Many children learned there; the children sang.")},
		}}},
		Topics: []*content.Topic{
			{ID: "children", Asked: []string{"children", "what happened to the children", "enfants", "ילדים"}, Answers: []string{"event/one/children"}},
			{ID: "roma", Asked: []string{"Roma"}, Answers: []string{"term/roma"}},
			{ID: "symbols", Asked: []string{"S/RES/819", "A/RES/260 A (III)"}, Answers: []string{"event/one/un"}},
		},
	}
	a.Index()
	return a
}

// The first answer to what is typed, whatever reads the archive.
func TestAsAsked(t *testing.T) {
	a := asked()
	scan := search.Scan(a)
	index, err := search.Open(context.Background(), t.TempDir(), a)
	if err != nil {
		t.Fatal(err)
	}
	defer index.Close()
	for _, c := range []struct{ words, lang, first, why string }{
		{"عبد الله", "ar", "person/p1", search.WhyName}, {"عبدالله", "ar", "person/p1", search.WhyName}, {"عبدالرحمن", "ar", "person/p2", search.WhyName},
		{"أبوبكر", "ar", "person/p6", search.WhyName}, {"vanderhulst", "en", "person/p3", search.WhyName}, {"Van der Hulst", "en", "person/p3", search.WhyName},
		{"vander hulst", "en", "person/p3", search.WhyName}, {"mac donald", "en", "person/p4", search.WhyName}, {"Mac-Donald", "en", "person/p4", search.WhyName},
		{"dewit", "en", "person/p5", search.WhyName},
		{"או״ם", "he", "event/one/un", search.WhyTitle}, {"או\"ם", "he", "event/one/un", search.WhyTitle}, {"אום", "he", "event/one/un", search.WhyTitle},
		{"האום", "he", "event/one/un", search.WhyTitle}, {"לאו''ם", "he", "", ""},
		{"Roma", "en", "term/roma", search.WhyTopic}, {"Rome", "en", "place/rome", search.WhyName},
		{"children", "en", "event/one/children", search.WhyTopic}, {"What happened to the children?", "en", "event/one/children", search.WhyTopic},
		{"the children", "en", "event/one/children", search.WhyTopic}, {"enfants", "fr", "event/one/children", search.WhyTopic},
		{"S/RES/819", "en", "event/one/un", search.WhyTopic}, {"a/res/260 a (iii)", "en", "event/one/un", search.WhyTopic},
		{"Zigeuner", "de", "term/roma", search.WhyAvoided}, {"gypsy camp", "en", "term/roma", search.WhyAvoided},
		{"Kigale", "en", "place/kigali", search.WhyNear}, {"city night", "en", "case/one", search.WhyText},
		// Two words that both exist are not taken for one, and what is far from all finds nothing.
		{"school night", "en", "", ""}, {"crystal night", "en", "", ""},
	} {
		for name, s := range map[string]*search.Searcher{"scan": scan, "index": index} {
			hits, err := s.Search(context.Background(), search.Query{Words: c.words, Lang: content.Lang(c.lang)})
			if err != nil {
				t.Fatal(err)
			}
			if c.first == "" {
				if slices.ContainsFunc(hits, func(h search.Hit) bool { return h.Why == search.WhyNear }) {
					t.Errorf("%s: %q finds what is near: %s", name, c.words, hits[0].Route)
				}
				continue
			}
			if len(hits) == 0 || hits[0].Route != c.first || hits[0].Why != c.why {
				t.Errorf("%s: %q finds %v", name, c.words, routesOf(hits))
			}
		}
	}
	for _, word := range []string{"Zigeuner", "gyps"} {
		hits, err := scan.Search(context.Background(), search.Query{Words: word, Lang: "en"})
		if err != nil {
			t.Fatal(err)
		}
		if names := search.Completions(hits, word, 10); slices.Contains(names, "Zigeuner") || slices.Contains(names, "gypsy") {
			t.Errorf("a word that hurts is offered: %v", names)
		}
	}
}

func routesOf(hits []search.Hit) []string {
	var out []string
	for _, h := range hits {
		out = append(out, h.Route+" "+h.Why)
	}
	return out
}
