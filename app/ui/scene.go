package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vigil/app/voice"
)

// Scene is a whole screen to be read from afar, before anybody has touched it: a
// line at the top, words, a picture that may stand beside or beneath them, and a
// foot.
type Scene struct {
	Head, Words, Foot fyne.CanvasObject
	Picture           fyne.CanvasObject // or nil
	Beneath           bool              // the picture stands beneath the words even on a wide screen, between the margins
	Shift             fyne.Delta        // moves everything a little, so that nothing burns into the screen; parts of 1, -1 to 1
	Item              voice.Item        // what a voice says of the foot
	Act               func()            // what a finger does, wherever it touches
}

// Scene lays a scene out. On a wide screen the picture reaches the edge where
// lines end, on a tall one both sides.
func (l Look) Scene(s Scene) *fyne.Container {
	surface := Surface{Fill: l.Palette.Ground, Least: 1}
	cover := l.Touchable(surface, s.Item, s.Act, container.New(sceneFoot{scene{l, s}}, s.Foot))
	return container.New(scene{l, s}, present([]fyne.CanvasObject{s.Head, s.Words, s.Picture, cover})...)
}

// SceneUnit is what a px of a screen of 1920 by 1080, or 1080 by 1920, is on a
// screen of a size: letters keep their part of it, as it may hang as far away.
func SceneUnit(size fyne.Size) float32 {
	if size.Height > size.Width {
		return min(size.Width/1080, size.Height/1920)
	}
	return min(size.Width/1920, size.Height/1080)
}

type scene struct {
	look Look
	Scene
}

// The parts of a scene, px of its unit.
const (
	sceneMargin = 96
	sceneTop    = 64
	sceneGap    = 48
	sceneShift  = 20
	sceneBeside = 0.42 // of the width, for a picture beside the words
	sceneLeast  = 0.20 // of the height, for one beneath them, at least
	sceneMost   = 0.36 // and at most
	sceneTall   = 0.44 // of the height, for one that fills the width of a tall screen
)

// sceneFrames is where the parts of a scene are: x counts from where lines begin.
type sceneFrames struct{ head, words, picture, foot sceneBox }

type sceneBox struct{ x, y, w, h float32 }

func (s scene) frames(size fyne.Size) sceneFrames {
	u := SceneUnit(size)
	margin, gap := sceneMargin*u, sceneGap*u
	dx, dy := s.Shift.DX*sceneShift*u, s.Shift.DY*sceneShift*u
	wide := size.Width - 2*margin
	var f sceneFrames
	beside := s.Picture != nil && !s.Beneath && size.Width > size.Height
	if beside {
		f.picture = sceneBox{size.Width*(1-sceneBeside) + dx, 0, size.Width*sceneBeside - dx, size.Height}
		wide = f.picture.x - dx - margin - gap
	}
	f.head = sceneBox{margin + dx, sceneTop*u + dy, wide, HeightAt(s.Head, wide)}
	footHigh := HeightAt(s.Foot, wide)
	f.foot = sceneBox{margin + dx, size.Height - sceneTop*u - footHigh + dy, wide, footHigh}
	top, bottom := f.head.y+f.head.h+gap, f.foot.y-gap
	switch {
	case s.Picture == nil || beside:
	case s.Beneath:
		high := min(max(bottom-top-gap-HeightAt(s.Words, wide), size.Height*sceneLeast), size.Height*sceneMost)
		f.picture = sceneBox{margin + dx, bottom - high, wide, high}
		bottom -= high + gap
	default:
		high := size.Height * sceneTall
		f.picture = sceneBox{0, bottom - high, size.Width, high}
		bottom -= high + gap
	}
	f.words = sceneBox{margin + dx, top, wide, max(0, bottom-top)}
	return f
}

// Room is what a scene of a size leaves for its words, px at 1x.
func (l Look) Room(s Scene, size fyne.Size) fyne.Size {
	f := scene{l, s}.frames(size)
	return fyne.NewSize(f.words.w, f.words.h)
}

// Fits reports whether the words of a scene have room on a screen of a size.
func (l Look) Fits(s Scene, size fyne.Size) bool {
	room := l.Room(s, size)
	return HeightAt(s.Words, room.Width) <= room.Height+0.5
}

func (s scene) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f := s.frames(size)
	high := HeightAt(s.Words, f.words.w)
	f.words.y += max(0, (f.words.h-high)/2)
	f.words.h = high
	s.put(s.Head, size, f.head)
	s.put(s.Words, size, f.words)
	if s.Picture != nil {
		s.put(s.Picture, size, f.picture)
	}
	s.put(objects[len(objects)-1], size, sceneBox{0, 0, size.Width, size.Height})
}

func (s scene) put(o fyne.CanvasObject, size fyne.Size, b sceneBox) {
	place(o, s.look.RTL, size.Width, b.x, b.y, b.w, b.h)
}

func (scene) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(320, 320) }

// sceneFoot puts the foot where the scene has it, within what covers the scene.
type sceneFoot struct{ scene }

func (s sceneFoot) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	s.put(s.Foot, size, s.frames(size).foot)
}
