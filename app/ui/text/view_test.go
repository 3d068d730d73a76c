package text_test

import (
	"context"
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vigil/app/typeset"
	"vigil/app/ui/text"
	"vigil/app/voice"
	"vigil/content"
	"vigil/content/authoring"
)

const (
	arabic = "سقطت سربرنيتسا في الحادي عشر من تموز 1995، وقُتل أكثر من سبعة آلاف رجل وفتى في الأيام التي تلت ذلك."
	latin  = "Srebrenica fell on 11 July 1995, and more than seven thousand men and boys were killed in the days that followed."
	mixed  = "The word إبادة and the name Хасан Нухановић stand in one line, with 1995–1996 and a long compound-word-of-many-parts."
)

// paragraphs of the bundled archive, in each language that it has.
func archiveTexts(t *testing.T) []string {
	t.Helper()
	a := authoring.Load(context.Background(), content.Bundled()).Archive
	var out []string
	add := func(words content.Text) {
		for _, w := range words {
			for _, b := range slices.Concat(w.Text, w.Note) {
				out = append(out, b.Plain())
			}
		}
	}
	for _, e := range a.Events() {
		add(e.Words)
	}
	for _, c := range a.Cases {
		add(c.Essay)
	}
	for _, sp := range a.Speeches {
		for _, p := range sp.Paragraphs {
			add(p.Text)
		}
	}
	if len(out) < 50 {
		t.Fatalf("the archive has %d paragraphs", len(out))
	}
	slices.Sort(out)
	return out
}

// A guess that is far off costs a jump of the thumb and things laid out for
// nothing.
func TestEstimateIsNearTheHeight(t *testing.T) {
	const factor = 1.6
	var guessed, real float32
	for _, words := range append(archiveTexts(t), arabic, latin, mixed, strings.Repeat(arabic+" ", 8)) {
		for _, width := range []float32{420, 800, 1280} {
			v := text.New(setter, text.Block{Paragraph: plain(words)})
			guess, height := v.Estimate(width), v.HeightAt(width)
			guessed, real = guessed+guess, real+height
			const line = 28 * 1.5
			if guess > height*factor+line || height > guess*factor+line {
				t.Errorf("at %g guessed %g for %g: %.40q", width, guess, height, words)
			}
			if again := v.Estimate(width); again != height {
				t.Errorf("guessed %g of what was laid out %g high", again, height)
			}
		}
	}
	if guessed > real*1.25 || real > guessed*1.25 {
		t.Errorf("all guesses are %.0f for %.0f", guessed, real)
	}
}

func TestEstimateCountsSpaceAndBlocks(t *testing.T) {
	one := text.New(setter, text.Block{Paragraph: plain("a")})
	three := text.New(setter, text.Block{Paragraph: plain("a")}, text.Block{Paragraph: plain("b"), Above: 30}, text.Block{Paragraph: plain("c"), Above: 30})
	if got, want := three.Estimate(500), 3*one.Estimate(500)+60; got != want {
		t.Errorf("guessed %g, want %g", got, want)
	}
	if got, want := three.HeightAt(500), 3*one.HeightAt(500)+60; got != want {
		t.Errorf("%g high, want %g", got, want)
	}
}

// What is given more width is never higher.
func TestHeightAtFallsWithTheWidth(t *testing.T) {
	tests := []struct {
		name  string
		words string
		level typeset.Direction
	}{
		{"latin", strings.Repeat(latin+" ", 3), typeset.FromText},
		{"arabic", strings.Repeat(arabic+" ", 3), typeset.FromText},
		{"arabic in a page from left to right", arabic, typeset.LTR},
		{"mixed", strings.Repeat(mixed+" ", 3), typeset.FromText},
		{"one long word", strings.Repeat("w", 120), typeset.FromText},
		{"a letter", "i", typeset.FromText},
		{"nothing", "", typeset.FromText},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := plain(tt.words)
			p.Direction = tt.level
			var last float32
			for width := float32(40); width < 2400; width += 37 {
				h := text.New(setter, text.Block{Paragraph: p}, text.Block{Paragraph: p, Indent: 20, Above: 10}).HeightAt(width)
				if last != 0 && h > last {
					t.Fatalf("at %g it is %g high, and %g when narrower", width, h, last)
				}
				last = h
			}
		})
	}
}

func TestViewTakesAnyWidth(t *testing.T) {
	m := plain("•")
	for _, width := range []float32{-100, -1, 0, 0.5, 1, 7, 1e5} {
		v := text.New(setter, text.Block{Paragraph: plain(mixed), Indent: 40, Marker: &m}, text.Block{Paragraph: plain("")})
		if v.HeightAt(width) < 0 || v.Estimate(width) < 0 {
			t.Errorf("at %g its height is below nought", width)
		}
	}
}

func TestLineKeepsToOneLine(t *testing.T) {
	one := setter.Layout(plain("x"), 0).Height
	for _, words := range []string{latin, arabic, mixed, "x"} {
		v := text.Line(setter, plain(words))
		if size := v.MinSize(); size.Height != one || v.HeightAt(size.Width) != one {
			t.Errorf("%.20q is %v, a line is %g high", words, size, one)
		}
	}
	v := text.Line(setter, plain(latin))
	if v.HeightAt(200) <= one {
		t.Error("a line that is given less does not break")
	}
}

func TestViewSpeaks(t *testing.T) {
	bullet := plain("•")
	tests := []struct {
		name  string
		block text.Block
		want  []voice.Item
	}{
		{"a paragraph", text.Block{Paragraph: plain("Words.")}, []voice.Item{{Role: voice.Text, Text: "Words."}}},
		{"a heading", text.Block{Paragraph: plain("Head"), Level: 2}, []voice.Item{{Role: voice.Heading, Level: 2, Text: "Head"}}},
		{"an item", text.Block{Paragraph: plain("first"), Marker: &bullet}, []voice.Item{{Role: voice.Text, Text: "• first"}}},
		{"nothing", text.Block{Paragraph: plain("")}, nil},
		{"a link", text.Block{Paragraph: linked("See ", "Potočari", ".", "place/potocari")}, []voice.Item{
			{Role: voice.Text, Text: "See Potočari."}, {Role: voice.Link, Text: "Potočari", Action: "place/potocari"}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []voice.Item
			for _, p := range text.New(setter, tt.block).Parts() {
				got = append(got, p.Item)
			}
			if !slices.Equal(got, tt.want) {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

// Every line of a view is painted, and each band is small enough to be made
// within a frame.
func TestViewPaintsInBands(t *testing.T) {
	v := text.New(setter, text.Block{Paragraph: plain(strings.Repeat(latin+" ", 30))})
	height := v.HeightAt(600)
	v.Resize(fyne.NewSize(600, height))
	bands := test.WidgetRenderer(v).Objects()
	var end float32
	for i, b := range bands {
		if b.Size().Height > 320 {
			t.Errorf("band %d is %g high", i, b.Size().Height)
		}
		if b.Position().Y > end {
			t.Errorf("band %d begins at %g, the one before ended at %g", i, b.Position().Y, end)
		}
		end = b.Position().Y + b.Size().Height
	}
	if end < height || len(bands) < int(height/320) {
		t.Errorf("%d bands end at %g of %g", len(bands), end, height)
	}
}

// Found letters that do not exist mark nothing and break nothing.
func TestMarksAreBounded(t *testing.T) {
	inked := func(marks ...text.Range) int {
		v := text.New(setter, text.Block{Paragraph: plain(latin), Marks: marks})
		v.Resize(fyne.NewSize(600, v.HeightAt(600)))
		return paintAll(v)
	}
	without := inked()
	tests := []struct {
		name  string
		marks text.Range
		shown bool
	}{
		{"a word", text.Range{From: 0, To: 10}, true},
		{"all and more", text.Range{From: -3, To: 100000}, true},
		{"before the words", text.Range{From: -8, To: -3}, false},
		{"after the words", text.Range{From: 5000, To: 5010}, false},
		{"backwards", text.Range{From: 7, To: 3}, false},
		{"nothing", text.Range{From: 3, To: 3}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := inked(tt.marks) > without; got != tt.shown {
				t.Errorf("shown is %v, want %v", got, tt.shown)
			}
		})
	}
}

// paintAll paints a widget and counts the px that have any ink.
func paintAll(o fyne.Widget) int {
	n := 0
	for _, band := range test.WidgetRenderer(o).Objects() {
		img := paint(band, int(band.Size().Width), int(band.Size().Height)).(*image.RGBA)
		for i := 3; i < len(img.Pix); i += 4 {
			if img.Pix[i] > 0 {
				n++
			}
		}
	}
	return n
}

func TestLinkedFollowsTheFinger(t *testing.T) {
	const width = 500
	blocks := []struct {
		name   string
		block  text.Block
		before int // letters before the link
		link   int // letters of the link
	}{
		{"at the beginning", text.Block{Paragraph: linked("", "Hasan Nuhanović", " survived.", "person/hasan")}, 0, 15},
		{"in the middle", text.Block{Paragraph: linked("The interpreter ", "Hasan", " survived the war.", "person/hasan")}, 16, 5},
		{"over two lines", text.Block{Paragraph: linked("The interpreter and the survivor of ", "the genocide in Srebrenica in July 1995", " wrote.", "person/hasan")}, 36, 39},
		{"in an item", text.Block{Paragraph: linked("See ", "Hasan", ".", "person/hasan"), Indent: 60}, 4, 5},
		{"in Arabic", text.Block{Paragraph: linked("شهد ", "حسن نوهانوفيتش", " على ما جرى.", "person/hasan")}, 4, 14},
		{"in an item in Arabic", text.Block{Paragraph: linked("شهد ", "حسن نوهانوفيتش", " على ما جرى.", "person/hasan"), Indent: 60}, 4, 14},
	}
	for _, tt := range blocks {
		t.Run(tt.name, func(t *testing.T) {
			var followed []string
			v := text.NewLinked(setter, func(link string) { followed = append(followed, link) },
				text.Block{Paragraph: plain("A paragraph before.")}, text.Block{Paragraph: tt.block.Paragraph, Indent: tt.block.Indent, Above: 100})
			v.Resize(fyne.NewSize(width, v.HeightAt(width)))
			layout := setter.Layout(tt.block.Paragraph, width-tt.block.Indent)
			top, left := v.HeightAt(width)-layout.Height, tt.block.Indent
			if layout.RTL {
				left = 0
			}
			tap := func(x, y float32) []string {
				followed = nil
				v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, y)})
				return followed
			}
			boxes := layout.Boxes(tt.before, tt.before+tt.link)
			if len(boxes) == 0 {
				t.Fatal("the link stands nowhere")
			}
			for _, b := range boxes {
				x, y := left+b.X+b.Width/2, top+b.Y+b.Height/2
				if got := tap(x, y); !slices.Equal(got, []string{"person/hasan"}) {
					t.Errorf("a tap on the link at %g,%g followed %q", x, y, got)
				}
			}
			first := boxes[0]
			if got := tap(left+first.X+first.Width/2, top+first.Y-8); len(got) != 1 {
				t.Errorf("a tap just above the link followed %q", got)
			}
			for _, beside := range []fyne.Position{fyne.NewPos(10, 10), fyne.NewPos(width/2, top-50), fyne.NewPos(-40, -40), fyne.NewPos(width/2, top+1000)} {
				if got := tap(beside.X, beside.Y); len(got) != 0 {
					t.Errorf("a tap beside the link at %v followed %q", beside, got)
				}
			}
		})
	}
	t.Run("before it is laid out", func(t *testing.T) {
		v := text.NewLinked(setter, func(string) { t.Error("followed a link") }, text.Block{Paragraph: linked("", "x", "", "home")})
		v.Tapped(&fyne.PointEvent{})
	})
}
