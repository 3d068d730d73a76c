package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
)

// mostGrown is how much more memory the kiosk may hold after use than after its
// start, MB.
const mostGrown = 30

// An afternoon of visitors leaves nothing behind: flings of a timeline, pages
// and searches in a real window. What is counted is the memory of the process,
// textures included, for without a graphics card that is where they are; files in
// memory are not, for whose they are depends on what else runs.
func TestMemoryIsGivenBack(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("memory is read from /proc, and the window needs Xvfb: both are Linux")
	}
	buildKiosk(t)
	bench := exec.Command(filepath.Join("..", "dist", "vigil"), "bench", "--memory", "--rounds", "40,30,30", "--json")
	bench.Env = append(os.Environ(), newX11(t, "1920x1080").environment()...)
	bench.Stderr = os.Stderr
	out, err := bench.Output()
	if err != nil {
		t.Fatalf("measure the memory: %v", err)
	}
	var mb map[string]float64
	if err := json.Unmarshal(out, &mb); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for _, name := range []string{"held_after_flings_mb", "held_after_pages_mb", "held_after_searches_mb"} {
		if grown := mb[name] - mb["held_window_mb"]; mb[name] == 0 || grown > mostGrown {
			t.Errorf("%s is %.0f, %.0f more than at the start, %.0f; it may be %d", name, mb[name], grown, mb["held_window_mb"], mostGrown)
		}
	}
}
