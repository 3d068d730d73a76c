package paper_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"
	"time"

	"vigil/app/paper"
	"vigil/app/typeset"
)

func pgm(t *testing.T, data []byte) *image.Gray {
	t.Helper()
	var width, height, most int
	r := bytes.NewReader(data)
	if _, err := fmt.Fscanf(r, "P5\n%d %d\n%d", &width, &height, &most); err != nil {
		t.Fatal(err)
	}
	if _, err := r.ReadByte(); err != nil {
		t.Fatal(err)
	}
	img := image.NewGray(image.Rect(0, 0, width, height))
	if _, err := io.ReadFull(r, img.Pix); err != nil {
		t.Fatal(err)
	}
	return img
}

// sheet is a document with all there is.
func sheet(s *typeset.Setter) *paper.Document {
	d := paper.New(s, paper.Info{Title: "Čekanje: صفحة", Lang: "en", Author: "Vigil", Subject: "A lesson"})
	for range 2 {
		p := d.Page(paper.A4)
		p.Text(set(s, sample{"en", "Before the war"}, typeset.Style{Family: typeset.Serif, Size: 22, Bold: true}, 480), 56, 50, paper.Heading1)
		y := float32(100)
		for _, x := range samples[:8] {
			l := set(s, x, typeset.Style{Family: typeset.Serif, Size: 10.5}, 470)
			p.Text(l, 56, y, paper.ListItem)
			y += l.Height + 4
		}
		p.Figure("A line of time from 1992 to 1995", func() {
			p.Line(56, 600, 500, 600, paper.Paint{Stroke: ink, Width: 0.8})
			p.Circle(200, 600, 3, paper.Paint{Fill: color.NRGBA{R: 200, A: 255}, Stroke: ink, Width: 0.5})
			p.Text(set(s, sample{"en", "1993"}, typeset.Style{Size: 8}, 0), 194, 606, paper.Caption)
			p.Rect(300, 590, 40, 20, paper.Paint{Stroke: ink, Width: 1, Dash: []float32{2, 2}, Round: true})
			p.Clip(400, 590, 40, 20, func() {
				p.Path([][]paper.Point{{{390, 580}, {420, 610}, {450, 590}}}, true, paper.Paint{Fill: color.NRGBA{A: 60}})
			})
		})
		p.Text(set(s, sample{"en", "Page 1"}, typeset.Style{Size: 8}, 0), 56, 800, paper.Artifact)
	}
	return d
}

func TestSameBytes(t *testing.T) {
	first := bytesOf(t, sheet(setter()))
	d := sheet(setter())
	if !bytes.Equal(first, bytesOf(t, d)) {
		t.Error("the same document gave other bytes")
	}
	if !bytes.Equal(first, bytesOf(t, d)) {
		t.Error("written again, the document gave other bytes")
	}
}

func TestSmall(t *testing.T) {
	if n := len(bytesOf(t, sheet(setter()))); n > 150<<10 {
		t.Errorf("two pages in eight languages have %d bytes", n)
	}
}

func TestReadersAreContent(t *testing.T) {
	name := save(t, sheet(setter()))
	if err := checkFile(bytesOf(t, sheet(setter()))); err != nil {
		t.Error(err)
	}
	tool(t, "qpdf", "--check", name)
	tool(t, "mutool", "info", name)
	tool(t, "mutool", "clean", name, name+".clean.pdf")
	tool(t, "mutool", "draw", "-q", "-o", name+"-%d.png", name)
	tool(t, "pdftoppm", "-r", "50", "-gray", name, name)
	for _, line := range strings.Split(strings.TrimSpace(tool(t, "pdffonts", name)), "\n")[2:] {
		// Every font is within the file, in part, with its letters.
		if !strings.Contains(line, "yes yes yes") {
			t.Errorf("font: %s", line)
		}
	}
}

func TestSaysWhatItIs(t *testing.T) {
	d := paper.New(setter(), paper.Info{Title: "Čekanje: صفحة", Lang: "ar", Subject: "درس", Created: time.Date(2026, 5, 4, 3, 2, 1, 0, time.UTC)})
	d.Page(paper.Letter)
	name := save(t, d)
	t.Setenv("TZ", "UTC")
	said := tool(t, "pdfinfo", name)
	for _, want := range []string{"Čekanje: صفحة", "درس", "Tagged:          yes", "612 x 792 pts (letter)", "Mon May  4 03:02:01 2026", "JavaScript:      no"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is missing in\n%s", want, said)
		}
	}
}

// What a reading program goes through: headings, lists, figures with their words, in
// the order they were placed, without what is of the sheet alone.
func TestStructure(t *testing.T) {
	s := setter()
	d := paper.New(s, paper.Info{Lang: "en"})
	p := d.Page(paper.A4)
	p.Text(set(s, sample{"en", "Heading"}, typeset.Style{Size: 20}, 0), 50, 50, paper.Heading2)
	long := set(s, sample{"en", strings.Repeat("word after word ", 30)}, typeset.Style{Size: 10}, 200)
	p.Text(long.Between(0, 50), 50, 90, paper.Paragraph)
	p.Text(set(s, sample{"en", "Page 7"}, typeset.Style{Size: 8}, 0), 50, 800, paper.Artifact)
	q := d.Page(paper.A4)
	q.Text(long.Between(50, 1000), 50, 50, paper.Continued)
	q.Text(set(s, sample{"en", "one"}, typeset.Style{Size: 8}, 0), 50, 500, paper.ListItem)
	q.Text(set(s, sample{"en", "two"}, typeset.Style{Size: 8}, 0), 50, 520, paper.ListItem)
	q.Figure("A map (of Bosnia)", func() { q.Line(0, 0, 9, 9, paper.Paint{Stroke: ink, Width: 1}) })
	q.Text(set(s, sample{"ar", "في 1995"}, typeset.Style{Size: 8}, 0), 50, 620, paper.Paragraph)
	name := save(t, d)
	tree := tool(t, "pdfinfo", "-struct-text", name)
	var kinds []string
	for _, line := range strings.Split(tree, "\n") {
		if line = strings.TrimSpace(line); line != "" && !strings.ContainsAny(line[:1], `"/`) {
			kinds = append(kinds, strings.Fields(line)[0])
		}
	}
	if got, want := strings.Join(kinds, " "), "Document H2 P L LI LBody LI LBody Figure: P"; got != want {
		t.Errorf("structure %q, want %q", got, want)
	}
	if strings.Contains(tree, "Page 7") || strings.Count(tree, "word") < 2 {
		t.Errorf("text of the structure:\n%s", tree)
	}
	whole := string(bytesOf(t, d))
	for _, want := range []string{
		"/Lang<FEFF00610072>",      // ar
		"/BBox[0 832.89 9 841.89]", // the map, from the bottom left
		"<dc:language><rdf:Bag><rdf:li>en<",
		"/Alt<FEFF00410020006D",       // A m
		"/ActualText<FEFF0641064A002", // the letters of the Arabic, first to last
	} {
		if !strings.Contains(whole, want) {
			t.Errorf("%q is missing", want)
		}
	}
}

// Nothing that is asked for makes a file that cannot be opened.
func TestStrangeNumbers(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	d := paper.New(setter(), paper.Info{})
	p := d.Page(paper.A4)
	for _, v := range []float32{nan, inf, -inf, 1e30, -1e-30, 0} {
		paint := paper.Paint{Fill: ink, Stroke: ink, Width: v, Dash: []float32{v, v}}
		p.Line(v, v, 1, v, paint)
		p.Rect(v, 0, v, 5, paint)
		p.Circle(5, v, v, paint)
		p.Path([][]paper.Point{{{v, v}, {1, 2}}, nil, {{1, 1}}}, true, paint)
		p.Image(image.NewGray(image.Rect(0, 0, 1, 1)), v, v, v, v, "")
		p.Text(set(setter(), samples[0], typeset.Style{Size: v}, 200), v, v, paper.Paragraph)
	}
	if err := checkFile(bytesOf(t, d)); err != nil {
		t.Error(err)
	}
	name := save(t, d)
	tool(t, "qpdf", "--check", name)
	if found := regexp.MustCompile(`\b(NaN|[-+]?Inf|\de[-+]\d+)\b`).FindString(tool(t, "qpdf", "--qdf", name, "-")); found != "" {
		t.Errorf("%q is in the file", found)
	}
}

// A writer that fails is told of.
func TestWriteFails(t *testing.T) {
	r, w := io.Pipe()
	r.Close()
	if err := sheet(setter()).Write(w); err == nil {
		t.Error("written to nowhere without an error")
	}
}

func FuzzWords(f *testing.F) {
	for _, x := range samples {
		f.Add(x.text, float32(11), float32(200))
	}
	f.Add(strings.Repeat("a\u0301\u0302", 300), float32(40), float32(0))
	f.Add("\u202e\u2067()\ufeff\u00ad\u200d\u200b 𐤀🕯️\x00\xff", float32(0.01), float32(1))
	s := setter()
	f.Fuzz(func(t *testing.T, words string, size, width float32) {
		// Sizes that the shaper takes; handouts have six to forty.
		if len(words) > 2000 || !(size > 0 && size < 500) || !(width < 5000) {
			return
		}
		d := paper.New(s, paper.Info{Title: words, Lang: words, Author: words})
		p := d.Page(paper.A4)
		p.Text(set(s, sample{"en", words}, typeset.Style{Size: size}, width), 50, 50, paper.Paragraph)
		p.Figure(words, func() { p.Rect(0, 0, size, width, paper.Paint{Fill: ink}) })
		if err := checkFile(bytesOf(t, d)); err != nil {
			t.Error(err)
		}
	})
}
