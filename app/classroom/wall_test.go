package classroom_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vigil/app/classroom"
	"vigil/app/classroom/session"
	"vigil/app/ui"
	"vigil/content"
)

// tongues is what walls are tried in: one language, or two side by side.
var tongues = [][]content.Lang{{"en"}, {"ar"}, {"de"}, {"rw"}, {"en", "ar"}}

// everywhere tries every wall in every language, each with one of the lessons: an eighth
// of all that there is to try, for the whole takes minutes.
func everywhere(t *testing.T, try func(t *testing.T, k *kiosk, size fyne.Size)) {
	for i, size := range walls {
		for j, langs := range tongues {
			if testing.Short() && (size != small || len(langs) < 2) {
				continue
			}
			t.Run(fmt.Sprintf("%gx%g %v", size.Width, size.Height, langs), func(t *testing.T) {
				for n, l := range bundled().Lessons {
					if (3*i+j+n)%8 != 0 {
						continue
					}
					k := newKiosk(t, bundled(), 1, size)
					k.give(l.ID, 90, langs...)
					try(t, k, size)
				}
			})
		}
	}
}

// No word of an account is lost by dealing it out, none is said twice, and no heading
// stands at the end of a part without what it is over.
func TestTheWallSaysEveryWord(t *testing.T) {
	everywhere(t, func(t *testing.T, k *kiosk, size fyne.Size) {
		for _, w := range k.class.Dealt(size) {
			dealtWhole(t, fmt.Sprintf("%s %v %s", k.class.Session().Lesson, w.At, w.Page), w)
		}
	})
}

func dealtWhole(t *testing.T, where string, w classroom.Words) {
	t.Helper()
	var dealt []string
	for i, part := range w.Parts {
		dealt = append(dealt, letters(part)...)
		if i < len(w.Parts)-1 && len(part) > 0 && part[len(part)-1].Kind == content.Heading {
			t.Errorf("%s: %q stands alone at the end of part %d of %d", where, part[len(part)-1].Plain(), i, len(w.Parts))
		}
	}
	if want := letters(w.Text); !slices.Equal(dealt, want) {
		t.Errorf("%s: %d words are dealt out of %d", where, len(dealt), len(want))
	}
}

// letters are the words of a text.
func letters(p content.Prose) []string {
	var out []string
	for _, b := range p {
		out = append(out, strings.Fields(b.Plain())...)
	}
	return out
}

// Whatever is shown has room: nothing lies on another thing, below the foot or beyond
// the edge.
func TestTheWallHasRoom(t *testing.T) {
	everywhere(t, func(t *testing.T, k *kiosk, size fyne.Size) {
		s := k.class.Session()
		for step := range s.Closing() + 1 {
			for item := range k.class.Items(step) {
				for part := range k.class.Parts(session.At{Step: step, Item: item}) {
					at := session.At{Step: step, Item: item, Part: part}
					for _, wrong := range crowded(k.class.WallAt(at, size)) {
						t.Errorf("%s %v: %s", s.Lesson, at, wrong)
					}
				}
			}
		}
	})
}

// crowded says what has no room on a wall.
func crowded(wall *fyne.Container) []string {
	size := wall.Size()
	body, foot := wall.Objects[1], wall.Objects[2]
	var wrong []string
	if end := foot.Position().Y + ui.HeightAt(foot, foot.Size().Width); end > size.Height {
		wrong = append(wrong, fmt.Sprintf("the foot ends at %g of %g", end, size.Height))
	}
	if end := body.Position().Y + body.Size().Height; end > foot.Position().Y {
		wrong = append(wrong, fmt.Sprintf("what is shown ends at %g, under the foot at %g", end, foot.Position().Y))
	}
	columns, origin := []*fyne.Container{body.(*fyne.Container)}, fyne.NewPos(0, 0)
	if inner, ok := columns[0].Objects[0].(*fyne.Container); ok && classroom.IsSlide(inner) {
		columns, origin = nil, body.Position()
		for _, o := range body.(*fyne.Container).Objects {
			columns = append(columns, o.(*fyne.Container))
		}
	}
	for _, c := range columns {
		wrong = append(wrong, squeezed(c)...)
		if end := origin.Y + c.Position().Y + c.Size().Height; end > foot.Position().Y {
			wrong = append(wrong, fmt.Sprintf("a column ends at %g, under the foot at %g", end, foot.Position().Y))
		}
		if x := origin.X + c.Position().X; x < 0 || x+c.Size().Width > size.Width {
			wrong = append(wrong, fmt.Sprintf("a column stands at %g and is %g of %g wide", x, c.Size().Width, size.Width))
		}
	}
	return wrong
}

// squeezed says what of a slide has less room than it takes.
func squeezed(slide *fyne.Container) []string {
	var wrong []string
	names := []string{"head", "text", "tail", "figure"}
	for i, o := range slide.Objects {
		needs := ui.HeightAt(o, o.Size().Width)
		if i < 3 && needs > o.Size().Height+0.5 {
			wrong = append(wrong, fmt.Sprintf("the %s needs %g and has %g", names[i], needs, o.Size().Height))
		}
		if o.Position().Y < 0 || o.Position().Y+o.Size().Height > slide.Size().Height+0.5 {
			wrong = append(wrong, fmt.Sprintf("the %s stands at %g, %g high of %g", names[i], o.Position().Y, o.Size().Height, slide.Size().Height))
		}
		for j, other := range slide.Objects[:i] {
			if overlap(o, other) {
				wrong = append(wrong, fmt.Sprintf("the %s lies on the %s", names[i], names[j]))
			}
		}
	}
	return wrong
}

func overlap(a, b fyne.CanvasObject) bool {
	p, q, s, t := a.Position(), b.Position(), a.Size(), b.Size()
	return s.Height > 1 && t.Height > 1 && p.X < q.X+t.Width-0.5 && q.X < p.X+s.Width-0.5 && p.Y < q.Y+t.Height-0.5 && q.Y < p.Y+s.Height-0.5
}

// On a small wall too, and however long a title is, the text is dealt out whole and no
// heading is left alone.
func TestTextIsDealtOutOnSmallWalls(t *testing.T) {
	a := load()
	l := a.Lesson("a-promise-and-the-names")
	block := func(kind content.BlockKind, words string) content.Block {
		return content.Block{Kind: kind, Level: 2, Spans: []content.Span{{Text: words}, {Text: words, Style: content.Emphasis, Link: "term/genocide"}}}
	}
	for seed := range uint64(3) {
		random := rand.New(rand.NewPCG(seed, 14))
		long := func(most int) string {
			var out []string
			for range 1 + random.IntN(most) {
				out = append(out, []string{"so", "they", "remembered.", "Unabhängigkeitserklärung", "S.", "11.", "and", "nobody", "asked?"}[random.IntN(9)])
			}
			return strings.Join(out, " ") + " "
		}
		var text content.Prose
		for range 2 + random.IntN(3) {
			kind := []content.BlockKind{content.Paragraph, content.Item, content.Quote}[random.IntN(3)]
			text = append(text, block(content.Heading, long(4)), block(kind, long(30)))
		}
		text = append(text, block(content.Paragraph, long(20)))
		words := content.Words{Title: long(14), Text: text, Review: content.Draft, Translator: "machine"}
		l.Stops[0].Words = content.Text{"en": words, "ar": words}
		a.Index()
		for _, size := range []fyne.Size{fyne.NewSize(800, 480), fyne.NewSize(480, 800), small} {
			for _, langs := range [][]content.Lang{{"en"}, {"en", "ar"}} {
				if len(langs) > 1 && size != small {
					continue // two languages need a wall
				}
				k := newKiosk(t, a, 1, size)
				k.give(l.ID, 45, langs...)
				dealtWhole(t, fmt.Sprintf("seed %d, %v %v", seed, size, langs), k.class.Dealt(size)[0])
			}
		}
	}
}
