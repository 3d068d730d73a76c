package sheet

import "vigil/app/paper"

// writing is how far apart the lines are on which one writes by hand, points: 8.5 mm.
const writing = 24

// Writing is lines to write on.
func Writing(in Column, lines int) Block { return ruled{in, lines} }

type ruled struct {
	in    Column
	lines int
}

func (r ruled) height() float32   { return float32(r.lines) * writing }
func (r ruled) baseline() float32 { return 0 }

func (r ruled) least() float32 { return writing }

func (r ruled) split(room float32) (Block, Block) {
	n := min(int(room/writing), r.lines)
	if n < 1 || n == r.lines {
		return nil, nil
	}
	return ruled{r.in, n}, ruled{r.in, r.lines - n}
}

func (r ruled) draw(p *paper.Page, y float32) {
	for i := range r.lines {
		at := y + float32(i+1)*writing
		p.Line(r.in.X, at, r.in.X+r.in.Width, at, paper.Paint{Stroke: Rule, Width: Hair})
	}
}

// Drawing is what is drawn into a place of a height; a page never parts it.
type Drawing struct {
	High float32
	Draw func(p *paper.Page, y float32) // its top is at y
}

func (d Drawing) height() float32               { return d.High }
func (d Drawing) least() float32                { return d.High }
func (d Drawing) baseline() float32             { return 0 }
func (d Drawing) split(float32) (Block, Block)  { return nil, nil }
func (d Drawing) draw(p *paper.Page, y float32) { d.Draw(p, y) }

// High is the paragraph's height.
func (t *Text) High() float32 { return t.height() }

// Wide is the width of its longest line.
func (t *Text) Wide() float32 { return t.layout.Inner }

// Base is its first line of letters, from its top.
func (t *Text) Base() float32 { return t.baseline() }

// At draws it with the left top corner of its column there.
func (t *Text) At(p *paper.Page, x, y float32) {
	moved := *t
	moved.in.X = x
	moved.draw(p, y)
}

// High is how high a block is.
func High(b Block) float32 { return b.height() }

// Gap is room.
type Gap float32

func (g Gap) height() float32              { return float32(g) }
func (g Gap) least() float32               { return float32(g) }
func (g Gap) baseline() float32            { return 0 }
func (g Gap) split(float32) (Block, Block) { return nil, nil }
func (g Gap) draw(*paper.Page, float32)    {}

// Stack is blocks beneath one another that stay together.
type Stack []Block

func (s Stack) height() float32 {
	var h float32
	for _, b := range s {
		h += b.height()
	}
	return h
}

func (s Stack) baseline() float32 {
	if len(s) == 0 {
		return 0
	}
	return s[0].baseline()
}

func (s Stack) least() float32 { return s.height() }

func (s Stack) split(float32) (Block, Block) { return nil, nil }

func (s Stack) draw(p *paper.Page, y float32) {
	for _, b := range s {
		b.draw(p, y)
		y += b.height()
	}
}

// High is how high the stack is.
func (s Stack) High() float32 { return s.height() }

// At draws it with its top at y.
func (s Stack) At(p *paper.Page, y float32) { s.draw(p, y) }

// codeSide is how large a code is on paper, points: 5 cm.
const codeSide float32 = 142

// Code is a code of black and white modules, drawn as lines, which a phone reads; says
// is what stands for it where it is read out. The white around it is the paper's.
func (s *Sheet) Code(in Column, modules int, black func(x, y int) bool, says string) Block {
	return Drawing{codeSide, func(p *paper.Page, y float32) {
		x, module := in.X, codeSide/float32(modules)
		if in.RTL {
			x += in.Width - codeSide
		}
		var dark [][]paper.Point
		for row := range modules {
			for from := 0; from < modules; from++ {
				to := from
				for to < modules && black(to, row) {
					to++
				}
				if to > from {
					left, right, top, low := x+float32(from)*module, x+float32(to)*module, y+float32(row)*module, y+float32(row+1)*module
					dark = append(dark, []paper.Point{{X: left, Y: top}, {X: right, Y: top}, {X: right, Y: low}, {X: left, Y: low}})
					from = to
				}
			}
		}
		p.Figure(says, func() { p.Path(dark, true, paper.Paint{Fill: rgb(0)}) })
	}}
}
