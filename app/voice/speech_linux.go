package voice

import (
	"context"
	"os/exec"
	"strconv"
	"strings"
	"time"
)

// find looks for espeak-ng, or nothing. With speech-dispatcher at hand, spd-say
// is asked first, as it is what a museum configures voices in; where its daemon
// does not answer, espeak-ng serves.
func find(ctx context.Context, limit time.Duration) Speaker {
	if _, err := exec.LookPath("spd-say"); err == nil {
		if langs := dispatched(output(ctx, limit, "spd-say", "-L")); len(langs) > 0 {
			return &program{args: dispatcher, hush: []string{"spd-say", "-C"}, langs: langs}
		}
	}
	if _, err := exec.LookPath("espeak-ng"); err == nil {
		if langs := column(output(ctx, limit, "espeak-ng", "--voices"), 1); len(langs) > 0 {
			return &program{args: espeak, langs: langs}
		}
	}
	return nil
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

// dispatched reads spd-say's list: name, language, variant. A name may hold
// spaces, so that the language is the last word but one.
func dispatched(table string) []string {
	var out []string
	for i, line := range strings.Split(table, "\n") {
		if f := strings.Fields(line); i > 0 && len(f) > 2 {
			out = append(out, f[len(f)-2])
		}
	}
	return out
}
