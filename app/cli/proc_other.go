//go:build !linux

package cli

import (
	"math"
	"time"
)

// Memory and processor time of another process are measured on Linux only, the
// system of the exhibits.
func proportionalSize(int) float64 { return math.NaN() }

func heldSize(int) float64 { return math.NaN() }

func cpuOver(int, time.Duration) float64 { return math.NaN() }
