package kiosk_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"vigil/app/kiosk"
	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/search"
)

// few is an archive of a few records, whose index is made in no time.
var few = sync.OnceValue(func() *content.Archive {
	return authoring.Load(context.Background(), os.DirFS("../../content/authoring/testdata/good")).Archive
})

func routes(hits []search.Hit) []string {
	var out []string
	for _, h := range hits {
		out = append(out, h.Route)
	}
	return out
}

const sought = "hasan nuhanovic"

func TestFinderAnswersFromTheStart(t *testing.T) {
	f := kiosk.NewFinder(few())
	if f.Ready() {
		t.Error("ready before there is an index")
	}
	if got := routes(find(t, f, sought)); len(got) == 0 || got[0] != "person/hasan-nuhanovic" {
		t.Errorf("found %v", got)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

func TestFinderAnswersWhileItIsIndexed(t *testing.T) {
	f := kiosk.NewFinder(few())
	scanned := routes(find(t, f, sought))
	var indexing sync.WaitGroup
	dir := t.TempDir()
	indexing.Go(func() { f.Index(context.Background(), dir, few()) })
	for range 20 {
		if got := routes(find(t, f, sought)); len(got) == 0 || got[0] != scanned[0] {
			t.Fatalf("found %v", got)
		}
	}
	indexing.Wait()
	if !f.Ready() {
		t.Fatal("not ready when the index is made")
	}
	if got := routes(find(t, f, sought)); !slices.Contains(got, scanned[0]) {
		t.Errorf("the index finds %v, the scan %v", got, scanned)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

func TestFinderWithoutAnIndex(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	ended, end := context.WithCancel(context.Background())
	end()
	tests := []struct {
		name string
		ctx  context.Context
		dir  string
	}{
		{"its folder is a file", context.Background(), file},
		{"its folder lies in a file", context.Background(), filepath.Join(file, "index")},
		{"it was stopped", ended, t.TempDir()},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := kiosk.NewFinder(few())
			f.Index(tt.ctx, tt.dir, few())
			if f.Ready() {
				t.Error("ready without an index")
			}
			if got := routes(find(t, f, sought)); len(got) == 0 || got[0] != "person/hasan-nuhanovic" {
				t.Errorf("found %v", got)
			}
		})
	}
}

// An index that fails, such as on a disk that has gone, is not asked again.
func TestFinderFallsBackToTheScan(t *testing.T) {
	f := kiosk.NewFinder(few())
	f.Index(context.Background(), t.TempDir(), few())
	if !f.Ready() {
		t.Fatal("there is no index")
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if got := routes(find(t, f, sought)); len(got) == 0 || got[0] != "person/hasan-nuhanovic" {
		t.Errorf("found %v", got)
	}
	if f.Ready() {
		t.Error("an index that failed is still asked")
	}
}

// A search that the visitor has typed past says nothing about the index.
func TestFinderKeepsTheIndexWhenASearchIsStopped(t *testing.T) {
	f := kiosk.NewFinder(few())
	f.Index(context.Background(), t.TempDir(), few())
	ended, end := context.WithCancel(context.Background())
	end()
	if _, err := f.Search(ended, search.Query{Words: sought}); err == nil {
		t.Error("a stopped search answered")
	}
	if !f.Ready() {
		t.Error("a stopped search cost the index")
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}
