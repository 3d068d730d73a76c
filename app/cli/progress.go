package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"
)

// patience is how long a command works before it says on a terminal what it is at.
const patience = time.Second

// progress says on a terminal, for what takes longer than a second, what is being done, for
// how long and, where it is told, how far it is; elsewhere nothing. Step is told how much is
// done and, where that is known, of how much; done takes the line away and may be called
// more than once.
func (e Env) progress(what string) (step func(n, of int), done func()) {
	if !terminal(e.Err) {
		return func(int, int) {}, func() {}
	}
	p := &waiting{out: e.Err, what: what, begun: time.Now(), stop: make(chan struct{})}
	go p.run(time.NewTicker(patience))
	return p.step, sync.OnceFunc(p.done)
}

// waiting is a line on a terminal that says what somebody waits for.
type waiting struct {
	mu    sync.Mutex
	out   io.Writer
	what  string
	begun time.Time
	n, of int
	shown bool
	stop  chan struct{}
}

func (p *waiting) run(ticker *time.Ticker) {
	defer ticker.Stop()
	for {
		select {
		case <-p.stop:
			return
		case <-ticker.C:
			p.show()
		}
	}
}

func (p *waiting) step(n, of int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.n, p.of = n, of
}

func (p *waiting) show() {
	p.mu.Lock()
	defer p.mu.Unlock()
	select {
	case <-p.stop:
		return
	default:
	}
	p.shown = true
	far := ""
	switch {
	case p.of > 0:
		far = fmt.Sprintf(", %d of %d", p.n, p.of)
	case p.n > 0:
		far = fmt.Sprintf(", %d", p.n)
	}
	fmt.Fprintf(p.out, "\r%s: %d s%s\x1b[K", p.what, int(time.Since(p.begun).Seconds()), far)
}

func (p *waiting) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	close(p.stop)
	if p.shown {
		fmt.Fprint(p.out, "\r\x1b[K")
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
