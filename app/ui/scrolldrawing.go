package ui

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// CreateRenderer implements fyne.Widget.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	r := &scrollRenderer{s: s, thumb: canvas.NewRectangle(s.look.Palette.Rule)}
	r.thumb.CornerRadius = 2
	s.show = r.move
	return r
}

type scrollRenderer struct {
	s       *Scroll
	thumb   *canvas.Rectangle
	objects []fyne.CanvasObject
}

func (r *scrollRenderer) Layout(fyne.Size) { r.move() }

func (r *scrollRenderer) move() {
	s := r.s
	r.objects = s.near()
	r.release()
	width, inner := s.Size().Width, s.inner(s.Size().Width)
	x := float32(0)
	if s.look.RTL {
		x = width - inner
	}
	for i, item := range s.items {
		if !s.known[i] {
			continue
		}
		item.Object.Move(fyne.NewPos(x, float32(math.Round(float64(s.tops[i]-s.offset)))))
		if size := fyne.NewSize(inner, s.heights[i]); item.Object.Size() != size {
			item.Object.Resize(size)
		}
	}
	r.placeThumb()
	r.objects = append(r.objects, r.thumb)
}

// release frees what has left the surroundings of the viewport.
func (r *scrollRenderer) release() {
	near := make(map[fyne.CanvasObject]bool, len(r.objects))
	for _, o := range r.objects {
		near[o] = true
	}
	for o := range r.s.shown {
		if !near[o] {
			Release(o)
		}
	}
	r.s.shown = near
}

// placeThumb shows how much there is and where one is in it.
func (r *scrollRenderer) placeThumb() {
	s := r.s
	size := s.Size()
	if s.furthest() <= 0 {
		r.thumb.Hide()
		return
	}
	r.thumb.Show()
	length := max(size.Height*size.Height/s.whole, 48)
	y := (size.Height - length) * s.offset / s.furthest()
	place(r.thumb, s.look.RTL, size.Width, size.Width-4, y, 4, length)
}

func (r *scrollRenderer) MinSize() fyne.Size           { return r.s.MinSize() }
func (r *scrollRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *scrollRenderer) Destroy()                     { r.s.stop() }

func (r *scrollRenderer) Refresh() {
	r.move()
	canvas.Refresh(r.s)
}
