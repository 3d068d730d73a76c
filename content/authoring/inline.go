package authoring

import (
	"strings"

	"vigil/content"
)

// Mark says what a piece of a block is.
type Mark uint8

// The pieces that a block is made of.
const (
	Letters Mark = iota
	Opens        // the mark before what is emphasised or linked
	Closes       // the mark behind it
)

// Piece is a stretch of a block as it is written in Markdown: letters, or one of the two
// marks of an emphasis or a link, which have the same number, from 1.
type Piece struct {
	Text  string
	Mark  Mark
	Pair  int
	Style content.Style // of an emphasis
	Link  string        // of a link
}

// Pieces takes a block apart, so that a translator's tool can keep marks and routes from
// being written over. Put together, the texts of the pieces are the block without what it
// begins with and on one line.
func Pieces(spans []content.Span) []Piece {
	w := &piecer{}
	w.write(spans, content.Span{})
	return w.pieces
}

type piecer struct {
	pieces []Piece
	pairs  int
	begun  bool // letters were written
}

// write appends spans in which the style and link of around are open. Of the marks that a
// span needs, the one that reaches furthest is the outermost.
func (w *piecer) write(spans []content.Span, around content.Span) {
	for len(spans) > 0 {
		mark, reach := outermost(spans, around)
		if reach == 0 {
			w.pieces = append(w.pieces, Piece{Text: escaped(spans[0].Text, !w.begun)})
			w.begun, spans = true, spans[1:]
			continue
		}
		w.pairs++
		mark.Pair = w.pairs
		opens, closes := mark, mark
		opens.Mark, closes.Mark = Opens, Closes
		opens.Text, closes.Text = marksOf(mark)
		w.pieces = append(w.pieces, opens)
		inner := around
		inner.Style |= mark.Style
		if mark.Link != "" {
			inner.Link = mark.Link
		}
		w.write(spans[:reach], inner)
		w.pieces = append(w.pieces, closes)
		spans = spans[reach:]
	}
}

func outermost(spans []content.Span, around content.Span) (best Piece, reach int) {
	try := func(mark Piece, has func(content.Span) bool) {
		n := 0
		for n < len(spans) && has(spans[n]) {
			n++
		}
		if n > reach {
			best, reach = mark, n
		}
	}
	if link := spans[0].Link; link != "" && around.Link == "" {
		try(Piece{Link: link}, func(s content.Span) bool { return s.Link == link })
	}
	for _, style := range []content.Style{content.Strong, content.Emphasis} {
		if around.Style&style == 0 {
			try(Piece{Style: style}, func(s content.Span) bool { return s.Style&style != 0 })
		}
	}
	return best, reach
}

func marksOf(p Piece) (opens, closes string) {
	switch {
	case p.Link != "":
		return "[", "](" + p.Link + ")"
	case p.Style&content.Strong != 0:
		return "**", "**"
	default:
		return "*", "*"
	}
}

// inlines is a block's text as it is written in Markdown.
func inlines(spans []content.Span) string {
	var b strings.Builder
	for _, p := range Pieces(spans) {
		b.WriteString(p.Text)
	}
	return b.String()
}

// Unfolded is the text that is read as p, each block on one line.
func Unfolded(p content.Prose) string { return strings.TrimSpace(markdownOf(p, 1<<30)) }

// Folded breaks a paragraph without Markdown, such as one that was spoken, into short lines.
func Folded(text string) string { return strings.TrimSpace(broken("", "", text, lineLength)) }
