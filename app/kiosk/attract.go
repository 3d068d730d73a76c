package kiosk

import (
	"time"

	"vigil/app/screen"
	"vigil/content/route"
)

func (s *Shell) attracting() bool { return s.current != nil && s.current.Loop != nil }

// attract begins the attract loop where it was left: which scene comes next is
// nobody's visit.
func (s *Shell) attract() {
	r := route.To(route.Attract)
	if s.scene > 0 {
		r = screen.Scene(s.scene)
	}
	s.Go(r.String())
	s.begin(s.cfg.Now())
}

// begin puts a scene up as it begins.
func (s *Shell) begin(now time.Time) {
	if s.attracting() {
		s.current.Loop.Since, s.current.Loop.Filling = now, true
		s.current.Loop.Pass(0)
		s.scene = s.current.Loop.Number
	}
}

// longestHeld is how long a scene stays for somebody who reads it by keys or voice.
const longestHeld = time.Minute

// play goes on in the attract loop: nothing is painted but what has changed. A scene
// that was made anew, as the first is, stays whole.
func (s *Shell) play(now time.Time) {
	loop := s.current.Loop
	if loop.Since.IsZero() {
		loop.Since = now
	}
	shown := now.Sub(loop.Since)
	if shown < loop.Stay || shown < longestHeld && (s.cursor != nowhere || s.reader.busy()) {
		if loop.Filling && loop.Pass(shown) {
			s.repaint()
		}
		return
	}
	var next string
	s.visit.lang, next = loop.Next()
	s.Replace(next)
	s.begin(now)
}
