package cli

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// usualRounds is an afternoon of visitors: flings of a timeline, pages, searches.
const usualRounds = "2000,500,500"

// mostRounds bounds each.
const mostRounds = 100_000

// readRounds reads three numbers.
func readRounds(list string) (Rounds, error) {
	var n [3]int
	parts := strings.Split(list, ",")
	for i := range n {
		var err error
		if len(parts) != len(n) {
			err = strconv.ErrSyntax
		} else {
			n[i], err = strconv.Atoi(strings.TrimSpace(parts[i]))
		}
		if err != nil || n[i] < 0 || n[i] > mostRounds {
			return Rounds{}, misused{fmt.Errorf("--rounds takes three numbers from 0 to %d, such as %s, not %q", mostRounds, usualRounds, list)}
		}
	}
	return Rounds{n[0], n[1], n[2]}, nil
}

// Memory is what a process holds, MB of 10^6 bytes; not a number where it cannot be
// read.
type Memory struct {
	All  float64 // pages shared with others counted in part
	Held float64 // of it what no file stands behind: other programs do not change it
}

// measureMemory uses the kiosk in a window of this process, which does nothing
// else, and reads its memory.
func measureMemory(ctx context.Context, env Env, out map[string]float64, n Rounds) error {
	data, err := os.MkdirTemp("", "vigil-bench-")
	if err != nil {
		return fmt.Errorf("make a folder for the index: %w", err)
	}
	defer os.RemoveAll(data)
	memory := func() Memory { return Memory{proportionalSize(os.Getpid()), heldSize(os.Getpid())} }
	got, err := env.Soak(ctx, Kiosk{Lang: "en", Open: "home", Data: data}, n, memory)
	if err != nil {
		return fmt.Errorf("measure memory in a window: %w", err)
	}
	for name, value := range got {
		out[name] = value
	}
	return nil
}
