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

// literal reports whether anything is called so, or has the words as they were
// typed. Where all that is found has them in other forms, they may be misspelt.
func (r *ranking) literal() bool {
	return slices.ContainsFunc(r.found, func(f found) bool {
		rec := &r.records[f.record]
		return f.fit.tier < bent || f.fit.tier == told && r.q.in(foldText(rec.searchable(f.version)))
	})
}

// addNamed takes those candidates that one of their names answers: an engine looks
// at the beginnings of long words and at all the names of a record at once.
func (r *ranking) addNamed(list []candidate) {
	r.add(slices.DeleteFunc(list, func(c candidate) bool {
		return r.q.names(r.records[c.record].names).tier >= told
	}), false)
}

// add takes candidates. Where partly is set they need not have all the words.
func (r *ranking) add(list []candidate, partly bool) {
	if r.at == nil {
		r.at = map[int]int{}
	}
	for _, c := range list {
		if i, ok := r.at[c.record]; ok {
			r.again(&r.found[i], c)
			continue
		}
		f := found{record: c.record, version: c.version, score: c.score, fit: r.q.names(r.records[c.record].names)}
		if partly {
			f.fit.tier = touching
		}
		r.at[c.record] = len(r.found)
		r.found = append(r.found, f)
	}
}

// again takes another language of a record that was found already.
func (r *ranking) again(f *found, c candidate) {
	if r.records[c.record].versions[c.version].lang == r.lang {
		f.version = c.version
	}
	f.score = max(f.score, c.score)
}

// settle chooses the language in which a record is shown. A name that matched
// is the same record in every language, a text that matched is not.
func (r *ranking) settle(f *found) {
	rec := &r.records[f.record]
	own := rec.in(r.lang)
	switch {
	case own < 0:
		f.foreign = true
		if f.fit.tier < told {
			f.version = 0
		}
	case f.fit.tier < told || own == f.version:
		f.version = own
	case r.answers(foldText(rec.searchable(own)), rec.versions[own].lang, f.fit.tier == touching):
		f.version = own
	default:
		f.foreign = true
	}
}

func (r *ranking) answers(folded string, lang content.Lang, partly bool) bool {
	n := r.q.count(folded, r.q.stems.of(lang, folded))
	return n == len(r.q.words) || partly && n > 0
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
	if a.fit.tier < told || a.fit.words > 0 && a.fit.tier == touching {
		order = cmp.Or(order, cmp.Compare(first.class(), second.class()))
	}
	order = cmp.Or(order, flag(a.foreign)-flag(b.foreign))
	if a.fit.tier < told {
		return cmp.Or(order, -cmp.Compare(a.fit.share, b.fit.share), cmp.Compare(first.weight, second.weight), cmp.Compare(a.record, b.record))
	}
	return cmp.Or(order, -cmp.Compare(a.score, b.score), cmp.Compare(a.record, b.record))
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
