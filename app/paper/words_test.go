package paper_test

import (
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"vigil/app/paper"
	"vigil/app/typeset"
)

// strip is a page for lines as long as they need to be.
var strip = paper.Format{Name: "strip", Width: 3000, Height: 120}

var looks = []typeset.Style{
	{Family: typeset.Serif, Size: 11},
	{Family: typeset.Sans, Size: 9.5},
	{Family: typeset.Serif, Size: 14, Bold: true},
	{Family: typeset.Sans, Size: 12.3, Italic: true},
}

// What comes out of pdftotext is what was put in, letters, spaces and all, in the order
// it is read.
func TestWordsComeOutAsTheyAreRead(t *testing.T) {
	s := setter()
	for _, x := range samples {
		t.Run(x.lang, func(t *testing.T) {
			d := paper.New(s, paper.Info{Lang: x.lang})
			for _, style := range looks {
				d.Page(strip).Text(set(s, x, style, 0), 20, 40, paper.Paragraph)
			}
			pages := strings.Split(tool(t, "pdftotext", save(t, d), "-"), "\f")
			for i := range looks {
				if got, want := plain(pages[i]), plain(x.text); got != want {
					t.Errorf("%+v\ngot  %q\nwant %q", looks[i], got, want)
				}
			}
		})
	}
}

func TestLinesComeOutInOrder(t *testing.T) {
	s := setter()
	for _, x := range samples {
		t.Run(x.lang, func(t *testing.T) {
			d := paper.New(s, paper.Info{Lang: x.lang})
			var want strings.Builder
			for width := float32(110); width < 480; width += 37 {
				d.Page(paper.A4).Text(set(s, x, looks[0], width), 60, 60, paper.Paragraph)
				want.WriteString(unspaced(x.text))
			}
			// pdftotext leaves out the hyphen of 24-ին at a line's end.
			whole := strings.ReplaceAll(want.String(), "-", "")
			if got := strings.ReplaceAll(unspaced(tool(t, "pdftotext", save(t, d), "-")), "-", ""); got != whole {
				t.Errorf("got  %q\nwant %q", got, whole)
			}
		})
	}
}

// MuPDF gives letters in the order they stand, whatever the file; so what is read from
// left to right comes out as it is read, and of the rest each letter comes out.
func TestWordsComeOutOfMuPDF(t *testing.T) {
	s := setter()
	for _, x := range samples {
		t.Run(x.lang, func(t *testing.T) {
			l := set(s, x, looks[1], 300)
			d := paper.New(s, paper.Info{Lang: x.lang})
			d.Page(paper.A4).Text(l, 60, 60, paper.Paragraph)
			got, want := unspaced(tool(t, "mutool", "draw", "-q", "-F", "text", save(t, d))), unspaced(x.text)
			if l.RTL {
				got, want = sorted(got), sorted(want)
			}
			if got != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

func sorted(s string) string {
	letters := []rune(s)
	slices.Sort(letters)
	return string(letters)
}

// One line of a language that is read the other way, with all that has no direction.
func TestOtherDirectionWithinALine(t *testing.T) {
	tests := []sample{
		{"en", "The word שואה (Shoah) and the word الإبادة (genocide), 1948, in one line."},
		{"ar", "Prosecutor v. Krstić, IT-98-33, 2001."},
		{"he", "ICTR-96-4 (Akayesu), 1998."},
	}
	s := setter()
	for _, x := range tests {
		t.Run(x.text, func(t *testing.T) {
			d := paper.New(s, paper.Info{Lang: x.lang})
			p := d.Page(strip)
			p.Text(set(s, x, looks[1], 0), 20, 20, paper.Paragraph)
			want := plain(x.text)
			if x.lang != "en" { // what the rest of the page is read like
				for _, around := range samples {
					if around.lang == x.lang {
						p.Text(set(s, around, looks[1], 0), 20, 60, paper.Paragraph)
						want += " " + plain(around.text)
					}
				}
			}
			if got := plain(tool(t, "pdftotext", save(t, d), "-")); got != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

// The sheet looks like the screen: the same ink at the same places.
func TestPaperLooksLikeTheScreen(t *testing.T) {
	const scale = 3
	format := paper.Format{Name: "card", Width: 320, Height: 240}
	s := setter()
	for _, x := range samples {
		t.Run(x.lang, func(t *testing.T) {
			d := paper.New(s, paper.Info{})
			var screens []*image.RGBA
			for _, style := range looks {
				l := set(s, x, style, 300)
				d.Page(format).Text(l, 10, 10, paper.Paragraph)
				screens = append(screens, screen(s, l, 10, scale, format))
			}
			for i, seen := range render(t, save(t, d), scale, len(looks)) {
				if off := unlike(seen, screens[i], 2*scale); off > 0.1 {
					t.Errorf("%+v: %.0f %% of the ink is elsewhere", looks[i], off*100)
				}
			}
		})
	}
}

// screen is a layout as the screen shows it, black on white, at a margin.
func screen(s *typeset.Setter, l *typeset.Layout, margin, scale int, f paper.Format) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, int(f.Width)*scale, int(f.Height)*scale))
	draw.Draw(out, out.Rect, image.White, image.Point{}, draw.Src)
	s.Draw(out, l.Shift(float32(margin)), float32(scale), -float32(margin), f.Height)
	return out
}

// render is the pages of a file as poppler draws them, px a point.
func render(t *testing.T, pdf string, scale, pages int) []*image.Gray {
	t.Helper()
	to := filepath.Join(t.TempDir(), "page")
	tool(t, "pdftoppm", "-gray", "-r", strconv.Itoa(72*scale), pdf, to)
	var out []*image.Gray
	for i := range pages {
		data, err := os.ReadFile(fmt.Sprintf("%s-%d.pgm", to, i+1))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, pgm(t, data))
	}
	return out
}

// unlike is how much of the ink of two pictures lies in different cells of a grid, in
// parts of all ink.
func unlike(a *image.Gray, b image.Image, cell int) float64 {
	var apart, all float64
	bounds := a.Bounds()
	for y := 0; y < bounds.Dy(); y += cell {
		for x := 0; x < bounds.Dx(); x += cell {
			var in [2]float64
			for dy := range cell {
				for dx := range cell {
					if !image.Pt(x+dx, y+dy).In(bounds) {
						continue
					}
					in[0] += 255 - float64(a.GrayAt(x+dx, y+dy).Y)
					in[1] += 255 - float64(color.GrayModel.Convert(b.At(x+dx, y+dy)).(color.Gray).Y)
				}
			}
			apart += max(in[0]-in[1], in[1]-in[0])
			all += (in[0] + in[1]) / 2
		}
	}
	if all == 0 {
		return 1
	}
	return apart / all
}

// A link is underlined, as on the screen, and leads nowhere.
func TestLinks(t *testing.T) {
	const scale = 3
	format := paper.Format{Name: "card", Width: 320, Height: 60}
	style := typeset.Style{Family: typeset.Serif, Size: 12, Ink: ink}
	s := setter()
	l := s.Layout(typeset.Paragraph{Spans: []typeset.Span{{Text: "She lived in ", Style: style}, {Text: "Srebrenica, in the house", Style: style, Link: "place/srebrenica"}}}, 300)
	d := paper.New(s, paper.Info{})
	d.Page(format).Text(l, 10, 10, paper.Paragraph)
	if off := unlike(render(t, save(t, d), scale, 1)[0], screen(s, l, 10, scale, format), 2*scale); off > 0.1 {
		t.Errorf("%.0f %% of the ink is elsewhere", off*100)
	}
	whole := tool(t, "qpdf", "--qdf", save(t, d), "-")
	for _, word := range []string{"/Annots", "/URI", "/Action", "srebrenica"} {
		if strings.Contains(whole, word) {
			t.Errorf("%q is in the file", word)
		}
	}
}
