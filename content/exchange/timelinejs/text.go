package timelinejs

import (
	"fmt"
	"regexp"
	"strings"

	"vigil/content/authoring"
	"vigil/content/exchange"
	"vigil/content/exchange/prose"
)

// passage is a text as the archive writes it.
type passage struct {
	words, note string
	links       []prose.Link
}

// How an export marks what the archive keeps apart from the text.
const (
	noteClass    = "vigil-note"
	sourcesClass = "vigil-sources"
	leadClass    = "lead"
)

var (
	notes   = regexp.MustCompile(`(?s)<div class="` + noteClass + `">(.*?)</div>`)
	sources = regexp.MustCompile(`(?s)<p class="` + sourcesClass + `"[^>]*>(.*?)</p>`)
	cited   = regexp.MustCompile(`(?s)<cite>(.*?)</cite>`)
	leading = regexp.MustCompile(`(?s)^\s*<p class="` + leadClass + `"[^>]*>(.*?)</p>(.*)$`)

	markup = regexp.MustCompile(`<[a-zA-Z/!][^>]*>|&(#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]+);`)
)

// prose is a text with what an export of the archive has marked in it.
func (r *reader) prose(html string, s *slide) passage {
	var p passage
	for _, m := range notes.FindAllStringSubmatch(html, -1) {
		p.note = joinLines([]string{p.note, r.plain(m[1], s, &p)})
	}
	html = notes.ReplaceAllString(html, "")
	for _, m := range sources.FindAllStringSubmatch(html, -1) {
		_, links := prose.Line(m[1])
		p.links = append(p.links, links...)
		for _, c := range cited.FindAllStringSubmatch(m[1], -1) {
			title, _ := r.line(c[1])
			p.links = append(p.links, prose.Link{Text: title})
		}
	}
	html = sources.ReplaceAllString(html, "")
	p.words = r.plain(html, s, &p)
	if len(p.links) > MostLinks {
		r.d.Note(exchange.LeftOut, s.place("text/text"), "links", fmt.Sprintf("this text has %d links, of which the first %d came as sources", len(p.links), MostLinks), "divide the slide")
		p.links = p.links[:MostLinks]
	}
	return p
}

// plain is HTML, or a text without any, in the archive's Markdown. Its links are noted in
// the passage.
func (r *reader) plain(html string, s *slide, p *passage) string {
	if strings.TrimSpace(html) == "" {
		return ""
	}
	var got prose.Plain
	at := s.place("text/text")
	if markup.MatchString(html) {
		var err error
		if got, err = prose.FromHTML(html, r.d.Lang); err != nil {
			r.d.Note(exchange.LeftOut, at, "text", "this text cannot be read: "+err.Error(), "write it with fewer marks")
			return ""
		}
	} else {
		got = prose.FromText(html)
	}
	for _, lost := range got.Lost {
		r.d.Once(exchange.Altered, at, "markup", "of this text there did not come over: "+lost, "")
	}
	p.links = append(p.links, got.Links...)
	return r.clean(got.Text, at)
}

// clean takes away letters that no file of the archive may hold.
func (r *reader) clean(text string, at exchange.Place) string {
	text, changed := authoring.Clean(text)
	if changed {
		r.d.Once(exchange.Altered, at, "letters", "letters that no text may hold, such as control characters, were taken away", "")
	}
	return strings.TrimSpace(text)
}

// line is HTML on one line, and its links.
func (r *reader) line(html string) (string, []prose.Link) {
	if !strings.ContainsAny(html, "<&") && !strings.Contains(html, "://") {
		text, _ := authoring.Clean(html)
		return strings.Join(strings.FieldsFunc(text, breaks), " "), nil
	}
	text, links := prose.Line(html)
	text, _ = authoring.Clean(text)
	return strings.Join(strings.FieldsFunc(text, breaks), " "), links
}

// breaks tells white space that may be collapsed; French writes a narrow space that may not.
func breaks(r rune) bool {
	return r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\f' || r == '\v'
}

// lead parts the line under a title from its text, where the text begins with one that is
// marked so and more follows.
func lead(html string) (string, string) {
	const most = 200
	m := leading.FindStringSubmatch(html)
	if m == nil || strings.TrimSpace(m[2]) == "" || len([]rune(m[1])) > most {
		return "", html
	}
	return m[1], m[2]
}
