package prose_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vigil/content/authoring"
	"vigil/content/exchange/prose"
)

var pages = []struct {
	name, html, want string
	lost             []string
	links            []prose.Link
}{
	{name: "nothing", html: ""},
	{name: "words", html: "Only words.", want: "Only words."},
	{name: "paragraphs", html: "<p>One.</p>\n<p>Two.</p>", want: "One.\n\nTwo."},
	{name: "paragraphs that nobody closed", html: "<p>One.<p>Two.", want: "One.\n\nTwo."},
	{name: "divisions", html: "<div>One.<div>Two.</div>Three.</div>", want: "One.\n\nTwo.\n\nThree."},
	{name: "an empty paragraph", html: "<p>One.</p><p>&nbsp;</p><p> </p><p>Two.</p>", want: "One.\n\nTwo."},
	{name: "headings", html: "<h1>A</h1><p>a</p><h3>B</h3>b<h6>C</h6>", want: "## A\n\na\n\n### B\n\nb\n\n### C"},
	{name: "an empty heading", html: "<h2></h2><p>a</p>", want: "a"},
	{name: "emphasis", html: "<p>a <em>b</em> <strong>c</strong> <i>d</i><b>e</b></p>", want: "a *b* **c** *d***e**", lost: nil},
	{name: "emphasis around spaces", html: "<p>a<b> bold </b>c</p>", want: "a **bold** c"},
	{name: "emphasis in emphasis", html: "<p>a <b>b <i>c</i></b></p>", want: "a **b** ***c***"},
	{name: "emphasis over paragraphs", html: "<b><p>a</p><p>b</p></b>", want: "**a**\n\n**b**"},
	{name: "emphasis within a word", html: "<p>un<em>believ</em>able</p>", want: "un*believ*able"},
	{name: "a list", html: "<ul><li>a</li><li>b</li></ul>", want: "- a\n- b"},
	{name: "a list that nobody closed", html: "<ul><li>a<li>b", want: "- a\n- b"},
	{name: "a numbered list", html: "<ol><li>a</li><li>b</li></ol>", want: "1. a\n2. b"},
	{name: "a list that begins at 3", html: "<p>x</p><ol start=3><li>a<li>b</ol>", want: "x\n\n3. a\n4. b"},
	{name: "lists in lists", html: "<ol><li>a<ul><li>b<li>c</ul><li>d</ol>", want: "1. a\n   - b\n   - c\n2. d"},
	{name: "a list at the third level first", html: "<ul><ul><ul><li>a</li></ul></ul></ul>", want: "- a"},
	{name: "paragraphs in an item", html: "<ul><li><p>a</p><p>b</p></li></ul>", want: "- a b"},
	{name: "a quotation", html: "<p>x</p><blockquote><p>Never again.</p></blockquote>", want: "x\n\n“Never again.”", lost: []string{"a block quotation (its words now stand in quotation marks)"}},
	{name: "a quotation of two paragraphs", html: "<blockquote><p>A.</p><p>B.</p></blockquote>", want: "“A.\n\nB.”", lost: []string{"a block quotation (its words now stand in quotation marks)"}},
	{name: "a quotation that has marks", html: "<blockquote>«Nie wieder.»</blockquote>", want: "«Nie wieder.»", lost: []string{"a block quotation (its words now stand in quotation marks)"}},
	{name: "a quotation in the words", html: "<p>He said <q>no</q>.</p>", want: "He said “no”."},
	{name: "a break", html: "<p>a<br>b</p>", want: "a b", lost: []string{"a line break"}},
	{name: "breaks", html: "a<br>b<br/>c<br><br>d", want: "a b c\n\nd", lost: []string{"2 line breaks"}},
	{name: "breaks at the ends", html: "<p><br>a<br></p>", want: "a"},
	{name: "a table", html: "<table><tr><th>Year<th>Place<tr><td>1942<td>Vilna</table>", want: "- Year; Place\n- 1942; Vilna", lost: []string{"a table (its rows are now items of a list)"}},
	{name: "a table that arranges", html: "<table><tr><td><h2>A</h2><p>a</p></td></tr></table>", want: "## A\n\na", lost: []string{"a table (its rows are now items of a list)"}},
	{name: "a table with paragraphs in its cells", html: "<table><tbody><tr><td><p>a</p><p>b</p></td><td><p>c</p></td></tr></tbody></table>", want: "- a b; c", lost: []string{"a table (its rows are now items of a list)"}},
	{name: "a picture", html: `<p>See <img src="a.jpg" alt="A street in Vilna">.</p>`, want: "See (A street in Vilna) .", lost: []string{"a picture (a.jpg)"}},
	{name: "pictures", html: `<img src="a.jpg"><img src="b.jpg"><img>`, want: "", lost: []string{"3 pictures (a.jpg, b.jpg)"}},
	{name: "a script", html: "<p>a</p><script>alert('<p>b</p>')</script><style>p{}</style>", want: "a", lost: []string{"a script", "a style sheet"}},
	{name: "a script that nobody closed", html: "<p>a</p><script>alert(1)", want: "a", lost: []string{"a script"}},
	{name: "a video", html: `<iframe src="https://www.youtube.com/embed/x"></iframe>`, want: "", lost: []string{"an embedded video (https://www.youtube.com/embed/x)"}},
	{name: "a frame", html: `<iframe src="https://example.org/map"></iframe>a`, want: "a", lost: []string{"an embedded page (https://example.org/map)"}},
	{name: "a form", html: `<form><label>Name</label><input><select><option>x</select></form>`, want: "Name", lost: []string{"a form", "2 controls of forms"}},
	{name: "entities", html: "<p>a &amp; b &lt;c&gt; &eacute; &#8220;d&#8221;</p>", want: "a \\& b \\<c\\> é “d”"},
	{name: "entities twice", html: "<p>M&amp;uuml;ller &amp;amp; S&amp;ouml;hne &amp;amp;amp; x &unknown; y</p>", want: "Müller \\& Söhne \\& x \\& unknown; y"},
	{name: "marks of Markdown", html: "<p># a</p><p>1. September</p><p>*b* _c_ [d](e) `f`</p><p>- g</p><p>+ h</p><p>&gt; i</p><p>===</p><p>---</p>",
		want: "\\# a\n\n1\\. September\n\n\\*b\\* \\_c\\_ \\[d\\](e) \\`f\\`\n\n\\- g\n\n\\+ h\n\n\\> i\n\n\\===\n\n\\---"},
	{name: "a link", html: `<p>See <a href="https://www.ushmm.org/x">the museum</a>.</p>`, want: "See the museum.", links: []prose.Link{{Text: "the museum", URL: "https://www.ushmm.org/x"}}},
	{name: "a link whose words are its address", html: `<a href="https://www.ushmm.org/x">https://www.ushmm.org/x</a>`, want: "ushmm.org", links: []prose.Link{{Text: "ushmm.org", URL: "https://www.ushmm.org/x"}}},
	{name: "an address", html: "<p>See https://www.ushmm.org/x_y(z). Or www.un.org, now.</p>", want: "See ushmm.org. Or un.org, now.",
		links: []prose.Link{{Text: "ushmm.org", URL: "https://www.ushmm.org/x_y(z)"}, {Text: "un.org", URL: "http://www.un.org"}}},
	{name: "links that lead elsewhere", html: `<a href="#n1">1</a> <a href="/x">2</a> <a href="mailto:a@b.org">3</a> <a href="javascript:alert(1)">4</a> <a name="x">5</a>`, want: "1 2 3 4 5",
		lost: []string{"2 links to places on their own pages or sites (#n1, /x)", "2 addresses that are not of the web (mailto:a@b.org)"}},
	{name: "a link without words", html: `<a href="https://x.org/"><img src="a.png"></a>`, want: "", lost: []string{"a picture (a.png)"}, links: []prose.Link{{Text: "x.org", URL: "https://x.org/"}}},
	{name: "Word", html: `<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--><p class="MsoNormal"><b style="mso-bidi-font-weight:normal"><span lang=EN-US>Bold<o:p></o:p></span></b></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span><![endif]>first</p><p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o</span>second</p>`,
		want: "**Bold**\n\n- first\n  - second"},
	{name: "a numbered list of Word", html: `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>a</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.</span>b</p>`, want: "1. a\n2. b"},
	{name: "Google Docs", html: `<b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span style="font-weight:400;font-style:normal">plain </span><span style="font-weight:700">bold</span><span style="font-style:italic"> it</span></p></b>`, want: "plain **bold** *it*"},
	{name: "no-break spaces", html: "<p>«&nbsp;a&nbsp;» 10&nbsp;000 b&nbsp;c&nbsp; d</p>", want: "«\u00a0a\u00a0» 10\u00a0000 b c d"},
	{name: "figures above the line", html: "m<sup>2</sup>, a<sup>12</sup>, XIX<sup>e</sup>, H<sub>2</sub>O", want: "m², a¹², XIXe, H₂O"},
	{name: "letters that reorder", html: "a\u202eb\u202c c\u0000d", want: "ab cd", lost: []string{"2 letters that no archive may hold"}},
	{name: "struck out", html: "a <s>b</s>", want: "a b", lost: []string{"the strokes through a text that was struck out"}},
	{name: "hidden", html: `a <span style="display:none">b</span>`, want: "a"},
	{name: "tags that end nothing", html: "</p></b>a</div></li>", want: "a"},
	{name: "Arabic", html: "<p>قال: <b>نعم</b>.</p>", want: "قال: **نعم**."},
	{name: "emphasis that Markdown cannot hold", html: `<p>a<b>"!"</b>c</p>`, want: `a"!"c`, lost: []string{"the emphasis of a paragraph that Markdown cannot hold"}},
	{name: "signs at the ends of emphasis", html: `<p><b>Date:</b>1942 and a<b>"b"</b>c</p>`, want: `**Date**:1942 and a"**b**"c`},
	{name: "verse", html: "<pre>one\ntwo\n\nthree</pre>", want: "one two\n\nthree", lost: []string{"a line break"}},
}

func TestPages(t *testing.T) {
	for _, test := range pages {
		t.Run(test.name, func(t *testing.T) {
			got, err := prose.FromHTML(test.html)
			if err != nil {
				t.Fatal(err)
			}
			if got.Text != test.want || !reflect.DeepEqual(got.Lost, test.lost) || !reflect.DeepEqual(got.Links, test.links) {
				t.Errorf("\ngot  %q, lost %q, links %q\nwant %q, lost %q, links %q", got.Text, got.Lost, got.Links, test.want, test.lost, test.links)
			}
		})
	}
}

func TestQuotationMarksOfTheLanguage(t *testing.T) {
	got, err := prose.FromHTML("<blockquote>Nie wieder.</blockquote>", "de")
	if err != nil || got.Text != "„Nie wieder.“" {
		t.Errorf("%q, %v", got.Text, err)
	}
}

func TestText(t *testing.T) {
	long := strings.Repeat("word ", 15)
	for _, test := range []struct{ name, text, want string }{
		{"one line", "a", "a"},
		{"entities", "M&uuml;ller &amp; Co", "Müller \\& Co"},
		{"lines", "a\nb\r\nc", "a\n\nb\n\nc"},
		{"lines of a typewriter", long + "\n" + long + "\n\nend", strings.TrimSpace(strings.Repeat("word ", 19)) + "\n" + strings.TrimSpace(strings.Repeat("word ", 11)) + "\n\nend"},
		{"breaks", "a<br>b<BR/>c", "a\n\nb\n\nc"},
		{"a list", "x\n- a\n• b", "x\n\n- a\n- b"},
		{"a numbered list", "1. a\n2. b", "1. a\n2. b"},
		{"a date is no list", "1. September 1939", "1\\. September 1939"},
		{"less than", "a <3 b", "a \\<3 b"},
		{"marks", "*a* _b_", "\\*a\\* \\_b\\_"},
		{"an address", "See http://x.org/a.", "See x.org."},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := prose.FromText(test.text); got.Text != test.want {
				t.Errorf("%q, want %q", got.Text, test.want)
			}
		})
	}
}

func TestALine(t *testing.T) {
	got, links := prose.Line("<h2>The <em>fall</em> of&nbsp;<a href='https://x.org'>Srebrenica</a> * <br> 1995 &amp; after</h2>\n")
	if got != "The fall of Srebrenica * 1995 & after" || len(links) != 1 || links[0].URL != "https://x.org" {
		t.Errorf("%q, %v", got, links)
	}
}

func TestBounds(t *testing.T) {
	if _, err := prose.FromHTML(strings.Repeat("a", 2<<20+1)); !errors.Is(err, prose.ErrTooLarge) {
		t.Errorf("too large: %v", err)
	}
	if _, err := prose.FromHTML(strings.Repeat("<div>", 201)); !errors.Is(err, prose.ErrTooDeep) {
		t.Errorf("too deep: %v", err)
	}
	if _, err := prose.FromHTML(strings.Repeat("<p>words and words</p>", 9000)); !errors.Is(err, prose.ErrTooLarge) {
		t.Errorf("too long: %v", err)
	}
	if p := prose.FromText(strings.Repeat("words and words\n", 20000)); len(p.Text) > 128<<10 || len(p.Text) == 0 || len(p.Lost) == 0 {
		t.Errorf("%d bytes, %v", len(p.Text), p.Lost)
	}
}

// What is hostile costs no more than its length: a generous bound of time, for it is the
// growth that matters, and a square would be minutes.
func TestHostileHTMLIsReadInTime(t *testing.T) {
	const size = 256 << 10
	for _, unit := range []string{
		"<p>", "<b>a</b>", "<b><p>", "</p>", "<ul><li>", "<li>a", "<table><tr><td>", "<td>x", "<a href=x>", "<br>", "&amp;amp;amp;", "<!--", "<![CDATA[", "<", "&", "<p><b>a", "<q>", "</q>a<blockquote>",
		"a*", "[", "a b ", "http://a ", "<img alt=a>", "<b>a</b><i>b</i>", "<script>", "<pre>\n", "<svg>", "<p style='font-weight:bold'>a", "\u00a0 ", "http://", "<x y=z ", "<p>a<b>\"b\"</b>c", "<ul><li>a<b>\"b\"</b>c",
	} {
		begin := time.Now()
		_, _ = prose.FromHTML(strings.Repeat(unit, size/len(unit)))
		prose.FromText(strings.Repeat(unit, size/len(unit)))
		prose.Line(strings.Repeat(unit, size/len(unit)))
		if took := time.Since(begin); took > 10*time.Second {
			t.Errorf("%q a hundred thousand times: %v", unit, took)
		} else if testing.Verbose() {
			t.Logf("%q: %v", unit, took)
		}
	}
}

// accepted fails where authoring finds a mistake in a text that was made.
func accepted(t *testing.T, text string) {
	t.Helper()
	if strings.TrimSpace(text) == "" {
		return
	}
	for _, p := range refused(text) {
		t.Errorf("%v\nin %q", p, text)
	}
}

// refused are the mistakes of an essay.
func refused(text string) []authoring.Problem {
	const name = "cases/c/essay.en.md"
	folder := authoring.Load(context.Background(), fstest.MapFS{name: &fstest.MapFile{Data: []byte(text + "\n")}})
	return slices.DeleteFunc(folder.Problems, func(p authoring.Problem) bool { return p.File != name })
}

// The judge of the tests below sees what is no part of the format.
func TestMistakesAreSeen(t *testing.T) {
	for _, text := range []string{"[a](https://x.org)", "<b>a</b>", "see https://x.org", "a  \nb", "&amp;", "a\u202eb"} {
		if refused(text) == nil {
			t.Errorf("%q is accepted", text)
		}
	}
}

func TestWhatIsMadeIsRead(t *testing.T) {
	for _, page := range pages {
		if p, err := prose.FromHTML(page.html); err == nil {
			accepted(t, p.Text)
		}
		accepted(t, prose.FromText(page.html).Text)
	}
}

// Ordinary pages keep all that the format can hold: lists in lists, paragraphs, headings and
// emphasis in any order.
func TestOrdinaryPagesLoseNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var list func(depth int) string
	words := func() string {
		return []string{"one", "<b>two</b> three", "Mr. <i>four</i>", "<em>five</em>", "1942. six", "<strong>Seven:</strong> 8", "קיץ", "<b>صيف</b>، شتاء", "a * b", "10) x"}[random.IntN(10)]
	}
	list = func(depth int) string {
		name := []string{"ul", "ol"}[random.IntN(2)]
		var b strings.Builder
		b.WriteString("<" + name + ">")
		for range 1 + random.IntN(3) {
			b.WriteString("<li>" + words())
			if depth < 4 && random.IntN(3) == 0 {
				b.WriteString(list(depth + 1))
			}
			b.WriteString("</li>")
		}
		return b.String() + "</" + name + ">"
	}
	for range 2000 {
		var b strings.Builder
		for range 1 + random.IntN(5) {
			switch random.IntN(4) {
			case 0:
				b.WriteString("<h2>" + words() + "</h2>")
			case 1:
				b.WriteString(list(1))
			default:
				b.WriteString("<p>" + words() + " " + words() + "</p>")
			}
		}
		p, err := prose.FromHTML(b.String())
		if err != nil || len(p.Lost) > 0 {
			t.Fatalf("%s\nlost %q, %v\n%s", b.String(), p.Lost, err, p.Text)
		}
	}
}

func FuzzFromHTML(f *testing.F) {
	for _, page := range pages {
		f.Add(page.html)
	}
	f.Fuzz(func(t *testing.T, html string) {
		p, err := prose.FromHTML(html)
		if err != nil && (!errors.Is(err, prose.ErrTooDeep) && !errors.Is(err, prose.ErrTooLarge) || p.Text != "") {
			t.Errorf("%v with %q", err, p.Text)
		}
		accepted(t, p.Text)
		accepted(t, prose.FromText(html).Text)
		line, _ := prose.Line(html)
		read, _ := authoring.ReadProse(p.Text)
		if got := strings.Join(strings.Fields(read.Plain()), " "); err == nil && got != line && !slices.ContainsFunc(p.Lost, func(s string) bool { return strings.HasPrefix(s, "marks") }) {
			t.Errorf("%q has the words %q, which are read as %q", html, line, got)
		}
		if strings.ContainsFunc(line, func(r rune) bool { return !authoring.Permitted(r) || r == '\n' }) {
			t.Errorf("the line %q", line)
		}
		for _, lost := range p.Lost {
			if strings.ContainsFunc(lost, func(r rune) bool { return !authoring.Permitted(r) || r == '\n' }) {
				t.Errorf("lost: %q", lost)
			}
		}
	})
}
