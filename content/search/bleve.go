package search

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2"
	bq "github.com/blevesearch/bleve/v2/search/query"

	"vigil/content"
)

var errDamaged = errors.New("damaged index")

// indexed is the engine that asks bleve.
type indexed struct {
	index bleve.Index
}

func (x indexed) close() error { return x.index.Close() }

// docID names a record in one language in the index.
func docID(record, version int) string { return strconv.Itoa(record) + "." + strconv.Itoa(version) }

func parseDocID(id string) (candidate, error) {
	first, second, _ := strings.Cut(id, ".")
	record, err := strconv.Atoi(first)
	if err != nil {
		return candidate{}, err
	}
	version, err := strconv.Atoi(second)
	return candidate{record: record, version: version}, err
}

func (x indexed) named(ctx context.Context, q query, most int) ([]candidate, error) {
	whole := term(fieldExact, q.exact, 20)
	last := q.words[len(q.words)-1]
	if len(q.words) == 1 && last.single() && len(last.joined) == 0 {
		// The same question without a conjunction takes half the time, and it is the one asked at every key.
		return x.ask(ctx, anyOf([]bq.Query{whole, term(fieldName, last.whole, 4), last.start()}), most)
	}
	var words []bq.Query
	for _, w := range q.words {
		if w.last {
			words = append(words, w.start())
			continue
		}
		words = append(words, w.named())
	}
	named := bleve.NewBooleanQuery()
	named.AddMust(words...)
	named.AddShould(term(fieldName, last.whole, 4))
	return x.ask(ctx, anyOf([]bq.Query{whole, named}), most)
}

func (x indexed) bent(ctx context.Context, q query, most int) ([]candidate, error) {
	var words []bq.Query
	for _, w := range q.words {
		words = append(words, w.bentOn(fieldName, fieldNameStem))
	}
	return x.ask(ctx, allOf(words), most)
}

// ownFirst is the weight of the visitor's language, far over that of any word.
const ownFirst = 1000

func (x indexed) telling(ctx context.Context, q query, how how, lang content.Lang, most int) ([]candidate, error) {
	var words []bq.Query
	for _, w := range q.words {
		one := w.on(fieldText)
		if how != typed {
			one = anyOf([]bq.Query{one, w.bentOn(fieldText, fieldStem)})
		}
		if w.last {
			more, err := x.begun(w)
			if err != nil {
				return nil, err
			}
			one = anyOf(append(more, one))
		}
		words = append(words, one)
	}
	found := bleve.NewBooleanQuery()
	if how == partly {
		for _, w := range q.words {
			words = append(words, term(fieldName, w.whole, 4))
		}
		found.AddMust(anyOf(words))
	} else {
		found.AddMust(words...)
	}
	found.AddShould(term(fieldLang, string(lang), ownFirst))
	return x.ask(ctx, found, most)
}

// ask runs a query. bleve indexes into its files without looking, so a panic of
// its is damage that arose after the files were checked.
func (x indexed) ask(ctx context.Context, what bq.Query, most int) (found []candidate, err error) {
	defer func() {
		if p := recover(); p != nil {
			found, err = nil, fmt.Errorf("%w: %v", errDamaged, p)
		}
	}()
	result, err := x.index.SearchInContext(ctx, bleve.NewSearchRequestOptions(what, most, 0, false))
	if err != nil {
		return nil, fmt.Errorf("ask index: %w", err)
	}
	for _, hit := range result.Hits {
		c, err := parseDocID(hit.ID)
		if err != nil {
			return nil, fmt.Errorf("%w: document %q", errDamaged, hit.ID)
		}
		c.score = hit.Score
		found = append(found, c)
	}
	return found, nil
}

// mostBegun bounds the words that a beginning stands for in texts, and
// mostRead those of the dictionary that are weighed.
const (
	mostBegun = 32
	mostRead  = 5000
)

// begun returns the commonest words of the texts that begin as w does. A
// prefix query over all of them takes seconds where the archive is large.
func (x indexed) begun(w word) (words []bq.Query, err error) {
	if letters(w.whole) < shortestStart {
		return nil, nil
	}
	defer func() {
		if p := recover(); p != nil {
			words, err = nil, fmt.Errorf("%w: %v", errDamaged, p)
		}
	}()
	dict, err := x.index.FieldDictPrefix(fieldText, []byte(w.whole))
	if err != nil {
		return nil, fmt.Errorf("read the words of the index: %w", err)
	}
	defer func() { err = errors.Join(err, dict.Close()) }()
	type entry struct {
		term  string
		count uint64
	}
	var all []entry
	for len(all) < mostRead {
		e, err := dict.Next()
		if err != nil {
			return nil, fmt.Errorf("read the words of the index: %w", err)
		}
		if e == nil {
			break
		}
		all = append(all, entry{e.Term, e.Count})
	}
	slices.SortStableFunc(all, func(a, b entry) int { return cmp.Compare(b.count, a.count) })
	for _, e := range all[:min(mostBegun, len(all))] {
		words = append(words, term(fieldText, e.term, 1))
	}
	return words, nil
}

// on asks for the word on a field, as one word or as all of its parts.
func (w word) on(field string) bq.Query {
	return w.either(term(field, w.whole, 1), func(part string, _ bool) bq.Query { return term(field, part, 1) })
}

// named asks names for the word, by itself or together with a neighbour.
func (w word) named() bq.Query {
	forms := []bq.Query{w.on(fieldName)}
	for _, j := range w.joined {
		forms = append(forms, term(fieldName, j, 1))
	}
	return anyOf(forms)
}

// bentOn asks for the word in any of its forms: each part as it is, or its stem.
func (w word) bentOn(field, stemmed string) bq.Query {
	var parts []bq.Query
	for i, p := range w.parts {
		forms := []bq.Query{term(field, p, 1)}
		for _, s := range w.stems[i] {
			forms = append(forms, term(stemmed, s, 0.5))
		}
		parts = append(parts, anyOf(forms))
	}
	return allOf(parts)
}

// start asks for names that have the word or begin with it.
func (w word) start() bq.Query {
	begin := func(s string) bq.Query { return term(fieldStart, cut(s, longestStart), 1) }
	alone := w.either(begin(w.whole), func(part string, last bool) bq.Query {
		if last {
			return begin(part)
		}
		return term(fieldName, part, 1)
	})
	forms := []bq.Query{alone}
	for _, j := range w.joined {
		forms = append(forms, begin(j))
	}
	return anyOf(forms)
}

func (w word) either(whole bq.Query, one func(part string, last bool) bq.Query) bq.Query {
	if w.single() {
		return whole
	}
	var parts []bq.Query
	for i, p := range w.parts {
		parts = append(parts, one(p, i == len(w.parts)-1))
	}
	return anyOf([]bq.Query{whole, allOf(parts)})
}

func term(field, word string, boost float64) bq.Query {
	t := bleve.NewTermQuery(word)
	t.SetField(field)
	t.SetBoost(boost)
	return t
}

func anyOf(list []bq.Query) bq.Query {
	if len(list) == 1 {
		return list[0]
	}
	return bleve.NewDisjunctionQuery(list...)
}

func allOf(list []bq.Query) bq.Query {
	if len(list) == 1 {
		return list[0]
	}
	return bleve.NewConjunctionQuery(list...)
}
