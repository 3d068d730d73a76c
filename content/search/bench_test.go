package search_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"vigil/content"
	"vigil/content/search"
)

// large makes an archive of n records whose words are drawn as in a language:
// a few are common and most are rare. The same n gives the same archive.
func large(n int) *content.Archive {
	m := maker{Rand: rand.New(rand.NewPCG(1, uint64(n))), words: vocabulary()}
	m.zipf = rand.NewZipf(m.Rand, 1.1, 8, uint64(len(m.words)-1))
	a := &content.Archive{Original: "en", Languages: []content.Lang{"en", "fr"}}
	study := &content.Case{ID: "study", Words: m.text(4, 60)}
	for i := range n {
		id := strconv.Itoa(i)
		switch i % 10 {
		case 0:
			a.People = append(a.People, &content.Person{ID: id, Name: m.line(2), Names: []string{m.line(2)}, Words: m.text(0, 80)})
		case 1:
			a.Places = append(a.Places, &content.Place{ID: id, Name: m.line(1), Names: []string{m.line(1)}, Words: m.text(0, 60)})
		default:
			study.Events = append(study.Events, &content.Event{ID: id, Owner: "study", Importance: 1 + i%4, Words: m.text(5, 120)})
		}
	}
	a.Cases = []*content.Case{study}
	a.Index()
	return a
}

type maker struct {
	*rand.Rand
	words []string
	zipf  *rand.Zipf
}

func vocabulary() []string {
	r := rand.New(rand.NewPCG(7, 7))
	syllables := strings.Fields("ba ko ri še na đo vi mu ter lan ska pre jo an re di ga hu mi to za ćo lé bre nik sta ul or em ič")
	seen := map[string]bool{}
	var all []string
	for len(all) < 60000 {
		var w strings.Builder
		for range 1 + r.IntN(4) {
			w.WriteString(syllables[r.IntN(len(syllables))])
		}
		if s := w.String(); !seen[s] {
			seen[s] = true
			all = append(all, s)
		}
	}
	return all
}

func (m maker) line(n int) string {
	all := make([]string, n)
	for i := range all {
		all[i] = m.words[m.zipf.Uint64()]
	}
	return strings.Join(all, " ")
}

func (m maker) text(title, text int) content.Text {
	return content.Text{"en": {Title: m.line(title), Text: content.Line(m.line(text/2 + m.IntN(text)))}}
}

// keys are what a visitor's fingers send: words of the archive, letter by letter.
func keys(a *content.Archive) []string {
	r := rand.New(rand.NewPCG(3, 3))
	var all []string
	for range 200 {
		p := a.People[r.IntN(len(a.People))].Name
		for n := range min(12, len([]rune(p))) {
			all = append(all, string([]rune(p)[:n+1]))
		}
	}
	return all
}

// records is how many records the benchmarks use; VIGIL_RECORDS=100000 takes
// minutes to build.
func records(b *testing.B) int {
	b.Helper()
	n, err := strconv.Atoi(os.Getenv("VIGIL_RECORDS"))
	if err != nil {
		return 2000
	}
	return n
}

func BenchmarkSearch(b *testing.B) {
	a := large(records(b))
	typed := keys(a)
	b.Run("scan", func(b *testing.B) { benchmarkSearch(b, search.Scan(a), typed) })
	b.Run("index", func(b *testing.B) { benchmarkSearch(b, mustOpen(b, b.TempDir(), a), typed) })
}

func benchmarkSearch(b *testing.B, s *search.Searcher, typed []string) {
	var times durations
	i := 0
	for b.Loop() {
		words := typed[i%len(typed)]
		i++
		times.measure(func() {
			if _, err := s.Search(b.Context(), search.Query{Words: words, Lang: "en"}); err != nil {
				b.Fatal(fmt.Errorf("%q: %w", words, err))
			}
		})
	}
	times.report(b)
}

func BenchmarkBuild(b *testing.B) {
	a := large(records(b))
	for b.Loop() {
		mustOpen(b, b.TempDir(), a)
	}
}

func BenchmarkOpen(b *testing.B) {
	a, dir := large(records(b)), b.TempDir()
	mustOpen(b, dir, a)
	for b.Loop() {
		s, err := search.Open(b.Context(), dir, a)
		if err != nil {
			b.Fatal(err)
		}
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkScan(b *testing.B) {
	a := large(records(b))
	for b.Loop() {
		search.Scan(a)
	}
}
