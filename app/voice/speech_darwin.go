package voice

import (
	"strconv"
	"strings"
)

// System is the machine's own voice: say.
func System() Speaker {
	return &program{args: say, voices: func() []string {
		var out []string
		for lang := range sayVoices() {
			out = append(out, lang)
		}
		return out
	}}
}

// words a minute of say's own rate
const ownRate = 175

func say(u Utterance) []string {
	args := []string{"say", "-r", strconv.Itoa(int(ownRate * u.Rate))}
	if name := sayVoices()[base(u.Lang)]; name != "" {
		args = append(args, "-v", name)
	}
	return args
}

// sayVoices is the first voice of each language, from lines such as
// "Thomas              fr_FR    # Bonjour".
func sayVoices() map[string]string {
	out := map[string]string{}
	for _, line := range strings.Split(output("say", "-v", "?"), "\n") {
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
