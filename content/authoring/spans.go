package authoring

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"vigil/content"
	"vigil/content/route"
)

var (
	entityForm  = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});`)
	addressForm = regexp.MustCompile(`(?i)\b(?:https?://|ftp://|mailto:|www\.)[^\s]+`)
)

// spans reads the inlines below n, joined where style and link are the same.
func (w *proseWriter) spans(n ast.Node) []content.Span {
	var spans []content.Span
	w.inlines(n, content.Span{}, &spans)
	if len(spans) > 0 {
		last := &spans[len(spans)-1]
		last.Text = strings.TrimRight(last.Text, " ")
	}
	return spans
}

// inlines appends the inlines below n in the style and link of around.
func (w *proseWriter) inlines(n ast.Node, around content.Span, spans *[]content.Span) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		span := around
		switch child := child.(type) {
		case *ast.Text:
			span.Text = w.letters(child)
			push(spans, span)
		case *ast.Emphasis:
			span.Style |= content.Emphasis
			if child.Level > 1 {
				span.Style = around.Style | content.Strong
			}
			w.inlines(child, span, spans)
		case *ast.Link:
			span.Link = w.link(child)
			w.inlines(child, span, spans)
		default:
			w.refuseInline(child)
		}
	}
}

func push(spans *[]content.Span, span content.Span) {
	if span.Text == "" {
		return
	}
	if n := len(*spans); n > 0 {
		last := &(*spans)[n-1]
		if last.Style == span.Style && last.Link == span.Link {
			last.Text += span.Text
			return
		}
	}
	*spans = append(*spans, span)
}

// letters is what a text shows: escapes taken out, the end of a line a space.
func (w *proseWriter) letters(n *ast.Text) string {
	raw := n.Segment.Value(w.bytes)
	w.inspectText(raw, n.Segment.Start)
	text := strings.ReplaceAll(string(util.UnescapePunctuations(raw)), "\t", " ")
	switch {
	case n.HardLineBreak():
		w.refuseAt(n.Segment.Stop, "line-break", "a line ends with two spaces or a backslash, which breaks it", "take them out, or begin a new paragraph")
		return strings.TrimRight(text, " ") + " "
	case n.SoftLineBreak():
		return strings.TrimRight(text, " ") + " "
	}
	return text
}

// inspectText reports what a text would show that no reader should see.
func (w *proseWriter) inspectText(raw []byte, start int) {
	if at := entityForm.FindIndex(raw); at != nil {
		w.refuseAt(start+at[0], "entity", Quote(string(raw[at[0]:at[1]]))+" is a letter written in HTML", "write the letter itself")
	}
	if !mayHoldAddress(string(raw)) {
		return
	}
	if at := addressForm.FindIndex(raw); at != nil {
		w.refuseAt(start+at[0], "outside-link", Quote(string(raw[at[0]:at[1]]))+" is an address outside the kiosk", "name the source in words and put the address in sources.yaml")
	}
}

// link is the route of a link, or "" where it leads nowhere in the kiosk.
func (w *proseWriter) link(n *ast.Link) string {
	to := string(n.Destination)
	if len(n.Title) > 0 {
		w.refuse(n, "link-title", "a link with a title that nobody sees", "take out the words in quotation marks behind the address")
	}
	if outside(to) {
		w.refuse(n, "outside-link", Quote(to)+" leads out of the kiosk", "link to a place in it, such as person/hasan-nuhanovic, or cite a source")
		return ""
	}
	r, err := route.Parse(to)
	if err != nil {
		w.refuse(n, "link", Quote(to)+" is not a place in the kiosk: "+err.Error(), "write a route such as case/bosnia, event/bosnia/srebrenica-falls or person/hasan-nuhanovic")
		return ""
	}
	line, col := w.passage.At(w.offset(n))
	w.links = append(w.links, Link{r, w.name, line, col})
	return r.String()
}

// outside reports whether an address names another machine or a file.
func outside(to string) bool {
	scheme, _, found := strings.Cut(to, ":")
	return found && !strings.ContainsAny(scheme, "/?#") || strings.HasPrefix(to, "//") || strings.HasPrefix(to, "www.")
}

func (w *proseWriter) refuseAt(offset int, rule, message, mend string) {
	line, col := w.passage.At(offset)
	w.report(line, col, rule, message, mend)
}

// refuseInline names what is no part of the format, and its mend.
func (w *proseWriter) refuseInline(n ast.Node) {
	switch n.Kind() {
	case ast.KindRawHTML:
		w.refuse(n, "html", "HTML is not shown", "write the text without it, or put a backslash before <")
	case ast.KindCodeSpan:
		w.refuse(n, "code", "code is not part of the format", "take out the marks `")
	case ast.KindImage:
		w.refuse(n, "image", "a picture cannot stand in a text", "take it out")
	case ast.KindAutoLink:
		w.refuse(n, "outside-link", "an address in a text leads nowhere in the kiosk", "name the source in words and put the address in sources.yaml")
	default:
		w.refuse(n, "markdown", "this is not part of the format", "write plain text, *emphasis*, **strong** or a link")
	}
}
