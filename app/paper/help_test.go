package paper_test

import (
	"bytes"
	"errors"
	"fmt"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"vigil/app/paper"
	"vigil/app/typeset"
	"vigil/assets"
)

var ink = color.NRGBA{A: 255}

type sample struct{ lang, text string }

// samples have what is hard: numbers and dates, brackets and quotation marks, soft
// hyphens, Latin within Arabic, ligatures, marks above and below, stacked letters.
var samples = []sample{
	{"en", "On 11 July 1995 (“the fall”), the difficult office — 8,372 people – was in Srebre\u00adnica; affluent fjords [see “1992–1995”] and the con\u00adtem\u00adpo\u00adrary com\u00admu\u00adni\u00adties of east\u00adern Bosnia."},
	{"bs", "Dana 11. jula 1995. godine („pad“) u Srebrenici je, kako piše u presudi (IT-98-33), ubijeno više od 8.000 ljudi; čekali su ćutke, žene i đaci šutjeli su."},
	{"ar", "في 11 تموز/يوليو 1995 سقطت سربرنيتشا (انظر «الحكم» IT-98-33)، وقُتل أكثر من 8,000 شخص؛ لا إله إلا الله، والإبادة الجماعية وفق اتفاقية 1948 (المادة 2) وما تلاها من أحكام المحكمة الدولية (ICTY, The Hague) عام 2001."},
	{"he", "ב־11 ביולי 1995 נפלה סרברניצה (ראו \"פסק הדין\" IT-98-33), ויותר מ־8,000 בני אדם נרצחו; בְּרֵאשִׁית בָּרָא אֱלֹהִים — 1939–1945, ועידת ואנזה (Wannsee)."},
	{"rw", "Ku wa 7 Mata 1994 hatangiye jenoside yakorewe Abatutsi mu Rwanda (1994); «ntituzabibagirwa», n’abacu bose."},
	{"km", "នៅថ្ងៃទី១៧ ខែមេសា ឆ្នាំ១៩៧៥ កម្ពុជាប្រជាធិបតេយ្យ (1975–1979) បានបង្ខំប្រជាជនឱ្យចាកចេញពីទីក្រុងភ្នំពេញ «ទួលស្លែង» ស្ត្រី ក្រុម ច្រើន។"},
	{"am", "እ.ኤ.አ. በ1994 «ጄኖሳይድ» (1994–1995) በሩዋንዳ ተፈጸመ፤ ሰዎች ይታወሳሉ።"},
	{"hy", "1915 թվականի ապրիլի 24-ին («Մեծ եղեռն») Կոստանդնու\u00adպոլսում ձերբա\u00adկալ\u00adվեցին հարյու\u00adրավոր մտավորա\u00adկան\u00adներ (1915–1923)։"},
	{"uk", "Її доля: в Києві, 29–30 вересня 1941 р. («Бабин Яр») — 33 771 людина; під’їзд."},
	{"bn", "১৯৭১ সালের ২৫ মার্চ রাতে ঢাকা বিশ্ববিদ্যালয়ে (1971) হত্যাযজ্ঞ শুরু হয়।"},
	{"my", "၂၀၁၇ ခုနှစ် ဩဂုတ်လ ၂၅ ရက် (2017) ရိုဟင်ဂျာ လူမျိုး များ။"},
	{"ta", "1983 ஆம் ஆண்டு ஜூலை (கறுப்பு யூலை) கொழும்பு நகரில்."},
	{"fa", "در ۱۶ مارس ۱۹۸۸ شهر حلبچه (Halabja) بمباران شد؛ می\u200cخواهیم یادشان بماند."},
	{"ja", "杉原千畝 (Sugihara)"},
}

func setter() *typeset.Setter { return typeset.New(assets.Fonts()) }

func set(s *typeset.Setter, x sample, style typeset.Style, width float32) *typeset.Layout {
	style.Ink = ink
	return s.Layout(typeset.Paragraph{Spans: []typeset.Span{{Text: x.text, Style: style}}, Lang: x.lang, Leading: 1.4}, width)
}

// bytesOf is the document as it is written.
func bytesOf(tb testing.TB, d *paper.Document) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := d.Write(&b); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

func save(tb testing.TB, d *paper.Document) string {
	tb.Helper()
	name := filepath.Join(tb.TempDir(), "sheet.pdf")
	if err := os.WriteFile(name, bytesOf(tb, d), 0o600); err != nil {
		tb.Fatal(err)
	}
	return name
}

// tool runs a program that opens PDF files and gives what it says; anything that it
// complains about fails the test. A machine without it is told so; build/test installs
// them.
func tool(t *testing.T, program string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil {
		t.Fatalf("there is no %s: build/test installs it (poppler-utils, mupdf-tools, qpdf)", program)
	}
	cmd := exec.Command(path, args...)
	var out, complaints bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &complaints
	err = cmd.Run()
	said := strings.ReplaceAll(complaints.String(), "warning: ICC support is not available\n", "") // of how it was built
	if err != nil || said != "" {
		t.Fatalf("%s %v: %v\n%s%s", program, args, err, said, out.String())
	}
	return out.String()
}

// plain is text without directions and with single spaces; a word that is broken at a
// line's end is whole.
func plain(s string) string {
	s = regexp.MustCompile("\u00ad\\s*").ReplaceAllString(s, "")
	s = strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) && r != '\u200c' {
			return -1
		}
		return r
	}, norm.NFC.String(s))
	return strings.Join(strings.Fields(s), " ")
}

func unspaced(s string) string { return strings.ReplaceAll(plain(s), " ", "") }

// checkFile reads the table of objects as a reader does that trusts nothing: each
// object is where it is said to be, and each that is named is there.
func checkFile(pdf []byte) error {
	if !bytes.HasPrefix(pdf, []byte("%PDF-1.7\n")) || !bytes.HasSuffix(pdf, []byte("%%EOF\n")) {
		return errors.New("it does not begin or end as a PDF file")
	}
	end := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(pdf)
	if end == nil {
		return errors.New("no startxref")
	}
	at, _ := strconv.Atoi(string(end[1]))
	table := regexp.MustCompile(`^xref\n0 (\d+)\n0000000000 65535 f \n`).FindSubmatch(pdf[at:])
	if table == nil {
		return errors.New("no table where startxref says")
	}
	n, _ := strconv.Atoi(string(table[1]))
	rows := pdf[at+len(table[0]):]
	for i := 1; i < n; i++ {
		row := rows[(i-1)*20:][:20]
		offset, err := strconv.Atoi(string(row[:10]))
		if err != nil || string(row[10:]) != " 00000 n \n" {
			return fmt.Errorf("row %d is %q", i, row)
		}
		if !bytes.HasPrefix(pdf[offset:], []byte(fmt.Sprintf("%d 0 obj\n", i))) {
			return fmt.Errorf("object %d is not at %d", i, offset)
		}
	}
	if !bytes.HasPrefix(rows[(n-1)*20:], []byte("trailer\n")) {
		return errors.New("no trailer behind the table")
	}
	plain := regexp.MustCompile(`(?s)stream\n.*?\nendstream`).ReplaceAll(pdf[:at], nil)
	for _, ref := range regexp.MustCompile(`(\d+) 0 R`).FindAllSubmatch(plain, -1) {
		if to, _ := strconv.Atoi(string(ref[1])); to < 1 || to >= n {
			return fmt.Errorf("object %d is named and is not there", to)
		}
	}
	return nil
}
