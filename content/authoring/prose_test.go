package authoring

import (
	"reflect"
	"strings"
	"testing"

	"vigil/content"
)

func read1(text string) (content.Prose, *source) {
	s := &source{found: found{name: "essay.en.md"}}
	return s.prose(Passage{File: s.name, Line: 1, Col: 1, Text: text, block: true}), s
}

var proses = []struct {
	name, text string
	want       content.Prose
}{
	{"nothing", " \n", nil},
	{"a paragraph of two lines", "One\ntwo.\n", content.Prose{{Kind: content.Paragraph, ID: "p1", Spans: []content.Span{{Text: "One two."}}}}},
	{"headings are counted", "## A\n\nB\n\n### C\n\nD", content.Prose{
		{Kind: content.Heading, Level: 2, ID: "h1", Spans: []content.Span{{Text: "A"}}},
		{Kind: content.Paragraph, ID: "p1", Spans: []content.Span{{Text: "B"}}},
		{Kind: content.Heading, Level: 3, ID: "h2", Spans: []content.Span{{Text: "C"}}},
		{Kind: content.Paragraph, ID: "p2", Spans: []content.Span{{Text: "D"}}},
	}},
	{"emphasis in emphasis in a link", "a *b **c*** [d *e*](home).", content.Prose{{Kind: content.Paragraph, ID: "p1", Spans: []content.Span{
		{Text: "a "}, {Text: "b ", Style: content.Emphasis}, {Text: "c", Style: content.Emphasis | content.Strong}, {Text: " "},
		{Text: "d ", Link: "home"}, {Text: "e", Style: content.Emphasis, Link: "home"}, {Text: "."},
	}}}},
	{"lists", "- a\n- b\n  1. c\n  2. d\n", content.Prose{
		{Kind: content.Item, Level: 1, Spans: []content.Span{{Text: "a"}}},
		{Kind: content.Item, Level: 1, Spans: []content.Span{{Text: "b"}}},
		{Kind: content.Item, Level: 2, Number: 1, Spans: []content.Span{{Text: "c"}}},
		{Kind: content.Item, Level: 2, Number: 2, Spans: []content.Span{{Text: "d"}}},
	}},
	{"a quotation of two paragraphs", "> a\n>\n> b\n\nc", content.Prose{
		{Kind: content.Quote, Spans: []content.Span{{Text: "a"}}},
		{Kind: content.Quote, Spans: []content.Span{{Text: "b"}}},
		{Kind: content.Paragraph, ID: "p1", Spans: []content.Span{{Text: "c"}}},
	}},
	{"escapes", `2 \* 3 \[a\] & b`, content.Prose{{Kind: content.Paragraph, ID: "p1", Spans: []content.Span{{Text: "2 * 3 [a] & b"}}}}},
	{"a bad link leaves its words", "[a](x)", content.Prose{{Kind: content.Paragraph, ID: "p1", Spans: []content.Span{{Text: "a"}}}}},
	{"a no-break space stays", "10\u00a0000 «\u00a0a\u00a0»", content.Prose{{Kind: content.Paragraph, ID: "p1", Spans: []content.Span{{Text: "10\u00a0000 «\u00a0a\u00a0»"}}}}},
}

func TestProse(t *testing.T) {
	for _, c := range proses {
		t.Run(c.name, func(t *testing.T) {
			if got, _ := read1(c.text); !reflect.DeepEqual(got, c.want) {
				t.Errorf("\ngot  %+v\nwant %+v", got, c.want)
			}
		})
	}
}

// FuzzProse holds the quick reader of plain paragraphs to the Markdown parser,
// and both to showing nothing that the format refuses.
func FuzzProse(f *testing.F) {
	for _, c := range proses {
		f.Add(c.text)
	}
	for _, text := range []string{"a: b", "1. a", "(a) b", "a\n===", "a\n---", "a \nb", "Www.a", "é\n\n\u00a0a", "a\n b", "\"a\"\n'b'", "a|b\n-|-", "http://a", "mailto:a", "&amp;", "<b>", "[a]: /b\n\n[a]"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := &source{}
		s.take([]byte(text))
		if len(s.problems) > 0 {
			return
		}
		prose, _ := read1(s.text)
		for _, b := range prose {
			if plain := b.Plain(); strings.Contains(plain, "\n") || strings.TrimSpace(plain) == "" {
				t.Errorf("a block reads %q", plain)
			}
		}
		quick, ok := plainProse(s.text)
		if !ok {
			return
		}
		w := &proseWriter{source: s, passage: Passage{Text: s.text, block: true}, bytes: []byte(s.text)}
		document := s.parseMarkdown(w.bytes)
		for n := document.FirstChild(); n != nil; n = n.NextSibling() {
			w.block(n)
		}
		if !reflect.DeepEqual(quick, w.blocks) || len(s.problems) > 0 {
			t.Errorf("%q\nquick    %+v\nMarkdown %+v\n%v", s.text, quick, w.blocks, s.problems)
		}
	})
}
