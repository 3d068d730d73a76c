package search_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"vigil/content/search"
)

// answers opens the index in dir and asks it something.
func answers(t *testing.T, dir string) {
	t.Helper()
	s, err := search.Open(t.Context(), dir, small(t))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}()
	hits := mustSearch(t, s, "Милошевић", "en")
	if len(hits) == 0 || hits[0].Route != "person/slobodan-milosevic" {
		t.Errorf("found %v", routes(hits))
	}
}

// files lists the files beneath dir with their time of change, by name.
func files(t *testing.T, dir string) map[string]time.Time {
	t.Helper()
	all := map[string]time.Time{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			all[path] = info.ModTime()
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func folders(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		name, _, _ := strings.Cut(strings.TrimPrefix(e.Name(), "search-"), "-")
		all = append(all, name)
	}
	return all
}

func TestIndexIsReused(t *testing.T) {
	dir := t.TempDir()
	answers(t, dir)
	before := files(t, dir)
	answers(t, dir)
	after := files(t, dir)
	if len(before) != len(after) {
		t.Fatalf("files were %v, are %v", before, after)
	}
	for name, changed := range before {
		if !after[name].Equal(changed) {
			t.Errorf("%s was written again", name)
		}
	}
}

func TestChangedArchiveIsIndexedAnew(t *testing.T) {
	dir := t.TempDir()
	answers(t, dir)
	a := small(t)
	a.People[0].Names = append(a.People[0].Names, "Quetzal")
	hits := mustSearch(t, mustOpen(t, dir, a), "quetzal", "en")
	if got := routes(hits); !slices.Equal(got, []string{"person/slobodan-milosevic"}) {
		t.Errorf("found %v", got)
	}
}

func TestOldIndexesAreRemoved(t *testing.T) {
	dir := t.TempDir()
	a := small(t)
	for _, name := range []string{"One", "Two", "Three", "Four", "Five"} {
		a.People[0].Name = name
		s, err := search.Open(t.Context(), dir, a)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if got := folders(t, dir); len(got) != 3 {
		t.Errorf("left %v", got)
	}
}

// TestDamage spoils each file of an index in each way. Every time the index is
// set aside, built anew and answers.
func TestDamage(t *testing.T) {
	spoil := map[string]func(path string, text []byte) error{
		"truncated": func(path string, text []byte) error { return os.WriteFile(path, text[:len(text)/2], 0o600) },
		"empty":     func(path string, _ []byte) error { return os.WriteFile(path, nil, 0o600) },
		"deleted":   func(path string, _ []byte) error { return os.Remove(path) },
		"flipped": func(path string, text []byte) error {
			text[len(text)/3] ^= 0x40
			return os.WriteFile(path, text, 0o600)
		},
		"longer": func(path string, text []byte) error { return os.WriteFile(path, append(text, 0), 0o600) },
	}
	whole := t.TempDir()
	answers(t, whole)
	for path := range files(t, whole) {
		for how, do := range spoil {
			t.Run(filepath.Base(path)+" "+how, func(t *testing.T) {
				dir := t.TempDir()
				if err := os.CopyFS(dir, os.DirFS(whole)); err != nil {
					t.Fatal(err)
				}
				rel, err := filepath.Rel(whole, path)
				if err != nil {
					t.Fatal(err)
				}
				text, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if err := do(filepath.Join(dir, rel), text); err != nil {
					t.Fatal(err)
				}
				answers(t, dir)
				if how == "longer" && filepath.Base(path) == "manifest.json" {
					return // a manifest may end in space
				}
				if got := folders(t, dir); !slices.Equal(got, []string{"damaged", "ready"}) {
					t.Errorf("folders are %v", got)
				}
			})
		}
	}
}

func TestDamageIsSetAsideOnce(t *testing.T) {
	dir := t.TempDir()
	for range 3 {
		answers(t, dir)
		for path := range files(t, dir) {
			if filepath.Base(path) == "root.bolt" && strings.Contains(path, "search-ready-") {
				if err := os.Remove(path); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	if got := folders(t, dir); !slices.Equal(got, []string{"damaged", "ready"}) {
		t.Errorf("folders are %v", got)
	}
}

func TestHalfBuiltIsRemoved(t *testing.T) {
	dir := t.TempDir()
	old, young := filepath.Join(dir, "search-building-1"), filepath.Join(dir, "search-building-2")
	for _, d := range []string{old, young} {
		if err := os.MkdirAll(filepath.Join(d, "index", "store"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	yesterday := time.Now().Add(-24 * time.Hour)
	if err := os.Chtimes(old, yesterday, yesterday); err != nil {
		t.Fatal(err)
	}
	answers(t, dir)
	if got := folders(t, dir); !slices.Equal(got, []string{"building", "ready"}) {
		t.Errorf("folders are %v: another kiosk may still build the young one", got)
	}
}

func TestOtherFoldersAreLeftAlone(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"ready-made", "packs", "building-plan", "search"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	answers(t, dir)
	if got := folders(t, dir); len(got) != 5 {
		t.Errorf("folders are %v", got)
	}
}

func TestOpenWhereNothingCanBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := search.Open(t.Context(), file, small(t)); err == nil {
		s.Close()
		t.Error("opened an index within a file")
	}
}

func TestOpenCancelled(t *testing.T) {
	dir := t.TempDir()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := search.Open(ctx, dir, small(t)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	if got := folders(t, dir); len(got) > 0 {
		t.Errorf("left %v", got)
	}
	answers(t, dir)
}

// TestOpenTogether is two kiosks that start over one folder.
func TestOpenTogether(t *testing.T) {
	dir := t.TempDir()
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() { answers(t, dir) })
	}
	wait.Wait()
	if got := folders(t, dir); !slices.Equal(got, []string{"ready"}) {
		t.Errorf("folders are %v", got)
	}
}

func TestCloseTwice(t *testing.T) {
	engines(t, small(t), func(t *testing.T, s *search.Searcher) {
		for range 2 {
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
	})
}
