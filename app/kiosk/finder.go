package kiosk

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"

	"vigil/content"
	"vigil/content/search"
)

// Finder answers searches from the start: by a plain scan until the index is
// ready, and for good where it cannot be made.
type Finder struct {
	index atomic.Pointer[search.Searcher]

	mu      sync.Mutex
	archive *content.Archive
	scan    *search.Searcher // nil until it is asked, and while the index answers: it holds every word in memory
}

// NewFinder makes a Finder that scans. The first who searches waits for what a
// scan needs, not the first page.
func NewFinder(a *content.Archive) *Finder { return &Finder{archive: a} }

// plain is the scan, made when it is first needed.
func (f *Finder) plain() *search.Searcher {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.scan == nil {
		f.scan = search.Scan(f.archive)
	}
	return f.scan
}

// scans has the plain scan read another archive, or let go of it.
func (f *Finder) scans(a *content.Archive) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.archive, f.scan = a, nil
}

// Index opens or builds the index of the whole archive in a folder. It takes long the first time,
// so it belongs on a goroutine of its own, after the first screen.
func (f *Finder) Index(ctx context.Context, dir string, a *content.Archive) {
	f.scans(a)
	index, err := search.Open(ctx, dir, a)
	if err != nil && ctx.Err() != nil {
		return // nobody waits for it any more
	}
	if err != nil {
		slog.Error("open the search index; a plain scan serves", "dir", dir, "err", err)
		return
	}
	f.index.Store(index)
	f.scans(a)
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
