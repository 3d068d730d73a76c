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

// begin notes when a scene was put up, and shows it as it begins.
func (s *Shell) begin(now time.Time) {
	s.turned = now
	if s.attracting() {
		s.scene = s.current.Loop.Number
		s.current.Loop.Pass(0)
	}
}

// longestHeld is how long a scene stays for somebody who reads it by keys or voice.
const longestHeld = time.Minute

// play goes on in the attract loop: nothing is painted but what has changed.
func (s *Shell) play(now time.Time) {
	shown := now.Sub(s.turned)
	if shown < s.current.Loop.Stay || shown < longestHeld && (s.cursor != nowhere || s.reader.busy()) {
		if s.current.Loop.Pass(shown) {
			s.repaint()
		}
		return
	}
	var next string
	s.visit.lang, next = s.current.Loop.Next()
	s.Replace(next)
	s.begin(now)
}
