package search_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"vigil/content"
	"vigil/content/route"
	"vigil/content/search"
)

// engines are the two ways to answer; everything in this file holds for both.
func engines(t *testing.T, a *content.Archive, check func(t *testing.T, s *search.Searcher)) {
	t.Helper()
	t.Run("scan", func(t *testing.T) { check(t, mustClose(t, search.Scan(a))) })
	t.Run("index", func(t *testing.T) { check(t, mustOpen(t, t.TempDir(), a)) })
}

func mustOpen(tb testing.TB, dir string, a *content.Archive) *search.Searcher {
	tb.Helper()
	s, err := search.Open(tb.Context(), dir, a)
	if err != nil {
		tb.Fatal(err)
	}
	return mustClose(tb, s)
}

func mustClose(tb testing.TB, s *search.Searcher) *search.Searcher {
	tb.Cleanup(func() {
		if err := s.Close(); err != nil {
			tb.Error(err)
		}
	})
	return s
}

func mustSearch(tb testing.TB, s *search.Searcher, words string, lang content.Lang) []search.Hit {
	tb.Helper()
	hits, err := s.Search(tb.Context(), search.Query{Words: words, Lang: lang})
	if err != nil {
		tb.Fatal(err)
	}
	return hits
}

var firsts = []struct {
	words string
	lang  content.Lang
	route string
	why   string
}{
	{"Milosevic", "en", "person/slobodan-milosevic", search.WhyName},
	{"Milošević", "en", "person/slobodan-milosevic", search.WhyName},
	{"Милошевић", "en", "person/slobodan-milosevic", search.WhyName},
	{"MILOŠEVIĆ  ", "fr", "person/slobodan-milosevic", search.WhyName},
	{"ميلوشيفيتش", "en", "person/slobodan-milosevic", search.WhyAlias},
	{"milos", "en", "person/slobodan-milosevic", search.WhyName},
	{"m", "en", "person/later-listed", search.WhyName},
	{"slobodan milo", "fr", "person/slobodan-milosevic", search.WhyName},
	{"milosevic slobodan", "fr", "person/slobodan-milosevic", search.WhyName},
	{"Dordevic", "en", "person/ana-dordevic", search.WhyName},
	{"Djordjevic", "en", "person/ana-dordevic", search.WhyName},
	{"Đorđević", "en", "person/ana-dordevic", search.WhyName},
	{"Ђорђе", "en", "person/ana-dordevic", search.WhyName},
	{"O'Brien", "en", "person/sean-obrien", search.WhyName},
	{"obrien", "en", "person/sean-obrien", search.WhyName},
	{"brien", "en", "person/sean-obrien", search.WhyName},
	{"Srebrenica", "en", "place/srebrenica", search.WhyName},
	{"Сребреница", "en", "place/srebrenica", search.WhyName},
	{"سربرنيتسا", "fr", "place/srebrenica", search.WhyAlias},
	{"סרברניצה", "fr", "place/srebrenica", search.WhyAlias},
	{"sreb", "en", "place/srebrenica", search.WhyName},
	{"Lwów", "en", "place/lviv", search.WhyAlias},
	{"lwow", "fr", "place/lviv", search.WhyAlias},
	{"Lemberg", "en", "place/lviv", search.WhyAlias},
	{"Львов", "en", "place/lviv", search.WhyAlias},
	{"לעמבערג", "en", "place/lviv", search.WhyAlias},
	{"srebrenica taken", "en", "event/bosnia/falls", search.WhyTitle},
	{"chute srebrenica", "fr", "event/bosnia/falls", search.WhyTitle},
	{"chute srebrenica", "en", "event/bosnia/falls", search.WhyAlias},
	{"roche", "en", "place/la-roche", search.WhyName},
	{"larochesurselle", "en", "place/la-roche", search.WhyName},
	{"la roche sur selle", "en", "place/la-roche", search.WhyName},
	{"la-roche", "en", "place/la-roche", search.WhyName},
	{"8000", "en", "place/la-roche", search.WhyAlias},
	{"cotr", "en", "organisation/river-commission", search.WhyAlias},
	{"genocide", "fr", "term/genocide", search.WhyName},
	{"genocid", "en", "term/genocide", search.WhyAlias},
	{"ابادة", "en", "term/genocide", search.WhyAlias},
	{"cooperation", "en", "term/co-operation", search.WhyName},
	{"co-operation", "en", "term/co-operation", search.WhyName},
	{"co operation", "en", "term/co-operation", search.WhyName},
	{"cooper", "en", "term/co-operation", search.WhyName},
	{"lovric", "en", "person/later-listed", search.WhyName},
	{"bosnia", "en", "case/bosnia", search.WhyTitle},
	{"bosnie", "fr", "case/bosnia", search.WhyTitle},
	{"lighthouse", "en", "speech/warning-2010#p1", search.WhyText},
	{"lantern", "en", "speech/warning-2010#p1", search.WhyText},
	{"peacetime", "en", "speech/warning-2010#p3", search.WhyText},
	{"précoce", "fr", "speech/warning-2010#p3", search.WhyText},
	{"warning signs", "en", "speech/warning-2010", search.WhyTitle},
	{"listened", "en", "case/bosnia/essay#p1", search.WhyText},
	{"l'histoire", "fr", "case/bosnia/essay#p2", search.WhyText},
	{"histoire", "fr", "case/bosnia/essay#p2", search.WhyText},
	{"7000", "en", "case/bosnia/figures#killed", search.WhyText},
	{"IT-98-33-A", "en", "case/bosnia/findings#krstic", search.WhyText},
	{"milosevic zzzzz", "en", "person/slobodan-milosevic", search.WhyName},
	{"zzzzz lantern", "en", "speech/warning-2010#p1", search.WhyText},
	{`+milosevic -"president" AND (x:`, "en", "person/slobodan-milosevic", search.WhyName},
	{"٨٠٠٠", "en", "place/la-roche", search.WhyAlias},
}

func TestFirst(t *testing.T) {
	engines(t, small(t), func(t *testing.T, s *search.Searcher) {
		for _, want := range firsts {
			hits := mustSearch(t, s, want.words, want.lang)
			if len(hits) == 0 {
				t.Errorf("%q in %s found nothing, want %s", want.words, want.lang, want.route)
				continue
			}
			if got := hits[0]; got.Route != want.route || got.Why != want.why {
				t.Errorf("%q in %s: %s by %s (%+v), want %s by %s", want.words, want.lang, got.Route, got.Why, got, want.route, want.why)
			}
		}
	})
}

func TestNothing(t *testing.T) {
	engines(t, small(t), func(t *testing.T, s *search.Searcher) {
		for _, words := range []string{"", " ", "\x00", "'-\"*", "zzzzz", "\xff\xfe", "ـ", "́"} {
			if hits := mustSearch(t, s, words, "en"); len(hits) > 0 {
				t.Errorf("%q found %v", words, hits)
			}
		}
	})
}

func TestEnginesAgree(t *testing.T) {
	a := small(t)
	scan, index := search.Scan(a), mustOpen(t, t.TempDir(), a)
	for _, q := range firsts {
		first, second := routes(mustSearch(t, scan, q.words, q.lang)), routes(mustSearch(t, index, q.words, q.lang))
		slices.Sort(first[min(1, len(first)):])
		slices.Sort(second[min(1, len(second)):])
		if !slices.Equal(first, second) {
			t.Errorf("%q in %s: scan %v, index %v", q.words, q.lang, first, second)
		}
	}
}

func routes(hits []search.Hit) []string {
	var all []string
	for _, h := range hits {
		all = append(all, h.Route)
	}
	return all
}

func TestHitsAreWhole(t *testing.T) {
	engines(t, small(t), func(t *testing.T, s *search.Searcher) {
		for _, q := range firsts {
			hits := mustSearch(t, s, q.words, q.lang)
			seen := map[string]bool{}
			for _, h := range hits {
				if seen[h.Route] {
					t.Errorf("%q: %s occurs twice", q.words, h.Route)
				}
				seen[h.Route] = true
				if _, err := route.Parse(h.Route); err != nil {
					t.Errorf("%q: %v", q.words, err)
				}
				if h.Title == "" || h.Lang == "" || !slices.Contains(search.Kinds, h.Kind) || (h.Also != "") != (h.Why == search.WhyAlias) {
					t.Errorf("%q: %+v lacks something", q.words, h)
				}
			}
		}
	})
}

func TestLanguage(t *testing.T) {
	tests := []struct {
		words      string
		asked, got content.Lang
		title      string
	}{
		{"milosevic", "fr", "fr", "Slobodan Milošević"},
		{"dordevic", "fr", "en", "Ana Đorđević"}, // the archive has her in English only
		{"genocide", "fr", "fr", "Génocide"},
		{"genocide", "en", "en", "Genocide"},
		{"genocide", "", "en", "Genocide"},
		{"genocide", "he", "en", "Genocide"},
		{"bosnie", "en", "en", "Bosnia"}, // the page opens in the visitor's language
		{"plaide", "en", "fr", "Agir en temps de paix"},
	}
	engines(t, small(t), func(t *testing.T, s *search.Searcher) {
		for _, test := range tests {
			hits := mustSearch(t, s, test.words, test.asked)
			if len(hits) == 0 || hits[0].Lang != test.got || hits[0].Title != test.title {
				t.Errorf("%q in %q: %+v, want %q in %s", test.words, test.asked, hits, test.title, test.got)
			}
		}
	})
}

func TestNamesBeforeMentions(t *testing.T) {
	engines(t, small(t), func(t *testing.T, s *search.Searcher) {
		got := routes(mustSearch(t, s, "srebrenica", "en"))
		want := []string{"place/srebrenica", "event/bosnia/falls", "case/bosnia/essay#p2"}
		if !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	})
}

func TestSnippetMarksTheWord(t *testing.T) {
	engines(t, small(t), func(t *testing.T, s *search.Searcher) {
		hits := mustSearch(t, s, "milosevic spoke", "en")
		if len(hits) == 0 {
			t.Fatal("found nothing")
		}
		var marked []string
		for _, m := range hits[0].Snippet() {
			if m.Hit {
				marked = append(marked, m.Text)
			}
		}
		if want := []string{"Miloševic", "spoke"}; !slices.Equal(marked, want) {
			t.Errorf("marked %q, want %q", marked, want)
		}
	})
}

// Of spellings that differ by their marks alone, the one that was typed is named.
func TestAlsoIsAsTyped(t *testing.T) {
	a := &content.Archive{Original: "en", Languages: []content.Lang{"en"}, Terms: []*content.Term{{
		ID: "one", Names: []string{"génocide", "genocide", "Genocidé"}, Words: content.Text{"en": {Title: "Other"}},
	}}}
	a.Index()
	engines(t, a, func(t *testing.T, s *search.Searcher) {
		for typed, want := range map[string]string{"genocide": "genocide", " Génocide": "génocide", "GENOCIDÉ": "Genocidé", "genocid": "génocide"} {
			if hits := mustSearch(t, s, typed, "en"); len(hits) != 1 || hits[0].Also != want {
				t.Errorf("%q: %+v, want also %q", typed, hits, want)
			}
		}
	})
}

func TestLimit(t *testing.T) {
	engines(t, small(t), func(t *testing.T, s *search.Searcher) {
		for limit, want := range map[int]int{1: 1, 2: 2, 0: 3, -5: 3, 100000: 3} {
			hits, err := s.Search(t.Context(), search.Query{Words: "srebrenica", Lang: "en", Limit: limit})
			if err != nil || len(hits) != want {
				t.Errorf("limit %d: %d hits, %v; want %d", limit, len(hits), err, want)
			}
		}
	})
}

func TestAnyLength(t *testing.T) {
	engines(t, small(t), func(t *testing.T, s *search.Searcher) {
		for _, words := range []string{
			strings.Repeat("a", 10000), strings.Repeat("a ", 5000), strings.Repeat("a-b'", 2500), strings.Repeat("\xff", 10000),
			strings.Repeat("ش", 10000), "milosevic " + strings.Repeat("́", 9000),
		} {
			mustSearch(t, s, words, "en")
		}
	})
}

func TestCancelled(t *testing.T) {
	engines(t, small(t), func(t *testing.T, s *search.Searcher) {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := s.Search(ctx, search.Query{Words: "bosnia"}); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v", err)
		}
	})
}

func TestManyAtOnce(t *testing.T) {
	engines(t, small(t), func(t *testing.T, s *search.Searcher) {
		var wait sync.WaitGroup
		for range 8 {
			wait.Go(func() {
				for _, q := range firsts {
					hits, err := s.Search(t.Context(), search.Query{Words: q.words, Lang: q.lang})
					if err != nil || len(hits) == 0 || hits[0].Route != q.route {
						t.Errorf("%q: %v, %v", q.words, routes(hits), err)
					}
				}
			})
		}
		wait.Wait()
	})
}

func TestEmptyArchive(t *testing.T) {
	a := &content.Archive{Original: "en", Languages: []content.Lang{"en"}}
	a.Index()
	engines(t, a, func(t *testing.T, s *search.Searcher) {
		if hits := mustSearch(t, s, "anything", "en"); len(hits) > 0 {
			t.Errorf("found %v", hits)
		}
	})
}
