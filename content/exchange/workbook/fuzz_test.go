package workbook

import (
	"context"
	"strings"
	"testing"
	"time"

	"vigil/content/authoring"
	"vigil/content/exchange"
)

// brief is how long any file may keep a reader, with room for a machine that is busy.
const brief = 20 * time.Second

// FuzzWorkbook reads files that may be anything.
func FuzzWorkbook(f *testing.F) {
	for _, c := range cells[:20] {
		f.Add(raw{sheets: map[string]string{c.sheet: texts(1, "id", c.heading) + `<row r="2"><c r="A2" t="str"><v>one</v></c><c r="B2" ` + c.cell + `</c></row>`}}.bytes())
	}
	f.Add([]byte("PK\x03\x04"))
	f.Add([]byte("\xd0\xcf\x11\xe0"))
	f.Fuzz(func(t *testing.T, data []byte) {
		begun := time.Now()
		d, err := brought(t, "book.xlsx", data, exchange.Options{})
		if time.Since(begun) > brief {
			t.Fatalf("%d bytes took %v", len(data), time.Since(begun))
		}
		if err == nil {
			writable(t, d)
		}
	})
}

// FuzzRows reads rows of any cells in any sheet, from the markup of a workbook and from
// delimited text. Whatever comes over can be written, and what is written can be read.
func FuzzRows(f *testing.F) {
	for _, c := range cells {
		f.Add(c.sheet, "id,"+c.heading+"\none,x\n", `<row r="2"><c r="A2" t="str"><v>one</v></c><c r="B2" `+c.cell+`</c></row>`)
	}
	f.Add("texts", "case,part,text [en]\na,1,b\n(continued),,c\n", "")
	f.Add("reviews", "file,language,review\npeople,fr,draft\n", "")
	f.Add("other words", "file,id,title [fr]\npeople,x,y\n", "")
	f.Add("outcomes", "case,finding,outcome\na,b,convicted\n", "")
	f.Add("questions", "case,id,title\na,b,c\n", "")
	f.Add("keyboards", "language,rows,variants\npl,q w,a: b\n", "")
	f.Add("media", "id,file,credit\none,one.jpg,c\n", "")
	f.Fuzz(func(t *testing.T, sheet, text, markup string) {
		sheet = strings.Map(func(r rune) rune {
			if strings.ContainsRune("/\\<>&\"\x00", r) || r < ' ' {
				return -1
			}
			return r
		}, sheet)
		if sheet == "" || sheet == "." || sheet == ".." || len(sheet) > 100 {
			return
		}
		if d, err := brought(t, sheet+".csv", []byte(text), exchange.Options{}); err == nil {
			writable(t, d)
		}
		heads := strings.Split(strings.SplitN(text, "\n", 2)[0], ",")
		book := raw{sheets: map[string]string{sheet: texts(1, heads[:min(len(heads), 26)]...) + markup}}
		if d, err := brought(t, "book.xlsx", book.bytes(), exchange.Options{}); err == nil {
			writable(t, d)
		}
	})
}

// writable asks that what came over can be written, and read as a manuscript.
func writable(t *testing.T, d *exchange.Draft) {
	t.Helper()
	merged, err := d.Into(context.Background(), nil, false)
	if err != nil {
		t.Fatalf("what came over cannot be written: %v", err)
	}
	for name := range merged.Files {
		if _, ok := authoring.FormOf(name); !ok {
			t.Fatalf("%q is no file of the format", name)
		}
	}
	for _, n := range d.Notes {
		if strings.ContainsAny(n.String(), "\n\r") {
			t.Fatalf("a note of two lines: %q", n)
		}
	}
}
