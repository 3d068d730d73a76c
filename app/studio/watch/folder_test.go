package watch_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"vigil/app/studio/watch"
)

// patience is how long a test waits for what must come.
const patience = time.Minute

// folder is a real one that is watched.
type folder struct {
	t    *testing.T
	dir  string
	told chan watch.State
}

func watched(t *testing.T) *folder {
	t.Helper()
	f := &folder{t: t, dir: filepath.Join(t.TempDir(), "archive"), told: make(chan watch.State, 1000)}
	f.write("archive.yaml", "id: a\n")
	f.write("cases/first/case.yaml", "order: 1\n")
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		watch.Run(ctx, f.dir, func(s watch.State) { f.told <- s })
	}()
	t.Cleanup(func() {
		cancel()
		<-ended
	})
	// Whoever is told of a change is listening.
	again := time.NewTicker(500 * time.Millisecond)
	defer again.Stop()
	for i := 0; ; i++ {
		f.write("archive.yaml", fmt.Sprintf("id: a%d\n", i))
		select {
		case <-f.told:
			return f
		case <-again.C:
		}
	}
}

// listens saves a file again and again: the system must tell of each, and what it told
// late of before can stand for one or two of them at most.
func (f *folder) listens(file string) {
	f.t.Helper()
	for i := range 5 {
		f.write(file, fmt.Sprintf("order: %d\n", 10+i))
		if s := f.hears("a save of " + file); s.Gone != nil || s.Looked {
			f.t.Errorf("after save %d of %s: told %+v", i+1, file, s)
		}
	}
}

func (f *folder) path(name string) string { return filepath.Join(f.dir, filepath.FromSlash(name)) }

func (f *folder) write(name, text string) {
	f.t.Helper()
	if err := os.MkdirAll(filepath.Dir(f.path(name)), 0o755); err != nil {
		f.t.Fatal(err)
	}
	if err := os.WriteFile(f.path(name), []byte(text), 0o644); err != nil {
		f.t.Fatal(err)
	}
}

func (f *folder) hears(what string) watch.State {
	f.t.Helper()
	select {
	case s := <-f.told:
		return s
	case <-time.After(patience):
		f.t.Fatalf("never told: %s", what)
		return watch.State{}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func TestAFolderOfThisMachine(t *testing.T) {
	tests := []struct {
		name string
		do   func(f *folder)
	}{
		{"a file is written again", func(f *folder) { f.write("cases/first/case.yaml", "order: 2\n") }},
		{"an editor writes beside it and renames", func(f *folder) {
			f.write("cases/first/.case.yaml.swp", "order: 3\n")
			must(f.t, os.Rename(f.path("cases/first/.case.yaml.swp"), f.path("cases/first/case.yaml")))
		}},
		{"an editor moves it away and creates it", func(f *folder) {
			must(f.t, os.Rename(f.path("cases/first/case.yaml"), f.path("cases/first/case.yaml~")))
			f.write("cases/first/case.yaml", "order: 4\n")
			must(f.t, os.Remove(f.path("cases/first/case.yaml~")))
		}},
		{"a new folder with a file", func(f *folder) { f.write("cases/second/case.yaml", "order: 1\n") }},
		{"a folder is removed", func(f *folder) { must(f.t, os.RemoveAll(f.path("cases/first"))) }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			f := watched(t)
			tt.do(f)
			if s := f.hears(tt.name); s != (watch.State{}) {
				t.Errorf("told %+v", s)
			}
			f.listens("archive.yaml")
		})
	}
}

func TestWhatIsSavedInANewFolderIsToldOf(t *testing.T) {
	t.Parallel()
	f := watched(t)
	must(t, os.MkdirAll(f.path("lessons"), 0o755))
	f.hears("the new folder")
	f.listens("lessons/one.yaml")
}

func TestAFolderIsReplacedByAnother(t *testing.T) {
	t.Parallel()
	f := watched(t)
	must(t, os.Rename(f.dir, f.dir+".old"))
	f.write("archive.yaml", "id: b\n")
	f.hears("the other folder")
	f.listens("archive.yaml")
}

func TestAFolderIsTakenAwayAndPutBack(t *testing.T) {
	t.Parallel()
	f := watched(t)
	must(t, os.Rename(f.dir, f.dir+".away"))
	for s := f.hears("it is gone"); s.Gone == nil; s = f.hears("it is gone") {
	}
	must(t, os.Rename(f.dir+".away", f.dir))
	for s := f.hears("it is back"); s.Gone != nil; s = f.hears("it is back") {
	}
	f.listens("cases/first/case.yaml")
}
