// Package prose turns what other programs hold, HTML or plain text, into the prose of the
// archive's format: paragraphs, headings of two levels, emphasis, lists, no address and no
// break within a line (content/README.md, "Prose").
//
//	<p>, <div>, two <br>           a paragraph
//	<h1>, <h2>; <h3> to <h6>       ## and ###
//	<em>, <i>; <strong>, <b>       * and **, as well as what style="" makes italic or bold
//	<ul>, <ol>, in one another     - and 1.
//	<blockquote>                   paragraphs in the quotation marks of the language
//	<table>                        a row is an item of a list, its cells parted by ";"
//	<img>                          its alternative text in brackets
//	<a href="https://…">           the words; the address is a Link
//	one <br>                       a space
//
// What has no place in the format is left out and named in Lost, never silently: scripts,
// styles, frames, controls of forms, pictures, recordings, tables and block quotations as
// such. Input is bounded to 2 MiB and 200 elements in one another, the text to what the
// format reads. HTML is read as a row of tags, not as a tree, so that no input, however
// broken, costs more than its length.
package prose

import (
	"errors"
	"fmt"
	"strings"

	"vigil/content"
	"vigil/content/authoring"
)

// The bounds of what is read.
const (
	maxBytes  = 2 << 20
	maxDepth  = 200
	mostLine  = 64 << 10  // bytes of HTML of which a line is made
	mostPlain = 120 << 10 // bytes of plain text
	maxText   = 128 << 10 // bytes of Markdown that the archive's format reads of one text
)

// What a text may be refused for.
var (
	ErrTooLarge = errors.New("too large")
	ErrTooDeep  = errors.New("nested too deeply")
)

// Plain is HTML as the archive's prose.
type Plain struct {
	Text  string   // Markdown as a curator would write it: paragraphs parted by empty lines, lines of at most 96 letters
	Links []Link   // to the open web, in the order of the text; they become sources
	Lost  []string // what was left out, each once and counted: "3 pictures (a.jpg, b.jpg, c.jpg)", "a table"
}

// Link is a link out of the kiosk: the words that led there, and where.
type Link struct {
	Text string
	URL  string
}

// FromHTML is HTML as prose. The language is that of the text, whose quotation marks a
// block quotation is given; English where none is named. An error wraps ErrTooLarge or
// ErrTooDeep.
func FromHTML(html string, lang ...content.Lang) (Plain, error) {
	if len(html) > maxBytes {
		return Plain{}, fmt.Errorf("read HTML of %d bytes, of which at most %d are read: %w", len(html), maxBytes, ErrTooLarge)
	}
	w := newWriter(marksOf(lang))
	if err := w.tags(html); err != nil {
		return Plain{}, fmt.Errorf("read HTML: %w", err)
	}
	return w.plain()
}

// FromText is text without tags as prose: an empty line begins a paragraph, and so does
// the end of a line, but where lines are as long as a typewriter's. Entities and <br> that
// were left in it are read, and lines that begin with "-" or "•" are a list. Of a text
// longer than the format reads, the end is left out and named in Lost.
func FromText(text string) Plain {
	w := newWriter(marksOf(nil))
	if len(text) > mostPlain {
		text = text[:mostPlain]
		w.lost.add(cutOff, "")
	}
	w.lines(text)
	p, err := w.plain()
	for most := len(text) / 2; err != nil; most /= 2 {
		w = newWriter(marksOf(nil))
		w.lost.add(cutOff, "")
		w.lines(text[:most])
		p, err = w.plain()
	}
	return p
}

// Line is HTML on one line, for a title: without tags and marks, white space collapsed.
func Line(html string) (string, []Link) {
	if len(html) > mostLine {
		html = html[:mostLine]
	}
	w := newWriter(marksOf(nil))
	w.line = true
	if err := w.tags(html); err != nil {
		w.flush()
	}
	var parts []string
	for _, b := range w.settled() {
		parts = append(parts, b.Plain())
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " "), w.links
}

// plain is what was written, as the archive's format reads it.
func (w *writer) plain() (Plain, error) {
	text := authoring.Markdown(w.settled())
	if len(text) > maxText {
		return Plain{}, fmt.Errorf("a text of %d bytes, of which the archive's format reads %d: divide it: %w", len(text), maxText, ErrTooLarge)
	}
	return Plain{Text: strings.TrimRight(text, "\n"), Links: w.links, Lost: w.lost.list()}, nil
}
