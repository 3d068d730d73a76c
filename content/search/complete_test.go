package search_test

import (
	"slices"
	"testing"

	"vigil/content"
	"vigil/content/search"
)

func TestCompletions(t *testing.T) {
	bundledEngines(t, func(t *testing.T, s *search.Searcher) {
		tests := []struct {
			words string
			lang  content.Lang
			first string
		}{
			{"sreb", "en", "Srebrenica"},
			{"Среб", "en", "Srebrenica"},
			{"سربر", "ar", "سربرنيتسا"},
			{"auschw", "de", "Auschwitz-Birkenau"},
			{"genocid", "en", "Genocide"},
			{"bosn", "en", "Bosnia and Herzegovina"},
		}
		for _, tt := range tests {
			got := search.Completions(mustSearch(t, s, tt.words, tt.lang), tt.words, 4)
			if !slices.Contains(got, tt.first) || len(got) > 4 {
				t.Errorf("%q in %s: %q, want %q among them", tt.words, tt.lang, got, tt.first)
			}
		}
		if got := search.Completions(mustSearch(t, s, "srebrenica", "en"), "srebrenica", 4); slices.Contains(got, "Srebrenica") {
			t.Errorf("what is typed already is offered: %q", got)
		}
		if got := search.Completions(nil, "x", 4); got != nil {
			t.Errorf("nothing found offers %q", got)
		}
	})
}

func TestNearest(t *testing.T) {
	s := bundled().scan
	tests := []struct {
		words string
		lang  content.Lang
		want  string // "" where nothing is alike
	}{
		{"srebrenitsaville", "en", "Srebrenica"},
		{"habiarimanna juvenal", "fr", "Juvénal Habyarimana"},
		{"oswiecimie", "de", "Auschwitz-Birkenau"},
		{"genosidaal", "en", "Genocidal intent"},
		{"xqvwz", "en", ""},
		{"", "en", ""},
		{"\xff\xfe", "en", ""},
		{"ب", "ar", ""},
	}
	for _, tt := range tests {
		got := s.Nearest(t.Context(), tt.words, tt.lang, 8)
		if tt.want == "" && len(got) > 0 || tt.want != "" && !slices.Contains(got, tt.want) || len(got) > 8 {
			t.Errorf("%q: %q, want %q among them", tt.words, got, tt.want)
		}
	}
}

func TestDecades(t *testing.T) {
	var hits []search.Hit
	for year, n := range map[string]int{"1943-04-19": 5, "1941": 3, "1994-04/1994-07": 9, "1995-07-11": 9, "1912": 1, "1899": 1, "2007": 2, "1928/..": 1} {
		for range n {
			hits = append(hits, search.Hit{Date: mustDate(t, year)})
		}
	}
	hits = append(hits, search.Hit{})
	for most, want := range map[int][]string{
		9: {"1890/1899", "1910/1919", "1920/1929", "1940/1949", "1990/1999", "2000/2009"},
		4: {"1890/1929", "1940/1949", "1990/1999", "2000/2009"},
		1: {"1890/2009"},
	} {
		var got []string
		for _, d := range search.Decades(hits, most) {
			got = append(got, d.EDTF)
		}
		if !slices.Equal(got, want) {
			t.Errorf("at most %d: %v, want %v", most, got, want)
		}
	}
	if got := search.Decades(hits[len(hits)-1:], 6); got != nil {
		t.Errorf("without dates %v", got)
	}
	if h := (search.Hit{Date: mustDate(t, "1928/..")}); h.During(mustDate(t, "1890/1899")) || !h.During(mustDate(t, "1920/1929")) {
		t.Error("an open time is in the wrong decade")
	}
}

// Every kind of record says of which histories it is, so that results can be
// narrowed to one.
func TestHitsSayTheirCase(t *testing.T) {
	bundledEngines(t, func(t *testing.T, s *search.Searcher) {
		for words, want := range map[string]string{
			"Hasan Nuhanović": "bosnia", "Potočari": "bosnia", "gacaca": "rwanda", "El Fasher": "darfur",
			"Theresienstadt": "holocaust", "ICTR": "rwanda", "fall of Srebrenica": "bosnia",
		} {
			hits := mustSearch(t, s, words, "en")
			if len(hits) == 0 || !slices.Contains(hits[0].Cases, want) {
				t.Errorf("%s: %+v, want one of %s", words, hits[:min(1, len(hits))], want)
			}
		}
	})
}

// What a lesson says to the educator alone is not found by visitors.
func TestLessonsKeepTheirNotes(t *testing.T) {
	a := &content.Archive{Original: "en", Languages: []content.Lang{"en"}, Lessons: []*content.Lesson{{
		ID: "one", Words: content.Text{"en": {Title: "Warning signs", Text: content.Line("What was seen before."), Note: content.Line("Secret guidance.")}},
	}}}
	a.Index()
	engines(t, a, func(t *testing.T, s *search.Searcher) {
		if hits := mustSearch(t, s, "warning", "en"); len(hits) != 1 || hits[0].Route != "lesson/one" {
			t.Errorf("the lesson is not found: %+v", hits)
		}
		if hits := mustSearch(t, s, "guidance", "en"); len(hits) != 0 {
			t.Errorf("its note is found: %+v", hits)
		}
	})
}
