package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// The kiosk in a real window, driven by real clicks and keys on a display in
// memory. build/walk fails when a step shows another route than it should.
func TestWalk(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the walk needs Xvfb, which is a Linux display")
	}
	for _, tool := range []string{"Xvfb", "xdotool", "import"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing; build/test installs it: %v", tool, err)
		}
	}
	buildKiosk(t)
	for _, size := range []string{"1920x1080", "1080x1920"} {
		t.Run(size, func(t *testing.T) {
			walk := exec.Command(filepath.Join("build", "walk"))
			walk.Dir = ".."
			walk.Env = append(os.Environ(), "WALK_SIZE="+size, "WALK_OUT="+t.TempDir())
			if out, err := walk.CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
		})
	}
}

// buildKiosk leaves the program in dist, as build/run does.
func buildKiosk(t *testing.T) {
	t.Helper()
	build := exec.Command("go", "build", "-o", filepath.Join("dist", "vigil"), "./app")
	build.Dir = ".."
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
}
