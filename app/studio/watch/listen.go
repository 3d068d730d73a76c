package watch

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/fsnotify/fsnotify"
)

// system hears of changes from the operating system.
type system struct {
	root    string
	watcher *fsnotify.Watcher
	sounds  chan sound
	done    chan struct{}
}

var _ ear = (*system)(nil)

// listen begins to hear of the folders in dir. It fails where the system can watch no
// more, and hears of all of them or of none.
func listen(dir string, folders []string) (ear, error) {
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, fmt.Errorf("watch %s: %w", dir, err)
	}
	for _, name := range folders {
		if err := watcher.Add(under(dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			_ = watcher.Close() // what matters is why it cannot watch
			return nil, fmt.Errorf("watch %s: %w", under(dir, name), err)
		}
	}
	s := &system{root: dir, watcher: watcher, sounds: make(chan sound), done: make(chan struct{})}
	go s.follow()
	return s, nil
}

func (s *system) heard() <-chan sound { return s.sounds }

func (s *system) close() {
	close(s.done)
	_ = s.watcher.Close() // there is nothing to lose
}

// follow hands on what the system tells until it tells no more.
func (s *system) follow() {
	defer close(s.sounds)
	for {
		select {
		case <-s.done:
			return
		case event, ok := <-s.watcher.Events:
			if !ok {
				return
			}
			if s.counts(event.Name) && !s.give(sound{sure: event.Op != fsnotify.Chmod}) {
				return
			}
		case err, ok := <-s.watcher.Errors:
			// Where more happens than the system keeps, something has happened.
			if !ok || !errors.Is(err, fsnotify.ErrEventOverflow) || !s.give(sound{sure: true}) {
				return
			}
		}
	}
}

// counts reports whether a file or folder is one of the tree.
func (s *system) counts(name string) bool {
	return name == s.root || !strings.HasPrefix(filepath.Base(name), ".")
}

func (s *system) give(what sound) bool {
	select {
	case s.sounds <- what:
		return true
	case <-s.done:
		return false
	}
}
