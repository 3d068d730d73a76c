package search

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
	"vigil/content"
)

const long = "Before the war the town lived from its mine and its baths. In the spring of the second year columns of people " +
	"walked into the valley, and the enclave that was Srebrenica’s was declared a safe area by the Council; it had not been made one. " +
	"What followed was known in advance to those who had read the reports, and to those who had written them."

func TestSnippet(t *testing.T) {
	tests := []struct{ name, text, words, want string }{
		{"whole", "The enclave is overrun.", "enclave", "The [enclave] is overrun."},
		{"no hit", "The enclave is overrun.", "zzz", "The enclave is overrun."},
		{"folded", "Слободан Милошевић spoke", "milosevic", "Слободан [Милошевић] spoke"},
		{"beginning", "Acts of genocide", "geno", "Acts of [genocide]"},
		{"short beginning is none", "An act in Accra", "a", "An act in Accra"},
		{"not the whole word before the last", "genocide and geno", "geno and", "genocide [and] [geno]"},
		{"part of a compound", "The Srebrenica-Potočari centre", "potocari", "The Srebrenica-[Potočari] centre"},
		{"a compound", "The Srebrenica-Potočari centre", "srebrenicapotocari", "The [Srebrenica-Potočari] centre"},
		{"a number", "about 8,000 men", "8000", "about [8,000] men"},
		{"an accent apart", "Miloševic\u0301 spoke", "milosevic", "[Miloševic\u0301] spoke"},
		{"elision", "L’histoire", "l'histoire", "[L’histoire]"},
		{"arabic", "مدينة سربرنيتسا في", "سربرنيتسا", "مدينة [سربرنيتسا] في"},
		{"cut", long, "srebrenica", "… into the valley, and the enclave that was [Srebrenica’s] was declared a safe area by the Council; it had not been made one. What followed was known in advance to those …"},
		{"nothing", " ", "x", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := written(snippet(test.text, parse(test.words, nil), "")); got != test.want {
				t.Errorf("got  %q\nwant %q", got, test.want)
			}
			checkSnippet(t, test.text, test.words)
		})
	}
}

// written shows the hits of a snippet in brackets.
func written(s []Mark) string {
	var out strings.Builder
	for _, m := range s {
		if m.Hit {
			out.WriteString("[" + m.Text + "]")
			continue
		}
		out.WriteString(m.Text)
	}
	return out.String()
}

// checkSnippet holds for every text and query.
func checkSnippet(t *testing.T, text, words string) {
	t.Helper()
	s := snippet(text, parse(words, nil), "")
	var whole strings.Builder
	for _, m := range s {
		if m.Text == "" {
			t.Errorf("an empty piece in %v", s)
		}
		whole.WriteString(m.Text)
	}
	got := whole.String()
	if utf8.ValidString(text) && !utf8.ValidString(got) {
		t.Errorf("%q is cut within a letter", got)
	}
	if n := utf8.RuneCountInString(got); n > 2*(snippetLength+longestToken) {
		t.Errorf("%d letters", n)
	}
	text = strings.TrimSpace(text)
	if strings.Contains(text, ellipsis) {
		return
	}
	bare := strings.TrimSuffix(strings.TrimPrefix(got, ellipsis+" "), " "+ellipsis)
	at := strings.Index(text, bare)
	if at < 0 {
		t.Fatalf("%q does not occur in the text", bare)
	}
}

// TestSnippetEndsAtWords tries every word of a text: none is ever cut.
func TestSnippetEndsAtWords(t *testing.T) {
	for _, word := range strings.Fields(long) {
		got := written(snippet(long, parse(word, nil), ""))
		got = strings.NewReplacer("[", "", "]", "").Replace(got)
		for _, w := range strings.Fields(got) {
			if w != ellipsis && !strings.Contains(" "+long+" ", " "+w+" ") {
				t.Errorf("around %q: %q is no word of the text", word, w)
			}
		}
	}
}

func FuzzSnippet(f *testing.F) {
	f.Add(long, "srebrenica")
	f.Add(strings.Repeat("ab", 1000), "ab")
	f.Add("a\xffb", "b")
	f.Fuzz(checkSnippet)
}

// FuzzParse holds a query to its bounds whatever was typed.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"", "Milošević", "a-b-c l'x", strings.Repeat("a ", 99), "\xff\x00", strings.Repeat("d-j'", 80)} {
		f.Add(s)
	}
	s := newScan(nil)
	f.Fuzz(func(t *testing.T, typed string) {
		q := parse(typed, newStems([]content.Lang{"en", "bs", "he", "ar"}))
		n := 0
		for _, w := range q.words {
			n += len(w.parts)
			if w.whole == "" || len(w.parts) == 0 {
				t.Errorf("%q: an empty word", typed)
			}
			for _, r := range w.whole {
				if unicode.IsSpace(r) {
					t.Errorf("%q: a space in %q", typed, w.whole)
				}
			}
			if len(w.whole) > longestToken {
				t.Errorf("%q: a word of %d bytes", typed, len(w.whole))
			}
		}
		if n > mostWords {
			t.Errorf("%q: %d words", typed, n)
		}
		if len(q.words) > 0 {
			if _, err := s.telling(t.Context(), q, partly, "en", 9); err != nil {
				t.Error(err)
			}
		}
	})
}

// Where words are written without spaces, syllables are marked where they follow one
// another, and not each by itself.
func TestSyllablesMarked(t *testing.T) {
	a := &content.Archive{Original: "km", Languages: []content.Lang{"km"}, Terms: []*content.Term{
		{ID: "one", Words: content.Text{"km": {Title: "អំពើប្រល័យពូជសាសន៍", Text: content.Line("មួយអំពើដោយស នៃពូជសាសន៍នាយ")}}},
	}}
	a.Index()
	hits, err := Scan(a).Search(context.Background(), Query{Words: "អំពើពូជសាសន៍", Lang: "km"})
	if err != nil || len(hits) != 1 {
		t.Fatalf("%v, %v", hits, err)
	}
	var marked []string
	for _, m := range hits[0].Snippet() {
		if m.Hit {
			marked = append(marked, m.Text)
		}
	}
	if !slices.Equal(marked, []string{"អំពើ", "ពូជសាសន៍"}) {
		t.Errorf("marked are %q", marked)
	}
}
