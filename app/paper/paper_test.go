package paper_test

import (
	"bytes"
	"image/color"
	"os"
	"testing"

	"vigil/app/paper"
	"vigil/app/typeset"
	"vigil/assets"
)

var ink = color.NRGBA{A: 255}

type sample struct{ lang, text string }

var samples = []sample{
	{"en", "On 11 July 1995 (“the fall”), the difficult office — 8,372 people – was in Srebre\u00adnica; affluent fjords [see “1992–1995”] and the con\u00adtem\u00adpo\u00adrary com\u00admu\u00adni\u00adties of east\u00adern Bosnia."},
	{"bs", "Dana 11. jula 1995. godine („pad“) u Srebrenici je, kako piše u presudi (IT-98-33), ubijeno više od 8.000 ljudi; čekali su ćutke, žene i đaci šutjeli su."},
	{"ar", "في ‎11 تموز/يوليو 1995 سقطت سربرنيتشا (انظر «الحكم» IT-98-33)، وقُتل أكثر من 8,000 شخص؛ لا إله إلا الله، والإبادة الجماعية وفق اتفاقية 1948 (المادة 2) وما تلاها من أحكام المحكمة الدولية."},
	{"he", "ב־11 ביולי 1995 נפלה סרברניצה (ראו \"פסק הדין\" IT-98-33), ויותר מ־8,000 בני אדם נרצחו; בְּרֵאשִׁית בָּרָא אֱלֹהִים — 1939–1945, ועידת ואנזה."},
	{"rw", "Ku wa 7 Mata 1994 hatangiye jenoside yakorewe Abatutsi mu Rwanda (1994); «ntituzabibagirwa», n’abacu bose."},
	{"km", "នៅថ្ងៃទី១៧ ខែមេសា ឆ្នាំ១៩៧៥ កម្ពុជាប្រជាធិបតេយ្យ (1975–1979) បានបង្ខំប្រជាជនឱ្យចាកចេញពីទីក្រុងភ្នំពេញ «ទួលស្លែង» ស្ត្រី ក្រុម ច្រើន។"},
	{"am", "እ.ኤ.አ. በ1994 «ጄኖሳይድ» (1994–1995) በሩዋንዳ ተፈጸመ፤ ሰዎች ይታወሳሉ።"},
	{"hy", "1915 թվականի ապրիլի 24-ին («Մեծ եղեռն») Կոստանդնու\u00adպոլսում ձերբա\u00adկալ\u00adվեցին հարյու\u00adրավոր մտավորա\u00adկան\u00adներ (1915–1923)։"},
}

func setter() *typeset.Setter { return typeset.New(assets.Fonts()) }

func set(s *typeset.Setter, x sample, family typeset.Family, size, width float32) *typeset.Layout {
	return s.Layout(typeset.Paragraph{
		Spans: []typeset.Span{{Text: x.text, Style: typeset.Style{Family: family, Size: size, Ink: ink}}}, Lang: x.lang, Leading: 1.4,
	}, width)
}

func TestTry(t *testing.T) {
	s := setter()
	for _, x := range samples {
		d := paper.New(s, paper.Info{Title: "Title " + x.lang, Lang: x.lang})
		p := d.Page(paper.A4)
		y := float32(60)
		for _, f := range []typeset.Family{typeset.Serif, typeset.Sans} {
			l := set(s, x, f, 12, 300)
			p.Text(l, 60, y, paper.Paragraph)
			y += l.Height + 12
		}
		var b bytes.Buffer
		if err := d.Write(&b); err != nil {
			t.Fatal(err)
		}
		os.MkdirAll("/tmp/paperout", 0o755)
		os.WriteFile("/tmp/paperout/"+x.lang+".pdf", b.Bytes(), 0o644)
	}
}
