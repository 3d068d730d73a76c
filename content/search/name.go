package search

import (
	"slices"
	"strings"
)

// tier is how well a name answers a query, the best first.
type tier int

const (
	exactly  tier = iota // the name is what was typed
	same                 // it is that in another form
	worded               // the name holds every word
	begun                // the name holds every word, the last as a beginning
	bent                 // the name holds every word in some form
	told                 // the words occur, but in no one name
	touching             // only some of the words occur
)

// fit is how a record answers a query.
type fit struct {
	tier  tier
	name  string  // that answers; "" where none does
	share float64 // of the name's words that were asked for
	words int     // of the query that the name holds
}

// better reports whether f answers better than other.
func (f fit) better(other fit) bool {
	if f.tier != other.tier {
		return f.tier < other.tier
	}
	if f.words != other.words {
		return f.words > other.words
	}
	return f.share > other.share
}

// names returns how the best of the names answers; of those that answer alike,
// the one that is written as it was typed.
func (q query) names(names []string) fit {
	best := fit{tier: told}
	for _, name := range names {
		f := q.name(name)
		if f.better(best) || f.tier < told && !best.better(f) && strings.EqualFold(name, q.typed) {
			best = f
		}
	}
	return best
}

func (q query) name(name string) fit {
	words := tokens(name)
	if q.is(words) {
		return fit{tier: exactly, name: name, share: 1, words: len(q.words)}
	}
	all := len(words)
	words = append(words, withoutParticles(words)...)
	f := q.held(name, words, all)
	if f.words == len(q.words) {
		return f
	}
	for _, j := range joins(wholeWords(name)) {
		words = append(words, token{text: j, whole: true})
	}
	return q.held(name, words, all)
}

// held is how the words of a name, so many of them its own, answer the query.
func (q query) held(name string, words []token, all int) fit {
	f := fit{tier: worded, name: name}
	for _, w := range q.words {
		switch {
		case w.inName(words, false):
			f.words++
		case w.last && w.inName(words, true):
			f.words++
			f.tier = max(f.tier, begun)
		case q.inForm(w, words):
			f.words++
			f.tier = bent
		}
	}
	if all > 0 {
		f.share = min(1, float64(f.words)/float64(all))
	}
	if f.words == 0 {
		return fit{tier: told}
	}
	switch {
	case f.words < len(q.words):
		f.tier = told
	case f.tier == bent && f.share == 1:
		f.tier = same
	}
	return f
}

// is reports whether the words of a name are together what was typed, however
// either is parted.
func (q query) is(words []token) bool {
	var buffer [longestToken]byte
	all := buffer[:0]
	for _, t := range words {
		if !t.whole {
			all = append(all, t.text...)
		}
	}
	if len(all) < len(q.exact) {
		return false // undoubling only shortens
	}
	return undouble(string(all)) == q.exact
}

func (w word) inName(words []token, begins bool) bool {
	if has(words, w.whole, begins) || slices.ContainsFunc(w.joined, func(j string) bool { return has(words, j, begins) }) {
		return true
	}
	for i, p := range w.parts {
		if !has(words, p, begins && i == len(w.parts)-1) {
			return false
		}
	}
	return true
}

// inForm reports whether a name has the word, each of its parts in some form.
func (q query) inForm(w word, words []token) bool {
	for i, p := range w.parts {
		if !slices.ContainsFunc(words, func(t token) bool { return t.text == p || q.form(t.text, w.stems[i]) }) {
			return false
		}
	}
	return true
}

// form reports whether a word has one of the stems.
func (q query) form(word string, stems []string) bool {
	return resembles(word, stems) && slices.ContainsFunc(q.stems.all(word), func(s string) bool { return slices.Contains(stems, s) })
}

func has(words []token, s string, begins bool) bool {
	return slices.ContainsFunc(words, func(t token) bool {
		return t.text == s || begins && strings.HasPrefix(t.text, s)
	})
}
