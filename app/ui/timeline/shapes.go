package timeline

import (
	"strings"

	"vigil/app/typeset"
	"vigil/app/ui"
)

// label is the words of an event as they were set.
type label struct {
	*typeset.Layout
	shape int
	cut   int // how many letters of the title stand there
}

// leastWords of a title tell what it is about.
const leastWords = 3

// tells reports whether enough of a title stands on its label.
func (l label) tells(title string) bool {
	letters := []rune(title)
	return l.cut == len(letters) || len(strings.Fields(string(letters[:l.cut]))) >= leastWords
}

// Of a label's width, in letters.
const (
	leastLetters = 9
	mostLetters  = 34
)

// labelLines are how many lines labels may have, in the order in which they are tried:
// the last only those that are to be read whole.
var labelLines = [...]int{2, 3, 4}

// shape finds about how the words of each label may be set.
func (a *Axis) shape() {
	for i, e := range a.cfg.Items {
		shapes := a.boxes[i].shapes[:0]
		for n, lines := range labelLines {
			if n == len(labelLines)-1 && e.Importance > 1 {
				break
			}
			high := max(float32(lines)*a.line+rowGap, ui.Touch)
			shapes = append(shapes, shape{float64(a.estimate(e, lines)), float64(high), lines})
		}
		a.boxes[i].shapes = shapes
	}
	a.plan, a.measured = nil, map[int]bool{}
	clear(a.labels)
}

// mostMeasured is how many titles in view are measured: of more, none can be read
// whole.
const mostMeasured = 24

// sharpen measures the titles of importance 1 that are in view, so that they can be
// read whole.
func (a *Axis) sharpen(s scope) {
	var leads []int
	for _, i := range a.order {
		if a.boxes[i].importance > 1 || len(leads) > mostMeasured {
			break
		}
		if s.holds(a.boxes[i]) {
			leads = append(leads, i)
		}
	}
	if len(leads) > mostMeasured {
		return
	}
	for _, i := range leads {
		if !a.measured[i] {
			a.measured[i] = true
			a.exact(i)
		}
	}
}

// estimate is about how wide a label of so many lines is, px at 1x.
func (a *Axis) estimate(e Item, lines int) float32 {
	letter := a.letter() * 0.5
	letters := float32(len([]rune(e.Title)) + len([]rune(a.when(e))) + 2)
	longest := 0
	for word := range strings.FieldsSeq(e.Title) {
		longest = max(longest, len([]rune(word)))
	}
	least := letter * max(leastLetters, float32(longest)*1.25)
	return max(min(letters*letter/float32(lines)*1.15+letter*4, letter*mostLetters), least) + labelIndent + labelApart
}

// exact finds the least widths, to some hundredths, at which a label has no more lines
// than each of its shapes.
func (a *Axis) exact(item int) {
	e := a.cfg.Items[item]
	words := a.labelWords(e, a.when(e), e.Title)
	words.Direction = typeset.LTR // so that an axis and its mirror are the same
	all, least := a.look.Setter.Layout(words, 0).Inner, a.widestWord(e)
	for n, shape := range a.boxes[item].shapes {
		for width := max(all/float32(shape.lines)*1.04, least); ; width *= 1.06 {
			l := a.look.Setter.Layout(words, width)
			if len(l.Lines) <= shape.lines || width > a.size.Width {
				a.boxes[item].shapes[n].width = float64(l.Inner + labelIndent + labelApart + a.spaces())
				break
			}
		}
	}
}

// widestWord is the width of the longest word of a title, which must not be broken, px at
// 1x.
func (a *Axis) widestWord(e Item) float32 {
	widest := float32(0)
	for word := range strings.FieldsSeq(e.Title) {
		if len([]rune(word)) >= leastLetters {
			widest = max(widest, a.look.Setter.Layout(a.labelWords(e, "", word), 0).Inner)
		}
	}
	return widest
}

// spaces is what two spaces at the end of a line may take, px at 1x: words that run
// against the line keep theirs.
func (a *Axis) spaces() float32 { return a.letter() * 0.55 }

// labelApart keeps the words of two labels apart that stand beside one another, px at 1x.
const labelApart = 8

// wordsWide is how wide the words of a label may be set.
func wordsWide(s shape) float32 { return float32(s.width) - labelIndent - labelApart }

func (a *Axis) labelOf(at spot) label {
	l, ok := a.labels[at.item]
	if !ok || l.shape != at.shape {
		s := a.boxes[at.item].shapes[at.shape]
		l = label{shape: at.shape}
		l.Layout, l.cut = a.fitted(at.item, wordsWide(s), s.lines)
		a.labels[at.item] = l
	}
	return l
}

// fitted lays an event's label out in its box: at most so many lines, the last
// ending in an ellipsis where there is more. cut is how many letters of the title
// stand there.
func (a *Axis) fitted(item int, width float32, lines int) (l *typeset.Layout, cut int) {
	e := a.cfg.Items[item]
	when, title := a.when(e), []rune(e.Title)
	for cut = len(title); ; {
		words := string(title[:cut])
		if cut < len(title) {
			words += "…"
		}
		l = a.look.Setter.Layout(a.labelWords(e, when, words), width)
		if len(l.Lines) <= lines || cut == 0 {
			return l, cut
		}
		// The last line that may stay ends at this letter of the title.
		last := l.Lines[lines-1].To - len([]rune(when)) - 2
		cut = max(0, min(cut-1, last-1))
		for cut > 0 && title[cut-1] == ' ' {
			cut--
		}
	}
}

func (a *Axis) labelWords(e Item, when, title string) typeset.Paragraph {
	style := typeset.Style{Size: a.letter(), Ink: a.look.Palette.Soft}
	if e.Importance <= 1 {
		style.Ink, style.Bold = a.look.Palette.Ink, true
	}
	if ui.DirectionOf(e.Lang) != a.look.Direction() && e.Lang != "" {
		title = "\u2068" + title + "\u2069" // so that it ends where its own words do
	}
	date := style
	date.Ink = a.look.Palette.Accent
	spans := []typeset.Span{{Text: title, Style: style}}
	if when != "" {
		spans = []typeset.Span{{Text: when + "  ", Style: date}, spans[0]}
	}
	return typeset.Paragraph{Spans: spans, Direction: a.look.Direction(), Leading: labelLeading, Lang: string(e.Lang)}
}
