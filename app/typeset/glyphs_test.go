package typeset_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"vigil/app/typeset"
	"vigil/assets"
)

// Each letter of a layout is of one cluster, and stands where Boxes has it.
func TestRunsHaveAllLetters(t *testing.T) {
	s := typeset.New(assets.Fonts())
	for _, text := range []string{
		"Her mother and brother lived in Srebrenica (until 1995) – ffi.",
		"سربرنيتسا (Srebrenica) مدينة؛ لا إله إلا الله، في ١١ يوليو 1995.",
		"בְּרֵאשִׁית בָּרָא, 1939–1945",
		"កម្ពុជាប្រជាធិបតេយ្យ ស្ត្រី",
		"tab\tand\nline",
	} {
		for _, size := range []float32{9.5, 28} {
			style := serif
			style.Size = size
			l := s.Layout(plain(text, style), 200)
			var letters []rune
			for run := range l.Runs() {
				at := run.X
				for _, c := range run.Clusters {
					letters = append(letters, []rune(c.Text)...)
					at += c.Advance
				}
				if off := math.Abs(float64(at - run.X - run.Width)); off > 0.1 {
					t.Errorf("%q: a run's clusters are %.2f px longer than it", text, off)
				}
			}
			want := []rune(strings.NewReplacer("\t", " ", "\n", " ").Replace(text))
			if got := []rune(l.Text()); !slices.Equal(got, want) {
				t.Errorf("text %q, want %q", string(got), text)
			}
			slices.Sort(letters)
			slices.Sort(want)
			if !slices.Equal(letters, want) {
				t.Errorf("letters %q, want %q", string(letters), string(want))
			}
		}
	}
}

func TestRunsStandWhereBoxesAre(t *testing.T) {
	s := typeset.New(assets.Fonts())
	l := s.Layout(plain("ab سر cd", serif), 0)
	for run := range l.Runs() {
		for i, r := range []rune(l.Text()) {
			if c := run.Clusters[0]; r != ' ' && c.Text == string(r) {
				if box := l.Boxes(i, i+1)[0]; math.Abs(float64(box.X-run.X)) > 0.1 {
					t.Errorf("%q at %.1f, its box at %.1f", c.Text, run.X, box.X)
				}
				break
			}
		}
	}
}

// A hyphen that stands only at a line's end is told from those that are written.
func TestRunsTellHyphens(t *testing.T) {
	s := typeset.New(assets.Fonts())
	l := s.Layout(plain("con\u00adtem\u00adpo\u00adrary com\u00admu\u00adni\u00adties of well-known", serif), 120)
	hyphens := 0
	for run := range l.Runs() {
		for _, c := range run.Clusters {
			if c.Hyphen {
				hyphens++
				if c.Text != "\u00ad" || c.Advance == 0 {
					t.Errorf("hyphen %q of %.1f px", c.Text, c.Advance)
				}
			}
		}
	}
	if hyphens == 0 || hyphens >= len(l.Lines) {
		t.Errorf("%d hyphens on %d lines", hyphens, len(l.Lines))
	}
}

// Words are as wide as their size says.
func TestSizesWithAFraction(t *testing.T) {
	s := typeset.New(assets.Fonts())
	for _, text := range []string{"Srebrenica 1995", "سربرنيتسا", "ភ្នំពេញ"} {
		at := func(size float32) float32 {
			style := sans
			style.Size = size
			return s.Layout(plain(text, style), 0).Inner
		}
		for _, size := range []float32{9.5, 10.1, 10.9, 17.25} {
			want := at(100) * size / 100
			if got := at(size); math.Abs(float64(got-want)) > float64(want)/100 {
				t.Errorf("%q at %.2f is %.2f wide, want %.2f", text, size, got, want)
			}
		}
	}
}

func TestFaceNames(t *testing.T) {
	s := typeset.New(assets.Fonts())
	bold := serif
	bold.Bold = true
	for run := range s.Layout(plain("a", bold), 0).Runs() {
		if got := run.Face.Name(); got != "NotoSerif-Bold" {
			t.Errorf("name %q", got)
		}
		if len(s.Outline(run.Face, run.Clusters[0].Glyphs[0].ID)) == 0 {
			t.Error("a letter has no outline")
		}
	}
}
