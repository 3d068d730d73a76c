package typeset

// Box is a rectangle in px at 1x from the layout's top left.
type Box struct{ X, Y, Width, Height float32 }

// cluster is the smallest stretch of letters that has a place of its own.
type cluster struct {
	from, to int
	x, width float32
	rtl      bool
}

// clusters are the run's, from left to right, x from the line's start.
func (r *placed) clusters() []cluster {
	var out []cluster
	x := r.x
	for i := 0; i < len(r.glyphs); {
		first := r.glyphs[i].TextIndex()
		c := cluster{from: first, to: first + r.glyphs[i].RunesCount(), x: x, rtl: r.rtl}
		for i < len(r.glyphs) && r.glyphs[i].TextIndex() == first {
			c.width += float32(r.glyphs[i].Advance) / 64
			i++
		}
		x += c.width
		out = append(out, c)
	}
	return out
}

// edges divides a cluster's width evenly between its letters, so that the
// letters of a ligature can be told apart, and returns where letters from to to
// of the text stand within it.
func (c cluster) edges(from, to int) (left, width float32, ok bool) {
	from, to = max(from, c.from), min(to, c.to)
	if from >= to {
		return 0, 0, false
	}
	each := c.width / float32(c.to-c.from)
	left = c.x + each*float32(from-c.from)
	if c.rtl {
		left = c.x + each*float32(c.to-to)
	}
	return left, each * float32(to-from), true
}

// Boxes returns where the letters from to to (runes) stand, one box for each
// unbroken stretch on a line, for highlights and for what can be touched.
func (l *Layout) Boxes(from, to int) []Box {
	var out []Box
	for i := range l.Lines {
		line := &l.Lines[i]
		if to <= line.From || from >= line.To {
			continue
		}
		open := false
		for j := range line.runs {
			for _, c := range line.runs[j].clusters() {
				left, width, ok := c.edges(from, to)
				if !ok {
					open = false
					continue
				}
				left += line.X
				if open {
					last := &out[len(out)-1]
					last.Width = left + width - last.X
					continue
				}
				out = append(out, Box{left, line.Top, width, line.Height})
				open = true
			}
		}
	}
	return out
}

// At returns the letter (rune) under a point, the nearest of its line where
// the point lies beside it, or -1 where there are no letters.
func (l *Layout) At(x, y float32) int {
	line := l.lineAt(y)
	if line == nil {
		return -1
	}
	best, distance := -1, float32(-1)
	for j := range line.runs {
		for _, c := range line.runs[j].clusters() {
			d := max(line.X+c.x-x, x-line.X-c.x-c.width, 0)
			if best < 0 || d < distance {
				best, distance = c.letterAt(x-line.X), d
			}
		}
	}
	return best
}

func (c cluster) letterAt(x float32) int {
	n := c.to - c.from
	if c.width <= 0 || n <= 1 {
		return c.from
	}
	i := min(max(int((x-c.x)/c.width*float32(n)), 0), n-1)
	if c.rtl {
		return c.to - 1 - i
	}
	return c.from + i
}

func (l *Layout) lineAt(y float32) *Line {
	for i := range l.Lines {
		if y < l.Lines[i].Top+l.Lines[i].Height || i == len(l.Lines)-1 {
			return &l.Lines[i]
		}
	}
	return nil
}

// LinkAt returns what the letters under a point lead to, or "". A point beside
// the end of a line is on no letters.
func (l *Layout) LinkAt(x, y float32) string {
	if line := l.lineAt(y); line == nil || x < line.X || x > line.X+line.Width {
		return ""
	}
	at := l.At(x, y)
	for _, span := range l.spans {
		n := len([]rune(span.Text))
		if at < n {
			return span.Link
		}
		at -= n
	}
	return ""
}

// Caret returns where a caret before letter i stands: in a right-to-left run
// at the letter's right edge. Letter number Letters is the end of the text.
func (l *Layout) Caret(i int) Box {
	for k := range l.Lines {
		line := &l.Lines[k]
		last := k == len(l.Lines)-1
		if i >= line.To && !last {
			continue
		}
		for j := range line.runs {
			for _, c := range line.runs[j].clusters() {
				if left, width, ok := c.edges(i, i+1); ok {
					return caretBox(line, left, width, c.rtl)
				}
			}
		}
		return l.endCaret(line)
	}
	return Box{Height: l.Height}
}

func caretBox(line *Line, left, width float32, rtl bool) Box {
	if rtl {
		left += width
	}
	return Box{line.X + left, line.Top, 0, line.Height}
}

func (l *Layout) endCaret(line *Line) Box {
	for j := range line.runs {
		for _, c := range line.runs[j].clusters() {
			if c.to == line.To {
				left, width, _ := c.edges(c.to-1, c.to)
				return caretBox(line, left, width, !c.rtl)
			}
		}
	}
	x := line.X
	if l.RTL {
		x += line.Width
	}
	return Box{x, line.Top, 0, line.Height}
}
