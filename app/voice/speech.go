package voice

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"sync"
)

// Utterance is what is said at once.
type Utterance struct {
	Text string
	Lang string  // BCP 47
	Rate float64 // 1 is the voice's own
}

// Speaker speaks through the loudspeaker.
type Speaker interface {
	// Speaks reports whether there is a voice for a language.
	Speaks(lang string) bool
	// Say returns when it has been said, or when the context has ended, which
	// silences it.
	Say(ctx context.Context, u Utterance) error
}

// Mute is the Speaker of a machine that has none.
type Mute struct{}

// Speaks implements Speaker.
func (Mute) Speaks(string) bool { return false }

// Say implements Speaker.
func (Mute) Say(context.Context, Utterance) error { return ErrMute }

// ErrMute says that a machine cannot speak, or not that language.
var ErrMute = errors.New("there is no voice")

// longestSaid bounds what one command is given to say, in bytes.
const longestSaid = 16 << 10

// program is a Speaker that runs a program for each utterance; the words go in
// by standard input, never by a shell.
type program struct {
	args   func(u Utterance) []string // the program first
	voices func() []string            // languages it speaks, BCP 47
	once   sync.Once
	langs  []string
}

// Speaks implements Speaker.
func (p *program) Speaks(lang string) bool {
	p.once.Do(func() { p.langs = p.voices() })
	return slices.ContainsFunc(p.langs, func(l string) bool { return base(l) == base(lang) })
}

// base is a language without its region and script.
func base(lang string) string {
	lang, _, _ = strings.Cut(strings.ReplaceAll(lang, "_", "-"), "-")
	return strings.ToLower(lang)
}

// Say implements Speaker.
func (p *program) Say(ctx context.Context, u Utterance) error {
	if !p.Speaks(u.Lang) {
		return fmt.Errorf("say in %q: %w", u.Lang, ErrMute)
	}
	if len(u.Text) > longestSaid {
		u.Text = strings.ToValidUTF8(u.Text[:longestSaid], "")
	}
	args := p.args(u)
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Stdin = strings.NewReader(strings.Map(printable, u.Text) + "\n")
	if err := cmd.Run(); err != nil && ctx.Err() == nil {
		return fmt.Errorf("say with %s: %w", args[0], err)
	}
	return ctx.Err()
}

// output is what a program prints, "" where it fails.
func output(name string, args ...string) string {
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		return ""
	}
	return string(out)
}
