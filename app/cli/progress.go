package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// patience is how long a command works before it says on a terminal how far it is.
const patience = time.Second

// progress says on a terminal, for what takes longer than a second, what is being done and
// how far it is; elsewhere nothing. Step is told how much is done and, where that is known,
// of how much; done takes the line away and may be called twice.
func (e Env) progress(what string) (step func(n, of int), done func()) {
	if !terminal(e.Err) {
		return func(int, int) {}, func() {}
	}
	var mu sync.Mutex
	next, shown, over := time.Now().Add(patience), false, false
	step = func(n, of int) {
		mu.Lock()
		defer mu.Unlock()
		now := time.Now()
		if over || now.Before(next) {
			return
		}
		next, shown = now.Add(patience/4), true
		if of > 0 {
			fmt.Fprintf(e.Err, "\r%s: %d of %d\x1b[K", what, n, of)
			return
		}
		fmt.Fprintf(e.Err, "\r%s: %d\x1b[K", what, n)
	}
	return step, func() {
		mu.Lock()
		defer mu.Unlock()
		if shown && !over {
			fmt.Fprint(e.Err, "\r\x1b[K")
		}
		over = true
	}
}

// terminal reports whether somebody sees what is written.
func terminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
