package sheet

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"

	"vigil/app/paper"
	"vigil/app/typeset"
	"vigil/assets"
)

var setter = typeset.New(assets.Fonts())

func begin(format paper.Format, rtl bool) *Sheet {
	lang := "en"
	if rtl {
		lang = "ar"
	}
	return New(Config{Setter: setter, Format: format, RTL: rtl, Info: paper.Info{Lang: lang, Title: "Sheet"}, Foot: "Foot", Number: func(page, pages int) string { return "n" }})
}

// placed is a block that notes where it is drawn.
type placed struct {
	Block
	s  *Sheet
	at *[]spot
}

type spot struct {
	page        int
	top, bottom float32
	block       Block
}

func (p placed) split(room float32) (Block, Block) {
	above, below := p.Block.split(room)
	if above == nil {
		return nil, nil
	}
	return placed{above, p.s, p.at}, placed{below, p.s, p.at}
}

func (p placed) draw(page *paper.Page, y float32) {
	*p.at = append(*p.at, spot{len(p.s.pages), y, y + p.height(), p.Block})
	p.Block.draw(page, y)
}

// Whatever is placed stands between the margins, in order, nothing on another; what
// stays with what comes next is on its page, and no line of a paragraph is lonely.
func TestPages(t *testing.T) {
	for seed := range uint64(16) {
		r := rand.New(rand.NewPCG(seed, 7))
		s := begin([]paper.Format{paper.A4, paper.Letter}[seed%2], seed%3 == 0)
		var at []spot
		in := s.Main()
		words := func() Block {
			text := strings.Repeat("words of a paragraph that goes on ", 1+r.IntN(60))
			return placed{s.Words(Reading, in, "en", text), s, &at}
		}
		heads := map[Block]Block{} // by what a heading stays with
		for range 16 {
			var bands []Band
			for range 1 + r.IntN(4) {
				head, body := s.Words(Heading, in, "en", "A heading"), words()
				heads[head] = body
				bands = append(bands, Band{Above: 20, Next: true, Blocks: []Block{placed{head, s, &at}}}, Band{Above: 4, Blocks: []Block{body}})
				if r.IntN(3) == 0 {
					bands = append(bands, Band{Above: 4, Blocks: []Block{placed{Writing(in, 1+r.IntN(6)), s, &at}}})
				}
			}
			if r.IntN(2) == 0 {
				s.Keep(bands...)
			} else {
				s.Add(bands...)
			}
		}
		if len(s.pages) < 3 {
			t.Fatalf("seed %d: %d pages", seed, len(s.pages))
		}
		for i, k := range at {
			if k.top < top-0.01 || k.bottom > s.Format.Height-bottom+0.01 {
				t.Errorf("seed %d: something stands from %.1f to %.1f on page %d", seed, k.top, k.bottom, k.page)
			}
			if i > 0 && (at[i-1].page > k.page || at[i-1].page == k.page && at[i-1].bottom > k.top+0.01) {
				t.Errorf("seed %d: something stands on what is before it, on page %d", seed, k.page)
			}
			if text, ok := k.block.(*Text); ok {
				if n := len(text.layout.Lines); n < loneliest && text.role == paper.Continued {
					t.Errorf("seed %d: %d lines of a paragraph alone on page %d", seed, n, k.page)
				}
				if heads[text] != nil && (i+1 == len(at) || at[i+1].page != k.page) {
					t.Errorf("seed %d: a heading is the last on page %d", seed, k.page)
				}
			}
		}
	}
}

// What fits on a page is kept on one.
func TestKeep(t *testing.T) {
	s := begin(paper.A4, false)
	in := s.Main()
	var at []spot
	for range 12 {
		at = at[:0]
		var bands []Band
		for range 3 {
			bands = append(bands, Band{Above: 12, Blocks: []Block{placed{s.Words(Reading, in, "en", strings.Repeat("a stop of a lesson ", 40)), s, &at}}})
		}
		s.Keep(bands...)
		if len(at) != 3 || at[0].page != at[2].page {
			t.Errorf("what fits on a page stands on several: %v", at)
		}
	}
}

// Each of two columns of one row is parted at its own lines, and all of it is placed.
func TestHalves(t *testing.T) {
	s := begin(paper.Letter, false)
	left, right := s.Half(0, false, Gutter), s.Half(1, true, Gutter)
	if left.X+left.Width > right.X {
		t.Fatalf("the halves meet: %v, %v", left, right)
	}
	long, short := strings.Repeat("words ", 900), strings.Repeat("كلمات ", 400)
	a, b := s.Words(Reading, left, "en", long), s.Words(Reading, right, "ar", short)
	if !b.layout.RTL || a.layout.RTL {
		t.Error("a language has not its direction")
	}
	want := len(a.layout.Lines) + len(b.layout.Lines)
	var at []spot
	s.Add(Band{Blocks: []Block{placed{a, s, &at}, placed{b, s, &at}}})
	got := 0
	for _, k := range at {
		got += len(k.block.(*Text).layout.Lines)
	}
	if got != want || len(s.pages) < 2 {
		t.Errorf("%d lines on %d pages, want %d lines", got, len(s.pages), want)
	}
}

func TestMirrored(t *testing.T) {
	ltr, rtl := begin(paper.A4, false), begin(paper.A4, true)
	for name, of := range map[string]func(*Sheet) Column{"side": (*Sheet).Side, "main": (*Sheet).Main, "whole": (*Sheet).Whole} {
		a, b := of(ltr), of(rtl)
		if a.RTL || !b.RTL || a.Width != b.Width {
			t.Errorf("%s: %v and %v", name, a, b)
		}
		if d := a.X - (paper.A4.Width - b.X - b.Width); d > 0.01 || d < -0.01 {
			t.Errorf("%s is not mirrored: %v and %v", name, a, b)
		}
	}
}

// Sources stand in two columns of a page, the first before the second, none on another.
func TestColumns(t *testing.T) {
	s := begin(paper.A4, false)
	s.Add(Band{Blocks: []Block{s.Words(Title, s.Whole(), "en", "Above")}})
	var at []spot
	s.Columns(10, 4, 90, func(i int, in Column) Block {
		return placed{s.Hung(Fine, in, "en", "12", 20, Fine.Span(strings.Repeat("a source ", 3+i%17))), s, &at}
	})
	seen := map[int]map[float32]bool{}
	for _, k := range at {
		if k.bottom > s.Format.Height-bottom+0.01 || k.top < top-0.01 {
			t.Errorf("a source stands from %.1f to %.1f", k.top, k.bottom)
		}
		if seen[k.page] == nil {
			seen[k.page] = map[float32]bool{}
		}
		seen[k.page][k.block.(*Text).in.X] = true
	}
	if len(at) != 90 {
		t.Errorf("%d sources of 90 are placed", len(at))
	}
	for page, columns := range seen {
		if len(columns) != 2 {
			t.Errorf("page %d has %d columns", page, len(columns))
		}
	}
	var out bytes.Buffer
	if err := s.Write(&out); err != nil || !bytes.HasPrefix(out.Bytes(), []byte("%PDF-")) {
		t.Errorf("%v, %.10q", err, out.Bytes())
	}
}
