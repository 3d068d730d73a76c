// Package idle decides when a visitor has left: after a while without a touch
// it asks whether anybody is still here, and when nobody answers it ends the
// visit. It knows no clock of its own and no Fyne; it is told the time.
package idle

import "time"

// Timing is how long a Watch waits.
type Timing struct {
	Quiet     time.Duration // without a touch, before it asks
	Longer    time.Duration // instead of Quiet while speech, audio or large text is on
	Countdown time.Duration // from asking until the visit ends
}

// Usual is the timing of an exhibition: long enough to read a screen standing.
// EN 301 549 (5.1.6, after WCAG 2.2.1) wants at least 20 seconds to answer.
func Usual() Timing {
	return Timing{Quiet: 90 * time.Second, Longer: 4 * time.Minute, Countdown: 30 * time.Second}
}

// Stage is how far a visit has come to its end.
type Stage uint8

// The stages.
const (
	Active Stage = iota
	Asking
	Over
)

// Now is what a Watch must know of the moment.
type Now struct {
	Time    time.Time
	Slow    bool // speech, audio or large text is on
	Gesture bool // a finger is on the screen
}

// Watch waits for a visitor to leave. The zero Watch is not ready: use New.
type Watch struct {
	timing Timing
	last   time.Time // of a touch
	asked  time.Time // zero while nobody is asked
}

// New makes a Watch that has just been touched.
func New(t Timing, now time.Time) *Watch { return &Watch{timing: t, last: now} }

// Felt hears of anything that a visitor does; it answers the question too.
func (w *Watch) Felt(now time.Time) { w.last, w.asked = now, time.Time{} }

// Tick says where the visit is and, while asking, how long is left. It may be
// called as often as one likes; once it has said Over it begins a new visit. A
// clock that was set back begins the waiting again.
func (w *Watch) Tick(now Now) (Stage, time.Duration) {
	if now.Gesture || now.Time.Before(w.last) {
		w.Felt(now.Time)
		return Active, 0
	}
	quiet := w.timing.Quiet
	if now.Slow {
		quiet = w.timing.Longer
	}
	if w.asked.IsZero() {
		if now.Time.Sub(w.last) < quiet {
			return Active, 0
		}
		w.asked = now.Time
	}
	left := w.timing.Countdown - now.Time.Sub(w.asked)
	if left <= 0 {
		w.Felt(now.Time)
		return Over, 0
	}
	return Asking, left
}
