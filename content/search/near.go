package search

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
)

// Words of fewer letters are never taken for misspelt: too many others are near.
const (
	shortestMended = 4
	twoMistakes    = 7 // letters from which two mistakes are forgiven
	mostMended     = 4 // spellings that stand in for one word
)

// vocabulary is the words of all names and titles, folded and in order, with
// how many records have each.
type vocabulary struct {
	words  []string
	counts map[string]int
}

func newVocabulary(records []record) vocabulary {
	v := vocabulary{counts: map[string]int{}}
	for i := range records {
		seen := map[string]bool{}
		for _, name := range records[i].names {
			for word := range strings.FieldsSeq(Fold(name)) {
				if !seen[word] {
					seen[word] = true
					v.counts[word]++
				}
			}
		}
	}
	v.words = slices.Sorted(maps.Keys(v.counts))
	return v
}

// knows reports whether a word stands in a name, or begins one where it is still
// being typed.
func (v vocabulary) knows(word string, begins bool) bool {
	at, whole := slices.BinarySearch(v.words, word)
	return whole || begins && at < len(v.words) && strings.HasPrefix(v.words[at], word)
}

// near lists the words that a misspelt one may stand for, the likeliest first.
func (v vocabulary) near(word string) []string {
	typed := []rune(word)
	if len(typed) < shortestMended {
		return nil
	}
	most := 1
	if len(typed) >= twoMistakes {
		most = 2
	}
	type spelling struct {
		word        string
		away, count int
	}
	var all []spelling
	for _, known := range v.words {
		letters := []rune(known)
		if len(letters) < shortestMended-1 {
			continue
		}
		away := 2 * distance(typed, letters, most)
		if begun := min(len(letters), len(typed)); len(letters) > len(typed) {
			away = min(away, 2*distance(typed, letters[:begun], most)+1)
		}
		if away <= 2*most {
			all = append(all, spelling{known, away, v.counts[known]})
		}
	}
	slices.SortFunc(all, func(a, b spelling) int {
		return cmp.Or(cmp.Compare(a.away, b.away), cmp.Compare(b.count, a.count), cmp.Compare(a.word, b.word))
	})
	var out []string
	for _, s := range all[:min(len(all), mostMended)] {
		out = append(out, s.word)
	}
	return out
}

// distance is how many letters must be put in, taken out, changed or swapped with
// their neighbour to make one word of another (optimal string alignment); more
// than most is most+1.
func distance(a, b []rune, most int) int {
	if d := len(a) - len(b); d > most || -d > most {
		return most + 1
	}
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(b)], most+1)
}

// tells reports whether any text has a word as it is typed.
func (s *Searcher) tells(ctx context.Context, word string) bool {
	q := parse(word, s.stems)
	if len(q.words) != 1 {
		return false
	}
	q.words[0].last = false
	found, err := s.engine.telling(ctx, q, typed, s.original, 1)
	return err == nil && len(found) > 0
}

// mended lists the queries that a misspelt one may stand for, the likeliest
// first: each word that no name has is replaced by one that is near.
func (s *Searcher) mended(ctx context.Context, words string) []string {
	s.words.Do(func() { s.vocabulary = newVocabulary(s.records) })
	asked := strings.Fields(Fold(words))
	best := slices.Clone(asked)
	wrong, near := -1, []string(nil)
	for i, word := range asked {
		// A word that stands in a text is a word: it is not taken for another.
		if s.vocabulary.knows(word, i == len(asked)-1) || len(asked) > 1 && s.tells(ctx, word) {
			continue
		}
		if found := s.vocabulary.near(word); len(found) > 0 {
			best[i], wrong, near = found[0], i, found
		}
	}
	if wrong < 0 {
		return nil
	}
	out := []string{strings.Join(best, " ")}
	for _, other := range near[1:] {
		best[wrong] = other
		out = append(out, strings.Join(best, " "))
	}
	return out
}
