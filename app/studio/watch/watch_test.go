package watch

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"sync"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"
)

// world is a folder and a system that need neither disk nor clock.
type world struct {
	t     *testing.T
	begin time.Time

	mu   sync.Mutex
	tree tree
	gone error

	deaf    error // why the system watches nothing
	ears    []*fakeEar
	told    []State
	toldAt  []time.Duration
	cancel  context.CancelFunc
	stopped chan struct{}
}

type fakeEar struct {
	dirs   []string
	sounds chan sound
	closed bool
}

func (e *fakeEar) heard() <-chan sound { return e.sounds }
func (e *fakeEar) close()              { e.closed = true }

func newWorld(t *testing.T) *world {
	w := &world{t: t, begin: time.Now(), tree: treeOf("archive.yaml", "people.yaml"), stopped: make(chan struct{})}
	return w
}

// treeOf is a tree of files, all of size 1, in one folder.
func treeOf(files ...string) tree {
	t := tree{files: map[string]stamp{}, dirs: map[string]fs.FileInfo{}}
	for _, name := range files {
		t.files[name] = stamp{size: 1}
	}
	return t
}

func (w *world) run() {
	ctx, cancel := context.WithCancel(w.t.Context())
	w.cancel = cancel
	one := watcher{
		look: func() (tree, error) {
			w.mu.Lock()
			defer w.mu.Unlock()
			return w.tree, w.gone
		},
		listen: func(dirs []string) (ear, error) {
			if w.deaf != nil {
				return nil, w.deaf
			}
			e := &fakeEar{dirs: dirs, sounds: make(chan sound)}
			w.ears = append(w.ears, e)
			return e, nil
		},
		tell: func(s State) {
			w.told = append(w.told, s)
			w.toldAt = append(w.toldAt, time.Since(w.begin))
		},
	}
	go func() {
		defer close(w.stopped)
		one.run(ctx)
	}()
	synctest.Wait()
}

func (w *world) end() {
	w.cancel()
	<-w.stopped
}

// save changes a file, and has the system tell of it.
func (w *world) save(name string) {
	w.write(name)
	w.ear().sounds <- sound{sure: true}
}

// write changes a file silently.
func (w *world) write(name string) {
	now := treeOf()
	for k, v := range w.tree.files {
		now.files[k] = v
	}
	now.dirs = w.tree.dirs
	now.files[name] = stamp{size: now.files[name].size + 1}
	w.is(now, nil)
}

// is has the folder hold something else, or be gone.
func (w *world) is(now tree, gone error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.tree, w.gone = now, gone
}

func (w *world) ear() *fakeEar { return w.ears[len(w.ears)-1] }

func (w *world) after(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

func TestASaveIsToldOnceWhenItHasComeToRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.run()
		defer w.end()
		for range 5 { // an editor writes, renames and creates
			w.save("people.yaml")
			w.after(20 * time.Millisecond)
		}
		w.after(10 * time.Second)
		if len(w.told) != 1 || w.told[0] != (State{}) {
			t.Fatalf("told %v", w.told)
		}
		if at := w.toldAt[0]; at < 80*time.Millisecond+quiet || at > 400*time.Millisecond {
			t.Errorf("told after %v", at)
		}
	})
}

func TestAStreamOfChangesIsToldEverySecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.run()
		defer w.end()
		for range 60 { // of 3 seconds
			w.save("people.yaml")
			w.after(50 * time.Millisecond)
		}
		w.after(time.Second)
		if n := len(w.told); n < 3 || n > 4 {
			t.Errorf("told %d times in three seconds", n)
		}
		if w.toldAt[0] > most+quiet {
			t.Errorf("first told after %v", w.toldAt[0])
		}
	})
}

func TestATouchedTimeIsNoChange(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.run()
		defer w.end()
		w.ear().sounds <- sound{sure: false}
		w.after(10 * time.Second)
		if len(w.told) != 0 {
			t.Errorf("told %v", w.told)
		}
		w.write("people.yaml")
		w.ear().sounds <- sound{sure: false}
		w.after(time.Second)
		if len(w.told) != 1 || w.told[0].Looked {
			t.Errorf("a change of which only its time was heard: told %v", w.told)
		}
	})
}

func TestWhereTheSystemTellsNothingTheFolderIsLookedAt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.run()
		defer w.end()
		for i := range mostMissed {
			w.write("people.yaml")
			w.after(seldom + time.Second)
			if len(w.told) != i+1 || w.told[i].Looked != (i+1 == mostMissed) {
				t.Fatalf("change %d that was not heard of: told %v", i+1, w.told)
			}
		}
		before := time.Since(w.begin)
		w.write("archive.yaml")
		w.after(3 * time.Second)
		if len(w.told) != mostMissed+1 || w.toldAt[mostMissed]-before > often+2*quiet {
			t.Errorf("told %v at %v, changed at %v", w.told, w.toldAt, before)
		}
	})
}

func TestWhereTheSystemWatchesNoMoreTheFolderIsLookedAt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.deaf = errors.New("no space left on device")
		w.run()
		defer w.end()
		if len(w.told) != 1 || !w.told[0].Looked {
			t.Fatalf("told %v", w.told)
		}
		w.write("people.yaml")
		w.after(often + 2*quiet)
		if len(w.told) != 2 {
			t.Errorf("told %v", w.told)
		}
	})
}

func TestWhereTheSystemFallsSilentTheFolderIsLookedAt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.run()
		defer w.end()
		close(w.ear().sounds)
		w.after(time.Second)
		w.write("people.yaml")
		w.after(often + 2*quiet)
		if len(w.told) != 1 || !w.told[0].Looked {
			t.Errorf("told %v", w.told)
		}
	})
}

func TestAFolderThatGoesAndComesBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.run()
		defer w.end()
		w.is(w.tree, fs.ErrNotExist)
		w.after(seldom + time.Second)
		if len(w.told) != 1 || !errors.Is(w.told[0].Gone, fs.ErrNotExist) || !w.ear().closed {
			t.Fatalf("gone: told %v", w.told)
		}
		w.after(time.Minute)
		if len(w.told) != 1 {
			t.Fatalf("that it is gone is told %d times", len(w.told))
		}
		w.is(w.tree, nil)
		w.after(often + 2*quiet)
		if len(w.told) != 2 || w.told[1] != (State{}) || len(w.ears) != 2 {
			t.Fatalf("back: told %v, listened %d times", w.told, len(w.ears))
		}
		w.save("people.yaml")
		w.after(time.Second)
		if len(w.told) != 3 {
			t.Errorf("after it came back: told %v", w.told)
		}
	})
}

func TestAFolderThatWasNeverThere(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.is(w.tree, fs.ErrNotExist)
		w.run()
		defer w.end()
		if len(w.told) != 1 || w.told[0].Gone == nil {
			t.Fatalf("told %v", w.told)
		}
		w.is(w.tree, nil)
		w.after(2 * often)
		if len(w.told) != 2 || w.told[1].Gone != nil {
			t.Errorf("told %v", w.told)
		}
	})
}

func TestNewFoldersAreHeardOf(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWorld(t)
		w.run()
		defer w.end()
		now := treeOf("archive.yaml", "people.yaml")
		info, err := fs.Stat(fstest.MapFS{"cases/a.yaml": &fstest.MapFile{}}, "cases")
		if err != nil {
			t.Fatal(err)
		}
		now.dirs["cases"] = info
		w.is(now, nil)
		w.ear().sounds <- sound{sure: true}
		w.after(time.Second)
		if len(w.told) != 1 || !slices.Contains(w.ear().dirs, "cases") {
			t.Errorf("told %v, hears of %v", w.told, w.ear().dirs)
		}
	})
}
