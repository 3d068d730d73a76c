package typeset_test

import (
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vigil/app/typeset"
	"vigil/assets"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

var (
	ink   = color.NRGBA{R: 243, G: 236, B: 223, A: 255}
	serif = typeset.Style{Family: typeset.Serif, Size: 28, Ink: ink}
	sans  = typeset.Style{Size: 28, Ink: ink}
)

func plain(text string, style typeset.Style) typeset.Paragraph {
	return typeset.Paragraph{Spans: []typeset.Span{{Text: text, Style: style}}}
}

func TestDirectionOfAParagraph(t *testing.T) {
	s := typeset.New(assets.Fonts())
	for _, test := range []struct {
		name, text string
		direction  typeset.Direction
		rtl        bool
	}{
		{"Latin", "Srebrenica", typeset.FromText, false},
		{"Arabic", "سربرنيتسا", typeset.FromText, true},
		{"Hebrew after a number", "11 ביולי", typeset.FromText, true},
		{"a Latin name in an isolate is not strong", "\u2068Srebrenica\u2069 مدينة", typeset.FromText, true},
		{"digits alone", "1995", typeset.FromText, false},
		{"a Latin name on an Arabic page", "Srebrenica", typeset.RTL, true},
		{"an Arabic name on an English page", "سربرنيتسا", typeset.LTR, false},
		{"nothing", "", typeset.FromText, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := plain(test.text, serif)
			p.Direction = test.direction
			if got := s.Layout(p, 400).RTL; got != test.rtl {
				t.Errorf("right to left: %v, want %v", got, test.rtl)
			}
		})
	}
}

// words of every script that Vigil sets, and what stands between them.
var words = []string{
	"Srebrenica", "Милошевић", "سربرنيتسا", "סרברניצה", "1995", "١٩٩٥", "(ICTY)", "–", "“safe”", "Đorđević",
	"organisationsübergreifend", "ـــ", "e\u0301", "\u2068Tuzla\u2069", "،", "؟", "fi", "لا",
}

func randomText(r *rand.Rand) string {
	n := 1 + r.IntN(24)
	var out []string
	for range n {
		out = append(out, words[r.IntN(len(words))])
	}
	return strings.Join(out, " ")
}

// Whatever is set, at whatever width: every letter is on exactly one line, no
// line of more than one word is wider than asked for, and every letter has a box
// on its line.
func TestLayoutHoldsEveryLetterOnce(t *testing.T) {
	s := typeset.New(assets.Fonts())
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		text := randomText(r)
		width := float32(60 + r.IntN(900))
		l := s.Layout(plain(text, serif), width)
		next := 0
		for i, line := range l.Lines {
			if line.From != next || line.To <= line.From {
				t.Fatalf("%q at %v: line %d holds letters %d to %d, want from %d", text, width, i, line.From, line.To, next)
			}
			next = line.To
			if line.Width > width+0.5 && strings.Contains(strings.TrimSpace(string([]rune(text)[line.From:line.To])), " ") {
				t.Errorf("%q: line %d is %v wide, asked for %v", text, i, line.Width, width)
			}
			if line.X < -0.5 || line.X+line.Width > max(width, line.Width)+0.5 {
				t.Errorf("%q: line %d stands from %v to %v of %v", text, i, line.X, line.X+line.Width, width)
			}
		}
		if next != l.Letters {
			t.Fatalf("%q at %v: %d letters are on lines, of %d", text, width, next, l.Letters)
		}
		checkBoxes(t, l, text)
	}
}

func checkBoxes(t *testing.T, l *typeset.Layout, text string) {
	t.Helper()
	for i := range l.Letters {
		boxes := l.Boxes(i, i+1)
		if len(boxes) != 1 {
			t.Fatalf("%q: letter %d has %d boxes", text, i, len(boxes))
		}
		b := boxes[0]
		if b.Width < 2 {
			continue
		}
		if got := l.At(b.X+b.Width/2, b.Y+b.Height/2); got != i {
			if other := l.Boxes(got, got+1); len(other) == 0 || other[0].X > b.X+b.Width/2 || other[0].X+other[0].Width < b.X+b.Width/2 {
				t.Errorf("%q: under the middle of letter %d lies %d", text, i, got)
			}
		}
	}
}

// A right-to-left page is the mirror of a left-to-right one: the same words end
// where they began.
func TestAlignmentMirrors(t *testing.T) {
	s := typeset.New(assets.Fonts())
	for _, align := range []typeset.Align{typeset.Start, typeset.Center, typeset.End} {
		p := plain("Tuzla", sans)
		p.Align, p.Direction = align, typeset.LTR
		left := s.Layout(p, 500).Lines[0]
		p.Direction = typeset.RTL
		right := s.Layout(p, 500).Lines[0]
		if got, want := 500-right.X-right.Width, left.X; got-want > 0.01 || want-got > 0.01 {
			t.Errorf("align %d: %v px from the right, want %v", align, got, want)
		}
	}
}

func TestWhiteSpaceAtALineEndTakesNoRoom(t *testing.T) {
	s := typeset.New(assets.Fonts())
	for _, text := range []string{"Tuzla", "توزلا", "ابحث: Tuzla"} {
		bare := s.Layout(plain(text, serif), 0).Inner
		if got := s.Layout(plain(text+"   ", serif), 0).Inner; got != bare {
			t.Errorf("%q: %v px with white space after it, %v without", text, got, bare)
		}
	}
}

func TestLinksAreFoundUnderTheFinger(t *testing.T) {
	s := typeset.New(assets.Fonts())
	p := typeset.Paragraph{Spans: []typeset.Span{{Text: "See ", Style: serif}, {Text: "Tuzla", Style: serif, Link: "place/tuzla"}, {Text: " and more", Style: serif}}}
	l := s.Layout(p, 600)
	b := l.Boxes(4, 9)[0]
	for _, test := range []struct {
		x, y float32
		want string
	}{
		{b.X + b.Width/2, b.Y + 5, "place/tuzla"}, {2, 5, ""}, {b.X + b.Width + 30, 5, ""}, {590, 5, ""}, {-5, 5, ""},
	} {
		if got := l.LinkAt(test.x, test.y); got != test.want {
			t.Errorf("at %v: %q, want %q", test.x, got, test.want)
		}
	}
}

func TestCaretStandsWhereLettersBegin(t *testing.T) {
	s := typeset.New(assets.Fonts())
	l := s.Layout(plain("Tuzla", serif), 0)
	if l.Caret(0).X != 0 || l.Caret(5).X < l.Inner-1 {
		t.Errorf("left to right: from %v to %v of %v", l.Caret(0).X, l.Caret(5).X, l.Inner)
	}
	r := s.Layout(plain("توزلا", serif), 0)
	if r.Caret(0).X < r.Inner-1 || r.Caret(5).X > 1 {
		t.Errorf("right to left: from %v to %v of %v", r.Caret(0).X, r.Caret(5).X, r.Inner)
	}
}

func TestMissing(t *testing.T) {
	s := typeset.New(assets.Fonts())
	if got := s.Missing("Đorđević, Ђорђевић: سربرنيتسا, סרברניצה – “1995” ١٩٩٥ … \u2068x\u2069"); len(got) > 0 {
		t.Errorf("missing %q", string(got))
	}
	if got := string(s.Missing("a漢b漢 🕯")); got != "漢🕯" {
		t.Errorf("missing %q, want 漢🕯", got)
	}
}

func TestDamagedFontsCostNoPanic(t *testing.T) {
	empty := typeset.New(os.DirFS(t.TempDir()))
	l := empty.Layout(plain("Tuzla", serif), 200)
	empty.Draw(image.NewRGBA(image.Rect(0, 0, 10, 10)), l, 1, 0, 10)
}

// One picture shows what numbers cannot: joined letters, marks in their places,
// mirrored brackets, numbers in right-to-left text, an italic, a link.
func TestGoldenThreeScripts(t *testing.T) {
	s := typeset.New(assets.Fonts())
	italic, accent := serif, serif
	italic.Italic = true
	accent.Ink = color.NRGBA{R: 233, G: 181, B: 103, A: 255}
	paragraphs := []typeset.Paragraph{
		{Spans: []typeset.Span{{Text: "Her ", Style: serif}, {Text: "mother and brother", Style: italic}, {Text: " lived in ", Style: serif},
			{Text: "Srebrenica, Сребреница", Style: accent, Link: "place/srebrenica"}, {Text: " (until 1995) – ffi.", Style: serif}}},
		plain("سربرنيتسا (Srebrenica) مدينة في شرق البوسنة؛ في ١١ يوليو ١٩٩٥ (IT-98-33).", serif),
		plain("סרברניצה (Srebrenica) היא עיר; ב־11 ביולי 1995.", serif),
		plain("Interface العربية עברית Ђорђевић: لا", sans),
	}
	img := image.NewRGBA(image.Rect(0, 0, 720, 320))
	draw.Draw(img, img.Rect, image.NewUniform(color.RGBA{R: 20, G: 18, B: 16, A: 255}), image.Point{}, draw.Src)
	y := float32(8)
	for _, p := range paragraphs {
		l := s.Layout(p, 680)
		s.Draw(img, l.Shift(20), 1, -y, 320-y)
		y += l.Height + 8
	}
	compare(t, img, filepath.Join("testdata", "scripts.png"))
}

// compare allows what rounding differs between processors.
func compare(t *testing.T, img *image.RGBA, name string) {
	t.Helper()
	if *update {
		file, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if err := png.Encode(file, img); err != nil {
			t.Fatal(err)
		}
		return
	}
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	want, err := png.Decode(file)
	if err != nil {
		t.Fatal(err)
	}
	different := 0
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			r1, _, _, _ := img.At(x, y).RGBA()
			r2, _, _, _ := want.At(x, y).RGBA()
			if max(r1, r2)-min(r1, r2) > 0x1800 {
				different++
			}
		}
	}
	if different > 50 {
		t.Errorf("%d px differ from %s", different, name)
	}
}

func FuzzLayout(f *testing.F) {
	for _, w := range words {
		f.Add(w, uint16(200))
	}
	f.Add("\u202e\u2066\u2069\u0000\ufeff", uint16(1))
	s := typeset.New(assets.Fonts())
	f.Fuzz(func(t *testing.T, text string, width uint16) {
		if len(text) > 2000 {
			return
		}
		l := s.Layout(plain(text, serif), float32(width))
		s.Draw(image.NewRGBA(image.Rect(0, 0, 64, 64)), l, 1, 0, 64)
		if l.Letters > 0 && len(l.Lines) == 0 {
			t.Errorf("%q: no lines", text)
		}
		l.Boxes(0, l.Letters)
		l.Caret(l.Letters)
		l.At(float32(width)/2, 10)
	})
}

func benchmarkText() typeset.Paragraph {
	return plain(strings.Repeat("commitment strategic prevention signals ", 250), serif)
}

func BenchmarkLayout1000Words(b *testing.B) {
	s := typeset.New(assets.Fonts())
	p := benchmarkText()
	for b.Loop() {
		s.Layout(p, 800)
	}
}

func BenchmarkDraw1000Words(b *testing.B) {
	s := typeset.New(assets.Fonts())
	l := s.Layout(benchmarkText(), 800)
	img := image.NewRGBA(image.Rect(0, 0, 800, int(l.Height)))
	for b.Loop() {
		s.Draw(img, l, 1, 0, l.Height)
	}
}
