package paper

import (
	"image/color"
)

// Figure makes what draw places one figure; alt says the same in words. Outside of a
// figure, lines and shapes are ornament and said to be so. Figures within figures are
// one.
func (p *Page) Figure(alt string, draw func()) {
	if p.doc.figure != nil {
		draw()
		return
	}
	outer := p.doc.within
	figure := outer.add("Figure")
	figure.alt = alt
	p.doc.within, p.doc.figure = figure, figure
	draw()
	p.unmark()
	p.doc.within, p.doc.figure = outer, nil
}

// Paint is how a shape is filled and lined. A colour without alpha paints nothing;
// paper is white, and what lets it shine through is mixed with white.
type Paint struct {
	Fill   color.NRGBA
	Stroke color.NRGBA
	Width  float32   // of the line, points
	Dash   []float32 // lengths of ink and gap in turn, points; none is unbroken
	Round  bool      // round ends and corners
}

// Point is a place on a page.
type Point struct{ X, Y float32 }

// Line draws a straight line.
func (p *Page) Line(x0, y0, x1, y1 float32, paint Paint) {
	paint.Fill = color.NRGBA{}
	p.Path([][]Point{{{x0, y0}, {x1, y1}}}, false, paint)
}

// Rect draws a rectangle.
func (p *Page) Rect(x, y, width, height float32, paint Paint) {
	p.covers(x, y)
	p.covers(x+width, y+height)
	p.shape(numbers("re", x, p.Height-y-height, width, height), paint)
}

// covers makes a place a part of the figure that is being drawn.
func (p *Page) covers(x, y float32) {
	if p.doc.figure != nil {
		p.doc.figure.box = p.doc.figure.box.with(x, p.Height-y)
	}
}

// round is how long the arms of a cubic curve are that stands for a quarter of a
// circle of radius 1.
const round = 0.5523

// Circle draws a circle about a centre.
func (p *Page) Circle(x, y, radius float32, paint Paint) {
	p.covers(x-radius, y-radius)
	p.covers(x+radius, y+radius)
	y = p.Height - y
	r, a := radius, radius*round
	p.shape(numbers("m", x+r, y)+
		numbers("c", x+r, y+a, x+a, y+r, x, y+r)+
		numbers("c", x-a, y+r, x-r, y+a, x-r, y)+
		numbers("c", x-r, y-a, x-a, y-r, x, y-r)+
		numbers("c", x+a, y-r, x+r, y-a, x+r, y)+"h\n", paint)
}

// Path draws rings or lines: each a row of points, closed where closed is set. The
// rings of one path make holes in one another (even-odd).
func (p *Page) Path(rings [][]Point, closed bool, paint Paint) {
	path := ""
	for _, ring := range rings {
		if len(ring) < 2 {
			continue
		}
		operator := "m"
		for _, at := range ring {
			path += numbers(operator, at.X, p.Height-at.Y)
			p.covers(at.X, at.Y)
			operator = "l"
		}
		if closed {
			path += "h\n"
		}
	}
	if path != "" {
		p.shape(path, paint)
	}
}

func (p *Page) shape(path string, paint Paint) {
	fills, lines := paint.Fill.A > 0, paint.Stroke.A > 0 && paint.Width > 0
	if !fills && !lines {
		return
	}
	p.mark(p.doc.figure)
	b := &p.content
	b.WriteString("q\n")
	operator := "S\n"
	if fills {
		b.WriteString(colour(paint.Fill, "g", "rg"))
		operator = "f*\n"
	}
	if lines {
		b.WriteString(colour(paint.Stroke, "G", "RG") + numbers("w", paint.Width) + dash(paint.Dash))
		if paint.Round {
			b.WriteString("1 J 1 j\n")
		}
		if fills {
			operator = "B*\n"
		}
	}
	b.WriteString(path + operator + "Q\n")
}

// dash is none where the lengths would stand still, which is an error in a file.
func dash(lengths []float32) string {
	var sum float32
	for _, l := range lengths {
		if !(l >= 0) {
			return ""
		}
		sum += l
	}
	if !(sum > 0.01) {
		return ""
	}
	s := numbers("", lengths...)
	return "[" + s[:len(s)-1] + "]0 d\n"
}

// Clip lets draw paint only within a rectangle, as a map within its frame.
func (p *Page) Clip(x, y, width, height float32, draw func()) {
	p.unmark()
	p.content.WriteString("q\n" + numbers("re", x, p.Height-y-height, width, height) + "W n\n")
	draw()
	p.unmark()
	p.content.WriteString("Q\n")
}

// colour is what sets an ink laid on white paper: grey where it is, for printers print
// grey from red, green and blue with all their inks.
func colour(ink color.NRGBA, grey, rgb string) string {
	on := func(c uint8) float32 {
		return 1 - float32(ink.A)/255*(1-float32(c)/255)
	}
	if ink.R == ink.G && ink.G == ink.B {
		return numbers(grey, on(ink.R))
	}
	return numbers(rgb, on(ink.R), on(ink.G), on(ink.B))
}
