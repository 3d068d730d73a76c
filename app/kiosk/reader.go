package kiosk

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"vigil/app/ui"
	"vigil/app/voice"
)

// reader reads the screen aloud, thing by thing, in the order of reading.
type reader struct {
	shell  *Shell
	cancel context.CancelFunc // silences it; nil while it is silent
	turn   int                // counts what was begun, so that an ended reading does not go on
}

// busy reports whether something is being said.
func (r *reader) busy() bool { return r.cancel != nil }

// stop falls silent.
func (r *reader) stop() {
	if r.cancel != nil {
		r.cancel()
		r.cancel = nil
	}
	r.turn++
}

// one says one thing.
func (r *reader) one(i int) { r.say(i, false) }

// from says everything from one thing on to the end of the page.
func (r *reader) from(i int) { r.say(i, true) }

func (r *reader) say(i int, on bool) {
	r.stop()
	s := r.shell
	stop, ok := s.stop(i)
	if !ok || on && i >= s.pageEnd() {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	r.cancel = cancel
	turn := r.turn
	u := s.utterance(stop)
	if !s.cfg.Speaker.Speaks(u.Lang) {
		r.stop()
		return
	}
	go func() {
		err := s.cfg.Speaker.Say(ctx, u)
		s.cfg.Do(func() { r.said(turn, i, on, err) })
	}()
}

// said goes on to the next thing, unless the reading was ended meanwhile.
func (r *reader) said(turn, i int, on bool, err error) {
	if turn != r.turn {
		return
	}
	r.cancel()
	r.cancel = nil
	if err != nil && !errors.Is(err, voice.ErrMute) {
		slog.Warn("read aloud", "err", err)
		r.shell.tell("voice.none")
		return
	}
	if on {
		r.next(i + 1)
	}
}

// next goes on to the thing after one, where the page has one.
func (r *reader) next(i int) {
	if i < r.shell.pageEnd() {
		r.shell.pointAt(i)
		r.from(i)
	}
}

// pageEnd is where the page ends and the bar begins.
func (s *Shell) pageEnd() int {
	if o := s.inReach(); o != s.root {
		return count(o)
	}
	return count(s.body)
}

// utterance is what is said of a thing: its words, and what it is where that
// is not plain text. Words in a language that has no voice are said to be so.
func (s *Shell) utterance(stop ui.Stop) voice.Utterance {
	locale := s.cfg.Catalogue.Locale(s.visit.lang)
	lang := stop.Item.Lang
	if lang == "" {
		lang = string(s.visit.lang)
	}
	words := stop.Item.Text
	switch stop.Item.Role {
	case voice.Heading, voice.Button, voice.Link, voice.Field, voice.Image:
		if lang == string(s.visit.lang) {
			words += ". " + locale.Say("voice."+string(stop.Item.Role))
		}
	}
	if !s.cfg.Speaker.Speaks(lang) && s.cfg.Speaker.Speaks(string(s.visit.lang)) {
		return voice.Utterance{Text: locale.Say("voice.none"), Lang: string(s.visit.lang), Rate: s.visit.rate}
	}
	return voice.Utterance{Text: strings.TrimSpace(words), Lang: lang, Rate: s.visit.rate}
}

// Listen reads the page aloud from the cursor, or falls silent. From then on
// each page reads itself.
func (s *Shell) Listen() {
	s.visit.aloud = !s.visit.aloud
	if !s.visit.aloud {
		s.reader.stop()
		s.dress(s.deps())
		return
	}
	s.dress(s.deps())
	if !s.cfg.Speaker.Speaks(string(s.visit.lang)) {
		s.tell("voice.none")
		return
	}
	s.pointAt(max(s.cursor, 0))
	s.reader.from(s.cursor)
}
