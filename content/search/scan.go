package search

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"

	"vigil/content"
)

// scan is the engine that reads everything at every query.
type scan struct {
	names []folded
	texts []folded
}

// folded is a text made ready to be looked through.
type folded struct {
	record, version int
	lang            content.Lang // of a text
	text            string
	stems           string
	compact         []string // each name by itself, in names
}

func newScan(records []record) *scan {
	s := &scan{}
	st := newStems(languages(records))
	for i := range records {
		r := &records[i]
		if len(r.names) > 0 {
			names := folded{record: i, text: r.foldNames()}
			names.stems = st.ofNames(foldText(strings.Join(r.names, "\n")))
			for _, name := range r.names {
				names.compact = append(names.compact, compact(name))
			}
			s.names = append(s.names, names)
		}
		for v := range r.versions {
			text := foldText(r.searchable(v))
			s.texts = append(s.texts, folded{record: i, version: v, lang: r.versions[v].lang, text: text, stems: st.of(r.versions[v].lang, text)})
		}
	}
	return s
}

func (s *scan) close() error { return nil }

func (s *scan) named(ctx context.Context, q query, _ int) ([]candidate, error) {
	var all []candidate
	for _, n := range s.names {
		if slices.Contains(n.compact, q.exact) || q.inNames(n.text) {
			all = append(all, candidate{record: n.record})
		}
	}
	return all, ctx.Err()
}

func (s *scan) bent(ctx context.Context, q query, _ int) ([]candidate, error) {
	var all []candidate
	for _, n := range s.names {
		if !slices.ContainsFunc(q.words, func(w word) bool { return !w.bent(n.text, n.stems) }) {
			all = append(all, candidate{record: n.record})
		}
	}
	return all, ctx.Err()
}

// inNames is inText, but any beginning will do: names are few and short.
func (q query) inNames(folded string) bool {
	last := q.words[len(q.words)-1]
	for _, w := range q.words[:len(q.words)-1] {
		if !w.inText(folded) && !w.joinedIn(folded) {
			return false
		}
	}
	if strings.Contains(folded, " "+last.whole) || last.joinedIn(folded) {
		return true
	}
	for i, p := range last.parts {
		if i < len(last.parts)-1 {
			p += " "
		}
		if !strings.Contains(folded, " "+p) {
			return false
		}
	}
	return true
}

func (s *scan) telling(ctx context.Context, q query, how how, lang content.Lang, most int) ([]candidate, error) {
	var all []candidate
	for i, t := range s.texts {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		n := 0
		switch {
		case how != typed:
			n = q.count(t.text, t.stems)
		case q.in(t.text):
			n = len(q.words)
		}
		if n == len(q.words) || how == partly && n > 0 {
			c := candidate{record: t.record, version: t.version, score: q.score(t.text, n)}
			if t.lang == lang {
				c.score += ownFirst
			}
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	return all[:min(most, len(all))], nil
}

// score prefers texts that have more of the words, have them more often, and
// are short.
func (q query) score(text string, words int) float64 {
	times := 0
	for _, w := range q.words {
		times += min(4, strings.Count(text, " "+w.whole))
	}
	return float64(words) + float64(times)/math.Sqrt(float64(len(text)+1))
}
