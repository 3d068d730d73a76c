package table_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"vigil/content"
	"vigil/content/exchange"
	"vigil/content/exchange/table"
)

// flat is a table on one line: rows parted by "/", cells by "|".
func flat(t table.Table) string {
	var rows []string
	for _, r := range t.Rows {
		rows = append(rows, fmt.Sprintf("%d:%s", r.Number, strings.Join(r.Cells, "|")))
	}
	return strings.Join(rows, "/")
}

var written = []struct {
	name, text, want string
	comma            rune
	notes            []string // rules
}{
	{"commas", "a,b\n1,2\n", "1:a|b/2:1|2", ',', nil},
	{"semicolons and decimal commas", "Year;Lat\n1994;43,5\n1995;44,2\n", "1:Year|Lat/2:1994|43,5/3:1995|44,2", ';', nil},
	{"tabs", "a\tb, or c\n1\t2\n", "1:a|b, or c/2:1|2", '\t', nil},
	{"bars", "a|b\n1|2\n", "1:a|b/2:1|2", '|', nil},
	{"commas in the text of a semicolon file", "Headline;Text;Note\nOne;a, b, c, d;x\nTwo;e, f;y\n", "1:Headline|Text|Note/2:One|a, b, c, d|x/3:Two|e, f|y", ';', nil},
	{"semicolons in the text of a comma file", "Headline,Text\nOne,a; b; c\nTwo,d; e\n", "1:Headline|Text/2:One|a; b; c/3:Two|d; e", ',', nil},
	{"the separator said", "sep=;\r\na;b,c\r\n1;2,0\r\n", "1:a|b,c/2:1|2,0", ';', nil},
	{"one column", "a\nb\n", "1:a/2:b", ',', nil},
	{"a line break in a cell", "a,b\n\"one\ntwo\",2\n3,4", "1:a|b/2:one\ntwo|2/3:3|4", ',', nil},
	{"old line breaks", "a,b\r1,2\r3,4", "1:a|b/2:1|2/3:3|4", ',', nil},
	{"Windows line breaks in a cell", "a,b\r\n\"x\r\ny\",2\r\n", "1:a|b/2:x\ny|2", ',', nil},
	{"doubled quotation marks", `a,b` + "\n" + `"she said ""no""",2`, `1:a|b/2:she said "no"|2`, ',', nil},
	{"quotation marks inside a cell", "a,b\nthe \"trek\" of 1992,2", `1:a|b/2:the "trek" of 1992|2`, ',', nil},
	{"undoubled quotation marks", "a,b\n\"the \"trek\" of 1992\",2", `1:a|b/2:the "trek" of 1992|2`, ',', nil},
	{"spaces around quotation marks", "a,b\n \"x,y\" ,2", `1:a|b/2:x,y|2`, ',', nil},
	{"an unclosed quotation mark", "a,b\n\"x,1\ny,2\n", "1:a|b/2:\"x|1/3:y|2", ',', []string{"quotes"}},
	{"rows run together", "a,b,c\n\"x,1,2\ny,3,4\nz\",5,6\n", "1:a|b|c/2:x,1,2\ny,3,4\nz|5|6", ',', []string{"quotes"}},
	{"empty rows keep their numbers", "a,b\n\n,\n  , \n1,2\n", "1:a|b/5:1|2", ',', nil},
	{"empty cells at the end", "a,b,c\n1,,\n", "1:a|b|c/2:1", ',', nil},
	{"a letter that is broken", "a,b\nž\xffž,čć\n" + strings.Repeat("č", 40) + ",ž\n", "1:a|b/2:ž\ufffdž|čć/3:" + strings.Repeat("č", 40) + "|ž", ',', []string{"letters"}},
}

func TestRead(t *testing.T) {
	for _, c := range written {
		t.Run(c.name, func(t *testing.T) {
			got, notes, err := table.Read([]byte(c.text))
			if err != nil {
				t.Fatal(err)
			}
			if flat(got) != c.want || got.Comma != c.comma {
				t.Errorf("got %q parted by %q, want %q by %q", flat(got), got.Comma, c.want, c.comma)
			}
			var rules []string
			for _, n := range notes {
				rules = append(rules, n.Rule)
				if n.Row == 0 {
					t.Errorf("%s names no row", n)
				}
			}
			if !slices.Equal(rules, c.notes) {
				t.Errorf("noted %v, want %v", notes, c.notes)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	texts := map[string]string{
		"en": "Year,Headline\n1994,The café’s owner – “no”\n",
		"de": "Jahr,Überschrift\n1942,Die Ärzte weigerten sich; Straße nach Łódź\n",
		"fr": "Année,Titre\n1942,Les témoins déportés à Drancy, où l’été s’achève; élève, forêt, ça\n",
		"es": "Año,Título\n1942,¿Quién lo vio? El niño español, la niñez, más allá\n",
		"bs": "Godina,Naslov\n1995,Šta se dogodilo u Potočarima; žene i djeca čekaju, međutim niko ne može naći očevu kuću\n",
		"ar": "السنة,العنوان\n1995,سقوط المدينة وما تلاه من أحداث\n",
		"he": "שנה,כותרת\n1942,גירוש היהודים מן העיר\n",
		"sr": "Година,Наслов\n1995,Пад града и оно што је уследило\n",
		"pl": "Rok,Tytuł\n1942,Wywózka Żydów; śmierć, łąka, źródło, dziewięć\n",
	}
	texts["de"] = strings.ReplaceAll(texts["de"], "Łódź", "Hause")
	kinds := []struct {
		name string
		enc  encoding.Encoding
		in   string
		said bool // whether it must be asked
	}{
		{"UTF-8", unicode.UTF8, "en de fr es bs ar he sr pl", false},
		{"UTF-8", unicode.UTF8BOM, "en de fr es bs ar he sr pl", false},
		{"UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), "en de fr es bs ar he sr pl", false},
		{"UTF-16", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), "en de fr es bs ar he sr pl", false},
		{"UTF-16", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "en de fr es bs ar he sr pl", true},
		{"UTF-16", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), "en de fr es bs ar he sr pl", true},
		{"Windows-1252", charmap.Windows1252, "en de fr es", true},
		{"Windows-1250", charmap.Windows1250, "bs pl", true},
		{"Windows-1256", charmap.Windows1256, "ar", true},
		{"Windows-1255", charmap.Windows1255, "he", true},
		{"Windows-1251", charmap.Windows1251, "sr", true},
		{"Macintosh", charmap.Macintosh, "de fr es", true},
	}
	for _, k := range kinds {
		for lang := range strings.FieldsSeq(k.in) {
			t.Run(fmt.Sprint(k.name, k.enc, lang), func(t *testing.T) {
				data, err := k.enc.NewEncoder().Bytes([]byte(texts[lang]))
				if err != nil {
					t.Fatal(err)
				}
				got, notes, err := table.Read(data)
				if err != nil {
					t.Fatal(err)
				}
				var lines []string
				for _, r := range got.Rows {
					lines = append(lines, strings.Join(r.Cells, ","))
				}
				if text := strings.Join(lines, "\n") + "\n"; text != texts[lang] || got.Encoding != k.name {
					t.Errorf("read as %s: %q, want %q", got.Encoding, text, texts[lang])
				}
				if (len(notes) > 0) != k.said {
					t.Errorf("said %v", notes)
				}
			})
		}
	}
}

// TestLanguageSettles is of a file in which no letter tells the pages apart.
func TestLanguageSettles(t *testing.T) {
	data := []byte("a,b\nSarajevo \xb0 ,x\n")
	for lang, want := range map[content.Lang]string{"bs": "Windows-1250", "ar": "Windows-1256", "fr": "Windows-1252", "sr-Cyrl-RS": "Windows-1251"} {
		if got, _, err := table.Read(data, lang); err != nil || got.Encoding != want {
			t.Errorf("%s: %s, %v", lang, got.Encoding, err)
		}
	}
}

func TestNoText(t *testing.T) {
	for name, data := range map[string]string{
		"a workbook": "PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00" + strings.Repeat("\x9c\x01\x00\x88", 40),
		"a picture":  "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06\x00\x00",
		"controls":   strings.Repeat("\x01\x02\x03", 100),
		"UTF-32":     "\xff\xfe\x00\x00a\x00\x00\x00",
		"nothing":    "",
		"white":      " \n , \n",
	} {
		if got, _, err := table.Read([]byte(data)); err == nil {
			t.Errorf("%s was read: %q", name, flat(got))
		}
	}
	if _, _, err := table.Read(make([]byte, exchange.MostBytes+1)); !errors.Is(err, exchange.ErrTooLarge) {
		t.Errorf("too large: %v", err)
	}
}

func TestBounds(t *testing.T) {
	long := strings.Repeat("x", table.MostCell+1)
	wide := strings.Repeat("x,", table.MostColumns+1)
	got, notes, err := table.Read([]byte("a,b\n" + long + ",1\n" + wide + "\n3,4\n"))
	if err != nil || flat(got) != "1:a|b/4:3|4" || len(notes) != 2 || notes[0].Row != 2 || notes[1].Row != 3 || notes[0].Weight != exchange.LeftOut {
		t.Errorf("got %q, %v, %v", flat(got), notes, err)
	}
	got, notes, _ = table.Read([]byte("a,b\n" + strings.Repeat("1,2\n", table.MostRows+5)))
	if len(got.Rows) != table.MostRows || len(notes) != 1 || notes[0].Row != table.MostRows+1 {
		t.Errorf("%d rows, %v", len(got.Rows), notes)
	}
	many := "a,b,c\n" + strings.Repeat("\"x\n", 1000)
	if _, notes, _ = table.Read([]byte(many)); len(notes) > 60 || notes[len(notes)-1].Rule != "table-size" {
		t.Errorf("%d notes, the last %v", len(notes), notes[len(notes)-1])
	}
}

func TestLetters(t *testing.T) {
	for column, want := range map[int]string{-1: "", 0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA", 701: "ZZ", 702: "AAA"} {
		if got := table.Letters(column); got != want {
			t.Errorf("%d: %q, want %q", column, got, want)
		}
	}
}

func TestLooks(t *testing.T) {
	for text, want := range map[string]bool{"a,b\n": true, "  {\"events\": []}": false, "\ufeff[1]": false, "PK\x03\x04\x00\x00\x00": false, "": false} {
		if table.Looks([]byte(text)) != want {
			t.Errorf("%q", text)
		}
	}
}

// FuzzTable holds a table against encoding/csv where that wrote it, and else to its bounds.
func FuzzTable(f *testing.F) {
	for _, c := range written {
		f.Add([]byte(c.text))
	}
	f.Add([]byte("\xff\xfea\x00,\x00\n\x00"))
	f.Add([]byte("\xc7\xe1,\x8e\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		got, notes, err := table.Read(data)
		if err != nil {
			return
		}
		last := 0
		var records [][]string
		for _, r := range got.Rows {
			if r.Number <= last || len(r.Cells) == 0 || len(r.Cells) > table.MostColumns {
				t.Fatalf("row %d of %d cells after row %d", r.Number, len(r.Cells), last)
			}
			last = r.Number
			for _, cell := range r.Cells {
				if !utf8.ValidString(cell) || len(cell) > table.MostCell {
					t.Fatalf("cell %q", cell)
				}
			}
			records = append(records, r.Cells)
		}
		for _, n := range notes {
			if n.Row == 0 || n.Message == "" {
				t.Fatalf("note %v", n)
			}
		}
		again(t, records)
	})
}

// again writes rows by the standard library and reads them.
func again(t *testing.T, records [][]string) {
	t.Helper()
	var b bytes.Buffer
	b.WriteString("sep=,\n")
	w := csv.NewWriter(&b)
	for _, r := range records {
		if strings.ContainsFunc(strings.Join(r, ""), func(c rune) bool { return c < ' ' && c != '\n' && c != '\t' }) {
			return // too many of them are no text
		}
		if err := w.Write(r); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	got, _, err := table.Read(b.Bytes())
	if err != nil || len(got.Rows) != len(records) {
		t.Fatalf("%d of %d rows, %v: %q", len(got.Rows), len(records), err, b.String())
	}
	for i, r := range got.Rows {
		if !slices.Equal(r.Cells, records[i]) {
			t.Fatalf("wrote %q, read %q", records[i], r.Cells)
		}
	}
}
