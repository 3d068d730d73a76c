package search

import (
	"cmp"
	"context"
	"slices"
	"time"

	"vigil/content"
)

// within finds what happened in a period: all of it, or of it what has the words
// beside the period.
func (s *Searcher) within(ctx context.Context, asked Query, limit int) ([]Hit, error) {
	r := s.ranking(asked, parse(asked.Beside, s.stems))
	if len(r.q.words) == 0 {
		return s.during(&r, asked.Period, limit), nil
	}
	if err := s.gather(ctx, &r, mostHits); err != nil {
		return nil, err
	}
	hits := slices.DeleteFunc(r.hits(mostHits), func(h Hit) bool { return !meets(h.Date, asked.Period) })
	return hits[:min(limit, len(hits))], nil
}

// during lists what happened in a period: what lies within it before what only
// reaches into it, the more important first.
func (s *Searcher) during(r *ranking, period content.Date, limit int) []Hit {
	for i := range s.records {
		if rec := &s.records[i]; meets(rec.date, period) {
			r.found = append(r.found, found{record: i, fit: fit{tier: told}})
		}
	}
	outside := func(f found) int {
		d := s.records[f.record].date
		return flag(d.Earliest().Before(period.Earliest()) || d.Latest().After(period.Latest()))
	}
	// Of what reaches beyond the time, a few days are nearer to it than years.
	beyond := func(f found) time.Duration {
		if outside(f) == 0 {
			return 0
		}
		const rough = 60 * 24 * time.Hour
		d := s.records[f.record].date
		return d.Latest().Sub(d.Earliest()).Truncate(rough)
	}
	slices.SortStableFunc(r.found, func(a, b found) int {
		x, y := &s.records[a.record], &s.records[b.record]
		return cmp.Or(outside(a)-outside(b), cmp.Compare(beyond(a), beyond(b)), flag(x.kind != KindEvent)-flag(y.kind != KindEvent), cmp.Compare(x.weight, y.weight), x.date.Earliest().Compare(y.date.Earliest()))
	})
	var hits []Hit
	for _, f := range r.found[:min(limit, len(r.found))] {
		if own := s.records[f.record].in(r.lang); own >= 0 {
			f.version = own
		}
		h := r.hit(f)
		h.Why = WhyDate
		hits = append(hits, h)
	}
	return hits
}

// meets reports whether two dates share an instant.
func meets(a, b content.Date) bool {
	return !a.IsZero() && !b.IsZero() && a.Earliest().Before(b.Latest()) && b.Earliest().Before(a.Latest())
}
