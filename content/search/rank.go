package search

import (
	"cmp"
	"slices"

	"vigil/content"
)

// ranking gathers candidates, one a record, and orders them.
type ranking struct {
	q       query
	records []record
	lang    content.Lang
	found   []found
	at      map[int]int // record to its place in found
}

// found is a record that answers.
type found struct {
	record, version int
	fit             fit
	score           float64
	foreign         bool // answers only in another language than the visitor's
}

func (r *ranking) len() int { return len(r.found) }

// addNamed takes those candidates that one of their names answers: an engine looks
// at the beginnings of long words and at all the names of a record at once.
func (r *ranking) addNamed(list []candidate) {
	for _, c := range list {
		if r.again(c) {
			continue
		}
		if f := r.q.names(r.records[c.record].names); f.tier < told {
			r.add(c, f)
		}
	}
}

// addTold takes candidates whose texts have all the words.
func (r *ranking) addTold(list []candidate) {
	for _, c := range list {
		if !r.again(c) {
			r.add(c, fit{tier: told})
		}
	}
}

// addPartly takes candidates that need not have all the words.
func (r *ranking) addPartly(list []candidate) {
	for _, c := range list {
		if r.again(c) {
			continue
		}
		f := r.q.names(r.records[c.record].names)
		f.tier = touching
		r.add(c, f)
	}
}

func (r *ranking) add(c candidate, f fit) {
	if r.at == nil {
		r.at = map[int]int{}
	}
	r.at[c.record] = len(r.found)
	r.found = append(r.found, found{record: c.record, version: c.version, score: c.score, fit: f})
}

// again takes another language of a record, and reports whether it was found
// already.
func (r *ranking) again(c candidate) bool {
	i, ok := r.at[c.record]
	if !ok {
		return false
	}
	f := &r.found[i]
	if r.records[c.record].versions[c.version].lang == r.lang {
		f.version = c.version
	}
	f.score = max(f.score, c.score)
	return true
}

// settle chooses the language in which a record is shown. A name that matched
// is the same record in every language, a text that matched is not: what is
// found in another language does not answer in the visitor's own.
func (r *ranking) settle(f *found) {
	own := r.records[f.record].in(r.lang)
	named := f.fit.tier < told
	switch {
	case own >= 0 && (named || own == f.version):
		f.version = own
	case named:
		f.version, f.foreign = 0, true
	default:
		f.foreign = true
	}
}

// hits returns the best, worded.
func (r *ranking) hits(limit int) []Hit {
	for i := range r.found {
		r.settle(&r.found[i])
	}
	slices.SortFunc(r.found, r.compare)
	n := min(limit, len(r.found))
	hits := make([]Hit, n)
	for i := range hits {
		hits[i] = r.hit(r.found[i])
	}
	return hits
}

func (r *ranking) compare(a, b found) int {
	first, second := &r.records[a.record], &r.records[b.record]
	order := cmp.Compare(a.fit.tier, b.fit.tier)
	if a.fit.tier == touching {
		order = cmp.Or(order, -cmp.Compare(a.fit.words, b.fit.words))
	}
	if a.fit.tier == exactly {
		// What is called so on this page comes before what somebody also calls so.
		order = cmp.Or(order, flag(!r.called(a))-flag(!r.called(b)))
	}
	if a.fit.tier < told || a.fit.words > 0 && a.fit.tier == touching {
		order = cmp.Or(order, cmp.Compare(first.class(), second.class()))
	}
	order = cmp.Or(order, flag(a.foreign)-flag(b.foreign))
	if a.fit.tier < told {
		return cmp.Or(order, -cmp.Compare(a.fit.share, b.fit.share), cmp.Compare(first.weight, second.weight), cmp.Compare(a.record, b.record))
	}
	return cmp.Or(order, -cmp.Compare(a.score, b.score), cmp.Compare(a.record, b.record))
}

// called reports whether the title in the visitor's language is what was typed.
func (r *ranking) called(f found) bool {
	return r.q.is(tokens(r.records[f.record].versions[f.version].title))
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (r *ranking) hit(f found) Hit {
	rec := &r.records[f.record]
	v := &rec.versions[f.version]
	h := Hit{
		Route: rec.route, Kind: rec.kind, Title: v.title, Role: v.role, Under: v.under, Lang: v.lang, Date: rec.date, Cases: rec.cases,
	}
	if f.fit.tier == told || f.fit.words == 0 {
		h.Why, h.source = WhyText, &source{v, r.q, snippet}
		return h
	}
	h.Why, h.source = WhyTitle, &source{v, r.q, opening}
	if rec.entity() {
		h.Why = WhyName
	}
	if Fold(f.fit.name) != Fold(v.title) && !r.titled(v.title, f.fit) {
		h.Why, h.Also = WhyAlias, f.fit.name
	}
	return h
}

// titled reports whether the title shown answers as well as the name that was
// found first, so that no other spelling need be named.
func (r *ranking) titled(title string, best fit) bool {
	own := r.q.name(title)
	if best.tier == touching {
		return own.words >= best.words
	}
	return own.tier <= best.tier
}
