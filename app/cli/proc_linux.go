package cli

import (
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"time"
)

// proportionalSize is a process's memory, pages shared with others counted in
// part (PSS of proc(5)), in MB of 10^6 bytes; not a number where it cannot be
// read.
func proportionalSize(pid int) float64 { return rolledUp(pid, "Pss:") }

// heldSize is the part of it that no file stands behind. A library's pages count for
// more as soon as another program that had them too has ended; these do not.
func heldSize(pid int) float64 { return rolledUp(pid, "Pss_Anon:") + rolledUp(pid, "Pss_Shmem:") }

// rolledUp is a line of smaps_rollup (proc(5)), in MB of 10^6 bytes.
func rolledUp(pid int, name string) float64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", pid))
	if err != nil {
		return math.NaN()
	}
	for line := range strings.Lines(string(data)) {
		fields := strings.Fields(line)
		if len(fields) >= 2 && fields[0] == name {
			kb, err := strconv.ParseFloat(fields[1], 64)
			if err != nil {
				return math.NaN()
			}
			return kb * 1024 / 1e6
		}
	}
	return math.NaN()
}

// ticksPerSecond is USER_HZ, which Linux fixes at 100 on every platform that Go
// runs on.
const ticksPerSecond = 100

// cpuOver is how much of one core a process uses during a time, percent.
func cpuOver(pid int, during time.Duration) float64 {
	before := cpuTicks(pid)
	time.Sleep(during)
	return (cpuTicks(pid) - before) / ticksPerSecond / during.Seconds() * 100
}

// cpuTicks is user and system time: fields 14 and 15 of /proc/PID/stat.
func cpuTicks(pid int) float64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return math.NaN()
	}
	_, rest, ok := strings.Cut(string(data), ") ")
	fields := strings.Fields(rest)
	if !ok || len(fields) < 13 {
		return math.NaN()
	}
	user, err1 := strconv.ParseFloat(fields[11], 64)
	system, err2 := strconv.ParseFloat(fields[12], 64)
	if err1 != nil || err2 != nil {
		return math.NaN()
	}
	return user + system
}
