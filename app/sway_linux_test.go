package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// Each monitor of a sway, px.
const (
	swayWidth  = 1280
	swayHeight = 720
)

// sway is a Wayland desktop in memory with two monitors that can be pulled out and put
// back. It is a sway within a sway within an X server: the inner one's monitors are
// windows of the outer one, for a monitor of sway's headless backend can neither be
// taken away nor have a keyboard whose keys GLFW knows.
type sway struct {
	x            x11
	outer, inner compositor
}

// compositor is one sway.
type compositor struct{ folder string }

func (d compositor) socket() string { return filepath.Join(d.folder, "sway.sock") }

func (d compositor) wayland() string { return filepath.Join(d.folder, "wayland-1") }

// outerRules put the inner monitors side by side and leave each where it is when
// another goes.
var outerRules = fmt.Sprintf(`xwayland disable
default_border none
default_floating_border none
output X11-1 resolution %dx%d
for_window [title="WL-"] floating enable, resize set %d %d, move position %d 0
for_window [title="WL-1$"] move position 0 0
`, 2*swayWidth, swayHeight, swayWidth, swayHeight, swayWidth)

const innerRules = `xwayland disable
default_border none
`

// newSway starts one.
func newSway(t *testing.T) *sway {
	t.Helper()
	s := &sway{x: newX11(t, fmt.Sprintf("%dx%d", 2*swayWidth, swayHeight))}
	s.outer = newCompositor(t, outerRules, append(s.x.environment(), "WLR_BACKENDS=x11")...)
	s.inner = newCompositor(t, innerRules, "WAYLAND_DISPLAY="+s.outer.wayland(), "WLR_BACKENDS=wayland", "WLR_WL_OUTPUTS=2")
	eventually(t, "two monitors in sway", func() bool { return len(s.monitors(t)) == 2 })
	return s
}

// newCompositor starts a sway by its rules.
func newCompositor(t *testing.T, rules string, environment ...string) compositor {
	t.Helper()
	// Not of the test's own: there the path of a socket may grow too long.
	folder, err := os.MkdirTemp("", "vigil-sway")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	config := filepath.Join(folder, "config")
	if err := os.WriteFile(config, []byte(rules), 0o644); err != nil {
		t.Fatal(err)
	}
	d := compositor{folder}
	program := exec.Command("sway", "--config", config)
	program.Env = append(os.Environ(), "XDG_RUNTIME_DIR="+folder, "SWAYSOCK="+d.socket(), "WLR_RENDERER=pixman")
	program.Env = append(program.Env, environment...)
	program.SysProcAttr = unprivileged(t, folder)
	begin(t, program)
	eventually(t, "sway answers", func() bool {
		_, err := try(nil, "swaymsg", "--socket", d.socket(), "--type", "get_version")
		return err == nil
	})
	return d
}

// unprivileged has a program run as nobody in a folder, where it would run as root:
// sway refuses to.
func unprivileged(t *testing.T, folder string) *syscall.SysProcAttr {
	t.Helper()
	const nobody = 65534
	attr := &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if os.Getuid() != 0 {
		return attr
	}
	if err := os.Chown(folder, nobody, nobody); err != nil {
		t.Fatal(err)
	}
	attr.Credential = &syscall.Credential{Uid: nobody, Gid: nobody}
	return attr
}

// order has a sway do something.
func (d compositor) order(t *testing.T, words string) {
	t.Helper()
	do(t, nil, "swaymsg", "--socket", d.socket(), words)
}

// monitors are the names of those there are, from left to right.
func (s *sway) monitors(t *testing.T) []string {
	t.Helper()
	var all []struct{ Name string }
	out := do(t, nil, "swaymsg", "--socket", s.inner.socket(), "--raw", "--type", "get_outputs")
	if err := json.Unmarshal([]byte(out), &all); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	var names []string
	for _, m := range all {
		names = append(names, m.Name)
	}
	return names
}

// unplug pulls a monitor out, counted from 0.
func (s *sway) unplug(t *testing.T, monitor int) {
	t.Helper()
	all := s.monitors(t)
	s.outer.order(t, fmt.Sprintf(`[title="%s$"] kill`, all[monitor]))
	eventually(t, "sway loses a monitor", func() bool { return len(s.monitors(t)) == len(all)-1 })
}

// plug puts another monitor in.
func (s *sway) plug(t *testing.T) {
	t.Helper()
	before := len(s.monitors(t))
	s.inner.order(t, "create_output")
	eventually(t, "sway gets a monitor", func() bool { return len(s.monitors(t)) == before+1 })
}

func (s *sway) environment() []string {
	return []string{"WAYLAND_DISPLAY=" + s.inner.wayland(), "DISPLAY="}
}

func (s *sway) photograph(t *testing.T, monitor int, file string) {
	t.Helper()
	do(t, s.environment(), "grim", "-o", s.monitors(t)[monitor], file)
}

func (s *sway) xdotool(t *testing.T, args ...string) {
	t.Helper()
	s.x.xdotool(t, args...)
}
