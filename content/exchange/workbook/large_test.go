package workbook

import (
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"vigil/content/authoring"
	"vigil/content/exchange"
)

// tenThousand is an archive of a history with that many events, in three languages.
func tenThousand(tb testing.TB, n int) string {
	tb.Helper()
	m := authoring.NewManuscript()
	m.File("archive.yaml").Set("id", "large").Set("version", "1").Set("publisher", "P").Set("rights", "R").Set("as_of", "2026").Set("review", "draft").Set("original", "en").SetList("languages", []string{"en", "fr", "ar"})
	m.File("cases/war/case.yaml").Set("order", "1").Set("span", "1940/1950")
	for i := range n {
		id := fmt.Sprintf("event-%d", i)
		e := m.File("cases/war/timeline.yaml").Record("events", "")
		e.Set("id", id).Set("date", fmt.Sprintf("194%d-%02d-%02d", i%10, i%12+1, i%28+1)).Set("kind", "violence").Set("importance", "4").SetList("sources", []string{"one", "two"}).Set("verified", "page")
		for _, l := range []string{"en", "fr", "ar"} {
			w := m.File("cases/war/timeline."+l+".yaml").Name("words", id)
			w.Set("title", fmt.Sprintf("What happened on day %d", i)).Set("text", "What happened, where and to whom, in two plain sentences. Nobody knows more of it.")
			if l != "en" {
				w.Set("of", "123456789012")
			}
		}
	}
	merged, err := m.Into(tb.Context(), nil, false)
	if err != nil {
		tb.Fatal(err)
	}
	dir := filepath.Join(tb.TempDir(), "large")
	if err := merged.Write(tb.Context(), dir); err != nil {
		tb.Fatal(err)
	}
	return dir
}

func BenchmarkTenThousandRows(b *testing.B) {
	files := os.DirFS(tenThousand(b, 10_000))
	book := filepath.Join(b.TempDir(), "large.xlsx")
	b.Run("export", func(b *testing.B) {
		for b.Loop() {
			if _, err := ExportXLSX(b.Context(), files, book, exchange.Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("import", func(b *testing.B) {
		for b.Loop() {
			read(b, book)
		}
	})
}

func read(tb testing.TB, name string) (*exchange.Draft, error) {
	tb.Helper()
	src, err := exchange.Open(name)
	if err != nil {
		tb.Fatal(err)
	}
	defer src.Close()
	d := exchange.NewDraft(exchange.NewReport("xlsx", name), exchange.Options{Now: time.Now()})
	return d, XLSX(tb.Context(), src, d)
}

// hostile are files that are small and unpack to much, or long.
func hostile(tb testing.TB) map[string]string {
	dir := tb.TempDir()
	files := map[string]string{}
	write := func(name string, parts map[string]func(io.Writer)) {
		f, err := os.Create(filepath.Join(dir, name+".xlsx"))
		if err != nil {
			tb.Fatal(err)
		}
		z := zip.NewWriter(f)
		if parts["xl/workbook.xml"] == nil {
			parts["xl/workbook.xml"] = text(`<workbook><sheets><sheet name="people" r:id="r1"/></sheets></workbook>`)
		}
		parts["[Content_Types].xml"] = text("<Types/>")
		parts["xl/_rels/workbook.xml.rels"] = text(`<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/s1.xml"/></Relationships>`)
		for part, fill := range parts {
			w, err := z.Create(part)
			if err != nil {
				tb.Fatal(err)
			}
			fill(w)
		}
		// A picture makes the file as long as one that may unpack to so much.
		w, err := z.CreateHeader(&zip.FileHeader{Name: "xl/media/image1.png", Method: zip.Store})
		if err != nil {
			tb.Fatal(err)
		}
		w.Write(make([]byte, 1<<20))
		if err := z.Close(); err != nil {
			tb.Fatal(err)
		}
		f.Close()
		files[name] = f.Name()
	}
	many := func(s string, n int) func(io.Writer) {
		return func(w io.Writer) {
			block := []byte(strings.Repeat(s, 1+64<<10/len(s)))
			for left := n; left > 0; left -= len(block) {
				w.Write(block)
			}
		}
	}
	sheet := func(fill func(io.Writer)) map[string]func(io.Writer) {
		return map[string]func(io.Writer){"xl/worksheets/s1.xml": func(w io.Writer) {
			io.WriteString(w, "<worksheet><sheetData>"+texts(1, "id", "name", "group"))
			fill(w)
			io.WriteString(w, "</sheetData></worksheet>")
		}}
	}
	const much = 24 << 20
	write("empty-cells", sheet(many("<c/>", much)))
	write("empty-rows", sheet(many("<row/>", much)))
	write("full-cells", sheet(many("<row><c><v>1</v></c><c><v>2</v></c></row>", much)))
	write("texts", sheet(many(`<row><c t="str"><v>abcdefghijklmnopqrstuvwxyz</v></c></row>`, much)))
	write("one-text", sheet(func(w io.Writer) {
		io.WriteString(w, `<row><c t="str"><v>`)
		many("abcdefgh", much)(w)
		io.WriteString(w, "</v></c></row>")
	}))
	write("open-quote", sheet(many(`<c r="`, much)))
	write("columns", sheet(many(`<row><c r="ALL1"><v>1</v></c><c r="A1"><v>1</v></c></row>`, much)))
	write("merged", sheet(many(`<mergeCell ref="A1:B2"/>`, much)))
	shared := sheet(many(`<row><c t="s"><v>1</v></c></row>`, 8<<20))
	shared["xl/sharedStrings.xml"] = many("<si><t>x</t></si>", much)
	write("shared", shared)
	empty := sheet(text(""))
	empty["xl/sharedStrings.xml"] = many("<si/>", much)
	write("shared-empty", empty)
	styles := sheet(text(""))
	styles["xl/styles.xml"] = many(`<cellXfs><xf/><numFmt numFmtId="1" formatCode="yyyy"/>`, much)
	write("styles", styles)
	sheets := sheet(text(""))
	sheets["xl/workbook.xml"] = many(`<sheet name="people" id="r1"/>`, much)
	write("sheets", sheets)
	long := sheet(func(w io.Writer) {
		for i := range 60_000 {
			fmt.Fprintf(w, `<row r="%d"><c r="A%d" t="str"><v>p%d</v></c><c t="s"><v>%d</v></c><c t="str"><v>%s</v></c></row>`, i+2, i+2, i, i, strings.Repeat("w", 500))
		}
	})
	long["xl/sharedStrings.xml"] = func(w io.Writer) {
		for i := range 60_000 {
			fmt.Fprintf(w, "<si><t>%d %s</t></si>", i, strings.Repeat("n", 150))
		}
	}
	write("long", long)
	unknown := sheet(func(w io.Writer) {
		for i := range 60_000 {
			fmt.Fprintf(w, `<row><c t="str"><v>p%d</v></c><c t="str"><v>n</v></c><c t="str"><v>witnes%d</v></c></row>`, i, i)
		}
	})
	write("mistakes", unknown)
	return files
}

func text(s string) func(io.Writer) { return func(w io.Writer) { io.WriteString(w, s) } }

// However hostile a file is, little memory is held and little time is spent.
func TestHostileWorkbooks(t *testing.T) {
	for name, file := range hostile(t) {
		t.Run(name, func(t *testing.T) {
			runtime.GC()
			var peak uint64
			stop, done := make(chan struct{}), make(chan struct{})
			go func() {
				defer close(done)
				var m runtime.MemStats
				for {
					runtime.ReadMemStats(&m)
					peak = max(peak, m.HeapInuse+m.StackInuse)
					select {
					case <-stop:
						return
					case <-time.After(3 * time.Millisecond):
					}
				}
			}()
			begun := time.Now()
			d, err := read(t, file)
			took := time.Since(begun)
			close(stop)
			<-done
			info, _ := os.Stat(file)
			t.Logf("%d KB: %v, peak %d MB, %d notes, %v", info.Size()>>10, took, peak>>20, len(d.Notes), err)
			if peak > 200<<20 {
				t.Errorf("%d MB are held", peak>>20)
			}
			if took > brief {
				t.Errorf("it took %v", took)
			}
		})
	}
}
