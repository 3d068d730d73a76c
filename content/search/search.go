// Package search finds what a visitor types in an archive: people, places,
// cases, events, terms, speeches and the paragraphs that mention them, whatever
// the script or the accents they were typed in.
//
// There are two ways to answer, with the same results in the same shape. [Open]
// keeps an index on disk and answers from it however large the archive is.
// [Scan] reads the archive in memory and needs nothing else, so that a kiosk
// can answer while the index is being built, and where it cannot be built.
//
// # Words
//
// Every word is folded by [Fold] on both sides: lower case, no accents, Cyrillic
// in Latin letters, the variants of Arabic and Hebrew letters made one. So
// Milosevic, Milošević and Милошевић are one word. Names in scripts that cannot
// be folded into one another meet by the spellings that people, places,
// organisations and terms carry in Names, and by their titles in every language.
//
// Words meet in all their forms, by the stems of each language: bleve's for
// English, French, German, Spanish, Arabic, and Croatian for Bosnian and
// Serbian; own ones for Hebrew and Kinyarwanda, which bleve has none for.
//
// Nothing in a query is an operator. All words must occur in a record, the last
// one at least by its beginning; only where nothing has them all, records with
// some of them answer. A query is cut to 200 letters and 16 words.
//
// # Mistakes
//
// Where nothing has the words as they were typed, each that no name has is taken
// for one that is one or two letters off (optimal string alignment; one for
// words of four to six letters, two for longer ones, none for shorter). Where
// that too finds nothing, [Searcher.Nearest] has names that look alike.
//
// # Time
//
// A query may speak of a time ([Query.Period], read by i18n): it finds what lies
// in it, and of that what has the words besides it.
//
// # Order
//
// An exact name or title comes before a name or title that holds the words,
// then names that begin so, then names that have them in other forms, then
// texts. Among names, cases, places, people, organisations and terms come before
// what mentions them, victims before perpetrators; among texts, those in the
// visitor's language come first. A route occurs once, in the visitor's language
// where it answers in it.
//
// # The index
//
// An index lies in a folder named for the hash of everything that can be found
// and of the format of the index. It is built beside its place and moved there
// whole, with a manifest of the SHA-256 and size of its files, which is checked
// each time before it is opened. A damaged index is set aside and built anew.
// It is only ever opened for reading: bleve (2.6.3), opened for writing where
// root.bolt is missing, deletes its own data. The archive's words are shown from
// the archive, so the index stores none.
//
// The package logs nothing: what visitors search for is never kept.
package search

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"vigil/content"
)

// The kinds of thing that can be found, from the first to the last among equals.
const (
	KindCase         = "case"
	KindPlace        = "place"
	KindPerson       = "person"
	KindOrganisation = "organisation"
	KindTerm         = "term"
	KindSpeech       = "speech"
	KindEvent        = "event"
	KindFinding      = "finding"
	KindFigure       = "figure"
	KindEssay        = "essay"   // a paragraph of a case's essay
	KindPassage      = "passage" // a paragraph of a speech
	KindLesson       = "lesson"
)

// Kinds lists every kind of hit, so that a screen can be tested to name each.
var Kinds = []string{
	KindCase, KindPlace, KindPerson, KindOrganisation, KindTerm, KindSpeech, KindEvent, KindFinding, KindFigure,
	KindEssay, KindPassage, KindLesson,
}

// Why a hit was found, as a code that a screen puts into words.
const (
	WhyName  = "name"  // a person, place, organisation or term is called so
	WhyTitle = "title" // a case, event, speech, finding or figure is headed so
	WhyAlias = "alias" // another spelling or language has it; see Hit.Also
	WhyText  = "text"  // the words occur in it
	WhyNear  = "near"  // it is called nearly so; Hit.Also has the word that was meant
	WhyDate  = "date"  // it happened then

	WhyTopic   = "topic"   // it answers what was asked for, in other words
	WhyAvoided = "avoided" // the word asked for hurts and is not used; the term says why
)

// Query is what a visitor asks.
type Query struct {
	Words string       // as typed; any bytes are allowed
	Lang  content.Lang // the visitor's language; "" is the archive's own
	Limit int          // most hits wanted, 1 to 1000; 0 is 20

	// Period is the time that the words speak of, read by i18n, and Beside the
	// words besides it. Where nothing answers, Words are searched for as they are.
	Period content.Date
	Beside string
}

// Mark is a piece of a snippet. The pieces in order are the snippet.
type Mark struct {
	Text string
	Hit  bool // the piece is a word that was searched for
}

// Hit is one place in the kiosk that answers a query. Its words come from the
// archive as they stand there.
type Hit struct {
	Route string
	Kind  string       // one of Kinds
	Title string       // the name, title, or the heading above a paragraph
	Role  string       // the line under the title, or ""
	Under string       // the title of the case or speech that holds it, or ""
	Lang  content.Lang // of Title, Role, Under and Snippet; may differ from the one asked, and a screen then says so
	Why   string       // one of the Why codes
	Also  string       // the spelling that matched, where Why is WhyAlias or WhyNear
	Date  content.Date
	Cases []string // the ids of the case studies that it is of

	source *source
}

// Snippet is about 160 letters of what the record says, where it answers, and
// nil where it says nothing. It is cut when it is asked for: most of a long
// list is never shown.
func (h Hit) Snippet() []Mark {
	if h.source == nil {
		return nil
	}
	return h.source.snippet()
}

const (
	defaultLimit = 20
	mostHits     = 1000
)

// engine finds candidates; Searcher judges, orders and words them, so that
// every engine gives the same kind of answer.
type engine interface {
	// named finds records of which one name or title has all the words.
	named(ctx context.Context, q query, most int) ([]candidate, error)
	// bent finds records whose names have all the words in other forms.
	bent(ctx context.Context, q query, most int) ([]candidate, error)
	// telling finds records by what they say, those in lang before all others.
	telling(ctx context.Context, q query, how how, lang content.Lang, most int) ([]candidate, error)
	close() error
}

// how is what of a query a text must have.
type how int

const (
	typed   how = iota // all the words as they were typed
	anyForm            // all the words in whatever form
	partly             // any of the words
)

// candidate is a record in one language that an engine found. Scores compare
// only among the candidates of one call.
type candidate struct {
	record, version int
	score           float64
}

// Searcher answers queries over one archive. It may be used by many goroutines.
type Searcher struct {
	records  []record
	original content.Lang
	stems    *stems
	engine   engine
	once     sync.Once
	closed   error

	words      sync.Once
	vocabulary vocabulary
	topics     topics
}

// Scan returns a Searcher that reads the archive in memory at every query. It
// is ready at once and meant for archives of some thousand records.
func Scan(a *content.Archive) *Searcher {
	records := collect(a)
	return &Searcher{records: records, original: a.Original, stems: newStems(languages(records)), engine: newScan(records), topics: topics{archive: a}}
}

// Open returns a Searcher over the index of the archive in dir, building it
// first where dir has none, or a damaged one. Building takes about 1 ms a
// record and stops when ctx ends. An error means that no index can be had, such
// as on a full disk: Scan then still answers.
func Open(ctx context.Context, dir string, a *content.Archive) (*Searcher, error) {
	records := collect(a)
	s := &Searcher{records: records, original: a.Original, stems: newStems(languages(records)), topics: topics{archive: a}}
	if len(records) == 0 {
		s.engine = newScan(records)
		return s, nil
	}
	index, err := openStore(ctx, dir, records)
	if err != nil {
		return nil, fmt.Errorf("open search index: %w", err)
	}
	s.engine = indexed{index}
	return s, nil
}

// Close releases the index. A Searcher that is closed finds nothing more.
func (s *Searcher) Close() error {
	s.once.Do(func() { s.closed = s.engine.close() })
	return s.closed
}

// Search returns the best hits, best first. No words find nothing. The error is
// ctx's, or the index's where it fails.
func (s *Searcher) Search(ctx context.Context, asked Query) ([]Hit, error) {
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	q := parse(asked.Words, s.stems)
	if len(q.words) == 0 {
		return nil, nil
	}
	limit := asked.Limit
	if limit <= 0 {
		limit = defaultLimit
	}
	limit = min(limit, mostHits)
	f, err := s.find(ctx, asked, q, limit)
	if err != nil {
		return nil, wrapped(err)
	}
	return s.first(asked, cmp.Or(asked.Lang, s.original), f, limit), nil
}

// finding is what was found by the words and the time of a query.
type finding struct {
	hits   []Hit
	called int  // of them are called so, or are of that time
	by     bool // all the words, not some or others
}

// find finds by the words and the time of a query.
func (s *Searcher) find(ctx context.Context, asked Query, q query, limit int) (finding, error) {
	if !asked.Period.IsZero() {
		if hits, err := s.within(ctx, asked, limit); err != nil || len(hits) > 0 {
			return finding{hits, len(hits), true}, err
		}
	}
	r := s.ranking(asked, q)
	if err := s.all(ctx, &r, limit); err != nil {
		return finding{}, err
	}
	literal, err := s.literal(ctx, &r)
	if err != nil {
		return finding{}, err
	}
	if !literal {
		hits, err := s.question(ctx, asked, limit)
		if err != nil || len(hits) > 0 {
			return finding{hits: hits}, err
		}
		if hits, err = s.misspelt(ctx, asked, limit); err != nil || len(hits) > 0 {
			return finding{hits: hits}, err
		}
	}
	out := finding{by: r.len() > 0}
	if !out.by {
		if err := s.some(ctx, &r, limit); err != nil {
			return finding{}, err
		}
	}
	out.hits = r.hits(limit)
	for _, f := range r.found {
		if f.fit.tier < told {
			out.called++
		}
	}
	out.called = min(out.called, len(out.hits))
	return out, nil
}

// question finds what is asked for without the words that it is asked with, as it was
// typed: in the visitor's language, or in the one that it has most such words of.
func (s *Searcher) question(ctx context.Context, asked Query, limit int) ([]Hit, error) {
	words := plainWords(cut(asked.Words, longestQuery))
	own := withoutStopped(words, cmp.Or(asked.Lang, s.original))
	shortest := own
	for _, lang := range asking {
		if rest := withoutStopped(words, lang); len(rest) > 0 && (len(shortest) == 0 || len(rest) < len(shortest)) {
			shortest = rest
		}
	}
	for _, rest := range [][]string{own, shortest} {
		if len(rest) == 0 {
			continue
		}
		r := s.ranking(asked, parse(strings.Join(rest, " "), s.stems))
		if err := s.all(ctx, &r, limit); err != nil {
			return nil, err
		}
		if literal, err := s.literal(ctx, &r); err != nil || literal {
			return r.hits(limit), err
		}
		if len(shortest) == len(own) {
			break
		}
	}
	return nil, nil
}

func wrapped(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("search: %w", err)
}

func (s *Searcher) ranking(asked Query, q query) ranking {
	return ranking{q: q, records: s.records, lang: cmp.Or(asked.Lang, s.original)}
}

// misspelt searches for what the words may have meant.
func (s *Searcher) misspelt(ctx context.Context, asked Query, limit int) ([]Hit, error) {
	var hits []Hit
	for _, words := range s.mended(ctx, cut(asked.Words, longestQuery)) {
		r := s.ranking(asked, parse(words, s.stems))
		if err := s.all(ctx, &r, limit); err != nil {
			return nil, err
		}
		for _, h := range r.hits(limit) {
			// Of several words, a mistake is believed only where a name has them all:
			// in a text they are there by chance.
			if h.Why == WhyText && strings.Contains(words, " ") {
				continue
			}
			if slices.ContainsFunc(hits, func(other Hit) bool { return other.Route == h.Route }) {
				continue
			}
			h.Why, h.Also = WhyNear, words
			hits = append(hits, h)
		}
	}
	return hits[:min(limit, len(hits))], nil
}

// cut returns the first n letters of s.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// letters counts as a reader does.
func letters(s string) int { return utf8.RuneCountInString(s) }
