package search

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/blevesearch/bleve/v2"
)

// The folders of a store, by the beginnings of their names. What else lies
// beside them is not the store's and is left alone.
const (
	readyPrefix    = "search-ready-"    // a whole index, named for its hash
	buildingPrefix = "search-building-" // one being built, or left by a lost power
	damagedPrefix  = "search-damaged-"  // set aside to be looked at, the latest only
)

const (
	openDeadline = 15 * time.Second // a damaged root.bolt once hung an open
	abandoned    = time.Hour        // no index takes longer to build
	keep         = 3                // indexes kept, so that two archives in turn do not rebuild each other away
)

// openStore opens the index of the records in dir, and builds it where it is
// missing or damaged.
func openStore(ctx context.Context, dir string, records []record) (bleve.Index, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	ready := filepath.Join(dir, readyPrefix+hash(records))
	index, err := openReady(ctx, ready)
	if err != nil && ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err == nil {
		tidy(dir, ready)
		return index, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		if err := setAside(dir, ready); err != nil {
			return nil, fmt.Errorf("set damaged index aside: %w", err)
		}
	}
	if err := buildReady(ctx, dir, ready, records); err != nil {
		return nil, err
	}
	index, err = openReady(ctx, ready)
	if err != nil {
		return nil, err
	}
	tidy(dir, ready)
	return index, nil
}

// openReady verifies an index and opens it.
func openReady(ctx context.Context, ready string) (bleve.Index, error) {
	if err := verifyFiles(ctx, ready); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, openDeadline)
	defer cancel()
	return openWithin(ctx, filepath.Join(ready, indexName))
}

type opened struct {
	index bleve.Index
	err   error
}

// openWithin opens an index for reading, or gives up when ctx ends; an open
// that ends after that is closed again.
func openWithin(ctx context.Context, path string) (bleve.Index, error) {
	result := make(chan opened, 1)
	go func() {
		index, err := openReadOnly(path)
		result <- opened{index, err}
	}()
	select {
	case got := <-result:
		return got.index, got.err
	case <-ctx.Done():
		go func() {
			if late := <-result; late.err == nil {
				_ = late.index.Close()
			}
		}()
		return nil, fmt.Errorf("open index: %w", ctx.Err())
	}
}

func openReadOnly(path string) (index bleve.Index, err error) {
	defer func() {
		if p := recover(); p != nil {
			index, err = nil, fmt.Errorf("%w: %v", errDamaged, p)
		}
	}()
	return bleve.OpenUsing(path, map[string]any{"read_only": true, "bolt_timeout": "2s"})
}

// buildReady builds beside the index's place and moves it there whole. Another
// process that did so first has made the same index.
func buildReady(ctx context.Context, dir, ready string, records []record) error {
	temporary, err := os.MkdirTemp(dir, buildingPrefix)
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(temporary) }() // gone already where it was moved
	if err := build(ctx, temporary, records); err != nil {
		return err
	}
	err = os.Rename(temporary, ready)
	if err != nil && verifyFiles(ctx, ready) != nil {
		return fmt.Errorf("move index into place: %w", err)
	}
	syncDir(dir)
	return nil
}

// setAside moves a damaged index out of the way, in the place of the one before.
func setAside(dir, ready string) error {
	for _, e := range list(dir, damagedPrefix) {
		_ = os.RemoveAll(filepath.Join(dir, e.Name()))
	}
	name := damagedPrefix + strings.TrimPrefix(filepath.Base(ready), readyPrefix)
	if err := os.Rename(ready, filepath.Join(dir, name)); err == nil {
		return nil
	}
	return os.RemoveAll(ready)
}

// tidy removes what is no longer used: the oldest indexes, and folders that a
// lost power left half built. What cannot be removed now may be the next time.
func tidy(dir, used string) {
	now := time.Now()
	_ = os.Chtimes(used, now, now)
	for _, e := range list(dir, buildingPrefix) {
		if info, err := e.Info(); err == nil && now.Sub(info.ModTime()) > abandoned {
			_ = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
	all := list(dir, readyPrefix)
	slices.SortFunc(all, func(a, b fs.DirEntry) int { return changed(b).Compare(changed(a)) })
	for _, e := range all[min(keep, len(all)):] {
		_ = os.RemoveAll(filepath.Join(dir, e.Name()))
	}
}

func changed(e fs.DirEntry) time.Time {
	info, err := e.Info()
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

func list(dir, prefix string) []fs.DirEntry {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	return slices.DeleteFunc(entries, func(e fs.DirEntry) bool { return !strings.HasPrefix(e.Name(), prefix) })
}
