package translation_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"vigil/content/exchange"
	"vigil/content/exchange/translation"
)

const xliffHead = `<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" source-language="en" target-language="bs" datatype="plaintext"><body>`
const xliffEnd = `</body></file></xliff>`

// hostile are files made to keep a program busy, or to make it large: a beginning, what is
// repeated, an end.
var hostile = []struct {
	name, before, unit, after string
	large                     bool // what it is read into could be larger than it
}{
	{"units", xliffHead, `<trans-unit id="a"><source>a</source></trans-unit>`, xliffEnd, true},
	{"empty units", xliffHead, `<trans-unit/>`, xliffEnd, true},
	{"elements in one another", xliffHead, `<group>`, xliffEnd, false},
	{"codes in one another", xliffHead + `<trans-unit id="a"><source>`, `<g>`, xliffEnd, false},
	{"many codes", xliffHead + `<trans-unit id="a"><source>`, `<x/>`, `</source></trans-unit>` + xliffEnd, false},
	{"attributes", `<xliff version="1.2"`, ` a=""`, `>`, true},
	{"one attribute", `<xliff version="`, `aaaaaaaaaaaaaaaa`, `"/>`, false},
	{"a long text", xliffHead + `<trans-unit id="a"><source>`, `aaaaaaaaaaaaaaaa`, `</source></trans-unit>` + xliffEnd, false},
	{"long texts", xliffHead, `<trans-unit id="a"><source>` + strings.Repeat("a", 120<<10) + `</source></trans-unit>`, xliffEnd, true},
	{"a long remark", xliffHead + `<!--`, `aaaaaaaaaaaaaaaa`, `-->` + xliffEnd, false},
	{"remarks", xliffHead, `<!---->`, xliffEnd, false},
	{"CDATA", xliffHead + `<trans-unit id="a"><source>`, `<![CDATA[a]]>`, `</source></trans-unit>` + xliffEnd, false},
	{"references", xliffHead + `<trans-unit id="a"><source>`, `&amp;`, `</source></trans-unit>` + xliffEnd, false},
	{"entities", `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">`, `<!ENTITY b "&a;&a;&a;">`, `]><xliff/>`, false},
	{"notes", xliffHead + `<trans-unit id="a"><source>a</source>`, `<note>aaaaaaaa</note>`, `</trans-unit>` + xliffEnd, true},
	{"data", `<xliff version="2.0" srcLang="en" trgLang="bs"><file id="f"><unit id="u"><originalData>`, `<data id="a">aaaaaaaa</data>`, `</originalData></unit></file></xliff>`, false},
	{"segments", `<xliff version="2.0" srcLang="en" trgLang="bs"><file id="f"><unit id="u">`, `<segment><source>aaaa</source><target>aaaa</target></segment>`, `</unit></file></xliff>`, false},
	{"half tags", xliffHead, `<`, ``, false},
	{"messages", "", "msgid \"a\"\nmsgstr \"b\"\n\n", "", true},
	{"lines of one text", "msgid \"\"\n", "\"a\"\n", "msgstr \"\"\n", false},
	{"a text on one line", "msgid \"", "aaaaaaaaaaaaaaaa", "\"\nmsgstr \"\"\n", false},
	{"remarks of PO", "", "# a\n", "msgid \"a\"\nmsgstr \"b\"\n", true},
	{"remarks between messages", "", "#. a\n#: b:1\n#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n", "", true},
	{"obsolete", "", "#~ msgid \"a\"\n#~ msgstr \"a\"\n", "", false},
	{"escapes", "msgid \"a\"\nmsgstr \"", `\n\t\\`, "\"\n", false},
	{"flags", "#, ", "fuzzy,", "\nmsgid \"a\"\nmsgstr \"b\"\n", false},
	{"markdown", "msgctxt \"" + falls + "/text/1\"\nmsgid \"a\"\nmsgstr \"", "*[a](", "\"\n", false},
	{"nothing", "", "\x00\xff", "", false},
}

// repeated is a hostile file of about that many bytes.
func repeated(i, size int) []byte {
	h := hostile[i]
	return []byte(h.before + strings.Repeat(h.unit, max(size-len(h.before)-len(h.after), 0)/len(h.unit)+1) + h.after)
}

// A hostile file of a megabyte is read, or refused, in an instant: what takes two seconds
// on a busy machine would take minutes were its cost the square of its length.
func TestHostileFiles(t *testing.T) {
	files := small(t)
	for i, h := range hostile {
		t.Run(h.name, func(t *testing.T) {
			data := repeated(i, 1<<20)
			begun := cpu()
			if doc, err := translation.Read(data); err == nil {
				_, _, err := translation.Into(context.Background(), files, doc, "file", translation.Told{Lang: "bs"})
				if err != nil && !strings.Contains(err.Error(), "language") {
					t.Logf("%v", err)
				}
			} else if len(err.Error()) > 300 || strings.ContainsAny(err.Error(), "\n\x00") {
				t.Errorf("the error is no line: %q", err)
			}
			if spent := cpu() - begun; spent > 2*time.Second {
				t.Errorf("it took %v of the processor", spent)
			}
		})
	}
}

// However long a hostile file is, what it costs in memory is bounded.
func TestHostileMemory(t *testing.T) {
	dir := t.TempDir()
	for i, h := range hostile {
		if !h.large {
			continue
		}
		sizes := []int{exchange.MostBytes - 1<<20}
		if i == 0 {
			sizes = append(sizes, 100<<20)
		}
		for _, size := range sizes {
			name := filepath.Join(dir, "hostile")
			if err := os.WriteFile(name, repeated(i, size), 0o600); err != nil {
				t.Fatal(err)
			}
			peak := peakOf(func() {
				src, err := exchange.Open(name)
				if err != nil {
					t.Fatal(err)
				}
				defer src.Close()
				data, err := src.Read("", exchange.MostBytes)
				if err != nil {
					return
				}
				translation.Read(data)
			})
			if peak > 200<<20 {
				t.Errorf("%s of %d MB takes %d MB", h.name, size>>20, peak>>20)
			}
		}
	}
}

// peakOf is the most memory on the heap while something is done, beyond what is there before.
func peakOf(do func()) uint64 {
	runtime.GC()
	var before, now runtime.MemStats
	runtime.ReadMemStats(&before)
	done := make(chan bool)
	var peak uint64
	var watch sync.WaitGroup
	watch.Go(func() {
		for {
			runtime.ReadMemStats(&now)
			peak = max(peak, now.HeapAlloc)
			select {
			case <-done:
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	})
	do()
	close(done)
	watch.Wait()
	return peak - min(peak, before.HeapAlloc)
}

// What a tool wrote wrongly is told with its line.
func TestMistakesAreTold(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no quotation mark", "msgid \"a\"\nmsgstr b\n", "line 2: a text in PO stands in quotation marks"},
		{"an unknown escape", "msgid \"a\\q\"\n", "line 1: PO knows no letter \\q"},
		{"plural forms out of order", "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"b\"\n", "line 3"},
		{"a text of nothing", "\"a\"\n", "line 1: a text stands here that belongs to nothing"},
		{"another charset", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-2\\n\"\n", "iso-8859-2"},
		{"no UTF-8", "msgid \"\xe6\"\n", "save it as UTF-8"},
		{"a document type", "<!DOCTYPE xliff SYSTEM \"x\"><xliff/>", "take it out"},
		{"another encoding", `<?xml version="1.0" encoding="windows-1250"?><xliff/>`, "windows-1250"},
		{"another format", "<html/>", "no XLIFF"},
		{"no end", "<xliff>", "line 1"},
		{"a wrong end", xliffHead + "</xliff>", "line 1: this is not XML"},
		{"something else", "Dear translator", "this is no line of PO"},
		{"nothing", "", ""},
	} {
		_, err := translation.Read([]byte(c.text))
		if said := fmt.Sprint(err); (c.want != "" || err != nil) && !strings.Contains(said, c.want) {
			t.Errorf("%s: %s", c.name, said)
		}
	}
}

func FuzzXLIFF(f *testing.F) {
	for i := range hostile {
		f.Add(repeated(i, 300))
	}
	doc, _, err := translation.Folder(context.Background(), small(f), translation.Asked{To: "bs"})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(written(f, doc, translation.XLIFF1))
	f.Add(written(f, doc, translation.XLIFF2))
	fuzzed(f, translation.XLIFF1, translation.XLIFF2)
}

func FuzzPO(f *testing.F) {
	for i := range hostile {
		f.Add(repeated(i, 300))
	}
	doc, _, err := translation.Folder(context.Background(), small(f), translation.Asked{To: "bs"})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(written(f, doc, translation.PO))
	fuzzed(f, translation.PO)
}

// fuzzed asks that whatever is read can be taken into an archive that is then still sound,
// and that what is written of it is read again as the same.
func fuzzed(f *testing.F, formats ...translation.Format) {
	files := small(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := translation.Read(data)
		if err != nil {
			return
		}
		for _, format := range formats {
			again(t, doc, format)
		}
		after, _, _, err := into(files, doc, translation.Told{Replace: true})
		if err != nil {
			return
		}
		sound(t, after)
	})
}

// again asks that a document's plain texts are read as they were written.
func again(t *testing.T, doc *translation.Document, format translation.Format) {
	t.Helper()
	copied := *doc
	copied.Units = nil
	for _, u := range doc.Units {
		if strings.ContainsAny(u.ID, "\"\\[]% \n\t\r") || u.ID == "" || bytes.ContainsFunc([]byte(u.Source+u.Target+u.ID), forbidden) || strings.TrimSpace(u.Source) == "" {
			continue
		}
		copied.Units = append(copied.Units, &translation.Unit{ID: u.ID, Source: u.Source, Target: u.Target, State: u.State})
	}
	var b bytes.Buffer
	if err := translation.Write(&b, &copied, format, day); err != nil {
		t.Fatal(err)
	}
	if len(copied.Units) == 0 {
		return
	}
	read, err := translation.Read(b.Bytes())
	if err != nil {
		t.Fatalf("%v\n%s", err, b.String())
	}
	if len(read.Units) != len(copied.Units) {
		t.Fatalf("%d units, want %d\n%s", len(read.Units), len(copied.Units), b.String())
	}
	for i, u := range read.Units {
		if want := copied.Units[i]; u.Source != want.Source || u.Target != want.Target {
			t.Fatalf("%q, %q; want %q, %q", u.Source, u.Target, want.Source, want.Target)
		}
	}
}

func forbidden(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0xfffd || r == 0xfffe || r == 0xffff || r == 0xfeff
}
