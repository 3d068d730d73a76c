package voice

import (
	"os/exec"
	"strconv"
	"strings"
)

// System is the machine's own voice: espeak-ng, or Mute. With speech-dispatcher
// at hand, spd-say is asked first, as it is what a museum configures voices in.
func System() Speaker {
	if _, err := exec.LookPath("spd-say"); err == nil && output("spd-say", "-O") != "" {
		return &program{args: dispatcher, voices: func() []string { return dispatched(output("spd-say", "-L")) }}
	}
	if _, err := exec.LookPath("espeak-ng"); err == nil {
		return &program{args: espeak, voices: func() []string { return column(output("espeak-ng", "--voices"), 1) }}
	}
	return Mute{}
}

// words a minute of espeak-ng's own rate
const ownRate = 165

func espeak(u Utterance) []string {
	return []string{"espeak-ng", "-v", base(u.Lang), "-s", strconv.Itoa(int(ownRate * u.Rate)), "--stdin"}
}

// dispatcher waits until all has been said; its rate is -100 to 100.
func dispatcher(u Utterance) []string {
	rate := min(max(int((u.Rate-1)*80), -100), 100)
	return []string{"spd-say", "--wait", "--pipe-mode", "--language", base(u.Lang), "--rate", strconv.Itoa(rate)}
}

// column takes the n-th word of each line but the first, which is the head.
func column(table string, n int) []string {
	var out []string
	for i, line := range strings.Split(table, "\n") {
		if f := strings.Fields(line); i > 0 && len(f) > n {
			out = append(out, f[n])
		}
	}
	return out
}

// dispatched reads spd-say's list: name, language, variant.
func dispatched(table string) []string { return column(table, 1) }
