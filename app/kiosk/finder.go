package kiosk

import (
	"context"
	"log/slog"
	"sync/atomic"

	"vigil/content"
	"vigil/content/search"
)

// Finder answers searches from the start: by a plain scan until the index is
// ready, and for good where it cannot be made.
type Finder struct {
	archive atomic.Pointer[content.Archive]
	scan    atomic.Pointer[search.Searcher] // nil while the index answers: it holds every word in memory
	index   atomic.Pointer[search.Searcher]
}

// NewFinder makes a Finder that scans.
func NewFinder(a *content.Archive) *Finder {
	f := &Finder{}
	f.archive.Store(a)
	f.scan.Store(search.Scan(a))
	return f
}

// plain is the scan, made anew where an index that failed has taken its place.
func (f *Finder) plain() *search.Searcher {
	if s := f.scan.Load(); s != nil {
		return s
	}
	s := search.Scan(f.archive.Load())
	f.scan.Store(s)
	return s
}

// Index opens or builds the index of the whole archive in a folder. It takes long the first time,
// so it belongs on a goroutine of its own, after the first screen.
func (f *Finder) Index(ctx context.Context, dir string, a *content.Archive) {
	f.archive.Store(a)
	f.scan.Store(search.Scan(a))
	index, err := search.Open(ctx, dir, a)
	if err != nil {
		slog.Error("open the search index; a plain scan serves", "dir", dir, "err", err)
		return
	}
	f.index.Store(index)
	f.scan.Store(nil)
}

// Ready reports whether the index answers.
func (f *Finder) Ready() bool { return f.index.Load() != nil }

// Search implements screen.Finder. An index that fails is not asked again.
func (f *Finder) Search(ctx context.Context, q search.Query) ([]search.Hit, error) {
	index := f.index.Load()
	if index == nil {
		return f.plain().Search(ctx, q)
	}
	hits, err := index.Search(ctx, q)
	if err == nil || ctx.Err() != nil {
		return hits, err
	}
	slog.Error("search the index; a plain scan serves", "err", err)
	f.index.Store(nil)
	return f.plain().Search(ctx, q)
}

// Nearest implements screen.Finder.
func (f *Finder) Nearest(ctx context.Context, words string, lang content.Lang, most int) []string {
	if index := f.index.Load(); index != nil {
		return index.Nearest(ctx, words, lang, most)
	}
	return f.plain().Nearest(ctx, words, lang, most)
}

// Close lets go of the index.
func (f *Finder) Close() error {
	if index := f.index.Load(); index != nil {
		return index.Close()
	}
	return nil
}
