package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience is how long a test waits for what must come. A busy machine is waited
// for: only what never comes fails.
const patience = 3 * time.Minute

// display is monitors in memory that a program is shown on, and a hand and a keyboard
// that act on it.
type display interface {
	// environment is what a program needs to be shown there.
	environment() []string
	// photograph writes a picture of one monitor, counted from 0, to a PNG.
	photograph(t *testing.T, monitor int, file string)
	// xdotool moves the pointer and presses buttons and keys. The first monitor begins
	// at 0,0.
	xdotool(t *testing.T, args ...string)
}

// x11 is an X server in memory with one monitor: GLFW sees no more of them there,
// however it is set up.
type x11 struct{ name string }

// newX11 starts one of so many px, such as 1920x1080.
func newX11(t *testing.T, size string) x11 {
	t.Helper()
	number, theirs, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	xvfb := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", size+"x24", "-nolisten", "tcp")
	xvfb.ExtraFiles = []*os.File{theirs}
	begin(t, xvfb)
	theirs.Close()
	t.Cleanup(func() { number.Close() })
	line, err := bufio.NewReader(number).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb named no display: %v", err)
	}
	return x11{":" + strings.TrimSpace(line)}
}

func (x x11) environment() []string { return []string{"DISPLAY=" + x.name, "WAYLAND_DISPLAY="} }

func (x x11) photograph(t *testing.T, monitor int, file string) {
	t.Helper()
	if monitor != 0 {
		t.Fatalf("an X server in memory has one monitor, and no number %d", monitor)
	}
	x.run(t, "import", "-window", "root", file)
}

func (x x11) xdotool(t *testing.T, args ...string) {
	t.Helper()
	x.run(t, "xdotool", args...)
}

func (x x11) run(t *testing.T, tool string, args ...string) {
	t.Helper()
	do(t, x.environment(), tool, args...)
}

// begin starts a program that ends with the test.
func begin(t *testing.T, program *exec.Cmd) {
	t.Helper()
	tool := filepath.Base(program.Path)
	if err := program.Start(); err != nil {
		t.Fatalf("start %s; build/test installs it: %v", tool, err)
	}
	t.Cleanup(func() {
		if err := program.Process.Kill(); err != nil {
			t.Logf("end %s: %v", tool, err)
		}
		// It was ended by a signal; its exit status says no more than that.
		_ = program.Wait()
	})
}

// do runs a program to its end and returns what it writes.
func do(t *testing.T, environment []string, tool string, args ...string) string {
	t.Helper()
	out, err := try(environment, tool, args...)
	if err != nil {
		t.Fatalf("%s %s; build/test installs it: %v\n%s", tool, strings.Join(args, " "), err, out)
	}
	return out
}

func try(environment []string, tool string, args ...string) (string, error) {
	program := exec.Command(tool, args...)
	program.Env = append(os.Environ(), environment...)
	out, err := program.CombinedOutput()
	return string(out), err
}

// eventually waits until something is so, and fails where it never is.
func eventually(t *testing.T, what string, so func() bool) {
	t.Helper()
	for begin := time.Now(); !so(); time.Sleep(20 * time.Millisecond) {
		if time.Since(begin) > patience {
			t.Fatalf("never came to pass: %s", what)
		}
	}
}
