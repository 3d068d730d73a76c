package search

import (
	"slices"
	"strings"

	"vigil/content"
)

const (
	longestQuery  = 200 // letters
	mostWords     = 16
	shortestStart = 3 // letters that begin words of a text; fewer begin too many
)

// query is what a visitor typed, folded.
type query struct {
	words []word
	typed string // as it was, without the spaces around it
	exact string // compact, to compare with whole names
	stems *stems
}

// word is one word as typed. It matches where it occurs as one word or where
// all of its parts do.
type word struct {
	whole string
	parts []string   // one where nothing joins it
	stems [][]string // of each part, in every language
	last  bool       // still being typed: matches the beginnings of words as well

	joined []string // with its neighbours or without its particle, as names are also written
}

// parse reads a query. Any bytes are a query; those that hold no word are an
// empty one.
func parse(typed string, st *stems) query {
	typed = cut(strings.ToValidUTF8(cut(typed, longestQuery), " "), longestQuery)
	q := query{typed: strings.TrimSpace(typed), exact: compact(typed), stems: st}
	left := mostWords
	for c := range compounds(typed) {
		w := word{whole: c.whole.text, parts: significant(c.parts)}
		if len(w.parts) > left {
			break
		}
		if slices.ContainsFunc(q.words, func(other word) bool { return other.whole == w.whole }) {
			continue
		}
		for _, p := range w.parts {
			w.stems = append(w.stems, st.all(p))
		}
		left -= len(w.parts)
		q.words = append(q.words, w)
	}
	if n := len(q.words); n > 0 {
		q.words[n-1].last = true
	}
	q.join()
	return q
}

// join notes for each word what it is together with its neighbours, and without its
// particle.
func (q *query) join() {
	for i, w := range q.words {
		if bare := withoutParticle(w.whole); bare != "" {
			q.words[i].joined = append(q.words[i].joined, bare)
		}
	}
	for n := 2; n <= mostJoined; n++ {
		for i := 0; i+n <= len(q.words); i++ {
			var whole strings.Builder
			for _, w := range q.words[i : i+n] {
				whole.WriteString(w.whole)
			}
			for j := i; j < i+n; j++ {
				q.words[j].joined = append(q.words[j].joined, shorten(undouble(whole.String())))
			}
		}
	}
}

// joinedIn reports whether folded names have the word together with a neighbour.
func (w word) joinedIn(folded string) bool {
	return slices.ContainsFunc(w.joined, func(j string) bool { return w.occurs(folded, j) })
}

// significant leaves out the single letters that elision makes: whoever types
// l’histoire looks for histoire.
func significant(parts []token) []string {
	var all, short []string
	for i, p := range parts {
		elided := p.elided || i+1 < len(parts) && parts[i+1].elided
		if elided && letters(p.text) == 1 {
			short = append(short, p.text)
			continue
		}
		all = append(all, p.text)
	}
	if len(all) == 0 {
		return short
	}
	return all
}

// single reports whether the word has no parts that could be found instead.
func (w word) single() bool { return len(w.parts) == 1 && w.parts[0] == w.whole }

// inText reports whether a folded text has the word.
func (w word) inText(folded string) bool {
	if w.occurs(folded, w.whole) {
		return true
	}
	if w.single() {
		return false
	}
	for i, p := range w.parts {
		part := word{last: w.last && i == len(w.parts)-1}
		if !part.occurs(folded, p) {
			return false
		}
	}
	return true
}

func (w word) occurs(folded, s string) bool {
	if w.last && letters(s) >= shortestStart {
		return strings.Contains(folded, " "+s)
	}
	return strings.Contains(folded, " "+s+" ")
}

// bent reports whether a text has the word in another form, by its stems.
func (w word) bent(folded, stems string) bool {
	for i, p := range w.parts {
		if !strings.Contains(folded, " "+p+" ") && !anyIn(stems, w.stems[i]) {
			return false
		}
	}
	return true
}

// bends reports whether the query has words that have other forms.
func (q query) bends() bool {
	return slices.ContainsFunc(q.words, func(w word) bool {
		return slices.ContainsFunc(w.stems, func(list []string) bool { return len(list) > 0 })
	})
}

func anyIn(list string, stems []string) bool {
	return slices.ContainsFunc(stems, func(s string) bool { return strings.Contains(list, " "+s+" ") })
}

// is reports whether a word of a text is the one that was searched for, as it
// is highlighted. stems gives the word's stems where they are needed.
func (w word) is(s string, stems func() []string) bool {
	if w.like(w.whole, s, w.last) {
		return true
	}
	for _, list := range w.stems {
		if resembles(s, list) && slices.ContainsFunc(stems(), func(stem string) bool { return slices.Contains(list, stem) }) {
			return true
		}
	}
	for i, p := range w.parts {
		if w.like(p, s, w.last && i == len(w.parts)-1) {
			return true
		}
	}
	return false
}

// resembles reports whether a word may have one of the stems. Stems are costly,
// and most words share not even their first letters.
func resembles(s string, stems []string) bool {
	return slices.ContainsFunc(stems, func(of string) bool { return strings.Contains(s, cut(bare(of), shortestStem)) })
}

func (w word) like(typed, s string, begins bool) bool {
	return s == typed || begins && letters(typed) >= shortestStart && strings.HasPrefix(s, typed)
}

// hit reports whether any word of the query is s, a word of a text in lang.
func (q query) hit(s string, lang content.Lang) bool {
	stems := func() []string { return q.stems.in(lang, s) }
	return slices.ContainsFunc(q.words, func(w word) bool { return w.is(s, stems) })
}

// in reports whether a folded text has all the words as they were typed.
func (q query) in(text string) bool {
	return !slices.ContainsFunc(q.words, func(w word) bool { return !w.inText(text) })
}

// count returns how many of the words a folded text has, in whatever form.
func (q query) count(text, stems string) int {
	n := 0
	for _, w := range q.words {
		if w.inText(text) || w.bent(text, stems) {
			n++
		}
	}
	return n
}
