package workbook

import (
	"archive/zip"
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vigil/content/authoring"
	"vigil/content/exchange"
)

// raw is a workbook written by hand, so that cells come as other programs write them.
type raw struct {
	workbook string            // attributes of workbookPr
	app      string            // the program that wrote it
	sheets   map[string]string // markup of rows, by sheet
	after    string            // markup behind the rows of every sheet
	strings  string            // markup of shared texts
	formats  []string          // number formats of the styles 1, 2, ...
	more     map[string]string // other parts
}

func (r raw) bytes() []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	put := func(name, text string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			panic(err)
		}
	}
	put("[Content_Types].xml", "<Types/>")
	put("docProps/app.xml", "<Properties><Application>"+r.app+"</Application></Properties>")
	names, list, links := make([]string, 0), "", ""
	for name := range r.sheets {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		list += fmt.Sprintf(`<sheet name="%s" sheetId="%d" r:id="r%d"/>`, name, i+1, i+1)
		links += fmt.Sprintf(`<Relationship Id="r%d" Type="http://x/worksheet" Target="worksheets/s%d.xml"/>`, i+1, i+1)
		put(fmt.Sprintf("xl/worksheets/s%d.xml", i+1), "<worksheet><sheetData>"+r.sheets[name]+"</sheetData>"+r.after+"</worksheet>")
	}
	put("xl/workbook.xml", "<workbook><workbookPr "+r.workbook+"/><sheets>"+list+"</sheets></workbook>")
	put("xl/_rels/workbook.xml.rels", "<Relationships>"+links+"</Relationships>")
	if r.strings != "" {
		put("xl/sharedStrings.xml", "<sst>"+r.strings+"</sst>")
	}
	formats, styles := "", `<xf numFmtId="0"/>`
	for i, f := range r.formats {
		formats += fmt.Sprintf(`<numFmt numFmtId="%d" formatCode="%s"/>`, 170+i, f)
		styles += fmt.Sprintf(`<xf numFmtId="%d"/>`, 170+i)
	}
	put("xl/styles.xml", "<styleSheet><numFmts>"+formats+"</numFmts><cellXfs>"+styles+"</cellXfs></styleSheet>")
	for name, text := range r.more {
		put(name, text)
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// texts is a row of cells that hold text.
func texts(number int, cells ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, number)
	for i, text := range cells {
		fmt.Fprintf(&b, `<c r="%s%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, string(rune('A'+i)), number, text)
	}
	b.WriteString("</row>")
	return b.String()
}

// brought is what an import made of a file.
func brought(t testing.TB, name string, data []byte, o exchange.Options) (*exchange.Draft, error) {
	t.Helper()
	src := exchange.Source{Files: fstest.MapFS{name: {Data: data}, "media/one.jpg": {Data: []byte("x")}}, Name: name}
	o.Now = time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)
	d := exchange.NewDraft(exchange.NewReport("test", name), o)
	bring := XLSX
	if strings.HasSuffix(name, ".csv") {
		bring = CSV
	}
	return d, bring(t.Context(), src, d)
}

// rules are those of the notes of a weight.
func rules(r *exchange.Report, w exchange.Weight) string {
	var list []string
	for _, n := range r.Notes {
		if n.Weight == w && !slices.Contains(list, n.Rule) {
			list = append(list, n.Rule)
		}
	}
	slices.Sort(list)
	return strings.Join(list, " ")
}

// The cells as they come: a column of a sheet, the cell's markup without its place, and
// what a record says then; or the rule for which its row is left out.
var cells = []struct {
	name, sheet, heading, cell string
	want                       string // the value; a list joined with |
	left                       string // the rule for which the row is left out
	told                       string // the rule of a note beside
}{
	// dates
	{"a date as text", "events", "date", `t="str"><v>1994-04-07</v>`, "1994-04-07", "", ""},
	{"a month as text", "events", "date", `t="str"><v>1994-04</v>`, "1994-04", "", ""},
	{"a span", "events", "date", `t="str"><v>1992-04/1993-02</v>`, "1992-04/1993-02", "", ""},
	{"about", "events", "date", `t="str"><v>1954~</v>`, "1954~", "", ""},
	{"a year as a number", "events", "date", `><v>1994</v>`, "1994", "", ""},
	{"a year as a decimal", "events", "date", `><v>1994.0</v>`, "1994", "", ""},
	{"a year and a part of it", "events", "date", `><v>1994.5</v>`, "", "date", ""},
	{"a year of three figures", "events", "date", `><v>199</v>`, "", "date", ""},
	{"a year as text with a decimal", "events", "date", `t="str"><v> 1994 </v>`, "1994", "", ""},
	{"a year before 1000", "events", "date", `><v>79</v>`, "", "date", ""},
	{"a year before the common era", "events", "date", `><v>-146</v>`, "-0146", "", ""},
	{"a date of Excel", "events", "date", `s="1"><v>34431</v>`, "1994-04-07", "", ""},
	{"a date of Excel with a time of midnight", "events", "date", `s="2"><v>34431.0</v>`, "1994-04-07", "", ""},
	{"a date of Excel with a time", "events", "date", `s="2"><v>34430.850694444445</v>`, "1994-04-06T20:25:00", "", ""},
	{"a time that the cell does not show", "events", "date", `s="1"><v>34430.850694444445</v>`, "1994-04-06", "", "cell"},
	{"a month of Excel", "events", "date", `s="3"><v>34425</v>`, "1994-04", "", ""},
	{"a year of Excel", "events", "date", `s="4"><v>34431</v>`, "1994", "", ""},
	{"a date whose year is not shown", "events", "date", `s="5"><v>34431</v>`, "1994-04-07", "", "cell"},
	{"1 March 1900", "events", "date", `s="1"><v>61</v>`, "1900-03-01", "", ""},
	{"28 February 1900", "events", "date", `s="1"><v>59</v>`, "1900-02-28", "", ""},
	{"the 29 February 1900 that never was", "events", "date", `s="1"><v>60</v>`, "", "fault", ""},
	{"1 January 1900", "events", "date", `s="1"><v>1</v>`, "1900-01-01", "", ""},
	{"a time without a day", "events", "date", `s="2"><v>0.5</v>`, "", "fault", ""},
	{"a day before 1900, as LibreOffice counts", "events", "date", `s="1"><v>-18259</v>`, "1850-01-02", "", ""},
	{"a date of ISO", "events", "date", `t="d"><v>1994-04-07T00:00:00</v>`, "1994-04-07", "", ""},
	{"a serial without its format", "events", "date", `><v>34431</v>`, "", "date", ""},
	{"a date in German", "events", "date", `t="str"><v>7. April 1994</v>`, "1994-04-07", "", "date"},
	{"a date with points", "events", "date", `t="str"><v>27.4.1994</v>`, "1994-04-27", "", "date"},
	{"a date that can be read two ways", "events", "date", `t="str"><v>04/07/1994</v>`, "", "date", ""},
	{"circa", "events", "date", `t="str"><v>ca. 1942</v>`, "1942~", "", "date"},
	{"words that are no date", "events", "date", `t="str"><v>soon</v>`, "", "date", ""},
	{"31 June", "events", "date", `t="str"><v>1994-06-31</v>`, "", "date", ""},
	{"a date whose cell holds a fault", "events", "date", `t="e"><v>#REF!</v>`, "", "fault", ""},
	{"a date of a colour", "events", "date", `s="6"><v>1994</v>`, "1994", "", ""},
	// truths
	{"TRUE", "places", "approximate", `t="b"><v>1</v>`, "true", "", ""},
	{"FALSE", "places", "approximate", `t="b"><v>0</v>`, "false", "", ""},
	{"yes", "places", "approximate", `t="str"><v>Yes</v>`, "true", "", ""},
	{"ja", "places", "approximate", `t="str"><v>ja</v>`, "true", "", ""},
	{"oui", "places", "approximate", `t="str"><v>OUI</v>`, "true", "", ""},
	{"yes in Arabic", "places", "approximate", `t="str"><v>نعم</v>`, "true", "", ""},
	{"no in Hebrew", "places", "approximate", `t="str"><v>לא</v>`, "false", "", ""},
	{"x", "places", "approximate", `t="str"><v>x</v>`, "true", "", ""},
	{"one", "places", "approximate", `><v>1</v>`, "true", "", ""},
	{"one with a decimal", "places", "approximate", `><v>1.0</v>`, "true", "", ""},
	{"WAHR", "places", "approximate", `t="str"><v>WAHR</v>`, "true", "", ""},
	{"perhaps", "places", "approximate", `t="str"><v>perhaps</v>`, "", "wrong-type", ""},
	// numbers
	{"degrees", "places", "lat", `><v>44.1575</v>`, "44.1575", "", ""},
	{"degrees as Excel stores them", "places", "lat", `><v>44.157499999999999</v>`, "44.1575", "", ""},
	{"a decimal comma", "places", "lat", `t="str"><v>44,1575</v>`, "44.1575", "", ""},
	{"a comma with three digits", "places", "lat", `t="str"><v>44,157</v>`, "44.157", "", ""},
	{"digits of another script", "places", "lat", `t="str"><v>٤٤٫٥</v>`, "44.5", "", ""},
	{"a minus of typography", "places", "lon", `t="str"><v>−2.5</v>`, "-2.5", "", ""},
	{"a number in scientific form", "places", "lat", `><v>4.41575E1</v>`, "44.1575", "", ""},
	{"text of digits with a zero at its end", "places", "lat", `t="str"><v>44.10</v>`, "44.10", "", ""},
	{"a compass", "places", "lat", `t="str"><v>44° N</v>`, "", "wrong-type", ""},
	{"thousands with commas", "figures", "low", `t="str"><v>800,000</v>`, "800000", "", "thousands"},
	{"thousands with points", "figures", "low", `t="str"><v>800.000</v>`, "800000", "", "thousands"},
	{"thousands with spaces", "figures", "low", `t="str"><v>1 200 000</v>`, "1200000", "", "thousands"},
	{"thousands and decimals", "figures", "low", `t="str"><v>1.234,5</v>`, "1234.5", "", "thousands"},
	{"a percentage of Excel", "figures", "low", `s="7"><v>0.62</v>`, "62", "", "percent"},
	{"a percentage of text", "figures", "low", `t="str"><v>62 %</v>`, "62", "", "percent"},
	{"a million", "figures", "low", `><v>1E6</v>`, "1000000", "", ""},
	{"a date for a number", "figures", "low", `s="1"><v>34431</v>`, "", "wrong-type", ""},
	{"a whole number with a decimal", "events", "importance", `><v>2.0</v>`, "2", "", ""},
	{"a whole number as text", "events", "importance", `t="str"><v>2.0</v>`, "2", "", ""},
	{"half", "events", "importance", `><v>2.5</v>`, "", "wrong-type", ""},
	{"a formula's last value", "events", "importance", `><f>1+1</f><v>2</v>`, "2", "", ""},
	{"a formula without a value", "events", "importance", `><f>1+1</f></c><c`, "", "no-value", ""},
	// names and words of few
	{"an id with capitals", "events", "place", `t="str"><v>Srebrenica Town</v>`, "", "bad-id", ""},
	{"a name for an id", "events", "place", `t="str"><v>Sarajevo City</v>`, "sarajevo", "", "name"},
	{"an id that is nearly another's", "events", "place", `t="str"><v>sarajewo</v>`, "sarajewo", "", "unknown"},
	{"a word with a capital", "events", "kind", `t="str"><v>Warning sign</v>`, "warning-sign", "", "word"},
	{"a word that is none", "events", "kind", `t="str"><v>violense</v>`, "", "unknown-value", ""},
	{"ids", "events", "sources", `t="str"><v>a; b ;c</v>`, "a|b|c", "", ""},
	{"ids with commas and lines", "events", "sources", "t=\"str\"><v>a, b\nc</v>", "a|b|c", "", ""},
	{"an id that stands twice", "events", "sources", `t="str"><v>a; a</v>`, "a", "", "twice"},
	{"an empty list", "events", "sources", `t="str"><v>[]</v>`, "", "", ""},
	{"names in lines", "people", "names", "t=\"str\"><v>Primo Levi\nLevi, Primo\nP\\; L</v>", "Primo Levi|Levi, Primo|P; L", "", ""},
	{"a language in capitals", "archive", "original", `t="str"><v>EN</v>`, "en", "", ""},
	{"no language", "archive", "original", `t="str"><v>Englisch</v>`, "", "language", ""},
	// texts
	{"a number in a line", "archive", "version", `><v>2026.1</v>`, "2026.1", "", ""},
	{"a line with spaces around it", "archive", "publisher", `t="str"><v>  City Museum </v>`, "City Museum", "", ""},
	{"a line of two lines", "archive", "publisher", "t=\"str\"><v>City\nMuseum</v>", "City Museum", "", "one-line"},
	{"an escaped line break", "archive", "rights", `t="str"><v>one_x000D_&#10;two</v>`, "one\ntwo", "", ""},
	{"what only looks escaped", "archive", "publisher", `t="str"><v>_x005F_x000D_</v>`, "_x000D_", "", ""},
	{"a formula that is text", "archive", "publisher", `t="inlineStr"><is><t>=1+1</t></is>`, "=1+1", "", ""},
	{"an apostrophe before a number", "archive", "version", `t="str"><v>'2026.10</v>`, "2026.10", "", ""},
	{"an apostrophe that is a letter", "archive", "publisher", `t="str"><v>'t Hooft</v>`, "'t Hooft", "", ""},
	{"a shared text", "archive", "publisher", `t="s"><v>0</v>`, "Shared & true", "", ""},
	{"a shared text that is not there", "archive", "publisher", `t="s"><v>99</v>`, "", "", "missing"},
	{"a letter that reorders others", "archive", "publisher", "t=\"str\"><v>a\u202eb</v>", "ab", "", "letters"},
	{"a reading aid", "archive", "publisher", `t="s"><v>2</v>`, "東京", "", ""},
}

func TestCells(t *testing.T) {
	for _, c := range cells {
		t.Run(c.name, func(t *testing.T) {
			owner := "case"
			heads, row := []string{"id"}, []string{"one"}
			if c.sheet == "events" || c.sheet == "figures" {
				heads, row = append(heads, owner), append(row, "history")
			}
			if c.sheet == "archive" && c.heading == "id" {
				heads, row = nil, nil
			}
			at := string(rune('A'+len(heads))) + "2"
			heads = append(heads, c.heading)
			book := raw{
				formats: []string{"yyyy\\-mm\\-dd", "[$-409]d/m/yyyy h:mm", "mmm yy", "yyyy", "d. mmm", "[Magenta]0", "0%"},
				strings: "<si><t>Shared &amp; true</t></si><si><t/></si><si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh></si>",
				sheets: map[string]string{
					"places": texts(1, "id", "name") + texts(2, "sarajevo", "Sarajevo City"),
					c.sheet:  texts(1, heads...) + strings.Replace(texts(2, row...), "</row>", `<c r="`+at+`" `+c.cell+`</c></row>`, 1),
				},
			}
			if c.sheet == "places" {
				delete(book.sheets, "sarajevo")
			}
			d, err := brought(t, "book.xlsx", book.bytes(), exchange.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := rules(d.Report, exchange.LeftOut); got != c.left {
				t.Fatalf("left out for %q, want %q: %v", got, c.left, d.Notes)
			}
			if c.told != "" && !strings.Contains(rules(d.Report, exchange.Decide)+" "+rules(d.Report, exchange.Altered), c.told) {
				t.Errorf("no note of %q in %v", c.told, d.Notes)
			}
			if c.left != "" {
				if e := recordOf(d, c.sheet); e != nil && e.Has(strings.ReplaceAll(c.heading, " ", "_")) {
					t.Error("a row with a mistake came over")
				}
				return
			}
			e := recordOf(d, c.sheet)
			if e == nil {
				t.Fatalf("the row did not come: %v", d.Notes)
			}
			got := e.Text(c.heading)
			if list := e.List(c.heading); list != nil {
				got = strings.Join(list, "|")
			}
			if got != c.want {
				t.Errorf("%q, want %q (%v)", got, c.want, d.Notes)
			}
		})
	}
}

// recordOf is the record called one of a sheet.
func recordOf(d *exchange.Draft, name string) *authoring.Entry {
	s := plannedSheet(name)
	for _, r := range s.rows(d.Manuscript) {
		if r.id == "one" {
			return r.entry
		}
	}
	return nil
}
