package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// What takes longer than a second says how far it is, and leaves no trace when it is done.
func TestProgress(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var out bytes.Buffer
		p := &waiting{out: &out, what: "reading people.xlsx", begun: time.Now(), stop: make(chan struct{})}
		go p.run(time.NewTicker(patience))
		p.step(10, 100)
		time.Sleep(patience / 2)
		synctest.Wait()
		if out.Len() > 0 {
			t.Errorf("said after half a second: %q", out.String())
		}
		time.Sleep(patience)
		synctest.Wait()
		if !strings.Contains(out.String(), "reading people.xlsx: 1 s, 10 of 100") {
			t.Errorf("%q", out.String())
		}
		p.done()
		p.step(100, 100)
		time.Sleep(2 * patience)
		synctest.Wait()
		if !strings.HasSuffix(out.String(), "\r\x1b[K") || strings.Contains(out.String(), "100 of 100") {
			t.Errorf("left behind: %q", out.String())
		}
	})
}

// In a pipe nothing is said.
func TestNoProgressInAPipe(t *testing.T) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	if terminal(w) || terminal(&bytes.Buffer{}) {
		t.Error("a pipe is taken for a terminal")
	}
}
