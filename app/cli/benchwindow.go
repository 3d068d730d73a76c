package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// startRuns is how often a start is measured.
const startRuns = 5

var errNoPaint = errors.New("the kiosk has painted nothing; is there a display?")

// measureWindow starts the kiosk as a museum does, several times, then goes
// through it in a window of this process.
func measureWindow(ctx context.Context, env Env, out map[string]float64, data string) error {
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("find this program: %w", err)
	}
	first, err := start(ctx, self, filepath.Join(data, "first"))
	if err != nil {
		return err
	}
	out["start_first_ms"] = percentile([]time.Duration{first.painted}, 0.5)
	var times []time.Duration
	var last started
	for range startRuns {
		if last, err = start(ctx, self, filepath.Join(data, "first")); err != nil {
			return err
		}
		times = append(times, last.painted)
	}
	out["start_warm_ms"] = percentile(times, 0.5)
	out["rss_start_mb"], out["idle_cpu_percent"] = last.memory, last.cpu
	painted, err := env.Paint(ctx, Kiosk{Lang: "en", Open: "home", Data: filepath.Join(data, "first")})
	if err != nil {
		return err
	}
	maps.Copy(out, painted)
	return nil
}

// started is what one start of the kiosk cost.
type started struct {
	painted time.Duration // from the start of the process to the first page painted
	memory  float64       // proportional set size, MB of 10^6 bytes, two seconds later
	cpu     float64       // of one core, percent, while nothing is done
}

// start runs the kiosk full screen until it has painted its first page, lets it
// rest, and ends it.
func start(ctx context.Context, self, data string) (started, error) {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, self, "--trace", "--lang", "en", "--data", data)
	pipe, err := cmd.StderrPipe()
	if err != nil {
		return started{}, fmt.Errorf("start the kiosk: %w", err)
	}
	begin := time.Now()
	if err := cmd.Start(); err != nil {
		return started{}, fmt.Errorf("start the kiosk: %w", err)
	}
	defer func() {
		cancel()
		// It is ended by a signal; its exit status says no more than that.
		_ = cmd.Wait()
	}()
	if !paintedLine(pipe) {
		return started{}, errNoPaint
	}
	s := started{painted: time.Since(begin)}
	go io.Copy(io.Discard, pipe)
	time.Sleep(2 * time.Second)
	s.memory = proportionalSize(cmd.Process.Pid)
	s.cpu = cpuOver(cmd.Process.Pid, 3*time.Second)
	return s, nil
}

func paintedLine(r io.Reader) bool {
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		if strings.HasPrefix(lines.Text(), "painted ") {
			return true
		}
	}
	return false
}

func splitWords(s string) []string { return strings.Fields(s) }
