package voice

import (
	"context"
	"strconv"
	"strings"
	"time"
)

// find asks say for the voices of macOS.
func find(ctx context.Context, limit time.Duration) Speaker {
	voices := sayVoices(output(ctx, limit, "say", "-v", "?"))
	if len(voices) == 0 {
		return nil
	}
	p := &program{args: func(u Utterance) []string { return say(u, voices) }}
	for lang := range voices {
		p.langs = append(p.langs, lang)
	}
	return p
}

// words a minute of say's own rate
const ownRate = 175

func say(u Utterance, voices map[string]string) []string {
	args := []string{"say", "-r", strconv.Itoa(int(ownRate * u.Rate))}
	if name := voices[base(u.Lang)]; name != "" {
		args = append(args, "-v", name)
	}
	return args
}

// sayVoices is the first voice of each language, from lines such as
// "Thomas              fr_FR    # Bonjour".
func sayVoices(table string) map[string]string {
	out := map[string]string{}
	for _, line := range strings.Split(table, "\n") {
		head, _, _ := strings.Cut(line, "#")
		fields := strings.Fields(head)
		if len(fields) < 2 {
			continue
		}
		lang := base(fields[len(fields)-1])
		if out[lang] == "" {
			out[lang] = strings.Join(fields[:len(fields)-1], " ")
		}
	}
	return out
}
