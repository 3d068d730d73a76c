package search

import (
	"context"
	"slices"
)

// gather finds what has all the words, or else some of them.
func (s *Searcher) gather(ctx context.Context, r *ranking, limit int) error {
	if err := s.all(ctx, r, limit); err != nil || r.len() > 0 {
		return err
	}
	return s.some(ctx, r, limit)
}

// all asks the engine the narrow questions first, for the texts are costly
// and rank last.
func (s *Searcher) all(ctx context.Context, r *ranking, limit int) error {
	asks := []func(context.Context, query, int) ([]candidate, error){s.engine.named}
	if r.q.bends() {
		asks = append(asks, s.engine.bent)
	}
	for _, ask := range asks {
		found, err := ask(ctx, r.q, enough(limit))
		if err != nil {
			return err
		}
		r.addNamed(found)
	}
	if r.len() >= limit {
		return nil
	}
	found, err := s.engine.telling(ctx, r.q, anyForm, r.lang, enough(limit))
	if err != nil {
		return err
	}
	r.addTold(found)
	return nil
}

// enough is how many candidates an engine is asked for, so that after judging
// them that many hits are left: it judges by other rules, and counts each
// language of a record.
func enough(limit int) int { return 100 + 2*limit }

// some finds what has any of the words.
func (s *Searcher) some(ctx context.Context, r *ranking, limit int) error {
	if len(r.q.words) == 1 {
		return nil
	}
	found, err := s.engine.telling(ctx, r.q, partly, r.lang, enough(limit))
	if err != nil {
		return err
	}
	r.addPartly(found)
	return nil
}

// literal reports whether anything is called so, or has the words as they were
// typed. Where all that is found has them in other forms, they may be misspelt.
func (s *Searcher) literal(ctx context.Context, r *ranking) (bool, error) {
	if slices.ContainsFunc(r.found, func(f found) bool { return f.fit.tier < bent }) {
		return true, nil
	}
	found, err := s.engine.telling(ctx, r.q, typed, r.lang, 1)
	return len(found) > 0, err
}
