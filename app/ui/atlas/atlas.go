// Package atlas draws a map of a part of the earth with places on it: land,
// today's borders, a dot for a place that is known and a ring for one that is
// known only approximately.
package atlas

import (
	"image"
	"image/color"
	"log/slog"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"vigil/app/ui"
	"vigil/content"
)

// Mark is a place on a map.
type Mark struct {
	Lat, Lon    float64 // degrees, WGS 84
	Name        string
	Lang        content.Lang // of the name
	Spoken      string       // what a voice says of it; the name where empty
	Route       string       // where it leads
	Approximate bool         // drawn as a ring
	Chosen      bool         // the one that was asked for: a second ring around it
	Open        func()       // what a tap on it does
}

// Words is what a map says, in the visitor's language. Each may be nil, which leaves
// out what it would say.
type Words struct {
	Summary  string                           // what a voice says of the whole
	Country  func(code string) string         // a country by its ISO 3166-1 code
	Water    func(id string) string           // a sea, gulf or lake by its id in Waters
	Distance func(km float64) string          // of the scale bar
	Number   func(n int) string               // how many lie on one another
	Cluster  func(n int, names string) string // what a voice says of those
}

// Config is what a Map is made from.
type Config struct {
	Bounds    content.Bounds // what it shows at first
	Countries []string       // whose ground is set apart, ISO 3166-1
	Marks     []Mark         // the first are the first to get their names
	Words     Words
}

// Map is a map with places. The first marks are the first to get their names.
// It is never mirrored: east is on the right in every language.
type Map struct {
	widget.BaseWidget
	land   *Land
	look   ui.Look
	cfg    Config
	bounds content.Bounds
	marks  []Mark
	labels []fyne.CanvasObject // of the marks
	height float32             // px at 1x; 0 follows the bounds
}

// New makes a map of a part of the earth.
func New(land *Land, look ui.Look, cfg Config) *Map {
	m := &Map{land: land, look: look, cfg: cfg, bounds: cfg.Bounds, marks: cfg.Marks}
	m.ExtendBaseWidget(m)
	return m
}

// HeightAt keeps the shape of the bounds, within what a screen shows at once.
func (m *Map) HeightAt(width float32) float32 {
	if m.height > 0 {
		return m.height
	}
	b := m.bounds.Unrolled()
	shape := (mercator(b.North) - mercator(b.South)) / ((b.East - b.West) * 3.14159265 / 180)
	return min(max(width*float32(shape), 240), mostHeight)
}

// mostHeight is the highest that a map gets, px at 1x: all of it can be seen at once.
const mostHeight = 760

// MinSize is small: its height follows its width.
func (m *Map) MinSize() fyne.Size { return fyne.NewSize(ui.Touch, ui.Touch) }

// near is how far from a mark a finger may tap, px at 1x.
const near = 48

// Tapped opens the place that is nearest to the finger.
func (m *Map) Tapped(ev *fyne.PointEvent) {
	p := project(m.bounds, float64(m.Size().Width), float64(m.Size().Height))
	var nearest func()
	least := float32(near * near)
	for _, k := range m.marks {
		x, y := p.at(k.Lon, k.Lat)
		dx, dy := x-ev.Position.X, y-ev.Position.Y
		if d := dx*dx + dy*dy; d < least && k.Open != nil {
			nearest, least = k.Open, d
		}
	}
	if nearest != nil {
		nearest()
	}
}

// CreateRenderer draws the land once for each size, and the marks above it.
func (m *Map) CreateRenderer() fyne.WidgetRenderer {
	r := &drawing{m: m}
	r.ground = canvas.NewRaster(r.paint)
	r.objects = append(r.objects, r.ground)
	for _, k := range m.marks {
		dot := canvas.NewCircle(m.look.Palette.Accent)
		if k.Approximate {
			dot.FillColor, dot.StrokeColor, dot.StrokeWidth = m.look.Palette.Ground, m.look.Palette.Accent, ui.Hair+1
		} else {
			dot.StrokeColor, dot.StrokeWidth = m.look.Palette.Ground, ui.Hair
		}
		r.dots = append(r.dots, dot)
		r.objects = append(r.objects, dot)
	}
	for i, k := range m.marks {
		if k.Chosen {
			r.chosen = canvas.NewCircle(color.Transparent)
			r.chosen.StrokeColor, r.chosen.StrokeWidth = m.look.Palette.Ink, ui.Hair
			r.at = i
			r.objects = append(r.objects, r.chosen)
		}
		m.labels = append(m.labels, m.label(k))
		r.objects = append(r.objects, m.labels[i])
	}
	return r
}

type drawing struct {
	m       *Map
	ground  *canvas.Raster
	dots    []*canvas.Circle
	chosen  *canvas.Circle // around the mark that was asked for; nil where none was
	at      int            // that mark
	objects []fyne.CanvasObject
}

// paint draws land and borders at the size of the window's px.
func (r *drawing) paint(width, height int) image.Image {
	look, scale := r.m.look.Palette, float32(width)/max(r.m.Size().Width, 1)
	p := project(r.m.bounds, float64(width), float64(height))
	img, err := draw(r.m.land, r.m.bounds.Unrolled(), p, width, height, colours{look.Ground, look.Pressed, look.Rule}, 1.2*scale)
	if err != nil {
		slog.Error("draw a map", "err", err)
	}
	return img
}

// dotSize is the diameter of a mark, px at 1x.
const dotSize = 16

func (r *drawing) Layout(size fyne.Size) {
	r.ground.Resize(size)
	p := project(r.m.bounds, float64(size.Width), float64(size.Height))
	var taken []box
	for i, k := range r.m.marks {
		x, y := p.at(k.Lon, k.Lat)
		r.dots[i].Move(fyne.NewPos(x-dotSize/2, y-dotSize/2))
		r.dots[i].Resize(fyne.NewSquareSize(dotSize))
		taken = append(taken, box{x - dotSize/2, y - dotSize/2, x + dotSize/2, y + dotSize/2})
	}
	if r.chosen != nil {
		dot := r.dots[r.at]
		r.chosen.Move(dot.Position().SubtractXY(dotSize/2, dotSize/2))
		r.chosen.Resize(fyne.NewSquareSize(2 * dotSize))
	}
	for i, k := range r.m.marks {
		label := r.m.labels[i]
		x, y := p.at(k.Lon, k.Lat)
		at, ok := free(x, y, label.MinSize(), size, taken)
		if !ok {
			label.Hide()
			continue
		}
		label.Show()
		label.Move(fyne.NewPos(at.left, at.top))
		label.Resize(label.MinSize())
		taken = append(taken, at)
	}
}

func (m *Map) label(k Mark) fyne.CanvasObject {
	return m.look.NamedLine(ui.Type{Size: ui.Caption, Ink: m.look.Palette.Ink, Leading: 1.2}, k.Lang, k.Name)
}

type box struct{ left, top, right, bottom float32 }

func (b box) meets(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

// free finds room for a name beside its mark: right, left, above, below.
func free(x, y float32, name, whole fyne.Size, taken []box) (box, bool) {
	const away = dotSize/2 + 4
	for _, at := range []fyne.Position{
		{X: x + away, Y: y - name.Height/2}, {X: x - away - name.Width, Y: y - name.Height/2},
		{X: x - name.Width/2, Y: y - away - name.Height}, {X: x - name.Width/2, Y: y + away},
	} {
		b := box{at.X, at.Y, at.X + name.Width, at.Y + name.Height}
		if b.left < 0 || b.top < 0 || b.right > whole.Width || b.bottom > whole.Height {
			continue
		}
		if !meetsAny(b, taken) {
			return b, true
		}
	}
	return box{}, false
}

func meetsAny(b box, taken []box) bool {
	for _, t := range taken {
		if b.meets(t) {
			return true
		}
	}
	return false
}

func (r *drawing) MinSize() fyne.Size           { return r.m.MinSize() }
func (r *drawing) Objects() []fyne.CanvasObject { return r.objects }
func (r *drawing) Refresh()                     { canvas.Refresh(r.ground) }
func (r *drawing) Destroy()                     {}
