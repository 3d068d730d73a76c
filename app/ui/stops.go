package ui

import (
	"iter"
	"slices"

	"fyne.io/fyne/v2"

	"vigil/app/ui/text"
	"vigil/app/voice"
)

// Stop is one thing of a reading order where it is on the screen: what a voice
// says of it, what keys can do with it. Speech, keypad, tests and the rule
// about sizes all walk the same stops.
type Stop struct {
	Item   voice.Item
	At     fyne.Position     // on the screen, px at 1x
	Size   fyne.Size         // zero where it has not been laid out yet
	Act    func()            // what touching it does, nil for words
	Reveal func()            // brings it into view within its own widget; may be nil
	In     *Scroll           // the column it is in, or nil
	Index  int               // of the thing in that column
	Inline bool              // a link among words
	Group  fyne.CanvasObject // the widget that it is one of several things in, or nil

	clipAt fyne.Position
	clip   fyne.Size
}

// Target is something that can be touched, and where it is on the screen, px
// at 1x.
type Target struct {
	Item voice.Item
	At   fyne.Position
	Size fyne.Size
}

// spoken is a widget that has words.
type spoken interface{ Spoken() []voice.Item }

// typed is a widget that is typed into.
type typed interface {
	fyne.CanvasObject
	spoken
	Focus()
}

// stopped is a widget with several things in it, each at its place within.
type stopped interface{ Stops() []Stop }

// Outline is the reading order of a widget tree: what each thing in it says, in
// the order of the tree, which is the order of reading. There is no second list
// that could differ from what is on the screen.
func Outline(o fyne.CanvasObject) []voice.Item {
	var out []voice.Item
	for s := range Walk(o) {
		out = append(out, s.Item)
	}
	return out
}

// Targets lists what can be touched in a widget tree and is in view: what a
// test clicks, and what a rule about sizes is checked on. Links among words are
// not listed: their words are.
func Targets(o fyne.CanvasObject) []Target {
	var out []Target
	for s := range Walk(o) {
		if s.Act == nil || s.Inline || !s.InView() {
			continue
		}
		if t, ok := s.visible(); ok {
			out = append(out, t)
		}
	}
	return out
}

// InView reports whether the middle of a stop can be seen.
func (s Stop) InView() bool {
	if s.Size.Width <= 0 || s.Size.Height <= 0 {
		return false
	}
	x, y := s.At.X+s.Size.Width/2-s.clipAt.X, s.At.Y+s.Size.Height/2-s.clipAt.Y
	return x >= 0 && y >= 0 && x <= s.clip.Width && y <= s.clip.Height
}

// visible is the part of a stop that its view shows, where enough of it is shown
// for a finger.
func (s Stop) visible() (Target, bool) {
	top := max(s.At.Y, s.clipAt.Y)
	bottom := min(s.At.Y+s.Size.Height, s.clipAt.Y+s.clip.Height)
	t := Target{s.Item, fyne.NewPos(s.At.X, top), fyne.NewSize(s.Size.Width, bottom-top)}
	return t, t.Size.Height >= min(Touch, s.Size.Height)
}

// Stops lists the things of a widget tree in the order of reading.
func Stops(o fyne.CanvasObject) []Stop { return slices.Collect(Walk(o)) }

// Walk goes through the things of a widget tree in the order of reading. Whoever
// wants one of many stops there: nothing is kept of those before it.
func Walk(o fyne.CanvasObject) iter.Seq[Stop] {
	return func(yield func(Stop) bool) {
		if o != nil {
			each(o, fyne.NewPos(0, 0), Stop{clip: o.Size()}, yield)
		}
	}
}

// each walks a tree until yield has had enough; within says what column and view
// o is in.
func each(o fyne.CanvasObject, origin fyne.Position, within Stop, yield func(Stop) bool) bool {
	if o == nil || !o.Visible() {
		return true
	}
	at := origin.Add(o.Position())
	stop := func(item voice.Item, at fyne.Position, size fyne.Size, act func()) Stop {
		s := within
		s.Item, s.At, s.Size, s.Act = item, at, size, act
		return s
	}
	switch o := o.(type) {
	case *Touchable:
		return yield(stop(o.item, at, o.Size(), o.act))
	case typed:
		return yield(stop(o.Spoken()[0], at, o.Size(), o.Focus))
	case *text.Linked:
		for _, p := range o.Parts() {
			s := stop(p.Item, at.AddXY(p.X, p.Y), fyne.NewSize(p.Width, p.Height), nil)
			if p.Item.Role == voice.Link {
				s.Inline, s.Act = true, func() { o.Follow(p.Item.Action) }
			}
			if !yield(s) {
				return false
			}
		}
	case *text.View:
		for _, p := range o.Parts() {
			if !yield(stop(p.Item, at.AddXY(p.X, p.Y), fyne.NewSize(p.Width, p.Height), nil)) {
				return false
			}
		}
	case stopped:
		for _, s := range o.Stops() {
			s.At, s.Group = s.At.Add(at), o.(fyne.CanvasObject)
			s.In, s.Index, s.clipAt, s.clip = within.In, within.Index, at, o.(fyne.CanvasObject).Size()
			if !yield(s) {
				return false
			}
		}
	case *Scroll:
		return o.each(at, yield)
	case spoken:
		for _, item := range o.Spoken() {
			if !yield(stop(item, at, o.(fyne.CanvasObject).Size(), nil)) {
				return false
			}
		}
	case *fyne.Container:
		for _, c := range o.Objects {
			if !each(c, at, within, yield) {
				return false
			}
		}
	}
	return true
}

// each walks everything in a column; what has not come near the viewport yet has
// no size.
func (s *Scroll) each(at fyne.Position, yield func(Stop) bool) bool {
	for i, item := range s.items {
		known := s.known[i]
		sized := func(stop Stop) bool {
			if !known {
				stop.Size = fyne.Size{}
			}
			return yield(stop)
		}
		if !each(item.Object, at, Stop{In: s, Index: i, clipAt: at, clip: s.Size()}, sized) {
			return false
		}
	}
	return true
}

// Bring moves a column so that its i-th thing is laid out and in view.
func (s *Scroll) Bring(i int) {
	s.stop()
	if i < 0 || i >= len(s.items) || s.Size().Height <= 0 {
		return
	}
	s.stackUp()
	s.measure(i)
	s.stackUp()
	if s.tops[i] < s.offset || s.tops[i]+min(s.heights[i], s.Size().Height) > s.offset+s.Size().Height {
		s.offset = max(0, s.tops[i]-s.Size().Height*0.2)
	}
	s.MoveTo(s.offset)
}
