package prose

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"

	"vigil/content"
)

// element is an element that is open, and what it makes of the words in it.
type element struct {
	name      string
	on, off   content.Style
	heading   int // level of a heading
	item      bool
	level     int // of an item whose depth its style names, as Word does
	number    int // of an item
	block     int // one more than the index of the block that an item has begun
	skip      bool
	ignore    bool // Word's own bullets
	cell      bool
	ordered   bool
	next      int // number of the next item
	quotation int // one more than the index of the first block in it
	super     map[rune]rune
	around    bool // a quotation within the words
}

// tags reads HTML tag by tag.
func (w *writer) tags(source string) error {
	z := html.NewTokenizer(strings.NewReader(source))
	z.SetMaxBuf(maxBytes + 1)
	for {
		if w.said > maxText {
			return fmt.Errorf("more than %d bytes of words: %w", maxText, ErrTooLarge)
		}
		switch z.Next() {
		case html.ErrorToken:
			if err := z.Err(); !errors.Is(err, io.EOF) {
				return fmt.Errorf("take it apart: %w", err)
			}
			w.close(0)
			w.endRow()
			w.flush()
			w.endAnchor()
			return nil
		case html.TextToken:
			w.text(string(z.Text()))
		case html.StartTagToken:
			t := z.Token()
			if err := w.start(t); err != nil {
				return err
			}
		case html.SelfClosingTagToken:
			t := z.Token()
			if err := w.start(t); err != nil {
				return err
			}
			if !void[t.Data] {
				w.end(t.Data)
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			w.end(string(name))
		}
	}
}

// text adds what stands between tags.
func (w *writer) text(s string) {
	var super map[rune]rune
	pre := false
	for _, e := range w.open {
		if e.ignore {
			w.ignored.WriteString(s)
			return
		}
		if e.skip {
			return
		}
		if e.super != nil {
			super = e.super
		}
		pre = pre || e.name == "pre"
	}
	if super != nil && strings.Trim(s, "0123456789") == "" {
		s = strings.Map(func(r rune) rune { return super[r] }, s)
	}
	if !pre {
		w.say(s)
		return
	}
	for i, line := range strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		if i > 0 {
			w.breaks++
		}
		w.say(line)
	}
}

// start opens an element.
func (w *writer) start(t html.Token) error {
	name := t.Data
	if skipped(w.open) && !void[name] {
		return w.push(element{name: name})
	}
	w.closeBefore(name)
	if blocks[name] {
		w.flush()
	}
	if void[name] {
		w.void(t)
		return nil
	}
	e := element{name: name}
	w.describe(&e, t)
	return w.push(e)
}

func skipped(open []element) bool {
	for _, e := range open {
		if e.skip || e.ignore {
			return true
		}
	}
	return false
}

func (w *writer) push(e element) error {
	if len(w.open) >= maxDepth {
		return fmt.Errorf("more than %d elements in one another: %w", maxDepth, ErrTooDeep)
	}
	w.open = append(w.open, e)
	return nil
}

// describe fills in what an element makes of its words.
func (w *writer) describe(e *element, t html.Token) {
	styled(e, attribute(t, "style"))
	switch e.name {
	case "em", "i", "cite", "dfn", "var":
		e.on |= content.Emphasis &^ e.off
	case "strong", "b":
		e.on |= content.Strong &^ e.off
	case "h1", "h2":
		e.heading = 2
	case "h3", "h4", "h5", "h6":
		e.heading = 3
	case "ul", "ol", "menu":
		w.openCells()
		e.ordered, e.next = e.name == "ol", 1
		if n, err := strconv.Atoi(attribute(t, "start")); err == nil && n > 0 && n < 10_000 {
			e.next = n
		}
	case "li":
		e.item = true
		w.numberItem(e)
	case "p", "div":
		if strings.HasPrefix(attribute(t, "class"), "MsoListParagraph") {
			e.item = true
			e.level = wordLevel(attribute(t, "style"))
		}
	case "blockquote":
		w.openCells()
		e.quotation = len(w.blocks) + 1
	case "q":
		e.around = true
		w.say(w.marks[0])
	case "a":
		w.endAnchor()
		w.anchor = &link{url: attribute(t, "href")}
	case "td", "th":
		e.cell = true
	case "table":
		w.openCells()
		w.lost.add(aTable, "")
	case "sup":
		e.super = superscript
	case "sub":
		e.super = subscript
	case "s", "strike", "del":
		w.lost.add(aStruckText, "")
	case "form":
		w.lost.add(aForm, "")
	default:
		w.leaveOut(e, t)
	}
	if e.heading > 0 {
		w.openCells()
	}
}

// leaveOut names an element whose content is no text.
func (w *writer) leaveOut(e *element, t html.Token) {
	kind, ok := left[e.name]
	switch {
	case e.name == "iframe" && video.MatchString(attribute(t, "src")):
		kind = aVideo
	case !ok:
		return
	}
	e.skip = true
	if kind != (loss{}) {
		w.lost.add(kind, attribute(t, "src"))
	}
}

var video = regexp.MustCompile(`(?i)^(https?:)?//([a-z0-9-]+\.)*(youtube\.com|youtube-nocookie\.com|youtu\.be|vimeo\.com|dailymotion\.com)/`)

// left are the elements that are left out with all that is in them.
var left = map[string]loss{
	"script": aScript, "style": aStyle, "iframe": aFrame, "frame": aFrame, "noscript": {}, "noembed": {}, "noframes": {}, "template": {}, "head": {}, "title": {},
	"xml": {}, "video": aVideo, "audio": aRecording, "canvas": aDrawing, "svg": aDrawing, "math": aFormula, "object": anObject, "applet": anObject,
	"select": aControl, "button": aControl, "textarea": aControl, "datalist": aControl,
}

// numberItem gives an item its place in its list.
func (w *writer) numberItem(e *element) {
	for i := len(w.open) - 1; i >= 0; i-- {
		switch list := &w.open[i]; list.name {
		case "ol":
			e.number = list.next
			list.next++
			return
		case "ul", "menu":
			return
		}
	}
}

// styled reads what style="" says of letters, as Word and Google Docs do.
func styled(e *element, style string) {
	if style == "" {
		return
	}
	style = strings.ToLower(strings.Join(strings.Fields(style), ""))
	if strings.Contains(style, "mso-list:ignore") {
		e.ignore = true
	}
	for declaration := range strings.SplitSeq(style, ";") {
		property, value, _ := strings.Cut(declaration, ":")
		switch property {
		case "font-weight":
			turn(e, content.Strong, value == "bold" || value == "bolder" || len(value) == 3 && value >= "600")
		case "font-style":
			turn(e, content.Emphasis, value == "italic" || value == "oblique")
		case "display":
			e.skip = e.skip || value == "none"
		}
	}
}

func turn(e *element, s content.Style, on bool) {
	if on {
		e.on |= s
		return
	}
	e.off |= s
}

var wordLevels = regexp.MustCompile(`level(\d)`)

func wordLevel(style string) int {
	if m := wordLevels.FindStringSubmatch(style); m != nil {
		return max(1, int(m[1][0]-'0'))
	}
	return 1
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// void reads an element that has no content.
func (w *writer) void(t html.Token) {
	switch t.Data {
	case "br":
		w.breaks++
	case "img":
		w.lost.add(aPicture, attribute(t, "src"))
		if alt := strings.TrimSpace(attribute(t, "alt")); alt != "" {
			w.say(" (" + alt + ") ")
		}
	case "embed":
		w.lost.add(anObject, attribute(t, "src"))
	case "input":
		if strings.ToLower(attribute(t, "type")) != "hidden" {
			w.lost.add(aControl, "")
		}
	}
}

var void = set("area base br col embed hr img input link meta param source track wbr")

// blocks are the elements that begin and end a block.
var blocks = set("address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody tfoot thead tr ul")

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, word := range strings.Fields(words) {
		out[word] = true
	}
	return out
}

var (
	superscript = digits('⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹')
	subscript   = digits('₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉')
)

func digits(list ...rune) map[rune]rune {
	out := map[rune]rune{}
	for i, r := range list {
		out['0'+rune(i)] = r
	}
	return out
}
