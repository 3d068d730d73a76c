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
	scan  atomic.Pointer[search.Searcher]
	index atomic.Pointer[search.Searcher]
}

// NewFinder makes a Finder that scans.
func NewFinder(a *content.Archive) *Finder {
	f := &Finder{}
	f.scan.Store(search.Scan(a))
	return f
}

// Index opens or builds the index of the whole archive in a folder. It takes long the first time,
// so it belongs on a goroutine of its own, after the first screen.
func (f *Finder) Index(ctx context.Context, dir string, a *content.Archive) {
	f.scan.Store(search.Scan(a))
	index, err := search.Open(ctx, dir, a)
	if err != nil {
		slog.Error("open the search index; a plain scan serves", "dir", dir, "err", err)
		return
	}
	f.index.Store(index)
}

// Ready reports whether the index answers.
func (f *Finder) Ready() bool { return f.index.Load() != nil }

// Search implements screen.Finder. An index that fails is not asked again.
func (f *Finder) Search(ctx context.Context, q search.Query) ([]search.Hit, error) {
	index := f.index.Load()
	if index == nil {
		return f.scan.Load().Search(ctx, q)
	}
	hits, err := index.Search(ctx, q)
	if err == nil || ctx.Err() != nil {
		return hits, err
	}
	slog.Error("search the index; a plain scan serves", "err", err)
	f.index.Store(nil)
	return f.scan.Load().Search(ctx, q)
}

// Nearest implements screen.Finder.
func (f *Finder) Nearest(ctx context.Context, words string, lang content.Lang, most int) []string {
	return f.scan.Load().Nearest(ctx, words, lang, most)
}

// Close lets go of the index.
func (f *Finder) Close() error {
	if index := f.index.Load(); index != nil {
		return index.Close()
	}
	return nil
}
