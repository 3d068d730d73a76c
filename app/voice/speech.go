package voice

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"slices"
	"strings"
	"sync/atomic"
	"time"
	"unicode/utf8"
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

// mostAsked is how long another program may take to say what voices it has.
const mostAsked = 10 * time.Second

// System is the machine's own voice, not looked for yet: nothing of speech is
// waited for before there is something to see. Until [Later.Find] has returned
// it is mute.
func System() *Later { return &Later{find: find, limit: mostAsked} }

// Later is a Speaker that is found while the kiosk runs.
type Later struct {
	find  func(ctx context.Context, limit time.Duration) Speaker
	limit time.Duration // for each program that is asked
	found atomic.Pointer[Speaker]
}

// Find asks the machine for its voice. It may take a few seconds, for each
// program that is asked has a limit of time and may hang until then.
func (l *Later) Find(ctx context.Context) {
	if s := l.find(ctx, l.limit); s != nil {
		l.found.Store(&s)
	}
}

func (l *Later) speaker() Speaker {
	if s := l.found.Load(); s != nil {
		return *s
	}
	return Mute{}
}

// Speaks implements Speaker.
func (l *Later) Speaks(lang string) bool { return l.speaker().Speaks(lang) }

// Say implements Speaker.
func (l *Later) Say(ctx context.Context, u Utterance) error { return l.speaker().Say(ctx, u) }

// program is a Speaker that runs a program for each utterance; the words go in
// by standard input, never by a shell.
type program struct {
	args  func(u Utterance) []string // the program first
	hush  []string                   // silences what goes on talking when the program has ended; may be nil
	langs []string                   // languages it speaks, BCP 47
}

// Speaks implements Speaker.
func (p *program) Speaks(lang string) bool {
	return slices.ContainsFunc(p.langs, func(l string) bool { return base(l) == base(lang) })
}

// base is a language without its region and script.
func base(lang string) string {
	lang, _, _ = strings.Cut(strings.ReplaceAll(lang, "_", "-"), "-")
	return strings.ToLower(lang)
}

// Say implements Speaker. A program that takes far longer than any voice would
// is given up.
func (p *program) Say(ctx context.Context, u Utterance) error {
	if !p.Speaks(u.Lang) {
		return fmt.Errorf("say in %q: %w", u.Lang, ErrMute)
	}
	if len(u.Text) > longestSaid {
		u.Text = strings.ToValidUTF8(u.Text[:longestSaid], "")
	}
	limited, done := context.WithTimeout(ctx, mostSaying(u))
	defer done()
	args := p.args(u)
	cmd := exec.CommandContext(limited, args[0], args[1:]...)
	cmd.WaitDelay = time.Second
	cmd.Stdin = strings.NewReader(strings.Map(printable, u.Text) + "\n")
	err := cmd.Run()
	if limited.Err() != nil && p.hush != nil {
		// What was said to the daemon is said to its end unless the daemon is told.
		output(context.WithoutCancel(ctx), mostAsked, p.hush[0], p.hush[1:]...)
	}
	if err != nil && ctx.Err() == nil {
		return fmt.Errorf("say with %s: %w", args[0], err)
	}
	return ctx.Err()
}

// mostSaying is more than the slowest voice takes for some words.
func mostSaying(u Utterance) time.Duration {
	const perLetter = 400 * time.Millisecond
	rate := u.Rate
	if rate <= 0 {
		rate = 1
	}
	return 20*time.Second + time.Duration(float64(utf8.RuneCountInString(u.Text))*float64(perLetter)/rate)
}

// output is what a program prints, "" where it fails or takes longer than the limit.
func output(ctx context.Context, limit time.Duration, name string, args ...string) string {
	ctx, done := context.WithTimeout(ctx, limit)
	defer done()
	cmd := exec.CommandContext(ctx, name, args...)
	// What the program has started may hold its pipe; that is not waited for.
	cmd.WaitDelay = limit / 10
	out, err := cmd.Output()
	if err != nil {
		return ""
	}
	return string(out)
}
