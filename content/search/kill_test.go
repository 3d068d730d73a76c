package search_test

import (
	"context"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"vigil/content"
	"vigil/content/authoring"
	"vigil/content/search"
)

// building makes this test binary a process that builds an index and nothing else.
const building = "VIGIL_TEST_BUILD_INDEX_IN"

// kills is how often a build is killed.
const kills = 4

// TestKilledWhileBuilding kills the process that builds an index at random moments.
// What it leaves is never taken for an index: the next start answers, by a scan
// at once and by an index that it builds anew.
func TestKilledWhileBuilding(t *testing.T) {
	archive := func() *content.Archive { return authoring.Load(context.Background(), content.Bundled()).Archive }
	if dir := os.Getenv(building); dir != "" {
		_, err := search.Open(context.Background(), dir, archive())
		if err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	if testing.Short() {
		t.Skip("killed processes take a while: not with -short")
	}
	a := archive()
	finds := func(s *search.Searcher) {
		t.Helper()
		hits, err := s.Search(context.Background(), search.Query{Words: "srebrenica", Lang: "en"})
		if err != nil || len(hits) == 0 || hits[0].Route != "place/srebrenica" {
			t.Fatalf("finds %v (%v)", hits, err)
		}
	}
	finds(search.Scan(a))
	dir, whole := t.TempDir(), t.TempDir()
	built, err := search.Open(context.Background(), whole, a)
	if err != nil {
		t.Fatal(err)
	}
	if err := built.Close(); err != nil {
		t.Fatal(err)
	}
	size := weight(whole)
	random := rand.New(rand.NewPCG(11, 5))
	for n := range kills {
		build := exec.Command(os.Args[0], "-test.run", "^TestKilledWhileBuilding$")
		build.Env = append(os.Environ(), building+"="+dir)
		if err := build.Start(); err != nil {
			t.Fatal(err)
		}
		killAt(build, dir, weight(dir)+random.Int64N(size))
		if n%2 != 1 {
			continue
		}
		s, err := search.Open(context.Background(), dir, a)
		if err != nil {
			t.Fatalf("after %d kills: %v", n+1, err)
		}
		finds(s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		// The next ones build anew.
		for _, e := range entries(t, dir) {
			if strings.HasPrefix(e, "search-ready-") {
				if err := os.RemoveAll(dir + "/" + e); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
}

// killAt kills a process once a folder weighs so much, unless it has ended before.
func killAt(process *exec.Cmd, dir string, bytes int64) {
	ended := make(chan struct{})
	go func() {
		_ = process.Wait() // it is to be killed
		close(ended)
	}()
	for weight(dir) < bytes {
		select {
		case <-ended:
			return
		default:
			runtime.Gosched()
		}
	}
	_ = process.Process.Kill() // it may have ended already, having built
	<-ended
}

// weight is how many bytes the files below a folder have; what comes and goes
// meanwhile may count or not.
func weight(dir string) int64 {
	var bytes int64
	_ = filepath.WalkDir(dir, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return nil
		}
		if info, err := entry.Info(); err == nil {
			bytes += info.Size()
		}
		return nil
	})
	return bytes
}

func entries(t *testing.T, dir string) []string {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range all {
		out = append(out, e.Name())
	}
	return out
}
