package paper

import (
	"fmt"
	"math"
	"strings"
)

// pen writes lines of signs and remembers what is set.
type pen struct {
	page *Page
	font *fontOf
	size float32
	ink  string
}

// line writes the signs of a line, of which x, y is the left end of the baseline.
func (n *pen) line(signs []sign, x, y float32) {
	for len(signs) > 0 {
		first := signs[0]
		end := 1
		for end < len(signs) && signs[end].font == first.font && signs[end].size == first.size && signs[end].ink == first.ink {
			end++
		}
		n.set(first)
		s := showing{font: first.font, size: first.size}
		for _, sign := range signs[:end] {
			s.show(sign.code, sign.x)
		}
		n.page.content.WriteString(numbers("Tm", 1, 0, 0, 1, x+first.x, y))
		fmt.Fprintf(&n.page.content, "[%s>]TJ\n", s.b.String())
		signs = signs[end:]
	}
}

func (n *pen) set(s sign) {
	b := &n.page.content
	if s.font != n.font || s.size != n.size {
		fmt.Fprintf(b, "/F%d %s Tf\n", s.font.number, number(s.size))
		n.font, n.size = s.font, s.size
	}
	if ink := colour(s.ink, "g", "rg"); ink != n.ink {
		b.WriteString(ink)
		n.ink = ink
	}
}

// showing is an array of codes and of moves between them (ISO 32000-1, 9.4.3).
type showing struct {
	font *fontOf
	size float32
	b    strings.Builder
	pen  float32
}

// least is the smallest move that can be seen in print, in thousandths of an em.
const least = 2

// show shows a code with its left end at x.
func (s *showing) show(code int, x float32) {
	if s.b.Len() == 0 {
		s.pen = x
		s.b.WriteByte('<')
	}
	// Told to a tenth of a thousandth of an em; what that rounds away is not lost to
	// the next move.
	if move := float32(math.Round(float64((s.pen-x)/s.size*10000))) / 10; move > least || move < -least {
		fmt.Fprintf(&s.b, ">%s<", number(move))
		s.pen -= move * s.size / 1000
	}
	fmt.Fprintf(&s.b, "%04X", code)
	s.pen += s.font.advance(code) * s.size
}
