package search

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"vigil/content"
)

// Completions lists what a visitor may be typing: the names of the first people,
// places, bodies, terms and case studies that were found, each once and at most
// that many. Those in the visitor's language come first, then other spellings
// that answer. What is typed already is none.
func Completions(hits []Hit, words string, most int) []string {
	seen := map[string]bool{Fold(words): true}
	var out []string
	add := func(name string) {
		if folded := Fold(name); !seen[folded] && len(out) < most {
			seen[folded] = true
			out = append(out, name)
		}
	}
	for _, h := range hits {
		named := h.entity() || h.Kind == KindCase
		if named && (h.Why != WhyAlias || strings.HasPrefix(Fold(h.Title), Fold(words))) && h.Why != WhyText {
			add(h.Title)
		}
	}
	for _, h := range hits {
		if h.Why == WhyAlias && (h.entity() || h.Kind == KindCase) {
			add(h.Also)
		}
	}
	return out
}

func (h Hit) entity() bool { return (&record{kind: h.Kind}).entity() }

// leastAlike is the share of their pairs of letters that two names must have in
// common to be offered one for the other.
const leastAlike = 0.3

// Nearest lists names that look most like words that find nothing, as far as
// any do, the likest first and at most that many. They are in lang where the
// archive has them in it. It never fails: where ctx ends, it lists what it has.
func (s *Searcher) Nearest(ctx context.Context, words string, lang content.Lang, most int) []string {
	typed := pairs(Fold(cut(words, longestQuery)))
	if len(typed) == 0 {
		return nil
	}
	type likeness struct {
		title string
		share float64
	}
	var all []likeness
	for i := range s.records {
		rec := &s.records[i]
		if rec.class() > 0 {
			continue
		}
		if i%256 == 0 && ctx.Err() != nil {
			break
		}
		best := 0.0
		for _, name := range rec.names {
			best = max(best, alike(typed, Fold(name)))
		}
		if best >= leastAlike {
			all = append(all, likeness{rec.versions[max(0, rec.in(lang))].title, best})
		}
	}
	slices.SortStableFunc(all, func(a, b likeness) int { return cmp.Compare(b.share, a.share) })
	var out []string
	for _, l := range all {
		if len(out) < most && !slices.Contains(out, l.title) {
			out = append(out, l.title)
		}
	}
	return out
}

// alike is how much of its pairs of letters a name, or the likest of its words,
// shares with what was typed (Dice's coefficient).
func alike(typed []string, name string) float64 {
	best := dice(typed, pairs(name))
	for word := range strings.FieldsSeq(name) {
		best = max(best, dice(typed, pairs(word)))
	}
	return best
}

func dice(a, b []string) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	i, j, both := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch c := strings.Compare(a[i], b[j]); {
		case c == 0:
			both++
			i++
			j++
		case c < 0:
			i++
		default:
			j++
		}
	}
	return 2 * float64(both) / float64(len(a)+len(b))
}

// pairs lists each two letters that stand beside one another, in order.
func pairs(s string) []string {
	var out []string
	before := -1
	for i, r := range s {
		if unicode.IsSpace(r) {
			before = -1
			continue
		}
		if before >= 0 {
			out = append(out, s[before:i+len(string(r))])
		}
		before = i
	}
	slices.Sort(out)
	return out
}
