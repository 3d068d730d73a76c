// Package watch tells when a folder that somebody writes in has come to rest after a
// change, so that what was saved can be read.
//
// It hears of changes from the system where the system tells of them, and looks at the
// folder itself where it does not: on a share that another machine writes to, and where
// the system watches no more folders. A save is told once, however many steps an editor
// takes for it, and hundreds of files that come together are told together. It reads
// names, sizes and times, never what is in a file, and follows no link but the folder's
// own.
package watch

import (
	"context"
	"log/slog"
	"path/filepath"
	"time"
)

// State is what is known of a folder when it is told of.
type State struct {
	Gone   error // why the folder cannot be looked at; nil while it can
	Looked bool  // the system tells of no changes here: the folder is looked at every second
}

// Of time: a save is told when nothing more has come for so long, and a stream of them no
// later than that.
const (
	quiet = 150 * time.Millisecond
	most  = time.Second
)

// mostMissed is after how many changes that it told nothing of the system is believed to
// tell of none.
const mostMissed = 2

// How often the folder is looked at: where that is the only way to learn of a change, and
// where it is there to find out that the system tells of none.
const (
	often  = time.Second
	seldom = 3 * time.Second
)

// Run tells of a folder each time that something in it has changed, has gone or has come
// back, until ctx ends. What was there at the beginning is not told of. tell is called by
// the goroutine of Run, which waits for it.
func Run(ctx context.Context, dir string, tell func(State)) {
	if whole, err := filepath.Abs(dir); err == nil {
		dir = whole
	}
	w := watcher{look: func() (tree, error) { return look(dir) }, listen: func(dirs []string) (ear, error) { return listen(dir, dirs) }, tell: tell}
	w.run(ctx)
}

// ear hears of changes from the system.
type ear interface {
	// heard gives what the system tells; it is closed when the system tells no more.
	heard() <-chan sound
	close()
}

// sound is something heard of.
type sound struct{ sure bool } // not only of a time or a permission

// watcher is one Run. Its parts are given, so that a test needs neither disk nor clock.
type watcher struct {
	look   func() (tree, error)
	listen func(dirs []string) (ear, error)
	tell   func(State)

	state   State
	seen    tree
	ear     ear
	pending pending
	missed  int         // changes in a row that a look found and the system did not tell of
	calm    *time.Timer // runs out when what is pending is to be told
	next    *time.Timer // when to look again
}

// pending is what has been noticed and not been told.
type pending struct {
	since  time.Time // zero where there is nothing
	heard  bool
	sure   bool // and not only of a time or a permission
	looked bool // a look has found it
}

func (w *watcher) run(ctx context.Context) {
	w.calm, w.next = time.NewTimer(0), time.NewTimer(0)
	w.calm.Stop()
	defer w.calm.Stop()
	defer w.next.Stop()
	defer w.deaf()
	w.begin()
	for {
		var heard <-chan sound
		if w.ear != nil {
			heard = w.ear.heard()
		}
		select {
		case <-ctx.Done():
			return
		case s, ok := <-heard:
			if !ok {
				w.deaf()
				w.lookOnly("the system tells no more")
				continue
			}
			w.notice(func(p *pending) { p.heard, p.sure = true, p.sure || s.sure })
		case <-w.next.C:
			w.again()
		case <-w.calm.C:
			w.rested()
		}
	}
}

// begin looks at the folder for the first time, and tells only what is amiss.
func (w *watcher) begin() {
	w.seen, w.state.Gone = w.look()
	w.hear()
	w.rest(0)
	if w.state.Gone != nil || w.state.Looked {
		w.tell(w.state)
	}
}

// notice keeps in mind that something has happened, and waits for more of it.
func (w *watcher) notice(note func(*pending)) {
	now := time.Now()
	if w.pending.since.IsZero() {
		w.pending.since = now
	}
	note(&w.pending)
	w.calm.Reset(min(quiet, max(0, w.pending.since.Add(most).Sub(now))))
}

// again looks whether anything has changed that was not heard of.
func (w *watcher) again() {
	begin := time.Now()
	now, err := w.look()
	w.rest(time.Since(begin))
	switch {
	case err != nil && w.state.Gone == nil:
		w.gone(err)
	case err == nil && (w.state.Gone != nil || !now.same(w.seen)):
		w.notice(func(p *pending) { p.looked = true })
	}
}

// rest waits until the next look, longer where a look takes long, as on a share far away.
func (w *watcher) rest(took time.Duration) {
	every := seldom
	if w.state.Looked || w.state.Gone != nil {
		every = often
	}
	w.next.Reset(max(every, 4*took))
}

// rested tells of what has happened, now that nothing more comes.
func (w *watcher) rested() {
	was := w.pending
	w.pending = pending{}
	now, err := w.look()
	if err != nil {
		if w.state.Gone == nil {
			w.gone(err)
		}
		return
	}
	back := w.state.Gone != nil
	w.state.Gone = nil
	changed := !now.same(w.seen)
	moved := back || !now.sameFolders(w.seen)
	w.seen = now
	switch {
	case moved:
		// Folders that have come, gone or been replaced are heard of no more, or not yet.
		w.hear()
	case was.looked && !was.heard && !w.state.Looked:
		// On a busy machine a look may come before what the system tells.
		if w.missed++; w.missed == mostMissed {
			w.lookOnly("it told nothing of changes")
		}
	case was.heard:
		w.missed = 0
	}
	if was.sure || changed || back {
		w.tell(w.state)
	}
}

// gone tells that the folder cannot be looked at, once.
func (w *watcher) gone(err error) {
	w.deaf()
	w.pending = pending{}
	w.calm.Stop()
	w.state.Gone = err
	w.rest(0)
	w.tell(w.state)
}

// hear begins to hear of the folders that are there now.
func (w *watcher) hear() {
	w.deaf()
	if w.state.Gone != nil {
		return
	}
	var err error
	if w.ear, err = w.listen(w.seen.folders()); err != nil {
		slog.Warn("hear of changes; the folder is looked at every second", "err", err)
		w.ear = nil
		w.state.Looked = true
		w.rest(0)
	}
}

// lookOnly looks every second from now on. What is heard counts all the same.
func (w *watcher) lookOnly(why string) {
	slog.Info("the system tells of no changes here; the folder is looked at every second", "why", why)
	w.state.Looked = true
	w.rest(0)
}

func (w *watcher) deaf() {
	if w.ear != nil {
		w.ear.close()
		w.ear = nil
	}
}
