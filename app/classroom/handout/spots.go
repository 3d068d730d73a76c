package handout

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"vigil/app/paper"
	"vigil/app/sheet"
	"vigil/content"
)

// spot is one place, or some that lie on one another.
type spot struct {
	places []*content.Place
	x, y   float32
	words  []*sheet.Text
	box    box // of the words
	number int // of its line beneath the map, from 1; 0 where its name stands beside it
}

type box struct{ left, top, right, bottom float32 }

func (b box) meets(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

func (b box) within(width, height float32) bool {
	return b.left >= 2 && b.top >= 2 && b.right <= width-2 && b.bottom <= height-2
}

// together is how near places are that share a name's line, points.
const together = 5

func (s *spot) names(t *tongue) []string {
	var out []string
	for _, p := range s.places {
		name, _ := t.name(p.Words, p.Name, p.Names)
		out = append(out, brief(name))
	}
	return out
}

// briefest is the length of a name, letters, above which it leaves out what stands in
// brackets after it.
const briefest = 20

func brief(name string) string {
	if before, _, more := strings.Cut(name, " ("); more && before != "" && utf8.RuneCountInString(name) > briefest {
		return before
	}
	return name
}

// label gathers places into spots and finds room for their names.
func (c *chart) label(places []*content.Place) {
	for _, p := range places {
		x, y := c.at(p.Lon, p.Lat)
		i := slices.IndexFunc(c.spots, func(s *spot) bool {
			return math.Hypot(float64(s.x-x), float64(s.y-y)) < together
		})
		if i < 0 {
			c.spots = append(c.spots, &spot{x: x, y: y})
			i = len(c.spots) - 1
		}
		c.spots[i].places = append(c.spots[i].places, p)
	}
	c.taken = append(c.taken, c.scaleBox())
	for _, s := range c.spots {
		c.taken = append(c.taken, box{s.x - 3, s.y - 3, s.x + 3, s.y + 3})
	}
	for _, s := range c.spots {
		if len(s.places) < 3 && c.beside(s) {
			continue
		}
		s.number = c.numbered() + 1
		c.tell(s, c.m.tongues[0].number(s.number))
		c.room(s)
	}
}

func (c *chart) numbered() int {
	n := 0
	for _, s := range c.spots {
		n = max(n, s.number)
	}
	return n
}

// beside sets a spot's names beside it, each language's under the other; false where
// there is no room.
func (c *chart) beside(s *spot) bool {
	var lines []string
	for _, t := range c.m.tongues {
		if words := strings.Join(s.names(t), " / "); !slices.Contains(lines, words) {
			lines = append(lines, words)
		}
	}
	c.tell(s, lines...)
	return c.room(s)
}

// tell sets words for a spot.
func (c *chart) tell(s *spot, lines ...string) {
	s.words = nil
	as := sheet.Faded.As(paper.Paragraph)
	as.Ink = sheet.Ink
	as.Leading = 1.25
	for i, words := range lines {
		lang := string(c.m.tongues[min(i, len(c.m.tongues)-1)].lang)
		s.words = append(s.words, c.m.sheet.Words(as, sheet.Column{Width: 220}, lang, words))
	}
}

// room finds a place for a spot's words that meets nothing; false where there is none.
func (c *chart) room(s *spot) bool {
	var wide, high float32
	for _, w := range s.words {
		wide, high = max(wide, w.Wide()), high+w.High()
	}
	for _, away := range []float32{5, 9, 14} {
		for _, at := range [][2]float32{
			{s.x + away, s.y - high/2}, {s.x - away - wide, s.y - high/2}, {s.x - wide/2, s.y - away - high + 2}, {s.x - wide/2, s.y + away - 2},
			{s.x + away*0.7, s.y - away*0.7 - high + 3}, {s.x + away*0.7, s.y + away*0.7 - 3}, {s.x - away*0.7 - wide, s.y - away*0.7 - high + 3}, {s.x - away*0.7 - wide, s.y + away*0.7 - 3},
		} {
			b := box{at[0], at[1], at[0] + wide, at[1] + high}
			if b.within(c.width, c.height) && !slices.ContainsFunc(c.taken, b.meets) {
				s.box = b
				c.taken = append(c.taken, b)
				return true
			}
		}
	}
	s.box = box{s.x + 4, s.y - high/2, s.x + 4 + wide, s.y + high/2}
	return false
}
