package search

import (
	"cmp"
	mathbits "math/bits"
	"slices"
	"strings"
	"sync"

	"vigil/content"
)

// topics are what visitors ask for in words of their own (content.Topic), and words
// that hurt and lead to a term (content.Term, Avoided). They are read at the first
// question.
type topics struct {
	archive *content.Archive
	once    sync.Once
	phrases []phrase
	with    map[string][]int32  // a word or a stem to the phrases that have it
	answers [][]int             // of each topic, its records
	cases   map[string][]string // a name of one word to the case studies it is of
	avoided map[string][]string // the first word of a word that hurts, to all its words
	terms   map[string]int      // a word that hurts to the record of the term
}

// phrase is words that a topic is asked for by.
type phrase struct {
	topic int
	words []string // folded
}

// plainWords are the folded words of a text, each part of a compound by itself.
func plainWords(s string) []string {
	var out []string
	for c := range compounds(s) {
		for _, p := range c.parts {
			out = append(out, p.text)
		}
	}
	return out
}

func (t *topics) read(records []record, st *stems) {
	t.with, t.cases, t.answers = map[string][]int32{}, map[string][]string{}, make([][]int, len(t.archive.Topics))
	t.avoided, t.terms = map[string][]string{}, map[string]int{}
	at := make(map[string]int, len(records))
	for i := range records {
		r := &records[i]
		at[r.route] = i
		if r.class() > 0 || len(r.cases) > 2 {
			continue
		}
		for _, name := range r.names {
			words := plainWords(name)
			if len(words) != 1 {
				continue
			}
			for _, form := range append([]string{words[0]}, st.all(words[0])...) {
				t.cases[bare(form)] = join(t.cases[bare(form)], r.cases)
			}
		}
	}
	forms := map[string][]string{}
	for i, topic := range t.archive.Topics {
		for _, asked := range topic.Asked {
			t.phrase(i, plainWords(asked), st, forms)
		}
		for _, route := range topic.Answers {
			if n, ok := recordAt(at, records, route); ok && !slices.Contains(t.answers[i], n) {
				t.answers[i] = append(t.answers[i], n)
			}
		}
	}
	for _, term := range t.archive.Terms {
		n, ok := at["term/"+term.ID]
		if !ok {
			continue
		}
		for _, avoided := range term.Avoided {
			if words := plainWords(avoided); len(words) > 0 {
				whole := strings.Join(words, " ")
				t.terms[whole] = n
				t.avoided[words[0]] = append(t.avoided[words[0]], whole)
			}
		}
	}
}

// phrase notes a phrase by its words and their stems in every language.
func (t *topics) phrase(topic int, words []string, st *stems, forms map[string][]string) {
	if len(words) == 0 {
		return
	}
	n := int32(len(t.phrases))
	t.phrases = append(t.phrases, phrase{topic, words})
	for _, w := range words {
		all, known := forms[w]
		if !known {
			all = append([]string{w}, st.all(w)...)
			slices.Sort(all)
			all = slices.Compact(all)
			forms[w] = all
		}
		for _, form := range all {
			if list := t.with[form]; len(list) == 0 || list[len(list)-1] != n {
				t.with[form] = append(list, n)
			}
		}
	}
}

// recordAt is the record of a route, or the first of a page that holds several.
func recordAt(at map[string]int, records []record, route string) (int, bool) {
	if n, ok := at[route]; ok {
		return n, true
	}
	n := slices.IndexFunc(records, func(r record) bool { return strings.HasPrefix(r.route, route+"#") })
	return n, n >= 0
}

// answer is a record that answers a question by its topic.
type answer struct {
	record  int
	covered int     // of the question's words that its topics or its own words have
	score   float64 // among those that cover as many
}

// answered lists the records that answer what is asked for as a topic, the best
// first, and whether a topic is asked for by just these words. Where all the words
// were found beside (by), a topic must have most of them to stand before that.
func (s *Searcher) answered(asked Query, lang content.Lang, by bool) (records []int, exactly bool) {
	s.topics.once.Do(func() { s.topics.read(s.records, s.stems) })
	words := plainWords(cut(asked.Words, longestQuery))
	if len(words) == 0 || len(words) > mostWords {
		return nil, false
	}
	if topic := s.topics.exact(words); topic >= 0 {
		return s.topics.answers[topic], true
	}
	for _, other := range languagesOf(lang) {
		if rest := withoutStopped(words, other); len(rest) > 0 {
			if topic := s.topics.exact(rest); topic >= 0 {
				return s.topics.answers[topic], true
			}
		}
	}
	if rest := withoutStopped(words, lang); len(rest) > 0 {
		words = rest
	}
	slices.Sort(words)
	return s.about(slices.Compact(words), lang, by), false
}

// exact is the topic that is asked for by these words in any order, or -1.
func (t *topics) exact(words []string) int {
	for _, n := range t.with[words[0]] {
		if p := t.phrases[n]; len(p.words) == len(words) && !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(p.words, w) }) {
			return p.topic
		}
	}
	return -1
}

// about lists what answers a question in which a topic is asked for beside other
// words: where, when, of whom. Of a topic's answers those come first that have these
// words too, or are of the history that they name.
func (s *Searcher) about(words []string, lang content.Lang, by bool) []int {
	forms := make([][]string, len(words))
	for i, w := range words {
		forms[i] = append([]string{w}, s.stems.in(lang, w)...)
	}
	found := map[int]answer{}
	matched, most := s.topics.matched(words, forms, lang), 0
	for _, has := range matched {
		most = max(most, bits(has))
	}
	for topic, has := range matched {
		if bits(has)+1 < most {
			continue // another topic has far more of the words
		}
		for place, n := range s.topics.answers[topic] {
			a := answer{record: n}
			a.covered, a.score = s.beside(n, words, forms, has, lang)
			a.score += float64(10*bits(has)) - float64(place)/2
			if best, known := found[n]; !known || a.covered > best.covered || a.covered == best.covered && a.score > best.score {
				found[n] = a
			}
		}
	}
	var all []answer
	for _, a := range found {
		if !by && 3*a.covered >= len(words) || 5*a.covered >= 3*len(words) {
			all = append(all, a)
		}
	}
	slices.SortFunc(all, func(a, b answer) int {
		return cmp.Or(cmp.Compare(b.covered, a.covered), cmp.Compare(b.score, a.score), cmp.Compare(a.record, b.record))
	})
	var out []int
	for _, a := range all {
		out = append(out, a.record)
	}
	return out
}

// matched are the topics of which a phrase is among the words, with those of the
// words that it has, a bit each.
func (t *topics) matched(words []string, forms [][]string, lang content.Lang) map[int]uint {
	has := map[int32]uint{}
	for i, list := range forms {
		for _, form := range list {
			for _, n := range t.with[form] {
				has[n] |= 1 << i
			}
		}
	}
	best := map[int]uint{}
	for n, which := range has {
		p := t.phrases[n]
		needed := withoutStopped(p.words, lang)
		if needed == nil {
			needed = p.words
		}
		if bits(which) >= len(needed) && bits(which) > bits(best[p.topic]) {
			best[p.topic] = which
		}
	}
	return best
}

func bits(n uint) int { return mathbits.OnesCount(n) }

// beside says how many of a question's words a record has, by its topic or itself, and
// how well it fits the others.
func (s *Searcher) beside(record int, words []string, forms [][]string, topic uint, lang content.Lang) (covered int, score float64) {
	r := &s.records[record]
	version := max(0, r.in(lang))
	text, title := "", "" // folded, where a word asks for them
	if bits(topic) < len(words) {
		text, title = foldText(r.searchable(version)), foldText(r.versions[version].title)
	}
	for i, w := range words {
		switch cases := s.topics.named(forms[i]); {
		case topic&(1<<i) != 0:
			covered++
		case strings.Contains(text, " "+w+" ") || s.hasForm(text, w, lang):
			covered++
			score += 8
			if strings.Contains(title, " "+w+" ") {
				score += 4
			}
		case len(cases) > 0 && slices.ContainsFunc(cases, func(c string) bool { return slices.Contains(r.cases, c) }):
			covered++
			score += 6
		case len(cases) > 0:
			score -= 8
		}
	}
	return covered, score
}

// named are the case studies that a word names.
func (t *topics) named(forms []string) []string {
	for _, form := range forms {
		if cases := t.cases[bare(form)]; len(cases) > 0 {
			return cases
		}
	}
	return nil
}

// hasForm reports whether a folded text has a word in another form.
func (s *Searcher) hasForm(text, word string, lang content.Lang) bool {
	stems := s.stems.in(lang, word)
	if len(stems) == 0 {
		return false
	}
	for w := range strings.FieldsSeq(text) {
		if resembles(w, stems) && slices.ContainsFunc(s.stems.in(lang, w), func(stem string) bool { return slices.Contains(stems, stem) }) {
			return true
		}
	}
	return false
}

// respectful is the record of the term that stands for a word that hurts, where one
// is asked for.
func (s *Searcher) respectful(asked Query) (int, bool) {
	s.topics.once.Do(func() { s.topics.read(s.records, s.stems) })
	words := plainWords(cut(asked.Words, longestQuery))
	rest := strings.Join(words, " ") + " "
	for _, w := range words {
		for _, whole := range s.topics.avoided[w] {
			if strings.HasPrefix(rest, whole+" ") {
				return s.topics.terms[whole], true
			}
		}
		rest = strings.TrimPrefix(rest, w+" ")
	}
	return 0, false
}

// first puts the term that stands for a word that hurts before all that was found,
// and the answers to a topic before what has the words by chance: before all where a
// topic is asked for by just these words, else behind what is called so.
func (s *Searcher) first(asked Query, lang content.Lang, f finding, limit int) []Hit {
	var out []Hit
	add := func(record int, why string) {
		r := s.ranking(asked, parse(asked.Words, s.stems))
		one := found{record: record, fit: fit{tier: told}}
		if own := s.records[record].in(r.lang); own >= 0 {
			one.version = own
		}
		h := r.hit(one)
		h.Why, h.Also = why, ""
		h.source = &source{&s.records[record].versions[one.version], r.q, opening}
		out = append(out, h)
	}
	if term, ok := s.respectful(asked); ok {
		add(term, WhyAvoided)
	}
	records, exactly := s.answered(asked, lang, f.by)
	for _, h := range f.hits[:f.called] {
		if !exactly && !slices.ContainsFunc(out, func(o Hit) bool { return o.Route == h.Route }) {
			out = append(out, h)
		}
	}
	for _, n := range records {
		if !slices.ContainsFunc(out, func(h Hit) bool { return h.Route == s.records[n].route }) {
			add(n, WhyTopic)
		}
	}
	for _, h := range f.hits {
		if !slices.ContainsFunc(out, func(o Hit) bool { return o.Route == h.Route }) {
			out = append(out, h)
		}
	}
	return out[:min(limit, len(out))]
}
